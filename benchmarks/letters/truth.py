"""What a letter says, as it was written into it: the part of the contract that is scored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tildeling.letter import (
    AssignmentStatus,
    DeadlineStatus,
    FinancingKind,
    LetterKind,
    Recurrence,
    RowKind,
    WrittenLanguage,
)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline."""

    date: dt.date | None
    recurrence: Recurrence | None = None
    status: DeadlineStatus = "dated"


@dataclass(frozen=True, slots=True)
class Money:
    """A financing line; `amount` and `part_of` in kroner."""

    kind: FinancingKind
    amount: int | None = None
    chapter: int | None = None
    post: int | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a budget table; amounts in kroner."""

    kind: RowKind
    chapter: int | None
    post: int | None
    name: str | None
    amounts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of the outline."""

    number: str | None
    title: str
    level: int


@dataclass(slots=True)
class Task:
    """An assignment; paragraphs are joined by a blank line, as the contract says."""

    number: str | None
    title: str | None
    background: str | None = None
    description: str | None = None
    items: tuple[str, ...] = ()
    status: AssignmentStatus = "new"
    withheld: bool = False
    responsible: str | None = None
    deadlines: list[Due] = field(default_factory=list)
    financing: list[Money] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Head:
    """What the letterhead and the title say."""

    kind: LetterKind
    addendum_number: int | None
    title: str
    budget_year: int
    agency: str
    ministry: str
    date: dt.date
    case_number: str | None
    language: WrittenLanguage


@dataclass(slots=True)
class Truth:
    """All that is scored of one letter."""

    head: Head | None = None
    sections: list[Heading] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    deadlines: list[Due] = field(default_factory=list)
    financing: list[Money] = field(default_factory=list)
    optional: list[Money] = field(default_factory=list)
    """Lines of which the contract leaves open whether they are read."""
    tables: list[list[Row]] = field(default_factory=list)
    signatories: list[tuple[str, str]] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)


def due(date: str, recurrence: Recurrence | None = None) -> Due:
    """A deadline on a day: `due("2024-06-01")`."""
    return Due(dt.date.fromisoformat(date), recurrence)


def undated(status: DeadlineStatus) -> Due:
    """A deadline without a day."""
    return Due(None, status=status)
