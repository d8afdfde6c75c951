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

CellType = Literal["key", "short", "amount", "year", "date", "empty", "words"]

MOST_HEADING_ROWS = 5
"""A heading over three levels whose cells wrap has at most so many rows."""
MAIN = 0.6
"""A column's type is that of at least this share of its cells that hold something."""
ALL = 0.8
"""A cell holds a date where that is so large a share of its words."""
LONG = 45
"""A date is no part of words that are longer than this many characters."""

# "01", "290/01", "702.21", "1401.21.2": nothing else is printed so.
_SURE_KEY = re.compile(r"0\d|0?\d{3,4}[./]\d{2}(?:\.\d{1,2})?")
# "25/4408-11", "2016/2204-": what stands beside "Vår ref" heads no column.
_CASE_NUMBER = re.compile(r"\d{2}(?:\d\d)?/\d{3,6}(?:\s?[-–]\s?\d*)?")
_KEY = re.compile(
    r"(?!uke|veke)(?:kap(?:\.|ittel)?\s*\d{1,4}(?:[./, ]\s*(?:post\s*)?\d{1,2})?"
    r"|post\s*\d{1,2}(?:\.\d)?"
    r"|\d{3,4}\s?[./, ]\s?(?:post\s*)?\d{2}|[A-ZÆØÅ]{1,5}[ -]?(?:19|20)?\d\d\s?[-–]\s?\d{1,3}"
    r"|(?:19|20)\d\d\s?[-–]\s?\d{1,3}|[A-ZÆØÅ]{1,3}[ -]?\d{1,3}(?:[-.]\d{1,2})?"
    r"|[a-zæøå][.)]|\d{1,2}[.)])",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\d{1,4}")
_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?(?:(?:19|20)?\d\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(
    r"[-+–−(<>≥≤~]?\s*(?:[$€£]|kr\.?|NOK)?\s*[-+–−]?\s*\d[\d\s.,]*(?:\s*(?:%|pst\.?|prosent|kr\.?|kroner"
    r"|mill\.?|mrd\.?))*\s*\)?\s*(?:\*+|\d\))?|\d[\d\s.,]*\s[a-zæøå]{2,12}\.?"
)


def cell_type(text: str) -> CellType:
    """How a cell's words read.

    >>> [cell_type(text) for text in ("290/01", "290", "14 300", "1. mars", "–", "2026", "Drift")]
    ['key', 'short', 'amount', 'date', 'empty', 'year', 'words']
    >>> cell_type("25/4408-11")
    'key'
    """
    if not text[:1].isdigit() and len(text) > LONG:
        return "words"
    if EMPTY_CELL.fullmatch(text):
        return "empty"
    if _YEAR.fullmatch(text):
        return "year"
    if _SURE_KEY.fullmatch(text) or _CASE_NUMBER.fullmatch(text):
        return "key"
    if _SHORT.fullmatch(text):
        return "short"
    if _DAY.fullmatch(text) or _is_date(text):
        return "date"  # "1. juni" before "11 uker"
    if _NUMBER.fullmatch(text) or parse_cell(text, 1) is not None:
        return "amount"
    if _KEY.fullmatch(text):
        return "key"
    return "words"


def _is_date(text: str) -> bool:
    """Whether most of a cell's words are a date."""
    if len(text) >= LONG or not any(map(str.isalpha, text)):
        return False
    return any(d.end - d.start > ALL * len(text) for d in find_dates(text))


def is_value(text: str) -> bool:
    """True for a number or a date, or the dash in its place: what no heading is."""
    return cell_type(text) in ("short", "amount", "date", "empty")


def heading_rows(table: RawTable) -> int:
    """How many rows from the first head the table's columns: none of them holds a value or key."""
    rows = table.rows
    most = min(MOST_HEADING_ROWS, len(rows) - 1)
    for at in range(most):
        if any(cell_type(cell.text) not in ("words", "year") for cell in rows[at].cells):
            return at
        if at and not _is_bold(rows[at]) and _is_bold(rows[at - 1]):
            return at
        if _is_bold(rows[at]) and not _is_bold(rows[at + 1]):
            return at + 1
    return 1 if most and any(_holds_value(row) for row in rows[1:]) else 0


def _is_bold(row: RawRow) -> bool:
    return all(line.bold for cell in row.cells for line in cell.lines)


def _holds_value(row: RawRow) -> bool:
    return any(cell_type(cell.text) not in ("words", "year") for cell in row.cells)


def types_of(table: RawTable, heads: int) -> tuple[ColumnType | None, ...]:
    """The type of each of a table's columns, whose first `heads` rows are its heading."""
    body = [_texts(table.rows[heads:], column) for column in range(table.column_count)]
    headings = [" ".join(_texts(table.rows[:heads], column)) for column in range(len(body))]
    return column_types(body, headings)


def column_types(
    columns: Sequence[Sequence[str]], headings: Sequence[str]
) -> tuple[ColumnType | None, ...]:
    """The type of each column, given the texts of its cells and what heads it.

    Numbers to the left of the names are keys, those to the right amounts.
    """
    found: list[ColumnType | None] = []
    named = False
    for texts, heading in zip(columns, headings, strict=True):
        kind = _type_of_cells(texts, heading, named=named)
        named = named or (kind is None and bool(texts))
        found.append(kind)
    numbered = any(kind is not None for kind in found)
    for column, (texts, heading) in enumerate(zip(columns, headings, strict=True)):
        if found[column] is None and texts:
            found[column] = _type_of_words(heading, found[:column], numbered=numbered)
    return tuple(found)


def _texts(rows: Sequence[RawRow], column: int) -> list[str]:
    return [cell.text for row in rows for cell in row.cells if cell.column == column]


def _type_of_cells(texts: Sequence[str], heading: str, *, named: bool) -> ColumnType | None:
    """The type that most of a column's cells have by their form; None for words.

    `named` says that a column of words stands to its left.
    """
    types = Counter(map(cell_type, texts))
    del types["empty"]
    count = sum(types.values())
    if not count:
        return "amount" if texts and named else None
    keys = types["key"] + types["short"]
    headed = KEY_HEADINGS.match(heading) is not None
    if keys >= MAIN * count and (headed or not named):
        return "key"
    if headed and 0 < keys == count - types["words"]:
        return "key"  # under "Kap." stand "Utgifter" and "Sum utgifter" too
    if types["date"] + types["year"] >= MAIN * count and not types["amount"]:
        return "date"
    numbers = keys + types["amount"] + types["year"]
    if numbers >= MAIN * count:
        sure = types["key"] > types["amount"] + types["short"]
        return "key" if sure and all(_SURE_KEY.fullmatch(text) for text in texts) else "amount"
    return None


def _type_of_words(
    heading: str, before: Sequence[ColumnType | None], *, numbered: bool
) -> ColumnType:
    """Whether a column of words names the rows, labels them or comments on them."""
    if COMMENT_HEADINGS.match(heading) or "name" in before or "label" in before:
        return "comment"
    return "name" if numbered else "label"
