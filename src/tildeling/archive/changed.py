"""What the addenda of a chain changed, as rows: from the history of what is in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tildeling.archive.answers import ChangeAnswer
from tildeling.archive.in_force import Letters, letter_of
from tildeling.archive.places import place_id, place_of
from tildeling.archive.store import Row
from tildeling.comparison import (
    AssignmentStep,
    BudgetStep,
    ChangeKind,
    ConsolidatedLetter,
    ItemStep,
)
from tildeling.findings import key_of_post
from tildeling.letter import Deadline


def change_rows(state: ConsolidatedLetter, letters: Letters) -> list[ChangeAnswer]:
    """The changes letter by letter: assignments, posts, then goals and the rest."""
    rows = [
        *_of_assignments(state, letters),
        *_of_posts(state, letters),
        *_of_items(state, letters),
    ]
    order = {identity.sha256: at for at, identity in enumerate(state.letters)}
    return sorted(rows, key=lambda row: order[row.sha256])


class _Of(NamedTuple):
    """What a step is of."""

    what: str
    number: str | None
    title: str | None


def _of_assignments(state: ConsolidatedLetter, letters: Letters) -> Iterator[ChangeAnswer]:
    for one in state.assignments:
        of = _Of("assignment", one.number, one.assignment.title)
        for step in one.history:
            yield from _of_step(step, letter_of(step, state, letters), of)


def _of_items(state: ConsolidatedLetter, letters: Letters) -> Iterator[ChangeAnswer]:
    given = (
        *(("goal", one, one.goal) for one in state.goals),
        *(("indicator", one, one.indicator) for one in state.indicators),
        *(("reporting", one, one.requirement) for one in state.reporting),
        *(("authorisation", one, one.authorisation) for one in state.authorisations),
    )
    for what, one, item in given:
        title = getattr(item, "title", None) or getattr(item, "text", None)
        of = _Of(what, getattr(item, "number", None), title)
        for step in one.history:
            yield from _of_step(step, letter_of(step, state, letters), of)


_WORDS = {"added": "added", "amended": "changed", "renumbered": "renumbered"}


def _kind(what: str, event: str) -> ChangeKind:
    gone = "cancelled" if what == "assignment" else "removed"
    return f"{what}_{_WORDS.get(event, gone)}"  # type: ignore[return-value]


def _of_step(step: AssignmentStep | ItemStep, letter: Row, of: _Of) -> Iterator[ChangeAnswer]:
    if step.place == 0 and letter["kind"] == "base":
        return
    if not step.changes:
        yield ChangeAnswer(
            **place_of(letter, step.evidence),
            id=place_id(letter, step.evidence),
            kind=_kind(of.what, step.event),
            key=of.number or of.title,
            label=of.title,
        )
    for change in step.changes:
        yield ChangeAnswer(
            **place_of(letter, change.evidence_new or step.evidence),
            id=place_id(letter, change.evidence_new or step.evidence),
            kind=change.kind,
            key=change.key or of.number,
            label=change.label or of.title,
            old=_words(change.old),
            new=_words(change.new),
            delta=change.delta,
        )


def _of_posts(state: ConsolidatedLetter, letters: Letters) -> Iterator[ChangeAnswer]:
    for one in state.budget:
        before: BudgetStep | None = None
        for step in one.history:
            letter = letter_of(step, state, letters)
            if step.place > 0 or letter["kind"] != "base":
                yield ChangeAnswer(
                    **place_of(letter, step.evidence),
                    id=place_id(letter, step.evidence),
                    kind="budget_row_added" if before is None else "budget_row_changed",
                    key=key_of_post(one.chapter, one.post),
                    label=one.name,
                    old=None if before is None else _words(_amount(before)),
                    new=_words(_amount(step)),
                    delta=step.change,
                    stated=step.stated,
                    computed=step.computed,
                )
            before = step


def _amount(step: BudgetStep) -> int | None:
    return step.computed if step.computed is not None else step.stated


def _words(value: Any) -> str | None:
    """A value in words: an item's title or text, whole kroner as digits, a day as 2024-01-31."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Deadline) and value.date is not None:
        return value.date.isoformat()
    return getattr(value, "title", None) or getattr(value, "text", None) or str(value)
