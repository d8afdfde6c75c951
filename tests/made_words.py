"""Made-up words, lines and rulings for tests of lines, tables and text.

The page is monospaced: a character is 6 points wide.
"""

from tildeling.page.lines import Line
from tildeling.read.page import Ruling, Word
from tildeling.tabular.raw_table import RawTable

CHARACTER = 6.0
PITCH = 14.0
SIZE = 11.0


def words(text: str, x0: float = 72.0, top: float = 100.0, bold: bool = False) -> tuple[Word, ...]:
    """The words of one line; two spaces or more leave as wide a gap."""
    found = []
    at = 0
    for piece in text.split(" "):
        if piece:
            left = x0 + at * CHARACTER
            right = left + len(piece) * CHARACTER
            found.append(Word(piece, left, top, right, top + SIZE, SIZE, bold))
        at += len(piece) + 1
    return tuple(found)


def line(text: str, row: int = 0, x0: float = 72.0, bold: bool = False, page: int = 1) -> Line:
    """One line; `row` counts line pitches from the top."""
    return Line(page, words(text, x0, 100.0 + row * PITCH, bold))


def lines(text: str, bold: bool = False) -> list[Line]:
    """A block of lines; an empty one leaves a line's space."""
    return [
        line(row, at, bold=bold)
        for at, row in enumerate(text.strip("\n").split("\n"))
        if row.strip()
    ]


def set_out(
    *rows: dict[float, str], page: int = 1, bold: int = 0, step: float = PITCH
) -> list[Line]:
    """Lines of words by where they begin; the first `bold` lines are bold."""
    return [
        Line(
            page,
            tuple(
                word
                for x0, text in sorted(row.items())
                for word in words(text, x0, 100.0 + at * step, at < bold)
            ),
        )
        for at, row in enumerate(rows)
    ]


def ending(text: str, x1: float) -> dict[float, str]:
    """A text set flush right."""
    return {x1 - 6.0 * len(text): text}


def down(x: float, top: float, bottom: float) -> Ruling:
    """A line drawn down the page."""
    return Ruling(x, top, x, bottom)


def across(y: float, x0: float, x1: float) -> Ruling:
    """A line drawn across the page."""
    return Ruling(x0, y, x1, y)


def cells(table: Line | RawTable) -> list[list[str]]:
    """The words of a table's cells, row by row."""
    assert isinstance(table, RawTable)
    return [[cell.text for cell in row.cells] for row in table.rows]
