"""Areas that are painted or outlined as one: cards, shaded boxes, bars beside text."""

from __future__ import annotations

from collections.abc import Iterable

from tildeling.read.view import Box

# Points: what is lower holds one line of text at most, and is a badge, a bullet or a cell.
LOWEST = 20.0

# Points: what is thinner is a ruling. A bar at a box's left edge is three or four points wide.
THINNEST = 2.0

# What covers more than this share of the page's height is its background.
LARGEST = 0.9

# Points within which two areas are one, painted side by side or twice: a browser paints a border
# once for each side.
SAME = 1.0


def distinct(boxes: Iterable[Box], height: float) -> tuple[Box, ...]:
    """The areas on a page of that height that may hold lines of text, each once, from the top.

    >>> distinct([(40, 50, 500, 150), (40.2, 50, 500, 150.4), (60, 120, 90, 132)], 842)
    ((40, 50, 500, 150),)
    """
    high = [
        box
        for box in boxes
        if LOWEST <= box[3] - box[1] <= LARGEST * height and box[2] - box[0] > THINNEST
    ]
    found: list[Box] = []
    for box in sorted(high, key=lambda box: (box[1], box[0], box[3], box[2])):
        if not any(_same(box, other) for other in reversed(found) if box[1] - other[1] <= SAME):
            found.append(box)
    return tuple(found)


def _same(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= SAME for a, b in zip(one, other, strict=True))
