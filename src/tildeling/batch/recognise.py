"""Pages of one letter, read off their pictures by several processes.

Recognition takes seconds a page and one core, and pages know nothing of each other: so each is a
job of its own, with time and memory of its own, and one that fails costs that page alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tildeling.batch.crew import Crew, Job, Lost
from tildeling.batch.processes import may_have_children
from tildeling.errors import DamagedPdfError, TildelingError, TooLargeError
from tildeling.limits import Limits

if TYPE_CHECKING:
    from tildeling.ocr.reader import Seen


class Picture(NamedTuple):
    """A page of a PDF that is to be read off its picture."""

    data: bytes
    number: int


def see_in_processes(
    limits: Limits, data: bytes, numbers: Sequence[int], size: int | None = None
) -> Iterator[tuple[int, Seen]]:
    """The pages with these numbers, as they get done, by `size` processes (one a core).

    Where a process may have no children, as a daemonic one, the pages are read in it.
    """
    if not numbers:
        return
    if not may_have_children():
        yield from ((number, see(Picture(data, number))) for number in numbers)
        return
    crew = Crew(min(size or os.cpu_count() or 1, len(numbers)), limits.max_memory_for_ocr)
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
                    yield job.given.number, _seen(outcome)
    finally:
        crew.end()


def see(picture: Picture) -> Seen:
    """The page, in a process whose only work this is."""
    import cv2

    from tildeling.ocr.engines import RapidEngine
    from tildeling.ocr.reader import see_page

    cv2.setNumThreads(1)
    return see_page(RapidEngine(), picture.data, picture.number)


def _seen(outcome: object) -> Seen:
    from tildeling.ocr.seen import SeenPage

    if isinstance(outcome, Lost):
        return lost_page(outcome)
    assert isinstance(outcome, SeenPage | TildelingError)
    return outcome


def lost_page(lost: Lost) -> TildelingError:
    """Why a page could not be read that no worker came back from."""
    if lost.error == "timeout":
        return TooLargeError(f"its picture was not read within {lost.seconds:g} seconds")
    if lost.error == "too_large":
        return TooLargeError("reading its picture needs more memory than allowed")
    return DamagedPdfError(f"what reads its picture crashed ({lost.message.rstrip('.')})")
