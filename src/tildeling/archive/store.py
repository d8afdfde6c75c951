"""Where an archive's rows come from: its Parquet tables, else its letters' JSON.

Both give the same rows. Parquet answers at once, table by table; of JSON all tables are made when
the first is asked for, letter by letter, once. Tables that another run made of other JSON are not
believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tildeling.batch.lock import is_locked
from tildeling.batch.manifest import NAME, digest_of, once, results_in
from tildeling.batch.result import ConversionResult
from tildeling.batch.zipped import place_in_archive
from tildeling.errors import InputNotFoundError, OutputError, SchemaVersionError
from tildeling.export.parquet_table import rows_in, schema_of, table_of
from tildeling.export.rows import TABLES, rows_of
from tildeling.letter import SCHEMA_VERSION, Letter
from tildeling.words import to_say

Row = dict[str, Any]
# Columns, each with the values that a row may have there.
Where = Mapping[str, Sequence[Any]]

# Letters whose rows are Python's objects at once, on the way to a table.
AT_A_TIME = 200


class Store:
    """The rows and letters of one output folder; nothing in it is ever changed."""

    def __init__(self, folder: Path) -> None:
        """Raises `InputNotFoundError` for what is no folder that `convert` wrote, and
        `SchemaVersionError` for one of another schema.
        """
        self.folder = folder
        self._read: dict[str, pa.Table] = {}
        self.is_being_written = is_locked(folder)
        manifest = folder / NAME
        if not folder.is_dir():
            raise InputNotFoundError("{place} is not a folder.", _HINT, place=folder)
        if not manifest.is_file():
            raise InputNotFoundError(
                "{place} is not a folder that convert wrote.", _HINT, place=folder
            )
        self.results = tuple(results_in(manifest.read_bytes()))
        versions = {result.schema_version for result in self.results if result.output}
        if others := sorted(versions - {SCHEMA_VERSION}):
            raise SchemaVersionError(
                "{place} has letters of schema version {version}; this release reads {known}.",
                _OTHER_SCHEMA,
                place=folder,
                version=", ".join(others),
                known=SCHEMA_VERSION,
            )

    def path_of(self, sha256: str) -> Path | None:
        """The input with this SHA-256: where it lies from here, or was when it was converted."""
        for result in self.results:
            if result.sha256 == sha256:
                near = self.folder / (result.from_output or "")
                is_there = near.is_file() or place_in_archive(str(near)) is not None
                return near if is_there else Path(result.path)
        return None

    @property
    def failures(self) -> tuple[ConversionResult, ...]:
        """Inputs without a letter, or of which pages could not be read."""
        without = (result for result in self.results if result.output is None)
        partial = (each for each in once(self.results) if "partial" in (each.status, each.was))
        return (*without, *partial)

    @cached_property
    def _outputs(self) -> dict[str, str]:
        """The JSON's name by the file's SHA-256."""
        return {str(result.sha256): str(result.output) for result in once(self.results)}

    def table(self, name: str, where: Where, columns: Sequence[str] | None = None) -> pa.Table:
        """The rows of a table that have one of the given values in each column."""
        table = self._whole(name)
        expression = None
        for column, values in where.items():
            given = pa.array(list(values), table.schema.field(column).type)
            condition = pc.field(column).isin(given)
            expression = condition if expression is None else expression & condition
        table = table if expression is None else table.filter(expression)
        return table if columns is None else table.select(list(columns))

    def _whole(self, name: str) -> pa.Table:
        """A table, read once: a thousand letters' take some 15 MB."""
        if name not in self._read:
            table = self._parquet(name)
            self._read[name] = self._made[name] if table is None else table
        return self._read[name]

    def _parquet(self, name: str) -> pa.Table | None:
        """The table that `convert` wrote of just these letters; None where it wrote none."""
        file = self.folder / f"{name}.parquet"
        try:
            return rows_in(file, TABLES[name], self._digest) if file.is_file() else None
        except (pa.ArrowException, OSError) as error:
            raise OutputError(
                "{place} is not to be read: {reason}", _TABLES_AGAIN, place=file, reason=error
            ) from error

    @cached_property
    def _digest(self) -> str:
        return digest_of(self.results)

    @cached_property
    def _made(self) -> dict[str, pa.Table]:
        """The tables made of the letters' JSON, some letters at a time."""
        schemas = {name: schema_of(row_class) for name, row_class in TABLES.items()}
        parts = {name: [schema.empty_table()] for name, schema in schemas.items()}
        gathered: dict[str, list[Any]] = {name: [] for name in TABLES}
        for number, letter in enumerate(self.letters(), 1):
            for name, row in rows_of(letter):
                gathered[name].append(row)
            if number % AT_A_TIME == 0 or number == len(self._outputs):
                for name, rows in gathered.items():
                    parts[name].append(table_of(schemas[name], rows))
                    rows.clear()
        return {name: pa.concat_tables(tables) for name, tables in parts.items()}

    def rows(self, name: str, where: Where | None = None) -> list[Row]:
        """The same as dictionaries."""
        rows: list[Row] = self.table(name, where or {}).to_pylist()
        return rows

    def letters(self, hashes: Sequence[str] | None = None) -> Iterator[Letter]:
        """The letters with these SHA-256, or all, one in memory at a time."""
        for sha256 in self._outputs if hashes is None else hashes:
            yield self._letter(self._outputs[sha256])

    def _letter(self, name: str) -> Letter:
        file = self.folder / name
        try:
            return Letter.model_validate_json(file.read_bytes())
        except OSError as error:
            raise OutputError(
                "{place}: {reason}", _AGAIN, place=file, reason=error.strerror
            ) from error
        except SchemaVersionError as error:
            raise error.at(file) from error
        except ValueError as error:
            raise OutputError(
                "{place} is not the JSON of a letter.", _REMOVE, place=file
            ) from error


_HINT = to_say("Give the folder that tildeling convert ... --out wrote.")
_OTHER_SCHEMA = to_say(
    "Run tildeling convert again with the same --out: what is of another is read anew."
)
_AGAIN = to_say("Run tildeling convert on the folder again: what is missing is read anew.")
_TABLES_AGAIN = to_say(
    "Run tildeling convert --format parquet on the folder again, or remove the tables."
)
_REMOVE = to_say("Remove that file and run tildeling convert again: what is missing is read anew.")
