"""Units and amounts of a budget table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find.cells import CellAmount, find_unit, parse_cell

UNITS = [
    ("(i 1 000 kroner)", 1000),
    ("(i 1000 kroner)", 1000),
    ("(i 1\u00a0000\u00a0kr)", 1000),
    ("(alle tall i 1 000 kroner)", 1000),
    ("(i hele 1 000 kroner)", 1000),
    ("tal i 1 000 kroner", 1000),
    ("i tusen kroner", 1000),
    ("1000 kr", 1000),
    ("NOK 1 000", 1000),
    ("Bevilgning (1000)", 1000),
    ("Tabell 1 Budsjett for 2026 fordelt på kapittel og post (i 1 000 kr):", 1000),
    ("i mill. kroner", 1000000),
    ("(mill. kroner)", 1000000),
    ("(i millionar kroner)", 1000000),
    ("beløp i hele kroner", 1),
    ("(heile kroner)", 1),
    ("(kroner)", 1),
    ("(i kr)", 1),
    ("tildeling i kroner", 1),
    ("Det stilles 1 mill. kroner til disposisjon", None),
    ("(2,974 mill. kroner)", None),
    ("(12 kroner)", None),
    ("økes med 500 000 kroner", None),
    ("Tildelt 1 000 000 kroner", None),
    ("i tusen år", None),
    ("en økning i kr 500 000", None),
]

CELLS = [
    ("1 200", 1000, 1_200_000),
    ("7 724 723 000", 1, 7_724_723_000),
    ("253.600.000", 1, 253_600_000),
    ("+253.600.000", 1, 253_600_000),
    ("-1 200", 1, -1_200),
    ("\u221270 900", 1, -70_900),
    ("– 5", 1000, -5_000),
    ("- 1 200 kr", 1, -1_200),
    ("(1 200)", 1000, -1_200_000),
    ("0", 1000, 0),
    ("69 544 000 kroner", 1000, 69_544_000),
    ("kr 5 000", 1, 5_000),
    ("1 200,-", 1, 1_200),
    ("1,5", 1000000, 1_500_000),
    ("56,2", 1000, 56_200),
    ("1,5 mill. kr", 1, 1_500_000),
    ("1 200*", 1, 1_200),
    ("1 200²", 1, 1_200),
    ("1 200 1)", 1, 1_200),
    ("", 1, None),
    (" \u00a0", 1, None),
    ("-", 1, None),
    ("–", 1, None),
]

NO_AMOUNT = [
    "Driftsutgifter",
    "01",
    "290/01",
    "291.60",
    "15.03",
    "12 00",
    "31.12.2020",
    "(1 200",
    "1 200)",
]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_finds_the_unit_of_a_table(text: str, unit: int | None) -> None:
    assert find_unit(text) == unit


@pytest.mark.parametrize(("text", "unit", "kroner"), CELLS)
def test_reads_an_amount_cell(text: str, unit: int, kroner: int | None) -> None:
    assert parse_cell(text, unit) == CellAmount(kroner)


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_a_cell_with_something_else_is_no_amount(text: str) -> None:
    assert parse_cell(text, 1) is None


@given(
    st.integers(-(10**12), 10**12),
    st.sampled_from([" ", "\u00a0", "\u202f", "."]),
    st.sampled_from(["-", "\u2212", "–"]),
    st.sampled_from([1, 1000, 1000000]),
)
def test_any_amount_survives_its_cell(amount: int, separator: str, minus: str, unit: int) -> None:
    text = f"{amount:,}".replace(",", separator).replace("-", minus)
    assert parse_cell(text, unit) == CellAmount(amount * unit)
