"""What was to be reached on an indicator, beside what was, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matplotlib import rc_context
from matplotlib.ticker import MaxNLocator

from tildeling.letter import Comparison, Indicator, Letter, Target, Unit
from tildeling.plots.figure import AMBER, BLUE, STYLE, Plot, heading, sheet, words_for
from tildeling.words import Language, Words, to_say

SIGNS: dict[Comparison | None, str] = {
    "at_least": "≥ ",
    "at_most": "≤ ",
}
UNITS: dict[Unit | None, str] = {
    "percent": to_say("Per cent"),
    "percentage_points": to_say("Percentage points"),
    "kroner": to_say("Kroner"),
    "days": to_say("Days"),
    "weeks": to_say("Weeks"),
    "months": to_say("Months"),
    "years": to_say("Years"),
    "hours": to_say("Hours"),
    "minutes": to_say("Minutes"),
    "score": to_say("Points"),
}
COUNT = to_say("Number")


class _Value(NamedTuple):
    """A target or result with a year and a figure."""

    year: int
    target: Target


def targets(letters: Iterable[Letter], indicator: str, *, language: Language | None = None) -> Plot:
    """Targets and results of one indicator over years, as letters print them.

    `indicator` is its text, or words of it that no other has. A year's result is the last that a
    letter gives; a change ("økes med 5 prosentpoeng") and what has no figure are not drawn. Raises
    `ValueError` where no indicator has the words, several have, or none of its figures has a year.
    """
    found = list(_found(letters, indicator))
    words = words_for((letter for letter, _ in found), language)
    texts = dict.fromkeys(_folded(one.text) for _, one in found)
    if len(texts) > 1:
        listed = "; ".join(dict.fromkeys(one.text for _, one in found))
        raise ValueError(f"Several indicators have the words {indicator!r}: {listed}")
    values = [value for letter, one in found for value in _values(letter, one)]
    if not values:
        raise ValueError(f"No indicator with the words {indicator!r} has figures with a year.")
    results = {value.year: value for value in values if value.target.role == "result"}
    aims = {value.year: value for value in values if value.target.role == "target"}
    with rc_context(STYLE):
        figure = sheet(3.2)
        axes = figure.axes[0]
        for of_role, other, colour, style, label in (
            (results, aims, BLUE, "o-", words.say("result")),
            (aims, results, AMBER, "D", words.say("target")),
        ):
            years = sorted(of_role)
            heights = [_height(of_role[year].target) for year in years]
            axes.plot(years, heights, style, color=colour, label=label, markersize=6)
            for year, height in zip(years, heights, strict=True):
                axes.annotate(
                    _figure(of_role[year].target, words),
                    (year, height),
                    (0, -16 if _is_lower(of_role[year], other.get(year)) else 7),
                    textcoords="offset points",
                    ha="center",
                    fontsize=9,
                    color=colour,
                )
        axes.set_xticks(range(min({*results, *aims}), max({*results, *aims}) + 1))
        axes.margins(x=0.15, y=0.25)
        axes.yaxis.set_major_locator(MaxNLocator(4, integer=_are_whole(values)))
        axes.grid(axis="y")
        axes.tick_params(length=0)
        axes.spines["left"].set_visible(False)
        units = dict.fromkeys(words.say(UNITS.get(value.target.unit, COUNT)) for value in values)
        heading(axes, found[0][1].text, ", ".join(units))
        axes.legend(loc="best", fontsize=9)
    return figure


def _found(letters: Iterable[Letter], words: str) -> Iterator[tuple[Letter, Indicator]]:
    """The indicators that have the words; those that are the words alone where there are any."""
    sought = _folded(words)
    having = [
        (letter, one)
        for letter in letters
        for one in letter.indicators
        if sought in _folded(one.text)
    ]
    exact = [each for each in having if _folded(each[1].text) == sought]
    yield from exact or having


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold().rstrip(".:")


def _values(letter: Letter, indicator: Indicator) -> Iterator[_Value]:
    for target in indicator.targets:
        year = target.year or (letter.budget_year if target.role == "target" else None)
        is_change = target.comparison in {"increase", "decrease"}
        if year is not None and target.value is not None and not is_change:
            yield _Value(year, target)


def _is_lower(value: _Value, other: _Value | None) -> bool:
    """Whether the other figure of its year stands over it, so that its words go under it."""
    return other is not None and _height(value.target) < _height(other.target)


def _height(target: Target) -> float:
    """Where a figure is drawn; of two ends the lower."""
    assert target.value is not None
    return float(target.value)


def _are_whole(values: Iterable[_Value]) -> bool:
    """Whether all figures are whole numbers: half an inspection on an axis says nothing."""
    return all(_height(value.target).is_integer() for value in values)


def _figure(target: Target, words: Words) -> str:
    assert target.value is not None
    value = words.number(target.value)
    if target.value_to is not None:
        return f"{value}–{words.number(target.value_to)}"
    return f"{SIGNS.get(target.comparison, '')}{value}"
