"""What a letter's items have claimed of its words: each knows the characters it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tildeling.letter import Evidence, FinancingLine, Finding, Letter
from tildeling.text.spans_around import SpansAround

# Chapter and post.
Post = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Claim:
    """Characters that an item was read from, and the kroner that it read there."""

    start: int
    end: int
    kroner: frozenset[int] | None
    """None for a sentence with a financing line: all its sums belong to what the line says."""


class Claims:
    """All that the items of one letter have claimed."""

    def __init__(self, letter: Letter) -> None:
        self._amounts = SpansAround(_amount_claims(letter))
        self._dates = SpansAround(_date_claims(letter))
        self._told = SpansAround(_told(letter.findings))
        self._posts = frozenset(_posts(letter))

    def has_amount(self, start: int, end: int, kroner: int) -> bool:
        """Whether a sum is an item's, or stands in a sentence that a financing line is read from.

        An item holds the whole of its words; of two items in one place any may have the sum.
        """
        return any(
            claim.kroner is None or kroner in claim.kroner
            for claim in self._amounts.around(start, end)
        )

    def has_date(self, start: int, end: int) -> bool:
        """Whether a deadline was read from the words of a date."""
        return any(True for _ in self._dates.around(start, end))

    def has_post(self, chapter: int | None, post: int | None) -> bool:
        """Whether an item has a post; what is not named may be any."""
        return any(
            (chapter is None or chapter == one) and (post is None or post == other)
            for one, other in self._posts
        )

    def is_told(self, start: int, end: int) -> bool:
        """Whether a finding speaks of the words already."""
        return any(True for _ in self._told.around(start, end))


def lines_of(letter: Letter) -> Iterator[FinancingLine]:
    """Every financing line, an assignment's or the letter's own."""
    return chain(letter.financing, *(each.financing for each in letter.assignments))


def _amount_claims(letter: Letter) -> Iterator[Claim]:
    for line in lines_of(letter):
        yield from _claims(line.evidence, None)
    for payment in letter.payments:
        yield from _claims(payment.evidence, frozenset({payment.amount or 0}))
    for table in letter.budget_tables:
        for row in table.rows:
            amounts = frozenset(abs(amount) for amount in row.amounts if amount is not None)
            yield from _claims(row.evidence, amounts)
    for authorisation in letter.authorisations:
        if authorisation.amount is not None:
            yield from _claims(authorisation.evidence, frozenset({authorisation.amount}))
    for indicator in letter.indicators:
        for target in indicator.targets:
            if target.unit == "kroner":
                figures = (target.value, target.value_to)
                sums = frozenset(int(abs(figure)) for figure in figures if figure is not None)
                yield from _claims(target.evidence, sums)


def _date_claims(letter: Letter) -> Iterator[Claim]:
    inside = (each.deadlines for each in letter.assignments)
    for deadline in chain(letter.deadlines, *inside):
        yield from _claims(deadline.evidence, None)


def _told(findings: Sequence[Finding]) -> Iterator[Claim]:
    for finding in findings:
        if finding.code == "unread":
            yield from _claims(finding.evidence, None)


def _claims(evidence: Sequence[Evidence], kroner: frozenset[int] | None) -> Iterator[Claim]:
    for each in evidence:
        extent = each._extent
        if extent.end:
            yield Claim(extent.start, extent.end, kroner)


def _posts(letter: Letter) -> Iterator[Post]:
    for line in lines_of(letter):
        yield line.chapter, line.post
        yield line.counter_chapter, line.counter_post
    for authorisation in letter.authorisations:
        yield authorisation.chapter, authorisation.post
        yield authorisation.counter_chapter, authorisation.counter_post
    for table in letter.budget_tables:
        yield from ((row.chapter, row.post) for row in table.rows)
