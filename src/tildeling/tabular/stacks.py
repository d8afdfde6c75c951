"""Tables that are only ruled across: rulings of one width, one under the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from operator import attrgetter
from statistics import median_low

from tildeling.page.lines import Line
from tildeling.page.sides import LONG
from tildeling.read.page import Ruling
from tildeling.tabular.cell_types import cell_type
from tildeling.tabular.column_words import is_caption_with_unit
from tildeling.tabular.drawn import Lattice
from tildeling.tabular.strips import FLUSH, NARROW, WIDE, pieces

# Font sizes within which the rulings of one table begin, and end.
SAME_END = 0.6
# Words of a table reach no further beside its rulings than so many font sizes.
BESIDE = 1.0
# A line of running text fills more than this share of the width.
PROSE = 0.7
# So many such lines in a row, none of them parted, are no row of a table.
PROSE_LINES = 2
# Rows outside of the rulings stand so many font sizes from them, and from each other, at most.
OUTER_STEP = 1.9
# A heading has at most so many rows.
BOXED_ROWS = 3
# A box of rows has at least so many.
ROWS_IN_BOX = 3
# So large a share of its rows falls into columns.
PARTED = 0.6
# A line of so many cells in bold, none of them a value, heads a table.
HEADINGS = 3
# Points by which the text around a table is larger than its type, where it is.
LARGER = 0.6
# Fewer lines than this in a row fall into no columns: words of a first cell that wrap.
MOST_BETWEEN = 3
# A heading over three levels stands no higher than so many lines.
HEADING_LINES = 4
# Where rows are high, they stand this share of a row's height apart at most.
ROW_STEP = 1.1
# Font sizes; a heading further away is none.
MOST_STEP = 3.5
# A line stands no more font sizes than this under the one that it goes on from.
WRAP_STEP = 1.6
# So many lines at most stand over the first ruling, or under the last: a long remark's.
MOST_OUTER = 40

_MIDDLE = attrgetter("middle")


@dataclass
class Stack:
    """The rulings of one table, and its lines."""

    rulings: list[Ruling]
    bands: list[list[Line]]
    """The lines between each two."""
    outer: tuple[Sequence[Line], Sequence[Line]] = ((), ())
    """Those over the first and under the last."""
    head: Sequence[Line] = ()
    """The row right over the first, where one stands there."""
    has_top: bool = False
    """True where the first one stands for where the table begins: nothing over it belongs to it."""

    @property
    def row_height(self) -> float:
        """Half of its rows are no higher."""
        heights = [under.top - over.top for over, under in pairwise(self.rulings)]
        return median_low(heights) if heights else 0.0

    @property
    def lines(self) -> list[Line]:
        """All its lines, from the top."""
        return [*self.outer[0], *(line for band in self.bands for line in band), *self.outer[1]]

    @property
    def heights(self) -> list[float]:
        """Where its rulings lie."""
        return [ruling.top for ruling in self.rulings]


def find_stacks(lines: Sequence[Line], across: Sequence[Ruling], size: float) -> list[Stack]:
    """The tables among a page's lines that rulings across part, from top to bottom."""
    stacks: list[Stack] = []
    for group in rulings_of_one_width(across, size):
        chain: Stack | None = None
        for over, under in pairwise(group):
            band = _between(lines, over.top, under.top)
            under_head = chain is not None and len(chain.bands) == 1
            if not _is_rows(band, over, size, under_head=under_head):
                chain = None
                continue
            if not band and chain is None:
                continue  # Double rules, and the edges of boxes, begin no table.
            text = _text_over(band, over, size) if chain is None else 0
            if text and text == len(band):
                continue
            head = chain.head if chain else _head_over(lines, over, size)
            heading = text or heads_another([*head, *(chain.lines if chain else ())], band)
            if heading:
                edge = _edge_over(band[heading], over)
                chain, band = Stack([edge], [], has_top=True), band[heading:]
                stacks.append(chain)
            elif chain is None or heading == 0:
                chain = Stack([over], [], head=head)
                stacks.append(chain)
            chain.rulings.append(under)
            chain.bands.append(band)
    for stack in stacks:
        _drop_caption(stack, size)
    tables = [stack for stack in stacks if _is_table(stack)]
    found = [stack for stack in tables if not any(_is_heading_of(stack, o, size) for o in tables)]
    taken = {id(line) for stack in found for line in stack.lines}
    for stack in found:
        _take_outer(stack, lines, taken, size)
    return sorted(found, key=lambda stack: stack.lines[0].middle)


def rulings_of_one_width(across: Sequence[Ruling], size: float) -> list[list[Ruling]]:
    """The rulings that begin and end alike, from the top."""
    groups: list[list[Ruling]] = []
    for ruling in sorted(across, key=lambda ruling: ruling.top):
        if ruling.x1 - ruling.x0 < LONG * size:
            continue
        mates = (group for group in groups if _ends_alike(group[0], ruling, size))
        group = next(mates, None)
        if group is None:
            groups.append([ruling])
        else:
            group.append(ruling)
    return [group for group in groups if len(group) > 1]


def _ends_alike(one: Ruling, other: Ruling, size: float) -> bool:
    return max(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) < SAME_END * size


def _between(lines: Sequence[Line], top: float, bottom: float) -> list[Line]:
    """The lines whose middle lies between two heights."""
    first = bisect_left(lines, top, key=_MIDDLE)
    return list(lines[first : bisect_left(lines, bottom, key=_MIDDLE)])


def _edge_over(line: Line, ruling: Ruling) -> Ruling:
    """Where a table begins that has no ruling over its heading, as wide as the one of the table
    before.
    """
    return Ruling(ruling.x0, line.top, ruling.x1, line.top)


def _head_over(lines: Sequence[Line], ruling: Ruling, size: float) -> list[Line]:
    """The row right over a table's first ruling: its heading, where that has no line over it."""
    near = _between(lines, ruling.top - OUTER_STEP * size, ruling.top)
    return [
        line
        for line in near[-1:]
        if len(pieces(line, NARROW)) > 1 and not is_caption_with_unit(line.text)
    ]


def _is_rows(band: Sequence[Line], ruling: Ruling, size: float, *, under_head: bool) -> bool:
    """True for what may stand between two rulings of a table: rows, and no running text.

    `under_head` says that one row stands over them, which may be a repeated heading: there the rest
    of a row stands that the page before cut.
    """
    if not band:
        return True
    if min(line.x0 for line in band) < ruling.x0 - BESIDE * size:
        return False
    if max(line.x1 for line in band) > ruling.x1 + BESIDE * size:
        return False
    width = ruling.x1 - ruling.x0
    prose = 0
    is_rest = under_head and band[0].text[0].islower()
    parted = is_rest or len(band) == 1
    for line in band:
        whole = len(pieces(line, NARROW)) == 1
        parted = parted or not whole
        prose = prose + 1 if whole and line.x1 - line.x0 > PROSE * width else 0
        if prose >= PROSE_LINES:
            return False
    return parted


def _text_over(band: Sequence[Line], ruling: Ruling, size: float) -> int:
    """How many lines right under a ruling are running text over a table: it underlines a heading.

    One that fills the width tells, before any that falls into columns; those after it go on from it
    or lead into the table.
    """
    flowing = list(takewhile(lambda line: len(pieces(line, NARROW)) == 1, band))
    wide = PROSE * (ruling.x1 - ruling.x0)
    filled = [at for at, line in enumerate(flowing) if line.x1 - line.x0 > wide]
    if not filled:
        return 0
    at = filled[-1] + 1
    while at < len(flowing) and abs(flowing[at].x0 - ruling.x0) < SAME_END * size:
        at += 1
    return at


def _is_table(stack: Stack) -> bool:
    """True where lines of several columns stand between the rulings."""
    return any(len(pieces(line)) > 1 for line in stack.lines)


def _drop_caption(stack: Stack, size: float) -> None:
    """Lets go of words under the last row: what leads into the next table, or a note.

    Words that go on from the row above stand nearer to it.
    """
    left = min((line.x0 for band in stack.bands for line in band), default=0.0)
    while stack.bands and all(
        len(pieces(line, NARROW)) == 1 and line.x0 < left + BESIDE * size
        for line in stack.bands[-1]
    ):
        stack.bands.pop()
        stack.rulings.pop()
    band = stack.bands[-1] if stack.bands else []
    while (
        len(band) > 1
        and len(pieces(band[-1], NARROW)) == 1
        and band[-1].x0 < left + BESIDE * size
        and band[-1].middle - band[-2].middle > WRAP_STEP * band[-1].size
    ):
        band.pop()


def heads_another(lines: Sequence[Line], band: Sequence[Line]) -> int | None:
    """Where the heading of another table begins in some lines that follow those of one; or None.

    It is in bold and has no value, after lines that have some, or it is the first heading again, or
    it follows on a heading or other words of the text, whose type is larger than the table's.
    """
    rows = [at for at, line in enumerate(band) if len(pieces(line, NARROW)) > 1]
    if not rows:
        return None
    size = median_low(line.size for line in lines or band) + LARGER
    texts = [
        at
        for at, line in enumerate(band[: rows[-1]])
        if line.size > size and not ends_in_value(line)
    ]
    again = next((at for at in rows if lines and band[at].text == lines[0].text), None)
    if texts or again is not None:
        valued = any(map(_has_value, (*lines, *band[: rows[-1]])))
        return (texts[-1] + 1 if texts else again) if valued else None
    head = band[rows[0]]
    is_head = head.bold and len(pieces(head, NARROW)) >= HEADINGS and not _has_value(head)
    return rows[0] if is_head and any(map(_has_value, lines)) else None


def ends_in_value(line: Line) -> bool:
    """True for a row whose last cell is a value."""
    cut = pieces(line, NARROW)
    return len(cut) > 1 and cell_type(" ".join(word.text for word in cut[-1])) not in (
        "words",
        "year",
    )


def _has_value(line: Line) -> bool:
    """True for a line with a number, key or date in it that stands apart."""
    return any(
        cell_type(" ".join(word.text for word in piece)) not in ("words", "year")
        for piece in pieces(line, NARROW)
    )


def _is_heading_of(stack: Stack, other: Stack, size: float) -> bool:
    """True for rulings under some of the cells of another table's heading."""
    inner, outer = stack.rulings[0], other.rulings[0]
    if stack is other or inner.x1 - inner.x0 >= outer.x1 - outer.x0 - LONG * size / 2:
        return False
    inside = outer.x0 - BESIDE * size <= inner.x0 and inner.x1 <= outer.x1 + BESIDE * size
    apart = outer.top - stack.rulings[-1].top
    return inside and 0 <= apart < HEADING_LINES * OUTER_STEP * size


def _take_outer(stack: Stack, lines: Sequence[Line], taken: set[int], size: float) -> None:
    """Takes in the rows over the first ruling and under the last, where no outer ones are drawn.

    `taken` are the lines of all tables, which grow by them.
    """
    first = next(at for at, line in enumerate(lines) if line is stack.lines[0])
    last = next(at for at, line in enumerate(lines) if line is stack.lines[-1])
    gaps = [gap for line in stack.lines for gap in _gaps(line, NARROW)]
    free = list(takewhile(lambda line: id(line) not in taken, lines[:first][::-1]))
    step = max(OUTER_STEP * size, min(ROW_STEP * stack.row_height, MOST_STEP * size))
    over = [] if stack.has_top else _outer(free, stack.rulings[0].top, gaps, step)
    free = list(takewhile(lambda line: id(line) not in taken, lines[last + 1 :]))
    under = _outer(free, stack.rulings[-1].top, gaps, step, inner=stack.lines)
    next_head = heads_another([*stack.head, *stack.lines], under)
    if next_head is not None:
        under = _rows_before(under[:next_head])
    elif len(under) == len(free) < len(lines) - last - 1:  # the caption of the next table
        under = []
    if next_head is None:
        under = [*under, *_cut_by_page(free[len(under) :], under)]
    stack.outer = over[::-1], under
    taken.update(map(id, (*over, *under)))


def _cut_by_page(free: Sequence[Line], under: Sequence[Line]) -> Sequence[Line]:
    """The last lines of a page where they go on in the first cell of the row above them."""
    row = next((line for line in reversed(under) if _gaps(line, NARROW)), None)
    if row is None or not free:
        return ()
    edge = _gaps(row, NARROW)[0][1]
    near = all(
        below.middle - above.middle < WRAP_STEP * below.size
        and abs(below.x0 - row.x0) < FLUSH * below.size
        and below.x1 < edge
        for above, below in pairwise([under[-1], *free])
    )
    return free if near else ()


def _rows_before(lines: Sequence[Line]) -> list[Line]:
    """The lines without those after the last that falls into columns."""
    rows = [at for at, line in enumerate(lines, 1) if len(pieces(line, NARROW)) > 1]
    return list(lines[: rows[-1]]) if rows else []


def _outer(
    lines: Sequence[Line],
    height: float,
    gaps: Sequence[tuple[float, float]],
    step: float,
    *,
    inner: Sequence[Line] = (),
) -> list[Line]:
    """The lines next to an outer ruling, going away from it, that are rows of the table.

    Given its lines, one that begins where an inner column does is a cell's.
    """
    starts = [x for line in inner for x in _inner_starts(line)]
    rows = 0
    for at, line in enumerate(lines[:MOST_OUTER], 1):
        if abs(line.middle - height) > step or at - rows > MOST_BETWEEN:
            break
        if is_caption_with_unit(line.text):
            break
        height = line.middle
        own = _gaps(line)
        alike = sum(any(a < d and c < b for c, d in gaps) for a, b in own)
        parted = own and 2 * alike > len(own)
        begins = not own and any(abs(line.x0 - x) < FLUSH * line.size for x in starts)
        if parted or begins:
            rows = at
            starts.extend(_inner_starts(line) if inner else ())
    return list(lines[:rows])


def _inner_starts(line: Line) -> list[float]:
    """Where the cells of a row begin, but for the first; words after a number begin one too."""
    after_number = [
        right.x0
        for left, right in pairwise(line.words)
        if left.text[-1].isdigit() and not right.text[0].isdigit()
    ]
    return [*(cut[0].x0 for cut in pieces(line, NARROW)[1:]), *after_number]


def _gaps(line: Line, least: float = WIDE) -> list[tuple[float, float]]:
    return [(left[-1].x1, right[0].x0) for left, right in pairwise(pieces(line, least))]


def with_rows_ruled_across(
    lattice: Lattice, lines: Sequence[Line], across: Sequence[Ruling], size: float
) -> Lattice:
    """The lattice of a boxed heading, with the rows under it that are only ruled across.

    A small boxed table may have another as wide under it, with a caption or heading of its own.
    """
    if lattice.row_count > BOXED_ROWS or lattice.column_count == 1:
        return lattice
    width = Ruling(lattice.columns[0], lattice.bottom, lattice.columns[-1], lattice.bottom)
    added: list[Ruling] = []
    bottom = lattice.bottom
    for ruling in sorted(across, key=lambda ruling: ruling.top):
        if ruling.top <= bottom + lattice.touch or not _ends_alike(ruling, width, size):
            continue
        band = _between(lines, bottom, ruling.top)
        crossed = any(
            piece[-1].x1 > x + lattice.touch and piece[0].x0 < x - lattice.touch
            for line in band
            for piece in pieces(line, NARROW)
            for x in lattice.columns[1:-1]
        )
        if not band or crossed or not _is_rows(band, width, size, under_head=False):
            break
        if heads_another(_between(lines, lattice.top, bottom), band) is not None:
            break
        added.append(ruling)
        bottom = ruling.top
    if not added:
        return lattice
    rows = (*lattice.rows, *(ruling.top for ruling in added))
    return replace(lattice, rows=rows, across=(*lattice.across, *added))


def is_box_of_rows(lattice: Lattice, lines: Sequence[Line]) -> bool:
    """True for a box whose lines across part rows of several columns, not running text."""
    if lattice.row_count < ROWS_IN_BOX:
        return False
    filled = [band for top, low in pairwise(lattice.rows) if (band := _between(lines, top, low))]
    parted = [band for band in filled if any(len(pieces(line)) > 1 for line in band)]
    return len(parted) > 1 and len(parted) >= PARTED * len(filled)
