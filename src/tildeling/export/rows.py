"""A letter as rows of seven flat tables, joined by the `sha256` of the file it was read from.

The classes are the tables' columns, in order. Whole kroner are ints, days are dates, a list of
words stays a tuple. A writer of tables (CSV, Parquet, data frames) goes through `TABLES` and
`rows_of`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tildeling.letter import (
    Assignment,
    BudgetTable,
    ColumnRole,
    Deadline,
    Evidenced,
    FinancingLine,
    Letter,
)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter."""

    sha256: str
    name: str
    kind: str
    addendum_number: int | None
    title: str
    budget_year: int | None
    agency: str | None
    agency_abbreviation: str | None
    agency_key: str | None
    ministry: str | None
    ministry_abbreviation: str | None
    ministry_key: str | None
    date: dt.date | None
    case_number: str | None
    language: str
    pages: int | None
    producer: str | None
    text_source: str
    schema_version: str


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One assignment; `assignment` is its position in the letter, from 0."""

    sha256: str
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
    page: int | None


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline; `assignment` is None where it stands outside any.

    `position` is its place, from 0, in the list of the assignment or the letter.
    """

    sha256: str
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
    page: int | None


@dataclass(frozen=True, slots=True)
class FinancingRow:
    """One statement about money; keys as in `DeadlineRow`.

    `budget_lines` are the `position` of rows of the same letter without an assignment.
    """

    sha256: str
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
    page: int | None


@dataclass(frozen=True, slots=True)
class BudgetTableRow:
    """One row of a budget table; `table` and `row` are positions from 0.

    `amounts` are all its amounts, under `columns`; `previous`, `change` and `new` are those of the
    columns that have that role. Where `unit_basis` is "assumed" they are as printed, in a unit that
    nobody knows: do not add them to others.
    """

    sha256: str
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
    page: int | None


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """One document or place that the letter points to."""

    sha256: str
    position: int
    kind: str
    number: str | None
    session: str | None
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One contradiction, or one thing that could not be read."""

    sha256: str
    position: int
    code: str
    severity: str
    key: str | None
    rule: str | None
    message: str
    page: int | None


Row = (
    LetterRow
    | AssignmentRow
    | DeadlineRow
    | FinancingRow
    | BudgetTableRow
    | ReferenceRow
    | FindingRow
)

TABLES: dict[str, type[Row]] = {
    "letters": LetterRow,
    "assignments": AssignmentRow,
    "deadlines": DeadlineRow,
    "financing": FinancingRow,
    "budget_rows": BudgetTableRow,
    "references": ReferenceRow,
    "findings": FindingRow,
}
"""The tables' names, and what a row of each is."""


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
    yield "letters", letter_row(letter)
    for row in assignment_rows(letter):
        yield "assignments", row
    for deadline in deadline_rows(letter):
        yield "deadlines", deadline
    for line in financing_rows(letter):
        yield "financing", line
    for budget_row in budget_rows(letter):
        yield "budget_rows", budget_row
    for reference in reference_rows(letter):
        yield "references", reference
    for finding in finding_rows(letter):
        yield "findings", finding


def letter_row(letter: Letter) -> LetterRow:
    """The letter's own row."""
    agency, ministry, source = letter.agency, letter.ministry, letter.source
    return LetterRow(
        sha256=source.sha256,
        name=source.name,
        kind=letter.kind,
        addendum_number=letter.addendum_number,
        title=letter.title,
        budget_year=letter.budget_year,
        agency=agency.name if agency else None,
        agency_abbreviation=agency.abbreviation if agency else None,
        agency_key=agency.key if agency else None,
        ministry=ministry.name if ministry else None,
        ministry_abbreviation=ministry.abbreviation if ministry else None,
        ministry_key=ministry.key if ministry else None,
        date=letter.date,
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
        yield AssignmentRow(
            sha256=letter.source.sha256,
            assignment=at,
            number=assignment.number,
            number_text=assignment.number_text,
            title=assignment.title,
            section=assignment.section,
            background=assignment.background,
            description=assignment.description,
            tasks=assignment.tasks,
            participants=assignment.participants,
            responsible=assignment.responsible,
            status=assignment.status,
            withheld=assignment.withheld,
            text=assignment.text,
            page=_page(assignment),
        )


def deadline_rows(letter: Letter) -> Iterator[DeadlineRow]:
    """The deadlines of each assignment, then those outside any."""
    for at, assignment, deadlines in _owners_of_deadlines(letter):
        for position, deadline in enumerate(deadlines):
            yield DeadlineRow(
                sha256=letter.source.sha256,
                assignment=at,
                assignment_number=assignment.number if assignment else None,
                position=position,
                date=deadline.date,
                start=deadline.start,
                precision=deadline.precision,
                status=deadline.status,
                label=deadline.label,
                text=deadline.text,
                sentence=deadline.sentence,
                recurrence=deadline.recurrence,
                year_inferred=deadline.year_inferred,
                page=_page(deadline),
            )


def financing_rows(letter: Letter) -> Iterator[FinancingRow]:
    """The money of each assignment, then that outside any."""
    for at, assignment, lines in _owners_of_money(letter):
        for position, line in enumerate(lines):
            yield FinancingRow(
                sha256=letter.source.sha256,
                assignment=at,
                assignment_number=assignment.number if assignment else None,
                position=position,
                kind=line.kind,
                amount=line.amount,
                chapter=line.chapter,
                post=line.post,
                counter_chapter=line.counter_chapter,
                counter_post=line.counter_post,
                section_reference=line.section_reference,
                part_of=line.part_of,
                replaces=line.replaces,
                budget_lines=line.budget_lines,
                text=line.text,
                page=_page(line),
            )


def budget_rows(letter: Letter) -> Iterator[BudgetTableRow]:
    """The rows of all budget tables."""
    for at, table in enumerate(letter.budget_tables):
        for position, row in enumerate(table.rows):
            yield BudgetTableRow(
                sha256=letter.source.sha256,
                table=at,
                row=position,
                table_title=table.title,
                unit=table.unit,
                unit_text=table.unit_text,
                unit_basis=table.unit_basis,
                side=table.side,
                chapter=row.chapter,
                post=row.post,
                sub=row.sub,
                name=row.name,
                kind=row.kind,
                previous=_amount(table, row.amounts, "previous"),
                change=_amount(table, row.amounts, "change"),
                new=_amount(table, row.amounts, "new"),
                columns=table.columns,
                amounts=row.amounts,
                comment=row.comment,
                page=_page(row),
            )


def reference_rows(letter: Letter) -> Iterator[ReferenceRow]:
    """One row a reference."""
    for position, reference in enumerate(letter.references):
        yield ReferenceRow(
            sha256=letter.source.sha256,
            position=position,
            kind=reference.kind,
            number=reference.number,
            session=reference.session,
            text=reference.text,
            page=_page(reference),
        )


def finding_rows(letter: Letter) -> Iterator[FindingRow]:
    """One row a finding."""
    for position, finding in enumerate(letter.findings):
        yield FindingRow(
            sha256=letter.source.sha256,
            position=position,
            code=finding.code,
            severity=finding.severity,
            key=finding.key,
            rule=finding.rule,
            message=finding.message,
            page=_page(finding),
        )


def _page(item: Evidenced) -> int | None:
    """The page where the item begins."""
    return item.evidence[0].page if item.evidence else None


def _amount(table: BudgetTable, amounts: tuple[int | None, ...], role: ColumnRole) -> int | None:
    """The amount of the first column with the role."""
    for column, amount in zip(table.column_roles, amounts, strict=False):
        if column == role:
            return amount
    return None


def _owners_of_deadlines(
    letter: Letter,
) -> Iterator[tuple[int | None, Assignment | None, tuple[Deadline, ...]]]:
    for at, assignment in enumerate(letter.assignments):
        yield at, assignment, assignment.deadlines
    yield None, None, letter.deadlines


def _owners_of_money(
    letter: Letter,
) -> Iterator[tuple[int | None, Assignment | None, tuple[FinancingLine, ...]]]:
    for at, assignment in enumerate(letter.assignments):
        yield at, assignment, assignment.financing
    yield None, None, letter.financing
