"""One run at a time in an output folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tildeling.batch.places import Folder, LocalFolder
from tildeling.errors import OutputError
from tildeling.words import to_say


@contextmanager
def locked(folder: Folder) -> Iterator[None]:
    """Holds a local folder for this process; a killed one lets go by itself.

    Raises `OutputError` where another run holds it, or it cannot be listed. Folders behind URLs,
    and Windows, know no such locks: there it does nothing.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    if not isinstance(folder, LocalFolder):
        yield
        return
    try:
        handle = os.open(folder.path, os.O_RDONLY)
    except OSError as error:
        raise OutputError(
            "{place} cannot be listed: {reason}.", place=folder.address, reason=error.strerror
        ) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OutputError(
                "{place}: another run is writing to it.",
                to_say("Wait until it is done, or choose another folder with --out."),
                place=folder.address,
            ) from error
        except OSError:
            pass  # A network file system without locks.
        yield
    finally:
        os.close(handle)


def is_locked(path: Path) -> bool:
    """True where a run is writing to a local folder now, as far as one can tell."""
    try:
        import fcntl

        handle = os.open(path, os.O_RDONLY)
    except (ImportError, OSError):
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        pass  # A network file system without locks.
    finally:
        os.close(handle)
    return False
