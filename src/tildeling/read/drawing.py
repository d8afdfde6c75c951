"""What is drawn on a page besides its words, and whether a word can be seen among it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from tildeling.read.view import Box

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)

ALIKE = 16
"""Two colours that differ by no more than this (of 255) in each part look the same."""

MOST_FILLS = 500
"""A page with more filled areas is a map or a drawing: what lies behind a word is not asked."""


_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True)
class Fill:
    """An area painted over what came before it. `colour` is None for a picture or a pattern."""

    order: int
    box: Box
    colour: Colour | None


@dataclass(slots=True)
class Drawing:
    """The filled areas of a page in the order they were painted, and its pictures."""

    fills: list[Fill] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    _of_colour: dict[Colour, list[Fill]] = field(default_factory=dict)
    """The filled areas that look like text of a colour, as far as it was asked."""

    def hides(self, box: Box, order: int, colour: Colour) -> bool:
        """True if a word of that colour, painted as number `order`, cannot be told from what is
        behind it, or was painted over.
        """
        if len(self.fills) > MOST_FILLS:
            return False
        behind: Colour | None = WHITE
        for fill in self.fills:
            if overlap(box, fill.box) < 0.9:
                continue
            if fill.order < order:
                behind = fill.colour
            elif fill.colour is not None:
                return True
        return behind is not None and alike(behind, colour)

    def lies_over(self, box: Box, order: int) -> bool:
        """True if something was painted over part of a word, whether or not it hides it."""
        return any(fill.order > order and overlap(box, fill.box) > 0.05 for fill in self.fills)

    def may_hide(self, box: Box, order: int, colour: Colour) -> bool:
        """False if no part of `box`, painted so, can be hidden: `hides` need not be asked."""
        if alike(colour, WHITE):
            return True
        same = self._of_colour.get(colour)
        if same is None:
            same = self._of_colour[colour] = [
                fill
                for fill in self.fills[:MOST_FILLS]
                if fill.colour is not None and alike(fill.colour, colour)
            ]
        later = self.fills[bisect_right(self.fills, order, key=_ORDER) : MOST_FILLS]
        return any(overlap(fill.box, box) > 0 for fill in chain(same, later))


def alike(one: Colour, other: Colour) -> bool:
    """True if a reader cannot tell the two colours apart."""
    (red, green, blue), (other_red, other_green, other_blue) = one, other
    return (
        abs(red - other_red) <= ALIKE
        and abs(green - other_green) <= ALIKE
        and abs(blue - other_blue) <= ALIKE
    )


def overlap(box: Box, other: Box) -> float:
    """The share of `box` that lies within `other`, 0 to 1.

    >>> overlap((0, 0, 10, 10), (5, 0, 20, 20))
    0.5
    """
    x0, y0, x1, y1 = box
    left, low, right, high = other
    across = (x1 if x1 < right else right) - (x0 if x0 > left else left)
    down = (y1 if y1 < high else high) - (y0 if y0 > low else low)
    area = (x1 - x0) * (y1 - y0)
    if across <= 0 or down <= 0 or area <= 0:
        return 0.0
    return across * down / area


def meet(one: Box | None, other: Box | None) -> Box | None:
    """What two clipping areas leave; None stands for no clipping."""
    if one is None or other is None:
        return one or other
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
