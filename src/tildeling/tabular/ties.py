"""Two readings of a table that are as good as each other, and have other amounts in it.

What no sum settles is told: whoever reads the figures must know that they could be read otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.tabular.arithmetic import adds_up
from tildeling.tabular.raw_table import RawRow
from tildeling.tabular.readings import Reading

# Readings whose scores are no further apart are as good as each other.
#
# Of some 500 spaced tables in 180 letters, all read right, in two the reading that joins amounts of
# two lines was so near (0.02 and 0.14); in all others it was 1.05 away or more.
TIE = 0.25


def mark_doubtful(rows: Sequence[RawRow], readings: Sequence[Reading]) -> None:
    """Marks the rows of the best reading whose amounts one as good joins or parts.

    A row that adds up by itself is in no doubt: of three amounts cut in two, no half does.
    """
    best = readings[0]
    for other in readings[1:]:
        if "amount" not in best.types or best.score - other.score > TIE:
            return
        others = _amounts(other.rows)
        whole = set(_amounts(rows))
        for row in rows:
            mine = _amounts([row])
            row.is_in_doubt |= not adds_up(mine) and any(
                _parts_of_one(text, one)
                for text in mine
                if text not in others
                for one in others
                if one not in whole
            )


def _amounts(rows: Sequence[RawRow]) -> list[str]:
    return [cell.text for row in rows for cell in row.cells if cell.type == "amount"]


def _parts_of_one(text: str, other: str) -> bool:
    """Whether one amount holds all groups of digits of the other, in their order."""
    shorter, longer = sorted((text, other), key=len)
    return f" {shorter} " in f" {longer} "
