"""Which headings a letter counts as its sections, and which lines only stand in its lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from laid_letters import Heading, Printed, letter
from tildeling.scope.numbering import numbered_sections
from tildeling.text.blocks import Block, Paragraph, Style

PROSE = "Direktoratet skal følge opp dette i samarbeid med fylkeskommunene."


class Faint(str):
    """A paragraph's words set in italics."""

    __slots__ = ()


def counted(*body: Printed) -> list[tuple[str | None, str]]:
    """Number and title of each section of a letter."""
    reading = letter(body=body)
    styled: list[Block] = list(reading.blocks[:1])
    for block, printed in zip(reading.blocks[1:], body, strict=True):
        if isinstance(printed, Faint) and isinstance(block, Paragraph):
            block = replace(block, style=Style(11.0, italic=True))  # noqa: PLW2901
        styled.append(block)
    found = numbered_sections(replace(reading.laid, blocks=tuple(styled)), styled)
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
