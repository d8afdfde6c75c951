"""A sentence about money: what it is read with, and which post each of its sums belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tildeling.find.money import Money
from tildeling.find.posts import BudgetPost, is_revenue
from tildeling.find.references import first_section
from tildeling.letter import Evidence, FinancingKind, FinancingLine
from tildeling.meaning import financing_words as words_
from tildeling.meaning import move_words as moves_
from tildeling.meaning import sum_part_words as part_words_
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span

# Chapter and post, as far as they are known.
Post = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read with: the headings it stands under, and the letter's own facts."""

    chapter: int | None = None
    post: int | None = None
    granted: Mapping[Post, int] = field(default_factory=dict)
    """What the budget tables grant each post: the sums that the text may split."""
    changed: Mapping[Post, int] = field(default_factory=dict)
    """What the budget tables change each post by, less than nothing where they take it."""
    spoken: int | None = None
    """The chapter that the paragraphs before named last, where no heading names one."""
    in_addendum: bool = False
    """True in a letter that changes another: "er økt" says what it does, not what was done."""
    year: int | None = None
    """The year that the letter's money is for."""
    agency: frozenset[str] = frozenset()
    """The recipient's names, in small letters."""
    sender: frozenset[str] = frozenset()
    """The ministry's names, in small letters."""
    opened: FinancingKind | None = None
    """What the sentence over a list does to each of its sums: "Følgende bevilgninger økes:"."""
    opened_at: Post = (None, None)
    """The post that the sentence over the list named, for items that name none."""
    posts: tuple[Post, ...] = ()
    """The posts of a heading that names several: sums under it may go to them in pairs."""

    def chapter_of(self, post: int | None) -> int | None:
        """The one chapter whose post of that number the tables have."""
        chapters = {chapter for chapter, other in self.granted if other == post}
        return chapters.pop() if post is not None and len(chapters) == 1 else None

    def spending_chapter_of(self, post: int | None) -> int | None:
        """The one chapter of expenses whose post of that number the tables have."""
        spent = {chapter for chapter, other in self.granted if other == post and chapter}
        chapters = {chapter for chapter in spent if not is_revenue(chapter)}
        return chapters.pop() if post is not None and len(chapters) == 1 else None


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that a list or a sentence may split, with what was said of it."""

    amount: int
    kind: FinancingKind
    chapter: int | None
    post: int | None

    @property
    def kind_of_parts(self) -> FinancingKind:
        """What its parts do: those of a change are changes."""
        return self.kind if self.kind in ("increase", "decrease") else "grant"


@dataclass
class Said:
    """What the sentences of a paragraph have said before the one that is read."""

    before: list[Span] = field(default_factory=list)
    post: Post = (None, None)
    """The post named last, of a sum or of none."""
    subject: Post = (None, None)
    """The post that a sentence began with: "Post 73 er en overslagsbevilgning"."""
    whole: Sum | None = None
    """The sum named last: "av dette" is a part of it."""
    change: Sum | None = None
    """By how much that sum is more or less than the one it replaces: "økningen" is this."""
    is_of_several: bool = False
    """True where that sum is what the recipient and others get together."""
    voted: FinancingLine | None = None
    """What the sentence before said that a post holds, before it is told who has the money."""
    share: Sum | None = None
    """What the recipient gets of a larger sum: "innenfor rammen" then means this."""


@dataclass(frozen=True)
class MoneySentence:
    """One sentence with what it stands under and after."""

    reading: Reading
    span: Span
    context: Context
    said: Said
    of_assignment: bool = False
    """True in an assignment's own text, under a label or not."""
    text: str = field(init=False)
    sums: tuple[Money, ...] = field(init=False)
    posts: tuple[BudgetPost, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.reading.words(self.span))
        object.__setattr__(self, "sums", self.reading.money(self.span))
        object.__setattr__(self, "posts", self.reading.posts(self.span))

    def _line(self, kind: FinancingKind, **values: Any) -> FinancingLine:
        return FinancingLine(
            kind=kind,
            text=self.text,
            evidence=self.evidence,
            **values,
        )

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where the sentence stands."""
        return self.reading.evidence(self.span.start, self.span.end)

    def _sum(self, kind: FinancingKind, at: int) -> FinancingLine:
        money = self.sums[at]
        own, other = self._sides
        is_own = kind == "decrease" or (kind == "grant" and not words_.THIS_POST.search(self.text))
        if is_own and not own and self._counter is None:
            # "trekkes tilbake fra kap. 290, post 21": where it is taken from is its own post.
            own, other = other, []
        chapter, post = self._post_for(money, own)
        away = other[0] if other else None
        if away is not None and part_words_.OF_WHICH.search(self.text, money.end, away.start):
            # "økes med 118 mill., hvorav 100 mill. kommer fra post 30"
            away = None
        return self._line(
            kind,
            amount=money.kroner,
            chapter=chapter,
            post=post,
            counter_chapter=(away.chapter or chapter) if away else None,
            counter_post=away.post if away else None,
            section_reference=self._section,
        )

    @cached_property
    def _counter(self) -> re.Match[str] | None:
        """Where the sentence turns to the other side of a change."""
        return words_.COUNTER.search(self.text)

    @cached_property
    def _pairs(self) -> re.Match[str] | None:
        """Where it says that its sums go with its posts, verbs or names in pairs."""
        return words_.IN_PAIRS.search(self.text)

    @cached_property
    def _sides(self) -> tuple[list[BudgetPost], list[BudgetPost]]:
        """Posts before and after "mot en tilsvarende reduksjon under"."""
        if not self.posts:
            return [], []
        counter = self._counter
        if counter is None and self._moves_money() and not words_.PAID_FROM.search(self.text):
            counter = words_.FROM_POST.search(self.text)
        if counter is None:
            return list(self.posts), []
        own = [post for post in self.posts if post.start < counter.start()]
        other = [post for post in self.posts if post.start >= counter.start()]
        return own, other

    def _moves_money(self) -> bool:
        """True where something is given or moved: in "1 mill. fra kap. 640" the post only pays."""
        return any(
            verb.search(self.text) is not None
            for verb in (moves_.MOVE_IN_ADDENDUM, words_.TRANSFERS, words_.TAKEN)
        )

    def _post_for(self, money: Money, posts: Sequence[BudgetPost]) -> Post:
        """The post that a sum belongs to: named in its clause, else the heading's."""
        named = [post for post in posts if not self._only_mentioned(post)]
        paired = [post for post in named if post.post is not None]
        in_pairs = self._pairs is not None
        if in_pairs and not named and len(self.context.posts) == len(self.sums):
            return self.context.posts[self.sums.index(money)]
        if in_pairs and len(paired) == len(self.sums):
            chosen: BudgetPost | None = paired[self.sums.index(money)]
        else:
            chosen = self._nearest(money, named)
        if chosen is None and part_words_.OF_OWN_MONEY.match(self.text, money.end):
            return None, None
        if chosen is None:
            return self._post_in_force()
        if chosen.chapter is None:
            return self._chapter_for(chosen, named), chosen.post
        return chosen.chapter, chosen.post if chosen.post is not None else self._own_post(chosen)

    def _nearest(self, money: Money, named: Sequence[BudgetPost]) -> BudgetPost | None:
        """The post that follows a sum before the next, else the last before it."""
        following = min(
            (other.start for other in self.sums if other.start > money.start),
            default=len(self.text),
        )
        after = [post for post in named if money.end <= post.start < following]
        before = [post for post in named if post.end <= money.start]
        if before and following < len(self.text) and posts_come_first(named, self.sums):
            after = []
        if after and before and self._is_changed_by(before[-1], money, after[0]):
            after = []
        return after[0] if after else before[-1] if before else named[0] if named else None

    def _is_changed_by(self, post: BudgetPost, money: Money, other: BudgetPost) -> bool:
        """True for a post that is raised by a sum: one named further on is only told of.

        "Post 01 økes med 3 mill. kroner, jf. omtale under kap. 291, post 60".
        """
        if words_.ON_POST.fullmatch(self.text, money.end, other.start):
            return False
        moved = moves_.MOVE_IN_ADDENDUM.search(self.text, post.end, money.start)
        is_change = moved is not None and moves_.move_of(moved) in ("increase", "decrease")
        return post.post is not None and is_change

    def _chapter_for(self, chosen: BudgetPost, named: Sequence[BudgetPost]) -> int | None:
        """The chapter of a post that is named alone: said before it, in force, or the only one."""
        said = [p.chapter for p in named if p.chapter is not None and p.start < chosen.start]
        if said:
            return said[-1]
        in_force, only = self.context.chapter, self.context.chapter_of(chosen.post)
        if in_force is None and only is None:
            # Costs and incomes may stand on posts of one number: a sum that is given is a cost.
            only = self.context.spending_chapter_of(chosen.post)
        # Under "Kap. 3326" a text may go back to what is spent: the tables then know the post.
        if in_force is None or (only is not None and is_revenue(in_force) > is_revenue(only)):
            return only or self.said.post[0] or self.context.spoken
        return in_force

    def _with_chapter(self, post: BudgetPost, named: Sequence[BudgetPost]) -> Post:
        """A post of those named, with its own chapter or else the one that it belongs to."""
        chapter = post.chapter if post.chapter is not None else self._chapter_for(post, named)
        return chapter, post.post

    def _post_in_force(self) -> Post:
        """The heading's, or the one that the paragraph has just spoken of."""
        if self.context.post is None and words_.SAME_POST.search(self.text):
            chapter, post = self.said.post
            if post is not None and self.context.chapter in (None, chapter):
                return chapter, post
        chapter, post = self.said.subject
        if self.context.post is None and post is not None and chapter == self.context.chapter:
            return chapter, post
        return self.context.chapter, self.context.post

    def _only_mentioned(self, post: BudgetPost) -> bool:
        """True for a post that the sentence points to: "jf. omtale under post 01"."""
        return words_.MENTION.search(self.text[: post.start]) is not None

    def _names_recipient(self) -> bool:
        small = self.text.casefold()
        return any(name in small for name in self.context.agency)

    def _own_post(self, chosen: BudgetPost) -> int | None:
        return self.context.post if chosen.chapter == self.context.chapter else None

    @cached_property
    def _section(self) -> str | None:
        return first_section(self.text)

    def _own_posts(self) -> list[BudgetPost]:
        """The posts that the sentence is about: neither pointed to nor where money comes from."""
        source = words_.FROM_POST.search(self.text)
        end = source.start() if source is not None else len(self.text)
        return [p for p in self.posts if p.start < end and not self._only_mentioned(p)]

    def _post_for_all(self) -> Post:
        return self._with_chapter(self.posts[-1], self.posts)


def posts_come_first(posts: Sequence[BudgetPost], sums: Sequence[Money]) -> bool:
    """True where each sum follows its post: "post 01 reduseres med 2, mens post 21 økes med 1"."""
    return (
        len(posts) == len(sums)
        and all(post.end <= money.start for post, money in zip(posts, sums, strict=True))
        and all(money.end <= post.start for post, money in zip(posts[1:], sums, strict=False))
    )
