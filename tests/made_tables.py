"""Tables of any document made by hand, for the exports."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.table import ColumnType, DocumentTables, Table, TableCell, TableColumn

Box = tuple[float, float, float, float]


def cell(
    text: str,
    row: int,
    column: int,
    *,
    span: tuple[int, int] = (1, 1),
    heading: bool = False,
    page: int = 3,
) -> TableCell:
    """A cell that covers `span` rows and columns."""
    box: Box = (10.0, 20.0, 30.0, 40.0)
    return TableCell(
        page=page,
        row=row,
        column=column,
        row_span=span[0],
        column_span=span[1],
        text=text,
        bbox=box,
        heading=heading,
    )


def table(
    *cells: TableCell, types: Sequence[ColumnType | None], title: str | None = None
) -> DocumentTables:
    """A document with one table."""
    columns = tuple(TableColumn(type=one, heading=None) for one in types)
    pages = tuple(dict.fromkeys(cell.page for cell in cells if cell.page is not None))
    return DocumentTables(
        tables=(Table(title=title, pages=pages, kind="ruled", columns=columns, cells=cells),)
    )


def budget(title: str | None = "Bevilgninger") -> DocumentTables:
    """Two heading rows, the first over two columns; a name over two rows; a negative amount."""
    return table(
        cell("Kap./post", 0, 0, span=(2, 1), heading=True),
        cell("Betegnelse", 0, 1, span=(2, 1), heading=True),
        cell("Bevilgning (i 1 000 kroner)", 0, 2, span=(1, 2), heading=True),
        cell("2025", 1, 2, heading=True),
        cell("Endring", 1, 3, heading=True),
        cell("670/01", 2, 0),
        cell("Driftsutgifter til tiltak som ikke er nevnt ellers", 2, 1, heading=True),
        cell("261 340", 2, 2),
        cell("-3 100", 2, 3),
        cell("Sum", 3, 1, heading=True),
        cell("9 364 000", 3, 2),
        types=("key", "name", "amount", "amount"),
        title=title,
    )
