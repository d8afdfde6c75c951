"""What the grammar finds in a letter's text: sums, posts, dates and sentences, looked for once.

Whoever asks gets the spans that lie in a part of the text, with offsets into that part, as if it
had been searched alone. So what a letter says of money is found once, however many rooms ask.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

from tildeling.any_case import small_letters
from tildeling.find.dates import DateExpression, find_dates
from tildeling.find.money import Money, Sums, find_sums
from tildeling.find.posts import BudgetPost, find_posts
from tildeling.find.sentences import sentences
from tildeling.find.torn_sums import is_torn_over_blocks

_CURRENCY = r"(?:kr\.?|kroner|NOK|mill\. kr(?:oner)?|mill\.)"
# "kr" in a cell of its own beside the number: "primo juni med | kr | 12 160 000".
_CURRENCY_APART = re.compile(
    # The tab first, which a search finds at once.
    rf"\t(?:(?<=[\t\n]kr\t)(?=\d)|(?<=[\t\n](?:kr\.|NOK)\t)(?=\d)"
    rf"|(?<=\d\t)(?={_CURRENCY}(?:[\t\n]|$)))"
)

Kind = TypeVar("Kind", Money, BudgetPost)


class Found:
    """The spans of one text. Nothing found reaches over a line feed, which parts blocks.

    Nor does it over a tab, which parts cells, unless that parts a number from its currency.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._dates: dict[tuple[int, int], list[DateExpression]] = {}

    @cached_property
    def _searched(self) -> str:
        return _CURRENCY_APART.sub(" ", self._text).replace("\t", "\n")

    @cached_property
    def small(self) -> str:
        """The text in small letters, for who looks where in it plain words stand."""
        return small_letters(self._text)

    @cached_property
    def _sums(self) -> Sums:
        return find_sums(self._searched)

    @cached_property
    def all_money(self) -> tuple[Money, ...]:
        """Every sum of the text that is whole."""
        torn = set(self.torn_sums)
        return tuple(each for each in self._sums.money if (each.start, each.end) not in torn)

    @cached_property
    def torn_sums(self) -> tuple[tuple[int, int], ...]:
        """Where numbers of sums stand of which a part is printed elsewhere or not at all."""
        over_blocks = (
            (each.start, each.end)
            for each in self._sums.money
            if is_torn_over_blocks(self._text, each.start, each.end)
        )
        return (*self._sums.torn, *over_blocks)

    @cached_property
    def all_posts(self) -> tuple[BudgetPost, ...]:
        """Every chapter and post of the text."""
        return find_posts(self._searched)

    @cached_property
    def all_sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every sentence; a block or a cell ends one."""
        return sentences(self._searched)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end for _, end in self.all_sentences]

    @cached_property
    def _money_starts(self) -> list[int]:
        return [money.start for money in self.all_money]

    @cached_property
    def _post_starts(self) -> list[int]:
        return [post.start for post in self.all_posts]

    def money(self, start: int, end: int) -> tuple[Money, ...]:
        """The sums from `start` to `end`, counted from `start`."""
        return _inside(self.all_money, self._money_starts, start, end)

    def posts(self, start: int, end: int) -> tuple[BudgetPost, ...]:
        """The chapters and posts from `start` to `end`, counted from `start`."""
        return _inside(self.all_posts, self._post_starts, start, end)

    def dates(self, start: int, end: int) -> list[DateExpression]:
        """The dates from `start` to `end`, counted from `start`.

        They are looked for where somebody asks: most of a text has none that matters, and what a
        date is depends on whether it is all that a field says.
        """
        if (start, end) not in self._dates:
            self._dates[start, end] = find_dates(self._text[start:end])
        return self._dates[start, end]

    def sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences from `start` to `end`, or what lies there of them, counted from `start`."""
        found = []
        for at in range(bisect_left(self._sentence_ends, start + 1), len(self._sentence_ends)):
            first, last = self.all_sentences[at]
            if first >= end:
                break
            found.append((max(first, start) - start, min(last, end) - start))
        return found

    def sentence_at(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that a character belongs to."""
        index = bisect_left(self._sentence_ends, at + 1)
        return self.all_sentences[min(index, len(self.all_sentences) - 1)]


def _inside(found: Sequence[Kind], starts: Sequence[int], start: int, end: int) -> tuple[Kind, ...]:
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if first == last:
        return ()
    of = type(found[first])  # made anew: `_replace` takes three times as long
    return tuple(
        [
            of(one.start - start, one.end - start, *one[2:])
            for one in found[first:last]
            if one.end <= end
        ]
    )
