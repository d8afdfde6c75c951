"""Where columns part: strips that the words of a table's lines leave free, one line under another.

A gap between two words of a line parts columns where other lines have their gaps in the same place.
Nothing here knows what a table is: the strips are a hypothesis, of which there may be several.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tildeling.page.lines import SPACE, Line
from tildeling.page.markers import split_marker
from tildeling.page.outline import is_outline_number
from tildeling.read.page import Word

# A gap of so many font sizes parts columns by itself; justified text mostly stays below it.
WIDE = 1.15
# A gap of so many font sizes may part columns where other lines have theirs in the same place.
NARROW = 0.6
# In a line of loosely justified words, a gap that parts columns is this many times the least.
LOOSE = 1.9
# Gaps in one place that outweigh one line with words across it.
CROSSED = 2
# A heading over three levels whose cells wrap has at most so many lines.
MOST_HEADINGS = 9
# So many places are tried at most: the cost is bounded where words are scattered.
MOST_TRIED = 400
# Font sizes within which words begin or end at one place.
FLUSH = 0.06
# A strip between cells that nearly touch is wider than the gaps within them by this factor.
KEPT_APART = 1.25
# Further than so many font sizes before the words, a number is a cell: a heading's number stands
# nearer, by a tabulator at most (12.5 mm in Word, 3.2 sizes of 11 points).
FAR = 5.0
# Words of fewer lines may begin in one place by chance, where the strip before them is narrow.
LEAST_FLUSH = 3
# So many keys before words that begin in one place are a column, if only a space parts them.
SURE_KEYS = 5
# Groups of three digits after the first in the largest sums of the state: "1 872 000 000 000".
MOST_GROUPS = 4
# So many lines at least have words on either side of a strip.
LEAST_BESIDE = 2
# So large a share of the words before a strip end just there.
MOSTLY = 0.8
# So large a share of the words after it begin just there; the items of lists are indented.
HALF = 0.5

_Gap = tuple[float, float]

_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)[-+–−(]?[\d\s.,/]+\)?")
_LAST_DIGITS = re.compile(r"\d{3}\)?")


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip between two columns that words leave free."""

    low: float
    high: float
    lines: int = 1
    """Lines with words on both sides of it."""

    @property
    def middle(self) -> float:
        """Half way between its edges."""
        return (self.low + self.high) / 2


def pieces(line: Line, gap: float = WIDE) -> list[tuple[Word, ...]]:
    """The line's words cut at gaps that part columns: a list marker or outline number is none."""
    words = line.words
    if line.widest_gap <= gap * line.smallest:
        return [words]
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    # Where no two words stand near, each is a cell.
    loose = LOOSE * min(gaps) if len(gaps) > 3 and min(gaps) < line.smallest else 0.0
    cuts = [
        at
        for at, width in enumerate(gaps, 1)
        if width > max(gap * max(words[at - 1].size, words[at].size), loose)
    ]
    if cuts and cuts[0] == 1 and (split_marker(line)[0] or (len(cuts) == 1 and is_headed(line))):
        cuts = cuts[1:]
    return [words[first:last] for first, last in pairwise([0, *cuts, len(words)])]


def is_headed(line: Line) -> bool:
    """True for a text behind an outline number, near enough to be its heading."""
    number, text = line.words[:2]
    near = text.x0 - number.x1 < FAR * number.size
    return near and text.text[0].isalpha() and is_outline_number(number.text)


def wide_strips(lines: Iterable[Sequence[tuple[Word, ...]]]) -> list[Strip]:
    """The strips that wide gaps make, from left to right, given lines cut at such.

    Of places that many lines leave free and few cross, the best is taken first; another is one only
    where some line has words between the two.
    """
    split = [cut for cut in lines if len(cut) > 1]
    gaps = [_gaps(cut) for cut in split]
    heads = _headings(split)
    body = split[heads:]
    count = _Count(gaps, [span for cut in body for piece in cut for span in _spans(piece)])
    columns = [(piece[0].x0, piece[-1].x1) for cut in body for piece in cut]
    tried: dict[float, int] = {}
    for x in {round(x, 1) for each in gaps for low, high in each for x in (low + 0.1, high - 0.1)}:
        if (score := count.free(x) - CROSSED * count.crossed(x)) > 0:
            tried[x] = score
    found: dict[Strip, list[_Gap | None]] = {}
    for x in sorted(tried, key=lambda x: (-tried[x], x))[:MOST_TRIED]:
        if any(strip.low <= x <= strip.high for strip in found):
            continue
        strip = _strip_at(gaps, x)
        if not all(_lie_apart(strip, other) for other in found):
            continue
        here, crossed = [_gap_at(each, strip.middle) for each in gaps], count.crossed(x)
        if all(
            _count_between(here, there) > crossed and _has_words(columns, strip, other)
            for other, there in found.items()
        ):
            found[strip] = here
    return sorted(found, key=lambda strip: strip.low)


def _headings(split: Sequence[Sequence[tuple[Word, ...]]]) -> int:
    """How many lines stand over the first that holds a number: headings may reach over columns."""
    for at, cut in enumerate(split[: MOST_HEADINGS + 1]):
        if any(_NUMBER.fullmatch(" ".join(word.text for word in piece)) for piece in cut):
            return at
    return 0


def _spans(piece: Sequence[Word]) -> list[tuple[float, float]]:
    """What a piece covers: all of it, but for figures, which may be two that nearly touch."""
    if any(letter.isalpha() for word in piece for letter in word.text):
        return [(piece[0].x0, piece[-1].x1)]
    return [(word.x0, word.x1) for word in piece]


class _Count:
    """How many lines leave a place free between their words, and how many have words across it."""

    def __init__(
        self, gaps: Iterable[Iterable[tuple[float, float]]], spans: Sequence[tuple[float, float]]
    ) -> None:
        between = [gap for each in gaps for gap in each]
        self._lows = sorted(low for low, _ in between)
        self._highs = sorted(high for _, high in between)
        self._starts = sorted(start for start, _ in spans)
        self._ends = sorted(end for _, end in spans)

    def free(self, x: float) -> int:
        return bisect_right(self._lows, x) - bisect_left(self._highs, x)

    def crossed(self, x: float) -> int:
        return bisect_left(self._starts, x) - bisect_right(self._ends, x)


def _gaps(cut: Sequence[tuple[Word, ...]]) -> list[tuple[float, float]]:
    return [(left[-1].x1, right[0].x0) for left, right in pairwise(cut)]


def _strip_at(gaps: Sequence[Sequence[tuple[float, float]]], x: float) -> Strip:
    """The strip around a place that all lines with a gap there leave free."""
    here = [gap for each in gaps for gap in each if gap[0] <= x <= gap[1]]
    return Strip(max(low for low, _ in here), min(high for _, high in here), len(here))


def _lie_apart(strip: Strip, other: Strip) -> bool:
    return strip.high <= other.low or other.high <= strip.low


def _count_between(here: Sequence[_Gap | None], there: Sequence[_Gap | None]) -> int:
    """How many lines have words between two strips, given the gap that each has at either."""
    return sum(
        1
        for one, other in zip(here, there, strict=True)
        if one is not None and other is not None and one != other
    )


def _has_words(columns: Sequence[tuple[float, float]], strip: Strip, other: Strip) -> bool:
    """True where words of the body stand between two strips: a heading alone makes no column."""
    left, right = sorted((strip, other), key=lambda each: each.low)
    return any(left.middle <= x0 and x1 <= right.middle for x0, x1 in columns)


def _gap_at(gaps: Sequence[_Gap], x: float) -> _Gap | None:
    for gap in gaps:
        if gap[0] <= x <= gap[1]:
            return gap
    return None


def narrow_strips(cells: Sequence[Line]) -> list[Strip]:
    """The strips within one column whose cells hold two that nearly touch.

    No cell has words across such a strip; the words after it begin at one place, or those before it
    end at one; and it is wider than the gaps between words of a cell. The two need not stand on one
    line: an amount may stand half way down the comment beside it.
    """
    if len(cells) < LEAST_FLUSH:
        return []
    size = cells[0].size
    found = []
    for low, high in _free_of_all(cells):
        sides = [_beside(cell, (low + high) / 2) for cell in cells]
        left = [word for word, _ in sides if word is not None]
        right = [word for _, word in sides if word is not None]
        few, many = sorted((len(left), len(right)))
        ends = _share_at([word.x1 for word in left], low, size) >= MOSTLY
        begins = _share_at([word.x0 for word in right], high, size) >= HALF
        if few < LEAST_BESIDE or many < LEAST_FLUSH or not (begins or ends):
            continue
        stands_out = high - low > KEPT_APART * max(SPACE * size, _usual_gap(cells, low, high))
        keys = begins and len(left) >= SURE_KEYS and (ends or _are_keys(left, right))
        if (stands_out or keys) and not _is_in_number(
            cells, high, 1 if stands_out else MOST_GROUPS
        ):
            found.append(Strip(low, high, few))
    return found


def _free_of_all(cells: Sequence[Line]) -> list[tuple[float, float]]:
    """The strips that no word of any cell touches, between those that words stand in."""
    spans = sorted((word.x0, word.x1) for cell in cells for word in cell.words)
    free = []
    reach = spans[0][1]
    for x0, x1 in spans:
        if x0 > reach:
            free.append((reach, x0))
        reach = max(reach, x1)
    return free


def _beside(cell: Line, x: float) -> tuple[Word | None, Word | None]:
    """The last word before a place and the first after it, where a cell has such."""
    left = right = None
    for word in cell.words:
        if word.x1 <= x:
            left = word
        elif right is None:
            right = word
    return left, right


def _share_at(places: Sequence[float], x: float, size: float) -> float:
    """The share of places that are one, unless they are too few to tell."""
    near = sum(abs(place - x) < FLUSH * size for place in places)
    return near / len(places) if near >= LEAST_FLUSH else 0.0


def _is_in_number(cells: Sequence[Line], x: float, groups: int) -> bool:
    """True where what follows a place is the last digits of most cells' numbers.

    They are so many groups of three at most: "000" of "72 000", "063 000" of "72 063 000".
    """
    rests = [[word.text for word in cell.words if word.x0 >= x] for cell in cells]
    rests = [rest for rest in rests if rest]
    last = [r for r in rests if len(r) <= groups and all(map(_LAST_DIGITS.fullmatch, r))]
    return 2 * len(last) > len(rests)


def _are_keys(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """True for numbers that differ, before names: not for "Kap." over "Kap.", or half a number."""
    numbers = {word.text for word in left if word.text[0].isdigit()}
    named = 2 * sum(word.text[0].isalpha() for word in right) > len(right)
    return named and len(numbers) > 1 and all(w.text[0].isdigit() or w.bold for w in left)


def _usual_gap(cells: Sequence[Line], low: float, high: float) -> float:
    """The widest gap, but for a few, between words of the cells that do not stand by a strip."""
    inside = sorted(
        right.x0 - left.x1
        for cell in cells
        for left, right in pairwise(cell.words)
        if not left.x1 <= (low + high) / 2 <= right.x0 and any(map(str.isalnum, left.text))
    )
    return inside[int(0.9 * (len(inside) - 1))] if inside else 0.0
