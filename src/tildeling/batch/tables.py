"""All letters of an output folder as one file of JSON lines, or as tables.

They are made from the letters' own JSON, one letter in memory at a time, at the end of a run: so a
killed run leaves none half made, and another format costs no second reading of the archive.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from tildeling.batch.manifest import Manifest, digest_of, once
from tildeling.batch.places import Folder, LocalFolder
from tildeling.batch.result import ConversionResult
from tildeling.errors import OutputError, OutputWarning
from tildeling.export.rows import TABLES, rows_of
from tildeling.letter import Letter
from tildeling.words import Language, to_say

if TYPE_CHECKING:
    from tildeling.export.csv_table import CsvTable
    from tildeling.export.parquet_table import ParquetTable

BatchFormat = Literal["json", "jsonl", "csv", "parquet", "xlsx"]
TableFormat = Literal["jsonl", "csv", "parquet", "xlsx"]


def write_tables(
    table_format: TableFormat,
    folder: Folder,
    results: Manifest,
    language: Language = "en",
) -> None:
    """Writes the files of the format into the folder. Raises `OutputError`.

    `language` is that of the headings in CSV and xlsx. Gives an `OutputWarning` where not all of a
    table fits as it is.
    """
    letters = letters_in(folder, results)
    with ExitStack() as stack:
        making = _place_for_making(folder, stack)
        try:
            if table_format == "jsonl":
                files = _json_lines(letters, making)
            elif table_format == "xlsx":
                files = _workbook(letters, making, language)
            else:
                made_of = digest_of(_there(folder, results))
                files = _tables(table_format, letters, making, language, made_of)
        except OutputError:
            raise
        except OSError as error:
            raise OutputError(
                "{place}: {reason}", place=folder.address, reason=error.strerror or error
            ) from error
        for name, file in files.items():
            folder.put(file, name)


def letters_in(folder: Folder, results: Iterable[ConversionResult]) -> Iterator[Letter]:
    """The letters that the results name, once where the same content stands in several places.

    A file that somebody took away is left out. One that is not what a run wrote (somebody edited
    it, a power cut emptied it) raises `OutputError`: a table without its letter would not tell.
    """
    for result in _there(folder, results):
        assert result.output is not None
        yield _letter(folder, result.output)


def _there(folder: Folder, results: Iterable[ConversionResult]) -> Iterator[ConversionResult]:
    there = folder.names()
    return once(result for result in results if result.output in there)


def _letter(folder: Folder, name: str) -> Letter:
    try:
        return Letter.model_validate_json(folder.read(name))
    except ValidationError as error:
        raise OutputError(
            "{place}/{name} is not the JSON of a letter.",
            to_say("Remove that file and run again: its letter is then read anew."),
            place=folder.address,
            name=name,
        ) from error


def _place_for_making(folder: Folder, stack: ExitStack) -> _Making:
    if isinstance(folder, LocalFolder):
        # On the same disk, so that a finished file is only renamed.
        return stack.enter_context(_Making(folder))
    return stack.enter_context(_Making(LocalFolder(stack.enter_context(_temporary()))))


def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="tildeling-")


class _Making:
    """Files that are being made; what is not put in its place by the end is thrown away."""

    def __init__(self, folder: LocalFolder) -> None:
        self.folder = folder
        self.files: list[Path] = []

    def __enter__(self) -> _Making:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self.files:
            file.unlink(missing_ok=True)

    def file(self) -> Path:
        self.files.append(self.folder.unfinished())
        return self.files[-1]


def _json_lines(letters: Iterator[Letter], making: _Making) -> dict[str, Path]:
    file = making.file()
    with file.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
        for letter in letters:
            stream.write(letter.model_dump_json() + "\n")
    return {"letters.jsonl": file}


def _workbook(letters: Iterator[Letter], making: _Making, language: Language) -> dict[str, Path]:
    from tildeling.export.xlsx_tables import Workbook

    file = making.file()
    with Workbook(file, language) as book:
        for letter in letters:
            for name, row in rows_of(letter):
                book.add(name, row)
    for remark in book.remarks:
        warning = OutputWarning("{place}: {problem}", place="letters.xlsx", problem=remark)
        warnings.warn(warning, stacklevel=1)
    return {"letters.xlsx": file}


def _tables(
    table_format: Literal["csv", "parquet"],
    letters: Iterator[Letter],
    making: _Making,
    language: Language,
    made_of: str,
) -> dict[str, Path]:
    files = {name: making.file() for name in TABLES}
    with ExitStack() as stack:
        tables: dict[str, CsvTable | ParquetTable] = {}
        for name, file in files.items():
            tables[name] = _table(table_format, file, name, language, made_of)
            stack.enter_context(tables[name])
        for letter in letters:
            for name, row in rows_of(letter):
                tables[name].add(row)
    return {f"{name}.{table_format}": file for name, file in files.items()}


def _table(
    table_format: Literal["csv", "parquet"],
    file: Path,
    name: str,
    language: Language,
    made_of: str,
) -> CsvTable | ParquetTable:
    if table_format == "csv":
        from tildeling.export.csv_table import CsvTable

        return CsvTable(file, name, language)
    from tildeling.export.parquet_table import ParquetTable

    return ParquetTable(file, TABLES[name], made_of)
