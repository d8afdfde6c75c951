"""Tables of plain text whose columns the converter did not keep: how they are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable

# Lines stand apart where a blank line is between them: more than this many pitches.
APART = 1.5


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: the edges of its lines, and from one line to the next."""

    left: float
    right: float
    pitch: float

    def share(self, line: Line) -> float:
        """How far a line reaches, as a share of the text's width."""
        return (line.x1 - self.left) / (self.right - self.left)

    def apart(self, above: Line, line: Line) -> bool:
        """True where a blank line or a page's end is between two lines."""
        return above.page != line.page or line.top - above.top > APART * self.pitch


def raw_row(cells: Sequence[tuple[int, Sequence[tuple[Word, ...]]]], page: int) -> RawRow:
    """A row of cells in some columns, each with the words of its lines."""
    return RawRow(
        [
            RawCell(column, 1, [Line(page, words) for words in lines], 0.0, 0.0)
            for column, lines in cells
        ]
    )


def torn_table(rows: list[RawRow], columns: int) -> RawTable:
    """A table without places: its rows and how many columns it has."""
    first = rows[0].cells[0].lines[0]
    return RawTable(
        first.page,
        rows,
        [float(edge) for edge in range(columns + 1)],
        "text",
        first.top,
        first.top + first.size * len(rows),
        first.page,
    )


def label_row(label: Sequence[Sequence[Word]], value: Sequence[Word], page: int) -> RawRow:
    """A row of a label and its value."""
    return raw_row([(0, [tuple(line) for line in label]), (1, [tuple(value)])], page)


def cells_row(cells: Sequence[Sequence[Word]], page: int) -> RawRow:
    """A row of one cell a column, each of one line."""
    return raw_row([(column, [tuple(words)]) for column, words in enumerate(cells)], page)
