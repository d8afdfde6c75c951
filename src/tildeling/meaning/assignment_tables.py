"""Tables whose rows are assignments: overviews with a heading row, and boxes of labelled rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tildeling.meaning.amending_words import LAPSES
from tildeling.meaning.boxed import boxed_assignments, sure_assignments
from tildeling.meaning.headings import (
    AFTER_NUMBER,
    WITHHELD,
    AssignmentHeading,
    leading_number,
    number_cell,
    short_number,
)
from tildeling.meaning.labels import match_label
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import LONGEST_PHRASE, is_title, title_phrase
from tildeling.text.blocks import Block, Cell, Paragraph, Row, Span, Style, Table, paragraphs_of

_AMOUNT_CELL = re.compile(r"[-+–−(]?[\d\s.,]+\)?(?:\s*kr(?:oner)?)?")
# "FHA", "SHA/KTA", "Avd. HOD: FHA", "Ansvarlig avdeling i HOD: KTA".
_DEPARTMENT = re.compile(
    r"(?:(?i:(?:ansvarl[ie]g\s*)?(?:(?:fag)?avd(?:eling|\.)?\s*)?(?:i\s+)?)(?:[A-ZÆØÅ]{2,5})?\s*:\s*)?"
    r"(?P<name>[A-ZÆØÅ]{2,6}(?:/[A-ZÆØÅ]{2,6})*)",
)
_NAMES_ASSIGNMENT = re.compile(
    r"(?:navn på )?(?:oppdrag(?:et|stittel|ene|a)?|bestilling(?:er|ar)?)(?: i \d{4})?",
    re.IGNORECASE,
)
OLD_DEADLINE = re.compile(
    r"(?:opprinnel[ie]g|opphavleg|tidligere|tidlegare|gammel|gamal|gjeldende|gjeldande) "
    r"(?:tids)?frist",
    re.IGNORECASE,
)
# The columns of an overview of assignments, and what each holds.
_COLUMNS = {
    "number": re.compile(
        r"(?:oppdrags?)?-?\s*(?:nr\.?|nummer|id|kode)|løpenr\.?|oppdragsnr\.?|#", re.IGNORECASE
    ),
    "title": re.compile(
        rf"{_NAMES_ASSIGNMENT.pattern}|tittel|tiltak|oppgave|oppgåve|aktivitet|leveranse|tekst|tema|"
        r"(?:hva|kva)(?: (?:som )?skal (?:gjøres|gjerast|leveres|leverast))?",
        re.IGNORECASE,
    ),
    "text": re.compile(
        r"(?:nærmere |nærare )?(?:beskrivelse|beskriving|omtale|innhold|innhald)(?: av oppdraget)?|"
        r"merknad|kommentar|(?:ny )?status(?: og (?:ny )?frist)?|endring",
        re.IGNORECASE,
    ),
    "deadline": re.compile(
        r"(?:ny |endra |endret |revidert )?(?:tids|leverings?)?frist(?:er|ar)?(?: \d{4})?|når|"
        r"leveres|leverast|levering(?:s(?:dato|tidspunkt))?|leveransedato|tidspunkt|ferdig(?:stilling)?",
        re.IGNORECASE,
    ),
    "responsible": re.compile(
        r"(?:ansvarl[ie]g\s*)?(?:fag)?avd(?:eling|\.)?|ansvarl[ie]g", re.IGNORECASE
    ),
    "financing": re.compile(r"finansiering|kap\.?/?\s*post|beløp|midl[ea]r", re.IGNORECASE),
}


def heads_of_table(reading: Reading, table: Table) -> Iterator[AssignmentHeading | Block]:
    """The assignment headings that a table's rows are; the table itself where they are none."""
    overview = _overview(reading, table)
    if overview is not None and (overview.names_assignments or "number" in overview.columns):
        found = _overview_rows(reading, table, overview)
        if found:
            yield from found
            return
    boxed = sure_assignments(reading, table)
    if boxed:
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


def _table_of(table: Table, rows: list[Row]) -> Iterator[Table]:
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
    number_span: Span | None = None
    title: list[Span] = []
    if number is not None:
        number_span = Span(first.start + start, first.start + end)
        after = AFTER_NUMBER.match(words, end)
        at = first.start + (after.end() if after else end)
        if at < first.end:
            title.append(Span(at, first.end))
    elif not (rest and re.fullmatch(r"oppdrag\s*:?", words, re.IGNORECASE)):
        return None
    else:
        first, rest = rest[0], rest[1:]
        number, start, end = leading_number(reading.words(first))
        if number is None and not words.endswith(":"):
            return None
        at = first.start
        if number is not None:
            number_span = Span(first.start + start, first.start + end)
            after = AFTER_NUMBER.match(reading.words(first), end)
            at += after.end() if after else end
        if at < first.end:
            title.append(Span(at, first.end))
    department = _department(reading, rest)
    named = bool(title)
    others = [cell for cell in rest if cell is not department]
    # Beside its heading at the side stands the text: "Oppdrag 2026-01 Kaikart | Etaten skal ...".
    texts = [cell for cell in others if named and _is_text(reading.words(cell))]
    title.extend(cell for cell in others if cell not in texts)
    if not title and (number is None or first is row.cells[0]):
        return None
    text = " ".join(reading.words(span) for span in title)
    withheld = WITHHELD.search(text) is not None
    return AssignmentHeading(
        Span(row.start, row.end),
        number,
        number_span,
        () if withheld else tuple(title),
        0.0,
        in_table=True,
        responsible=_department_name(reading, department) if department is not None else None,
        withheld=withheld,
        cancelled=LAPSES.search(text) is not None,
        body=tuple(part for cell in texts for part in paragraphs_of(cell)),
    )


def _is_text(words: str) -> bool:
    """True for a cell of sentences, which is no title."""
    return words.endswith(".") and not is_title(words[:-1])


def _heading_of_labels(reading: Reading, row: Row, below: Row) -> AssignmentHeading | None:
    """Number and title as labelled rows: "Nr. | 2025-01" over "Oppdrag | Felles register"."""
    if len(row.cells) != 2 or len(below.cells) != 2:
        return None
    labels = [reading.words(line.cells[0]).strip(" :") for line in (row, below)]
    number = number_cell(reading.words(row.cells[1]))
    if number is None or not (
        _COLUMNS["number"].fullmatch(labels[0]) and _COLUMNS["title"].fullmatch(labels[1])
    ):
        return None
    title = below.cells[1]
    words = reading.words(title)
    withheld = WITHHELD.search(words) is not None
    return AssignmentHeading(
        Span(row.start, below.end),
        number,
        row.cells[1],
        () if withheld else (title,),
        0.0,
        in_table=True,
        withheld=withheld,
        cancelled=LAPSES.search(words) is not None,
    )


def _department(reading: Reading, cells: list[Cell]) -> Cell | None:
    """The cell that names the ministry's own department: a few capitals."""
    for cell in cells:
        if len(cells) > 1 and _DEPARTMENT.fullmatch(reading.words(cell).strip()):
            return cell
    return None


def _department_name(reading: Reading, cell: Cell) -> Span:
    """The department in its cell, without the words "Avd. HOD:"."""
    match = _DEPARTMENT.match(reading.words(cell))
    if match is None:
        return cell
    return Span(cell.start + match.start("name"), cell.start + match.end("name"))


@dataclass(frozen=True, slots=True)
class _Overview:
    """Which column of an overview holds what, by its heading row."""

    columns: dict[str, int]
    heading_rows: int
    names_assignments: bool
    """True where its heading says that its rows are assignments."""


def _overview(reading: Reading, table: Table) -> _Overview | None:
    """None where a table's heading row is not that of an overview."""
    if len(table.rows) < 2:
        return None
    columns: dict[str, int] = {}
    named = False
    for cell in table.rows[0].cells:
        words = " ".join(reading.words(cell).split()).strip(" :")
        if OLD_DEADLINE.fullmatch(words):
            continue
        for name, pattern in _COLUMNS.items():
            if name not in columns and pattern.fullmatch(words):
                columns[name] = cell.column
                named = named or _NAMES_ASSIGNMENT.fullmatch(words) is not None
                break
    if "title" not in columns and "text" in columns:
        columns["title"] = columns.pop("text")
    if "title" not in columns or len(columns) == 1:
        return None
    return _Overview(columns, max(table.heading_rows, 1), named)


def rows_among_assignments(reading: Reading, table: Table) -> list[AssignmentHeading]:
    """The rows of a table that stands among assignments, where its heading does not say so.

    Empty where it has no heading row of an overview, and is no box.
    """
    boxed = boxed_assignments(reading, table)
    if boxed:
        return boxed
    overview = _overview(reading, table)
    return _overview_rows(reading, table, overview) if overview is not None else []


def _overview_rows(reading: Reading, table: Table, overview: _Overview) -> list[AssignmentHeading]:
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


def _goes_on(heading: AssignmentHeading, overview: _Overview) -> bool:
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
        after = AFTER_NUMBER.match(reading.words(title), end) if number is not None else None
        if after is not None:
            title = replace(title, start=title.start + after.end())
    if number is None and len(row.cells) == 1 and (title.heading or title.columns > 1):
        return None  # it names a group of the rows under it
    words = reading.words(title)
    withheld = WITHHELD.search(words) is not None
    named, body = _title_and_body(reading, title)
    text = cells.get("text")
    if text is not None:
        body = (*body, *paragraphs_of(text))
    return AssignmentHeading(
        Span(row.start, row.end),
        number,
        number_span if number is not None else None,
        () if withheld or named is None else (named,),
        0.0,
        in_table=True,
        listed=True,
        responsible=cells.get("responsible"),
        deadline=cells.get("deadline"),
        financing=cells.get("financing"),
        withheld=withheld,
        cancelled=LAPSES.search(words) is not None,
        body=() if withheld else body,
    )


def _title_and_body(reading: Reading, cell: Cell) -> tuple[Span | None, tuple[Block, ...]]:
    """What a cell gives as an assignment's title, and its other words."""
    first, *others = paragraphs_of(cell)
    words = reading.words(first)
    found = title_phrase(words, first.lead - first.start)
    if found is None and len(words) < LONGEST_PHRASE and not words.endswith((".", ":")):
        alone = not others and len(reading.sentences(first)) == 1
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
