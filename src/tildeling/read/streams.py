"""Whether content is damaged or too much; signs of what may hide words.

Nearly all content is packed with zlib, whose end tells whether it is whole: every packed stream of
the file is unpacked once, at some hundred megabytes a second. Only where one breaks off or is odd,
is very long, or is a form that shows others, are the file's pages looked up, to see whose it is.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from tildeling.limits import Limits
from tildeling.read.contents import Unpacked, unpacked
from tildeling.read.damage import WHICH, Damage, damage_of
from tildeling.read.letter_tables import contradicts_itself, is_letter_table
from tildeling.read.operators import is_garbled
from tildeling.read.weight import check_weight
from tildeling.read.widths import Widths

# A stream's dictionary is looked for in so many bytes before it.
DICTIONARY = 2_000

# Content of more bytes than this is weighed: a page of 10,000 words has some 300,000.
LONG = 1_000_000

# All but a soft hyphen, a space, nothing, or the letters of a ligature.
_REPLACED = re.compile(
    rb"/ActualText(?!\s*(?:<FEFF(?:00AD|0020|00A0)?>|<feff(?:00ad|0020|00a0)?>"
    rb"|\((?:\xfe\xff(?:\x00\xad|\x00 )?| |ff|fi|fl|ffi|ffl)?\)))"
)
STAND_IN = "Helvetica"
_STAND_IN = STAND_IN.encode()
# What an object of a file says of it, if it says so anywhere.
_LAYERS = b"/OCProperties"
_FIELDS = b"/Widget"
_PATTERNS = b"/PatternType"
_MASKS = (b"/Luminosity", b"/Alpha")
_BLENDS = re.compile(rb"/BM\s*\[?\s*/(?!Normal\b|Compatible\b)|/ca\s+(?:0|\.|[^\d\s/])")
# A letter of a name may be written as its number, which hides the name.
_SPELT_NAME = re.compile(rb"/[A-Za-z]*#[4-7][0-9A-Fa-f]")
_ASKED = re.compile(rb"/ToUnicode\s+(\d+)\s+\d+\s+R")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm")
_STREAM = re.compile(rb"\bstream\r?\n")
# A form, or what may be one: its kind stands elsewhere, or its name is written in another way.
_FORM = re.compile(rb"/Subtype\s*(?:/Form\b|\d)|#")
_SHOWS = re.compile(rb"\bDo\b")
_MANY_PARTS = re.compile(rb"/Contents\s*\[[^\]]{1000}")
# Metadata, profiles of colours and functions, if they hold the letters by chance.
_NO_TEXT = re.compile(rb"/Type\s*/(?:Metadata|CMap)|/N\s+\d|/FunctionType|/DecodeParms")
# Pictures and fonts hold no text; streams of objects and their index are asked for by pdfium.
_NO_CONTENT = re.compile(
    rb"/Subtype\s*/(?:Image|CIDFontType0C|Type1C|OpenType)|/Length1\b|/Length2\b"
    rb"|/Type\s*/(?:ObjStm|XRef)"
)


@dataclass(slots=True)
class Signs:
    """What the file has that may hide words, on whichever page, and what is learnt of its fonts."""

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
    helvetica: bool = False
    """The font that pdfium takes for one that is missing, by its name."""
    stands_in: bool = False
    """That font on a page, though the file does not name it."""
    widths: Widths = field(default_factory=Widths)
    """What is known of its fonts' widths."""

    def look_at(self, objects: bytes, fear: bool = False) -> None:
        """Add what some of the file's objects say; of those that cannot be read, all is feared."""
        fear = fear or b"/Encrypt" in objects or _SPELT_NAME.search(objects) is not None
        self.layered = self.layered or fear or _LAYERS in objects
        self.patterned = self.patterned or fear or _PATTERNS in objects
        self.fields = self.fields or fear or _FIELDS in objects
        self.blended = self.blended or fear or _blends(objects)
        self.replaced = self.replaced or fear or _replaces(objects)
        self.helvetica = self.helvetica or fear or _STAND_IN in objects

    def look_at_font(self, name: str) -> None:
        """Take note of a font that letters of a page are printed in."""
        if name == STAND_IN and not self.helvetica:
            self.stands_in = True


@dataclass(frozen=True, slots=True)
class Streams:
    """What a file's packed streams tell of its pages."""

    suspect: bool
    """True where a page may be damaged: one breaks off, or cannot be looked at without its key."""
    torn: bool
    """True where text is not what was packed: some page must have it."""
    signs: Signs


def look_through(data: bytes, limits: Limits) -> Streams:
    """Unpacks all that may be content, once.

    Raises `TooLargeError` where it draws more than the limits allow.
    """
    signs = Signs()
    signs.look_at(data)
    encrypted = b"/Encrypt" in data
    # Where a stream's beginning or end is gone, pdfium finds none, or a longer one.
    suspect = encrypted or data.count(b"stream") != 2 * data.count(b"endstream")
    heavy = encrypted or _MANY_PARTS.search(data) is not None
    tables, torn = _Tables(), False
    tables.look_at(data)
    for number, head, packed in _streams(data):
        if not _NO_CONTENT.search(head):
            is_packed = b"FlateDecode" in head
            found = unpacked(packed) if is_packed else Unpacked(packed, False, False)
            suspect = suspect or found.breaks or found.differs or _is_odd(head, found.content)
            torn = torn or (found.differs and _is_text(head, found.content))
            signs.replaced = signs.replaced or (not found.breaks and _replaces(found.content))
            heavy = heavy or _may_be_heavy(head, found.content)
            if is_letter_table(found.content):
                tables.found.add(number)
                suspect = suspect or contradicts_itself(found.content)
        elif _OBJECTS.search(head):
            found = unpacked(packed) if b"FlateDecode" in head else Unpacked(packed, True, False)
            signs.look_at(found.content, fear=found.breaks or b"/DecodeParms" in head)
            tables.look_at(found.content)
    if heavy:
        check_weight(_pages(data), limits)
    return Streams(suspect or tables.lack(), torn, signs)


@dataclass(slots=True)
class _Tables:
    """Which letters fonts have (ToUnicode): the numbers of the objects that are asked for it, and
    of those that say it.
    """

    asked: set[bytes] = field(default_factory=set)
    found: set[bytes] = field(default_factory=set)

    def look_at(self, objects: bytes) -> None:
        """Add what some of the file's objects ask for."""
        if b"/ToUnicode" in objects:
            self.asked.update(_ASKED.findall(objects))

    def lack(self) -> bool:
        """True where a font asks an object that says nothing of letters, or is packed oddly."""
        return not self.asked <= self.found


def look_at_pages(data: bytes, count: int, has_index: bool = True, *, torn: bool = False) -> Damage:
    """What is wrong with the pages of a file of so many."""
    damage = damage_of(_pages(data), count, has_index)
    # pdfminer may take another object for the one that is damaged.
    if torn and not (damage.broken or damage.doubtful):
        return Damage(doubtful=dict.fromkeys(range(count), WHICH))
    return damage


def _is_odd(head: bytes, content: bytes) -> bool:
    """True for a page's or a form's content, as far as can be told, that is damaged."""
    return _is_text(head, content) and is_garbled(content)


def _is_text(head: bytes, content: bytes) -> bool:
    return b"BT" in content and b"Tf" in content and not _NO_TEXT.search(head)


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


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The streams of a file as they stand in it, packed with zlib or not at all, each after its
    object's number and its dictionary.
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
        before, _, head = head.rpartition(b" obj")
        if b"FlateDecode" in head or b"/Filter" not in head or _OBJECTS.search(head):
            number = b"".join(before.rsplit(None, 2)[-2:-1])
            yield number, head, data[start:at]
