"""From a file to the letter: read, lay out, understand, audit; or to its tables alone."""

from __future__ import annotations

import gc
import hashlib
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tildeling.errors import NotAnAllocationLetterError, NoTextLayerError, TooLargeError
from tildeling.extras import needs_ocr
from tildeling.letter import Letter, Source, TextSource
from tildeling.limits import Limits
from tildeling.origin import Origin
from tildeling.read.page import Document, Reader

if TYPE_CHECKING:
    from tildeling.table import DocumentTables, Table

Parsed = TypeVar("Parsed")


def parse(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    reader: Reader | None = None,
    ocr: bool = False,
    isolated: bool = False,
) -> Letter:
    """Reads a letter from a PDF, or from a plain text file whose name ends in .txt.

    `source` is a path, or the file's bytes, which may be given a `name`. `reader` is pdfium unless
    told otherwise; the second one, `tildeling.read.plumber.PlumberReader`, is slower and gives the
    same letter.

    With `ocr=True` pages that are pictures are read too, by as many processes as there are cores:
    some seconds a page. What is surely text is read as ever. It needs the extra `ocr`.

    What a file draws is counted before it is read, and refused where it is over the `limits`. A
    file made to hang or crash native code, or to take all memory, can all the same be stopped only
    with its process: `isolated=True` reads it in one of its own, which has the time and memory of
    the `limits`. Starting that costs a second the first time, some milliseconds after that.

    Raises a branch of `TildelingError` for whatever cannot be read, and nothing else; but
    `ValueError` where both `ocr=True` and a reader are given, and, before the file is looked at,
    `MissingExtraError` where `ocr=True` needs what is not installed.
    """
    limits = limits or Limits()
    if isolated:
        letter = _isolated(parse, source, name=name, limits=limits, reader=reader, ocr=ocr)
        letter._origin = Origin(source)
        return letter
    reader = _ocr_reader(reader, limits) if ocr else reader
    with _collector_paused(), _memory_told():
        return _letter(_document(source, name, limits, reader), Origin(source))


def _isolated(
    read: Callable[..., Parsed],
    source: str | os.PathLike[str] | bytes,
    *,
    name: str,
    limits: Limits,
    reader: Reader | None,
    ocr: bool,
) -> Parsed:
    """What `read` makes of the source in a process of its own.

    That may start no others: pages are read off their pictures before, each process of those with
    limits of its own.
    """
    from tildeling.batch.isolated import isolated
    from tildeling.read.source import read_bytes

    if ocr:
        _ocr_reader(reader, limits)  # Raises, before the file is read, where there can be none.
    name, data = read_bytes(source, limits, name)
    called = name or "The input"
    if ocr:
        from tildeling.batch.recognise import see_in_processes
        from tildeling.ocr.reader import OcrReader, pictures_in, seen_before

        numbers = isolated(partial(pictures_in, data, limits), called, limits)
        seen = dict(see_in_processes(limits, data, numbers))
        reader = OcrReader(see=partial(seen_before, seen))
    call = partial(read, data, name=name, limits=limits, reader=reader)
    return isolated(call, called, limits)


def _ocr_reader(reader: Reader | None, limits: Limits) -> Reader:
    """The reader that also reads pictures, by as many processes as there are cores."""
    if reader is not None:
        raise ValueError("Give a reader or ocr=True, which has a reader of its own; not both.")
    needs_ocr()
    from tildeling.batch.recognise import see_in_processes
    from tildeling.ocr.reader import OcrReader

    return OcrReader(see=partial(see_in_processes, limits))


@contextmanager
def _memory_told() -> Iterator[None]:
    """Want of memory, wherever it is met, is the input's."""
    try:
        yield
    except MemoryError as error:
        raise TooLargeError("The input needs more memory than there is.") from error


def tables(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    reader: Reader | None = None,
    ocr: bool = False,
    isolated: bool = False,
) -> tuple[Table, ...]:
    """Every table of a PDF, or of a plain text file, whether it is an allocation letter or not.

    Takes what `parse` takes, and raises what it raises but for `NotAnAllocationLetterError`. For a
    page that cannot be read there is a `UserWarning`.
    """
    found = document_tables(
        source, name=name, limits=limits, reader=reader, ocr=ocr, isolated=isolated
    )
    for one in found.unread:
        warnings.warn(f"Page {one.page} was not surely read: {one.reason}.", stacklevel=2)
    return found.tables


def document_tables(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str = "",
    limits: Limits | None = None,
    reader: Reader | None = None,
    ocr: bool = False,
    isolated: bool = False,
) -> DocumentTables:
    """The tables with the pages that could not be read."""
    from tildeling.scope.typed_tables import typed_tables
    from tildeling.text.lay_out import lay_out_all

    limits = limits or Limits()
    if isolated:
        return _isolated(document_tables, source, name=name, limits=limits, reader=reader, ocr=ocr)
    reader = _ocr_reader(reader, limits) if ocr else reader
    with _collector_paused(), _memory_told():
        return typed_tables(lay_out_all(_document(source, name, limits, reader)))


def parse_text(text: str, *, limits: Limits | None = None) -> Letter:
    """Reads a letter from plain text, as a converter took it from a PDF.

    Evidence then has neither page nor box. Raises `TooLargeError`, `NoTextLayerError` for text
    without a word, and `NotAnAllocationLetterError`.
    """
    from tildeling.read.plain import plain_document

    limits = limits or Limits()
    if len(text) > limits.max_characters:
        raise TooLargeError(
            "The text has {count:,} characters; the limit is {limit:,}.",
            count=len(text),
            limit=limits.max_characters,
        )
    if not text.strip():
        raise NoTextLayerError("The text is empty.")
    sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    with _collector_paused(), _memory_told():
        return _letter(plain_document("", sha256, text), Origin(text=text))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No search for loops of garbage while one letter is read.

    A letter makes many objects and hardly a loop of them; looking for some again and again takes 4
    % of the time for a letter of eight pages, 13 % for one of 43. Where several threads read
    letters, the first to end lets the collector go on, so that it is never off for long.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _document(
    source: str | os.PathLike[str] | bytes, name: str, limits: Limits, reader: Reader | None
) -> Document:
    """A file as read."""
    from tildeling.read.source import is_text_file, open_document, read_text_file

    if is_text_file(source, limits, name):
        from tildeling.read.plain import plain_document

        return plain_document(*read_text_file(source, limits, name))
    if reader is None:
        from tildeling.read.pdfium import PdfiumReader

        reader = PdfiumReader()
    return open_document(source, limits, reader, name)


def _letter(document: Document, origin: Origin) -> Letter:
    from tildeling.audit.rules import audited
    from tildeling.meaning.letter import build
    from tildeling.steering.letter import steered
    from tildeling.text.lay_out import lay_out
    from tildeling.verify.letter import verified

    source = _source_of(document)
    built = verified(steered(build(lay_out(document), source)))
    others = []
    for shaken in document.shaken():
        with suppress(NotAnAllocationLetterError):
            others.append(steered(build(lay_out(shaken), source)).letter)
    letter = audited(built, others)
    letter._origin = origin
    return letter


def _source_of(document: Document) -> Source:
    scanned = tuple(page.number for page in document.pages if page.ocr)
    born = any(page.words and not page.ocr for page in document.pages)
    pictures: TextSource = "mixed" if born else "ocr"
    return Source(
        name=document.name,
        sha256=document.sha256,
        pages=None if document.plain else len(document.pages),
        producer=document.producer,
        text_source="text" if document.plain else pictures if scanned else "pdf",
        ocr_pages=scanned,
    )
