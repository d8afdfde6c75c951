"""Sums that are parts of others: "av dette", "hvorav", shares, and what adds up to a sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from tildeling.find.money import Money
from tildeling.letter import FinancingLine
from tildeling.meaning import financing_words as words_
from tildeling.meaning import sum_part_words as part_words_
from tildeling.meaning.money_sentence import Post, Sum
from tildeling.meaning.money_voted import VotedSentence

# Sums that split another are at least so many.
MIN_PIECES = 2


class PartedSentence(VotedSentence):
    """A sentence about money that may part it."""

    def _part(self, at: int, found: Sequence[FinancingLine]) -> FinancingLine | None:
        """The line of "av dette", where the whole is known; a "hvorav" stays with its own line."""
        money = self.sums[at]
        if self._states_whole(at, found) and not part_words_.PART_AFTER.match(self.text, money.end):
            return self._from_post(at, found) or self._piece(at, found)
        whole = self._whole_of(at, found)
        kind = self._kind(at)
        if self.is_for_another or part_words_.TOLD_OF_PART.search(self.text):
            return None
        if self._may_be_used(at) or (self.said.is_of_several and not self._names_recipient()):
            return None
        if self.of_assignment and kind is None and words_.CEILING.search(self._lead(at)):
            return None
        if at and self._is_against_last_year():
            return None
        if whole is None:
            is_given = part_words_.AVAILABLE.search(self.text) or (
                self.of_assignment and (kind or part_words_.USED_FOR.match(self.text, money.end))
            )
            return self._sum("grant", at) if is_given else None
        if not money.kroner < whole.amount:
            return None
        if self._pays_for_assignment(whole):
            return self._sum("grant", at)
        own = kind if kind in ("grant", "increase", "decrease") else None
        if part_words_.DISPOSED.search(self.text):
            own = None
        line = self._sum(own or whole.kind_of_parts, at)
        own_post = self._own_posts()
        is_there = (line.chapter, line.post) == (whole.chapter, whole.post)
        if whole.kind == "decrease" and own_post and not is_there:
            # What is taken from one post and goes to another is no part of it any more.
            return line.model_copy(update={"kind": "increase"})
        place = {} if own_post else {"chapter": whole.chapter, "post": whole.post}
        return line.model_copy(update={"part_of": whole.amount, **place})

    def _lead(self, at: int) -> str:
        return self.text[: self.sums[at].start]

    def _may_be_used(self, at: int) -> bool:
        """True for "Inntil 8 mill. kroner av løyvinga på post 73 kan nyttast under post 21"."""
        end = self.sums[at].end
        if words_.MAY_BE_USED.match(self.text, end):
            return True
        may = words_.MAY_USE.search(self._lead(at))
        return may is not None and words_.USED_UNDER.match(self.text, end) is not None

    def _name_own_posts(self) -> bool:
        """True where each sum but the first has its post behind it, and the first has none."""
        _, *others = self.sums
        ends = [*(one.start for one in others[1:]), len(self.text)]
        own = [
            sum(one.end <= post.start < end for post in self.posts)
            for one, end in zip(others, ends, strict=True)
        ]
        return all(count == 1 for count in own) and len(self.posts) == len(others)

    def _from_post(self, at: int, found: Sequence[FinancingLine]) -> FinancingLine | None:
        """The part of an increase that another post gives: "hvorav 2 mill. kommer fra post 30"."""
        whole = next((line for line in reversed(found) if line.part_of is None), None)
        end = self.sums[at + 1].start if at + 1 < len(self.sums) else len(self.text)
        source = words_.FROM_POST.search(self.text, self.sums[at].end, end)
        if whole is None or whole.kind != "increase" or source is None:
            return None
        post = next(post for post in self.posts if post.start >= source.start())
        chapter, number = self._with_chapter(post, self.posts)
        update = {
            "amount": self.sums[at].kroner,
            "part_of": whole.amount,
            "counter_chapter": chapter,
            "counter_post": number,
        }
        return whole.model_copy(update=update)

    def _piece(self, at: int, found: Sequence[FinancingLine]) -> FinancingLine | None:
        """One of the pieces that come to the sum before "hvorav"; a purpose alone is no line."""
        whole = next((line for line in reversed(found) if line.part_of is None), None)
        which = part_words_.OF_WHICH.search(self.text)
        if whole is None or which is None or words_.FROM_POST.search(self.text, which.end()):
            return None
        pieces = [one.kroner for one in self.sums if one.start > which.start()]
        if len(pieces) < MIN_PIECES or sum(pieces) != whole.amount:
            return None
        update = {"amount": self.sums[at].kroner, "part_of": whole.amount}
        return whole.model_copy(update={**update, "counter_chapter": None, "counter_post": None})

    def _pays_for_assignment(self, whole: Sum) -> bool:
        """True where an assignment is paid of what a table grants: its own grant is no part."""
        granted = self.context.granted.get((whole.chapter, whole.post))
        is_said = any(one.kroner == whole.amount for one in self.sums)
        is_before = self.said.whole is not None and self.said.whole.amount == whole.amount
        return self.of_assignment and whole.amount == granted and not (is_said or is_before)

    def _whole_of(self, at: int, found: Sequence[FinancingLine]) -> Sum | None:
        """What a part is a part of: a sum named before it, else what the tables grant the post."""
        for other in reversed(self.sums[:at]):
            if self._pairs is not None and other.start > self._pairs.start():
                continue
            if other.kroner > self.sums[at].kroner and self._is_whole(other):
                line = next((line for line in found if line.amount == other.kroner), None)
                post = (line.chapter, line.post) if line else self._post_for(other, self.posts)
                return Sum(other.kroner, line.kind if line else "grant", *post)
        own = self._own_posts()
        post = self._post_for(self.sums[at], own)
        said, granted = self.said.whole, self.context.granted.get(post)
        of_this = part_words_.OF_THIS.search(self.text) is not None
        if self.said.share is not None and part_words_.OF_SHARE.search(self.text):
            return self.said.share
        if (change := self._change_said()) is not None:
            return change
        if own and granted is not None and not of_this:
            return self._in_table(post)
        if said is not None and (of_this or not own or (said.chapter, said.post) == post):
            return said
        return self._in_table(post)

    def _change_said(self) -> Sum | None:
        """What the sentence before changes, where this one is about it: "Økningen fordeles"."""
        return self.said.change if part_words_.OF_CHANGE.search(self.text) else None

    def _in_table(self, post: Post) -> Sum | None:
        """What the tables have of a post: its grant, or its change where the words say "auken"."""
        change = self.context.changed.get(post)
        if change is not None and part_words_.OF_CHANGE.search(self.text):
            return Sum(abs(change), "increase" if change > 0 else "decrease", *post)
        granted = self.context.granted.get(post)
        return Sum(granted, "grant", *post) if granted is not None else None

    def _states_whole(self, at: int, found: Sequence[FinancingLine]) -> bool:
        """True where the sentence itself has the whole as a line: a "hvorav" stays with it."""
        amounts = {line.amount for line in found if line.part_of is None}
        which = part_words_.OF_WHICH.search(self.text, 0, self.sums[at].start)
        if which is not None:
            before = [one for one in self.sums if one.end <= which.start()]
            return bool(before) and before[-1].kroner in amounts
        return any(one.kroner in amounts and self._is_whole(one) for one in self.sums[:at])

    def _is_whole(self, money: Money) -> bool:
        """True for a sum that is itself no part: the second of two parts is none of the first."""
        lead = self.text[: money.start]
        return part_words_.OF_SUM.search(lead) is not None or not self._is_part(money, lead)

    def _goes_on(self, at: int) -> bool:
        """True where the sentence goes on from the one before: "8 mill. kroner er nye midler"."""
        if at or self._moves or self.said.whole is None or self.sums[0].start > 0:
            return False
        if self.transfers():
            return False
        return part_words_.PART_OF_BEFORE.match(self.text, self.sums[0].end) is not None

    def _set_aside(self, at: int) -> FinancingLine | None:
        """A part that the words do not call one: "på post 22 er 48 mill. kroner reservert for"."""
        if self._moves or not words_.SET_ASIDE.search(self.text) or self._is_past():
            return None
        post, whole = self._post_for(self.sums[at], self.posts), self.said.whole
        amount = self.context.granted.get(post)
        if whole is not None and (whole.chapter, whole.post) == post:
            amount = whole.amount
        if amount is None or self.sums[at].kroner >= amount or self.is_for_another:
            return None
        line = self._sum("grant", at)
        if self._pays_for_assignment(Sum(amount, "grant", *post)):
            return line
        return line.model_copy(update={"part_of": amount})

    @cached_property
    def _divided(self) -> Sum | None:
        """The sum before it, where it shares that out: "Midlene fordeles med 4 mill. til".

        Where none is, what a table grants the post: "Posten fordeles med henholdsvis".
        """
        whole = self._change_said() or self.said.whole
        if whole is None:
            post = self._post_for_all() if self.posts else self._post_in_force()
            granted = self.context.granted.get(post)
            whole = Sum(granted, "grant", *post) if granted is not None else None
        shared = sum(one.kroner for one in self.sums)
        if whole is None or shared > whole.amount:
            return None
        divides = part_words_.DIVIDED.search(self.text[: self.sums[0].start]) is not None
        return whole if divides else None

    def _split_up(self, lines: list[FinancingLine]) -> list[FinancingLine]:
        """The lines after the first as its parts, where they come to it and nothing else moves."""
        whole, parts = lines[:1], lines[1:]
        if len(self.sums) < 3 or len(lines) != len(self.sums):
            return lines
        if words_.NET.search(self.text[: self.sums[0].start]):
            return whole if _net(parts) == _net(whole) else lines
        stated = part_words_.SPLIT_UP.search(self.text[: self.sums[1].start]) is not None
        goes_on = self._verbs.search(self.text, self.sums[0].end) is not None
        is_split = (stated or not goes_on) and all(_is_same(part, whole[0]) for part in parts)
        is_split = is_split or (not goes_on and self._name_own_posts())
        if not is_split or sum(part.amount or 0 for part in parts) != whole[0].amount:
            return lines
        if len({(part.chapter, part.post) for part in parts}) > 1:
            whole = [whole[0].model_copy(update={"chapter": None, "post": None})]
        return [*whole, *(p.model_copy(update={"part_of": whole[0].amount}) for p in parts)]

    def _added_up(self, lines: list[FinancingLine]) -> Iterator[FinancingLine]:
        """The lines, those before "til sammen 5 mill. kroner" as parts of that sum."""
        last = self.sums[-1]
        stated = words_.TOGETHER.search(self.text[: last.start]) is not None
        parts = lines[:-1]
        adds_up = sum(part.amount or 0 for part in parts) == last.kroner
        if stated and adds_up and len({(part.chapter, part.post) for part in parts}) > 1:
            # What several posts come to stands on none of them.
            yield from parts
            return
        if stated and adds_up and len(parts) > 1 and lines[-1].amount == last.kroner:
            parts = [part.model_copy(update={"part_of": last.kroner}) for part in parts]
        yield from (*parts, *lines[-1:])

    def _is_against_last_year(self) -> bool:
        """True in a base letter where a change is from another year's budget."""
        is_base = not self.context.in_addendum
        return is_base and words_.FROM_LAST_YEAR.search(self.text) is not None


def _is_same(part: FinancingLine, whole: FinancingLine) -> bool:
    """True where both do the same to one post."""
    return (part.kind, part.chapter, part.post) == (whole.kind, whole.chapter, whole.post)


def _net(lines: Sequence[FinancingLine]) -> int:
    """What increases and decreases come to."""
    return sum((line.amount or 0) * (-1 if line.kind == "decrease" else 1) for line in lines)
