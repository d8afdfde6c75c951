"""Which pages have content that cannot be decoded, and whether the file has layers.

pdfium reads what comes before the damage and says nothing, so that half a page would pass for the
whole. Nearly all content is packed with zlib, whose end tells whether it is whole: every packed
stream of the file is unpacked once, at some hundred megabytes a second. Only where one breaks off
are the file's pages looked up, to see whose it is.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1

MOST_UNPACKED = 20_000_000
"""Bytes that a stream is unpacked to; one that goes on beyond is taken for whole."""

DICTIONARY = 2_000
"""A stream's dictionary is looked for in so many bytes before it."""

DEEPEST = 4
"""Forms within forms are followed no further."""

# More than a ligature's letters, or a figure, in brackets or as hexadecimal UTF-16.
_REPLACED = re.compile(
    rb"/ActualText\s*(?:\((?:[^)]{5,}|[^)]*\d)|<(?:[0-9A-Fa-f]{21,}|(?:[0-9A-Fa-f]{4})*003\d))"
)
LAYERS = b"/OCProperties"
_OBJECTS = re.compile(rb"/Type\s*/ObjStm")
_STREAM = re.compile(rb"\bstream\r?\n")
# Pictures and fonts hold no text; streams of objects and their index are asked for by pdfium.
_NO_CONTENT = re.compile(
    rb"/Subtype\s*/(?:Image|CIDFontType0C|Type1C|OpenType)|/Length1\b|/Length2\b"
    rb"|/Type\s*/(?:ObjStm|XRef)"
)


@dataclass(frozen=True, slots=True)
class Streams:
    """What a file's packed streams tell of its pages."""

    broken: frozenset[int]
    """Positions of the pages whose content, or a form in it, breaks off when it is unpacked."""
    layered: bool
    """True if the file has layers, which may be switched off."""
    replaced: bool
    """True if it gives words to be read for others that are seen (ActualText)."""


def look_through(data: bytes) -> Streams:
    """Unpacks all that may be content, once."""
    suspect = encrypted = b"/Encrypt" in data
    layered = encrypted or LAYERS in data
    replaced = encrypted or _replaces(data)
    for head, packed in _packed(data):
        if not _NO_CONTENT.search(head):
            content = _unpacked(packed)
            suspect = suspect or content is None
            replaced = replaced or (content is not None and _replaces(content))
        elif not layered and _OBJECTS.search(head):
            layered = LAYERS in (_unpacked(packed) or b"")
    return Streams(_broken_pages(data) if suspect else frozenset(), layered, replaced)


def _replaces(content: bytes) -> bool:
    """True where words are given to be read for others; looking for their name alone is faster."""
    return b"/ActualText" in content and _REPLACED.search(content) is not None


def _broken_pages(data: bytes) -> frozenset[int]:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        pages = list(PDFPage.create_pages(document))
    except Exception:  # pdfminer raises whatever a damaged file makes it stumble over
        return frozenset()
    return frozenset(at for at, page in enumerate(pages) if _is_broken(page))


def _packed(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The packed streams of a file as they stand in it, each after its dictionary."""
    at = 0
    # Looking for the bare word first is many times as fast as the expression.
    while (begin := data.find(b"stream", at)) >= 0:
        found = _STREAM.match(data, begin)
        if found is None:
            at = begin + 1
            continue
        start = found.end()
        end = data.find(b"endstream", start)
        at = end if end > 0 else len(data)
        head = data[max(0, begin - DICTIONARY) : begin]
        head = head[head.rfind(b" obj") + 1 :]
        if b"FlateDecode" in head:
            yield head, data[start:at]


def _unpacked(packed: bytes) -> bytes | None:
    """What was packed, as far as it is looked at; None where its last block is missing."""
    # Without the two bytes of zlib's head and the sum at its end, which some writers get wrong.
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = unpack.decompress(packed[2:], MOST_UNPACKED)
    except zlib.error:
        return None
    return found if unpack.eof or unpack.unconsumed_tail else None


def _is_broken(page: Any) -> bool:
    try:
        streams = [resolve1(content) for content in page.contents]
        return any(map(_breaks, streams)) or any(map(_breaks, _forms(streams, page.resources)))
    except Exception:  # as above
        return False


def _forms(streams: Sequence[Any], resources: Any, depth: int = 0) -> Iterator[PDFStream]:
    """The forms that content shows; a page's resources may name those of others too."""
    content = b" ".join(stream.get_data() for stream in streams if isinstance(stream, PDFStream))
    objects = resolve1((resolve1(resources) or {}).get("XObject")) or {}
    for name, placed in objects.items():
        form = resolve1(placed)
        if not isinstance(form, PDFStream) or f"/{name}".encode() not in content:
            continue
        if getattr(form.get("Subtype"), "name", "") == "Form":
            yield form
            if depth < DEEPEST:
                yield from _forms([form], form.get("Resources"), depth + 1)


def _breaks(stream: Any) -> bool:
    """True for content that is no stream, or whose packed bytes break off."""
    if not isinstance(stream, PDFStream):
        return stream is not None
    filters = stream.get_filters()
    if not filters or getattr(filters[0][0], "name", "") not in ("FlateDecode", "Fl"):
        return False
    raw = stream.get_rawdata()
    if raw is None:
        return False
    if stream.decipher:
        raw = stream.decipher(stream.objid or 0, stream.genno or 0, raw, stream.attrs)
    return _unpacked(raw) is None
