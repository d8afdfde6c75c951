from __future__ import annotations

import io

import pytest
from rich.console import Console

from made_letters import (
    assignment,
    at,
    authorisation,
    dated,
    full_letter,
    indicator,
    letter,
    line,
    reporting,
    row,
    table,
)
from tildeling.export.summary import summarise
from tildeling.letter import Deadline, Finding, Letter, Reference, Source
from tildeling.words import words_in

NB = words_in("nb")


def shown(made: Letter, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width)
    with console.capture() as capture:
        console.print(summarise(made, NB))
    return capture.get().replace("\N{NO-BREAK SPACE}", " ")


def flat(made: Letter, width: int = 80) -> str:
    """What is shown, as one line with single spaces."""
    return " ".join(shown(made, width).split())


def test_the_head_says_who_wrote_to_whom_when_and_about_what() -> None:
    text = flat(full_letter())
    assert text.startswith("Tillegg nr. 4 til tildelingsbrev for 2026 til Vegtilsynet ")
    for fact in (
        "Til Vegtilsynet (VT)",
        "Fra Samferdselsdepartementet",
        "Dato 16.03.2026",
        "Saksnummer 26/118-4",
        "Budsjettår 2026",
        "Brevtype tillegg nr. 4",
        "Målform bokmål",
        "Fil tillegg.pdf, 16 sider",
    ):
        assert fact in text


def test_what_was_not_found_is_said() -> None:
    text = flat(letter())
    assert "Til ikke funnet Fra ikke funnet Dato ikke funnet Saksnummer ikke funnet" in text
    assert "Oppdrag ingen" in text


def test_every_item_has_its_page() -> None:
    parts = shown(full_letter()).split("\n\n")[1:]
    # In the order in which a reader asks for them, not that of the made letter's pages.
    pages = (2, 3, 10, 11, 12, 15, 4, 5, 6, 13, 14, 16, 7, 8, 9)
    for part, page in zip(parts, pages, strict=True):
        assert f"s. {page}" in part


def test_a_goal_is_told_with_how_many_indicators_it_has() -> None:
    assert "Mål (1) Nr. Mål Parametere Side" in flat(full_letter())
    assert "1 Sikker veg for alle 1 s. 10" in flat(full_letter())


def test_an_indicator_is_told_with_what_is_required_and_without_past_results() -> None:
    text = flat(full_letter())
    assert "a Andel søknader avgjort innen fristen s. 11 minst 85 prosent innen 4 uker" in text
    assert "81,5" not in text


def test_of_long_lists_the_first_are_shown_and_the_others_counted() -> None:
    many = tuple(indicator(number=str(at), targets=()) for at in range(1, 16))
    text = flat(letter(indicators=many))
    assert "Styringsparametere (15)" in text
    assert text.count("Andel søknader") == 12
    assert "og 3 til" in text


def test_reporting_is_folded_by_the_document_it_goes_into() -> None:
    both = reporting(documents=("tertial_report", "annual_report"))
    nowhere = reporting(document=None, documents=(), deadlines=())
    text = flat(letter(reporting=(reporting(), both, nowhere)))
    assert "Rapportering (3) Rapport Krav Frist Side" in text
    assert "årsrapport 2 15.03.2027 s. 12" in text
    assert "tertialrapport 1 15.03.2027 s. 12" in text
    assert "ikke oppgitt 1 s. 12" in text


def test_authorisations_are_folded_by_what_may_be_done() -> None:
    ceiling = authorisation(counter_chapter=None, counter_post=None, post=21, amount=20_000_000)
    text = flat(letter(authorisations=(authorisation(), ceiling)), 120)
    assert "overskride mot 291/1 (mot 3291/2), 291/21 (inntil 20 000 000 kroner) s. 13" in text


def test_plain_text_has_no_pages() -> None:
    source = Source(name="a.txt", sha256="0", pages=None, producer=None, text_source="text")
    made = letter(source=source, assignments=(assignment(evidence=at(None)),))
    assert "ren tekst" in flat(made)
    assert "Side" not in shown(made)


def test_the_earliest_date_is_the_next_deadline_and_the_others_are_counted() -> None:
    deadlines = (
        dated("2026-10-01"),
        dated("2019-06-01", label="Frist for utkast"),
        Deadline(date=None, status="ongoing", text="løpende"),
    )
    text = flat(letter(assignments=(assignment(deadlines=deadlines),)), 140)
    assert "01.06.2019" in text
    assert "Frist for utkast" in text
    assert "og 2 til" in text
    assert "01.10.2026" not in text


@pytest.mark.parametrize(
    ("status", "word"),
    [("immediate", "snarest"), ("ongoing", "løpende"), ("to_be_agreed", "etter avtale")],
)
def test_a_deadline_without_a_date_is_shown_in_words(status: str, word: str) -> None:
    deadline = Deadline.model_validate({"date": None, "status": status, "text": "..."})
    assert f"Ny veileder {word}" in flat(letter(assignments=(assignment(deadlines=(deadline,)),)))


def test_a_year_that_was_inferred_is_marked() -> None:
    marked = letter(deadlines=(dated("2026-06-01", year_inferred=True),))
    assert "01.06.2026*" in shown(marked)
    assert "* Brevet oppgir ikke årstallet." in shown(marked)
    assert "*" not in shown(letter(deadlines=(dated("2026-06-01"),)))


def test_a_deadline_that_comes_back_says_how_often() -> None:
    assert "15.03.2026, årlig" in shown(
        letter(deadlines=(dated("2026-03-15", recurrence="yearly"),))
    )


def test_what_is_special_about_an_assignment_is_said_in_words() -> None:
    text = flat(
        letter(
            assignments=(
                assignment(title="Ett", status="amended"),
                assignment(title="To", status="cancelled"),
                assignment(title=None, withheld=True),
            )
        )
    )
    assert "Oppdrag 3 (1 endret, 1 utgår, 1 unntatt offentlighet)" in text
    assert "Ett s. 2 endret" in text
    assert "To s. 2 utgår" in text
    assert "Uten tittel s. 2 unntatt offentlighet" in text


def test_an_assignment_shows_how_it_is_paid_for_each_way_once() -> None:
    financing = (line(amount=1_000_000), line(amount=1_000_000), line(kind="within_budget"))
    text = flat(letter(assignments=(assignment(financing=financing),)))
    assert "Ny veileder 1,0 mill. kr s. 2 innenfor rammen" in text
    assert text.count("1,0 mill. kr") == 1


def test_changes_are_shown_with_post_sign_whole_kroner_and_the_other_side() -> None:
    move = line(
        kind="increase", amount=2_400_000, chapter=290, post=1, counter_chapter=291, counter_post=62
    )
    text = flat(letter(financing=(move, line(kind="decrease", amount=70_900_000, chapter=291))))
    assert "290/1 +2 400 000 økning, mot 291/62 s. 5" in text
    assert "kap. 291 -70 900 000 reduksjon s. 5" in text


def test_a_part_of_a_sum_and_a_correction_say_what_they_belong_to() -> None:
    text = flat(
        letter(
            financing=(
                line(amount=300_000, part_of=7_900_000),
                line(kind="correction", amount=23_000_000, replaces=9_500_000),
            )
        )
    )
    assert "300 000 tildeling, del av 7 900 000" in text
    assert "23 000 000 rettet til, før 9 500 000" in text


def test_budget_amounts_are_whole_kroner_set_to_the_right_with_the_printed_unit() -> None:
    made = letter(
        budget_tables=(
            table(
                row(1_334_273_000),
                row(5_000, post=45, name="Utstyr"),
                row(None, post=60, name="Tilskudd"),
                row(1_334_278_000, chapter=None, post=None, name=None, kind="sum"),
            ),
        )
    )
    lines = shown(made).splitlines()
    assert "Beløp i hele kroner (i brevet: 1 000 kroner), s. 6" in [one.rstrip() for one in lines]
    large, small, total = (
        next(one for one in lines if amount in one)
        for amount in ("1 334 273 000", " 5 000", "1 334 278 000")
    )
    assert large.index("3 000 ") + 5 == small.index(" 5 000") + 6
    assert total.split()[0] == "Sum"


def test_the_side_of_a_table_and_the_comments_of_its_rows_are_shown() -> None:
    made = table(row(1_000, comment="Herav 5 til drift.")).model_copy(update={"side": "revenue"})
    text = flat(letter(budget_tables=(made,)))
    assert "Inntekter, beløp i hele kroner (i brevet: 1 000 kroner)" in text
    assert "Driftsutgifter 1 000 s. 6 Herav 5 til drift." in text


def test_a_budget_table_too_wide_for_the_terminal_keeps_every_digit() -> None:
    columns = tuple(f"Kolonne {number}" for number in range(1, 8))
    amounts = [1_334_273_000 + number for number in range(7)]
    made = letter(budget_tables=(table(row(*amounts), columns=columns),))
    for width in (60, 80, 140):
        text = shown(made, width)
        assert all(f"{amount:,}".replace(",", " ") in text for amount in amounts)


def test_a_reference_stands_once_with_all_its_pages() -> None:
    references = [
        Reference(kind="proposition", number="1 S", text="Prop. 1 S", evidence=at(page))
        for page in (2, 5)
    ]
    text = shown(letter(references=tuple(references)))
    assert text.count("Prop. 1 S") == 1
    assert "s. 2, 5" in text


def test_findings_say_how_bad_what_about_and_where() -> None:
    text = flat(full_letter())
    assert "Funn 1 feil" in text
    assert "Feil Raden stemmer ikke. 291/21 s. 9" in text


@pytest.mark.parametrize("width", [40, 80, 140])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    title = "Innføring av en tverrsektoriell personopplysningssikkerhetsstyringsordning " * 3
    made = full_letter().model_copy(update={"assignments": (assignment(title=title),)})
    text = shown(made, width)
    assert max(map(len, text.splitlines())) <= width
    assert "..." not in text


def test_what_is_only_good_to_know_is_counted() -> None:
    findings = [
        Finding(code="unclaimed_amount", severity=severity, message=f"Beløp: {severity}.")
        for severity in ("warning", "info", "info")
    ]
    text = flat(letter(findings=tuple(findings)))
    assert "Advarsel Beløp: warning. 2 merknader: se «tildeling check»" in text
    assert "Beløp: info." not in text


def test_long_titles_wrap_and_keep_every_letter() -> None:
    made = letter(assignments=(assignment(title="a" * 300),))
    assert shown(made).count("a" * 10) >= 25
    assert sum(one.count("a") for one in shown(made).splitlines() if "aaa" in one) == 300


HOSTILE = "[red]Rød[/red] \x1b[31m\x9b2J\x07\x08 :smile: [link=http://x]x[/link] \u202eabc"


def test_markup_and_control_characters_in_a_letter_are_shown_and_do_nothing() -> None:
    made = letter(
        title=HOSTILE,
        assignments=(assignment(number=HOSTILE, title=HOSTILE),),
        financing=(line(text=HOSTILE),),
        budget_tables=(table(row(5, name=HOSTILE), columns=(HOSTILE,)),),
        findings=(Finding(code="unread", severity="warning", message=HOSTILE, key=HOSTILE),),
    )
    text = shown(made, 1000)
    assert text.count("[red]Rød[/red] ") == 8
    assert ":smile:" in text
    assert "[link=http://x]x[/link]" in text
    assert not any(mark in text for mark in "\x1b\x9b\x07\x08\u202e")


def test_a_letter_cannot_add_lines_that_look_like_the_summary() -> None:
    made = letter(title="Tillegg\nOppdrag   99\r\x0bMerknader ingen")
    assert shown(made).splitlines()[0].rstrip() == "Tillegg Oppdrag   99 Merknader ingen"


def test_an_assignment_without_a_title_is_called_by_its_first_words() -> None:
    asked = "Utarbeide en plan for slep av store skip langs kysten. " * 4
    text = flat(letter(assignments=(assignment(title=None, number=None, description=asked),)))
    assert "Utarbeide en plan for slep av store skip" in text
    assert "Uten tittel" not in text
