"""From lines and columns, or from a grid of rulings, to rows and cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.tabular.overflow import CLOSE, mend_cells
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable
from tildeling.tabular.row_space import LEAST_ROWS, whole_rows
from tildeling.tabular.wrapped import continues, has_number

MOVED_WORDS = 3
"""At most so many words go over to the column next to the one that they lie in."""

_IN_BRACKETS = re.compile(r"\([^()]*\)")


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
            rows
            and at not in whole
            and tight
            and not ruled
            and continues(rows[-1], cells, extent, len(rows) == 1 and not has_number(rows[0]))
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
    return RawTable(page, rows, edges, "spaced", lines[0].top, lines[-1].bottom, page, gutters)


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


def is_flush_left(parts: Sequence[Line]) -> bool:
    """True where all parts of a column begin at the same place."""
    return max(part.x0 for part in parts) - min(part.x0 for part in parts) < 2.0
