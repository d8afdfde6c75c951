"""Which pages have content that cannot be decoded or is too much; signs of what may hide words.

pdfium reads what comes before the damage and says nothing, so that half a page would pass for the
whole. Nearly all content is packed with zlib, whose end tells whether it is whole: every packed
stream of the file is unpacked once, at some hundred megabytes a second. Only where one breaks off,
is very long, or is a form that shows others, are the file's pages looked up, to see whose it is.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1

from tildeling.limits import Limits
from tildeling.read.contents import FLATE, content_of, filters_of, raw_of, unpacked
from tildeling.read.weight import check_weight

DICTIONARY = 2_000
"""A stream's dictionary is looked for in so many bytes before it."""

LONG = 1_000_000
"""Content of more bytes than this is weighed: a page of 10,000 words has some 300,000."""

# All but a soft hyphen, a space, nothing, or the letters of a ligature.
_REPLACED = re.compile(
    rb"/ActualText(?!\s*(?:<FEFF(?:00AD|0020|00A0)?>|<feff(?:00ad|0020|00a0)?>"
    rb"|\((?:\xfe\xff(?:\x00\xad|\x00 )?| |ff|fi|fl|ffi|ffl)?\)))"
)
# What an object of a file says of it, if it says so anywhere.
_LAYERS = b"/OCProperties"
_FIELDS = b"/Widget"
_PATTERNS = b"/PatternType"
_MASKS = (b"/Luminosity", b"/Alpha")
_BLENDS = re.compile(rb"/BM\s*\[?\s*/(?!Normal\b|Compatible\b)|/ca\s+(?:0|\.|[^\d\s/])")
# A letter of a name may be written as its number, which hides the name.
_SPELT_NAME = re.compile(rb"/[A-Za-z]*#[4-7][0-9A-Fa-f]")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm")
_STREAM = re.compile(rb"\bstream\r?\n")
_FORM = re.compile(rb"/Subtype\s*(?:/Form\b|\d)|#")
"""A form, or what may be one: its kind stands elsewhere, or its name is written in another way."""
_SHOWS = re.compile(rb"\bDo\b")
_MANY_PARTS = re.compile(rb"/Contents\s*\[[^\]]{1000}")
# Pictures and fonts hold no text; streams of objects and their index are asked for by pdfium.
_NO_CONTENT = re.compile(
    rb"/Subtype\s*/(?:Image|CIDFontType0C|Type1C|OpenType)|/Length1\b|/Length2\b"
    rb"|/Type\s*/(?:ObjStm|XRef)"
)


@dataclass(slots=True)
class Signs:
    """What the file has that may hide words, on whichever page."""

    layered: bool = False
    """Layers, which may be switched off."""
    blended: bool = False
    """Soft masks, blend modes or opacity."""
    patterned: bool = False
    """Patterns: what they look like is not known from an object's colour."""
    fields: bool = False
    """Form fields."""
    replaced: bool = False
    """Words to be read for others that are seen (ActualText)."""

    def look_at(self, objects: bytes, fear: bool = False) -> None:
        """Add what some of the file's objects say; of those that cannot be read, all is feared."""
        fear = fear or b"/Encrypt" in objects or _SPELT_NAME.search(objects) is not None
        self.layered = self.layered or fear or _LAYERS in objects
        self.patterned = self.patterned or fear or _PATTERNS in objects
        self.fields = self.fields or fear or _FIELDS in objects
        self.blended = self.blended or fear or _blends(objects)
        self.replaced = self.replaced or fear or _replaces(objects)


@dataclass(frozen=True, slots=True)
class Streams:
    """What a file's packed streams tell of its pages."""

    broken: frozenset[int]
    """Positions of the pages whose content, or a form in it, breaks off when it is unpacked."""
    signs: Signs


def look_through(data: bytes, limits: Limits) -> Streams:
    """Unpacks all that may be content, once.

    Raises `TooLargeError` where it draws more than the limits allow.
    """
    signs = Signs()
    signs.look_at(data)
    suspect = encrypted = b"/Encrypt" in data
    heavy = encrypted or _MANY_PARTS.search(data) is not None
    for head, packed in _streams(data):
        if not _NO_CONTENT.search(head):
            content, breaks = unpacked(packed) if b"FlateDecode" in head else (packed, False)
            suspect = suspect or breaks
            signs.replaced = signs.replaced or (not breaks and _replaces(content))
            heavy = heavy or _may_be_heavy(head, content)
        elif _OBJECTS.search(head):
            content, breaks = unpacked(packed) if b"FlateDecode" in head else (packed, True)
            signs.look_at(content, fear=breaks or b"/DecodeParms" in head)
    pages = _pages(data) if suspect or heavy else ()
    if heavy:
        check_weight(pages, limits)
    broken = frozenset(at for at, page in enumerate(pages) if suspect and _is_broken(page))
    return Streams(broken, signs)


def _blends(objects: bytes) -> bool:
    """True where something is seen through, or through a mask; the names alone are found sooner."""
    return any(mask in objects for mask in _MASKS) or (
        (b"/BM" in objects or b"/ca" in objects) and _BLENDS.search(objects) is not None
    )


def _may_be_heavy(head: bytes, content: bytes) -> bool:
    """True for long content, and for a form that shows others: each may do so many times."""
    if len(content) > LONG:
        return True
    return b"Do" in content and _FORM.search(head) is not None and bool(_SHOWS.search(content))


def _replaces(content: bytes) -> bool:
    """True where words are given to be read for others; looking for their name alone is faster."""
    return b"/ActualText" in content and _REPLACED.search(content) is not None


def _pages(data: bytes) -> Sequence[Any]:
    """The file's pages as pdfminer finds them; none where it finds no way through the file."""
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        return list(PDFPage.create_pages(document))
    except MemoryError:
        raise
    except Exception:  # pdfminer raises whatever a damaged file makes it stumble over
        return ()


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The streams of a file as they stand in it, packed with zlib or not at all, each after its
    dictionary.
    """
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
        if b"FlateDecode" in head or b"/Filter" not in head or _OBJECTS.search(head):
            yield head, data[start:at]


def _is_broken(page: Any) -> bool:
    try:
        streams = [resolve1(content) for content in page.contents]
        return any(map(_breaks, streams)) or any(map(_breaks, _forms(streams, page.resources)))
    except MemoryError:
        raise
    except Exception:  # as above
        return False


def _forms(streams: Sequence[Any], resources: Any) -> list[PDFStream]:
    """The forms that content shows, each once; resources may name those of other pages too."""
    found: dict[int, PDFStream] = {}
    waiting = [(streams, resources)]
    while waiting:
        parts, around = waiting.pop()
        content = b" ".join(content_of(part) for part in parts if isinstance(part, PDFStream))
        objects = resolve1((resolve1(around) or {}).get("XObject")) or {}
        for name, placed in objects.items():
            form = resolve1(placed)
            if not isinstance(form, PDFStream) or f"/{name}".encode() not in content:
                continue
            if getattr(form.get("Subtype"), "name", "") == "Form" and id(form) not in found:
                found[id(form)] = form
                waiting.append(([form], form.get("Resources")))
    return list(found.values())


def _breaks(stream: Any) -> bool:
    """True for content that is no stream, or whose packed bytes break off."""
    if not isinstance(stream, PDFStream):
        return stream is not None
    filters = filters_of(stream)
    if not filters or filters[0] not in FLATE or stream.get_rawdata() is None:
        return False
    return unpacked(raw_of(stream))[1]
