"""From a path or bytes to a document, or to an error that says what is wrong with the file.

This is the border: whatever pdfium, pdfplumber or pdfminer raise ends here as a `TildelingError`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from tildeling.errors import (
    DamagedPdfError,
    InputNotFoundError,
    NotAPdfError,
    NoTextLayerError,
    TildelingError,
    TooLargeError,
)
from tildeling.extras import has_ocr
from tildeling.limits import Limits
from tildeling.read.other_kinds import ZIP, other_kind
from tildeling.read.page import PICTURE, Document, Page, Reader
from tildeling.words import Message, to_say

PDF_MARK = b"%PDF-"

# Readers accept a PDF whose mark stands this many bytes into the file (ISO 32000-1, H.3.4.1).
MARK_WITHIN = 1024


PAGES = to_say("page {pages}"), to_say("pages {pages}")
PICTURES = to_say("page {pages} is a picture"), to_say("pages {pages} are pictures")
# What is said of one page and of several.
EMPTY = to_say("page {pages} is empty"), to_say("pages {pages} are empty")


def read_bytes(
    source: str | os.PathLike[str] | bytes, limits: Limits, name: str = ""
) -> tuple[str, bytes]:
    """The source's name (without folders; for bytes the one given) and all its bytes.

    Raises `InputNotFoundError`, `TooLargeError`, or `NotAPdfError` for an empty file.
    """
    if isinstance(source, bytes):
        data = source
        _check_size(name, len(data), limits)
    else:
        path = Path(source)
        name = as_text(path.name)
        try:
            size = path.stat().st_size
            _check_size(name, size, limits)
            with path.open("rb") as file:
                data = file.read(size + 1)
                if len(data) > size:  # it grows, or is a device without a size
                    data += file.read(limits.max_bytes + 1 - len(data))
        except IsADirectoryError as error:
            raise InputNotFoundError("{name} is a folder, not a file.", name=path) from error
        except (FileNotFoundError, NotADirectoryError) as error:
            raise InputNotFoundError("{name} does not exist.", name=path) from error
        except TooLargeError:
            raise
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise InputNotFoundError(
                "{name} cannot be read: {reason}.", name=path, reason=reason
            ) from error
        _check_size(name, len(data), limits)
    if not data:
        raise NotAPdfError("{name} is empty.", name=_called(name))
    return name, data


def as_text(name: str) -> str:
    r"""A file's name without the bytes that are no text, which JSON cannot hold.

    >>> as_text("latin1-\udce5.pdf")
    'latin1-�.pdf'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _called(name: str) -> str | Message:
    return name or Message("The input")


def _check_size(name: str, size: int, limits: Limits) -> None:
    if size > limits.max_bytes:
        raise TooLargeError(
            "{name} has {count:,} bytes; the limit is {limit:,}.",
            name=_called(name),
            count=size,
            limit=limits.max_bytes,
        )


def is_pdf(data: bytes) -> bool:
    """True if the bytes say that they are a PDF, whatever the file is called.

    What stands in an archive may begin so near to its beginning that it would pass for the whole.

    >>> is_pdf(b"%PDF-1.7 ..."), is_pdf("Tildelingsbrev".encode())
    (True, False)
    """
    return PDF_MARK in data[:MARK_WITHIN] and not data.startswith(ZIP)


def _check_kind(name: str, data: bytes) -> None:
    """Raises `NotAPdfError` where it is known what the bytes are instead of a letter."""
    kind = other_kind(data)
    if kind is not None:
        raise NotAPdfError("{name} is {kind}.", name=_called(name), kind=Message(kind))


def is_text_file(source: str | os.PathLike[str] | bytes, limits: Limits, name: str = "") -> bool:
    """True if the source is plain text: its name ends in .txt and it is no PDF inside.

    Raises what `read_bytes` raises.
    """
    called = name if isinstance(source, bytes) else source
    if Path(called).suffix.lower() != ".txt":
        return False
    return not is_pdf(read_bytes(source, limits, name)[1])


def read_text_file(
    source: str | os.PathLike[str] | bytes, limits: Limits, name: str = ""
) -> tuple[str, str, str]:
    """The file's name, its bytes' SHA-256 and its text, without a byte order mark.

    Raises `InputNotFoundError`, `TooLargeError`, or `NotAPdfError` where it is empty or not UTF-8.
    """
    name, data = read_bytes(source, limits, name)
    _check_kind(name, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAPdfError(
            "{name} is not text in UTF-8: byte {number:,} cannot be read.",
            name=_called(name),
            number=error.start + 1,
        ) from error
    if "\0" in text:
        raise NotAPdfError("{name} is not text: it holds a null byte.", name=_called(name))
    if not text.strip():
        raise NotAPdfError("{name} holds no text.", name=_called(name))
    if len(text) > limits.max_characters:
        raise TooLargeError(
            "{name} has {count:,} characters; the limit is {limit:,}.",
            name=_called(name),
            count=len(text),
            limit=limits.max_characters,
        )
    return name, hashlib.sha256(data).hexdigest(), text


def open_document(
    source: str | os.PathLike[str] | bytes, limits: Limits, reader: Reader, name: str = ""
) -> Document:
    """The PDF's pages as `reader` reads them.

    A page that cannot be read has its `problem` set and no words; the others are read on.

    Raises `InputNotFoundError`, `NotAPdfError`, `DamagedPdfError`, `EncryptedPdfError`,
    `NoTextLayerError` or `TooLargeError`.
    """
    name, data = read_bytes(source, limits, name)
    if not is_pdf(data):
        _check_kind(name, data)
        raise NotAPdfError("{name} is not a PDF: it does not begin with %PDF-.", name=_called(name))
    producer, pages = _read(name, data, limits, reader)
    _check_pages(name, pages)
    return Document(name, hashlib.sha256(data).hexdigest(), producer, pages)


def _read(
    name: str, data: bytes, limits: Limits, reader: Reader
) -> tuple[str | None, tuple[Page, ...]]:
    try:
        return reader.read(data, limits)
    except TildelingError as error:
        raise error.at(_called(name)) from error
    except MemoryError as error:
        raise TooLargeError(
            "{name} needs more memory than there is.", name=_called(name)
        ) from error
    except Exception as error:
        reason = f"{type(error).__name__} {error}".strip()
        raise DamagedPdfError(
            "{name} cannot be read: {reason}.", name=_called(name), reason=reason
        ) from error


def _check_pages(name: str, pages: tuple[Page, ...]) -> None:
    if any(page.words for page in pages):
        return
    problems = [page.problem for page in pages if page.problem not in (None, PICTURE)]
    if len(problems) == len(pages):
        raise DamagedPdfError(
            "{name}: no page can be read; the first: {problem}.",
            name=_called(name),
            problem=Message(str(problems[0])),
        )
    raise _no_text(name, pages)


def _no_text(name: str, pages: tuple[Page, ...]) -> NoTextLayerError:
    """The error for pages none of which has a word: what they are, and what to do about it."""
    pictures = [page.number for page in pages if page.problem == PICTURE]
    if pictures:
        hint = to_say(
            "Recognition costs some seconds a page, and errs where print does not: see the docs."
        )
        if not has_ocr():
            hint = to_say("It needs an extra, which is not installed: pip install 'tildeling[ocr]'")
        return NoTextLayerError(
            "{name} has no text: {pages}. --ocr (in Python ocr=True) reads pictures.",
            hint,
            name=_called(name),
            pages=_of_pages(pictures, *PICTURES),
        )
    recognised = [page.number for page in pages if page.ocr]
    if recognised:
        return NoTextLayerError(
            "{name} has no text: none could be read off the pictures of {pages}.",
            name=_called(name),
            pages=_of_pages(recognised, *PAGES),
        )
    empty = [page.number for page in pages]
    return NoTextLayerError(
        "{name} has no text: {pages}.",
        name=_called(name),
        pages=_of_pages(empty, *EMPTY),
    )


def _of_pages(numbers: Sequence[int], one: str, many: str) -> Message:
    """What is said of pages, which ascend.

    >>> str(_of_pages([1, 2, 3, 7], "page {pages} is empty", "pages {pages} are empty"))
    'pages 1–3, 7 are empty'
    """
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0])
    ]
    told = (f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return Message(one if len(numbers) == 1 else many, {"pages": ", ".join(told)})
