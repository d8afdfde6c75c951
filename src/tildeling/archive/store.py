"""Where an archive's rows come from: its Parquet tables, else its letters' JSON.

Both give the same rows. Parquet answers at once; JSON is read once, letter by letter, when the
first question needs more than the letters' heads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pydantic_core import from_json

from tildeling.batch.lock import is_locked
from tildeling.batch.manifest import NAME, results_in
from tildeling.batch.result import ConversionResult
from tildeling.batch.zipped import place_in_archive
from tildeling.errors import InputNotFoundError, OutputError, SchemaVersionError
from tildeling.export.parquet_table import schema_of, table_of
from tildeling.export.rows import TABLES, LetterRow, letter_rows, rows_of
from tildeling.letter import SCHEMA_VERSION, Letter

Row = dict[str, Any]
Where = Mapping[str, Sequence[Any]]
"""Columns, each with the values that a row may have there."""

Reader = Callable[[bytes, Path], Letter]
"""What makes a letter of its JSON, which stands in that file."""

AT_A_TIME = 200
"""Letters whose rows are Python's objects at once, on the way to a table."""


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
            raise InputNotFoundError(f"{folder} is not a folder.", _HINT)
        if not manifest.is_file():
            raise InputNotFoundError(f"{folder} is not a folder that convert wrote.", _HINT)
        self.results = _once(results_in(manifest.read_bytes()))
        versions = {result.schema_version for result in self.results if result.output}
        if others := sorted(versions - {SCHEMA_VERSION}):
            raise SchemaVersionError(
                f"{folder} has letters of schema version {', '.join(others)}; this release reads "
                f"{SCHEMA_VERSION}.",
                "Run tildeling convert again with the same --out: what is of another is read anew.",
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
        return tuple(
            result
            for result in self.results
            if result.output is None or "partial" in (result.status, result.was)
        )

    @cached_property
    def _outputs(self) -> dict[str, str]:
        """The JSON's name by the file's SHA-256."""
        return {
            result.sha256: result.output
            for result in self.results
            if result.sha256 and result.output
        }

    @cached_property
    def _from_parquet(self) -> bool:
        """True where every table is there as Parquet, of just the letters in the folder."""
        files = [self.folder / f"{name}.parquet" for name in TABLES]
        if not all(file.is_file() for file in files):
            return False
        known = set(self._parquet("letters").column("sha256").to_pylist())
        return known == set(self._outputs) and "words" in self._parquet("assignments").column_names

    def _parquet(self, name: str) -> pa.Table:
        """A table that `convert` wrote, read once: a thousand letters' take some 15 MB."""
        if name not in self._read:
            file = self.folder / f"{name}.parquet"
            try:
                self._read[name] = pq.read_table(file)
            except (pa.ArrowException, OSError) as error:
                raise OutputError(f"{file} is not to be read: {error}", _TABLES_AGAIN) from error
        return self._read[name]

    @cached_property
    def _heads(self) -> pa.Table:
        """The table of letters, made of their JSON without their items: these come when asked."""
        rows = [row for letter in self._all(_head) for row in letter_rows(letter)]
        return table_of(LetterRow, rows)

    @cached_property
    def _tables(self) -> dict[str, pa.Table]:
        """The tables made of the letters' JSON, some letters at a time."""
        parts: dict[str, list[pa.Table]] = {name: [] for name in TABLES}
        letters = self.letters()
        while some := list(islice(letters, AT_A_TIME)):
            gathered: dict[str, list[Any]] = {name: [] for name in TABLES}
            for letter in some:
                for name, row in rows_of(letter):
                    gathered[name].append(row)
            for name, rows in gathered.items():
                parts[name].append(table_of(TABLES[name], rows))
        return {
            name: pa.concat_tables(tables) if tables else schema_of(TABLES[name]).empty_table()
            for name, tables in parts.items()
        }

    def table(self, name: str, where: Where, columns: Sequence[str] | None = None) -> pa.Table:
        """The rows of a table that have one of the given values in each column."""
        expression = None
        for column, values in where.items():
            given = pa.array(list(values), schema_of(TABLES[name]).field(column).type)
            condition = pc.field(column).isin(given)
            expression = condition if expression is None else expression & condition
        table = self._whole(name)
        table = table if expression is None else table.filter(expression)
        return table if columns is None else table.select(list(columns))

    def _whole(self, name: str) -> pa.Table:
        if self._from_parquet:
            return self._parquet(name)
        return self._heads if name == "letters" else self._tables[name]

    def rows(self, name: str, where: Where | None = None) -> list[Row]:
        """The same as dictionaries."""
        rows: list[Row] = self.table(name, where or {}).to_pylist()
        return rows

    def letters(self, hashes: Sequence[str] | None = None) -> Iterator[Letter]:
        """The letters with these SHA-256, or all, one in memory at a time."""
        return self._all(_read) if hashes is None else self._some(_read, hashes)

    def _all(self, read: Reader) -> Iterator[Letter]:
        """All letters: from one file where `convert` wrote that, else one by one."""
        left = dict(self._outputs)
        lines = self.folder / "letters.jsonl"
        if lines.is_file():
            with lines.open("rb") as stream:
                for line in stream:
                    letter = read(line, lines)
                    if left.pop(letter.source.sha256, None) is not None:
                        yield letter
        yield from self._some(read, left)

    def _some(self, read: Reader, hashes: Iterable[str]) -> Iterator[Letter]:
        for sha256 in hashes:
            yield read(*self._json(self._outputs[sha256]))

    def _json(self, name: str) -> tuple[bytes, Path]:
        file = self.folder / name
        try:
            return file.read_bytes(), file
        except OSError as error:
            raise OutputError(f"{file}: {error.strerror}", _AGAIN) from error


_HINT = "Give the folder that tildeling convert ... --out wrote."
_AGAIN = "Run tildeling convert on the folder again: what is missing is read anew."
_TABLES_AGAIN = "Run tildeling convert --format parquet on the folder again, or remove the tables."
_REMOVE = "Remove that file and run tildeling convert again: what is missing is read anew."


def _read(data: bytes, file: Path) -> Letter:
    with _named(file):
        return Letter.model_validate_json(data)


def _head(data: bytes, file: Path) -> Letter:
    """The letter without its lists of items: ten times as quick to read."""
    with _named(file):
        whole = from_json(data)
        return Letter.model_validate(
            {name: value for name, value in whole.items() if not isinstance(value, list)}
        )


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """Errors in a letter's JSON, with the name of its file."""
    try:
        yield
    except SchemaVersionError as error:
        raise SchemaVersionError(f"{file}: {error.message}", error.hint) from error
    except (ValueError, AttributeError) as error:
        raise OutputError(f"{file} is not the JSON of a letter.", _REMOVE) from error


def _once(results: Iterator[ConversionResult]) -> tuple[ConversionResult, ...]:
    """One result a content: a file that lies in two folders is one letter."""
    found: dict[str, ConversionResult] = {}
    for result in results:
        found.setdefault(result.sha256 if result.output and result.sha256 else result.path, result)
    return tuple(found.values())
