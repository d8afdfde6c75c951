"""Which lines of a table make up one row, by the space between them and where amounts stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tildeling.page.lines import Line

OVERLAP = 0.8
"""Lines whose middles are nearer than this many font sizes overlap: they belong to one row."""
ROW_SPACE = 1.06
"""A step of more than this many line distances of the table parts its rows."""
LEAST_ROWS = 2
"""A table of amounts has at least this many lines with one."""

_NUMERIC = re.compile(r"[-+–−(]?\s*\d[\d\s.,/]*\)?(?:\s*(?:kroner|kr\.?|mill\.?))?|[-–−]")
# "Ny bevilgning" over "877 797": an amount begins a cell; "Bevilgning" over "2025" goes on.
_AMOUNT = re.compile(r"[-+–−(]?\s*\d{1,3}[\s.]\d{3}(?:[\s.]?\d{3})*\)?(?:\s*(?:kroner|kr\.?))?")
# "01" is a post and "2023" a year over a column; neither tells a row of amounts.
_SHORT_NUMBER = re.compile(r"\d{2}|(?:19|20)\d\d")


def is_amount(text: str) -> bool:
    """True for an amount with a thousand separator, as budget tables print them."""
    return _AMOUNT.fullmatch(text) is not None


def is_numeric(text: str) -> bool:
    """True for a number, with or without unit, or the dash in its place."""
    return _NUMERIC.fullmatch(text) is not None


def whole_rows(
    lines: Sequence[Line], split: Sequence[Sequence[tuple[int, Line]]], separators: Sequence[float]
) -> dict[int, int]:
    """The lines that make up rows of several lines with one line of amounts among them.

    Where names wrap and amounts are centred or set at the bottom, lines of the name stand over
    their amounts, and only the space between rows, or a ruling, tells where a row begins. Returns
    the number of the row for the position of each such line.
    """
    holds = [_holds_amount(cells) for cells in split]
    if sum(holds) < LEAST_ROWS:
        return {}
    steps = [below.middle - above.middle for above, below in pairwise(lines)]
    usual = _line_distance(lines)
    ruled = [
        any(above.middle < y < below.middle for y in separators) for above, below in pairwise(lines)
    ]
    parted = [cut or step > ROW_SPACE * usual for cut, step in zip(ruled, steps, strict=True)]
    apart = [
        cut or step > OVERLAP * line.size
        for cut, step, line in zip(ruled, steps, lines[1:], strict=True)
    ]
    groups: list[list[int]] = []
    for group in _groups(range(len(lines)), parted):
        rows = sum(holds[at] for at in group)
        if rows == 1:
            groups.append(group)
        else:
            chains = _groups(group, apart)
            groups.extend(chain for chain in chains if sum(holds[at] for at in chain) < LEAST_ROWS)
    return {at: row for row, group in enumerate(groups) if len(group) > 1 for at in group}


def _groups(positions: Sequence[int], cuts: Sequence[bool]) -> list[list[int]]:
    """Consecutive positions parted where a cut stands after one: `cuts[n]` follows position n."""
    groups: list[list[int]] = []
    for at in positions:
        if not groups or cuts[at - 1]:
            groups.append([])
        groups[-1].append(at)
    return groups


def _line_distance(lines: Sequence[Line]) -> float:
    """The least distance between two lines of one cell; amounts may stand half way between them."""
    middles = [line.middle for line in lines]
    steps = [
        *(below - above for above, below in pairwise(middles)),
        *(below - above for above, below in zip(middles, middles[2:], strict=False)),
    ]
    least = 0.95 * min(line.size for line in lines)
    return min((step for step in steps if step > least), default=0.0)


def _holds_amount(cells: Sequence[tuple[int, Line]]) -> bool:
    """True for a line with an amount, or a dash in its place, to the right of its first column."""
    return any(
        column > 0 and _NUMERIC.fullmatch(part.text) and not _SHORT_NUMBER.fullmatch(part.text)
        for column, part in cells
    )
