"""Letters laid out by hand: blocks given as words, so that a test shows the form it is about."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tildeling.limits import Limits
from tildeling.meaning.reading import Reading
from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.source import open_document
from tildeling.text.blocks import Block, Cell, LaidOut, Paragraph, Row, Style, Table
from tildeling.text.lay_out import lay_out
from tildeling.text.letter_text import LetterText

Printed = str | Sequence[Sequence[str]]
"""A paragraph's words, or a table's rows of cells ("" for an empty one)."""

LETTERS = Path(__file__).parent / "fixtures" / "letters"
FIXTURES = tuple(sorted(path.name.split(".")[0] for path in LETTERS.glob("*.facts.toml")))
"""Names of the fixture letters."""


class Heading(str):
    """A paragraph's words set in bold."""

    __slots__ = ()


TITLE_STYLE = Style(size=14.0, bold=True)
BODY_STYLE = Style(size=11.0)
HEADING_STYLE = Style(size=11.0, bold=True)


class _Page:
    """Writes blocks one under the other on page 1."""

    def __init__(self) -> None:
        self.text = LetterText()
        self.top = 50.0

    def block(self, printed: Printed, style: Style) -> Block:
        self.text.separate("\n")
        if isinstance(printed, str):
            style = HEADING_STYLE if isinstance(printed, Heading) else style
            start, end = self._line(printed, 70.0, style)
            return Paragraph(start, end, outer=start, page=1, style=style, lead=start)
        first = self.text.length
        rows = tuple(self._row(cells, at) for at, cells in enumerate(printed))
        columns = max(len(cells) for cells in printed)
        return Table(first, self.text.length, page=1, rows=rows, columns=columns)

    def _row(self, printed: Sequence[str], at: int) -> Row:
        if at:
            self.text.separate("\n")
        first = self.text.length
        cells: list[Cell] = []
        for column, words in enumerate(printed):
            if not words:
                continue
            if cells:
                self.text.separate("\t")
            start, end = self._line(words, 70.0 + 150.0 * column, BODY_STYLE)
            cells.append(Cell(start, end, column))
        return Row(first, self.text.length, tuple(cells))

    def _line(self, printed: str, left: float, style: Style) -> tuple[int, int]:
        self.top += 20.0
        words = []
        for text in printed.split(" "):
            right = left + 5.0 * len(text)
            words.append(Word(text, left, self.top, right, self.top + style.size, style.size))
            left = right + 3.0
        return self.text.add_line(Line(1, tuple(words)))


def letter(
    head: Sequence[Printed] = (),
    title: str | Sequence[str] = "Tildelingsbrev for 2026",
    body: Sequence[Printed] = (),
    furniture: Sequence[str] = (),
) -> Reading:
    """A letter of one page: its head, its title, and what follows, in the order given."""
    page = _Page()
    over = tuple(page.block(printed, BODY_STYLE) for printed in head)
    titles = [title] if isinstance(title, str) else title
    blocks = [page.block(printed, TITLE_STYLE) for printed in titles]
    blocks += [page.block(printed, BODY_STYLE) for printed in body]
    return Reading(
        LaidOut(
            text=page.text,
            head=over,
            blocks=tuple(blocks),
            has_title=bool(titles),
            furniture=tuple(furniture),
            hidden=(),
            body_size=BODY_STYLE.size,
        )
    )


def fixture(name: str) -> tuple[Reading, dict[str, Any]]:
    """A fixture letter as the build rooms see it, and the facts that a person read in it."""
    document = open_document(LETTERS / f"{name}.pdf", Limits(), PdfiumReader())
    facts = tomllib.loads((LETTERS / f"{name}.facts.toml").read_text(encoding="utf-8"))
    return Reading(lay_out(document)), facts


def table_rows(laid: LaidOut) -> list[list[str]]:
    """The words of each cell of each table row."""
    return [
        [laid.text.text[cell.start : cell.end] for cell in row.cells]
        for block in (*laid.head, *laid.blocks)
        if isinstance(block, Table)
        for row in block.rows
    ]
