"""A table's rows into the letter's text, whether they come from a page or from plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tildeling.table import TableCell
from tildeling.tabular.column_types import heading_and_types
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable
from tildeling.text.blocks import Cell, Row, Table
from tildeling.text.letter_text import LetterText


def write_table(
    text: LetterText, raw: RawTable, write_cell: Callable[[RawCell, bool], Cell], page: int | None
) -> Table:
    """Writes rows apart by line feeds and cells by tabs; `page` is where the table begins.

    `write_cell` is told whether the cell heads others.
    """
    text.separate("\n")
    start = text.length
    heads, types = (0, ()) if raw.is_card else heading_and_types(raw)
    rows = []
    for at, row in enumerate(raw.rows):
        text.separate("\n")
        row_start = text.length
        heading = at < heads or _heads_rows(row)
        cells: list[Cell] = []
        for cell in row.cells:
            if cells:
                text.separate("\t")
            cells.append(write_cell(cell, heading))
        row_page = None if page is None else row.cells[0].lines[0].page
        rows.append(Row(row_start, text.length, tuple(cells), row_page, row.is_in_doubt))
    return Table(
        start,
        text.length,
        page,
        tuple(rows),
        raw.column_count,
        "text" if page is None else raw.kind,
        types,
        heads,
        tuple(_repeated(text, raw, plain=page is None)),
        raw.is_card,
    )


def _repeated(text: LetterText, raw: RawTable, *, plain: bool) -> Iterator[TableCell]:
    """The cells of a heading that later pages print again."""
    for before, (at, row) in enumerate(raw.repeated):
        for cell in row.cells:
            page = cell.lines[0].page
            yield TableCell(
                page=None if plain else page,
                row=at + before,
                column=cell.column,
                row_span=cell.rows,
                column_span=cell.columns,
                text=cell.text,
                bbox=None if plain else text.box(page, cell.lines),
                heading=True,
            )


def _heads_rows(row: RawRow) -> bool:
    """True for a bold line alone in its row, which heads the rows under it."""
    return len(row.cells) == 1 and row.is_bold


def column_headings(text: LetterText, table: Table) -> tuple[str, ...]:
    """What stands over each column, its lines joined from the top; "" for nothing."""
    heads: list[list[str]] = [[] for _ in range(table.columns)]
    for row in table.rows[: table.heading_rows]:
        for cell in row.cells:
            for column in range(cell.column, min(cell.column + cell.columns, table.columns)):
                heads[column].append(text.text[cell.start : cell.end])
    return tuple(" ".join(parts) for parts in heads)
