"""Deadlines (frister): from labelled fields, and from prose that binds the recipient."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tildeling.find.cues import StatusExpression, find_statuses
from tildeling.find.dates import DateExpression, find_dates, find_day_in_digits
from tildeling.letter import Deadline, Recurrence
from tildeling.meaning.amending_words import MOVE, TOLD
from tildeling.meaning.borrowing import (
    borrowing,
    find_borrowing,
    is_told_with_a_day,
    without_own_period,
)
from tildeling.meaning.bound import Calendar, binds_other, of_recipient
from tildeling.meaning.deadline_words import (
    ACTS,
    AND_BY,
    AT_END,
    AT_END_OF_THIS_YEAR,
    CLAUSE,
    COMPLETES,
    CONDITION_BEFORE,
    CUE_WORD,
    DONE_BY_OTHERS,
    ENSURES,
    EVENT,
    FIRST_TIME_BEFORE,
    FIRST_TIME_IN,
    FRIST_BEFORE,
    HANDED_AROUND,
    HANDED_BEFORE,
    HANDS_IN,
    INFINITIVE,
    JOINT,
    LENGTH_OF_TIME,
    NO_DEADLINE,
    REPEATS,
    SUBORDINATE,
    TARGET,
    TELLS,
)
from tildeling.meaning.deadline_years import is_printed_before, not_before, with_printed_year
from tildeling.meaning.delivered import DELIVERS, is_delivered
from tildeling.meaning.due_clauses import (
    REACH,
    is_aside,
    is_of_report,
    still_due,
    without_reason,
    words_before,
)
from tildeling.meaning.labels import match_label
from tildeling.meaning.moved_days import DUE, is_old, moved_and_others, moved_to, moves
from tildeling.meaning.parts import DeadlineField
from tildeling.meaning.reading import Reading
from tildeling.meaning.recurring import recurrence_of, recurring_alike, repeats_of
from tildeling.meaning.undated import (
    START_OF_WORK,
    start_of_work,
    with_another,
    without_date,
)
from tildeling.text.blocks import Span
from tildeling.text.letter_text import distinct

# A year alone that is further off is a goal's: letters ask for work of their own year or the next
# ("innen utgangen av 2027" in a letter for 2026).
YEARS_AHEAD = 1
# Characters; a field longer than this is prose, where a date may also tell what has happened.
LONG_FIELD = 60

_HAPPENED = re.compile(
    r"\b(?:ble|vart|blei|var|hadde|mottok|sendte|startet|starta|fikk|fekk|gikk|gjekk|vedtok|vedtatt|"
    r"vedteke|bad?(?! om å få)|skulle|har(?! (?:fram |frem )?til))\b",
    re.IGNORECASE,
)
# What tells of a thing: "kommuner som ikke har ajourført matrikkelen, innen 1. april".
_ABOUT = re.compile(
    r"\bsom\s+(?:ikke\s+|ikkje\s+)?(?:har|hadde|ble|vart|er)\b[^,.;:]*,|"
    r",\s+(?:etter at|når|ettersom|fordi|siden|sidan)\b[^,.;:]*,"
)
_BINDS = re.compile(
    r"""
    \b(?:
        skal | må | bes | ber | \w*frist\w*
        | sendes | sendast | sende | sender | oversendes | leveres | leverast | levere
        | legges[ ]frem | legge[ ]frem | legge[ ]fram | leggje[ ]fram | leggjast[ ]fram
        | rapporter\w* | ferdigstill\w* | avleveres | gjennomføres | gjennomførast
        | innen | innan | senest | seinast
        | forventer | ventar | leverer
        | det[ ](?:forventes|forventast|ventes|ventast|(?:blir|vert)[ ](?:ventet|venta|forventa))
        | ikke[ ]senere[ ]enn | ikkje[ ]seinare[ ]enn | ønsker | ønskjer
        | før[ ]utgangen
        | \w{3,}(?:eres|erast)  # "dokumenteres"
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_DOCUMENT = re.compile(r"\b(?:av|datert|dagsett|den|fra|frå|per|pr\.|i)\s*$", re.IGNORECASE)
_OF_LETTER = re.compile(
    r"\b(?:\w*brev\w*|vedtak\w*|instruks\w*|e-post)(?:\s\S+){0,2}?\s(?:av|datert|dagsett)\s+$",
    re.IGNORECASE,
)
# "Saman med rapporten for 2. tertial": the report's period.
_OF_REPORT = re.compile(r"\brapport(?:en|a|eringen|eringa)?\s+(?:for|etter)\s+$", re.IGNORECASE)
# "I forkant av etatsstyringsmøtet i juni": the meeting's day.
_BEFORE_MEETING = re.compile(
    r"\b(?:forkant av|før|innen|innan)\s+(?:\w+\s+)?\w*(?:møte|konferanse|seminar|samling)\w*\s+"
    r"(?:i|den|på)?\s*$",
    re.IGNORECASE,
)
# An event's own day, under a column headed "Frist" too.
_HELD = re.compile(
    r"\w*(?:møte|konferanse|seminar|samling)\w*\s+(?:av)?(?:holdes|haldast|arrangeres|arrangerast)\b",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"\b(?P<label>frist(?:en)? (?:for|til|med) [^.:;]{2,120}):\s*$", re.IGNORECASE
)
# "Foreløpig rapport: 1. april 2020": what a field says right before a date.
_OWN_LABEL = re.compile(r"(?:\d\) |[a-z]\) )?(?P<label>[A-ZÆØÅ][^:.;\n]{1,80}):")
# The same in the present, under "Vi forventer at etaten": "reviderer veilederen".
_PRESENT = re.compile(r"(?!(?:etter|eller|under|over|eier|før)\b)[a-zæøå]{2,}(?:er|ar|ør)\s")
# "Ferdig i løpet av januar": what is to be by then, without a verb.
_DONE = re.compile(
    r"(?:ferdig\w*|klart?|klare|levert|fullført|avslutta|avsluttet|publisert|på plass)\s",
    re.IGNORECASE,
)
# What a sentence begins with that is about what others do, as told in the one before it.
#
# "Det endelige forslaget" is a thing of its own.
_REFERS_BACK = re.compile(
    r"(?!(?:den|det) [^\W\d]+e [^\W\d]+(?:en|et|a)\b)"
    r"(?:den|det|denne|dette|han|ho|(?P<noun>rapport|evaluering)(?:en|a))\b",
    re.IGNORECASE,
)


def deadlines_in_field(
    reading: Reading, field: DeadlineField, calendar: Calendar
) -> list[Deadline]:
    """All that a labelled field sets; empty where it could not be read."""
    text = reading.words(field.span)
    dates = _dates_in_field(reading, field.span, text, calendar) or find_day_in_digits(text)
    borrows = find_borrowing(text)
    if borrows is not None:
        dates = without_own_period(dates, borrows)
    statuses = find_statuses(text)
    spans = _label_spans(field)
    found: list[Deadline] = []
    first = statuses[0] if statuses else None
    if first is not None and (not dates or _is_of_its_own(text, first, dates[0])):
        repeats = REPEATS.search(text) if first.status == "ongoing" and not dates else None
        found.append(_undated(reading, field, first, recurrence_of(repeats)))
    end = 0
    for date in recurring_alike(text, dates):
        label = _own_label(text[end : date.start]) or field.label
        found.append(
            _dated(reading, field.span.start, text, date, calendar, label=label, label_spans=spans)
        )
        end = date.end
    repeats = REPEATS.search(text) if not found else None
    event = EVENT.match(text) or LENGTH_OF_TIME.fullmatch(text)
    if not found and repeats is None and event is not None:
        status = StatusExpression(*event.span(), event.group(), "conditional")
        found.append(_undated(reading, field, status, None))
    if repeats is not None:
        status = StatusExpression(*repeats.span(), repeats.group(), "ongoing")
        found.append(_undated(reading, field, status, recurrence_of(repeats)))
    others: list[DateExpression | StatusExpression] = [*dates, *statuses]
    if borrows is not None and not is_told_with_a_day(reading, field.span, borrows, others):
        label = _own_label(text[: borrows.start()]) or field.label
        found.append(borrowing(reading, field.span.start, borrows, label=label, label_spans=spans))
    if dates:
        for start, stop in reading.sentences(field.span):
            found.extend(start_of_work(reading, field.span.start + start, text[start:stop]))
    return found


def deadlines_of_day(
    reading: Reading, field: DeadlineField, month: Span, calendar: Calendar
) -> list[Deadline]:
    """What a day sets whose month stands in another cell of its row, or of one above it."""
    words, text = reading.words(field.span), reading.words(month)
    dates = find_dates(f"{words.strip(' .')}. {text}")
    if len(dates) != 1 or dates[0].day is None:
        return []
    date = dates[0]._replace(start=0, end=len(words))
    spans = [*_label_spans(field), (month.start, month.end)]
    return [
        _dated(
            reading,
            field.span.start,
            words,
            date,
            calendar,
            label=field.label,
            label_spans=spans,
        )
    ]


def _label_spans(field: DeadlineField) -> list[tuple[int, int]]:
    return [(field.label_span.start, field.label_span.end)] if field.label_span else []


def _undated(
    reading: Reading,
    field: DeadlineField,
    status: StatusExpression,
    recurrence: Recurrence | None,
) -> Deadline:
    text = reading.words(field.span)
    at = field.span.start
    return Deadline(
        date=None,
        status=status.status,
        label=_own_label(text[: status.start]) or field.label,
        text=text[status.start : status.end],
        sentence=reading.passage(at + status.start),
        recurrence=recurrence,
        evidence=reading.evidence_of([*_label_spans(field), (at + status.start, at + status.end)]),
    )


def _is_of_its_own(text: str, status: StatusExpression, date: DateExpression) -> bool:
    """True for "Fortløpende." before a first date; "snarest, og senest 1. juli" is one deadline."""
    between = text[status.end : date.start]
    return status.status == "ongoing" and status.end <= date.start and "." in between


def _own_label(lead: str) -> str | None:
    """What falls due, where the words right before a date say so and end in a colon."""
    lead = re.split(r"\n|(?<=[.;]) ", lead)[-1].strip(" ,.;–-()")
    label = _OWN_LABEL.fullmatch(lead)
    if label is None or match_label(lead) is not None or lead.casefold() in ("innen:", "innan:"):
        return None
    return label["label"]


def _dates_in_field(
    reading: Reading, span: Span, text: str, calendar: Calendar
) -> list[DateExpression]:
    """The dates of a field that are due: of a long one, those that its sentences set."""
    kept: list[DateExpression] = []
    sentences = reading.sentences(span)
    dates = reading.dates(span)
    for start, end in sentences:
        inside = [date for date in dates if start <= date.start < end]
        if inside and MOVE.search(text, start, end):
            inside = moved_to(text[start:end], inside, start)
        if len(text) > LONG_FIELD:
            sentence = text[start:end]
            if NO_DEADLINE.search(sentence) or binds_other(sentence, calendar):
                continue
            inside = [
                date for date in inside if date.qualifier in DUE or not _tells(text, date, calendar)
            ]
        inside = [
            date
            for date in inside
            if not _is_named_by(words_before(text, date.start))
            and not _HELD.search(text, max(start, date.start - REACH), date.start)
        ]
        kept.extend(date for date in inside if date.qualifier != "as_of" or len(inside) == 1)
    return kept


def _is_named_by(lead: str) -> bool:
    """True where the words before a date name what it is the day of: "brev av", "tidligere"."""
    days_of_others = (_OF_LETTER, _OF_REPORT, _BEFORE_MEETING)
    return is_old(lead) or any(pattern.search(lead) for pattern in days_of_others)


def deadlines_in_prose(reading: Reading, span: Span, calendar: Calendar) -> list[Deadline]:
    """The deadlines that running text sets for the recipient."""
    text = reading.words(span)
    found: list[Deadline] = []
    of_other = ""
    """What binds others, up to the sentence before."""
    sentences = reading.sentences(span)
    for (start, end), after in zip(sentences, [*sentences[1:], (0, 0)], strict=True):
        sentence = text[start:end]
        at = span.start + start
        own = reading.dates(Span(at, span.start + end))
        dates = of_recipient(sentence, own, calendar, text[:start])
        due = _set_by(reading, at, sentence, dates, calendar)
        # Few sentences need be asked whom they bind.
        if due or _REFERS_BACK.match(text, *after):
            back = _REFERS_BACK.match(sentence) if of_other else None
            refers = back is not None and (back["noun"] or "").lower() in of_other
            parted = CLAUSE.search(sentence) is not None and bool(due)
            others = refers or (not parted and binds_other(sentence, calendar, text[:start]))
            of_other = f"{of_other} {sentence.lower()}" if others else ""
        else:
            of_other = ""
        if not of_other:
            found.extend(due)
        found.extend(start_of_work(reading, at, sentence))
    return found


def _set_by(
    reading: Reading, at: int, sentence: str, dates: list[DateExpression], calendar: Calendar
) -> list[Deadline]:
    """What one sentence sets, if it binds the recipient."""
    found: list[Deadline] = []
    for date in _due(sentence, still_due(sentence, dates), calendar):
        label = _LABEL_BEFORE.search(words_before(sentence, date.start))
        words = label["label"] if label else None
        found.append(_dated(reading, at, sentence, date, calendar, label=words))
    found = with_another(reading, at, sentence, found, dates) or without_date(reading, at, sentence)
    return found if found and not _sets_none(sentence) else []


def _sets_none(sentence: str) -> bool:
    """True where the dates of a sentence are none that anything is due by."""
    sentence = without_reason(sentence)
    parted = CLAUSE.search(sentence) or SUBORDINATE.search(sentence)
    if NO_DEADLINE.search(sentence) and not parted:
        return True
    is_target = TARGET.search(sentence) is not None and ACTS.match(sentence) is None
    return is_target and HANDS_IN.search(sentence) is None


def _due(sentence: str, dates: list[DateExpression], calendar: Calendar) -> list[DateExpression]:
    """The dates that a sentence makes deadlines which are still to come."""
    if not dates:
        return []
    if moves(sentence):
        moved, dates = moved_and_others(sentence, dates)
        return sorted([*moved, *_due_in_clauses(sentence, dates, calendar)], key=_start)
    return recurring_alike(sentence, _due_in_clauses(sentence, dates, calendar))


def _due_in_clauses(
    sentence: str, dates: list[DateExpression], calendar: Calendar
) -> list[DateExpression]:
    """The dates that are due by the words beside them."""
    asks = _asks(sentence)
    due: list[DateExpression] = []
    for date in dates:
        follows = (
            bool(due)
            and date.qualifier in (None, due[-1].qualifier)
            and JOINT.fullmatch(sentence, due[-1].end, date.start) is not None
        )
        if _is_years_away(date, calendar) or is_old(words_before(sentence, date.start)):
            continue
        # What is handed in on a bare date is asked for by the verb that stands before it.
        is_due = follows or ((asks or date.qualifier is None) and _is_due(sentence, date, calendar))
        if is_due and not _is_past(sentence, date, calendar):
            if due and due[-1].is_loose and AND_BY.fullmatch(sentence, due[-1].end, date.start):
                due.pop()  # "i god tid før sommeren, og senest 20. mai"
            due.append(date)
    return due


def _start(date: DateExpression) -> int:
    return date.start


def _is_years_away(date: DateExpression, calendar: Calendar) -> bool:
    """True for "innen 2030" in a letter for 2026: a goal, which nobody hands in."""
    return (
        date.precision == "year"
        and date.year is not None
        and calendar.year is not None
        and date.year > calendar.year + YEARS_AHEAD
    )


def _asks(sentence: str) -> bool:
    """True where something in a sentence says that it is to be done."""
    patterns = (_BINDS, START_OF_WORK, HANDS_IN)
    return any(pattern.search(sentence) for pattern in patterns) or bool(
        INFINITIVE.match(sentence) or _PRESENT.match(sentence) or _DONE.match(sentence)
    )


def _is_due(sentence: str, date: DateExpression, calendar: Calendar) -> bool:
    """True where the words before a date make it a deadline: "innen", "leveres", "Frist:"."""
    lead = words_before(sentence, date.start)
    if CONDITION_BEFORE.search(lead) or DONE_BY_OTHERS.search(lead):
        return False
    if is_aside(sentence, date) or is_of_report(date, lead):
        return False
    if date.precision == "month" and _BEFORE_MEETING.search(lead):
        return False
    if FRIST_BEFORE.search(lead):
        # "Fristen var tidligere satt til 1. mai": as the letter before had it.
        return TOLD.search(lead) is None
    if FIRST_TIME_BEFORE.search(lead) or FIRST_TIME_IN.search(date.text):
        return True
    match date.qualifier:
        case None:
            return (
                HANDED_BEFORE.search(lead) is not None
                or _is_around(sentence, date)
                or (is_delivered(sentence, date) and not _is_over(date, calendar))
            )
        case "before":
            # "felt som kan bli nedstengt før 2020": nothing is due so loosely.
            asks = (HANDS_IN, COMPLETES, TELLS, DELIVERS)
            return any(pattern.search(sentence) for pattern in asks) and date.precision != "year"
        case "vague":
            return HANDS_IN.search(sentence) is not None
        case "end_of" if AT_END.search(lead):
            # "ha minst 40 lærlinger ved utgangen av året": how it is to be then.
            return any(pattern.search(sentence) for pattern in (HANDS_IN, TELLS))
        case _:
            return date.qualifier in DUE and not AT_END_OF_THIS_YEAR.fullmatch(date.text)


def _is_around(sentence: str, date: DateExpression) -> bool:
    """True for "skal i oktober levere": what asks stands on both sides of the date."""
    before, after = HANDED_AROUND
    return (
        date.precision != "year"
        and before.search(words_before(sentence, date.start)) is not None
        and after.match(sentence, date.end) is not None
    )


def _is_past(sentence: str, date: DateExpression, calendar: Calendar) -> bool:
    """True where the verb before a date tells what has happened.

    "Innen fristen" binds only where that day is still to come: "ble levert innen fristen 1. april".
    """
    lead = words_before(sentence, date.start)
    lead = _ABOUT.sub(lambda told: " " * len(told.group()), lead)
    happened = list(_HAPPENED.finditer(lead))
    if not happened or ENSURES.search(lead):
        return False
    binds = list(_BINDS.finditer(lead))
    if date.year is not None and _is_over(date, calendar):
        binds = [match for match in binds if not CUE_WORD.fullmatch(match.group())]
    return not binds or binds[-1].start() < happened[-1].start()


def _is_over(date: DateExpression, calendar: Calendar) -> bool:
    """True for a day before the letter's own."""
    last = date.resolve(calendar.year, calendar.letter_date).date
    return last is not None and calendar.letter_date is not None and last < calendar.letter_date


def _tells(text: str, date: DateExpression, calendar: Calendar) -> bool:
    """True where a date in a field's prose is that of a document or an event: "brev av 3. mars"."""
    return _OF_DOCUMENT.search(words_before(text, date.start)) is not None or _is_past(
        text, date, calendar
    )


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
    elif date.year is None:
        date = with_printed_year(text, date) or date
    resolved = date.resolve(calendar.year, not_before(text, date, calendar.letter_date))
    is_inferred = (
        resolved.year_inferred
        and resolved.date is not None
        and not is_printed_before(text, date, resolved.date.year)
    )
    return Deadline(
        date=resolved.date,
        start=resolved.start,
        precision=None if date.is_loose else resolved.precision,
        status="dated",
        label=label,
        text=text[date.start : date.end],
        sentence=reading.passage(at + date.start),
        recurrence=date.recurrence or repeats_of(text, date),
        year_inferred=is_inferred,
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
