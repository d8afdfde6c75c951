"""Deadlines, goals, indicators, reporting and authorisations in force as a list for a person.

A chain has hundreds of them: each is one line with where it was given, and under it what later
letters did with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tildeling.comparison import ConsolidatedIndicator, ConsolidatedItem, ConsolidatedLetter
from tildeling.export.chain_rows import Step, steps_of
from tildeling.export.change_rows import NO_LONGER
from tildeling.export.phrases import due, page_numbers, what_is_due
from tildeling.export.steering_phrases import goal_name
from tildeling.export.steering_rows import (
    NO_GOAL,
    authorisation_words,
    indicator_words,
    post_heading,
    report_of,
    reporting_words,
)
from tildeling.words import Words

# The anchor of the part with the deadlines outside any assignment.
DEADLINES = "frister"

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


def parts_in_force(chain: ConsolidatedLetter, words: Words) -> list[ListedPart]:
    """The parts that have anything, in the order in which a diff has them."""

    def goal_of(entry: ConsolidatedIndicator) -> str:
        at = entry.indicator.goal
        return words.say(NO_GOAL) if at is None else goal_name(chain.goals[at].goal, words)

    def part(
        anchor: str,
        title: str,
        entries: Sequence[Entry],
        told: Callable[[Entry], str],
        heading: Callable[[Entry], str],
    ) -> ListedPart:
        found: dict[str, list[Listed]] = {}
        for entry in sorted(entries, key=lambda entry: not entry.in_force):
            given, *later = steps_of(entry, chain.letters, words)
            under = heading(entry) if entry.in_force else words.say(NO_LONGER)
            found.setdefault(under, []).append(Listed(told(entry), given, tuple(later)))
        groups = tuple(ListedGroup(under, tuple(items)) for under, items in found.items())
        return ListedPart(anchor, title, groups, sum(entry.in_force for entry in entries))

    parts = (
        part(
            DEADLINES,
            words.say("Other deadlines in force"),
            chain.deadlines,
            lambda entry: f"{due(entry.deadline, words)}: {what_is_due(entry.deadline)}",
            lambda _entry: "",
        ),
        part(
            "mal",
            words.say("Goals in force"),
            chain.goals,
            lambda entry: goal_name(entry.goal, words),
            lambda _entry: "",
        ),
        part(
            "parametere",
            words.say("Indicators in force"),
            chain.indicators,
            lambda entry: indicator_words(entry.indicator, words),
            goal_of,
        ),
        part(
            "rapportering",
            words.say("Reporting requirements in force"),
            chain.reporting,
            lambda entry: reporting_words(entry.requirement, words),
            lambda entry: report_of(entry.requirement, words),
        ),
        part(
            "fullmakter",
            words.say("Authorisations in force"),
            chain.authorisations,
            lambda entry: authorisation_words(entry.authorisation, words),
            lambda entry: post_heading(entry.authorisation, words),
        ),
    )
    return [each for each in parts if each.groups]


def where_given(step: Step, words: Words) -> Iterator[str]:
    """The letter and the pages that gave it: "Hovedbrevet", "s. 3"."""
    yield step.letter
    if step.pages:
        yield page_numbers(step.pages, words)
