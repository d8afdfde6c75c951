"""Tables of any document as one CSV file, a line for each row of each table.

The dialect is that of `csv_table`. Every line has the same number of fields (RFC 4180): the number
of the table (from 1), its title, the page, the row (from 0), whether the row heads columns, and
then the cells, filled up to the widest table's. A cell over several columns or rows stands in the
first of them.
"""

from __future__ import annotations

import csv
import io
import re

from tildeling.export.csv_table import ENCODING, SEPARATOR, safe
from tildeling.export.table_cells import begins_at, heading_rows, places_of
from tildeling.table import DocumentTables

COLUMNS = ("table", "title", "page", "row", "heading")

# What begins as a formula does, and is a number or a dash: it is kept as it is printed.
_NUMBER = re.compile(r"[-+\u2212\u2013]?(?:[\d\s.,]*\d\s?%?)?")


def tables_csv(found: DocumentTables) -> bytes:
    """The file."""
    widest = max((len(table.columns) for table in found.tables), default=0)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=SEPARATOR)
    writer.writerow([*COLUMNS, *(f"column_{at}" for at in range(widest))])
    for number, table in enumerate(found.tables, 1):
        places = places_of(table)
        heads = heading_rows(table, places)
        for row, cells in enumerate(places):
            page = next((cell.page for cell in cells if cell is not None), None)
            texts = [
                _cell(cell.text) if cell is not None and begins_at(cell, row, at) else ""
                for at, cell in enumerate(cells)
            ]
            heading = "true" if row < heads else "false"
            line = [number, safe(table.title or ""), page or "", row, heading, *texts]
            writer.writerow(line + [""] * (widest - len(texts)))
    return stream.getvalue().encode(ENCODING, "replace")


def _cell(text: str) -> str:
    r"""The text, no spreadsheet's formula.

    >>> _cell("-48 700"), _cell("-"), _cell("-1+HYPERLINK(A1)"), _cell("=1")
    ('-48 700', '-', "'-1+HYPERLINK(A1)", "'=1")
    """
    return text if _NUMBER.fullmatch(text) else safe(text)
