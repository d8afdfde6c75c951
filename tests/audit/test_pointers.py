"""Sections, posts and assignments that a letter points to; and which budget lines are meant."""

from __future__ import annotations

import pytest

import tildeling
from facts import LETTERS
from set_letters import found, read_letter, table

BASE = "Tildelingsbrev for 2025 til Familievernstilsynet"
BUDGET = (
    "= Budsjett\n== Bevilgning\n#strong[Kap. 842 Familievern]\n\n"
    "#strong[Post 21 Spesielle driftsutgifter]\n\nBevilgningen på posten økes med 2 mill. kroner"
    " til meklerkurs.\n"
)


def financed(words: str, budget: str = BUDGET) -> str:
    return (
        "= Oppdrag\n#assignment[Oppdrag 2025-11 Kurs for meklere]\nTilsynet skal lage kurs.\n"
        f"#label-bold[Finansiering]\n{words}\n{budget}"
    )


@pytest.mark.parametrize(
    ("words", "title", "findings"),
    [
        ("Vi viser til punkt 3.1 i dette brevet.", None, []),
        ("Vi viser til punkt 3.", None, []),
        ("Vi viser til punkt 4.2 i dette brevet.", None, [("error", "4.2")]),
        ("Sjå pkt. 4.2 i dette brevet for omtale av finansieringa.", None, [("error", "4.2")]),
        # An addendum may mean the base letter, which has other sections.
        ("Vi viser til punkt 4.2.", None, [("warning", "4.2")]),
        ("Vi viser til punkt 4.2.", BASE, [("error", "4.2")]),
        ("Vi viser til punkt 4.2 i tildelingsbrevet for 2025.", None, []),
        ("Vi viser til Prop. 1 S (2024–2025), punkt 4.2.", BASE, []),
        # There, and without a word on money.
        ("Vi viser til punkt 1.", None, [("warning", "2025-11")]),
    ],
)
def test_sections_that_financing_points_to(
    words: str, title: str | None, findings: list[tuple[str, str]]
) -> None:
    letter = read_letter(
        f"= Mål\nTilsynet skal bidra til trygge hjem.\n{financed(words)}", title=title
    )
    dangling = [f for f in letter.findings if f.code == "dangling_reference"]
    assert [(f.severity, f.key) for f in dangling] == findings


@pytest.mark.parametrize(
    ("words", "findings"),
    [
        ("Som omtalt i punkt 4.3 skal tilsynet prioritere mekling.", ["4.3"]),
        ("Som omtalt i punkt 4.3 i instruksen skal tilsynet prioritere mekling.", []),
        ("Som omtalt i punkt 1 skal tilsynet prioritere mekling.", []),
        ("Målene er:\n+ mekling\n+ tilsyn\n+ opplæring\n\nSom omtalt i punkt 3 ovenfor.", []),
    ],
)
def test_sections_that_running_text_points_to(words: str, findings: list[str]) -> None:
    letter = read_letter(f"= Mål\n{words}\n= Oppdrag\nTekst.\n", title=BASE)
    assert found(letter) == [("dangling_reference", number) for number in findings]


def test_a_grant_whose_post_the_section_says_nothing_of_is_told() -> None:
    words = "Det stilles 1 mill. kroner til disposisjon på kap. 842, post {}. Se også punkt 2.1."
    assert found(read_letter(financed(words.format(45))), "info") == [
        ("dangling_reference", "2025-11")
    ]
    assert found(read_letter(financed(words.format(21))), "info") == []


@pytest.mark.parametrize(
    ("place", "findings"),
    [
        ("post 70", []),
        ("kap. 842, post 70", []),
        ("post 45", [("dangling_reference", None)]),
        ("kap. 842, post 45", [("dangling_reference", "842/45")]),
        ("post 45 i Prop. 1 S (2024–2025)", []),
    ],
)
def test_posts_whose_text_is_pointed_to(place: str, findings: list[tuple[str, str | None]]) -> None:
    text = f"{BUDGET[:-2]}, jf. omtale under {place}.\n\n#strong[Post 70 Tilskudd]\n\n"
    assert found(read_letter(f"{text}Bevilgningen økes med 1 mill. kroner.\n")) == findings


@pytest.mark.parametrize(
    ("number", "findings"),
    [("2025-19", [("dangling_reference", "2025-19")]), ("2025-12", []), ("2025-03", [])],
)
def test_assignments_that_are_pointed_to(number: str, findings: list[tuple[str, str]]) -> None:
    letter = read_letter(
        f"= Oppdrag\n#assignment[Oppdrag 2025-11 Veileder]\nSe oppdrag {number}.\n"
        "#assignment[Oppdrag 2025-12 Kurs]\nTilsynet skal lage et kurs.\n"
    )
    assert found(letter) == findings


def test_a_number_that_an_assignment_gets_anew_is_no_pointer() -> None:
    letter = read_letter(
        "Oppdrag nr. 2025-05 får nytt nummer 2025-19.\n= Oppdrag\n"
        "#assignment[Oppdrag 2025-11 Veileder]\nTilsynet skal lage en veileder.\n"
    )
    assert found(letter) == []


def test_a_pointer_is_resolved_to_the_lines_about_the_same_matter() -> None:
    other = "#strong[Post 70 Tilskudd]\n\nBevilgningen økes med 1 mill. kroner til krisesentre.\n"
    letter = read_letter(financed("Vi viser til punkt 2.1 i dette brevet.", f"{BUDGET}\n{other}"))
    (line,) = letter.assignments[0].financing
    assert [letter.financing[at].post for at in line.budget_lines] == []
    letter = read_letter(
        financed("Vi viser til punkt 2.1 i dette brevet.", f"{BUDGET}\n{other}").replace(
            "Kurs for meklere", "Meklerkurs over nett"
        )
    )
    (line,) = letter.assignments[0].financing
    assert [letter.financing[at].post for at in line.budget_lines] == [21]


def test_a_grant_is_resolved_to_the_line_on_its_post() -> None:
    letter = tildeling.parse(LETTERS / "inkludering-2021-tillegg-4.pdf")
    lines = [line for a in letter.assignments for line in a.financing if line.budget_lines]
    meant = [letter.financing[at] for line in lines for at in line.budget_lines]
    assert [(line.chapter, line.post, line.amount) for line in meant] == [(671, 21, 2_400_000)]


def test_table_rows_count_as_what_a_section_says() -> None:
    words = "Det stilles 1 mill. kroner til disposisjon på kap. 842, post 45. Se også punkt 2.1."
    rows = table(("842", "45", "Større utstyr", "33 900", "2 000", "35 900"))
    assert found(read_letter(financed(words, BUDGET + "\n" + rows)), "info") == []


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Se oppdrag TB2025-41 i Helsedirektoratets tildelingsbrev.", []),
        ("Arbeidet gjøres med Helsedirektoratet (jf. TB2025-41 i deres brev).", []),
        ("Se oppdrag TB2025-41 i tildelingsbrevet til Helsedirektoratet.", []),
        ("Se oppdrag TB2025-41.", ["TB2025-41"]),
    ],
)
def test_an_assignment_of_another_bodys_letter_is_not_sought_in_this_one(
    words: str, keys: list[str]
) -> None:
    letter = read_letter(
        "= Oppdrag\n#assignment[TB2025-8 Kart over kilder]\nTilsynet skal kartlegge kilder.\n"
        f"#assignment[TB2025-9 Plan for vann]\nTilsynet skal lage en plan. {words}\n",
        title="Tildelingsbrev for 2025 til Familievernstilsynet",
    )
    assert [key for code, key in found(letter) if code == "dangling_reference"] == keys
