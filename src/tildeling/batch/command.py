"""`tildeling convert`: a thin skin over `tildeling.convert`."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import Annotated, Literal

import typer

from tildeling.door import FAILED, errors_told, warnings_told
from tildeling.words import Language


def convert(  # noqa: PLR0917  (Typer takes options as arguments)
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders (all that is in and below them), zip archives, URLs, or - for "
            "paths on stdin, a line or a null byte after each.",
        ),
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="DIR", help="Folder, or URL, for what is written.")
    ],
    include: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN",
            help='Of folders and archives only files like this: "*.pdf", "2024/*.pdf". May be '
            "given several times.",
        ),
    ] = None,
    output_format: Annotated[
        Literal["json", "jsonl", "csv", "parquet", "xlsx"],
        typer.Option(
            "--format",
            help="Besides a JSON file for each letter: all letters in one file of JSON lines, in "
            "tables that share the key sha256, or in one workbook for Excel.",
        ),
    ] = "json",
    language: Annotated[
        Language,
        typer.Option(
            "--lang",
            help="Headings of csv and xlsx: in bokmål or nynorsk; en: the columns' names.",
        ),
    ] = "en",
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Worker processes; one a core unless told.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a file may take.")] = 60.0,
    max_pages: Annotated[
        int | None, typer.Option(min=1, help="Refuse a file of more pages.")
    ] = None,
    max_bytes: Annotated[int | None, typer.Option(min=1, help="Refuse a larger file.")] = None,
    ocr: Annotated[
        bool,
        typer.Option(
            "--ocr",
            help="Also read pages that are pictures, as scans are: some seconds a page, which "
            "are kept in DIR, so that a second run costs nothing. Needs "
            "pip install 'tildeling[ocr]'.",
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Redo what is done.")] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop after the first file that fails.")
    ] = False,
    fsync: Annotated[
        bool,
        typer.Option("--fsync", help="Wait until the disk has each letter: slower."),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="No progress, no table at the end.")
    ] = False,
) -> None:
    """Convert letters to JSON, thousands at a time. Status 1 where one of them failed."""
    with errors_told(), warnings_told():
        from tildeling.batch.pool import bounds_of
        from tildeling.batch.progress import shown
        from tildeling.batch.run import Conversion
        from tildeling.limits import Limits

        given = {"max_pages": max_pages, "max_bytes": max_bytes, "max_seconds": timeout}
        limits = Limits.model_validate({name: value for name, value in given.items() if value})
        try:
            conversion = Conversion(
                _given(paths),
                out,
                include=include or (),
                bounds=bounds_of(limits, ocr=ocr),
                limits=limits,
                ocr=ocr,
                force=force,
                fail_fast=fail_fast,
                fsync=fsync,
            )
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
        run = partial(conversion.run, format=output_format, jobs=jobs, lang=language)
        failures = 0
        for result in shown(run, len(conversion.inputs), out, quiet=quiet):
            failures += result.status == "failed"
    if failures:
        raise typer.Exit(FAILED)


def _given(paths: list[str]) -> list[str]:
    """The paths, with those on stdin in the place of a dash."""
    given: list[str] = []
    for path in paths:
        if path != "-":
            given.append(path)
            continue
        data = sys.stdin.buffer.read()
        separator = b"\0" if b"\0" in data else b"\n"
        lines = (line.removesuffix(b"\r") for line in data.split(separator))
        given.extend(os.fsdecode(line) for line in lines if line)
    return given
