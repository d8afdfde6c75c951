"""A table's rows into the letter's text, whether they come from a page or from plain text."""

from __future__ import annotations

from collections.abc import Callable

from tildeling.tables.raw_table import RawCell, RawTable
from tildeling.text.blocks import Cell, Row, Table
from tildeling.text.letter_text import LetterText


def write_table(
    text: LetterText, raw: RawTable, write_cell: Callable[[RawCell], Cell], page: int | None
) -> Table:
    """Writes rows apart by line feeds and cells by tabs; `page` is where the table begins."""
    text.separate("\n")
    start = text.length
    rows = []
    for row in raw.rows:
        text.separate("\n")
        row_start = text.length
        cells: list[Cell] = []
        for cell in row.cells:
            if cells:
                text.separate("\t")
            cells.append(write_cell(cell))
        rows.append(Row(row_start, text.length, tuple(cells)))
    return Table(start, text.length, page, tuple(rows), raw.column_count, raw.ruled)
