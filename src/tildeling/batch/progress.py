"""What somebody sees of a run: a bar on a terminal, a line now and then elsewhere, and a table."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from tildeling.batch.manifest import NAME
from tildeling.batch.pool import Told
from tildeling.batch.result import ConversionResult, ErrorCode
from tildeling.door import tell
from tildeling.errors import hint_of
from tildeling.export.terminal import printable

NAMED = 5
"""Failed files of one kind that are named; the manifest has them all."""

LINE_EVERY = 10.0
"""Seconds between two lines where stderr is no terminal."""


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
            tell(*table(counts, time.monotonic() - start))
            for error, named in sorted(failures.items(), key=lambda each: each[0]):
                tell("", *failed(error, named, counts["failed", error], out))


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
        line = progress_line(self.done, self.total, self.failed, now - self.start)
        tell(line + pages_told(self.read, self.known))


def pages_told(read: int, known: int) -> str:
    """How many pages were read off their pictures; nothing where there are none.

    >>> pages_told(12, 30), pages_told(0, 0)
    (', 12 of 30 pictures of pages read', '')
    """
    return f", {read:,} of {known:,} pictures of pages read" if known else ""


def progress_line(done: int, total: int, failed: int, seconds: float) -> str:
    """How far it has come.

    >>> progress_line(1200, 10000, 3, 60.0)
    '1,200 of 10,000 files, 20.0 a second, 7 min 20 s left, 3 failed'
    """
    rate = done / seconds if seconds else 0.0
    left = duration((total - done) / rate) if rate else "?"
    return f"{done:,} of {total:,} files, {rate:.1f} a second, {left} left, {failed:,} failed"


def duration(seconds: float) -> str:
    """Seconds in words.

    >>> duration(42.4), duration(62.0), duration(7380.0)
    ('42 s', '1 min 2 s', '2 h 3 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def table(counts: Counter[tuple[str, str]], seconds: float) -> list[str]:
    r"""The lines of the closing table: how many files by status and error.

    >>> print("\n".join(table(Counter({("ok", ""): 98, ("failed", "encrypted"): 2}), 4.0)))
    ok                                      98
    failed   encrypted                       2
    total                                  100   in 4 s
    """
    order = {"ok": 0, "partial": 1, "skipped": 2, "failed": 3}
    rows = sorted(counts.items(), key=lambda row: (order[row[0][0]], -row[1], row[0][1]))
    lines = [f"{status:<9}{error:<26}{count:>7,}" for (status, error), count in rows]
    return [*lines, f"{'total':<35}{counts.total():>7,}   in {duration(seconds)}"]


def failed(error: ErrorCode, named: list[ConversionResult], count: int, out: str) -> list[str]:
    r"""What to do about the files that failed for one reason, and some of them.

    >>> from tildeling.batch.result import ConversionResult
    >>> one = ConversionResult(path="brev/a.pdf", status="failed", error="encrypted")
    >>> print("\n".join(failed("encrypted", [one], 3, "ut")))
    encrypted: Save a copy without a password, and give that.
        brev/a.pdf
        2 more: see ut/manifest.jsonl
    """
    lines = [f"{error}: {_hint(named[0])}"]
    lines += sorted(f"    {printable(result.path)}" for result in named)
    if count > len(named):
        lines.append(f"    {count - len(named):,} more: see {printable(out)}/{NAME}")
    return lines


def _hint(result: ConversionResult) -> str:
    """What to do about a file that failed, on the command line."""
    if result.error == "no_text_layer" and not result.ocr:
        return "Run again with --ocr, which reads pages that are pictures."
    assert result.error is not None
    return _HINTS.get(result.error) or hint_of(result.error)


_HINTS: dict[ErrorCode, str] = {
    "not_found": "Check the paths, and that you may read the files.",
    "too_large": "If you trust the files, raise --max-pages or --max-bytes, and run again.",
    "timeout": "If you trust the files, give them longer with --timeout, and run again.",
    "crashed": "Run again; if it crashes again, please report it with the file.",
}
"""What `convert` can do about it that no other command can, or what befalls it alone."""
