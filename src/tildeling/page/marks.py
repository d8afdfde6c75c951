"""Marks: what was put on a page after the letter was written, and is no part of it.

Archive numbers and small print up the margin, stamps, watermarks, line numbers, a tick in the
margin. They are told by place, direction, size and, for stamps, by words (`mark_words.py`); a
reader looks past them, and so does every room after this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tildeling.page.lines import SEGMENT_GAP, Line
from tildeling.page.mark_words import CODE, STAMP, STAMP_GOES_ON, STATE, TICK
from tildeling.read.drawing import overlap
from tildeling.read.page import Page, Word

# Share of the page's longer side along its edges, half an inch of A4, where no letter sets text: of
# 369 letters, reports and plans the text of none comes so near; running heads and page numbers of
# seven do.
RIM = 0.043

# Characters in a piece of a line from which the edges of the text are taken.
LONG_SEGMENT = 20

# A column of line numbers has so many.
LEAST_NUMBERS = 5

# Line numbers run down more than this share of a page.
WHOLE = 0.6

# Lines are numbered each, or every so many.
STEPS = (1, 2, 5, 10)

# So many pieces of text as large as the page's, in its rim, are a column of it.
LEAST_COLUMN = 3

# Type smaller than this share of the text's is small print: 6 to 8 points beside 10 to 11.
SMALL_TYPE = 0.8

# Type larger than this share of the text's, printed over other words, is a stamp or watermark.
LARGE_TYPE = 1.3

# A word lies under another if so much of it does; lines set close overlap by a tenth.
COVERED = 0.5

# Ticks and initials on one page, at most.
MOST_TICKS = 2

# On a page with more words in large type, large type is its text.
MOST_LARGE = 60

# Share of the first page's height where letterhead and references stand, and stamps among them.
TOP_OF_FIRST = 0.35

# Share of the other pages' height, at both ends, where stamps stand.
TOP_ZONE = 0.1

# Characters of a stamp's line.
LONGEST_STAMP = 80

# Type that differs from the text's by more than this share of it is of another size.
OWN_SIZE = 0.1

# Lines of one list begin at one place and have one size, but for so much of it.
SAME_PLACE = 0.1

# The next line of a stamp stands no further below than this many font sizes.
STEP = 1.7


@dataclass(frozen=True, slots=True)
class TextArea:
    """Where a document's text stands on its pages, and the size of its type."""

    left: float
    right: float
    size: float


def text_area(pages: Iterable[tuple[Page, Sequence[Line]]], size: float) -> TextArea:
    """The area between the left and right ends of the longer pieces of lines."""
    left, right = float("inf"), 0.0
    for page, lines in pages:
        parts = [
            part
            for line in lines
            if len(line.text) >= LONG_SEGMENT and line.size >= SMALL_TYPE * size
            for part in line.segments
            if len(part.text) >= LONG_SEGMENT
        ]
        if parts:
            rim = RIM * max(page.width, page.height)
            # A number in front may count the lines.
            starts = [part.words[1 if _is_number(part.words[0]) else 0].x0 for part in parts]
            left = min(left, max(min(starts), rim))
            right = max(right, min(max([part.x1 for part in parts]), page.width - rim))
    return TextArea(left, right, size) if left < right else TextArea(0.0, float("inf"), size)


def marks_on(page: Page, lines: Sequence[Line], area: TextArea) -> set[Word]:
    """The words of a page, all of which run from left to right, that are no part of its text."""
    found = set(_line_numbers(page, lines, area))
    found.update(_in_side_rims(page, lines, area))
    found.update(_ticks(page, lines, area))
    found.update(_printed_over(page, lines, area))
    found.update(_stamps(page, lines, area))
    return found


def _line_numbers(page: Page, lines: Sequence[Line], area: TextArea) -> Iterator[Word]:
    """Numbers that count the lines, at every line or every fifth, left or right of all text."""
    for left in (True, False):
        ends = [line.words[0 if left else -1] for line in lines]
        numbers = [word for word in ends if _is_number(word)]
        if len(numbers) < LEAST_NUMBERS:
            continue
        run = _counted(numbers)
        if len(run) < LEAST_NUMBERS:
            continue
        taken = set(run)
        rest = (word for line in lines for word in line.words if word not in taken)
        if left:
            inmost = max(word.x1 for word in run)
            beside = all(word.x0 > inmost for word in rest)
        else:
            inmost = min(word.x0 for word in run)
            beside = all(word.x1 < inmost for word in rest)
        outside = inmost <= area.left if left else inmost >= area.right
        small = all(word.size < SMALL_TYPE * area.size for word in run)
        # A table's first column may hold numbers too, but seldom down a whole page.
        whole = run[-1].bottom - run[0].top > WHOLE * page.height
        if beside and (small or (outside and whole)):
            yield from run


def _is_number(word: Word) -> bool:
    return word.text.isdecimal() and len(word.text) <= 4


def _counted(numbers: Sequence[Word]) -> list[Word]:
    """The longest run of numbers, from above, that grow by the same step, all set alike."""
    runs: list[list[Word]] = []
    for word in numbers:
        run = next((run for run in runs if _counts_on(run, word)), None)
        if run is None:
            runs.append([word])
        else:
            run.append(word)
    return max(runs, key=len, default=[])


def _counts_on(run: Sequence[Word], word: Word) -> bool:
    first, last = run[0], run[-1]
    aligned = min(abs(word.x0 - first.x0), abs(word.x1 - first.x1)) < 0.5 * word.size
    if word.size != first.size or not aligned:
        return False
    step = int(word.text) - int(last.text)
    return step in STEPS and (len(run) == 1 or step == int(run[1].text) - int(first.text))


def _in_side_rims(page: Page, lines: Sequence[Line], area: TextArea) -> Iterator[Word]:
    """What stands wholly in the rim at the left or right, where it is no column of the text."""
    rim = RIM * max(page.width, page.height)
    edge = page.width - rim
    for left in (True, False):
        pieces = []
        for line in lines:
            if line.x0 < rim if left else line.x1 > edge:
                inside = [w for w in line.words if (w.x1 <= rim if left else w.x0 >= edge)]
                if inside and _stands_apart(line, inside):
                    pieces.append(inside)
        # Text set so near the edge comes in several lines, as large as text is.
        large = [words for words in pieces if words[0].size >= SMALL_TYPE * area.size]
        if len(large) < LEAST_COLUMN:
            for words in pieces:
                yield from words


def _stands_apart(line: Line, words: Sequence[Word]) -> bool:
    """True if some words of a line, at one of its ends, have room between them and the others."""
    taken = set(words)
    others = [word for word in line.words if word not in taken]
    if not others:
        return True
    gap = max(others[0].x0 - words[-1].x1, words[0].x0 - others[-1].x1)
    return gap > SEGMENT_GAP * min(word.size for word in words)


def _ticks(page: Page, lines: Sequence[Line], area: TextArea) -> Iterator[Word]:
    """A letter or sign alone beside the text: ticked off, initialled, or come there by chance."""
    found: list[Line] = []
    left, right = area.left - area.size, area.right + 0.5 * area.size
    for line in lines:
        if left <= line.x0 and line.x1 <= right:
            continue
        for part in (line.segments[0], line.segments[-1]):
            if (
                (part.x1 < left or part.x0 > right)
                and TICK.fullmatch(part.text)
                and not _is_boxed(part, page)
            ):
                found.append(part)
    # A column of a table holds initials too ("KLD", "NP"), in every row.
    if len(found) <= MOST_TICKS:
        for part in found:
            yield from part.words


def _is_boxed(part: Line, page: Page) -> bool:
    """True for words with ruled lines on both sides, or on a painted area: a table's, a card's."""
    if any(
        x0 <= part.x0 and part.x1 <= x1 and top < part.middle < bottom
        for x0, top, x1, bottom in page.panels
    ):
        return True
    beside = [r for r in page.rulings if not r.is_horizontal and r.top < part.middle < r.bottom]
    return any(r.x0 <= part.x0 for r in beside) and any(r.x0 >= part.x1 for r in beside)


def _printed_over(page: Page, lines: Sequence[Line], area: TextArea) -> Iterator[Word]:
    """Large words printed over or under others."""
    least = LARGE_TYPE * area.size
    if all(line.largest <= least for line in lines):
        return
    large = [word for word in page.words if word.size > least]
    if len(large) > MOST_LARGE:
        return
    for word in large:
        box = (word.x0, word.top, word.x1, word.bottom)
        beside = [line for line in lines if line.top < word.bottom and line.bottom > word.top]
        others = (w for line in beside for w in line.words if w.size < word.size)
        others = (w for w in others if w.text != word.text)
        if any(overlap((w.x0, w.top, w.x1, w.bottom), box) > COVERED for w in others):
            yield word


def _stamps(page: Page, lines: Sequence[Line], area: TextArea) -> Iterator[Word]:
    """Stamps that say so, alone in their piece of a line, near the top or foot of a page."""
    first = page.number == 1
    top = page.height * (TOP_OF_FIRST if first else TOP_ZONE)
    foot = page.height * (1 - TOP_ZONE)
    for at, line in enumerate(lines):
        if top < line.bottom and line.top < foot:
            continue
        for part in line.segments:
            if len(part.text) > LONGEST_STAMP:
                continue
            own_size = abs(part.size - area.size) > OWN_SIZE * area.size
            placed = first or own_size or abs(part.x0 - area.left) > area.size
            if (placed and (STAMP.fullmatch(part.text) or CODE.fullmatch(part.text))) or (
                own_size
                and STATE.fullmatch(part.text)
                and (first or not _heads_list(part, lines[at + 1 :], area))
            ):
                yield from part.words
                yield from _goes_on(part, lines[at + 1 :])


def _heads_list(part: Line, below: Sequence[Line], area: TextArea) -> bool:
    """True for "Kopi" in small letters, flush with the text, close over a line of its own size.

    The list of a letter's copies may run over to a page of its own.
    """
    if part.text.isupper() or abs(part.x0 - area.left) > part.size or not below:
        return False
    under = below[0]
    return (
        under.middle - part.middle <= STEP * part.size
        and abs(under.x0 - part.x0) < SAME_PLACE * part.size
        and abs(under.size - part.size) < SAME_PLACE * part.size
        and not any(map(str.isdigit, under.text))
    )


def _goes_on(stamp: Line, below: Sequence[Line]) -> Iterator[Word]:
    """The lines under a stamp that belong to it: date, number, initials."""
    above = stamp
    for line in below:
        if line.middle - above.middle > STEP * max(above.size, line.size):
            break
        part = next((p for p in line.segments if _under(above, p)), None)
        if part is None:
            continue
        if (
            part.size > 1.1 * stamp.size
            or len(part.text) > LONGEST_STAMP
            or not STAMP_GOES_ON.fullmatch(part.text)
        ):
            break
        yield from part.words
        above = part


def _under(above: Line, part: Line) -> bool:
    """True if one piece stands under the other: same left or right end, or centre."""
    near = above.size
    return (
        abs(above.x0 - part.x0) < near
        or abs(above.x1 - part.x1) < near
        or abs(above.x0 + above.x1 - part.x0 - part.x1) < 2 * near
    )
