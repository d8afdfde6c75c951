"""Letters in zip archives, read one at a time and never unpacked to a disk.

An archive comes from anybody. Its directory is read within bounds before an entry is believed, an
entry is read within the bounds of a file whatever size it claims, and the path it goes by is made
here: it leads nowhere, since nothing is ever opened by it.
"""

from __future__ import annotations

import errno
import os
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Any

from tildeling.batch.places import is_url, system_at, within
from tildeling.errors import (
    DamagedPdfError,
    EncryptedPdfError,
    InputNotFoundError,
    MissingExtraError,
    TildelingError,
    TooLargeError,
)
from tildeling.limits import Limits
from tildeling.words import to_say

# An archive is known by its name: Word files and workbooks are zip archives too.
ENDING = ".zip"

# What each entry begins with in the directory at an archive's end.
IN_DIRECTORY = b"PK\x01\x02"

# What each entry begins with where its bytes stand.
HEAD = b"PK\x03\x04"

# Bytes of fields after that; the last four say how long its name and what goes with it are.
HEAD_FIELDS = 26

# The bit of an entry's flags that says it takes a password.
LOCKED = 0x1

# The bit that says its name is UTF-8.
UTF_8 = 0x800

# How entries may be packed: what is unpacked of these can be stopped at any byte.
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# A folder that a Mac puts beside what was packed, with its own notes on each file.
OF_THE_PACKER = "__MACOSX"


def is_archive(path: str) -> bool:
    """True for what goes by the name of a zip archive.

    >>> is_archive("arkiv/2024.ZIP"), is_archive("arkiv/brev.docx")
    (True, False)
    """
    return path.lower().endswith(ENDING)


def place_in_archive(path: str) -> tuple[str, str] | None:
    """The archive and the entry of a path that a file in an archive goes by, as in a manifest."""
    for above in PurePath(path).parents:
        archive, entry = path[: len(str(above))], path[len(str(above)) + 1 :]
        if is_archive(archive) and Path(archive).is_file():
            return archive, entry
    return None


def entries_of(archive: str, limits: Limits) -> list[str]:
    """The paths of the files in an archive, without the archive's own.

    Raises `DamagedPdfError` where it is no whole zip archive, `TooLargeError` where it has more
    entries than the limits allow, `InputNotFoundError` where it cannot be opened.
    """
    with _errors_told(archive):
        return list(_directory(archive, limits))


def read_entry(archive: str, entry: str, limits: Limits) -> bytes:
    """All bytes of a file in an archive. Raises what reading a file raises."""
    path = f"{archive}/{entry}"
    with _errors_told(path):
        info = _kept_directory(archive, _state(archive), limits).get(entry)
        if info is None:
            raise InputNotFoundError("{name} does not exist.", name=path)
        if info.flag_bits & LOCKED:
            raise EncryptedPdfError(
                "{name} is locked with a password in its archive.",
                to_say("Pack the archive again without a password."),
                name=path,
            )
        if info.compress_type not in PACKED:
            raise DamagedPdfError(
                "{name} is packed in a way that is not read ({kind}).",
                to_say("Pack the archive again as an ordinary zip."),
                name=path,
                kind=info.compress_type,
            )
        with _file(archive) as file:
            data = _unpacked(file, info, limits.max_bytes + 1)
    return within(limits, path, data)


def _unpacked(file: IO[bytes], info: zipfile.ZipInfo, most: int) -> bytes:
    """The first `most` bytes of an entry; all, and as they were packed, where it has fewer."""
    file.seek(info.header_offset)
    head = file.read(len(HEAD) + HEAD_FIELDS)
    if not head.startswith(HEAD):
        raise zipfile.BadZipFile("it is not where the directory says")
    file.seek(sum(struct.unpack("<HH", head[-4:])), os.SEEK_CUR)
    packed = file.read(min(info.compress_size, most))
    if info.compress_type == zipfile.ZIP_STORED:
        data = packed
    else:
        data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most)
    if len(data) < most and (len(data), zlib.crc32(data)) != (info.file_size, info.CRC):
        raise zipfile.BadZipFile("it is not what was packed")
    return data


@contextmanager
def _errors_told(path: str) -> Iterator[None]:
    """The border where every exception of zipfile becomes ours."""
    try:
        yield
    except (TildelingError, MemoryError):
        raise
    except Exception as error:
        # A damaged archive leads to places before its beginning.
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            reason = error.strerror or error
            raise InputNotFoundError(
                "{name} cannot be read: {reason}.", name=path, reason=reason
            ) from error
        raise DamagedPdfError(
            "{name} is damaged in its archive, or the archive is no zip: {reason}.",
            to_say("Fetch or pack the archive again."),
            name=path,
            reason=error,
        ) from error


def _file(archive: str) -> IO[bytes]:
    if not is_url(archive):
        return Path(archive).open("rb")
    try:
        system, path = system_at(archive)
        opened: IO[bytes] = system.open(path, "rb")
    except MissingExtraError:
        raise
    except Exception as error:
        raise InputNotFoundError(
            "{name} cannot be read: {reason}.", name=archive, reason=error
        ) from error
    return opened


def _state(archive: str) -> object:
    """What differs where the archive was written anew."""
    if is_url(archive):
        system, path = system_at(archive)
        return system.ukey(path)
    status = Path(archive).stat()
    return status.st_size, status.st_mtime_ns, status.st_ino


@lru_cache(maxsize=1)
def _kept_directory(archive: str, state: object, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """The same, kept for a worker: a hundred thousand files take a second."""
    return _directory(archive, limits)


def _directory(archive: str, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """The files in an archive by the paths that they go by."""
    with _file(archive) as file, zipfile.ZipFile(_Bounded(file, limits)) as opened:
        return _by_path(opened)


class _Bounded:
    """An archive's file, of whose directory no more is read than the limits allow.

    zipfile reads it whole, and makes an object of each entry.
    """

    def __init__(self, file: IO[bytes], limits: Limits) -> None:
        self.file = file
        self.limits = limits

    def read(self, size: int = -1) -> bytes:
        most = self.limits.max_bytes + 1
        data = self.file.read(most if size < 0 else min(size, most))
        if len(data) == most < size or data.count(IN_DIRECTORY) > self.limits.max_archive_files:
            raise TooLargeError(
                "The archive has more than {files:,} files, or a directory of more than "
                "{limit:,} bytes: that is the limit.",
                files=self.limits.max_archive_files,
                limit=self.limits.max_bytes,
            )
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


def _by_path(opened: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files in an archive by the paths that they go by, each its own."""
    found: dict[str, zipfile.ZipInfo] = {}
    same: Counter[str] = Counter()
    for info in opened.infolist():
        path = _path_of(info)
        if info.is_dir() or path.startswith(f"{OF_THE_PACKER}/"):
            continue
        name = PurePosixPath(path)
        while path in found:
            same[str(name)] += 1
            path = str(name.with_name(f"{name.stem}~{same[str(name)] + 1}{name.suffix}"))
        found[path] = info
    return found


def _path_of(info: zipfile.ZipInfo) -> str:
    """The path of an entry in the archive, which never leads out of it.

    >>> _path_of(zipfile.ZipInfo("/etc/../../brev//./a.pdf"))
    'etc/brev/a.pdf'
    """
    parts = _name_of(info).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "_"


def _name_of(info: zipfile.ZipInfo) -> str:
    """The entry's name, in the letters that its packer had.

    Where it does not say that it is UTF-8, a Mac wrote UTF-8 all the same, and Windows the letters
    of DOS, in which those of Europe and of America differ by their "ø".
    """
    if info.flag_bits & UTF_8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeEncodeError:
        return info.filename
    except UnicodeDecodeError:
        return info.filename.encode("cp437").decode("cp850")
