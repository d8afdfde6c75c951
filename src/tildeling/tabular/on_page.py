"""One page to its parts in reading order: lines of flowing text, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter, itemgetter

from tildeling.page.lines import Frame, Line, lines_of
from tildeling.page.sides import LONG
from tildeling.read.page import Page, Ruling, Word
from tildeling.tabular.beside import find_captioned, find_halves
from tildeling.tabular.cards import take_cards
from tildeling.tabular.columns import find_tables
from tildeling.tabular.drawn import Lattice, find_lattices
from tildeling.tabular.labelled import find_labelled
from tildeling.tabular.leaders import without_leader
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable
from tildeling.tabular.ruled import read_lattice
from tildeling.tabular.run_over import mend_run_over
from tildeling.tabular.spaced import read_lines
from tildeling.tabular.stacks import find_stacks, is_box_of_rows, with_rows_ruled_across

# What runs on below the grid follows the last line of its cell within so many font sizes.
OVERFLOW = 1.6


Part = Line | RawTable

# Where something begins from the top, the lines that it was made of, and what it is.
_Found = tuple[float, Sequence[Line], list[Part]]


def parts_of_page(page: Page, lines: Sequence[Line], pitch: float, size: float) -> list[Part]:
    """The page's parts from top to bottom, given the lines that are not furniture."""
    lines = list(map(without_leader, lines))
    if not (page.rulings or page.panels):
        return list(find_tables(lines, (), pitch))
    across = [line for line in page.rulings if line.is_horizontal]
    separators = sorted(line.top for line in across if line.x1 - line.x0 > LONG * size)
    boxed = find_lattices(page.rulings, size)
    meeting = {ruling for lattice in boxed for ruling in lattice.across}
    loose = [line for line in across if line not in meeting]
    lattices = [with_rows_ruled_across(lattice, lines, loose, size) for lattice in boxed]
    cards, lines = take_cards(page, lines, lattices, size)
    free, drawn = _read_lattices(page, lines, lattices)
    meeting = {ruling for lattice in lattices for ruling in lattice.across}
    across = [line for line in across if line not in meeting]
    found: list[_Found] = []
    for halves in find_halves(free, across, size):
        inside = set(map(id, halves.whole))
        free = [line for line in free if id(line) not in inside]
        parts = [
            part
            for lines, rulings in zip(halves.lines, halves.rulings, strict=True)
            for part in _in_order(lines, _stacked(lines, rulings, size), separators, pitch)
        ]
        found.append((halves.whole[0].middle, halves.whole, parts))
    found += _stacked(free, across, size)
    stacked = {id(line) for _, lines, _ in found for line in lines}
    free = [line for line in free if id(line) not in stacked]
    for table in drawn:
        free = _with_overflow(table, free)
    for row in find_captioned(drawn, free, size):
        own = [[caption, *_parts_of_table(page, table, pitch)] for caption, table in row.tables]
        found.append((row.line.middle, [row.line], [part for parts in own for part in parts]))
        drawn = [table for table in drawn if all(table is not one for _, one in row.tables)]
    for table in drawn:
        # Cards may have been taken out of its first rows.
        top = table.rows[0].cells[0].lines[0].middle if cards else table.top
        found.append((top, (), _parts_of_table(page, table, pitch)))
    found += [(card.top, (), [card]) for card in cards]
    return _in_order(free, found, separators, pitch)


def _stacked(lines: Sequence[Line], across: Sequence[Ruling], size: float) -> list[_Found]:
    """The tables among some lines that are only ruled across."""
    return [
        (
            stack.lines[0].middle,
            stack.lines,
            [read_lines(stack.lines, stack.heights, "half_ruled")],
        )
        for stack in find_stacks(lines, across, size)
    ]


def _in_order(
    lines: Sequence[Line], found: Sequence[_Found], separators: Sequence[float], pitch: float
) -> list[Part]:
    """What was found, and between it the other lines with the tables that they form."""
    taken = {id(line) for _, own, _ in found for line in own}
    free = [line for line in lines if id(line) not in taken]
    parts: list[Part] = []
    for top, _, some in sorted(found, key=itemgetter(0)):
        above = [line for line in free if line.middle < top]
        free = free[len(above) :]
        parts.extend(find_tables(above, separators, pitch))
        parts.extend(some)
    parts.extend(find_tables(free, separators, pitch))
    return parts


def _read_lattices(
    page: Page, lines: Sequence[Line], lattices: Sequence[Lattice]
) -> tuple[list[Line], list[RawTable]]:
    """The lines outside all lattices, and the tables in them; the words of drawings stay lines."""
    free, enclosed = _enclosed(page, lines, lattices)
    tables: list[RawTable] = []
    for lattice, words in zip(lattices, enclosed, strict=True):
        inside = lines_of(page, words) if lattice.column_count == 1 else []
        if is_box_of_rows(lattice, inside) and not any(find_labelled(inside)):
            tables.append(read_lines(inside, lattice.rows, "half_ruled"))
            continue
        table = read_lattice(page, lattice, words) if words else None
        if table is not None:
            tables.append(table)
        elif words:
            free += lines_of(page, words)
    return sorted(free, key=attrgetter("middle", "x0")), tables


def _with_overflow(table: RawTable, free: list[Line]) -> list[Line]:
    """Gives a table's lowest cells the lines that they run on with below the grid.

    They begin where a cell's lines do, beside the first column, and follow them closely. Returns
    the lines that are left.
    """
    height = table.bottom
    taken: list[Line] = []
    for line in free:
        if line.middle < table.bottom or line.middle - height > OVERFLOW * line.size:
            continue
        for cell in (cell for row in reversed(table.rows) for cell in row.cells[1:]):
            inside = line.x1 <= table.edges[cell.column + cell.columns] + 0.2 * line.size
            flush = abs(line.x0 - cell.lines[-1].x0) < 0.1 * line.size
            near = line.middle - cell.lines[-1].middle < OVERFLOW * line.size
            if inside and flush and near and line.size == cell.lines[-1].size:
                cell.lines.append(line)
                taken.append(line)
                height = line.middle
                break
    if taken:
        mend_run_over(table.rows, [table.bottom])
    return [line for line in free if line not in taken]


def _enclosed(
    page: Page, lines: Sequence[Line], lattices: Sequence[Lattice]
) -> tuple[list[Line], list[list[Word]]]:
    """The lines that no lattice encloses, and the words in each; of two lattices, one in the other,
    the inner one has them.
    """
    enclosed: list[list[Word]] = [[] for _ in lattices]
    inner_first = sorted(range(len(lattices)), key=lambda at: lattices[at].area)
    free: list[Line] = []
    for line in lines:
        near = [at for at in inner_first if lattices[at].top <= line.middle <= lattices[at].bottom]
        if not near:
            free.append(line)
            continue
        rest: list[Word] = []
        for word in line.words:
            at = next((at for at in near if lattices[at].encloses(word)), None)
            (rest if at is None else enclosed[at]).append(word)
        if rest:
            free.append(line if len(rest) == len(line.words) else Line(page.number, tuple(rest)))
    return free, enclosed


def _parts_of_table(page: Page, table: RawTable, pitch: float) -> list[Part]:
    """A ruled table; text in a frame, or in a row that spans the table, flows as text does."""
    parts: list[Part] = []
    rows: list[RawRow] = []
    for row in table.rows:
        cell = row.cells[0]
        spans = len(row.cells) == 1 and cell.columns == table.column_count
        if spans and (len(cell.lines) > 1 or table.column_count == 1 or len(table.rows) == 2):
            if rows:
                parts += _rows_over_text(page, table, rows, pitch)
                rows = []
            parts += _flowing(page, cell, pitch)
        else:
            rows.append(row)
    if rows:
        parts.append(_some_rows(table, rows))
    return parts


def _rows_over_text(
    page: Page, table: RawTable, rows: list[RawRow], pitch: float
) -> Iterator[Part]:
    """Rows over text that flows in the same frame; a title alone in the last flows as it does."""
    cell = rows[-1].cells[0]
    is_title = (
        len(rows[-1].cells) == 1
        and cell.columns == table.column_count
        and all(line.bold for line in cell.lines)
        and not any(each.type == "amount" for row in table.rows for each in row.cells)
    )
    if len(rows) > is_title:
        yield _some_rows(table, rows[:-1] if is_title else rows)
    if is_title:
        yield from _flowing(page, cell, pitch)


def _flowing(page: Page, cell: RawCell, pitch: float) -> Sequence[Part]:
    """A cell's words as text that flows in its frame, with the tables that it holds."""
    words = [word for line in cell.lines for word in line.words]
    return find_tables(lines_of(page, words, Frame(cell.left, cell.right)), (), pitch)


def _some_rows(table: RawTable, rows: list[RawRow]) -> RawTable:
    lines = [line for row in rows for cell in row.cells for line in cell.lines]
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    return replace(table, rows=rows, top=top, bottom=bottom)
