"""What the verbs of a sentence do to its sums: moves between posts, and what puts an earlier letter
right.
"""

from __future__ import annotations

import re
from functools import cached_property

from tildeling.find.money import Money
from tildeling.letter import FinancingKind, FinancingLine
from tildeling.meaning import financing_words as words_
from tildeling.meaning import move_words as moves_
from tildeling.meaning import sum_part_words as part_words_
from tildeling.meaning.money_sentence import MoneySentence, Post
from tildeling.meaning.payers import is_recipient
from tildeling.text.blocks import Span


class MovingSentence(MoneySentence):
    """A sentence about money that may move it or correct it."""

    @property
    def _verbs(self) -> re.Pattern[str]:
        return moves_.MOVE_IN_ADDENDUM if self.context.in_addendum else moves_.MOVE_PATTERN

    @cached_property
    def _moves(self) -> list[re.Match[str]]:
        """The verbs of the sentence that do something to its sums."""
        moves = self._verbs.finditer(self.text)
        if self._gives_now():
            return list(moves)
        return [move for move in moves if not moves_.GIVES_NOW.fullmatch(move.group())]

    @cached_property
    def _past(self) -> list[re.Match[str]]:
        """Where the sentence tells of earlier grants; what was decided is this letter's to tell."""
        if self._gives_now():
            return []
        if not self.context.in_addendum:
            return list(words_.PAST.finditer(self.text))
        if words_.DECIDED.search(self.text) and not self._is_earlier():
            return []
        return list(words_.PAST_IN_ADDENDUM.finditer(self.text))

    def _is_earlier(self) -> bool:
        """True where the words go back before this year's decisions."""
        years = (int(year) for year in words_.YEAR.findall(self.text))
        return words_.EARLIER.search(self.text) is not None or any(
            self.context.year is None or year < self.context.year for year in years
        )

    def _gives_now(self) -> bool:
        """True for "Departementet har stilt 2 mill. kroner til rådighet"."""
        given = moves_.GIVES_NOW.search(self.text)
        if given is None or words_.GIVEN_BEFORE.search(self.text):
            return False
        years = {int(year) for year in words_.YEAR.findall(self.text)} - {self.context.year}
        giver, sender = given["who"] or given["by"], self.context.sender
        is_own = giver.casefold() in ("vi", "departementet") or is_recipient(giver, sender)
        return not years and (is_own or not sender or self._names_recipient())

    def _is_past(self) -> bool:
        return bool(self._past)

    def _is_part(self, money: Money, lead: str) -> bool:
        """True for "av dette", unless a letter that adds says how much more of a post it gives."""
        if part_words_.PART_BEFORE.search(lead) or self._is_pair_of_this(lead):
            return True
        after = part_words_.PART_AFTER.match(self.text, money.end)
        if after is None or after["this"] is not None:
            return after is not None
        if not self.context.in_addendum:
            return True
        # "2 mill. kroner av bevilgningen trekkes inn"
        taken = self._verbs.search(self.text, after.end())
        is_taken = taken is not None and moves_.move_of(taken) == "decrease"
        return not (is_taken or self._verbs.search(lead))

    def _is_pair_of_this(self, lead: str) -> bool:
        """True for the first of "henholdsvis 7,5 og 4,5 mill. kroner av dette"."""
        if words_.IN_PAIRS.search(lead) is None:
            return False
        after = part_words_.PART_AFTER.match(self.text, self.sums[-1].end)
        return after is not None and after["this"] is not None

    # What happens to a sum

    def _kind(self, at: int) -> FinancingKind | None:
        """What happens to a sum: by the nearest verb before it, else after it."""
        money, moves = self.sums[at], self._moves
        if self._moves_in_pairs():
            return moves_.move_of(moves[at])
        earlier = [move for move in moves if move.start() < money.start]
        past = [match for match in self._past if match.start() < money.start]
        if earlier:
            move = earlier[-1]
            if past and past[-1].end() >= move.end():
                return None
        elif (around := self._around(money)) is not None:
            return around
        elif at or not moves or past:
            return None
        else:
            move = moves[0]
            if moves_.move_of(move) == "total" or self._is_of_next(at, move):
                return None
            if self._is_of_part(at, move):
                return None
        kind = moves_.move_of(move)
        return self._extra(money) or kind if kind == "grant" else kind

    def _is_of_next(self, at: int, move: re.Match[str]) -> bool:
        """True where the words move the next sum: "er 4 mill. kroner, en økning på 0,2 mill."."""
        following = self.sums[at + 1].start if at + 1 < len(self.sums) else None
        if following is None or following < move.end():
            return False
        return words_.ABOUT.fullmatch(self.text, move.end(), following) is not None

    def _is_of_part(self, at: int, move: re.Match[str]) -> bool:
        """True where the words move a part: "er 48 mill. kroner, der 40 mill. kroner stilles"."""
        later = self.sums[at + 1 :]
        if not later or move.start() < later[0].end:
            return False
        return self._is_part(later[0], self.text[: later[0].start])

    def _extra(self, money: Money) -> FinancingKind | None:
        """What an addendum gives on top, or less: "blir det løyvt 8 mill. kroner ekstra"."""
        extra = words_.EXTRA_AFTER.match(self.text, money.end)
        if not self.context.in_addendum or extra is None:
            return None
        if words_.VOTES.search(self.text[: money.start]) is None:
            return None
        return "decrease" if extra["less"] else "increase"

    def _than_before(self, money: Money) -> FinancingKind | None:
        """What an addendum does that says "blir 4 mill. kroner lavere enn tidligere meddelt"."""
        if not self.context.in_addendum:
            return None
        than = moves_.THAN_BEFORE.items()
        return next((kind for kind, words in than if words.match(self.text, money.end)), None)

    def _is_told_change(self, money: Money) -> bool:
        """True in a base letter for "reformen gir et uttrekk på 2 mill. kroner"."""
        if self.context.in_addendum:
            return False
        earlier = [move for move in self._moves if move.end() <= money.start]
        return bool(earlier) and moves_.TOLD_CHANGE.fullmatch(earlier[-1].group()) is not None

    def _labelled_change(self, at: int) -> FinancingLine | None:
        """What an addendum does without a verb: "Kap. 290, post 01: +3 mill. kroner"."""
        if not self.context.in_addendum or self.of_assignment or len(self.sums) != 1:
            return None
        start = self.posts[0].end if len(self.posts) == 1 and self.posts[0].start == 0 else 0
        lead = self.text[start : self.sums[0].start].removeprefix(":").strip()
        for kind, words in moves_.CHANGE_LABEL.items():
            found = words.fullmatch(lead)
            if lead and found is not None and (found["sign"] or lead[0].isalpha()):
                line = self._sum(kind, at)
                return line if line.post is not None else None
        return None

    def _around(self, money: Money) -> FinancingKind | None:
        """What a verb around the sum does: "blir 2 mill. kroner stilte til rådvelde"."""
        if not moves_.AROUND_BEFORE.search(self.text[: money.start]):
            return None
        verbs = ((kind, verb.match(self.text, money.end)) for kind, verb in moves_.AROUND.items())
        return next((kind for kind, found in verbs if found is not None), None)

    def _moves_in_pairs(self) -> bool:
        """True for "reduseres på post 45 og økes på post 70 med henholdsvis 2 og 8 mill."."""
        return (
            len(self._moves) == len(self.sums) > 1
            and self._moves[-1].end() < self.sums[0].start
            and self._pairs is not None
        )

    # Transfers

    def _transfer(self) -> FinancingLine | None:
        """A sum taken from one post to another: "overføres 4 mill. fra kap. 1 til kap. 2"."""
        if len(self.sums) != 1 or not self.posts or self._is_past():
            return None
        verb = words_.TRANSFERS.search(self.text)
        lead = self.text[: self.sums[0].start]
        if verb is None or self._is_part(self.sums[0], lead) or self._was_moved():
            return None
        if verb["noun"] is None and words_.STEPS_BY.search(lead):
            return None
        source, target = self._side(words_.FROM_SIDE), self._side(words_.TO_SIDE)
        here = (self.context.chapter, self.context.post)
        # "2 mill. kroner overføres til kap. 291, post 01", under the heading of another post
        from_here = source is None and here[1] is not None and target not in (None, here)
        if verb["moves"] is None and (target is None or (source is None and not from_here)):
            return None
        if from_here:
            source = here
        if source is None or source == target:
            return None
        if target is not None and target == here != source:
            return self._moved("increase", target, source)
        return self._moved("decrease", source, target)

    def transfers(self) -> bool:
        """True for a clause that moves one sum from a post that it names to another."""
        return (
            len(self.sums) == 1
            and words_.TRANSFERS.search(self.text) is not None
            and all(
                any(side.search(self.text[: post.start]) for post in self.posts)
                for side in (words_.FROM_SIDE, words_.TO_SIDE)
            )
        )

    def _was_moved(self) -> bool:
        """True for what was moved before: last year, or in the budget that a base letter gives."""
        moved = words_.MOVED_BEFORE.search(self.text)
        if moved is None:
            return False
        return not self.context.in_addendum or (
            moved["is"].lower() not in ("er", "har") and not words_.DECIDED.search(self.text)
        )

    def _moved(self, kind: moves_.Move, own: Post, other: Post | None) -> FinancingLine:
        counter_chapter, counter_post = other or (None, None)
        return self._line(
            kind,
            amount=self.sums[0].kroner,
            chapter=own[0],
            post=own[1],
            counter_chapter=counter_chapter,
            counter_post=counter_post,
        )

    def _side(self, preposition: re.Pattern[str]) -> Post | None:
        """The post that money goes from or to: the first with that word before it."""
        for post in self.posts:
            if preposition.search(self.text[: post.start]):
                return self._with_chapter(post, self.posts)
        here = words_.TO_HERE if preposition is words_.TO_SIDE else words_.FROM_HERE
        if here.search(self.text):
            return self.context.chapter, self.context.post
        this = words_.THIS_POST.search(self.text)
        if this is not None and preposition.search(self.text[: this.start()]):
            return self.context.chapter, self.context.post
        return None

    # Corrections

    def _correction(self) -> FinancingLine | None:
        """What "ble tildelt 9,5 mill. kroner. Korrekt tildeling skulle vært 23 mill." says."""
        given = self._given_before()
        correct = words_.CORRECT_SUM.search(self.text) or self._instead()
        if correct is None and given is not None:
            correct = words_.RIGHT_SUM.search(self.text)
        if correct is None:
            return None
        right = [money for money in self.sums if money.start >= correct.start()]
        wrong = [money for money in self.sums if money.end <= correct.start()]
        if not wrong and given is not None:
            wrong = list(self.reading.money(given))
        if not right:
            return None
        if (
            not wrong
            and len(right) > 1
            and words_.AND_NOT.fullmatch(self.text, right[0].end, right[1].start)
        ):
            wrong = right[1:2]
        posts = self.posts or (self.reading.posts(given)[-1:] if given is not None else ())
        chapter, post = self._post_for(right[0], posts)
        if post is None and given is not None:
            # "I tillegg nr. 1 oppga vi 11 mill. kroner på denne posten."
            is_same = words_.THIS_POST.search(self.reading.words(given)) is not None
            chapter, post = self.said.post if is_same else (chapter, post)
        return self._line(
            "correction",
            amount=right[0].kroner,
            chapter=chapter,
            post=post,
            replaces=wrong[-1].kroner if wrong else None,
        )

    def _instead(self) -> re.Match[str] | None:
        """Where "ved en feil ble det gitt 9,5 mill. kroner i stedet for 23 mill." turns right."""
        return words_.INSTEAD.search(self.text) if words_.IN_ERROR.search(self.text) else None

    def _given_before(self) -> Span | None:
        """The sentence, of the two before this one, that says what was granted earlier."""
        for before in reversed(self.said.before[-2:]):
            told = words_.GRANTED_BEFORE.search(self.reading.words(before))
            if told is not None and self.reading.money(before):
                return before
        return None
