"""Text that does not run from left to right on the page as shown, read as a person reads it.

A page that is shown sideways is turned as a whole, and one that lies askew is straightened. On an
upright page with a table that was turned to fit, a person reads down to the table, turns the page
for it, and reads on below: such a page is unrolled into bands, one under the other, which remember
where they stand (`Page.patches`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from statistics import median

from tildeling.read.page import Patch, Ruling, Word, around
from tildeling.read.view import IDENTITY, Box, View, moved_box, product

EDGE = 0.06
"""Share of the page's longer side along its edges: 50 points of A4. Print up the margin stands
there (9 to 45 points from the edge, in archive systems' letters), text and captions do not."""

LEAST_LINES = 3
"""A turned table or paragraph has so many lines; a stamp or a row's label has fewer."""

LEAST_LENGTH = 15.0
"""Its lines reach so many font sizes: "Saldert budsjett 2025", the turned heading of a narrow
column, takes ten."""

MOST_UPRIGHT = 0.1
"""Upright words among those of a turned part, for each of these: a turned row of headings stands in
a table whose other words are upright."""

_DIRECTION = attrgetter("direction")

CLEAR = 12.0
"""Points between a turned part and the bands around it, once unrolled: more than a line apart."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one look at a page gives, turned one way: its words and lines in that view."""

    view: View
    words: Sequence[Word]
    rulings: Sequence[Ruling]
    hidden: Sequence[Word] = ()
    panels: tuple[Box, ...] = ()
    skew: float = 0.0
    """How far its lines still lie askew in that view (`words.skew_of`)."""

    @property
    def type_size(self) -> float:
        """The size of most of the page's letters; 0 without any."""
        sizes = Counter[float]()
        for word in (*self.words, *self.hidden):
            sizes[word.size] += len(word.text)
        return max(sizes, key=lambda size: sizes[size], default=0.0)


@dataclass(frozen=True, slots=True)
class Unrolled:
    """A page as one reads it: its size, words and lines, and the bands that it is made of."""

    view: View
    """How most of it is looked at."""
    width: float
    height: float
    words: Sequence[Word]
    rulings: Sequence[Ruling]
    patches: tuple[Patch, ...]
    panels: tuple[Box, ...] = ()
    """None on a page with a part that was turned."""


def as_read(shown: View, look: Callable[[View], Sheet]) -> Unrolled:
    """The page as a person reads it, who looks at it first as it is shown, then as it must be."""
    sheet = look(shown)
    if sheet.skew:
        sheet = look(replace(shown, skew=sheet.skew))
    view = sheet.view
    if not view.is_paper and (on_paper := view.on_paper(sheet.type_size)) != view:
        sheet = look(on_paper)
    if any(map(_DIRECTION, sheet.words)):
        aside = part_aside(sheet)
        if aside is not None:
            direction, box = aside
            return _unrolled(sheet, look(sheet.view.turned(direction)), box, shown)
        if turns := main_direction(sheet):
            sheet = look(sheet.view.turned(turns))
    matrix = sheet.view.to(shown)
    patches = () if matrix is IDENTITY else (Patch(float("inf"), matrix),)
    size = sheet.view.width, sheet.view.height
    return Unrolled(sheet.view, *size, sheet.words, sheet.rulings, patches, sheet.panels)


def main_direction(sheet: Sheet) -> int:
    """The direction of most of the page's text: so many quarter turns clockwise it needs.

    What stands along the edges does not count: on a letter's last page, which holds the list of
    copies only, print up the margin may be longer.
    """
    inner = _inner(sheet)
    letters = Counter[int]()
    for word in sheet.words:
        if _meets(word, inner):
            letters[word.direction] += len(word.text)
    return max(range(4), key=lambda direction: (letters[direction], -direction))


def part_aside(sheet: Sheet) -> tuple[int, Box] | None:
    """Direction and place of a turned table or text on a page that has upright text beside it: a
    caption, a running head. None where there is none.
    """
    inner = _inner(sheet)
    for direction in (1, 3):
        words = [w for w in sheet.words if w.direction == direction and _meets(w, inner)]
        if len(words) < LEAST_LINES:
            continue
        box = around(words)
        size = median(word.size for word in words)
        upright = sum(1 for w in sheet.words if w.direction == 0 and _meets(w, box))
        if (
            upright <= MOST_UPRIGHT * len(words)
            and _lines(words, size) >= LEAST_LINES
            and box[3] - box[1] >= LEAST_LENGTH * size
            and _beside(sheet.words, inner, box)
        ):
            return direction, box
    return None


def _beside(words: Iterable[Word], inner: Box, box: Box) -> bool:
    """True if upright words stand in the page and not in the box."""
    return any(w.direction == 0 and _meets(w, inner) and not _meets(w, box) for w in words)


def _lines(words: Iterable[Word], size: float) -> int:
    """How many lines words form that run up or down the page."""
    ends = sorted(word.x1 for word in words)
    return 1 + sum(1 for one, other in pairwise(ends) if other - one > 0.5 * size)


def _unrolled(upright: Sheet, turned: Sheet, box: Box, shown: View) -> Unrolled:
    """The page with the part in `box` (of the upright sheet) turned, between what is over and under
    it; `turned` is the page's other sheet, in which that part runs from left to right.
    """
    across = upright.view.to(turned.view)
    reach = _with_frame(box, upright.rulings)
    part = moved_box(across, *reach)
    rest = [w for w in upright.words if w.direction == 0 or not _meets(w, reach)]
    beside = any(word.direction == 0 and _overlaps(word, reach) for word in rest)
    cut = reach[1]
    room = part[3] - part[1] + 2 * CLEAR
    # Where nothing stands beside the part, what is under it moves up to where it ended.
    moves = room if beside else room - (reach[3] - reach[1])
    down = cut + CLEAR - part[1]
    words = [
        *(_moved_down(word, 0.0 if _middle(word) <= cut else moves) for word in rest),
        *(_moved_down(w, down) for w in turned.words if w.direction == 0 and _meets(w, part)),
    ]
    rulings = [
        *(
            _ruling_down(ruling, 0.0 if _middle(ruling) <= cut else moves)
            for ruling in upright.rulings
            if not _holds(reach, (ruling.x0, ruling.top, ruling.x1, ruling.bottom))
        ),
        *(
            _ruling_down(ruling, down)
            for ruling in turned.rulings
            if _holds(part, (ruling.x0, ruling.top, ruling.x1, ruling.bottom))
        ),
    ]
    over = upright.view.to(shown)
    under = product((1.0, 0.0, 0.0, 1.0, 0.0, -moves), over)
    inside = product((1.0, 0.0, 0.0, 1.0, 0.0, -down), turned.view.to(shown))
    return Unrolled(
        upright.view,
        max(upright.view.width, part[2] + CLEAR),
        upright.view.height + moves,
        words,
        rulings,
        (Patch(cut, over), Patch(cut + room, inside), Patch(float("inf"), under)),
    )


def _inner(sheet: Sheet) -> Box:
    edge = EDGE * max(sheet.view.width, sheet.view.height)
    return edge, edge, sheet.view.width - edge, sheet.view.height - edge


def _with_frame(box: Box, rulings: Iterable[Ruling]) -> Box:
    """The box with the lines around its words."""
    x0, top, x1, bottom = box
    near = (x0 - CLEAR, top - CLEAR, x1 + CLEAR, bottom + CLEAR)
    for ruling in rulings:
        if _holds(near, (ruling.x0, ruling.top, ruling.x1, ruling.bottom)):
            x0, top = min(x0, ruling.x0), min(top, ruling.top)
            x1, bottom = max(x1, ruling.x1), max(bottom, ruling.bottom)
    return x0 - 1.0, top - 1.0, x1 + 1.0, bottom + 1.0


def _meets(word: Word, box: Box) -> bool:
    """True if the word's middle lies in the box."""
    x, y = (word.x0 + word.x1) / 2, _middle(word)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _holds(box: Box, other: Box) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and other[2] <= box[2] and other[3] <= box[3]


def _overlaps(word: Word, box: Box) -> bool:
    return word.top < box[3] and word.bottom > box[1]


def _middle(thing: Word | Ruling) -> float:
    return (thing.top + thing.bottom) / 2


def _moved_down(word: Word, by: float) -> Word:
    return word._replace(top=word.top + by, bottom=word.bottom + by)


def _ruling_down(ruling: Ruling, by: float) -> Ruling:
    return Ruling(ruling.x0, ruling.top + by, ruling.x1, ruling.bottom + by)
