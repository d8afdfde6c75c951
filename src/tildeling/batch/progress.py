"""What somebody sees of a run: a bar on a terminal, a line now and then elsewhere, and a table."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from tildeling.batch.pool import Told
from tildeling.batch.result import ConversionResult, ErrorCode
from tildeling.batch.telling import NAMED, failed, pictures_read, progress_line, table
from tildeling.door import tell, words_here

# Seconds between two lines where stderr is no terminal.
LINE_EVERY = 10.0


class Run(Protocol):
    """A run that is yet to begin, and tells of the pages that it reads off pictures."""

    def __call__(self, *, told: Told) -> Iterable[ConversionResult]:
        """Its results, as they come."""
        ...


def shown(run: Run, total: int, out: str, *, quiet: bool) -> Iterator[ConversionResult]:
    """A run's results, with progress on stderr and, at the end, how many came out how.

    And which of them failed, with what to do about it; `out` has the others.
    """
    counts: Counter[tuple[str, str]] = Counter()
    failures: dict[ErrorCode, list[ConversionResult]] = {}
    start = time.monotonic()
    try:
        with _progress(total, quiet) as progress:
            for result in run(told=progress.pages):
                counts[result.status, result.error or ""] += 1
                if result.error is not None:
                    named = failures.setdefault(result.error, [])
                    named += [result] if len(named) < NAMED else []
                progress.step(sum(n for (status, _), n in counts.items() if status == "failed"))
                yield result
    finally:
        # Also after Ctrl-C and a full disk: what is done is kept, and can be told.
        if not quiet:
            words = words_here()
            tell(*table(counts, time.monotonic() - start, words))
            for error, named in sorted(failures.items(), key=lambda each: each[0]):
                tell("", *failed(named, counts["failed", error], out, words))


class _Progress(Protocol):
    def step(self, failed: int) -> None:
        """One more is done."""

    def pages(self, read: int, known: int) -> None:
        """So many pages were read off their pictures, of so many."""


def _progress(total: int, quiet: bool) -> AbstractContextManager[_Progress]:
    if quiet:
        return nullcontext(_Silence())
    if sys.stderr.isatty():
        from tildeling.batch.bar import Bar

        return Bar(total)
    return nullcontext(Lines(total))


class _Silence:
    def step(self, failed: int) -> None:
        """Says nothing."""

    def pages(self, read: int, known: int) -> None:
        """Says nothing."""


class Lines:
    """A line every ten seconds, for logs."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = self.failed = 0
        self.read = self.known = 0
        self.start = self.said = time.monotonic()

    def step(self, failed: int) -> None:
        """One more is done."""
        self.done, self.failed = self.done + 1, failed
        self._say()

    def pages(self, read: int, known: int) -> None:
        """So many pages were read off their pictures, of so many."""
        self.read, self.known = read, known
        self._say()

    def _say(self) -> None:
        now = time.monotonic()
        if now - self.said < LINE_EVERY:
            return
        self.said = now
        words = words_here()
        line = progress_line(self.done, self.total, self.failed, now - self.start, words)
        tell(line + pictures_read(self.read, self.known, words))
