"""A table as Parquet: kroner as 64-bit integers, other figures as decimals, days as dates, lists
as lists.

Rows are written in groups as they come, so that memory does not grow with the table. Needs the
extra `parquet`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Any, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from tildeling.export.rows import Row, columns_of

# Memory stays bounded, and a group is large enough to pack well.
ROWS_IN_GROUP = 20_000

# The key, in a file's metadata, of the digest of the letters that its rows are of.
MADE_OF = b"tildeling.made_of"

# A figure that is not kroner: nine decimals, and as many digits before them as engines read.
FIGURE = pa.decimal128(38, 9)
LARGEST_FIGURE = Decimal(10) ** (FIGURE.precision - FIGURE.scale)

TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
    str | None: pa.string(),
    int | None: pa.int64(),
    dt.date | None: pa.date32(),
    Decimal | None: FIGURE,
    float | None: pa.float64(),
    tuple[str, ...]: pa.list_(pa.string()),
    tuple[int | None, ...]: pa.list_(pa.int64()),
    tuple[dt.date | None, ...]: pa.list_(pa.date32()),
}


def schema_of(row_class: type[Row]) -> pa.Schema:
    """The columns of a row's class.

    >>> from tildeling.export.rows import FindingRow
    >>> schema_of(FindingRow).field("page")
    pyarrow.Field<page: int64>
    """
    types = get_type_hints(row_class)
    return pa.schema(
        [
            pa.field(name, TYPES[types[name]], nullable=type(None) in _options(types[name]))
            for name in columns_of(row_class)
        ]
    )


def _options(annotation: Any) -> tuple[Any, ...]:
    return (
        getattr(annotation, "__args__", (annotation,))
        if isinstance(annotation, type(int | None))
        else (annotation,)
    )


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    return pa.array(map(_figure, values) if kind == FIGURE else values, kind)


def _figure(value: Decimal | None) -> Decimal | None:
    """The figure with the decimals of its column; None where it is too large for it.

    >>> _figure(Decimal("85")), _figure(Decimal("1e30"))
    (Decimal('85.000000000'), None)
    """
    if value is None or abs(value) >= LARGEST_FIGURE:
        return None
    return round(value, int(FIGURE.scale))


def table_of(schema: pa.Schema, rows: Sequence[Row]) -> pa.Table:
    """Rows of one class as a table in memory, the same as one that was written and read."""
    if not rows:
        return schema.empty_table()
    columns = zip(*map(attrgetter(*schema.names), rows), strict=True)
    arrays = [_array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)


def rows_in(file: Path, row_class: type[Row], made_of: str) -> pa.Table | None:
    """The rows in a file; None where they were made of other letters, or have other columns."""
    with pq.ParquetFile(file) as parquet:
        schema = parquet.schema_arrow
        known = (schema.metadata or {}).get(MADE_OF)
        if known != made_of.encode() or not schema.equals(schema_of(row_class)):
            return None
        return parquet.read()


class ParquetTable:
    """Writes rows of one class to a file."""

    def __init__(self, file: Path, row_class: type[Row], made_of: str = "") -> None:
        """`made_of` is the digest of the letters that the rows are of: see `rows_in`."""
        self.schema = schema_of(row_class).with_metadata({MADE_OF: made_of})
        self.writer = pq.ParquetWriter(file, self.schema, compression="zstd")
        self.rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Writes a row, by and by."""
        self.rows.append(row)
        if len(self.rows) >= ROWS_IN_GROUP:
            self._write_group()

    def _write_group(self) -> None:
        self.writer.write_table(table_of(self.schema, self.rows))
        self.rows.clear()

    def __enter__(self) -> ParquetTable:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None and self.rows:
            self._write_group()
        self.writer.close()
