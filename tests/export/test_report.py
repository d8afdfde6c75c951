"""The page that people mail: a diff, a consolidated letter and a letter in one form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from export.comparisons import LETTERS, chain, everything, hostile_letters, steered, step, two_years
from export.html_page import Page
from made_letters import assignment, dated, full_letter, letter, line, row, table
from tildeling import ConsolidatedLetter, Letter, LetterDiff, consolidate, diff, parse
from tildeling.export import report
from tildeling.export.report_html import report_html
from tildeling.findings import make_finding
from tildeling.letter import Finding

ABOUT: dict[str, Callable[[], Letter | LetterDiff | ConsolidatedLetter]] = {
    "first step": lambda: step(1),
    "second step": lambda: step(2),
    "third step": lambda: step(3),
    "chain": chain,
    "everything": everything,
    "two years": two_years,
    "goals in force": steered,
    "letter": full_letter,
    "base letter": lambda: parse(LETTERS / "kjede" / "0-tildelingsbrev.pdf"),
    "hostile diff": lambda: diff(*hostile_letters()),
    "hostile chain": lambda: consolidate(hostile_letters()),
    "hostile letter": lambda: hostile_letters()[1],
}

STYLE = Path(report.__file__).parent / "templates" / "page.css"

SENTENCE = 8
"""Words of a sentence that a reader would notice to have read before."""


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {name: Page(report_html(make())) for name, make in ABOUT.items()}


def words_of(text: str) -> str:
    """What a page says, without its markup, on one line."""
    body = text[text.index("<main") :]
    spaced = re.sub(r"<[^>]+>", " ", body).replace("\N{NO-BREAK SPACE}", " ")
    return " ".join(spaced.split())


def headings(page: Page) -> list[str]:
    return [tag for tag in page.tags if re.fullmatch(r"h[1-6]", tag)]


def test_what_does_not_fit_stands_over_assignments_money_and_deadlines() -> None:
    told = words_of(report_html(full_letter()))
    parts = (
        "Kontroller dette først",
        "Nye oppdrag",
        "Penger per budsjettpost",
        "Frister",
        "Resten",
    )
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


def test_new_changed_and_cancelled_assignments_have_a_heading_each() -> None:
    old = letter(
        kind="base",
        addendum_number=None,
        assignments=(assignment(number="2026-01"), assignment(number="2026-02", title="Gammelt")),
    )
    new = letter(
        assignments=(
            assignment(number="2026-01", status="amended", description="Mer."),
            assignment(number="2026-02", title=None, status="cancelled"),
            assignment(number="2026-03", title="Ferskt"),
        )
    )
    told = words_of(report_html(diff(old, new)))
    assert "Nye oppdrag (1) 2026-03 Ferskt" in told
    assert "Endrede oppdrag (1) 2026-01 Ny veileder" in told
    assert "Oppdrag som utgår (1) 2026-02 Gammelt" in told


def test_deadlines_of_all_kinds_stand_in_order_of_date_with_what_happened() -> None:
    told = words_of(report_html(step(2)))
    frister = told[told.index("Frister") : told.index("Resten av innholdet")]
    days = re.findall(r"(\d\d)\.(\d\d)\.(\d{4}) (?:flyttet|ny|faller)", frister)
    assert days == sorted(days, key=lambda day: day[::-1])
    assert "01.12.2025 flyttet fra 01.09.2025" in frister


def test_what_falls_due_on_one_day_of_one_assignment_is_one_row() -> None:
    given = assignment(deadlines=(dated("2026-06-01"), dated("2026-06-01")))
    told = words_of(report_html(letter(assignments=(given,))))
    assert told.count("01.06.2026") == 1


def test_money_is_one_table_with_before_change_and_now() -> None:
    old = letter(kind="base", addendum_number=None, budget_tables=(table(row(12_000_000)),))
    moved = table(row(12_000_000, -1_000_000, 11_000_000), columns=("Før", "Endring", "Nå"))
    roles = moved.model_copy(update={"column_roles": ("previous", "change", "new")})
    told = words_of(report_html(diff(old, letter(budget_tables=(roles,)))))
    assert "Kap./post Navn Før Endring Nå Side" in told
    assert "12 000 000 -1 000 000 11 000 000" in told


def test_a_post_that_a_finding_is_about_says_so_in_the_table() -> None:
    posts = tuple(table(row(12_000_000, post=post)) for post in (21, 45))
    doubt = Finding(code="sum_mismatch", severity="error", key="291/45", message="Feil.")
    told = words_of(report_html(letter(budget_tables=posts, findings=(doubt,))))
    assert "12 000 000 kontroller, se øverst" in told
    assert told.count("kontroller, se øverst") == 1


def test_a_finding_of_the_new_letter_does_not_say_its_title_again() -> None:
    moved = table(row(12_000_000, 1_000_000, 14_000_000), columns=("Før", "Endring", "Nå"))
    roles = moved.model_copy(update={"column_roles": ("previous", "change", "new")})
    finding = make_finding("no_such_day", "error", "291/21", roles.evidence, date="31. juni")
    new = letter(budget_tables=(roles,), findings=(finding,))
    told = words_of(report_html(diff(letter(kind="base", addendum_number=None), new)))
    assert "Feil : Datoen «31. juni» finnes ikke." in told


def test_a_base_letter_has_one_column_of_amounts() -> None:
    base = letter(kind="base", addendum_number=None, budget_tables=(table(row(12_000_000)),))
    assert "Kap./post Navn Beløp Side 291/21 Driftsutgifter 12 000 000" in words_of(
        report_html(base)
    )


def test_a_renumbered_assignment_stands_under_the_number_that_it_has_now() -> None:
    told = words_of(report_html(step(1)))
    assert "2025-004 Tilsyn med kommunale dataplattformer" in told
    assert "Endret: nytt nummer, før 2025-003" in told


def test_a_moved_deadline_is_not_new_where_nobody_knows_what_it_was() -> None:
    base = letter(kind="base", addendum_number=None)
    amended = assignment(status="amended", deadlines=(dated("2026-06-01"),))
    compared = diff(base, letter(assignments=(amended,)))
    moved = [
        one.model_copy(update={"kind": "deadline_changed"}) if one.kind == "deadline_added" else one
        for one in compared.changes
    ]
    told = words_of(report_html(compared.model_copy(update={"changes": tuple(moved)})))
    assert "01.06.2026 flyttet 2026-07" in told


def test_what_a_base_letters_text_grants_is_no_change_of_what_its_table_has() -> None:
    base = letter(
        kind="base",
        addendum_number=None,
        budget_tables=(table(row(12_000_000)),),
        financing=(line(amount=12_000_000, chapter=291, post=21, text="12 mill. kroner"),),
    )
    told = words_of(report_html(base))
    assert "291/21 Driftsutgifter 12 000 000" in told
    assert "+12 000 000" not in told[: told.index("Resten")]


def test_no_sentence_stands_twice() -> None:
    sums = tuple(
        line(
            kind="increase",
            amount=amount,
            chapter=291,
            post=21,
            text="Posten økes med 300 000 kroner til kart og 500 000 kroner til brøyting i nord.",
        )
        for amount in (300_000, 500_000)
    )
    given = assignment(
        description="Vegtilsynet skal lage en veileder om drift av tunneler i samråd med fylkene.",
        deadlines=(
            dated("2026-06-01", sentence="Veilederen skal være levert innen 1. juni 2026."),
        ),
    )
    new = letter(assignments=(given,), financing=sums)
    old = letter(kind="base", addendum_number=None)
    for about in (new, diff(old, new), consolidate((old, new)), *(make() for make in REAL)):
        sentences = [
            " ".join(each.split())
            for each in re.split(r"(?<=[.!?])\s", words_of(report_html(about)))
            if len(each.split()) >= SENTENCE
        ]
        assert [each for each, count in Counter(sentences).items() if count > 1] == []


REAL = (lambda: step(1), lambda: step(2), lambda: step(3), chain)


def test_a_letter_is_answered_in_its_own_language_unless_another_is_asked_for() -> None:
    nynorsk = full_letter().model_copy(update={"language": "nn"})
    assert '<html lang="nn">' in report_html(nynorsk)
    assert "Pengar per budsjettpost" in report_html(nynorsk)
    assert "Pengar per budsjettpost" in report_html(
        diff(letter(kind="base", addendum_number=None), nynorsk)
    )
    assert "Money by budget post" in report_html(nynorsk, "en")


def test_words_inside_a_text_are_marked_where_they_differ() -> None:
    old = assignment(description="Lag en plan for vei innen sommeren.")
    new = assignment(description="Lag en plan for bane innen sommeren.")
    letters = [letter(kind="base", addendum_number=None, assignments=(one,)) for one in (old, new)]
    text = report_html(diff(*letters))
    assert "Lag en plan for <del>vei </del>innen sommeren." in text
    assert "Lag en plan for <ins>bane </ins>innen sommeren." in text


def test_a_change_is_linked_to_its_page_in_both_letters() -> None:
    links = Page(report_html(step(2))).values("href")
    assert "0-tildelingsbrev.pdf#page=1" in links
    assert "2-tillegg.pdf#page=1" in links


def test_a_step_of_the_history_is_linked_to_its_own_letter() -> None:
    links = Page(report_html(chain())).values("href")
    assert {f"{number}-tillegg.pdf#page=1" for number in (1, 2, 3)} <= set(links)


def test_the_page_fetches_nothing_and_runs_nothing(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags)
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        assert all(re.match(r"#|[^/:?#]+\.pdf(#page=\d+)?$", link) for link in page.values("href"))


def test_links_inside_the_page_lead_somewhere(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        anchors = page.values("id")
        assert len(anchors) == len(set(anchors)), name
        inside = {link[1:] for link in page.values("href") if link.startswith("#")}
        assert inside <= set(anchors), name


def test_headings_go_down_one_level_at_a_time(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        levels = [int(tag[1]) for tag in headings(page)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        steps = pairwise(levels)
        assert all(after <= before + 1 for before, after in steps), name


def test_each_heading_of_a_table_says_what_it_heads(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.tags.count("th") == len(page.values("scope"))


def test_text_of_a_letter_is_shown_and_never_markup() -> None:
    for name in ("hostile diff", "hostile chain", "hostile letter"):
        text = report_html(ABOUT[name]())
        page = Page(text)
        assert any("<script>alert('x')</script>" in words for words in page.words)
        assert "<script" not in text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", text)


def colours(scheme: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", scheme))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(scheme: str) -> None:
    light, dark = STYLE.read_text(encoding="utf-8").split("prefers-color-scheme: dark", 1)
    found = colours(light if scheme == "light" else dark.split("@page")[0])
    pairs = [
        *((ink, "paper") for ink in ("ink", "soft", "link", "doubt", "caution")),
        ("ink", "shade"),
        ("came-ink", "came"),
        ("went-ink", "went"),
    ]
    for ink, paper in pairs:
        low, high = sorted((luminance(found[ink]), luminance(found[paper])))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, paper)
