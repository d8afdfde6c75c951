"""What a letter's words say of a time, and the day that they come to.

The rules are the contract's: "utgangen av X", "ultimo X" and "i løpet av X" end on the last day of
X, "medio" is the 15th and "primo" the 10th. Of a period longer than a month, "primo" is the end of
its first month and "medio" the end of the middle one: of a quarter its 10th in the first and 15th
in the second month.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from tildeling.find.calendar_days import movable_day, read_day, weekday_of_month, weekday_of_week
from tildeling.find.date_words import Movable, Qualifier
from tildeling.find.periods import month_bounds, period_bounds
from tildeling.letter import Precision, Recurrence

# Convention of the field, and the contract's: "primo" is the 10th, "medio" the 15th.
EARLY_DAY = 10
MID_DAY = 15
QUARTER_LENGTH = 3
_JULY = 7


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """The day that an expression comes to.

    `date` is the last day that counts, `start` the first of the stated period or None. `exists` is
    False where the calendar has no such day or week; `date` is then None.
    """

    date: dt.date | None
    start: dt.date | None
    precision: Precision
    year_inferred: bool
    exists: bool = True


class DateExpression(NamedTuple):
    """A time as words say it: "innen utgangen av oktober 2026".

    `month` stands for days and months, `number` for which week, quarter, tertial, half-year or
    season. `year` is None where none is printed for it; a year printed once for several dates is
    given to each. `since` is where a stretch of days or months starts ("15.–17. mars"); `next_year`
    is True for "neste år". `weekday` is that of "første mandag i mai" (`number` tells which, 0 the
    last), `movable` a day that moves with the year, `turn` is True for the last day of a month
    before another ("månedsskiftet mai/juni"), `of_either` where the words say two days and not
    which of them: "15. januar 2025/2026", "uke 12 -26".
    """

    start: int
    end: int
    text: str
    precision: Precision
    day: int | None = None
    month: int | None = None
    year: int | None = None
    number: int | None = None
    qualifier: Qualifier | None = None
    recurrence: Recurrence | None = None
    since: DateExpression | None = None
    next_year: bool = False
    weekday: int | None = None
    movable: Movable | None = None
    turn: bool = False
    of_either: bool = False

    @property
    def is_loose(self) -> bool:
        """True where the words name no one last day: "begynnelsen av mai", "første uke i mai"."""
        if self.of_either:
            return True
        if self.qualifier == "vague" or (self.precision == "season" and self.number is None):
            return True
        if self.qualifier == "before" and "jul" in self.text.lower() and self.month != _JULY:
            return True  # "før jul" names no day
        return self.precision == "week" and self.month is not None

    def resolve(self, budget_year: int | None, not_before: dt.date | None) -> ResolvedDate:
        """The day it comes to, in the contract's sense of a deadline.

        A year that is not printed is the budget year, or the next where the day lies before
        `not_before`, the letter's own date. Where neither is known, such a date stays None.

        >>> from tildeling.find.dates import find_dates
        >>> find_dates("innen utgangen av oktober")[0].resolve(2026, None).date
        datetime.date(2026, 10, 31)
        """
        if self.is_loose:
            return ResolvedDate(None, None, self.precision, year_inferred=False)
        if self.year is not None:
            return self._in_year(self.year, is_inferred=False)
        year = budget_year or (not_before.year if not_before else None)
        if year is None:
            return ResolvedDate(None, None, self.precision, year_inferred=True)
        resolved = self._in_year(year + self.next_year, is_inferred=True)
        if resolved.date and not_before and resolved.date < not_before:
            return self._in_year(year + self.next_year + 1, is_inferred=True)
        return resolved

    def _in_year(self, year: int, *, is_inferred: bool) -> ResolvedDate:
        """The day it comes to in that year."""
        bounds = self._bounds(year)
        if bounds is None:
            return ResolvedDate(None, None, self.precision, is_inferred, exists=False)
        first, last = bounds
        start: dt.date | None = first
        precision = self.precision
        match self.qualifier:
            case "early" | "mid":
                last, start, precision = self._within(first, last), None, "day"
            case "before" if self.movable is None and not self.turn:
                last, start = first - dt.timedelta(days=1), None
            case "by" | "end_of" | "as_of" if self.since is None:
                start = None
            case _ if first == last:
                start = None
        return ResolvedDate(last, start, precision, is_inferred)

    def _bounds(self, year: int) -> tuple[dt.date, dt.date] | None:
        """First and last day; None where there is none such."""
        if self.precision == "day":
            day = self._day(year)
            bounds = (day, day) if day else None
        else:
            bounds = period_bounds(self.precision, year, self.month or self.number or 0)
        if bounds is None or self.since is None:
            return bounds
        opening = self.since._bounds(self.since.year or year)
        if opening is None:
            return None
        # "1. november–1. mars" starts in the year before.
        if opening[0] > bounds[1]:
            opening = self.since._bounds(year - 1) or opening
        return opening[0], bounds[1]

    def _day(self, year: int) -> dt.date | None:
        if self.movable is not None:
            return movable_day(self.movable, year)
        if self.turn:
            return month_bounds(year, self.month or 1)[1]
        if self.weekday is not None and self.month is None:
            return weekday_of_week(self.weekday, self.number or 0, year)
        if self.weekday is not None:
            return weekday_of_month(self.weekday, self.number or 0, year, self.month or 1)
        return read_day(self.day or 0, self.month or 0, year)

    def _within(self, first: dt.date, last: dt.date) -> dt.date:
        """Day of "primo" or "medio" within the period."""
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        is_early = self.qualifier == "early"
        if months == 1:
            return first.replace(day=EARLY_DAY if is_early else MID_DAY)
        if months == QUARTER_LENGTH:
            return (
                first.replace(day=EARLY_DAY)
                if is_early
                else (first.replace(month=first.month + 1, day=MID_DAY))
            )
        if is_early:
            return month_bounds(first.year, first.month)[1]
        middle = first.month - 1 + months // 2 - 1
        return month_bounds(first.year + middle // 12, middle % 12 + 1)[1]
