"""Rules about sums that the text splits, in a list or in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.audit.amounts import Printed
from tildeling.audit.case import Case, post_key
from tildeling.audit.words import (
    BEFORE_THE_SUM,
    BEGINS_IN_ALL,
    IN_ALL,
    IN_ALL_ANYWHERE,
    NOT_ADDED,
    SOME_ONLY,
)
from tildeling.find.kroner import kroner
from tildeling.find.money import Money
from tildeling.find.patterns import marked_lines, marks_of
from tildeling.findings import make_finding
from tildeling.letter import FinancingLine, Finding
from tildeling.text.blocks import Paragraph, block_at

MILLION = 1_000_000
_IN_ALL_MARKS = marks_of(IN_ALL)


def list_sum(case: Case) -> Iterator[Finding]:
    """The items under a sum come to it, to the digits that the items print."""
    letter = case.letter
    for lines in (letter.financing, *(assignment.financing for assignment in letter.assignments)):
        whole: FinancingLine | None = None
        parts: list[FinancingLine] = []
        for line in (*lines, None):
            if line is not None and line.part_of is not None:
                if whole is not None and _is_listed_under(whole, line):
                    parts.append(line)
                continue
            if whole is not None and parts:
                yield from _wrong_list(case, whole, parts)
            whole, parts = line, []


def _is_listed_under(whole: FinancingLine, part: FinancingLine) -> bool:
    """True where a list splits a sum; "av dette er 2 mill. kroner" names but one part of it."""
    is_its = part.part_of == whole.amount and (part.chapter, part.post) == (
        whole.chapter,
        whole.post,
    )
    return is_its and whole.text.rstrip().endswith(":")


def _wrong_list(
    case: Case, whole: FinancingLine, parts: Sequence[FinancingLine]
) -> Iterator[Finding]:
    if whole.amount != parts[0].part_of or SOME_ONLY.search(whole.text):
        return
    amounts = [case.texts.amount(part) for part in parts]
    if _come_to(case.texts.amount(whole), amounts):
        return
    known = whole.chapter is not None and whole.post is not None
    yield make_finding(
        "list_sum",
        "error",
        post_key((whole.chapter or 0, whole.post or 0)) if known else None,
        [*whole.evidence, *(evidence for part in parts for evidence in part.evidence)],
        stated=kroner(whole.amount or 0),
        computed=kroner(sum(amount.kroner for amount in amounts)),
    )


def _come_to(stated: Printed, parts: Sequence[Printed]) -> bool:
    """Whether parts come to a sum: beside "2,2 mill." also "3 mill." is exact to a tenth.

    Amounts that are all whole millions are not taken for rounded.
    """
    difference = abs(stated.kroner - sum(part.kroner for part in parts))
    step = min(amount.step for amount in (stated, *parts))
    if stated.step > step:
        # A sum in whole millions over items with decimals is rounded.
        return difference * 2 <= stated.step
    slack = step * (len(parts) + 1) if 1 < step < MILLION else 0
    return difference * 2 <= slack


def sentence_sum(case: Case) -> Iterator[Finding]:
    """The amounts before "til sammen" come to what it says: in a sentence, or in a list over it."""
    text = case.reading.text
    lines = marked_lines(case.reading.laid.text.found.small, _IN_ALL_MARKS)
    marked = {b.start for at, _ in lines if (b := block_at(case.reading.blocks, at)) is not None}
    items: list[Paragraph] = []
    for block in case.reading.blocks:
        if not isinstance(block, Paragraph):
            items = []
            continue
        if block.start not in marked or not IN_ALL_ANYWHERE.search(text, block.start, block.end):
            if block.marker is None:
                items = []
            else:
                items.append(block)
            continue
        words = case.reading.words(block)
        money = case.reading.money(block)
        if len(money) == 1 and BEGINS_IN_ALL.match(words[: money[0].start]):
            yield from _wrong_list_sum(case, items, block, money[0])
        for start, end in case.reading.sentences(block):
            inside = [one for one in money if start <= one.start < end]
            yield from _wrong_sentence(case, block, words, inside)
        items = []


def _wrong_list_sum(
    case: Case, items: Sequence[Paragraph], block: Paragraph, stated: Money
) -> Iterator[Finding]:
    """A list whose items each name an amount first, and "Til sammen 5,5 mill. kroner" under it."""
    amounts = [(item, case.reading.money(item)[:1]) for item in items]
    if len(amounts) > 1 and all(money for _, money in amounts):
        listed = [(item, money[0]) for item, money in amounts]
        yield from _wrong_sum(case, [*listed, (block, stated)])


def _wrong_sentence(
    case: Case, block: Paragraph, words: str, money: Sequence[Money]
) -> Iterator[Finding]:
    """As in "5 mill. kroner til A og 7 mill. kroner til B, til sammen 12 mill. kroner"."""
    for at, last in enumerate(money):
        if at < 2 or not BEFORE_THE_SUM.search(words[: last.start]):
            continue
        between = words[money[0].end : last.start]
        if not NOT_ADDED.search(between):
            yield from _wrong_sum(case, [(block, one) for one in money[: at + 1]])


def _wrong_sum(case: Case, amounts: Sequence[tuple[Paragraph, Money]]) -> Iterator[Finding]:
    """The last amount against the sum of those before it. What they are for is not understood."""
    *parts, (_, last) = amounts
    added = [Printed(money.kroner, money.step) for _, money in parts]
    if _come_to(Printed(last.kroner, last.step), added):
        return
    blocks = dict.fromkeys(block for block, _ in amounts)
    yield make_finding(
        "sentence_sum",
        "warning",
        None,
        [e for block in blocks for e in case.evidence(block.start, block.end)],
        stated=kroner(last.kroner),
        computed=kroner(sum(amount.kroner for amount in added)),
    )
