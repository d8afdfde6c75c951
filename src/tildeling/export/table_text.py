"""Tables of any document drawn as grids of characters, cells wrapped to the width of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from rich.cells import cell_len, chop_cells

from tildeling.export.table_cells import (
    NO_TABLES,
    Places,
    begins_at,
    heading_rows,
    pages_in_words,
    places_of,
    table_name,
)
from tildeling.export.terminal import printable
from tildeling.table import DocumentTables, Table, TableCell
from tildeling.words import Words

# Columns whose cells are not broken over lines: half an amount is another amount.
UNBROKEN = ("amount", "key", "date")

# A cell of such a column that has more characters is broken all the same: it is no amount.
SHORT = 24

# Spaces on each side of a line between columns, and the longest word that is not broken
# ("tilsagnsfullmakter" has 18 characters): the first that lets a table fit its terminal.
TIGHTER = ((1, 20), (0, 20), (0, 10))


# What is drawn at a point from which lines go up, down, left, right.
CORNERS = dict(zip(product((False, True), repeat=4), " ───│┌┐┬│└┘┴│├┤┼", strict=True))

ASCII = str.maketrans("─│┌┐┬└┘┴├┤┼", "-|+++++++++")


def tables_text(
    found: DocumentTables, width: int, words: Words, *, ascii_only: bool = False
) -> str:
    """Every table under its name and pages, no wider than `width` unless its amounts are.

    `ascii_only` draws the lines with characters that every terminal has.
    """
    if not found.tables:
        return words.say(NO_TABLES) + "\n"
    parts = []
    for number, table in enumerate(found.tables, 1):
        pages = pages_in_words(table, words)
        name = printable(table_name(table, words, number)) + (f" ({pages})" if pages else "")
        drawn = list(_Drawing(table, width).lines())
        if ascii_only:
            drawn = [line.translate(ASCII) for line in drawn]
        parts.append("\n".join((*_wrapped(name, width), *drawn)) + "\n")
    return "\n".join(parts)


class _Drawing:
    """One table with the widths of its columns, the lines of its cells, the heights of its rows."""

    def __init__(self, table: Table, width: int) -> None:
        self.table = table
        self.places: Places = places_of(table)
        self.heads = heading_rows(table, self.places)
        for self.pad, word in TIGHTER:
            self.between = 2 * self.pad + 1
            wanted, least = self._needs(word)
            room = width - self.between * len(table.columns) - 1
            if sum(least) <= room:
                break
        self.widths = _fitted(wanted, least, room)
        self.texts = {
            (cell.row, cell.column): _wrapped(cell.text, self._room(cell)) for cell in table.cells
        }
        self.heights = self._heights()

    def lines(self) -> Iterator[str]:
        """The drawing from top to bottom."""
        for row, cells in enumerate(self.places):
            if self._has_rule_over(row):
                yield self._rule(row)
            for at in range(self.heights[row]):
                yield self._text_line(row, cells, at)
        yield self._rule(len(self.places))

    def _has_rule_over(self, row: int) -> bool:
        """Rows of one line each stand close; the heading and rows of several lines are parted."""
        return row in (0, self.heads) or max(self.heights[row - 1 : row + 1]) > 1

    def _text_line(self, row: int, cells: Sequence[TableCell | None], at: int) -> str:
        drawn = "│"
        column = 0
        while column < len(cells):
            cell = cells[column]
            end = column + 1
            while cell is not None and end < len(cells) and cells[end] is cell:
                end += 1
            room = sum(self.widths[column:end]) + self.between * (end - column - 1)
            words = self._words(cell, row, at)
            space = " " * (room - cell_len(words))
            right = cell is not None and self._is_amount(cell)
            pad = " " * self.pad
            drawn += f"{pad}{space + words if right else words + space}{pad}│"
            column = end
        return drawn

    def _words(self, cell: TableCell | None, row: int, at: int) -> str:
        """The words of a cell on a line of a row; a cell over several rows goes on in the next."""
        if cell is None:
            return ""
        lines = self.texts[cell.row, cell.column]
        line = sum(self.heights[cell.row : row]) + at
        return lines[line] if line < len(lines) else ""

    def _is_amount(self, cell: TableCell) -> bool:
        return self.table.columns[cell.column].type == "amount" and not cell.heading

    def _rule(self, row: int) -> str:
        """The line over a row, or under the last one: not through a cell that goes on."""
        columns = range(len(self.widths))
        over = self.places[row - 1] if row else None
        under = self.places[row] if row < len(self.places) else None
        drawn = [
            over is None or under is None or over[at] is None or over[at] is not under[at]
            for at in columns
        ]
        line = self._corner(over, under, 0, drawn)
        for at in columns:
            line += ("─" if drawn[at] else " ") * (self.widths[at] + self.between - 1)
            line += self._corner(over, under, at + 1, drawn)
        return line

    @staticmethod
    def _corner(
        over: Sequence[TableCell | None] | None,
        under: Sequence[TableCell | None] | None,
        at: int,
        drawn: Sequence[bool],
    ) -> str:
        def parts(row: Sequence[TableCell | None] | None) -> bool:
            """True where a line down the page parts a row before the column `at`."""
            if row is None:
                return False
            return at in (0, len(row)) or row[at - 1] is None or row[at - 1] is not row[at]

        left = at > 0 and drawn[at - 1]
        right = at < len(drawn) and drawn[at]
        return CORNERS[parts(over), parts(under), left, right]

    def _room(self, cell: TableCell) -> int:
        """Characters that a line of a cell has."""
        widths = self.widths[cell.column : cell.column + cell.column_span]
        return sum(widths) + self.between * (len(widths) - 1)

    def _heights(self) -> list[int]:
        heights = [1] * len(self.places)
        for cell in sorted(self.table.cells, key=lambda cell: cell.row_span):
            rows = slice(cell.row, cell.row + cell.row_span)
            missing = len(self.texts[cell.row, cell.column]) - sum(heights[rows])
            heights[cell.row + cell.row_span - 1] += max(0, missing)
        return heights

    def _needs(self, longest_word: int) -> tuple[list[int], list[int]]:
        """For each column the width that breaks no line, and the one that breaks no word."""
        wanted, least = ([1] * len(self.table.columns) for _ in range(2))
        for row, cells in enumerate(self.places):
            for at, cell in enumerate(cells):
                if cell is None or cell.column_span > 1 or not begins_at(cell, row, at):
                    continue
                kind = self.table.columns[at].type
                whole = max(map(cell_len, map(printable, cell.text.split("\n"))))
                unbroken = kind in UNBROKEN and not cell.heading and whole <= SHORT
                words = map(cell_len, printable(cell.text).split())
                word = min(longest_word, max(words, default=1))
                wanted[at] = max(wanted[at], whole)
                least[at] = max(least[at], whole if unbroken else word)
        return wanted, least


def _fitted(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths of columns: what they want, or what they get of the room, but the least."""
    if sum(wanted) <= room:
        return list(wanted)
    widths = list(least)
    for _ in range(room - sum(least)):
        # The column whose cells take most lines gets the next character.
        at = max(range(len(widths)), key=lambda at: wanted[at] / widths[at])
        widths[at] += 1
    return widths


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` characters; a longer word is broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in printable(paragraph).split():
            for piece in chop_cells(word, max(width, 2)):
                if line and cell_len(line) + 1 + cell_len(piece) > width:
                    lines.append(line)
                    line = piece
                else:
                    line = f"{line} {piece}" if line else piece
        lines.append(line)
    return lines
