"""One file read in a process of its own, which can be ended: native code cannot be stopped."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from tildeling.batch.crew import ending
from tildeling.batch.processes import worker_context
from tildeling.batch.started import start_worker
from tildeling.errors import DamagedPdfError, TildelingError, TooLargeError
from tildeling.limits import Limits

Read = TypeVar("Read")

# How native code ends that gets no more memory, and what the system ends for its own.
_NO_MEMORY = {-signal.SIGABRT, -signal.SIGILL} | {
    -getattr(signal, name) for name in ("SIGTRAP", "SIGKILL") if hasattr(signal, name)
}


def isolated(read: Callable[[], Read], name: str, limits: Limits) -> Read:
    """What `read` answers or raises, called in a process that has the time and memory of `limits`.

    Raises `TooLargeError` where it is over them, `DamagedPdfError` where the process crashes, and
    `RuntimeError` in a daemonic process, which may start no other.
    """
    if multiprocessing.current_process().daemon:
        raise RuntimeError("A daemonic process may start no other: read without isolated=True.")
    context = worker_context()
    here, there = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]
        target=_answer, args=(there, read, limits.max_memory), daemon=True
    )
    process.start()
    there.close()
    try:
        if not here.poll(limits.max_seconds):
            raise TooLargeError(
                "{name} was not read within {seconds:g} seconds.",
                name=name,
                seconds=limits.max_seconds,
            )
        answer, problem = here.recv()
    except EOFError:
        process.join()
        raise _crash(name, process.exitcode) from None
    finally:
        process.kill()
        process.join()
        here.close()
    if problem is not None:
        raise problem
    return answer  # type: ignore[no-any-return]


def _crash(name: str, code: int | None) -> TildelingError:
    if code in _NO_MEMORY:
        return TooLargeError("{name} needs more memory than allowed.", name=name)
    return DamagedPdfError(
        "{name}: what reads it crashed: {ending}.", name=name, ending=ending(code)
    )


def _answer(there: Connection, read: Callable[[], Read], memory: int | None) -> None:
    """What the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's, who ends this process
    start_worker(memory)
    try:
        told: tuple[Read | None, Exception | None] = (read(), None)
    except Exception as error:
        told = (None, error)
    there.send(told)
    there.close()
