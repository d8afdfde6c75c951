"""An archive to letters: thousands of inputs, each converted or explained, and nothing lost."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from tildeling.batch.result import ConversionResult

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tildeling.limits import Limits

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

BatchFormat = Literal["json", "jsonl", "csv", "parquet"]

SECONDS = 60.0
"""What one input may take. The longest letters known take two."""

MEMORY = 2 * 1024**3
"""Bytes of address space that a worker may take. A letter of 150 pages takes a tenth."""


def convert(
    paths: Paths,
    out: str | os.PathLike[str],
    *,
    format: BatchFormat = "json",
    jobs: int | None = None,
    timeout: float = SECONDS,
    memory: int | None = MEMORY,
    limits: Limits | None = None,
    force: bool = False,
    fail_fast: bool = False,
    executor: Executor | None = None,
    fsync: bool = False,
) -> Iterator[ConversionResult]:
    """Converts letters to JSON in the folder `out`; what became of each input, as they get done.

    `paths` are files, folders (all in and below them) and URLs of fsspec; so is `out`. Each
    letter's JSON has a name of its own there, and `manifest.jsonl` holds every result. What an
    earlier run has done is skipped where content, release and schema are the same, unless `force`.

    `format` other than "json" writes all letters of `out` also in one file of JSON lines, or in
    seven tables as CSV or Parquet, at the end.
    `jobs` is the number of worker processes, by default one a core; `timeout` (seconds) and
    `memory` (bytes, None for no limit) are what one input may take. `fail_fast` stops after the
    first that fails. `executor` does the work instead of this machine's processes. `fsync` waits
    until the disk has what is written: slower, and safe from a power cut.

    Raises `OutputError` where `out` cannot be written, or another run is writing to it,
    `ExecutorError` where the executor breaks, `ValueError` where `out` is one of the folders to
    read, and, before the first input, `MissingExtraError` where `format` or a URL needs a library
    that is not installed.
    """
    from tildeling.batch.pool import Bounds
    from tildeling.batch.run import Conversion

    conversion = Conversion(
        paths,
        out,
        bounds=Bounds(timeout, memory),
        limits=limits,
        force=force,
        fail_fast=fail_fast,
        fsync=fsync,
    )
    return conversion.run(format=format, jobs=jobs, executor=executor)
