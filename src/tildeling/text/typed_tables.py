"""The tables of a document that was laid out, as typed objects: whatever they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.table import DocumentTables, Table, TableCell, TableColumn, UnreadPage
from tildeling.text import blocks
from tildeling.text.blocks import Block, LaidOut, Paragraph
from tildeling.text.letter_text import LetterText
from tildeling.text.table_text import column_headings

LONGEST_TITLE = 250
"""A caption has at most so many characters: the longest of the 27 EU documents of ICDAR 2013 has
214."""

# "Tabell 3", "Table II", "Tableau 1", "Tab. 4": the word is alike in most of Europe's languages.
_CAPTION = re.compile(r"tab\w{0,5}\.?\s*(?:\d|[IVX]+\b)", re.IGNORECASE)
_TABLE_WORD = re.compile(r"(?<!\w)(?:tabell|oversikt)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")


def typed_tables(laid: LaidOut) -> DocumentTables:
    """Every table among a document's blocks, in reading order."""
    every = [*laid.head, *laid.blocks]
    return DocumentTables(
        tables=tuple(
            _table(laid.text, block, _title(laid, every, at))
            for at, block in enumerate(every)
            if isinstance(block, blocks.Table)
        ),
        unread=tuple(UnreadPage(page=page, reason=reason) for page, reason in laid.unread),
    )


def _table(text: LetterText, table: blocks.Table, title: str | None) -> Table:
    headings = column_headings(text, table)
    types = table.types or (None,) * table.columns
    names = next((at for at, type_ in enumerate(types) if type_ in ("name", "label")), None)
    cells = tuple(
        _cell(text, cell, row, names=names)
        for row, cells in enumerate(table.rows)
        for cell in cells.cells
        if cell.end > cell.start
    )
    return Table(
        title=title,
        pages=tuple(dict.fromkeys(cell.page for cell in cells if cell.page is not None)),
        kind=table.kind,
        columns=tuple(
            TableColumn(type=type_, heading=heading or None)
            for type_, heading in zip(types, headings, strict=True)
        ),
        cells=cells,
    )


def _cell(text: LetterText, cell: blocks.Cell, row: int, *, names: int | None) -> TableCell:
    """The cell; in the column `names` it names its row."""
    place = text.evidence(cell.start, cell.end)[0]
    parts = [(part.outer, part.end) for part in cell.parts] or [(cell.start, cell.end)]
    return TableCell(
        page=place.page,
        row=row,
        column=cell.column,
        row_span=cell.rows,
        column_span=cell.columns,
        text="\n".join(" ".join(text.text[start:end].split()) for start, end in parts),
        bbox=place.bbox,
        heading=cell.heading or cell.column == names,
    )


def _title(laid: LaidOut, every: Sequence[Block], at: int) -> str | None:
    """The caption over or under a table, or the line right over it that introduces it."""
    over = every[at - 1] if at else None
    under = every[at + 1] if at + 1 < len(every) else None
    page = every[at].page
    near = [one for one in (over, under) if isinstance(one, Paragraph) and one.page == page]
    for paragraph in near:
        words = laid.text.text[paragraph.start : paragraph.end]
        if _CAPTION.match(words) and len(words) <= LONGEST_TITLE:
            return words
    if not (near and near[0] is over):
        return None
    words = laid.text.text[over.start : over.end]
    last = _SENTENCE_END.split(words)[-1]
    if last.endswith(":") or _TABLE_WORD.search(last):
        return last if len(last) <= LONGEST_TITLE else None
    is_heading = over.style.bold or over.style.size > laid.body_size + 0.5
    return words if is_heading and len(words) <= LONGEST_TITLE else None
