"""Amounts wider than their column, whose first digits reach into the column to the left.

Typesetters do not break "1 872 000 000"; set flush right in a narrow column, it begins outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.layout.lines import Line
from tildeling.read.page import Word

CLOSE = 1.6
"""Digits of one number stand no further apart than this many spaces."""
SPACE = 0.28
"""Width of a space in font sizes."""
FLUSH = 0.15
"""Points within which words end that are set flush right."""

_FIRST_DIGITS = re.compile(r"[-+–−(]?\d{1,3}")
_THREE_DIGITS = re.compile(r"\d{3}\)?")


def cut_digits(left: Sequence[Word], right: Word, ends: Sequence[float]) -> int:
    """How many words that end a cell are the first digits of the number in the next cell.

    `left` are the cell's words on the line of `right`, the next cell's first word; `ends` is where
    the column's words end in all rows, this one included: a number that ends where others do is
    complete as it stands.
    """
    if sum(abs(end - left[-1].x1) < FLUSH for end in ends) > 1:
        return 0
    count = 0
    after = right
    for word in reversed(left):
        gap = after.x0 - word.x1
        if not (_THREE_DIGITS.fullmatch(after.text) and _FIRST_DIGITS.fullmatch(word.text)):
            break
        if not -SPACE * word.size <= gap <= CLOSE * SPACE * word.size:
            break
        count += 1
        after = word
    return count


def mend_cells(split: list[list[tuple[int, Line]]]) -> None:
    """Gives digits that reach out of their column back to it, in lines cut into cells by column."""
    ends: dict[int, list[float]] = {}
    for cells in split:
        for column, part in cells:
            ends.setdefault(column, []).append(part.words[-1].x1)
    for cells in split:
        for at in range(len(cells) - 1, 0, -1):
            (column, left), (own, right) = cells[at - 1], cells[at]
            count = cut_digits(left.words, right.words[0], ends[column])
            if not count:
                continue
            cells[at] = (own, Line(right.page, left.words[-count:] + right.words, right.frame))
            rest = left.words[:-count]
            cells[at - 1 : at] = [(column, Line(left.page, rest, left.frame))] if rest else []


def mend_placed(placed: dict[tuple[int, int], list[Word]]) -> None:
    """The same for words by the row and column of a ruled table's cell."""
    ends: dict[int, list[float]] = {}
    for (_, column), words in placed.items():
        ends.setdefault(column, []).extend(word.x1 for word in words)
    for (row, column), words in list(placed.items()):
        following = placed.get((row, column + 1))
        if not following:
            continue
        first = min(following, key=lambda word: (word.top, word.x0))
        same_line = [word for word in words if abs(word.top - first.top) < 1.0]
        count = cut_digits(same_line, first, ends[column]) if same_line else 0
        if count:
            moved = same_line[-count:]
            placed[row, column + 1] = [*moved, *following]
            placed[row, column] = [word for word in words if word not in moved]
