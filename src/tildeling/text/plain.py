"""Plain text, as a converter took it from a PDF, to the letter's text and its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tildeling.page.lines import Line
from tildeling.tabular.raw_table import RawCell, RawTable
from tildeling.text.blocks import Block, Cell, LaidOut, Paragraph, Style
from tildeling.text.letter_text import LetterText, hyphenated_words
from tildeling.text.plain_columns import find_columns
from tildeling.text.plain_deadlines import find_deadline_rows
from tildeling.text.plain_flow import (
    TextParagraph,
    mark_headings,
    page_of,
    paragraphs_of_text,
)
from tildeling.text.plain_lines import TextLine, text_lines, usual_right
from tildeling.text.plain_rows import find_budget_rows
from tildeling.text.plain_signatures import find_signatures
from tildeling.text.table_text import write_table
from tildeling.text.title import find_title

_Part = TextLine | RawTable


def lay_out_text(text: str) -> LaidOut:
    r"""Lays out a letter from plain text.

    Blocks are those that the PDF itself would give, as far as the text still tells them apart: no
    page, size or gap, and bold only where a line looks like a heading by its words.

    >>> laid = lay_out_text("Tillegg til tildelingsbrev\n\nVi viser til brevet og\nendrer det.")
    >>> laid.text.text.split("\n")
    ['Tillegg til tildelingsbrev', 'Vi viser til brevet og endrer det.']
    """
    lines, furniture = text_lines(text)
    parts = _tables(lines)
    writer = _Writer(LetterText(hyphenated_words(lines), plain=True))
    blocks = writer.write(parts)
    title = find_title(writer.text, blocks)
    return LaidOut(
        text=writer.text,
        head=tuple(blocks[: title or 0]),
        blocks=tuple(blocks[title or 0 :]),
        has_title=title is not None,
        furniture=tuple(furniture),
        hidden=(),
        body_size=0.0,
    )


def _tables(lines: Sequence[TextLine]) -> list[_Part]:
    """The lines with tables gathered: those in columns, then those torn apart."""
    in_columns = find_columns(lines, usual_right(lines))
    right = usual_right(part for part in in_columns if isinstance(part, TextLine))
    parts: list[_Part] = []
    for torn, run in groupby(in_columns, key=lambda part: isinstance(part, TextLine)):
        if torn:
            parts.extend(find_budget_rows([p for p in run if isinstance(p, TextLine)], right))
        else:
            parts.extend(run)
    return find_signatures(find_deadline_rows(parts))


class _Writer:
    """Writes lines and tables into the letter's text, and makes blocks of them."""

    def __init__(self, text: LetterText) -> None:
        self.text = text

    def write(self, parts: Sequence[_Part]) -> list[Block]:
        page = page_of([part for part in parts if isinstance(part, TextLine)])
        shaped: list[TextParagraph | RawTable] = []
        for flows, run in groupby(parts, key=lambda part: isinstance(part, TextLine)):
            if flows:
                flowing = [part for part in run if isinstance(part, TextLine)]
                shaped.extend(paragraphs_of_text(flowing, page))
            else:
                shaped.extend(part for part in run if isinstance(part, RawTable))
        mark_headings([part for part in shaped if isinstance(part, TextParagraph)], page.right)
        return [
            write_table(self.text, part, self._cell, page=None)
            if isinstance(part, RawTable)
            else self._paragraph(part)
            for part in shaped
        ]

    def _paragraph(self, raw: TextParagraph) -> Paragraph:
        self.text.separate("\n")
        outer = self.text.length
        if raw.marker is not None:
            marker = raw.first.words[0]
            self.text.add_line(1, [marker] if marker.text == raw.marker else raw.first.words[:0])
            if self.text.length > outer:
                self.text.separate(" ")
        start = self._lines(raw.lines)
        return Paragraph(
            start=start,
            end=self.text.length,
            outer=outer,
            page=None,
            style=Style(bold=raw.heading),
            marker=raw.marker,
            lead=start,
        )

    def _lines(self, lines: Sequence[Line]) -> int:
        start, _ = self.text.add_line(1, lines[0].words)
        for line in lines[1:]:
            self.text.continue_line(1, line.words)
        return start

    def _cell(self, raw: RawCell) -> Cell:
        start = self._lines(raw.lines)
        return Cell(start, self.text.length, raw.column, raw.columns)
