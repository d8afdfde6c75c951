"""What the columns of a budget table hold, and its rows cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tildeling.find.cells import parse_cell
from tildeling.find.patterns import WORD_END, WORD_START, any_of
from tildeling.find.units import find_units
from tildeling.letter import Side
from tildeling.meaning.budget_keys import (
    KeyRole,
    RowKey,
    is_carried,
    is_chapter_word,
    is_key_heading,
    is_year,
    key_role,
    row_key,
)
from tildeling.meaning.budget_words import (
    COMMENT_HEADINGS,
    COUNTED_HEADINGS,
    GRANT_WORDS,
    NAME_HEADINGS,
    NEW_WORDS,
    NUMBER_HEADINGS,
)
from tildeling.meaning.column_roles import word_role
from tildeling.meaning.reading import Reading
from tildeling.scope.around import is_only_unit
from tildeling.scope.tree import only_side
from tildeling.text.blocks import Cell, Row, Table

# The headings of chapter and post stand within so many rows.
HEADING_ROWS = 5
# A column that holds larger numbers holds kroner, whatever it is called.
LARGEST_COUNT = 1_000_000
# A column whose cells hold words of this many characters on average comments on its rows.
PROSE = 25

# A heading of at most so many signs may be a word that its narrow column broke: "Pos t".
BROKEN_HEADING = 8

GRANT = re.compile(rf"{WORD_START}{any_of(GRANT_WORDS)}{WORD_END}", re.IGNORECASE)
MONEY_HEADING = re.compile(rf"{WORD_START}{any_of(NEW_WORDS)}", re.IGNORECASE)
_COUNTED = re.compile(rf"(?<!\w){any_of(COUNTED_HEADINGS)}(?!\w)", re.IGNORECASE)
_NUMBERS = re.compile(any_of(NUMBER_HEADINGS), re.IGNORECASE)
_NAME_HEADING = re.compile(rf"{WORD_START}{any_of(NAME_HEADINGS)}{WORD_END}", re.IGNORECASE)
_COMMENT_HEADING = re.compile(any_of(COMMENT_HEADINGS), re.IGNORECASE)
# "55.1" under "Underpost" says its post too.
_WHOLE_SUB = re.compile(r"\d{2}\.\d{1,2}")
_SUB_NUMBER = re.compile(r"(?:\d{2})?\.?\d{1,2}\.?")
_POST_OVER_COLUMN = re.compile(
    r"(?:kap\.?\s*\d{3,4}\b.*)?\bpost\s*\d{1,2}\b|0?\d{3,4}[./]\d{2}", re.IGNORECASE
)
# "186 500", "1.944.000", "98,5": a number that is no key, year or count.
STRAY = re.compile(r"[(+÷–−-]?\s?(?:\d{1,3}(?:[ \u00a0.]\d{3})+(?:,\d+)?|\d+,\d+)\)?-?")
# "810044": the number of a project or a case, which no grouping parts.
_PLAIN_NUMBER = re.compile(r"\d{4,}")
# An amount cut after its first group: "72", "063 000".
FIRST_GROUP = re.compile(r"[+÷–−-]?\s?[1-9]\d{0,2}")
MORE_GROUPS = re.compile(r"\d{3}(?:[ \u00a0.]\d{3})*")
# "Driftsutgifter 151 420": a number at the end of a name, glued from the column beside it.
# So are several: "Rogaland 4 850 1 100".
_GLUED = re.compile(r"[^\W\d]\D*(?:\s(?:\d{1,3}(?:[ \u00a0.]\d{3})+|\d+,\d+))+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the text, and what it is about."""

    row: Row
    cells: tuple[Cell, ...]
    """Its cells that hold words, those of its key first."""
    texts: tuple[str, ...]
    key: RowKey | None
    side: Side | None = None
    """The side that its first words name: "Inntekter:"; they are none of its cells."""

    @property
    def rest(self) -> Iterator[tuple[Cell, str]]:
        """The cells after those that name the post."""
        skipped = self.key.cells if self.key else 0
        return zip(self.cells[skipped:], self.texts[skipped:], strict=True)

    def cell_in(self, column: int) -> tuple[Cell, str] | None:
        """The cell that covers a column, outside its key, with its words."""
        for cell, text in self.rest:
            if cell.column <= column < cell.column + cell.columns:
                return cell, text
        return None

    def text_in(self, column: int) -> str:
        """What it prints in a column, outside its key; "" for nothing."""
        found = self.cell_in(column)
        return found[1] if found else ""

    @property
    def words(self) -> str:
        """All that it prints."""
        return " ".join(self.texts)

    @property
    def carries_sum(self) -> bool:
        """True for a sum that is carried over a page: "Transport | 231 200"."""
        return self.key is None and self.has_amount and any(map(is_carried, self.texts))

    @property
    def has_amount(self) -> bool:
        """True where a cell outside its key holds an amount, and no year."""
        return any(
            (amount := parse_cell(text, 1)) is not None and amount.kroner is not None
            for _, text in self.rest
            if not is_year(text)
        )

    @property
    def is_heading(self) -> bool:
        """True for a heading of a budget table: "Kap. | Post | Betegnelse"."""
        words = self.words
        if self.key is not None or not is_key_heading(words) or self.has_amount:
            return False
        return bool(_NAME_HEADING.search(words) or MONEY_HEADING.search(words))


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table's columns hold, and what stands over them."""

    amounts: tuple[int, ...]
    headings: tuple[str, ...]
    """Those over the amounts."""
    comments: tuple[int, ...]
    names: tuple[int, ...]
    """Those of words that name a row, before its amounts or under a heading for names."""
    counted: tuple[int, ...]
    """Those of numbers that are no kroner: shares, years, staff."""
    heads: tuple[Line, ...]
    """The lines over the first row."""
    body: int
    """Where the rows begin."""

    @property
    def notes(self) -> str:
        """All that stands over the first row."""
        return " ".join(line.words for line in self.heads)

    @property
    def say_money(self) -> bool:
        """True where the headings say that a column holds money: by its word, or by a unit.

        The unit may stand in the corner: "Mill. kr | 2017".
        """
        return any(map(MONEY_HEADING.search, self.headings)) or any(
            find_units(text, heading=True) for line in self.heads for text in line.texts
        )

    @property
    def are_posts(self) -> bool:
        """True where the columns are posts: the rows of such a table are other bodies."""
        return any(_POST_OVER_COLUMN.fullmatch(heading) for heading in self.headings)

    def label(self, line: Line) -> str:
        """A line's words that name it."""
        return " ".join(text for cell, text in line.rest if cell.column in self.names)

    def are_cut(self, lines: Sequence[Line]) -> bool:
        """Whether two columns are one whose amounts were cut after their first group.

        In every row that has both, "72" stands beside "063 000".
        """
        for left, right in pairwise(self.amounts):
            pairs = [(line.text_in(left), line.text_in(right)) for line in lines]
            full = [(one, two) for one, two in pairs if one and two]
            if len(full) > 1 and all(
                FIRST_GROUP.fullmatch(o) and MORE_GROUPS.fullmatch(t) for o, t in full
            ):
                return True
        return False

    def strays(self, line: Line) -> bool:
        """Whether a line holds an amount in a column that is none of the amounts.

        A name between its amounts is in as much doubt: two tables side by side read as one.
        """
        told = {*self.amounts, *self.comments, *self.counted}
        between = range(self.amounts[0], self.amounts[-1])
        for cell, text in line.rest:
            if cell.column in self.names:
                # Most names end in no digit: those need no search from each of their letters.
                is_glued = text[-1:].isdigit() and _GLUED.search(text) is not None
                is_odd = cell.column in between or is_glued
            else:
                is_odd = cell.column not in told and STRAY.fullmatch(text) is not None
            if is_odd:
                return True
        return False

    def same_as(self, other: Columns) -> bool:
        """Whether a table goes on with another's columns, which it need not head again."""
        if len(self.amounts) != len(other.amounts):
            return False
        return self.headings == other.headings or not any(self.headings)


def table_lines(reading: Reading, table: Table) -> list[Line]:
    """A table's rows with the posts that they name; "Kap." and "0451" under it are one."""
    lines: list[Line] = []
    roles = _key_columns(reading, table)
    for row in table.rows:
        line = _line(reading, row, roles)
        above = lines[-1] if lines else None
        if above is not None and _is_cut_chapter(above, line):
            lines[-1] = _joined_lines(above, line)
        else:
            lines.append(line)
    return lines


def _key_columns(reading: Reading, table: Table) -> dict[int, KeyRole]:
    """The columns that a heading says hold chapters, posts or other keys."""
    for row in table.rows[:HEADING_ROWS]:
        texts = [reading.line(cell) for cell in row.cells]
        found = {
            cell.column: role
            for cell, text in zip(row.cells, texts, strict=True)
            if (role := _key_role(text)) is not None and not _POST_OVER_COLUMN.search(text)
        }
        if found:
            return {
                column: role
                for column, role in found.items()
                if role != "sub" or _are_sub_posts(reading, table, column)
            }
    return {}


def _are_sub_posts(reading: Reading, table: Table, column: int) -> bool:
    """Whether a column holds numbers of sub-posts; under "Delpost" their names may stand alone."""
    texts = [reading.words(c) for row in table.rows for c in row.cells if c.column == column]
    return any(_SUB_NUMBER.fullmatch(text.strip()) for text in texts)


def _key_role(heading: str) -> KeyRole | None:
    """What a heading says of keys, also one that its narrow column broke: "Pos t" over "01"."""
    role = key_role(heading)
    if role is None and len(heading) <= BROKEN_HEADING and " " in heading:
        role = key_role(heading.replace(" ", ""))
    return role


def _line(reading: Reading, row: Row, roles: dict[int, KeyRole]) -> Line:
    cells = [cell for cell in row.cells if reading.words(cell).strip()]
    cells.sort(key=lambda cell: (cell.column not in roles, cell.column))
    texts = [reading.line(cell) for cell in cells]
    side = only_side(texts[0]) if texts else None
    if side is not None:
        del cells[0], texts[0]
    sub = None
    for at, cell in enumerate(cells):
        if roles.get(cell.column) == "sub":
            if _WHOLE_SUB.fullmatch(texts[at]):
                roles = {**roles, cell.column: "post"}
                break
            sub = texts.pop(at).strip(".")
            del cells[at]
            break
    # Where headings say which columns hold keys, a number alone in another is none.
    is_elsewhere = bool(roles and cells) and cells[0].column not in roles
    key = row_key(texts, [roles.get(cell.column) for cell in cells])
    if key is not None and is_elsewhere and key.kind != "sum" and not key.worded:
        key = None
    if key is not None and sub:
        key = replace(key, sub=sub)
    return Line(row, tuple(cells), tuple(texts), key, side)


def _is_cut_chapter(above: Line, below: Line) -> bool:
    """Whether the upper row ends within a chapter's name, after the word for it."""
    return (
        bool(above.texts and below.texts)
        and is_chapter_word(above.texts[0])
        and not is_key_heading(" ".join(above.texts[1:]))
        and not any(_NAME_HEADING.search(text) for text in above.texts[1:])
        and below.texts[0].isdigit()
        and {cell.column for cell in below.cells} <= {cell.column for cell in above.cells}
    )


def _joined_lines(above: Line, below: Line) -> Line:
    added = {cell.column: text for cell, text in zip(below.cells, below.texts, strict=True)}
    texts = tuple(
        f"{text} {added.get(cell.column, '')}".strip()
        for cell, text in zip(above.cells, above.texts, strict=True)
    )
    row = Row(above.row.start, below.row.end, above.row.cells)
    return Line(row, above.cells, texts, row_key(texts))


def read_columns(
    table: Table, lines: Sequence[Line], over: Sequence[Line] = (), keyless: bool = False
) -> Columns | None:
    """A table's columns, or None where no amount stands beside a post, chapter or sum.

    `over` are lines of a heading that was set apart from its table; `keyless` says that its rows
    name no posts, since what stands over it names the one that they are parts of.
    """
    starts = _begins_keyless if keyless else _begins_body
    body = next(
        (
            at
            for at, line in enumerate(lines)
            if starts(line) and not (keyless and _heads_units(lines, at))
        ),
        None,
    )
    if body is None:
        return None
    # "Kap. 909 Næringsdepartementet | Beløp" heads the columns and is a row of the chapter too.
    heads = (*over, *lines[:body], *([lines[body]] if _heads_amounts(lines[body]) else []))
    rows = [line for line in lines[body:] if keyless or line.key is not None]
    headings = [_heading(heads, column) for column in range(table.columns)]
    comments = _comment_columns(table, rows, headings)
    numbers = _numbers_before_names(table, rows) if keyless else frozenset()
    counted = tuple(
        c for c in range(table.columns) if c in numbers or _is_counted(rows, headings[c], c)
    )
    amounts = tuple(
        column
        for column in range(table.columns)
        if column not in comments and column not in counted and _holds_amounts(rows, column)
    )
    if not amounts:
        return None
    # Right of the amounts, words under no heading, and prose under any, are remarks too.
    comments |= {
        column
        for column in range(amounts[0] + 1, table.columns)
        if column not in amounts
        and not _NAME_HEADING.search(headings[column])
        and (not headings[column] or _is_prose(rows, column))
    }
    over_amounts = tuple(
        headings[column] or _heading_beside(headings, column, amounts) for column in amounts
    )
    told = {*amounts, *comments, *counted}
    names = tuple(
        column
        for column in range(table.columns)
        if column not in told and (column < amounts[0] or _NAME_HEADING.search(headings[column]))
    )
    return Columns(amounts, over_amounts, tuple(sorted(comments)), names, counted, heads, body)


def _numbers_before_names(table: Table, rows: Sequence[Line]) -> frozenset[int]:
    """The columns left of the names of rows without keys that hold nothing but plain numbers."""
    texts = [[t for row in rows if (t := row.text_in(c))] for c in range(table.columns)]
    names = (c for c, found in enumerate(texts) if _are_words(found))
    before = texts[: next(names, 0)]
    return frozenset(
        c for c, found in enumerate(before) if found and all(map(_PLAIN_NUMBER.fullmatch, found))
    )


def _are_words(texts: Sequence[str]) -> bool:
    """Whether most cells of a column hold words."""
    return sum(text[:1].isalpha() for text in texts) * 2 > len(texts)


def _is_counted(rows: Sequence[Line], heading: str, column: int) -> bool:
    """Whether a column holds numbers that are no kroner: shares, years, staff, numbers of rows."""
    if _NUMBERS.fullmatch(heading):
        return True
    if not _COUNTED.search(heading) or _NAME_HEADING.search(heading):
        return False
    cells = [parse_cell(line.text_in(column), 1) for line in rows]
    numbers = [abs(cell.kroner) for cell in cells if cell is not None and cell.kroner is not None]
    return bool(numbers) and max(numbers) < LARGEST_COUNT


def _begins_body(line: Line) -> bool:
    """Whether a row is about a post, chapter or sum; a year over an amount column is no chapter."""
    if line.carries_sum:
        return True
    if line.key is None or not line.texts or all(is_year(text) for text in line.texts):
        return False
    heads = line.key.kind == "chapter" and not line.key.worded and line.cells[0].column > 0
    return not (heads and is_year(str(line.key.chapter)))


def _heads_amounts(line: Line) -> bool:
    """Whether a chapter's row prints the heading of the amounts where its own would stand."""
    if line.key is None or line.key.kind != "chapter" or line.has_amount:
        return False
    return any(MONEY_HEADING.match(text) for _, text in line.rest)


def _begins_keyless(line: Line) -> bool:
    """Whether a row of a table without keys holds a label and an amount."""
    return line.has_amount and any(parse_cell(text, 1) is None for text in line.texts)


def _heads_units(lines: Sequence[Line], at: int) -> bool:
    """Whether a line over rows without keys says units alone, or names and units as a heading.

    "Formål | 1 000 kr" over "Kurs | 250" is no row of a thousand kroner; it is one where the rows
    under it print their kroner too.
    """
    line = lines[at]
    units = [(cell, text) for cell, text in line.rest if is_only_unit(text)]
    if not units or line.key is not None:
        return False
    if len(units) == len(line.texts):
        return True
    amounts = [cell for cell, text in line.rest if parse_cell(text, 1) is not None]
    said = {cell.column for cell, text in units if not text.lower().startswith(("kr", "nok"))}
    if at or not all(cell.column in said for cell in amounts):
        return False
    below = [parse_cell(row.text_in(cell.column), 1) for row in lines[1:] for cell in amounts]
    return not any(cell is not None and (cell.own or cell.priced) for cell in below)


def _comment_columns(table: Table, rows: Sequence[Line], headings: Sequence[str]) -> set[int]:
    """The columns of remarks and purposes; what names the rows is none.

    A heading such as "Formål" is one of remarks where another column names the rows.
    """
    named = [
        column
        for column in range(table.columns)
        if _NAME_HEADING.search(headings[column]) and not is_key_heading(headings[column])
    ]
    found: set[int] = set()
    for column in range(table.columns):
        texts = [text for line in rows if (text := line.text_in(column))]
        is_amount = any(parse_cell(text, 1) is not None for text in texts)
        comments = _COMMENT_HEADING.match(headings[column]) is not None
        # "Gjeldende krav" over amounts is none, although "Gjelder" heads remarks.
        if not comments or (is_amount and _speaks_of_money(headings[column])):
            continue
        if column not in named[:1] or _has_names_before(rows, column):
            found.add(column)
    return found


def _speaks_of_money(heading: str) -> bool:
    return MONEY_HEADING.search(heading) is not None or word_role(heading) is not None


def _has_names_before(rows: Sequence[Line], column: int) -> bool:
    """Whether what stands left of a column names most rows, in the cell of the key or after it."""
    named = sum(
        any(cell.column < column and text[:1].isalpha() for cell, text in row.rest)
        or bool(row.key and row.key.kind != "sum" and row.key.name)
        for row in rows
    )
    return named * 2 > len(rows)


def _is_prose(rows: Sequence[Line], column: int) -> bool:
    """Whether a column's cells hold sentences, on average."""
    texts = [text for line in rows if (text := line.text_in(column))]
    return bool(texts) and sum(map(len, texts)) >= PROSE * len(texts)


def _holds_amounts(lines: Sequence[Line], column: int) -> bool:
    """Whether what stands in a column, beside the rows' posts and names, is mostly amounts."""
    texts = [text for line in lines for cell, text in line.rest if cell.column == column]
    found = [parse_cell(text, 1) is not None for text in texts]
    if not found or all(is_year(text) for text in texts):
        return False
    return sum(found) * 2 >= len(found)


def _heading(heads: Sequence[Line], column: int) -> str:
    """What stands over a column, its lines joined; a lone unit over several columns is none."""
    return " ".join(
        text
        for line in heads
        for cell, text in zip(line.cells, line.texts, strict=True)
        if cell.column <= column < cell.column + cell.columns and not _is_of_table(line, cell, text)
    )


def _is_of_table(line: Line, cell: Cell, text: str) -> bool:
    """Whether a heading's cell says the unit of the whole table, not of one column."""
    if not find_units(text, heading=True) or GRANT.search(text):
        return False
    return len(line.texts) == 1 or (cell.columns > 1 and is_only_unit(text))


def _heading_beside(headings: Sequence[str], column: int, columns: Sequence[int]) -> str:
    """A heading that stands one column to the left, over a column that holds no amounts."""
    if not column or column - 1 in columns:
        return ""
    beside = headings[column - 1]
    return "" if is_key_heading(beside) or _NAME_HEADING.search(beside) else beside


def is_side_label(line: Line) -> bool:
    """Whether a line only says that expenditure or revenue follows."""
    return line.side is not None and not line.texts


def is_heading_only(lines: Sequence[Line]) -> bool:
    """A heading, or the lines it goes on with, taken for a table of its own."""
    if len(lines) > 3 or any(map(_begins_body, lines)):
        return False
    words = " ".join(line.words for line in lines)
    # "Fylke | Tilskudd" over rows that are parts of a post names no keys.
    names_money = MONEY_HEADING.search(words) and not any(map(_begins_keyless, lines))
    return is_key_heading(words) or bool(names_money)
