"""What makes a word, whichever reader found its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import atan2, pi
from operator import attrgetter, sub

from tildeling.read.page import SLANTED, Word
from tildeling.read.view import IDENTITY, Box, Matrix, moved_box

# Top of a word's box above the baseline, in font sizes; fonts' own figures are often missing.
ASCENT = 0.78

# Bottom of a word's box below the baseline, in font sizes.
DESCENT = 0.22

# Characters of one word stand no further apart than this many font sizes; half a space.
GAP = 0.13

# The same between digits, which a thin space parts: "325 300".
DIGIT_GAP = 0.1
# Letters that all stand further apart than this many font sizes are spaced; kerning is less.
SPACED = 0.03

# From so many gaps a line's letter spacing is seen.
LEAST_SPACED = 4

# Characters of a letterspaced word stand no further apart than this many font sizes.
LETTERSPACE = 0.6

# Where a larger share of a page's words is one letter or digit, its words were torn: of 900 pages
# looked at, the whole one with most has 0.4, one that pdfium tore 0.9.
TORN = 0.6

# A baseline that moves by more than this many font sizes begins a new word: a footnote mark must
# not become a digit of the sum before it.
RAISED = 0.15

# What begins further than this many font sizes before the end of the character to its left is
# another word, set over the first: an amount that is wider than its cell.
BACK = 0.2

# A letter may reach so far under the one to its left: "V" over "e" by 0.21 in a slanted Times.
KERNED = 0.3

# The same word printed again within this many font sizes, or 1.5 points, is one word: a second
# stroke for bold, or a shadow.
TWICE = 0.15

# No further apart than this (points), however large the letters.
FARTHEST = 8.0

# Side (points) of the squares by which words are looked up: small, so that few lie in one, yet what
# is near a word lies in four at most.
CELL = 2 * FARTHEST

# A line that rises or falls by more than this for each point forward runs slantwise, as stamps and
# watermarks do; a page that lies askew on a scanner's glass, ten degrees at most, does not.
SLOPE = 0.2

_BOTTOM = attrgetter("bottom")
_LEFT = attrgetter("x0")
_SIZE = attrgetter("size")
_TEXT = attrgetter("text")
_PLACE_ON_LINE = attrgetter("x0", "text")


def words_along(text: str, box: Box) -> Iterator[Word]:
    """The words of a text that fills a box, of which it is not known where each of them stands."""
    left, top, right, bottom = box
    a_letter = (right - left) / max(len(text), 1)
    for found in re.finditer(r"\S+", text):
        x0, x1 = (left + a_letter * end for end in found.span())
        yield Word(found[0], x0, top, x1, bottom, round(bottom - top, 2))


def spacing_of(gaps: Iterable[float], size: float) -> float:
    """How far apart the letters of a line are set, all of them; 0 where some touch.

    >>> spacing_of([1.5, 1.5, 4.3, 1.6, 1.5], 10), spacing_of([0.0, 2.0, 0.0, 0.0, 0.0], 10)
    (1.5, 0.0)
    """
    known = list(gaps)
    least = min(known) if len(known) >= LEAST_SPACED else 0.0
    return least if SPACED * size < least <= LETTERSPACE * size else 0.0


def gaps_to_cut(text: str, gaps: Sequence[float], size: float, spacing: float = 0.0) -> list[int]:
    """Which gaps between the characters of a run part words: their places in `gaps`.

    `spacing` is that of the line's letters. In a letterspaced word all letters stand apart, none of
    them far: it is left whole. Dots that lead to a page number stand so too, and are parted.

    >>> gaps_to_cut("5456", [0.0, 2.0, 0.1], 10), gaps_to_cut("BREV", [3.0, 3.0, 3.2], 10)
    ([1], [])
    """
    if spacing and any(character.isalnum() for character in text):
        gaps = [gap - spacing for gap in gaps]
    wide = [
        at
        for at, gap in enumerate(gaps)
        if gap > (DIGIT_GAP if text[at : at + 2].isdecimal() else GAP) * size
    ]
    letters = text.rstrip(".,:;)").isalpha()
    if letters and len(wide) == len(gaps) > 1 and max(gaps) - min(gaps) < GAP * size > 0:
        return [] if max(gaps) <= LETTERSPACE * size else wide
    return wide


def is_set_over(left: str, right: str, gap: float, size: float) -> bool:
    """True where a character is set over the one to its left, and begins another word.

    >>> is_set_over("V", "e", -2.4, 11.5), is_set_over("0", "1", -2.4, 11.5)
    (False, True)
    """
    return gap < -(KERNED if left.isalpha() and right.isalpha() else BACK) * size


def style_of(font_name: str) -> tuple[bool, bool]:
    """Bold and italic, as a font's name tells them.

    >>> style_of("BAAAAA+LiberationSerif-BoldItalic"), style_of("ABCDEE+Calibri")
    ((True, True), (False, False))
    """
    name = font_name.rpartition("+")[2].lower()
    bold = any(mark in name for mark in ("bold", "black", "heavy", "demi"))
    return bold, "italic" in name or "oblique" in name


def direction_of(across: float, rise: float, turns: int) -> int:
    """The direction of a line, seen on a page turned clockwise by so many quarter turns.

    >>> direction_of(1, 0, 0), direction_of(0, 1, 0), direction_of(0, 1, 1), direction_of(1, 1, 0)
    (0, 1, 0, -1)
    """
    flat, steep = abs(across), abs(rise)
    if min(flat, steep) > SLOPE * max(flat, steep):
        return SLANTED
    quarter = (0 if across >= 0 else 2) if flat >= steep else (1 if rise > 0 else 3)
    return (quarter - turns) % 4


def skew_of(across: float, rise: float) -> float:
    """How far a line lies askew: from the nearest quarter turn, in radians anticlockwise.

    >>> skew_of(1, 0), round(skew_of(100, 2), 4), round(skew_of(2, -100), 4)
    (0.0, 0.02, 0.02)
    """
    if not (across and rise):
        return 0.0
    angle = atan2(rise, across)
    return angle - round(angle / (pi / 2)) * (pi / 2)


def once(words: Iterable[Word]) -> list[Word]:
    """The words without those printed again on the same spot."""
    words = list(words)
    doubtful = _perhaps_again(words)
    if not doubtful:
        return words
    spots = _Spots()
    return [word for word in words if word.text not in doubtful or spots.add(word)]


def _perhaps_again(words: list[Word]) -> set[str]:
    """The texts of words that begin near another: all that stand on one spot are among them."""
    if not words:
        return set()
    found: set[str] = set()
    reach = _reach(max(words, key=_SIZE))
    ordered = sorted(words, key=_BOTTOM)
    texts, bottoms = list(map(_TEXT, ordered)), list(map(_BOTTOM, ordered))
    # Cut across the page where nothing on one side is near the other: mostly line by line.
    cuts = [at for at, step in enumerate(map(sub, bottoms[1:], bottoms), 1) if step > reach]
    for start, end in pairwise([0, *cuts, len(ordered)]):
        if len(set(texts[start:end])) < end - start:
            band = sorted(ordered[start:end], key=_LEFT)
            found.update(
                [other.text for word, other in pairwise(band) if other.x0 - word.x0 <= reach]
            )
    return found


def without(words: Iterable[Word], others: Iterable[Word]) -> list[Word]:
    """The words that are not among `others` on the same spot."""
    words = list(words)
    if not words:
        return words
    spots = _Spots()
    for word in others:
        spots.add(word)
    return [word for word in words if not spots.has(word)]


class _Spots:
    """Words by their text and place: a page of a hundred thousand equal words must not take hours.

    A word is kept in every cell of the page that its reach touches, and looked for in its own.
    """

    def __init__(self) -> None:
        self.cells: dict[tuple[str, float, float], list[Word]] = {}

    def has(self, word: Word) -> bool:
        near = self.cells.get((word.text, word.x0 // CELL, word.bottom // CELL))
        return near is not None and any(on_the_spot(word, other) for other in near)

    def add(self, word: Word) -> bool:
        """Keep the word, unless there is one on its spot; True if it was kept."""
        if self.has(word):
            return False
        reach = _reach(word)
        x, y = word.x0, word.bottom
        for column in {(x - reach) // CELL, (x + reach) // CELL}:
            for row in {(y - reach) // CELL, (y + reach) // CELL}:
                self.cells.setdefault((word.text, column, row), []).append(word)
        return True


def _reach(word: Word) -> float:
    return min(max(1.5, TWICE * word.size), FARTHEST)


def on_the_spot(word: Word, other: Word) -> bool:
    """True if both words stand in the same place, whatever they say."""
    reach = _reach(other)
    return abs(word.x0 - other.x0) <= reach and abs(word.bottom - other.bottom) <= reach


def in_order(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words line by line from the top, then from the left: the same order from every reader.

    A line is what stands within 1.5 points of its first word's bottom.
    """
    ordered = sorted(words, key=_BOTTOM)
    starts = []
    first_bottom = float("-inf")
    for at, bottom in enumerate(map(_BOTTOM, ordered)):
        if not bottom - first_bottom <= 1.5:  # a damaged file may have places that are no number
            starts.append(at)
            first_bottom = bottom
    found: list[Word] = []
    alone = 0
    for start, end in zip(starts, [*starts[1:], len(ordered)], strict=False):
        line = sorted(ordered[start:end], key=_PLACE_ON_LINE)
        letters = len([word for word in line if len(word.text) == 1])
        alone += letters
        found += _closed_up(line) if letters >= LEAST_SPACED else line
    # Most pages have too few to count those that are left.
    torn = alone > TORN * len(found) and _is_torn(found)
    return tuple(_joined(found) if torn else found)


def _is_torn(words: Sequence[Word]) -> bool:
    """True for the words of a page most of which are one letter or digit."""
    lone = sum(1 for word in words if len(word.text) == 1 and word.text.isalnum())
    return lone > TORN * len(words)


def _joined(words: list[Word]) -> list[Word]:
    """The words of a page that was read letter by letter, those that touch put together.

    pdfium takes a page that has little text for one that runs downwards, and ends a line after
    nearly each letter of it: a short table on a page that lies.
    """
    found: list[Word] = words[:1]
    for word in words[1:]:
        last = found[-1]
        is_same = (last.size, last.bold, last.direction) == (word.size, word.bold, word.direction)
        on_line = abs(last.bottom - word.bottom) < RAISED * word.size
        if is_same and on_line and -BACK * word.size < word.x0 - last.x1 < DIGIT_GAP * word.size:
            doubt = _doubt_of_both(last, word)
            found[-1] = last._replace(text=last.text + word.text, x1=word.x1, doubt=doubt)
        else:
            found.append(word)
    return found


def _doubt_of_both(left: Word, right: Word) -> str | None:
    """What a second reading has instead of two words that are one."""
    if left.doubt is None and right.doubt is None:
        return None
    return "".join(word.text if word.doubt is None else word.doubt for word in (left, right))


def _closed_up(line: list[Word]) -> list[Word]:
    """The words of a line, letters that were set as words of their own together: "O P P D R A G".

    The narrowest gap among them is the spacing; where it is wider, a word ends.
    """
    found: list[Word] = []
    for is_lone, group in groupby(line, key=lambda word: len(word.text) == 1):
        letters = list(group)
        found += _words_of(letters) if is_lone else letters
    return found


def _words_of(letters: list[Word]) -> list[Word]:
    """Single letters to words, if they are a spaced word's."""
    size = letters[0].size
    gaps = [right.x0 - left.x1 for left, right in pairwise(letters)]
    spacing = spacing_of(gaps, size)
    named = sum(1 for letter in letters if letter.text.isalpha())
    if not spacing or named < LEAST_SPACED or any(letter.size != size for letter in letters):
        return letters
    found = [letters[0]]
    for letter, gap in zip(letters[1:], gaps, strict=True):
        if gap - spacing <= GAP * size:
            last = found[-1]
            found[-1] = last._replace(text=last.text + letter.text, x1=letter.x1)
        else:
            found.append(letter)
    return found


def with_text(word: Word, text: str) -> Word:
    """The same word, reading `text`."""
    return word._replace(text=text)


def moved_word(word: Word, matrix: Matrix) -> Word:
    """The same word in another view of the page."""
    if matrix is IDENTITY:
        return word
    x0, top, x1, bottom = moved_box(matrix, word.x0, word.top, word.x1, word.bottom)
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom)
