"""Headings in the margin: set in a column of their own, beside the text that they stand over.

Their type sets them apart: bold, italics or another size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tildeling.forms import field_of_label, is_label
from tildeling.page.lines import SEGMENT_GAP, Frame, Line
from tildeling.page.sides import (
    Flow,
    edges_of,
    framed,
    most_at_one,
    parted,
    ruled_between,
    rulings_across,
    side_of,
    starts_within,
)
from tildeling.read.page import Page, Word

# The headings' column is so large a share of the page's text; half and half are two columns.
LEAST_MARGIN, MOST_MARGIN = 0.12, 0.42
# So many lines beside headings begin at one place.
LEAST_STARTS = 2
# Lines beside the headings of a page; fewer are a row of something.
LEAST_TEXT = 3
# A line of running text is so large a share of its column's width, but for a paragraph's last.
FULL = 0.7
# A line of running text has so many words; the value of a label mostly fewer.
LEAST_WORDS = 6
# Type larger or smaller by more than this many points is another heading's.
OTHER_SIZE = 0.6
# Points within which text begins at one place on two pages.
SAME = 2.0
# A heading stands this much further from the one above it than its own lines do.
APART = 1.25
# Lines of a heading stand no further apart than so many font sizes.
LOOSEST = 1.45
# A heading's text begins no more than so many font sizes over the heading's middle.
BESIDE = 0.7
# A gap of so many font sizes in the text beside most headings: a table of three columns.
GAP = 1.5


@dataclass
class _Headed:
    """A heading's lines and those of the text beside it."""

    start: int
    """The position of its first line."""
    heading: list[Line]
    text: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The heading's words."""
        return " ".join(line.text for line in self.heading)


def flows_beside_headings(
    page: Page, lines: Sequence[Line], size: float, carried: float | None
) -> tuple[list[Flow], float | None]:
    """The lines in the order in which they are read, and where text beside headings begins.

    `carried` is where it began on the page before: it may go on without a heading. Without such
    text all lines are one flow.
    """
    at = _margin_of(lines) or carried
    if at is None:
        return [lines], None
    flows: list[Flow] = []
    plain: list[Line] = []
    start = 0
    if carried is not None and abs(at - carried) < SAME:
        while start < len(lines) and side_of(lines[start], at, size) == "right":
            start += 1
        if start:
            flows.append(_text(lines[:start], at))
    while start < len(lines):
        if not _is_set_apart(lines[start].words[0], size):
            plain.append(lines[start])
            start += 1
            continue
        headed, end = _headed_from(lines, start, at, size)
        if not _are_headings(page, headed, at, size):
            plain.extend(lines[start:end])
            start = end
            continue
        plain.extend(lines[start : headed[0].start])
        right = max(line.x1 for each in headed if each.text for line in each.heading)
        for each in headed:
            if not each.text:
                plain.extend(each.heading)
                continue
            if plain:
                flows.append(plain)
                plain = []
            flows += [_heading(each.heading, right), _text(each.text, at)]
        start = end
    if plain or not flows:
        flows.append(plain)
    return flows, at if len(flows) > 1 or flows[0] is not plain else None


def _heading(lines: Sequence[Line], right: float) -> Flow:
    frame = Frame(min(line.x0 for line in lines), right, is_heading=True)
    return [framed(line, frame) for line in lines]


def _text(lines: Sequence[Line], at: float) -> Flow:
    frame = Frame(at, max(line.x1 for line in lines))
    return [framed(line, frame) for line in lines]


def _margin_of(lines: Sequence[Line]) -> float | None:
    """Where text begins that has headings set apart beside it; None where there is none."""
    if not any(map(_may_be_headed, lines)):  # as on most pages
        return None
    left, right = edges_of(lines)
    low, high = (left + share * (right - left) for share in (LEAST_MARGIN, MOST_MARGIN))
    beside = [line for line in lines if _may_be_headed(line) and line.x0 <= low]
    starts = [x for line in beside for x in starts_within(line, low, high)]
    starts += [line.x0 for line in lines if line.x0 > low]
    at = most_at_one(starts, LEAST_STARTS)
    return at if at is not None and at < high else None


def _may_be_headed(line: Line) -> bool:
    """True for a line with a wide gap whose first words are set apart from the others."""
    if line.widest_gap <= SEGMENT_GAP * line.smallest:
        return False
    first = line.words[0]
    return (
        (first.bold and not line.bold)
        or (first.italic and not line.italic)
        or abs(first.size - line.size) > OTHER_SIZE
    )


def _is_set_apart(line: Line | Word, size: float) -> bool:
    """True for words in bold, italics or type of another size than running text."""
    return line.bold or line.italic or abs(line.size - size) > OTHER_SIZE


def _looks_alike(one: Line, other: Line) -> bool:
    return (
        one.bold == other.bold
        and one.italic == other.italic
        and abs(one.size - other.size) <= OTHER_SIZE
    )


def _headed_from(
    lines: Sequence[Line], start: int, at: float, size: float
) -> tuple[list[_Headed], int]:
    """The headings one under the other from a line on, and where the first line after them is.

    There are none where the line is no heading's; those without text at either end are left out.
    """
    headed: list[_Headed] = []
    end = start
    while end < len(lines):
        left, right = parted(lines[end], at, size)
        if (left is None and (right is None or not headed)) or (
            left and not _is_set_apart(left, size)
        ):
            break
        if left is not None:
            if not headed or _begins_heading(headed[-1], left, has_text=right is not None):
                headed.append(_Headed(end, [], _text_above(headed, left)))
            headed[-1].heading.append(left)
        if right is not None:
            headed[-1].text.append(right)
        end += 1
    while headed and not headed[-1].text:
        end = headed.pop().start
    while headed and not headed[0].text:
        del headed[0]
    return headed, max(end, start + 1)


def _begins_heading(above: _Headed, line: Line, *, has_text: bool) -> bool:
    """True for a line that stands apart from the heading above it, or under one without text."""
    last = above.heading[-1]
    steps = [under.middle - over.middle for over, under in pairwise(above.heading)]
    usual = min([*steps, LOOSEST * last.size])
    apart = line.middle - last.middle > APART * usual or abs(line.size - last.size) > OTHER_SIZE
    return apart or (has_text and not above.text)


def _text_above(headed: Sequence[_Headed], line: Line) -> list[Line]:
    """The text's first line, where it stands a little above its heading's."""
    over = headed[-1].text if headed else []
    high = len(over) > 1 and line.middle - over[-1].middle < BESIDE * line.size
    return [over.pop()] if high else []


def _is_labelled(headed: _Headed) -> bool:
    """True for a label, or for a title's over it: "Oppdrag" and "Bakgrunn" stand near."""
    words = (headed.words, *(line.text for line in headed.heading))
    return is_label(headed.words) or any(map(field_of_label, words))


def _are_headings(page: Page, headed: Sequence[_Headed], at: float, size: float) -> bool:
    """True where running text stands beside words set apart: no table, and no values of labels."""
    texts = [each.text for each in headed if each.text]
    lines = [line for text in texts for line in text]
    if len(lines) < LEAST_TEXT or _looks_alike(headed[0].heading[0], headed[0].text[0]):
        return False
    width = max(line.x1 for line in lines) - at
    runs = [
        any(line.x1 - at > FULL * width and len(line.words) >= LEAST_WORDS for line in text)
        for text in texts
    ]
    labels = sum(_is_labelled(each) for each in headed)
    cells = sum(text[0].widest_gap > GAP * size for text in texts)
    return (
        2 * sum(runs) > len(texts)
        and 3 * labels < 2 * len(headed)
        and 2 * cells < len(texts)
        and not ruled_between(rulings_across(page, at, size), headed[0].heading[0], lines[-1])
    )
