"""All tables as one workbook for Excel, a sheet each, on which nothing is taken for what it is not.

Whole kroner and figures are numbers, days are dates; "2021-01", "4.1" and "01" stay text, and so
does what begins as a formula. A list is one cell with a line for each item. Rows go to the disk as
they come, so that memory does not grow with the tables. Needs the extra `xlsx`.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tildeling.export.csv_table import is_formula
from tildeling.export.headings import headings, table_name
from tildeling.export.rows import TABLES, Row, columns_of
from tildeling.words import Language, Message

ROWS_ON_SHEET = 1_048_576
# Excel's own bounds; characters are counted as UTF-16 has them.
CHARACTERS_IN_CELL = 32_767

# Excel keeps fifteen digits of a number; one with more stays text.
EXACT = 10**15

# Excel counts a 29 February 1900, so that days before it would come out wrong.
FIRST_DAY = dt.date(1900, 3, 1)

CUT = " [...]"

# Columns shown with a space between thousands; years, posts and positions are not.
KRONER = frozenset({"amount", "part_of", "replaces", "previous", "change", "new"})

LONG = frozenset(
    {
        *("background", "comment", "description", "indicator_text", "message", "sentence"),
        *("tasks", "text", "title", "words"),
    }
)

WIDTHS = {"sha256": 12, "file": 36, "agency": 30, "ministry": 30}
WIDTH_OF_PROSE, WIDTH, MARGIN = 60, 12, 3


class Workbook:
    """Writes rows of all tables to a file. `remarks` says what did not fit as it is."""

    def __init__(self, file: Path, language: Language) -> None:
        self.rows_folder = tempfile.TemporaryDirectory(prefix="tildeling-")
        self.book = xlsxwriter.Workbook(
            str(file), {"constant_memory": True, "tmpdir": self.rows_folder.name}
        )
        self.book.use_zip64()
        self.looks = _Looks(self.book)
        self.sheets = {name: _Sheets(self.book, self.looks, name, language) for name in TABLES}

    def add(self, table: str, row: Row) -> None:
        """Writes a row."""
        self.sheets[table].add(row)

    @property
    def remarks(self) -> list[Message]:
        """What a reader of the workbook must know, in words."""
        return [remark for sheets in self.sheets.values() for remark in sheets.remarks()]

    def __enter__(self) -> Workbook:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.book.close()
        except XlsxWriterException as failure:
            # It wraps what the disk said.
            raise OSError(str(failure)) from failure
        finally:
            for sheet in self.book.worksheets():
                sheet.row_data_fh.close()
            self.rows_folder.cleanup()


class _Looks:
    """How cells look."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        top = {"valign": "top"}
        self.heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
        self.plain = book.add_format(top)
        self.kroner = book.add_format({**top, "num_format": "#,##0"})
        # The reader's own short form: 01.06.2026 on a Norwegian machine.
        self.day = book.add_format({**top, "num_format": 14})
        # Stays text also where somebody goes into the cell and out again.
        self.no_formula = book.add_format({**top, "quote_prefix": True})


class _Sheets:
    """The sheet of one table; another goes on where it is full."""

    def __init__(
        self, book: xlsxwriter.Workbook, looks: _Looks, table: str, language: Language
    ) -> None:
        self.book = book
        self.looks = looks
        self.name = table_name(table, language)
        self.columns = columns_of(TABLES[table])
        self.headings = headings(table, language)
        self.number = self.cut = 0
        self._begin()

    def _begin(self) -> None:
        self.number += 1
        name = self.name if self.number == 1 else f"{self.name} ({self.number})"
        sheet: Worksheet = self.book.add_worksheet(name)
        last = len(self.columns) - 1
        for at, (column, heading) in enumerate(zip(self.columns, self.headings, strict=True)):
            width = WIDTH_OF_PROSE if column in LONG else WIDTHS.get(column, WIDTH)
            sheet.set_column(at, at, max(width, len(heading) + MARGIN))
            sheet.write_string(0, at, heading, self.looks.heading)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, ROWS_ON_SHEET - 1, last)
        # Numbers of assignments are text on purpose: no green corners.
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self.sheet, self.row = sheet, 1

    def add(self, row: Row) -> None:
        """Writes a row."""
        if self.row >= ROWS_ON_SHEET:
            self._begin()
        for at, column in enumerate(self.columns):
            self._write(at, column, getattr(row, column))
        self.row += 1

    def _write(self, at: int, column: str, value: Any) -> None:
        place, looks = (self.row, at), self.looks
        if isinstance(value, bool):
            self.sheet.write_boolean(*place, value, looks.plain)
        elif isinstance(value, int | float | Decimal) and _is_exact(value):
            look = looks.kroner if column in KRONER else looks.plain
            self.sheet.write_number(*place, float(value), look)
        elif type(value) is dt.date and value >= FIRST_DAY:
            self.sheet.write_datetime(*place, value, looks.day)
        elif value is not None:
            text = self._fitting(_as_text(value))
            self.sheet.write_string(*place, text, self._look(text))

    def _look(self, text: str) -> Format:
        return self.looks.no_formula if is_formula(text) else self.looks.plain

    def _fitting(self, text: str) -> str:
        fitting = text_of_cell(text)
        self.cut += len(fitting) < len(text)
        return fitting

    def remarks(self) -> list[Message]:
        """What did not fit as it is, in words."""
        found = []
        if self.number > 1:
            found.append(
                Message(
                    "{name} has more rows than a sheet holds: it goes on, to {name} ({last}).",
                    {"name": self.name, "last": self.number},
                )
            )
        if self.cut:
            found.append(
                Message(
                    "{name}: {count:,} texts are longer than a cell holds ({most:,} characters): "
                    "they end with{mark}; the JSON has them whole.",
                    {
                        "name": self.name,
                        "count": self.cut,
                        "most": CHARACTERS_IN_CELL,
                        "mark": CUT,
                    },
                )
            )
        return found


def _is_exact(value: float | Decimal) -> bool:
    """Whether Excel keeps a number as it is.

    >>> _is_exact(9_364_000_000), _is_exact(Decimal("81.5")), _is_exact(Decimal("1e30"))
    (True, True, False)
    """
    if not -EXACT < value < EXACT:
        return False
    return not isinstance(value, Decimal) or Decimal(repr(float(value))) == value


def _as_text(value: Any) -> str:
    if isinstance(value, tuple):
        return "\n".join("" if item is None else str(item) for item in value)
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


def text_of_cell(text: str) -> str:
    """The text, cut where it is longer than a cell holds; what is no character is replaced."""
    if not text.isascii():
        text = _whole(text)
    if len(text) * 2 <= CHARACTERS_IN_CELL:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CHARACTERS_IN_CELL:
        return text
    return units[: 2 * (CHARACTERS_IN_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _whole(text: str) -> str:
    """The text itself where it can be written, else without halves of characters."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text
