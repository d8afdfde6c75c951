"""What is drawn on a page besides its words, and whether a word can be seen among it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from tildeling.read.view import Box

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)

# Two colours that differ by no more than this (of 255) in each part look the same.
ALIKE = 16

# Share of a word's box that must be painted over for it to be in doubt: a line that Word draws
# under a word takes 0.07.
COVERED = 0.3

# Of more filled areas than this, those near a word are looked up by their height.
MANY_FILLS = 60

# Height (points) of the bands of a page that filled areas are looked up by.
BAND = 32.0

# A page is parted into no more bands; those beyond lie in the last.
MOST_BANDS = 100

_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True)
class Fill:
    """An area painted over what came before it."""

    order: int
    box: Box
    colour: Colour | None
    """Its colour, if all of the box has it and nothing shines through."""
    shade: Colour | None = None
    """The colour that parts of the box have; None for a picture, a pattern, or what is unknown."""


@dataclass(slots=True)
class Drawing:
    """The filled areas of a page in the order they were painted, and its pictures."""

    fills: list[Fill] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    _of_colour: dict[Colour, list[Fill]] = field(default_factory=dict)
    """The filled areas that text of a colour may not be told from, as far as it was asked."""
    _bands: dict[int, list[Fill]] = field(default_factory=dict)

    def paint_over(self, fills: Iterable[Fill]) -> None:
        """Add areas that were not known before."""
        self.fills = sorted([*self.fills, *fills], key=_ORDER)
        self._of_colour, self._bands = {}, {}

    def hides(self, box: Box, order: int, colour: Colour | None) -> bool | None:
        """True if a word of that colour, painted as number `order`, cannot be told from what is
        behind it, or was painted over; None if that cannot be told from boxes and colours.
        """
        behind = WHITE
        unsure = colour is None
        covered = 0.0
        for fill in self.near(box):
            share = overlap(box, fill.box)
            if share <= 0.0:
                continue
            if fill.order > order:
                if fill.colour is not None and share >= 0.9:
                    return True
                covered += share
            elif fill.colour is not None and share >= 0.9:
                behind, unsure = fill.colour, colour is None
            elif colour is not None and share > 0.05:
                shade = fill.shade
                unsure = unsure or shade is None or alike(shade, colour) or alike(behind, colour)
        if unsure or colour is None or covered >= COVERED:
            return None
        return alike(behind, colour)

    def may_hide(self, box: Box, order: int, colour: Colour) -> bool:
        """False if no part of `box`, painted so, can be hidden: `hides` need not be asked."""
        if alike(colour, WHITE):
            return True
        if len(self.fills) > MANY_FILLS:
            return any(overlap(fill.box, box) > 0 for fill in self.near(box))
        same = self._of_colour.get(colour)
        if same is None:
            same = self._of_colour[colour] = [
                fill for fill in self.fills if fill.shade is None or alike(fill.shade, colour)
            ]
        later = self.fills[bisect_right(self.fills, order, key=_ORDER) :]
        return any(overlap(fill.box, box) > 0 for fill in chain(same, later))

    def near(self, box: Box) -> Sequence[Fill]:
        """The filled areas that may lie over or under a box, in the order of painting."""
        if len(self.fills) <= MANY_FILLS:
            return self.fills
        if not self._bands:
            for fill in self.fills:
                for band in _bands(fill.box):
                    self._bands.setdefault(band, []).append(fill)
        bands = _bands(box)
        if len(bands) == 1:
            return self._bands.get(bands[0], ())
        found = {fill for band in bands for fill in self._bands.get(band, ())}
        return sorted(found, key=_ORDER)


def _bands(box: Box) -> range:
    first, last = (
        min(max(int(min(max(side, 0.0), 1e6) / BAND), 0), MOST_BANDS) for side in (box[1], box[3])
    )
    return range(first, last + 1)


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
