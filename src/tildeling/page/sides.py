"""Text beside text: what of a line stands on either side of a strip that no word touches."""

from __future__ import annotations

from typing import Literal

from tildeling.page.lines import Frame, Line

STRIP = 0.8
"""Width in font sizes of the strip: spaces of justified text are mostly narrower, gutters wider."""
TOUCH = 1.0
"""Points by which lines that begin at one place may differ."""

Side = Literal["left", "right", "both"]


def side_of(line: Line, at: float, size: float) -> Side | None:
    """Where a line stands of a strip that ends at a place; None where words lie across it."""
    low, high = at - STRIP * size, at - TOUCH
    if line.x0 >= high:
        return "right"
    if line.x1 <= low:
        return "left"
    return None if any(word.x0 < high and word.x1 > low for word in line.words) else "both"


def parted(line: Line, at: float, size: float) -> tuple[Line | None, Line | None]:
    """What of a line stands left and right of the strip; nothing where words lie across it."""
    side = side_of(line, at, size)
    if side != "both":
        return line if side == "left" else None, line if side == "right" else None
    first = sum(word.x0 < at - TOUCH for word in line.words)
    return Line(line.page, line.words[:first]), Line(line.page, line.words[first:])


def framed(line: Line, frame: Frame) -> Line:
    """The line as one that flows in a frame."""
    return Line(line.page, line.words, frame)
