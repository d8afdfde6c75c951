"""A table as CSV that a Norwegian Excel opens by a double click, and that runs nothing there.

Semicolons between cells, since the comma is Norway's decimal sign, as here; a byte order mark, or
Excel takes æøå for something else; lines end with CR LF (RFC 4180). Days are ISO dates. A list is
one cell with a line for each item. Nothing is printed for null.
"""

from __future__ import annotations

import csv
import datetime as dt
from decimal import Decimal
from pathlib import Path
from types import TracebackType

from tildeling.export.rows import Row, columns_of

SEPARATOR = ";"
ENCODING = "utf-8-sig"

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet take a text for a formula, at its beginning (OWASP, CSV injection)."""

Value = str | int | float | bool | Decimal | dt.date | tuple[str | int | dt.date | None, ...] | None


class CsvTable:
    """Writes rows of one class to a file."""

    def __init__(self, file: Path, row_class: type[Row]) -> None:
        self.columns = columns_of(row_class)
        self.stream = file.open("w", encoding=ENCODING, errors="replace", newline="")
        self.writer = csv.writer(self.stream, delimiter=SEPARATOR)
        self.writer.writerow(self.columns)

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
    """The text, no spreadsheet's formula."""
    return f"'{text}" if text.lstrip(" \xa0").startswith(FORMULA_STARTS) else text
