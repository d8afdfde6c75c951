"""The year that the letter prints for a day without one: before it, or in a heading over it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from functools import lru_cache

from tildeling.find.dates import DateExpression, find_dates
from tildeling.find.patterns import has_any
from tildeling.meaning.amending_words import TO
from tildeling.meaning.calendar_words import OF_CALENDAR
from tildeling.meaning.due_clauses import REACH, words_before
from tildeling.meaning.reading import Reading

_PLAN = re.compile(r"\bplan\b")
_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/–-])")
_FIRST_VERSION = re.compile(
    r",\s+(?:men|mens|medan)\s[^,;:]*\b(?:utkast|foreløpig|førebels|delrapport)[^,;:]*$",
    re.IGNORECASE,
)
# Characters; what is longer is text.
LONGEST_HEADING = 160


def only_year(words: str) -> int | None:
    """The year that words name; None where they name none, or two."""
    years = set(_YEAR.findall(words))
    return int(years.pop()) if len(years) == 1 else None


def heading_year(reading: Reading, at: int) -> int | None:
    """The year of the nearest heading that speaks of deadlines, meetings or reports."""
    for place in reading.place(at).outward():
        if place.parent is not None and is_of_calendar(place.words):
            return only_year(place.words)
    return None


def is_of_calendar(words: str) -> bool:
    """True for a heading with a year that is that of the days under it: "Oppdrag i 2016"."""
    return len(words) < LONGEST_HEADING and bool(_YEAR.search(words)) and speaks_of_days(words)


def speaks_of_days(words: str) -> bool:
    """True for a heading over a list of what falls due: "Styringskalender", "Frister"."""
    small = words.lower()
    return has_any(small, OF_CALENDAR) or ("plan" in small and _PLAN.search(small) is not None)


def with_printed_year(text: str, date: DateExpression) -> DateExpression | None:
    """The date in the year of one before it in the text, where it comes after that; or None.

    >>> text = "Rapport for første halvår 2016, innen 15. august"
    >>> with_printed_year(text, find_dates(text)[1]).year
    2016
    """
    if _FIRST_VERSION.search(words_before(text, date.start)):
        return None  # "flyttes til 31. januar 2023, men et utkast skal gis innen 1. november"
    others = _with_year_before(text, date.start)
    if not others:
        return None
    other = others[-1]
    before = other.resolve(other.year, None).date
    own = date._replace(year=other.year)
    due = own.resolve(other.year, None).date
    return own if before is not None and due is not None and due > before else None


def is_printed_before(text: str, date: DateExpression, year: int) -> bool:
    """True where words before a date name its year: "15. mai 2025, og utkast 1. mars"."""
    return any(each.year == year for each in _with_year_before(text, date.start))


def not_before(text: str, date: DateExpression, letter_date: dt.date | None) -> dt.date | None:
    """The day before which a day without a year does not lie: the letter's, or the one it moves
    from ("frå 31. desember 2022 til 1. mars").
    """
    if not TO.search(words_before(text, date.start)):
        return letter_date
    others = [
        each for each in _with_year_before(text, date.start) if each.end >= date.start - REACH
    ]
    moved_from = [each.resolve(each.year, None).date for each in others]
    return max((day for day in (letter_date, *moved_from) if day), default=None)


def _with_year_before(text: str, at: int) -> tuple[DateExpression, ...]:
    """The dates before a place that have their year printed.

    What reaches over the place is read anew before it: "fra 31. desember 2022 til 1. mars".
    """
    dated = _with_year(text)
    count = bisect_right(dated, at, key=lambda date: date.end)
    if count < len(dated) and dated[count].start < at:
        return (*dated[:count], *_with_year(text[dated[count].start : at]))
    return dated[:count]


@lru_cache(maxsize=8)
def _with_year(text: str) -> tuple[DateExpression, ...]:
    """Each date of a text that has a year; they are asked for once for each date without."""
    return tuple(date for date in find_dates(text) if date.year is not None)
