"""From what was asked for (files, folders, addresses) to a list of inputs, each once."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from tildeling.batch.places import is_url, system_at
from tildeling.batch.result import ErrorCode
from tildeling.batch.zipped import entries_of, is_archive, place_in_archive
from tildeling.errors import MissingExtraError, TildelingError
from tildeling.limits import Limits

# One or several, as `convert` is given them.
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

# Device and inode: what a folder is, whatever way leads to it.
Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to convert. `problem` says why it is not even tried, or is None.

    `archive` is the zip archive that it stands in, the beginning of its path.
    """

    path: str
    problem: str | None = None
    error: ErrorCode = "not_found"
    archive: str | None = None


def find_inputs(
    paths: Iterable[str],
    leave_out: Identity | None = None,
    limits: Limits | None = None,
    include: Collection[str] = (),
) -> list[Input]:
    """The files in `paths`, folders and zip archives gone through, in a fixed order, none twice.

    Every file of a folder counts, whatever it is called: what is no letter is explained, not
    passed over. Symbolic links are followed; a folder is gone through once, so that loops end.
    `leave_out` is a folder that is not looked into; of what folders and archives hold, only files
    that fit one of the patterns `include` count, where there are any.
    """
    walk = _Walk({leave_out} if leave_out else set())
    found: dict[str, Input] = {}
    for path in paths:
        files = _urls(path) if is_url(path) else walk.at(path)
        for item in _unpacked(files, limits or Limits()):
            if include and item.path != path and not _fits(item, include):
                continue
            key = item.path if is_url(item.path) else str(Path(item.path).absolute())
            found.setdefault(key, item)
    return list(found.values())


def _fits(item: Input, patterns: Collection[str]) -> bool:
    """True for a file that fits a pattern, and for what is wrong with a folder or an archive.

    >>> _fits(Input("in/2024/Brev.PDF"), ["*.pdf"]), _fits(Input("in/2023/brev.pdf"), ["2024/*"])
    (True, False)
    """
    path = PurePath(item.path.lower())
    return item.problem is not None or any(path.match(each.lower()) for each in patterns)


def identity(path: str) -> Identity | None:
    """What the folder is, or None where there is none."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _unpacked(files: Iterable[Input], limits: Limits) -> Iterator[Input]:
    """The files, and for each zip archive those in it."""
    for item in files:
        if item.problem is not None or not is_archive(item.path):
            yield item
            continue
        try:
            entries = entries_of(item.path, limits)
        except MissingExtraError:
            raise
        except TildelingError as error:
            yield Input(item.path, error.message, error.code)  # type: ignore[arg-type]
            continue
        if not entries:
            yield Input(item.path, "The archive has no files.", "not_a_pdf")
        for entry in entries:
            yield Input(f"{item.path}/{entry}", archive=item.path)


class _Walk:
    def __init__(self, seen: set[Identity]) -> None:
        self.seen = seen

    def at(self, path: str) -> Iterator[Input]:
        try:
            mode = Path(path).stat().st_mode
        except (OSError, ValueError):
            inside = place_in_archive(path)
            # The worker says what is wrong with it.
            yield Input(path, archive=inside[0] if inside else None)
            return
        if stat.S_ISDIR(mode):
            yield from self.folder(path)
        else:
            yield _file(path, mode)

    def folder(self, path: str) -> Iterator[Input]:
        """All files below; folders behind symbolic links after those that really stand here."""
        linked: list[str] = []
        waiting = [path]
        while waiting:
            folder = waiting.pop()
            here = identity(folder)
            if here in self.seen:
                continue
            if here is not None:
                self.seen.add(here)
            below: list[str] = []
            yield from self.entries(folder, below, linked)
            waiting.extend(reversed(below))
            if not waiting and linked:
                waiting.append(linked.pop(0))

    def entries(self, folder: str, below: list[str], linked: list[str]) -> Iterator[Input]:
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield Input(folder, f"The folder cannot be listed: {error.strerror}.")
            return
        for entry in entries:
            try:
                mode = entry.stat().st_mode
            except OSError:
                yield Input(entry.path)
                continue
            if stat.S_ISDIR(mode):
                (linked if entry.is_symlink() else below).append(entry.path)
            else:
                yield _file(entry.path, mode)


def _file(path: str, mode: int) -> Input:
    """A file; opening a pipe would wait for ever, and a device may have no end."""
    if stat.S_ISREG(mode):
        return Input(path)
    return Input(path, "This is no file but a pipe, a socket or a device.")


def _urls(url: str) -> Iterator[Input]:
    try:
        system, path = system_at(url)
        files = sorted(system.find(path)) if system.isdir(path) else None
    except MissingExtraError:
        raise
    except Exception as error:
        yield Input(url, f"The folder cannot be listed: {error}.")
        return
    if files is None:
        yield Input(url)
        return
    for file in files:
        yield Input(system.unstrip_protocol(file))
