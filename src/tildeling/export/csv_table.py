"""A table as CSV that a Norwegian Excel opens by a double click, and that runs nothing there.

Semicolons between cells, since the comma is Norway's decimal sign, as here; a byte order mark, or
Excel takes æøå for something else; lines end with CR LF (RFC 4180). Days are ISO dates. A list is
one cell with a line for each item. Nothing is printed for null. A text that Excel would run, or
take for a number or a day, has an apostrophe before it: assignment 2021-01 would be January 2021.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from types import TracebackType

from tildeling.export.headings import headings
from tildeling.export.rows import TABLES, Row, columns_of
from tildeling.words import Language

SEPARATOR = ";"
ENCODING = "utf-8-sig"

# What makes a spreadsheet take a text for a formula, at its beginning (OWASP, CSV injection).
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

_VALUE = re.compile(r"(?:[\d\s.,:/%()'$€£-]|[^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")
# Longer than any date with a time or any number: no pattern need be tried.
_LONGEST_VALUE = 40

_WORDS_IN_VALUES = frozenset(
    {
        *("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september"),
        *("oktober", "november", "desember", "january", "february", "march", "may", "june"),
        *("july", "october", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep"),
        *("sept", "okt", "oct", "nov", "des", "dec", "kr", "nok", "usd", "eur", "e", "am", "pm"),
    }
)
# What a Norwegian or an English Excel reads in a number, a day or a time, in small letters.
_TRUTH_VALUES = frozenset(("sann", "usann", "true", "false"))

Value = str | int | float | bool | Decimal | dt.date | tuple[str | int | dt.date | None, ...] | None


class CsvTable:
    """Writes the rows of one table to a file."""

    def __init__(self, file: Path, table: str, language: Language = "en") -> None:
        self.columns = columns_of(TABLES[table])
        self.stream = file.open("w", encoding=ENCODING, errors="replace", newline="")
        self.writer = csv.writer(self.stream, delimiter=SEPARATOR)
        self.writer.writerow(headings(table, language))

    def add(self, row: Row) -> None:
        """Writes a row."""
        self.writer.writerow([cell(getattr(row, column)) for column in self.columns])

    def __enter__(self) -> CsvTable:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stream.close()


def cell(value: Value) -> str | int:
    r"""What stands in a cell. A text that a spreadsheet would run gets an apostrophe before it.

    >>> cell("=HYPERLINK(...)"), cell(-5_000), cell(True), cell(None), cell(("a", "b"))
    ("'=HYPERLINK(...)", -5000, 'true', '', 'a\nb')
    >>> cell(Decimal("4.2")), cell(70.87), cell((dt.date(2026, 5, 1), None))
    ('4,2', '70,87', '2026-05-01\n')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal | float):
        # With a full stop Excel takes 4.2 for the fourth of February.
        printed = f"{value:f}" if isinstance(value, Decimal) else str(value)
        return printed.replace(".", ",")
    if isinstance(value, tuple):
        words = "\n".join("" if item is None else str(item) for item in value)
        return safe(words) if any(isinstance(item, str) for item in value) else words
    return safe(value)


def safe(text: str) -> str:
    """The text, for a spreadsheet nothing but text.

    >>> safe("=1+1"), safe("2021-01"), safe("1. juni"), safe("Frist 1. juni"), safe("O 73")
    ("'=1+1", "'2021-01", "'1. juni", 'Frist 1. juni', 'O 73')
    """
    return f"'{text}" if is_formula(text) or _is_value(text) else text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text.

    >>> is_formula("-1+HYPERLINK(A1)"), is_formula("1-1")
    (True, False)
    """
    return text.lstrip(" \xa0").startswith(FORMULA_STARTS)


def _is_value(text: str) -> bool:
    """Whether Excel might take the text for a number, a day, a time or a truth value."""
    if len(text) > _LONGEST_VALUE or "\n" in text:
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    if not any(sign.isdigit() for sign in text):
        return text.strip().casefold() in _TRUTH_VALUES
    return _VALUE.fullmatch(text) is not None and _WORDS_IN_VALUES.issuperset(words)
