"""From a file to the letter: read, lay out, understand, audit."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from tildeling.errors import NoTextLayerError, TooLargeError
from tildeling.letter import Letter, Source
from tildeling.limits import Limits
from tildeling.origin import Origin
from tildeling.read.page import Reader

if TYPE_CHECKING:
    from tildeling.text.blocks import LaidOut


def parse(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    reader: Reader | None = None,
) -> Letter:
    """Reads a letter from a PDF, or from a plain text file whose name ends in .txt.

    `source` is a path, or the file's bytes, which may be given a `name`. `reader` is pdfium unless
    told otherwise; the second one, `tildeling.read.plumber.PlumberReader`, is slower and gives the
    same letter.

    Raises a branch of `TildelingError` for whatever cannot be read, and nothing else.
    """
    from tildeling.read.source import is_text_file, open_document, read_text_file
    from tildeling.text.lay_out import lay_out

    limits = limits or Limits()
    if is_text_file(source, limits, name):
        name, sha256, text = read_text_file(source, limits, name)
        return _from_text(name, sha256, text, Origin(source))
    if reader is None:
        from tildeling.read.pdfium import PdfiumReader

        reader = PdfiumReader()
    document = open_document(source, limits, reader, name)
    letter_source = Source(
        name=document.name,
        sha256=document.sha256,
        pages=len(document.pages),
        producer=document.producer,
        text_source="ocr" if any(page.ocr for page in document.pages) else "pdf",
    )
    return _letter(lay_out(document), letter_source, Origin(source))


def parse_text(text: str, *, limits: Limits | None = None) -> Letter:
    """Reads a letter from plain text, as a converter took it from a PDF.

    Evidence then has neither page nor box. Raises `TooLargeError`, `NoTextLayerError` for text
    without a word, and `NotAnAllocationLetterError`.
    """
    limits = limits or Limits()
    if len(text) > limits.max_characters:
        raise TooLargeError(
            f"The text has {len(text):,} characters; the limit is {limits.max_characters:,}."
        )
    if not text.strip():
        raise NoTextLayerError("The text is empty.")
    sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return _from_text("", sha256, text, Origin(text=text))


def _from_text(name: str, sha256: str, text: str, origin: Origin) -> Letter:
    from tildeling.text.plain import lay_out_text

    source = Source(name=name, sha256=sha256, pages=None, producer=None, text_source="text")
    return _letter(lay_out_text(text), source, origin)


def _letter(laid: LaidOut, source: Source, origin: Origin) -> Letter:
    from tildeling.audit.rules import audited
    from tildeling.meaning.letter import build

    letter = audited(build(laid, source))
    letter._origin = origin
    return letter
