"""The tables of a document that was laid out, as typed objects: whatever they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, pairwise

from tildeling.scope.around import Around
from tildeling.scope.titles import table_title
from tildeling.scope.tree import Tree, read_tree
from tildeling.scope.words import CAPTION_NUMBER
from tildeling.table import DocumentTables, Table, TableCell, TableColumn, UnreadPage
from tildeling.text import blocks
from tildeling.text.blocks import LaidOut, Paragraph
from tildeling.text.letter_text import LetterText
from tildeling.text.table_text import column_headings

# A title has at most so many characters: the longest caption in the 27 EU documents of ICDAR 2013
# has 214.
LONGEST_TITLE = 250

# So few rows of words alone, without lines and without a heading, are a signature, an address or a
# sentence with a gap in it.
FEW_ROWS = 2

# A line of prose in columns has more characters: in three columns on A4 some 32.
LONG_CELL = 30

_CONTENTS = re.compile(
    r"innh(?:o|a)ld(?:sfortegnelse|sliste)?|(?:table of )?contents", re.IGNORECASE
)

_CROWDED = "it has so many scattered words that no table was looked for on it"


def typed_tables(laid: LaidOut) -> DocumentTables:
    """Every table of a document, in reading order."""
    return DocumentTables(
        tables=tuple(_tables(laid)),
        unread=(
            *(UnreadPage(page=page, reason=reason) for page, reason in laid.unread),
            *(UnreadPage(page=page, reason=reason) for page, reason in laid.doubtful),
            *(UnreadPage(page=page, reason=_CROWDED) for page in laid.crowded),
        ),
    )


def _tables(laid: LaidOut) -> Iterator[Table]:
    tree = read_tree(laid)
    for block in laid.head:
        # Without lines, what stands over a letter's title is its letterhead.
        if isinstance(block, blocks.Table) and block.kind not in ("spaced", "text"):
            yield _table(laid.text, block, None)
    for at, block in enumerate(laid.blocks):
        if (
            isinstance(block, blocks.Table)
            and _is_table(laid.text, block)
            and not _is_contents(tree, at)
        ):
            yield _table(laid.text, block, _title(tree, at))


def _is_table(text: LetterText, table: blocks.Table) -> bool:
    """Whether words set apart on their lines are a table; what has lines around it is one."""
    if table.is_card:
        return False
    if table.kind not in ("spaced", "text"):
        return True
    if len(table.rows) < FEW_ROWS:
        return False
    typed = any(kind in ("key", "amount", "date") for kind in table.types)
    if typed or table.heading_rows > 0:
        return True
    return len(table.rows) > FEW_ROWS and not _flows_on(text, table)


def _flows_on(text: LetterText, table: blocks.Table) -> bool:
    """Whether a sentence runs on from a row into the next one, as prose in columns does."""
    for above, row in pairwise(table.rows):
        for cell in row.cells:
            over = above.cell(cell.column)
            if over is None:
                continue
            first, then = (text.text[one.start : one.end].strip() for one in (over, cell))
            if then[:1].islower() and first[-1:].isalnum() and len(first) > LONG_CELL:
                return True
    return False


def _is_contents(tree: Tree, at: int) -> bool:
    """Whether a table stands right under the heading of a contents list."""
    over = tree.laid.blocks[at - 1] if at else None
    return isinstance(over, Paragraph) and bool(_CONTENTS.fullmatch(tree.words(over).strip()))


def _title(tree: Tree, at: int) -> str | None:
    """The title over a table; a numbered caption may stand under it instead."""
    title = table_title(Around(tree, at, at))
    following = tree.laid.blocks[at + 1 : at + 2]
    if title is None or not CAPTION_NUMBER.match(title):
        for paragraph in following:
            numbered = isinstance(paragraph, Paragraph) and CAPTION_NUMBER.match(
                tree.words(paragraph)
            )
            if isinstance(paragraph, Paragraph) and numbered and numbered["number"]:
                title = tree.words(paragraph)
    return title if title is None or len(title) <= LONGEST_TITLE else None


def _table(text: LetterText, table: blocks.Table, title: str | None) -> Table:
    headings = column_headings(text, table)
    types = table.types or (None,) * table.columns
    names = next((at for at, type_ in enumerate(types) if type_ in ("name", "label")), None)
    again = {cell.row for cell in table.repeated}
    printed = (row for row in count() if row not in again)
    cells = [
        _cell(text, cell, row, names=names)
        for row, cells in zip(printed, table.rows, strict=False)
        for cell in cells.cells
        if cell.end > cell.start
    ]
    cells = sorted([*cells, *table.repeated], key=lambda cell: (cell.row, cell.column))
    return Table(
        title=title,
        pages=tuple(dict.fromkeys(cell.page for cell in cells if cell.page is not None)),
        kind=table.kind,
        columns=tuple(
            TableColumn(type=type_, heading=heading or None)
            for type_, heading in zip(types, headings, strict=True)
        ),
        cells=tuple(cells),
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
