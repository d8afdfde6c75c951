"""Where inputs are read from and outputs are written to: this machine's disk, or a URL of fsspec.

An output appears whole or not at all: on a disk by renaming a finished file, elsewhere because
object stores show an object when all of it has arrived.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tildeling.errors import (
    InputNotFoundError,
    MissingExtraError,
    NotAPdfError,
    OutputError,
    TildelingError,
    TooLargeError,
)
from tildeling.extras import needs
from tildeling.limits import Limits
from tildeling.words import Message, to_say

# Folder in that of outputs where pages are kept that were read.
KEPT = "recognised"

# How names of files begin that are being written. What a killed run leaves of them goes.
UNFINISHED = ".tildeling-unfinished-"

# How often a file is read that changes while it is read.
TRIES = 3

T = TypeVar("T")


def is_url(path: str) -> bool:
    """True for what fsspec opens: "s3://archive/2026", not for a path on this machine.

    >>> is_url("s3://arkiv/brev.pdf"), is_url("arkiv/brev.pdf")
    (True, False)
    """
    return "://" in path


def read_input(path: str, limits: Limits) -> bytes:
    """All bytes of an input, taken at one moment.

    Raises `InputNotFoundError`, `TooLargeError`, or `NotAPdfError` for an empty file or one that
    goes on changing while it is read.
    """
    if is_url(path):
        return _read_url(path, limits)
    from tildeling.read.source import read_bytes

    for _ in range(TRIES):
        before = _state(path)
        _, data = read_bytes(path, limits)
        if _state(path) == before:
            return data
    raise NotAPdfError("{name} changes while it is read: something still writes to it.", name=path)


def _state(path: str) -> tuple[int, int, int] | None:
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def _read_url(url: str, limits: Limits) -> bytes:
    import fsspec

    try:
        with fsspec.open(url, "rb") as file:
            data: bytes = file.read(limits.max_bytes + 1)
    except FileNotFoundError as error:
        raise InputNotFoundError("{name} does not exist.", name=url) from error
    except Exception as error:
        raise InputNotFoundError(
            "{name} cannot be read: {reason}.", name=url, reason=error
        ) from error
    return within(limits, url, data)


def within(limits: Limits, name: str, data: bytes) -> bytes:
    """The data of an input whose size nobody knew before it was read.

    Raises `TooLargeError` where there is more than the limit, `NotAPdfError` where there is none.
    """
    if len(data) > limits.max_bytes:
        raise TooLargeError(
            "{name} has more than {limit:,} bytes, which is the limit.",
            name=name,
            limit=limits.max_bytes,
        )
    if not data:
        raise NotAPdfError("{name} is empty.", name=name)
    return data


def system_at(url: str) -> tuple[Any, str]:
    """Fsspec's file system for a URL, and the path in it.

    Raises `MissingExtraError`, and whatever else fsspec raises.
    """
    needs(Message("A URL"), "remote", "fsspec")
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        library = getattr(error.__cause__, "name", None) or "what it names"
        raise MissingExtraError(
            "{name}: {reason}.",
            to_say("Install it: pip install {library}"),
            name=url,
            reason=error,
            library=library,
        ) from error
    return system, path


class Folder(Protocol):
    """A folder for outputs. Every method raises `OutputError` where it is not to be used."""

    address: str

    def make(self) -> None:
        """Makes it, if it is not there."""

    def clear(self) -> None:
        """Clears away what a killed run left unfinished."""

    def names(self) -> set[str]:
        """The names of the files in it."""

    def read(self, name: str) -> bytes:
        """All of a file; empty where there is none."""

    def write(self, name: str, data: bytes) -> None:
        """Writes a file, whole or not at all, over one of the same name."""

    def put(self, file: Path, name: str) -> None:
        """Moves a finished file from this machine in, whole or not at all."""

    def remove(self, name: str) -> None:
        """Removes a file, if it is there."""


def folder_at(address: str, *, fsync: bool = False) -> Folder:
    """The folder at a path or a URL.

    With `fsync`, what is written to a path is on the disk, and not only in the system's memory,
    before it counts as written. A store behind a URL sees to that itself.
    """
    if is_url(address) and not address.startswith("file://"):
        return UrlFolder(address)
    return LocalFolder(address.removeprefix("file://"), fsync=fsync)


def kept_folder(out: str, *, fsync: bool = False) -> Folder:
    """The folder of pages that were read, in that of outputs."""
    return folder_at(f"{out.rstrip('/')}/{KEPT}", fsync=fsync)


class LocalFolder:
    """A folder on this machine."""

    def __init__(self, address: str, *, fsync: bool = False) -> None:
        self.address = address
        self.path = Path(address)
        self.fsync = fsync

    def make(self) -> None:
        """See `Folder`."""

        def making() -> None:
            self.path.mkdir(parents=True, exist_ok=True)
            self._keep(self.path.parent)

        self._told(making)

    def clear(self) -> None:
        """See `Folder`."""

        def clearing() -> None:
            for left in self.path.glob(f"{UNFINISHED}*"):
                left.unlink(missing_ok=True)

        self._told(clearing)

    def names(self) -> set[str]:
        """See `Folder`."""
        return self._told(lambda: {entry.name for entry in self.path.iterdir()})

    def read(self, name: str) -> bytes:
        """See `Folder`."""

        def reading() -> bytes:
            try:
                return (self.path / name).read_bytes()
            except FileNotFoundError:
                return b""

        return self._told(reading)

    def write(self, name: str, data: bytes) -> None:
        """See `Folder`."""
        unfinished = self.unfinished()

        def writing() -> None:
            try:
                unfinished.write_bytes(data)
                self._move_in(unfinished, name)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise

        self._told(writing)

    def put(self, file: Path, name: str) -> None:
        """See `Folder`."""
        self._told(lambda: self._move_in(file, name))

    def remove(self, name: str) -> None:
        """See `Folder`."""
        self._told(lambda: (self.path / name).unlink(missing_ok=True))

    def _move_in(self, file: Path, name: str) -> None:
        # First what it holds, then its name: after a power cut there is the one with the other.
        self._keep(file)
        file.replace(self.path / name)
        self._keep(self.path)

    def _keep(self, path: Path) -> None:
        """Waits until the disk has a file, or the names in a folder, where that is asked for."""
        if not self.fsync or (sys.platform == "win32" and path.is_dir()):
            return
        handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def unfinished(self) -> Path:
        """A path in the folder for a file that is being written."""
        return self.path / f"{UNFINISHED}{secrets.token_hex(8)}"

    def _told(self, action: Callable[[], T]) -> T:
        try:
            return action()
        except OSError as error:
            raise OutputError(
                "{place}: {reason}", place=self.address, reason=error.strerror or error
            ) from error


class UrlFolder:
    """A folder behind a URL, by fsspec."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self.system, self.root = self._told(lambda: system_at(self.address))

    def make(self) -> None:
        """See `Folder`."""
        self._told(lambda: self.system.makedirs(self.root, exist_ok=True))

    def clear(self) -> None:
        """Nothing is ever left unfinished here."""

    def names(self) -> set[str]:
        """See `Folder`."""

        def listing() -> set[str]:
            self.system.invalidate_cache()
            if not self.system.exists(self.root):
                return set()
            return {path.rsplit("/", 1)[-1] for path in self.system.ls(self.root, detail=False)}

        return self._told(listing)

    def read(self, name: str) -> bytes:
        """See `Folder`."""

        def reading() -> bytes:
            try:
                return bytes(self.system.cat_file(f"{self.root}/{name}"))
            except FileNotFoundError:
                return b""

        return self._told(reading)

    def write(self, name: str, data: bytes) -> None:
        """See `Folder`."""
        self._told(lambda: self.system.pipe_file(f"{self.root}/{name}", data))

    def put(self, file: Path, name: str) -> None:
        """See `Folder`."""

        def putting() -> None:
            self.system.put_file(str(file), f"{self.root}/{name}")
            file.unlink()

        self._told(putting)

    def remove(self, name: str) -> None:
        """See `Folder`."""

        def removing() -> None:
            if self.system.exists(f"{self.root}/{name}"):
                self.system.rm_file(f"{self.root}/{name}")

        self._told(removing)

    def _told(self, action: Callable[[], T]) -> T:
        try:
            return action()
        except TildelingError:
            raise
        except Exception as error:
            raise OutputError("{place}: {reason}", place=self.address, reason=error) from error
