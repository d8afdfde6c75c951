"""Bullets that are drawn instead of set: a browser paints a list's dots as shapes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tildeling.read.page import Word
from tildeling.read.view import Box

SMALLEST = 2.0
# Points: a browser's dots are 3.75 wide beside type of ten.
LARGEST = 6.5
# Its shorter side is this share of the longer one at least.
ROUND = 0.8
# A bullet is no wider than this share of the type beside it.
OF_TYPE = 0.6
# Its text begins within so many font sizes; a browser leaves 0.7.
NEAR = 1.5
# Font sizes to the left of it in which no other word stands on its line.
ALONE = 3.0
# A page with more dots is a chart or a map.
MOST = 200


def is_dot(box: Box) -> bool:
    """True for a shape as small and as round as a bullet.

    >>> is_dot((63.8, 224.3, 67.5, 228.0)), is_dot((62.2, 128.3, 122.2, 140.3))
    (True, False)
    """
    sides = sorted((box[2] - box[0], box[3] - box[1]))
    return sides[0] >= SMALLEST and sides[1] <= LARGEST and sides[0] >= ROUND * sides[1]


def bullets(dots: Iterable[Box], words: Sequence[Word]) -> list[Word]:
    """The dots that stand before a line's first word, as words on that line."""
    found: dict[tuple[float, float], Word] = {}
    dots = list(dots)
    for dot in dots if len(dots) <= MOST else ():
        middle = (dot[1] + dot[3]) / 2
        beside = [word for word in words if word.top < middle < word.bottom]
        right = min((w for w in beside if w.x0 >= dot[2]), key=lambda w: w.x0, default=None)
        if right is None or right.direction != 0:
            continue
        near = right.x0 - dot[2] <= NEAR * right.size
        small = dot[2] - dot[0] <= OF_TYPE * right.size
        reach = dot[0] - ALONE * right.size
        if near and small and not any(reach < w.x1 and w.x0 < dot[2] for w in beside):
            place = round(dot[0]), round(middle)
            found[place] = right._replace(text="•", x0=dot[0], x1=dot[2])
    return list(found.values())
