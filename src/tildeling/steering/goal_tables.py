"""Goals in tables: a label beside its goal, and columns of goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.steering.goal_labels import is_goal, number_of
from tildeling.steering.goal_merging import Found
from tildeling.steering.goal_passages import InTable, Passage, found_at, kind_of, title_of
from tildeling.steering.goal_words import CELL_NUMBER, COLUMN, LABEL, MAIN, MEASURE_HEADING
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Cell, Row, Table


def in_table(body: LetterBody, passage: Passage) -> Iterator[Found]:
    """Goals that a cell heads: the cell beside a label, those under "Mål"."""
    at = passage.in_table
    if at is None or _is_contents(body, at.row):
        return
    labels = list(_labels_only(body, at.cell))
    if labels:
        yield from _beside(body, at, labels)
    elif _names_kind(body, at):
        yield from _beside_kind(body, at)
    elif COLUMN.fullmatch(body.reading.small(at.cell).strip(" :")) and _heads_column(at):
        yield from _under(body, at)


def _is_contents(body: LetterBody, row: Row) -> bool:
    """Whether a row ends in a bare page number, as those of a contents list do."""
    last = body.reading.words(row.cells[-1]).strip()
    return len(row.cells) > 1 and last.isdigit() and len(last) < 3


def _labels_only(body: LetterBody, cell: Cell) -> Iterator[re.Match[str]]:
    """The labels of a cell that holds nothing else: "Mål 1", "Mål 2: Mål 3:"."""
    small = body.reading.laid.text.found.small
    at, labels = cell.start, []
    while at < cell.end:
        label = LABEL.match(small, at, cell.end)
        if label is None or label["number"] is None:
            return
        labels.append(label)
        at = label.end()
    yield from labels


def _beside(body: LetterBody, at: InTable, labels: list[re.Match[str]]) -> Iterator[Found]:
    """The goals beside labels, or under them where labels stand beside each other."""
    beside = at.row.cell(at.cell.column + at.cell.columns)
    if beside is not None and list(_labels_only(body, beside)):
        beside = None
    if beside is None:
        beside = _cell_below(at)
    if beside is None or _is_measure_column(body, at.table, beside):
        return
    starts = [beside.start, *_line_starts(body, beside, len(labels) - 1), beside.end]
    if len(starts) != len(labels) + 1:
        return
    for label, start, end in zip(labels, starts, starts[1:], strict=False):
        number = number_of(body, label)
        title = title_of(body, start, _first_sentence(body, start, end))
        if title is not None and is_goal(body, title, number):
            yield Found(*title, number, *kind_of(label["words"]), beside=True)


def _names_kind(body: LetterBody, at: InTable) -> bool:
    """Whether a cell says what the goals beside it are: "Hovedmål"."""
    small = body.reading.small(at.cell).strip(" :")
    rank, kind = kind_of(small)
    beside = at.row.cell(at.cell.column + at.cell.columns)
    return (
        (kind != "" or rank <= MAIN)
        and COLUMN.fullmatch(small) is not None
        and beside is not None
        and not (at.cell.heading and beside.heading)
        and not _is_measure_column(body, at.table, beside)
        and body.reading.small(beside).count(" ") > 1
    )


def _beside_kind(body: LetterBody, at: InTable) -> Iterator[Found]:
    """The goals beside a cell that says what they are, and under them where it goes on empty."""
    rows, column = at.table.rows, at.cell.column + at.cell.columns
    kind = kind_of(body.reading.small(at.cell))
    for row in rows[rows.index(at.row) :]:
        goal = row.cell(column)
        if goal is None or (row is not at.row and row.cells[0] is not goal):
            return
        yield from _cell_goal(body, goal, None, kind)


def _cell_goal(
    body: LetterBody, goal: Cell, number: str | None, kind: tuple[int, str]
) -> Iterator[Found]:
    """The goal of a cell, with a number of its own or none."""
    small = body.reading.small(goal)
    start = goal.start
    if (inner := CELL_NUMBER.match(small)) is not None:
        number = body.reading.text[goal.start : goal.start + inner.end(1)]
        start += inner.end()
    if is_goal(body, (start, goal.end), number):
        end = _first_sentence(body, start, goal.end)
        yield from found_at(body, (start, end), number or None, kind)


def _cell_below(at: InTable) -> Cell | None:
    rows = at.table.rows
    index = rows.index(at.row) + 1
    below = rows[index].cell(at.cell.column) if index < len(rows) else None
    return below if below is not None and at.row.cells[-1] is not at.row.cells[0] else None


def _line_starts(body: LetterBody, cell: Cell, count: int) -> list[int]:
    """Where goals begin that a cell has one after the other, as many as are wanted; else none."""
    if count == 0:
        return []
    if len(cell.parts) == count + 1:
        return [part.start for part in cell.parts[1:]]
    words = body.reading.words(cell)
    starts = [cell.start + each.start() for each in re.finditer(r"(?<=\w )[A-ZÆØÅ](?=\w)", words)]
    return starts if len(starts) == count else []


def _first_sentence(body: LetterBody, start: int, end: int) -> int:
    return min(end, body.reading.laid.text.found.sentence_at(start)[1]) if start < end else end


def _is_measure_column(body: LetterBody, table: Table, cell: Cell) -> bool:
    """Whether a cell is, or stands under, the name of an indicator or its requirement."""
    heading = table.rows[0].cell(cell.column)
    return any(
        MEASURE_HEADING.match(body.reading.small(each)) is not None
        for each in (cell, heading)
        if each is not None
    )


def _heads_column(at: InTable) -> bool:
    rows = at.table.rows
    return at.row is rows[0] or at.row in rows[: at.table.heading_rows]


def _under(body: LetterBody, at: InTable) -> Iterator[Found]:
    """The goals of a column, which stands before those of indicators: else it has targets."""
    rows, column = at.table.rows, at.cell.column
    for cell in at.row.cells:
        if cell.column < column and MEASURE_HEADING.match(body.reading.small(cell)):
            return
    kind = kind_of(body.reading.small(at.cell))
    numbers = at.row.cell(column - 1) if column else None
    is_numbered = numbers is not None and body.reading.small(numbers).strip(" .:") in ("nr", "")
    for row in rows[rows.index(at.row) + 1 :]:
        goal = row.cell(column)
        if goal is None or goal.column != column or goal.columns > at.cell.columns:
            continue
        small = body.reading.small(goal)
        if LABEL.match(small) is not None or small.count(" ") < 2:
            continue  # read by its label, or only pointed to
        own = row.cell(column - 1) if is_numbered else None
        number = body.reading.words(own).strip(" .") if own is not None else None
        yield from _cell_goal(body, goal, number, kind)
