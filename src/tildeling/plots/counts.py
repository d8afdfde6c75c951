"""How much an agency is asked for, year by year: goals, indicators, reporting, assignments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from matplotlib import rc_context

from tildeling.letter import Letter
from tildeling.plots.figure import AMBER, BLUE, INK, PALE_BLUE, STYLE, Plot, sheet, words_for
from tildeling.plots.years import by_agency, dress, legend, new_assignments, years_of
from tildeling.words import Language, to_say

# What is counted, each with its colour: as the letter's own lists have it, one an item.
COUNTED: dict[str, tuple[str, Callable[[Letter], int]]] = {
    to_say("goals"): (INK, lambda letter: len(letter.goals)),
    to_say("indicators"): (BLUE, lambda letter: len(letter.indicators)),
    to_say("reporting requirements"): (PALE_BLUE, lambda letter: len(letter.reporting)),
    to_say("new assignments"): (AMBER, new_assignments),
}


def counts(letters: Iterable[Letter], *, language: Language | None = None) -> Plot:
    """Goals, indicators, reporting requirements and new assignments by budget year.

    A year's base letter and its addenda are counted together, each item once a letter: assignments
    that are only clarified or cancelled are left out. One panel an agency. Raises `ValueError`
    where no letter names an agency and a year, or there are more than six agencies.
    """
    every = list(letters)
    words = words_for(every, language)
    found = by_agency(every)
    years = years_of(found)
    with rc_context(STYLE):
        figure = sheet(3.4, panels=len(found))
        for axes, (agency, given) in zip(figure.axes, found.items(), strict=True):
            # A year without a letter is a gap in the lines, not a count of none.
            own = years_of({agency: given})
            for name, (colour, count) in COUNTED.items():
                by_year: Counter[int] = Counter()
                for year, letter in given:
                    by_year[year] += count(letter)
                heights = [by_year.get(year, float("nan")) for year in own]
                axes.plot(own, heights, "o-", color=colour, label=words.say(name), markersize=4)
            axes.set_ylim(bottom=0)
            dress(axes, years, agency, words.say("Number by budget year"))
        legend(figure)
    return figure
