"""Figures read off a picture: each item whose words hold one that is not sure says so.

A figure that two readings give differently, or that was read but once, is made sure by a sum it
belongs to, or by standing in another place as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tildeling.audit.case import Case, post_key
from tildeling.audit.confirmed import Confirmed
from tildeling.audit.figures import Figure, figures_of
from tildeling.findings import make_finding
from tildeling.letter import Evidence, Evidenced, FinancingLine, Finding
from tildeling.text.blocks import Paragraph, Span, Table, block_at, row_at

# Characters; a paragraph of the letter's head is no longer.
HEAD_LINE = 160
# Words that make a sentence one of money.
MONEY = re.compile(r"\b(?:kr|kroner|mill|mrd|milliard\w*|million\w*|kap|kapittel|post|posten)\b")


@dataclass(frozen=True, slots=True)
class _Item:
    """What a finding is about, and the places of its figures."""

    key: str | None
    spans: tuple[Span, ...]
    also: tuple[Evidence, ...] = ()
    """Where what hangs on them stands, if that is elsewhere."""


@dataclass(slots=True)
class _Unsure:
    """What one finding tells of."""

    key: str | None
    figures: list[Figure] = field(default_factory=list)
    also: list[Evidence] = field(default_factory=list)


def uncertain_figure(case: Case) -> Iterator[Finding]:
    """One finding a key: a post, an assignment, a date; one for what has none; and one of no weight
    for all other figures of the text.
    """
    figures = figures_of(case.reading)
    if not figures:
        return
    confirmed = Confirmed(case, figures)
    told: dict[int, set[str | None]] = {}
    """The keys that each figure is told with, by where it begins."""
    left = {figure.start: figure for figure in figures}
    unsure: dict[str, _Unsure] = {}
    for at, item in enumerate(_items(case, confirmed)):
        own = [figure for figure in figures if _stands_in(figure, item.spans)]
        for figure in own:
            left.pop(figure.start, None)
        new = [
            one
            for one in own
            if not confirmed.is_sure(one)
            and (one.start not in told or (item.key and item.key not in told[one.start]))
        ]
        for figure in new:
            told.setdefault(figure.start, set()).add(item.key)
        if new:
            found = unsure.setdefault(item.key or f"\n{at}", _Unsure(item.key))
            found.figures += new
            found.also += item.also
    for found in unsure.values():
        yield _finding(case, found)
    yield from _outside(case, [one for one in left.values() if one.other is not None], confirmed)


def _stands_in(figure: Figure, spans: Iterable[Span]) -> bool:
    return any(figure.start < span.end and span.start < figure.end for span in spans)


def _finding(case: Case, unsure: _Unsure) -> Finding:
    figures = sorted(unsure.figures, key=lambda figure: figure.start)
    own = case.reading.evidence_of([(figure.start, figure.end) for figure in figures])
    places = (*own, *unsure.also)
    if all(figure.other is None for figure in figures):
        read = ", ".join(f"«{figure.read}»" for figure in figures)
        return make_finding("read_once", "warning", unsure.key, places, figures=read)
    both = ", ".join(f"«{one.read}» / «{one.other or ''}»" for one in figures)
    return make_finding("uncertain_figure", "warning", unsure.key, places, readings=both)


def _outside(case: Case, figures: Sequence[Figure], confirmed: Confirmed) -> Iterator[Finding]:
    """Figures of no item: told where they stand in a table or a sentence of money."""
    passages: dict[tuple[int, int], list[Figure]] = {}
    rest: list[Figure] = []
    for figure in figures:
        span = _passage(case, figure)
        if span is None:
            rest.append(figure)
        elif not confirmed.is_sure(figure):
            passages.setdefault((span.start, span.end), []).append(figure)
    for unsure in passages.values():
        yield _finding(case, _Unsure(None, unsure))
    if rest:
        places = case.reading.evidence_of([(figure.start, figure.end) for figure in rest])
        yield make_finding("uncertain_prose", "info", None, places, count=len(rest))


def _passage(case: Case, figure: Figure) -> Span | None:
    """The row of amounts, or the sentence of money, that a figure stands in."""
    block = block_at((*case.reading.laid.head, *case.reading.blocks), figure.start)
    if isinstance(block, Table) and "amount" in block.types:
        row = row_at(block, figure.start)
        return Span(row.start, row.end)
    start, end = case.reading.laid.text.found.sentence_at(figure.start)
    return Span(start, end) if MONEY.search(case.reading.text[start:end].lower()) else None


def _items(case: Case, confirmed: Confirmed) -> Iterator[_Item]:
    """All that a wrong figure would make wrong, the surest keys first."""
    letter = case.letter
    for table in letter.budget_tables:
        for row in table.rows:
            yield _Item(_post_key(row.chapter, row.post), _spans(row))
        yield _Item(None, _spans(table))
    for line in letter.financing:
        yield _Item(_post_key(line.chapter, line.post), _of_line(case, line))
    for draft, given in zip(case.built.outline.drafts, letter.assignments, strict=True):
        number = draft.heading.number_span
        yield _Item(given.number, (number,) if number is not None else ())
        for line in given.financing:
            key = _post_key(line.chapter, line.post) or given.number
            yield _Item(key, _of_line(case, line))
        for deadline in given.deadlines:
            yield _Item(given.number, _spans(deadline))
    for payment in letter.payments:
        yield _Item(_post_key(payment.chapter, payment.post), _spans(payment))
    for deadline in letter.deadlines:
        yield _Item(None, _spans(deadline))
    for one in letter.authorisations:
        amounts = frozenset([one.amount])
        posts = {(one.chapter, one.post), (one.counter_chapter, one.counter_post)}
        yield _Item(_post_key(one.chapter, one.post), _telling(case, one, amounts, posts))
    for indicator in letter.indicators:
        for target in indicator.targets:
            yield _Item(indicator.number, _spans(target))
    yield from _head(case)
    yield from _inherited(case, confirmed)


def _post_key(chapter: int | None, post: int | None) -> str | None:
    if chapter is None:
        return None
    return str(chapter) if post is None else post_key((chapter, post))


def _spans(item: Evidenced) -> tuple[Span, ...]:
    extents = (evidence._extent for evidence in item.evidence)
    return tuple(Span(extent.start, extent.end) for extent in extents if extent.end)


def _of_line(case: Case, line: FinancingLine) -> tuple[Span, ...]:
    amounts = frozenset([line.amount, line.replaces, line.part_of])
    posts = {(line.chapter, line.post), (line.counter_chapter, line.counter_post)}
    return _telling(case, line, amounts, posts)


def _telling(
    case: Case,
    item: Evidenced,
    amounts: frozenset[int | None],
    posts: set[tuple[int | None, int | None]],
) -> tuple[Span, ...]:
    """Where an item's words name its sums and posts; other figures of the sentence are not its."""
    found: list[Span] = []
    for span in _spans(item):
        at = span.start
        found += [
            Span(at + money.start, at + money.end)
            for money in case.reading.money(span)
            if money.kroner in amounts
        ]
        found += [
            Span(at + named.start, at + named.end)
            for named in case.reading.posts(span)
            if any(
                named.chapter in (None, chapter) and named.post in (None, post)
                for chapter, post in posts
            )
        ]
    return tuple(found)


def _head(case: Case) -> Iterator[_Item]:
    """The letter's own date, number, year and addendum's number, where they are printed."""
    letter, reading = case.letter, case.reading
    blocks = (*reading.laid.head, *reading.blocks)
    for block in blocks:
        if isinstance(block, Paragraph) and block.end - block.start > HEAD_LINE:
            continue
        if letter.date is not None:
            for day in reading.dates(block):
                if day.resolve(None, None).date == letter.date:
                    span = Span(block.start + day.start, block.start + day.end)
                    yield _Item(letter.date.isoformat(), (span,))
        if letter.case_number and (at := reading.words(block).find(letter.case_number)) >= 0:
            start = block.start + at
            yield _Item(letter.case_number, (Span(start, start + len(letter.case_number)),))
    if reading.has_title:
        title = reading.blocks[0]
        for number in (letter.addendum_number, letter.budget_year):
            for found in re.finditer(rf"(?<!\d){number}(?!\d)", reading.words(title)):
                start, end = (title.start + at for at in found.span())
                yield _Item(str(number), (Span(start, end),))


def _inherited(case: Case, confirmed: Confirmed) -> Iterator[_Item]:
    """Chapters and posts named in headings, with what stands under them.

    A wrong one makes all wrong that has it from there: the finding's key is the post.
    """
    rows = [row for table in case.letter.budget_tables for row in table.rows]
    for named in case.reading.laid.text.found.all_posts:
        chapter = named.chapter or case.reading.post_in_force(named.start)[0]
        hang = (
            row.evidence
            for row in rows
            if row.chapter == chapter and named.post in (None, row.post)
        )
        key = _post_key(chapter, named.post)
        yield _Item(key, (Span(named.start, named.end),), tuple(chain.from_iterable(hang)))
    for table in case.letter.budget_tables:
        for span in confirmed.unit_places(table):
            yield _Item(None, (span,), table.evidence)
