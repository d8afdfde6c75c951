"""What the addenda of a chain changed, as rows, from letters made here."""

from __future__ import annotations

from typing import Any

from made_letters import letter, line, row, table
from tildeling.archive.changed import change_rows
from tildeling.compare.consolidate import consolidate
from tildeling.export.rows import rows_of
from tildeling.letter import Letter


def numbered(number: int, **changes: Any) -> Letter:
    """A letter with a file of its own."""
    made = letter(addendum_number=number or None, **changes)
    source = made.source.model_copy(update={"sha256": f"{number}" * 64})
    return made.model_copy(update={"source": source})


def moved(number: int, kind: str, amount: int) -> Letter:
    """An addendum that changes 291/21 in words, without a total."""
    change = line(kind=kind, amount=amount, chapter=291, post=21)
    return numbered(number, financing=(change,))


def test_a_post_that_came_to_nothing_had_nothing_before_the_next_change() -> None:
    base = table(row(10_000_000), columns=("new",)).model_copy(update={"column_roles": ("new",)})
    letters = [
        numbered(0, kind="base", budget_tables=(base,)),
        moved(1, "decrease", 10_000_000),
        moved(2, "increase", 500_000),
    ]
    state = consolidate(letters)
    found = {}
    for one in letters:
        (head,) = (each for name, each in rows_of(one) if name == "letters")
        found[one.source.sha256] = vars(head)
    rows = change_rows(state, found)
    assert [(each.old, each.new) for each in rows] == [("10000000", "0"), ("0", "500000")]
