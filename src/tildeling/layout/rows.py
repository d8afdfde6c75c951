"""From lines and columns to rows and cells: which line begins a row, and which goes on in one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tildeling.forms import is_label
from tildeling.layout.grid import Grid
from tildeling.layout.lines import Line, lines_of
from tildeling.layout.overflow import mend_cells
from tildeling.layout.row_space import LEAST_ROWS, is_amount, is_numeric, whole_rows
from tildeling.read.page import Page, Word

CLOSE = 1.6
"""Words nearer to each other than this many spaces stand in one column."""
MOVED_WORDS = 3
"""At most so many words go over to the column next to the one that they lie in."""

# An amount or a key is complete as it stands: a line below it begins another cell.
_KEY = re.compile(r".*\d[.)]?")


# "Kap." and "Kap. 290 post" are never all that a cell says.
_WANTS_NUMBER = re.compile(r"(?:.*\s)?(?:kap(?:\.|ittel)?|post)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# "Kap. 290", "Post 21" and "290/01" begin a row.
_ROW_KEY = re.compile(r"kap(?:\.|ittel)?(?:\s*\d|$)|post\s*\d|0?\d{3,4}[./]\d{2}\b", re.IGNORECASE)
_CHAPTER_ALONE = re.compile(r"kap(?:\.|ittel)?\s*\d{1,4},?", re.IGNORECASE)
_POST_ALONE = re.compile(r"post\s*\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "2 357 700" over "000" where the column was too narrow for "2 357 700 000".
_REST_OF_AMOUNT = re.compile(r"\d{3}(?:[ .]\d{3})*")
_DIGIT = re.compile(r"\d")
_READS_ON = re.compile(r"[a-zæøå(–]|(?:19|20)\d\d\b")


@dataclass
class RawCell:
    """A cell's lines, before they are written into the letter's text."""

    column: int
    columns: int
    lines: list[Line]
    left: float
    right: float
    """The edges of the room that the cell's text has."""
    ruled: bool = True
    """False where the right edge is only that of the longest line."""
    sure: bool = True
    """True where more than one line reaches that edge."""

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)


@dataclass
class RawRow:
    """A row's cells, from left to right; empty ones are left out."""

    cells: list[RawCell]

    def cell(self, column: int) -> RawCell | None:
        """The cell that begins in a column, or None."""
        for cell in self.cells:
            if cell.column == column:
                return cell
        return None

    @property
    def text(self) -> str:
        """Its words, cells parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)


@dataclass
class RawTable:
    """A table on one page, or, once joined, over several."""

    page: int
    rows: list[RawRow]
    edges: list[float]
    """Left and right edge of the table and, between them, where its columns part."""
    ruled: bool
    top: float
    bottom: float
    last_page: int = field(default=0)
    gutters: Sequence[tuple[float, float]] = ()
    """The empty strips between its columns, where no rulings part them."""

    @property
    def column_count(self) -> int:
        """Number of columns."""
        return len(self.edges) - 1


def rows_in_columns(
    lines: Sequence[Line],
    gutters: Sequence[tuple[float, float]],
    separators: Sequence[float],
    pitch: float,
) -> RawTable:
    """A table without vertical lines, from its region's lines and the gutters between columns."""
    edges = [
        min(line.x0 for line in lines),
        *((low + high) / 2 for low, high in gutters),
        max(line.x1 for line in lines),
    ]
    split = [_cells_of(line, edges) for line in lines]
    mend_cells(split)
    extent = _extents(split)
    sure = _sure_columns(split)
    rows: list[RawRow] = []
    above: Line | None = None
    whole = whole_rows(lines, split, separators)
    for at, (line, cells) in enumerate(zip(lines, split, strict=True)):
        if at in whole and rows and whole.get(at - 1) == whole[at]:
            for column, part in cells:
                _add(rows[-1], column, part, extent, sure)
            above = line
            continue
        ruled = above is not None and any(above.middle < y < line.middle for y in separators)
        tight = above is not None and line.middle - above.middle <= 1.4 * max(
            pitch, line.size * 1.15
        )
        goes_on = (
            rows and at not in whole and tight and not ruled and _continues(rows[-1], cells, extent)
        )
        if not goes_on:
            rows.append(RawRow([]))
        for column, part in cells:
            _add(rows[-1], column, part, extent, sure)
        above = line
    for row in rows:
        row.cells.sort(key=lambda cell: cell.column)
    rows = _with_name_over(rows)
    page = lines[0].page
    return RawTable(page, rows, edges, False, lines[0].top, lines[-1].bottom, page, gutters)


def _with_name_over(rows: Sequence[RawRow]) -> list[RawRow]:
    """Rows whose name goes on from a line over them, in small letters, made one with that line."""
    joined: list[RawRow] = []
    for row in rows:
        over = joined[-1].cells if joined else []
        mate = row.cell(over[0].column) if len(over) == 1 and over[0].column > 0 else None
        if (
            mate is not None
            and len(row.cells) > LEAST_ROWS
            and mate.lines[0].text[0].islower()
            and mate.lines[0].bold == over[0].lines[-1].bold
        ):
            mate.lines[:0] = over[0].lines
            joined[-1] = row
        else:
            joined.append(row)
    return joined


def _add(
    row: RawRow,
    column: int,
    part: Line,
    extent: dict[int, tuple[float, float]],
    sure: set[int],
) -> None:
    """Adds a line's words in one column to the row's cell there, which may be new."""
    cell = row.cell(column)
    if cell is None:
        row.cells.append(RawCell(column, 1, [part], *extent[column], False, column in sure))
    else:
        cell.lines.append(part)


def _cells_of(line: Line, edges: Sequence[float]) -> list[tuple[int, Line]]:
    """The line's words by column.

    Words that stand close belong together: where a heading's first word lies over the gutter, it
    goes with the words after it.
    """
    inner = edges[1:-1]
    if _IN_BRACKETS.fullmatch(line.text):
        # "(i 1 000 kroner)" over the table is one note, whatever columns it stands over.
        return [(bisect_right(inner, line.x1 - 1.0), line)]
    columns = [bisect_right(inner, (word.x0 + word.x1) / 2) for word in line.words]
    for at in range(1, len(columns)):
        if columns[at - 1] < columns[at]:
            _move_cut(line, columns, at)
    by_column: dict[int, list[Word]] = {}
    for word, column in zip(line.words, columns, strict=True):
        by_column.setdefault(column, []).append(word)
    return [
        (column, Line(line.page, tuple(words), line.frame))
        for column, words in sorted(by_column.items())
    ]


def _move_cut(line: Line, columns: list[int], at: int) -> None:
    """Moves a cut between two words that stand close to the wide gap next to it, if there is one.

    `at` is the first word after the cut; `columns` is changed in place.
    """
    gaps = [right.x0 - left.x1 for left, right in pairwise(line.words)]
    if gaps[at - 1] > CLOSE * line.space:
        return
    before, after = columns[at - 1], columns[at]
    for to in sorted(range(1, len(columns)), key=lambda place: abs(place - at)):
        if abs(to - at) > MOVED_WORDS:
            return
        # Neither column may lose all its words.
        stays = columns[to - 1] == before and columns[to] == (before if to < at else after)
        if to != at and stays and gaps[to - 1] > CLOSE * line.space:
            columns[min(to, at) : max(to, at)] = [after if to < at else before] * abs(to - at)
            return


def _extents(split: Sequence[Sequence[tuple[int, Line]]]) -> dict[int, tuple[float, float]]:
    """Left and right edge of the room that text has in each column.

    Room ends where the next column's text begins, if that is set flush left; if it is set flush
    right, as amounts are, nobody knows, and the longest line tells.
    """
    parts: dict[int, list[Line]] = {}
    for cells in split:
        for column, part in cells:
            parts.setdefault(column, []).append(part)
    extents = {}
    for column, mine in parts.items():
        right = max(part.x1 for part in mine)
        following = parts.get(column + 1)
        if following and is_flush_left(following):
            right = max(right, min(part.x0 for part in following) - 3.0)
        extents[column] = (min(part.x0 for part in mine), right)
    return extents


def _sure_columns(split: Sequence[Sequence[tuple[int, Line]]]) -> set[int]:
    """The columns whose edge several lines reach: text there is broken by the cell's own width."""
    widths: dict[int, list[tuple[float, float]]] = {}
    for cells in split:
        for column, part in cells:
            width = part.x1 - part.x0
            widths.setdefault(column, []).append((width, width / len(part.text)))
    return {
        column
        for column, lines in widths.items()
        if sum(width > max(lines)[0] - 1.2 * letter for width, letter in lines) > 1
    }


def is_complete(above: Line, below: Line) -> bool:
    """True where what stands in a cell so far leaves nothing to go on with: an amount, a number."""
    if _lacks_number(above, below):
        return False
    if is_amount(above.text) and _REST_OF_AMOUNT.fullmatch(below.text):
        return False
    return (
        is_numeric(above.text)
        or (is_numeric(below.text) and not _YEAR.fullmatch(below.text))
        or above.bold != below.bold
        or (_KEY.fullmatch(above.text) is not None and below.text[0].isupper())
    )


def _lacks_number(above: Line, below: Line) -> bool:
    """True for "Kap. 290 post" over "01"."""
    return below.text[0].isdigit() and _WANTS_NUMBER.fullmatch(above.text) is not None


def is_flush_left(parts: Sequence[Line]) -> bool:
    """True where all parts of a column begin at the same place."""
    return max(part.x0 for part in parts) - min(part.x0 for part in parts) < 2.0


def _continues(
    row: RawRow, cells: Sequence[tuple[int, Line]], extent: dict[int, tuple[float, float]]
) -> bool:
    """True where each of a line's cells goes on with the one above it.

    It does where that had no room for its first word; a line with nothing in the first column also
    where its words read on: in small letters, with a year, or with a bracket.
    """
    hangs = cells[0][0] > 0 or all(part.text[0].islower() for _, part in cells)
    first, key = row.cell(0), cells[0][1].text
    if cells[0][0] == 0 and not _ends_key(row, cells) and _opens_row(first, key):
        return False
    for column, part in cells:
        cell = row.cell(column)
        if cell is None:
            return False
        last = cell.lines[-1]
        if column == 0 and _lacks_number(last, part):
            continue
        if is_complete(last, part):
            return False
        left, right = extent[column]
        width = (last.x1 - last.x0) + last.space + (part.words[0].x1 - part.words[0].x0)
        # A small letter goes on with the words above, even where a short word seems to have had
        # room.
        spare = 12.0 if len(cells) == 1 and part.text[0].islower() else 1.0
        if width <= right - left - spare and not (hangs and _READS_ON.match(part.text)):
            return False
    return True


def _ends_key(row: RawRow, cells: Sequence[tuple[int, Line]]) -> bool:
    """True for "post 60" under "Kap. 290" in a row that has its amount already."""
    first = row.cell(0)
    return (
        first is not None
        and _CHAPTER_ALONE.fullmatch(first.text) is not None
        and _POST_ALONE.fullmatch(cells[0][1].text) is not None
        and any(is_numeric(cell.text) for cell in row.cells[1:])
        and not any(is_numeric(part.text) for _, part in cells[1:])
    )


def _opens_row(above: RawCell | None, text: str) -> bool:
    """True for what a row begins with: a label, a chapter or post, or a key like the one above it.

    "2025-05" and "2025-06" are keys alike, and so are "1. mars" and "15. juni".
    """
    if _ROW_KEY.match(text) or is_label(text):
        return True
    return (
        above is not None and _DIGIT.search(text) is not None and _shape(above.text) == _shape(text)
    )


def _shape(text: str) -> str:
    """The text with its numbers and words made alike.

    >>> _shape("TB2025-01"), _shape("1. mars")
    ('a0-0', '0. a')
    """
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", text))


def rows_in_grid(page: Page, grid: Grid, words: Sequence[Word], pitch: float) -> RawTable:
    """A ruled table: its cells are what its lines enclose."""
    rows: list[RawRow] = []
    for cells in grid.cells(words):
        filled = []
        for cell in cells:
            if cell.words:
                lines = lines_of(page, cell.words)
                filled.append(
                    RawCell(cell.column, cell.columns, lines, *_room(cell.x0, cell.x1, lines))
                )
        if filled:
            rows.extend(_split_band(RawRow(filled)))
    return RawTable(page.number, rows, list(grid.columns), True, grid.top, grid.bottom, page.number)


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
