"""A table's lines cut where its columns part: what stands in each column of each line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.tabular.cell_types import CellType, cell_type
from tildeling.tabular.strips import FLUSH, NARROW, Strip

# Words nearer to each other than this many spaces are read in one go, whatever lies under them.
CLOSE = 1.6
# They are no further apart than so many times the least gap of their line.
WIDER = 1.25
# Words that lie in one column with so large a share of their width belong to it.
MOSTLY_IN = 0.7

_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+")
IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(slots=True)
class Piece:
    """The words of one line that stand in one cell."""

    column: int
    columns: int
    line: Line
    _type: CellType | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def type(self) -> CellType:
        """How it reads, looked at where somebody asks: not every cut of a line is kept."""
        if self._type is None:
            self._type = cell_type(self.line.text)
        return self._type

    @property
    def last(self) -> int:
        """The last column that it covers."""
        return self.column + self.columns - 1


def cut(line: Line, strips: Sequence[Strip], *, heading: bool = False) -> list[Piece]:
    """The line's pieces, from left to right, no two of them in one column.

    In a line of headings, words that begin with a capital head a column of their own, however near
    they stand.
    """
    if IN_BRACKETS.fullmatch(line.text):
        # "(i 1 000 kroner)" over the table is one note, whatever columns it stands over.
        column = bisect_right([strip.middle for strip in strips], line.x1 - 0.1 * line.size)
        return [Piece(column, 1, line)]
    found: list[tuple[int, int, list[Word]]] = []
    for run in _runs(line):
        for first, last, words in _placed(line, run, strips, heading=heading):
            if found and first <= found[-1][1]:
                # Two runs in one cell, or a run beside one that reaches over into its column.
                found[-1] = (found[-1][0], max(last, found[-1][1]), [*found[-1][2], *words])
            else:
                found.append((first, last, list(words)))
    return [Piece(first, last - first + 1, _line(line, words)) for first, last, words in found]


def _line(line: Line, words: Sequence[Word]) -> Line:
    return line if len(words) == len(line.words) else Line(line.page, tuple(words), line.frame)


def _runs(line: Line) -> list[tuple[Word, ...]]:
    """The line's words, those that stand close together."""
    words = line.words
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    least = min(gaps, default=0.0)
    # Where even the least gap is wide, as in type of one width, spaces are that wide.
    near = max(CLOSE * line.space, WIDER * least if least < NARROW * line.size else 0.0)
    cuts = [at for at, gap in enumerate(gaps, 1) if gap > near]
    return [words[first:last] for first, last in pairwise([0, *cuts, len(words)])]


def _placed(
    line: Line, run: tuple[Word, ...], strips: Sequence[Strip], *, heading: bool
) -> list[tuple[int, int, tuple[Word, ...]]]:
    """The columns that a run of words covers, cut where a strip parts it after all."""
    first, last = _columns(run, strips)
    if first == last:
        return [(first, last, run)]
    for column in range(first, last):
        at = _cut_at(line, run, strips[column], heading=heading)
        if at:
            parts = run[:at], run[at:]
            return [
                placed for part in parts for placed in _placed(line, part, strips, heading=heading)
            ]
    return [(*_covered(run, strips, first, last), run)]


def _columns(run: Sequence[Word], strips: Sequence[Strip]) -> tuple[int, int]:
    """The first and last column whose room a run of words stands in; strips belong to none."""
    x0, x1 = run[0].x0, run[-1].x1
    slack = 0.1 * run[0].size
    first = bisect_left([strip.low for strip in strips], x0 + slack)
    last = bisect_right([strip.high for strip in strips], x1 - slack)
    if first > last:  # all of it within one strip: it goes to the nearer side
        strip = strips[last]
        return (last, last) if x0 - strip.low < strip.high - x1 else (first, first)
    return first, last


def _cut_at(line: Line, run: Sequence[Word], strip: Strip, *, heading: bool) -> int:
    """Where a strip parts a run of words although they stand close; 0 where they are read in one.

    A number beside words is parted, and words that begin just where the strip ends, in a line that
    wide gaps part elsewhere.
    """
    slack = 0.1 * line.size
    for at, (left, right) in enumerate(pairwise(run), 1):
        if left.x1 > strip.high + slack or right.x0 < strip.low - slack:
            continue
        flush = abs(right.x0 - strip.high) < FLUSH * line.size
        ends = abs(left.x1 - strip.low) < FLUSH * line.size
        values = [
            cell_type(" ".join(word.text for word in part)) not in ("words", "year", "short")
            for part in (run[:at], run[at:])
        ]
        parted = (flush or ends) and len(run) < len(line.words) and not _is_one_number(run)
        if any(values) or parted or (heading and right.text[0].isupper()):
            return at
    return 0


def _is_one_number(run: Sequence[Word]) -> bool:
    """True for digits in groups of three: "168 750" under a heading that ends above its gap."""
    return _GROUPED.fullmatch(" ".join(word.text for word in run)) is not None


def _covered(
    run: Sequence[Word], strips: Sequence[Strip], first: int, last: int
) -> tuple[int, int]:
    """The columns that a run covers: one, where nearly all of it lies there."""
    width = run[-1].x1 - run[0].x0
    edges = [float("-inf"), *(strip.middle for strip in strips), float("inf")]
    for column in range(first, last + 1):
        inside = min(run[-1].x1, edges[column + 1]) - max(run[0].x0, edges[column])
        if inside >= MOSTLY_IN * width:
            return column, column
    return first, last
