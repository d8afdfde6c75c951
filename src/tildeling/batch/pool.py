"""Who does the work: processes of this machine that can be ended, or an executor that is given."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field, replace
from itertools import islice

from tildeling.batch.crew import Crew, Job, Lost
from tildeling.batch.processes import may_have_children
from tildeling.batch.recognise import PageTask, page_done, pages_of, recognise_page
from tildeling.batch.result import ConversionResult
from tildeling.batch.worker import Pictures, Task, convert_one, failure
from tildeling.errors import ExecutorError, OutputError, TildelingError
from tildeling.limits import Limits

# Tasks given to somebody else's executor at a time: nobody tells how many workers it has.
EXECUTOR_AHEAD = 64


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one input may take."""

    seconds: float
    memory: int | None
    """Bytes of address space."""
    page_seconds: float
    """What each page may take besides that is read off its picture."""


def bounds_of(
    limits: Limits, *, ocr: bool, timeout: float | None = None, memory: int | None = None
) -> Bounds:
    """The bounds by the limits, or as they are told instead."""
    most = limits.max_memory
    if ocr and most is not None:
        most = limits.max_memory_for_ocr and max(most, limits.max_memory_for_ocr)
    return Bounds(timeout or limits.max_seconds, memory or most, limits.max_seconds_per_ocr_page)


# Is told how many pages were read off their pictures, and of how many that are known of.
Told = Callable[[int, int], None]


def run_here(
    tasks: Iterator[Task], jobs: int, bounds: Bounds, told: Told | None = None
) -> Generator[ConversionResult]:
    """Converts in `jobs` processes of this machine; results as they come.

    Raises `OutputError` where an output cannot be written. Leaving the iterator ends the workers.
    """
    letters = _Letters(jobs, bounds, told)
    try:
        while True:
            letters.take(islice(tasks, letters.crew.room))
            if letters.crew.idle:
                return
            yield from letters.results()
    finally:
        letters.crew.end()


@dataclass(slots=True)
class _Pages:
    """The pages of one input that are being read off their pictures."""

    left: int
    errors: dict[int, TildelingError] = field(default_factory=dict)
    seconds: float = 0.0


class _Letters:
    """Inputs at a crew, and the pages of theirs that it reads off pictures before."""

    def __init__(self, size: int, bounds: Bounds, told: Told | None = None) -> None:
        self.crew = Crew(size, bounds.memory)
        self.bounds = bounds
        self.told = told
        self.pages: dict[str, _Pages] = {}
        """By the input's path."""
        self.read = self.known = 0

    def take(self, tasks: Iterable[Task]) -> None:
        """Gives the crew inputs."""
        self.crew.take(Job(convert_one, task, self.bounds.seconds) for task in tasks)

    def results(self) -> Iterator[ConversionResult]:
        """Waits for something to end; what it makes the results of."""
        for job, outcome in self.crew.results():
            if isinstance(job.given, PageTask):
                self._page_ended(job.given, outcome)
            elif isinstance(job.given, Task):
                yield from self._ended(job.given, outcome)

    def _ended(self, task: Task, outcome: object) -> Iterator[ConversionResult]:
        if isinstance(outcome, Pictures):
            self.pages[task.path] = _Pages(len(outcome.numbers))
            self._tell(known=len(outcome.numbers))
            self.crew.take(
                Job(recognise_page, page, self.bounds.page_seconds)
                for page in pages_of(task, outcome.sha256, outcome.numbers)
            )
            return
        seconds = self.pages.pop(task.path, _Pages(0)).seconds
        if isinstance(outcome, Lost):
            yield failure(task, outcome.error, outcome.message, outcome.seconds + seconds)
        elif isinstance(outcome, ConversionResult):
            yield outcome.model_copy(update={"seconds": round(outcome.seconds + seconds, 3)})

    def _page_ended(self, page: PageTask, outcome: object) -> None:
        pages = self.pages[page.task.path]
        pages.left -= 1
        done = page_done(outcome)
        pages.seconds += done.seconds
        if done.error is not None:
            pages.errors[page.number] = done.error
        self._tell(read=1)
        if not pages.left:
            self.take([replace(page.task, tried=pages.errors)])

    def _tell(self, *, read: int = 0, known: int = 0) -> None:
        self.read, self.known = self.read + read, self.known + known
        if self.told is not None:
            self.told(self.read, self.known)


# Each thread's crew of one, on a machine that works for somebody else's executor.
_own = threading.local()


def convert_guarded(task: Task, bounds: Bounds) -> ConversionResult:
    """Converts one input in a process of its own, from wherever it is called.

    Where a process may have no children, the input is converted without a time limit, and a crash
    is for the executor to survive.
    """
    if not may_have_children():
        return _converted_here(task)
    if getattr(_own, "of", None) != (os.getpid(), bounds):
        _own.letters, _own.of = _Letters(1, bounds), (os.getpid(), bounds)
    letters: _Letters = _own.letters
    letters.take([task])
    while True:
        for result in letters.results():
            return result


def _converted_here(task: Task) -> ConversionResult:
    outcome = convert_one(task)
    if isinstance(outcome, Pictures):
        done = {
            page.number: recognise_page(page)
            for page in pages_of(task, outcome.sha256, outcome.numbers)
        }
        errors = {number: one.error for number, one in done.items() if one.error is not None}
        outcome = convert_one(replace(task, tried=errors))
    assert isinstance(outcome, ConversionResult)  # of pages that were tried none is asked for
    return outcome


def run_there(
    tasks: Iterator[Task], executor: Executor, bounds: Bounds
) -> Generator[ConversionResult]:
    """Converts by any executor; results as they come. It is not shut down.

    Raises `OutputError` where an output cannot be written, and `ExecutorError` where the executor
    takes no more.
    """
    waiting: dict[Future[ConversionResult], Task] = {}
    try:
        while True:
            for task in islice(tasks, EXECUTOR_AHEAD - len(waiting)):
                waiting[_submitted(executor, task, bounds)] = task
            if not waiting:
                return
            done, _ = wait(waiting, None, FIRST_COMPLETED)
            for future in done:
                yield _result_from_there(future, waiting.pop(future))
    finally:
        for future in waiting:
            future.cancel()


def _submitted(executor: Executor, task: Task, bounds: Bounds) -> Future[ConversionResult]:
    try:
        return executor.submit(convert_guarded, task, bounds)
    except RuntimeError as error:  # It was shut down, or broke.
        raise ExecutorError("The executor takes nothing more: {reason}", reason=error) from error


def _result_from_there(future: Future[ConversionResult], task: Task) -> ConversionResult:
    try:
        return future.result()
    except OutputError:
        raise
    except BrokenExecutor as error:
        # All that it had is gone, whatever it was that broke it.
        raise ExecutorError("The executor broke: {reason}", reason=error) from error
    except Exception as error:
        # What an executor raises where it loses a worker is its own: KilledWorker, for example.
        return failure(task, "crashed", f"The executor lost it: {type(error).__name__}: {error}")
