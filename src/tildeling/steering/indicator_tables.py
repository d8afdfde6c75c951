"""Tables of indicators: "Styringsparameter | Resultat 2014 | Krav 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import Literal

from tildeling.find.targets import TargetPhrase, find_results, is_bare_result
from tildeling.steering.goals_over import GoalsOver, is_goal_row
from tildeling.steering.indicator_drafts import Draft, DraftTarget, as_result
from tildeling.steering.indicator_item import (
    is_requirement,
    read_item,
    read_requirements,
    without_code,
)
from tildeling.steering.indicator_words import (
    GOAL_COLUMN,
    KIND_OF_GOAL,
    MEASURE_COLUMN,
    NUMBER_COLUMN,
    OTHER_COLUMN,
    RESULT_COLUMN,
    TARGET_COLUMN,
    UNIT_COLUMN,
)
from tildeling.steering.letter_body import LetterBody, heads_over
from tildeling.text.blocks import Cell, Row, Span, Table, paragraphs_of

Role = Literal["goal", "number", "measure", "unit", "target", "result"]
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ONLY_YEAR = re.compile(r"\s*(?:pr\.?|per|i|for|året)?\s*(?:20\d\d)\s*")
_GOAL_ALONE = re.compile(r"\s*(?:mål|måla|målene)\s*")
_BRACKET = re.compile(
    r"\((?:i )?(?:prosent|pst\.?|%|antall|dager|dagar|uker|veker|måneder|timer|kroner"
    r"|mill\. kr(?:oner)?)\)"
)
_BEGINS_WITH_YEAR = re.compile(r"\s*20\d\d\s?[:=]")
MOST_HEADING_ROWS = 3


@dataclass(slots=True)
class Column:
    """What a column of a table of indicators holds."""

    role: Role
    year: int | None = None
    words: str = ""
    """Those of its heading."""


@dataclass(slots=True)
class Columns:
    """The columns of a table of indicators, by their place."""

    of: dict[int, Column] = field(default_factory=dict)
    rows: int = 1
    """How many rows head them."""

    def first(self, role: Role) -> int | None:
        """The first column with a role."""
        return next((at for at, column in sorted(self.of.items()) if column.role == role), None)


def columns_of(body: LetterBody, table: Table, under_label: bool) -> Columns | None:
    """What the columns of a table hold; None where it is none of indicators.

    `under_label` tells that a heading or sentence over it speaks of indicators: then a column of
    requirements is enough.
    """
    captions = sum(1 for _ in takewhile(lambda row: _is_caption(table, row), table.rows))
    most = max(table.heading_rows, 1 + captions)
    most = min(most, MOST_HEADING_ROWS, len(table.rows) - 1)
    for rows in range(most, 0, -1):
        heads = _heads(body, table, rows)
        found = _typed(body, heads, under_label)
        if found is not None:
            found.rows = rows
            return found
    return _without_heading(body, table) if under_label else None


def _without_heading(body: LetterBody, table: Table) -> Columns | None:
    """Names and requirements beside each other, with no heading over them."""
    if table.columns != 2 or len(table.rows) < _FEWEST_ROWS:
        return None
    for row in table.rows:
        name, held = _own(row, 0), _own(row, 1)
        if name is None or held is None:
            return None
        if not is_requirement(body.reading.line(held), body.reading.line(name)):
            return None
    return Columns({0: Column("measure"), 1: Column("target")}, 0)


_FEWEST_ROWS = 2


def _heads(body: LetterBody, table: Table, rows: int) -> dict[int, str]:
    """The words over each column, without the table's own title."""
    return heads_over(body.reading, (r for r in table.rows[:rows] if not _is_caption(table, r)))


def _is_caption(table: Table, row: Row) -> bool:
    """Whether a row is the table's own title: one cell over all columns."""
    return len(row.cells) == 1 and table.columns > 1 and row.cells[0].columns == table.columns


def caption_of(body: LetterBody, table: Table) -> str:
    """The words that a table's own first row says of it all."""
    row = table.rows[0]
    return body.reading.line(row.cells[0]) if _is_caption(table, row) else ""


def _typed(body: LetterBody, heads: dict[int, str], under_label: bool) -> Columns | None:
    found = Columns()
    measure = _measure_column(heads, under_label)
    if measure is None:
        return None
    found.of[measure] = Column("measure")
    if heads.get(measure - 1) == heads[measure]:
        found.of[measure - 1] = Column("number")  # one heading over a number and a name
    for at, words in sorted(heads.items()):
        if at not in found.of:
            column = _column(words, at < measure, body.letter.budget_year)
            if column is not None:
                found.of[at] = column
    roles = {column.role for column in found.of.values()}
    is_named = MEASURE_COLUMN.match(heads[measure]) is not None
    if "target" in roles or ("result" in roles and (is_named or under_label)):
        return found
    others = [words for at, words in heads.items() if at not in found.of]
    return found if is_named and others and all(_says_how(words) for words in others) else None


def _says_how(words: str) -> bool:
    """Whether a column tells how an indicator is measured or reported, and no day it is due."""
    return OTHER_COLUMN.match(words) is not None and _IS_DUE.search(words) is None


_IS_DUE = re.compile(r"frist|ansvar|oppdrag|tiltak|dato")


def _measure_column(heads: dict[int, str], under_label: bool) -> int | None:
    """The column that says what is measured."""
    named = [at for at, words in sorted(heads.items()) if MEASURE_COLUMN.match(words)]
    if len(named) > 1:
        # "Resultatmål | Indikator": of two the one that has no other meaning.
        sure = [at for at in named if not TARGET_COLUMN.match(heads[at])]
        named = sure or named
    if named:
        first = named[0]
        return first + 1 if heads.get(first + 1) == heads[first] else first
    if not under_label:
        return None
    rest = [
        at
        for at, words in sorted(heads.items())
        if not (
            (TARGET_COLUMN.match(words) and not _GOAL_ALONE.fullmatch(words))
            or RESULT_COLUMN.match(words)
            or NUMBER_COLUMN.match(words)
            or OTHER_COLUMN.match(words)
            or _ONLY_YEAR.fullmatch(words)
        )
    ]
    measured = [at for at in rest if not GOAL_COLUMN.match(heads[at])]
    return next(iter(measured or rest), None)


def _column(words: str, is_before: bool, budget_year: int | None) -> Column | None:
    match = _YEAR.search(words)
    year = int(match.group()) if match is not None else None
    if NUMBER_COLUMN.fullmatch(words):
        return Column("number")
    of_goals = GOAL_COLUMN.match(words) if is_before else KIND_OF_GOAL.fullmatch(words)
    if of_goals and year is None:
        return Column("goal")
    if UNIT_COLUMN.match(words):
        return Column("unit")
    if OTHER_COLUMN.match(words):
        return None
    if _ONLY_YEAR.fullmatch(words):
        is_past = budget_year is not None and year is not None and year < budget_year
        return Column("result" if is_past else "target", year)
    is_result = RESULT_COLUMN.match(words) is not None
    if not is_result and TARGET_COLUMN.search(words):
        return Column("target", year, words)
    if is_result or RESULT_COLUMN.search(words):
        is_late = budget_year is not None and year is not None and year >= budget_year
        return None if is_late else Column("result", year, words)
    return None


def read_table(
    body: LetterBody, table: Table, columns: Columns, goals: GoalsOver, over: int | None
) -> list[Draft]:
    """The indicators of a table's rows; `over` is the goal that the table stands under."""
    return _Rows(body, table, columns, goals, over).read()


class _Rows:
    """The rows of one table, from the first to the last."""

    def __init__(
        self,
        body: LetterBody,
        table: Table,
        columns: Columns,
        goals: GoalsOver,
        over: int | None,
    ) -> None:
        self._body = body
        self._table = table
        self._columns = columns
        self._goals = goals
        self._goal = over
        self._unit = ""
        """What the row's column of units says."""
        self._found: list[Draft] = []

    def read(self) -> list[Draft]:
        """All indicators; the goal over the first ones may stand among the headings."""
        for at, row in enumerate(self._table.rows):
            if not self._heads(row) and at >= self._columns.rows:
                self._row(row)
        return self._found

    def _words(self, span: Span) -> str:
        return self._body.reading.line(span)

    def _heads(self, row: Row) -> bool:
        """Whether a row is a goal of its own over those that follow."""
        if len(row.cells) != 1:
            return False
        cell = row.cells[0]
        words = self._words(cell)
        is_wide = cell.columns > 1 and cell.columns >= self._table.columns - 1
        measure = self._columns.first("measure")
        goal = self._goals.named(words)
        is_goal = is_goal_row(words) or (goal is not None and cell.column != measure)
        is_set_apart = cell.heading or (cell.bold and self._has_plain_names)
        if not is_wide and not is_goal and not is_set_apart:
            return False
        if goal is not None or is_goal_row(words):
            self._goal = goal
        return True

    @cached_property
    def _has_plain_names(self) -> bool:
        """Whether some of what is measured is not set in bold: what is, heads the rows under it."""
        measure = self._columns.first("measure")
        assert measure is not None
        rows = self._table.rows[self._columns.rows :]
        return any((cell := _own(row, measure)) is not None and not cell.bold for row in rows)

    def _row(self, row: Row) -> None:
        for at, column in sorted(self._columns.of.items()):
            if column.role == "goal" and (cell := _own(row, at)) is not None:
                self._goal = self._goals.named(self._words(cell))
        measure = self._columns.first("measure")
        assert measure is not None
        cell = _own(row, measure)
        if len(row.cells) == 1 and cell is not None and self._words(cell)[:1].islower():
            return  # the end of a name whose row was torn
        drafts = list(self._measures(row, cell)) if cell is not None else []
        unit = self._columns.first("unit")
        held = _own(row, unit) if unit is not None else None
        self._unit = self._words(held) if held is not None else ""
        self._found.extend(drafts)
        if len(drafts) > 1:
            self._in_pairs(row, drafts)
        elif self._found:
            for at, column in sorted(self._columns.of.items()):
                if (held := _own(row, at)) is not None and column.role in ("target", "result"):
                    self._found[-1].targets.extend(self._held(held, column, self._found[-1]))

    def _measures(self, row: Row, cell: Cell) -> Iterator[Draft]:
        """The indicators of one cell: most hold one, some a list."""
        parts = paragraphs_of(cell)
        listed = [part for part in parts if part.marker is not None]
        spans: list[tuple[Span, str | None]] = [(Span(cell.start, cell.end), None)]
        if len(listed) > 1 and len(listed) == len(parts):
            spans = [(Span(part.start, part.end), mark_of(part.marker)) for part in listed]
        has_targets = any(
            column.role == "target" and _own(row, at) is not None
            for at, column in self._columns.of.items()
        )
        for span, mark in spans:
            if has_targets:
                # What is required stands in a column of its own.
                draft = without_code(self._body.reading, span.start, span.end)
            else:
                draft = read_item(self._body.reading, span.start, span.end)
            draft.number = draft.number or mark or self._number(row)
            draft.goal = self._goal
            yield draft

    def _number(self, row: Row) -> str | None:
        at = self._columns.first("number")
        cell = _own(row, at) if at is not None else None
        return mark_of(self._words(cell)) if cell is not None else None

    def _in_pairs(self, row: Row, drafts: list[Draft]) -> None:
        """Lists beside each other: the first requirement is the first indicator's."""
        for at, column in sorted(self._columns.of.items()):
            cell = _own(row, at)
            if cell is None or column.role not in ("target", "result"):
                continue
            parts = paragraphs_of(cell)
            if len(parts) == len(drafts):
                for draft, part in zip(drafts, parts, strict=True):
                    draft.targets.extend(self._held(part, column, draft))

    def _subject(self, draft: Draft, column: Column) -> str:
        """What tells the unit of bare numbers: the name, a column of units, or the heading."""
        name = self._words(draft.span)
        if self._unit:
            return f"{name} ({self._unit})"
        unit = _BRACKET.search(column.words)
        return name if unit is None else f"{name} {unit.group()}"

    def _held(self, cell: Span, column: Column, draft: Draft) -> Iterator[DraftTarget]:
        """The targets or results that a cell holds."""
        reading = self._body.reading
        subject = self._subject(draft, column)
        if column.role == "result":
            yield from _results(reading.words(cell), cell, subject, column.year)
            return
        parts: tuple[Span, ...] = (cell,)
        if isinstance(cell, Cell) and any(part.marker for part in cell.parts):
            parts = tuple(Span(part.start, part.end) for part in cell.parts)
        for part in parts:
            for each in read_requirements(reading.words(part), part.start, subject, column.year):
                yield DraftTarget(each.span, each.phrase, each.role, column.year)


def _results(words: str, span: Span, subject: str, year: int | None) -> Iterator[DraftTarget]:
    text = words.replace("\n", " ").replace("\t", " ")
    led = "(" if _BEGINS_WITH_YEAR.match(text) else ""
    dated = find_results(led + text, subject)
    if dated:
        yield from (as_result(one, span.start - len(led)) for one in dated)
        return
    held = is_bare_result(text, subject)
    if held is None:
        return
    match = _IN_YEAR.search(text)
    own = int(match["year"]) if match is not None else year
    phrase = TargetPhrase(0, len(text), None, held.value, None, held.unit, None, own)
    yield DraftTarget(Span(span.start, span.end), phrase, "result", year)


_IN_YEAR = re.compile(r"(?:\(|\bi )(?P<year>20\d\d)\)?\s*$")


def mark_of(marker: str | None) -> str | None:
    """A marker or number as it is cited: "a" of "a)"; None for a bullet.

    >>> mark_of("a)"), mark_of("1."), mark_of("•"), mark_of("(b)"), mark_of("SP1")
    ('a', '1', None, 'b', 'SP1')
    """
    plain = (marker or "").strip().strip("().:").strip()
    return plain if plain and plain[0].isalnum() and plain != "o" else None


def _own(row: Row, column: int) -> Cell | None:
    """The cell of a column that holds something, and no more than its own column."""
    cell = row.cell(column)
    return cell if cell is not None and cell.start < cell.end else None
