"""What a table's columns hold, told by how their cells read, and how deep its heading is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from tildeling.find.cells import EMPTY_CELL, parse_cell
from tildeling.find.dates import find_dates
from tildeling.table import ColumnType
from tildeling.tabular.column_words import COMMENT_HEADINGS, KEY_HEADINGS
from tildeling.tabular.raw_table import RawRow, RawTable

CellType = Literal["key", "amount", "year", "date", "empty", "words"]

MOST_HEADING_ROWS = 5
"""A heading over three levels whose cells wrap has at most so many rows."""
MAIN = 0.6
"""A column's type is that of at least this share of its cells that hold something."""
LONG = 45
"""A date is no part of words that are longer than this many characters."""

_KEY = re.compile(
    r"(?:kap(?:\.|ittel)?\s*)?(?:post\s*)?\d{1,4}(?:[./]\d{1,2})?(?:\s*[./,]?\s*(?:post\s*)?\d{2})?[.)]?"
    r"|[A-ZÆØÅ]{0,5}\s?(?:19|20)?\d\d\s?[-–]\s?\d{1,3}|[a-zæøåA-ZÆØÅ][.)]",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[-+–−(<>≥≤~]?\s*[$€£]?\s*\d[\d\s.,]*\s*(?:%|pst\.?|prosent|kr\.?|kroner)?\s*\)?"
)
_SHORT_KEY = re.compile(r"0\d|\d{1,2}[.)]|\d{3,4}[./]\d{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def cell_type(text: str) -> CellType:
    """How a cell's words read.

    >>> [cell_type(text) for text in ("290/01", "14 300", "1. mars", "–", "2026", "Drift")]
    ['key', 'amount', 'date', 'empty', 'year', 'words']
    """
    if EMPTY_CELL.fullmatch(text):
        return "empty"
    if _YEAR.fullmatch(text):
        return "year"
    if _SHORT_KEY.fullmatch(text):
        return "key"
    if _NUMBER.fullmatch(text) or parse_cell(text, 1) is not None:
        return "amount"
    if _KEY.fullmatch(text):
        return "key"
    if len(text) < LONG and any(2 * (d.end - d.start) > len(text) for d in find_dates(text)):
        return "date"
    return "words"


def heading_rows(table: RawTable) -> int:
    """How many rows from the first head the table's columns: none of them holds an amount."""
    rows = table.rows
    most = min(MOST_HEADING_ROWS, len(rows) - 1)
    for at in range(most):
        if any(cell_type(cell.text) in ("amount", "key", "date") for cell in rows[at].cells):
            return at
        if at and not _is_bold(rows[at]) and _is_bold(rows[at - 1]):
            return at
        if _is_bold(rows[at]) and not _is_bold(rows[at + 1]):
            return at + 1
    return 1 if most and any(_holds_number(row) for row in rows[1:]) else 0


def _is_bold(row: RawRow) -> bool:
    return all(line.bold for cell in row.cells for line in cell.lines)


def _holds_number(row: RawRow) -> bool:
    return any(cell_type(cell.text) in ("amount", "key") for cell in row.cells)


def types_of(table: RawTable, heads: int) -> tuple[ColumnType | None, ...]:
    """The type of each of a table's columns, whose first `heads` rows are its heading."""
    columns = [_texts(table.rows[heads:], column) for column in range(table.column_count)]
    headings = [" ".join(_texts(table.rows[:heads], column)) for column in range(len(columns))]
    found: list[ColumnType | None] = [
        _type_of_cells(texts, heading) for texts, heading in zip(columns, headings, strict=True)
    ]
    numbered = "amount" in found or "key" in found or "date" in found
    for column, (texts, heading) in enumerate(zip(columns, headings, strict=True)):
        if found[column] is None and texts:
            found[column] = _type_of_words(heading, found[:column], numbered)
    return tuple(found)


def _texts(rows: Sequence[RawRow], column: int) -> list[str]:
    return [cell.text for row in rows for cell in row.cells if cell.column == column]


def _type_of_cells(texts: Sequence[str], heading: str) -> ColumnType | None:
    """The type that most of a column's cells have by their form; None for words."""
    types = Counter(cell_type(text) for text in texts)
    del types["empty"]
    count = sum(types.values())
    if not count:
        return None
    if types["year"] and not types["amount"]:
        types["date"] += types.pop("year")
    elif types["year"]:
        types["amount"] += types.pop("year")
    if KEY_HEADINGS.match(heading) and types["key"] + types["amount"] >= MAIN * count:
        return "key"
    main, most = types.most_common(1)[0]
    if main in ("key", "amount", "date") and most >= MAIN * count:
        return main
    return None


def _type_of_words(heading: str, before: Sequence[ColumnType | None], numbered: bool) -> ColumnType:
    """Whether a column of words names the rows, labels them or comments on them."""
    if COMMENT_HEADINGS.match(heading) or "name" in before or "label" in before:
        return "comment"
    return "name" if numbered else "label"
