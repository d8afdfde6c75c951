"""Fonts whose letters take no room on their line: of doubled ones one is lost.

pdfium takes a letter that stands on the spot of another like it for the same, printed twice to look
bold. Where the widths that a font gives for its letters are damaged, "2025" is read as "205".
"""

from __future__ import annotations

from ctypes import byref
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from tildeling.read.pdfium_calls import (
    TextHandle,
    font_of,
    letter_width,
    loose_box,
    text_object,
)

# No letter or digit takes less room than this (font sizes): of 690 files the narrowest, an "l" of
# Arial Narrow, takes 0.18. pdfium takes for one what stands within 0.07.
LEAST = 0.1

# Letters of a font are looked for among so many characters from its first one on a page: a look
# takes 20 to 40 µs.
AHEAD = 500

# A font of which so many characters are known, or that was looked at so often, is looked at no
# further. Digits are, by each.
ENOUGH, MOST_LOOKS = 40, 4


@dataclass(slots=True)
class FontWidths:
    """What is known of how much room a font's letters take on their line."""

    font: int
    known: set[str] = field(default_factory=set)
    """Characters that were looked at."""
    looks: int = 0
    narrow: bool = False
    """True if some letters or digits take no room."""

    def look_at(self, text: TextHandle, letter: str, index: int) -> None:
        """Takes note of a letter, which stands at that place in a page's text."""
        self.known.add(letter)
        if letter.isalnum() and letter_width(self.font, letter) < LEAST:
            self.narrow = self.narrow or not _is_piece(text, index)

    def look_ahead(self, text: TextHandle, letters: str, first: int) -> None:
        """Takes note of the letters that follow the font's first one in a page's text."""
        if len(self.known) >= ENOUGH or self.looks == MOST_LOOKS:
            return
        self.looks += 1
        some = letters[first : first + AHEAD]
        for letter in set(some) - self.known:
            # One of the two may be another font's: that of a heading.
            for index in (first + some.index(letter), first + some.rindex(letter)):
                handle = text_object(text, index)
                if handle and font_of(handle) == self.font:
                    self.look_at(text, letter, index)
                    break


def _is_piece(text: TextHandle, index: int) -> bool:
    """True for a letter of a ligature: the font may not have it, and its width says nothing."""
    here, there = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    loose_box(text, index, byref(here))
    for other in (index - 1, index + 1):
        loose_box(text, other, byref(there))
        if (here.left, here.right) == (there.left, there.right):
            return True
    return False


@dataclass(slots=True)
class Widths:
    """What is known of the widths of a file's fonts.

    They are kept by handle and name: once a page is closed, another font may have the handle.
    """

    fonts: dict[tuple[int, str], FontWidths] = field(default_factory=dict)

    def of(self, font: int, name: str) -> FontWidths:
        """What is known of one of them."""
        known = self.fonts.get((font, name))
        if known is None:
            known = self.fonts[font, name] = FontWidths(font)
        return known
