"""Whether a table's figures agree: previous and change with new, sum rows with what they sum."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.find.cells import parse_cell
from tildeling.tabular.column_words import begins_sum

# Arithmetic decides on at least so many rows whose figures differ; a sum has as many parts.
LEAST = 2
# Figures printed with fewer digits than they have disagree by so many thousandths of a unit each.
ROUNDED = 1


def figures(texts: Sequence[str | None]) -> list[int | None]:
    """What cells hold, in thousandths of a printed unit; None where one holds no number."""
    found: list[int | None] = []
    for text in texts:
        amount = parse_cell(text, 1000) if text else None
        found.append(amount.kroner if amount is not None else None)
    return found


def agreement(rows: Sequence[tuple[str, Sequence[str | None]]]) -> float | None:
    """The share of the relations between a table's figures that hold; None where there are too few.

    A row is given by its first words and what its amount columns print. Rows whose figures do not
    differ prove nothing.

    >>> agreement([("Drift", ["10", "5", "15"]), ("Tilskudd", ["20", "-3", "17"])])
    1.0
    >>> agreement([("Drift", ["10", "0", "10"])]) is None
    True
    """
    read = [(name, figures(texts)) for name, texts in rows]
    changes, sums = _changes([row for _, row in read]), _sums(read)
    held = [*changes, *sums]
    return sum(held) / len(held) if sums or len(changes) >= LEAST else None


def adds_up(texts: Sequence[str | None]) -> bool:
    """True for amounts three of which, in a line, are previous, change and new.

    >>> adds_up(["540 000", "35 000", "575 000"]), adds_up(["1 182", "4 100", "1 186"])
    (True, False)
    """
    row = figures(texts)
    return any(_change_holds(row[first : first + 3]) for first in range(len(row) - 2))


def _change_holds(three: Sequence[int | None]) -> bool | None:
    """Whether the first two of three figures make the third; None where they do not differ."""
    previous, change, new = (*three, None, None, None)[:3]
    if previous is None or not change or new is None or abs(change) == abs(previous):
        return None
    return _near(previous + change, new) or _near(previous - change, new)


def _changes(rows: Sequence[Sequence[int | None]]) -> list[bool]:
    """For each row with three figures in a line that differ, whether the first two make the third.

    Of several columns in a line those count that agree most often.
    """
    best: list[bool] = []
    for first in range(max((len(row) for row in rows), default=0) - 2):
        told = [_change_holds(row[first : first + 3]) for row in rows]
        held = [holds for holds in told if holds is not None]
        if sum(held) > sum(best):
            best = held
    return best if 2 * sum(best) >= len(best) else []


def _sums(rows: Sequence[tuple[str, Sequence[int | None]]]) -> list[bool]:
    """For each figure of a sum row, whether it sums those since the sum before, or all."""
    held: list[bool] = []
    columns = max((len(row) for _, row in rows), default=0)
    for column in range(columns):
        part: list[int] = []
        every: list[int] = []
        sums: list[int] = []
        for name, row in rows:
            value = row[column] if column < len(row) else None
            if value is None:
                continue
            if begins_sum(name):
                if len(part) > 1 or sums:
                    held.append(any(_near(sum(p), value) for p in (part, every, sums) if p))
                sums.append(value)
                part = []
            else:
                part.append(value)
                every.append(value)
    return held


def _near(value: int, other: int) -> bool:
    return abs(value - other) <= ROUNDED * 1000
