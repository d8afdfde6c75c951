"""How deep a table's heading is, and into how many rows it falls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.page.lines import Line
from tildeling.tabular.column_words import names_side
from tildeling.tabular.pieces import Piece

MOST_LINES = 9
"""A heading over three levels whose cells wrap has at most so many lines."""
APART = 1.6
"""Lines of one heading row stand no further apart than this many font sizes."""

_IN_BRACKETS = re.compile(r"\([^()]*\)")


def heading_lines(lines: Sequence[Line], cut: Sequence[Sequence[Piece]]) -> int:
    """How many of a table's lines, from the first, head its columns.

    They are those over the first value or key; without any, those in bold over lines that are not.
    """
    first = next((at for at, pieces in enumerate(cut) if _holds_value(pieces)), None)
    bold = next((at for at, line in enumerate(lines) if not line.bold), 0)
    if first is None or first > MOST_LINES:
        return bold
    if bold and bold < first and any(len(pieces) > 1 for pieces in cut[:bold]):
        return bold  # lines of the first row's name stand over its values
    while first > 1 and _begins_body(lines, cut, first):
        first -= 1
    return first


def _holds_value(pieces: Sequence[Piece]) -> bool:
    return any(piece.type in ("key", "short", "amount", "date") for piece in pieces)


def _begins_body(lines: Sequence[Line], cut: Sequence[Sequence[Piece]], at: int) -> bool:
    """True where the line over the first value is none of the heading: a name's first line, or a
    subheading.

    It stands alone in its line, to the left of the values, under a line that heads several columns.
    """
    over = cut[at - 1]
    if len(over) > 1 or not any(len(pieces) > 1 for pieces in cut[: at - 1]):
        return False
    if names_side(over[0].line.text) or _is_year_over_dates(over[0], cut[at]):
        return True
    values = [piece.column for piece in cut[at] if piece.type not in ("words", "key")]
    if over[0].last >= min(values, default=over[0].last + 1):
        return False
    mate = next((p for pieces in cut[: at - 1] for p in pieces if p.column == over[0].column), None)
    step = lines[at - 1].middle - lines[at - 2].middle
    goes_on = mate is not None and over[0].line.text[0].islower()
    return not goes_on and (step > 1.3 * lines[at - 1].size or not lines[at - 1].bold)


def _is_year_over_dates(over: Piece, row: Sequence[Piece]) -> bool:
    """True for "2026" alone in a calendar's first column, over the dates of that year."""
    return over.type == "year" and row[0].type == "date" and row[0].column == over.column


def heading_starts(
    lines: Sequence[Line], cut: Sequence[Sequence[Piece]], ruled: Sequence[bool]
) -> list[int]:
    """The positions of the lines that begin the heading's rows.

    Lines that stand close are one row, whose cells wrap; a cell over several columns has a row of
    its own, and so has a note in brackets.
    """
    starts = [0] if lines else []
    for at in range(1, len(lines)):
        above, here = cut[at - 1], cut[at]
        step = lines[at].middle - lines[at - 1].middle
        if step < 0.8 * lines[at].size:
            continue
        if (
            ruled[at - 1]
            or step > APART * lines[at].size
            or any(piece.columns > 1 for piece in (*above, *here))
            or _IN_BRACKETS.fullmatch(lines[at - 1].text)
        ):
            starts.append(at)
    return starts
