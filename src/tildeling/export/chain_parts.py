"""Goals, indicators, reporting and authorisations in force as a list for a person, in Norwegian.

A chain has hundreds of them: each is one line with where it was given, and under it what later
letters did with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tildeling.comparison import ConsolidatedIndicator, ConsolidatedItem, ConsolidatedLetter
from tildeling.export.chain_rows import Step, steps_of
from tildeling.export.steering_phrases import goal_name
from tildeling.export.steering_rows import (
    NO_GOAL,
    authorisation_words,
    indicator_words,
    post_heading,
    report_of,
    reporting_words,
)

NO_LONGER = "Ikke lenger med"

Entry = TypeVar("Entry", bound=ConsolidatedItem)


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing in force, or that was."""

    words: str
    given: Step
    """The letter that gave it."""
    later: tuple[Step, ...]
    """What later letters did with it."""


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """Those that belong together; without a heading where they are all."""

    heading: str
    items: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class ListedPart:
    """All of one kind: those in force, and last those that are so no longer."""

    anchor: str
    title: str
    groups: tuple[ListedGroup, ...]
    count: int
    """How many are in force."""


def parts_in_force(chain: ConsolidatedLetter) -> list[ListedPart]:
    """The parts that have anything, in the order in which a diff has them."""

    def goal_of(entry: ConsolidatedIndicator) -> str:
        at = entry.indicator.goal
        return NO_GOAL if at is None else goal_name(chain.goals[at].goal)

    parts = (
        _part(
            chain,
            ("mal", "Gjeldende mål"),
            chain.goals,
            lambda entry: goal_name(entry.goal),
            lambda _entry: "",
        ),
        _part(
            chain,
            ("parametere", "Gjeldende styringsparametere"),
            chain.indicators,
            lambda entry: indicator_words(entry.indicator),
            goal_of,
        ),
        _part(
            chain,
            ("rapportering", "Gjeldende rapporteringskrav"),
            chain.reporting,
            lambda entry: reporting_words(entry.requirement),
            lambda entry: report_of(entry.requirement),
        ),
        _part(
            chain,
            ("fullmakter", "Gjeldende fullmakter"),
            chain.authorisations,
            lambda entry: authorisation_words(entry.authorisation),
            lambda entry: post_heading(entry.authorisation),
        ),
    )
    return [part for part in parts if part.groups]


def _part(
    chain: ConsolidatedLetter,
    named: tuple[str, str],
    entries: Sequence[Entry],
    words: Callable[[Entry], str],
    heading: Callable[[Entry], str],
) -> ListedPart:
    found: dict[str, list[Listed]] = {}
    for entry in sorted(entries, key=lambda entry: not entry.in_force):
        given, *later = steps_of(entry, chain.letters)
        under = heading(entry) if entry.in_force else NO_LONGER
        found.setdefault(under, []).append(Listed(words(entry), given, tuple(later)))
    groups = tuple(ListedGroup(under, tuple(items)) for under, items in found.items())
    return ListedPart(*named, groups, sum(entry.in_force for entry in entries))


def where_given(step: Step) -> Iterator[str]:
    """The letter and the pages that gave it: "Hovedbrevet", "s. 3"."""
    yield step.letter
    if step.pages:
        yield f"s. {', '.join(map(str, step.pages))}"
