"""A ruled table: its cells are what its lines enclose."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tildeling.forms import is_label
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Word
from tildeling.table import ColumnType, TableKind
from tildeling.tabular.cell_types import cell_type
from tildeling.tabular.column_types import ReadCell, column_types
from tildeling.tabular.drawn import Lattice
from tildeling.tabular.labelled import find_labelled
from tildeling.tabular.overflow import mend_placed
from tildeling.tabular.pieces import Piece
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable
from tildeling.tabular.row_starts import Rows, is_valued
from tildeling.tabular.run_over import mend_run_over
from tildeling.tabular.strips import pieces, wide_strips

# A column edge that is drawn in a smaller share of the rows parts the others by their words: only
# the heading is boxed.
OPEN = 0.4
# Fewer rows do not tell that an edge is drawn in few of them; one drawn in none is open.
FEW_ROWS = 3
# Words part a drawn column where so large a share of its lines leaves a place free.
PARTED = 0.6
# One line alone parts nothing.
LEAST_PARTED = 2
# Words that stand nearer than this many font sizes flow over an edge that is not drawn. The space
# of monospaced type is 0.6 of its size.
APART = 0.65
# Pieces of one line of a row stand no more than this many font sizes above one another.
SAME_LINE = 0.2
# Where a smaller share of the rows holds words, and there are several, it is a chart's grid.
DRAWING = 0.4
# With fewer rows an empty one is a form's, not a chart's.
SEVERAL_ROWS = 4

Placed = dict[tuple[int, int], list[Word]]


def read_lattice(page: Page, lattice: Lattice, words: Sequence[Word]) -> RawTable | None:
    """The table that a lattice's lines make of the words in it; None where it is a drawing."""
    lattice = _with_parted(page, lattice, words)
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
            rows.append(RawRow(cells))
    mend_run_over(rows, lattice.rows)
    rows = _split_bands(rows, lattice.column_count)
    kind: TableKind = "half_ruled" if _open_edges(lattice, filled) else "ruled"
    return RawTable(
        page.number, rows, list(lattice.columns), kind, lattice.top, lattice.bottom, page.number
    )


def _placed(lattice: Lattice, words: Sequence[Word]) -> Placed:
    """The words by row and column of the cell that their middle lies in."""
    placed: Placed = {}
    for word in words:
        row = lattice.row_at((word.top + word.bottom) / 2)
        column = lattice.column_at((word.x0 + word.x1) / 2)
        placed.setdefault((row, column), []).append(word)
    return placed


def _open_edges(lattice: Lattice, filled: Sequence[int]) -> set[int]:
    """The inner column edges that are drawn in few of the rows that hold words."""
    drawn = {
        edge: sum(edge in lattice.walls[row] for row in filled)
        for edge in range(1, lattice.column_count)
    }
    few = len(filled) < FEW_ROWS
    return {
        edge for edge, rows in drawn.items() if rows < OPEN * len(filled) and not (few and rows)
    }


def _column_spans(
    page: Page, lattice: Lattice, placed: Placed, filled: Sequence[int]
) -> dict[int, list[tuple[int, int]]]:
    """For each row that holds words, the cells' first columns and how many they cover."""
    is_open = _open_edges(lattice, filled)
    inner = set(range(1, lattice.column_count))
    spans: dict[int, list[tuple[int, int]]] = {}
    for row in filled:
        inside = [w for at in range(lattice.column_count) for w in placed.get((row, at), ())]
        walls = lattice.walls[row] & inner
        missing = is_open - walls if walls or is_open else inner
        lines = lines_of(page, inside) if missing else []
        parted = {edge for edge in missing if _leave_free(lines, lattice.columns[edge])}
        if missing is inner and not _are_parted(lines, [lattice.columns[at] for at in parted]):
            parted = set()
        edges = sorted(walls | parted)
        bounds = [0, *edges, lattice.column_count]
        spans[row] = [(first, last - first) for first, last in pairwise(bounds)]
    return spans


def _are_parted(lines: Sequence[Line], edges: Sequence[float]) -> bool:
    """True where lines have words on both sides of a free edge: cells of a row between two bands.

    Where only every second row is framed, the others have no lines down; words of a merged cell
    stand on one side, or flow over the edges.
    """
    return any(any(line.words[0].x0 < x < line.words[-1].x1 for line in lines) for x in edges)


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


# ---------------------------------------------------------------------- what the words tell


def _with_parted(page: Page, lattice: Lattice, words: Sequence[Word]) -> Lattice:
    """The lattice with the edges that words leave free within its columns, in most of their lines.

    A single line down the page parts the names from all figures, which stand in columns of their
    own.
    """
    columns: dict[int, list[Word]] = {}
    for word in words:
        columns.setdefault(lattice.column_at((word.x0 + word.x1) / 2), []).append(word)
    parted: list[float] = []
    for inside in columns.values():
        lines = lines_of(page, inside)
        if any(find_labelled(lines)):
            continue  # they are read as rows where the cell's text is
        least = max(LEAST_PARTED, PARTED * len(lines))
        split = [cut for cut in map(pieces, lines) if len(cut) > 1]
        if len(split) >= least:
            parted += [strip.middle for strip in wide_strips(split) if strip.lines >= least]
    if not parted:
        return lattice
    return replace(lattice, columns=tuple(sorted([*lattice.columns, *parted])))


def _split_bands(rows: Sequence[RawRow], columns: int) -> list[RawRow]:
    """The rows, those parted that hold several rows between two lines across."""
    if all(len(cell.lines) < LEAST_PARTED for row in rows for cell in row.cells):
        return list(rows)
    read: list[list[ReadCell]] = [[] for _ in range(columns)]
    for row in rows:
        for cell in row.cells:
            if cell.columns > 1:
                continue
            if len(cell.lines) == 1:
                read[cell.column].append((cell.text, cell.type))
            else:
                read[cell.column] += [(line.text, cell_type(line.text)) for line in cell.lines]
    types = column_types(read, [cells[0][0] if cells else "" for cells in read])
    return [part for row in rows for part in _split_band(row, types)]


def _split_band(row: RawRow, types: Sequence[ColumnType | None]) -> list[RawRow]:
    if all(len(cell.lines) < LEAST_PARTED for cell in row.cells):
        return [row]
    pieces = sorted(
        (Piece(cell.column, cell.columns, line) for cell in row.cells for line in cell.lines),
        key=lambda piece: (piece.line.middle, piece.column),
    )
    rooms = {cell.column: (cell.left, cell.right) for cell in row.cells}
    cut = _on_one_line(pieces)
    starts = _at_labels(cut) or _at_values(cut, types, rooms)
    if len(starts) < LEAST_PARTED:
        return [row]
    found: list[RawRow] = [RawRow([]) for _ in starts]
    for at, piece in ((at, piece) for at, beside in enumerate(cut) for piece in beside):
        part = found[bisect_right(starts, at) - 1]
        cell = part.cell(piece.column)
        if cell is None:
            part.cells.append(
                RawCell(piece.column, piece.columns, [piece.line], *rooms[piece.column])
            )
        else:
            cell.lines.append(piece.line)
    for part in found:
        part.cells.sort(key=lambda cell: cell.column)
    return found


def _at_labels(cut: Sequence[Sequence[Piece]]) -> list[int]:
    """Where rows begin whose labels stand in the first column, each with its value beside it."""
    starts = [at for at, beside in enumerate(cut) if any(piece.column == 0 for piece in beside)]
    are_labels = all(
        len(cut[at]) > 1 and is_label(piece.line.text)
        for at in starts
        for piece in cut[at]
        if piece.column == 0
    )
    return starts if are_labels and starts[:1] == [0] else []


def _at_values(
    cut: Sequence[Sequence[Piece]],
    types: Sequence[ColumnType | None],
    rooms: dict[int, tuple[float, float]],
) -> list[int]:
    """Where rows begin that have amounts or keys of their own."""
    valued = Counter(
        piece.column
        for beside in cut
        for piece in beside
        if types[piece.column] in ("amount", "key") and piece.columns == 1 and is_valued(piece)
    )
    if not valued or max(valued.values()) < LEAST_PARTED:
        return []
    lines = [beside[0].line for beside in cut]
    starts, _ = Rows(lines, cut, types, rooms, [False] * len(lines), wraps=True).starts()
    return starts


def _on_one_line(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces from the top, those together that stand beside each other."""
    beside: list[list[Piece]] = []
    for piece in pieces:
        first = beside[-1][0] if beside else None
        if (
            first is not None
            and piece.line.middle - first.line.middle < SAME_LINE * piece.line.size
            and all(other.column != piece.column for other in beside[-1])
        ):
            beside[-1].append(piece)
        else:
            beside.append([piece])
    return beside
