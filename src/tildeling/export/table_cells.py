"""What stands at each place of a table, and what a table is called: for every export of tables."""

from __future__ import annotations

from tildeling.export.phrases import UNTITLED, page_numbers
from tildeling.table import Table, TableCell
from tildeling.words import Words, to_say

NO_TABLES = to_say("No tables.")

# For each row and column the cell that covers it, or None.
Places = list[list[TableCell | None]]


def places_of(table: Table) -> Places:
    """The cells of a table by row and column. A cell is there at every place that it covers."""
    columns = len(table.columns)
    rows = max((cell.row + cell.row_span for cell in table.cells), default=0)
    places: Places = [[None] * columns for _ in range(rows)]
    for cell in table.cells:
        for row in places[cell.row : cell.row + cell.row_span]:
            for column in range(cell.column, min(cell.column + cell.column_span, columns)):
                row[column] = row[column] or cell
    return places


def begins_at(cell: TableCell | None, row: int, column: int) -> bool:
    """True where a cell has its first row and column."""
    return cell is not None and (cell.row, cell.column) == (row, column)


def heading_rows(table: Table, places: Places) -> int:
    """How many rows, from the first, head the columns of a table.

    A single cell in the column that names rows heads the rows under it, and no column.
    """
    names = next((at for at, one in enumerate(table.columns) if one.type in ("name", "label")), 0)
    for at, row in enumerate(places):
        cells = dict.fromkeys((cell.row, cell.column) for cell in row if cell is not None)
        if not all(cell is None or cell.heading for cell in row):
            return at
        if at and len(cells) == 1 and row[names] is not None and row.count(None):
            return at
    return 0


def pages_in_words(table: Table, words: Words) -> str:
    """The pages that a table stands on; "" for plain text.

    >>> from tildeling.words import words_in
    >>> table = Table(title=None, pages=(3, 5), kind="ruled", columns=(), cells=())
    >>> pages_in_words(table, words_in("nb"))
    's. 3, 5'
    """
    return page_numbers(table.pages, words)


def table_name(table: Table, words: Words, number: int | None = None) -> str:
    """What a table is called: its title, after its place among the document's tables, from 1."""
    title = table.title or words.say(UNTITLED)
    return title if number is None else f"{number}. {title}"
