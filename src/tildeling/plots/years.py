"""How many assignments an agency is given, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from matplotlib import rc_context
from matplotlib.ticker import MaxNLocator

from tildeling.letter import Letter, LetterKind
from tildeling.plots.figure import BLUE, PALE_BLUE, STYLE, Plot, heading, sheet

MOST_AGENCIES = 6
"""Panels side by side that can still be read."""

FEWEST_YEARS = 5
"""Room for so many years, so that the bars of one or two are no broader."""

GIVEN: dict[LetterKind, tuple[str, str]] = {
    "base": ("i hovedbrevet", BLUE),
    "addendum": ("i tillegg", PALE_BLUE),
}


def assignments(letters: Iterable[Letter]) -> Plot:
    """New assignments by budget year, in the base letter and in addenda; one panel an agency.

    Assignments that are only clarified or cancelled are not counted again. Raises `ValueError`
    where no letter names an agency and a year, or there are more than six agencies.
    """
    counts: dict[str, dict[LetterKind, Counter[int]]] = {}
    years: set[int] = set()
    for letter in letters:
        if letter.agency is None or letter.budget_year is None:
            continue
        years.add(letter.budget_year)
        by_kind = counts.setdefault(letter.agency.name, {kind: Counter() for kind in GIVEN})
        new = sum(1 for one in letter.assignments if one.status == "new")
        by_kind[letter.kind][letter.budget_year] += new
    if not 1 <= len(counts) <= MOST_AGENCIES:
        raise ValueError(
            f"A plot shows from 1 to {MOST_AGENCIES} agencies; the letters have {len(counts)}."
        )
    axis = list(range(min(years), max(years) + 1))
    with rc_context(STYLE):
        figure = sheet(3.4, panels=len(counts))
        for axes, (agency, by_kind) in zip(figure.axes, counts.items(), strict=True):
            below = [0] * len(axis)
            for kind, (label, colour) in GIVEN.items():
                heights = [by_kind[kind][year] for year in axis]
                axes.bar(axis, heights, 0.7, bottom=below, color=colour, label=label)
                below = [one + other for one, other in zip(below, heights, strict=True)]
            for year, height in zip(axis, below, strict=True):
                if height:
                    axes.annotate(
                        str(height),
                        (year, height),
                        (0, 4),
                        textcoords="offset points",
                        ha="center",
                        fontsize=9,
                    )
            axes.set_xticks(axis, [str(year) for year in axis])
            middle, half = (axis[0] + axis[-1]) / 2, max(len(axis), FEWEST_YEARS) / 2
            axes.set_xlim(middle - half, middle + half)
            axes.margins(y=0.15)
            axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
            axes.grid(axis="y")
            axes.tick_params(length=0)
            axes.spines["left"].set_visible(False)
            heading(axes, agency, "Nye oppdrag etter budsjettår")
        handles, words = figure.axes[0].get_legend_handles_labels()
        figure.legend(handles, words, loc="outside lower right", ncols=2, fontsize=9)
    return figure
