"""The items of a letter, each with its kind, in the order in which they lie over each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tildeling.letter import (
    Assignment,
    Attachment,
    Authorisation,
    BudgetRow,
    BudgetTable,
    CommonRequirement,
    Deadline,
    Evidenced,
    FinancingLine,
    Finding,
    Goal,
    Indicator,
    Letter,
    Payment,
    Reference,
    Renumbering,
    ReportingRequirement,
    Section,
    Signatory,
    Target,
)

# What each is called. A budget table has none: its rows are what was read from a page.
KINDS: dict[type[Evidenced], str] = {
    Section: "section",
    CommonRequirement: "common_requirement",
    Assignment: "assignment",
    Renumbering: "renumbering",
    Goal: "goal",
    Indicator: "indicator",
    ReportingRequirement: "reporting",
    BudgetRow: "budget_row",
    Authorisation: "authorisation",
    Attachment: "attachment",
    Target: "target",
    Payment: "payment",
    FinancingLine: "financing",
    Deadline: "deadline",
    Reference: "reference",
    Signatory: "signatory",
    Finding: "finding",
}


def items_of(letter: Letter) -> Iterator[Evidenced]:
    """Everything that was read from a letter, once, larger things before what stands in them."""
    yield from letter.sections
    yield from letter.common_requirements
    yield from letter.assignments
    yield from letter.renumberings
    yield from letter.goals
    yield from letter.indicators
    yield from letter.reporting
    yield from (row for table in letter.budget_tables for row in table.rows)
    yield from letter.authorisations
    yield from letter.attachments
    yield from (target for indicator in letter.indicators for target in indicator.targets)
    yield from letter.payments
    for assignment in letter.assignments:
        yield from (*assignment.financing, *assignment.deadlines)
    yield from (*letter.financing, *letter.deadlines)
    yield from letter.references
    yield from letter.signatories
    yield from letter.findings


def deadlines_of(letter: Letter) -> Iterator[Deadline]:
    """All deadlines of a letter: its own, then those of its assignments."""
    yield from letter.deadlines
    for assignment in letter.assignments:
        yield from assignment.deadlines


def with_parts(item: Evidenced) -> Iterator[Evidenced]:
    """An item and what it is made of; of a budget table its rows."""
    if type(item) in KINDS:
        yield item
    if isinstance(item, Assignment):
        yield from chain(item.deadlines, item.financing)
    elif isinstance(item, BudgetTable):
        yield from item.rows
    elif isinstance(item, Indicator):
        yield from item.targets
    elif isinstance(item, ReportingRequirement):
        yield from item.deadlines


def items_by_place(letter: Letter) -> Iterator[tuple[str, Evidenced]]:
    """Every item by its place: the name of its list, and where it is in that, from 0.

    In lists of lists both places; "x" for what belongs to no assignment. So the rows of tables and
    the ids of an archive's answers have it.
    """
    for name in (
        *("assignments", "goals", "indicators", "reporting", "authorisations", "payments"),
        *("common_requirements", "attachments", "sections", "references", "findings"),
    ):
        for at, item in enumerate(getattr(letter, name)):
            yield f"{name}/{at}", item
    for at, table in enumerate(letter.budget_tables):
        yield from ((f"budget_rows/{at}-{row}", item) for row, item in enumerate(table.rows))
    for at, indicator in enumerate(letter.indicators):
        yield from ((f"targets/{at}-{one}", item) for one, item in enumerate(indicator.targets))
    holders: list[tuple[int | str, Letter | Assignment]] = [("x", letter)]
    for of, holder in (*holders, *enumerate(letter.assignments)):
        yield from ((f"deadlines/{of}-{one}", item) for one, item in enumerate(holder.deadlines))
        yield from ((f"financing/{of}-{one}", item) for one, item in enumerate(holder.financing))
