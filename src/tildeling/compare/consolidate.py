"""What is in force after a base letter and its addenda."""

from __future__ import annotations

from collections.abc import Iterable

from tildeling.compare.budget import folded_budget
from tildeling.compare.chain import chain_of
from tildeling.compare.identity import identity_of
from tildeling.compare.ledger import AssignmentLedger
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
    assignments, steering = AssignmentLedger(), SteeringLedger()
    for place, letter in enumerate(chain.letters):
        assignments.fold(letter, place)
        steering.fold(
            letter, place, [assignments.entries.index(one) for one in assignments.entered]
        )
    budget = folded_budget(chain.letters)
    return ConsolidatedLetter(
        letters=tuple(identity_of(letter) for letter in chain.letters),
        assignments=tuple(entry.consolidated() for entry in assignments.entries),
        budget=tuple(budget.consolidated()),
        goals=steering.consolidated_goals(),
        indicators=steering.consolidated_indicators(),
        reporting=steering.consolidated_reporting(),
        authorisations=steering.consolidated_authorisations(),
        findings=(*chain.findings, *assignments.findings, *budget.findings),
    )
