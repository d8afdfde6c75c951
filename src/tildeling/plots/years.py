"""How many assignments an agency is given, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from tildeling.letter import Letter, LetterKind
from tildeling.plots.figure import BLUE, PALE_BLUE, STYLE, Plot, heading, sheet, words_for
from tildeling.words import Language, to_say

# Panels side by side that can still be read.
MOST_AGENCIES = 6

# Room for so many years, so that the bars of one or two are no broader.
FEWEST_YEARS = 5

GIVEN: dict[LetterKind, tuple[str, str]] = {
    "base": (to_say("in the main letter"), BLUE),
    "addendum": (to_say("in supplements"), PALE_BLUE),
}


def by_agency(letters: Iterable[Letter]) -> dict[str, list[tuple[int, Letter]]]:
    """The letters of each agency with their budget years, in the order given.

    Raises `ValueError` where no letter names an agency and a year, or there are more agencies than
    panels that can be read.
    """
    found: dict[str, list[tuple[int, Letter]]] = {}
    for letter in letters:
        if letter.agency is not None and letter.budget_year is not None:
            found.setdefault(letter.agency.name, []).append((letter.budget_year, letter))
    if not 1 <= len(found) <= MOST_AGENCIES:
        raise ValueError(
            f"A plot shows from 1 to {MOST_AGENCIES} agencies; the letters have {len(found)}."
        )
    return found


def years_of(found: Mapping[str, Sequence[tuple[int, Letter]]]) -> range:
    """The years from the first to the last letter of all agencies."""
    years = [year for letters in found.values() for year, _ in letters]
    return range(min(years), max(years) + 1)


def new_assignments(letter: Letter) -> int:
    """How many of a letter's assignments are new: not clarified, not cancelled."""
    return sum(1 for one in letter.assignments if one.status == "new")


def dress(axes: Axes, years: range, title: str, under: str) -> None:
    """One agency's panel: a tick for each year, few whole numbers, and what it shows."""
    axes.set_xticks(years, [str(year) for year in years])
    middle, half = (years[0] + years[-1]) / 2, max(len(years), FEWEST_YEARS) / 2
    axes.set_xlim(middle - half, middle + half)
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.grid(axis="y")
    axes.tick_params(length=0)
    axes.spines["left"].set_visible(False)
    heading(axes, title, under)


def legend(figure: Plot) -> None:
    """One legend for all panels, under them."""
    handles, words = figure.axes[0].get_legend_handles_labels()
    figure.legend(handles, words, loc="outside lower right", ncols=len(words), fontsize=9)


def assignments(letters: Iterable[Letter], *, language: Language | None = None) -> Plot:
    """New assignments by budget year, in the base letter and in addenda; one panel an agency.

    Assignments that are only clarified or cancelled are not counted again. Raises `ValueError`
    where no letter names an agency and a year, or there are more than six agencies.
    """
    every = list(letters)
    words = words_for(every, language)
    found = by_agency(every)
    years = years_of(found)
    with rc_context(STYLE):
        figure = sheet(3.4, panels=len(found))
        for axes, (agency, given) in zip(figure.axes, found.items(), strict=True):
            below = [0] * len(years)
            for kind, (label, colour) in GIVEN.items():
                by_year: Counter[int] = Counter()
                for year, letter in given:
                    by_year[year] += new_assignments(letter) if letter.kind == kind else 0
                heights = [by_year[year] for year in years]
                axes.bar(years, heights, 0.7, bottom=below, color=colour, label=words.say(label))
                below = [one + other for one, other in zip(below, heights, strict=True)]
            for year, height in zip(years, below, strict=True):
                if height:
                    axes.annotate(
                        str(height),
                        (year, height),
                        (0, 4),
                        textcoords="offset points",
                        ha="center",
                        fontsize=9,
                    )
            axes.margins(y=0.15)
            dress(axes, years, agency, words.say("New assignments by budget year"))
        legend(figure)
    return figure
