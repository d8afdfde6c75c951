"""What a worker process does first: it gets its limits, and ends with whoever started it."""

from __future__ import annotations

import gc
import os
import signal
import threading

# Objects made between two collections of garbage: with Python's own 700, they take 5 % of the time.
COLLECT_EVERY = 100_000


def start_worker(memory: int | None) -> None:
    """What a worker process does first. `memory` is the limit of its address space, in bytes."""
    # The pool asks with SIGTERM first; a handler would wait until native code came back.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _limit(memory)
    # What is imported stays; a letter makes many objects, and no loops of them to look for.
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _limit(memory: int | None) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits.
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _end_with_parent() -> None:
    """Ends this process with its parent's, which may be killed: nobody waits for the result."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
