"""Deadlines on a line of time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, DateFormatter, date2num
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from tildeling.export.items import deadlines_of
from tildeling.export.phrases import what_is_due
from tildeling.forms import is_bare_label
from tildeling.letter import Letter
from tildeling.plots.figure import AMBER, BLUE, SOFT, STYLE, Plot, heading, sheet, words_for
from tildeling.words import Language, Words

# Characters of what falls due, on the axis.
NAME_WIDTH = 58

# Agencies that are named under the title; more are counted.
MOST_NAMES = 3

# Deadlines that have a row each: so many fill a page of A4.
MOST_ROWS = 36

# Days over which weeks are told apart: a year and a half, a bar of each four pixels wide.
LONGEST_BY_WEEK = 550

# Days that the axis has at least.
SHORTEST = 30

# From so many days on, the axis names months, not days.
MONTHS_FROM = 120


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline with a date."""

    date: dt.date
    start: dt.date | None
    name: str
    of_assignment: bool


def calendar(letters: Letter | Iterable[Letter], *, language: Language | None = None) -> Plot:
    """All deadlines with a date, the earliest first: a dot on the last day, a line from the first.

    More of them than a page has room for are counted instead, week by week, or month by month
    where they are spread over years. Those without a date (snarest, løpende, etter avtale) are
    counted under the title. Words are in the language of most letters unless another is given.
    Raises `ValueError` where none has a date.
    """
    every = [letters] if isinstance(letters, Letter) else list(letters)
    words = words_for(every, language)
    dues = sorted(
        (due for letter in every for due in _dated(letter)),
        key=lambda due: (due.date, due.name),
    )
    if not dues:
        raise ValueError("There is no deadline with a date.")
    told = _told(every, words)
    with rc_context(STYLE):
        if len(dues) > MOST_ROWS:
            return _counted(dues, told, words)
        figure = sheet(1.6 + 0.27 * len(dues))
        axes = figure.axes[0]
        rows = range(len(dues))
        for row, due in zip(rows, dues, strict=True):
            _mark(axes, row, due, words)
        axes.set_yticks(rows, [due.name for due in dues])
        axes.set_ylim(len(dues) - 0.4, -0.6)
        _axis(axes, dues)
        axes.grid(axis="x")
        axes.tick_params(length=0)
        axes.spines["left"].set_visible(False)
        heading(axes, words.say("Deadlines"), "; ".join(told))
        _legend(figure, dues, words)
    return figure


def _counted(dues: Sequence[Due], told: Sequence[str], words: Words) -> Plot:
    """How many fall due in each week, or each month."""
    weekly = (dues[-1].date - dues[0].date).days <= LONGEST_BY_WEEK
    figure = sheet(3.8)
    axes = figure.axes[0]
    periods = sorted({_period(due.date, weekly=weekly) for due in dues})
    below = [0] * len(periods)
    places = [date2num(period) for period in periods]
    for of_assignment, colour in ((True, BLUE), (False, AMBER)):
        by_period = Counter(
            _period(due.date, weekly=weekly) for due in dues if due.of_assignment is of_assignment
        )
        heights = [by_period[period] for period in periods]
        width = 6.0 if weekly else 25.0
        axes.bar(places, heights, width, bottom=below, color=colour, align="edge")
        below = [one + other for one, other in zip(below, heights, strict=True)]
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=8))
    axes.xaxis.set_major_formatter(DateFormatter("%m.%Y"))
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.set_ylim(bottom=0)
    axes.grid(axis="y")
    axes.tick_params(length=0)
    axes.spines["left"].set_visible(False)
    number = (
        words.counted("{n} deadline by week", "{n} deadlines by week", len(dues))
        if weekly
        else words.counted("{n} deadline by month", "{n} deadlines by month", len(dues))
    )
    heading(axes, words.say("Deadlines"), "; ".join((number, *told)))
    _legend(figure, dues, words)
    return figure


def _period(day: dt.date, *, weekly: bool) -> dt.date:
    """The first day of a day's week, or of its month."""
    return day - dt.timedelta(days=day.weekday()) if weekly else day.replace(day=1)


def _mark(axes: Axes, row: int, due: Due, words: Words) -> None:
    colour = BLUE if due.of_assignment else AMBER
    last = date2num(due.date)
    if due.start is not None and due.start < due.date:
        line = [date2num(due.start), last]
        axes.plot(line, [row, row], color=colour, linewidth=5, alpha=0.3, solid_capstyle="round")
    axes.plot(last, row, "o", color=colour, markersize=7)
    axes.annotate(
        words.date(due.date),
        (last, row),
        (8, 0),
        textcoords="offset points",
        va="center",
        fontsize=8.5,
        color=SOFT,
    )


def _axis(axes: Axes, dues: Sequence[Due]) -> None:
    """Months in numbers, since their names would be in the language of the machine."""
    first = date2num(min(due.start or due.date for due in dues))
    last = date2num(max(due.date for due in dues))
    span = max(last - first, SHORTEST)
    # On the right stands the date of the last one.
    axes.set_xlim(first - span * 0.06, last + span * 0.24)
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=6))
    axes.xaxis.set_major_formatter(DateFormatter("%m.%Y" if span > MONTHS_FROM else "%d.%m."))


def _legend(figure: Plot, dues: Sequence[Due], words: Words) -> None:
    if len({due.of_assignment for due in dues}) > 1:
        handles = [
            Line2D([], [], marker="o", linestyle="", color=colour, label=label)
            for label, colour in (
                (words.say("assignments"), BLUE),
                (words.say("other deadlines"), AMBER),
            )
        ]
        figure.legend(handles=handles, loc="outside lower right", ncols=2, fontsize=9)


def _told(letters: list[Letter], words: Words) -> list[str]:
    """Whose deadlines they are, and how many have no date."""
    names = dict.fromkeys(letter.agency.name for letter in letters if letter.agency)
    told = [
        ", ".join(names)
        if len(names) <= MOST_NAMES
        else words.counted("{n} agency", "{n} agencies", len(names))
    ]
    undated = sum(1 for letter in letters for one in deadlines_of(letter) if one.date is None)
    if undated:
        told.append(
            words.counted(
                "{n} without a date is left out", "{n} without a date are left out", undated
            )
        )
    return [each for each in told if each]


def _dated(letter: Letter) -> Iterator[Due]:
    for assignment in letter.assignments:
        for one in assignment.deadlines:
            if one.date is not None:
                what = one.label if one.label and not is_bare_label(one.label) else assignment.title
                name = " ".join(filter(None, (assignment.number, what)))
                yield Due(one.date, one.start, _short(name), True)
    for one in letter.deadlines:
        if one.date is not None:
            yield Due(one.date, one.start, _short(what_is_due(one)), False)


def _short(name: str) -> str:
    name = " ".join(name.split())
    return name if len(name) <= NAME_WIDTH else f"{name[: NAME_WIDTH - 1].rstrip()}…"
