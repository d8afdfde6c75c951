"""Amounts wider than their column begin in the column to the left, and are read whole."""

from __future__ import annotations

import pytest

from set_letters import BASE, read_letter

ROWS = (
    ("1200", "01", "Driftsutgifter", "1~872~000~000", "1~912~400~000"),
    ("1200", "21", "Spesielle driftsutgifter", "14~300~000", "13~500~000"),
    ("1201", "70", "Tilskudd", "72~000", "2~072~000~000"),
)


def amounts(width: float, stroke: str) -> list[tuple[str | None, tuple[int | None, ...]]]:
    """Names and amounts of a table whose two amount columns are so many millimetres wide."""
    cells = ", ".join(f"[{cell}]" for row in ROWS for cell in row)
    body = f"""Midlene fordeler seg slik (i kroner):

#table(columns: (14mm, 12mm, 50mm, {width}mm, {width}mm), inset: 3pt, stroke: {stroke},
  align: (left, left, left, right, right),
  [Kap.], [Post], [Betegnelse], [Saldert], [Bevilgning], {cells})
"""
    letter = read_letter(body, title=BASE, date="20. desember 2024")
    return [(row.name, row.amounts) for table in letter.budget_tables for row in table.rows]


WANTED = [
    ("Driftsutgifter", (1_872_000_000, 1_912_400_000)),
    ("Spesielle driftsutgifter", (14_300_000, 13_500_000)),
    ("Tilskudd", (72_000, 2_072_000_000)),
]


@pytest.mark.parametrize("width", [20.5, 21, 21.5, 22, 23, 24])
def test_two_amounts_of_a_ruled_row_may_begin_in_the_column_before(width: float) -> None:
    assert amounts(width, "0.5pt") == WANTED


@pytest.mark.parametrize("width", [23, 24])
def test_so_may_those_of_a_row_without_lines(width: float) -> None:
    assert amounts(width, "none") == WANTED


def test_a_number_that_ends_as_its_column_does_stays_there() -> None:
    rows = ", ".join(f"[{kap}], [{post}], [{sum}]" for kap, post, sum in COUNTED)
    body = f"""Midlene fordeler seg slik (i 1 000 kroner):

#table(columns: (30mm, 8mm, 18mm), inset: 1pt, align: (left, right, right),
  [Kap.], [Post], [Bevilgning], {rows})
"""
    letter = read_letter(body, title=BASE, date="20. desember 2024")
    read = [(row.post, row.amounts) for table in letter.budget_tables for row in table.rows]
    assert read == [(1, (104_500_000,)), (21, (113_300_000,)), (70, (172_000_000,))]


COUNTED = (("1200", "01", "104~500"), ("1200", "21", "113~300"), ("1201", "70", "172~000"))
"""Posts flush right, and amounts so wide that little room is left between the two."""
