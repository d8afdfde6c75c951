"""Deadlines (frister): from labelled fields, prose that binds the recipient, and calendars."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tildeling.find.bodies import find_bodies
from tildeling.find.cues import find_statuses
from tildeling.find.date_words import QUALIFIERS
from tildeling.find.dates import DateExpression
from tildeling.find.patterns import has_any, marks_of
from tildeling.letter import Deadline
from tildeling.meaning.parts import DeadlineField
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Row, Span, Table
from tildeling.text.letter_text import distinct

LONG_FIELD = 60
"""Characters; a field longer than this is prose, where a date may also tell what has happened."""

# A sentence whose date binds somebody else, or is a goal of the government's own, or a law's.
_NOT_BINDING = re.compile(
    r"^(?:departementet|regjering(?:en|a)|stortinget|finansdepartementet)\s+(?:vil|tar sikte|"
    r"tek sikte|har|kommer|kjem|"
    r"legger|legg|skal|planlegger|planlegg|sender|sendte|sende)\b|"
    r"\b(?:mål(?:et|setting(?:en|a)?)?|ambisjon(?:en)?) (?:er|skal|om|at)\b|"
    r"(?:^EU\S* |^(?:alle )?|\bi (?:alle )?(?:EUs )?)medlems(?:stat(?:ene|ane)|land(?:ene|a))\b|"
    r"\b(?:ber|ba|bad|anmod(?:er|ar|et|a)) (?:\S+ ){0,6}?regjering(?:en|a)\b|"
    r"\btrer? i kraft\b|\btrådte i kraft\b|\btok til å gjelde\b|"
    r"^(?:kommun(?:ene|ane)|fylkeskommun(?:ene|ane)|statsforvalt(?:er|ar)(?:ne|ane|en))\s+(?:skal|må|har|bes|kan)\b",
    re.IGNORECASE,
)
# The verbs that set the start of the work itself: "Arbeidet påbegynnes snarest".
_START_OF_WORK = re.compile(
    r"\b(?:påbegynn\w*|start\w*|begynn\w*|igangset\w*|settes i gang|set(?:jast|tast) i gang|"
    r"s[ae]tt i gang|"
    r"ta til|tek til|setje i gang|iverkset\w*)\b",
    re.IGNORECASE,
)
_START_MARKS = ("begynn", "start", "igangset", "i gang", "iverkset", "ta til", "tek til")
_HAPPENED = re.compile(
    r"\b(?:ble|vart|blei|var|hadde|mottok|sendte|startet|starta|fikk|fekk|gikk|gjekk|vedtok|vedtatt|vedteke|har)\b",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:skal|må|bes|ber|frist\w*|sendes|sendast|oversendes|leveres|leverast|legges frem|"
    r"leggjast fram|rapporter\w*|"
    r"ferdigstill\w*|avleveres|gjennomføres|gjennomførast|innen|innan|senest|seinast|forventer|ventar|leverer|utbetales|utbetalast)\b",
    re.IGNORECASE,
)
_CUE_WORD = re.compile(r"frist\w*|innen|innan|senest|seinast", re.IGNORECASE)
_DUE = frozenset(("by", "end_of", "during", "early", "mid"))
_DUE_MARKS = marks_of(["frist"], (word for word, kind in QUALIFIERS.items() if kind in _DUE))
_FRIST_BEFORE = re.compile(
    r"\b(?:tids|svar|leverings)?frist\w*(?:\s+(?:for|til|med|på)\s[^.;:]{1,120}?)?"
    r"(?:\s+(?:er|blir|vert|settes til|set(?:jast|tast) til|endres til|blir endr(?:a|"
    r"et) til))?\s*:?\s*$",
    re.IGNORECASE,
)
_OF_DOCUMENT = re.compile(r"\b(?:av|datert|dagsett|den|fra|frå|per|pr\.|i)\s*$", re.IGNORECASE)
_LABEL_BEFORE = re.compile(
    r"\b(?P<label>frist(?:en)? (?:for|til|med) [^.:;]{2,120}):\s*$", re.IGNORECASE
)
_MEETING = re.compile(r"møte(?:t|r|ne|a)?\b|\bkonferanse|\bseminar|\bsamling\b", re.IGNORECASE)
_HANDED_IN = re.compile(
    r"rapport|innspill|innspel|regnskap|rekneskap|plan\b|budsjett|forslag|framlegg|oversikt|utkast|melding|"
    r"søknad|redegjør|utgreiing|notat|svar|bidrag",
    re.IGNORECASE,
)
_DATE_COLUMN = re.compile(r"(?:tids)?frist(?:er|ar)?(?: for \w+)?", re.IGNORECASE)
_YEAR_ROW = re.compile(r"(?:år )?(?P<year>(?:19|20)\d\d):?", re.IGNORECASE)
_TIME_COLUMN = re.compile(r"dato|tid(?:spunkt)?|når|måned|månad", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a date without a year is read with."""

    year: int | None
    letter_date: dt.date | None
    agency: frozenset[str] = frozenset()
    """The recipient's names, in small letters."""
    printed_year: int | None = None
    """The year that a row over a calendar's dates prints."""


def deadlines_in_field(
    reading: Reading, field: DeadlineField, calendar: Calendar
) -> list[Deadline]:
    """All that a labelled field sets; empty where it could not be read."""
    text = reading.words(field.span)
    dates = reading.dates(field.span)
    if len(text) > LONG_FIELD:
        dates = [
            date for date in dates if date.qualifier in _DUE or not _tells(text, date, calendar)
        ]
    spans = [(field.label_span.start, field.label_span.end)] if field.label_span else []
    if dates:
        return [
            _dated(
                reading,
                field.span.start,
                text,
                date,
                calendar,
                label=field.label,
                label_spans=spans,
            )
            for date in dates
        ]
    return [
        Deadline(
            date=None,
            status=status.status,
            label=field.label,
            text=text[status.start : status.end],
            sentence=reading.passage(field.span.start + status.start),
            recurrence=None,
            evidence=reading.evidence_of(
                [*spans, (field.span.start + status.start, field.span.start + status.end)]
            ),
        )
        for status in find_statuses(text)[:1]
    ]


def deadlines_in_prose(reading: Reading, span: Span, calendar: Calendar) -> list[Deadline]:
    """The deadlines that running text sets for the recipient."""
    text = reading.words(span)
    found: list[Deadline] = []
    if not has_any(text.lower(), _DUE_MARKS + _START_MARKS):
        return found  # it says nothing of any, as most text
    for start, end in reading.sentences(span):
        sentence = text[start:end]
        at = span.start + start
        is_due = has_any(sentence.lower(), _DUE_MARKS)
        dates = reading.dates(Span(at, span.start + end)) if is_due else ()
        due = [date for date in dates if _sets(sentence, date, calendar)]
        if due and not _binds_other(sentence, calendar):
            for date in due:
                label = _LABEL_BEFORE.search(sentence[: date.start])
                words = label["label"] if label else None
                found.append(_dated(reading, at, sentence, date, calendar, label=words))
        found.extend(_start_of_work(reading, at, sentence))
    return found


def _sets(sentence: str, date: DateExpression, calendar: Calendar) -> bool:
    """True where the sentence makes the date a deadline that is still to come."""
    return (
        _is_due(sentence, date)
        and (_BINDS.search(sentence) or _START_OF_WORK.search(sentence)) is not None
        and not _is_past(sentence, date, calendar)
    )


def _is_due(sentence: str, date: DateExpression) -> bool:
    """True where the words before a date make it a deadline: "innen", "i løpet av", "Frist:"."""
    return date.qualifier in _DUE or _FRIST_BEFORE.search(sentence[: date.start]) is not None


def _binds_other(sentence: str, calendar: Calendar) -> bool:
    if _NOT_BINDING.search(sentence):
        return True
    first = next(iter(find_bodies(sentence[:80])), None)
    return (
        first is not None
        and first.start == 0
        and first.kind == "agency"
        and first.name.casefold() not in calendar.agency
        and re.match(r"\s+(?:skal|må|vil|har|er)\b", sentence[first.end :]) is not None
    )


def _is_past(sentence: str, date: DateExpression, calendar: Calendar) -> bool:
    """True where the verb before a date tells what has happened.

    "Innen fristen" binds only where that day is still to come: "ble levert innen fristen 1. april".
    """
    lead = sentence[: date.start]
    happened = list(_HAPPENED.finditer(lead))
    binds = list(_BINDS.finditer(lead))
    if date.year is not None and _is_over(date, calendar):
        binds = [match for match in binds if not _CUE_WORD.fullmatch(match.group())]
    return bool(happened) and (not binds or binds[-1].start() < happened[-1].start())


def _is_over(date: DateExpression, calendar: Calendar) -> bool:
    """True for a day before the letter's own."""
    last = date.resolve(calendar.year, calendar.letter_date).date
    return last is not None and calendar.letter_date is not None and last < calendar.letter_date


def _tells(text: str, date: DateExpression, calendar: Calendar) -> bool:
    """True where a date in a field's prose is that of a document or an event: "brev av 3. mars"."""
    return _OF_DOCUMENT.search(text[: date.start]) is not None or _is_past(text, date, calendar)


def _start_of_work(reading: Reading, at: int, sentence: str) -> list[Deadline]:
    if not has_any(sentence.lower(), _START_MARKS) or not _START_OF_WORK.search(sentence):
        return []
    return [
        Deadline(
            date=None,
            status=status.status,
            text=sentence[status.start : status.end],
            sentence=reading.passage(at + status.start),
            evidence=reading.evidence(at, at + len(sentence)),
        )
        for status in find_statuses(sentence)
        if status.status == "immediate"
    ]


def _dated(
    reading: Reading,
    at: int,
    text: str,
    date: DateExpression,
    calendar: Calendar,
    *,
    label: str | None = None,
    label_spans: Sequence[tuple[int, int]] = (),
) -> Deadline:
    if date.year is None and calendar.printed_year is not None:
        date = date._replace(year=calendar.printed_year)
    resolved = date.resolve(calendar.year, calendar.letter_date)
    return Deadline(
        date=resolved.date,
        start=resolved.start,
        precision=resolved.precision,
        status="dated",
        label=label,
        text=text[date.start : date.end],
        sentence=reading.passage(at + date.start),
        recurrence=date.recurrence,
        year_inferred=resolved.year_inferred,
        evidence=reading.evidence_of([*label_spans, (at + date.start, at + date.end)]),
    )


def merged(fields: Iterable[Deadline], prose: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """One deadline for each date: what prose repeats lends its evidence to the labelled one."""
    kept = list(fields)
    for deadline in prose:
        for at, other in enumerate(kept):
            if _same(other, deadline):
                evidence = distinct(other.evidence + deadline.evidence)
                kept[at] = other.model_copy(update={"evidence": evidence})
                break
        else:
            kept.append(deadline)
    return tuple(kept)


def _same(first: Deadline, other: Deadline) -> bool:
    """One date, or one status without any; two sub-assignments may set one date each."""
    apart = first.label is not None and other.label is not None and first.label != other.label
    return first.status == other.status and first.date == other.date and not apart


@dataclass(frozen=True, slots=True)
class CalendarColumns:
    """Where a table that lists what falls due has its dates, and what is due."""

    when: int
    what: int
    headed: bool
    """True where the dates are headed "Frist"."""


def calendar_columns(reading: Reading, table: Table) -> CalendarColumns | None:
    """The columns of a table that lists what falls due when; None where it is no such table."""
    heads = {cell.column: reading.words(cell).strip(" :") for cell in table.rows[0].cells}
    for pattern, headed in ((_DATE_COLUMN, True), (_TIME_COLUMN, False)):
        for column, words in heads.items():
            if pattern.fullmatch(words) and len(heads) > 1:
                others = [other for other in heads if other != column]
                return CalendarColumns(column, others[0], headed)
    return None


def deadlines_in_calendar(
    reading: Reading, rows: Sequence[Row], columns: CalendarColumns, calendar: Calendar
) -> list[Deadline]:
    """The deadlines of a calendar's rows: a meeting is none.

    A year alone in a row is that of the dates under it.
    """
    found: list[Deadline] = []
    for row in rows:
        year = _YEAR_ROW.fullmatch(reading.words(row))
        if year is not None:
            calendar = replace(calendar, printed_year=int(year["year"]))
        date_cell = row.cell(columns.when)
        label_cell = row.cell(columns.what)
        if date_cell is None:
            continue
        label = reading.words(label_cell) if label_cell else None
        handed_in = label is not None and _HANDED_IN.search(label) is not None
        if not handed_in and (not columns.headed or (label and _MEETING.search(label))):
            continue
        found.extend(
            deadlines_in_field(reading, DeadlineField(date_cell, label, label_cell), calendar)
        )
    return found
