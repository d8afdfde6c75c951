"""Who does the work: processes of this machine that can be ended, or an executor that is given.

Pebble's pool kills a worker that is over its time, and goes on with another where one crashes. What
it does not survive by itself (a worker that dies between two tasks, or with the pool's lock in its
hand) is mended here: a pool that breaks or falls silent is put away, and a new one takes its tasks.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tildeling.batch.processes import worker_context
from tildeling.batch.result import ConversionResult
from tildeling.batch.worker import Task, convert_one, failure, start_worker
from tildeling.errors import OutputError

if TYPE_CHECKING:
    from pebble import ProcessPool

AHEAD = 4
"""Tasks given to the pool for each worker: enough to keep it busy, few enough to stop at once."""

EXECUTOR_AHEAD = 64
"""Tasks given to somebody else's executor at a time: nobody tells how many workers it has."""

SILENCE = 20.0
"""A pool in which nothing ends for this many seconds beyond the time limit is broken."""

ATTEMPTS = 3
"""How often a task is given to a new pool before it is taken for what breaks them."""

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
    pool = _new_pool(jobs, bounds)
    waiting: dict[Future[ConversionResult], tuple[Task, int]] = {}
    again: list[tuple[Task, int]] = []
    try:
        while True:
            room = jobs * AHEAD - len(waiting)
            again.extend((task, 1) for task in islice(tasks, max(room - len(again), 0)))
            for task, attempt in again:
                waiting[_start(pool, task, bounds)] = (task, attempt)
            again = []
            if not waiting:
                return
            done, _ = wait(waiting, bounds.seconds + SILENCE, FIRST_COMPLETED)
            broken = not done
            for future in done:
                task, attempt = waiting.pop(future)
                result = _result_of(future, task, bounds)
                if result is not None:
                    yield result
                    continue
                broken = True
                again.append((task, attempt))
            if broken:
                again.extend(waiting.values())
                waiting.clear()
                _end(pool)
                pool = _new_pool(jobs, bounds)
                for task, _ in [entry for entry in again if entry[1] >= ATTEMPTS]:
                    yield failure(task, "crashed", "The workers that had it ended, every time.")
                again = [(task, attempt + 1) for task, attempt in again if attempt < ATTEMPTS]
    finally:
        _end(pool)


def _start(pool: ProcessPool, task: Task, bounds: Bounds) -> Future[ConversionResult]:
    return pool.schedule(convert_one, args=(task,), timeout=bounds.seconds)


def _result_of(
    future: Future[ConversionResult], task: Task, bounds: Bounds
) -> ConversionResult | None:
    """What became of the task; None where its pool broke, which need not be its fault."""
    from pebble import ProcessExpired

    try:
        return future.result()
    except OutputError:
        raise
    except FutureTimeoutError:
        message = f"It was not done within {bounds.seconds:g} seconds."
        return failure(task, "timeout", message, bounds.seconds)
    except ProcessExpired as error:
        return failure(task, "crashed", f"The worker ended: {_ending(error.exitcode)}.")
    except BrokenProcessPool:
        return None
    except MemoryError:
        return failure(task, "too_large", "It needs more memory than allowed.")
    except Exception as error:
        return failure(task, "crashed", f"{type(error).__name__}: {error}")


def _ending(code: int | None) -> str:
    """An exit code in words.

    >>> _ending(-11), _ending(1)
    ('killed by SIGSEGV', 'exit status 1')
    """
    import signal

    if code is not None and code < 0:
        try:
            return f"killed by {signal.Signals(-code).name}"
        except ValueError:
            return f"killed by signal {-code}"
    return f"exit status {code}"


def _new_pool(jobs: int, bounds: Bounds) -> ProcessPool:
    from pebble import ProcessPool

    return ProcessPool(
        max_workers=jobs,
        max_tasks=TASKS_A_WORKER,
        initializer=start_worker,
        initargs=(bounds.memory,),
        context=worker_context(),
    )


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


_own = threading.local()
"""Each thread's pool of one worker, on a machine that works for somebody else's executor."""


def convert_guarded(task: Task, bounds: Bounds) -> ConversionResult:
    """Converts one input in a process of its own, from wherever it is called.

    A daemonic process may have no children: there, the input is converted without a time limit, and
    a crash is for the executor to survive.
    """
    if multiprocessing.current_process().daemon:
        return convert_one(task)
    pool: ProcessPool | None = getattr(_own, "pool", None)
    if pool is None or not pool.active or _own.of != (os.getpid(), bounds):
        pool = _own.pool = _new_pool(1, bounds)
        _own.of = (os.getpid(), bounds)
    future = _start(pool, task, bounds)
    done, _ = wait([future], bounds.seconds + SILENCE)
    result = _result_of(future, task, bounds) if done else None
    if result is None:
        _end(pool)
        return failure(task, "crashed", "The worker that had it ended.")
    return result


def run_there(
    tasks: Iterator[Task], executor: Executor, bounds: Bounds
) -> Generator[ConversionResult]:
    """Converts by any executor; results as they come. It is not shut down.

    Raises `OutputError` where an output cannot be written.
    """
    waiting: dict[Future[ConversionResult], Task] = {}
    try:
        while True:
            for task in islice(tasks, EXECUTOR_AHEAD - len(waiting)):
                waiting[executor.submit(convert_guarded, task, bounds)] = task
            if not waiting:
                return
            done, _ = wait(waiting, None, FIRST_COMPLETED)
            for future in done:
                yield _result_from_there(future, waiting.pop(future))
    finally:
        for future in waiting:
            future.cancel()


def _result_from_there(future: Future[ConversionResult], task: Task) -> ConversionResult:
    try:
        return future.result()
    except OutputError:
        raise
    except Exception as error:
        # What an executor raises where it loses a worker is its own: KilledWorker, BrokenExecutor.
        return failure(task, "crashed", f"The executor lost it: {type(error).__name__}: {error}")
