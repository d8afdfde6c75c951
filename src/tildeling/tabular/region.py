"""A table's region without vertical lines: its lines, and the empty strips between its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tildeling.page.lines import Line
from tildeling.tabular.row_space import is_amount, is_numeric


@dataclass
class Region:
    """Consecutive lines that share columns, as they are gathered."""

    lines: list[Line] = field(default_factory=list)
    gutters: list[tuple[float, float]] = field(default_factory=list)
    """Empty strips between columns, x from and to."""

    def accepts(self, parts: Sequence[Line]) -> bool:
        """True where a line's gaps fit the columns so far, which it may refine."""
        return any(
            min(right, high) > max(left, low)
            for left, right in _gaps(parts)
            for low, high in self.gutters
        )

    def add(self, line: Line, parts: Sequence[Line]) -> None:
        """Takes in a line, whose gaps may be new gutters."""
        self.lines.append(line)
        self._part_gutters(_gaps(parts))
        for gap in _gaps(parts):
            if not any(_overlap(gap, gutter) for gutter in self.gutters):
                self.gutters.append(self._free_of_lines(gap))
        self.gutters.sort()
        self.trim(line)

    def _free_of_lines(self, gutter: tuple[float, float]) -> tuple[float, float]:
        """The gutter as the lines so far leave it, which had no gap there wide enough to see."""
        for line in self.lines:
            gutter = free_strip(gutter, line)
        return gutter

    def _part_gutters(self, gaps: Sequence[tuple[float, float]]) -> None:
        """Parts a gutter that has a column within it, which the lines so far left empty."""
        for gutter in tuple(self.gutters):
            inside = [gap for gap in gaps if _overlap(gap, gutter)]
            if len(inside) > 1:
                self.gutters.remove(gutter)
                self.gutters.extend(
                    (max(gap[0], gutter[0]), min(gap[1], gutter[1])) for gap in inside
                )

    def take_heading(self, over: Region) -> None:
        """Takes in the lines of the heading above it; the columns stay."""
        self.lines[:0] = over.lines
        for line in over.lines:
            self.trim(line)

    def trim(self, line: Line) -> None:
        """Narrows the gutters to what the line's words leave empty; one that words cross stays."""
        self.gutters = [free_strip(gutter, line) for gutter in self.gutters]

    def crossed(self, line: Line) -> int:
        """How many gutters have a word of the line across them."""
        return sum(
            any(word.x0 < low and word.x1 > high for word in line.words)
            or any(
                left.x1 > low and right.x0 < high and right.x0 - left.x1 < 0.5 * line.size
                for left, right in pairwise(line.words)
            )
            for low, high in self.gutters
        )

    def leaves_room(self, line: Line) -> bool:
        """True where every gutter has a strip that the line's words leave free."""
        for gutter in self.gutters:
            low, high = free_strip(gutter, line)
            if high - low < 0.4 * line.size or any(
                word.x0 < high and word.x1 > low for word in line.words
            ):
                return False
        return True

    def breaks_amounts(self, line: Line) -> bool:
        """True where a line has words in a column of amounts, which ends the table."""
        home = self.column_of(line)
        for column in range(1, len(self.gutters) + 1):
            mine = cell_of(self, line, column) if home in (None, column) else []
            if not mine or is_numeric(mine[0].text) or any(c.isdigit() for c in mine[0].text):
                continue
            mates = [part for other in self.lines for part in cell_of(self, other, column)]
            if sum(is_amount(part.text) for part in mates[-2:]) == 2:
                return True
        return False

    def cells_of(self, line: Line) -> list[Line]:
        """The line's words by column; none where words lie across a gutter."""
        if self.column_of(line) is not None:
            return [line]
        if not self.leaves_room(line):
            return []
        cells = [cell_of(self, line, column) for column in range(len(self.gutters) + 1)]
        return [part for parts in cells for part in parts]

    def column_of(self, line: Line) -> int | None:
        """The one column that all of the line stands in, or None."""
        lows = [float("-inf"), *(low for low, _ in self.gutters)]
        highs = [*(high for _, high in self.gutters), float("inf")]
        for column, (low, high) in enumerate(zip(lows, highs, strict=True)):
            if low - 0.5 <= line.x0 and line.x1 <= high + 0.5:
                return column
        return None


def free_strip(gutter: tuple[float, float], line: Line) -> tuple[float, float]:
    """The widest part of a gutter without a word of the line; all of it where they leave none."""
    low, high = gutter
    at = low
    best = (low, low)
    for word in line.words:
        if word.x1 <= low or word.x0 >= high:
            continue
        if word.x0 - at > best[1] - best[0]:
            best = (at, word.x0)
        at = max(at, word.x1)
    if high - at > best[1] - best[0]:
        best = (at, high)
    return best if best[1] - best[0] > 0.15 * line.size else gutter


def _gaps(parts: Sequence[Line]) -> list[tuple[float, float]]:
    return [(left.x1, right.x0) for left, right in pairwise(parts)]


def _overlap(first: tuple[float, float], other: tuple[float, float]) -> bool:
    return min(first[1], other[1]) > max(first[0], other[0])


def cell_of(region: Region, line: Line, column: int) -> list[Line]:
    """The part of a line that stands in a column; empty where nothing does."""
    edges = [float("-inf"), *((low + high) / 2 for low, high in region.gutters), float("inf")]
    if column + 1 >= len(edges):
        return []
    words = tuple(
        word for word in line.words if edges[column] <= (word.x0 + word.x1) / 2 < edges[column + 1]
    )
    return [Line(line.page, words, line.frame)] if words else []
