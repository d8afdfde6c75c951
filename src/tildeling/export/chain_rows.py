"""A consolidated letter as rows for a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tildeling.comparison import (
    AssignmentEvent,
    BudgetStep,
    Change,
    ConsolidatedAssignment,
    ConsolidatedItem,
    ConsolidatedLetter,
    LetterIdentity,
)
from tildeling.export.change_rows import Row, disagreement, letter_name, pages_of, rows_of
from tildeling.export.phrases import WITHHELD, due, named
from tildeling.export.steering_rows import is_steering, steering_row
from tildeling.words import Words, to_say

EVENTS: dict[AssignmentEvent, str] = {
    "added": to_say("given"),
    "amended": to_say("amended"),
    "renumbered": to_say("renumbered"),
    "cancelled": to_say("cancelled"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """What one letter did with one thing."""

    place: int
    """Index of the letter in the consolidated letter's `letters`."""
    letter: str
    words: str
    pages: tuple[int, ...]
    rows: tuple[Row, ...] = ()


def heading_of(entry: ConsolidatedAssignment, words: Words) -> str:
    """Number and title: "2025-004 Tilsyn (tidligere 2025-003)"."""
    assignment = entry.assignment
    title = f"({words.say(WITHHELD)})" if assignment.withheld else named(assignment, words)
    numbers = ", ".join(entry.former_numbers)
    former = words.say("(formerly {numbers})", numbers=numbers) if numbers else ""
    return " ".join(filter(None, (entry.number, title, former)))


def deadlines_of(entry: ConsolidatedAssignment, words: Words) -> str:
    """All deadlines in force, with their labels."""
    deadlines = entry.assignment.deadlines
    return "; ".join(
        f"{one.label}: {due(one, words)}" if one.label else due(one, words) for one in deadlines
    )


def steps_of(
    entry: ConsolidatedAssignment | ConsolidatedItem,
    letters: tuple[LetterIdentity, ...],
    words: Words,
) -> list[Step]:
    """What each letter did with an item. What was given or dropped whole is not told again."""
    return [
        Step(
            step.place,
            letter_name(letters[step.place], words),
            words.say(EVENTS[step.event]),
            pages_of(step.evidence),
            ()
            if step.event == "added"
            else tuple(row for change in step.changes for row in _rows(change, words)),
        )
        for step in entry.history
    ]


def _rows(change: Change, words: Words) -> Iterator[Row]:
    """One row of a change that has one; none of a thing dropped, whose words stand over it."""
    if not is_steering(change):
        yield from rows_of(change, words)
    elif change.kind.startswith("target") or not change.kind.endswith("_removed"):
        yield steering_row(change, words)


def off_in(step: BudgetStep, words: Words) -> tuple[str, str]:
    """What the earlier letters and the change give, and how far what the letter states is off.

    Both are empty where the letter states no other amount.
    """
    return ("", "") if step.agrees is not False else disagreement(step.stated, step.computed, words)


def after_step(step: BudgetStep) -> int | None:
    """What a post is after a letter: what the letter states, else what can be computed."""
    return step.computed if step.stated is None else step.stated


def in_force(chain: ConsolidatedLetter, *, cancelled: bool) -> Iterator[ConsolidatedAssignment]:
    """The assignments in force, or those that are cancelled."""
    for entry in chain.assignments:
        if (entry.assignment.status == "cancelled") == cancelled:
            yield entry
