"""Tables that go on over a page, made one again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from tildeling.page.lines import Line
from tildeling.tabular.cell_types import is_cut_date, is_value
from tildeling.tabular.column_types import heading_and_types
from tildeling.tabular.column_words import says_it_goes_on
from tildeling.tabular.on_page import Part
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable
from tildeling.tabular.row_space import is_amount

# A table's heading, which a page may repeat, has at most so many rows.
HEADING_ROWS = 6
# Points within which the parts of one table begin from the left.
SAME_TABLE = 60.0
# A row under the last ruling stands so many font sizes below the others at most.
ROW_STEP = 3.5
# Points by which type may differ and be the same.
SAME_TYPE = 0.6
# So many lines of a row at most stand at the head of a page without the table's heading.
LONGEST_REST = 8
# Points within which the lines of one cell begin.
SAME_EDGE = 2.0


def join_over_pages(parts: list[Part]) -> list[Part]:
    """Joins a table with the one that goes on at the top of the next page."""
    joined: list[Part] = []
    for at, part in enumerate(parts):
        last = joined[-1] if joined else None
        if isinstance(part, Line) and isinstance(last, RawTable):
            cell = _cut_cell(last, part) or _cell_of_rest(last, parts[at:])
            if cell is not None:
                cell.lines.append(part)
                continue
        if isinstance(part, RawTable):
            captions = _captions_again(joined, part.page)
            above = joined[-len(captions) - 1] if len(joined) > len(captions) else None
            if (
                isinstance(above, RawTable)
                and not (above.is_card or part.is_card)
                and _goes_on_in(above, part, over_caption=bool(captions))
            ):
                del joined[len(joined) - len(captions) :]
                _append(above, part, captions)
                continue
            beside = _beside_last(joined, part)
            if beside is not None:
                _append(beside, part, ())
                continue
        joined.append(part)
    return joined


def _beside_last(parts: Sequence[Part], more: RawTable) -> RawTable | None:
    """The table that goes on in one of the next page, beside the last table of its own page."""
    last = parts[-1] if parts else None
    if not isinstance(last, RawTable) or more.page != last.last_page + 1:
        return None
    # Between them stands the last one's caption.
    above = last.top - ROW_STEP * last.rows[0].cells[0].lines[0].size
    for part in reversed(parts[:-1]):
        if part.page != last.page or part.bottom <= above:
            break
        if isinstance(part, RawTable) and part.last_page == last.last_page:
            apart = part.edges[-1] < last.edges[0] or last.edges[-1] < part.edges[0]
            if apart and _same_columns(part, more):
                return part
    return None


def _captions_again(parts: Sequence[Part], page: int) -> list[Line]:
    """The last of some parts that say on a page that a table goes on there: "Tabell 2 (forts.)"."""
    captions: list[Line] = []
    for part in reversed(parts):
        if not isinstance(part, Line) or part.page != page or not says_it_goes_on(part.text):
            break
        captions.insert(0, part)
    return captions


def _goes_on_in(table: RawTable, more: RawTable, *, over_caption: bool) -> bool:
    """True where a table goes on in another: on the next page, or right under it without a heading.

    A last row that no ruling ends is found apart from those over it.
    """
    if more.page == table.last_page and not over_caption:
        if table.kind != "half_ruled" or _is_heading(more.rows[0]):
            return False
        return more.top - table.bottom < ROW_STEP * more.rows[0].cells[0].lines[0].size and (
            _same_columns(table, more)
        )
    if more.page != table.last_page + 1:
        return False
    _cut_alike(table, more)
    return _same_columns(table, more) or _one_element(table, more)


def _is_heading(row: RawRow) -> bool:
    """True for a row of words in bold."""
    return row.is_bold and not any(is_value(line.text) for cell in row.cells for line in cell.lines)


def _cut_cell(table: RawTable, line: Line) -> RawCell | None:
    """The cell of a table's last row that a page break cut, where a page's first line ends it."""
    if line.page != table.last_page + 1:
        return None
    for cell in table.rows[-1].cells[1:]:
        last = cell.lines[-1]
        fits = line.x1 <= table.edges[cell.column + cell.columns] + 1.0
        goes_on = line.text[0].islower() or is_cut_date(last.text, line.text)
        if fits and goes_on and abs(line.x0 - last.x0) < SAME_EDGE:
            return cell
    return None


def _cell_of_rest(table: RawTable, parts: Sequence[Part]) -> RawCell | None:
    """The cell of a table's last row that some lines at the head of a page are the rest of.

    They stand under the heading that the page repeats, or over more rows of the table, each where a
    cell of the last row begins, beside the first column.
    """
    first = parts[0]
    under_heading = bool(table.repeated) and table.repeated[-1][0] == len(table.rows)
    if first.page != table.last_page + (not under_heading) or table.column_count < 2:
        return None
    lines = [*takewhile(lambda part: isinstance(part, Line) and part.page == first.page, parts)]
    after = parts[len(lines)] if len(lines) < len(parts) else None
    if not under_heading and not (
        isinstance(after, RawTable)
        and after.page == first.page
        and len(lines) <= LONGEST_REST
        and all(isinstance(line, Line) and _begun_in(table, line) for line in lines)
        and _same_columns(table, after)
    ):
        return None
    return _begun_in(table, first) if isinstance(first, Line) else None


def _begun_in(table: RawTable, line: Line) -> RawCell | None:
    """The cell of a table's last row, beside the first, in whose lines a line is set."""
    for cell in table.rows[-1].cells:
        fits = line.x1 <= table.edges[cell.column + cell.columns] + 1.0
        alike = abs(line.size - cell.lines[-1].size) < SAME_TYPE
        if cell.column and fits and alike and abs(line.x0 - cell.lines[-1].x0) < SAME_EDGE:
            return cell
    return None


def _cut_alike(table: RawTable, more: RawTable) -> None:
    """Cuts the one of two tables that shows fewer columns as the other is cut.

    A heading alone at the end of a page leaves gaps of its own, which need not be the columns; the
    few rows at the top of a page need not show all of them.
    """
    drawn = "ruled" in (table.kind, more.kind)
    if drawn or abs(table.edges[0] - more.edges[0]) > SAME_TABLE:
        return
    if table.column_count < more.column_count:
        if len(table.rows) <= HEADING_ROWS and not any(map(_has_amount, table.rows)):
            _cut(table, more)
    elif table.column_count > more.column_count and not _has_own_heading(more, table):
        edges = table.edges[1:-1]
        words = [word for line in _lines(more) for word in line.words]
        if not any(word.x0 < edge < word.x1 for word in words for edge in edges):
            _cut(more, table)


def _cut(table: RawTable, like: RawTable) -> None:
    """Cuts a table's cells where another table's columns part."""
    inner = like.edges[1:-1]
    for row in table.rows:
        cells: dict[int, RawCell] = {}
        for cell in row.cells:
            parts: dict[int, list[Line]] = {}
            for line in cell.lines:
                for column, words in groupby(
                    line.words, lambda word: bisect_right(inner, (word.x0 + word.x1) / 2)
                ):
                    part = Line(line.page, tuple(words), line.frame)
                    parts.setdefault(column, []).append(part)
            for column, lines in parts.items():
                edges = like.edges[column], like.edges[column + 1]
                # A cell that stays whole has the room that it had.
                room = (cell.left, cell.right) if len(parts) == 1 else edges
                sure = cell.sure and len(parts) == 1
                known = cells.setdefault(column, RawCell(column, 1, [], *room, False, sure))
                known.lines.extend(lines)
        row.cells = [cells[column] for column in sorted(cells)]
    table.edges, table.gutters = list(like.edges), like.gutters


def _lines(table: RawTable) -> list[Line]:
    return [line for row in table.rows for cell in row.cells for line in cell.lines]


def _has_own_heading(more: RawTable, table: RawTable) -> bool:
    """True for a table that begins with a heading which is not that of the table before it."""
    first = more.rows[0]
    repeated = first.text.split() == table.rows[0].text.split()
    return first.is_bold and not repeated and not _has_amount(first)


def _same_columns(first: RawTable, other: RawTable) -> bool:
    if (first.kind == "ruled") != (other.kind == "ruled"):
        return False
    if first.column_count == other.column_count:
        inner = zip(first.edges[1:-1], other.edges[1:-1], strict=True)
        # Gutters found from other rows lie a little elsewhere.
        slack = 4.0 if first.kind == "ruled" else 45.0
        alike = all(abs(one - two) <= slack for one, two in inner) or _same_gutters(first, other)
        return alike and abs(first.edges[0] - other.edges[0]) <= SAME_TABLE
    return False


def _one_element(first: RawTable, other: RawTable) -> bool:
    """True where the PDF's tags say that both are one table, and nothing on the page denies it.

    Tags tell that a table goes on where it is drawn otherwise, or where few rows show its columns
    in other places. A heading of its own speaks against it.
    """
    if first.column_count != other.column_count or _has_own_heading(other, first):
        return False
    words = [word for table in (first, other) for line in _lines(table) for word in line.words]
    tables = {word.element.nearest("Table") if word.element else None for word in words}
    return len(tables) == 1 and None not in tables


def _same_gutters(first: RawTable, other: RawTable) -> bool:
    """True where one line down the page would pass between the columns of both tables, everywhere.

    The middles of the gutters may lie far apart: a table of few rows has wide ones.
    """
    pairs = list(zip(first.gutters, other.gutters, strict=False))
    return len(pairs) == first.column_count - 1 and all(
        min(one[1], two[1]) > max(one[0], two[0]) for one, two in pairs
    )


def _append(table: RawTable, more: RawTable, captions: Sequence[Line]) -> None:
    """Adds the rows of the next page: a repeated heading apart, a row cut in two mended."""
    rows = _heading_parted(table.rows[0], more.rows)
    for line in captions:
        cell = RawCell(0, table.column_count, [line], line.x0, line.x1)
        table.repeated.append((len(table.rows), RawRow([cell])))
    repeats = rows[0].text == table.rows[0].text
    for head in table.rows[:HEADING_ROWS] if repeats else ():
        if _has_amount(head):
            break
        if rows and rows[0].text == head.text:
            table.repeated.append((len(table.rows), rows.pop(0)))
    if rows and (
        _goes_on(table.rows[-1], rows[0]) or _lacks_values(table, table.rows[-1], rows[0])
    ):
        for cell in rows.pop(0).cells:
            mate = table.rows[-1].cell(cell.column)
            if mate is not None:
                mate.lines.extend(cell.lines)
    table.rows.extend(rows)
    table.last_page = more.page


def _heading_parted(head: RawRow, rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows of the next page, its heading parted from the rest of a row that was cut above it.

    "Oppdrag" over "trekkes inn i arbeidet" looks like one cell where nothing is bold.
    """
    first = rows[0]
    under: list[RawCell] = []
    own: list[RawCell] = []
    for cell in first.cells:
        mate = head.cell(cell.column)
        count = len(mate.lines) if mate is not None else 0
        if mate is None or [line.text for line in cell.lines[:count]] != [
            line.text for line in mate.lines
        ]:
            return list(rows)
        own.append(replace(cell, lines=cell.lines[:count], first_type=None))
        if cell.lines[count:]:
            under.append(replace(cell, lines=cell.lines[count:], first_type=None))
    if not under or len(own) < len(head.cells):
        return list(rows)
    return [RawRow(own), RawRow(under), *rows[1:]]


def _has_amount(row: RawRow) -> bool:
    return any(is_amount(line.text) for cell in row.cells for line in cell.lines)


def _goes_on(last: RawRow, first: RawRow) -> bool:
    """True where a page's first row is the rest of a row that the page break cut."""
    lone = first.cells[0] if len(first.cells) == 1 else None
    if lone is not None and lone.column == 0 == lone.columns - 1 and lone.text[0].islower():
        mate = last.cell(0)
        return mate is not None and mate.text[-1] not in ".:;!?"
    if first.cell(0) is not None or len(first.cells) >= len(last.cells):
        return False
    for cell in first.cells:
        mate = last.cell(cell.column)
        if mate is None or not (cell.lines[0].text[0].islower() or _ends_number(mate, cell)):
            return False
    return True


def _ends_number(cell: RawCell, rest: RawCell) -> bool:
    """True for "2025." under the words "etter hendelsen i oktober", which end no sentence."""
    words = rest.text
    is_end = words[:1].isdigit() and words[-1:] == "." and " " not in words
    return is_end and cell.text[-1:].islower()


def _lacks_values(table: RawTable, last: RawRow, first: RawRow) -> bool:
    """True for a page's first row without key and value, in a table whose rows have both.

    It goes on in the row above: a comment alone does, and a name in small letters; any words do
    where every row so far has its key.
    """
    _, types = heading_and_types(table)
    valued = {column for column, kind in enumerate(types) if kind in ("key", "amount", "date")}
    if not valued or not any(last.cell(column) for column in valued):
        return False
    if any(cell.column in valued or cell.columns > 1 for cell in first.cells):
        return False
    if any(last.cell(cell.column) is None for cell in first.cells):
        return False
    small = any(cell.text[0].islower() for cell in first.cells)
    keyed = types[0] == "key" and all(row.cell(0) for row in table.rows) and not first.is_bold
    return small or keyed or all(types[cell.column] == "comment" for cell in first.cells)
