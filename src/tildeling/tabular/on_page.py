"""One page to its parts in reading order: lines of flowing text, and tables."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page
from tildeling.tabular.columns import find_tables
from tildeling.tabular.grid import Grid, find_grids
from tildeling.tabular.raw_table import RawRow, RawTable
from tildeling.tabular.rows import rows_in_grid

SEPARATOR = 90.0
"""A horizontal ruling longer than this many points separates rows; shorter ones underline words."""


Part = Line | RawTable


def parts_of_page(page: Page, lines: Sequence[Line], pitch: float) -> list[Part]:
    """The page's parts from top to bottom, given the lines that are not furniture."""
    grids = find_grids(page)
    enclosed: dict[int, list[Line]] = {}
    free: list[Line] = []
    for line in lines:
        at = next((i for i, grid in enumerate(grids) if grid.encloses(line.words[0])), None)
        if at is None:
            free.append(line)
        else:
            enclosed.setdefault(at, []).append(line)
    separators = sorted(
        line.top for line in page.rulings if line.is_horizontal and line.x1 - line.x0 > SEPARATOR
    )
    parts: list[Part] = []
    for index, grid in enumerate(grids):
        above = [line for line in free if line.middle < grid.top]
        free = free[len(above) :]
        parts.extend(find_tables(above, separators, pitch))
        parts.extend(_grid_parts(page, grid, enclosed.get(index, ()), pitch))
    parts.extend(find_tables(free, separators, pitch))
    return parts


def _grid_parts(page: Page, grid: Grid, lines: Sequence[Line], pitch: float) -> list[Part]:
    """A ruled table; text in a frame, or in a row that spans the table, flows as text does."""
    if not lines:
        return []
    words = [word for line in lines for word in line.words]
    table = rows_in_grid(page, grid, words, pitch)
    parts: list[Part] = []
    rows: list[RawRow] = []
    for row in table.rows:
        cell = row.cells[0]
        spans = len(row.cells) == 1 and cell.columns == table.column_count
        if spans and (len(cell.lines) > 1 or table.column_count == 1 or len(table.rows) == 2):
            if rows:
                parts.append(_some_rows(table, rows))
                rows = []
            inside = [word for line in cell.lines for word in line.words]
            parts.extend(find_tables(lines_of(page, inside, (cell.left, cell.right)), (), pitch))
        else:
            rows.append(row)
    if rows:
        parts.append(_some_rows(table, rows))
    return parts


def _some_rows(table: RawTable, rows: list[RawRow]) -> RawTable:
    lines = [line for row in rows for cell in row.cells for line in cell.lines]
    return RawTable(
        table.page,
        rows,
        table.edges,
        True,
        min(line.top for line in lines),
        max(line.bottom for line in lines),
        table.page,
    )
