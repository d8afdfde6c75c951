"""A letter's authorisations (fullmakter, stikkord).

Keywords stand in the names of posts: in rows, in headings, in prose. The others are sentences,
items of a list that a sentence or heading opens, and rows of a table under one. Each post that is
named has a line of its own; what is only mentioned gives none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tildeling.find.money import Money
from tildeling.find.patterns import has_any
from tildeling.find.posts import BudgetPost, is_revenue
from tildeling.letter import Authorisation, AuthorisationKind
from tildeling.steering.authorisation_keywords import Keywords
from tildeling.steering.authorisation_tables import head_of, is_counter, rows_of
from tildeling.steering.authorisation_words import (
    BEYOND,
    CEILING,
    FORBIDS,
    FROM,
    FROM_THIS_POST,
    HEADS,
    IS_CHARGED,
    IS_NET,
    KIND_SIGNS,
    KINDS,
    LIKEWISE,
    OF_REVENUE,
    OPENS,
    PERMITS,
    POINTS,
    RESPECTIVELY,
    SAME_AS_BEFORE,
    THIS_POST,
    WITHOUT_ASKING,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Paragraph, Row, Span, Table, block_at, paragraphs_of

# Words; a cell with as many is a sentence.
PROSE = 8
# Characters before a sum in which it is said to be a ceiling.
LOOK_BACK = 70
# Kinds whose only sum is their ceiling; of the others it must be said to be one.
WITH_SUM: tuple[AuthorisationKind, ...] = (
    *("commitment", "charge", "overspend", "other", "lease", "property"),
)
# Kinds of the post that the words before them or the headings name, where they name none.
OF_A_POST: tuple[AuthorisationKind, ...] = (
    *("reallocate", "additional_revenue", "charge", "commitment", "overspend"),
)


def read_authorisations(body: LetterBody) -> tuple[Authorisation, ...]:
    """The letter's authorisations, in reading order; what stands twice is one."""
    found = [*Keywords(body).found(), *_Deeds(body).found()]
    found.sort(key=lambda one: one.evidence[0]._extent.start)
    once: dict[object, Authorisation] = {}
    for one in found:
        place = (one.chapter, one.post, one.counter_chapter, one.counter_post, one.amount)
        key = (one.kind, place if one.post is not None else one.text)
        once.setdefault(key, one)
    return tuple(once.values())


class _Said(NamedTuple):
    """A sentence or item with what opens it."""

    span: Span
    opening: str
    """In small letters: the sentence or heading that the list or table stands under; else ""."""


class _Deeds:
    """What may be done with a post, or without one, as sentences, lists and tables say it."""

    def __init__(self, body: LetterBody) -> None:
        self.body = body
        self.reading = body.reading
        self.last: AuthorisationKind | None = None

    def found(self) -> Iterator[Authorisation]:
        """All of the letter, in reading order."""
        signed = self.body.with_signs(KIND_SIGNS)
        under = {at: block for one in signed for at, block in self._under(one)}
        for at in sorted({*signed, *under}):
            block = self.body.blocks[at]
            opening = under.get(at)
            said = "" if opening is None else self._last_sentence(opening)
            if isinstance(block, Table):
                yield from self._table(block, said)
            else:
                yield from self._paragraph(block, said)

    def _under(self, at: int) -> Iterator[tuple[int, Paragraph]]:
        """What the block at a position opens, or is opened by: list items and a table."""
        blocks = self.body.blocks
        first = at
        while first > 0 and _is_item(blocks[first]):
            first -= 1
        if isinstance(blocks[first], Table) and first > 0:
            first -= 1
        opening = blocks[first]
        if not isinstance(opening, Paragraph):
            return
        for index in range(first + 1, len(blocks)):
            if not _is_item(blocks[index]) and not isinstance(blocks[index], Table):
                break
            yield index, opening

    def _last_sentence(self, block: Paragraph) -> str:
        """The end of what stands over a list or table, in small letters."""
        spans = self.reading.sentences(block)
        start = spans[-1][0] if spans else 0
        return self.reading.small(Span(block.start + start, block.end))

    def _paragraph(self, block: Paragraph, opening: str) -> Iterator[Authorisation]:
        for start, end in self.reading.sentences(block):
            yield from self._said(_Said(Span(block.start + start, block.start + end), opening))
            opening = ""

    def _said(self, said: _Said) -> Iterator[Authorisation]:
        small = self.reading.small(said.span)
        kind = self._kind(small, said)
        self.last = kind
        if kind is not None:
            yield from self._lines(kind, said.span)

    def _kind(self, small: str, said: _Said) -> AuthorisationKind | None:
        """What a sentence permits; None where it permits nothing."""
        if FORBIDS.search(small) or POINTS.search(small):
            return None
        if LIKEWISE.match(small) and self.last is not None and self.reading.posts(said.span):
            return self.last
        opens = OPENS.search(said.opening) is not None and PERMITS.search(said.opening) is not None
        if not opens:
            opens = HEADS.search(said.opening) is not None and small[:1].isalpha()
        if not opens and not PERMITS.search(small) and not IS_NET.search(small):
            return None
        if SAME_AS_BEFORE.search(small) and self.last is not None:
            return self.last
        kind = _permitted(small)
        if kind is None and opens:
            kind = _permitted(said.opening)
            if kind is None and "fullmakt" in said.opening and said.opening.endswith((":", "å")):
                return "other"
            if kind is not None and not self.reading.posts(said.span):
                return None
        return kind if kind is None or self._holds(kind, small, said) else None

    def _holds(self, kind: AuthorisationKind, small: str, said: _Said) -> bool:
        """Whether words that are also used otherwise are an authorisation's here."""
        words = f"{said.opening} {small}"
        places = bool(self.reading.posts(said.span)) or THIS_POST.search(small) is not None
        money = bool(self.reading.money(said.span))
        if kind == "additional_revenue":
            return OF_REVENUE.search(words) is not None and (places or bool(said.opening))
        if kind == "charge":
            return (places or money) and not (IS_CHARGED.search(small) and "fullmakt" not in words)
        if kind == "commitment":
            return (places or money) and BEYOND.search(words) is not None
        if kind == "overspend":
            return places
        if kind == "reallocate":
            return money or places or WITHOUT_ASKING.search(small) is not None
        return True

    def _lines(self, kind: AuthorisationKind, span: Span) -> Iterator[Authorisation]:
        words = self.reading.words(span)
        goes_from_here = FROM_THIS_POST.search(words) is not None
        groups = _groups(kind, self.reading.posts(span), goes_from_here)
        sums = _ceilings(kind, words, self.reading.money(span))
        places = [
            (place, others)
            for mains, counters in groups
            for place, others in self._with_counters(kind, span, mains, counters)
        ]
        for at, (place, others) in enumerate(places):
            each_own = len(sums) == len(places)
            amount = sums[at] if each_own else sums[0] if len(sums) == 1 else None
            for post in others or (None,):
                counter = None if post is None else (post.chapter or place[0], post.post)
                yield self._line(kind, span, place, counter, amount)

    def _with_counters(
        self,
        kind: AuthorisationKind,
        span: Span,
        mains: Sequence[BudgetPost],
        counters: Sequence[BudgetPost],
    ) -> Iterator[tuple[tuple[int | None, int | None], Sequence[BudgetPost]]]:
        """Each of some posts with its other sides: all, or where they are "henholdsvis" its own."""
        own = len(counters) == len(mains) and RESPECTIVELY.search(self.reading.words(span))
        for at, place in enumerate(self._places(kind, mains, span)):
            yield place, counters[at : at + 1] if own else counters

    def _places(
        self, kind: AuthorisationKind, mains: Sequence[BudgetPost], span: Span
    ) -> Iterator[tuple[int | None, int | None]]:
        if not mains:
            points = kind in OF_A_POST or THIS_POST.search(self.reading.small(span)) is not None
            yield self._pointed_to(kind, span) if points else (None, None)
        for main in mains:
            yield self.body.chapter(main, span), main.post

    def _pointed_to(self, kind: AuthorisationKind, span: Span) -> tuple[int | None, int | None]:
        """The post that "denne posten" means: the last one in its block, else the heading's.

        A paragraph gives several authorisations in turn: a commitment without a post is for none
        of those before it.
        """
        block = block_at(self.body.blocks, span.start)
        first = span.start if block is None or kind == "commitment" else block.start
        posts = self.reading.posts(Span(first, span.start))
        before = [post for post in posts if post.post is not None and not is_counter(post)]
        if before:
            return self.body.chapter(before[-1], Span(first, span.start)), before[-1].post
        chapter, post = self.reading.post_in_force(span.start)
        if post is None or (chapter is not None and is_revenue(chapter)):
            return None, None
        return self.body.chapter(BudgetPost(0, 0, chapter, post), span), post

    def _table(self, table: Table, opening: str) -> Iterator[Authorisation]:
        """Rows under a head or an opening that says what they permit; long cells as sentences."""
        if table.start in self.body.budget_tables:
            return
        head = head_of(self.reading, table)
        headings = " ".join(self.body.headings(table.start)).casefold()
        kind = _permitted(head) or _permitted(opening)
        permits = PERMITS.search(head) or PERMITS.search(opening) or HEADS.search(headings)
        if not permits and not OF_REVENUE.search(head):
            yield from self._cells(table)
            return
        for row in rows_of(self.reading, table):
            of_row = kind or _permitted(self.reading.small(row.row))
            if of_row is None or (kind is None and self._is_told(row.row)):
                continue
            for place in row.posts:
                for counter in row.counters or (None,):
                    yield self._line(of_row, row.row, place, counter, row.amount)
        if kind is None:
            yield from self._cells(table)

    def _is_told(self, row: Row) -> bool:
        """Whether a cell says of posts in a sentence of its own what may be done with them."""
        return any(
            len(self.reading.words(cell).split()) >= PROSE and self.reading.posts(cell)
            for cell in row.cells
        )

    def _cells(self, table: Table) -> Iterator[Authorisation]:
        if not has_any(self.reading.small(table), KIND_SIGNS):
            return
        for row in table.body:
            for cell in row.cells:
                for part in paragraphs_of(cell):
                    if len(self.reading.words(part).split()) >= PROSE:
                        yield from self._paragraph(part, "")

    def _line(
        self,
        kind: AuthorisationKind,
        span: Span,
        place: tuple[int | None, int | None],
        counter: tuple[int | None, int | None] | None,
        amount: int | None,
    ) -> Authorisation:
        return Authorisation(
            kind=kind,
            chapter=place[0],
            post=place[1],
            counter_chapter=counter[0] if counter else None,
            counter_post=counter[1] if counter else None,
            amount=amount,
            text=self.reading.line(span),
            evidence=self.reading.evidence(span.start, span.end),
        )


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.marker is not None


def _permitted(small: str) -> AuthorisationKind | None:
    """What words in small letters speak of; the first kind that fits."""
    return next((kind for kind, words in KINDS if words.search_small(small)), None)


def _groups(
    kind: AuthorisationKind, posts: Sequence[BudgetPost], goes_from_here: bool
) -> list[tuple[list[BudgetPost], list[BudgetPost]]]:
    """Posts with those of their other side: "post 01 mot kap. 3334 post 01, og post 21 mot ..."."""
    named = [post for post in posts if post.post is not None]
    if kind == "reallocate":
        return [([], named[:1])] if goes_from_here else [(named[:1], named[1:2])]
    if kind != "additional_revenue":
        return [(named, [])]
    groups: list[tuple[list[BudgetPost], list[BudgetPost]]] = [([], [])]
    for post in named:
        mains, counters = groups[-1]
        if is_counter(post):
            counters.append(post)
        elif mains and counters:
            groups.append(([post], []))
        else:
            mains.append(post)
    if not any(mains for mains, _ in groups) and len(named) > 1:
        return [(named[:1], named[1:])]
    return groups


def _ceilings(kind: AuthorisationKind, words: str, money: Sequence[Money]) -> list[int]:
    """The sums that a sentence sets as ceilings."""
    sums = [one for one in money if not FROM.search(words[: one.start])]
    said = [
        one.kroner
        for one in sums
        if CEILING.search(words[max(one.start - LOOK_BACK, 0) : one.start])
    ]
    if said:
        return said
    return [one.kroner for one in sums] if len(sums) == 1 and kind in WITH_SUM else []
