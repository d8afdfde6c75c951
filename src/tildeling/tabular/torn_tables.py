"""Tables whose columns a converter of plain text did not keep, found by what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tildeling.page.lines import Line
from tildeling.tabular.raw_table import RawTable
from tildeling.tabular.torn import Setting
from tildeling.tabular.torn_deadlines import find_deadline_rows
from tildeling.tabular.torn_rows import find_budget_rows
from tildeling.tabular.torn_signatures import find_signatures


def find_torn_tables(parts: Sequence[Line | RawTable], pitch: float) -> list[Line | RawTable]:
    """The parts with budget rows, deadlines and signatures gathered to tables."""
    lines = [part for part in parts if isinstance(part, Line)]
    if not lines:
        return list(parts)
    setting = Setting(min(line.x0 for line in lines), max(line.x1 for line in lines), pitch)
    found: list[Line | RawTable] = []
    for flows, run in groupby(parts, key=lambda part: isinstance(part, Line)):
        if flows:
            found.extend(find_budget_rows([p for p in run if isinstance(p, Line)], setting))
        else:
            found.extend(run)
    return find_signatures(find_deadline_rows(found, setting))
