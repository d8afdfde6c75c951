"""A table whose columns are told by its words: rulings part its rows at most."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from tildeling.page.lines import Line
from tildeling.table import TableKind
from tildeling.tabular.raw_table import RawTable
from tildeling.tabular.readings import readings_of
from tildeling.tabular.run_over import mend_run_over
from tildeling.tabular.ties import mark_doubtful


def read_lines(lines: Sequence[Line], separators: Sequence[float], kind: TableKind) -> RawTable:
    """The table that lines make; `separators` are the heights of rulings, from the top."""
    ruled = [
        bisect_left(separators, above.middle) < bisect_left(separators, under.middle)
        for above, under in pairwise(lines)
    ]
    readings = readings_of(lines, ruled)
    best = readings[0]
    edges = [
        min(line.x0 for line in lines),
        *(strip.middle for strip in best.strips),
        max(line.x1 for line in lines),
    ]
    page = lines[0].page
    gutters = [(strip.low, strip.high) for strip in best.strips]
    rows = best.rows
    mark_doubtful(rows, readings)
    mend_run_over(rows)
    return RawTable(
        page, rows, edges, kind, lines[0].top, lines[-1].bottom, page, gutters, readings
    )
