"""Reads a calendar day that has been found, with dateparser.

dateparser never searches a text and never sees less than day, month and year: what is missing it
would fill in from today. The finder's own patterns bring printed forms that it cannot read ("1.
sept. 2026", "1/12-2015") into the one that it is given.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from tildeling.find.date_words import MONTH_ABBREVIATIONS, MONTHS

_NAMES = {number: name for name, number in MONTHS.items()}
# Two digits of a year: "15" is 2015, "98" 1998.
_FIRST_OF_LAST_CENTURY = 70
_SETTINGS: dict[str, Any] = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
    # The same on any day that the program runs.
    "RELATIVE_BASE": dt.datetime(2024, 1, 1),
}


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


@lru_cache(maxsize=4096)
def read_day(day: int, month: int, year: int) -> dt.date | None:
    """The day, or None where the calendar has none: "31. juni".

    >>> read_day(1, 9, 2026), read_day(31, 6, 2026)
    (datetime.date(2026, 9, 1), None)
    """
    import dateparser

    if month not in _NAMES:
        return None
    words = f"{day}. {_NAMES[month]} {year}"
    read = dateparser.parse(words, languages=["nb", "nn"], settings=_SETTINGS)
    return read.date() if read is not None else None
