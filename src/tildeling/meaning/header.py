"""What a letter says of itself: kind, title, year, sender, recipient, date, case number."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.any_case import AnyCase, small_letters
from tildeling.find.dates import find_dates
from tildeling.find.language import written_language
from tildeling.find.patterns import DASH, GAP, MAYBE_GAP, YEAR
from tildeling.letter import Body, LetterKind, WrittenLanguage
from tildeling.meaning.closing import Closing
from tildeling.meaning.header_bodies import (
    ADDRESS_LINE,
    agency_name,
    agency_of,
    is_known,
    ministry_name,
    ministry_of,
)
from tildeling.meaning.header_fields import (
    CASE_NUMBER,
    HANGING,
    LABEL,
    Field,
    case_number_of,
    fields_of,
)
from tildeling.meaning.header_title import (
    YEAR_ALONE,
    addendum_number,
    kind_of,
    title_lines,
    title_of,
)
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Paragraph, Table

# Characters from the title on in which a letter says what it builds on.
OPENING = 3000
# A paragraph longer than this, in characters, is no longer part of the letter's head.
RUNNING_TEXT = 160
# Lines under a title among which a cover names the agency.
COVER_LINES = 3
# Blocks among which a floating frame is looked for, characters that one of its lines has, and rows
# of one that reads as a table: address and references beside each other.
FRAME_BLOCKS, FRAME_LINE, FRAME_ROWS = 60, 60, 8
# "for 2026", "2026"; no date's year ("av 13. desember 2019") and no session ("2019–2020").
_TITLE_YEAR = re.compile(
    rf"(?<![\w./-])(?<!\u2013)(?P<year>{YEAR})"
    rf"(?![\w/]|{MAYBE_GAP}{DASH}{MAYBE_GAP}(?:{YEAR}|\d\d(?!\d)))"
)
_HEADING_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÆØÅ]\w+\s*\w*$")
_DATE_BEFORE = re.compile(rf"\d{{1,2}}\.{MAYBE_GAP}\w{{3,9}}\.?{GAP}$")
# What is said to be for a year in the text, and the budget proposition, whose session ends in it.
_TEXT_YEARS = AnyCase(
    rf"""(?x)
    # "tildelingsbrevet til Kulturrådet for 2026", "midler for budsjettåret 2026"
    (?:
        tildelingsbrev(?:et)? | oppdragsdokument(?:et)? | oppdragsbrev(?:et)?
        | tilskuddsbrev(?:et)? | statsbudsjett(?:et)? | midl(?:er|ar)
      )
      (?:{GAP}til{GAP}[^\n.;]{{2,80}}?)?{GAP}(?:for{GAP})?(?:budsjettåret{GAP})?(?P<year>{YEAR})
    # "Prop. 1 S (2025–2026)"
    | prop\.{MAYBE_GAP}1{GAP}s{GAP}
      \({YEAR}{MAYBE_GAP}{DASH}{MAYBE_GAP}(?P<session>{YEAR})\)
    """
)
# The base letter that an addendum goes on from, right before its day; an addendum has days too.
_OF_BASE = re.compile(
    r"(?<!tillegg til )(?<!supplerende )(?<!supplerande )(?<!tillegget til )(?<!nr\. \d til )"
    r"\btildelingsbrev(?:et)?\s+(?:(?:av|datert|dagsett|den|frå|fra)\s+)*$",
    re.IGNORECASE,
)
# Months in which no year's first letter is sent.
_SENT_LATE = range(4, 10)
# The year in an assignment's number, "TB2026-17", "2020-017", and what stands before it.
_NUMBER_YEAR = re.compile(rf"(?P<year>{YEAR}){MAYBE_GAP}{DASH}{MAYBE_GAP}\d{{1,3}}(?!\d)")
_BEFORE_YEAR = re.compile(r"(?<![\w/])[A-ZÆØÅ]{0,6}$")
_PLACE = re.compile(r"[A-ZÆØÅ][\w ./-]{1,30},[ ](?:den[ ])?|[A-ZÆØÅ]\w{2,20}[ ](?:den[ ])?")


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a `Letter` that its head, title and closing give."""

    kind: LetterKind
    addendum_number: int | None
    title: str
    budget_year: int | None
    agency: Body | None
    ministry: Body | None
    date: dt.date | None
    case_number: str | None
    language: WrittenLanguage
    refers: bool
    """True where the label of a sender's reference stands in the head."""
    read: frozenset[int]
    """Where the blocks under the title's first start that belong to the title or to the head."""


def read_header(reading: Reading, closing: Closing) -> Header:
    """What the letter says of itself. Raises nothing: what is not printed is None."""
    lines = title_lines(reading)
    covered = None if reading.has_title else closing.covered_title
    title = title_of(reading, lines if covered is None else [covered])
    head = _head(reading)
    rows = _head_rows(reading, head)
    fields = list(fields_of(rows))
    columns = _columns(rows)
    date = _date(reading, rows, fields, closing)
    kind = kind_of(title, _opening(reading))
    prose = "\n".join((reading.text, *reading.laid.furniture))
    small = "\n".join(map(small_letters, (reading.text, *reading.laid.furniture)))
    return Header(
        kind=kind,
        addendum_number=addendum_number(title) if kind == "addendum" else None,
        title=title,
        budget_year=_budget_year(title, reading, kind, date),
        agency=agency_of(agency_name(columns, title, reading.text), prose, small),
        ministry=ministry_of(
            ministry_name(
                [line for lines in columns for line in lines],
                reading.laid.furniture,
                reading.text,
                date.year if date else None,
            ),
            prose,
            small,
        ),
        date=date,
        case_number=_case_number(fields),
        language=written_language(reading.text),
        refers=any(_refers(reading, block) for block in head),
        read=frozenset(block.start for block in (*lines[1:], *_under_title(reading, head))),
    )


def _opening(reading: Reading) -> str:
    start = reading.blocks[0].start if reading.blocks else 0
    return reading.text[start : start + OPENING]


def _budget_year(
    title: str, reading: Reading, kind: LetterKind, date: dt.date | None
) -> int | None:
    """The year in the title, else what the text says it is for, else by the letter's date.

    A year's first letter is often of the last months of the year before; an addendum never is.
    """
    for found in _TITLE_YEAR.finditer(title):
        if not _DATE_BEFORE.search(title[: found.start()]):
            return int(found["year"])
    if kind == "addendum" and date is not None and (year := _year_of_base(reading, date)):
        return year
    for text in (_opening(reading), reading.text):
        years = Counter(
            int(found["year"] or found["session"]) for found in _TEXT_YEARS.finditer(text)
        )
        if date is not None:
            years = Counter({y: n for y, n in years.items() if 0 <= y - date.year <= 1})
        if (
            kind == "addendum"
            and date is not None
            and (date.year in years or date.year in _years_of_numbers(reading.text))
        ):
            return date.year  # it may tell of next year's budget too
        if years:
            return years.most_common(1)[0][0]
    if numbers := _years_of_numbers(reading.text):
        return numbers.most_common(1)[0][0]
    if date is None:
        return None
    return date.year + 1 if kind == "base" and date.month >= 10 else date.year


def _years_of_numbers(text: str) -> Counter[int]:
    """The years in the numbers of assignments that a text names, and how often each does."""
    return Counter(
        int(found["year"])
        for found in _NUMBER_YEAR.finditer(text)
        if _BEFORE_YEAR.search(text, max(found.start() - 7, 0), found.start())
    )


def _year_of_base(reading: Reading, date: dt.date) -> int | None:
    """The year of the base letter that an addendum names by its day.

    "Tildelingsbrev 20. desember 2023" is of 2024, whatever is said of the budget for 2025.
    """
    opening = _opening(reading)
    for found in find_dates(opening):
        if found.precision != "day" or found.year is None:
            continue
        sent = found.resolve(None, None).date
        if sent is None or not _OF_BASE.search(opening[: found.start]):
            continue
        year = sent.year + (sent.month >= 10)
        if sent.month not in _SENT_LATE and year == date.year:
            return year
    return None


def _head(reading: Reading) -> tuple[Block, ...]:
    """The blocks that letterhead, address and references stand in.

    They stand over the title, on a cover under it, or in a frame anywhere on the first page. In a
    letter without a title that can be told, they are the short blocks that come first.
    """
    over = reading.laid.head
    first = 1 if reading.laid.has_title else 0
    if any(_refers(reading, block) for block in over):
        return over
    short: list[Block] = []
    for block in reading.blocks[first : first + 20]:
        if not _is_short(block):
            break
        short.append(block)
    on_cover = any(is_known(reading.words(block)) for block in short[:COVER_LINES])
    if on_cover or any(_refers(reading, block) for block in short) or not (first or over):
        return (*over, *short)
    return (*over, *_frame(reading))


def _is_short(block: Block) -> bool:
    return isinstance(block, Table) or block.end - block.start <= RUNNING_TEXT


def _under_title(reading: Reading, head: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of the head that stand after the title: on a cover, or in a frame."""
    over = {block.start for block in reading.laid.head}
    under = [block for block in head if block.start not in over]
    return tuple(block for block in under if reading.has_title and _is_of_head(reading, block))


def _is_of_head(reading: Reading, block: Block) -> bool:
    """True for a block that is nothing but a name, a label with its value, an address or a date."""
    words = reading.words(block)
    return (
        (isinstance(block, Table) and _is_frame(reading, block))
        or is_known(words)
        or LABEL.match(words) is not None
        or ADDRESS_LINE.search(words) is not None
        or CASE_NUMBER.fullmatch(words) is not None
        or YEAR_ALONE.fullmatch(words) is not None
        or _date_in(words, alone=True) is not None
    )


def _refers(reading: Reading, block: Block) -> bool:
    """True for a block with the label of our reference."""
    return any(label["case"] for label in LABEL.finditer(reading.words(block)))


def _frame(reading: Reading) -> tuple[Block, ...]:
    """The address and references that stand in a frame after text of the first page."""
    page = [block for block in reading.blocks[1:FRAME_BLOCKS] if (block.page or 1) == 1]
    for at, block in enumerate(page):
        if isinstance(block, Table):
            if _is_frame(reading, block):
                return (block,)
            continue
        if not LABEL.match(reading.words(block)):
            continue
        first = last = at
        while first and _is_line(reading, page[first - 1]):
            first -= 1
        while last + 1 < len(page) and _is_line(reading, page[last + 1]):
            last += 1
        frame = page[first : last + 1]
        if any(_refers(reading, one) for one in frame):
            return tuple(frame)
    return ()


def _is_frame(reading: Reading, table: Table) -> bool:
    """True for a table of short lines, of which a label of our reference begins one."""
    cells = [
        reading.words(part)
        for row in table.rows
        for cell in row.cells
        for part in cell.parts or (cell,)
    ]
    labels = (LABEL.match(words) for words in cells)
    return (
        len(table.rows) <= FRAME_ROWS
        and all(len(words) <= FRAME_LINE for words in cells)
        and any(label and label["case"] for label in labels)
    )


def _is_line(reading: Reading, block: Block) -> bool:
    """True for a block that may be a line of a frame: a name, a label, a number, a date."""
    words = reading.words(block)
    return (
        isinstance(block, Paragraph)
        and len(words) <= FRAME_LINE
        and not block.marker
        and (words[:1].isupper() or words[:1].isdigit())
        and not words.endswith((";", ","))
        and not _HEADING_NUMBER.match(words)
    )


def _head_rows(reading: Reading, head: Sequence[Block]) -> list[list[str]]:
    """The head as rows of cells, "" where a cell is empty; a paragraph is a row of one cell."""
    rows: list[list[str]] = []
    for block in head:
        if isinstance(block, Paragraph):
            rows.append([reading.words(block)])
            continue
        for row in block.rows:
            cells = [row.cell(column) for column in range(block.columns)]
            rows.append([reading.words(cell) if cell else "" for cell in cells])
    return rows


def _columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The head's lines column by column, without labels and their values."""
    width = max((len(row) for row in rows), default=0)
    return [
        [row[at] for row in rows if at < len(row) and row[at] and not LABEL.match(row[at])]
        for at in range(width)
    ]


def _case_number(fields: Sequence[Field]) -> str | None:
    """Our reference; where its label has none, one shifted under the empty label beside it."""
    ours = [field for field in fields if field.kind == "case"]
    shifted = [field for field in fields if field.kind == "other"] if ours else []
    numbers = (
        case_number_of(field.value)
        for field in (*ours, *(field for field in shifted if not field.bound))
    )
    return next((number for number in numbers if number), None)


def _date(
    reading: Reading, rows: Sequence[Sequence[str]], fields: Sequence[Field], closing: Closing
) -> dt.date | None:
    """The date beside its label, else alone on a line: in the head, under the title, at the end."""
    for field in fields:
        if field.kind == "date":
            date = _date_in(field.value, alone=False)
            if date:
                return date
    # A date set close behind the number: "16/7120- 16.01.2017" under "Vår ref".
    for field in fields:
        number = CASE_NUMBER.match(field.value)
        if number and (date := _date_in(field.value[number.end() :].strip(HANGING), alone=True)):
            return date
    lines = [cell for row in rows for cell in row]
    around = _around(reading, closing.first_block)
    lines += [reading.words(block) for block in around if isinstance(block, Paragraph)]
    return next((date for line in lines if (date := _date_in(line, alone=True))), None)


def _around(reading: Reading, end: int | None) -> tuple[Block, ...]:
    """The blocks under the title and around the greeting, where a date may stand on its own."""
    closing = reading.blocks[max(end - 1, 1) : end + 2] if end is not None else ()
    return (*reading.blocks[1:4], *closing)


def _date_in(words: str, alone: bool) -> dt.date | None:
    """The day that words begin with; where it stands alone, with nothing but a place before it."""
    if len(words) > 60:
        return None
    for found in find_dates(words):
        if found.precision != "day" or found.year is None or found.qualifier is not None:
            continue
        before, after = words[: found.start].strip(), words[found.end :].strip(" .")
        if not alone or not (after or (before and not _PLACE.fullmatch(f"{before} "))):
            return found.resolve(None, None).date
    return None
