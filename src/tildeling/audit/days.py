"""Rules about dates: those that no calendar has, and deadlines that have passed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from tildeling.audit.case import Case
from tildeling.find.date_words import MONTH_ABBREVIATIONS, MONTHS
from tildeling.find.dates import PLACE_BEFORE
from tildeling.find.patterns import MAYBE_GAP, YEAR, any_of
from tildeling.findings import make_finding
from tildeling.letter import Deadline, Finding
from tildeling.meaning.drafts import Draft

_NAMES = MONTHS | MONTH_ABBREVIATIONS
# Only days that some month lacks are looked at. "29.2" without a year is none: some year has it.
_LATE_DAY = re.compile(
    # What may not stand before the day is looked at behind it: a search for two digits is quick.
    rf"(?P<day>29|3[0-9])(?<![\w.,/-]..)\.{MAYBE_GAP}"
    rf"(?:(?P<name>{any_of(_NAMES)})(?!\w)\.?(?:{MAYBE_GAP}(?P<year>{YEAR})(?!\d))?"
    rf"|(?P<month>0?[1-9]|1[0-2])\.{MAYBE_GAP}(?P<digits>{YEAR})(?!\.?\d))",
    re.IGNORECASE,
)
# Without a year the 29th of February is a day ("29. februar"), the 30th is none.
_LEAP_YEAR = 2000


def no_such_day(case: Case) -> Iterator[Finding]:
    """Every date of the letter is in the calendar, whatever it is for."""
    text = case.reading.text
    for match in _LATE_DAY.finditer(text):
        month = int(match["month"] or _NAMES[(match["name"] or "").lower()])
        year = int(match["year"] or match["digits"] or _LEAP_YEAR)
        if int(match["day"]) <= calendar.monthrange(year, month)[1]:
            continue
        if match["month"] and PLACE_BEFORE.search(text, max(0, match.start() - 20), match.start()):
            continue
        yield make_finding(
            "no_such_day",
            "error",
            _assignment_at(case, match.start()),
            case.evidence(*match.span()),
            date=" ".join(match.group().split()),
        )


def _assignment_at(case: Case, at: int) -> str | None:
    """The number of the assignment that a place in the text belongs to."""
    drafts = case.built.outline.drafts
    for draft, assignment in zip(drafts, case.letter.assignments, strict=True):
        if any(start <= at < end for start, end in _spans(draft)):
            return assignment.number
    return None


def _spans(draft: Draft) -> Iterator[tuple[int, int]]:
    yield draft.heading.span.start, draft.heading.span.end
    for block in draft.body:
        yield block.start, block.end


def past_deadline(case: Case) -> Iterator[Finding]:
    """No deadline is earlier than the letter's own date.

    One that an assignment given before is reminded of, that comes back, or that a calendar of the
    whole year lists, may have been meant so.
    """
    letter = case.letter
    for assignment in letter.assignments:
        for deadline in assignment.deadlines:
            if _has_passed(case, deadline):
                is_sure = assignment.status == "new" and deadline.recurrence is None
                yield _past(case, deadline, assignment.number or deadline.text, sure=is_sure)
    for deadline in letter.deadlines:
        if _has_passed(case, deadline):
            yield _past(case, deadline, deadline.text, sure=False)


def _has_passed(case: Case, deadline: Deadline) -> bool:
    letter_date = case.letter.date
    return letter_date is not None and deadline.date is not None and deadline.date < letter_date


def _past(case: Case, deadline: Deadline, key: str, *, sure: bool) -> Finding:
    date = case.letter.date
    return make_finding(
        "past_deadline",
        "error" if sure else "warning",
        key,
        [*deadline.evidence, *_date_evidence(case)],
        deadline=" ".join(deadline.text.split()),
        letter=f"{date.day}.{date.month}.{date.year}" if date else "",
    )


def _date_evidence(case: Case) -> tuple:  # type: ignore[type-arg]
    """Where the letter's own date stands, over the title or right under it."""
    date = case.letter.date
    if date is None:
        return ()
    names = [name for name, month in MONTHS.items() if month == date.month]
    pattern = re.compile(
        rf"(?<!\d)0?{date.day}\.{MAYBE_GAP}(?:{any_of(names)}|0?{date.month}\.)"
        rf"{MAYBE_GAP}{date.year}(?!\d)",
        re.IGNORECASE,
    )
    match = pattern.search(case.reading.text)
    return case.evidence(*match.span()) if match else ()
