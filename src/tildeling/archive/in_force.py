"""What is in force after a chain of letters, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from tildeling.archive.answers import AssignmentAnswer, PostAnswer
from tildeling.archive.places import place_id, place_of
from tildeling.archive.store import Row
from tildeling.compare.identity import key_of_number
from tildeling.comparison import AssignmentStep, BudgetStep, ConsolidatedLetter, ItemStep
from tildeling.letter import Deadline, Evidence

# Rows of the table of letters by SHA-256.
Letters = Mapping[str, Row]

# A chapter, and its post or None for all of them.
Post = tuple[int, int | None]

Place = tuple[int | None, tuple[float, ...] | None, str]

# A letter's SHA-256, a deadline's place in it, and its sentence: plain text says a day twice.
Fallen = tuple[str, Place, str | None]


def letter_of(
    step: AssignmentStep | BudgetStep | ItemStep, state: ConsolidatedLetter, letters: Letters
) -> Row:
    """The letter that took a step."""
    return letters[state.letters[step.place].sha256]


def post_rows(
    state: ConsolidatedLetter, letters: Letters, wanted: Post | None
) -> Iterator[PostAnswer]:
    """The posts with their amounts, each at the place of the last letter that speaks of it."""
    for one in state.budget:
        if wanted not in (None, (one.chapter, None), (one.chapter, one.post)):
            continue
        last = one.history[-1]
        letter = letter_of(last, state, letters)
        yield PostAnswer(
            **place_of(letter, last.evidence),
            id=place_id(letter, last.evidence),
            chapter=one.chapter,
            post=one.post,
            name=one.name,
            amount=one.amount,
            stated=last.stated,
            computed=last.computed,
            history=one.history,
        )


def assignment_rows(
    state: ConsolidatedLetter, letters: Letters, number: str
) -> Iterator[AssignmentAnswer]:
    """The assignments that have a number, or had it, with the deadlines they have now."""
    wanted = key_of_number(number)
    for one in state.assignments:
        numbers = [*(one.former_numbers), *([one.number] if one.number else [])]
        if wanted not in map(key_of_number, numbers):
            continue
        last = one.history[-1]
        letter = letter_of(last, state, letters)
        yield AssignmentAnswer(
            **place_of(letter, last.evidence),
            id=place_id(letter, last.evidence),
            number=one.number,
            title=one.assignment.title,
            status=one.assignment.status,
            dates=tuple(deadline.date for deadline in one.assignment.deadlines),
            former_numbers=one.former_numbers,
        )


class Holding(NamedTuple):
    """Which deadlines hold after chains of letters."""

    of_assignments: frozenset[Place]
    """The places of those that do."""
    fallen: frozenset[Fallen]
    """Those outside assignments that do not."""

    def has(self, assignment: int | None, sha256: str, at: Place, sentence: str | None) -> bool:
        """Whether a deadline holds: of the assignment with a position, or outside any."""
        if assignment is None:
            return (sha256, at, sentence) not in self.fallen
        return at in self.of_assignments


def deadlines_in_force(states: Iterable[ConsolidatedLetter]) -> Holding:
    """The deadlines that hold after all letters of each chain."""
    held: set[Place] = set()
    fallen: set[Fallen] = set()
    for state in states:
        held |= set(_held(state))
        fallen |= set(_fallen(state))
    return Holding(frozenset(held), frozenset(fallen))


def _held(state: ConsolidatedLetter) -> Iterator[Place]:
    for one in state.assignments:
        if one.assignment.status != "cancelled":
            for deadline in one.assignment.deadlines:
                yield from map(place, deadline.evidence)


def _fallen(state: ConsolidatedLetter) -> Iterator[Fallen]:
    """Those outside assignments that a later letter moved or took back, where they were given."""
    for one in state.deadlines:
        for given, step in pairwise(one.history):
            for change in step.changes:
                if isinstance(change.old, Deadline):
                    sha256 = state.letters[given.place].sha256
                    for evidence in change.old.evidence:
                        yield sha256, place(evidence), change.old.sentence


def place(evidence: Evidence) -> Place:
    """What tells a place from others."""
    return evidence.page, evidence.bbox, evidence.text
