"""Text beside text: what of a line stands on either side of a strip that no word touches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Literal

from tildeling.page.lines import SEGMENT_GAP, Frame, Line
from tildeling.read.page import Page

# Width in font sizes of the strip: spaces of justified text are mostly narrower, gutters wider.
STRIP = 0.8
# Points by which lines that begin at one place may differ.
TOUCH = 1.0

# A ruling longer than so many font sizes parts a table's rows; shorter ones underline words.
LONG = 9.0

# Lines that are read one after the other; what stands beside them is another flow's.
Flow = Sequence[Line]
_X0, _X1 = attrgetter("x0"), attrgetter("x1")

Side = Literal["left", "right", "both"]


def edges_of(lines: Sequence[Line]) -> tuple[float, float]:
    """Where the leftmost of some lines begins, and where the rightmost ends."""
    return min(map(_X0, lines)), max(map(_X1, lines))


def starts_within(line: Line, low: float, high: float) -> Iterator[float]:
    """Where words begin between two places, with a wide gap before them or at the line's head."""
    words = line.words
    for at in range(bisect_right(words, low, key=_X0), len(words)):
        word = words[at]
        if word.x0 >= high:
            return
        if at == 0 or word.x0 - words[at - 1].x1 > SEGMENT_GAP * word.size:
            yield word.x0


def most_at_one(places: Iterable[float], least: int) -> float | None:
    """The leftmost of the places that are one to a point, of the most such; None for fewer."""
    together: dict[int, list[float]] = {}
    for x in places:
        together.setdefault(round(x), []).append(x)
    most = max(together.values(), key=len, default=[])
    return min(most) if len(most) >= least else None


def side_of(line: Line, at: float, size: float) -> Side | None:
    """Where a line stands of a strip that ends at a place; None where words lie across it."""
    low, high = at - STRIP * size, at - TOUCH
    if line.x0 >= high:
        return "right"
    if line.x1 <= low:
        return "left"
    return None if any(word.x0 < high and word.x1 > low for word in line.words) else "both"


def parted(line: Line, at: float, size: float) -> tuple[Line | None, Line | None]:
    """What of a line stands left and right of the strip; nothing where words lie across it."""
    side = side_of(line, at, size)
    if side != "both":
        return line if side == "left" else None, line if side == "right" else None
    first = sum(word.x0 < at - TOUCH for word in line.words)
    return Line(line.page, line.words[:first]), Line(line.page, line.words[first:])


def framed(line: Line, frame: Frame) -> Line:
    """The line as one that flows in a frame."""
    return Line(line.page, line.words, frame)


def rulings_across(page: Page, at: float, size: float) -> list[float]:
    """The heights of the rulings that run from one side of a place to the other, as rows' do."""
    reach = LONG * size / 2
    return [
        ruling.top
        for ruling in page.rulings
        if ruling.is_horizontal and ruling.x0 < at - reach and ruling.x1 > at + reach
    ]


def ruled_between(heights: Sequence[float], above: Line, below: Line) -> bool:
    """True where one of some rulings lies between two lines."""
    return any(above.middle < height < below.middle for height in heights)
