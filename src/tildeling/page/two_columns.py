"""Running text set in two columns: read down the left one, then down the right one.

A table without lines may look the same, line by line. Its rows begin at one height on both sides;
columns go on past each other's paragraphs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from tildeling.forms import GREETINGS, SENTENCE_END
from tildeling.page.lines import SEGMENT_GAP, Frame, Line
from tildeling.page.outline import is_outline_number
from tildeling.page.sides import (
    TOUCH,
    Flow,
    edges_of,
    framed,
    most_at_one,
    parted,
    ruled_between,
    rulings_across,
    side_of,
    starts_within,
)
from tildeling.read.page import Page

# The right column begins at so large a share of the page's text.
LOW, HIGH = 0.4, 0.62
# Lines of each column; fewer are addresses, signatures or a row of something.
LEAST_LINES = 6
# So many of them fill it, with as many words at least as running text has.
LEAST_FULL = 3
FULL, LEAST_WORDS = 0.7, 3
# So large a share of them does so: of lists and short headings fewer do.
MOST_FULL = 0.4
# One column is at least so wide beside the other.
NARROWER = 0.6
# A gap of so many font sizes within a column's line is another column's; loosely justified lines
# have such now and then.
INNER_GAP = 2.0
LOOSE_LINES = 0.2
# So many font sizes from one line to the next end a column, where nothing stands beside them.
APART = 3.2
# Lines of one paragraph stand no further apart than so many font sizes.
CLOSE = 1.7
# Lines that stand further apart than so many times the usual have space between them.
STEP = 1.25
# So many times the usual distance lies over a row whose cell above it is the shorter one.
BLANK = 2.2
# Such a row counts as much as so many others.
SURE = 3
# Lines whose middles differ by less than so many font sizes stand at one height.
LEVEL = 0.3


@dataclass(frozen=True)
class _Column:
    """The lines of one column, from the top."""

    lines: Sequence[Line]

    @cached_property
    def frame(self) -> Frame:
        """Its edges."""
        return Frame(*edges_of(self.lines), is_column=True)

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.frame.right - self.frame.left

    @cached_property
    def pitch(self) -> float:
        """The usual distance of its lines: fewer than a third stand closer."""
        steps = [below.middle - above.middle for above, below in pairwise(self.lines)]
        return sorted(steps)[len(steps) // 3]

    @cached_property
    def starts(self) -> list[int]:
        """The positions of lines with space over them."""
        return [
            at
            for at, (above, line) in enumerate(pairwise(self.lines), 1)
            if line.middle - above.middle > STEP * self.pitch
        ]

    def is_full(self, line: Line) -> bool:
        """True for a line of running text that is no paragraph's last."""
        words = [word.text for word in line.words]
        letters = sum(text[0].isalpha() for text in words)
        wide = line.x1 - line.x0 > FULL * self.width
        return wide and len(words) >= LEAST_WORDS and 2 * letters > len(words)

    def reads_on(self, at: int) -> bool:
        """True for a line in the middle of a sentence that the line above it began."""
        above, line = self.lines[at - 1], self.lines[at]
        if line.middle - above.middle > STEP * self.pitch or above.bold != line.bold:
            return False
        is_open = not SENTENCE_END.search(above.text) and self.is_full(above)
        return line.text[0].islower() or is_open

    def is_text(self, size: float) -> bool:
        """True for running text: no list of names, and no two columns more."""
        full = sum(map(self.is_full, self.lines))
        gaps = sum(line.widest_gap > INNER_GAP * size for line in self.lines)
        count = len(self.lines)
        return (
            count >= LEAST_LINES
            and full >= max(LEAST_FULL, MOST_FULL * count)
            and gaps <= LOOSE_LINES * count
        )


def flows_in_columns(
    page: Page, lines: Sequence[Line], size: float, carried: Frame | None
) -> tuple[list[Flow], Frame | None]:
    """The lines in the order in which they are read, and the left column of a page that ends so.

    `carried` is that of the page before: its text may go on in one column alone. Without two
    columns all lines are one flow.
    """
    at = _start_of_right(lines)
    if at is None:
        return (_in_one(lines, carried, size) if carried else [lines]), None
    flows: list[Flow] = []
    plain: list[Line] = []
    across = rulings_across(page, at, size)
    start = 0
    while start < len(lines):
        if start and _ends_paragraph(lines[start - 1], lines[start], at, size):
            plain.append(lines[start])
            start += 1
            continue
        end = start
        while end < len(lines) and side_of(lines[end], at, size) is not None:
            if end > start and ruled_between(across, lines[end - 1], lines[end]):
                break
            end += 1
        band = lines[start:end]
        below = lines[end] if end < len(lines) else None
        inside = _in_columns(band, below, at, size) if len(band) >= LEAST_LINES else (0, 0)
        columns = [_Column(some) for some in _sides(band[slice(*inside)], at, size)]
        if _are_columns(columns, size):
            plain.extend(band[: inside[0]])
            if plain:
                flows.append(plain)
                plain = []
            flows += [[framed(line, each.frame) for line in each.lines] for each in columns]
            start += inside[1]
        else:
            end = max(end, start + 1)
            plain.extend(lines[start:end])
            start = end
    if plain or not flows:
        flows.append(plain)
    if carried and len(flows) == 1:
        return _in_one(lines, carried, size), None
    last = [flow[0].frame for flow in flows[-2:]]
    return flows, last[0] if None not in last else None


def _in_one(lines: Sequence[Line], frame: Frame, size: float) -> list[Flow]:
    """The lines; the first may go on with the text of the page before, in its left column."""
    count = 0
    for above, line in zip([None, *lines], lines, strict=False):
        apart = above is not None and line.middle - above.middle > APART * size
        if apart or line.x0 < frame.left - TOUCH or line.x1 > frame.right + TOUCH:
            break
        count += 1
    flows: list[Flow] = [[framed(line, frame) for line in lines[:count]], lines[count:]]
    return [flow for flow in flows if flow]


def _ends_paragraph(above: Line, line: Line, at: float, size: float) -> bool:
    """True for the short last line of a paragraph that runs over both columns."""
    return (
        side_of(line, at, size) == "left"
        and side_of(above, at, size) is None
        and line.middle - above.middle < CLOSE * size
        and line.bold == above.bold
        and line.size == above.size
    )


def _start_of_right(lines: Sequence[Line]) -> float | None:
    """Where the right one of two columns may begin: most lines there, or beside others, do so."""
    if len(lines) < LEAST_LINES:
        return None
    left, right = edges_of(lines)
    low, high = left + LOW * (right - left), left + HIGH * (right - left)
    beside = [
        line
        for line in lines
        if line.x1 > low and (line.x0 > low or line.widest_gap > SEGMENT_GAP * line.smallest)
    ]
    if len(beside) < LEAST_LINES:  # as on most pages
        return None
    return most_at_one((x for line in beside for x in starts_within(line, low, high)), LEAST_LINES)


def _sides(band: Sequence[Line], at: float, size: float) -> tuple[list[Line], list[Line]]:
    left: list[Line] = []
    right: list[Line] = []
    for line in band:
        for part, side in zip(parted(line, at, size), (left, right), strict=True):
            if part is not None:
                side.append(part)
    return left, right


def _in_columns(
    band: Sequence[Line], below: Line | None, at: float, size: float
) -> tuple[int, int]:
    """The position of a band's first line in columns, and that of the one after the last.

    Both columns begin at one height; where space ends the longer one they end. Both are 0 where
    it has none in columns. `below` is the line under the band.
    """
    sides = [_Column(side) for side in _sides(band, at, size)]
    if min(len(side.lines) for side in sides) < LEAST_LINES:
        return 0, 0
    reaches = [_reach(side, size) for side in sides]
    tops, bottom = [first for first, _ in reaches], reaches[1][1]
    top = min(tops) if max(tops) - min(tops) < APART * size else max(tops) - size
    last = max(last for _, last in reaches)
    inside = [at for at, line in enumerate(band) if top <= line.middle <= last]
    inside = list(takewhile(lambda at: not _closes(band[at], bottom), inside))
    # A heading under both columns, close over what follows, is that of this.
    while inside and (low := band[inside[-1]]).bold and low.middle > bottom:
        after = band[inside[-1] + 1] if inside[-1] + 1 < len(band) else below
        if after is None or after.middle - low.middle > APART * size or _closes(after, bottom):
            break
        inside.pop()
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _closes(line: Line, bottom: float) -> bool:
    """True for the greeting that a letter closes with, under the right column."""
    return line.middle > bottom and line.text.casefold().startswith(GREETINGS)


def _reach(column: _Column, size: float) -> tuple[float, float]:
    """From where to where lines stand close around a column's first running text."""
    lines = column.lines
    first = last = next((at for at, line in enumerate(lines) if column.is_full(line)), 0)
    while first and lines[first].middle - lines[first - 1].middle <= APART * size:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].middle - lines[last].middle <= APART * size:
        last += 1
    return lines[first].middle, lines[last].middle


def _are_columns(columns: Sequence[_Column], size: float) -> bool:
    """True for two columns of running text that are read one after the other."""
    if not all(column.lines and column.is_text(size) for column in columns):
        return False
    left, right = columns
    if not NARROWER < left.width / right.width < 1 / NARROWER:
        return False
    rows: dict[int, int] = {}
    past = _past(left, right, rows, size) + _past(right, left, rows, size)
    speaks = past + 2 * (_counts_on(left, right) + _reads_over(left, right))
    return speaks > sum(rows.values()) or not (rows or left.starts or right.starts)


def _past(column: _Column, other: _Column, rows: dict[int, int], size: float) -> int:
    """How often a column has space where the other one reads on.

    Where both begin something at one height, that is noted among the `rows`: it may be one of a
    table, and is so the more surely where the cell above it left more space than paragraphs do.
    """
    count = 0
    heights = [line.middle for line in other.lines]
    for start in column.starts:
        line = column.lines[start]
        at = bisect_left(heights, line.middle - LEVEL * size)
        if not 0 < at < len(heights):
            continue
        if other.reads_on(at):
            count += 1
        elif abs(heights[at] - line.middle) < LEVEL * size:
            wide = line.middle - column.lines[start - 1].middle > BLANK * column.pitch
            height = round(max(heights[at], line.middle) / size)
            rows[height] = max(rows.get(height, 1), SURE if wide and not line.bold else 1)
    return count


def _counts_on(left: _Column, right: _Column) -> bool:
    """True where the right column's first heading has the number after the left one's last."""
    over, under = _numbers(left), _numbers(right)
    if not over or not under or [*over, *under] != sorted({*over, *under}):
        return False
    last, first = over[-1], under[0]
    return any(
        first == (*last[:depth], last[depth] + 1) for depth in range(len(last))
    ) or first == (*last, 1)


def _numbers(column: _Column) -> list[tuple[int, ...]]:
    """The numbers of the column's headings in bold."""
    firsts = [line.words[0].text for line in column.lines if line.bold]
    return [
        tuple(map(int, text.strip(".").split(".")))
        for text in firsts
        if text[0].isdigit() and is_outline_number(text)
    ]


def _reads_over(left: _Column, right: _Column) -> bool:
    """True where the left column ends within a sentence that the right one goes on with."""
    last, first = left.lines[-1], right.lines[0]
    return first.text[0].islower() and not SENTENCE_END.search(last.text) and left.is_full(last)
