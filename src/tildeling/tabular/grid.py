"""Ruled tables: where vertical lines meet horizontal ones, cells are what they enclose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.read.page import Page, Ruling, Word
from tildeling.tabular.overflow import mend_placed

TOUCH = 2.5
"""Points within which two rulings meet, or two positions are the same."""
MERGED_COLUMNS = 2
"""Cells merged over rows stand in so many columns from the left: they hold chapters and numbers."""
MIN_SIDE = 6.0
"""A cell is wider and higher than this many points."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: where it stands, the columns it covers and its words."""

    row: int
    column: int
    columns: int
    x0: float
    x1: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page."""

    x0: float
    top: float
    x1: float
    bottom: float
    columns: tuple[float, ...]
    """Positions of the vertical lines, outer ones included."""
    rows: tuple[float, ...]
    """Positions of the horizontal lines, outer ones included."""
    verticals: tuple[Ruling, ...]
    horizontals: tuple[Ruling, ...] = ()

    @property
    def column_count(self) -> int:
        """Number of columns."""
        return len(self.columns) - 1

    def encloses(self, word: Word) -> bool:
        """True where the word's middle lies in the grid."""
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return self.x0 - TOUCH <= x <= self.x1 + TOUCH and self.top <= y <= self.bottom

    def has_line_at(self, column: int, top: float, bottom: float) -> bool:
        """True where a vertical line parts two columns over the height of a row."""
        x = self.columns[column]
        middle = (top + bottom) / 2
        return any(
            abs(line.x0 - x) <= TOUCH and line.top <= middle <= line.bottom
            for line in self.verticals
        )

    def _raise_merged(self, placed: dict[tuple[int, int], list[Word]]) -> None:
        """Moves what stands in a cell merged over several rows to the first of them.

        Only where all its words stand in one of those rows: a column without lines between its rows
        may hold one cell a row.
        """
        for column in range(min(self.column_count - 1, MERGED_COLUMNS)):
            top = 0
            for row in range(1, len(self.rows)):
                if row < len(self.rows) - 1 and not self._has_line_over(row, column):
                    continue
                filled = [at for at in range(top, row) if placed.get((at, column))]
                if len(filled) == 1 and filled[0] > top:
                    placed[top, column] = placed.pop((filled[0], column))
                top = row

    def _has_line_over(self, row: int, column: int) -> bool:
        """True where a horizontal line runs over a cell."""
        middle = (self.columns[column] + self.columns[column + 1]) / 2
        return any(
            abs(line.top - self.rows[row]) <= TOUCH and line.x0 <= middle <= line.x1
            for line in self.horizontals
        )

    def cells(self, words: Sequence[Word]) -> list[list[GridCell]]:
        """The words of each cell, row by row."""
        rows: list[list[GridCell]] = []
        placed: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            row = bisect_right(self.rows, (word.top + word.bottom) / 2) - 1
            column = bisect_right(self.columns, (word.x0 + word.x1) / 2) - 1
            row = min(max(row, 0), len(self.rows) - 2)
            column = min(max(column, 0), self.column_count - 1)
            placed.setdefault((row, column), []).append(word)
        mend_placed(placed)
        self._raise_merged(placed)
        for row in range(len(self.rows) - 1):
            top, bottom = self.rows[row], self.rows[row + 1]
            cells: list[GridCell] = []
            start = 0
            while start < self.column_count:
                end = start + 1
                while end < self.column_count and not self.has_line_at(end, top, bottom):
                    end += 1
                inside = [w for column in range(start, end) for w in placed.get((row, column), ())]
                cells.append(
                    GridCell(
                        row,
                        start,
                        end - start,
                        self.columns[start],
                        self.columns[end],
                        tuple(inside),
                    )
                )
                start = end
            rows.append(cells)
        return rows


def find_grids(page: Page) -> list[Grid]:
    """The ruled tables of a page, from top to bottom.

    A grid is a set of rulings that touch one another, with at least two vertical and two horizontal
    positions. Underlined headings and tables with horizontal lines only make none.
    """
    groups = _connected([line for line in page.rulings if _is_long(line)])
    grids = []
    for group in groups:
        across = [line for line in group if line.is_horizontal]
        down = [line for line in group if not line.is_horizontal]
        columns = _positions([line.x0 for line in down])
        rows = _positions([line.top for line in across])
        if len(columns) < 2 or len(rows) < 2:
            continue
        left = min(line.x0 for line in across)
        right = max(line.x1 for line in across)
        # A table without outer lines: those across tell where its sides end, those down its top.
        upper, lower = min(line.top for line in down), max(line.bottom for line in down)
        if rows[0] - upper > MIN_SIDE:
            rows.insert(0, upper)
        if lower - rows[-1] > MIN_SIDE:
            rows.append(lower)
        if columns[0] - left > MIN_SIDE:
            columns.insert(0, left)
        if right - columns[-1] > MIN_SIDE:
            columns.append(right)
        grids.append(
            Grid(
                columns[0],
                rows[0],
                columns[-1],
                rows[-1],
                tuple(columns),
                tuple(rows),
                tuple(down),
                tuple(across),
            )
        )
    return sorted(grids, key=lambda grid: grid.top)


def _is_long(line: Ruling) -> bool:
    return max(line.x1 - line.x0, line.bottom - line.top) > MIN_SIDE


def _touch(first: Ruling, other: Ruling) -> bool:
    return (
        first.x0 - TOUCH <= other.x1
        and other.x0 - TOUCH <= first.x1
        and first.top - TOUCH <= other.bottom
        and other.top - TOUCH <= first.bottom
    )


def _connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Rulings grouped so that each touches another of its group."""
    groups: list[list[Ruling]] = []
    for line in rulings:
        touching = [group for group in groups if any(_touch(line, other) for other in group)]
        for group in touching:
            groups.remove(group)
        groups.append([line, *(other for group in touching for other in group)])
    return groups


def _positions(values: Sequence[float]) -> list[float]:
    """Distinct positions in ascending order; those within `TOUCH` of each other are one."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > TOUCH:
            distinct.append(value)
    return distinct
