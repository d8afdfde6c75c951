"""What of a scanned letter could be read otherwise, were its picture measured a little otherwise.

An item of money, a day or of the letter's head that two readings share is the same in both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from tildeling.find.kroner import kroner
from tildeling.findings import key_of
from tildeling.letter import BudgetRow, Deadline, Evidence, FinancingLine, Letter

# Characters of an assignment's words that name one without number and title.
NAME = 60

# What a letter says: alike where two readings say the same of the same.
Said = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a letter says of money, days or itself."""

    said: Said
    within: Hashable
    """What it is part of, whose items are told together: a table, an assignment, the letter."""
    key: str | None
    words: str
    """What a message calls it."""
    evidence: tuple[Evidence, ...]


def items_of(letter: Letter) -> Iterator[Item]:
    """What a letter says of money, days and itself."""
    for at, table in enumerate(letter.budget_tables):
        yield from (_row(row, at) for row in table.rows)
    for assignment in letter.assignments:
        owner = assignment.number or assignment.title or (assignment.description or "")[:NAME]
        said = ("assignment", owner)
        yield Item(said, "assignments", assignment.number, owner, assignment.evidence)
        for item in (*_days(assignment.deadlines, owner), *_money(assignment.financing, owner)):
            key = item.key or assignment.number
            yield replace(item, within="assignments", key=key, words=f"{owner}: {item.words}")
    yield from _days(letter.deadlines, None)
    yield from _money(letter.financing, None)
    for payment in letter.payments:
        paid = ("payment", payment.date, payment.amount, payment.chapter, payment.post)
        key = key_of(payment.chapter, payment.post)
        yield Item(paid, "payments", key, payment.text, payment.evidence)
    for name, value in (
        ("agency", letter.agency and letter.agency.name),
        ("date", letter.date and letter.date.isoformat()),
        ("year", str(letter.budget_year)),
    ):
        yield Item((name, value), "head", None, value or "–", ())


def _row(row: BudgetRow, table: int) -> Item:
    said = ("row", row.kind, row.chapter, row.post, row.sub, row.amounts)
    key = key_of(row.chapter, row.post)
    return Item(said, ("table", table), key, key or row.name or "sum", row.evidence)


def _days(deadlines: Iterable[Deadline], owner: str | None) -> Iterator[Item]:
    for one in deadlines:
        said = ("day", owner, one.date, one.start, one.precision, one.status)
        yield Item(said, "days", None, one.text, one.evidence)


def _money(lines: Iterable[FinancingLine], owner: str | None) -> Iterator[Item]:
    for one in lines:
        posts = (one.chapter, one.post, one.counter_chapter, one.counter_post)
        key = key_of(one.chapter, one.post)
        words = key or one.kind if one.amount is None else kroner(one.amount)
        yield Item(
            ("money", owner, one.kind, one.amount, *posts), "money", key, words, one.evidence
        )
