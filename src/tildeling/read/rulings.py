"""Ruled lines from what is drawn: pure geometry, for both readers.

Table borders are drawn cell by cell, as lines, as the edges of rectangles or as very thin filled
rectangles. Here they become the long lines that a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tildeling.read.page import Ruling
from tildeling.read.view import Box

# A filled rectangle no thicker than this (points) is a line; a thicker one is a background.
THIN = 2.0

# Pieces of one line lie no further apart than this, along it and across it.
TOUCH = 1.0

# Lines shorter than this, once joined, are dots and ticks that rule nothing.
SHORTEST = 3.0

Point = tuple[float, float]


def line(start: Point, end: Point) -> list[Ruling]:
    """The stroke between two points, if it runs across or down the page.

    >>> line((10, 5), (90, 5))
    [Ruling(x0=10, top=5.0, x1=90, bottom=5.0)]
    >>> line((10, 5), (90, 60))
    []
    """
    x0, x1 = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    across, down = x1 - x0, bottom - top
    if min(across, down) > TOUCH:
        return []
    middle_x, middle_y = (x0 + x1) / 2, (top + bottom) / 2
    if across >= down:
        return [Ruling(x0, middle_y, x1, middle_y)]
    return [Ruling(middle_x, top, middle_x, bottom)]


def edges(points: Sequence[Point], closed: bool) -> list[Ruling]:
    """The rulings of a stroked path, given by its corners."""
    ends = [*points[1:], points[0]] if closed else points[1:]
    return [found for start, end in zip(points, ends, strict=False) for found in line(start, end)]


def thin_box(box: Box) -> list[Ruling]:
    """The line that a filled rectangle looks like, if it is thin enough."""
    x0, top, x1, bottom = box
    if min(x1 - x0, bottom - top) > THIN:
        return []
    middle_x, middle_y = (x0 + x1) / 2, (top + bottom) / 2
    if x1 - x0 >= bottom - top:
        return [Ruling(x0, middle_y, x1, middle_y)]
    return [Ruling(middle_x, top, middle_x, bottom)]


def is_rectangle(points: Sequence[Point]) -> bool:
    """True for the corners of an upright rectangle, closed by a repeated first corner or not.

    >>> is_rectangle([(0, 0), (9, 0), (9, 4), (0, 4)])
    True
    >>> is_rectangle([(0, 0), (9, 0), (5, 4)])
    False
    """
    corners = list(points)
    if len(corners) == 5 and _near(corners[0], corners[4]):
        corners.pop()
    if len(corners) != 4:
        return False
    return all(
        min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 0.1
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
    ) and _near(
        (corners[0][0] + corners[2][0], corners[0][1] + corners[2][1]),
        (corners[1][0] + corners[3][0], corners[1][1] + corners[3][1]),
    )


def _near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 0.2 and abs(a[1] - b[1]) < 0.2


def join(pieces: Iterable[Ruling], width: float, height: float) -> tuple[Ruling, ...]:
    """The lines on a page of that size, touching pieces made one; from the top, then the left.

    >>> join([Ruling(10, 5, 40, 5), Ruling(40.5, 5.2, 90, 5.2)], 100, 100)
    (Ruling(x0=10, top=5, x1=90, bottom=5),)
    """
    on_page = [
        piece
        for piece in pieces
        if piece.x1 >= 0 and piece.bottom >= 0 and piece.x0 <= width and piece.top <= height
    ]
    across = [(piece.top, piece.x0, piece.x1) for piece in on_page if piece.is_horizontal]
    down = [(piece.x0, piece.top, piece.bottom) for piece in on_page if not piece.is_horizontal]
    joined = [Ruling(start, at, end, at) for at, start, end in _joined(across)]
    joined += [Ruling(at, start, at, end) for at, start, end in _joined(down)]
    return tuple(sorted(joined, key=lambda found: (found.top, found.x0, found.bottom, found.x1)))


def _joined(pieces: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Lines (where across, start, end) out of pieces given the same way."""
    found: list[tuple[float, float, float]] = []
    row: list[tuple[float, float, float]] = []
    for piece in [*sorted(pieces), (float("inf"), 0.0, 0.0)]:
        if row and piece[0] - row[0][0] > TOUCH:
            found += _joined_row(row)
            row = []
        row.append(piece)
    return found


def _joined_row(row: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    at = row[0][0]
    spans: list[list[float]] = []
    for _, start, end in sorted(row, key=lambda piece: piece[1]):
        if spans and start <= spans[-1][1] + TOUCH:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    return [(at, start, end) for start, end in spans if end - start >= SHORTEST]
