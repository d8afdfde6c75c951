"""Calendars: tables and lists of what falls due when."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tildeling.find.dates import DateExpression, find_dates, find_day_in_digits
from tildeling.letter import Deadline
from tildeling.meaning.bound import Calendar
from tildeling.meaning.calendar_words import (
    DELIVERY_COLUMN,
    DUE_COLUMN,
    HANDED_IN,
    MEETING,
    MINISTRY_SENDS,
    MONTH_COLUMN,
    OF_OTHER_DAYS,
    OTHER_COLUMN,
    TIME_COLUMN,
    WHAT_COLUMN,
    WHO_COLUMN,
    YEAR_ROW,
)
from tildeling.meaning.deadline_words import HANDS_IN, MINISTRIES_IN_SHORT
from tildeling.meaning.deadline_years import heading_year, is_of_calendar, only_year, speaks_of_days
from tildeling.meaning.deadlines import deadlines_in_field, deadlines_of_day
from tildeling.meaning.parts import DeadlineField
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Cell, Paragraph, Row, Span, Table

_PARTS = re.compile(r"[,/;]| og ")
# So many lines over a list's line are looked at for what leads into the list.
LONGEST_LIST = 20
_DAY_ALONE = re.compile(r"(?:[12]?\d|3[01])\.?")
_DOTS = "...."
# What stands before the day that ends a line.
_LEADS = (":", "…", "..", "_")
# The same in an item of a list: in running text a comma or dash says nothing.
_LEADS_IN_LIST = (*_LEADS, " –", " —", " -", ",")
# Characters of a line in a list of deadlines.
SHORT = 120
_AFTER_DAY = re.compile(r"\s*[:–—-]\s*|\t\s*")


@dataclass(frozen=True, slots=True)
class CalendarColumns:
    """Where a table that lists what falls due has its dates, what is due, and who is to act."""

    when: int
    what: int
    who: int | None
    headed: bool
    """True where a heading says that the rows are due: "Frist", "Leveranse"."""
    heading_rows: int
    year: int | None
    """The year that a heading prints for all rows."""
    months: int | None = None
    """The column of the months, where that of the dates holds days of a month alone."""


def calendar_columns(reading: Reading, table: Table) -> CalendarColumns | None:
    """The columns of a table that lists what falls due when; None where it is no such table."""
    heads = {cell.column: _words(reading, cell) for cell in table.rows[0].cells}
    when = _when(heads)
    months = next((at for at, words in heads.items() if MONTH_COLUMN.fullmatch(words)), None)
    if months is not None and (days := _days_of_month(reading, table, months)) is not None:
        when = days
    elif when is not None and when == months:
        when, months = _days_beside(reading, table, when) or when, None
    else:
        months = None
    if when is None:
        when = _days_under_other_name(reading, table, heads)
    if when is None:
        return _without_heading(reading, table)
    others = [column for column in heads if column != when]
    named = [column for column in others if WHAT_COLUMN.fullmatch(heads[column])]
    rest = [column for column in others if not _is_aside(heads[column])]
    if not (named or rest):
        return None
    what = (named or rest)[0]
    who = next((column for column in others if WHO_COLUMN.fullmatch(heads[column])), None)
    headed = DUE_COLUMN.fullmatch(heads[when]) or DELIVERY_COLUMN.fullmatch(heads[what])
    year = only_year(heads[when]) or _year_over(reading, table)
    return CalendarColumns(when, what, who, headed is not None, 1, year, months)


def _words(reading: Reading, cell: Cell) -> str:
    return reading.line(cell).strip(" :")


def _when(heads: dict[int, str]) -> int | None:
    """The column of the dates; that of the months where there is no other."""
    if len(heads) < 2:
        return None
    for pattern in (DUE_COLUMN, TIME_COLUMN, MONTH_COLUMN):
        for column, words in heads.items():
            if pattern.fullmatch(words):
                return column
    return None


def _days_beside(reading: Reading, table: Table, months: int) -> int | None:
    """The column of days beside one of months, whatever its heading says."""
    for column in range(table.columns):
        cells = [cell for row in table.rows[1:] if (cell := row.cell(column)) and cell.end]
        words = [_words(reading, cell) for cell in cells]
        if column != months and words and all(_is_date(each) for each in words):
            return column
    return None


def _days_under_other_name(reading: Reading, table: Table, heads: dict[int, str]) -> int | None:
    """The one column of days where the words over a table speak of such: "Når på året"."""
    if not speaks_of_days(_over(reading, table)) or any(map(_is_date, heads.values())):
        return None
    columns: list[int] = []
    for column, head in heads.items():
        cells = [cell for row in table.rows[1:] if (cell := row.cell(column)) and cell.end]
        words = [_words(reading, cell) for cell in cells]
        if words and all(map(_is_date, words)) and not OF_OTHER_DAYS.search(head):
            columns.append(column)
    return columns[0] if len(columns) == 1 else None


def _days_of_month(reading: Reading, table: Table, months: int) -> int | None:
    """The column that holds a number with a full stop beside each of the months: "Mars | 15."."""
    for column in range(table.columns):
        cells = [cell for row in table.rows[1:] if (cell := row.cell(column)) and cell.end]
        words = [_words(reading, cell) for cell in cells if cell.columns == 1]
        if column != months and words and all(_DAY_ALONE.fullmatch(each) for each in words):
            return column
    return None


def _is_aside(words: str) -> bool:
    return any(kind.fullmatch(words) for kind in (WHO_COLUMN, OTHER_COLUMN, MONTH_COLUMN))


def _without_heading(reading: Reading, table: Table) -> CalendarColumns | None:
    """A table of two columns or three, of which one holds a date in each row and another words."""
    rows = [row for row in table.rows if YEAR_ROW.fullmatch(reading.words(row)) is None]
    if len(rows) < 2:
        return None
    for when in range(min(table.columns, 3)):
        if not all((cell := row.cell(when)) and _is_date(_words(reading, cell)) for row in rows):
            continue
        what = next((cell.column for cell in rows[0].cells if cell.column != when), None)
        if what is not None:
            return CalendarColumns(when, what, None, False, 0, _year_over(reading, table))
    return None


def _is_date(words: str) -> bool:
    """True for a day, week or month and nothing else."""
    dates = find_dates(words) or find_day_in_digits(words)
    return len(dates) == 1 and dates[0].end - dates[0].start >= len(words.strip(" ."))


def _over(reading: Reading, table: Table) -> str:
    """The words right over a table: its caption, a sentence, or a heading."""
    at = bisect_left(reading.blocks, table.start, key=_start)
    above = reading.blocks[at - 1] if at else None
    return reading.words(above) if isinstance(above, Paragraph) else ""


def _year_over(reading: Reading, table: Table) -> int | None:
    """The year of the caption over the table ("2027:", "Frister i 2027"), else of a heading."""
    caption = _over(reading, table)
    if YEAR_ROW.fullmatch(caption.strip()) or is_of_calendar(caption):
        return only_year(caption)
    return heading_year(reading, table.start)


def _start(block: Block) -> int:
    return block.start


@dataclass(frozen=True, slots=True)
class CalendarRows:
    """What the rows of a calendar set, and the times that could not be read."""

    deadlines: list[Deadline]
    unread: list[Span]


def read_calendar(
    reading: Reading, rows: Sequence[Row], columns: CalendarColumns, calendar: Calendar
) -> CalendarRows:
    """The deadlines of a calendar's rows: a meeting is none, nor is what the ministry does.

    A year alone in a row is that of the dates under it; so is the year of the date above, where a
    day without one comes after that.
    """
    found = CalendarRows([], [])
    year = columns.year
    above: dt.date | None = None
    month: Cell | None = None
    for row, when in _with_times(reading, rows, columns.when):
        if when is None:
            year, above = int(reading.words(row).strip(" :")[-4:]), None
            continue
        if columns.months is not None:
            named = row.cell(columns.months)
            month = named if named is not None and named.start < named.end else month
        what = row.cell(columns.what)
        label = reading.line(what) if what else None
        field = DeadlineField(when, label, what)
        beside = _year_beside(reading, row, when)
        own = replace(calendar, printed_year=beside or year or (above.year if above else None))
        if month is not None:
            deadlines = deadlines_of_day(reading, field, month, own)
        else:
            deadlines = deadlines_in_field(reading, field, own)
        if (
            not (beside or year)
            and above
            and any(one.date and one.date < above for one in deadlines)
        ):
            deadlines = deadlines_in_field(reading, field, calendar)
        last = max((date for date in reading.dates(when) if date.year), key=_end, default=None)
        above = (last.resolve(last.year, None).date if last else None) or above
        if _falls_due(reading, row, columns, label):
            found.deadlines.extend(deadlines)
            if not deadlines and re.search(r"\w", reading.words(when)):
                found.unread.append(when)
    return found


def _year_beside(reading: Reading, row: Row, when: Cell) -> int | None:
    """The year of a cell "Februar 2015" beside the day: both name one time."""
    years = (
        only_year(words)
        for cell in row.cells
        if cell is not when and _is_date(words := _words(reading, cell))
    )
    return next((year for year in years if year is not None), None)


def _with_times(
    reading: Reading, rows: Sequence[Row], column: int
) -> Iterator[tuple[Row, Cell | None]]:
    """Each row with its time, which may span several; None with a row that is a year alone."""
    time: Cell | None = None
    rest = 0
    for row in rows:
        if YEAR_ROW.fullmatch(reading.words(row).strip()):
            yield row, None
            continue
        own = row.cell(column)
        if own is not None and own.start < own.end:
            time, rest = own, own.rows
        if time is not None and rest > 0:
            yield row, time
        rest -= 1


def _end(date: DateExpression) -> int:
    return date.end


def _falls_due(reading: Reading, row: Row, columns: CalendarColumns, label: str | None) -> bool:
    """True for a row of something that the recipient hands in."""
    who = row.cell(columns.who) if columns.who is not None else None
    if who is not None and is_ministry(reading.words(who)):
        return False
    if label is None:
        return columns.headed
    if MINISTRY_SENDS.match(label):
        return False
    handed_in, meeting = HANDED_IN.search(label), MEETING.search(label)
    if meeting is not None:
        return handed_in is not None and handed_in.start() < meeting.start()
    return columns.headed or handed_in is not None


def is_ministry(words: str) -> bool:
    """True where nobody else than the ministry is to act."""
    names = [name.strip() for name in _PARTS.split(words) if name.strip()]
    return bool(names) and all(
        name in MINISTRIES_IN_SHORT or name.casefold().endswith("departementet") for name in names
    )


def deadlines_in_line(reading: Reading, block: Paragraph, calendar: Calendar) -> list[Deadline]:
    """The deadlines of a line "1. februar 2023: Oppdatert prognose" under a calendar's heading.

    A line may also end with its day, after a colon or dots; such lines may be one paragraph.
    """
    heading = reading.place(block.start).words
    above = _line_above(reading, block)
    if not (speaks_of_days(heading) or speaks_of_days(above)):
        return []
    dates = reading.dates(block)
    own = replace(calendar, printed_year=only_year(heading) or only_year(above))
    led_in = above.endswith(":") and HANDS_IN.search(above) is not None
    found: list[Deadline] = []
    for start, end in _lines(reading.words(block), dates):
        line = Span(block.start + start, block.start + end)
        leads = _LEADS if block.marker is None else _LEADS_IN_LIST
        found.extend(_in_line(reading, line, own, leads, led_in=led_in))
    return found


def _lines(words: str, dates: Sequence[DateExpression]) -> list[tuple[int, int]]:
    """A paragraph as one line; parted after each day that dots lead to."""
    if _DOTS not in words:
        return [(0, len(words))]
    ends = [date.end for date in dates if words[: date.start].rstrip().endswith(_DOTS)]
    starts = [0, *(end + len(words[end:]) - len(words[end:].lstrip()) for end in ends)]
    return list(zip(starts, ends, strict=False))


def _in_line(
    reading: Reading, line: Span, calendar: Calendar, leads: tuple[str, ...], *, led_in: bool
) -> list[Deadline]:
    """What a line sets; `led_in` where the sentence over its list says that all is handed in."""
    parted = _parted(reading.words(line), reading.dates(line), leads)
    if parted is None:
        return []
    date, what, label = parted
    handed_in, meeting = HANDED_IN.search(what), MEETING.search(what)
    if MINISTRY_SENDS.match(what) or (handed_in is None and (meeting or not led_in)):
        return []
    if handed_in is not None and meeting is not None and meeting.start() < handed_in.start():
        return []
    span = Span(line.start + date.start, line.start + date.end)
    return deadlines_in_field(reading, DeadlineField(span, label), calendar)


def _line_above(reading: Reading, block: Paragraph) -> str:
    """The short paragraph that a list stands under: "Frister i 2018 og 2019:"."""
    at = bisect_left(reading.blocks, block.start, key=_start)
    for above in reversed(reading.blocks[max(0, at - LONGEST_LIST) : at]):
        words = reading.words(above)
        last = words[max(words.rfind(". ") + 2, 0) if ". " in words else 0 :]
        if isinstance(above, Paragraph) and words.endswith(":") and len(last) <= SHORT:
            return last
        if not isinstance(above, Paragraph) or len(words) > SHORT:
            return ""
    return ""


def _parted(
    words: str, dates: Sequence[DateExpression], leads: tuple[str, ...]
) -> tuple[DateExpression, str, str | None] | None:
    """A line's day, what is due, and that as a label where it stands first."""
    if not dates:
        return None
    first, last = dates[0], dates[-1]
    after = _AFTER_DAY.match(words, first.end)
    if first.start == 0 and after is not None:
        return first, words[after.end() :], None
    lead = words[: last.start].rstrip()
    if last.end >= len(words.rstrip(" .")) and lead.endswith(leads):
        what = lead.rstrip(" .:…_–—,-")
        return last, what, what if lead[-1] != "," else None
    return None
