"""Where lines down end: at the line across that closes their table.

The stem of a letter over a line down seems to go on from it. A table that is reached over so would
take in the words that stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tildeling.read.page import Ruling

MEETS = 2.0
"""Points between the end of a line and the one that it meets."""
OVER = 18.0
"""Points that a line reaches over: what a line of text takes with the space under it."""
FELLOWS = 2
"""So many others end there, at least, and none goes on."""


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
    if MEETS < first.top - ruling.top < OVER and _closes(first, ruling, down, "top"):
        ruling = replace(ruling, top=first.top)
    if MEETS < ruling.bottom - last.top < OVER and _closes(last, ruling, down, "bottom"):
        ruling = replace(ruling, bottom=last.top)
    return ruling


def _closes(across: Ruling, ruling: Ruling, down: Sequence[Ruling], end: str) -> bool:
    """True where other lines down end at one across, and none but this goes on over it."""
    others = [line for line in down if line is not ruling and _reaches(across, line)]
    here = [line for line in others if line.top - MEETS <= across.top <= line.bottom + MEETS]
    ending = [line for line in here if abs(getattr(line, end) - across.top) <= MEETS]
    return len(ending) >= FELLOWS and len(ending) == len(here)


def _reaches(across: Ruling, down: Ruling) -> bool:
    return across.x0 - MEETS <= down.x0 <= across.x1 + MEETS


def _spans(down: Ruling, height: float) -> bool:
    return down.top - MEETS <= height <= down.bottom + MEETS
