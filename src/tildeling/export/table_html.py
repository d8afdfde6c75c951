"""Tables of any document as one self-contained HTML file that says what heads what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tildeling.export.html_parts import rendered
from tildeling.export.table_cells import (
    NO_TABLES,
    begins_at,
    heading_rows,
    pages_in_words,
    places_of,
    table_name,
)
from tildeling.table import DocumentTables, Table, TableCell
from tildeling.words import Words

Scope = Literal["col", "colgroup", "row", "rowgroup", ""]


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as HTML has it; `scope` is empty for one that heads nothing."""

    text: str
    scope: Scope = ""
    rows: int = 1
    columns: int = 1
    is_amount: bool = False


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table's name, the rows that head its columns, and the others."""

    name: str
    pages: str
    head: tuple[tuple[ShownCell, ...], ...]
    body: tuple[tuple[ShownCell, ...], ...]


def tables_html(found: DocumentTables, words: Words, document: str = "") -> str:
    """The page: all text is escaped, nothing is fetched and no script runs."""
    tables = [shown_table(table, words, number) for number, table in enumerate(found.tables, 1)]
    nothing = words.say(NO_TABLES)
    return rendered("tables.html", words, document=document, tables=tables, nothing=nothing)


def shown_table(table: Table, words: Words, number: int | None = None) -> ShownTable:
    """A table as HTML has it; `number` is its place among the document's, from 1."""
    places = places_of(table)
    heads = heading_rows(table, places)
    rows = tuple(
        tuple(
            _shown(table, cell, in_head=row < heads)
            for at, cell in enumerate(cells)
            if cell is None or begins_at(cell, row, at)
        )
        for row, cells in enumerate(places)
    )
    return ShownTable(
        table_name(table, words, number), pages_in_words(table, words), rows[:heads], rows[heads:]
    )


def _shown(table: Table, cell: TableCell | None, *, in_head: bool) -> ShownCell:
    if cell is None:
        return ShownCell("")
    columns = min(cell.column_span, len(table.columns) - cell.column)
    is_amount = table.columns[cell.column].type == "amount"
    return ShownCell(
        cell.text, _scope(table, cell, in_head=in_head), cell.row_span, columns, is_amount
    )


def _scope(table: Table, cell: TableCell, *, in_head: bool) -> Scope:
    """What a heading cell heads. One printed again on a later page heads its column again."""
    if not cell.heading:
        return ""
    names_rows = table.columns[cell.column].type in ("name", "label")
    if in_head or not names_rows:
        return "col" if cell.column_span == 1 else "colgroup"
    return "row" if cell.column_span == 1 else "rowgroup"
