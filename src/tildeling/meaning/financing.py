"""Sentences about money to financing lines (finansiering): what a sum does, and to which post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.any_case import AnyCase
from tildeling.find.money import Money
from tildeling.find.patterns import has_any
from tildeling.letter import FinancingKind, FinancingLine
from tildeling.meaning import financing_words as words_
from tildeling.meaning import move_words as moves_
from tildeling.meaning import sum_part_words as part_words_
from tildeling.meaning import voted_words as voted_
from tildeling.meaning.money_parts import PartedSentence
from tildeling.meaning.money_sentence import Context, Post, Said, Sum
from tildeling.meaning.payers import PAID_WITHIN, PAYER_MARKS, WITHIN, Sentence, payer, pays_sum
from tildeling.meaning.reading import Reading
from tildeling.scope.words import MONEY_AGAIN
from tildeling.text.blocks import Span


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines read from some text, and the sum that the text leaves to be split by a list."""

    lines: tuple[FinancingLine, ...]
    pending: Sum | None = None
    opened: FinancingKind | None = None
    """What the text does to each sum of the list under it, where it splits none."""
    opened_at: Post = (None, None)
    """The post that it names for the list."""


_NO_LINES = Lines(())
# Says of a sum that it is a step and no line.
_STEP = FinancingLine(kind="total", text="")


def lines_in_text(
    reading: Reading,
    span: Span,
    context: Context,
    *,
    labelled: bool = False,
    of_assignment: bool = False,
) -> Lines:
    """The financing lines in a paragraph.

    `labelled` says that it stands under the label "Finansiering", where also a pointer to another
    section is a line; there and in an assignment's own text, whose budget pays is one too.
    """
    lines: list[FinancingLine] = []
    pending: Sum | None = None
    opened: FinancingKind | None = None
    opened_at: Post = (None, None)
    if not (labelled or speaks_of_money(reading, span)):
        return _NO_LINES
    said = Said()
    for start, end in reading.sentences(span):
        place = Span(span.start + start, span.start + end)
        sentence = _Sentence(reading, place, context, said, of_assignment or labelled)
        found = list(sentence.lines(labelled))
        if found and found[0].kind == "correction":
            # "I tildelingsbrevet er løyvinga 14 mill. kroner. Rett beløp er 41 mill. kroner."
            lines = [line for line in lines if line.amount != found[0].replaces]
        is_pointer = labelled and len(found) == 1 and found[0].kind == "see_section"
        if is_pointer and lines and lines[-1].amount is not None:
            lines[-1] = _with_reference(lines[-1], found[0])
            found = []
        paid = all(line.kind == "within_budget" for line in found)
        if paid and (post := sentence.post_of_money_before()) is not None:
            # "Det stilles 2 mill. kroner til disposisjon. Midlene belastes kap. 290, post 21."
            without = [line for line in lines if line.amount is not None and line.post is None]
            lines = [_at_post(line, post) for line in lines]
            found = found if not without else []
        if not found and lines and (other := sentence.other_side_of(lines[-1])) is not None:
            lines[-1] = _against(lines[-1], other, sentence)
        if said.voted is not None and sentence.is_of_others_money(found):
            lines = [line for line in lines if line is not said.voted]
        lines.extend(found)
        sentence.remember(found)
        opens = sentence.opens_list()
        pending = sentence.left_to_split(found) if opens else None
        opened = sentence.done_to_list() if opens and pending is None else None
        opened_at = sentence.post_of_list() if opened is not None else (None, None)
    return Lines(tuple(lines), pending, opened, opened_at)


def speaks_of_money(reading: Reading, span: Span) -> bool:
    """True where a text names a sum, opens a list that may split one, or may say whose money pays.

    Most text does none of these.
    """
    words = reading.small(span)
    return bool(reading.money(span)) or words.rstrip().endswith(":") or has_any(words, PAYER_MARKS)


def _with_reference(line: FinancingLine, pointer: FinancingLine) -> FinancingLine:
    """A grant that the next sentence points from: "Se også punkt 5.1."."""
    return line.model_copy(
        update={
            "section_reference": pointer.section_reference,
            "text": f"{line.text} {pointer.text}",
            "evidence": line.evidence + pointer.evidence,
        }
    )


def _at_post(line: FinancingLine, post: Post) -> FinancingLine:
    """A line whose post the next sentence names: "Tilskuddet er bevilget under kap. 334"."""
    if line.chapter is not None or line.post is not None:
        return line
    return line.model_copy(update={"chapter": post[0], "post": post[1]})


def _against(line: FinancingLine, other: Post, sentence: _Sentence) -> FinancingLine:
    """A change whose other side the next sentence names: "Økningen dekkes inn under post 01"."""
    return line.model_copy(
        update={
            "counter_chapter": other[0],
            "counter_post": other[1],
            "text": f"{line.text} {sentence.text}",
            "evidence": line.evidence + sentence.evidence,
        }
    )


class _Sentence(PartedSentence):
    """What a sentence states."""

    # What the sentence states

    def lines(self, labelled: bool) -> Iterator[FinancingLine]:
        """The lines that the sentence states: one a sum, or one without any."""
        if (clauses := self._clauses()) is not None:
            whole = {"text": self.text, "evidence": self.evidence}
            for clause in clauses:
                found = list(clause.lines(labelled))
                clause.remember_money(found)
                yield from (line.model_copy(update=whole) for line in found)
            return
        if not self.sums:
            yield from self._without_sum(labelled)
            return
        correction = self._correction()
        if correction is not None:
            yield correction
        elif self._gives_nothing():
            return
        elif (transfer := self._transfer()) is not None:
            yield transfer
        else:
            yield from self._given(labelled)

    def _given(self, labelled: bool) -> list[FinancingLine]:
        """The lines of its sums, by whose money pays."""
        stated = list(self._stated(labelled))
        if any(line.kind == "grant" for line in stated) and pays_sum(self._for_payer(labelled)):
            stated = [_of_other_budget(line) for line in stated]
        is_own = self.of_assignment and not any(line.post for line in stated)
        is_paid = self._is_paid(PAID_WITHIN)
        if is_paid or (is_own and self._is_paid(WITHIN)):
            # "Kostnadene, anslått til 3 mill. kroner, dekkes innenfor gjeldende ramme"
            own = list(self._without_sum(labelled))
            stated = own or [line for line in stated if not is_paid or line.kind != "grant"]
        return stated

    def _clauses(self) -> tuple[_Sentence, _Sentence] | None:
        """The two clauses of a sentence of which one moves a sum between posts of its own."""
        if len(self.sums) < 2 or len(self.posts) < 2 or not words_.TRANSFERS.search(self.text):
            return None
        for turn in words_.CLAUSE.finditer(self.text):
            before = self._clause(self.span.start, self.span.start + turn.start())
            after = self._clause(self.span.start + turn.end(), self.span.end)
            if (before.sums and after.transfers()) or (before.transfers() and after.sums):
                return before, after
        return None

    def _clause(self, start: int, end: int) -> _Sentence:
        place = Span(start, end)
        return _Sentence(self.reading, place, self.context, self.said, self.of_assignment)

    def _without_sum(self, labelled: bool) -> Iterator[FinancingLine]:
        """Whose budget pays, or that what was voted is made available."""
        section = self._section
        kind = payer(self._for_payer(labelled))
        if kind is None:
            yield from self._made_available()
            return
        chapter, post = self._post_for_all() if self.posts else (None, None)
        if kind == "within_budget" and not (self.posts or labelled or self.of_assignment):
            chapter, post = self._post_in_force()
            if post is None:
                return
        reference = None if kind == "other_budget" else section
        yield self._line(kind, chapter=chapter, post=post, section_reference=reference)

    def _is_paid(self, within: re.Pattern[str] | AnyCase) -> bool:
        """True where the recipient's own budget pays the sum, and not what is left of the cost."""
        found = within.search(self.text)
        if found is None:
            return False
        return words_.CLAUSE.search(self.text, self.sums[-1].end, found.start()) is None

    def _for_payer(self, labelled: bool) -> Sentence:
        return Sentence(
            self.text,
            self.context.agency,
            labelled=labelled,
            of_assignment=self.of_assignment,
            sender=self.context.sender,
            has_post=bool(self.posts),
            has_section=self._section is not None,
        )

    def _gives_nothing(self) -> bool:
        """True for authorisations, payments, what comes later, what a purpose comes to in all."""
        if any(pattern.search(self.text) for pattern in words_.GIVES_NOTHING):
            return True
        is_payment = words_.PAID_OUT.search(self.text) is not None
        return is_payment and not (self._moves_grant() or self._is_granted_first())

    def _is_granted_first(self) -> bool:
        """True for "Departementet tildeler 3 mill. kroner, som utbetales i mars"."""
        pays = words_.PAYS.search(self.text)
        if not self.sums or pays is None or self.sums[-1].end > pays.start():
            return False
        gives = self._verbs.search(self.text[: self.sums[0].start])
        return gives is not None and moves_.move_of(gives) == "grant"

    def _moves_grant(self) -> bool:
        """True where a grant is raised or lowered, whatever time the reason speaks of."""
        if not self.sums:
            return False
        lead = self.text[: self.sums[0].start]
        if words_.OF_GRANT.search(lead) is None:
            return False
        moved = self._verbs.search(lead)
        return moved is not None and moves_.move_of(moved) in ("increase", "decrease")

    def _stated(self, labelled: bool) -> Iterator[FinancingLine]:
        opens = labelled and self._opens_with_sum()
        found: list[FinancingLine] = []
        for at, money in enumerate(self.sums):
            line = self._line_of(at, money, found)
            if line is None and opens and not self._moves:
                line = self._sum("grant", at)
            if line is not None:
                found.append(line)
        yield from self._added_up(self._split_up(found))

    def _opens_with_sum(self) -> bool:
        """True where only a post stands before the first sum: "Kap. 290, post 21: 2 mill."."""
        lead = self.text[: self.sums[0].start]
        for post in reversed(self.posts):
            if post.end <= len(lead):
                lead = lead[: post.start] + lead[post.end :]
        return words_.OPENS_WITH_SUM.fullmatch(lead.strip(" ,.:–-")) is not None

    def _line_of(
        self, at: int, money: Money, found: Sequence[FinancingLine]
    ) -> FinancingLine | None:
        """The line that one of the sums is, if any."""
        lead = self.text[: money.start]
        if self._divided is not None:
            return self._share_of(self._divided, at)
        if (own := self._own_of_several) is not None:
            return self._share_of(self._whole_of_several, at) if at == own else None
        if (change := self._than_before(money)) is not None:
            return self._sum(change, at)
        if self._is_beside(money, lead) or self._is_of_range(at) or self._is_of_chapter():
            return None
        if self._goes_to_another(at):
            return None
        if self._is_part(money, lead) or self._goes_on(at):
            return self._part(at, found)
        if (step := self._step(at)) is not None:
            return step if step is not _STEP else None
        kind = self._kind(at)
        if kind is None and self._is_to_split(at):
            kind = "grant"
        if kind is None:
            return self._without_verb(at, lead, found)
        if kind == "grant" and not self.of_assignment and words_.COST_IS.search(lead):
            return None
        if kind == "grant" and (income := self._income(at, lead)) is not None:
            return income
        if kind == "grant" and (self.is_for_another or self._is_of_year_to_come(money)):
            return None
        if kind in ("increase", "decrease"):
            if words_.STEPS_FROM.search(lead) or self._is_against_last_year():
                return None
            if self._is_told_change(money):
                return None
            if words_.MOVED_TO.search(lead):
                kind = "total"
        return self._sum(kind, at)

    def _without_verb(
        self, at: int, lead: str, found: Sequence[FinancingLine]
    ) -> FinancingLine | None:
        """The line of a sum that no verb gives: what an income or a post is, what a part is for."""
        return (
            self._income(at, lead)
            or self._own_share(at, lead)
            or self._voted(at, lead, found)
            or self._set_aside(at)
            or self._paid_over(at)
            or self._listed(at)
            or self._labelled_change(at)
        )

    def _listed(self, at: int) -> FinancingLine | None:
        """The sum of an item, by the sentence over its list: "Følgende bevilgninger økes:"."""
        if at or self.context.opened is None:
            return None
        line = self._sum(self.context.opened, at)
        if line.post is None and not self.posts:
            chapter, post = self.context.opened_at
            line = line.model_copy(update={"chapter": chapter, "post": post})
        return line if line.post is not None and line.chapter is not None else None

    # Sums that are none of the letter's own

    def _is_beside(self, money: Money, lead: str) -> bool:
        """True for what a sum is compared with, in brackets, or a rate: "2 mill. lavere"."""
        return (
            words_.BESIDE.search(lead) is not None
            or self._is_compared(money)
            or part_words_.OF_SUM.search(lead) is not None
            or words_.BOUND.search(lead) is not None
            or _in_brackets(self.text, money)
        )

    def _is_compared(self, money: Money) -> bool:
        """True for "2 mill. kroner mer", unless an addendum gives that much more or less."""
        is_compared = words_.COMPARED.match(self.text, money.end) is not None
        return is_compared and self._extra(money) is None

    def _is_of_year_to_come(self, money: Money) -> bool:
        """True for "til disposisjon i 2027", and "4 mill. kroner i 2027", in a letter for 2026.

        An assignment over several years is given the money of all that its sentence names.
        """
        if self.context.year is None:
            return False
        own = words_.IN_YEAR.match(self.text, money.end)
        if own is not None and not self.of_assignment:
            return int(own["year"]) > self.context.year
        years = {int(of["year"]) for of in words_.OF_YEAR.finditer(self.text)}
        years.update({int(own["year"])} if own is not None else ())
        return min(years, default=0) > self.context.year

    def _is_of_chapter(self) -> bool:
        """True for what all posts of a chapter come to: "Samla blir det stilt 784 mill."."""
        if not self.posts or any(post.post is not None for post in self.posts):
            return False
        chapters = {self.context.chapter, *(chapter for chapter, _ in self.context.granted)}
        is_known = all(post.chapter in chapters for post in self.posts)
        return is_known and words_.SUMMED.match(self.text) is not None

    def _is_of_range(self, at: int) -> bool:
        """True for either end of "mellom 5 og 10 mill." and "5–10 mill."."""
        return any(
            0 <= first < len(self.sums) - 1 and is_range(self.text, *self.sums[first : first + 2])
            for first in (at - 1, at)
        )

    def _is_to_split(self, at: int) -> bool:
        """True for the sum that the list under the sentence splits: "5 mill. fordeles slik:"."""
        is_last = at == len(self.sums) - 1
        if not is_last or part_words_.SPLITS.search(self.text) is None:
            return False
        return part_words_.IS_SPLIT.search(self.text) is not None or not self._is_past()

    # Steps

    def _step(self, at: int) -> FinancingLine | None:
        """What "fra A til B" says: nothing of A, and B in A's place where no change is named.

        `_STEP` says that the sum is a step and no line.
        """
        if self._steps_on(at):
            return _STEP
        if at and self._steps_on(at - 1):
            others = (*self._before_of_same_post(at - 1), *self._of_same_post(at))
            changed = any(words_.STEPS_BY.search(self.text[: m.start]) for m in others)
            if changed or not self._is_moved():
                return _STEP
            kind: FinancingKind = "correction" if words_.PUTS_RIGHT.search(self.text) else "total"
            return self._sum(kind, at).model_copy(update={"replaces": self.sums[at - 1].kroner})
        is_now = words_.IS_NOW.search(self.text[: self.sums[at].start]) is not None
        if at and (is_now or (self._follows(at - 1) and self._is_by(at - 1))):
            return _STEP
        return None

    def _before_of_same_post(self, at: int) -> Iterator[Money]:
        """The sums before one since its post was named."""
        starts = [post.start for post in self.posts if post.start < self.sums[at].start]
        yield from (m for m in self.sums[:at] if m.start > max(starts, default=0))

    def _of_same_post(self, at: int) -> Iterator[Money]:
        """The sums after one before another post is named."""
        ends = [post.start for post in self.posts if post.start >= self.sums[at].end]
        yield from (m for m in self.sums[at + 1 :] if m.end <= min(ends, default=len(self.text)))

    def _steps_on(self, at: int) -> bool:
        """True for A in "fra A til B"."""
        return words_.STEPS_FROM.search(self.text[: self.sums[at].start]) is not None and (
            at + 1 < len(self.sums) and self._follows(at)
        )

    def _follows(self, at: int) -> bool:
        """True where "til" alone parts a sum from the next."""
        between = self.text[self.sums[at].end : self.sums[at + 1].start]
        return words_.STEPS_TO.fullmatch(f"{between.rstrip()} ") is not None

    def _is_by(self, at: int) -> bool:
        return words_.STEPS_BY.search(self.text[: self.sums[at].start]) is not None

    def _is_moved(self) -> bool:
        """True where the sentence changes a grant now."""
        moved = self._moves or words_.GOES.search(self.text) or words_.PUTS_RIGHT.search(self.text)
        return bool(moved) and not self._is_past()

    def _paid_over(self, at: int) -> FinancingLine | None:
        """What is said without a verb: "2 mill. kroner til arbeidet over kap. 290, post 21".

        So in an assignment, and after "I tillegg kommer".
        """
        over = words_.OVER_POST.match(self.text, self.sums[at].end)
        comes = self.of_assignment or words_.COMES_TOO.search(self.text[: self.sums[at].start])
        if not comes or over is None or words_.TOLD.search(self.text):
            return None
        return None if self.is_for_another else self._sum("grant", at)

    # What is left for the next sentence, and for a list

    def remember(self, found: Sequence[FinancingLine]) -> None:
        """Notes what the sentence says for the ones after it."""
        self.said.before.append(self.span)
        self.remember_money(found)

    def remember_money(self, found: Sequence[FinancingLine]) -> None:
        """Notes the posts and sums that it named last."""
        if found and self.sums and not self.context.in_addendum:
            is_voted = self._holds(self.text[: self.sums[0].start])
            self.said.voted = found[-1] if is_voted else None
        own, _ = self._sides
        named = [post for post in own if not self._only_mentioned(post)]
        if named:
            self.said.post = self._with_chapter(named[-1], named)
            if named[0].start == 0 and len(named) == 1:
                self.said.subject = self.said.post
        if (whole := _last_whole(found)) is not None:
            self.said.whole = _on_other_side(found[-1]) or whole
            self.said.change = _change_by(found[-1])
        elif len(self.sums) == 1 and not found and self._is_said_of_post():
            post = self._post_for(self.sums[0], self.posts)
            self.said.whole = Sum(self.sums[0].kroner, "grant", *post)
            self.said.is_of_several = self._is_of_several()
        shares = [line for line in found if line.part_of is not None and line.kind == "grant"]
        if len(shares) == 1 and self._names_recipient():
            share = shares[0]
            self.said.share = Sum(share.amount or 0, "grant", share.chapter, share.post)

    def _is_said_of_post(self) -> bool:
        """True for what was voted, or what a post is: "Løyvinga er på 6 mill. kroner"."""
        lead = self.text[: self.sums[0].start]
        said = (voted_.VOTED.search(self.text), voted_.SHARED.search(self.text))
        return any(said) or self._is_of_several() or voted_.IS_SUM.search(lead) is not None

    def post_of_money_before(self) -> Post | None:
        """The post that the money of the sentence before stands on."""
        if self.sums or len(self.posts) != 1 or not MONEY_AGAIN.match(self.text):
            return None
        (post,) = self.posts
        if post.chapter is None or post.post is None or self._only_mentioned(post):
            return None
        return post.chapter, post.post

    def other_side_of(self, line: FinancingLine) -> Post | None:
        """The other side of a change just read, where this sentence names it and no sum."""
        is_change = line.kind in ("increase", "decrease") and line.counter_chapter is None
        if self.sums or len(self.posts) != 1 or not is_change:
            return None
        if not words_.COUNTER_AGAIN.match(self.text):
            return None
        other = self._with_chapter(self.posts[0], self.posts)
        return other if other[1] is not None and other != (line.chapter, line.post) else None

    def is_of_others_money(self, found: Sequence[FinancingLine]) -> bool:
        """True where it gives the recipient a share of what was voted, or says who else has it."""
        voted = self.said.voted
        if voted is None:
            return False
        if not self.sums:
            return voted_.IT_AGAIN.match(self.text) is not None and self.is_for_another
        is_share = bool(found) and all(line.part_of == voted.amount for line in found)
        is_only = is_share and len(found) == 1 and self._names_recipient()
        return is_only and not voted_.THE_REST.search(self.text)

    def opens_list(self) -> bool:
        """True for "fordeles slik:", and for a sum before a list's "hvorav"."""
        return self.text.endswith(":") or self._ends_in_which()

    def _ends_in_which(self) -> bool:
        end = len(self.text) - part_words_.LONGEST_WHICH
        return part_words_.WHICH_AT_END.search(self.text, end) is not None

    def done_to_list(self) -> FinancingKind | None:
        """What it does to each sum of the list that it opens, which names none itself."""
        if self.sums:
            return None
        if self._gives_nothing() or self._is_past():
            return None
        kinds = {moves_.move_of(move) for move in self._moves}
        if not kinds:
            # "Midlene skal fordeles til følgende mottakere:", where nothing says the whole.
            is_shared = part_words_.SHARES_MONEY.match(self.text) and not self.context.in_addendum
            return "grant" if is_shared and not words_.PAYS_OUT.search(self.text) else None
        if words_.PAYS_OUT.search(self.text) or self.is_for_another:
            return None
        return kinds.pop() if len(kinds) == 1 else None

    def post_of_list(self) -> Post:
        """The post that it names for the items of its list: "Følgende stilles på post 21:"."""
        named = [post for post in self._own_posts() if post.post is not None]
        return self._with_chapter(named[0], named) if len(named) == 1 else (None, None)

    def left_to_split(self, found: Sequence[FinancingLine]) -> Sum | None:
        """The sum that the list under the sentence splits: its own, or the post's in a table."""
        if (whole := _last_whole(found)) is not None:
            return whole
        is_split = part_words_.SPLITS.search(self.text) or self._ends_in_which()
        if not is_split or words_.PAYS_OUT.search(self.text):
            return None
        post = self._post_in_force() if not self.posts else self._post_for_all()
        if not self.sums and (whole := self.said.whole) is not None:
            of_whole = whole.chapter, whole.post
            if not self.posts or of_whole == post:
                share = self.said.share
                is_of_share = share is not None and (share.chapter, share.post) == of_whole
                return share if is_of_share else whole
        if self.sums and self._is_past() and self._of_other_year(self.text):
            return None  # "Løyvinga på 9 mill. kroner vart i 2025 fordelt slik:"
        if self.sums:
            return Sum(self.sums[-1].kroner, "grant", *post)
        return self._in_table(post)


def _of_other_budget(line: FinancingLine) -> FinancingLine:
    """A sum that another body pays."""
    return line.model_copy(update={"kind": "other_budget"}) if line.kind == "grant" else line


def is_range(text: str, first: Money, second: Money) -> bool:
    """True for "mellom 5 og 10 mill. kroner" and "5–10 mill. kroner": no one sum is named.

    >>> from tildeling.find.money import find_money
    >>> text = "Det stilles mellom 5 og 10 mill. kroner til disposisjon"
    >>> is_range(text, *find_money(text))
    True
    """
    between = text[first.end : second.start].strip()
    if between in ("-", "–", "—", "−"):
        return first.kroner < second.kroner
    return between == "og" and words_.BETWEEN.search(text[: first.start]) is not None


def _on_other_side(line: FinancingLine) -> Sum | None:
    """What is moved as the post that gets it has it: "av dette går" says what it is for."""
    if line.kind != "decrease" or line.amount is None or line.counter_post is None:
        return None
    return Sum(line.amount, "increase", line.counter_chapter, line.counter_post)


def _change_by(line: FinancingLine) -> Sum | None:
    """What a total is more or less than the one it replaces: "økes fra 18 til 21,5 mill."."""
    if line.kind != "total" or line.replaces is None or line.amount is None:
        return None
    change = line.amount - line.replaces
    return Sum(abs(change), "increase" if change > 0 else "decrease", line.chapter, line.post)


def _last_whole(lines: Sequence[FinancingLine]) -> Sum | None:
    """The sum of the last line that is no part of another."""
    for line in reversed(lines):
        if line.amount is not None and line.part_of is None:
            return Sum(line.amount, line.kind, line.chapter, line.post)
    return None


def _in_brackets(text: str, money: Money) -> bool:
    """True where a sum stands in brackets of its own: "(2,974 mill. kroner)"."""
    opened = text.rfind("(", 0, money.start)
    return opened >= 0 and ")" not in text[opened : money.start] and ")" in text[money.end :]
