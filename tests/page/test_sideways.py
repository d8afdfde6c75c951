"""Headings turned to fit their columns are read; other turned words are none of the text."""

from __future__ import annotations

import pytest

from set_letters import read_letter

TURNED = """
Midlene fordeler seg slik (i 1 000 kroner):
#let up(body) = table.cell(align: bottom, rotate({angle}deg, reflow: true, body))
#table(columns: 6, stroke: 0.5pt, inset: 6pt,
  [Kap.], [Post], [Betegnelse],
  up[Saldert #linebreak() budsjett 2025], up[Endring], up[Bevilgning 2026],
  [1401], [01], [Driftsutgifter], [182 400], [4 100], [186 500],
  [1401], [21], [Spesielle driftsutgifter], [14 300], [-800], [13 500],
)
"""


@pytest.mark.parametrize("angle", [-90, 90])
def test_turned_headings_head_their_columns(angle: int) -> None:
    letter = read_letter(TURNED.replace("{angle}", str(angle)))
    (table,) = letter.budget_tables
    assert table.columns == ("Saldert budsjett 2025", "Endring", "Bevilgning 2026")
    assert table.column_roles == ("previous", "change", "new")
    assert [row.amounts for row in table.rows] == [
        (182_400_000, 4_100_000, 186_500_000),
        (14_300_000, -800_000, 13_500_000),
    ]


def test_a_budget_table_turned_on_an_upright_page_is_read() -> None:
    rows = ", ".join(
        f"[14{at:02}], [01], [Driftsutgifter {at}], [{100 + at} 000], [1 000], [{101 + at} 000]"
        for at in range(12)
    )
    letter = read_letter(
        f"""
= Budsjett
Tabellen viser bevilgningene (i 1 000 kroner):
#rotate(-90deg, reflow: true, table(columns: 6, stroke: 0.5pt, inset: 5pt,
  [Kap.], [Post], [Betegnelse], [Saldert 2024], [Endring], [Bevilgning 2025], {rows}))

Rapporten skal leveres innen 1. juni 2025.
"""
    )
    (table,) = letter.budget_tables
    assert [(row.chapter, row.amounts) for row in table.rows] == [
        (1400 + at, ((100 + at) * 1_000_000, 1_000_000, (101 + at) * 1_000_000)) for at in range(12)
    ]
    assert [str(deadline.date) for deadline in letter.deadlines] == ["2025-06-01"]
    evidence = table.rows[0].evidence[0]
    assert evidence.bbox is not None
    x0, top, x1, bottom = evidence.bbox
    assert bottom - top > x1 - x0
