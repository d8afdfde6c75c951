"""Pages read off their pictures, by processes.

Recognition takes seconds a page and one core, and pages know nothing of each other: so each is a
job of its own, with time and memory of its own, and one that fails costs that page alone.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tildeling.batch.crew import Crew, Job, Lost
from tildeling.batch.processes import may_have_children
from tildeling.errors import DamagedPdfError, NotAPdfError, TildelingError, TooLargeError
from tildeling.limits import Limits

if TYPE_CHECKING:
    from tildeling.batch.worker import Task
    from tildeling.ocr.reader import Seen

# Bytes that a process has in use at most which reads pages of A4 off their pictures (measured: 0.8
# of them): more processes than the machine has room for would be slower than one, or be killed.
MEMORY_A_PROCESS = 1024**3

# Who is told how many of a file's pages were read off their pictures, of how many.
pages_told: ContextVar[Callable[[int, int], None] | None] = ContextVar("pages_told", default=None)


class Picture(NamedTuple):
    """A page of a PDF that is to be read off its picture."""

    data: bytes
    number: int


def see_in_processes(
    limits: Limits, data: bytes, numbers: Sequence[int], size: int | None = None
) -> Iterator[tuple[int, Seen]]:
    """The pages with these numbers, as they get done, by `size` processes (`processes_for_ocr`).

    Where a process may have no children, as a daemonic one, the pages are read in it.
    """
    told = pages_told.get() or (lambda read, known: None)
    told(0, len(numbers))
    for read, page in enumerate(_seen(limits, data, numbers, size), start=1):
        told(read, len(numbers))
        yield page


def _seen(
    limits: Limits, data: bytes, numbers: Sequence[int], size: int | None
) -> Iterator[tuple[int, Seen]]:
    if not numbers:
        return
    if not may_have_children():
        yield from ((number, see(Picture(data, number))) for number in numbers)
        return
    crew = Crew(min(size or processes_for_ocr(), len(numbers)), limits.max_memory_for_ocr)
    pictures = (Picture(data, number) for number in numbers)
    try:
        while True:
            crew.take(
                Job(see, picture, limits.max_seconds_per_ocr_page)
                for picture in islice(pictures, crew.room)
            )
            if crew.idle:
                return
            for job, outcome in crew.results():
                if isinstance(job.given, Picture):
                    yield job.given.number, _told(outcome)
    finally:
        crew.end()


def processes_for_ocr() -> int:
    """One a core, but no more than the machine has memory for."""
    cores = os.cpu_count() or 1
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # Windows tells in another way.
        return cores
    return min(cores, max(memory // MEMORY_A_PROCESS, 1))


def see(picture: Picture) -> Seen:
    """The page, in a process whose only work this is."""
    import cv2

    from tildeling.ocr.engines import RapidEngine
    from tildeling.ocr.reader import see_page

    cv2.setNumThreads(1)
    return see_page(RapidEngine(), picture.data, picture.number)


def _told(outcome: object) -> Seen:
    from tildeling.ocr.seen import SeenPage

    if isinstance(outcome, Lost):
        return lost_page(outcome)
    assert isinstance(outcome, SeenPage | TildelingError)
    return outcome


def lost_page(lost: Lost) -> TildelingError:
    """Why a page could not be read that no worker came back from."""
    if lost.error == "timeout":
        return TooLargeError(
            "its picture was not read within {seconds:g} seconds", seconds=lost.seconds
        )
    if lost.error == "too_large":
        return TooLargeError("reading its picture needs more memory than allowed")
    return DamagedPdfError(
        "what reads its picture crashed ({reason})", reason=lost.message.rstrip(".")
    )


@dataclass(frozen=True, slots=True)
class PageTask:
    """A page to be read off its picture."""

    task: Task
    sha256: str
    number: int


@dataclass(frozen=True, slots=True)
class PageDone:
    """A page that was tried; it is kept where there is no error."""

    error: TildelingError | None
    seconds: float


def recognise_page(page: PageTask) -> PageDone:
    """Reads a page and keeps it. Raises `OutputError` where it cannot be kept, and nothing else."""
    start = time.perf_counter()
    seen = _page(page)
    if isinstance(seen, TildelingError):
        return PageDone(seen, time.perf_counter() - start)
    from tildeling.batch.kept import KeptPages

    KeptPages(page.task.folder, page.sha256, page.task.fsync).keep(page.number, seen)
    return PageDone(None, time.perf_counter() - start)


def _page(page: PageTask) -> Seen:
    try:
        data = page.task.read()
    except TildelingError as error:
        return error
    if hashlib.sha256(data).hexdigest() != page.sha256:
        return NotAPdfError("the file was changed while it was read")
    return see(Picture(data, page.number))


def pages_of(task: Task, sha256: str, numbers: Sequence[int]) -> Iterator[PageTask]:
    """The pages of an input with these numbers."""
    return (PageTask(task, sha256, number) for number in numbers)


def page_done(outcome: object) -> PageDone:
    """What became of a page that a crew had."""
    if isinstance(outcome, Lost):
        return PageDone(lost_page(outcome), outcome.seconds)
    assert isinstance(outcome, PageDone)
    return outcome
