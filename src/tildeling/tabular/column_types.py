"""What a table's columns hold, told by how their cells read, and how deep its heading is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.table import ColumnType
from tildeling.tabular.cell_types import CellType, is_sure_key
from tildeling.tabular.column_words import COMMENT_HEADINGS, KEY_HEADINGS
from tildeling.tabular.raw_table import RawRow, RawTable

# A cell's words, and how they read.
ReadCell = tuple[str, CellType]

# A heading over three levels whose cells wrap has at most so many rows.
MOST_HEADING_ROWS = 5
# A column's type is that of at least this share of its cells that hold something.
MAIN = 0.6

_UNIT = re.compile(r"\(?1[ .]?000 ?kr(?:oner|\.)?\)?", re.IGNORECASE)


def heading_and_types(table: RawTable) -> tuple[int, tuple[ColumnType | None, ...]]:
    """How many rows from the first head a table's columns, and the type of each column."""
    read = [[(cell.text, cell.type) for cell in row.cells] for row in table.rows]
    heads = _heading_rows(table.rows, read)
    body: list[list[ReadCell]] = [[] for _ in range(table.column_count)]
    headings: list[list[str]] = [[] for _ in body]
    for at, (row, cells) in enumerate(zip(table.rows, read, strict=True)):
        for cell, as_read in zip(row.cells, cells, strict=True):
            if at < heads:
                headings[cell.column].append(as_read[0])
            else:
                body[cell.column].append(as_read)
    return heads, column_types(body, [" ".join(texts) for texts in headings])


def _heading_rows(rows: Sequence[RawRow], read: Sequence[Sequence[ReadCell]]) -> int:
    """How many rows from the first hold neither a value nor a key."""
    most = min(MOST_HEADING_ROWS, len(rows) - 1)
    for at in range(most):
        if _holds_value(read[at]):
            return at
        if at and not rows[at].is_bold and rows[at - 1].is_bold:
            return at
        if rows[at].is_bold and not rows[at + 1].is_bold:
            return at + 1
    return 1 if most and any(map(_holds_value, read[1:])) else 0


def _holds_value(cells: Sequence[ReadCell]) -> bool:
    """Whether a cell holds what no heading says; "1 000 kr" over a column is its unit."""
    return any(kind not in ("words", "year") and not _UNIT.fullmatch(text) for text, kind in cells)


def column_types(
    columns: Sequence[Sequence[ReadCell]], headings: Sequence[str]
) -> tuple[ColumnType | None, ...]:
    """The type of each column, given its cells as read and what heads it.

    Numbers to the left of the names are keys, those to the right amounts.
    """
    found: list[ColumnType | None] = []
    named = False
    for cells, heading in zip(columns, headings, strict=True):
        kind = _type_of_cells(cells, heading, named=named)
        named = named or (kind is None and bool(cells))
        found.append(kind)
    numbered = any(kind is not None for kind in found)
    for column, (cells, heading) in enumerate(zip(columns, headings, strict=True)):
        if found[column] is None and cells:
            found[column] = _type_of_words(heading, found[:column], numbered=numbered)
    return tuple(found)


def _type_of_cells(cells: Sequence[ReadCell], heading: str, *, named: bool) -> ColumnType | None:
    """The type that most of a column's cells have by their form; None for words.

    `named` says that a column of words stands to its left.
    """
    types = [kind for _, kind in cells if kind != "empty"]
    count = len(types)
    if not count:
        return "amount" if cells and named else None
    words, amounts, years = types.count("words"), types.count("amount"), types.count("year")
    keys = types.count("key") + types.count("short")
    headed = KEY_HEADINGS.match(heading) is not None
    if keys >= MAIN * count and (headed or not named):
        return "key"
    if headed and 0 < keys == count - words:
        return "key"  # under "Kap." stand "Utgifter" and "Sum utgifter" too
    if types.count("date") + years >= MAIN * count and not amounts:
        return "date"
    if keys + amounts + years >= MAIN * count:
        sure = types.count("key") > amounts + types.count("short")
        return "key" if sure and all(is_sure_key(text) for text, _ in cells) else "amount"
    return None


def _type_of_words(
    heading: str, before: Sequence[ColumnType | None], *, numbered: bool
) -> ColumnType:
    """Whether a column of words names the rows, labels them or comments on them."""
    if COMMENT_HEADINGS.match(heading) or "name" in before or "label" in before:
        return "comment"
    return "name" if numbered else "label"
