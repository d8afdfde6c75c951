"""What else a letter says, letter by letter: goals, indicators, reporting, authorisations.

Positions in a letter's lists become positions in the consolidated ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tildeling.compare.authorisations import AuthorisationLedger
from tildeling.compare.goals import GoalLedger
from tildeling.compare.indicators import IndicatorLedger
from tildeling.compare.item_ledger import Entry, Given, entry_at
from tildeling.compare.reporting import ReportingLedger
from tildeling.comparison import (
    Change,
    ConsolidatedAuthorisation,
    ConsolidatedGoal,
    ConsolidatedIndicator,
    ConsolidatedReporting,
)
from tildeling.letter import Deadline, Goal, Letter


@dataclass(slots=True)
class SteeringLedger:
    """The ledgers of one chain of letters; goals first, since others stand under them."""

    goals: GoalLedger = field(default_factory=GoalLedger)
    indicators: IndicatorLedger = field(default_factory=IndicatorLedger)
    reporting: ReportingLedger = field(default_factory=ReportingLedger)
    authorisations: AuthorisationLedger = field(default_factory=AuthorisationLedger)

    def fold(self, letter: Letter, place: int, assignments: Sequence[int] = ()) -> list[Change]:
        """What a letter changes; `assignments` are the positions of its assignments among all."""
        year = letter.budget_year
        given = [Given(one, year) for one in letter.goals]
        goals, changes = self.goals.fold(letter, place, given)
        indicators = [Given(one, year, entry_at(goals, one.goal)) for one in letter.indicators]
        changes += self.indicators.fold(letter, place, indicators)[1]
        about = dict(enumerate(assignments))
        reporting = [
            Given(
                one,
                year,
                entry_at(goals, one.goal),
                about.get(-1 if one.assignment is None else one.assignment),
            )
            for one in letter.reporting
        ]
        changes += self.reporting.fold(letter, place, reporting)[1]
        authorisations = [Given(one, year) for one in letter.authorisations]
        changes += self.authorisations.fold(letter, place, authorisations)[1]
        return changes

    def reports_due(self) -> list[Deadline]:
        """What the reports in force are due on."""
        return [
            deadline
            for entry in self.reporting.entries
            if entry.in_force
            for deadline in entry.item.deadlines
        ]

    def consolidated_goals(self) -> tuple[ConsolidatedGoal, ...]:
        """The goals as they are shown."""
        return tuple(
            ConsolidatedGoal(
                goal=entry.item.model_copy(update={"parent": self._goal_at(entry.given.goal)}),
                in_force=entry.in_force,
                history=tuple(entry.steps),
            )
            for entry in self.goals.entries
        )

    def consolidated_indicators(self) -> tuple[ConsolidatedIndicator, ...]:
        """The indicators as they are shown."""
        return tuple(
            ConsolidatedIndicator(
                indicator=entry.item.model_copy(update={"goal": self._goal_at(entry.given.goal)}),
                in_force=entry.in_force,
                history=tuple(entry.steps),
            )
            for entry in self.indicators.entries
        )

    def consolidated_reporting(self) -> tuple[ConsolidatedReporting, ...]:
        """The reporting requirements as they are shown."""
        return tuple(
            ConsolidatedReporting(
                requirement=entry.item.model_copy(
                    update={
                        "goal": self._goal_at(entry.given.goal),
                        "assignment": entry.given.assignment,
                    }
                ),
                in_force=entry.in_force,
                history=tuple(entry.steps),
            )
            for entry in self.reporting.entries
        )

    def consolidated_authorisations(self) -> tuple[ConsolidatedAuthorisation, ...]:
        """The authorisations as they are shown."""
        return tuple(
            ConsolidatedAuthorisation(
                authorisation=entry.item, in_force=entry.in_force, history=tuple(entry.steps)
            )
            for entry in self.authorisations.entries
        )

    def _goal_at(self, entry: Entry[Goal] | None) -> int | None:
        return None if entry is None else self.goals.entries.index(entry)
