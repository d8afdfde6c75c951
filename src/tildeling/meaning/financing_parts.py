"""Parts of a sum that stand in lists and in a table's remarks, each a financing line of its own.

A part says so by `part_of`, the sum that it is a part of, so that nobody adds both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.find.money import Money
from tildeling.find.posts import BudgetPost
from tildeling.letter import FinancingLine
from tildeling.meaning.budget_finish import RowOfPost
from tildeling.meaning.financing_words import (
    COMPARED,
    COUNTER,
    FROM_CHAPTER,
    NO_PART_OF_ROW,
)
from tildeling.meaning.money_sentence import Sum
from tildeling.meaning.move_words import MOVE_PATTERN
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span

# Characters of what a part of a sum is for, before the sum.
LONGEST_NAME = 100


def starts_with_sum(reading: Reading, span: Span) -> bool:
    """True for a list item that begins with its sum: "0,3 mill. kroner til ..."."""
    money = reading.money(span)
    return bool(money) and not reading.words(span)[: money[0].start].strip(" –—-•:")


def is_item(reading: Reading, span: Span) -> bool:
    """True for a line that is a part of a split sum: its sum first, or a name and then its sum."""
    if starts_with_sum(reading, span):
        return True
    money = reading.money(span)
    if len(money) != 1:
        return False
    words = reading.words(span)
    name, rest = words[: money[0].start], words[money[0].end :]
    is_name = bool(name.strip()) and "." not in name.rstrip(" .") and len(name) <= LONGEST_NAME
    return is_name and not rest.strip(" .;,") and MOVE_PATTERN.search(name) is None


def parts_of_sum(reading: Reading, span: Span, whole: Sum) -> tuple[FinancingLine, ...]:
    """The line that a list item is, which states one part of a sum: its first amount."""
    money = reading.money(span)
    if not money or money[0].kroner > whole.amount:
        return ()
    end = next(end for _, end in reading.sentences(span) if end >= money[0].end)
    item = Span(span.start, span.start + end)
    counter = _counter(reading, item, money[0])
    line = FinancingLine(
        kind=whole.kind_of_parts,
        amount=money[0].kroner,
        chapter=whole.chapter,
        post=whole.post,
        counter_chapter=(counter.chapter or whole.chapter) if counter else None,
        counter_post=counter.post if counter else None,
        part_of=whole.amount,
        text=reading.words(item),
        evidence=reading.evidence(item.start, item.end),
    )
    return (line,)


def _counter(reading: Reading, item: Span, money: Money) -> BudgetPost | None:
    """The post that an item's sum comes from: "mot meirinntekter på kap. 4420, post 01"."""
    words = reading.words(item)
    match = COUNTER.search(words, money.end) or FROM_CHAPTER.search(words, money.end)
    if match is None:
        return None
    return next((post for post in reading.posts(item) if post.start >= match.start()), None)


def parts_of_row(reading: Reading, row: RowOfPost) -> Iterator[FinancingLine]:
    """The lines in a row's remarks: what its post's money is for.

    A fee, a rate, or what another year's amount was is none.
    """
    if row.grant is None or row.post is None:
        return
    for remark in row.comments:
        for start, end in reading.sentences(remark):
            yield from _in_sentence(reading, row, Span(remark.start + start, remark.start + end))


def _in_sentence(reading: Reading, row: RowOfPost, sentence: Span) -> Iterator[FinancingLine]:
    sums: Sequence[Money] = reading.money(sentence)
    words = reading.words(sentence)
    if not sums or NO_PART_OF_ROW.search(words):
        return
    for money in sums:
        if money.kroner > abs(row.grant or 0) or COMPARED.match(words, money.end):
            continue
        yield FinancingLine(
            kind="grant",
            amount=money.kroner,
            chapter=row.chapter,
            post=row.post,
            part_of=row.grant,
            text=words,
            evidence=reading.evidence(sentence.start, sentence.end),
        )
