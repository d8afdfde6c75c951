"""Deadlines as a calendar file, one event of a whole day each. Needs the extra `ics`."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from icalendar import Calendar, Event

from tildeling.export.due_list import Due, place
from tildeling.export.phrases import RECURRENCES
from tildeling.words import Language, Words, words_in

# What a calendar cannot hold (RFC 5545), line breaks apart.
NO_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")


def due_calendar(found: Sequence[Due], now: dt.datetime, language: Language | None = None) -> bytes:
    """The calendar, in a language or that of each letter. What has no day is not in it.

    An event's UID is made of the letter's content and the place in it, so that a calendar that
    takes the file in again has each event once.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//tildeling//frister//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    same: Counter[str] = Counter()
    for due in found:
        if due.row.date is None:
            continue
        where = _where(due)
        words = words_in(language or due.language)
        calendar.add_component(_event(due, due.row.date, f"{where}/{same[where]}", now, words))
        same[where] += 1
    data: bytes = calendar.to_ical()
    return data


def _event(due: Due, day: dt.date, where: str, now: dt.datetime, words: Words) -> Event:
    event = Event()
    event.add("uid", f"{hashlib.sha256(where.encode()).hexdigest()[:32]}@tildeling")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", _text(f"{due.body}: {due.what}" if due.body else due.what))
    event.add("description", _text("\n".join(_described(due, day, words))))
    # It takes nobody's day.
    event.add("transp", "TRANSPARENT")
    return event


def _described(due: Due, day: dt.date, words: Words) -> list[str]:
    row = due.row
    lines = [row.sentence or row.text]
    named = [each for each in (row.assignment_number, due.assignment_title) if each]
    if named:
        lines.append(words.say("Assignment {name}", name=" ".join(named)))
    if row.start is not None and row.start != day:
        first, last = words.date(row.start), words.date(day)
        lines.append(words.say("Period: {first}–{last}", first=first, last=last))
    if row.year_inferred:
        lines.append(words.say("The letter does not give the year."))
    if row.recurrence is not None:
        lines.append(words.say(RECURRENCES[row.recurrence]).capitalize())
    return [*lines, words.say("Read from {place}", place=place(due, words))]


def _where(due: Due) -> str:
    row = due.row
    box = [row.x0, row.top, row.x1, row.bottom]
    return "/".join(
        [row.sha256, str(row.page), *("-" if at is None else f"{at:.0f}" for at in box), row.text]
    )


def _text(text: str) -> str:
    return NO_TEXT.sub(" ", text)
