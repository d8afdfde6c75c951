"""Tables that are only ruled across and stand side by side: each is read on its own.

The lines of a page run over both. Where two sets of rulings lie side by side at one height, and no
word stands between them, the lines are cut there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.page.lines import Frame, Line
from tildeling.read.page import Ruling
from tildeling.tabular.drawn import TOUCH
from tildeling.tabular.raw_table import RawTable
from tildeling.tabular.stacks import OUTER_STEP, rulings_of_one_width


@dataclass(frozen=True, slots=True)
class Halves:
    """Lines that stand in two columns, cut in two: what is left, and what is right."""

    whole: Sequence[Line]
    """The lines as they run over both."""
    lines: tuple[Sequence[Line], Sequence[Line]]
    rulings: tuple[Sequence[Ruling], Sequence[Ruling]]


def find_halves(lines: Sequence[Line], across: Sequence[Ruling], size: float) -> list[Halves]:
    """The places of a page where two tables that are ruled across stand side by side."""
    found: list[Halves] = []
    taken: set[int] = set()
    for left, right in _pairs(rulings_of_one_width(across, size), size):
        slack = TOUCH * size
        gap = left[0].x1 + slack, right[0].x0 - slack
        whole = _lines_over(lines, left, right, gap, size)
        if not whole or any(id(line) in taken for line in whole):
            continue
        taken.update(map(id, whole))
        middle = sum(gap) / 2
        sides = [
            [half for line in whole if (half := _part(line, middle, own, is_left=own is left))]
            for own in (left, right)
        ]
        found.append(Halves(whole, (sides[0], sides[1]), (left, right)))
    return found


def _pairs(
    groups: Sequence[Sequence[Ruling]], size: float
) -> Iterator[tuple[Sequence[Ruling], Sequence[Ruling]]]:
    """Sets of rulings side by side, heights that they share between them."""
    for left in groups:
        for right in groups:
            top = max(left[0].top, right[0].top)
            bottom = min(left[-1].top, right[-1].top)
            if right[0].x0 - left[0].x1 > 2 * TOUCH * size and top < bottom:
                yield left, right


def _lines_over(
    lines: Sequence[Line],
    left: Sequence[Ruling],
    right: Sequence[Ruling],
    gap: tuple[float, float],
    size: float,
) -> Sequence[Line]:
    """The lines of both tables, with those over them that stand in two columns as they do.

    None where a word stands in the gap.
    """
    top, bottom = min(left[0].top, right[0].top), max(left[-1].top, right[-1].top)
    inside = [at for at, line in enumerate(lines) if top <= line.middle <= bottom]
    if not inside or not all(_leaves(lines[at], gap) for at in inside):
        return ()
    first = inside[0]
    while first and _stands_over(lines[first - 1], lines[first], gap, size):
        first -= 1
    return lines[first : inside[-1] + 1]


def _stands_over(line: Line, below: Line, gap: tuple[float, float], size: float) -> bool:
    """True for a line close over another, with words on both sides of the gap."""
    is_near = below.middle - line.middle < OUTER_STEP * size
    has_both = line.words[0].x1 <= gap[0] and line.words[-1].x0 >= gap[1]
    return is_near and has_both and _leaves(line, gap)


def _leaves(line: Line, gap: tuple[float, float]) -> bool:
    return not any(word.x0 < gap[1] and word.x1 > gap[0] for word in line.words)


def _part(line: Line, middle: float, own: Sequence[Ruling], *, is_left: bool) -> Line | None:
    """A line's words on one side, in the frame of that side's rulings."""
    words = tuple(word for word in line.words if (word.x0 < middle) == is_left)
    return Line(line.page, words, Frame(own[0].x0, own[0].x1)) if words else None


@dataclass(frozen=True, slots=True)
class Captioned:
    """Tables drawn side by side, under one line that holds a caption of each."""

    line: Line
    tables: Sequence[tuple[Line, RawTable]]
    """The tables from the left, each with its part of the line."""


def find_captioned(
    tables: Sequence[RawTable], lines: Sequence[Line], size: float
) -> list[Captioned]:
    """The rows of tables over which one line says what each of them is."""
    found: list[Captioned] = []
    for row in _side_by_side(tables):
        top = min(table.top for table in row)
        over = [line for line in lines if 0 < top - line.middle < OUTER_STEP * size]
        parts = _captions(over[-1], row) if over else []
        if parts:
            found.append(Captioned(over[-1], list(zip(parts, row, strict=True))))
    return found


def _side_by_side(tables: Sequence[RawTable]) -> list[list[RawTable]]:
    """Tables of one height with nothing of each other over or under them, from the left."""
    rows: list[list[RawTable]] = []
    for table in sorted(tables, key=lambda table: table.edges[0]):
        for row in rows:
            last = row[-1]
            if (
                last.edges[-1] < table.edges[0]
                and last.top < table.bottom
                and table.top < last.bottom
            ):
                row.append(table)
                break
        else:
            rows.append([table])
    return [row for row in rows if len(row) > 1]


def _captions(line: Line, tables: Sequence[RawTable]) -> list[Line]:
    """A line cut where the tables under it part; empty where it is no caption of each."""
    parts: list[Line] = []
    for table in tables:
        left, right = table.edges[0], table.edges[-1]
        words = tuple(word for word in line.words if left <= (word.x0 + word.x1) / 2 <= right)
        if not words or words[-1].x1 > right + line.size:
            return []
        parts.append(Line(line.page, words, Frame(left, right)))
    return parts if sum(len(part.words) for part in parts) == len(line.words) else []
