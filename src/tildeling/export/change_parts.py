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


def parts_of(changes: Sequence[Change]) -> list[Part]:
    """Everything but budget posts, which are a table; without parts that have no change."""
    parts = (
        Part("oppdrag", "Oppdrag", assignment_groups(changes), is_listed=True),
        Part("mal", "Mål", goal_groups(changes), counts_rows=True),
        Part("parametere", "Styringsparametere", indicator_groups(changes), counts_rows=True),
        Part("rapportering", "Rapportering", reporting_groups(changes), counts_rows=True),
        Part("fullmakter", "Fullmakter", authorisation_groups(changes), counts_rows=True),
        Part("frister", "Andre frister", outside_deadlines(changes)),
        Part("penger", "Bevilgninger og endringer", outside_money(changes)),
    )
    return [part for part in parts if part.groups]
