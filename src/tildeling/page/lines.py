"""Words to lines: what stands on one baseline, and where it falls into segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, islice, pairwise
from operator import attrgetter, sub
from typing import NamedTuple

from tildeling.read.characters import SOFT_HYPHEN
from tildeling.read.page import Page, Word

# Two words share a line where their middles are nearer than this share of the smaller one's height.
SAME_LINE = 0.5
_TEXT, _TOP, _X0 = attrgetter("text"), attrgetter("top"), attrgetter("x0")
_HEIGHT = attrgetter("top", "bottom")
_LONE_HYPHENS = frozenset(("-", SOFT_HYPHEN))
# Width of an ordinary space in font sizes.
SPACE = 0.28
# A line that ends within so many font sizes of the right edge of the text had no room for more.
FULL = 4.0
# A hyphen at a line's end stands no further from its word than this many font sizes.
HYPHEN_GAP = 0.2
# A gap wider than this many font sizes separates columns; justified text mostly stays below it.
SEGMENT_GAP = 1.15
# In a line of loosely justified words, a gap that separates columns is this many times the least.
JUSTIFIED_GAP = 1.9


class Frame(NamedTuple):
    """Left and right edge of a frame that text flows in, where it is not the page's."""

    left: float
    right: float
    is_heading: bool = False
    """True where all lines in it are one heading, wherever they break."""
    is_column: bool = False
    """True where its text goes on at the head of the next column."""


@dataclass(eq=False)
class Line:
    """Words on one baseline of one page, from left to right.

    None is ever changed. It is not frozen, since a letter has thousands and that takes twice as
    long to make.
    """

    page: int
    words: tuple[Word, ...]
    frame: Frame | None = None
    """What its text flows in, where it is not the page."""

    x0: float = field(init=False)
    x1: float = field(init=False)
    top: float = field(init=False)
    bottom: float = field(init=False)
    middle: float = field(init=False)
    size: float = field(init=False)
    """The font size of most of its characters."""
    smallest: float = field(init=False)
    """The smallest font size in it."""
    largest: float = field(init=False)
    """The largest font size in it."""
    widest_gap: float = field(init=False)
    """The widest gap between two of its words; 0 for one word."""
    bold: bool = field(init=False)
    """True where every word is bold."""
    italic: bool = field(init=False)
    """True where every word is italic."""
    text: str = field(init=False)
    """Its words, single-spaced."""

    def __post_init__(self) -> None:
        words = self.words
        if len(words) == 1:  # as many a cell's
            word = words[0]
            self.text, self.x0, self.top, self.x1, self.bottom, self.smallest = word[:6]
            self.size, self.largest = round(self.smallest, 1), self.smallest
            self.widest_gap = 0.0
            self.bold, self.italic = word.bold, word.italic
        else:
            # Every line is asked for all of these, most of them often; a word is a tuple, so that
            # one step gathers what all words have of each.
            looks = islice(zip(*words, strict=True), 8)
            texts, x0s, tops, x1s, bottoms, sizes, bolds, italics = looks
            uniform = sizes.count(sizes[0]) == len(sizes)
            self.x0 = x0s[0]
            self.x1 = max(x1s)
            self.top = min(tops)
            self.bottom = max(bottoms)
            self.size = round(sizes[0], 1) if uniform else _modal_size_of_words(words)
            self.smallest = sizes[0] if uniform else min(sizes)
            self.largest = sizes[0] if uniform else max(sizes)
            self.widest_gap = max(map(sub, x0s[1:], x1s))
            self.bold = all(bolds)
            self.italic = all(italics)
            self.text = " ".join(texts)
        self.middle = (self.top + self.bottom) / 2

    @property
    def space(self) -> float:
        """The width of an ordinary space at this size."""
        return SPACE * self.size

    @property
    def segments(self) -> tuple[Line, ...]:
        """The line cut at its wide gaps."""
        if self.widest_gap <= SEGMENT_GAP * self.smallest:
            return (self,)
        return self._pieces or (self,)

    @cached_property
    def _pieces(self) -> tuple[Line, ...]:
        """Its segments; none where it is whole, since what holds itself is not let go at once."""
        gaps = [right.x0 - left.x1 for left, right in pairwise(self.words)]
        parts: list[list[Word]] = [[self.words[0]]]
        loose = JUSTIFIED_GAP * min(gaps) if len(gaps) > 3 else 0.0
        if self.widest_gap > loose and min(gaps) > SEGMENT_GAP * self.smallest:
            loose = 0.0  # justified text leaves equal gaps: here each word is a column's
        for left, right in pairwise(self.words):
            if right.x0 - left.x1 > max(SEGMENT_GAP * max(left.size, right.size), loose):
                parts.append([])
            parts[-1].append(right)
        if len(parts) == 1:
            return ()
        return tuple(Line(self.page, tuple(part), self.frame) for part in parts)


def lines_of(
    page: Page, words: Iterable[Word] | None = None, frame: Frame | None = None
) -> list[Line]:
    """The lines of a page (or of some of its words, in a frame), from top to bottom."""
    pool = sorted(page.words if words is None else words, key=_TOP)
    if len(pool) == 1:  # as in many a cell
        return [Line(page.number, (pool[0],), frame)]
    rows = [sorted(row, key=_X0) for row in _rows(pool)]
    if not _LONE_HYPHENS.isdisjoint(map(_TEXT, pool)):
        rows = list(map(_with_hyphens, rows))
    lines = [Line(page.number, tuple(row), frame) for row in rows]
    return sorted(lines, key=attrgetter("middle", "x0"))


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """The words that share a line, each such list begun by the highest; given from the top."""
    rows: list[list[Word]] = []
    height: tuple[float, float] | None = None
    lowest = float("-inf")
    # Most words of a line are exactly as high as its first: what is, is looked at once.
    for here, group in groupby(words, _HEIGHT):
        if here == height:
            rows[-1].extend(group)
            continue
        alike = list(group)
        top, bottom = here
        # Most lines begin below all before them.
        near = reversed(rows[-6:]) if top < lowest else ()
        row = next((row for row in near if _same_line(row[0], alike[0])), None)
        if row is not None:
            row.extend(alike)
            continue
        if top < bottom:
            rows.append(alike)
            height = here
        else:  # without any height nothing stands beside it
            rows.extend([word] for word in alike)
            height = None
        lowest = max(lowest, bottom)
    return rows


def _with_hyphens(words: list[Word]) -> list[Word]:
    """Words with a hyphen that ends a line, or a cell's line, back on its word, from which some
    set it apart.
    """
    mended: list[Word] = []
    for word, after in zip(words, [*words[1:], None], strict=True):
        cut = mended[-1] if mended else None
        if (
            cut is not None
            and word.text in _LONE_HYPHENS
            and cut.text[-1].isalpha()
            and word.x0 - cut.x1 <= HYPHEN_GAP * cut.size
            and (after is None or after.x0 - word.x1 > HYPHEN_GAP * cut.size)
        ):
            mended[-1] = cut._replace(text=cut.text + word.text, x1=word.x1)
        else:
            mended.append(word)
    return mended


def _same_line(first: Word, other: Word) -> bool:
    apart = abs((first.top + first.bottom) - (other.top + other.bottom)) / 2
    return apart < SAME_LINE * min(first.bottom - first.top, other.bottom - other.top)


def modal_size(lines: Sequence[Line]) -> float:
    """The font size that most characters have: that of running text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return _most(sizes)


def _modal_size_of_words(words: Sequence[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
    return _most(sizes)


def _most(sizes: Counter[float]) -> float:
    return sizes.most_common(1)[0][0] if sizes else 0.0


def modal_pitch(lines: Sequence[Line], size: float) -> float:
    """The usual distance from one line of running text to the next."""
    pitches: Counter[float] = Counter()
    inner: Counter[float] = Counter()
    edge = max((line.x1 for line in lines if line.size == size), default=0.0)
    for above, below in pairwise(lines):
        step = below.middle - above.middle
        if above.page == below.page and 0.8 * size < step < 2.5 * size and above.size == size:
            # Long lines are running text; rows of tables and lists of names stand closer.
            at = round(step * 2) / 2
            pitches[at] += min(len(above.text), len(below.text))
            # A full line goes on in one that begins with a small letter or a figure, however short.
            begins = below.text[0]
            full = above.x1 > edge - FULL * size and above.widest_gap < SEGMENT_GAP * size
            if full and (begins.islower() or (begins.isdigit() and above.text[-1] != ".")):
                inner[at] += 1
    if inner:
        least = inner.most_common(1)[0][0]
        pitches = Counter({step: n for step, n in pitches.items() if step >= least})
    if not pitches:
        return 1.2 * size
    most = max(pitches.values())
    # The tightest of the common steps: where every paragraph is one line, the steps between
    # paragraphs may be as many as those inside them.
    return min(step for step, count in pitches.items() if count >= 0.4 * most)
