"""The file of a letter opened again, long after it was read."""

from __future__ import annotations

import hashlib
import os

from tildeling.letter import Source
from tildeling.limits import Limits
from tildeling.origin import Origin
from tildeling.read.source import is_pdf, read_bytes


def pdf_bytes(
    source: Source, origin: Origin, given: str | os.PathLike[str] | bytes | None = None
) -> bytes:
    """The PDF that a letter was read from: `given`, or the file that the letter remembers.

    Raises `ValueError` where there is no PDF to open, or it is not the one that was read, and what
    `read_bytes` raises.
    """
    if source.text_source == "text":
        raise ValueError("The letter was read from plain text, which has no pages.")
    file = origin.file if given is None else given
    if file is None:
        raise ValueError(
            f"The letter does not know where its PDF is ({source.name or 'it has no name'}): "
            "give pdf=, a path or bytes."
        )
    data = read_bytes(file, Limits())[1]
    check_same(source, data)
    if not is_pdf(data):
        raise ValueError(f"{source.name or 'The file'} is not a PDF.")
    return data


def check_same(source: Source, data: bytes) -> None:
    """Raises `ValueError` unless `data` is what the letter was read from, by its SHA-256."""
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise ValueError(
            f"This is not the file that the letter was read from ({source.name or 'no name'}): "
            "its SHA-256 is another."
        )
