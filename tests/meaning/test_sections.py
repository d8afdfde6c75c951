"""Headings without a number: of a section, a label, a list. Each form set as a page."""

from __future__ import annotations

import pytest

from set_letters import read_letter

PROSE = "Direktoratet skal følge opp dette i samarbeid med fylkeskommunene i hele landet.\n"


def head(words: str, size: str = "13pt") -> str:
    return f'\n#text(size: {size}, weight: "bold")[{words}]\n\n'


def sections(body: str) -> list[tuple[str | None, str]]:
    return [(one.number, one.title) for one in read_letter(body, numbering="none").sections]


def test_a_word_that_is_a_labels_too_heads_a_section_where_it_looks_like_one() -> None:
    body = head("Nytt oppdrag") + head("Oppdrag 2025-04 Slep av skip", "11pt")
    body += head("Beskrivelse", "11pt") + PROSE + head("Rapportering") + PROSE
    assert sections(body) == [(None, "Nytt oppdrag"), (None, "Rapportering")]


def test_where_labels_look_like_headings_the_word_stays_a_label() -> None:
    body = head("Nytt oppdrag", "11pt") + head("Oppdrag 2025-04 Slep av skip", "11pt")
    body += head("Bakgrunn", "11pt") + PROSE + head("Rapportering", "11pt") + PROSE
    assert (None, "Rapportering") not in sections(body)


@pytest.mark.parametrize("words", ["RAPPORTERING", "RAPPORTERING OG FRISTAR", "OPPFØLGING"])
def test_in_capitals_it_heads_a_section_among_others_in_capitals(words: str) -> None:
    body = head("INNLEIING", "11pt") + PROSE + head("FULLMAKTER", "11pt") + PROSE
    body += head(words, "11pt") + PROSE
    assert sections(body)[-1] == (None, words)


def test_beside_numbered_sections_one_that_looks_the_same_is_a_section() -> None:
    body = PROSE + head("Endringer i oppdrag gitt tidligere") + PROSE
    body += head("3. Mål for 2025") + head("3.2 Flere i arbeid", "12pt") + PROSE
    assert sections(body) == [
        (None, "Endringer i oppdrag gitt tidligere"),
        ("3", "Mål for 2025"),
        ("3.2", "Flere i arbeid"),
    ]


def test_beside_numbered_sections_a_smaller_heading_is_none() -> None:
    body = head("1. Mål") + PROSE + head("Fullmakter", "11pt") + PROSE + head("2. Frist") + PROSE
    assert sections(body) == [("1", "Mål"), ("2", "Frist")]


@pytest.mark.parametrize("words", ["Mindre bestillinger", "Andre saker"])
def test_beside_numbered_sections_one_that_looks_like_a_deeper_one_is_a_part(words: str) -> None:
    body = head("1. Oppdrag") + PROSE + head(words, "12pt") + PROSE
    body += head("2. Budsjett") + head("2.1 Fullmakter", "12pt") + PROSE
    letter = read_letter(body, numbering="none")
    levels = [(one.number, one.title, one.level) for one in letter.sections]
    assert levels[:2] == [("1", "Oppdrag", 1), (None, words, 2)]


def test_an_assignment_in_a_part_without_number_is_of_the_numbered_section_around_it() -> None:
    asked = "Direktoratet bes om å sende en oversikt over havner innen 1. april 2026.\n"
    body = head("1. Oppdrag") + head("1.1 Store oppdrag", "12pt") + PROSE
    body += head("Mindre bestillinger", "12pt") + head("TB26-01 Havner", "11pt") + asked
    assignment = read_letter(body, numbering="none").assignments[-1]
    assert (assignment.number, assignment.section) == ("TB26-01", "1")


def test_the_sides_of_a_budget_table_are_no_sections() -> None:
    body = head("INNLEDNING") + PROSE + head("BUDSJETT")
    for side, chapter in (("Utgifter", 1313), ("Inntekter", 4313)):
        body += head(side, "11pt") + f"\nKap. {chapter} Målingstilsynet\n\n"
        body += f"#table(columns: 2, [post 01], [190 400], [Sum kap. {chapter}], [190 400])\n"
    assert sections(body) == [(None, "INNLEDNING"), (None, "BUDSJETT")]


def test_a_section_may_be_named_as_a_side_of_a_budget_table_is() -> None:
    body = (
        head("Innledning") + PROSE + head("Utgifter") + "\n#table(columns: 2, [post 01], [4 000])\n"
    )
    assert sections(body) == [(None, "Innledning"), (None, "Utgifter")]


@pytest.mark.parametrize("goal", ["Hovudmål 1: Trygge hamner", "Delmål 2: Ope hav", "Mål 1 Fred"])
def test_a_goal_in_a_list_heads_nothing(goal: str) -> None:
    body = head("INNLEIING") + PROSE + "\nDirektoratet skal arbeide etter desse måla:\n"
    body += f'\n#pad(left: 20pt)[#text(weight: "bold")[{goal}]]\n\n' + head("TILSEGN") + PROSE
    assert sections(body) == [(None, "INNLEIING"), (None, "TILSEGN")]


def test_a_goal_with_text_under_it_heads_its_section() -> None:
    body = head("Innleiing") + PROSE + head("Mål 1: Trygge hamner") + PROSE
    assert sections(body) == [(None, "Innleiing"), (None, "Mål 1: Trygge hamner")]


def test_between_roman_sections_and_their_text_stand_headings_of_parts() -> None:
    body = head("I Mål", "14pt") + head("Samlingene", "12pt") + PROSE
    body += head("Digitalisering", "12pt") + PROSE
    body += head("II Oppdrag", "14pt") + head("Bibliotek", "12pt") + PROSE
    assert sections(body) == [
        ("I", "Mål"),
        (None, "Samlingene"),
        (None, "Digitalisering"),
        ("II", "Oppdrag"),
        (None, "Bibliotek"),
    ]


def test_titles_of_assignments_in_one_roman_section_head_no_sections() -> None:
    body = head("I Mål", "14pt") + PROSE + head("II Oppdrag", "14pt")
    body += head("Nye kart", "12pt") + PROSE + head("Nye fyr", "12pt") + PROSE
    assert sections(body) == [("I", "Mål"), ("II", "Oppdrag")]
