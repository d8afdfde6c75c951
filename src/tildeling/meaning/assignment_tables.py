"""Tables whose rows are assignments: overviews with a heading row, and boxes of labelled rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tildeling.meaning.assignment_columns import (
    COLUMNS,
    DEPARTMENT,
    Overview,
    overview_by_cells,
    overview_of,
)
from tildeling.meaning.boxed import boxed_assignments, rows_of_box_above, sure_assignments
from tildeling.meaning.headings import (
    AssignmentHeading,
    after_number,
    heading_in_table,
    lapse_in,
    leading_number,
    number_cell,
    short_number,
)
from tildeling.meaning.labels import match_label
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import (
    LONGEST_PHRASE,
    is_infinitive_phrase,
    is_title,
    title_phrase,
)
from tildeling.text.blocks import Block, Cell, Paragraph, Row, Span, Style, Table, paragraphs_of

# "Oppdrag 1", "O 001" as all of a cell: beside a title in bold, too, it heads an assignment.
_CODE = re.compile(r"(?:oppdrag|oppgave|oppgåve|o)\.? *\d{1,3}", re.IGNORECASE)
_NAME = re.compile(r"navn|namn", re.IGNORECASE)
_AMOUNT_CELL = re.compile(r"[-+–−(]?[\d\s.,]+\)?(?:\s*kr(?:oner)?)?")


def heads_of_table(reading: Reading, table: Table) -> Iterator[AssignmentHeading | Block]:
    """The assignment headings that a table's rows are; the table itself where they are none."""
    overview = overview_of(reading, table)
    if overview is not None and (overview.names_assignments or "number" in overview.columns):
        found = _overview_rows(reading, table, overview)
        if found:
            yield from found
            return
    first = rows_of_box_above(reading, table)
    boxed = sure_assignments(reading, replace(table, rows=table.rows[first:]))
    if boxed:
        yield from _table_of(table, table.rows[:first])
        yield from boxed
        return
    rest: list[Row] = []
    any_heading = False
    rows = iter(zip(table.rows, (*table.rows[1:], None), strict=True))
    for row, following in rows:
        heading = _heading_row(reading, row)
        if heading is None and following is not None:
            heading = _heading_of_labels(reading, row, following)
            if heading is not None:
                next(rows)
        if heading is None:
            rest.append(row)
            continue
        any_heading = True
        yield from _table_of(table, rest)
        rest = []
        yield heading
    if not any_heading:
        yield table
    else:
        yield from _table_of(table, rest)


def _table_of(table: Table, rows: Sequence[Row]) -> Iterator[Table]:
    if rows:
        yield replace(table, start=rows[0].start, end=rows[-1].end, rows=tuple(rows))


def _heading_row(reading: Reading, row: Row) -> AssignmentHeading | None:
    """A row that heads an assignment: number, perhaps a department, and title."""
    first = row.cells[0]
    words = reading.words(first)
    number, start, end = leading_number(words)
    rest = list(row.cells[1:])
    if number is None and rest and not _AMOUNT_CELL.fullmatch(reading.words(rest[-1])):
        number = short_number(words, 0)
        start, end = 0, len(words)
        if number is not None and number.end != len(words):
            number = None
        if _CODE.fullmatch(words) and all(cell.bold for cell in row.cells[:2]):
            number = number_cell(words)
    number_span: Span | None = None
    title: list[Span] = []
    if number is not None:
        number_span = Span(first.start + start, first.start + end)
        at = first.start + after_number(words, end)
        if at < first.end:
            title.append(Span(at, first.end))
    elif not (rest and re.fullmatch(r"oppdrag\s*:?", words, re.IGNORECASE)):
        return None
    else:
        first, rest = rest[0], rest[1:]
        number, start, end = leading_number(reading.words(first))
        told = reading.words(first)
        if number is None and (not words.endswith(":") or _tells_task(told)):
            return None
        at = first.start
        if number is not None:
            number_span = Span(first.start + start, first.start + end)
            at += after_number(reading.words(first), end)
        if at < first.end:
            title.append(Span(at, first.end))
    department = _department(reading, rest)
    due = _due_in(reading, rest)
    rest = [cell for cell in rest if due is None or not cell.start <= due.start <= cell.end]
    named = bool(title)
    others = [cell for cell in rest if cell is not department]
    # Beside its heading at the side stands the text: "Oppdrag 2026-01 Kaikart | Etaten skal ...".
    texts = [cell for cell in others if named and _is_text(reading.words(cell))]
    title.extend(cell for cell in others if cell not in texts)
    if not title and (number is None or first is row.cells[0]):
        return None
    text = " ".join(reading.words(span) for span in title)
    return replace(
        heading_in_table(row, number, number_span, title, text),
        responsible=_department_name(reading, department) if department is not None else None,
        deadline=due,
        body=tuple(part for cell in texts for part in paragraphs_of(cell)),
    )


def _due_in(reading: Reading, cells: Sequence[Cell]) -> Span | None:
    """What a cell "Frist: 1. mai" beside a title says."""
    for cell in cells:
        label = match_label(reading.words(cell))
        if label is not None and label.field == "deadline" and cell.start + label.rest < cell.end:
            return Span(cell.start + label.rest, cell.end)
    return None


def _is_text(words: str) -> bool:
    """True for a cell of sentences, which is no title."""
    return words.endswith(".") and not is_title(words[:-1])


def _tells_task(words: str) -> bool:
    """True for what is to be done: beside "Oppdrag:" it is no title."""
    return _is_text(words) or is_infinitive_phrase(words)


def _heading_of_labels(reading: Reading, row: Row, below: Row) -> AssignmentHeading | None:
    """Number and title as labelled rows: "Nr. | 2025-01" over "Oppdrag | Felles register"."""
    if len(row.cells) != 2 or len(below.cells) != 2:
        return None
    labels = [reading.words(line.cells[0]).strip(" :") for line in (row, below)]
    number = number_cell(reading.words(row.cells[1]))
    if number is None or not (
        COLUMNS["number"].fullmatch(labels[0])
        and (COLUMNS["title"].fullmatch(labels[1]) or _NAME.fullmatch(labels[1]))
    ):
        return None
    title = below.cells[1]
    place = Span(row.start, below.end)
    return heading_in_table(place, number, row.cells[1], [title], reading.words(title))


def _department(reading: Reading, cells: list[Cell]) -> Cell | None:
    """The cell that names the ministry's own department: a few capitals."""
    for cell in cells:
        if len(cells) > 1 and DEPARTMENT.fullmatch(reading.words(cell).strip()):
            return cell
    return None


def _department_name(reading: Reading, cell: Cell) -> Span:
    """The department in its cell, without the words "Avd. HOD:"."""
    match = DEPARTMENT.match(reading.words(cell))
    if match is None:
        return cell
    return Span(cell.start + match.start("name"), cell.start + match.end("name"))


def rows_among_assignments(
    reading: Reading, table: Table, *, announced: bool
) -> list[AssignmentHeading]:
    """The rows of a table that stands among assignments, where its heading does not say so.

    `announced` says that the words over the table speak of assignments, so that what its columns
    hold decides where their names do not. Empty where it is no overview, and no box.
    """
    boxed = boxed_assignments(reading, table)
    if boxed:
        return boxed
    overview = overview_of(reading, table)
    if overview is None and announced:
        overview = overview_by_cells(reading, table)
    return _overview_rows(reading, table, overview) if overview is not None else []


def _overview_rows(reading: Reading, table: Table, overview: Overview) -> list[AssignmentHeading]:
    found: list[AssignmentHeading] = []
    for row in table.rows[overview.heading_rows :]:
        heading = _overview_row(reading, row, overview.columns)
        if heading is None:
            continue
        if found and _goes_on(heading, overview):
            # The row above it, over a page or under a line between its title and its text.
            above = found[-1]
            title = (*heading.title, *([heading.rest] if heading.rest else []))
            body = (*above.body, *(_paragraph(span) for span in title), *heading.body)
            span = Span(above.span.start, heading.span.end)
            found[-1] = replace(above, span=span, body=body)
        else:
            found.append(heading)
    return found


def _goes_on(heading: AssignmentHeading, overview: Overview) -> bool:
    """True for a row that has neither number nor deadline of its own in a table with numbers."""
    return (
        "number" in overview.columns
        and heading.number is None
        and heading.deadline is None
        and heading.responsible is None
    )


def _paragraph(span: Span) -> Paragraph:
    return Paragraph(span.start, span.end, span.start, None, Style(), lead=span.start)


def _overview_row(reading: Reading, row: Row, columns: dict[str, int]) -> AssignmentHeading | None:
    cells = {name: row.cell(column) for name, column in columns.items()}
    number_at, title = cells.get("number"), cells["title"]
    number = number_cell(reading.words(number_at)) if number_at else None
    if title is None or (number is None and match_label(reading.words(title))):
        return None
    number_span: Span | None = number_at
    if number_at is None:
        number, start, end = leading_number(reading.words(title))
        number_span = Span(title.start + start, title.start + end)
        if number is not None:
            title = replace(title, start=title.start + after_number(reading.words(title), end))
    if number is None and len(row.cells) == 1 and (title.heading or title.columns > 1):
        return None  # it names a group of the rows under it
    text = cells.get("text")
    if text is not None and _is_wrapped_title(reading, title):
        title = replace(title, parts=())
    in_series = number is not None and number.year is not None
    named, body = _title_and_body(reading, title, in_series=in_series)
    heading = heading_in_table(
        row,
        number,
        number_span if number is not None else None,
        [named] if named is not None else [],
        _said_first(reading, title, body),
    )
    if text is not None:
        body = (*body, *paragraphs_of(text))
    due = cells.get("deadline")
    lapses = due is not None and lapse_in(reading.words(due)) is not None  # "Ny frist | Utgår"
    return replace(
        heading,
        listed=True,
        cancelled=heading.cancelled or lapses,
        responsible=cells.get("responsible"),
        deadline=None if lapses else due,
        financing=cells.get("financing"),
        body=() if heading.withheld else body,
    )


def _is_wrapped_title(reading: Reading, title: Cell) -> bool:
    """True for a title in lines that look like paragraphs: the column's true edge is not drawn.

    Beside a column of text, "Nasjonalt" over "brønnregister" is one title.
    """
    first, *others = (reading.words(part) for part in paragraphs_of(title))
    words = reading.line(title)
    goes_on = others and all(part[:1].islower() for part in others) and first[-1:] not in ".:"
    return bool(goes_on) and len(words) < LONGEST_PHRASE and is_title(words)


def _said_first(reading: Reading, cell: Cell, body: Sequence[Block]) -> str:
    """A cell's words up to its text, which say what becomes of the assignment; else one sentence.

    "Papirkart utgår. Kartene finnes på nett.": the verb stands behind the title.
    """
    if not body:
        return reading.words(cell)
    if cell.start < body[0].start:
        return reading.words(Span(cell.start, body[0].start))
    start, end = reading.sentences(body[0])[0]
    return reading.words(Span(body[0].start + start, body[0].start + end))


def _title_and_body(
    reading: Reading, cell: Cell, *, in_series: bool
) -> tuple[Span | None, tuple[Block, ...]]:
    """What a cell gives as an assignment's title, and its other words.

    A phrase in the infinitive is a title where its number is one of the year's series.
    """
    first, *others = paragraphs_of(cell)
    words = reading.words(first)
    found = title_phrase(words, first.lead - first.start)
    if found is None and len(words) < LONGEST_PHRASE and not words.endswith((".", ":")):
        alone = (
            not others
            and len(reading.sentences(first)) == 1
            and (in_series or not is_infinitive_phrase(words))
        )
        if alone or is_title(words):
            return Span(first.start, first.end), tuple(others)
    if found is None:
        return None, (first, *others)
    title = Span(first.start, first.start + found.end)
    if first.start + found.rest >= first.end:
        return title, tuple(others)
    start = first.start + found.rest
    rest = replace(first, start=start, outer=start, lead=start)
    return title, (rest, *others)
