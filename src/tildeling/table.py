"""The tables of any PDF, letter or not, as typed objects: part of the contract.

Rows and columns count from 0 through the whole table, over all its pages; spans count from 1.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tildeling.letter import Model

TableKind = Literal["ruled", "half_ruled", "spaced", "text"]
"""How a table is drawn: rulings around its cells, some rulings, none, or plain text."""

ColumnType = Literal["key", "name", "amount", "date", "label", "comment"]
"""What a column holds, told by its heading and by how its cells read."""


class TableColumn(Model):
    """A column of a table."""

    type: ColumnType | None = Field(
        default=None, description="What its cells hold; null where they do not tell."
    )
    heading: str | None = Field(
        default=None,
        description="The cells that head it, joined from the top; null where none does.",
    )


class TableCell(Model):
    """A cell that holds something; empty ones are left out."""

    page: int | None = Field(description="Page it begins on, from 1; null for plain text.")
    row: int = Field(ge=0, description="Its first row, from 0.")
    column: int = Field(ge=0, description="Its first column, from 0.")
    row_span: int = Field(default=1, ge=1, description="How many rows it covers.")
    column_span: int = Field(default=1, ge=1, description="How many columns it covers.")
    text: str = Field(description="Its words, each paragraph or list item a line.")
    bbox: tuple[float, float, float, float] | None = Field(
        description="x0, top, x1, bottom of its words on that page, in points from the page's top "
        "left; null for plain text."
    )
    heading: bool = Field(default=False, description="True where it names a column or a row.")


class Table(Model):
    """A table, one thing however many pages it runs over."""

    title: str | None = Field(description="Its caption, or the line that introduces it; or null.")
    pages: tuple[int, ...] = Field(description="The pages it stands on; empty for plain text.")
    kind: TableKind = Field(description="How its first part is drawn.")
    columns: tuple[TableColumn, ...] = Field(description="From left to right.")
    cells: tuple[TableCell, ...] = Field(
        description="Row by row, from left to right. A heading that a later page prints again is "
        "there as often as it is printed."
    )


class UnreadPage(Model):
    """A page that could not be read, or not surely: its tables may be missing, or wrong."""

    page: int = Field(description="Page, from 1.")
    reason: str = Field(description="Why it could not be read.")


class DocumentTables(Model):
    """All tables of a document, in reading order."""

    tables: tuple[Table, ...] = Field(description="In reading order.")
    unread: tuple[UnreadPage, ...] = Field(
        default=(), description="Pages that could not be read; empty where all could."
    )
