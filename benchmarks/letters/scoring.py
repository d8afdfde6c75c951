"""Compares what was read with what was written, family by family.

A fact is one thing that is either read or not: a deadline, a heading, an assignment's title.
Facts are compared as bags, so that a wrong value counts once as missing and once as made up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from letters.truth import Due, Money, Task, Truth
from tildeling.letter import Assignment, Deadline, FinancingLine, Letter

Fact = tuple[object, ...]


@dataclass(slots=True)
class Score:
    """How many facts were read, missed and made up, and whether the letter has a finding."""

    read: int = 0
    missed: list[Fact] = field(default_factory=list)
    made_up: list[Fact] = field(default_factory=list)
    told: bool = False

    @property
    def exact(self) -> bool:
        """Nothing missed, nothing made up."""
        return not self.missed and not self.made_up

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, from 0 to 1."""
        wrong = len(self.missed) + len(self.made_up)
        return 2 * self.read / (2 * self.read + wrong) if self.read else 0.0


def score(truth: Truth, letter: Letter) -> Score:
    """The letter against the truth about it."""
    wanted, found = Counter(written_facts(truth)), Counter(read_facts(letter))
    # What need not be read counts where it is read, and is not missed where it is not.
    for fact in (("financing", None, *written_money(line)) for line in truth.optional):
        wanted[fact] += found[fact] > wanted[fact]
    return Score(
        read=(wanted & found).total(),
        missed=list((wanted - found).elements()),
        made_up=list((found - wanted).elements()),
        told=any(finding.severity != "info" for finding in letter.findings),
    )


def spaced(text: str | None) -> str | None:
    """The text with every run of space as one: where lines broke is no fact."""
    return re.sub(r"\s+", " ", text).strip() if text else None


def written_facts(truth: Truth) -> Iterator[Fact]:
    if truth.head:
        yield from (("header", name, value) for name, value in asdict(truth.head).items())
    for section in truth.sections:
        yield "section", section.number, section.title, section.level
    for task in truth.tasks:
        yield from written_task(task)
    yield from (("deadline", None, *fact) for fact in map(written_due, truth.deadlines))
    yield from (("financing", None, *fact) for fact in map(written_money, truth.financing))
    for number, rows in enumerate(truth.tables):
        for row in rows:
            yield "row", number, row.kind, row.chapter, row.post, spaced(row.name), row.amounts
    yield from (("signatory", *signatory) for signatory in truth.signatories)
    yield from (("copy", name) for name in truth.copies)


def written_task(task: Task) -> Iterator[Fact]:
    key = task.number or task.title
    yield "assignment", key
    yield "title", key, task.title
    yield "status", key, task.status, task.withheld
    yield from text_facts(key, task.background, task.description, task.responsible, task.items)
    yield from (("deadline", key, *fact) for fact in map(written_due, task.deadlines))
    yield from (("financing", key, *fact) for fact in map(written_money, task.financing))


def written_due(deadline: Due) -> Fact:
    return deadline.date, deadline.status, deadline.recurrence


def written_money(line: Money) -> Fact:
    return line.kind, line.amount, line.chapter, line.post, line.part_of


def text_facts(
    key: str | None,
    background: str | None,
    description: str | None,
    responsible: str | None,
    items: tuple[str, ...],
) -> Iterator[Fact]:
    """An assignment's texts; one that is neither written nor read is no fact."""
    if background:
        yield "background", key, spaced(background)
    if description:
        yield "description", key, spaced(description)
    if responsible:
        yield "responsible", key, responsible
    if items:
        yield "tasks", key, tuple(map(spaced, items))


def read_facts(letter: Letter) -> Iterator[Fact]:
    header = ("kind", "addendum_number", "title", "budget_year", "date", "case_number", "language")
    for name in header:
        yield "header", name, getattr(letter, name)
    yield "header", "agency", letter.agency and letter.agency.name
    yield "header", "ministry", letter.ministry and letter.ministry.name
    for section in letter.sections:
        yield "section", section.number, section.title, section.level
    for assignment in letter.assignments:
        yield from read_assignment(assignment)
    yield from (("deadline", None, *fact) for fact in map(read_deadline, letter.deadlines))
    yield from (("financing", None, *fact) for fact in map(read_financing, letter.financing))
    for number, table in enumerate(letter.budget_tables):
        for row in table.rows:
            # A sum row's words are no name that the contract fixes.
            label = None if row.kind == "sum" else spaced(row.name)
            yield "row", number, row.kind, row.chapter, row.post, label, row.amounts
    yield from (("signatory", one.name, one.title) for one in letter.signatories)
    yield from (("copy", name) for name in letter.copies)


def read_assignment(assignment: Assignment) -> Iterator[Fact]:
    key = assignment.number or assignment.title
    yield "assignment", key
    yield "title", key, assignment.title
    yield "status", key, assignment.status, assignment.withheld
    yield from text_facts(
        key,
        assignment.background,
        assignment.description,
        assignment.responsible,
        assignment.tasks,
    )
    yield from (("deadline", key, *fact) for fact in map(read_deadline, assignment.deadlines))
    yield from (("financing", key, *fact) for fact in map(read_financing, assignment.financing))


def read_deadline(deadline: Deadline) -> Fact:
    return deadline.date, deadline.status, deadline.recurrence


def read_financing(line: FinancingLine) -> Fact:
    return line.kind, line.amount, line.chapter, line.post, line.part_of
