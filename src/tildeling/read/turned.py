"""Text that does not run from left to right on the page as shown, read as a person reads it.

A page that is shown sideways is turned as a whole, and one that lies askew is straightened. On an
upright page with a table that was turned to fit, a person reads down to the table, turns the page
for it, and reads on below: such a page is unrolled into bands, one under the other, which remember
where they stand (`Page.patches`). So is one with lines pasted in askew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from operator import attrgetter
from statistics import median

from tildeling.read.page import SLANTED, Patch, Ruling, Word, around
from tildeling.read.view import IDENTITY, Box, Matrix, View, inverse, moved, moved_box, product
from tildeling.read.words import moved_word

# Share of the page's longer side along its edges: 50 points of A4. Print up the margin stands there
# (9 to 45 points from the edge, in archive systems' letters), text and captions do not.
EDGE = 0.06

# A turned table or paragraph has so many lines; a stamp or a row's label has fewer.
LEAST_LINES = 3

# Its lines reach so many font sizes: "Saldert budsjett 2025", the turned heading of a narrow
# column, takes ten.
LEAST_LENGTH = 15.0

# Upright words among those of a turned part, for each of these: a turned row of headings stands in
# a table whose other words are upright.
MOST_UPRIGHT = 0.1

# Lines that lie askew by less (radians; 0.25 points over a page's width) are straight.
LEAST_SKEW = 0.0005

# Lines that lie askew alike differ by no more than this: text recognition measures each line of a
# scan by itself, a short one by a third of a degree beside the others.
SAME_SKEW = 0.005

_DIRECTION = attrgetter("direction")

# Points between a turned part and the bands around it, once unrolled: more than a line apart.
CLEAR = 12.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one look at a page gives, turned one way: its words and lines in that view."""

    view: View
    words: Sequence[Word]
    rulings: Sequence[Ruling]
    hidden: Sequence[Word] = ()
    panels: tuple[Box, ...] = ()
    skews: Mapping[Word, float] = field(default_factory=dict)
    """How far words lie askew in that view (`words.skew_of`); without those that are straight."""

    @property
    def type_size(self) -> float:
        """The size of most of the page's letters; 0 without any."""
        sizes = Counter[float]()
        for word in (*self.words, *self.hidden):
            sizes[word.size] += len(word.text)
        return max(sizes, key=lambda size: sizes[size], default=0.0)

    @property
    def skew(self) -> float:
        """How far the page's lines lie askew, most of them alike; 0 where most are straight."""
        if not self.skews:
            return 0.0
        lines = sorted(
            (self.skews.get(word, 0.0), len(word.text))
            for word in (*self.words, *self.hidden)
            if word.direction != SLANTED
        )
        passed = list(accumulate(letters for _, letters in lines))
        if not lines or abs(middle := lines[bisect_left(passed, passed[-1] / 2)][0]) < LEAST_SKEW:
            return 0.0
        alike = sum(letters for skew, letters in lines if abs(skew - middle) <= SAME_SKEW)
        return middle if 2 * alike > passed[-1] else 0.0

    def is_askew(self, word: Word) -> bool:
        """True for a word that lies otherwise than most."""
        return abs(self.skews.get(word, 0.0)) > SAME_SKEW


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
    hidden: Sequence[Word] = ()
    """Where they are shown."""


def as_read(shown: View, look: Callable[[View], Sheet]) -> Unrolled:
    """The page as a person reads it, who looks at it first as it is shown, then as it must be."""
    sheet = look(shown)
    if skew := sheet.skew:
        sheet = look(replace(shown, skew=skew))
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
    return (sheet.skews and _with_part_straight(sheet, look, shown)) or _whole(sheet, shown)


def _whole(sheet: Sheet, shown: View) -> Unrolled:
    matrix = sheet.view.to(shown)
    patches = () if matrix is IDENTITY else (Patch(float("inf"), matrix),)
    size = sheet.view.width, sheet.view.height
    hidden = [moved_word(word, matrix) for word in sheet.hidden]
    return Unrolled(sheet.view, *size, sheet.words, sheet.rulings, patches, sheet.panels, hidden)


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
            if not _lies_in(reach, ruling)
        ),
        *(_ruling_down(ruling, down) for ruling in turned.rulings if _lies_in(part, ruling)),
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
        hidden=[moved_word(word, over) for word in upright.hidden],
    )


def _part_askew(sheet: Sheet) -> tuple[float, set[Word]] | None:
    """Long lines that lie askew, one like the other, among straight ones: how far, and their words.

    A short one can be read as it is, and may be a stamp.
    """
    askew = [word for word in sheet.words if word.direction == 0 and sheet.is_askew(word)]
    if not askew:
        return None
    skew = median(sheet.skews[word] for word in askew)
    alike = [word for word in askew if abs(sheet.skews[word] - skew) <= SAME_SKEW]
    x0, _, x1, _ = around(alike)
    long = x1 - x0 >= LEAST_LENGTH * median(word.size for word in alike)
    return (skew, set(alike)) if long else None


def _with_part_straight(
    sheet: Sheet, look: Callable[[View], Sheet], shown: View
) -> Unrolled | None:
    """The page with lines straightened that lie askew among straight ones, in their place.

    None where there are none, or where straight ones stand beside them.
    """
    found = _part_askew(sheet)
    if found is None:
        return None
    skew, part = found
    box = around(list(part))
    other = look(replace(sheet.view, skew=sheet.view.skew + skew))
    across = sheet.view.to(other.view)
    reach = moved_box(across, *box)
    # Turned about the page's middle, they are put back where their own middle was.
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    x, y = moved(across, *middle)
    back = (1.0, 0.0, 0.0, 1.0, middle[0] - x, middle[1] - y)
    words = [
        moved_word(word, back)
        for word in other.words
        if word.direction == 0 and not other.is_askew(word) and _meets(word, reach)
    ]
    if not words:
        return None
    rulings = _ruled_about(words, other.rulings, back)
    _, top, _, bottom = around([*words, *rulings])
    rest = [word for word in sheet.words if word not in part]
    if any(word.direction == 0 and top <= _middle(word) <= bottom for word in rest):
        return None
    over, within = sheet.view.to(shown), other.view.to(shown)
    stood = moved_box(product(inverse(back), other.view.to(sheet.view)), *_around(rulings))
    return Unrolled(
        sheet.view,
        sheet.view.width,
        sheet.view.height,
        [*rest, *words],
        [*(ruling for ruling in sheet.rulings if not _lies_in(stood, ruling)), *rulings],
        (
            Patch(top, over),
            Patch(bottom, product(inverse(back), within)),
            Patch(float("inf"), over),
        ),
        sheet.panels,
        [
            *(moved_word(word, over) for word in sheet.hidden if not _meets(word, box)),
            *(moved_word(word, within) for word in other.hidden if _meets(word, reach)),
        ],
    )


def _ruled_about(words: Sequence[Word], rulings: Iterable[Ruling], back: Matrix) -> list[Ruling]:
    """The rulings between the first and the last of the lines, or near, once they are put back."""
    _, top, _, bottom = around(words)
    near = float("-inf"), top - CLEAR, float("inf"), bottom + CLEAR
    moved_back = (Ruling(*moved_box(back, *_box(ruling))) for ruling in rulings)
    return [ruling for ruling in moved_back if _lies_in(near, ruling)]


def _inner(sheet: Sheet) -> Box:
    edge = EDGE * max(sheet.view.width, sheet.view.height)
    return edge, edge, sheet.view.width - edge, sheet.view.height - edge


def _with_frame(box: Box, rulings: Iterable[Ruling]) -> Box:
    """The box with the lines around its words."""
    near = (box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR)
    return _around([Ruling(*box), *(ruling for ruling in rulings if _lies_in(near, ruling))])


def _around(rulings: Sequence[Ruling]) -> Box:
    """The box around rulings, with a point of room; an empty one without any."""
    if not rulings:
        return 0.0, 0.0, 0.0, 0.0
    x0, top, x1, bottom = around(rulings)
    return x0 - 1.0, top - 1.0, x1 + 1.0, bottom + 1.0


def _meets(word: Word, box: Box) -> bool:
    """True if the word's middle lies in the box."""
    x, y = (word.x0 + word.x1) / 2, _middle(word)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _lies_in(box: Box, ruling: Ruling) -> bool:
    x0, top, x1, bottom = _box(ruling)
    return box[0] <= x0 and box[1] <= top and x1 <= box[2] and bottom <= box[3]


def _box(ruling: Ruling) -> Box:
    return ruling.x0, ruling.top, ruling.x1, ruling.bottom


def _overlaps(word: Word, box: Box) -> bool:
    return word.top < box[3] and word.bottom > box[1]


def _middle(thing: Word | Ruling) -> float:
    return (thing.top + thing.bottom) / 2


def _moved_down(word: Word, by: float) -> Word:
    return word._replace(top=word.top + by, bottom=word.bottom + by)


def _ruling_down(ruling: Ruling, by: float) -> Ruling:
    return Ruling(ruling.x0, ruling.top + by, ruling.x1, ruling.bottom + by)
