"""Tables without vertical lines: rows of words that stand in the same columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median

from tildeling.forms import is_label
from tildeling.page.lines import Line
from tildeling.page.markers import split_marker
from tildeling.page.outline import is_outline_number
from tildeling.page.sides import ruled_between
from tildeling.read.page import Word
from tildeling.tabular.column_words import is_caption_with_unit
from tildeling.tabular.labelled import find_labelled
from tildeling.tabular.raw_table import RawTable
from tildeling.tabular.region import Region, cell_of, free_strip
from tildeling.tabular.row_space import OVERLAP, is_amount, is_numeric
from tildeling.tabular.spaced import read_lines
from tildeling.tabular.strips import FAR
from tildeling.tabular.wrapped import is_complete

# Rows of one table stand at most this many line pitches apart.
ROW_STEP = 3.2
# A line that wraps inside a cell stands at most this many line pitches below the one it goes on
# from.
WRAP_STEP = 1.35

# Fewer names may begin at one place by chance.
LEAST_KEYS = 3
# Keys and names that nearly touch stand further apart than words do, by this factor at least.
KEYS_APART = 1.25
# So many places where words begin are tried.
MOST_STARTS = 3
# Points within which words begin at one place.
TOUCHING = 0.5
# Cells that nearly touch stand further apart than words, by this factor at least.
APART = 1.5
# Type larger or smaller by more than this many points is none of the table's.
OTHER_SIZE = 0.6

# Points between a cell's text and the next one's at least: Word leaves 10.8, Typst 10.
MARGINS = 8.0
# A name in a table has at most so many lines.
NAME_LINES = 6
# A heading that stands apart from its table has at most so many lines.
HEADING_LINES = 3


_CHAPTER_NAME = re.compile(r"(?P<key>(?:[Kk]ap(?:\.|ittel)? )?0?\d{3,4}) [A-ZÆØÅ]")


def parts_of(line: Line) -> tuple[Line, ...]:
    """A line's segments, where they are columns: a list marker or outline number is none."""
    parts = line.segments
    if len(parts) > 1:
        first = parts[0]
        alone = len(first.words) == 1 and (
            split_marker(line)[0] is not None
            or (is_outline_number(first.text) and parts[1].x0 - first.x1 < FAR * first.size)
        )
        if alone and len(parts) == 2:
            return (line,)
        if alone and split_marker(line)[0] is not None:
            return (Line(line.page, (*first.words, *parts[1].words), line.frame), *parts[2:])
    return parts


def find_tables(
    lines: Sequence[Line], separators: Sequence[float], pitch: float
) -> list[Line | RawTable]:
    """The lines of one page with those that form tables gathered, in their order.

    `separators` are the heights of long horizontal rulings; `pitch` is the usual line distance.
    """
    parts: list[Line | RawTable] = []
    at = 0
    for labelled in find_labelled(lines):
        parts += _in_columns(lines[at : labelled.first], separators, pitch)
        parts.append(labelled.table)
        at = labelled.end
    return [*parts, *_in_columns(lines[at:], separators, pitch)]


def _in_columns(
    lines: Sequence[Line], separators: Sequence[float], pitch: float
) -> list[Line | RawTable]:
    """The lines with those gathered that have their gaps in the same places."""
    out: list[Line | Region] = []
    at = 0
    while at < len(lines):
        if (
            len(lines[at].segments) == 1
            or len(parts_of(lines[at])) == 1
            or is_caption_with_unit(lines[at].text)
        ):
            out.append(lines[at])
            at += 1
            continue
        if _is_stretched(lines, at, pitch):
            out.append(lines[at])
            at += 1
            continue
        region, at = _gather(lines, at, pitch, separators)
        _take_rows_above(out, region, pitch)
        while out and isinstance(over := out[-1], Region) and _heads(over, region, pitch):
            region.take_heading(over)
            out.pop()
        _part_keys(region)
        out.append(region)
    return [
        read_lines(part.lines, separators, "spaced") if isinstance(part, Region) else part
        for part in out
    ]


def _is_stretched(lines: Sequence[Line], at: int, pitch: float) -> bool:
    """True for a line of few long words that justified text has spread over its full width."""
    line = lines[at]
    if at + 1 == len(lines):
        return False
    if lines[at + 1].middle - line.middle > WRAP_STEP * max(pitch, 1.15 * line.size):
        return False
    below = lines[at + 1]
    gaps = [right.x0 - left.x1 for left, right in pairwise(line.words)]
    near = [other for other in lines[max(0, at - 20) : at + 20] if other is not line]
    # Three gaps alike are no chance; of one or two the next line must tell that it goes on.
    goes_on = len(gaps) > 2 or (
        len(below.segments) == 1 and (below.text[0].islower() or line.text.endswith("-"))
    )
    return (
        goes_on
        and max(gaps) < 1.15 * min(gaps) + 0.5
        and not is_numeric(line.words[-1].text)
        and abs(line.x0 - below.x0) < 1.0
        and any(abs(line.x1 - other.x1) < 1.0 for other in near if len(other.segments) == 1)
    )


def _gather(
    lines: Sequence[Line], at: int, pitch: float, separators: Sequence[float]
) -> tuple[Region, int]:
    """The region that begins at a line, and the position after it."""
    region = Region()
    region.add(lines[at], parts_of(lines[at]))
    last = at
    position = at + 1
    while position < len(lines):
        line, above = lines[position], lines[position - 1]
        step = line.middle - above.middle
        parts = parts_of(line)
        if len(parts) == 1:
            parts = tuple(_aligned_cells(region, line)) or parts
        if len(parts) > 1:
            if step > ROW_STEP * pitch or not region.accepts(parts):
                break
            if _is_stretched(lines, position, pitch):
                break
            if any(map(region.breaks_amounts, lines[last + 1 : position + 1])):
                break
            if (
                line.bold
                and not above.bold
                and region.crossed(line)
                and not region.leaves_room(line)
                and not is_amount(parts[-1].text)
            ):
                break  # a heading whose gap lies elsewhere begins something new
            for between in lines[last + 1 : position]:
                region.lines.append(between)
                region.trim(between)
            region.add(line, parts)
            last = position
        elif (
            _is_heading(line, above)
            or (
                step > WRAP_STEP * max(pitch, 1.15 * line.size)
                and not ruled_between(separators, above, line)
                and not _opens_row(region, lines, position, pitch)
                and not _is_chapter_row(region, line, step, pitch)
            )
            or (
                region.crossed(line) > 1
                or (len(region.gutters) == 1 and not region.leaves_room(line))
                or _sticks_out(region, line)
            )
        ):
            break
        position += 1
    for line in lines[last + 1 : position]:
        overlaps = line.middle - region.lines[-1].middle < OVERLAP * line.size
        cells = region.cells_of(line)
        if _goes_on_in_cell(region, line, pitch):
            region.lines.append(line)
            region.trim(line)
            last += 1
            continue
        if not cells or not ((overlaps and len(cells) == 1) or _all_wrap(region, cells)):
            break
        region.lines.append(line)
        region.trim(line)
        last += 1
    return region, last + 1


def _goes_on_in_cell(region: Region, line: Line, pitch: float) -> bool:
    """True for a line close under a cell's, beginning where it does, right of the first column."""
    column = region.column_of(line)
    above = region.lines[-1]
    if not column or line.bold != above.bold or abs(line.size - above.size) > OTHER_SIZE:
        return False
    step = line.middle - above.middle
    return step <= WRAP_STEP * max(pitch, 1.15 * line.size) and any(
        abs(cell.x0 - line.x0) < TOUCHING for cell in cell_of(region, above, column)
    )


def _part_keys(region: Region) -> None:
    """Adds the gutter between keys and names that stand too near for it to be seen line by line.

    The names begin at one place, and no line has a word in the strip before it, which is wider than
    the gaps between words.
    """
    if len(region.lines) < LEAST_KEYS:
        return
    cells = [cell for line in region.lines for cell in cell_of(region, line, 0)]
    left = min((cell.x0 for cell in cells), default=0.0)
    usual = _usual_gap(region)
    starts = Counter(round(word.x0, 1) for cell in cells for word in cell.words[1:])
    for x, count in starts.most_common(MOST_STARTS):
        if count < LEAST_KEYS:
            return
        ends = [word.x1 for cell in cells for word in cell.words if word.x0 < x - TOUCHING]
        if x <= left + TOUCHING or not ends or max(ends) >= x:
            continue
        inside = [
            after.x0 - before.x1
            for cell in cells
            for before, after in pairwise(cell.words)
            if before.x1 > x or after.x0 < x - TOUCHING
        ]
        if x - max(ends) > KEYS_APART * max([usual, *inside]):
            region.gutters.insert(0, (max(ends), x))
            return


def _usual_gap(region: Region) -> float:
    """The usual gap between words of the region's cells."""
    parts = [part for line in region.lines for part in parts_of(line)]
    gaps = [after.x0 - before.x1 for part in parts for before, after in pairwise(part.words)]
    return median(gaps) if gaps else 0.0


def _opens_row(region: Region, lines: Sequence[Line], at: int, pitch: float) -> bool:
    """True for the first line of a name whose amounts stand on a line below it."""
    above = lines[at - 1]
    if lines[at].middle - above.middle > ROW_STEP * pitch or not region.column_of(lines[at]):
        return False
    for over, line in pairwise(lines[at : at + NAME_LINES]):
        if line.middle - over.middle > WRAP_STEP * max(pitch, 1.15 * line.size):
            return False
        parts = parts_of(line)
        if len(parts) > 1:
            return region.accepts(parts) and is_numeric(parts[-1].text)
        if not region.column_of(line):
            return False
    return False


def _is_chapter_row(region: Region, line: Line, step: float, pitch: float) -> bool:
    """True for "Kap. 290 Bosetting" whose name begins where those of the rows above do."""
    match = _CHAPTER_NAME.match(line.text)
    if match is None or step > ROW_STEP * pitch:
        return False
    name = line.words[len(match["key"].split())]
    mates = [part for other in region.lines for part in cell_of(region, other, 1)]
    return any(abs(part.x0 - name.x0) < 1.0 for part in mates)


def _is_heading(line: Line, above: Line) -> bool:
    """True for a heading that stands right under a table: in larger type, or numbered."""
    number = line.words[0].text
    return (
        line.bold
        and not above.bold
        and (line.size > above.size + 0.6 or (is_outline_number(number) and number[0] != "0"))
    )


def _sticks_out(region: Region, line: Line) -> bool:
    """True for a line that is wider than the table and has no columns of it."""
    right = max(other.x1 for other in region.lines)
    return (
        line.x1 > right + line.size
        and not region.column_of(line)
        and not _is_aligned_row(region, line)
    )


def _all_wrap(region: Region, cells: Sequence[Line]) -> bool:
    return all(_wraps(region, cell) for cell in cells)


def _wraps(region: Region, line: Line) -> bool:
    """True where a line below the last row goes on in one of its cells.

    The cell's text so far must reach so far to the right that the line's first word had no room.
    """
    column = region.column_of(line)
    if column is None or is_label(line.text):
        return False
    mates = [part for other in region.lines for part in cell_of(region, other, column)]
    above = cell_of(region, region.lines[-1], column)
    if not above or is_complete(above[-1], line):
        return False
    left = min(part.x0 for part in mates)
    right = max(part.x1 for part in mates)
    following = [part for other in region.lines for part in cell_of(region, other, column + 1)]
    if following and is_flush_left(following):
        right = max(right, min(part.x0 for part in following) - MARGINS)
    # Text that starts to the left of the column is a new paragraph.
    if line.x0 < left - 1.0:
        return False
    last = above[-1]
    if column > 0 and line.text[0].islower() and abs(line.x0 - above[-1].x0) < 1.5:
        return True
    first = _unit(line)[-1].x1 - line.x0
    # A small letter goes on with the sentence, even where a very short word seems to have had room.
    spare = 1.0 if line.text[0].isupper() else 12.0
    return (last.x1 - last.x0) + last.space + first > right - left - spare


def _unit(line: Line) -> Sequence[Word]:
    """The words at the head of a line that hard spaces may hold together: "Prop. 1 S"."""
    bound = takewhile(lambda word: len(word.text) == 1 or word.text[0].isdigit(), line.words[1:3])
    return line.words[: 1 + len(list(bound))]


def _heads(over: Region, region: Region, pitch: float) -> bool:
    """True where a region is but the heading of the one right below it, cut off by its own gaps.

    "Kap./post Postnavn" leaves no clear gap between the two words, the rows below it do.
    """
    if len(over.lines) > HEADING_LINES or not all(line.bold for line in over.lines):
        return False
    if all(line.bold for line in region.lines):
        return False
    above, below = over.lines[-1], region.lines[0]
    near = below.middle - above.middle <= ROW_STEP * pitch
    return above.page == below.page and near and all(map(region.leaves_room, over.lines))


def _take_rows_above(out: list[Line | Region], region: Region, pitch: float) -> None:
    """Takes in what belongs to the table over its first clear row.

    That is a heading that wraps within a column, and rows whose left cell is so full that only the
    alignment of the right one tells that they are rows.
    """
    taken: list[Line] = []
    sure = 0
    below = region.lines[0]
    for line in reversed(out):
        if not isinstance(line, Line) or line.page != below.page:
            break
        if below.middle - line.middle > WRAP_STEP * max(pitch, 1.15 * line.size):
            break
        taken.append(line)
        if (
            _is_aligned_row(region, line)
            or _heads_column(region, line, below)
            or (region.column_of(line) and below.middle - line.middle < OVERLAP * line.size)
        ):
            sure = len(taken)
        elif region.column_of(line) is None or len(taken) - sure > 2:
            break
        below = line
    for line in taken[:sure]:
        region.lines.insert(0, line)
        region.trim(line)
        out.pop()


def _heads_column(region: Region, line: Line, below: Line) -> bool:
    """True where a line stands over a heading cell that it is the beginning of."""
    column = region.column_of(line)
    if column is None or line.bold != below.bold:
        return False
    heads = [head for head in region.lines[:HEADING_LINES] if head.bold == line.bold]
    if column == 0 and (not line.bold or cell_of(region, below, 0)):
        return False
    return any(cell_of(region, head, column) for head in heads)


def _aligned_cells(region: Region, line: Line) -> list[Line]:
    """The cells of a line that has words in several columns, all set where those above are set.

    That tells a row although its columns nearly touch; empty where the line is none.
    """
    if abs(line.size - region.lines[-1].size) > OTHER_SIZE:
        return []
    nearly_touch = line.widest_gap <= APART * line.space
    if nearly_touch and not _begins_cells(region, line):
        return []
    narrowed = Region(region.lines, [free_strip(gutter, line) for gutter in region.gutters])
    cells: list[Line] = []
    for column in range(len(region.gutters) + 1):
        for mine in cell_of(narrowed, line, column):
            mates = [part for other in region.lines for part in cell_of(narrowed, other, column)]
            if not any(abs(mine.x0 - m.x0) < 1.5 or abs(mine.x1 - m.x1) < 1.5 for m in mates):
                return []
            cells.append(mine)
    if len(cells) < 2:
        return []
    between = min(right.x0 - left.x1 for left, right in pairwise(cells))
    inside = [b.x0 - a.x1 for cell in cells for a, b in pairwise(cell.words)]
    stands_apart = between > APART * max([line.space, *inside])
    return cells if nearly_touch or stands_apart or _begins_cells(region, line) else []


def _begins_cells(region: Region, line: Line) -> bool:
    """True where words begin just where all cells after the first do in several lines above.

    A first cell that fills its column leaves no more than a space: "11. september" before "Etaten".
    """
    starts = {round(word.x0, 1) for word in line.words[1:]}
    for column in range(1, len(region.gutters) + 1):
        cells = (cell_of(region, other, column) for other in region.lines)
        above = Counter(round(cell[0].x0, 1) for cell in cells if cell)
        x, count = above.most_common(1)[0] if above else (0.0, 0)
        if count < LEAST_KEYS or x not in starts:
            return False
    return bool(region.gutters)


def _is_aligned_row(region: Region, line: Line) -> bool:
    """True where a line's words fall into columns exactly where those of the region do."""
    if region.crossed(line):
        return False
    narrowed = Region(region.lines, [free_strip(gutter, line) for gutter in region.gutters])
    gaps = [right.x0 - left.x1 for left, right in pairwise(line.words)]
    least = min(gaps) if len(gaps) > 1 else 0.0
    for column in range(1, len(region.gutters) + 1):
        mine = cell_of(narrowed, line, column)
        mates = [part for other in region.lines for part in cell_of(narrowed, other, column)]
        if not mine or not mates:
            continue
        left = [word for word in line.words if word.x1 <= mine[0].x0]
        gap = mine[0].x0 - left[-1].x1 if left else 0.0
        parted = gap > APART * line.space and gap > least
        flush = abs(mine[0].x0 - mates[0].x0) < 1.5 or abs(mine[0].x1 - mates[0].x1) < 1.5
        if parted and flush:
            return True
    return False


def is_flush_left(parts: Sequence[Line]) -> bool:
    """True where all parts of a column begin at the same place."""
    return max(part.x0 for part in parts) - min(part.x0 for part in parts) < 2.0
