"""Budget tables: which of a letter's tables they are, and what their rows say.

A table is one where a row names a budget post and an amount stands beside it. Tables of goals,
staff, authorisations (fullmakter), deadlines and assignments are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tildeling.build.budget_rows import RowKey, is_key_heading, is_part, is_year, row_key
from tildeling.build.budget_words import (
    AUTHORISATION_WORDS,
    COUNTED_HEADINGS,
    NAME_HEADINGS,
    NEW_WORDS,
)
from tildeling.build.column_roles import column_roles
from tildeling.build.reading import Reading
from tildeling.find.cells import Unit, find_unit, parse_cell
from tildeling.find.patterns import WORD_END, WORD_START, any_of
from tildeling.find.posts import find_posts
from tildeling.layout.blocks import Block, Cell, Paragraph, Row, Table
from tildeling.letter import BudgetRow, BudgetTable, Finding

_AUTHORISATION = re.compile(rf"{WORD_START}{any_of(AUTHORISATION_WORDS)}", re.IGNORECASE)
_GRANT = re.compile(rf"{WORD_START}{any_of(NEW_WORDS)}{WORD_END}", re.IGNORECASE)
_COUNTED = re.compile(rf"(?<!\w){any_of(COUNTED_HEADINGS)}(?!\w)", re.IGNORECASE)
_NAME_HEADING = re.compile(rf"{WORD_START}{any_of(NAME_HEADINGS)}{WORD_END}", re.IGNORECASE)
_CHAPTER_HEADING = re.compile(r"(?:[\dIVX.]+\s+)?kap(?:\.|ittel)?\s*\d{3,4}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")
_TABLE_WORD = re.compile(r"(?<!\w)(?:tabell|oversikt)", re.IGNORECASE)

SHORT = 60
"""A paragraph under a table is a note about its unit only if it is shorter than this."""
LOOK_BACK = 12
"""A heading is looked for in this many blocks over a table."""


@dataclass(frozen=True, slots=True)
class BudgetTables:
    """What was read of a letter's budget tables."""

    tables: tuple[BudgetTable, ...]
    blocks: tuple[Table, ...]
    """The tables of the layout that they were read from: all other tables are free."""
    unread: tuple[Finding, ...]
    """Rows that look like budget rows and could not be read."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the layout, and what it is about."""

    row: Row
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    key: RowKey | None


@dataclass(frozen=True, slots=True)
class _Columns:
    """The amount columns of one table on one page, and what stands over them."""

    amounts: tuple[int, ...]
    headings: tuple[str, ...]
    notes: str
    """All that stands over the first row, to look for a unit in."""
    body: int
    """Where the rows begin."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row as it is put together: name and amounts may go on in the row below."""

    kind: str
    chapter: int | None
    post: int | None
    name: str
    amounts: tuple[str, ...]
    start: int
    end: int


@dataclass
class _Group:
    """Tables of the layout that are one table of the letter."""

    at: int
    columns: _Columns
    blocks: list[Table] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)
    odd: list[Row] = field(default_factory=list)
    """Rows with amounts that name no post."""


def read_budget_tables(reading: Reading) -> BudgetTables:
    """All budget tables of a letter, in reading order."""
    groups = _groups(reading)
    found = [_finished(reading, group) for group in groups]
    return BudgetTables(
        tables=tuple(table for table, _ in found),
        blocks=tuple(block for group in groups for block in group.blocks),
        unread=tuple(finding for _, findings in found for finding in findings),
    )


def is_budget_table(reading: Reading, table: Table) -> bool:
    """Whether a table of the layout is a budget table, or a part of one."""
    return any(block is table for group in _groups(reading) for block in group.blocks)


def _groups(reading: Reading) -> list[_Group]:
    """Budget tables, those cut in several by a page break joined."""
    groups: list[_Group] = []
    heading: tuple[int, Table, list[_Line]] | None = None
    for at, block in enumerate(reading.blocks):
        if not isinstance(block, Table):
            continue
        lines = [_line(reading, row) for row in block.rows]
        last = groups[-1] if groups and _is_next(reading, groups[-1], at) else None
        over = heading if heading is not None and heading[0] == at - 1 else None
        columns = _columns(block, lines, over[2] if over else [])
        heading = None
        if columns is None or not _is_budget(reading, at, lines, columns, last):
            if _is_heading_only(lines):
                heading = at, block, lines
            continue
        if last is not None and _goes_on(last.columns, columns):
            group = last
        else:
            group = _Group(over[0] if over else at, columns, [over[1]] if over else [])
            groups.append(group)
        group.blocks.append(block)
        _read_rows(reading, group, lines[columns.body :], columns)
    return groups


def _line(reading: Reading, row: Row) -> _Line:
    cells = tuple(cell for cell in row.cells if reading.words(cell).strip())
    texts = tuple(" ".join(reading.words(cell).split()) for cell in cells)
    return _Line(row, cells, texts, row_key(texts))


def _is_next(reading: Reading, group: _Group, at: int) -> bool:
    """Whether nothing stands between a group and a block but a repeated caption."""
    last = next(i for i, block in enumerate(reading.blocks) if block is group.blocks[-1])
    between = reading.blocks[last + 1 : at]
    return all(
        isinstance(block, Paragraph)
        and (find_unit(reading.words(block)) is not None or _is_repeated(reading, block))
        and len(reading.words(block)) < 2 * SHORT
        for block in between
    )


def _is_repeated(reading: Reading, paragraph: Paragraph) -> bool:
    """A running head that layout kept: the same words stand earlier in the letter."""
    return reading.text.find(reading.words(paragraph)) < paragraph.start


def _goes_on(first: _Columns, other: _Columns) -> bool:
    """Whether a table's columns are those of the one before it, or it prints no headings."""
    if len(first.amounts) != len(other.amounts):
        return False
    return other.headings == first.headings or not any(other.headings)


# Columns


def _columns(table: Table, lines: Sequence[_Line], over: Sequence[_Line]) -> _Columns | None:
    """The amount columns and their headings, or None where the table has none."""
    body = next((i for i, line in enumerate(lines) if _begins_body(line)), None)
    if body is None:
        return None
    heads = [*over, *lines[:body]]
    amounts = tuple(
        column
        for column in range(table.columns)
        if _holds_amounts(lines[body:], column)
        and not _COUNTED.search(_heading(heads, column, frozenset()))
    )
    if not amounts:
        return None
    taken = frozenset(amounts)
    headings = tuple(_heading(heads, column, taken) for column in amounts)
    notes = "\n".join(text for line in heads for text in line.texts)
    return _Columns(amounts, headings, f"{notes}\n{chr(10).join(headings)}", body)


def _begins_body(line: _Line) -> bool:
    """Whether a row is about a post, chapter or sum; "2019 | 2020" heads columns."""
    return line.key is not None and not all(is_year(text) for text in line.texts)


def _holds_amounts(lines: Sequence[_Line], column: int) -> bool:
    """Whether what stands in a column, beside the rows' posts and names, is mostly amounts."""
    amounts = others = 0
    for line in lines:
        if line.key is None:
            continue
        for cell, text in zip(
            line.cells[line.key.cells :], line.texts[line.key.cells :], strict=True
        ):
            if cell.column == column:
                parsed = parse_cell(text, 1)
                amounts += parsed is not None
                others += parsed is None
    return amounts > 0 and amounts >= others


def _heading(heads: Sequence[_Line], column: int, amounts: frozenset[int]) -> str:
    """What stands over a column, its lines joined; a lone unit over the table is none."""
    pieces = []
    for line in heads:
        if len(line.cells) == 1 and find_unit(line.texts[0]) and not _GRANT.search(line.texts[0]):
            continue
        for cell, text in zip(line.cells, line.texts, strict=True):
            if cell.column <= column < cell.column + cell.columns or (
                cell.column not in amounts
                and cell.column == column - 1
                and amounts
                and not is_key_heading(text)
                and not _NAME_HEADING.search(text)
                and not any(other.column == column for other in line.cells)
            ):
                pieces.append(text)
    return " ".join(pieces)


# Which tables


def _is_heading_only(lines: Sequence[_Line]) -> bool:
    """A heading that layout took for a table of its own."""
    words = " ".join(text for line in lines for text in line.texts)
    return len(lines) <= 3 and is_key_heading(words) and not any(line.key for line in lines)


def _is_budget(
    reading: Reading, at: int, lines: Sequence[_Line], columns: _Columns, last: _Group | None
) -> bool:
    """Whether a table with amounts is about budget posts."""
    if _AUTHORISATION.search(columns.notes) and not _GRANT.search(columns.notes):
        return False
    title = _title(reading, at) or ""
    if _AUTHORISATION.search(title) and not any(map(_GRANT.search, columns.headings)):
        return False
    keys = [line.key for line in lines[columns.body :] if line.key is not None]
    posts = [key for key in keys if key.kind == "post"]
    if last is not None and _goes_on(last.columns, columns):
        return bool(keys)
    if not posts:
        return False
    if is_key_heading(columns.notes) or any(key.worded for key in keys):
        return True
    if any(key.chapter is not None and not is_year(str(key.chapter)) for key in posts):
        return True
    return _chapter_over(reading, at) is not None or any(key.kind == "chapter" for key in keys)


# Rows


def _read_rows(reading: Reading, group: _Group, lines: Sequence[_Line], columns: _Columns) -> None:
    """Adds a table's rows to the group's."""
    chapter = group.drafts[-1].chapter if group.drafts else _chapter_over(reading, group.at)
    drafts = group.drafts
    for line in lines:
        amounts = tuple(_text_in(line, column) for column in columns.amounts)
        label = _label(line, columns)
        if line.key is not None:
            if line.key.kind != "sum" and line.key.chapter is not None:
                chapter = line.key.chapter
            drafts.append(_draft(line, label, amounts, chapter))
        elif is_key_heading(line.texts[0] if line.texts else "") and _NAME_HEADING.search(
            " ".join(line.texts)
        ):
            continue
        elif drafts and _continues(drafts[-1], line, label, amounts):
            last = drafts[-1]
            merged = tuple(
                f"{one} {two}".strip() for one, two in zip(last.amounts, amounts, strict=True)
            )
            drafts[-1] = replace(
                last,
                name=_joined(last.name, label),
                amounts=last.amounts if is_part(label) else merged,
                end=line.row.end,
            )
        elif any(text and parse_cell(text, 1) for text in amounts):
            group.odd.append(line.row)


def _draft(line: _Line, label: str, amounts: tuple[str, ...], chapter: int | None) -> _Draft:
    key = line.key
    assert key is not None
    return _Draft(
        kind=key.kind,
        chapter=key.chapter if key.kind == "sum" else chapter,
        post=key.post,
        name=_joined(key.name, label),
        amounts=amounts,
        start=line.row.start,
        end=line.row.end,
    )


def _label(line: _Line, columns: _Columns) -> str:
    """The words between a row's key and its amounts."""
    skipped = line.key.cells if line.key else 0
    return " ".join(
        text
        for cell, text in zip(line.cells[skipped:], line.texts[skipped:], strict=True)
        if cell.column < columns.amounts[0]
    )


def _text_in(line: _Line, column: int) -> str:
    """What a row prints in a column, outside its key."""
    skipped = line.key.cells if line.key else 0
    for cell, text in zip(line.cells[skipped:], line.texts[skipped:], strict=True):
        if cell.column <= column < cell.column + cell.columns:
            return text
    return ""


def _continues(last: _Draft, line: _Line, label: str, amounts: tuple[str, ...]) -> bool:
    """Whether a row without a post is the rest of the one above, or splits it."""
    if last.kind == "sum" or not (label or any(amounts)):
        return False
    if is_part(label):
        return True
    if any(amounts):
        return last.kind == "post" and not any(last.amounts)
    # A capital letter begins a subheading, unless the name above is cut in the middle.
    return not label[:1].isupper() or last.name.endswith(("-", ",", "–"))


def _joined(first: str, second: str) -> str:
    return f"{first} {second}".strip()


# The whole table


def _finished(reading: Reading, group: _Group) -> tuple[BudgetTable, list[Finding]]:
    """The table of the contract, and what of it could not be read."""
    unit = _unit(reading, group)
    rows: list[BudgetRow] = []
    unread = [_unread(reading, row.start, row.end, None) for row in group.odd]
    for draft in group.drafts:
        parsed = [parse_cell(text, unit) for text in draft.amounts]
        if any(amount is None for amount in parsed):
            key = f"{draft.chapter}/{draft.post:02}" if draft.post is not None else None
            unread.append(_unread(reading, draft.start, draft.end, key))
        rows.append(
            BudgetRow(
                chapter=draft.chapter,
                post=draft.post,
                name=draft.name or None,
                amounts=tuple(amount.kroner if amount else None for amount in parsed),
                kind=draft.kind,  # type: ignore[arg-type]
                evidence=reading.evidence(draft.start, draft.end),
            )
        )
    headings = group.columns.headings
    table = BudgetTable(
        title=_title(reading, group.at),
        unit=unit,
        columns=headings,
        column_roles=column_roles(headings, [row.amounts for row in rows]),
        rows=tuple(rows),
        evidence=reading.evidence_of((block.start, block.end) for block in group.blocks),
    )
    return table, unread


def _unread(reading: Reading, start: int, end: int, key: str | None) -> Finding:
    words = " ".join(reading.text[start:end].split())
    return Finding(
        code="unread",
        severity="warning",
        key=key,
        message=f"This looks like a row of the budget table and could not be read: {words}",
        evidence=reading.evidence(start, end),
    )


def _unit(reading: Reading, group: _Group) -> Unit:
    """Kroner in one printed unit: as the headings say, else what stands over the table or under it."""
    first = group.at
    last = next(i for i, block in enumerate(reading.blocks) if block is group.blocks[-1])
    over = [reading.words(block) for block in _captions(reading, first)]
    under = [
        text
        for block in reading.blocks[last + 1 : last + 2]
        if isinstance(block, Paragraph) and len(text := reading.words(block)) < SHORT
    ]
    heading = _heading_over(reading, first)
    texts = [group.columns.notes, *over, *([reading.words(heading)] if heading else []), *under]
    return next((unit for text in texts if (unit := find_unit(text)) is not None), 1)


def _above(reading: Reading, at: int) -> Iterator[Paragraph]:
    """Paragraphs over a block, from the nearest, as far as the table before it."""
    for block in reversed(reading.blocks[max(0, at - LOOK_BACK) : at]):
        if isinstance(block, Table):
            return
        yield block


def _captions(reading: Reading, at: int) -> list[Paragraph]:
    """What stands right over a table and is about it: a lone unit, and the paragraph over that."""
    captions: list[Paragraph] = []
    for paragraph in _above(reading, at):
        captions.append(paragraph)
        if len(captions) == 2 or not _is_unit_only(reading.words(paragraph)):
            break
    return captions


def _is_unit_only(text: str) -> bool:
    return len(text) < SHORT and find_unit(text) is not None and not text.rstrip().endswith(":")


def _title(reading: Reading, at: int) -> str | None:
    """A table's caption, the sentence that introduces it, or the heading it stands under."""
    for paragraph in _captions(reading, at):
        text = reading.words(paragraph)
        if _is_heading(reading, paragraph):
            return text
        if _is_unit_only(text):
            continue
        sentence = _SENTENCE_END.split(text)[-1]
        if sentence.rstrip().endswith(":") or _TABLE_WORD.search(sentence):
            return sentence
    heading = _heading_over(reading, at)
    return reading.words(heading) if heading else None


def _is_heading(reading: Reading, block: Block) -> bool:
    return isinstance(block, Paragraph) and (
        block.style.bold or block.style.size > reading.laid.body_size + 0.5
    )


def _heading_over(reading: Reading, at: int) -> Paragraph | None:
    for block in reversed(reading.blocks[max(0, at - LOOK_BACK) : at]):
        if isinstance(block, Paragraph) and _is_heading(reading, block):
            return block
    return None


def _chapter_over(reading: Reading, at: int) -> int | None:
    """The one chapter that the sentence or heading over a table names."""
    for paragraph in _above(reading, at):
        text = reading.words(paragraph)
        introduces = text.rstrip().endswith(":")
        if not (introduces or _CHAPTER_HEADING.match(text)):
            continue
        chapters = {post.chapter for post in find_posts(text) if post.chapter is not None}
        if len(chapters) == 1:
            return chapters.pop()
    return None
