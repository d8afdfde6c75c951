"""What this room hands on: the letter's one text, and the blocks it is made of, in reading order.

A block is a span of the text with its look. No block holds words or boxes: whoever needs the place
of something asks `LetterText.evidence` for the span.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.page.several import OtherLetter
from tildeling.read.page import Word
from tildeling.read.view import Box
from tildeling.table import ColumnType, TableCell, TableKind
from tildeling.text.letter_text import LetterText


@dataclass(slots=True, unsafe_hash=True)
class Style:
    """How a block's words look; sizes in points, 0 for plain text."""

    size: float = 0.0
    bold: bool = False
    """Also true for a heading in the margin, which stands out as words in bold do."""
    italic: bool = False
    underlined: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Characters `start` to `end` of the letter's text.

    None is ever changed, nor what is made of it. They are not frozen, since a letter of eight pages
    makes 700 and that takes three to five times as long: 1 % of `parse`.
    """

    start: int
    end: int


@dataclass(slots=True, unsafe_hash=True)
class Paragraph(Span):
    """A heading, paragraph or list item: `text` says how it looks, `meaning` says what it is."""

    outer: int
    """Where it begins with its list marker."""
    page: int | None
    style: Style
    marker: str | None = None
    """The bullet or number before a list item ('•', '1.', 'a)'); it is not in the span."""
    indent: float = 0.0
    """Points from the left edge of the text around it."""
    lead: int = 0
    """Where the bold words it begins with end: a run-in heading or label. `start` without any."""
    gap: float = 0.0
    """Space over it, in points beyond ordinary line spacing."""
    note: str | None = None
    """The mark of the footnote that it is. A footnote stands after the paragraph or table that it
    interrupts, and is no heading, item, row or part of an assignment."""


@dataclass(slots=True, unsafe_hash=True)
class Cell(Span):
    """A cell of a table; empty where start equals end."""

    column: int
    columns: int = 1
    """How many columns it covers."""
    rows: int = 1
    """How many rows it covers, from the one that it stands in."""
    bold: bool = False
    heading: bool = False
    """True where it names a column or, alone in its row, the rows under it."""
    parts: tuple[Paragraph, ...] = ()
    """Its paragraphs, where it has more than one."""


@dataclass(slots=True, unsafe_hash=True)
class Row(Span):
    """A table's row: its cells that hold something, from left to right."""

    cells: tuple[Cell, ...]
    page: int | None = None
    """The page that it begins on; None for plain text."""
    is_in_doubt: bool = False
    """True where its amounts may be read otherwise, and no sum says which is right."""

    def cell(self, column: int) -> Cell | None:
        """The cell that covers a column, or None where it is empty."""
        for cell in self.cells:
            if cell.column <= column < cell.column + cell.columns:
                return cell
        return None


@dataclass(slots=True, unsafe_hash=True)
class Table(Span):
    """Rows of cells: ruled, or set in columns without any line."""

    page: int | None
    """The page that it begins on; None for plain text."""
    rows: tuple[Row, ...]
    columns: int
    kind: TableKind = "spaced"
    """How its first part is drawn."""
    types: tuple[ColumnType | None, ...] = ()
    """What each column holds; None where its cells do not tell."""
    heading_rows: int = 0
    """How many rows, from the first, head its columns."""
    repeated: tuple[TableCell, ...] = ()
    """Cells of the heading that later pages print again. They are no part of the text, and their
    rows count among all rows that are printed."""
    is_card: bool = False
    """True for a box of one row whose columns share no lines: each cell is read on its own."""

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows under its headings."""
        return self.rows[self.heading_rows :]


Block = Paragraph | Table


def is_note(block: Block) -> bool:
    """True for a footnote."""
    return isinstance(block, Paragraph) and block.note is not None


def block_at(blocks: Sequence[Block], at: int) -> Block | None:
    """The block that a character stands in, its list marker included; None between two."""
    index = bisect_right(blocks, at, key=outer_start) - 1
    return blocks[index] if index >= 0 and at < blocks[index].end else None


def row_at(table: Table, at: int) -> Row:
    """The row that a character of a table stands in."""
    return table.rows[bisect_right(table.rows, at, key=_first_of_row) - 1]


def paragraph_at(block: Block, at: int) -> Paragraph | None:
    """The paragraph that a character of a block stands in; None in a cell that has but one."""
    if isinstance(block, Paragraph):
        return block
    parts = (part for cell in row_at(block, at).cells for part in cell.parts)
    return next((part for part in parts if part.outer <= at < part.end), None)


def _first_of_row(row: Row) -> int:
    return row.start


def lines_in(block: Block) -> Iterator[Span]:
    """What a person would copy of a block, each span a line: list items with their markers.

    A table's row is one line; where a cell has several paragraphs, each of its cells' is one.
    """
    if isinstance(block, Paragraph):
        yield Span(block.outer, block.end)
        return
    for row in block.rows:
        if not any(cell.parts for cell in row.cells):
            yield Span(row.start, row.end)
            continue
        for cell in row.cells:
            yield from (Span(part.outer, part.end) for part in paragraphs_of(cell))


def paragraphs_of(cell: Cell) -> tuple[Paragraph, ...]:
    """A cell's paragraphs; all of it as one where it has no more."""
    style = Style(bold=cell.bold)
    return cell.parts or (
        Paragraph(cell.start, cell.end, cell.start, None, style, lead=cell.start),
    )


def outer_start(block: Block) -> int:
    """Where a block begins, a paragraph with its list marker."""
    return block.outer if isinstance(block, Paragraph) else block.start


# Page numbers, each with words of the page.
WordsByPage = tuple[tuple[int, tuple[Word, ...]], ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A letter laid out: its text, its blocks, and what was kept out of both."""

    text: LetterText
    head: tuple[Block, ...]
    """What stands over the title on the first page: letterhead, address, references, date."""
    blocks: tuple[Block, ...]
    """The title and all that follows."""
    has_title: bool
    """True where the first block is the title; False where nothing looks like one."""
    furniture: tuple[str, ...]
    """Running heads, page numbers and postal footers, as printed."""
    hidden: WordsByPage
    """Page number and words that a reader of the page cannot see."""
    body_size: float
    """Font size of running text, in points; 0 for plain text."""
    notes: WordsByPage = ()
    """Page number and words of annotations and form fields, which are no part of the text."""
    unread: tuple[tuple[int, str], ...] = ()
    """Page number and reason, of pages that could not be read."""
    doubtful: tuple[tuple[int, str], ...] = ()
    """Page number and reason, of pages that may have been read wrong."""
    crowded: tuple[int, ...] = ()
    """The pages whose words stand everywhere, so that no tables were looked for on them."""
    unread_ink: tuple[tuple[int, tuple[Box, ...]], ...] = ()
    """Page number and places of ink in pictures of pages that no word was read from, where they are
    shown."""
    unfolded: bool = False
    """True for plain text whose line breaks were lost."""
    others: tuple[OtherLetter, ...] = ()
    """The letters that follow this one in the file."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs among the blocks."""
        return (block for block in self.blocks if isinstance(block, Paragraph))
