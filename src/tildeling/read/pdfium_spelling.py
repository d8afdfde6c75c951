"""Words that a file gives to be read for others that it draws (ActualText).

They spell out a ligature, tell a soft hyphen, or stand for letters that a font does not map. They
may also say something else than the page: what is drawn and can be read is read, and where the
words given differ, they are told as text that nobody sees.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from tildeling.read.page import Word, around
from tildeling.read.pdfium_calls import (
    actual_text,
    form_count,
    form_object,
    handed_over,
    marks_of,
    object_type,
    objects_of,
    remove_mark,
    text_drawn,
    text_object,
    unmapped,
)
from tildeling.read.pdfium_paths import DEEPEST, PageObjects, spot_of
from tildeling.read.view import View
from tildeling.read.words import words_along

# Bytes of given words that are looked at.
LONGEST = 4_000

# Kinds of characters (Unicode's general categories) in which given and drawn words may differ.
NO_MATTER = ("Zs", "Cc", "Cf", "Mn")


class Spellings(NamedTuple):
    """What a page's text objects, by their place among all of them, are not to be read as."""

    dropped: frozenset[int] = frozenset()
    """Objects that can be read as they are drawn."""
    lies: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Words given, and the objects that say otherwise."""


def spellings(page: Any) -> Spellings:
    """Compares a page's given words with what is drawn.

    Words given take the place of those drawn until they are dropped: the page has only drawn
    words in it afterwards.
    """
    words: dict[int, str | None] = {}
    holders: dict[int, list[int]] = {}
    objects = list(_texts(objects_of(page), (), 0))
    for at, (_, marks) in enumerate(objects):
        for mark in marks:
            if mark not in words:
                words[mark] = _decoded(actual_text(mark, LONGEST))
            if words[mark] is not None:
                holders.setdefault(mark, []).append(at)
    if not holders:
        return Spellings()
    given = {mark: text for mark, text in words.items() if text is not None}
    # Most objects of a page hold none: of 260 on a page set with Typst, a few.
    held = {at: objects[at][0] for places in holders.values() for at in places}
    for handle in held.values():
        drop_given(handle)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        other = {
            mark: places
            for mark, places in holders.items()
            if _differ(given[mark], "".join(text_drawn(text_page, held[at]) for at in places))
        }
        if not other:
            return Spellings()
        kept = {at for mark in holders.keys() - other.keys() for at in holders[mark]}
        drawn = _drawn(text_page, {at: held[at] for places in other.values() for at in places})
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return _compared(given, other, drawn, kept)


def drop_given(handle: int) -> None:
    """Lets an object's own letters be read, where the file gives other words for them."""
    for mark in reversed(marks_of(handle)):
        if actual_text(mark, LONGEST) is not None:
            remove_mark(handle, mark)


def told(lies: Spellings, objects: PageObjects, view: View) -> Iterator[Word]:
    """The words given for others, where those stand."""
    handles = list(objects.texts)
    for text, places in lies.lies:
        spots = [view.box(*spot_of(objects.texts[handles[at]])) for at in places]
        box = around([Word("", *spot, 0.0) for spot in spots])
        yield from words_along(text, box)


def _texts(
    handles: Iterable[int], marks: tuple[int, ...], depth: int
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The text objects in the order of painting, with the marked content that they stand in."""
    for handle in handles:
        kind = object_type(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield handle, (*marks, *marks_of(handle))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = [form_object(handle, index) for index in range(form_count(handle))]
            yield from _texts(inner, (*marks, *marks_of(handle)), depth + 1)


def _decoded(raw: bytes | None) -> str | None:
    if raw is None:
        return None
    wide = raw.startswith(b"\xfe\xff")
    return raw[2:].decode("utf-16-be", "replace") if wide else raw.decode("latin-1")


def _drawn(text_page: Any, held: Mapping[int, int]) -> dict[int, str | None]:
    """What each text object draws; None where one of its letters has no meaning."""
    drawn: dict[int, str | None] = dict.fromkeys(held.values(), "")
    over = handed_over(text_page)
    for index in range(max(pdfium.FPDFText_CountChars(text_page), 0)):
        handle = text_object(over, index)
        before = drawn.get(handle)
        if before is None:
            continue
        letter = chr(min(pdfium.FPDFText_GetUnicode(text_page, index), 0x10FFFF))
        has_meaning = not unmapped(over, index) and unicodedata.category(letter) != "Co"
        drawn[handle] = before + letter if has_meaning else None
    return {at: drawn[handle] for at, handle in held.items()}


def _compared(
    given: Mapping[int, str],
    holders: Mapping[int, list[int]],
    drawn: Mapping[int, str | None],
    kept: set[int],
) -> Spellings:
    dropped: set[int] = set()
    lies = []
    for mark, places in holders.items():
        parts = [part for at in places if (part := drawn[at]) is not None]
        if len(parts) < len(places) or not _differ(given[mark], "".join(parts)):
            kept.update(places)
            continue
        dropped.update(places)
        if any(letter.isalnum() for letter in _plain(given[mark])):
            lies.append((given[mark], tuple(places)))
    return Spellings(frozenset(dropped - kept), tuple(lies))


def _differ(given: str, drawn: str) -> bool:
    """True where the words given say something else than those drawn.

    A hyphen may be said to be a soft one, dots to be nothing.
    """
    plain, text = _plain(given), _plain(drawn)
    return plain != text and any(letter.isalnum() for letter in plain + text)


def _plain(text: str) -> str:
    """The text without what makes no difference: spaces, ligatures, accents, case.

    A font of small capitals may call them small letters, and an accent may be drawn by itself.
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in folded if unicodedata.category(letter) not in NO_MATTER)
