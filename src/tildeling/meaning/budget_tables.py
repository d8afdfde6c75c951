"""Budget tables: which of a letter's tables they are, and what their rows say.

A table is one where a row names a budget post and an amount stands beside it. Tables of goals,
staff, authorisations (fullmakter), deadlines and assignments are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tildeling.find.cells import Unit, find_unit, parse_cell
from tildeling.find.patterns import WORD_START, any_of
from tildeling.findings import make_finding
from tildeling.letter import BudgetRow, BudgetTable, Finding, RowKind
from tildeling.meaning.budget_captions import (
    chapter_over,
    is_caption_again,
    table_title,
    unit_around,
)
from tildeling.meaning.budget_columns import (
    GRANT,
    AmountColumns,
    TableLine,
    amount_columns,
    is_heading_only,
    table_lines,
)
from tildeling.meaning.budget_rows import RowKey, is_key_heading, is_part, is_year
from tildeling.meaning.budget_words import AUTHORISATION_WORDS
from tildeling.meaning.column_roles import column_roles
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Row, Table

_AUTHORISATION = re.compile(rf"{WORD_START}{any_of(AUTHORISATION_WORDS)}", re.IGNORECASE)

CUT_HEADING = 30
"""A heading whose lines were taken apart goes on over words that are at most so long."""


@dataclass(frozen=True, slots=True)
class BudgetTables:
    """What was read of a letter's budget tables."""

    tables: tuple[BudgetTable, ...]
    blocks: tuple[Table, ...]
    """The tables of the text that they were read from: all other tables are free."""
    unread: tuple[Finding, ...]
    """Rows and tables that look like a budget and could not be read."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row as it is put together: name and amounts may go on in the row below."""

    kind: RowKind
    chapter: int | None
    post: int | None
    name: str
    amounts: tuple[str, ...]
    start: int
    end: int


@dataclass
class _Group:
    """Tables of the text that are one table of the letter."""

    first: int
    """Position of the first among the letter's blocks."""
    last: int
    columns: AmountColumns
    chapter: int | None
    """The chapter of a row that prints its post alone."""
    drafts: list[_Draft] = field(default_factory=list)
    odd: list[Row] = field(default_factory=list)
    """Rows with amounts that name no post."""


def read_budget_tables(reading: Reading) -> BudgetTables:
    """All budget tables of a letter, in reading order."""
    groups, unread = _groups(reading)
    found = [_finished(reading, group) for group in groups]
    return BudgetTables(
        tables=tuple(table for table, _ in found),
        blocks=tuple(block for group in groups for block in _blocks(reading, group)),
        unread=(*(finding for _, findings in found for finding in findings), *unread),
    )


def is_budget_table(reading: Reading, table: Table) -> bool:
    """Whether a table of the text is a budget table, or a part of one.

    Who has read the tables already looks in `BudgetTables.blocks`.
    """
    groups, _ = _groups(reading)
    return any(block is table for group in groups for block in _blocks(reading, group))


def _blocks(reading: Reading, group: _Group) -> list[Table]:
    blocks = reading.blocks[group.first : group.last + 1]
    return [block for block in blocks if isinstance(block, Table)]


# Which tables


def _groups(reading: Reading) -> tuple[list[_Group], list[Finding]]:
    """Budget tables, those cut in several by a page break joined; and those that give no rows."""
    groups: list[_Group] = []
    unread: list[Finding] = []
    over: list[TableLine] = []
    first = 0
    for at, block in enumerate(reading.blocks):
        if not isinstance(block, Table):
            over = over if len(reading.words(block)) < CUT_HEADING else []
            continue
        lines = table_lines(reading, block)
        columns = amount_columns(block, lines, over)
        group = _group_before(reading, groups, at, columns)
        if columns is not None and _is_budget(reading, at, lines, columns, group):
            if group is None:
                first = first if over else at
                group = _Group(first, at, columns, chapter_over(reading, first))
                groups.append(group)
            group.last = at
            _read_rows(group, lines[columns.body :], columns)
        elif _looks_like_one(lines):
            unread.append(_unread(reading, block.start, block.end, None))
        if is_heading_only([*over, *lines]):
            first = first if over else at
            over = [*over, *lines]
        else:
            over = []
    return groups, unread


def _group_before(
    reading: Reading, groups: Sequence[_Group], at: int, columns: AmountColumns | None
) -> _Group | None:
    """The table that the one at a position goes on with."""
    if not groups or columns is None or not columns.same_as(groups[-1].columns):
        return None
    between = reading.blocks[groups[-1].last + 1 : at]
    return groups[-1] if all(is_caption_again(reading, block) for block in between) else None


def _is_budget(
    reading: Reading,
    at: int,
    lines: Sequence[TableLine],
    columns: AmountColumns,
    group: _Group | None,
) -> bool:
    """Whether a table with amounts is about budget posts."""
    title = table_title(reading, at) or ""
    grants = any(map(GRANT.search, columns.headings))
    if _AUTHORISATION.search(f"{columns.notes}\n{title}") and not grants:
        return False
    keys = [line.key for line in lines[columns.body :] if line.key is not None]
    posts = [key for key in keys if key.kind == "post"]
    if group is not None or not posts:
        return group is not None
    return (
        is_key_heading(columns.notes)
        or any(key.worded or key.kind == "chapter" for key in keys)
        or any(key.chapter is not None and not is_year(str(key.chapter)) for key in posts)
        or chapter_over(reading, at) is not None
    )


def _looks_like_one(lines: Sequence[TableLine]) -> bool:
    """Whether a table that gave no rows is headed as a budget, and holds amounts."""
    heads = [line for line in lines[:3] if line.is_heading]
    words = " ".join(text for line in lines[:3] for text in line.texts)
    held = [text for line in lines[1:] for text in line.texts if parse_cell(text, 1)]
    return bool(heads and held and GRANT.search(words)) and not _AUTHORISATION.search(words)


# Rows


def _read_rows(group: _Group, lines: Sequence[TableLine], columns: AmountColumns) -> None:
    """Adds a table's rows to the group's."""
    for line in lines:
        amounts = tuple(line.text_in(column) for column in columns.columns)
        label = line.label(columns.columns)
        last = group.drafts[-1] if group.drafts else None
        if last is not None and _continues(last, line, label, amounts):
            group.drafts[-1] = _continued(last, line, label, amounts)
        elif line.key is not None:
            group.drafts.append(_draft(group, line, line.key, label, amounts))
        elif not line.is_heading and any(text and parse_cell(text, 1) for text in amounts):
            group.odd.append(line.row)


def _draft(
    group: _Group, line: TableLine, key: RowKey, label: str, amounts: tuple[str, ...]
) -> _Draft:
    """The row that a line begins; a chapter it names counts for the rows under it."""
    if key.kind != "sum" and key.chapter is not None:
        group.chapter = key.chapter
    chapter = key.chapter if key.kind == "sum" else group.chapter
    name = _joined(key.name, label)
    return _Draft(key.kind, chapter, key.post, name, amounts, line.row.start, line.row.end)


def _continues(last: _Draft, line: TableLine, label: str, amounts: tuple[str, ...]) -> bool:
    """Whether a line is the rest of the row above, or a part of it."""
    # "Sum" over "totalt": a lone word in small letters goes on, whatever it begins with.
    if len(line.texts) == 1 and line.texts[0][:1].islower() and not any(amounts):
        return True
    if line.key is not None or last.kind == "sum" or not (label or any(amounts)):
        return False
    if is_part(label):
        return True
    if any(amounts):
        return last.kind == "post" and not any(last.amounts)
    # A capital letter begins a subheading, unless the name above is cut in the middle.
    return not label[:1].isupper() or last.name.endswith(("-", ",", "–"))


def _continued(last: _Draft, line: TableLine, label: str, amounts: tuple[str, ...]) -> _Draft:
    """The row above with a line's words added; what a part of it comes to is not added."""
    whole = last.amounts
    if not is_part(label):
        whole = tuple(_joined(one, two) for one, two in zip(whole, amounts, strict=True))
    words = label or " ".join(text for text in line.texts if text not in amounts)
    return replace(last, name=_joined(last.name, words), amounts=whole, end=line.row.end)


def _joined(first: str, second: str) -> str:
    return f"{first} {second}".strip()


# The whole table


def _finished(reading: Reading, group: _Group) -> tuple[BudgetTable, list[Finding]]:
    """The table of the contract, and what of it could not be read."""
    stated = find_unit(group.columns.notes) or unit_around(reading, group.first, group.last)
    unit: Unit = stated or 1
    unread = [_unread(reading, row.start, row.end, None) for row in group.odd]
    rows: list[BudgetRow] = []
    for draft in group.drafts:
        row, is_read = _row(reading, draft, unit)
        rows.append(row)
        if not is_read:
            key = f"{draft.chapter}/{draft.post}" if draft.post is not None else None
            unread.append(_unread(reading, draft.start, draft.end, key))
    headings = group.columns.headings
    blocks = _blocks(reading, group)
    table = BudgetTable(
        title=table_title(reading, group.first),
        unit=unit,
        unit_basis="stated" if stated else "assumed",
        columns=headings,
        column_roles=column_roles(headings, [row.amounts for row in rows]),
        rows=tuple(rows),
        evidence=reading.evidence_of((block.start, block.end) for block in blocks),
    )
    return table, unread


def _row(reading: Reading, draft: _Draft, unit: Unit) -> tuple[BudgetRow, bool]:
    """The row of the contract, and whether all its amounts could be read."""
    parsed = [parse_cell(text, unit) for text in draft.amounts]
    row = BudgetRow(
        chapter=draft.chapter,
        post=draft.post,
        name=draft.name or None,
        amounts=tuple(amount.kroner if amount else None for amount in parsed),
        kind=draft.kind,
        evidence=reading.evidence(draft.start, draft.end),
    )
    return row, None not in parsed


def _unread(reading: Reading, start: int, end: int, key: str | None) -> Finding:
    words = " ".join(reading.text[start:end].split())
    return make_finding(
        "unread_budget_row", "warning", key, reading.evidence(start, end), words=words[:200]
    )
