"""Which deadlines later letters moved or took back, among the letters of many bodies and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tildeling.archive.bodies import body_of
from tildeling.archive.in_force import Place, deadlines_in_force
from tildeling.compare.consolidate import consolidate
from tildeling.export.due_list import Due, due_in
from tildeling.letter import Letter


def due_after_all(letters: Sequence[Letter]) -> list[Due]:
    """The deadlines of all letters, with whether they are in force after them.

    That is worked out for each body and year with several letters.
    """
    chains: dict[tuple[str, int], list[Letter]] = defaultdict(list)
    found: list[Due] = []
    for letter in letters:
        agency, year = letter.agency, letter.budget_year
        own = None if agency is None else body_of(agency.key, agency.name)
        if own is None or year is None:
            found += due_in(letter)
        else:
            chains[own, year].append(letter)
    for chain in chains.values():
        found += _due_of_chain(chain)
    return found


def _due_of_chain(chain: Sequence[Letter]) -> list[Due]:
    found = [due for letter in chain for due in due_in(letter)]
    if len(chain) == 1:
        return found
    held = deadlines_in_force([consolidate(chain)])
    return [
        due._replace(
            in_force=held.has(due.row.assignment, due.row.sha256, _place(due), due.row.sentence)
        )
        for due in found
    ]


def _place(due: Due) -> Place:
    row = due.row
    sides = (row.x0, row.top, row.x1, row.bottom)
    box = tuple(side for side in sides if side is not None)
    return row.page, box or None, row.words or ""
