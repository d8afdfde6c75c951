"""Plain text as pages of words, set again on a grid of characters.

A converter leaves no fonts or boxes. Where it kept columns, a column of the text is half a type
size, and every line a line's pitch. Running text is set as wide as in an ordinary type, its full
lines to the right edge, so that one which was ended on purpose is seen to be short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tildeling.read.characters import clean_text
from tildeling.read.page import Document, Page, Ruling, Word
from tildeling.read.plain_headings import mark_headings
from tildeling.read.plain_lines import (
    DEEPEST_INDENT,
    LEADER,
    LONE,
    MEAN_CHARACTER,
    SIZE,
    PlainLine,
    align_items,
    estimated_width,
    mark_between_rows,
    mark_full,
    sheets_of,
    usual_right,
)
from tildeling.read.plain_stream import is_stream
from tildeling.read.plain_table_setting import TableSetting
from tildeling.read.plain_tables import TablePart, task_tables

# Long lines are set narrower, so that they end on the page.
WIDEST = 5.0
# Width of the grid's columns, in points.
NARROWEST = 3.0
# Columns stand at least so many points apart, however few spaces part them.
GAP = 12.0
# From one line to the next, in points.
PITCH = 12.0
# Points to the left and right of a page's text: an inch, as letters have it.
MARGIN = 72.0
# Share of a page's height over and under its text, where running heads and numbers begin.
ABOVE = 0.06
# Points; a page of few lines is as high as this, so that its first and last are far apart.
SHORTEST_PAGE = 480.0
# Characters to the left of its own that a dash for no amount stands among the amounts.
ALIGNED = 2
# Type size of a footnote's mark.
RAISED = 6.0
# What stands at a page's end under a blank line, and has no more lines, stands at its foot.
FOOTER_LINES = 8

_NO_AMOUNT = ("-", "–", "−")
# The mark of a footnote at an amount's last digits, which the page has raised: "398.640.0001)".
_NOTED = re.compile(r"(?P<amount>(?:\d{1,3}\.)*\d{3})(?P<mark>\d\))")


def plain_document(name: str, sha256: str, text: str) -> Document:
    """The text as a document of pages."""
    text = clean_text(text)
    return Document(name, sha256, None, plain_pages(text), plain=True, unfolded=is_stream(text))


def plain_pages(text: str) -> tuple[Page, ...]:
    r"""A clean text's pages, as a reader of a PDF gives them; form feeds end pages.

    >>> [word.text for page in plain_pages("Kap. 290\n\fPost 01") for word in page.words]
    ['Kap.', '290', 'Post', '01']
    """
    sheets = sheets_of(text)
    lines = [line for sheet in sheets for line in sheet if not line.numbers_page]
    right = usual_right(lines)
    parts = task_tables(sheets)
    mark_between_rows(lines)
    align_items(lines)
    mark_full(lines, right)
    mark_headings(lines, right)
    setting = _Setting(right, _character(lines, right))
    height = max(SHORTEST_PAGE, *(PITCH + sum(map(_height, sheet)) for sheet in sheets))
    # No wider than high, as pages are: the rim where marks stand goes by the longer side, and a
    # text whose paragraphs are lines of their own lost its first and last to it.
    height = max(height / (1 - 2 * ABOVE), right + 2 * MARGIN)
    return tuple(
        setting.page(number, sheet, height, tables)
        for number, (sheet, tables) in enumerate(zip(sheets, parts, strict=True), 1)
    )


def _character(lines: Sequence[PlainLine], right: float) -> float:
    """How wide a column of the grid is: the widest lines end at the right edge, few left out."""
    ends = sorted(line.end for line in lines if LEADER.search(line.text) is None)
    if not ends:
        return WIDEST
    return min(WIDEST, max(NARROWEST, right / ends[len(ends) - 1 - len(ends) // 50]))


def _height(line: PlainLine) -> float:
    return PITCH * (line.blanks + 1)


def _tops(lines: Sequence[PlainLine], height: float, first: float) -> list[float]:
    """Where each line of a page begins; what stands at its foot does so on every page."""
    tops = []
    top = ABOVE * height - PITCH + first
    for line in lines:
        top += _height(line)
        tops.append(top)
    foot = _foot(lines)
    if foot:
        down = (1 - ABOVE) * height - PITCH - top
        tops[-foot:] = [top + down for top in tops[-foot:]]
    return tops


def _foot(lines: Sequence[PlainLine]) -> int:
    """How many lines stand at a page's foot."""
    for count, line in enumerate(reversed(lines[-FOOTER_LINES:]), 1):
        if line.blanks and count < len(lines):
            return count
    return int(len(lines) > 1 and lines[-1].numbers_page)


class _Setting:
    """Sets lines on pages."""

    def __init__(self, right: float, character: float) -> None:
        self.right = right
        self.character = character

    def page(
        self, number: int, lines: Sequence[PlainLine], height: float, tables: Sequence[TablePart]
    ) -> Page:
        """A page of lines, as high as all pages of the text, with the tables among them."""
        # The first page's head is one of its own: the title may come back as a running head.
        tops = _tops(lines, height, PITCH if number == 1 else 0.0)
        words: list[Word] = []
        rulings: list[Ruling] = []
        for line, top in zip(lines, tops, strict=True):
            if not line.in_table:
                words += self._type(line, top) if self._runs(line) else self._grid(line, top)
        for table in tables:
            own = TableSetting(table, tops[table.first : table.end], MARGIN, self.right, number)
            words += own.words()
            rulings += own.rulings()
        return Page(number, self.right + 2 * MARGIN, height, tuple(words), tuple(rulings))

    def _runs(self, line: PlainLine) -> bool:
        """True for a line of running text long enough that its width matters."""
        if not line.flows or line.between_rows or line.indent > DEEPEST_INDENT:
            return False
        return line.width > LONE * self.right

    def _type(self, line: PlainLine, top: float) -> Iterator[Word]:
        """The words of running text, as wide as in a type; a full line ends at the right edge."""
        x, text = self._columns(line)[0]
        words = text.split(" ")
        if len(line.columns) > 1:  # the marker stands before its text, however that is stretched
            marker = words.pop(0)
            width = estimated_width(marker)
            yield Word(marker, x, top, x + width, top + SIZE, SIZE, line.heading)
            x = MARGIN + line.indent * (MEAN_CHARACTER if line.in_text else self.character)
        widths = [estimated_width(word) for word in words]
        space = estimated_width(" ")
        scale = 1.0
        if line.full or (line.heading and line.is_unfinished) or line.width > self.right:
            scale = (MARGIN + self.right - x) / (sum(widths) + space * (len(words) - 1))
        for word, width in zip(words, widths, strict=True):
            yield Word(word, x, top, x + width * scale, top + SIZE, SIZE, line.heading)
            x += (width + space) * scale

    def _grid(self, line: PlainLine, top: float) -> Iterator[Word]:
        """The words where their characters stand; columns are kept apart."""
        columns = self._columns(line)
        ends = [x - GAP for x, _ in columns[1:]]
        for (start, text), end in zip(columns, [*ends, float("inf")], strict=True):
            x = start
            if len(columns) > 1 and text in _NO_AMOUNT:
                x -= ALIGNED * self.character
            for word in text.split(" "):
                width = len(word) * self.character
                x1 = min(x + width, max(end, x + width / 2))
                noted = _NOTED.fullmatch(word)
                if noted is None:
                    yield Word(word, x, top, x1, top + SIZE, SIZE, line.heading)
                else:
                    edge = x1 - (x1 - x) * len(noted["mark"]) / len(word)
                    yield Word(noted["amount"], x, top, edge, top + SIZE, SIZE, line.heading)
                    yield Word(noted["mark"], edge, top, x1, top + RAISED, RAISED, line.heading)
                x += width + self.character

    def _columns(self, line: PlainLine) -> list[tuple[float, str]]:
        """Where the line's columns begin; a marker stands a space before its text."""
        columns = line.columns
        if line.flows and len(columns) > 1:
            marker, text = columns[0][1], columns[1][1]
            columns = [(max(0, line.indent - len(marker) - 1), f"{marker} {text}")]
        indents = line.flows and line.in_text and line.indent <= DEEPEST_INDENT
        character = MEAN_CHARACTER if indents else self.character
        return [(MARGIN + start * character, text) for start, text in columns]
