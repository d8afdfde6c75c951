"""The rules by which items are counted: no two counts agree without one that is named.

- `numbered`: items that the letter gives a number; requirements on reporting have none.
- `marked`: all that the letter marks as such, numbered or not; the rule where none is asked for.
- `bullets`: each item that binds: an assignment's list counts item by item, and a bullet that asks
  for two things is one; what has no list is one.

Assignments that a letter cancels are not counted: it gives none with them.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tildeling.archive.answers import Countable, CountRule
from tildeling.words import to_say

# The table that holds what is counted; requirements are those on reporting.
TABLE_OF: dict[Countable, str] = {
    "letters": "letters",
    "assignments": "assignments",
    "goals": "goals",
    "indicators": "indicators",
    "requirements": "reporting",
}

# The rules in words.
WORDS: dict[CountRule, str] = {
    "numbered": to_say("what the letter gives a number"),
    "marked": to_say("all that the letter marks as such, with or without a number"),
    "bullets": to_say("each item of a list, or one where there is no list"),
}

# The column that says how many a row is.
COUNTS = "counts"

# The column of an item's number, where it is not `number`.
_NUMBERS = {"letters": "addendum_number", "reporting": None}


def counted(name: str, table: pa.Table, rule: CountRule) -> pa.Table:
    """The rows of a table that count, with a column of how many each is.

    >>> table = pa.table({"number": [None, "1"], "tasks": [["a", "b"], []]})
    >>> counted("assignments", table, "numbered")["counts"].to_pylist()
    [1]
    >>> counted("assignments", table, "bullets")["counts"].to_pylist()
    [2, 1]
    """
    numbers = _numbers(name, table, rule)
    if "status" in table.column_names:
        numbers = pc.if_else(pc.equal(table["status"], "cancelled"), 0, numbers)
    return table.append_column(COUNTS, numbers).filter(pc.greater(numbers, 0))


def _numbers(name: str, table: pa.Table, rule: CountRule) -> Any:
    """How many each row is, if its letter does not take it back."""
    one = pa.array([1] * len(table), pa.int64())
    if rule == "numbered":
        column = _NUMBERS.get(name, "number")
        return pc.multiply(one, 0) if column is None else pc.is_valid(table[column]).cast("int64")
    if rule == "bullets" and "tasks" in table.column_names:
        items = pc.fill_null(pc.list_value_length(table["tasks"]), 0)
        return pc.max_element_wise(items.cast("int64"), one)
    return one
