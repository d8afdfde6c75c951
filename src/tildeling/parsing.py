"""From a file to the letter: read, lay out, understand, audit; or to its tables alone."""

from __future__ import annotations

import hashlib
import os
import warnings
from typing import TYPE_CHECKING

from tildeling.errors import NoTextLayerError, TooLargeError
from tildeling.letter import Letter, Source
from tildeling.limits import Limits
from tildeling.origin import Origin
from tildeling.read.page import Reader

if TYPE_CHECKING:
    from tildeling.table import DocumentTables, Table
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
    limits = limits or Limits()
    laid, letter_source = _laid_out(source, name, limits, reader)
    return _letter(laid, letter_source, Origin(source))


def tables(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    reader: Reader | None = None,
) -> tuple[Table, ...]:
    """Every table of a PDF, or of a plain text file, whether it is an allocation letter or not.

    Takes what `parse` takes, and raises what it raises but for `NotAnAllocationLetterError`. For a
    page that cannot be read there is a `UserWarning`.
    """
    found = document_tables(source, name=name, limits=limits, reader=reader)
    for one in found.unread:
        warnings.warn(f"Page {one.page} was not read: {one.reason}.", stacklevel=2)
    return found.tables


def document_tables(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    reader: Reader | None = None,
) -> DocumentTables:
    """The tables with the pages that could not be read."""
    from tildeling.scope.typed_tables import typed_tables

    return typed_tables(_laid_out(source, name, limits or Limits(), reader)[0])


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
    return _letter(*_laid_out_text("", sha256, text), Origin(text=text))


def _laid_out(
    source: str | os.PathLike[str] | bytes, name: str, limits: Limits, reader: Reader | None
) -> tuple[LaidOut, Source]:
    """A file laid out, and what is known of it."""
    from tildeling.read.source import is_text_file, open_document, read_text_file
    from tildeling.text.lay_out import lay_out

    if is_text_file(source, limits, name):
        return _laid_out_text(*read_text_file(source, limits, name))
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
    return lay_out(document), letter_source


def _laid_out_text(name: str, sha256: str, text: str) -> tuple[LaidOut, Source]:
    from tildeling.text.lay_out import lay_out_text

    source = Source(name=name, sha256=sha256, pages=None, producer=None, text_source="text")
    return lay_out_text(text), source


def _letter(laid: LaidOut, source: Source, origin: Origin) -> Letter:
    from tildeling.audit.rules import audited
    from tildeling.meaning.letter import build
    from tildeling.verify.letter import verified

    letter = audited(verified(build(laid, source)))
    letter._origin = origin
    return letter
