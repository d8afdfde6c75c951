"""Tables as they are taken from a page, before they are written into the letter's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tildeling.page.lines import Line
from tildeling.table import TableKind
from tildeling.tabular.cell_types import CellType, cell_type


@dataclass
class RawCell:
    """A cell's lines, before they are written into the letter's text."""

    column: int
    columns: int
    lines: list[Line]
    left: float
    right: float
    """The edges of the room that the cell's text has."""
    ruled: bool = True
    """False where the right edge is only that of the longest line."""
    sure: bool = True
    """True where more than one line reaches that edge."""
    rows: int = 1
    first_type: CellType | None = None
    """How its first line reads, once that is known."""

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join([line.text for line in self.lines])

    @property
    def type(self) -> CellType:
        """How its words read. It may get more lines yet, of a page that follows."""
        if len(self.lines) > 1:
            return cell_type(self.text)
        if self.first_type is None:
            self.first_type = cell_type(self.lines[0].text)
        return self.first_type


@dataclass
class RawRow:
    """A row's cells, from left to right; empty ones are left out."""

    cells: list[RawCell]
    is_in_doubt: bool = False
    """True where a reading as good as the one taken has other amounts in it."""

    def cell(self, column: int) -> RawCell | None:
        """The cell that begins in a column, or None."""
        for cell in self.cells:
            if cell.column == column:
                return cell
        return None

    @property
    def is_bold(self) -> bool:
        """True where every line of every cell is bold."""
        return all(line.bold for cell in self.cells for line in cell.lines)

    @property
    def text(self) -> str:
        """Its words, cells parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)


@dataclass
class RawTable:
    """A table on one page, or, once joined, over several."""

    page: int
    rows: list[RawRow]
    edges: list[float]
    """Left and right edge of the table and, between them, where its columns part."""
    kind: TableKind
    top: float
    bottom: float
    last_page: int = field(default=0)
    gutters: Sequence[tuple[float, float]] = ()
    """The empty strips between its columns, where no rulings part them."""
    readings: Sequence[object] = ()
    """The readings that competed, the best first."""
    is_card: bool = False
    """True for a box of one row whose columns share no lines."""
    repeated: list[tuple[int, RawRow]] = field(default_factory=list)
    """Rows of its heading that later pages print again, each with the position of the row under it.
    """

    @property
    def column_count(self) -> int:
        """Number of columns."""
        return len(self.edges) - 1
