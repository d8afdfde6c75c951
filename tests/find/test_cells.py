"""Amounts of a budget table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find.cells import parse_cell

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
    ("1 200-", 1, -1_200),
    ("1 200 –", 1, -1_200),
    ("1 200\u2212", 1, -1_200),
    ("kr -1 200", 1, -1_200),
    ("(-1 200)", 1, -1_200),
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
    "063 000",
    "012",
    "31.12.2020",
    "(1 200",
    "1 200)",
]


@pytest.mark.parametrize(("text", "unit", "kroner"), CELLS)
def test_reads_an_amount_cell(text: str, unit: int, kroner: int | None) -> None:
    cell = parse_cell(text, unit)
    assert cell is not None
    assert cell.kroner == kroner


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
    cell = parse_cell(text, unit)
    assert cell is not None
    assert cell.kroner == amount * unit


@pytest.mark.parametrize(
    ("text", "own", "priced", "decimals"),
    [
        ("186,5 mill. kr", 1_000_000, False, 1),
        ("500 kroner", 1, False, 0),
        ("kr 12 500", None, True, 0),
        ("12 500,-", None, True, 0),
        ("141,032", None, False, 3),
        ("186 500", None, False, 0),
    ],
)
def test_a_cell_tells_what_it_says_of_its_unit(
    text: str, own: int | None, priced: bool, decimals: int
) -> None:
    cell = parse_cell(text, 1000)
    assert cell is not None
    assert (cell.own, cell.priced, cell.decimals) == (own, priced, decimals)
