"""Small signs that engines miss or mistake, told by their ink: bullets and dashes.

A bullet stands alone before a line, where no line of text was looked for; one dash is read as
another, and a bullet as whatever is small.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from tildeling.ocr.pictures import DPI, Mask
from tildeling.ocr.typography import MeasuredWord, line_size

BULLET = "•"
# What engines read a bullet as, where it is a word by itself.
LIKE_BULLETS = frozenset("·•●∙▪■◦○*.-–,'°oO0eV>v")
ALWAYS_BULLETS = frozenset("·•●∙▪■◦○")

# A bullet's shorter side is this share of the longer one at least.
ROUND = 0.75
# Share of its box that a bullet's ink fills: a disc has 0.79, a ring and an "o" half of that.
FULL = 0.6
# A bullet's size in font sizes, points of sentences below and capitals above.
SMALLEST, LARGEST = 0.12, 0.62
# How far above the line the middle of a bullet or dash stands, in font sizes; a full stop's is at
# 0.05.
LOWEST, HIGHEST = 0.13, 0.5
# Font sizes: a lone ring that is no higher is a small one, of a list within a list.
LOW = 0.59
# Height of an "o" in font sizes.
SMALL_LETTER = 0.5
# Its text begins within so many font sizes.
NEAR = 3.2
# No other ink is on its line within so many font sizes to the left of it.
ALONE = 3.0
# A minus stands before its figures with less than this many font sizes between them.
BESIDE = 0.5
# A dash is lower than this share of a font size; in bold type an office scan has 0.14.
FLAT = 0.17
# Widths in font sizes: a hyphen has a quarter, an en dash a half, in wide type 0.37, an em dash all
# of it.
SHORTEST, LONG, LONGEST = 0.14, 0.32, 0.75
# The space before a dash, as a share of the space after it: one that stands between two words has
# as much on both sides, one that ends a word a tenth of it.
ALIKE = 0.6


class Blot(NamedTuple):
    """Ink that hangs together, in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int
    area: int


class Blots:
    """A page's blots that may be small signs, and all its ink."""

    def __init__(self, dark: Mask) -> None:
        self.dark = dark
        _, _, stats, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
        largest = round(DPI / 6)
        small = (stats[:, 2] <= largest) & (stats[:, 3] <= largest) & (stats[:, 4] >= 12)
        found = [Blot(x, y, x + w, y + h, area) for x, y, w, h, area in stats[small].tolist()]
        self.found = sorted(found, key=lambda blot: blot.top)
        self.tops = np.array([blot.top for blot in self.found])

    def within(self, x0: float, top: float, x1: float, bottom: float) -> list[Blot]:
        """Those inside a box, from the left."""
        start, end = np.searchsorted(self.tops, (top, bottom))
        inside = [
            blot
            for blot in self.found[start:end]
            if blot.x0 >= x0 and blot.x1 <= x1 and blot.bottom <= bottom
        ]
        return sorted(inside)

    def is_free(self, x0: float, top: float, x1: float, bottom: float) -> bool:
        """True where a box has no ink but specks."""
        part = self.dark[max(int(top), 0) : int(bottom), max(int(x0), 0) : int(x1)]
        return not part.size or int(part.sum()) <= 12


def with_signs(lines: Iterable[Sequence[MeasuredWord]], dark: Mask) -> list[list[MeasuredWord]]:
    """The lines of a page with their bullets, and their dashes as long as they are drawn."""
    blots = Blots(dark)
    signed = [
        _apart([_dashes(_with_minus(word, blots), line_size(line), blots) for word in line], blots)
        for line in lines
    ]
    found = [_with_bullet(line, _after(line, signed), blots) for line in signed]
    before_text = [line[0] for line in found if len(line) > 1 and line[0].text == BULLET]
    return [line for line in found if not _is_read_twice(line, before_text)]


def _is_read_twice(line: Sequence[MeasuredWord], bullets: Iterable[MeasuredWord]) -> bool:
    """True for a bullet that an engine took for a line, and that was found before its text, too."""
    one = line[0]
    return (
        len(line) == 1
        and one.text == BULLET
        and any(
            other.x0 <= (one.x0 + one.x1) / 2 <= other.x1
            and other.top <= (one.top + one.bottom) / 2 <= other.bottom
            for other in bullets
        )
    )


def _after(
    line: Sequence[MeasuredWord], lines: Iterable[Sequence[MeasuredWord]]
) -> Sequence[MeasuredWord]:
    """What follows a line's first word: that may have been read as a line of its own."""
    if len(line) > 1:
        return line[1:]
    one = line[0]
    reach = NEAR * (one.bottom - one.top) / SMALL_LETTER
    beside = [
        other
        for other in lines
        if one.x1 < other[0].x0 < one.x1 + reach
        and other[0].top <= (one.top + one.bottom) / 2 <= other[0].bottom
    ]
    return min(beside, key=lambda other: other[0].x0, default=())


def _with_bullet(
    line: list[MeasuredWord], text: Sequence[MeasuredWord], blots: Blots
) -> list[MeasuredWord]:
    """A line with the bullet before its text."""
    first = line[0]
    em = line_size(line) * DPI / 72
    if len(first.text) == 1 and first.text in LIKE_BULLETS:
        em = line_size(text) * DPI / 72 or em
        inside = blots.within(first.x0 - 1, first.top - 1, first.x1 + 1, first.bottom + 1)
        baseline = text[0].baseline if text else first.bottom + LOWEST * em
        is_bullet = len(inside) == 1 and _is_bullet(inside[0], em, baseline)
        is_low = first.bottom - first.top < LOW * em
        if first.text in "0O" and is_low and (not text or text[0].text[0].isalpha()):
            return [first._replace(text="o", size=0.0, doubt=None), *line[1:]]
        if is_bullet or first.text in ALWAYS_BULLETS:
            return [first._replace(text=BULLET, size=0.0), *line[1:]]
        return line
    sign = _sign_before(first, em, blots) if em else None
    return [sign, *line] if sign else line


def _sign_before(first: MeasuredWord, em: float, blots: Blots) -> MeasuredWord | None:
    """The bullet or dash before a line's first word, where none was read."""
    top, bottom = first.baseline - 0.8 * em, first.baseline + 0.1 * em
    before = blots.within(first.x0 - NEAR * em, top, first.x0, bottom)
    if not before:
        return None
    sign = before[-1]
    if not blots.is_free(sign.x0 - ALONE * em, top, sign.x0 - 1, bottom):
        return None
    if not blots.is_free(sign.x1 + 1, top, first.x0 - 1, bottom):
        return None
    if _is_bullet(sign, em, first.baseline):
        text = BULLET
    elif _is_dash(sign, em, first.baseline):
        text = _dash(sign, em)
    else:
        return None
    box = sign.x0, sign.top, sign.x1, sign.bottom
    return MeasuredWord(text, *box, first.baseline, 0.0, 0.0)


def _is_bullet(blot: Blot, em: float, baseline: float) -> bool:
    width, height = blot.x1 - blot.x0, blot.bottom - blot.top
    short, long = sorted((width, height))
    return (
        short >= SMALLEST * em
        and long <= LARGEST * em
        and short >= ROUND * long
        and blot.area >= FULL * width * height
        and _is_midway(blot, em, baseline)
    )


def _is_dash(blot: Blot, em: float, baseline: float) -> bool:
    width, height = blot.x1 - blot.x0, blot.bottom - blot.top
    return (
        height <= FLAT * em
        and SHORTEST * em <= width <= LONGEST * em
        and width >= 1.8 * height
        and _is_midway(blot, em, baseline)
    )


def _is_midway(blot: Blot, em: float, baseline: float) -> bool:
    above = (baseline - (blot.top + blot.bottom) / 2) / em
    return LOWEST <= above <= HIGHEST


def _dash(blot: Blot, em: float) -> str:
    return "–" if blot.x1 - blot.x0 >= LONG * em else "-"


def _with_minus(word: MeasuredWord, blots: Blots) -> MeasuredWord:
    """A number with the minus that only the second reading has, where its ink is there."""
    if not word.doubt or not word.size or word.doubt.lstrip("-–—−") != word.text:
        return word
    em = word.size * DPI / 72
    left = word.x0 - (BESIDE + LONGEST) * em
    inside = blots.within(left, word.baseline - 0.8 * em, word.x1, word.baseline)
    dashes = [blot for blot in inside if _is_dash(blot, em, word.baseline)]
    if len(dashes) != 1:
        return word
    return word._replace(text=word.doubt, x0=min(dashes[0].x0, word.x0), doubt=None)


def _dashes(word: MeasuredWord, size: float, blots: Blots) -> MeasuredWord:
    """The word with each of its dashes as long as it is drawn."""
    dashes = [letter for letter in word.text if letter in "-–—"]
    if not dashes or not size:
        return word
    em = size * DPI / 72
    # One that stands by itself has no baseline of its own: where it is drawn is all that is known.
    baseline = word.baseline if word.size else word.bottom + 0.2 * em
    box = word.x0 - 1, baseline - 0.8 * em, word.x1 + 1, baseline + 0.1 * em
    drawn = [blot for blot in blots.within(*box) if _is_dash(blot, em, baseline)]
    if len(drawn) != len(dashes):
        return word
    rest = iter(drawn)
    text = "".join(_dash(next(rest), em) if letter in "-–—" else letter for letter in word.text)
    return word._replace(text=text)


def _apart(line: Sequence[MeasuredWord], blots: Blots) -> list[MeasuredWord]:
    """The line with a dash between two words by itself, though one space was not seen: "2016– X".

    A dash that belongs to the word before it, as in "2016–", touches it, or nearly.
    """
    found: list[MeasuredWord] = []
    for word, after in zip(line, [*line[1:], None], strict=True):
        parts = _without_dash(word, after, blots) if after and word.text[-1:] in "–—" else None
        found += parts or [word]
    return found


def _without_dash(
    word: MeasuredWord, after: MeasuredWord, blots: Blots
) -> list[MeasuredWord] | None:
    """A word and the dash after it, where the spaces on both sides of the dash are much alike."""
    em = word.size * DPI / 72
    inside = blots.within(word.x0 - 1, word.top - 1, word.x1 + 1, word.bottom + 1)
    if len(word.text) < 2 or not inside or not _is_dash(inside[-1], em, word.baseline):
        return None
    dash = inside[-1]
    inked = np.flatnonzero(blots.dark[word.top : word.bottom, word.x0 : dash.x0].any(axis=0))
    if not len(inked):
        return None
    end = word.x0 + int(inked[-1]) + 1
    if dash.x0 - end < ALIKE * (after.x0 - dash.x1):
        return None
    box = dash.x0, dash.top, dash.x1, dash.bottom
    sign = MeasuredWord(word.text[-1], *box, word.baseline, 0.0, 0.0)
    return [word._replace(text=word.text[:-1], x1=end), sign]
