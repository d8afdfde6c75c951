"""Assignment headings in all their forms: a bold line, a row of a table, the first row of a box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tildeling.find.numbers import (
    AssignmentNumber,
    canonical_number,
    find_assignment_numbers,
    parse_number,
)
from tildeling.meaning.amending_words import LAPSES
from tildeling.meaning.labels import match_label
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Cell, Paragraph, Row, Span, Table

# What may stand before a number in a heading: "Oppdrag nr.", "ID:", "Deloppdrag" is none of them.
_LEAD = re.compile(
    r"(?:(?:nytt\s+)?(?:oppdrag(?:snummer|snr\.?|s-?id)?|id|tiltak|bestilling)\s*"
    r"(?:(?:nr|nummer|id)\b\.?)?\s*:?\s*(?:(?:nr|nummer|id)\b\.?\s*:?\s*)?)?",
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(r"\s*(?:[:.–—-]\s*)?")
_UNNUMBERED = re.compile(r"(?:nytt\s+)?oppdrag\s*:\s*(?=\S)", re.IGNORECASE)
_BARE = re.compile(
    r"oppdrag\s*(?:nr\.?|nummer)?\s*(?P<number>\d{1,3})(?:\s*[:.–-]\s*|\s+(?=[A-ZÆØÅ]))",
    re.IGNORECASE,
)
# A number with a year of two digits ("25-01") is one where its place says so: in the number's own
# cell of a table, or after the word "Oppdrag".
_SHORT = re.compile(
    r"(?P<prefix>[A-ZÆØÅ]{0,5})[ -]?(?P<year>\d{2})\s?[-–/]\s?(?P<sequence>\d{1,3})(?!\d)"
)
_WITHHELD = re.compile(
    r"unn(?:t|at)(?:att|eke|atte|ekne)\s+(?:(?:fr[åa]|for)\s+)?offentl|u\.?\s?off\b|"
    r"(?:(?:blir|vert|vil bli)\s+)?ettersend",
    re.IGNORECASE,
)
_AMOUNT_CELL = re.compile(r"[-+–−(]?[\d\s.,]+\)?(?:\s*kr(?:oner)?)?")
_DEPARTMENT = re.compile(r"[A-ZÆØÅ]{2,6}(?:/[A-ZÆØÅ]{2,6})?")

LONGEST_TITLE = 260
"""Characters; a paragraph that is longer is a title with text running on."""

# The columns of an overview of assignments, and what each holds.
_OVERVIEW = {
    "number": re.compile(
        r"(?:oppdrags?)?-?\s*(?:nr\.?|nummer|id)|løpenr\.?|oppdragsnr\.?", re.IGNORECASE
    ),
    "title": re.compile(
        r"oppdrag(?:et|stittel)?|tittel|tiltak|oppgave|oppgåve|beskrivelse|beskriving|tekst",
        re.IGNORECASE,
    ),
    "deadline": re.compile(r"(?:tids)?frist(?:er|ar)?|når|leveres|levering", re.IGNORECASE),
    "responsible": re.compile(
        r"(?:ansvarl[ie]g\s*)?(?:fag)?avd(?:eling|\.)?|ansvarl[ie]g", re.IGNORECASE
    ),
    "financing": re.compile(r"finansiering|kap\.?/?\s*post|beløp|midl[ea]r", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class AssignmentHeading:
    """An assignment's heading, with what its own row says of deadline, money and department."""

    span: Span
    number: AssignmentNumber | None
    number_span: Span | None
    title: tuple[Span, ...]
    """The title's spans; empty where withheld."""
    size: float
    in_table: bool = False
    listed: bool = False
    """True where it stands in a list that may only name what follows."""
    rest: Span | None = None
    """Text that runs on after the title in the same paragraph."""
    responsible: Span | None = None
    deadline: Span | None = None
    financing: Span | None = None
    withheld: bool = False
    cancelled: bool = False
    amends: bool = False
    """True where it is a sentence that changes an assignment given in an earlier letter."""


def assignment_heading(
    reading: Reading, block: Paragraph, following: Block | None
) -> AssignmentHeading | None:
    """The heading that a paragraph is or begins with, or None."""
    words = reading.words(block)
    number, start, end = _leading_number(words)
    if number is None:
        match = _UNNUMBERED.match(words)
        if match is None or block.marker or not _stands_out(reading, block):
            return None
        return _heading(reading, block, None, None, Span(block.start + match.end(), block.end))
    # A number that begins a whole paragraph of text heads it, even where the type does not say so.
    stands_out = _stands_out(reading, block) or block.lead > block.start
    listed = block.marker is not None or not (stands_out or len(words) > LONGEST_TITLE)
    number_span = Span(block.start + start, block.start + end)
    after = _AFTER_NUMBER.match(words, end)
    title_start = block.start + (after.end() if after else end)
    title = Span(title_start, block.end)
    if listed and not _names_something(words[end:]):
        return None
    heading = _heading(reading, block, number, number_span, title)
    heading = replace(heading, listed=listed)
    if block.start < block.lead < block.end and block.lead > title_start + 8 and not listed:
        heading = _cut(heading, block.lead, block.end)
    return heading


def _cut(heading: AssignmentHeading, end: int, block_end: int) -> AssignmentHeading:
    """The heading with its title ended where the bold type ends."""
    title = Span(heading.title[0].start, end) if heading.title else None
    return replace(heading, title=(title,) if title else (), rest=Span(end, block_end))


def _heading(
    reading: Reading,
    block: Paragraph,
    number: AssignmentNumber | None,
    number_span: Span | None,
    title: Span,
) -> AssignmentHeading:
    words = reading.words(title)
    withheld = _WITHHELD.search(words)
    cancelled = LAPSES.search(words)
    kept: tuple[Span, ...] = (title,)
    if withheld is not None:
        before = words[: withheld.start()].rstrip(" (–-.,:")
        kept = (Span(title.start, title.start + len(before)),) if before else ()
    elif cancelled is not None:
        before = words[: cancelled.start()].rstrip(" (–-.,:")
        kept = (Span(title.start, title.start + len(before)),) if before else ()
    elif not words.strip():
        kept = ()
    return AssignmentHeading(
        Span(block.outer, block.end),
        number,
        number_span,
        kept,
        block.style.size,
        withheld=withheld is not None,
        cancelled=cancelled is not None,
    )


def _leading_number(words: str) -> tuple[AssignmentNumber | None, int, int]:
    """The assignment number that words begin with, and its span in them."""
    lead = _LEAD.match(words)
    at = lead.end() if lead else 0
    for number in find_assignment_numbers(words[: at + 60]):
        if number.start == at and not number.is_bare:
            return number, number.start, number.end
        break
    if at > 0 and (short := _short_number(words, at)) is not None:
        return short, short.start, short.end
    bare = _BARE.match(words)
    if bare is not None:
        return parse_number(bare["number"]), bare.start("number"), bare.end("number")
    return None, 0, 0


def _short_number(words: str, at: int) -> AssignmentNumber | None:
    """A number whose year has two digits, at a place in some words."""
    match = _SHORT.match(words, at)
    if match is None:
        return None
    return AssignmentNumber(
        match.start(),
        match.end(),
        match.group(),
        canonical_number(match.group()),
        match["prefix"] or None,
        2000 + int(match["year"]),
        int(match["sequence"]),
    )


def _number_cell(words: str) -> AssignmentNumber | None:
    """The number that is all of a cell's words."""
    words = _LEAD.sub("", words, count=1).strip(" :.")
    short = _short_number(words, 0)
    if short is not None and short.end == len(words):
        return short
    return parse_number(words)


def _stands_out(reading: Reading, block: Paragraph) -> bool:
    style = block.style
    return (
        style.bold
        or style.underlined
        or style.size > reading.laid.body_size * 1.04
        or (style.italic and len(reading.words(block)) < 160)
    )


def _names_something(rest: str) -> bool:
    """True where what follows a number reads as a title, not as the middle of a sentence."""
    after = rest.lstrip(" :.–—-(")
    return bool(after) and (
        after[0].isupper()
        or after[0] in "«\"”'"
        or _WITHHELD.match(after) is not None
        or LAPSES.match(after) is not None
    )


def heads_of_table(reading: Reading, table: Table) -> Iterator[AssignmentHeading | Block]:
    """The assignment headings that a table's rows are; the table itself where they are none."""
    columns = _overview_columns(reading, table)
    if columns is not None:
        found = [
            heading
            for row in table.rows[1:]
            if (heading := _overview_row(reading, row, columns)) is not None
        ]
        if found:
            yield from found
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
    number, start, end = _leading_number(words)
    rest = list(row.cells[1:])
    if number is None and rest and not _AMOUNT_CELL.fullmatch(reading.words(rest[-1])):
        number = _short_number(words, 0)
        start, end = 0, len(words)
        if number is not None and number.end != len(words):
            number = None
    number_span: Span | None = None
    title: list[Span] = []
    if number is not None:
        number_span = Span(first.start + start, first.start + end)
        after = _AFTER_NUMBER.match(words, end)
        at = first.start + (after.end() if after else end)
        if at < first.end:
            title.append(Span(at, first.end))
    elif not (re.fullmatch(r"oppdrag\s*:", words, re.IGNORECASE) and rest):
        return None
    responsible = _department(reading, rest)
    title.extend(cell for cell in rest if cell is not responsible)
    if not title:
        return None
    text = " ".join(reading.words(span) for span in title)
    withheld = _WITHHELD.search(text) is not None
    return AssignmentHeading(
        Span(row.start, row.end),
        number,
        number_span,
        () if withheld else tuple(title),
        0.0,
        in_table=True,
        responsible=responsible,
        withheld=withheld,
        cancelled=LAPSES.search(text) is not None,
    )


def _heading_of_labels(reading: Reading, row: Row, below: Row) -> AssignmentHeading | None:
    """Number and title as labelled rows: "Nr. | 2025-01" over "Oppdrag | Felles register"."""
    if len(row.cells) != 2 or len(below.cells) != 2:
        return None
    labels = [reading.words(line.cells[0]).strip(" :") for line in (row, below)]
    number = _number_cell(reading.words(row.cells[1]))
    if number is None or not (
        _OVERVIEW["number"].fullmatch(labels[0]) and _OVERVIEW["title"].fullmatch(labels[1])
    ):
        return None
    title = below.cells[1]
    words = reading.words(title)
    withheld = _WITHHELD.search(words) is not None
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


def _overview_columns(reading: Reading, table: Table) -> dict[str, int] | None:
    """Which column of an overview holds what, by its heading row; None where it is no overview."""
    if len(table.rows) < 2:
        return None
    columns: dict[str, int] = {}
    for cell in table.rows[0].cells:
        words = reading.words(cell).strip(" :")
        for name, pattern in _OVERVIEW.items():
            if name not in columns and pattern.fullmatch(words):
                columns[name] = cell.column
                break
    return columns if "title" in columns and "number" in columns else None


def _overview_row(reading: Reading, row: Row, columns: dict[str, int]) -> AssignmentHeading | None:
    cells = {name: row.cell(column) for name, column in columns.items()}
    number_cell, title = cells["number"], cells["title"]
    number = _number_cell(reading.words(number_cell)) if number_cell else None
    if title is None or (number is None and match_label(reading.words(title))):
        return None
    words = reading.words(title)
    withheld = _WITHHELD.search(words) is not None
    return AssignmentHeading(
        Span(row.start, row.end),
        number,
        number_cell if number is not None else None,
        () if withheld else (title,),
        0.0,
        in_table=True,
        listed=True,
        responsible=cells.get("responsible"),
        deadline=cells.get("deadline"),
        financing=cells.get("financing"),
        withheld=withheld,
        cancelled=LAPSES.search(words) is not None,
    )
