"""The words of a page, from pdfium's characters.

The page's text comes in one call and is split in Python; pdfium is asked for boxes only at both
ends of a word, and for font, colour and clip only once a text object. A text object is what one
operator of the file shows: it stands on one line, in one font.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, repeat
from typing import Any

import pypdfium2.raw as pdfium

from tildeling.read.characters import NOT_TEXT, SOFT_HYPHEN, clean
from tildeling.read.drawing import Fill, overlap
from tildeling.read.page import Element, Word
from tildeling.read.pdfium_calls import (
    LEFT,
    RIGHT,
    fill_colour,
    handed_over,
    has_actual_text,
    loose_box,
    render_mode,
    sides_of,
    text_object,
    text_of,
    unmapped,
)
from tildeling.read.pdfium_ink import INVISIBLE_MODES, Ink, Inks
from tildeling.read.pdfium_paths import PageObjects, spot_of
from tildeling.read.view import Box, View
from tildeling.read.words import (
    ASCENT,
    DESCENT,
    DIGIT_GAP,
    RAISED,
    gaps_to_cut,
    is_set_over,
    spacing_of,
)

# What pdfium puts for a hyphen at a line's end; the next line follows without a break.
LINE_END_HYPHENS = "\ufffe\x02"

# A word of letters, at most with the mark that follows it: nothing in it is to be cleaned.
LETTERS = re.compile("[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\xff]+[.,:;)]?")

# Characters without a space. All Unicode spaces part words, the unbreakable ones too.
RUN = re.compile(f"[^\\s{LINE_END_HYPHENS}]+[{LINE_END_HYPHENS}]?|[{LINE_END_HYPHENS}]")

# Where the font does not map a glyph, pdfium gives its number as the character. The characters that
# letters are made of are taken at their word; others are asked about.
UNUSUAL = re.compile("[^\\x20-\\xff\u2010-\u2026\u2212\u2022\uf000-\uf0ff]")

# How a file says that a drawn hyphen stands for a soft one (ActualText, ISO 32000-1, 14.9.4).
SOFT_MARK = "\ufeff\u00ad".encode("utf-16-be")

# A word that needs no second look.
ORDINARY = re.compile("[!-~\xa1-\xac\xae-\xff\u2010-\u2026]+")

# Two text objects no further apart than this (font sizes) are one, printed twice.
SHADOW = 0.1

# A word longer than its characters by this many font sizes may have a gap in it: look closely.
SLACK = 0.06

FIGURE = re.compile("[0-9.,-]+")

# Figures shorter than this share of their characters' widths have these over each other, so that
# pdfium may have taken two for one; none of 690 files has any.
LAPPED = 0.6


@dataclass(slots=True)
class PageWords:
    """The words of a page: seen, hidden, and those of render mode 3, which may be an OCR layer."""

    seen: list[Word]
    hidden: list[Word]
    unpainted: list[Word]
    doubtful: list[tuple[Word, tuple[int, ...]]]
    """Those among the seen that may be hidden all the same, each with its text objects."""
    covers: dict[Word, Fill]
    """The places of words that may not be told from what is behind them: they hide others then."""
    clipping: set[int] = field(default_factory=set)
    """Text objects that clip what is painted after them."""
    through: list[tuple[Word, tuple[int, ...]]] = field(default_factory=list)
    """Those among the unpainted that do, each with its text objects: they may be seen by it."""
    narrow: bool = False
    """True if letters take no room on their line, or stand over each other."""
    skews: dict[Word, float] = field(default_factory=dict)
    """How far words lie askew, seen or not; without those that are straight."""


def page_words(
    text: Any, objects: PageObjects, view: View, elements: Mapping[int, Element]
) -> PageWords:
    """All words of a page, in the order of the file; `elements` are those of its text objects."""
    page = _PageText(text, objects, view, elements)
    found = PageWords([], [], [], [], {})
    string = page.letters = page.inks.letters = page.string()
    characters, margin, edge, add = page.text, view.left, view.right, found.seen.append
    runs = runs_of(string)
    starts = starts_of(runs, string)
    lasts = [start + len(run) - 1 for run, start in zip(runs, starts, strict=True)]
    lefts, rights = sides_of(characters, starts, LEFT), sides_of(characters, lasts, RIGHT)
    handles = [*map(text_object, repeat(characters), starts), 0]
    make = tuple.__new__
    ink, of = None, 0
    size, bold, italic, element = 0.0, False, False, None
    level, top, bottom = None, 0.0, 0.0
    # Nine words of ten stand on a level line, plain to see: they are made right here.
    for raw, first, last, x0, x1, handle, after in zip(
        runs, starts, lasts, lefts, rights, handles, handles[1:], strict=False
    ):
        # The objects' characters follow each other: the next word's object being the same, so is
        # that of this word's end.
        if handle != after and first < last and handle != text_object(characters, last):
            for start, stop in page.pieces(first, last + 1):
                page.add_cut(found, string[start:stop], start)
            continue
        if ink is None or of != handle:
            ink, of = page.inks.of(handle, first), handle
            (size, bold, italic), element, level = ink.face.style, ink.element, ink.level
            if level is not None:
                top, bottom = level
        # Narrow spaces stand in numbers; words of letters need not be measured.
        if (level is not None and margin <= x0 and x1 <= edge) and (
            is_letters(raw) or (ORDINARY.fullmatch(raw) and page.is_tight(ink, raw, first, x1 - x0))
        ):
            left, right = x0 - margin, x1 - margin
            word = (raw, left, top, right, bottom, size, bold, italic, element, 0, None)
            add(make(Word, word))
            continue
        page.add(found, raw, ink, first)
    found.clipping = page.inks.clipping
    found.narrow = page.lapped or any(font.narrow for font in page.inks.fonts.values())
    return found


def runs_of(string: str) -> list[str]:
    """The page's characters, cut at spaces and after hyphens at a line's end."""
    if any(hyphen in string for hyphen in LINE_END_HYPHENS):
        return RUN.findall(string)
    return string.split()


def starts_of(runs: Iterable[str], string: str) -> list[int]:
    """Where each of the page's runs begins."""
    starts = []
    end = 0
    for run in runs:
        start = string.index(run, end)
        starts.append(start)
        end = start + len(run)
    return starts


@lru_cache(maxsize=2**14)
def is_letters(raw: str) -> bool:
    """True for a word of letters."""
    return LETTERS.fullmatch(raw) is not None


class _PageText:
    """One page's characters, sorted into words."""

    def __init__(
        self, text: Any, objects: PageObjects, view: View, elements: Mapping[int, Element]
    ) -> None:
        self.handle = text
        self.text = handed_over(text)
        """The same, as the retyped functions take it."""
        self.objects = objects
        self.view = view
        self.inks = Inks(self.text, objects, view, elements)
        self.letters = ""
        self.lapped = False
        self.again: dict[int, bool] = {}
        self.spacings: dict[int, float] = {}
        # What pdfium writes its answers to, and where that lies.
        self.left, self.right = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        self.left_at, self.right_at = ctypes.byref(self.left), ctypes.byref(self.right)

    def string(self) -> str:
        """The page's text, one Python character for each of pdfium's."""
        count = pdfium.FPDFText_CountChars(self.handle)
        if count <= 0:
            return ""
        string = text_of(self.text, count)
        if len(string) == count:
            return string
        # pdfium leaves characters without a meaning out of its text: then one by one.
        codes = (pdfium.FPDFText_GetUnicode(self.handle, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else NOT_TEXT for code in codes)

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The run's parts, cut where the baseline moves or one is set over the other."""
        handle = text_object(self.text, start)
        cuts = [start]
        for index in range(start + 1, end):
            following = text_object(self.text, index)
            if following != handle:
                ink = self.inks.of(handle, index - 1)
                moves = self.moves(ink, self.inks.of(following, index))
                left, right = self.letters[index - 1], self.letters[index]
                gap = self.gap(ink, index - 1)
                if moves or is_set_over(left, right, gap, ink.face.size):
                    cuts.append(index)
                handle = following
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    @staticmethod
    def moves(one: Ink, other: Ink) -> bool:
        """True if the other text object does not stand on the one's baseline."""
        size = one.face.size
        if not size:
            return False
        up_x, up_y = one.face.up[0] / size, one.face.up[1] / size
        rise = (other.x - one.x) * up_x + (other.y - one.y) * up_y
        return abs(rise) > RAISED * size

    def add(self, found: PageWords, raw: str, ink: Ink, first: int) -> None:
        """Put the word of one text object where it belongs: seen, hidden or unpainted."""
        box = x0, y0, x1, y1 = self.box(ink, first, first + len(raw) - 1)
        length = x1 - x0 if ink.face.runs_across else y1 - y0
        if is_letters(raw) or self.is_tight(ink, raw, first, length):
            self.put(found, raw, ink, box, first)
        else:
            self.add_cut(found, raw, first)

    def add_cut(self, found: PageWords, raw: str, first: int) -> None:
        """Put the word, cut where its characters stand apart: pdfium leaves out narrow spaces."""
        start = first
        last = first + len(raw) - 1
        size = self.inks.of(text_object(self.text, first), first).face.size
        gaps = [
            self.gap(self.inks.of(text_object(self.text, index), index), index)
            for index in range(first, last)
        ]
        # The whole line's spacing is measured for a gap only that may be one between words.
        spacing = self.spacing(first, size) if max(gaps, default=0.0) > DIGIT_GAP * size else 0.0
        cuts = gaps_to_cut(raw, gaps, size, spacing)
        for end in [*(first + at for at in cuts), last]:
            ink = self.inks.of(text_object(self.text, start), start)
            piece = raw[start - first : end + 1 - first]
            self.put(found, piece, ink, self.box(ink, start, end), start)
            start = end + 1

    def spacing(self, index: int, size: float) -> float:
        """The letter spacing of the text object that a character belongs to."""
        handle = text_object(self.text, index)
        known = self.spacings.get(handle)
        if known is None:
            start = end = index
            while start and text_object(self.text, start - 1) == handle:
                start -= 1
            while text_object(self.text, end + 1) == handle:
                end += 1
            ink = self.inks.of(handle, index)
            letters = self.letters[start : end + 1]
            known = self.spacings[handle] = spacing_of(
                (
                    self.gap(ink, start + at)
                    for at, pair in enumerate(pairwise(letters))
                    if not any(letter.isspace() for letter in pair)
                ),
                size,
            )
        return known

    def gap(self, ink: Ink, index: int) -> float:
        """How far the next character is from this one's end, along the line."""
        loose_box(self.text, index, self.left_at)
        loose_box(self.text, index + 1, self.right_at)
        left, right = self.left, self.right
        if ink.face.runs_across:
            return float(max(right.left - left.right, left.left - right.right))
        return float(max(right.bottom - left.top, left.bottom - right.top))

    def is_tight(self, ink: Ink, raw: str, first: int, length: float) -> bool:
        """False if a word so long has room for a gap besides its characters' widths."""
        if len(raw) == 1:
            self.look_at(ink, raw, first)
            return True
        try:
            width = sum(map(ink.face.widths.__getitem__, raw))
        except KeyError:
            width = sum(self.measured(ink, raw, first))
        # A ligature's letters have its width each.
        if length < LAPPED * width and ink.face.visible and FIGURE.fullmatch(raw):
            self.lapped = True
        return length - width <= SLACK * ink.face.size

    def look_at(self, ink: Ink, letter: str, index: int) -> None:
        """Asks how much room a letter takes, once of its font."""
        if letter not in ink.face.font.known:
            ink.face.font.look_at(self.text, letter, index)

    def measured(self, ink: Ink, raw: str, first: int) -> Iterator[float]:
        """The width of each of a word's characters; those met for the first time are measured."""
        widths, left = ink.face.widths, self.left
        for index, character in enumerate(raw, first):
            if character not in widths:
                loose_box(self.text, index, self.left_at)
                widths[character] = (
                    left.right - left.left if ink.face.runs_across else left.top - left.bottom
                )
                self.look_at(ink, character, index)
            yield widths[character]

    def put(self, found: PageWords, raw: str, ink: Ink, box: Box, first: int) -> None:
        if ink.unmapped or not ORDINARY.fullmatch(raw):
            raw = self.meaning(raw, ink, first)
            if not raw:
                return
        place = self.view.box(*box)
        word = Word(raw, *place, *ink.face.style, ink.element, ink.face.direction)
        if ink.face.skew:
            found.skews[word] = ink.face.skew
        if not ink.face.painted:
            found.unpainted.append(word)
            if ink.handle in self.inks.clipping:
                found.through.append((word, self.handles(raw, first)))
            return
        hidden = self.hidden(ink, box, place)
        if hidden and not self.printed_again(ink):
            found.hidden.append(word)
            if ink.face.visible:
                found.covers[word] = Fill(ink.order, box, None, ink.face.colour)
            return
        found.seen.append(word)
        if hidden is None:
            found.doubtful.append((word, self.handles(raw, first)))
            found.covers[word] = Fill(ink.order, box, None)

    def handles(self, raw: str, first: int) -> tuple[int, ...]:
        """The text objects that a word is set from."""
        characters = range(first, first + len(raw))
        return tuple(dict.fromkeys(map(text_object, repeat(self.text), characters)))

    def meaning(self, raw: str, ink: Ink, first: int) -> str:
        """The word's text, with U+FFFD for what the font does not map, and its last hyphen."""
        if ink.unmapped or UNUSUAL.search(raw):
            raw = "".join(
                NOT_TEXT
                if character not in LINE_END_HYPHENS and unmapped(self.text, at)
                else character
                for at, character in enumerate(raw, first)
            )
        last = first + len(raw) - 1
        if raw[-1] in LINE_END_HYPHENS or raw[-1] == SOFT_HYPHEN:
            if pdfium.FPDFText_GetUnicode(self.handle, last) == 0:
                return clean(raw[:-1]) + NOT_TEXT
            soft = has_actual_text(text_object(self.text, last), SOFT_MARK)
            return clean(raw[:-1]) + (SOFT_HYPHEN if soft else "-")
        return clean(raw)

    def box(self, ink: Ink, first: int, last: int) -> Box:
        """The word's box in the PDF's space: advance widths along the line, a font size across."""
        left, right = self.left, self.right
        loose_box(self.text, first, self.left_at)
        loose_box(self.text, last, self.right_at)
        up_x, up_y = ink.face.up
        if up_x == 0.0 and up_y > 0.0 and left.left <= right.right:
            return left.left, ink.y - DESCENT * up_y, right.right, ink.y + ASCENT * up_y
        x0, x1 = min(left.left, right.left), max(left.right, right.right)
        y0, y1 = min(left.bottom, right.bottom), max(left.top, right.top)
        if abs(up_x) < 0.01 * abs(up_y):
            ends = ink.y - DESCENT * up_y, ink.y + ASCENT * up_y
            y0, y1 = min(ends), max(ends)
        elif abs(up_y) < 0.01 * abs(up_x):
            ends = ink.x - DESCENT * up_x, ink.x + ASCENT * up_x
            x0, x1 = min(ends), max(ends)
        return x0, y0, x1, y1

    def hidden(self, ink: Ink, box: Box, place: Box) -> bool | None:
        """True if nobody looking at the page can see the word; None if it must be looked at."""
        if not ink.face.visible:
            return True
        if overlap(place, (0.0, 0.0, self.view.width, self.view.height)) < 0.2:
            return True
        if ink.plain:
            return False
        if ink.clip is not None and overlap(box, ink.clip) < 0.2:
            return True
        return self.objects.drawing.hides(box, ink.order, None if ink.doubted else ink.face.colour)

    def printed_again(self, ink: Ink) -> bool:
        """True if one of the next text objects stands on the same spot and can be seen: pdfium
        drops the second of two, and the first may be a white shadow.
        """
        known = self.again.get(ink.handle)
        if known is None:
            known = self.again[ink.handle] = self.look_again(ink)
        return known

    def look_again(self, ink: Ink) -> bool:
        here = self.objects.texts.get(ink.handle)
        if here is None:
            return False
        spot = spot_of(here)
        near = min(1 / self.view.scale, SHADOW * ink.face.size)
        for order in range(here.order + 1, here.order + 7):
            other = self.objects.by_order.get(order)
            if other is None or render_mode(other.handle) in INVISIBLE_MODES:
                continue
            if all(abs(a - b) <= near for a, b in zip(spot, spot_of(other), strict=True)):
                colour = fill_colour(other.handle)
                if colour and self.objects.drawing.hides(spot, order, colour[:3]) is not True:
                    return True
        return False
