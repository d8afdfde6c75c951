"""Amounts wider than their column, whose first digits reach into the column to the left.

Typesetters do not break "1 872 000 000"; set flush right in a narrow column, it begins outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from tildeling.layout.lines import Line
from tildeling.read.page import Word

CLOSE = 1.6
"""Digits of one number stand no further apart than this many spaces."""
SPACE = 0.28
"""Width of a space in font sizes."""
FLUSH = 0.15
"""Points within which words end that are set flush right."""
SAME_LINE = 1.0
"""Points within which words on one line begin from the top."""

_FIRST_DIGITS = re.compile(r"[-+–−(]?\d{1,3}")
_THREE_DIGITS = re.compile(r"\d{3}\)?")


def cut_digits(left: Sequence[Word], right: Word, ends: Sequence[float]) -> list[Word]:
    """The words of a cell that are the first digits of the number in the next cell.

    `left` are the cell's words on the line of `right`, the next cell's first word; `ends` is where
    the column's words end in all rows, this one included: a number that ends where others do is
    complete as it stands. The digits may lie over what is the cell's own.
    """
    digits: list[Word] = []
    after = right
    for word in sorted(left, key=attrgetter("x1"), reverse=True):
        gap = after.x0 - word.x1
        if (
            _THREE_DIGITS.fullmatch(after.text)
            and _FIRST_DIGITS.fullmatch(word.text)
            and -SPACE * word.size <= gap <= CLOSE * SPACE * word.size
            and (digits or sum(abs(end - word.x1) < FLUSH for end in ends) == 1)
        ):
            digits.insert(0, word)
            after = word
    return digits


def mend_cells(split: list[list[tuple[int, Line]]]) -> None:
    """Gives digits that reach out of their column back to it, in lines cut into cells by column."""
    ends: dict[int, list[float]] = {}
    for cells in split:
        for column, part in cells:
            ends.setdefault(column, []).append(part.words[-1].x1)
    for cells in split:
        for at in range(len(cells) - 1, 0, -1):
            (column, left), (own, right) = cells[at - 1], cells[at]
            digits = cut_digits(left.words, right.words[0], ends[column])
            if not digits:
                continue
            cells[at] = (own, Line(right.page, (*digits, *right.words), right.frame))
            rest = tuple(word for word in left.words if word not in digits)
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
        first = min(following, key=attrgetter("top", "x0"))
        same_line = [word for word in words if abs(word.top - first.top) < SAME_LINE]
        digits = cut_digits(same_line, first, ends[column])
        if digits:
            placed[row, column + 1] = [*digits, *following]
            placed[row, column] = [word for word in words if word not in digits]
