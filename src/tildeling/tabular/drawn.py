"""What is drawn of a table: rulings that meet, or that lie one under the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tildeling.read.page import Ruling, Word

# Font sizes within which two rulings meet, or two positions are the same: 2.5 points in type of
# ten, which is how far Word leaves lines apart at a table's corners.
TOUCH = 0.25
# A ruling is longer, and a cell wider and higher, than this many font sizes.
SHORTEST = 0.6


@dataclass(frozen=True)
class Lattice:
    """Rulings that meet: where they part columns and rows, outer edges included."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    down: tuple[Ruling, ...]
    across: tuple[Ruling, ...]
    touch: float
    """Points within which two positions are the same."""

    @property
    def column_count(self) -> int:
        """Number of columns."""
        return len(self.columns) - 1

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return len(self.rows) - 1

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.rows[-1]

    def encloses(self, word: Word) -> bool:
        """True where the word's middle lies in it."""
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        inside = self.columns[0] - self.touch <= x <= self.columns[-1] + self.touch
        return inside and self.top <= y <= self.bottom

    def column_at(self, x: float) -> int:
        """The column that a place lies in; the outermost one beside the lattice."""
        return bisect_right(self.columns, x, 1, self.column_count) - 1

    def row_at(self, y: float) -> int:
        """The row that a height lies in; the outermost one beside the lattice."""
        return bisect_right(self.rows, y, 1, self.row_count) - 1

    @property
    def area(self) -> float:
        """Square points that it covers."""
        return (self.columns[-1] - self.columns[0]) * (self.bottom - self.top)

    @cached_property
    def walls(self) -> tuple[frozenset[int], ...]:
        """For each row, the inner column edges that a line is drawn on."""
        middles = [(top + bottom) / 2 for top, bottom in pairwise(self.rows)]
        walls: list[set[int]] = [set() for _ in middles]
        for line in self.down:
            edge = self._edge_at(line.x0)
            for row in range(bisect_left(middles, line.top), bisect_right(middles, line.bottom)):
                walls[row].add(edge)
        return tuple(map(frozenset, walls))

    def _edge_at(self, x: float) -> int:
        at = bisect_left(self.columns, x - self.touch)
        return min(at, len(self.columns) - 1)

    @cached_property
    def floors(self) -> tuple[frozenset[int], ...]:
        """For each inner row edge, the columns that a line is drawn under."""
        middles = [(left + right) / 2 for left, right in pairwise(self.columns)]
        floors: list[set[int]] = [set() for _ in self.rows[1:-1]]
        for line in self.across:
            edge = bisect_left(self.rows, line.top - self.touch) - 1
            if 0 <= edge < len(floors):
                floors[edge].update(
                    range(bisect_left(middles, line.x0), bisect_right(middles, line.x1))
                )
        return tuple(map(frozenset, floors))


def find_lattices(rulings: Iterable[Ruling], size: float) -> list[Lattice]:
    """The sets of rulings that meet one another, for type of a size, from top to bottom.

    Underlined words and tables with lines across only make none.
    """
    found = []
    for group in _meeting([line for line in rulings if _length(line) > SHORTEST * size], size):
        across = [line for line in group if line.is_horizontal]
        down = [line for line in group if not line.is_horizontal]
        lattice = _lattice(across, down, size)
        if lattice is not None:
            found.append(lattice)
    return sorted(found, key=lambda lattice: (lattice.top, lattice.columns[0]))


def _lattice(across: list[Ruling], down: list[Ruling], size: float) -> Lattice | None:
    if len(across) + len(down) < 3 or not across or not down:
        return None
    touch = TOUCH * size
    columns = _positions([line.x0 for line in down], touch)
    rows = _positions([line.top for line in across], touch)
    # A table without outer lines: those across tell where its sides end, those down its top.
    _add_outer(columns, min(line.x0 for line in across), max(line.x1 for line in across), size)
    _add_outer(rows, min(line.top for line in down), max(line.bottom for line in down), size)
    if len(columns) < 2 or len(rows) < 2:
        return None
    return Lattice(tuple(columns), tuple(rows), tuple(down), tuple(across), touch)


def _add_outer(positions: list[float], low: float, high: float, size: float) -> None:
    if positions[0] - low > SHORTEST * size:
        positions.insert(0, low)
    if high - positions[-1] > SHORTEST * size:
        positions.append(high)


def _length(line: Ruling) -> float:
    return max(line.x1 - line.x0, line.bottom - line.top)


def _meeting(rulings: Sequence[Ruling], size: float) -> list[list[Ruling]]:
    """Rulings grouped so that each meets another of its group, one across and one down."""
    touch = TOUCH * size
    across = sorted((line for line in rulings if line.is_horizontal), key=lambda line: line.top)
    tops = [line.top for line in across]
    group_of = list(range(len(across)))

    def root(at: int) -> int:
        while group_of[at] != at:
            group_of[at] = at = group_of[group_of[at]]
        return at

    met: list[tuple[Ruling, int]] = []
    for line in rulings:
        if line.is_horizontal:
            continue
        first = bisect_left(tops, line.top - touch)
        last = bisect_right(tops, line.bottom + touch)
        meets = [
            at
            for at in range(first, last)
            if across[at].x0 - touch <= line.x0 <= across[at].x1 + touch
        ]
        for at in meets[1:]:
            group_of[root(at)] = root(meets[0])
        if meets:
            met.append((line, meets[0]))
    groups: dict[int, list[Ruling]] = {}
    for down, at in met:
        groups.setdefault(root(at), []).append(down)
    for at, line in enumerate(across):
        if root(at) in groups:
            groups[root(at)].append(line)
    return list(groups.values())


def _positions(values: Sequence[float], touch: float) -> list[float]:
    """Distinct positions in ascending order; those within `touch` of each other are one."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > touch:
            distinct.append(value)
    return distinct
