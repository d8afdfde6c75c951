r"""Plots that people make of allocation letters; each function returns its figure, to go on with.

>>> import tildeling
>>> from tildeling import plots
>>> letter = tildeling.parse_text(
...     "Tillegg nr. 1 til tildelingsbrev for 2026 til Vegtilsynet\n\n"
...     "Oppdrag 2026-01: Ny veileder\n\nFrist: 1. mai 2026\n"
... )
>>> figure = plots.calendar(letter)
>>> figure.axes[0].get_title(loc="left")
'Frister'

A figure is matplotlib's own: `figure.savefig("frister.svg")`, `figure.axes[0].set_title(...)`.
Needs the extra `notebook`.
"""

from tildeling.extras import needs
from tildeling.words import Message

try:
    from tildeling.plots.amounts import budget, post
    from tildeling.plots.counts import counts
    from tildeling.plots.days import calendar
    from tildeling.plots.targets import targets
    from tildeling.plots.years import assignments
except ModuleNotFoundError:
    needs(Message("Plotting"), "notebook", "matplotlib")
    raise

__all__ = ["assignments", "budget", "calendar", "counts", "post", "targets"]
