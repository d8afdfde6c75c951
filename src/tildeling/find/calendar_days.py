"""The calendar day that has been found.

Where the patterns know day, month and year apart, they are the day. What is written in one of many
other ways ("15. okt -26", "15/okt/2026") dateparser reads. It never searches a text and never sees
less than day, month and year: what is missing it would fill in from today.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Any

from tildeling.find.date_words import MONTH_ABBREVIATIONS, MONTHS, Movable
from tildeling.find.patterns import DASH, plain_spaces

# Two digits of a year: "15" is 2015, "98" 1998.
_FIRST_OF_LAST_CENTURY = 70
_SETTINGS: dict[str, Any] = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
    # The same on any day that the program runs.
    "RELATIVE_BASE": dt.datetime(2024, 1, 1),
}
# Short names that dateparser lacks, and those that it has.
_SHORTER = {"febr": "feb", "sept": "sep"}
_SHORT_MONTH = re.compile(rf"\b(?:{'|'.join(_SHORTER)})\b", re.IGNORECASE)
# It takes "-05" for a time zone.
_YEAR_MARK = re.compile(rf"(?:{DASH}|['’‘])(?=\d\d$)")


def month_number(printed: str) -> int:
    """Number of a month as printed, by name, abbreviation or digits.

    >>> month_number("sept."), month_number("September"), month_number("09")
    (9, 9, 9)
    """
    if printed.isdigit():
        return int(printed)
    name = printed.lower().rstrip(".")
    return MONTHS.get(name) or MONTH_ABBREVIATIONS[name]


def full_year(printed: str) -> int:
    """A year of two or four digits.

    >>> full_year("15"), full_year("2026")
    (2015, 2026)
    """
    year = int(printed)
    if len(printed) > 2:
        return year
    return 2000 + year if year < _FIRST_OF_LAST_CENTURY else 1900 + year


def read_day(day: int, month: int, year: int) -> dt.date | None:
    """The day, or None where the calendar has none: "31. juni".

    >>> read_day(1, 9, 2026), read_day(31, 6, 2026)
    (datetime.date(2026, 9, 1), None)
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def read_written_day(words: str) -> dt.date | None:
    """The day that words and digits say in whatever way; None where they say none.

    >>> read_written_day("15. okt -26"), read_written_day("31-06-2026")
    (datetime.date(2026, 10, 15), None)
    """
    import dateparser

    known = _SHORT_MONTH.sub(lambda month: _SHORTER[month.group().lower()], plain_spaces(words))
    known = _YEAR_MARK.sub(" ", known)
    read = dateparser.parse(known, languages=["nb", "nn"], settings=_SETTINGS)
    return read.date() if read is not None else None


def weekday_of_month(weekday: int, which: int, year: int, month: int) -> dt.date | None:
    """The first, second ... Monday of a month, or with 0 its last; None where it has no such one.

    >>> weekday_of_month(0, 1, 2012, 5), weekday_of_month(4, 0, 2026, 8)
    (datetime.date(2012, 5, 7), datetime.date(2026, 8, 28))
    """
    last = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, last + 1) if dt.date(year, month, day).weekday() == weekday]
    return dt.date(year, month, days[which - 1]) if which <= len(days) else None


def weekday_of_week(weekday: int, week: int, year: int) -> dt.date | None:
    """The day of a numbered week (ISO 8601), Monday being 0; None where the year has no such week.

    >>> weekday_of_week(4, 39, 2019)
    datetime.date(2019, 9, 27)
    """
    try:
        return dt.date.fromisocalendar(year, week, weekday + 1)
    except ValueError:
        return None


def movable_day(name: Movable, year: int) -> dt.date:
    """The Wednesday before Maundy Thursday, or Whit Sunday.

    >>> movable_day("easter", 2026), movable_day("whitsun", 2025)
    (datetime.date(2026, 4, 1), datetime.date(2025, 6, 8))
    """
    easter = _easter_sunday(year)
    return easter + dt.timedelta(days=-4 if name == "easter" else 49)


def _easter_sunday(year: int) -> dt.date:
    """By the rule for the Gregorian calendar of Meeus, Jones and Butcher."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, of_leaps = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quads, of_quads = divmod(of_century, 4)
    to_sunday = (32 + 2 * of_leaps + 2 * quads - epact - of_quads) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
