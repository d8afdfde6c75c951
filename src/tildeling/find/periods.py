"""First and last day of the periods that a letter names."""

from __future__ import annotations

import calendar
import datetime as dt

from tildeling.letter import Precision

# First month of each part of a year.
QUARTER_MONTHS = 3
TERTIAL_MONTHS = 4
HALF_YEAR_MONTHS = 6
# Seasons by number: (month, day) of the first and last day. Winter, the fourth, runs over the new
# year.
SEASON_DAYS = {1: ((1, 1), (6, 30)), 2: ((6, 1), (8, 31)), 3: ((8, 1), (12, 31))}
# The only season that begins in the year before: from December to February.
WINTER = 4


def month_bounds(year: int, month: int, months: int = 1) -> tuple[dt.date, dt.date]:
    """First and last day of as many months.

    >>> month_bounds(2024, 1, months=2)[1]
    datetime.date(2024, 2, 29)
    """
    last_month = month + months - 1
    last = calendar.monthrange(year, last_month)[1]
    return dt.date(year, month, 1), dt.date(year, last_month, last)


def period_bounds(precision: Precision, year: int, number: int) -> tuple[dt.date, dt.date] | None:
    """First and last day of a period; `number` is the month, week, quarter, season ... of the year.

    The winter of a year ends in it. None where the year has no such week. Raises ValueError on a
    day, which is no period.

    >>> period_bounds("tertial", 2026, 2)
    (datetime.date(2026, 5, 1), datetime.date(2026, 8, 31))
    """
    match precision:
        case "year":
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        case "month":
            return month_bounds(year, number)
        case "quarter":
            return _part_of_year(year, number, QUARTER_MONTHS)
        case "tertial":
            return _part_of_year(year, number, TERTIAL_MONTHS)
        case "half_year":
            return _part_of_year(year, number, HALF_YEAR_MONTHS)
        case "season":
            return _season(year, number)
        case "week":
            return _week(year, number)
        case _:
            raise ValueError(f"{precision} is no period")


def _part_of_year(year: int, number: int, months: int) -> tuple[dt.date, dt.date]:
    return month_bounds(year, (number - 1) * months + 1, months)


def _season(year: int, number: int) -> tuple[dt.date, dt.date]:
    if number == WINTER:
        return dt.date(year - 1, 12, 1), month_bounds(year, 2)[1]
    first, last = SEASON_DAYS[number]
    return dt.date(year, *first), dt.date(year, *last)


def _week(year: int, number: int) -> tuple[dt.date, dt.date] | None:
    """Monday and Sunday of an ISO week."""
    try:
        monday = dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return monday, monday + dt.timedelta(days=6)
