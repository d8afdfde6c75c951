"""Rows of tables that a converter tore apart, found by what stands in them.

A budget row begins with its post and ends in its amounts; between, its name may wrap. Where the
converter kept columns apart, `plain_columns` finds tables of all kinds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tildeling.forms import AMOUNT_HEADS, NAME_HEADS, SUM_WORDS, UNFINISHED
from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.tabular.raw_table import RawRow, RawTable
from tildeling.tabular.torn import Setting, raw_row, torn_table
from tildeling.tabular.torn_amounts import MOST_COLUMNS, split_amounts, ways_to_part

# A row's name wraps over at most so many lines.
NAME_LINES = 8
# So many rows that only name a chapter, one after the other, are no table.
CHAPTERS_RUNNING = 3
# Rows from which the number of amount columns is found.
SAMPLE = 40
# Headings of all columns take at most so many lines.
HEAD_LINES = 14
# A line inside a table is shorter than this share of the usual width.
SHORT = 0.8

_POST_KEY = re.compile(r"\d{3,4}[/.]\d{2}")
_CHAPTER = re.compile(r"\d{3,4}")
_CHAPTER_WORD = re.compile(r"kap(?:\.|ittel)?", re.IGNORECASE)
_POST = re.compile(r"\d{2}")
# A table's first heading; "Kap. 291 Bosetting" is none.
_HEAD = re.compile(
    r"kap(?:\.|ittel)?\s*[/,.]?\s*(?:og\s+)?post\b|kap(?:\.|ittel)?\s+post", re.IGNORECASE
)
_TWO_HEADS = re.compile(r"kap(?:\.|ittel)?\s+post\b", re.IGNORECASE)
_KEY_HEAD = re.compile(r"kap.*|post(?:er|ar)?|og|/|nr")


@dataclass
class _TornRow:
    """A row as it is gathered from lines."""

    line: Line
    """The line it begins with."""
    keys: list[Word]
    name: list[tuple[Word, ...]] = field(default_factory=list)
    amounts: tuple[Word, ...] = ()


@dataclass
class _TornTable:
    head: list[Line] = field(default_factory=list)
    rows: list[_TornRow] = field(default_factory=list)
    two_keys: bool = False
    """True where chapter and post have a column each."""

    def keys_of(self, line: Line) -> int:
        """How many words of a line are a row's key; 0 for a sum row or none."""
        return _keys_of(line, self.two_keys) or _chapter_keys(line, bare=bool(self.head))

    def is_row_start(self, line: Line) -> bool:
        first = line.words[0].text.casefold().strip(".:")
        return self.keys_of(line) > 0 or (bool(self.rows) and first in SUM_WORDS)


def find_budget_rows(lines: Sequence[Line], setting: Setting) -> list[Line | RawTable]:
    """The lines with torn budget tables gathered, in their order."""
    lines = _with_chapters_joined(lines)
    out: list[Line | RawTable] = []
    at = 0
    while at < len(lines):
        gathered = _gather(lines, at, setting) if _may_begin(lines[at]) else None
        if gathered is None:
            out.append(lines[at])
            at += 1
        else:
            table, at = gathered
            out.append(_assembled(table))
    return out


def _with_chapters_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines with a chapter that stands alone, over its name, before the name: "670"."""
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        if _is_chapter_alone(lines[at : at + 3]):
            joined.append(Line(lines[at].page, (*lines[at].words, *lines[at + 1].words)))
            at += 2
        else:
            joined.append(lines[at])
            at += 1
    return joined


def _is_chapter_alone(lines: Sequence[Line]) -> bool:
    """True for "670", its name, and the first of its posts: "670/01"."""
    if len(lines) < 3 or not _CHAPTER.fullmatch(lines[0].text):
        return False
    first = lines[2].words[0].text
    return (
        lines[1].text[0].isupper()
        and not split_amounts(lines[1].words)[1]
        and _POST_KEY.fullmatch(first) is not None
        and first.startswith(lines[0].text)
    )


def _may_begin(line: Line) -> bool:
    return _HEAD.match(line.text) is not None or _keys_of(line, False) > 0


def _keys_of(line: Line, post_alone: bool) -> int:
    """How many words a row's key has at the beginning of a line: 0 where it has none."""
    texts = [word.text for word in line.words[:2]]
    if _POST_KEY.fullmatch(texts[0]):
        return 1
    if len(texts) > 1 and _CHAPTER.fullmatch(texts[0]) and _POST.fullmatch(texts[1]):
        return 2
    if post_alone and len(texts) > 1 and _POST.fullmatch(texts[0]) and texts[1][0].isupper():
        return 1
    return 0


def _chapter_keys(line: Line, *, bare: bool = False) -> int:
    """Key words of a row that names a chapter and gives no amount: "Kap. 440 Politidirektoratet".

    `bare` also takes "440 Politidirektoratet", as tables with a chapter column have it.
    """
    texts = [word.text for word in line.words[:3]]
    if len(texts) == 3 and _CHAPTER_WORD.fullmatch(texts[0]) and _CHAPTER.fullmatch(texts[1]):
        return 2 if texts[2][0].isupper() else 0
    return int(
        bare and len(texts) > 1 and bool(_CHAPTER.fullmatch(texts[0])) and texts[1][0].isupper()
    )


def _gather(lines: Sequence[Line], at: int, setting: Setting) -> tuple[_TornTable, int] | None:
    """The table that begins at a line, and the position after it; None where there is none."""
    table = _TornTable(two_keys=_TWO_HEADS.match(lines[at].text) is not None)
    position = at
    while position < len(lines) and table.keys_of(lines[position]) == 0:
        if position - at > HEAD_LINES or not _heads(lines[position], setting):
            return None
        table.head.append(lines[position])
        position += 1
    ahead = lines[position : position + 3]
    if any(_POST_KEY.fullmatch(line.words[0].text) for line in ahead):
        table.two_keys = False
    elif any(_keys_of(line, False) == 2 for line in ahead):
        table.two_keys = True
    while position < len(lines) and table.is_row_start(lines[position]):
        row, after = _row(lines, position, table, setting)
        if row is None:
            break
        table.rows.append(row)
        position = after
        if len(table.rows) >= CHAPTERS_RUNNING and not any(
            row.amounts for row in table.rows[-CHAPTERS_RUNNING:]
        ):
            break
    while table.rows and not table.rows[-1].amounts:
        row = table.rows.pop()  # a chapter's heading in the text under the table
        position = lines.index(row.line, at)
    if not table.rows or (len(table.rows) == 1 and not table.head):
        return None
    return table, position


def _heads(line: Line, setting: Setting) -> bool:
    """True for a line that can be part of a table's headings: short, and no row with amounts."""
    amounts = split_amounts(line.words)[1]
    return _is_short(line, setting) and (len(amounts) < 2 or "(" in line.text)


def _row(
    lines: Sequence[Line], at: int, table: _TornTable, setting: Setting
) -> tuple[_TornRow | None, int]:
    """The row that begins at a line, and the position after it; None where it has no amounts."""
    first = lines[at]
    keys = table.keys_of(first)
    row = _TornRow(first, list(first.words[:keys]))
    _add(row, first.words[keys:])
    position = at + 1
    while not row.amounts:
        line = lines[position] if position < min(len(lines), at + 1 + NAME_LINES) else None
        if (
            line is None
            or not (_is_short(line, setting) or _are_amounts(lines, position + 1))
            or table.is_row_start(line)
        ):
            if _chapter_keys(first, bare=bool(table.head)) and _is_short(first, setting):
                return _chapter_row(lines, at, row)
            return None, at
        _add(row, line.words)
        position += 1
    if _is_read_by_columns(row):
        return None, at
    while position < len(lines) and _goes_on(row, lines[position - 1], lines[position], setting):
        row.name.append(lines[position].words)
        position += 1
    return row, position


def _are_amounts(lines: Sequence[Line], at: int) -> bool:
    """True for a line of amounts alone, under what a name wraps to: what is over it is a name."""
    while at < len(lines) and lines[at].text[0].islower():
        at += 1
    return at < len(lines) and not split_amounts(lines[at].words)[0]


def _is_read_by_columns(row: _TornRow) -> bool:
    """True where the name is several names, or headings: the amounts may be another row's."""
    if any(word.text.casefold().startswith(AMOUNT_HEADS) for line in row.name for word in line):
        return True
    return any(
        below[0].text[0].isupper() and above[-1].text.casefold() not in UNFINISHED
        for above, below in pairwise(row.name)
    )


def _chapter_row(lines: Sequence[Line], at: int, row: _TornRow) -> tuple[_TornRow, int]:
    """A row without amounts: its name goes on as long as small letters do."""
    row.name = row.name[:1]
    position = at + 1
    while position < min(len(lines), at + NAME_LINES) and lines[position].text[0].islower():
        row.name.append(lines[position].words)
        position += 1
    return row, position


def _add(row: _TornRow, words: Sequence[Word]) -> None:
    name, row.amounts = split_amounts(words)
    if name:
        row.name.append(name)


def _goes_on(row: _TornRow, above: Line, line: Line, setting: Setting) -> bool:
    """True where a line goes on with the name of a row that has its amounts already."""
    return (
        line.text[0].islower()
        and not setting.apart(above, line)
        and setting.share(line) < 0.6
        and not line.text.endswith((".", ":"))
        and bool(row.keys)
    )


def _is_short(line: Line, setting: Setting) -> bool:
    return setting.share(line) < SHORT and not re.search(r"[a-zæøå]{3}[.:;]$", line.text)


# ---------------------------------------------------------------------- rows to cells


def _assembled(table: _TornTable) -> RawTable:
    """The table with its cells in columns: keys, name where there is any, amounts."""
    keys = 2 if table.two_keys else 1
    count = _amount_columns(table)
    first = keys + any(row.name for row in table.rows)
    rows = _head_rows(table.head, keys, first, count)
    for row in table.rows:
        cells = _key_cells(row, keys)
        if row.name:
            cells.append((keys, row.name))
        ways = ways_to_part(row.amounts, count) if row.amounts else [[]]
        parts = ways[0] if ways else [row.amounts]
        cells.extend((first + at, [tuple(part)]) for at, part in enumerate(parts))
        rows.append(raw_row(cells, row.line.page))
    return torn_table(rows, first + count)


def _key_cells(row: _TornRow, keys: int) -> list[tuple[int, list[tuple[Word, ...]]]]:
    if _chapter_keys(row.line, bare=True):
        return [(0, [tuple(row.keys)])]
    return [(keys - len(row.keys) + at, [(key,)]) for at, key in enumerate(row.keys)]


def _amount_columns(table: _TornTable) -> int:
    """How many amounts each row has: the number that all rows can be parted into.

    Of several, the one that the heading has names for.
    """
    sample = [row.amounts for row in table.rows if row.amounts][:SAMPLE]
    able = [
        count
        for count in range(1, MOST_COLUMNS + 1)
        if all(ways_to_part(amounts, count) for amounts in sample)
    ]
    if not able:
        return max(1, min(len(amounts) for amounts in sample))
    named = len(_amount_heads(_head_words(table.head)[2]))
    return named if named in able else able[0]


def _head_words(head: Sequence[Line]) -> tuple[list[Word], list[Word], list[Word]]:
    """The words of the headings of key columns, of the name column, and of the amount columns."""
    words = [word for line in head for word in line.words]
    folded = [word.text.casefold().strip(".") for word in words]
    keys = 0
    while keys < len(words) and _KEY_HEAD.fullmatch(folded[keys]):
        keys += 1
    names = keys
    while names < len(words) and folded[names] in NAME_HEADS:
        names += 1
    return words[:keys], words[keys:names], words[names:]


def _amount_heads(words: Sequence[Word]) -> list[list[Word]]:
    """The headings of the amount columns, parted where a capital begins one."""
    heads: list[list[Word]] = []
    for word in words:
        if not heads or word.text[0].isupper():
            heads.append([])
        heads[-1].append(word)
    return heads


def _head_rows(head: Sequence[Line], keys: int, first: int, count: int) -> list[RawRow]:
    """The headings as a row; `first` is the first of `count` amount columns."""
    if not head:
        return []
    key_words, name, rest = _head_words(head)
    amounts = _amount_heads(rest)
    if len(amounts) != count:
        amounts = [rest] if rest else []
    parted = [[word] for word in key_words] if len(key_words) == keys else [key_words]
    parts = [*enumerate(parted), (keys, name), *enumerate(amounts, first)]
    cells = [(column, [tuple(words)]) for column, words in parts if words]
    return [raw_row(cells, head[0].page)]
