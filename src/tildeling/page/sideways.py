"""Words that run up or down an upright page: headings of narrow columns, or marks.

A heading turned to fit its column is read where it stands: its words are put one under the other,
in the order in which they are read. All else that does not run from left to right is a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.page.stamp_boxes import single_boxes
from tildeling.read.page import Page, Ruling, Word, around

# Turned words stand on one line where their baselines differ by less than this many font sizes.
ROW = 0.5

# Words of one line, and lines of one heading, are no more than this many font sizes apart.
GAP = 1.6

# A cell with a turned heading is no wider, on either side of it, than this many font sizes.
CELL = 8.0

# So many turned lines side by side, ending at one height, are headings without any ruling.
ABREAST = 3

# Distance of the words put one under the other, in font sizes.
PITCH = 1.2


def readable(page: Page) -> list[Word]:
    """The page's words, turned headings put upright in their place, other turned words left out."""
    across = [word for word in page.words if word.direction == 0]
    single = {ruling for box in single_boxes(page.rulings) for ruling in box}
    rulings = [ruling for ruling in page.rulings if ruling not in single]
    turned = [line for direction in (1, 3) for line in _lines(page.words, direction)]
    kept = [
        line for line in turned if _in_cell(line, rulings) or len(_abreast(line, turned)) >= ABREAST
    ]
    for heading in _headings(kept, rulings):
        across += _upright(heading)
    return across


# The words of a line that runs up or down the page, in the order in which they are read.
Turned = list[Word]


def _lines(words: Sequence[Word], direction: int) -> list[Turned]:
    """The lines that run up (1) or down (3) the page, in the order in which they are read."""
    sign = -1.0 if direction == 1 else 1.0
    found: list[Turned] = []
    mine = [word for word in words if word.direction == direction]
    for word in sorted(mine, key=lambda word: (-sign * round(word.x1), sign * word.top)):
        last = found[-1][-1] if found else None
        if (
            last is not None
            and abs(word.x1 - last.x1) < ROW * word.size
            and _between(last, word) <= GAP * word.size
        ):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _between(one: Word, other: Word) -> float:
    """Room between two words along a line that runs up or down."""
    return max(one.top, other.top) - min(one.bottom, other.bottom)


def _in_cell(line: Turned, rulings: Sequence[Ruling]) -> bool:
    """True if ruled lines stand near the line on its left and right, all along it."""
    x0, top, x1, bottom = around(line)
    reach = CELL * line[0].size
    beside = [r for r in rulings if not r.is_horizontal and r.top <= top and r.bottom >= bottom]
    left = any(x0 - reach <= ruling.x0 <= x0 + 1 for ruling in beside)
    right = any(x1 - 1 <= ruling.x0 <= x1 + reach for ruling in beside)
    return left and right


def _abreast(line: Turned, turned: Sequence[Turned]) -> list[Turned]:
    """The lines that begin at the same height as this one, itself among them."""
    start = line[0].bottom if line[0].direction == 1 else line[0].top
    return [
        other
        for other in turned
        if other[0].direction == line[0].direction
        and abs((other[0].bottom if other[0].direction == 1 else other[0].top) - start)
        < line[0].size
    ]


def _headings(lines: Sequence[Turned], rulings: Sequence[Ruling]) -> Iterator[list[Turned]]:
    """The lines that make one heading together: side by side, with no ruling between."""
    heading: list[Turned] = []
    for line in lines:
        if heading and not _same_heading(heading[-1], line, rulings):
            yield heading
            heading = []
        heading.append(line)
    if heading:
        yield heading


def _same_heading(one: Turned, other: Turned, rulings: Sequence[Ruling]) -> bool:
    left, right = sorted((around(one), around(other)))
    size = one[0].size
    if one[0].direction != other[0].direction or right[0] - left[2] > (GAP - 1) * size:
        return False
    if right[1] > left[3] or left[1] > right[3]:
        return False
    return not any(
        not r.is_horizontal
        and left[2] - 1 <= r.x0 <= right[0] + 1
        and r.top < left[3]
        and r.bottom > left[1]
        for r in rulings
    )


def _upright(heading: Sequence[Turned]) -> Iterator[Word]:
    """The heading's words one under the other, ending where the heading ends at the bottom."""
    words = [word for line in heading for word in line]
    x0, _, x1, bottom = around(words)
    size = words[0].size
    for back, word in enumerate(reversed(words)):
        low = bottom - back * PITCH * size
        yield word._replace(x0=x0, x1=x1, top=low - size, bottom=low, direction=0)
