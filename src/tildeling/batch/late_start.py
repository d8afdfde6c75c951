"""For the process that workers are started from, and no other: it is imported there alone.

A worker that is started in the moment when Ctrl-C ends the run finds the locks gone that it was to
share, and would print a traceback of that beside what the run says of its end.
"""

from __future__ import annotations

import sys
from types import TracebackType


def _quiet(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not isinstance(error, FileNotFoundError):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _quiet
