"""One page to its parts in reading order: lines of flowing text, and tables."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.layout.columns import find_tables
from tildeling.layout.grid import Grid, find_grids
from tildeling.layout.lines import Line, lines_of
from tildeling.layout.row_space import is_amount
from tildeling.layout.rows import (
    RawCell,
    RawRow,
    RawTable,
    rows_in_columns,
    rows_in_grid,
)
from tildeling.read.page import Page

SEPARATOR = 90.0
"""A horizontal ruling longer than this many points separates rows; shorter ones underline words."""

HEADING_ROWS = 6
"""A table's heading, which a page may repeat, has at most so many rows."""
SAME_TABLE = 60.0
"""Points within which the parts of one table begin from the left."""
SAME_EDGE = 2.0
"""Points within which the lines of one cell begin."""

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


def join_over_pages(parts: list[Part]) -> list[Part]:
    """Joins a table with the one that goes on at the top of the next page."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Line) and isinstance(last, RawTable):
            cell = _cut_cell(last, part)
            if cell is not None:
                cell.lines.append(part)
                continue
        if (
            isinstance(part, RawTable)
            and isinstance(last, RawTable)
            and part.page == last.last_page + 1
        ):
            _cut_like(last, part)
        if (
            isinstance(part, RawTable)
            and isinstance(last, RawTable)
            and part.page == last.last_page + 1
            and _same_columns(last, part)
        ):
            _append(last, part)
        else:
            joined.append(part)
    return joined


def _cut_cell(table: RawTable, line: Line) -> RawCell | None:
    """The cell of a table's last row that a page break cut, where a page's first line ends it."""
    if line.page != table.last_page + 1 or not line.text[0].islower():
        return None
    for cell in table.rows[-1].cells[1:]:
        fits = line.x1 <= table.edges[cell.column + cell.columns] + 1.0
        if fits and abs(line.x0 - cell.lines[-1].x0) < SAME_EDGE:
            return cell
    return None


def _cut_like(table: RawTable, more: RawTable) -> None:
    """Cuts a heading that stands alone at the end of a page as the rows below it are cut.

    Its few words leave gaps of their own, which need not be the columns.
    """
    alike = not (table.ruled or more.ruled) and abs(table.edges[0] - more.edges[0]) <= SAME_TABLE
    if not alike or table.column_count >= more.column_count or len(table.rows) > HEADING_ROWS:
        return
    if any(map(_has_amount, table.rows)):
        return
    parts = [line for row in table.rows for cell in row.cells for line in cell.lines]
    by_height: dict[float, list[Line]] = {}
    for part in parts:
        by_height.setdefault(round(part.middle, 1), []).append(part)
    lines = [
        Line(table.page, tuple(word for part in found for word in part.words))
        for _, found in sorted(by_height.items())
    ]
    gutters = [(edge, edge) for edge in more.edges[1:-1]]
    again = rows_in_columns(lines, gutters, (), 1.2 * lines[0].size)
    table.rows, table.edges, table.gutters = again.rows, list(more.edges), more.gutters


def _same_columns(first: RawTable, other: RawTable) -> bool:
    if first.ruled != other.ruled:
        return False
    if first.column_count == other.column_count:
        inner = zip(first.edges[1:-1], other.edges[1:-1], strict=True)
        # Gutters found from other rows lie a little elsewhere.
        slack = 4.0 if first.ruled else 45.0
        alike = all(abs(one - two) <= slack for one, two in inner) or _same_gutters(first, other)
        return alike and abs(first.edges[0] - other.edges[0]) <= SAME_TABLE
    return False


def _same_gutters(first: RawTable, other: RawTable) -> bool:
    """True where one line down the page would pass between the columns of both tables, everywhere.

    The middles of the gutters may lie far apart: a table of few rows has wide ones.
    """
    pairs = list(zip(first.gutters, other.gutters, strict=False))
    return len(pairs) == first.column_count - 1 and all(
        min(one[1], two[1]) > max(one[0], two[0]) for one, two in pairs
    )


def _append(table: RawTable, more: RawTable) -> None:
    """Adds the rows of the next page: without a repeated heading, a row cut in two mended."""
    rows = list(more.rows)
    for head in table.rows[:HEADING_ROWS]:
        if _has_amount(head):
            break
        if rows and rows[0].text == head.text and table.rows[0].text == more.rows[0].text:
            rows.pop(0)
    if rows and _goes_on(table.rows[-1], rows[0]):
        for cell in rows.pop(0).cells:
            mate = table.rows[-1].cell(cell.column)
            if mate is not None:
                mate.lines.extend(cell.lines)
    table.rows.extend(rows)
    table.last_page = more.page


def _has_amount(row: RawRow) -> bool:
    return any(is_amount(line.text) for cell in row.cells for line in cell.lines)


def _goes_on(last: RawRow, first: RawRow) -> bool:
    """True where a page's first row is the rest of a row that the page break cut."""
    if first.cell(0) is not None or len(first.cells) >= len(last.cells):
        return False
    for cell in first.cells:
        mate = last.cell(cell.column)
        if mate is None or not cell.lines[0].text[0].islower():
            return False
    return True
