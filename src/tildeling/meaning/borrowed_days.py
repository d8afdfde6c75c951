"""Deadlines that another deadline of the letter gives: "samme dag som årsrapporten".

The day is read where the letter sets one, and only one, for the thing that is named. Where it sets
none, or several, a labelled deadline has no date, which is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tildeling.find.date_words import ORDINALS
from tildeling.find.patterns import any_of, has_any
from tildeling.letter import Assignment, Deadline
from tildeling.meaning.borrowing import (
    BORROWS,
    BORROWS_MARKS,
    HANDED_OVER,
    PERIODS,
    borrowing,
    without_own_period,
)
from tildeling.meaning.bound import Calendar, binds_other
from tildeling.meaning.deadline_words import HANDS_IN, NO_DEADLINE
from tildeling.meaning.deadlines import merged
from tildeling.meaning.parts import Parts
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span
from tildeling.text.letter_text import distinct

_NUMBER = rf"(?:(?P<digit>[1-4])\.\s?|(?P<word>{any_of(ORDINALS)})\s+)"
_PERIOD = re.compile(rf"(?<![\w.]){_NUMBER}(?P<period>{any_of(PERIODS)})", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?P<period>{any_of(PERIODS)})\w*\s+(?:nr\.\s*)?(?P<digit>[1-4])(?![\d.])", re.IGNORECASE
)
_YEAR = re.compile(r"\s+(?:(?:for|per|pr\.)\s+)?(?P<year>(?:19|20)\d\d)(?!\d)")
# What is reported in, or decided upon, is not what falls due.
_ASIDE = re.compile(r"(?<!\w)(?:i|om|med|til|før|etter|fra|frå|på)\s+(?:\w+\s+)?$", re.IGNORECASE)


class _Thing(NamedTuple):
    """What is handed in: a kind of document, of a part of the year or of a year where said."""

    noun: str
    number: int | None
    year: int | None


# What the letter sets days for, by the noun, each with its deadline.
_Days = Mapping[str, Sequence[tuple[_Thing, Deadline]]]


def with_borrowed_days(
    reading: Reading,
    parts: Sequence[Parts],
    calendar: Calendar,
    assignments: tuple[Assignment, ...],
    outside: Sequence[Deadline],
) -> tuple[tuple[Assignment, ...], tuple[Deadline, ...]]:
    """Assignments and deadlines outside them, with the days that others of the letter give them.

    `parts` are those of each assignment. Prose that names a thing without a day sets a deadline in
    an assignment alone, where something is to be handed in.
    """
    if not has_any(reading.laid.text.found.small, BORROWS_MARKS):
        return assignments, tuple(outside)
    days = _days([*outside, *(one for own in assignments for one in own.deadlines)])
    found = [
        own.model_copy(
            update={
                "deadlines": merged(
                    (_dated(deadline, days) for deadline in own.deadlines),
                    _in_prose(reading, each, calendar, days),
                )
            }
        )
        for own, each in zip(assignments, parts, strict=True)
    ]
    return tuple(found), tuple(_dated(deadline, days) for deadline in outside)


def _days(deadlines: Sequence[Deadline]) -> _Days:
    days: dict[str, list[tuple[_Thing, Deadline]]] = {}
    for deadline in deadlines:
        thing = _only_thing(deadline.label or deadline.sentence or "") if deadline.date else None
        if thing is not None:
            days.setdefault(thing.noun, []).append((thing, deadline))
    return days


def _only_thing(words: str) -> _Thing | None:
    """The one thing that words name as due; None where they name several."""
    things = {
        _thing(words, match)
        for match in HANDED_OVER.finditer(words)
        if not _ASIDE.search(words, 0, match.start())
    }
    return things.pop() if len(things) == 1 else None


def _thing(words: str, match: re.Match[str]) -> _Thing:
    """A thing that is named, and which: "2. tertialrapport", "rapporten for andre tertial"."""
    noun = match["noun"].lower().replace("kvartals", "kvartal").replace("halvårs", "halvår")
    period = _PERIOD.search(words) or _COUNTED.search(words)
    if period is None:
        year = _YEAR.match(words, match.end())
        return _Thing(noun, None, int(year["year"]) if year else None)
    said = period.groupdict()
    number = int(said["digit"]) if said["digit"] else ORDINALS[said["word"].lower()]
    if noun == "rapport":
        noun = f"{period['period'].lower()}rapport"
    return _Thing(noun, number, None)


def _dated(deadline: Deadline, days: _Days) -> Deadline:
    """A deadline with the day that its words borrow, where there is one."""
    if deadline.date is not None or deadline.status != "dated":
        return deadline
    borrows = BORROWS.fullmatch(deadline.text)
    lender = _lender(borrows, days) if borrows else None
    return _with_day(deadline, lender) if lender else deadline


def _with_day(deadline: Deadline, lender: Deadline) -> Deadline:
    return deadline.model_copy(
        update={
            "date": lender.date,
            "start": lender.start,
            "precision": lender.precision,
            "year_inferred": lender.year_inferred,
            "evidence": distinct(deadline.evidence + lender.evidence),
        }
    )


def _lender(borrows: re.Match[str], days: _Days) -> Deadline | None:
    """The deadline that words point to; None where the letter has none, or several days."""
    thing = _only_thing(borrows["as_thing"] or borrows["thing"] or "")
    if thing is None:
        return None
    mates = [
        lender
        for other, lender in days.get(thing.noun, ())
        if thing.number in (None, other.number) and thing.year in (None, other.year)
    ]
    return mates[0] if len({lender.date for lender in mates}) == 1 else None


def _in_prose(
    reading: Reading, parts: Parts, calendar: Calendar, days: _Days
) -> Iterator[Deadline]:
    """What an assignment's text has handed in on another's day; nothing where that is not set."""
    for span in parts.texts:
        text = reading.words(span)
        if not has_any(reading.small(span), BORROWS_MARKS):
            continue
        for start, end in reading.sentences(span):
            sentence = text[start:end]
            borrows = BORROWS.search(sentence)
            if borrows is None or not HANDS_IN.search(sentence):
                continue
            at = span.start + start
            dates = reading.dates(Span(at, span.start + end))
            if without_own_period(dates, borrows) or NO_DEADLINE.search(sentence):
                continue
            lender = _lender(borrows, days)
            if lender is not None and not binds_other(sentence, calendar, text[:start]):
                label = parts.sub_heading(span.start)
                yield _with_day(borrowing(reading, at, borrows, label=label), lender)
