"""Who does the work: processes of this machine that can be ended, or an executor that is given."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass
from itertools import islice

from tildeling.batch.crew import Crew, Job, Lost
from tildeling.batch.processes import may_have_children
from tildeling.batch.result import ConversionResult
from tildeling.batch.worker import Task, convert_one, failure
from tildeling.errors import ExecutorError, OutputError

EXECUTOR_AHEAD = 64
"""Tasks given to somebody else's executor at a time: nobody tells how many workers it has."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one input may take."""

    seconds: float
    memory: int | None
    """Bytes of address space."""


def run_here(tasks: Iterator[Task], jobs: int, bounds: Bounds) -> Generator[ConversionResult]:
    """Converts in `jobs` processes of this machine; results as they come.

    Raises `OutputError` where an output cannot be written. Leaving the iterator ends the workers.
    """
    crew = Crew(jobs, bounds.memory)
    try:
        while True:
            crew.take(_job(task, bounds) for task in islice(tasks, crew.room))
            if crew.idle:
                return
            yield from _results(crew)
    finally:
        crew.end()


def _job(task: Task, bounds: Bounds) -> Job:
    return Job(convert_one, task, bounds.seconds)


def _results(crew: Crew) -> Iterator[ConversionResult]:
    for job, outcome in crew.results():
        if isinstance(outcome, ConversionResult):
            yield outcome
        elif isinstance(outcome, Lost) and isinstance(job.given, Task):
            yield failure(job.given, outcome.error, outcome.message, outcome.seconds)


_own = threading.local()
"""Each thread's crew of one, on a machine that works for somebody else's executor."""


def convert_guarded(task: Task, bounds: Bounds) -> ConversionResult:
    """Converts one input in a process of its own, from wherever it is called.

    Where a process may have no children, the input is converted without a time limit, and a crash
    is for the executor to survive.
    """
    if not may_have_children():
        return convert_one(task)
    if getattr(_own, "of", None) != (os.getpid(), bounds):
        _own.crew, _own.of = Crew(1, bounds.memory), (os.getpid(), bounds)
    crew: Crew = _own.crew
    crew.take([_job(task, bounds)])
    while True:
        for result in _results(crew):
            return result


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
        raise ExecutorError(f"The executor takes nothing more: {error}") from error


def _result_from_there(future: Future[ConversionResult], task: Task) -> ConversionResult:
    try:
        return future.result()
    except OutputError:
        raise
    except BrokenExecutor as error:
        # All that it had is gone, whatever it was that broke it.
        raise ExecutorError(f"The executor broke: {error}") from error
    except Exception as error:
        # What an executor raises where it loses a worker is its own: KilledWorker, for example.
        return failure(task, "crashed", f"The executor lost it: {type(error).__name__}: {error}")
