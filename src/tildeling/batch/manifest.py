"""`manifest.jsonl`: what became of every input, a line each, true at any moment.

While a run goes on, lines are added at the end, so that a killed run loses none but perhaps the
last. At its end, and before the next run begins, the file is written anew: sorted by path, one line
an input, broken lines gone.

A manifest is read as anybody's file. Outputs are overwritten and removed by the names in it, so a
line counts only where its name is one that this program gives to such an input, and no other
line's.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from io import FileIO
from typing import Protocol

from tildeling.batch.names import names_of, same_name
from tildeling.batch.places import Folder, LocalFolder
from tildeling.batch.result import ConversionResult
from tildeling.errors import OutputError

NAME = "manifest.jsonl"

# Seconds between two writings of a manifest that cannot be added to (object stores).
SAVE_EVERY = 10.0


class Manifest:
    """The manifest of an output folder. Close it, and it is in order."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        # Kept as text: ten thousand results as objects would take ten times the memory.
        self._lines = _whole_lines(folder.read(NAME))
        self._save()
        self._end: _End = _LocalEnd(folder) if isinstance(folder, LocalFolder) else _SavedEnd(self)

    def __iter__(self) -> Iterator[ConversionResult]:
        """The newest result of every input, by path."""
        for path in sorted(self._lines):
            yield _result(self._lines[path])

    def result_of(self, path: str) -> ConversionResult | None:
        """The newest result of an input, or None."""
        line = self._lines.get(path)
        return None if line is None else _result(line)

    def outputs(self) -> dict[str, str]:
        """The outputs' names by their inputs' paths."""
        return {result.path: result.output for result in self if result.output is not None}

    def add(self, result: ConversionResult) -> None:
        """Adds a line. Raises `OutputError` where there is no room for it."""
        line = _line(result)
        self._lines[result.path] = line
        self._end.add(line)

    def close(self) -> None:
        """Writes the manifest in order. Raises `OutputError`."""
        self._end.close()
        self._save()

    def _save(self) -> None:
        text = "".join(f"{self._lines[path]}\n" for path in sorted(self._lines))
        data = text.encode("ascii")
        if not data or data != self._folder.read(NAME):
            self._folder.write(NAME, data)


def results_in(data: bytes) -> Iterator[ConversionResult]:
    """The newest result of every input in a manifest's bytes, by path."""
    lines = _whole_lines(data)
    for path in sorted(lines):
        yield _result(lines[path])


def once(results: Iterable[ConversionResult]) -> Iterator[ConversionResult]:
    """The results that have a letter, one a content: a file in two folders is one letter."""
    seen: set[str] = set()
    for result in results:
        if result.output is not None and result.sha256 is not None and result.sha256 not in seen:
            seen.add(result.sha256)
            yield result


def digest_of(results: Iterable[ConversionResult]) -> str:
    """What tells the letters' JSON from that of other letters, and of the same read otherwise."""
    digest = hashlib.sha256()
    for result in once(results):
        digest.update(f"{result.sha256} {result.output_sha256}\n".encode())
    return digest.hexdigest()


def _line(result: ConversionResult) -> str:
    # ASCII, since a path may hold bytes that are no text: they come back from their escapes.
    return json.dumps(result.model_dump())


def _result(line: str | bytes) -> ConversionResult:
    # Pydantic's own JSON reader takes no bytes that are no text.
    return ConversionResult.model_validate(json.loads(line))


def _whole_lines(data: bytes) -> dict[str, str]:
    """The newest line by path, without those that are broken or not this program's."""
    results: dict[str, ConversionResult] = {}
    for line in data.splitlines():
        try:
            result = _result(line)
        except (ValueError, RecursionError):
            continue
        if result.output is None or result.output in names_of(result.path):
            results[result.path] = result
    owners: dict[str, str] = {}
    for result in results.values():
        if result.output is not None:
            owners.setdefault(same_name(result.output), result.path)
    return {
        path: _line(result)
        for path, result in results.items()
        if result.output is None or owners[same_name(result.output)] == path
    }


class _End(Protocol):
    """Where lines are added while a run goes on."""

    def add(self, line: str) -> None: ...

    def close(self) -> None: ...


class _LocalEnd:
    """The end of a file on this machine."""

    def __init__(self, folder: LocalFolder) -> None:
        self.path = folder.path / NAME
        self.fsync = folder.fsync
        self.file: FileIO | None = None

    def add(self, line: str) -> None:
        data = f"{line}\n".encode("ascii")
        try:
            if self.file is None:
                self.file = self.path.open("ab", buffering=0)
            before = self.file.tell()
            if self.file.write(data) != len(data):
                # A nearly full disk takes half a line.
                self.file.truncate(before)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if self.fsync:
                os.fsync(self.file.fileno())
        except OSError as error:
            raise OutputError(
                "{place}: {reason}", place=self.path, reason=error.strerror
            ) from error

    def close(self) -> None:
        if self.file is not None:
            self.file.close()


class _SavedEnd:
    """An object store, to whose objects nothing can be added: saved whole now and then."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest
        self.saved = time.monotonic()

    def add(self, line: str) -> None:
        if time.monotonic() - self.saved > SAVE_EVERY:
            self.manifest._save()
            self.saved = time.monotonic()

    def close(self) -> None:
        pass
