"""What a scanned letter says only as long as its picture is measured just so."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import chain

from tildeling.audit.case import Case
from tildeling.audit.readings import Item, items_of
from tildeling.findings import make_finding
from tildeling.letter import Finding

# So many things a message names.
SHOWN = 6


def unsteady_item(case: Case) -> Iterator[Finding]:
    """One finding for all rows of a table, for all of assignments, for all days of the letter."""
    others = [frozenset(item.said for item in items_of(one)) for one in case.others]
    unsteady: dict[Hashable, list[Item]] = {}
    for item in items_of(case.letter) if others else ():
        if not all(item.said in other for other in others):
            unsteady.setdefault(item.within, []).append(item)
    for items in unsteady.values():
        keys = {item.key for item in items}
        words = list(dict.fromkeys(" ".join(item.words.split()) for item in items))
        shown = ", ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
        places = chain.from_iterable(item.evidence for item in items)
        key = keys.pop() if len(keys) == 1 else None
        yield make_finding("unsteady_item", "warning", key, places, items=shown)
