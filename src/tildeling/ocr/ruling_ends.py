"""Where lines down end: at the line across that closes their table.

The stem of a letter over a line down seems to go on from it. A table that is reached over so would
take in the words that stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tildeling.read.page import Ruling

# Points between the end of a line and the one that it meets.
MEETS = 2.0
# Points that a line reaches over: what a line of text takes with the space under it.
OVER = 18.0


def ended(rulings: Iterable[Ruling]) -> list[Ruling]:
    """The rulings; those down end where all others of their table do."""
    rulings = list(rulings)
    across = [ruling for ruling in rulings if ruling.is_horizontal]
    down = [ruling for ruling in rulings if not ruling.is_horizontal]
    return [*across, *(_ended(ruling, across, down) for ruling in down)]


def _ended(ruling: Ruling, across: Sequence[Ruling], down: Sequence[Ruling]) -> Ruling:
    crossed = sorted(
        (line for line in across if _reaches(line, ruling) and _spans(ruling, line.top)),
        key=lambda line: line.top,
    )
    if not crossed:
        return ruling
    first, last = crossed[0], crossed[-1]
    if MEETS < first.top - ruling.top < OVER and _is_alone(ruling, first, down, "top"):
        ruling = replace(ruling, top=first.top)
    if MEETS < ruling.bottom - last.top < OVER and _is_alone(ruling, last, down, "bottom"):
        ruling = replace(ruling, bottom=last.top)
    return ruling


def _is_alone(ruling: Ruling, across: Ruling, down: Sequence[Ruling], end: str) -> bool:
    """True where a line down is the only one of its table to end as it does.

    Others may end at the line across, or go on past both, as a frame does around a row that is one
    cell: "Brukermål 1", over the line between two columns.
    """
    others = [line for line in down if line is not ruling and _reaches(across, line)]
    at = getattr(ruling, end)
    return bool(others) and all(abs(getattr(line, end) - at) > MEETS for line in others)


def _reaches(across: Ruling, down: Ruling) -> bool:
    return across.x0 - MEETS <= down.x0 <= across.x1 + MEETS


def _spans(down: Ruling, height: float) -> bool:
    return down.top - MEETS <= height <= down.bottom + MEETS
