"""Letters from the archive into a folder, each whole, none twice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tildeling.errors import OutputError
from tildeling.fetch.errors import KudosError
from tildeling.fetch.kudos import Kudos, KudosDocument, KudosFile, Search, Unread
from tildeling.read.source import is_pdf
from tildeling.words import Message, to_say

PDF = "application/pdf"
UNFINISHED = ".tildeling-unfinished-"
UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\ud800-\udfff]')
# Bytes of a name without what comes before and after it.
LONGEST = 180

NOT_PROMISED = to_say("what came is not what the archive promised, or not all of it")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one file."""

    name: str | Message
    """Its name in the folder, or what the archive calls an entry that could not be understood."""
    status: Literal["fetched", "there", "failed"]
    message: Message | None = None


def fetch(kudos: Kudos, search: Search, folder: Path) -> Iterator[Fetched]:
    """Fetches the letters that a search finds, into a folder that `convert` takes.

    A file that is there already with the right content is left alone. A file that does not come, or
    is no PDF, is told, and the others are fetched. Raises `KudosError` where the archive does not
    answer the search, and `OutputError` where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{UNFINISHED}*"):
            left.unlink()
    except OSError as error:
        raise OutputError("{place}: {reason}", place=folder, reason=error.strerror) from error
    for document in kudos.documents(search):
        if isinstance(document, Unread):
            yield Fetched(document.name, "failed", document.message)
            continue
        for file in document.entries():
            if isinstance(file, Unread):
                yield Fetched(file.name, "failed", file.message)
            elif _is_said_to_be_a_pdf(file):
                yield _fetched(kudos, file, folder / file_name(document, file))


def _is_said_to_be_a_pdf(file: KudosFile) -> bool:
    said = (file.mimetype or PDF).partition(";")[0].strip().lower()
    return said == PDF


def file_name(document: KudosDocument, file: KudosFile) -> str:
    """Year, the archive's key, the file's own name: sorted by year, and never two alike.

    >>> document = KudosDocument(uuid="5e1f-88", title="Brev", concerned_year_from=2026)
    >>> file_name(document, KudosFile(url="", filename="../TB 2026.pdf", sha256="ab12cd34ef"))
    '2026-5e1f-88-ab12cd34-.._TB 2026.pdf'
    """
    parts = [
        str(document.concerned_year_from or "uten-aar"),
        UNSAFE.sub("_", document.uuid)[:40],
        UNSAFE.sub("_", file.sha256 or hashlib.sha256(file.url.encode()).hexdigest())[:8],
    ]
    stem = UNSAFE.sub("_", file.filename).removesuffix(".pdf")
    cut = stem.encode("utf-8")[:LONGEST].decode("utf-8", "ignore")
    return "-".join([*parts, cut]) + ".pdf"


def _fetched(kudos: Kudos, file: KudosFile, path: Path) -> Fetched:
    try:
        if path.exists():
            data = path.read_bytes()
            if is_pdf(data) and _wrong_with(data, file) is None:
                return Fetched(path.name, "there")
    except OSError as error:
        message = Message("What is there cannot be read: {reason}.", {"reason": error.strerror})
        return Fetched(path.name, "failed", message)
    try:
        data = kudos.file(file, lambda data: _wrong_with(data, file))
    except KudosError as error:
        return Fetched(path.name, "failed", error.said)
    if not is_pdf(data):
        return Fetched(path.name, "failed", Message("It is no PDF, whatever the archive says."))
    return _kept(data, path)


def _kept(data: bytes, path: Path) -> Fetched:
    unfinished = path.with_name(
        f"{UNFINISHED}{hashlib.sha256(path.name.encode()).hexdigest()[:16]}"
    )
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise OutputError("{place}: {reason}", place=path.parent, reason=error.strerror) from error
    return Fetched(path.name, "fetched")


def _wrong_with(data: bytes, file: KudosFile) -> str | None:
    """None if these are the bytes that the archive promised."""
    if file.sha256 is None and not is_pdf(data):
        return to_say("it is no PDF, whatever the archive says")
    if file.sha256 is not None:
        promised = hashlib.sha256(data).hexdigest() == file.sha256.lower()
    else:
        promised = file.size in (None, len(data))
    return None if promised else NOT_PROMISED
