"""A post's amounts letter by letter as an inline SVG: one bar a letter, from zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.find.kroner import kroner

HEIGHT = 92.0
"""Units of the bars' area; one unit is about a pixel."""
BAR = 54.0
GAP = 30.0
TOP = 20.0
FOOT = 20.0
LEAST = 2.0
"""The shortest bar, so that a small amount is still seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An amount after one letter. `doubt` is what was computed where the letter states another."""

    label: str
    amount: int
    doubt: int | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar where it is drawn."""

    bar: Bar
    x: float
    y: float
    height: float
    doubt_y: float | None
    words: str
    """The amount over it, in millions."""

    @property
    def middle(self) -> float:
        """Where its words are centred."""
        return self.x + BAR / 2

    @property
    def words_y(self) -> float:
        """Over the bar, and over the line of what was computed."""
        return (self.y if self.doubt_y is None else min(self.y, self.doubt_y)) - 6


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart; `told` says the same in words, for who does not see it."""

    shapes: tuple[Shape, ...]
    width: float
    height: float
    told: str
    bar: float = BAR
    base: float = TOP + HEIGHT
    foot: float = TOP + HEIGHT + FOOT - 5


def chart_of(bars: Sequence[Bar]) -> Chart | None:
    """The chart of one post, or None with fewer than two amounts: one bar compares nothing."""
    if len(bars) < 2:
        return None
    highest = max(max(bar.amount, bar.doubt or 0) for bar in bars)
    shapes = tuple(_shape(bar, place, max(highest, 1)) for place, bar in enumerate(bars))
    width = GAP / 2 + len(bars) * (BAR + GAP)
    told = "; ".join(f"{bar.label}: {kroner(bar.amount)} kroner" for bar in bars)
    return Chart(shapes, width, TOP + HEIGHT + FOOT, told)


def _shape(bar: Bar, place: int, highest: int) -> Shape:
    height = _height(bar.amount, highest)
    doubt = None if bar.doubt is None else TOP + HEIGHT - _height(bar.doubt, highest)
    x = GAP / 2 + place * (BAR + GAP)
    return Shape(bar, x, TOP + HEIGHT - height, height, doubt, in_millions(bar.amount))


def _height(amount: int, highest: int) -> float:
    return max(LEAST, round(HEIGHT * max(amount, 0) / highest, 1))


def in_millions(amount: int) -> str:
    """An amount short enough to stand over a bar.

    >>> in_millions(13_500_000), in_millions(1_613_022_000), in_millions(16_000)
    ('13,5 mill.', '1 613,0 mill.', '16 000')
    """
    if abs(amount) < 100_000:
        return kroner(amount)
    sign = "-" if amount < 0 else ""
    tenths = (abs(amount) + 50_000) // 100_000
    return f"{sign}{kroner(tenths // 10)},{tenths % 10} mill."
