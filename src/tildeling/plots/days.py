"""Deadlines on a line of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, DateFormatter, date2num
from matplotlib.lines import Line2D

from tildeling.export.phrases import what_is_due
from tildeling.letter import Deadline, Letter
from tildeling.plots.figure import AMBER, BLUE, SOFT, STYLE, Plot, heading, sheet

NAME_WIDTH = 58
"""Characters of what falls due, on the axis."""

BARE = "frist"

SHORTEST = 30
"""Days that the axis has at least."""

MONTHS_FROM = 120
"""From so many days on, the axis names months, not days."""


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline with a date."""

    date: dt.date
    start: dt.date | None
    name: str
    of_assignment: bool


def calendar(letters: Letter | Iterable[Letter]) -> Plot:
    """All deadlines with a date, the earliest first: a dot on the last day, a line from the first.

    Those without a date (snarest, løpende, etter avtale) are counted under the title. Raises
    `ValueError` where none has a date.
    """
    every = [letters] if isinstance(letters, Letter) else list(letters)
    dues = sorted(
        (due for letter in every for due in _dated(letter)), key=lambda due: (due.date, due.name)
    )
    if not dues:
        raise ValueError("There is no deadline with a date.")
    undated = sum(1 for letter in every for one in _deadlines(letter) if one.date is None)
    with rc_context(STYLE):
        figure = sheet(1.6 + 0.27 * len(dues))
        axes = figure.axes[0]
        rows = range(len(dues))
        for row, due in zip(rows, dues, strict=True):
            _mark(axes, row, due)
        axes.set_yticks(rows, [due.name for due in dues])
        axes.set_ylim(len(dues) - 0.4, -0.6)
        _axis(axes, dues)
        axes.grid(axis="x")
        axes.tick_params(length=0)
        axes.spines["left"].set_visible(False)
        heading(axes, "Frister", _told(every, undated))
        _legend(figure, dues)
    return figure


def _mark(axes: Axes, row: int, due: Due) -> None:
    colour = BLUE if due.of_assignment else AMBER
    last = date2num(due.date)
    if due.start is not None and due.start < due.date:
        line = [date2num(due.start), last]
        axes.plot(line, [row, row], color=colour, linewidth=5, alpha=0.3, solid_capstyle="round")
    axes.plot(last, row, "o", color=colour, markersize=7)
    axes.annotate(
        f"{due.date:%d.%m.%Y}",
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


def _legend(figure: Plot, dues: Sequence[Due]) -> None:
    if len({due.of_assignment for due in dues}) > 1:
        handles = [
            Line2D([], [], marker="o", linestyle="", color=colour, label=words)
            for words, colour in (("oppdrag", BLUE), ("andre frister", AMBER))
        ]
        figure.legend(handles=handles, loc="outside lower right", ncols=2, fontsize=9)


def _told(letters: list[Letter], undated: int) -> str:
    names = dict.fromkeys(letter.agency.name for letter in letters if letter.agency)
    words = [", ".join(names)] if len(names) <= 3 else [f"{len(names)} virksomheter"]
    if undated:
        words.append(f"{undated} uten dato er ikke med")
    return "; ".join(filter(None, words))


def _dated(letter: Letter) -> Iterator[Due]:
    for assignment in letter.assignments:
        for one in assignment.deadlines:
            if one.date is not None:
                what = one.label if one.label and one.label.lower() != BARE else assignment.title
                name = " ".join(filter(None, (assignment.number, what)))
                yield Due(one.date, one.start, _short(name), True)
    for one in letter.deadlines:
        if one.date is not None:
            yield Due(one.date, one.start, _short(what_is_due(one)), False)


def _deadlines(letter: Letter) -> Iterator[Deadline]:
    yield from letter.deadlines
    for assignment in letter.assignments:
        yield from assignment.deadlines


def _short(name: str) -> str:
    name = " ".join(name.split())
    return name if len(name) <= NAME_WIDTH else f"{name[: NAME_WIDTH - 1].rstrip()}…"
