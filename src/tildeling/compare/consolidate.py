"""What is in force after a base letter and its addenda."""

from __future__ import annotations

from collections.abc import Iterable

from tildeling.compare.budget import folded_budget
from tildeling.compare.chain import chain_of
from tildeling.compare.identity import identity_of
from tildeling.compare.ledger import AssignmentLedger
from tildeling.compare.own_deadlines import OwnDeadlineLedger
from tildeling.compare.steering import SteeringLedger
from tildeling.comparison import ConsolidatedLetter
from tildeling.letter import Letter


def consolidate(letters: Iterable[Letter]) -> ConsolidatedLetter:
    """Folds letters, given in any order, into the state in force after the last of them.

    Raises `ValueError` without any letter. A letter that is missing, given twice or of another
    agency or year is a finding, and stops nothing.
    """
    given = list(letters)
    if not given:
        raise ValueError("consolidate needs at least one letter")
    chain = chain_of(given)
    assignments, steering, deadlines = AssignmentLedger(), SteeringLedger(), OwnDeadlineLedger()
    for place, letter in enumerate(chain.letters):
        assignments.fold(letter, place)
        changes = steering.fold(
            letter, place, [assignments.entries.index(one) for one in assignments.entered]
        )
        deadlines.fold(letter, place, changes, steering.reports_due())
    budget = folded_budget(chain.letters)
    return ConsolidatedLetter(
        letters=tuple(identity_of(letter) for letter in chain.letters),
        assignments=tuple(entry.consolidated() for entry in assignments.entries),
        budget=tuple(budget.consolidated()),
        deadlines=deadlines.consolidated(),
        goals=steering.consolidated_goals(),
        indicators=steering.consolidated_indicators(),
        reporting=steering.consolidated_reporting(),
        authorisations=steering.consolidated_authorisations(),
        findings=(*chain.findings, *assignments.findings, *budget.findings),
    )
