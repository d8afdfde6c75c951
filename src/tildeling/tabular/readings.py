"""Lines to a table: the ways to read them that compete, what speaks for each, and the best of them.

A reading says where columns part, how deep the heading is and where rows begin. What speaks for it
are named terms between 0 and 1; the weighted sum is its score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import exp

from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.table import ColumnType
from tildeling.tabular.arithmetic import agreement
from tildeling.tabular.cell_types import cell_type
from tildeling.tabular.column_types import ReadCell, column_types
from tildeling.tabular.headings import heading_lines, heading_starts, spread
from tildeling.tabular.overflow import mend_pieces
from tildeling.tabular.pieces import Piece, cut
from tildeling.tabular.raw_table import RawCell, RawRow
from tildeling.tabular.row_starts import Rows, is_valued
from tildeling.tabular.strips import (
    FLUSH,
    NARROW,
    WIDE,
    Strip,
    narrow_strips,
    wide_strips,
)
from tildeling.tabular.strips import pieces as cut_at_gaps
from tildeling.tabular.tagged import Tagged, as_tagged

# How much each term counts.
#
# What a file's tags tell wins over what geometry tells only where that is nearly a tie. In 180
# tables of tagged letters the two differed 17 times: by 0.2 and less where the tags were right, by
# 0.8 and more where names and titles of signatures are rows on the page and one cell in the tags.
WEIGHTS: Mapping[str, float] = {
    "whole": 2.0,
    "aligned": 1.0,
    "typed": 2.0,
    "filled": 1.0,
    "parted": 0.5,
    "rows": 1.0,
    "sums": 2.0,
    "tagged": 0.4,
}

# Of fewer rows under its heading a table's rulings do not show that each has its own.
LEAST_BANDS = 3

# The name of the reading that a PDF's tags tell.
TAGGED = "tagged"


@dataclass(frozen=True)
class Reading:
    """One way to read a table's lines."""

    name: str
    strips: tuple[Strip, ...]
    """Where its columns part."""
    cut: Sequence[Sequence[Piece]]
    """The pieces of each line."""
    types: tuple[ColumnType | None, ...]
    starts: tuple[int, ...]
    """Positions of the lines that begin rows."""
    heads: int
    """How many of these rows head the columns."""
    rooms: dict[int, tuple[float, float]]
    cost: float
    """What it costs that rows begin where they do."""
    most: int
    """The most columns that one of the readings has."""

    @cached_property
    def terms(self) -> Mapping[str, float]:
        """What speaks for it; asked where there are others."""
        heads = self.starts[self.heads] if self.heads < len(self.starts) else len(self.cut)
        starts = [start - heads for start in self.starts[self.heads :]]
        terms = _terms(self.cut, self.types, heads, starts, self.cost)
        terms["parted"] = min(len(self.types) / self.most, 1.0)
        return terms | {"tagged": 1.0} if self.name == TAGGED else terms

    @property
    def score(self) -> float:
        """The weighted sum of its terms."""
        return sum(WEIGHTS[name] * value for name, value in self.terms.items())

    @property
    def rows(self) -> list[RawRow]:
        """Its rows of cells."""
        sure = _sure_columns(self.cut)
        return [_row(pieces, self.rooms, sure) for pieces in _by_row(self.cut, self.starts)]


def readings_of(lines: Sequence[Line], ruled: Sequence[bool]) -> list[Reading]:
    """The readings of a table's lines, the best first.

    `ruled` says for each line but the last whether a ruling lies under it.
    """
    sets = _strip_sets(lines)
    most = max(len(parted.strips) for parted in sets) + 1
    found = _best_first([r for parted in sets for r in _readings(parted, most, lines, ruled)])
    tagged = as_tagged(lines)
    if tagged is None or _same_cells(tagged, found[0]):
        return found
    return _best_first([*found, _tagged(tagged, lines, ruled, most)])


def _best_first(readings: list[Reading]) -> list[Reading]:
    """The readings by what speaks for them, which nobody asks of a single one."""
    if len(readings) > 1:
        readings.sort(key=lambda reading: -reading.score)
    return readings


def _tagged(tagged: Tagged, lines: Sequence[Line], ruled: Sequence[bool], most: int) -> Reading:
    """The reading that a PDF's tags tell."""
    columns = len(tagged.strips) + 1
    heads = heading_lines(lines, tagged.cut)
    if tagged.starts[-1] < heads:
        # Where no row would be left under the head, there is none: "Vår ref | Dato" of a letter.
        heads = 0
    types = _types(tagged.cut, heads, columns)
    heads = next(start for start in tagged.starts if start >= heads)
    rooms = _rooms(tagged.cut)
    starts = [start - heads for start in tagged.starts if start >= heads]
    cost = Rows(lines[heads:], tagged.cut[heads:], types, rooms, ruled[heads:], wraps=True).cost_of(
        starts
    )
    return Reading(
        TAGGED,
        tagged.strips,
        tagged.cut,
        types,
        tagged.starts,
        len(tagged.starts) - len(starts),
        rooms,
        cost,
        most,
    )


def _same_cells(one: Tagged, other: Reading) -> bool:
    """True where tags and a reading have the same words in the same cells."""
    return one.starts == other.starts and [
        [piece.line.words for piece in pieces] for pieces in one.cut
    ] == [[piece.line.words for piece in pieces] for pieces in other.cut]


@dataclass(frozen=True, slots=True)
class _Parted:
    """Lines cut at strips where columns may part."""

    name: str
    strips: list[Strip]
    cut: list[list[Piece]]


def _strip_sets(lines: Sequence[Line]) -> list[_Parted]:
    """Where columns may part: at wide gaps, at narrower ones too, and where cells nearly touch."""
    sets: list[_Parted] = []

    def parted_at(name: str, strips: list[Strip]) -> _Parted | None:
        """The lines cut at strips, unless they part in the same places as others."""
        if any(_same(strips, other.strips) for other in sets):
            return None
        sets.append(_Parted(name, strips, [cut(line, strips) for line in lines]))
        return sets[-1]

    wide: list[list[tuple[Word, ...]]] | None = None
    for name, gap in (("wide", WIDE), ("narrow", NARROW)):
        split = [cut_at_gaps(line, gap) for line in lines]
        if split == wide:  # as in most tables: there is no narrow gap
            break
        wide = split
        parted = parted_at(name, wide_strips(split))
        if parted is None:
            continue
        close = [strip for cells in _columns(parted.cut).values() for strip in narrow_strips(cells)]
        if close:
            strips = sorted([*parted.strips, *close], key=lambda strip: strip.low)
            parted_at(f"{name}, close", strips)
    return sets


def _same(strips: Sequence[Strip], others: Sequence[Strip]) -> bool:
    """True where words part alike at both."""
    return len(strips) == len(others) and all(
        one.low < other.high and other.low < one.high
        for one, other in zip(strips, others, strict=True)
    )


def _columns(cut: Sequence[Sequence[Piece]]) -> dict[int, list[Line]]:
    """The words of each column's cells, but for those that cover several."""
    columns: dict[int, list[Line]] = {}
    for pieces in cut:
        for piece in pieces:
            if piece.columns == 1:
                columns.setdefault(piece.column, []).append(piece.line)
    return columns


def _readings(
    parted: _Parted, most: int, lines: Sequence[Line], ruled: Sequence[bool]
) -> Iterator[Reading]:
    """The readings with columns parted at some strips: amounts broken over lines, or not."""
    strips, pieces = parted.strips, parted.cut
    mend_pieces(pieces)
    columns = len(strips) + 1
    heads = heading_lines(lines, pieces)
    pieces[:heads] = [cut(line, strips, heading=True) for line in lines[:heads]]
    spread(pieces, heads)
    types = _types(pieces, heads, columns)
    rooms = _rooms(pieces)
    head = heading_starts(lines[:heads], pieces[:heads], ruled)
    found: list[tuple[int, ...]] = []
    body = Rows(lines[heads:], pieces[heads:], types, rooms, ruled[heads:], wraps=False)
    for rows in (body, replace(body, wraps=True)) if _may_wrap(body) else (body,):
        starts, cost = rows.starts()
        both = (*head, *(heads + at for at in starts))
        if both in found:
            continue
        found.append(both)
        read = Reading(
            parted.name + (", wrapped amounts" if rows.wraps else ""),
            tuple(strips),
            pieces,
            types,
            both,
            len(head),
            rooms,
            cost,
            most,
        )
        yield read
    banded = _banded(read, heads, lines, ruled)
    if banded.starts not in found:
        yield banded


def _banded(read: Reading, heads: int, lines: Sequence[Line], ruled: Sequence[bool]) -> Reading:
    """The same columns read so that all that stands between two rulings is a row.

    Whole cells tell what a column holds: "Senest 15." over "oktober 2019" is a date.
    """
    starts = (0, *(at for at, is_ruled in enumerate(ruled, 1) if is_ruled))
    above = sum(start < max(heads, 1) for start in starts)
    if len(starts) - above < LEAST_BANDS:
        return read
    first = starts[above]
    body = [start - first for start in starts[above:]]
    types = _types(read.cut, first, len(read.types), body)
    if "amount" in types:
        return read  # a chapter and its first post may stand in one band
    rows = Rows(lines[first:], read.cut[first:], types, read.rooms, ruled[first:], wraps=False)
    return replace(
        read,
        name=f"{read.name}, banded",
        types=types,
        starts=starts,
        heads=above,
        cost=rows.cost_within(body),
    )


def _types(
    cut: Sequence[Sequence[Piece]], heads: int, columns: int, starts: Sequence[int] = ()
) -> tuple[ColumnType | None, ...]:
    """The type of each column, under so many lines of headings.

    `starts` are the lines under these that begin rows; without them each is read by itself.
    """
    body: list[list[ReadCell]] = [[] for _ in range(columns)]
    headings: list[list[str]] = [[] for _ in range(columns)]
    for pieces in cut[:heads]:
        for piece in pieces:
            for column in range(piece.column, piece.last + 1):
                headings[column].append(piece.line.text)
    for pieces in _by_row(cut[heads:], starts) if starts else cut[heads:]:
        cells: dict[int, list[Piece]] = {}
        for piece in pieces:
            if piece.columns == 1:
                cells.setdefault(piece.column, []).append(piece)
        for column, cell in cells.items():
            text = " ".join(piece.line.text for piece in cell)
            body[column].append((text, cell[0].type if len(cell) == 1 else cell_type(text)))
    return column_types(body, [" ".join(texts) for texts in headings])


def _rooms(cut: Sequence[Sequence[Piece]]) -> dict[int, tuple[float, float]]:
    """Left and right edge of the room that text has in each column.

    Room ends where the next column's text begins, if that is set flush left; if it is set flush
    right, as amounts are, nobody knows, and the longest line tells.
    """
    columns = _columns(cut)
    rooms = {}
    for column, mine in columns.items():
        right = max(line.x1 for line in mine)
        following = columns.get(column + 1)
        if following and _is_flush([line.x0 for line in following], following[0].size):
            right = max(right, min(line.x0 for line in following) - 0.3 * mine[0].size)
        rooms[column] = (min(line.x0 for line in mine), right)
    for pieces in cut:
        for piece in pieces:
            rooms.setdefault(piece.column, (piece.line.x0, piece.line.x1))
    return rooms


def _is_flush(places: Sequence[float], size: float) -> bool:
    return max(places) - min(places) < 0.2 * size


def _may_wrap(body: Rows) -> bool:
    """True where amounts stand under each other that may be one."""
    for above, under in pairwise(body.cut):
        for piece in above:
            mate = next((p for p in under if p.column == piece.column), None)
            if (
                mate
                and piece.column in body.values
                and body.may_be_one(piece.column, [piece, mate])
            ):
                return True
    return False


def _row(
    pieces: Sequence[Piece], rooms: Mapping[int, tuple[float, float]], sure: set[int]
) -> RawRow:
    """The cells that the pieces of a row's lines make."""
    cells: dict[int, RawCell] = {}
    for piece in pieces:
        cell = cells.get(piece.column)
        if cell is None:
            room = rooms[piece.column] if piece.columns == 1 else (piece.line.x0, piece.line.x1)
            cells[piece.column] = RawCell(
                piece.column,
                piece.columns,
                [piece.line],
                *room,
                ruled=False,
                sure=piece.column in sure,
                first_type=piece.type,
            )
        else:
            cell.lines.append(piece.line)
            cell.columns = min(cell.columns, piece.columns)
    row = RawRow([cells[column] for column in sorted(cells)])
    for left, right in pairwise(row.cells):
        left.columns = min(left.columns, right.column - left.column)
    return row


def _sure_columns(cut: Sequence[Sequence[Piece]]) -> set[int]:
    """The columns whose edge several lines reach: text there is broken by the cell's own width."""
    widths: dict[int, list[tuple[float, float]]] = {}
    for pieces in cut:
        for piece in pieces:
            width = piece.line.x1 - piece.line.x0
            widths.setdefault(piece.column, []).append((width, width / len(piece.line.text)))
    return {
        column
        for column, lines in widths.items()
        if sum(width > max(lines)[0] - 1.2 * letter for width, letter in lines) > 1
    }


# ---------------------------------------------------------------------- what speaks for a reading


def _terms(
    cut: Sequence[Sequence[Piece]],
    types: Sequence[ColumnType | None],
    heads: int,
    starts: Sequence[int],
    cost: float,
) -> dict[str, float]:
    """What speaks for a reading, each term between 0 (against it) and 1."""
    body = [piece for pieces in cut[heads:] for piece in pieces] or [p for ps in cut for p in ps]
    rows = _by_row(cut[heads:], starts)
    agrees = agreement([_figures(row, types) for row in rows]) if "amount" in types else None
    return {
        "whole": sum(piece.columns == 1 for piece in body) / len(body),
        "aligned": _aligned(body),
        "typed": _typed(body, types),
        "filled": _filled(rows, types),
        "rows": exp(-cost / max(len(rows), 1)),
        "sums": 0.5 if agrees is None else agrees,
    }


def _by_row(cut: Sequence[Sequence[Piece]], starts: Sequence[int]) -> list[list[Piece]]:
    """The pieces of each row, given the lines that begin rows."""
    ends = [*starts[1:], len(cut)]
    return [
        [piece for at in range(start, end) for piece in cut[at]]
        for start, end in zip(starts, ends, strict=True)
    ]


def _figures(
    row: Sequence[Piece], types: Sequence[ColumnType | None]
) -> tuple[str, list[str | None]]:
    """A row's first words, and what its amount columns print."""
    amounts: list[str | None] = []
    for column, kind in enumerate(types):
        if kind == "amount":
            texts = [piece.line.text for piece in row if piece.column == column]
            amounts.append(" ".join(texts) or None)
    name = next((piece.line.text for piece in row if piece.type == "words"), "")
    return name, amounts


def _aligned(pieces: Sequence[Piece]) -> float:
    """The share of the pieces that begin or end where most of their column do."""
    columns = _columns([pieces])
    flush = 0
    for lines in columns.values():
        step = FLUSH * lines[0].size
        sides = ([line.x0 for line in lines], [line.x1 for line in lines])
        flush += max(Counter(round(x / step) for x in side).most_common(1)[0][1] for side in sides)
    count = sum(map(len, columns.values()))
    return flush / count if count else 0.0


def _typed(pieces: Sequence[Piece], types: Sequence[ColumnType | None]) -> float:
    """The share of the columns' pieces that are what their column holds; words count half."""
    fits = 0.0
    for piece in pieces:
        kind = types[piece.column]
        if kind in ("amount", "key", "date"):
            fits += is_valued(piece) and piece.columns == 1
        else:
            fits += 0.5
    return fits / len(pieces)


def _filled(rows: Sequence[Sequence[Piece]], types: Sequence[ColumnType | None]) -> float:
    """The share of the columns, but for comments, that rows with more than one cell fill.

    Of the columns of keys one is enough: a chapter has its own, and its posts have theirs.
    """
    kept = {
        column: "key" if kind == "key" else column
        for column, kind in enumerate(types)
        if kind not in ("comment", None)
    }
    count = len(set(kept.values()))
    shares = [
        len({kept[piece.column] for piece in row if piece.column in kept}) / count
        for row in rows
        if len(row) > 1 and count
    ]
    return sum(shares) / len(shares) if shares else 0.0
