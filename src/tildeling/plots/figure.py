"""The sheet that all plots are drawn on: one look, and a picture for the notebook."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tildeling.comparison import LetterIdentity
from tildeling.letter import Letter
from tildeling.words import Language, Words, words_in

INK = "#22272e"
SOFT = "#6a737d"
RULE = "#e3e6ea"
BLUE = "#2f6db0"
PALE_BLUE = "#a9c8ea"
RED = "#c8323a"
AMBER = "#d08a1d"

STYLE: Any = {
    # A dollar sign in a letter is no formula.
    "text.parse_math": False,
    "font.family": ["DejaVu Sans"],
    "font.size": 9.5,
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": SOFT,
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlepad": 14,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": RULE,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "ytick.labelcolor": INK,
    "xtick.labelcolor": SOFT,
    "legend.frameon": False,
    "figure.facecolor": "white",
}

# Pixels an inch in a notebook.
SHOWN = 96

# Dots an inch in the picture itself, so that it is sharp on any screen.
DOTS = 2 * SHOWN

# Inches; what a notebook's column holds without shrinking.
WIDTH = 8.5


# Inches around everything.
MARGIN = 0.12


class Plot(Figure):
    """A matplotlib figure that a notebook shows without being asked to."""

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        out = io.BytesIO()
        # Without the date and the version, the same plot is the same file.
        self.savefig(out, format="png", dpi=DOTS, metadata={"Software": None})
        width, height = self.get_size_inches()
        return out.getvalue(), {"width": round(width * SHOWN), "height": round(height * SHOWN)}


def sheet(height: float, *, panels: int = 1) -> Plot:
    """An empty figure with its axes, `height` inches high, in the look of `STYLE`."""
    with rc_context(STYLE):
        figure = Plot(figsize=(WIDTH, height))
        figure.set_layout_engine("constrained", h_pad=MARGIN, w_pad=MARGIN)
        figure.subplots(1, panels, sharey=True)
    return figure


def words_for(letters: Iterable[Letter | LetterIdentity], language: Language | None) -> Words:
    """The words of a plot: in the language asked for, else in that of most of the letters."""
    if language is not None:
        return words_in(language)
    written = Counter(letter.language for letter in letters)
    return words_in(written.most_common(1)[0][0] if written else "nb")


def heading(axes: Axes, title: str, under: str) -> None:
    """A title, and under it in small print what the plot shows."""
    axes.set_title(title, loc="left", pad=26)
    axes.annotate(
        under,
        (0, 1),
        (0, 9),
        xycoords="axes fraction",
        textcoords="offset points",
        color=SOFT,
        fontsize=9,
    )
