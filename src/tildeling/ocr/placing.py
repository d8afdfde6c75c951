"""Where the words of a line stand in the picture, which spaces an engine lost, and which it put in.

An engine tells where a word stands to within a letter, and a space more by what it would write than
by what it sees. Ink tells it to the pixel: words end where the line has no ink as wide as its other
spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from statistics import median_high
from typing import NamedTuple

from tildeling.ocr.engines import ReadWord
from tildeling.ocr.pictures import Mask, runs

# About how wide characters are, in font sizes: the mean of Times, Arial and Calibri.
WIDTH = {
    letter: width
    for width, letters in (
        (0.28, "iljtfrI.,:;'|!()[]/-·•`´’‘"),
        (0.42, 'szcJ?"*“”«»°'),
        (0.72, "ABCDEFGHKLNOPQRSTUVXYZØÅwæ&"),
        (0.83, "mMW@%—…"),
        (0.95, "Æ"),
    )
    for letter in letters
}
USUAL_WIDTH = 0.5

# An engine sees the space between two words within so many of the line's heights of its place.
REACH = 0.9

# What it costs, in font sizes, to part words where the line is not free of ink.
NO_SPACE = 3.0
# What it costs to part them at a gap that is nothing beside the line's usual space.
NARROW = 1.5

# A gap inside a word as wide as this share of the line's spaces is one of them; gaps between
# letters have a third.
A_SPACE = 0.65
# The same between two letters, of which an engine rarely takes one word for two; but it wrote
# "Bevilgningenøkes" where all spaces of the line were alike.
A_WHOLE_SPACE = 0.85
# In font sizes: a space, as most typefaces have it. A line may have one or none to measure, or a
# heading's number far before it.
USUAL_SPACE = 0.25
# Other words that an engine writes together are longer; narrow letters leave gaps as wide.
LETTERS = 3
# Words that an engine writes together with the one beside them, in lines of one space too.
SHORT_WORDS = frozenset(
    (
        *("i", "å", "og", "om", "av", "på", "en", "et", "er", "for", "til", "som", "med", "det"),
        *("den", "de", "ved", "fra", "frå", "ei", "eit", "skal", "kan", "har"),
    )
)
# In font sizes: no space is narrower than this, however tightly a line is set.
LEAST_SPACE = 0.14
# A gap between two words narrower than this share of the line's spaces was put in by an engine.
NO_SPACE_GAP = 0.5
# Font sizes that a lost space counts for where both sides of it are letters: an engine loses spaces
# beside dashes and figures mostly.
UNLIKELY = 0.3
# Font sizes that it may lie beside where the widths of the letters put it, that included.
NOWHERE = 0.75
# Font sizes: a space between figures is this wide at least. Arial leaves 0.08 between two figures
# and 0.3 between two that are 1; its space makes it 0.36, that of Times 0.31.
BETWEEN_THOUSANDS, BESIDE_ONE = 0.27, 0.42

# The same beside a 1 and anything else: what is left free beside it looks like a narrow space.
BESIDE_ONE_AT_LEAST = 0.3

# Font sizes between a figure and a dash that is none of it: the one that begins the list in the
# next cell. A minus stands by its figure.
APART = 0.5

DASHES = "-–−"
# Signs that stand before a word.
OPENING = '(«“"§–'

# Letters that in italic type reach under the space before them.
HOOKED = "fj"

# Columns without ink, from and to.
Gap = tuple[int, int]


class PlacedWord(NamedTuple):
    """A word and the columns that its ink fills, from and to."""

    text: str
    start: int
    end: int


class _Line(NamedTuple):
    """What the ink of a line tells before its words are parted."""

    gaps: Sequence[Gap]
    start: int
    end: int
    height: int
    space: float
    """The usual width of its spaces; 0 where it has none."""
    size: float
    """Its font size in pixels, as its letters fill it."""


def placed(
    columns: Mask, words: Sequence[ReadWord], height: int, leans: Callable[[PlacedWord], bool]
) -> list[PlacedWord]:
    """The words of a line, which is as high as that, by its columns that have ink.

    Before one that leans, in italic type, no space may be left.
    """
    inked = runs(columns)
    if not inked:
        return []
    line = _line(inked, [word.text for word in words], height)
    cuts = _cuts(line, words)
    starts = [line.start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), line.end]
    whole = [
        PlacedWord(word.text, start, end)
        for word, start, end in zip(words, starts, ends, strict=True)
        if end > start
    ]
    return _joined([part for word in whole for part in _parted(word, line)], line, leans)


def _line(inked: Sequence[Gap], texts: Sequence[str], height: int) -> _Line:
    start, end = inked[0][0], inked[-1][1]
    gaps = [(before[1], after[0]) for before, after in pairwise(inked)]
    widest = sorted((till - at for at, till in gaps), reverse=True)[: len(texts) - 1]
    filled = end - start - sum(widest)
    size = filled / max(_width("".join(texts)), USUAL_WIDTH)
    space = median_high(widest) if len(widest) > 1 else 0
    return _Line(gaps, start, end, height, space, max(size, 1.0))


def _width(text: str) -> float:
    return sum(WIDTH.get(letter, USUAL_WIDTH) for letter in text)


def _cuts(line: _Line, words: Sequence[ReadWord]) -> list[Gap]:
    """Where the words are parted: the gaps that fit best how wide the words must be, how wide the
    line's spaces are, and where the engine sees them.
    """
    ways: list[tuple[float, tuple[Gap, ...]]] = [(0.0, ())]
    for word, following in pairwise(words):
        wanted = _width(word.text)
        middle = (word.x1 + following.x0) / 2
        found: dict[Gap, tuple[float, tuple[Gap, ...]]] = {}
        for gap in _near(line, word.x1, following.x0):
            here = abs((gap[0] + gap[1]) / 2 - middle) / line.height + _narrowness(gap, line)
            for cost, cuts in ways:
                start = cuts[-1][1] if cuts else line.start
                if gap[0] < start:
                    continue
                off = abs((gap[0] - start) / line.size - wanted)
                if gap not in found or cost + here + off < found[gap][0]:
                    found[gap] = (cost + here + off, (*cuts, gap))
        if not found:
            start = max(cuts[-1][1] if (cuts := ways[0][1]) else line.start, int(middle))
            found[start, start] = (ways[0][0] + NO_SPACE, (*ways[0][1], (start, start)))
        ways = sorted(found.values())
    return list(ways[0][1])


def _near(line: _Line, end: float, start: float) -> list[Gap]:
    """Gaps that may be the space between a word that ends there and one that begins there."""
    low, high = min(end, start) - REACH * line.height, max(end, start) + REACH * line.height
    middle = int((end + start) / 2)
    near = [gap for gap in line.gaps if gap[1] > low and gap[0] < high]
    return [*near, (middle, middle)] if line.start <= middle <= line.end else near


def _narrowness(gap: Gap, line: _Line) -> float:
    if gap[0] == gap[1]:
        return NO_SPACE
    usual = line.space or 0.25 * line.size
    return NARROW * max(0.0, 1 - (gap[1] - gap[0]) / usual)


def _parted(word: PlacedWord, line: _Line) -> list[PlacedWord]:
    """The word, or the words that it is, where the engine lost a space."""
    # A figure is parted only by what is surely a space of its line.
    is_words = not any(map(str.isdigit, word.text))
    space = _space(line) if is_words else line.space or USUAL_SPACE * line.size
    least = max(A_SPACE * space, LEAST_SPACE * line.size)
    wide = [
        gap
        for gap in line.gaps
        if word.start < gap[0] and gap[1] < word.end and gap[1] - gap[0] >= least
    ]
    cuts = _lost_spaces(word, wide, line) if wide else ()
    ats = [0, *(at for at, _ in cuts), len(word.text)]
    starts = [word.start, *(gap[1] for _, gap in cuts)]
    ends = [*(gap[0] for _, gap in cuts), word.end]
    return [
        PlacedWord(word.text[at:until], start, end)
        for (at, until), start, end in zip(pairwise(ats), starts, ends, strict=True)
    ]


def _space(line: _Line) -> float:
    """How wide a space of the line is, at most as typefaces have it."""
    return min(line.space or line.size, USUAL_SPACE * line.size)


def _lost_spaces(word: PlacedWord, wide: Sequence[Gap], line: _Line) -> tuple[tuple[int, Gap], ...]:
    """After how many of the word's letters its wide gaps come, but for those that come nowhere."""
    filled = word.end - word.start - sum(end - start for start, end in wide)
    scale = filled / max(_width(word.text), USUAL_WIDTH)
    ways: dict[int, tuple[float, tuple[tuple[int, Gap], ...]]] = {0: (0.0, ())}
    left_of = float(-word.start)
    for gap in wide:
        place = (gap[0] + left_of) / scale
        left_of -= gap[1] - gap[0]
        found = {at: (cost + NOWHERE, cuts) for at, (cost, cuts) in ways.items()}
        for start, (cost, cuts) in ways.items():
            for at in range(start + 1, len(word.text)):
                off = abs(place - _width(word.text[:at]))
                if _kind(word.text[at - 1]) == _kind(word.text[at]):
                    off += UNLIKELY
                better = at not in found or cost + off < found[at][0]
                if (
                    off <= NOWHERE
                    and better
                    and _may_part(word.text[start:at], word.text[at:], gap, line)
                ):
                    found[at] = cost + off, (*cuts, (at, gap))
        ways = found
    return min(ways.values())[1]


def _kind(letter: str) -> str:
    return (
        "capital"
        if letter.isupper()
        else "small"
        if letter.isalpha()
        else "figure"
        if letter.isdigit()
        else letter
    )


def _may_part(before: str, after: str, place: Gap, line: _Line) -> bool:
    """Whether a gap so wide may be a space between two parts of a word.

    A number is parted only where thousands are; letters before small ones only by a gap as wide as
    a space of their line, and none of words in capitals, which are often set apart.
    """
    gap = place[1] - place[0]
    last, first = before[-1], after[0]
    if after in DASHES and gap >= APART * line.size:
        return True
    if not (first.isalnum() or first in OPENING) or last in "(«“":
        return False
    if last.isdigit() and first.isupper() and after[1:2].islower():
        return True  # No word is written so: "Oppdrag nr. 21Nasjonal plan".
    if "1" in (last, first) and gap < BESIDE_ONE_AT_LEAST * line.size:
        return False
    if last.isdigit() and first in DASHES and after[1:2].isdigit():
        return False
    if last.isalpha() and first.isalpha() and not (last.islower() and first.isupper()):
        is_whole = gap >= A_WHOLE_SPACE * _space(line)
        word = "".join(takewhile(str.isalpha, after))
        is_short = before.lower() in SHORT_WORDS or word.lower() in SHORT_WORDS
        is_usual = gap >= A_WHOLE_SPACE * line.space > 0 and min(len(before), len(after)) > LETTERS
        return is_whole and (is_short or is_usual) and not (before + after).isupper()
    if first.isdigit() and last in DASHES and (len(before) == 1 or before[-2].isdigit()):
        return False
    if last == "." and before[-2:-1].isalpha():
        return True
    if _is_figure(last) and _is_figure(first):
        least = BESIDE_ONE if "1" in (last, first) else BETWEEN_THOUSANDS
        is_number = (before.lstrip(DASHES) + after).isdigit()
        return is_number and len(after) % 3 == 0 and gap >= least * line.size
    return True


def _is_figure(letter: str) -> bool:
    return letter.isdigit() or letter in ".,/"


def _joined(
    words: Sequence[PlacedWord], line: _Line, leans: Callable[[PlacedWord], bool]
) -> list[PlacedWord]:
    """The words with those together that an engine tore."""
    # Of a short line torn often most spaces are none: the usual width then tells what one is.
    is_known = line.space >= LEAST_SPACE * line.size
    space = line.space if is_known else USUAL_SPACE * line.size
    found = list(words[:1])
    for word in words[1:]:
        last = found[-1]
        gap = word.start - last.end
        is_torn = gap < LEAST_SPACE * line.size and gap < NO_SPACE_GAP * space
        ends = last.text[-1:] + word.text[:1]
        is_word = ends.isalpha() and (ends.islower() or ends.isupper())
        if is_torn and is_word and not (word.text[0] in HOOKED and leans(word)):
            found[-1] = PlacedWord(last.text + word.text, last.start, word.end)
        else:
            found.append(word)
    return found
