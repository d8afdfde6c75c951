"""How worker processes are started: from a clean process that has imported what they need.

A plain fork would copy this process with whatever its threads hold locked. The standard library's
"forkserver" and "spawn" do not, but run the caller's script again in every worker: a script without
`if __name__ == "__main__":` would begin its conversion anew in each. Workers need nothing of the
script, so it is kept from them.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import context, forkserver, resource_tracker

# What a worker needs, imported once for all of them.
PRELOADED = (
    "tildeling.batch.late_start",
    "tildeling.batch.worker",
    "tildeling.parsing",
    "tildeling.read.pdfium",
    "tildeling.read.source",
    "tildeling.text.lay_out",
    "tildeling.steering.letter",
    "tildeling.verify.letter",
    "tildeling.audit.rules",
)

_hiding = threading.Lock()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """While it lasts, Ctrl-C waits, and what is started never hears of it.

    A terminal sends it to every process; one that has only begun to import would show where.
    """
    if sys.platform == "win32":
        yield
        return
    # Else it would be started in between, and end the holding.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _script_hidden() -> Iterator[None]:
    """While it lasts, the program looks as if it had no file to run again."""
    script: dict[str, object] = sys.modules["__main__"].__dict__
    with _hiding:
        kept = {name: value for name, value in script.items() if name in ("__file__", "__spec__")}
        script.pop("__file__", None)
        script["__spec__"] = None
        try:
            yield
        finally:
            script.update(kept)


class SpawnedWorker(context.SpawnProcess):
    """A worker from a new Python, that does not run the caller's script."""

    def start(self) -> None:
        """See `multiprocessing.Process`."""
        with _script_hidden(), _interrupts_held():
            super().start()


class SpawnedWorkers(context.SpawnContext):
    """Makes such workers."""

    Process = SpawnedWorker


if sys.platform != "win32":

    class ServedWorker(context.ForkServerProcess):
        """A worker from the process kept for them, that does not run the caller's script."""

        def start(self) -> None:
            """See `multiprocessing.Process`."""
            with _script_hidden(), _interrupts_held():
                super().start()

    class ServedWorkers(context.ForkServerContext):
        """Makes such workers."""

        Process = ServedWorker

    def _served() -> ServedWorkers:
        """With their server ready: Ctrl-C is heard while it imports, not while a worker starts."""
        made = ServedWorkers()
        made.set_forkserver_preload(list(PRELOADED))
        with _script_hidden():
            with _interrupts_held():
                forkserver.ensure_running()
            # It does nothing, so that nothing goes wrong where nobody waits for it any more.
            first = context.ForkServerProcess(target=gc.collect, args=(0,))
            first.start()
        first.join()
        return made


def may_have_children() -> bool:
    """False for daemonic processes, and for those of libraries that start theirs in another way.

    A child is told to take up its parent's way to start processes, and ends if it does not know it
    (loky's, for example).
    """
    known = multiprocessing.get_all_start_methods()
    return not multiprocessing.current_process().daemon and multiprocessing.get_start_method(
        allow_none=True
    ) in (None, *known)


def worker_context() -> multiprocessing.context.BaseContext:
    """What a pool of workers is to be made with."""
    if sys.platform == "win32" or _process.forked:
        return SpawnedWorkers()
    return _served()


class _ThisProcess:
    """Whether this process was forked from one that may have had a fork server.

    Then the standard library takes that server for its own, and fails to wait for another
    process's child.
    """

    forked = False

    def after_fork(self) -> None:
        self.forked = True
        _hiding.release()


_process = _ThisProcess()
if sys.platform != "win32":
    # A fork waits until no worker is being started, or its script would stay hidden.
    os.register_at_fork(
        before=_hiding.acquire,
        after_in_parent=_hiding.release,
        after_in_child=_process.after_fork,
    )
