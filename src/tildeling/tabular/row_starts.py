"""Where the rows of a table begin: of all ways to part its lines, the one that costs least.

A line may begin a row or go on in the cells of the one above. Each way to part the lines has its
costs, in points: a row with two amounts in one column, a row without a name, a break where the
words read on, a join where the cell above had room for the next word. The least sum is found by
going through the lines once (dynamic programming), so that no decision is taken before all that
follows from it is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tildeling.forms import UNFINISHED, is_label
from tildeling.page.lines import Line
from tildeling.page.markers import split_marker
from tildeling.table import ColumnType
from tildeling.tabular.cell_types import is_cut_date
from tildeling.tabular.column_words import begins_sum, names_side
from tildeling.tabular.pieces import Piece
from tildeling.tabular.row_space import OVERLAP

# A step of more than this many line distances of the table parts its rows.
ROW_SPACE = 1.06
# From one line to the next so many steps tell for sure whether rows stand apart.
ENOUGH_STEPS = 4
# A row has at most so many lines.
LONGEST = 80
# A row whose joins cost more than this is not tried longer.
TOO_DEAR = 20.0

# What a way to part lines into rows costs. The least sum wins, so only their order of size
# matters: what no typesetter does costs most, what now and then is right costs least.
#
# A second key or sum in one cell is nearly always the next row's.
TWO_VALUES = 4.0
# Two days in one field are common ("1. juni og 3. oktober").
TWO_DATES = 1.0
# Sums beside no words at all are the end of a row whose name is above or below.
NO_NAME = 2.5
# A chapter over its posts stands alone in its row.
KEY_ALONE = 0.5
# A sum may stand on the last line of a name that wraps, hardly ever on a line over it.
LATE_NAME = 0.8
LATE_KEY = 1.0
# Words without key or sum are mostly the rest of the row above.
NO_ANCHOR = 1.5
# A remark belongs to a sum; without one it goes on.
COMMENT_ALONE = 3.0
# "Utgifter:", in bold or from edge to edge, is a row without figures.
SUBHEADING = 0.6
# Lines that overlap are one line, drawn a little apart; more than all else against it.
IN_ONE = 8.0
# A small letter or a year ("september 2026") begins no row.
READS_ON = 2.5
# "Møre og" asks for what is under it.
UNENDED = 1.0
# A line that had no room for the next word was broken there, not ended.
NO_ROOM = 0.6
# Only as sure as the table's own steps show that rows stand further apart (`space`).
TIGHT = 1.2
FAR = 2.5
# "Sum", "Kap. 751 ..." between dotted lines and their like begin rows: else a post would have
# the chapter before.
LABEL = 4.0
# Bold over plain is a title over its text as often as two rows.
OTHER_TYPE = 1.5
# The word under it would have fitted: whoever set it meant a new line.
HAD_ROOM = 1.5
# Weighs little: names within a name have capitals too.
CAPITAL = 0.4
OTHER_KEY = 3.0
# Within a cell of text a list's items and paragraphs are new lines of the same row.
NEW_PARAGRAPH = 0.2
# "Innen 6." over "september 2026": parted, it would be a day and the end of a month.
DATE_CUT = 5.0

_READS_ON = re.compile(r"[a-zæøå(–]|(?:19|20)\d\d\b")
_REST_OF_AMOUNT = re.compile(r"\d{3}(?:[ .]\d{3})*\)?")
_FIRST_OF_AMOUNT = re.compile(r"[-+–−(]?\s*\d{1,3}(?:[ .]\d{3})*")
_CUT_NUMBER = re.compile(r"[-+–−(]?\d{1,3}(?: \d{3})* \d{1,2}")
_LAST_DIGITS = re.compile(r"\d{1,2}(?: \d{3})*\)?")
_WANTS_NUMBER = re.compile(r"(?:.*\s)?(?:kap(?:\.|ittel)?|post)|.*[-–./]", re.IGNORECASE)
# Within a name, "kan nyttes under kap. 751 post 21", it is written small.
_CHAPTER_NAMED = re.compile(r"(?:Kap(?:\.|ittel)?|KAP\.?)\s*\d{3,4}\s+[A-ZÆØÅ]")
_POST_NAMED = re.compile(r"post\s*\d", re.IGNORECASE)
_CHAPTER_ALONE = re.compile(r"kap(?:\.|ittel)?\s*\d{1,4},?", re.IGNORECASE)
_POST_ALONE = re.compile(r"post\s*\d{1,2}", re.IGNORECASE)
_ENDS = re.compile(r"[.:!?;]$")


@dataclass
class Rows:
    """A table's lines cut into pieces, and what is known of its columns."""

    lines: Sequence[Line]
    cut: Sequence[Sequence[Piece]]
    types: Sequence[ColumnType | None]
    rooms: dict[int, tuple[float, float]]
    """Left and right edge of the room that text has in each column."""
    ruled: Sequence[bool]
    """For each line but the last, whether a ruling lies under it."""
    wraps: bool
    """Whether amounts are taken to be broken over lines where they may be."""
    near: float = field(init=False)
    """The distance between lines of one cell."""
    space: float = field(init=False)
    """How sure it is, from 0 to 1, that rows stand further apart than the lines in them."""
    values: frozenset[int] = field(init=False)
    keys: frozenset[int] = field(init=False)
    years_head: bool = field(init=False)
    """True where years have lines of their own, over the dates that fall in them."""
    named: bool = field(init=False)
    """True where rows have words or a key beside their values."""

    def __post_init__(self) -> None:
        steps = [below.middle - above.middle for above, below in pairwise(self.lines)]
        self.near = _line_distance(self.lines, steps)
        least = 0.95 * min((line.size for line in self.lines), default=0.0)
        wide = [step for step in steps if step > least]
        apart = sum(step > ROW_SPACE * self.near for step in wide)
        self.space = min(len(wide) / ENOUGH_STEPS, 1.0) if 0 < apart < len(wide) else 0.0
        self.values = frozenset(
            c for c, kind in enumerate(self.types) if kind in ("amount", "date")
        )
        self.keys = frozenset(c for c, kind in enumerate(self.types) if kind == "key")
        self.named = any(p.column not in self.values for pieces in self.cut for p in pieces)
        self.years_head = bool(self.cut) and _is_year(self.cut[0])

    def starts(self) -> tuple[list[int], float]:
        """The positions of lines that begin rows, and what this way costs."""
        count = len(self.lines)
        best = [0.0] + [float("inf")] * count
        came = [0] * (count + 1)
        for end in range(1, count + 1):
            for start, cost in self._rows_ending(end):
                total = best[start] + cost
                if total < best[end]:
                    best[end], came[end] = total, start
        starts = []
        at = count
        while at:
            at = came[at]
            starts.append(at)
        return starts[::-1], best[count]

    def cost_of(self, starts: Sequence[int]) -> float:
        """What it costs that just these lines begin rows."""
        ends = [*starts[1:], len(self.lines)]
        return sum(
            next((cost for at, cost in self._rows_ending(end) if at == start), TOO_DEAR)
            for start, end in zip(starts, ends, strict=True)
        )

    def cost_within(self, starts: Sequence[int]) -> float:
        """What it costs that rows hold several values a column, where rulings tell their starts."""
        ends = [*starts[1:], len(self.lines)]
        rows = (self.cut[start:end] for start, end in zip(starts, ends, strict=True))
        return sum(self._several_in([p for pieces in row for p in pieces]) for row in rows)

    def _rows_ending(self, end: int) -> Iterator[tuple[int, float]]:
        """Each row that may end before a line: where it begins, and what it costs."""
        joins = 0.0
        topmost: dict[int, Piece] = {}
        for start in range(end - 1, max(end - LONGEST, 0) - 1, -1):
            if start < end - 1:
                if self.ruled[start]:
                    return
                joins += self._join(start, topmost)
                if joins > TOO_DEAR:
                    return
            topmost.update((piece.column, piece) for piece in self.cut[start])
            begins = self._break(start) if start else 0.0
            yield start, joins + begins + self._row(start, end)

    # ------------------------------------------------------------------ costs

    def _join(self, at: int, below: dict[int, Piece]) -> float:
        """What it costs that a line goes on in those below it, of one row."""
        step = self.lines[at + 1].middle - self.lines[at].middle
        if step < OVERLAP * self.lines[at].size:
            return 0.0
        cost = FAR * self.space if step > ROW_SPACE * self.near else 0.0
        if self._heads_rows(self.cut[at + 1]):
            cost += LABEL
        keys = {piece.column for piece in self.cut[at] if piece.column in self.keys}
        if keys and not keys & below.keys() and self.keys & below.keys():
            cost += OTHER_KEY  # "1605" over "01" in the next column: each begins a row
        for piece in self.cut[at]:
            under = below.get(piece.column)
            if under is not None and piece.column not in self.values:
                cost += self._goes_on(piece, under)
        return cost

    def _goes_on(self, above: Piece, under: Piece) -> float:
        """What it costs that words go on in those under them."""
        if is_label(under.line.text):
            return LABEL
        if self.types[under.column] != "comment" and (
            begins_sum(under.line.text) or _CHAPTER_NAMED.match(under.line.text)
        ):
            return LABEL
        if _CHAPTER_NAMED.match(above.line.text) and _POST_NAMED.match(under.line.text):
            return LABEL
        cost = OTHER_TYPE if above.line.bold != under.line.bold else 0.0
        if above.column in self.keys and is_valued(under):
            return cost  # what several keys cost is the row's
        if under.line.text[0].islower() or above.line.words[-1].text.casefold() in UNFINISHED:
            return cost  # "Møre og" over "Romsdal": the cell may be narrower than its column
        cost += CAPITAL
        if self._had_room(above, under):
            listed = split_marker(under.line)[0] is not None or _ENDS.search(above.line.text)
            cost += NEW_PARAGRAPH if listed and above.column > 0 else HAD_ROOM
        return cost

    def _heads_rows(self, pieces: Sequence[Piece]) -> bool:
        """True for a line that says no more than what the rows under it are of."""
        if len(pieces) > 1:
            return False
        return names_side(pieces[0].line.text) or (self.years_head and _is_year(pieces))

    def _had_room(self, above: Piece, under: Piece) -> bool:
        """True where the first word under a line would have fitted at its end."""
        left, right = self.rooms[above.column]
        first = under.line.words[0]
        reach = above.line.x1 + above.line.space + (first.x1 - first.x0)
        return reach <= right - 0.1 * above.line.size and right > left

    def _break(self, at: int) -> float:
        """What it costs that a row begins with a line, given the one above it."""
        if self.ruled[at - 1]:
            return 0.0
        above, line = self.cut[at - 1], self.cut[at]
        step = self.lines[at].middle - self.lines[at - 1].middle
        if step < OVERLAP * self.lines[at].size:
            return IN_ONE
        cost = TIGHT * self.space if step <= ROW_SPACE * self.near else 0.0
        words = [piece for piece in line if piece.type in ("words", "year")]
        reads_on = words and len(words) == len(line) and all(map(_reads_on, words))
        if reads_on and not self._heads_rows(line):
            cost += READS_ON
        for piece in line:
            over = next((p for p in above if p.column == piece.column), None)
            if over is None:
                continue
            if len(line) == 1 and self.types[piece.column] == "comment":
                cost += READS_ON if _goes_on_with_list(over.line, piece.line) else 0.0
            if is_cut_date(over.line.text, piece.line.text) and not self._heads_rows(line):
                cost += DATE_CUT
            if piece.type != "words":
                continue
            if over.line.words[-1].text.casefold() in UNFINISHED or over.line.text[-1] in "-,–":
                cost += UNENDED
            if not self._had_room(over, piece):
                cost += NO_ROOM
        return cost

    def _row(self, start: int, end: int) -> float:
        """What a row of some lines costs by what it holds."""
        pieces = [piece for at in range(start, end) for piece in self.cut[at]]
        cost = 0.0
        anchored = False
        has_value = False
        for column in self.values | self.keys:
            here = [piece for piece in pieces if piece.column == column]
            if column in self.values:
                here = [piece for piece in here if is_valued(piece)]
            if here:
                anchored = True
                has_value = has_value or column in self.values
            if len(here) > 1:
                cost += self._several(column, here)
        if not (self.values or self.keys):
            return cost + (0.0 if pieces[0].column == 0 else NO_ANCHOR)
        if not anchored:
            return cost + self._unanchored(pieces)
        if has_value and self.named and all(p.column in self.values for p in pieces):
            cost += NO_NAME
        if end - start > 1 and all(p.column in self.values for p in self.cut[start]):
            cost += LATE_NAME
        if not self.keys.isdisjoint(p.column for p in pieces) and self.keys.isdisjoint(
            p.column for p in self.cut[start]
        ):
            cost += LATE_KEY
        if self.values and all(p.column in self.keys for p in pieces):
            cost += KEY_ALONE
        return cost

    def _several_in(self, pieces: Sequence[Piece]) -> float:
        """What it costs that a row holds several keys or values in its columns."""
        cost = 0.0
        for column in self.values | self.keys:
            here = [piece for piece in pieces if piece.column == column and is_valued(piece)]
            if len(here) > 1:
                cost += self._several(column, here)
        return cost

    def _several(self, column: int, pieces: Sequence[Piece]) -> float:
        """What it costs that several keys or values stand in one cell."""
        texts = [piece.line.text for piece in pieces]
        if self.types[column] == "date":
            pairs = () if self.years_head else pairwise(texts)
            cut = sum(is_cut_date(one, other) for one, other in pairs)
            # A calendar's rows begin with their day: two under each other there are two rows.
            each = TWO_DATES if column or cut else TWO_VALUES
            return each * (len(pieces) - 1 - cut)
        if column in self.keys:
            alone = _CHAPTER_ALONE.fullmatch(texts[0]) and _POST_ALONE.fullmatch(texts[1])
            if alone or _WANTS_NUMBER.fullmatch(texts[0]):
                return 0.0
            return TWO_VALUES * sum(map(is_valued, pieces[1:]))
        if self.wraps and self.may_be_one(column, pieces):
            return 0.0
        return TWO_VALUES * (len(pieces) - 1)

    def may_be_one(self, column: int, pieces: Sequence[Piece]) -> bool:
        """True for "1 872 000" over "000" in a column without room for all of the number."""
        texts = [piece.line.text for piece in pieces]
        if _is_cut_number(texts):
            return True
        if not _FIRST_OF_AMOUNT.fullmatch(texts[0]):
            return False
        if not all(_REST_OF_AMOUNT.fullmatch(text) for text in texts[1:]):
            return False
        left, right = self.rooms[column]
        return all(
            (above.line.x1 - above.line.x0)
            + above.line.space
            + (under.line.words[0].x1 - under.line.words[0].x0)
            > right - left - 0.1 * above.line.size
            for above, under in pairwise(pieces)
        )

    def _unanchored(self, pieces: Sequence[Piece]) -> float:
        """What a row without any key or value costs."""
        if all(self.types[piece.column] == "comment" for piece in pieces):
            return COMMENT_ALONE
        first = pieces[0].line
        if begins_sum(first.text):
            return SUBHEADING
        if len(pieces) == 1 and (first.bold or pieces[0].columns > 1 or pieces[0].column == 0):
            return SUBHEADING
        return NO_ANCHOR


def is_valued(piece: Piece) -> bool:
    """True for a key, number or date, or the dash in its place."""
    return piece.type in ("key", "short", "amount", "date", "empty")


def _is_cut_number(texts: Sequence[str]) -> bool:
    """True for "1 088 61" over "4": the last of three digits had no room."""
    return (
        len(texts) == 2
        and _CUT_NUMBER.fullmatch(texts[0]) is not None
        and _LAST_DIGITS.fullmatch(texts[1]) is not None
        and len(texts[0].split()[-1]) + len(texts[1].split()[0]) == 3
    )


def _is_year(pieces: Sequence[Piece]) -> bool:
    """True for a year alone in its line."""
    return len(pieces) == 1 and pieces[0].type == "year"


def _reads_on(piece: Piece) -> bool:
    return _READS_ON.match(piece.line.text) is not None


def _goes_on_with_list(above: Line, under: Line) -> bool:
    """True for an item of a list under another, or under the words that lead to it: "til:"."""
    if split_marker(under)[0] is None:
        return False
    return split_marker(above)[0] is not None or above.text.endswith(":")


def _line_distance(lines: Sequence[Line], steps: Sequence[float]) -> float:
    """The least distance between two lines of one cell; amounts may stand half way between them."""
    middles = [line.middle for line in lines]
    wider = [below - above for above, below in zip(middles, middles[2:], strict=False)]
    least = 0.95 * min((line.size for line in lines), default=0.0)
    return min((step for step in (*steps, *wider) if step > least), default=0.0)
