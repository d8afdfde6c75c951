"""The rules by which items are counted: no two counts agree without one that is named.

- `numbered`: items that the letter gives a number.
- `marked`: all that the letter marks as such, numbered or not; the rule where none is asked for.
- `bullets`: each item that binds: an assignment's list counts item by item, and a bullet that asks
  for two things is one; what has no list is one.

Assignments that a letter cancels are not counted: it gives none with them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tildeling.archive.answers import Countable, CountRule

TABLE_OF: dict[Countable, str] = {
    "letters": "letters",
    "assignments": "assignments",
    "goals": "goals",
    "indicators": "indicators",
    "requirements": "reporting",
}
"""The table that holds what is counted; requirements are those on reporting."""

WORDS: dict[CountRule, str] = {
    "numbered": "det brevet gir et nummer",
    "marked": "alt brevet merker som det, med eller uten nummer",
    "bullets": "hvert punkt i en liste, eller ett der det ikke er noen liste",
}
"""The rules in words, for a reader of Norwegian."""

Row = Mapping[str, Any]


def counts(row: Row, rule: CountRule) -> int:
    """How many a row is by the rule.

    >>> counts({"number": None, "tasks": ["a", "b"]}, "numbered")
    0
    >>> counts({"number": None, "tasks": ["a", "b"]}, "bullets")
    2
    """
    if row.get("status") == "cancelled":
        return 0
    return _RULES[rule](row)


def _numbered(row: Row) -> int:
    return int(row.get("number", row.get("addendum_number")) is not None)


def _marked(_: Row) -> int:
    return 1


def _bullets(row: Row) -> int:
    return max(len(row.get("tasks") or ()), 1)


_RULES: dict[CountRule, Callable[[Row], int]] = {
    "numbered": _numbered,
    "marked": _marked,
    "bullets": _bullets,
}
