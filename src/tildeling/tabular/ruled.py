"""A ruled table: its cells are what its lines enclose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Word
from tildeling.table import TableKind
from tildeling.tabular.drawn import Lattice
from tildeling.tabular.overflow import mend_placed
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable
from tildeling.tabular.row_space import is_numeric
from tildeling.tabular.wrapped import is_complete

OPEN = 0.4
"""A column edge that is drawn in a smaller share of the rows parts the others by their words: only
the heading is boxed."""
FEW_ROWS = 3
"""Fewer rows do not tell that an edge is drawn in few of them."""
APART = 0.6
"""Words that stand nearer than this many font sizes flow over an edge that is not drawn."""
DRAWING = 0.4
"""Where a smaller share of the rows holds words, and there are several, it is a chart's grid."""
SEVERAL_ROWS = 4

Placed = dict[tuple[int, int], list[Word]]


def read_lattice(page: Page, lattice: Lattice, words: Sequence[Word]) -> RawTable | None:
    """The table that a lattice's lines make of the words in it; None where it is a drawing."""
    placed = _placed(lattice, words)
    filled = sorted({row for row, _ in placed})
    if len(filled) < DRAWING * lattice.row_count and lattice.row_count > SEVERAL_ROWS:
        return None
    mend_placed(placed)
    spans = _column_spans(page, lattice, placed, filled)
    heights = _merge_down(lattice, placed, spans)
    rows: list[RawRow] = []
    for row in range(lattice.row_count):
        cells = []
        for column, columns in spans.get(row, ()):
            covered = range(column, column + columns)
            inside = [word for at in covered for word in placed.get((row, at), ())]
            if inside:
                lines = lines_of(page, inside)
                x0, x1 = lattice.columns[column], lattice.columns[column + columns]
                high = heights.get((row, column), 1)
                cells.append(RawCell(column, columns, lines, *_room(x0, x1, lines), rows=high))
        if cells:
            rows.extend(_split_band(RawRow(cells)))
    kind: TableKind = "half_ruled" if _open_edges(lattice, filled) else "ruled"
    return RawTable(
        page.number, rows, list(lattice.columns), kind, lattice.top, lattice.bottom, page.number
    )


def _placed(lattice: Lattice, words: Sequence[Word]) -> Placed:
    """The words by row and column of the cell that their middle lies in."""
    placed: Placed = {}
    for word in words:
        row = bisect_right(lattice.rows, (word.top + word.bottom) / 2) - 1
        column = bisect_right(lattice.columns, (word.x0 + word.x1) / 2) - 1
        row = min(max(row, 0), lattice.row_count - 1)
        column = min(max(column, 0), lattice.column_count - 1)
        placed.setdefault((row, column), []).append(word)
    return placed


def _open_edges(lattice: Lattice, filled: Sequence[int]) -> set[int]:
    """The inner column edges that are drawn in few of the rows that hold words."""
    if len(filled) < FEW_ROWS:
        return set()
    return {
        edge
        for edge in range(1, lattice.column_count)
        if sum(edge in lattice.walls[row] for row in filled) < OPEN * len(filled)
    }


def _column_spans(
    page: Page, lattice: Lattice, placed: Placed, filled: Sequence[int]
) -> dict[int, list[tuple[int, int]]]:
    """For each row that holds words, the cells' first columns and how many they cover."""
    is_open = _open_edges(lattice, filled)
    spans: dict[int, list[tuple[int, int]]] = {}
    for row in filled:
        inside = [w for at in range(lattice.column_count) for w in placed.get((row, at), ())]
        missing = is_open - lattice.walls[row]
        lines = lines_of(page, inside) if missing else []
        parted = {edge for edge in missing if _leave_free(lines, lattice.columns[edge])}
        edges = sorted(lattice.walls[row] & set(range(1, lattice.column_count)) | parted)
        bounds = [0, *edges, lattice.column_count]
        spans[row] = [(first, last - first) for first, last in pairwise(bounds)]
    return spans


def _leave_free(lines: Sequence[Line], x: float) -> bool:
    """True where no line has words over an edge, or ordinary space there."""
    for line in lines:
        left = [word.x1 for word in line.words if (word.x0 + word.x1) / 2 < x]
        right = [word.x0 for word in line.words if (word.x0 + word.x1) / 2 >= x]
        if left and right and min(right) - max(left) < APART * line.size:
            return False
        if any(word.x0 < x < word.x1 for word in line.words) and not (left and right):
            return False
    return True


def _merge_down(
    lattice: Lattice, placed: Placed, spans: dict[int, list[tuple[int, int]]]
) -> dict[tuple[int, int], int]:
    """Moves what stands in a cell merged over rows to the first of them.

    Returns how many rows such cells cover. A column without any line between its rows holds a cell
    a row, unless all its words stand in one.
    """
    heights: dict[tuple[int, int], int] = {}
    for column in range(lattice.column_count):
        has_floors = any(column in floor for floor in lattice.floors)
        top = 0
        for row in range(1, lattice.row_count + 1):
            if row < lattice.row_count and column not in lattice.floors[row - 1]:
                continue
            filled = [at for at in range(top, row) if placed.get((at, column))]
            if row - top > 1 and filled and (len(filled) == 1 or has_floors):
                placed[top, column] = [word for at in filled for word in placed.pop((at, column))]
                spans.setdefault(top, [(at, 1) for at in range(lattice.column_count)])
                heights[top, column] = row - top
            top = row
    return heights


def _room(x0: float, x1: float, lines: Sequence[Line]) -> tuple[float, float]:
    """Left and right edge of the room for text in a ruled cell, padded alike on both sides."""
    pad = min(min(line.x0 for line in lines) - x0, x1 - max(line.x1 for line in lines), 12.0)
    return x0 + max(pad, 0.0), x1 - max(pad, 0.0)


def _is_broken(above: Line, below: Line, cell: RawCell) -> bool:
    """True for "1 872 000" over "000" in a cell without room for all of the number."""
    width = (above.x1 - above.x0) + above.space + (below.words[0].x1 - below.words[0].x0)
    return not is_complete(above, below) and width > cell.right - cell.left - 1.0


def _split_band(row: RawRow) -> list[RawRow]:
    """A band between two horizontal lines that holds several rows, each with its own amount."""
    amounts = [line for cell in row.cells[-1:] for line in cell.lines if is_numeric(line.text)]
    if len(row.cells) < 2 or len(amounts) < 2 or len(amounts) < len(row.cells[-1].lines):
        return [row]
    # A number broken over two lines stands beside words that are not, or had no room.
    if max(len(cell.lines) for cell in row.cells[:-1]) < len(amounts):
        return [row]
    if any(_is_broken(above, below, row.cells[-1]) for above, below in pairwise(amounts)):
        return [row]
    heights = [line.middle - 1.0 for line in amounts]
    rows: list[RawRow] = [RawRow([]) for _ in amounts]
    for cell in row.cells:
        for line in cell.lines:
            at = max(bisect_right(heights, line.middle + line.size * 0.3) - 1, 0)
            mate = rows[at].cell(cell.column)
            if mate is None:
                rows[at].cells.append(
                    RawCell(cell.column, cell.columns, [line], cell.left, cell.right)
                )
            else:
                mate.lines.append(line)
    return rows
