"""Cells whose words run over into the rows below: their own row is too low for them.

A row of a fixed height, or one that a converter measured wrong, does not grow with its remark. The
lines go on at their own pitch, over the ruling and beside the next row's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tildeling.page.lines import Line
from tildeling.tabular.raw_table import RawCell, RawRow

# Font sizes by which the lines of a cell may differ in pitch: converters round it to pixels.
PITCH = 0.12
# Font sizes within which the lines of a cell begin at one place.
FLUSH = 0.1
# Words nearer to each other's height than this many font sizes are set on one line.
ON_LINE = 0.05
# Where no ruling is crossed, lines that run over stand further than this many font sizes from the
# row's own lines, and from their middle: a high cell may be set in the middle of its row.
BESIDE = 0.15


def mend_run_over(rows: Sequence[RawRow], edges: Sequence[float] = ()) -> None:
    """Gives what runs over back to the cell that it began in; `edges` are the rulings across."""
    # Remarks are never what a row begins with.
    for column in {c.column for row in rows for c in row.cells if c.column and len(c.lines) > 1}:
        above: RawCell | None = None
        over: list[tuple[RawRow, RawCell]] = []
        for row in rows:
            cell = row.cell(column)
            if above is not None and cell is not None and _goes_on(above, over, row, cell):
                over.append((row, cell))
                continue
            _give_back(above, over, edges)
            above, over = cell, []
        _give_back(above, over, edges)


def _goes_on(
    above: RawCell, over: Sequence[tuple[RawRow, RawCell]], row: RawRow, cell: RawCell
) -> bool:
    """Whether a cell's lines go on at the pitch of those above, and on no line of their row."""
    if len(above.lines) < 2 or cell.columns != above.columns or cell.type != "words":
        return False
    last, first = (over[-1][1] if over else above).lines[-1], cell.lines[0]
    lines = (last, *cell.lines)
    pitch = above.lines[-1].middle - above.lines[-2].middle
    return (
        all(
            abs(under.middle - line.middle - pitch) < PITCH * line.size
            and abs(under.x0 - last.x0) < FLUSH * line.size
            and under.size == line.size
            for line, under in pairwise(lines)
        )
        and any(other is not cell for other in row.cells)
        and all(abs(one.middle - first.middle) > ON_LINE * first.size for one in _firsts(row, cell))
    )


def _firsts(row: RawRow, cell: RawCell) -> Iterator[Line]:
    """The first lines of a row's other cells."""
    return (other.lines[0] for other in row.cells if other is not cell)


def _give_back(
    above: RawCell | None, over: Sequence[tuple[RawRow, RawCell]], edges: Sequence[float]
) -> None:
    if above is None or not over:
        return
    lines = [line for _, cell in over for line in cell.lines]
    crosses = any(line.top < edge < line.bottom for line in lines for edge in edges)
    if not crosses and (edges or not all(_stands_beside(row, cell) for row, cell in over)):
        return
    for row, cell in over:
        row.cells.remove(cell)
    above.lines.extend(lines)


def _stands_beside(row: RawRow, cell: RawCell) -> bool:
    """Whether a cell's lines stand on no line of their row, nor in the middle of its others."""
    first, last = cell.lines[0], cell.lines[-1]
    middle = (first.middle + last.middle) / 2
    others = [line for other in row.cells if other is not cell for line in other.lines]
    centre = (others[0].middle + max(line.middle for line in others)) / 2
    least = BESIDE * first.size
    apart = all(abs(line.middle - first.middle) > least for line in others)
    return apart and abs(middle - centre) > least
