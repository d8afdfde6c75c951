"""Processes of this machine that do jobs, and can be ended.

Pebble's pool kills a worker that is over its time, and goes on with another where one crashes. What
it does not survive by itself (a worker that dies between two jobs, or with the pool's lock in its
hand) is mended here: a pool that breaks or falls silent is put away, and a new one takes its jobs.

Pebble is imported with this module, so before a run begins. Where Ctrl-C meets an import, Python
may end by the signal for all that it is handled, or show an error of the half-made module.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.util import Finalize
from typing import Any, NamedTuple

from pebble import ProcessExpired, ProcessPool

from tildeling.batch.processes import worker_context
from tildeling.batch.result import ErrorCode
from tildeling.batch.started import start_worker
from tildeling.errors import OutputError

# Jobs given to the pool for each worker: enough to keep it busy, few enough to stop at once.
AHEAD = 4

# A pool that begins nothing for this many seconds, or ends nothing for as many beyond the time
# limit, is broken.
SILENCE = 10.0

# How many pools a job may break before it is given up.
ATTEMPTS = 3

# A worker is replaced after this many, in case a library leaks.
JOBS_A_WORKER = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """What a worker is to do: call `work` with `given`, within so many seconds."""

    work: Callable[[Any], object]
    given: object
    seconds: float


class Lost(NamedTuple):
    """What became of a job that no worker came back from."""

    error: ErrorCode
    message: str
    seconds: float = 0.0


class Crew:
    """A pool of workers, replaced when it breaks, and the jobs it has."""

    def __init__(self, size: int, memory: int | None) -> None:
        """So many workers, each with so many bytes of address space."""
        self.size = size
        self.memory = memory
        self._start()
        self.waiting: dict[Future[object], tuple[Job, int]] = {}
        """Jobs in the pool, and how often each was given to one."""

    @property
    def room(self) -> int:
        """How many jobs more it should have."""
        return max(self.size * AHEAD - len(self.waiting), 0)

    @property
    def idle(self) -> bool:
        """True if it has no job."""
        return not self.waiting

    def take(self, jobs: Iterable[Job]) -> None:
        """Gives it jobs."""
        for job in jobs:
            self._give(job, 1)

    def results(self) -> Iterator[tuple[Job, object | Lost]]:
        """Waits for something to end. There may be no result where the pool broke.

        Raises `OutputError` where a job did.
        """
        done = self._done()
        lost: list[tuple[Job, int]] = []
        for future in done:
            job, attempt = self.waiting.pop(future)
            result = _result_of(future, job.seconds)
            if result is None:
                lost.append((job, attempt))
            else:
                yield job, result
        if lost or not done:
            lost.extend(self.waiting.values())
            self.waiting.clear()
            self._renew()
            for job, attempt in lost:
                if attempt < ATTEMPTS:
                    self._give(job, attempt + 1)
                else:
                    yield job, Lost("crashed", "The workers that had it ended, every time.")

    def end(self) -> None:
        """Ends the workers, whatever they are at."""
        self._ending()

    def _give(self, job: Job, attempt: int) -> None:
        try:
            future = self.pool.schedule(job.work, (job.given,), timeout=job.seconds)
        except RuntimeError:  # The pool broke since it was last looked at.
            self._renew()
            future = self.pool.schedule(job.work, (job.given,), timeout=job.seconds)
        self.waiting[future] = (job, attempt)

    def _done(self) -> set[Future[object]]:
        """What has ended; nothing if the pool is broken."""
        start = time.monotonic()
        while self.pool.active:
            done, still = wait(self.waiting, 1.0, FIRST_COMPLETED)
            if done:
                return done
            busy = [self.waiting[future][0].seconds for future in still if future.running()]
            if time.monotonic() - start > SILENCE + max(busy, default=0.0):
                return set()
        return {future for future in self.waiting if future.done()}

    def _renew(self) -> None:
        self.end()
        self._start()

    def _start(self) -> None:
        self.pool = ProcessPool(
            max_workers=self.size,
            max_tasks=JOBS_A_WORKER,
            initializer=start_worker,
            initargs=(self.memory,),
            context=worker_context(),
        )
        # Also where a thread or a process ends that worked for an executor, and with it the crew
        # that it kept: multiprocessing ends a process only after its children, but calls these
        # before it waits for them. In a process that is forked from this one it does nothing.
        self._ending = Finalize(self, _end, (self.pool,), exitpriority=0)


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _result_of(future: Future[object], seconds: float) -> object | Lost | None:
    """What became of the job; None where its pool broke, which need not be its fault."""
    if future.cancelled():
        return None
    error = future.exception()
    if error is None:
        return future.result()
    # Looked at and not raised: what it was raised through would keep this crew, and its workers.
    if isinstance(error, OutputError):
        raise error
    if isinstance(error, FutureTimeoutError):
        return Lost("timeout", f"It was not done within {seconds:g} seconds.", seconds)
    if isinstance(error, ProcessExpired):
        return Lost("crashed", f"The worker ended: {ending(error.exitcode)}.")
    if isinstance(error, BrokenProcessPool):
        return None
    if isinstance(error, MemoryError):
        return Lost("too_large", "It needs more memory than allowed.")
    if not isinstance(error, Exception):
        raise error
    return Lost("crashed", f"{type(error).__name__}: {error}")


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
