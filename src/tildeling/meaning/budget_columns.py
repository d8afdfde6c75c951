"""The amount columns of a budget table, the headings over them, and the rows beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.find.cells import find_unit, parse_cell
from tildeling.find.patterns import WORD_END, WORD_START, any_of
from tildeling.meaning.budget_rows import (
    RowKey,
    is_chapter_word,
    is_key_heading,
    is_year,
    row_key,
)
from tildeling.meaning.budget_words import COUNTED_HEADINGS, GRANT_WORDS, NAME_HEADINGS
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Cell, Row, Table

HEADING_ROWS = 3
"""The headings of chapter and post stand within so many rows."""

GRANT = re.compile(rf"{WORD_START}{any_of(GRANT_WORDS)}{WORD_END}", re.IGNORECASE)
_COUNTED = re.compile(rf"(?<!\w){any_of(COUNTED_HEADINGS)}(?!\w)", re.IGNORECASE)
_NAME_HEADING = re.compile(rf"{WORD_START}{any_of(NAME_HEADINGS)}{WORD_END}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row of the text, and what it is about."""

    row: Row
    cells: tuple[Cell, ...]
    """Its cells that hold words."""
    texts: tuple[str, ...]
    key: RowKey | None

    @property
    def rest(self) -> Iterator[tuple[Cell, str]]:
        """The cells after those that name the post."""
        skipped = self.key.cells if self.key else 0
        return zip(self.cells[skipped:], self.texts[skipped:], strict=True)

    def text_in(self, column: int) -> str:
        """What it prints in a column, outside its key; "" for nothing."""
        for cell, text in self.rest:
            if cell.column <= column < cell.column + cell.columns:
                return text
        return ""

    def label(self, amounts: Sequence[int]) -> str:
        """Its words between key and amounts."""
        return " ".join(text for cell, text in self.rest if cell.column < amounts[0])

    @property
    def is_heading(self) -> bool:
        """True for a heading of a budget table: "Kap. | Post | Betegnelse"."""
        words = " ".join(self.texts)
        return self.key is None and is_key_heading(words) and bool(_NAME_HEADING.search(words))


@dataclass(frozen=True, slots=True)
class AmountColumns:
    """The amount columns of one table of the text, and what stands over them."""

    columns: tuple[int, ...]
    headings: tuple[str, ...]
    notes: str
    """All that stands over the first row: a unit may be said there."""
    body: int
    """Where the rows begin."""

    def same_as(self, other: AmountColumns) -> bool:
        """Whether a table goes on with another's columns, which it need not head again."""
        if len(self.columns) != len(other.columns):
            return False
        return self.headings == other.headings or not any(self.headings)


def table_lines(reading: Reading, table: Table) -> list[TableLine]:
    """A table's rows with the posts that they name; "Kap." and "0451" under it are one."""
    lines: list[TableLine] = []
    keys = _columns_of_keys(reading, table)
    for row in table.rows:
        line = _line(reading, row, keys)
        above = lines[-1] if lines else None
        if above is not None and _is_cut_chapter(above, line):
            lines[-1] = _joined_lines(above, line)
        else:
            lines.append(line)
    return lines


def _is_cut_chapter(above: TableLine, below: TableLine) -> bool:
    """Whether the upper row ends within a chapter's name, after the word for it."""
    return (
        bool(above.texts and below.texts)
        and is_chapter_word(above.texts[0])
        and not is_key_heading(" ".join(above.texts[1:]))
        and not any(_NAME_HEADING.search(text) for text in above.texts[1:])
        and below.texts[0].isdigit()
        and {cell.column for cell in below.cells} <= {cell.column for cell in above.cells}
    )


def _joined_lines(above: TableLine, below: TableLine) -> TableLine:
    added = {cell.column: text for cell, text in zip(below.cells, below.texts, strict=True)}
    texts = tuple(
        f"{text} {added.get(cell.column, '')}".strip()
        for cell, text in zip(above.cells, above.texts, strict=True)
    )
    row = Row(above.row.start, below.row.end, above.row.cells)
    return TableLine(row, above.cells, texts, row_key(texts))


def _columns_of_keys(reading: Reading, table: Table) -> frozenset[int]:
    """The columns of chapter and post, where names stand before them; none where they are first."""
    for row in table.rows[:HEADING_ROWS]:
        names = [cell.column for cell in row.cells if _NAME_HEADING.search(reading.words(cell))]
        keys = [cell.column for cell in row.cells if is_key_heading(reading.words(cell))]
        if keys and names == [0] and keys[0] > 0:
            return frozenset(keys)
    return frozenset()


def _line(reading: Reading, row: Row, keys: frozenset[int]) -> TableLine:
    cells = tuple(
        sorted(
            (cell for cell in row.cells if reading.words(cell).strip()),
            key=lambda cell: (cell.column not in keys, cell.column),
        )
    )
    texts = tuple(" ".join(reading.words(cell).split()) for cell in cells)
    return TableLine(row, cells, texts, row_key(texts))


def amount_columns(
    table: Table, lines: Sequence[TableLine], over: Sequence[TableLine] = ()
) -> AmountColumns | None:
    """A table's amount columns, or None where no amount stands beside a post, chapter or sum.

    `over` are lines of a heading that was set apart from its table.
    """
    body = next((at for at, line in enumerate(lines) if _begins_body(line)), None)
    if body is None:
        return None
    heads = [*over, *lines[:body]]
    columns = tuple(
        column
        for column in range(table.columns)
        if _holds_amounts(lines[body:], column) and not _COUNTED.search(_heading(heads, column))
    )
    if not columns:
        return None
    headings = tuple(
        _heading(heads, column) or _heading_beside(heads, column, columns) for column in columns
    )
    # A unit set over several columns is cut where they part: "(i 1" and "000 kroner)".
    notes = [text for line in heads for text in (*line.texts, " ".join(line.texts))]
    return AmountColumns(columns, headings, "\n".join([*notes, *headings]), body)


def is_heading_only(lines: Sequence[TableLine]) -> bool:
    """A heading, or the lines it goes on with, taken for a table of its own."""
    words = " ".join(text for line in lines for text in line.texts)
    return len(lines) <= 3 and is_key_heading(words) and not any(map(_begins_body, lines))


def _begins_body(line: TableLine) -> bool:
    """Whether a row is about a post, chapter or sum; a year over an amount column is no chapter."""
    if line.key is None or all(is_year(text) for text in line.texts):
        return False
    heads = line.key.kind == "chapter" and not line.key.worded and line.cells[0].column > 0
    return not (heads and is_year(str(line.key.chapter)))


def _holds_amounts(lines: Sequence[TableLine], column: int) -> bool:
    """Whether what stands in a column, beside the rows' posts and names, is mostly amounts."""
    found = [
        parse_cell(text, 1) is not None
        for line in lines
        if line.key is not None
        for cell, text in line.rest
        if cell.column == column
    ]
    return any(found) and sum(found) * 2 >= len(found)


def _heading(heads: Sequence[TableLine], column: int) -> str:
    """What stands over a column, its lines joined; a lone unit over the table is none."""
    return " ".join(
        text
        for line in heads
        if not (
            len(line.texts) == 1 and find_unit(line.texts[0]) and not GRANT.search(line.texts[0])
        )
        for cell, text in zip(line.cells, line.texts, strict=True)
        if cell.column <= column < cell.column + cell.columns
    )


def _heading_beside(heads: Sequence[TableLine], column: int, columns: Sequence[int]) -> str:
    """A heading that stands one column to the left, over a column that holds no amounts."""
    if column - 1 in columns:
        return ""
    beside = _heading(heads, column - 1)
    return "" if is_key_heading(beside) or _NAME_HEADING.search(beside) else beside
