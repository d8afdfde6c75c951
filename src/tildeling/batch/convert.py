"""An archive to letters: thousands of inputs, each converted or explained, and nothing lost."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tildeling.batch.result import ConversionResult
from tildeling.words import Language

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tildeling.batch.inputs import Paths
    from tildeling.batch.tables import BatchFormat
    from tildeling.limits import Limits


def convert(
    paths: Paths,
    out: str | os.PathLike[str],
    *,
    include: str | Iterable[str] = (),
    format: BatchFormat = "json",
    jobs: int | None = None,
    timeout: float | None = None,
    memory: int | None = None,
    limits: Limits | None = None,
    ocr: bool = False,
    force: bool = False,
    fail_fast: bool = False,
    executor: Executor | None = None,
    fsync: bool = False,
    lang: Language = "en",
) -> Iterator[ConversionResult]:
    """Converts letters to JSON in the folder `out`; what became of each input, as they get done.

    `paths` are files, folders (all in and below them), zip archives (all in them, without being
    unpacked) and URLs of fsspec; `out` is a folder or a URL. Each letter's JSON has a name of its
    own there, and `manifest.jsonl` holds every result. What an earlier run has done is skipped
    where content, release and schema are the same, unless `force`.

    `include` is a pattern, or several, of which a file in a folder or archive must fit one: "*.pdf"
    its name, "2024/*.pdf" the end of its path; small and capital letters are the same. Those given
    by name are read in any case.

    With `ocr` pages that are pictures are read too, some seconds a page. What is read of them is
    kept in the folder `recognised` of `out`: a second run, with `force` or a newer release, reads
    no picture again.

    `format` other than "json" writes all letters of `out` also in one file of JSON lines, in tables
    as CSV or Parquet, or in one workbook for Excel, at the end. `lang` "nb" puts Norwegian headings
    over the columns of CSV and xlsx. What does not fit into a workbook is told by an
    `OutputWarning`.
    `jobs` is the number of worker processes, by default one a core; `timeout` (seconds) and
    `memory` (bytes) are what one input may take, by default those of `limits`. `fail_fast` stops
    after the first that fails. `executor` does the work instead of this machine's processes.
    `fsync` waits until the disk has what is written: slower, and safe from a power cut.

    Raises `OutputError` where `out` cannot be written, or another run is writing to it,
    `ExecutorError` where the executor breaks, `ValueError` where `out` is one of the folders to
    read or a pattern is empty, and, before the first input, `MissingExtraError` where `format`,
    `ocr` or a URL needs a library that is not installed.
    """
    from tildeling.batch.pool import bounds_of
    from tildeling.batch.run import Conversion
    from tildeling.limits import Limits

    limits = limits or Limits()
    conversion = Conversion(
        paths,
        out,
        include=include,
        bounds=bounds_of(limits, ocr=ocr, timeout=timeout, memory=memory),
        limits=limits,
        ocr=ocr,
        force=force,
        fail_fast=fail_fast,
        fsync=fsync,
    )
    return conversion.run(format=format, jobs=jobs, executor=executor, lang=lang)
