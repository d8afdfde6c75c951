"""The boxes that are drawn around stamps: no table, no frame."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.read.page import Page, Ruling, Word, around
from tildeling.read.view import Box

# A page with more lines is a drawing or a long table: no stamp's box is looked for.
MOST_RULINGS = 500

# Points by which the four sides of a box may miss each other at its corners.
CORNER = 2.0


def without_stamp_boxes(page: Page, words: Sequence[Word]) -> tuple[Ruling, ...]:
    """The page's rulings without the boxes around marks: what is not among `words` any more.

    A box goes that stands by itself, holds a mark and no other word; or some, where its sides cut
    through the lines that they stand on, since it was set over them.
    """
    kept = set(words)
    marks = [word for word in page.words if word not in kept]
    gone: set[Ruling] = set()
    for sides in single_boxes(page.rulings) if marks else ():
        box = around(sides)
        if any(_inside(mark, box) for mark in marks):
            inside = [word for word in words if _inside(word, box)]
            if not inside or any(_cut(word, box) for word in words):
                gone.update(sides)
    return tuple(ruling for ruling in page.rulings if ruling not in gone)


def single_boxes(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """The rectangles of four lines on which no other line ends."""
    if len(rulings) > MOST_RULINGS:
        return []
    across = [ruling for ruling in rulings if ruling.is_horizontal]
    down = [ruling for ruling in rulings if not ruling.is_horizontal]
    found = []
    for top in across:
        sides = [r for r in down if abs(r.top - top.top) <= CORNER and _ends_at(top, r.x0)]
        if len(sides) != 2 or abs(sides[0].bottom - sides[1].bottom) > CORNER:
            continue
        low = [
            r
            for r in across
            if abs(r.top - sides[0].bottom) <= CORNER
            and abs(r.x0 - top.x0) <= CORNER
            and abs(r.x1 - top.x1) <= CORNER
        ]
        if len(low) == 1 and low[0] is not top:
            box = [top, *sides, low[0]]
            if not any(ruling not in box and _ends_on(ruling, around(box)) for ruling in rulings):
                found.append(box)
    return found


def _ends_at(line: Ruling, x: float) -> bool:
    return min(abs(line.x0 - x), abs(line.x1 - x)) <= CORNER


def _ends_on(ruling: Ruling, box: Box) -> bool:
    """True if a line ends on a side of the box, as a table's inner lines do; what a stamp was set
    over crosses it.
    """
    left, top, right, bottom = box
    for x, y in ((ruling.x0, ruling.top), (ruling.x1, ruling.bottom)):
        within_x = left - CORNER <= x <= right + CORNER
        within_y = top - CORNER <= y <= bottom + CORNER
        at_side = min(abs(x - left), abs(x - right)) <= CORNER
        at_end = min(abs(y - top), abs(y - bottom)) <= CORNER
        if (at_side and within_y) or (at_end and within_x):
            return True
    return False


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def _cut(word: Word, box: Box) -> bool:
    """True if a side of the box runs through the word."""
    if not box[1] < (word.top + word.bottom) / 2 < box[3]:
        return False
    slack = 0.2 * word.size
    return any(word.x0 + slack < x < word.x1 - slack for x in (box[0], box[2]))
