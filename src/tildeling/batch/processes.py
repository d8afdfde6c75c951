"""How worker processes are started: from a clean process that has imported what they need.

A plain fork would copy this process with whatever its threads hold locked. The standard library's
"forkserver" and "spawn" do not, but run the caller's script again in every worker: a script without
`if __name__ == "__main__":` would begin its conversion anew in each. Workers need nothing of the
script, so it is kept from them.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import context

PRELOADED = (
    "tildeling.batch.worker",
    "tildeling.parsing",
    "tildeling.read.pdfium",
    "tildeling.read.source",
    "tildeling.text.lay_out",
    "tildeling.audit.rules",
)
"""What a worker needs, imported once for all of them."""

_hiding = threading.Lock()


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


if sys.platform == "win32":

    class WorkerProcess(context.SpawnProcess):
        """A worker that does not run the caller's script."""

        def start(self) -> None:
            """See `multiprocessing.Process`."""
            with _script_hidden():
                super().start()

    class WorkerContext(context.SpawnContext):
        """Makes such workers."""

        Process = WorkerProcess

else:

    class WorkerProcess(context.ForkServerProcess):
        """A worker that does not run the caller's script."""

        def start(self) -> None:
            """See `multiprocessing.Process`."""
            with _script_hidden():
                super().start()

    class WorkerContext(context.ForkServerContext):
        """Makes such workers."""

        Process = WorkerProcess


def worker_context() -> multiprocessing.context.BaseContext:
    """What a pool of workers is to be made with."""
    made = WorkerContext()
    if sys.platform != "win32":
        made.set_forkserver_preload(list(PRELOADED))
    return made
