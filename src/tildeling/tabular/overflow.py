"""Amounts wider than their column, whose first digits reach into the column to the left.

Typesetters do not break "1 872 000 000"; set flush right in a narrow column, it begins outside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from tildeling.page.lines import SPACE, Line
from tildeling.read.page import Word
from tildeling.tabular.pieces import Piece

# Words nearer to each other than this many spaces stand in one column.
CLOSE = 1.6
# Points within which words end that are set flush right.
FLUSH = 0.15
# Points within which words on one line begin from the top.
SAME_LINE = 1.0

_FIRST_DIGITS = re.compile(r"[-+–−(]?\d{1,3}")
_TOUCHING = re.compile(r"\d{4,6}")
_THREE_DIGITS = re.compile(r"\d{3}\)?")


def part_digits(
    left: Sequence[Word], right: Word, ends: Sequence[float]
) -> tuple[list[Word], list[Word]]:
    """A cell's own words, and those that are the first digits of the number in the next cell.

    `left` are the cell's words on the line of `right`, the next cell's first word; `ends` is where
    the column's words end in all rows, this one included: a number that ends where others do is
    complete as it stands. The digits may lie over what is the cell's own, or touch it.
    """
    own = list(left)
    digits: list[Word] = []
    after = right
    for word in sorted(left, key=attrgetter("x1"), reverse=True):
        gap = after.x0 - word.x1
        near = -SPACE * word.size <= gap <= CLOSE * SPACE * word.size
        if not near or not _THREE_DIGITS.fullmatch(after.text):
            continue
        if _FIRST_DIGITS.fullmatch(word.text) and (digits or not _ends_as_most(word, ends)):
            own.remove(word)
            digits.insert(0, word)
            after = word
        elif not digits and (parts := _cut_where_others_end(word, after, ends)):
            own[own.index(word)] = parts[0]
            digits.insert(0, parts[1])
            break
    return own, digits


def _ends_as_most(word: Word, ends: Sequence[float]) -> bool:
    """True for a word that ends where the most of the column's words end.

    Several rows may run over alike: their digits end at one place too, but fewer than the numbers.
    """
    here = sum(abs(end - word.x1) < FLUSH for end in ends)
    most = max(Counter(round(end, 1) for end in ends).values())
    return here > 1 and here >= most


def _cut_where_others_end(
    word: Word, after: Word, ends: Sequence[float]
) -> tuple[Word, Word] | None:
    """Two words of "0002", where the column's other numbers end after the "000".

    The digits may lie over each other: how wide one is, the three `after` them tell. Several rows
    may run over alike, so that other words that end as this one does are no sign against it.
    """
    if not _TOUCHING.fullmatch(word.text):
        return None
    width = (after.x1 - after.x0) / len(after.text)
    for count in range(1, len(word.text) - 2):
        x = word.x0 + (len(word.text) - count) * width
        if any(abs(end - x) < width / 2 for end in ends):
            first = word._replace(text=word.text[:-count], x1=x)
            return first, word._replace(text=word.text[-count:], x0=word.x1 - count * width)
    return None


def mend_pieces(cut: Sequence[list[Piece]]) -> None:
    """Gives digits that reach out of their column back to it, in lines cut into pieces."""
    ends: dict[int, list[float]] = {}
    for pieces in cut:
        for piece in pieces:
            ends.setdefault(piece.column, []).append(piece.line.x1)
    for pieces in cut:
        for at in range(len(pieces) - 1, 0, -1):
            left, right = pieces[at - 1], pieces[at]
            rest, digits = part_digits(left.line.words, right.line.words[0], ends[left.column])
            if not digits:
                continue
            words = (*digits, *right.line.words)
            pieces[at] = Piece(right.column, right.columns, _with(right.line, words))
            kept = [Piece(left.column, left.columns, _with(left.line, rest))] if rest else []
            pieces[at - 1 : at] = kept


def _with(line: Line, words: Sequence[Word]) -> Line:
    return Line(line.page, tuple(words), line.frame)


def mend_placed(placed: dict[tuple[int, int], list[Word]]) -> None:
    """The same for words by the row and column of a ruled table's cell."""
    ends: dict[int, list[float]] = {}
    for (_, column), words in placed.items():
        ends.setdefault(column, []).extend(word.x1 for word in words)
    for row, column in list(placed):
        words = placed[row, column]  # which the cell before may just have given digits to
        following = placed.get((row, column + 1))
        if not following:
            continue
        # Words on one line may begin a hair apart: the leftmost of the upper line is the first.
        upper = min(word.top for word in following) + SAME_LINE
        first = min((word for word in following if word.top < upper), key=attrgetter("x0"))
        same_line = [word for word in words if abs(word.top - first.top) < SAME_LINE]
        own, digits = part_digits(same_line, first, ends[column])
        if digits:
            placed[row, column + 1] = [*digits, *following]
            placed[row, column] = [word for word in words if word not in same_line] + own
