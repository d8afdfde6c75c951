"""The unit in force for a table, by what stands around it, from the nearest to the farthest."""

from __future__ import annotations

import pytest

from laid_letters import Heading, Printed, letter
from tildeling.scope.around import Around, is_only_unit
from tildeling.scope.tree import read_tree
from tildeling.scope.units import InForce, StatedUnit, UnitsDiffer, unit_around
from tildeling.text.blocks import Table

TABLE = [["Kap.", "Post", "Navn", "Beløp"], ["290", "01", "Drift", "186 500"]]


def units(*body: Printed) -> list[InForce]:
    """The unit of each table of a letter."""
    reading = letter(body=body)
    tree = read_tree(reading.laid)
    tables = [at for at, block in enumerate(reading.blocks) if isinstance(block, Table)]
    return [unit_around(Around(tree, at, at)) for at in tables]


def said(*body: Printed) -> list[tuple[int, str] | None]:
    """Unit and rank for each table; None where nothing says one."""
    found = units(*body)
    assert not any(isinstance(one, UnitsDiffer) for one in found)
    return [(one.unit, one.rank) if isinstance(one, StatedUnit) else None for one in found]


def units_of(*body: Printed) -> list[int | None]:
    """The unit for each table."""
    return [one and one[0] for one in said(*body)]


@pytest.mark.parametrize(
    ("body", "rank"),
    [
        (["Tabell 1 Bevilgninger (alle tall i 1 000 kroner)", TABLE], "caption"),
        (["(i 1 000 kroner)", TABLE], "caption"),
        (["Bevilgninger på kap. 290", "(i 1 000 kroner)", TABLE], "caption"),
        (["(i 1 000 kroner)", "Utgifter", TABLE], "caption"),
        ([Heading("5 Budsjett (beløp i tusen kroner)"), TABLE], "caption"),
        ([TABLE, "Alle tall i 1 000 kroner"], "note"),
        ([TABLE, "Beløp i hele tusen."], "note"),
        ([TABLE, "1) Av dette er 4 mill. kroner flyttet.", "Tall i tkr."], "note"),
        ([TABLE, "* Beløp i 1 000 kroner"], "note"),
        (["Midlene fordeles slik (i 1 000 kr):", TABLE], "lead"),
        (["Vi viser til vedtaket. Beløpene er oppgitt i 1 000 kroner.", TABLE], "lead"),
        (["Tabellen er i hele tusen kroner.", TABLE], "caption"),
    ],
)
def test_the_unit_stands_beside_the_table(body: list[Printed], rank: str) -> None:
    assert said(*body) == [(1000, rank)]


def test_what_stands_nearer_wins() -> None:
    body = [
        "Alle beløp i brevet er i mill. kroner.",
        "Midlene er (i 1 000 kr):",
        "(i kroner)",
        TABLE,
    ]
    assert said(*body) == [(1, "caption")]


def test_a_line_under_a_table_that_leads_into_the_next_is_of_the_next() -> None:
    assert said(TABLE, "Inntektene er (i 1 000 kroner):", TABLE) == [None, (1000, "lead")]


def test_a_sentence_about_several_tables_holds_for_those_under_it() -> None:
    body = [
        Heading("5 Budsjett"),
        "Alle tall i tabellene er i hele tusen kroner.",
        "Utgifter",
        TABLE,
        "Dette er mer enn i fjor.",
        "Inntekter",
        TABLE,
        Heading("5.1 Mer"),
        TABLE,
    ]
    assert units_of(*body) == [1000] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Alle beløp er i 1 000 kroner.",
        "Beløpene er oppgitt i 1 000 kroner.",
        "Postene under er i tusen kroner.",
        "Departementet fordeler disse bevilgningene (i 1 000 kr):",
        "Dei følgjande løyvingane er i 1 000 kroner:",
        "Alle tal er i heile tusen kroner.",
    ],
)
def test_a_sentence_that_speaks_of_several_reaches_past_a_table(sentence: str) -> None:
    body = [Heading("5 Budsjett"), sentence, TABLE, "Mer om inntektene følger her.", TABLE]
    assert units_of(*body) == [1000, 1000]


def test_a_sentence_about_one_table_does_not_reach_the_next() -> None:
    body = [
        Heading("5 Budsjett"),
        "Tabellen er i tusen kroner.",
        TABLE,
        "Mer om inntektene.",
        TABLE,
    ]
    assert units_of(*body) == [1000, None]


def test_another_tables_numbered_caption_and_note_do_not_count() -> None:
    body = [
        "Tabell 1 Beløp (alle tall i 1 000 kroner)",
        TABLE,
        "* Alle beløp i 1 000 kroner",
        "Inntektene er mindre enn før.",
        "De er fastsatt av Stortinget.",
        TABLE,
    ]
    assert said(*body) == [(1000, "caption"), None]


def test_a_caption_over_a_table_that_speaks_of_amounts_holds_for_the_next() -> None:
    body = [Heading("5.1 Tildeling"), "(beløp i 1 000 kroner)", TABLE, "Inntekter", TABLE]
    assert said(*body) == [(1000, "caption"), (1000, "section")]


def test_a_section_that_has_ended_says_nothing_of_the_next() -> None:
    body = [
        Heading("5.1 Utgifter i året"),
        "Alle beløp er i 1 000 kroner.",
        TABLE,
        Heading("5.2 Lån"),
        TABLE,
    ]
    assert units_of(*body) == [1000, None]


def test_the_heading_of_a_section_around_says_it() -> None:
    body = [Heading("5 Budsjett (i 1 000 kroner)"), Heading("5.1 Drift"), "Dette gis.", TABLE]
    assert said(*body) == [(1000, "heading")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Alle beløp i brevet er i 1 000 kroner.",
        "Beløp i dette dokumentet er oppgitt i tusen kroner.",
        "Alle beløp er i 1 000 kroner dersom ikke annet er oppgitt.",
        "Alle beløp er i 1 000 kroner med mindre annet går fram.",
        "Når ikkje anna er sagt, er alle tal i 1 000 kroner.",
    ],
)
def test_a_sentence_about_the_whole_letter_holds_everywhere(sentence: str) -> None:
    body = [Heading("1 Innledning"), sentence, Heading("5 Budsjett"), "Vi gir dette.", TABLE]
    assert said(*body) == [(1000, "letter")]
    body = [Heading("5 Budsjett"), "Vi gir dette.", TABLE, Heading("9 Merknader"), sentence]
    assert said(*body) == [(1000, "letter")]


def test_a_running_foot_holds_for_the_whole_letter() -> None:
    reading = letter(body=["Vi gir dette.", TABLE], furniture=["Alle beløp i 1 000 kroner"])
    found = unit_around(Around(read_tree(reading.laid), 2, 2))
    assert isinstance(found, StatedUnit)
    assert (found.unit, found.rank) == (1000, "letter")


def test_two_units_of_one_rank_that_differ_are_none() -> None:
    (found,) = units("Beløpene er i 1 000 kroner og summen er i mill. kroner.", TABLE)
    assert isinstance(found, UnitsDiffer)
    assert [one.unit for one in found.said] == [1000, 1_000_000]


def test_a_sentence_may_name_the_tables_it_is_about() -> None:
    sentence = "Tabell 1 er i 1 000 kroner, mens øvrige beløp er i hele kroner."
    body = [Heading("5 Budsjett"), sentence, "Tabell 1 Drift", TABLE, "Tabell 2 Tilskudd", TABLE]
    assert units_of(*body) == [1000, 1]


def test_a_sentence_may_name_the_section_it_is_about() -> None:
    sentence = "Tabellen i 5.1 er i 1000 kroner, mens øvrige beløp er i hele kroner."
    body = [
        Heading("5 Budsjett"),
        sentence,
        Heading("5.1 Drift"),
        TABLE,
        Heading("5.2 Tilskudd"),
        TABLE,
    ]
    assert units_of(*body) == [1000, 1]


def test_a_sum_in_a_sentence_is_no_unit() -> None:
    assert said("Vi stiller 5 mill. kroner til disposisjon:", TABLE) == [None]


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("(alle tall i 1 000 kroner)", True),
        ("Beløp i hele tusen.", True),
        ("Tabell 3: Inntekter (i 1 000 kr)", False),
        ("Kravet til inntekter i 2026 er (beløp i 1 000 kroner):", False),
        ("Driftsutgifter", False),
    ],
)
def test_a_line_says_a_unit_and_nothing_else(words: str, only: bool) -> None:
    assert is_only_unit(words) == only
