"""A letter as rows of flat tables, joined by the `sha256` of the file it was read from.

The classes are the tables' columns: a column that is named as a field of the item holds that field.
Each row also says which letter it is of and where its words stand, so that one table alone can be
read. Whole kroner are ints, other figures decimals, days are dates, a list of words stays a tuple.
A writer of tables (CSV, Parquet, data frames) goes through `TABLES`, `columns_of` and `rows_of`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, TypeVar

from tildeling.letter import (
    Assignment,
    BudgetTable,
    ColumnRole,
    Evidenced,
    Letter,
)


@dataclass(kw_only=True)
class Row:
    """What every row says of its letter.

    Rows are not frozen, though none is ever changed: each field would cost a call, for a thousand
    letters' 28,000 rows a sixth of the time of reading them.
    """

    sha256: str
    file: str
    agency: str | None
    agency_key: str | None
    ministry: str | None
    budget_year: int | None
    addendum_number: int | None


@dataclass(kw_only=True)
class PlainRow(Row):
    """Of a letter or an item without a kind or day of its own: both are the letter's."""

    kind: str
    date: dt.date | None


@dataclass(kw_only=True)
class RowWithKind(Row):
    """Of an item whose `kind` is its own."""

    letter_kind: str
    date: dt.date | None


@dataclass(kw_only=True)
class RowWithDay(Row):
    """Of an item whose `date` is its own."""

    kind: str
    letter_date: dt.date | None


@dataclass(kw_only=True)
class Placed:
    """Where an item was read: the page, box and words of its first evidence.

    The box is `x0`, `top`, `x1`, `bottom` in points from the page's top left. An item that spans
    pages has its other boxes in the letter's JSON.
    """

    page: int | None
    x0: float | None
    top: float | None
    x1: float | None
    bottom: float | None
    words: str | None


@dataclass(kw_only=True)
class LetterRow(PlainRow):
    """One letter."""

    title: str
    agency_abbreviation: str | None
    ministry_abbreviation: str | None
    ministry_key: str | None
    case_number: str | None
    language: str
    pages: int | None
    producer: str | None
    text_source: str
    schema_version: str


@dataclass(kw_only=True)
class AssignmentRow(Placed, PlainRow):
    """One assignment; `assignment` is its position in the letter, from 0."""

    assignment: int
    number: str | None
    number_text: str | None
    title: str | None
    section: str | None
    background: str | None
    description: str | None
    tasks: tuple[str, ...]
    participants: tuple[str, ...]
    responsible: str | None
    status: str
    withheld: bool
    text: str | None


@dataclass(kw_only=True)
class DeadlineRow(Placed, RowWithDay):
    """One deadline; `assignment` is None where it stands outside any.

    `position` is its place, from 0, in the list of the assignment or the letter.
    """

    assignment: int | None
    assignment_number: str | None
    position: int
    date: dt.date | None
    start: dt.date | None
    precision: str | None
    status: str
    label: str | None
    text: str
    sentence: str | None
    recurrence: str | None
    year_inferred: bool


@dataclass(kw_only=True)
class FinancingRow(Placed, RowWithKind):
    """One statement about money; keys as in `DeadlineRow`.

    `budget_lines` are the `position` of rows of the same letter without an assignment.
    """

    assignment: int | None
    assignment_number: str | None
    position: int
    kind: str
    amount: int | None
    chapter: int | None
    post: int | None
    counter_chapter: int | None
    counter_post: int | None
    section_reference: str | None
    part_of: int | None
    replaces: int | None
    budget_lines: tuple[int | None, ...]
    text: str


@dataclass(kw_only=True)
class BudgetTableRow(Placed, RowWithKind):
    """One row of a budget table; `table` and `row` are positions from 0.

    `amounts` are all its amounts, under `columns`; `previous`, `change` and `new` are those of the
    columns that have that role. Where `unit_basis` is "assumed" they are as printed, in a unit that
    nobody knows: do not add them to others.
    """

    table: int
    row: int
    table_title: str | None
    unit: int
    unit_text: str | None
    unit_basis: str
    side: str | None
    chapter: int | None
    post: int | None
    sub: str | None
    name: str | None
    kind: str
    previous: int | None
    change: int | None
    new: int | None
    columns: tuple[str, ...]
    amounts: tuple[int | None, ...]
    comment: str | None


@dataclass(kw_only=True)
class GoalRow(Placed, PlainRow):
    """One goal; `goal` is its position in the letter, from 0, `parent` that of the one over it."""

    goal: int
    number: str | None
    title: str
    level: int
    parent: int | None


@dataclass(kw_only=True)
class IndicatorRow(Placed, PlainRow):
    """One indicator; `indicator` is its position in the letter, `goal` that of its goal."""

    indicator: int
    goal: int | None
    goal_number: str | None
    number: str | None
    text: str


@dataclass(kw_only=True)
class TargetRow(Placed, PlainRow):
    """One requirement on an indicator, or a past year's result (`role`).

    `position` is its place, from 0, among the indicator's.
    """

    indicator: int
    indicator_number: str | None
    indicator_text: str
    position: int
    role: str
    year: int | None
    comparison: str | None
    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    within_value: Decimal | None
    within_unit: str | None
    text: str


@dataclass(kw_only=True)
class ReportingRow(Placed, PlainRow):
    """One reporting requirement; `assignment` and `goal` are positions in the letter.

    `dates` are its deadlines' days, None for one without; they are rows of `deadlines` as well.
    """

    position: int
    assignment: int | None
    goal: int | None
    section: str | None
    document: str | None
    documents: tuple[str, ...]
    dates: tuple[dt.date | None, ...]
    text: str


@dataclass(kw_only=True)
class AuthorisationRow(Placed, RowWithKind):
    """One authorisation: one kind on one post."""

    position: int
    kind: str
    chapter: int | None
    post: int | None
    counter_chapter: int | None
    counter_post: int | None
    amount: int | None
    text: str


@dataclass(kw_only=True)
class PaymentRow(Placed, RowWithDay):
    """One payment of a grant."""

    position: int
    date: dt.date | None
    start: dt.date | None
    precision: str | None
    amount: int | None
    chapter: int | None
    post: int | None
    text: str


@dataclass(kw_only=True)
class CommonRequirementRow(Placed, PlainRow):
    """One common requirement.

    `prescribed` and `printed` are the words that differ from the circular's, pair by pair.
    """

    position: int
    section: str | None
    title: str | None
    text: str
    wording: str | None
    prescribed: tuple[str, ...]
    printed: tuple[str, ...]


@dataclass(kw_only=True)
class AttachmentRow(Placed, PlainRow):
    """One attachment; `first_page` is where it begins in the file, `page` where it is named."""

    position: int
    number: str | None
    title: str | None
    first_page: int | None


@dataclass(kw_only=True)
class ReferenceRow(Placed, RowWithKind):
    """One document or place that the letter points to."""

    position: int
    kind: str
    number: str | None
    session: str | None
    text: str


@dataclass(kw_only=True)
class FindingRow(Placed, PlainRow):
    """One contradiction, or one thing that could not be read.

    `message` is in bokmål. The names and values, pair by pair, are what it is said from in other
    languages.
    """

    position: int
    code: str
    severity: str
    key: str | None
    rule: str | None
    message: str
    value_names: tuple[str, ...]
    values: tuple[str, ...]


RowType = TypeVar("RowType", bound=Row)


def letter_rows(letter: Letter) -> Iterator[LetterRow]:
    """The letter's own row."""
    agency, ministry, source = letter.agency, letter.ministry, letter.source
    yield LetterRow(
        **_of_letter(letter, LetterRow),
        title=letter.title,
        agency_abbreviation=agency.abbreviation if agency else None,
        ministry_abbreviation=ministry.abbreviation if ministry else None,
        ministry_key=ministry.key if ministry else None,
        case_number=letter.case_number,
        language=letter.language,
        pages=source.pages,
        producer=source.producer,
        text_source=source.text_source,
        schema_version=letter.schema_version,
    )


def assignment_rows(letter: Letter) -> Iterator[AssignmentRow]:
    """One row an assignment."""
    for at, assignment in enumerate(letter.assignments):
        yield _row(AssignmentRow, letter, assignment, assignment=at)


def deadline_rows(letter: Letter) -> Iterator[DeadlineRow]:
    """The deadlines of each assignment, then those outside any."""
    for at, number, holder in _holders(letter):
        for position, deadline in enumerate(holder.deadlines):
            keys = {"assignment": at, "assignment_number": number, "position": position}
            yield _row(DeadlineRow, letter, deadline, **keys)


def financing_rows(letter: Letter) -> Iterator[FinancingRow]:
    """The money of each assignment, then that outside any."""
    for at, number, holder in _holders(letter):
        for position, line in enumerate(holder.financing):
            keys = {"assignment": at, "assignment_number": number, "position": position}
            yield _row(FinancingRow, letter, line, **keys)


def budget_rows(letter: Letter) -> Iterator[BudgetTableRow]:
    """The rows of all budget tables."""
    for at, table in enumerate(letter.budget_tables):
        for position, row in enumerate(table.rows):
            yield _row(
                BudgetTableRow,
                letter,
                row,
                table=at,
                row=position,
                table_title=table.title,
                unit=table.unit,
                unit_text=table.unit_text,
                unit_basis=table.unit_basis,
                side=table.side,
                previous=_amount(table, row.amounts, "previous"),
                change=_amount(table, row.amounts, "change"),
                new=_amount(table, row.amounts, "new"),
                columns=table.columns,
            )


def goal_rows(letter: Letter) -> Iterator[GoalRow]:
    """One row a goal."""
    for at, goal in enumerate(letter.goals):
        yield _row(GoalRow, letter, goal, goal=at)


def indicator_rows(letter: Letter) -> Iterator[IndicatorRow]:
    """One row an indicator."""
    for at, indicator in enumerate(letter.indicators):
        number = None if indicator.goal is None else letter.goals[indicator.goal].number
        yield _row(IndicatorRow, letter, indicator, indicator=at, goal_number=number)


def target_rows(letter: Letter) -> Iterator[TargetRow]:
    """The targets and results of each indicator."""
    for at, indicator in enumerate(letter.indicators):
        for position, target in enumerate(indicator.targets):
            yield _row(
                TargetRow,
                letter,
                target,
                indicator=at,
                indicator_number=indicator.number,
                indicator_text=indicator.text,
                position=position,
                within_value=target.within.value if target.within else None,
                within_unit=target.within.unit if target.within else None,
            )


def reporting_rows(letter: Letter) -> Iterator[ReportingRow]:
    """One row a reporting requirement."""
    for position, one in enumerate(letter.reporting):
        dates = tuple(deadline.date for deadline in one.deadlines)
        yield _row(ReportingRow, letter, one, position=position, dates=dates)


def authorisation_rows(letter: Letter) -> Iterator[AuthorisationRow]:
    """One row an authorisation."""
    for position, one in enumerate(letter.authorisations):
        yield _row(AuthorisationRow, letter, one, position=position)


def payment_rows(letter: Letter) -> Iterator[PaymentRow]:
    """One row a payment."""
    for position, payment in enumerate(letter.payments):
        yield _row(PaymentRow, letter, payment, position=position)


def common_requirement_rows(letter: Letter) -> Iterator[CommonRequirementRow]:
    """One row a common requirement."""
    for position, one in enumerate(letter.common_requirements):
        yield _row(
            CommonRequirementRow,
            letter,
            one,
            position=position,
            prescribed=tuple(each.prescribed for each in one.differences),
            printed=tuple(each.printed for each in one.differences),
        )


def attachment_rows(letter: Letter) -> Iterator[AttachmentRow]:
    """One row an attachment."""
    for position, one in enumerate(letter.attachments):
        yield _row(AttachmentRow, letter, one, position=position, first_page=one.page)


def reference_rows(letter: Letter) -> Iterator[ReferenceRow]:
    """One row a reference."""
    for position, reference in enumerate(letter.references):
        yield _row(ReferenceRow, letter, reference, position=position)


def finding_rows(letter: Letter) -> Iterator[FindingRow]:
    """One row a finding."""
    for position, finding in enumerate(letter.findings):
        yield _row(
            FindingRow,
            letter,
            finding,
            position=position,
            value_names=tuple(finding.values),
            values=tuple(finding.values.values()),
        )


_MADE: dict[str, tuple[type[Row], Callable[[Letter], Iterator[Row]]]] = {
    "letters": (LetterRow, letter_rows),
    "assignments": (AssignmentRow, assignment_rows),
    "deadlines": (DeadlineRow, deadline_rows),
    "financing": (FinancingRow, financing_rows),
    "budget_rows": (BudgetTableRow, budget_rows),
    "goals": (GoalRow, goal_rows),
    "indicators": (IndicatorRow, indicator_rows),
    "targets": (TargetRow, target_rows),
    "reporting": (ReportingRow, reporting_rows),
    "authorisations": (AuthorisationRow, authorisation_rows),
    "payments": (PaymentRow, payment_rows),
    "common_requirements": (CommonRequirementRow, common_requirement_rows),
    "attachments": (AttachmentRow, attachment_rows),
    "references": (ReferenceRow, reference_rows),
    "findings": (FindingRow, finding_rows),
}

# The tables' names, and what a row of each is.
TABLES: dict[str, type[Row]] = {name: row_class for name, (row_class, _) in _MADE.items()}


def rows_of(letter: Letter) -> Iterator[tuple[str, Row]]:
    r"""All rows of a letter, each with its table's name, in reading order within a table.

    >>> import tildeling
    >>> letter = tildeling.parse_text(
    ...     "Tillegg nr. 1 til tildelingsbrev for 2026 til Helsedirektoratet\n\n"
    ...     "Oppdrag 2026-01: Ny veileder\n\nFrist: 1. mai 2026\n"
    ... )
    >>> [(table, row.date) for table, row in rows_of(letter) if table == "deadlines"]
    [('deadlines', datetime.date(2026, 5, 1))]
    """
    for name, (_, make) in _MADE.items():
        for row in make(letter):
            yield name, row


def columns_of(row_class: type[Row]) -> tuple[str, ...]:
    """The columns of a table: the letter's first, then the item's own, where it was read last.

    >>> columns_of(GoalRow)[:3], columns_of(GoalRow)[-6:]
    (('sha256', 'file', 'agency'), ('page', 'x0', 'top', 'x1', 'bottom', 'words'))
    """
    names = [column.name for column in fields(row_class)]
    place = [column.name for column in fields(Placed)]
    return tuple(sorted(names, key=lambda name: name in place))


def own_columns(row_class: type[Row]) -> tuple[str, ...]:
    """The columns that no other table has to have: what a row says of the item itself.

    >>> own_columns(GoalRow)
    ('goal', 'number', 'title', 'level', 'parent')
    """
    return tuple(row_class.__annotations__)


def _row(row_class: type[RowType], letter: Letter, item: Evidenced, **own: Any) -> RowType:
    """The item's row: `own` columns, the letter's, the place it was read; else its fields."""
    found = vars(item) | own | _of_letter(letter, row_class) | _place(item)
    return row_class(**{name: found[name] for name in row_class.__dataclass_fields__})


def _of_letter(letter: Letter, row_class: type[Row]) -> dict[str, Any]:
    """The columns that say which letter a row is of."""
    agency, ministry = letter.agency, letter.ministry
    columns = row_class.__dataclass_fields__
    return {
        "sha256": letter.source.sha256,
        "file": letter.source.name,
        "agency": agency.name if agency else None,
        "agency_key": agency.key if agency else None,
        "ministry": ministry.name if ministry else None,
        "budget_year": letter.budget_year,
        "addendum_number": letter.addendum_number,
        "letter_kind" if "letter_kind" in columns else "kind": letter.kind,
        "letter_date" if "letter_date" in columns else "date": letter.date,
    }


def _place(item: Evidenced) -> dict[str, Any]:
    if not item.evidence:
        return dict.fromkeys(("page", *_BOX, "words"))
    first = item.evidence[0]
    box = first.bbox or (None,) * len(_BOX)
    return {"page": first.page, "words": first.text, **dict(zip(_BOX, box, strict=True))}


_BOX = ("x0", "top", "x1", "bottom")


def _amount(table: BudgetTable, amounts: tuple[int | None, ...], role: ColumnRole) -> int | None:
    """The amount of the first column with the role."""
    for column, amount in zip(table.column_roles, amounts, strict=False):
        if column == role:
            return amount
    return None


def _holders(letter: Letter) -> Iterator[tuple[int | None, str | None, Assignment | Letter]]:
    """Who holds deadlines and money: each assignment with its position and number, the letter."""
    for at, assignment in enumerate(letter.assignments):
        yield at, assignment.number, assignment
    yield None, None, letter
