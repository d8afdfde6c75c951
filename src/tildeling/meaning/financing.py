"""Sentences about money to financing lines (finansiering): what a sum does, and to which post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tildeling.find.money import Money
from tildeling.find.posts import BudgetPost
from tildeling.find.references import find_references
from tildeling.letter import FinancingKind, FinancingLine
from tildeling.meaning import financing_words as words_
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span


@dataclass(frozen=True, slots=True)
class Context:
    """The headings that a line stands under."""

    chapter: int | None = None
    post: int | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that a list may split, with the line that stated it."""

    amount: int
    kind: FinancingKind
    chapter: int | None
    post: int | None


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines read from some text, and the sum that the text leaves to be split by a list."""

    lines: tuple[FinancingLine, ...]
    pending: Sum | None = None


def lines_in_text(reading: Reading, span: Span, context: Context, labelled: bool = False) -> Lines:
    """The financing lines in a paragraph.

    `labelled` says that it stands under the label "Finansiering", where also a pointer to another
    section
    or budget is a line.
    """
    lines: list[FinancingLine] = []
    pending: Sum | None = None
    last_sum: Sum | None = None
    text = reading.words(span)
    before = Span(span.start, span.start)
    for start, end in reading.sentences(span):
        sentence = text[start:end]
        reader = _Sentence(reading, Span(span.start + start, span.start + end), sentence, context)
        found = list(reader.lines(before, labelled))
        if not found and labelled:
            found = list(reader.pointers())
            if found and found[0].kind == "see_section" and lines and lines[-1].amount is not None:
                lines[-1] = _with_reference(reading, lines[-1], found[0])
                found = []
        lines.extend(found)
        sums = [line for line in found if line.amount is not None and line.part_of is None]
        if sums:
            line = sums[-1]
            last_sum = Sum(line.amount or 0, line.kind, line.chapter, line.post)
        if sentence.endswith(":") and words_.SPLITS.search(sentence):
            pending = last_sum
        before = reader.span
    return Lines(tuple(lines), pending)


def parts_of_sum(reading: Reading, span: Span, whole: Sum) -> tuple[FinancingLine, ...]:
    """The line that a list item is, which states one part of a sum: its first amount."""
    text = reading.words(span)
    money = reading.money(span)
    if not money:
        return ()
    first_sentence = next(end for _, end in reading.sentences(span) if end >= money[0].end)
    line = FinancingLine(
        kind=whole.kind,
        amount=money[0].kroner,
        chapter=whole.chapter,
        post=whole.post,
        part_of=whole.amount,
        text=text[:first_sentence],
        evidence=reading.evidence(span.start, span.start + first_sentence),
    )
    return (line,)


def _with_reference(reading: Reading, line: FinancingLine, pointer: FinancingLine) -> FinancingLine:
    """A grant that the next sentence points from: "Se også punkt 5.1."."""
    return line.model_copy(
        update={
            "section_reference": pointer.section_reference,
            "text": f"{line.text} {pointer.text}",
            "evidence": line.evidence + pointer.evidence,
        }
    )


@dataclass(frozen=True)
class _Sentence:
    """One sentence with what it stands under."""

    reading: Reading
    span: Span
    text: str
    context: Context

    def lines(self, before: Span, labelled: bool) -> Iterator[FinancingLine]:
        """The lines that the sentence states: one a sum, or one without any."""
        sums = self.reading.money(self.span)
        if not sums:
            if labelled and words_.WITHIN_BUDGET.search(self.text):
                yield self._line("within_budget", section_reference=self._section())
            elif labelled and words_.OTHER_BUDGET.search(self.text):
                yield self._line("other_budget")
            return
        correction = self._correction(sums, before)
        if correction is not None:
            yield correction
            return
        moves = list(words_.MOVE_PATTERN.finditer(self.text))
        posts = self.reading.posts(self.span)
        if not moves and labelled and posts and words_.OPENS_WITH_SUM.match(self.text):
            yield from (self._sum("grant", money, sums, posts, None) for money in sums)
        if not moves or words_.PURPOSE_TOTAL.search(self.text):
            return
        transfer = words_.TRANSFER.search(self.text)
        if transfer is not None and len(sums) == 1 and len(posts) > 1:
            yield self._transfer(sums[0], posts, transfer)
            return
        counter = words_.COUNTER.search(self.text)
        if counter is None and not words_.PAID_FROM.search(self.text):
            counter = words_.FROM_CHAPTER.search(self.text)
        found = []
        for position, money in enumerate(sums):
            kind = self._kind(money, moves, sums[:position])
            if kind is not None:
                found.append(self._sum(kind, money, sums, posts, counter))
        yield from self._added_up(found, sums)

    def _added_up(
        self, lines: list[FinancingLine], sums: Sequence[Money]
    ) -> Iterator[FinancingLine]:
        """The lines, those before "til sammen 5 mill. kroner" as parts of that sum."""
        last = sums[-1]
        stated = words_.TOGETHER.search(self.text[: last.start]) is not None
        parts = lines[:-1]
        adds_up = sum(part.amount or 0 for part in parts) == last.kroner
        if stated and adds_up and len(parts) > 1 and lines[-1].amount == last.kroner:
            parts = [part.model_copy(update={"part_of": last.kroner}) for part in parts]
        yield from (*parts, *lines[-1:])

    def _transfer(
        self, money: Money, posts: Sequence[BudgetPost], transfer: re.Match[str]
    ) -> FinancingLine:
        """A sum taken from one post to another: "overføres 4 mill. fra kap. 1 til kap. 2"."""
        source = next((p for p in posts if p.start >= transfer.start("source")), posts[0])
        target = next((p for p in posts if p.start >= transfer.start("target")), posts[-1])
        chapter = source.chapter or self.context.chapter
        return self._line(
            "decrease",
            amount=money.kroner,
            chapter=chapter,
            post=source.post,
            counter_chapter=target.chapter or chapter,
            counter_post=target.post,
        )

    def _correction(self, sums: Sequence[Money], before: Span) -> FinancingLine | None:
        """What "ble tildelt 9,5 mill. kroner. Korrekt tildeling skulle vært 23 mill." says."""
        correct = words_.CORRECT_SUM.search(self.text)
        if correct is None:
            return None
        right = [money for money in sums if money.start >= correct.start()]
        wrong = [money for money in sums if money.end <= correct.start()]
        if not wrong and words_.GRANTED_BEFORE.search(self.reading.words(before)):
            wrong = list(self.reading.money(before))
        if not right:
            return None
        posts = self.reading.posts(self.span) or self.reading.posts(before)[-1:]
        chapter, post = self._post_for(right[0], posts, None)
        return self._line(
            "correction",
            amount=right[0].kroner,
            chapter=chapter,
            post=post,
            replaces=wrong[-1].kroner if wrong else None,
        )

    def _kind(
        self, money: Money, moves: Sequence[re.Match[str]], before: Sequence[Money]
    ) -> FinancingKind | None:
        """What happens to a sum: by the nearest verb before it, else after it."""
        lead = self.text[: money.start]
        if self._is_within(lead) or _in_brackets(self.text, money):
            return None
        if words_.STEPS_FROM.search(lead) and words_.STEPS_TO.match(self.text, money.end):
            return None
        earlier = [move for move in moves if move.start() < money.start]
        past = [match for match in words_.PAST.finditer(self.text) if match.start() < money.start]
        if earlier:
            move = earlier[-1]
            if past and past[-1].end() > move.end():
                return None
        elif before or not moves:
            return None
        else:
            move = moves[0]
            if past:
                return None
        kind = (move.lastgroup or "").split("_")[0]
        if kind in ("increase", "decrease") and before and _steps_to(self.text, before[-1], money):
            return "total"
        return kind  # type: ignore[return-value]

    def _is_within(self, lead: str) -> bool:
        """True for a sum inside another, unless it is itself made available: "av disse stilles"."""
        within = words_.WITHIN.search(lead)
        return within is not None and not words_.AVAILABLE.search(lead, within.start())

    def _sum(
        self,
        kind: FinancingKind,
        money: Money,
        sums: Sequence[Money],
        posts: Sequence[BudgetPost],
        counter: re.Match[str] | None,
    ) -> FinancingLine:
        own, other = _sides(posts, counter)
        chapter, post = self._post_for(money, own, sums)
        away = other[0] if other else None
        return self._line(
            kind,
            amount=money.kroner,
            chapter=chapter,
            post=post,
            counter_chapter=(away.chapter or chapter) if away else None,
            counter_post=away.post if away else None,
            section_reference=self._section(),
        )

    def _post_for(
        self, money: Money, posts: Sequence[BudgetPost], sums: Sequence[Money] | None
    ) -> tuple[int | None, int | None]:
        """The post that a sum belongs to: named in its clause, else the heading's."""
        named = [post for post in posts if not self._only_mentioned(post)]
        following = min(
            (other.start for other in sums or () if other.start > money.start),
            default=len(self.text),
        )
        after = [post for post in named if money.end <= post.start < following]
        before = [post for post in named if post.end <= money.start]
        if before and following < len(self.text) and _posts_come_first(named, sums or ()):
            after = []
        chosen = after[0] if after else before[-1] if before else named[0] if named else None
        if chosen is None:
            return self.context.chapter, self.context.post
        if chosen.chapter is None:
            return self.context.chapter, chosen.post
        return chosen.chapter, chosen.post if chosen.post is not None else self._own_post(chosen)

    def _only_mentioned(self, post: BudgetPost) -> bool:
        """True for a post that the sentence points to: "jf. omtale under post 01"."""
        return words_.MENTION.search(self.text[: post.start]) is not None

    def _own_post(self, chosen: BudgetPost) -> int | None:
        return self.context.post if chosen.chapter == self.context.chapter else None

    def _section(self) -> str | None:
        for reference in find_references(self.text):
            if reference.kind == "section":
                return reference.number
        return None

    def pointers(self) -> Iterator[FinancingLine]:
        """A line that only says where to look: "Viser til pkt. 5.1."."""
        section = self._section()
        if section is not None and words_.SEE.search(self.text):
            yield self._line("see_section", section_reference=section)

    def _line(self, kind: FinancingKind, **values: Any) -> FinancingLine:
        return FinancingLine(
            kind=kind,
            text=self.text,
            evidence=self.reading.evidence(self.span.start, self.span.end),
            **values,
        )


def _sides(
    posts: Sequence[BudgetPost], counter: re.Match[str] | None
) -> tuple[list[BudgetPost], list[BudgetPost]]:
    """Posts before and after "mot en tilsvarende reduksjon under"."""
    if counter is None:
        return list(posts), []
    own = [post for post in posts if post.start < counter.start()]
    other = [post for post in posts if post.start >= counter.start()]
    return own, other


def _posts_come_first(posts: Sequence[BudgetPost], sums: Sequence[Money]) -> bool:
    """True where each sum follows its post: "post 01 reduseres med 2, mens post 21 økes med 1"."""
    return (
        len(posts) == len(sums)
        and all(post.end <= money.start for post, money in zip(posts, sums, strict=True))
        and all(money.end <= post.start for post, money in zip(posts[1:], sums, strict=False))
    )


def _in_brackets(text: str, money: Money) -> bool:
    """True where a sum stands in brackets of its own: "(2,974 mill. kroner)"."""
    opened = text.rfind("(", 0, money.start)
    return opened >= 0 and ")" not in text[opened : money.start] and ")" in text[money.end :]


def _steps_to(text: str, first: Money, second: Money) -> bool:
    """True for "økes med 3 mill. kroner til 25 mill. kroner"."""
    return (
        re.fullmatch(r",?\s*(?:,\s*)?(?:fra\s+|frå\s+)?til\s+", text[first.end : second.start])
        is not None
    )
