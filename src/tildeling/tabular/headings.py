"""How deep a table's heading is, and into how many rows it falls."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.page.lines import Line
from tildeling.tabular.cell_types import is_cut_date
from tildeling.tabular.column_words import names_side
from tildeling.tabular.pieces import IN_BRACKETS, Piece
from tildeling.tabular.strips import MOST_HEADINGS

# Characters; a line of a heading's cell is no longer.
LONGEST = 45
# A cell that heads one column reaches no further beside its words than so many font sizes.
STICKS_OUT = 0.3
# Its middle is no further from that of the columns it covers than so many font sizes.
CENTRED = 1.5
# Lines of one heading row stand no further apart than this many font sizes.
APART = 1.6


def heading_lines(lines: Sequence[Line], cut: Sequence[Sequence[Piece]]) -> int:
    """How many of a table's lines, from the first, head its columns.

    They are those over the first value or key; without any, those in bold over lines that are not.
    """
    first = _first_valued(cut)
    if first and _ends_date(cut[first - 1], cut[first]):
        first -= 1
    bold = next((at for at, line in enumerate(lines) if not line.bold), 0)
    if first is None or first > MOST_HEADINGS:
        return bold
    if bold and bold < first and any(len(pieces) > 1 for pieces in cut[:bold]):
        return bold  # lines of the first row's name stand over its values
    while first > 1 and _begins_body(lines, cut, first):
        first -= 1
    return first


def _first_valued(cut: Sequence[Sequence[Piece]]) -> int | None:
    """The first line with a key or value in a column of such; None without one.

    A date in the last row of a column of text, after words too long for a heading, is none.
    """
    too_long: set[int] = set()
    for at, pieces in enumerate(cut):
        for piece in pieces:
            if piece.type in ("key", "short", "amount", "date"):
                if piece.column not in too_long:
                    return at
            elif len(piece.line.text) > LONGEST:
                too_long.add(piece.column)
    return None


def _ends_date(above: Sequence[Piece], line: Sequence[Piece]) -> bool:
    """True where the first value is the rest of a date: "desember 2026" under "Innen 18."."""
    return any(
        over.column == piece.column and is_cut_date(over.line.text, piece.line.text)
        for over in above
        for piece in line
    )


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
            or IN_BRACKETS.fullmatch(lines[at - 1].text)
        ):
            starts.append(at)
    return starts


def spread(cut: Sequence[Sequence[Piece]], heads: int) -> None:
    """Lets heading cells cover the columns that they are centred over, in a heading of levels.

    Such a cell does not stand just over one column, and each of those it covers has a heading of
    its own further down.
    """
    extents = _extents(cut[heads:])
    for at in range(heads - 1):
        under = {piece.column for pieces in cut[at + 1 : heads] for piece in pieces}
        for piece in cut[at]:
            taken = {c for p in cut[at] if p is not piece for c in range(p.column, p.last + 1)}
            covered = _covered(piece, extents, under - taken)
            if covered is not None:
                piece.column, last = covered
                piece.columns = last - piece.column + 1


def _extents(cut: Sequence[Sequence[Piece]]) -> dict[int, tuple[float, float]]:
    """How far the words of each column reach."""
    extents: dict[int, tuple[float, float]] = {}
    for pieces in cut:
        for piece in pieces:
            if piece.columns == 1:
                x0, x1 = extents.get(piece.column, (float("inf"), float("-inf")))
                extents[piece.column] = min(x0, piece.line.x0), max(x1, piece.line.x1)
    return extents


def _covered(
    piece: Piece, extents: dict[int, tuple[float, float]], free: set[int]
) -> tuple[int, int] | None:
    """The first and last of the columns that a heading cell is centred over; None for one."""
    size, x0, x1 = piece.line.size, piece.line.x0, piece.line.x1
    own = extents.get(piece.column)
    if own is not None and own[0] - STICKS_OUT * size <= x0 and x1 <= own[1] + STICKS_OUT * size:
        return None
    best: tuple[float, int, int] | None = None
    for first in range(piece.column + 1):
        for last in range(max(first + 1, piece.last), max(extents, default=0) + 1):
            covered = set(range(first, last + 1))
            if not covered <= free or not covered <= extents.keys():
                continue
            left, right = extents[first][0], extents[last][1]
            apart = abs((left + right) - (x0 + x1)) / 2
            inside = left - CENTRED * size <= x0 and x1 <= right + CENTRED * size
            if inside and apart <= CENTRED * size and (best is None or apart < best[0]):
                best = apart, first, last
    return best and best[1:]
