"""Who does the work: processes of this machine that can be ended, or an executor that is given.

Pebble's pool kills a worker that is over its time, and goes on with another where one crashes. What
it does not survive by itself (a worker that dies between two tasks, or with the pool's lock in its
hand) is mended here: a pool that breaks or falls silent is put away, and a new one takes its tasks.

Pebble is imported with this module, so before a run begins. Where Ctrl-C meets an import, Python
may end by the signal for all that it is handled, or show an error of the half-made module.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing.util import Finalize

from pebble import ProcessExpired, ProcessPool

from tildeling.batch.processes import worker_context
from tildeling.batch.result import ConversionResult
from tildeling.batch.worker import Task, convert_one, failure, start_worker
from tildeling.errors import ExecutorError, OutputError

AHEAD = 4
"""Tasks given to the pool for each worker: enough to keep it busy, few enough to stop at once."""

EXECUTOR_AHEAD = 64
"""Tasks given to somebody else's executor at a time: nobody tells how many workers it has."""

SILENCE = 10.0
"""A pool that begins nothing for this many seconds, or ends nothing for as many beyond the time
limit, is broken."""

ATTEMPTS = 3
"""How many pools a task may break before it is given up."""

TASKS_A_WORKER = 1000
"""A worker is replaced after this many, in case a library leaks."""


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
    crew = _Crew(jobs, bounds)
    try:
        while True:
            crew.take(islice(tasks, crew.room))
            if crew.idle:
                return
            yield from crew.results()
    finally:
        crew.end()


class _Crew:
    """A pool of workers, replaced when it breaks, and the tasks it has."""

    def __init__(self, jobs: int, bounds: Bounds) -> None:
        self.jobs = jobs
        self.bounds = bounds
        self._start()
        self.waiting: dict[Future[ConversionResult], tuple[Task, int]] = {}
        """Tasks in the pool, and how often each was given to one."""

    @property
    def room(self) -> int:
        """How many tasks more it should have."""
        return max(self.jobs * AHEAD - len(self.waiting), 0)

    @property
    def idle(self) -> bool:
        """True if it has no task."""
        return not self.waiting

    def take(self, tasks: Iterable[Task]) -> None:
        """Gives it tasks."""
        for task in tasks:
            self._give(task, 1)

    def results(self) -> Iterator[ConversionResult]:
        """Waits for something to end. There may be no result where the pool broke."""
        done = self._done()
        lost: list[tuple[Task, int]] = []
        for future in done:
            task, attempt = self.waiting.pop(future)
            result = _result_of(future, task, self.bounds)
            if result is None:
                lost.append((task, attempt))
            else:
                yield result
        if lost or not done:
            lost.extend(self.waiting.values())
            self.waiting.clear()
            self._renew()
            for task, attempt in lost:
                if attempt < ATTEMPTS:
                    self._give(task, attempt + 1)
                else:
                    yield failure(task, "crashed", "The workers that had it ended, every time.")

    def end(self) -> None:
        """Ends the workers, whatever they are at."""
        self._ending()

    def _give(self, task: Task, attempt: int) -> None:
        try:
            future = self.pool.schedule(convert_one, (task,), timeout=self.bounds.seconds)
        except RuntimeError:  # The pool broke since it was last looked at.
            self._renew()
            future = self.pool.schedule(convert_one, (task,), timeout=self.bounds.seconds)
        self.waiting[future] = (task, attempt)

    def _done(self) -> set[Future[ConversionResult]]:
        """What has ended; nothing if the pool is broken."""
        start = time.monotonic()
        while self.pool.active:
            done, still = wait(self.waiting, 1.0, FIRST_COMPLETED)
            if done:
                return done
            busy = any(future.running() for future in still)
            if time.monotonic() - start > SILENCE + (self.bounds.seconds if busy else 0.0):
                return set()
        return {future for future in self.waiting if future.done()}

    def _renew(self) -> None:
        self.end()
        self._start()

    def _start(self) -> None:
        self.pool = ProcessPool(
            max_workers=self.jobs,
            max_tasks=TASKS_A_WORKER,
            initializer=start_worker,
            initargs=(self.bounds.memory,),
            context=worker_context(),
        )
        # Also where a thread or a process ends that worked for an executor, and with it the crew
        # that it kept: multiprocessing ends a process only after its children, but calls these
        # before it waits for them. In a process that is forked from this one it does nothing.
        self._ending = Finalize(self, _end, (self.pool,), exitpriority=0)


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _result_of(
    future: Future[ConversionResult], task: Task, bounds: Bounds
) -> ConversionResult | None:
    """What became of the task; None where its pool broke, which need not be its fault."""
    if future.cancelled():
        return None
    error = future.exception()
    if error is None:
        return future.result()
    # Looked at and not raised: what it was raised through would keep this crew, and its workers.
    if isinstance(error, OutputError):
        raise error
    if isinstance(error, FutureTimeoutError):
        message = f"It was not done within {bounds.seconds:g} seconds."
        return failure(task, "timeout", message, bounds.seconds)
    if isinstance(error, ProcessExpired):
        return failure(task, "crashed", f"The worker ended: {ending(error.exitcode)}.")
    if isinstance(error, BrokenProcessPool):
        return None
    if isinstance(error, MemoryError):
        return failure(task, "too_large", "It needs more memory than allowed.")
    if not isinstance(error, Exception):
        raise error
    return failure(task, "crashed", f"{type(error).__name__}: {error}")


def ending(code: int | None) -> str:
    """An exit code in words.

    >>> ending(-11), ending(1)
    ('killed by SIGSEGV', 'exit status 1')
    """
    if code == -signal.SIGABRT:
        return "killed by SIGABRT, as native code is that gets no more memory"
    if code is not None and code < 0:
        try:
            return f"killed by {signal.Signals(-code).name}"
        except ValueError:
            return f"killed by signal {-code}"
    return f"exit status {code}"


_own = threading.local()
"""Each thread's crew of one, on a machine that works for somebody else's executor."""


def convert_guarded(task: Task, bounds: Bounds) -> ConversionResult:
    """Converts one input in a process of its own, from wherever it is called.

    Where a process may have no children, the input is converted without a time limit, and a crash
    is for the executor to survive.
    """
    if not _may_have_children():
        return convert_one(task)
    if getattr(_own, "of", None) != (os.getpid(), bounds):
        _own.crew, _own.of = _Crew(1, bounds), (os.getpid(), bounds)
    crew: _Crew = _own.crew
    crew.take([task])
    while True:
        for result in crew.results():
            return result


def _may_have_children() -> bool:
    """False for daemonic processes, and for those of libraries that start theirs in another way.

    A child is told to take up its parent's way to start processes, and ends if it does not know it
    (loky's, for example).
    """
    known = multiprocessing.get_all_start_methods()
    return not multiprocessing.current_process().daemon and multiprocessing.get_start_method(
        allow_none=True
    ) in (None, *known)


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
