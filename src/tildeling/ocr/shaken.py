"""The lines of pages as they would be had their pictures been measured a little otherwise.

Type is measured to within two per cent and lines to within a pixel. What of a letter hangs
on less than that is not sure, whatever was read: whether two lines are of one size, whether a row
begins, where a box ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tildeling.ocr.typography import MeasuredWord

# So often a letter is shaken: twice as often finds no more of what is wrong in office scans.
TIMES = 4
# Shares by which the size of a line's type and the breadth of its strokes may be wrong.
SIZE, STROKE = 0.02, 0.04
# Pixels by which a line may stand higher or lower, and further left or right.
UP, ACROSS = 0.6, 1.0

Lines = Sequence[Sequence[MeasuredWord]]


def shaken(pages: Sequence[Lines], time: int) -> list[list[list[MeasuredWord]]]:
    """The lines of each page, each line a little off; the same ones at the same time."""
    chance = Random(time)
    return [[_off(line, chance) for line in lines] for lines in pages]


def _off(line: Sequence[MeasuredWord], chance: Random) -> list[MeasuredWord]:
    size, stroke = (1 + chance.uniform(-most, most) for most in (SIZE, STROKE))
    up, across = chance.uniform(-UP, UP), round(chance.uniform(-ACROSS, ACROSS))
    return [
        word._replace(
            size=word.size * size,
            stroke=word.stroke * stroke,
            baseline=word.baseline + up,
            x0=word.x0 + across,
            x1=word.x1 + across,
        )
        for word in line
    ]
