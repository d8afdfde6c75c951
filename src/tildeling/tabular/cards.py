"""Cards: boxes whose inside stands in columns that share no lines, each read from top to bottom.

An assignment's title and text stand beside a narrow column with what is told of it: "Frist" over a
date, "Ansvarlig" over a department. The box may be outlined, shaded, or have a bar at its left
edge. A card becomes a table of one row, whose cells hold paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tildeling.forms import is_label
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Word
from tildeling.read.view import Box
from tildeling.tabular.cell_types import cell_type
from tildeling.tabular.drawn import Lattice
from tildeling.tabular.labelled import find_labelled
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable

# Points: an area that is no wider is a bar at a box's left edge; browsers draw three or four.
BAR = 8.0
# Font sizes that words leave free between the columns of a card, line after line: twice a space.
FREE = 0.5
# The main column of a card has so many lines of text at least.
LEAST_LINES = 2
# Share of its column that a line of running text fills; the last line of each paragraph less.
FLOWS = 0.6
# What belongs together beside the text stands so many font sizes apart at most: a label in small
# type over a date takes 1.6.
PACKED = 2.2
# So many lines at the top, a title over all columns, and at the bottom may cross the columns.
HEAD_LINES = 2
# Points by which a label is smaller than its value, where type tells them apart.
LARGER = 0.6
# A column with no longer word holds the markers of a list.
WORD_LETTERS = 3

_LABELLED = re.compile(r"(?P<label>[A-ZÆØÅ][^:]{1,40}):")
_WORD = re.compile(rf"[^\W\d_]{{{WORD_LETTERS},}}")


@dataclass(frozen=True, slots=True)
class _Column:
    """What stands in one column of a box."""

    lines: list[Line]

    @property
    def letters(self) -> int:
        """How much text it holds."""
        return sum(len(line.text) for line in self.lines)

    @property
    def is_text(self) -> bool:
        """False for the markers of a list."""
        return any(_WORD.search(line.text) for line in self.lines)

    @property
    def is_all_labels(self) -> bool:
        """True for labels whose values stand beside them."""
        return all(is_label(line.text) for line in self.lines)


def take_cards(
    page: Page, lines: Sequence[Line], lattices: Sequence[Lattice], size: float
) -> tuple[list[RawTable], list[Line]]:
    """The cards of a page, and the lines that are left; the inner one of two boxes is taken."""
    cards: list[RawTable] = []
    left = list(lines)
    for area in sorted(_areas(page, lines, lattices), key=_size):
        inside, rest = _parted(page, left, area)
        card = _card(page, area, inside, size)
        if card is not None:
            cards.append(card)
            left = rest
    return sorted(cards, key=lambda card: card.top), left


def _size(area: Box) -> float:
    return (area[2] - area[0]) * (area[3] - area[1])


def _areas(page: Page, lines: Sequence[Line], lattices: Sequence[Lattice]) -> Iterator[Box]:
    """Where a card may be: painted or outlined areas, frames, and what stands beside a bar."""
    right = max((line.x1 for line in lines), default=0.0)
    for panel in page.panels:
        yield panel if panel[2] - panel[0] > BAR else (panel[0], panel[1], right + 1, panel[3])
    drawn = {ruling for lattice in lattices for ruling in lattice.down}
    for ruling in page.rulings:
        if not ruling.is_horizontal and ruling not in drawn:
            yield ruling.x0, ruling.top, right + 1, ruling.bottom
    for lattice in lattices:
        if lattice.column_count == 1:
            for top, bottom in pairwise(lattice.rows):
                yield lattice.columns[0], top, lattice.columns[-1], bottom


def _parted(page: Page, lines: Sequence[Line], area: Box) -> tuple[list[Word], list[Line]]:
    """The words in an area, and the lines of the others."""
    inside: list[Word] = []
    rest: list[Line] = []
    for line in lines:
        if not area[1] <= line.middle <= area[3]:
            rest.append(line)
            continue
        within = [word for word in line.words if area[0] <= (word.x0 + word.x1) / 2 <= area[2]]
        inside += within
        if len(within) < len(line.words):
            out = tuple(word for word in line.words if word not in within)
            rest.append(Line(page.number, out, line.frame) if within else line)
    return inside, rest


def _card(page: Page, area: Box, words: Sequence[Word], size: float) -> RawTable | None:
    """The table of one row that a box is; None where its words stand in no columns of their own."""
    lines = lines_of(page, words)
    if len(lines) <= LEAST_LINES or any(find_labelled(lines)):
        return None
    found = _strips(lines, size)
    if found is None:
        return None
    strips, first, last = found
    edges = [area[0], *((low + high) / 2 for low, high in strips), area[2]]
    columns = [
        _Column(lines_of(page, inside))
        for low, high in pairwise(edges)
        if (inside := _between(lines[first:last], low, high))
    ]
    if len(columns) < 2 or len(columns) != len(edges) - 1:
        return None
    main = max(range(len(columns)), key=lambda at: columns[at].letters)
    text = columns[main]
    beside = [column for column in columns if column is not text]
    if not _flows(text, edges[main + 1] - edges[main]):
        return None
    if not all(_is_told(column) for column in beside):
        return None
    columns[main] = _Column([*lines[:first], *text.lines, *lines[last:]])
    cells = [_cell(at, column.lines) for at, column in enumerate(columns)]
    return RawTable(
        page.number,
        [RawRow(cells)],
        edges,
        "ruled",
        area[1],
        area[3],
        page.number,
        is_card=True,
    )


def _cell(at: int, lines: list[Line]) -> RawCell:
    right = max(line.x1 for line in lines)
    reach = sum(1 for line in lines if right - line.x1 < line.size)
    left = min(line.x0 for line in lines)
    return RawCell(at, 1, lines, left, right, ruled=False, sure=reach > 1)


def _strips(
    lines: Sequence[Line], size: float
) -> tuple[list[tuple[float, float]], int, int] | None:
    """The strips that words leave free, from the first to before the last line that they part.

    A title may run over all columns, and so may what stands under them.
    """
    for outside in range(HEAD_LINES + 1):
        for first in range(outside, -1, -1):
            last = len(lines) - (outside - first)
            if last - first < LEAST_LINES:
                continue
            strips = _parting(lines[first:last], size)
            if strips:
                return strips, first, last
    return None


def _parting(lines: Sequence[Line], size: float) -> list[tuple[float, float]]:
    words = sorted((word for line in lines for word in line.words), key=lambda word: word.x0)
    strips: list[tuple[float, float]] = []
    reach = words[0].x1
    for word in words:
        if word.x0 - reach >= FREE * size:
            strips.append((reach, word.x0))
        reach = max(reach, word.x1)
    # Markers of a list, and labels beside their values, make no column of their own.
    kept: list[tuple[float, float]] = []
    left = words[0].x0
    for low, high in strips:
        inside = [found for line in lines if (found := _between([line], left, high))]
        column = _Column([Line(lines[0].page, tuple(some)) for some in inside])
        if column.is_text and not column.is_all_labels:
            kept.append((low, high))
            left = high
    return kept


def _between(lines: Sequence[Line], low: float, high: float) -> list[Word]:
    return [word for line in lines for word in line.words if low <= (word.x0 + word.x1) / 2 < high]


def _flows(column: _Column, room: float) -> bool:
    """True for running text: a line that fills its column, and one that goes on from it."""
    return any(
        above.x1 - above.x0 > FLOWS * room and above.bold == below.bold
        for above, below in pairwise(column.lines)
    )


def _is_told(column: _Column) -> bool:
    """True for a column of labels with their values."""
    lines = column.lines
    if not column.is_text:
        return False
    if sum(1 for line in lines if cell_type(line.text) == "amount") > 1:
        return False
    return all(_is_labelled(run) for run in _runs(lines))


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in groups that stand close together."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.middle - runs[-1][-1].middle < PACKED * max(line.size, runs[-1][-1].size):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _is_labelled(run: Sequence[Line]) -> bool:
    """True for a label with its value after or under it: in words that we know, or by its type."""
    match = _LABELLED.match(run[0].text)
    if match is not None and is_label(match["label"]):
        return True
    if len(run) == 1:
        return False
    over, under = run[:2]
    apart = abs(over.size - under.size) > LARGER or over.bold != under.bold
    return is_label(over.text) or (apart and over.text[0].isupper())
