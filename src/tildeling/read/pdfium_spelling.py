"""Words that a file gives to be read for others that it draws (ActualText).

They spell out a ligature, tell a soft hyphen, or stand for letters that a font does not map. They
may also say something else than the page: what is drawn and can be read is read, and where the
words given differ, they are told as text that nobody sees.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from tildeling.read.page import Word, around
from tildeling.read.pdfium_calls import (
    as_object,
    form_count,
    form_object,
    handed_over,
    object_type,
    objects_of,
    text_object,
    unmapped,
)
from tildeling.read.pdfium_paths import DEEPEST, PageObjects, spot_of
from tildeling.read.view import View
from tildeling.read.words import words_along

LONGEST = 4_000
"""Bytes of given words that are looked at."""

NO_MATTER = ("Zs", "Cc", "Cf", "Mn")
"""Kinds of characters (Unicode's general categories) in which given and drawn words may differ."""


class Spellings(NamedTuple):
    """What a page's text objects, by their place among all of them, are not to be read as."""

    dropped: frozenset[int] = frozenset()
    """Objects that can be read as they are drawn."""
    lies: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Words given, and the objects that say otherwise."""


def spellings(document: Any, index: int) -> Spellings:
    """Compares a page's given words with what is drawn.

    The page is loaded once more for it: words given take the place of those drawn.
    """
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Spellings()
    try:
        given: dict[int, str] = {}
        holders: dict[int, list[int]] = {}
        objects = list(_texts(objects_of(page), (), 0))
        for at, (handle, marks) in enumerate(objects):
            for mark, text in [*marks, *_given(handle)]:
                given[mark] = text
                holders.setdefault(mark, []).append(at)
        if not given:
            return Spellings()
        # Most objects of a page hold none: of 260 on a page set with Typst, a few.
        held = {at: objects[at][0] for places in holders.values() for at in places}
        for handle in held.values():
            drop_given(handle)
        drawn = _drawn(page, held)
    finally:
        pdfium.FPDF_ClosePage(page)
    return _compared(given, holders, drawn)


def drop_given(handle: int) -> None:
    """Lets an object's own letters be read, where the file gives other words for them."""
    placed = as_object(handle)
    for index in reversed(range(max(pdfium.FPDFPageObj_CountMarks(placed), 0))):
        mark = pdfium.FPDFPageObj_GetMark(placed, index)
        if _actual_text(mark) is not None:
            pdfium.FPDFPageObj_RemoveMark(placed, mark)


def told(lies: Spellings, objects: PageObjects, view: View) -> Iterator[Word]:
    """The words given for others, where those stand."""
    handles = list(objects.texts)
    for text, places in lies.lies:
        spots = [view.box(*spot_of(objects.texts[handles[at]])) for at in places]
        box = around([Word("", *spot, 0.0) for spot in spots])
        yield from words_along(text, box)


def _texts(
    handles: Iterable[int], marks: tuple[tuple[int, str], ...], depth: int
) -> Iterator[tuple[int, tuple[tuple[int, str], ...]]]:
    """The text objects in the order of painting, with the words given for forms around them."""
    for handle in handles:
        kind = object_type(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield handle, marks
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = [form_object(handle, index) for index in range(form_count(handle))]
            yield from _texts(inner, (*marks, *_given(handle)), depth + 1)


def _given(handle: int) -> Iterator[tuple[int, str]]:
    """The words given for an object, each with the mark that all objects of one piece share."""
    placed = as_object(handle)
    for index in range(max(pdfium.FPDFPageObj_CountMarks(placed), 0)):
        mark = pdfium.FPDFPageObj_GetMark(placed, index)
        text = _actual_text(mark)
        if text is not None:
            yield ctypes.cast(mark, ctypes.c_void_p).value or 0, text


def _actual_text(mark: Any) -> str | None:
    length = ctypes.c_ulong()
    if not pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", None, 0, length):
        return None
    size = min(length.value, LONGEST)
    buffer = (ctypes.c_ubyte * max(length.value, 1))()
    pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, len(buffer), length)
    raw = bytes(buffer[:size])
    wide = raw.startswith(b"\xfe\xff")
    return raw[2:].decode("utf-16-be", "replace") if wide else raw.decode("latin-1")


def _drawn(page: Any, held: Mapping[int, int]) -> dict[int, str | None]:
    """What each text object draws; None where one of its letters has no meaning."""
    text = pdfium.FPDFText_LoadPage(page)
    try:
        drawn: dict[int, str | None] = dict.fromkeys(held.values(), "")
        over = handed_over(text)
        for index in range(max(pdfium.FPDFText_CountChars(text), 0)):
            handle = text_object(over, index)
            before = drawn.get(handle)
            if before is None:
                continue
            letter = chr(min(pdfium.FPDFText_GetUnicode(text, index), 0x10FFFF))
            has_meaning = not unmapped(over, index) and unicodedata.category(letter) != "Co"
            drawn[handle] = before + letter if has_meaning else None
        return {at: drawn[handle] for at, handle in held.items()}
    finally:
        pdfium.FPDFText_ClosePage(text)


def _compared(
    given: Mapping[int, str], holders: Mapping[int, list[int]], drawn: Mapping[int, str | None]
) -> Spellings:
    dropped: set[int] = set()
    kept: set[int] = set()
    lies = []
    for mark, places in holders.items():
        parts = [part for at in places if (part := drawn[at]) is not None]
        plain, text = _plain(given[mark]), _plain("".join(parts))
        # A hyphen may be said to be a soft one, dots to be nothing.
        signs = not any(letter.isalnum() for letter in plain + text)
        if len(parts) < len(places) or plain == text or signs:
            kept.update(places)
            continue
        dropped.update(places)
        if any(letter.isalnum() for letter in plain):
            lies.append((given[mark], tuple(places)))
    return Spellings(frozenset(dropped - kept), tuple(lies))


def _plain(text: str) -> str:
    """The text without what makes no difference: spaces, ligatures, accents, case.

    A font of small capitals may call them small letters, and an accent may be drawn by itself.
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in folded if unicodedata.category(letter) not in NO_MATTER)
