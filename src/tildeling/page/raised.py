"""Small type set higher or lower than its word: footnote marks, powers, indices.

A footnote mark is no part of the amount, name or sentence that it stands at: 186 500 with a raised
1 is not 1 865 001. It goes, and is remembered, since it tells where a footnote is. "m2" keeps its
2, as "m²"; "CO2" is one word again. A mark that begins a line, with larger type to its right, is a
footnote's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from operator import attrgetter

from tildeling.find.patterns import has_any
from tildeling.page.lines import Line
from tildeling.page.raised_words import (
    GROUP,
    LEADING_MARK,
    LETTERED_GROUP,
    MARK,
    POWERS,
    SUPERSCRIPTS,
    TRAILING_MARK,
    UNIT,
    plain_mark,
)
from tildeling.read.page import Word
from tildeling.read.words import DESCENT

# A raised mark is set in type of less than this share of its word's: 0.58 (LibreOffice) to 0.75
# (browsers).
SMALLER = 0.88

# Its baseline is moved by more than this many of the word's font sizes.
SHIFT = 0.08

# It follows its word within so many font sizes; some set a space between.
BEFORE = 0.5

# It begins no further inside its word than this many font sizes.
INSIDE = 0.2

# What stands closer than this many font sizes belongs to one word.
TIGHT = 0.13

# A footnote's text begins within so many font sizes of its mark.
AFTER = 1.6

# Characters that are set raised or lowered together, at most.
LONGEST = 6

# Top, bottom and font size of words that stand at one height.
Band = tuple[float, float, float]
_BAND = attrgetter("top", "bottom", "size")

# Side (points) of the squares by which words are looked up.
CELL = 16.0


@dataclass(slots=True)
class Marked:
    """Words without their footnote marks."""

    words: Sequence[Word]
    changed: bool = False
    marks: set[str] = field(default_factory=set)
    """The marks that stood at words: "1", "a", "*"."""
    notes: dict[Word, str] = field(default_factory=dict)
    """Footnotes' first words, and the mark that each had before it."""


def without_raised(words: Sequence[Word], lines: Sequence[Line]) -> Marked:
    """The words of a page without footnote marks; powers and indices are put to their words."""
    shifted = _shifted(words, lines)
    # Few pages have any: all their lines are asked at once.
    texts = " ".join([line.text for line in lines])
    may_mark = has_any(texts, MAY_MARK) or LETTERED.search(texts) is not None
    written = [w for w in words if _may_be_marked(w.text)] if may_mark else []
    if not shifted and not written:
        return Marked(words)
    page = _Page(words, {_row(word) for word in (*shifted, *written)})
    for word in sorted(shifted, key=lambda word: word.x0):
        page.settle(word)
    for word in written:
        page.strip(word)
    return page.result()


def _may_be_marked(text: str) -> bool:
    last = text[-1]
    return last == "*" or (last in "abcde" and text[0].isdigit()) or not RAISED.isdisjoint(text)


RAISED = frozenset(SUPERSCRIPTS)
MAY_MARK = ("*", *SUPERSCRIPTS)
LETTERED = re.compile(r"[0-9][a-e]")


def _base(word: Word) -> float:
    return word.bottom - DESCENT * word.size


def _row(word: Word) -> int:
    """The row of squares that its baseline lies in."""
    return int(_base(word) // CELL)


def _is_shifted(word: Word, host: Word) -> bool:
    """True if a word is small type, raised or lowered against the other."""
    return _is_band_shifted((word.top, word.bottom, word.size), (host.top, host.bottom, host.size))


def _shifted(words: Sequence[Word], lines: Sequence[Line]) -> list[Word]:
    """The short words that may be raised or lowered: larger type stands at their height."""
    largest = max([line.largest for line in lines], default=0.0)
    small = [line for line in lines if line.smallest < SMALLER * largest]
    ordered = sorted({_BAND(word) for line in _level_with(small, lines) for word in line.words})
    shifted = {
        band
        for at, band in enumerate(ordered)
        if band[2] < SMALLER * largest
        and any(_is_band_shifted(band, other) for other in _around(ordered, at, largest))
    }
    if not shifted:
        return []
    return [word for word in words if len(word.text) <= LONGEST and _BAND(word) in shifted]


def _level_with(some: Sequence[Line], lines: Sequence[Line]) -> Iterable[Line]:
    """The lines of a page that stand at the height of some of them, at least in part."""
    spans: list[tuple[float, float]] = []
    for top, bottom in sorted((line.top, line.bottom) for line in some):
        if spans and top <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], bottom)
        else:
            spans.append((top, bottom))
    for line in lines if spans else ():
        at = bisect_right(spans, (line.bottom, float("inf"))) - 1
        if at >= 0 and spans[at][1] >= line.top:
            yield line


def _is_band_shifted(band: Band, other: Band) -> bool:
    """True if words so high and large are small type, raised or lowered against the others."""
    (top, bottom, size), (other_top, other_bottom, other_size) = band, other
    return (
        size < SMALLER * other_size
        and top < other_bottom
        and bottom > other_top
        and abs(other_bottom - bottom - DESCENT * (other_size - size)) > SHIFT * other_size
    )


def _around(ordered: Sequence[Band], at: int, largest: float) -> Iterable[Band]:
    """The bands that may overlap one of them; none is higher than the largest type."""
    top, bottom, _ = ordered[at]
    for before in range(at - 1, -1, -1):
        if ordered[before][0] < top - largest:
            break
        yield ordered[before]
    for after in range(at + 1, len(ordered)):
        if ordered[after][0] > bottom:
            break
        yield ordered[after]


class _Page:
    """The words of one page, while marks are taken from them."""

    def __init__(self, words: Sequence[Word], rows: Set[int]) -> None:
        """`rows` are those of the words that may be marks: no other is asked for."""
        self.words = words
        self.ends: dict[tuple[int, int], list[Word]] = {}
        self.starts: dict[tuple[int, int], list[Word]] = {}
        near = {row + step for row in rows for step in (-1, 0, 1)}
        for word in words:
            row = _row(word)
            if row not in near:
                continue
            self.ends.setdefault((int(word.x1 // CELL), row), []).append(word)
            self.starts.setdefault((int(word.x0 // CELL), row), []).append(word)
        self.marks: set[str] = set()
        self.notes: dict[Word, str] = {}
        self.hosts: dict[Word, Word] = {}
        """The word that each mark stood at."""
        self.gone: set[Word] = set()
        self.changed: dict[Word, Word] = {}

    def result(self) -> Marked:
        """The words that are left."""
        if not self.gone and not self.changed:
            return Marked(self.words)
        words = [self.changed.get(word, word) for word in self.words if word not in self.gone]
        notes = {self.changed.get(word, word): mark for word, mark in self.notes.items()}
        return Marked(words, True, self.marks, notes)

    def settle(self, word: Word) -> None:
        """Find out what small type set higher or lower is, and do with it what that wants."""
        host = self._left(word)
        if host is None:
            text = self._right(word, AFTER)
            if text is not None and _is_shifted(word, text) and MARK.fullmatch(word.text):
                self.gone.add(word)
                self.notes[text] = plain_mark(word.text)
            return
        raised = _base(word) < _base(host)
        written = self.changed.get(host, host)
        tight = word.x0 - written.x1 < TIGHT * host.size
        if raised and word.text in POWERS and UNIT.fullmatch(written.text):
            self._join(host, word, POWERS[word.text])
        elif raised and MARK.fullmatch(word.text):
            self._drop(word, host)
        elif tight:
            self._join(host, word, word.text)

    def strip(self, word: Word) -> None:
        """Take away a mark in characters that are raised or look so: "500¹", "500*"."""
        if word in self.gone:
            return
        text = self.changed.get(word, word).text
        if plain_mark(text) and not text.translate(DELETED).strip("*,)"):
            left = self._left(word, level=True)
            if left is not None:
                self._drop(word, left)
            elif text[0] != "*" and (right := self._right(word, AFTER)) is not None:
                self.gone.add(word)
                self.notes[right] = plain_mark(text)
            return
        found = TRAILING_MARK.fullmatch(text)
        lettered = LETTERED_GROUP.fullmatch(text)
        if lettered and (left := self._left(word, level=True)) and GROUP.fullmatch(left.text):
            found = lettered
        if found and not (found["mark"] in "²³" and UNIT.fullmatch(found["base"])):
            self.marks.add(plain_mark(found["mark"]))
            self._change(word, found["base"] + found["end"], word.x1)
        leading = LEADING_MARK.fullmatch(text)
        if leading and self._left(word, level=True) is None:
            self._change(word, leading["rest"], word.x1)
            self.notes[word] = plain_mark(leading["mark"])

    def _drop(self, mark: Word, host: Word) -> None:
        """Take a mark from its word; what follows tightly, a stop or comma, is the word's again."""
        self.gone.add(mark)
        self.hosts[mark] = host
        self.marks.update(plain_mark(each) for each in mark.text.split(","))
        after = self._right(mark, TIGHT)
        if after is not None and _is_level(after, host) and not after.text[0].isalnum():
            written = self.changed.get(host, host)
            self.gone.add(after)
            self._change(host, written.text + after.text, after.x1)

    def _join(self, host: Word, part: Word, text: str) -> None:
        """Put a power or an index to its word, and what follows tightly, as in "CO2-utslipp"."""
        self.gone.add(part)
        self.hosts[part] = host
        self._change(host, self.changed.get(host, host).text + text, part.x1)
        after = self._right(part, TIGHT)
        if after is not None and _is_level(after, host):
            self.gone.add(after)
            self._change(host, self.changed[host].text + after.text, after.x1)

    def _change(self, word: Word, text: str, x1: float) -> None:
        self.changed[word] = self.changed.get(word, word)._replace(text=text, x1=x1)

    def _left(self, word: Word, *, level: bool = False) -> Word | None:
        """The word that a mark stands at: the one that ends where the mark begins."""
        best: Word | None = None
        for other in _look_up(self.ends, word.x0, _base(word)):
            if other is word:
                continue
            host = self.hosts.get(other, other)
            gap = word.x0 - other.x1
            fits = _is_level(word, host) if level else _is_shifted(word, host)
            near = -INSIDE * host.size <= gap <= BEFORE * host.size
            if fits and near and (best is None or other.x1 > best.x1):
                best = other
        return None if best is None else self.hosts.get(best, best)

    def _right(self, word: Word, reach: float) -> Word | None:
        """The word that begins after another, within so many font sizes."""
        best: Word | None = None
        for other in _look_up(self.starts, word.x1, _base(word)):
            gap = other.x0 - word.x1
            if (
                other is not word
                and other not in self.gone
                and -INSIDE * other.size <= gap <= reach * other.size
                and word.top < other.bottom
                and word.bottom > other.top
                and (best is None or other.x0 < best.x0)
            ):
                best = other
        return best


DELETED = str.maketrans("", "", SUPERSCRIPTS)


def _is_level(word: Word, other: Word) -> bool:
    """True for two words on one baseline."""
    return abs(_base(word) - _base(other)) <= SHIFT * max(word.size, other.size)


def _look_up(index: dict[tuple[int, int], list[Word]], x: float, base: float) -> Iterable[Word]:
    """The words that begin or end within a square's width of a point."""
    column, row = int(x // CELL), int(base // CELL)
    for near in (column - 1, column, column + 1):
        for line in (row - 1, row, row + 1):
            yield from index.get((near, line), ())
