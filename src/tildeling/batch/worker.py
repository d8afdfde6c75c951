"""What a worker does with one input: read it, parse it, write its JSON, say how it went."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tildeling.batch.places import folder_at, read_input
from tildeling.batch.result import ConversionResult, ErrorCode, Status, versions
from tildeling.batch.zipped import read_entry
from tildeling.errors import OutputError, TildelingError
from tildeling.letter import Letter
from tildeling.limits import Limits

if TYPE_CHECKING:
    from tildeling.batch.kept import KeptPages
    from tildeling.read.page import Reader

# The rules that tell of pages, for which a result is `partial`.
UNREAD = ("unread_page", "doubtful_page")


@dataclass(frozen=True, slots=True)
class Task:
    """One input to convert, all that a worker anywhere needs to know of it."""

    path: str
    output: str
    """Name of its JSON in the folder."""
    folder: str
    """Path or URL of the output folder."""
    limits: Limits
    fsync: bool = False
    """Whether its JSON is to be on the disk before it counts as written."""
    done: ConversionResult | None = None
    """What an earlier run made of it, if that holds as long as the content is the same."""
    ocr: bool = False
    """Whether pages that are pictures are to be read."""
    tried: Mapping[int, TildelingError] | None = None
    """Once they were tried: why some could not be."""
    archive: str | None = None
    """The zip archive that it stands in: the beginning of its path."""

    def read(self) -> bytes:
        """All bytes of the input. Raises the `TildelingError` of what is wrong with it."""
        if self.archive is None:
            return read_input(self.path, self.limits)
        return read_entry(self.archive, self.path[len(self.archive) + 1 :], self.limits)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pages of an input that are to be read off their pictures before it can be converted."""

    sha256: str
    numbers: tuple[int, ...]


def convert_one(task: Task) -> ConversionResult | Pictures:
    """Converts one input, or tells which pages must be read off their pictures before.

    Whatever is wrong with the input is in the result. Raises `OutputError` where its JSON cannot be
    written, and nothing else.
    """
    start = time.perf_counter()
    sha256 = None
    kept: KeptPages | None = None
    try:
        data = task.read()
        sha256 = hashlib.sha256(data).hexdigest()
        if task.done is not None and task.done.sha256 == sha256:
            return _skipped(task.done)
        kept = _kept_pages(task, sha256) if task.ocr else None
        found: Letter | ConversionResult = _letter(task, data, kept)
    except OutputError:
        raise
    except TildelingError as error:
        found = _failed(task, error.code, error.message, sha256, start)  # type: ignore[arg-type]
    except MemoryError:
        found = _failed(task, "too_large", "It needs more memory than allowed.", sha256, start)
    except Exception as error:
        message = f"A bug in tildeling, please report it: {type(error).__name__}: {error}"
        found = _failed(task, "crashed", message, sha256, start)
    if kept is not None and kept.missing and task.tried is None:
        return Pictures(kept.sha256, tuple(kept.missing))
    return found if isinstance(found, ConversionResult) else _written(task, found, start)


def _kept_pages(task: Task, sha256: str) -> KeptPages:
    from tildeling.batch.kept import KeptPages

    return KeptPages(task.folder, sha256, task.fsync, dict(task.tried or {}))


def _letter(task: Task, data: bytes, kept: KeptPages | None) -> Letter:
    from tildeling.parsing import parse
    from tildeling.read.source import as_text

    name = task.path.replace("\\", "/") if os.name == "nt" else task.path
    return parse(
        data,
        name=as_text(name.rsplit("/", 1)[-1]),
        limits=task.limits,
        reader=None if kept is None else _reader(kept),
    )


def _reader(kept: KeptPages) -> Reader:
    from tildeling.ocr.reader import OcrReader

    return OcrReader(see=kept.see)


def _written(task: Task, letter: Letter, start: float) -> ConversionResult:
    data = f"{letter.model_dump_json(indent=2)}\n".encode("utf-8", "replace")
    folder_at(task.folder, fsync=task.fsync).write(task.output, data)
    unread = unread_pages(letter)
    return _result(
        task,
        "partial" if unread else "ok",
        start,
        sha256=letter.source.sha256,
        pages=letter.source.pages,
        output=task.output,
        output_sha256=hashlib.sha256(data).hexdigest(),
        message=unread,
    )


def unread_pages(letter: Letter) -> str | None:
    """Which of the letter's pages could not be read, or not surely, and why; or None."""
    from tildeling.findings import message_in
    from tildeling.words import words_in

    found = [finding for finding in letter.findings if finding.rule in UNREAD]
    return " ".join(message_in(finding, words_in("en")) for finding in found) or None


def _skipped(done: ConversionResult) -> ConversionResult:
    was = done.was if done.status == "skipped" else done.status
    return done.model_copy(update={"status": "skipped", "was": was, "seconds": 0.0})


def _failed(
    task: Task, error: ErrorCode, message: str, sha256: str | None, start: float
) -> ConversionResult:
    return _result(task, "failed", start, error=error, message=message, sha256=sha256)


def failure(task: Task, error: ErrorCode, message: str, seconds: float = 0.0) -> ConversionResult:
    """The result of an input that a worker did not come back from."""
    return _result(task, "failed", None, error=error, message=message, seconds=seconds)


def _result(
    task: Task,
    status: Status,
    start: float | None,
    seconds: float = 0.0,
    **values: str | int | None,
) -> ConversionResult:
    tool, schema = versions()
    if start is not None:
        seconds = time.perf_counter() - start
    return ConversionResult.model_validate(
        {
            "path": task.path,
            "status": status,
            "ocr": task.ocr,
            "seconds": round(seconds, 3),
            "tool_version": tool,
            "schema_version": schema,
            **values,
        }
    )
