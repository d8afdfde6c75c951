"""How much an agency is asked for, year by year: goals, indicators, reporting, assignments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from matplotlib import rc_context
from matplotlib.ticker import MaxNLocator

from tildeling.letter import Letter
from tildeling.plots.figure import AMBER, BLUE, INK, PALE_BLUE, STYLE, Plot, heading, sheet
from tildeling.plots.years import FEWEST_YEARS, MOST_AGENCIES

COUNTED: dict[str, tuple[str, Callable[[Letter], int]]] = {
    "mål": (INK, lambda letter: len(letter.goals)),
    "styringsparametere": (BLUE, lambda letter: len(letter.indicators)),
    "rapporteringskrav": (PALE_BLUE, lambda letter: len(letter.reporting)),
    "nye oppdrag": (
        AMBER,
        lambda letter: sum(1 for one in letter.assignments if one.status == "new"),
    ),
}
"""What is counted, each with its colour: as the letter's own lists have it, one an item."""


def counts(letters: Iterable[Letter]) -> Plot:
    """Goals, indicators, reporting requirements and new assignments by budget year.

    A year's base letter and its addenda are counted together, each item once a letter: assignments
    that are only clarified or cancelled are left out. One panel an agency. Raises `ValueError`
    where no letter names an agency and a year, or there are more than six agencies.
    """
    found: dict[str, dict[str, Counter[int]]] = {}
    years: set[int] = set()
    for letter in letters:
        if letter.agency is None or letter.budget_year is None:
            continue
        years.add(letter.budget_year)
        of_agency = found.setdefault(letter.agency.name, {name: Counter() for name in COUNTED})
        for name, (_, count) in COUNTED.items():
            of_agency[name][letter.budget_year] += count(letter)
    if not 1 <= len(found) <= MOST_AGENCIES:
        raise ValueError(
            f"A plot shows from 1 to {MOST_AGENCIES} agencies; the letters have {len(found)}."
        )
    with rc_context(STYLE):
        figure = sheet(3.4, panels=len(found))
        for axes, (agency, of_agency) in zip(figure.axes, found.items(), strict=True):
            # A year without a letter is a gap in the lines, not a count of none.
            given = sorted({year for counted in of_agency.values() for year in counted})
            axis = range(given[0], given[-1] + 1)
            for name, (colour, _) in COUNTED.items():
                heights = [of_agency[name].get(year, float("nan")) for year in axis]
                axes.plot(axis, heights, "o-", color=colour, label=name, markersize=4)
            axes.set_xticks(range(min(years), max(years) + 1))
            middle, half = (min(years) + max(years)) / 2, max(len(years), FEWEST_YEARS) / 2
            axes.set_xlim(middle - half, middle + half)
            axes.set_ylim(bottom=0)
            axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
            axes.grid(axis="y")
            axes.tick_params(length=0)
            axes.spines["left"].set_visible(False)
            heading(axes, agency, "Antall etter budsjettår")
        handles, words = figure.axes[0].get_legend_handles_labels()
        figure.legend(handles, words, loc="outside lower right", ncols=4, fontsize=9)
    return figure
