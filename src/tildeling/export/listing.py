"""Tables for a terminal that lose no words: narrow ones wrap, and rules are drawn in ASCII."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Column, Table
from rich.text import Text

from tildeling.export.terminal import printable

# A rule under the headings and nothing else.
HEAD_RULE = Box("    \n    \n -  \n    \n    \n    \n    \n    \n", ascii=True)

# Characters at most in every column but the wide one, so that 80 leave room for that one.
NARROW = 18

# Characters of a word that is not broken; "kommunesektoren" has 15, an address has many more.
WIDEST_WORD = 30

# Characters between two columns.
COLUMN_GAP = 2

HEADING = "bold"
ASIDE = "dim"


def plain(text: str, style: str = "") -> Text:
    """Text from a letter: neither rich's markup nor control characters in it work."""
    return Text(printable(text), style, overflow="fold")


def lines(*parts: Text | str | None) -> Text:
    """The parts that are not empty, one a line."""
    return Text("\n", overflow="fold").join(
        plain(part) if isinstance(part, str) else part for part in parts if part
    )


def part(
    heading: str, items: Sequence[object], content: RenderableType
) -> Iterator[RenderableType]:
    """A blank line, the heading with the number of items, the content; nothing without items."""
    if items:
        yield Text()
        yield Text(f"{heading} ({len(items)})", "bold cyan")
        yield content


class Listing(Table):
    """A table whose wide column stands over its rows where the room left would break a word.

    `wide` is the place of that column; None where it has nothing in it.
    """

    def __init__(self, wide: int | None = None, *, show_header: bool = True) -> None:
        super().__init__(
            box=HEAD_RULE,
            show_edge=False,
            pad_edge=False,
            padding=(0, 1, 0, 0),
            header_style=HEADING,
            show_header=show_header,
        )
        self.wide = wide

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What rich prints."""
        if self.wide is None or self._room(options.max_width) >= self._longest_word(self.wide):
            yield from super().__rich_console__(console, options)
            return
        rows = list(zip(*(column.cells for column in self.columns), strict=True))
        yield self._beside(None)
        for at, row in enumerate(rows):
            if row[self.wide]:
                yield row[self.wide]
            yield self._beside([cell for place, cell in enumerate(row) if place != self.wide])
            if self.leading and at < len(rows) - 1:
                yield Text()

    def _room(self, width: int) -> int:
        """What the other columns leave of a line."""
        return width - sum((column.width or 0) + COLUMN_GAP for column in self._others())

    def _others(self) -> list[Column]:
        return [column for place, column in enumerate(self.columns) if place != self.wide]

    def _longest_word(self, place: int) -> int:
        words = (
            cell_len(word)
            for cell in self.columns[place].cells
            if isinstance(cell, Text)
            for word in cell.plain.split()
        )
        return min(WIDEST_WORD, max(words, default=0))

    def _beside(self, cells: Sequence[RenderableType] | None) -> Table:
        """One row of the other columns; their headings where there are no cells."""
        table = Listing(show_header=cells is None)
        for column in self._others():
            table.add_column(
                column.header, justify=column.justify, width=column.width, overflow="fold"
            )
        if cells is not None:
            table.add_row(*cells)
        return table


def listing(headings: Sequence[str], rows: Iterable[Sequence[Text | str]], wide: int) -> Table:
    """A table with a row for each of `rows`; the column at `wide` gets the room that is left.

    A heading that begins with ">" is set to the right. Columns with nothing in them are left out.
    Where the room that is left would break a word, that column stands over the others instead.
    """
    cells = [[plain(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    used = [place for place in range(len(headings)) if any(row[place] for row in cells)]
    table = Listing(used.index(wide) if wide in used else None)
    for place in used:
        heading = headings[place].removeprefix(">")
        if place == wide:
            table.add_column(plain(heading), overflow="fold")
            continue
        longest = min(NARROW, max(line_width(row[place]) for row in cells))
        table.add_column(
            _heading(heading, longest),
            justify="right" if headings[place].startswith(">") else "left",
            width=max(longest, longest_word(heading)),
            overflow="fold",
        )
    for row in cells:
        table.add_row(*(row[place] for place in used))
    return table


def line_width(text: Text) -> int:
    """Cells on a screen that the longest line takes."""
    return max((cell_len(line) for line in text.plain.split("\n")), default=0)


def longest_word(text: str) -> int:
    """Characters of the longest word, which no column is narrower than, but at most `NARROW`."""
    return min(NARROW, max(map(len, printable(text).split()), default=0))


def _heading(words: str, width: int) -> Text:
    """The heading over several lines, so that it makes no column wider than its longest word."""
    return lines(
        *textwrap.wrap(printable(words), max(width, longest_word(words)), break_long_words=False)
    )
