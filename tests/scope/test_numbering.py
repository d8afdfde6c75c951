"""Which headings a letter counts as its sections, and which lines only stand in its lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from laid_letters import Heading, Printed, letter
from tildeling.scope.headings import contents_lines, words_of
from tildeling.scope.numbering import numbered_sections
from tildeling.text.blocks import Block, Paragraph, Style
from tildeling.text.lay_out import lay_out_text

PROSE = "Direktoratet skal følge opp dette i samarbeid med fylkeskommunene."


class Faint(str):
    """A paragraph's words set in italics."""

    __slots__ = ()


class Large(Heading):
    """A heading's words set in larger type."""

    __slots__ = ()


def counted(*body: Printed) -> list[tuple[str | None, str]]:
    """Number and title of each section of a letter."""
    reading = letter(body=body)
    styled: list[Block] = list(reading.blocks[:1])
    for block, printed in zip(reading.blocks[1:], body, strict=True):
        if isinstance(printed, Faint) and isinstance(block, Paragraph):
            block = replace(block, style=Style(11.0, italic=True))  # noqa: PLW2901
        if isinstance(printed, Large) and isinstance(block, Paragraph):
            block = replace(block, style=Style(14.0, bold=True))  # noqa: PLW2901
        styled.append(block)
    laid = replace(reading.laid, blocks=tuple(styled))
    found = numbered_sections(laid, styled, contents_lines(laid, styled))
    return [(heading.number, reading.words(heading.title)) for heading in found.values()]


def numbers(*body: Printed) -> list[str | None]:
    return [number for number, _ in counted(*body)]


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("1. INNLEDNING", "1", "INNLEDNING"),
        ("1 Innledning", "1", "Innledning"),
        ("1.Regjeringens prioriteringer", "1", "Regjeringens prioriteringer"),
        ("1.1. Utgifter", "1.1", "Utgifter"),
        ("3.1.1.1 En trygg arealbruk", "3.1.1.1", "En trygg arealbruk"),
        ("5.1.4.12.1 Tilsyn", "5.1.4.12.1", "Tilsyn"),
        ("I. MÅL OG RESULTATER FOR 2014", "I", "MÅL OG RESULTATER FOR 2014"),
        ("Del I Rammer for oppdraget", "I", "Rammer for oppdraget"),
        ("DEL II – MÅL OG OPPDRAG", "II", "MÅL OG OPPDRAG"),
        ("Del III: Rapportering", "III", "Rapportering"),
        ("Del 2. Budsjett", "2", "Budsjett"),
        ("Del A - Styring", "A", "Styring"),
        ("Kapittel 4 Oppdrag", "4", "Oppdrag"),
    ],
)
def test_a_number_in_any_of_its_forms_begins_a_heading(
    printed: str, number: str, title: str
) -> None:
    assert counted(Heading(printed), PROSE) == [(number, title)]


@pytest.mark.parametrize(
    "printed", ["1. mars 2026", "2. kvartal", "I 2026 skal vi bygge", "1.2 mill"]
)
def test_dates_sums_and_sentences_begin_none(printed: str) -> None:
    assert counted(PROSE, printed, PROSE) == []


def test_a_part_may_have_its_title_on_the_line_below() -> None:
    body = [Heading("DEL I"), Heading("BUDSJETT OG FULLMAKTER"), Heading("1. Budsjett"), PROSE]
    assert counted(*body) == [("I", "BUDSJETT OG FULLMAKTER"), ("1", "Budsjett")]


def test_sections_in_parts_may_run_on_or_begin_anew() -> None:
    running = ["I. MÅL", "1. Innleiing", "2. Mål", "II. BUDSJETT", "3. Ramme", "4. Fullmakter"]
    assert numbers(*map(Heading, running)) == ["I", "1", "2", "II", "3", "4"]
    anew = ["Del I Mål", "1 Innleiing", "2 Mål", "Del II Budsjett", "1 Ramme", "2 Fullmakter"]
    assert numbers(*map(Heading, anew)) == ["I", "1", "2", "II", "1", "2"]


GOALS = [Heading(f"{number}. {goal}") for number, goal in enumerate(("Trygg", "Rask", "Open"), 1)]


@pytest.mark.parametrize("before", [1, 2, 3])
@pytest.mark.parametrize("lead", ["Desse måla gjeld i 2026:", "Direktoratet får disse oppdragene:"])
def test_a_bold_list_under_a_sentence_that_leads_into_it_is_no_section(
    lead: str, before: int
) -> None:
    heads = [Heading(f"{number}. Del av brevet") for number in range(1, 6)]
    opening = [block for head in heads[:before] for block in (head, PROSE)]
    goals = [block for goal in GOALS for block in (goal, PROSE)]
    ending = [block for head in heads[before:] for block in (head, PROSE)]
    assert numbers(*opening, lead, *goals, *ending) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("after", ["2.2 Beredskap", "3 Budsjett"])
def test_a_bold_list_in_smaller_type_is_none_where_the_sections_go_on_after_it(after: str) -> None:
    body = [Large("1 Mål"), PROSE, Large("2 Oppdrag"), Large("2.1 Redning"), PROSE]
    listed = [Heading("Oppdrag for 2026"), *(block for goal in GOALS for block in (goal, PROSE))]
    expected = ["1", "2", "2.1", after.split(maxsplit=1)[0]]
    assert numbers(*body, *listed, Large(after), PROSE) == expected


def test_two_lists_in_two_sections_are_none_either() -> None:
    body = [Heading("1 Mål"), *GOALS, Heading("2 Oppdrag"), "Det gjelder:", *GOALS]
    assert numbers(*body, Heading("3 Budsjett"), PROSE) == ["1", "2", "3"]


def test_a_number_given_twice_by_mistake_stays_a_section() -> None:
    body = [Heading("1 Mål"), PROSE, Heading("2 Oppdrag"), PROSE, Heading("2 Budsjett"), PROSE]
    assert numbers(*body) == ["1", "2", "2"]


def test_a_heading_in_italics_counts_where_its_number_comes_next() -> None:
    body = [Heading("5. LØYVINGAR"), Faint("5.1 Kap. 144 Norec"), PROSE, Faint("5.2 Inntekter")]
    assert numbers(*body, PROSE) == ["5", "5.1", "5.2"]
    assert numbers(Heading("5. LØYVINGAR"), Faint("4.3 Delmål"), PROSE) == ["5"]


def test_a_heading_in_plain_type_counts_over_running_text() -> None:
    body = [Heading("6 Rapportering"), PROSE, "6.1 Årsrapport", PROSE, "6.2 Møte", PROSE]
    assert numbers(*body) == ["6", "6.1", "6.2"]
    listed = [Heading("6 Mål"), "Måla er:", "6.1 Trygg ferdsel", "6.2 Rask hjelp", PROSE]
    assert numbers(*listed) == ["6"]


def test_headings_of_the_first_depth_may_all_stand_in_italics() -> None:
    body: Sequence[Printed] = [Faint("1. Innleiing"), PROSE, Faint("2. Mål"), PROSE]
    assert numbers(*body) == ["1", "2"]


def in_text(*lines: str) -> list[tuple[str | None, str]]:
    """Number and title of each section of a letter that came as plain text."""
    laid = lay_out_text("\n".join(("Tildelingsbrev for 2026 til Havnevesenet", *lines)))
    found = numbered_sections(laid, laid.blocks, contents_lines(laid, laid.blocks))
    return [(each.number, words_of(laid, each.title)) for each in found.values()]


RUNNING = (
    "Direktoratet skal legge fram et samlet kunnskapsgrunnlag om hvordan kommunene arbeider med\n"
    "bosetting, og foreslå tiltak som kan settes i verk innenfor gjeldende økonomiske rammer for\n"
    "virksomheten."
)


@pytest.mark.parametrize(
    "row",
    [
        "01 Driftsutgifter",
        "45 Større utstyrsanskaffelser og vedlikehold, kan overføres",
        "3 Buskerud 14 750 16 020 15 100",
        "3 Gebyr for saksbehandling 21.470.000",
        "3 Refusjoner 1 122 300 Avviklet",
        "3 Vekst 5,2",
        "2.1 Felles mottak 1. desember 2025 15. februar 2026",
        "74.4 Studiesenteret i Vadsø",
        "1 Agder",
    ],
)
def test_a_tables_row_in_plain_text_is_no_section(row: str) -> None:
    lines = ["1 Mål", RUNNING, "2 Budsjett", RUNNING, row, "3 Rapportering", RUNNING]
    assert [number for number, _ in in_text(*lines)] == ["1", "2", "3"]


def test_parts_are_headings_in_plain_text_too() -> None:
    lines = ["DEL I – BUDSJETT", "1. Ramme", RUNNING, "Del II Mål", "2. Hovudmål", RUNNING]
    assert [number for number, _ in in_text(*lines)] == ["I", "1", "II", "2"]


def test_a_heading_under_the_last_item_of_another_list_is_one() -> None:
    lines = ["1. Mål", RUNNING, "a) trygge havner", "b) rask hjelp", "2. Budsjett", RUNNING]
    assert [number for number, _ in in_text(*lines)] == ["1", "2"]


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("1.", "2.", "3.")])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_number_alone_on_its_line_belongs_to_the_heading_under_it(
    numbers: tuple[str, str, str], blank: str
) -> None:
    first, second, third = (number + "\n" + blank for number in numbers)
    text = [f"{first}Innleiing", RUNNING, f"{second}Budsjett", "", f"2.1\n{blank}Ramme", RUNNING]
    assert in_text(*text, f"{third}Rapportering", RUNNING) == [
        ("1", "Innleiing"),
        ("2", "Budsjett"),
        ("2.1", "Ramme"),
        ("3", "Rapportering"),
    ]


@pytest.mark.parametrize("lone", ["21.12.25", "7", "3.2"])
def test_a_date_a_page_number_and_a_figure_alone_number_no_heading(lone: str) -> None:
    lines = ["1 Mål", RUNNING, lone, "", "Havnevesenet", "82 pst.", "2 Budsjett", RUNNING]
    assert [number for number, _ in in_text(*lines)] == ["1", "2"]


ENTRIES = {
    "dots": ["1 Mål ........ 2", "2 Budsjett ........ 3"],
    "ellipsis": ["1. Mål………….2", "2. Budsjett………….16"],
    "spaced dots": ["1 Mål . . . . . 2", "2 Budsjett . . . . . 3"],
    "no dots": ["1 Mål 2", "2 Budsjett 3"],
    "glued": ["1 Mål2", "2 Budsjett23"],
    "no pages": ["1 Mål", "2 Budsjett"],
    "several on a line": ["1 Mål ........ 2 2 Budsjett ........ 3"],
    "numbers first": ["1. 2.", "Mål ........ 2", "Budsjett ........ 3"],
    "with an attachment": ["1 Mål 2", "2 Budsjett 3", "Vedlegg 1 Fullmakter 6"],
}


@pytest.mark.parametrize("head", ["Innhold", "INNHOLD", "Innhald:", "Innholdsfortegnelse"])
@pytest.mark.parametrize("form", ENTRIES)
def test_the_entries_of_a_contents_list_are_no_sections(form: str, head: str) -> None:
    entries = [Heading(line) for line in ENTRIES[form]]
    body = [PROSE, Heading(head), *entries, Heading("1 Mål"), PROSE, Heading("2 Budsjett"), PROSE]
    assert counted(*body) == [("1", "Mål"), ("2", "Budsjett")]


def test_a_list_that_tells_what_is_attached_or_in_the_letter_is_none() -> None:
    for lead in ("Vedlegg:", "Brevet har disse delene:"):
        body = [lead, Heading("1 Kalender"), Heading("2 Fullmakter"), Heading("1 Mål"), PROSE]
        assert counted(*body, Heading("2 Budsjett")) == [("1", "Mål"), ("2", "Budsjett")]


def test_a_heading_in_italics_may_end_in_an_abbreviation() -> None:
    assert numbers(
        Heading("9. Tilskudd"),
        Faint("9.1 Kap. 1149 Verdiskaping"),
        PROSE,
        Faint("9.2 Kap. 1150 Gjennomføring av jordbruksavtalen m.m."),
        PROSE,
        Faint("9.3 Dette er en setning i kursiv."),
        PROSE,
    ) == ["9", "9.1", "9.2"]
