"""Sentences that say what a post holds, or what is to be earned on it, and give it by no verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from tildeling.find.posts import is_revenue
from tildeling.letter import FinancingLine
from tildeling.meaning import financing_words as words_
from tildeling.meaning import voted_words as voted_
from tildeling.meaning.money_moves import MovingSentence
from tildeling.meaning.money_sentence import Sum, posts_come_first
from tildeling.meaning.payers import is_recipient

# A post that is so many times as large as a sum stands in another unit than the words think.
MOST_PARTS = 500


class VotedSentence(MovingSentence):
    """A sentence about money that may say what was voted."""

    @cached_property
    def is_for_another(self) -> bool:
        """True where it is somebody else who has the money: "disponeres av ambassadene"."""
        lead = self.text[: self.sums[0].start] if self.sums else ""
        by = (
            words_.HANDLED_BY.search(self.text)
            or words_.HANDLES.search(self.text)
            or words_.GIVEN_TO.search(lead)
        )
        if by is None or not self.context.agency:
            return False
        # "2 mill. kroner går til vern, medan resten blir disponert av Havnetilsynet"
        if voted_.THE_REST_IS.search(self.text[: by.start()]):
            return False
        return not (by["who"].isupper() or is_recipient(by["who"], self.context.agency))

    def _goes_to_another(self, at: int) -> bool:
        """True for a sum whose own words give it away: ", mens Helsedirektoratet får 2 mill."."""
        if not self.context.agency:
            return False
        if (own := self._own_in_pairs) is not None:
            return at != own
        if not at:
            return False
        before = self.text[self.sums[at - 1].end : self.sums[at].start]
        by = words_.OTHER_GETS.search(before)
        return by is not None and not is_recipient(by["who"], self.context.agency)

    @cached_property
    def _own_in_pairs(self) -> int | None:
        """Which sum is the recipient's: "Helsetilsynet og NAV får henholdsvis 1,5 og 2,5 mill."."""
        if len(self.sums) < 2 or self._pairs is None:
            return None
        for named in words_.NAMES.finditer(self.text):
            names = words_.NAMES_PART.split(named.group())
            own = [at for at, name in enumerate(names) if is_recipient(name, self.context.agency)]
            if len(names) == len(self.sums) and len(own) == 1:
                return own[0]
        return None

    def _is_of_several(self) -> bool:
        """True for "Norad og Havnetilsynet får til sammen 5 mill. kroner", of the recipient too."""
        if not self.sums or not words_.TOGETHER.search(self.text[: self.sums[0].start]):
            return False
        return any(
            is_recipient(name, self.context.agency)
            for named in words_.NAMES.finditer(self.text, 0, self.sums[0].start)
            for name in words_.NAMES_PART.split(named.group())
        )

    @cached_property
    def _own_of_several(self) -> int | None:
        """Which sum is the recipient's of what several get: "fordelt med henholdsvis 1 og 2"."""
        if len(self.sums) < 3 or not self._is_of_several() or self._pairs is None:
            return None
        whole, *shares = self.sums
        lead = self.text[: whole.start]
        adds_up = sum(share.kroner for share in shares) == whole.kroner
        if self._pairs.start() < whole.end or not adds_up or voted_.OTHER_TIME.search(lead):
            return None
        for named in words_.NAMES.finditer(lead):
            names = words_.NAMES_PART.split(named.group())
            own = [at for at, name in enumerate(names) if is_recipient(name, self.context.agency)]
            if len(names) == len(shares) and len(own) == 1:
                return own[0] + 1
        return None

    @property
    def _whole_of_several(self) -> Sum:
        whole = self.sums[0]
        return Sum(whole.kroner, "grant", *self._post_for(whole, self.posts))

    def _own_share(self, at: int, lead: str) -> FinancingLine | None:
        """What the recipient has of the sum before: "Direktoratets del er 1,5 mill. kroner"."""
        share, whole = voted_.SHARE_IS.search(lead), self.said.whole
        if share is None or whole is None or self.sums[at].kroner >= whole.amount:
            return None
        if not is_recipient(share["who"], self.context.agency):
            return None
        return self._share_of(whole, at)

    def _share_of(self, whole: Sum, at: int) -> FinancingLine:
        """What a sum before it is shared out in, on its post."""
        place = {"chapter": whole.chapter, "post": whole.post, "part_of": whole.amount}
        return self._sum(whole.kind_of_parts, at).model_copy(update=place)

    def _voted(self, at: int, lead: str, found: Sequence[FinancingLine]) -> FinancingLine | None:
        """What a post is said to hold: in a base letter that is what it grants there.

        An addendum, which changes what the year's letter granted, says what the post comes to.
        """
        if self.context.in_addendum:
            is_total = voted_.POST_IS.search(lead) is not None and not self._is_past()
            return self._sum("total", at) if is_total else None
        holds = (
            self._holds(lead)
            or self._is_voted_after()
            or self._goes_on_voting(at, found)
            or self._is_labelled()
        )
        if not holds:
            return None
        if self.is_for_another or self._shares_out(at):
            return None
        line = self._sum("grant", at)
        if line.chapter is None or line.post is None:
            return None
        if is_revenue(line.chapter):
            return line.model_copy(update={"kind": "total"})
        granted = self.context.granted.get((line.chapter, line.post))
        # Of a table's amount in another unit, or of what is rounded, it is no part.
        is_part = granted is not None and granted / MOST_PARTS < self.sums[at].kroner < granted - (
            self.sums[at].step
        )
        return line.model_copy(update={"part_of": granted}) if is_part else line

    def _shares_out(self, at: int) -> bool:
        """True where the recipient gets a share right there: "og 2 mill. av dette stilles"."""
        later = self.sums[at + 1 :]
        if not any(self._is_part(one, self.text[: one.start]) for one in later):
            return False
        return (
            self._names_recipient() or voted_.IS_GIVEN.search(self.text, later[0].end) is not None
        )

    def _holds(self, lead: str) -> bool:
        """True for "Løyvinga er" and "På posten er det bevilget", said of this year."""
        if self.of_assignment or not any(
            words.search(lead) for words in (voted_.HOLDS, voted_.VOTED_HERE, voted_.VOTED_SUM)
        ):
            return False
        of_all = voted_.OF_ALL.search(lead) is not None and not self._names_recipient()
        of_others = of_all or voted_.OTHER_TIME.search(lead) is not None
        return not of_others and not self._of_other_year(lead)

    def _is_voted_after(self) -> bool:
        """True for "12,9 mill. kroner er løyvd på post 45": the sum stands first, and alone."""
        if len(self.sums) != 1 or self.of_assignment or self.text[: self.sums[0].start].strip():
            return False
        return voted_.VOTED_AFTER.match(self.text, self.sums[0].end) is not None

    def _is_labelled(self) -> bool:
        """True for a sum alone under its post, and for one after a label or the post's name."""
        if len(self.sums) != 1 or self.of_assignment or self._stands_under_no_grant():
            return False
        (money,) = self.sums
        if self.text[money.end :].strip(" .,-–") or self._of_other_year(self.text[: money.start]):
            return False
        if len(self.posts) == 1 and self.posts[0].start == 0:
            end = self.posts[0].end
            return voted_.NAME_THEN_SUM.fullmatch(self.text, end, money.start) is not None
        is_label = voted_.LABEL.fullmatch(self.text, 0, money.start) is not None
        return not self.posts and self.context.post is not None and is_label

    def _stands_under_no_grant(self) -> bool:
        """True under headings of authorisations, payments, accounts and other years."""
        for place in self.reading.place(self.span.start).outward():
            if place.heading is None:
                continue
            words = self.reading.words(place.heading)
            if voted_.OF_NO_GRANT.search(words) or self._of_other_year(words):
                return True
        return False

    def _of_other_year(self, lead: str) -> bool:
        """True where words before a sum name another year, and not the letter's."""
        years = {int(year) for year in words_.YEAR.findall(lead)}
        return bool(years) and self.context.year not in (None, *years)

    def _goes_on_voting(self, at: int, found: Sequence[FinancingLine]) -> bool:
        """True for the second of "er det bevilget 12 mill., og under post 71 29 mill. kroner"."""
        if not at or not found or not self._holds(self.text[: self.sums[0].start]):
            return False
        if words_.IN_PAIRS.search(self.text[: self.sums[0].start]):
            return True
        start, end = self.sums[at - 1].end, self.sums[at].start
        names_post = any(start <= post.start and post.end <= end for post in self.posts)
        if names_post and voted_.AND_ON_POST.fullmatch(self.text, start, end) is not None:
            return True
        return self._has_own_post(at)

    def _has_own_post(self, at: int) -> bool:
        """True for the second of "302 mill. kroner på post 01, 41 mill. kroner på post 21"."""
        if not at or voted_.ON_POST.match(self.text, self.sums[at].end) is None:
            return False
        start, end = self.sums[at - 1].end, self.sums[at].start
        return voted_.ON_POST_THEN.fullmatch(self.text, start, end) is not None

    def _income(self, at: int, lead: str) -> FinancingLine | None:
        """What an income is to come to, on a revenue post."""
        if words_.IN_PAIRS.search(lead) or self._has_own_post(at):
            lead = self.text[: self.sums[0].start]
        is_income = voted_.INCOME.search(lead) or (
            voted_.CHARGES.search(lead) and not voted_.ABOVE.search(lead)
        )
        if not is_income or self._is_past():
            return None
        chapter, _ = self._post_for(self.sums[at], self.posts)
        return self._sum("total", at) if chapter is not None and is_revenue(chapter) else None

    def _made_available(self) -> Iterator[FinancingLine]:
        """The sums that the sentence before said were voted, now that they are made available."""
        if not voted_.MADE_AVAILABLE.search(self.text) or not self.said.before or self.said.voted:
            return
        before = self.said.before[-1]
        sums = self.reading.money(before)
        told = self.reading.words(before)
        if not voted_.VOTED.search(told) or self.is_for_another:
            return
        posts = [post for post in self.reading.posts(before) if post.post is not None]
        if len(posts) != len(sums) or not posts or posts[0].chapter is None:
            return
        if len(sums) > 1 and not posts_come_first(posts, sums):
            return
        chapter: int | None = None
        for money, post in zip(sums, posts, strict=True):
            chapter = post.chapter or chapter
            yield FinancingLine(
                kind="grant",
                amount=money.kroner,
                chapter=chapter,
                post=post.post,
                text=f"{told} {self.text}",
                evidence=self.reading.evidence(before.start, self.span.end),
            )
