"""Rows and sums of budget tables."""

from __future__ import annotations

import pytest

from set_letters import HEADS, NEW_ONLY, found, read_letter, table
from tildeling.letter import Letter

SEVERAL = (
    "Kap.",
    "Post",
    "Betegnelse",
    "Saldert",
    "Endring RNB",
    "Endring nysal.",
    "Ny bevilgning",
)
RIGHT = ("842", "21", "Spesielle driftsutgifter", "33 900", "2 000", "35 900")
WRONG = ("842", "21", "Spesielle driftsutgifter", "33 900", "2 000", "36 900")
OTHER = ("842", "01", "Driftsutgifter", "414 200", "-9 000", "405 200")


def budget(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> Letter:
    return read_letter(f"= Budsjett\n{table(*rows, heads=heads)}")


def test_a_row_that_adds_up_is_no_finding() -> None:
    assert found(budget(RIGHT, OTHER)) == []


@pytest.mark.parametrize("rows", [(WRONG,), (OTHER, WRONG), (WRONG, OTHER, RIGHT)])
def test_a_row_whose_change_does_not_make_the_new_amount(rows: tuple[tuple[str, ...]]) -> None:
    assert found(budget(*rows), "error") == [("row_arithmetic", "842/21")]


def test_several_columns_of_changes_are_added() -> None:
    right = ("842", "01", "Drift", "100 200", "5 000", "-3 000", "102 200")
    other = ("842", "70", "Tilskudd", "10 000", "1 000", "1 000", "12 000")
    wrong = ("842", "21", "Spes", "50 100", "0", "10 000", "61 100")
    assert found(budget(right, other, heads=SEVERAL)) == []
    assert found(budget(right, other, wrong, heads=SEVERAL)) == [("row_arithmetic", "842/21")]


def test_a_row_says_what_stands_there_and_what_should() -> None:
    finding = budget(WRONG).findings[0]
    assert finding.message == (
        "Kap./post 842/21: 33 900 000 pluss endringen 2 000 000 er 35 900 000 kroner, "
        "men tabellen oppgir 36 900 000."
    )
    assert finding.evidence[0].text == "842 21 Spesielle driftsutgifter 33 900 2 000 36 900"


CHAPTERS = (
    ("842", "01", "Driftsutgifter", "414 200"),
    ("842", "21", "Spesielle driftsutgifter", "33 900"),
    ("", "", "Sum kap. 842", "448 100"),
    ("843", "70", "Tilskudd", "1 000"),
)


@pytest.mark.parametrize("total", ["449 100"])
def test_a_sum_of_all_posts_passes_over_the_sums_of_chapters(total: str) -> None:
    assert found(budget(*CHAPTERS, ("", "", "Sum", total), heads=NEW_ONLY)) == []


def test_a_sum_that_is_not_that_of_its_posts() -> None:
    letter = budget(*CHAPTERS, ("", "", "Sum", "449 600"), heads=NEW_ONLY)
    assert found(letter, "error") == [("sum_mismatch", None)]


def test_a_chapters_sum_is_about_the_chapter() -> None:
    rows = (*CHAPTERS[:2], ("", "", "Sum kap. 842", "447 100"))
    assert found(budget(*rows, heads=NEW_ONLY), "error") == [("sum_mismatch", "842")]


def test_expenses_and_income_have_each_their_sum() -> None:
    letter = budget(
        *CHAPTERS[:2],
        ("", "", "Sum utgifter", "448 100"),
        ("3842", "01", "Gebyrer", "1 000"),
        ("3842", "02", "Andre inntekter", "500"),
        ("", "", "Sum inntekter", "1 500"),
        heads=NEW_ONLY,
    )
    assert found(letter) == []


def test_a_sum_is_checked_in_every_column() -> None:
    rows = (RIGHT, OTHER, ("", "", "Sum", "448 100", "-6 000", "441 100"))
    assert found(budget(*rows), "error") == [("sum_mismatch", None)]


def test_rows_rounded_to_millions_may_differ_from_their_sum_by_the_rounding() -> None:
    rows = (
        ("842", "01", "Driftsutgifter", "414,3"),
        ("842", "21", "Spesielle driftsutgifter", "33,4"),
        ("", "", "Sum", "447,8"),
    )
    unit = "(mill. kroner)"
    assert found(read_letter(f"= Budsjett\n{table(*rows, heads=NEW_ONLY, unit=unit)}")) == []


def test_a_chapters_row_over_its_posts_is_their_sum() -> None:
    right = (
        ("842", "", "Familievern", "448 100"),
        ("842", "01", "Driftsutgifter", "414 200"),
        ("842", "21", "Spesielle driftsutgifter", "33 900"),
    )
    wrong = (
        ("843", "", "Barnevern", "3 000"),
        ("843", "70", "Tilskudd", "1 000"),
        ("843", "71", "Utvikling", "1 500"),
    )
    assert found(budget(*right, heads=NEW_ONLY)) == []
    assert found(budget(*right, *wrong, heads=NEW_ONLY)) == [("sum_mismatch", "843")]
