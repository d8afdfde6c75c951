"""The parts of a diff as every renderer shows them, in one order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.comparison import Change
from tildeling.export.change_rows import Group, assignment_groups, outside_deadlines, outside_money
from tildeling.export.steering_rows import (
    authorisation_groups,
    goal_groups,
    indicator_groups,
    reporting_groups,
)
from tildeling.words import Words


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the changes under it."""

    anchor: str
    title: str
    groups: list[Group]
    is_listed: bool = False
    """Whether a list of contents names each group."""
    counts_rows: bool = False
    """Whether each row is a thing of its own, not a detail of its group's."""

    @property
    def count(self) -> int:
        """How many things are changed."""
        return (
            sum(len(group.rows) for group in self.groups) if self.counts_rows else len(self.groups)
        )


def parts_of(changes: Sequence[Change], words: Words) -> list[Part]:
    """Everything but budget posts, which are a table; without parts that have no change."""
    parts = (
        Part(
            "oppdrag", words.say("Assignments"), assignment_groups(changes, words), is_listed=True
        ),
        Part("mal", words.say("Goals"), goal_groups(changes, words), counts_rows=True),
        Part(
            "parametere",
            words.say("Indicators"),
            indicator_groups(changes, words),
            counts_rows=True,
        ),
        Part(
            "rapportering",
            words.say("Reporting"),
            reporting_groups(changes, words),
            counts_rows=True,
        ),
        Part(
            "fullmakter",
            words.say("Authorisations"),
            authorisation_groups(changes, words),
            counts_rows=True,
        ),
        Part("frister", words.say("Other deadlines"), outside_deadlines(changes, words)),
        Part("penger", words.say("Grants and changes"), outside_money(changes, words)),
    )
    return [part for part in parts if part.groups]
