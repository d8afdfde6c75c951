"""A table of plain text set on a page: its columns side by side, its rows ruled where told.

What was drawn of the table is lost in the text. Where the text tells its rows, the lines between
them are drawn again, so that the table is read as the one that was drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tildeling.forms import SENTENCE_END, is_label
from tildeling.read.page import Ruling, Word
from tildeling.read.plain_lines import FULL, SHORTEST_FULL, SIZE, estimated_width
from tildeling.read.plain_tables import TablePart

# Points between a cell's words and the lines around it.
PADDING = 6.0
# The columns of a page's first box stand so far from those of the page before: two boxes are no
# table that goes on over the page.
BESIDE = 8.0
# Points that a character's indent inside a cell is set as.
INDENTED = 5.0


class TableSetting:
    """Sets the part of a table that stands on one page."""

    def __init__(
        self, part: TablePart, tops: Sequence[float], left: float, width: float, number: int
    ) -> None:
        self.part = part
        self.tops = tops
        lines = [
            cells
            for each in part.whole
            for at, cells in enumerate(each.lines)
            if at not in each.across
        ]
        columns = 1 + max(map(max, lines))
        widths = [
            max((_width(cells[column]) for cells in lines if column in cells), default=SIZE)
            for column in range(columns)
        ]
        # Not wider than the text; the words shrink with their columns.
        self.scale = min(1.0, (width - 2 * PADDING * columns) / sum(widths))
        self.widths = [width * self.scale for width in widths]
        if part.is_box and number % 2:
            self.widths[0] += BESIDE
        self.edges = [left]
        for column in self.widths:
            self.edges.append(self.edges[-1] + column + 2 * PADDING)

    def words(self) -> Iterator[Word]:
        """The words of all cells, line by line."""
        for at, cells in enumerate(self.part.lines):
            titles = self._is_title(at)
            for column, cell in sorted(cells.items()):
                bold = titles == column or is_label(cell[1])
                yield from self._cell(at, column, cell, bold=bold)

    def _cell(self, at: int, column: int, cell: tuple[int, str], *, bold: bool) -> Iterator[Word]:
        indent, text = cell
        x = self.edges[column] + PADDING + indent * INDENTED * self.scale
        words = text.split(" ")
        scale = self.scale
        if at not in self.part.across and self._is_full(at, column):
            room = self.edges[column + 1] - PADDING - x
            scale = room / estimated_width(text)
        space = estimated_width(" ") * scale
        for word in words:
            width = estimated_width(word) * scale
            top = self.tops[at]
            yield Word(word, x, top, x + width, top + SIZE, SIZE, bold)
            x += width + space

    def _below(self, at: int, column: int) -> str | None:
        """What stands under a line in the same cell."""
        for below in range(at + 1, len(self.part.lines)):
            if below in self.part.starts or below in self.part.across:
                return None
            if column in self.part.lines[below]:
                return self.part.lines[below][column][1]
        return None

    def _is_full(self, at: int, column: int) -> bool:
        """True where the cell's next line goes on, since its first word would not have fitted."""
        below = self._below(at, column)
        if below is None:
            return False
        width = _width(self.part.lines[at][column]) * self.scale
        following = estimated_width(f" {below.split(' ', 1)[0]}") * self.scale
        return (
            width + following > FULL * self.widths[column]
            and width > SHORTEST_FULL * self.widths[column]
        )

    def _is_title(self, at: int) -> int | None:
        """The column whose cell begins in this line with a title over its text, or None."""
        if at not in self.part.starts or at in self.part.across:
            return None
        text_column = self.widths.index(max(self.widths))
        below = self._below(at, text_column)
        if below is None or not below[0].isupper() or self._is_full(at, text_column):
            return None
        words = self.part.lines[at].get(text_column, (0, "."))[1]
        return None if SENTENCE_END.search(words) else text_column

    def rulings(self) -> Iterator[Ruling]:
        """The lines around the rows and the cells in them."""
        starts = sorted({*self.part.starts, *self.part.across})
        if not starts:
            return
        left, right = self.edges[0], self.edges[-1]
        heights = [self.tops[at] - 1.0 for at in starts]
        heights.append(self.tops[len(self.part.lines) - 1] + SIZE + 1.0)
        for height in heights:
            yield Ruling(left, height, right, height)
        for at, (top, bottom) in zip(starts, pairwise(heights), strict=True):
            for x in (left, right) if at in self.part.across else self.edges:
                yield Ruling(x, top, x, bottom)


def _width(cell: tuple[int, str]) -> float:
    indent, text = cell
    return indent * INDENTED + estimated_width(text)
