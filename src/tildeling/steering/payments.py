"""A letter's payments of a grant (utbetalinger): in lists, tables and running text.

What the ministry pays to the recipient, or for it to another, is a payment for each day or period.
What the recipient pays out, pays in or pays back is none, nor what is paid when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from tildeling.find.dates import DateExpression
from tildeling.find.patterns import has_any
from tildeling.find.units import find_units
from tildeling.letter import Evidence, Payment
from tildeling.scope.headings import looks_like_heading
from tildeling.steering import payment_words as words_
from tildeling.steering.letter_body import LetterBody
from tildeling.steering.payment_posts import NONE, PaymentPosts, Post
from tildeling.steering.payment_sentences import (
    Instalment,
    bare_sum,
    clauses_of,
    count_in,
    exact,
    instalments_in,
    part_of,
    shares_in,
    times_in,
)
from tildeling.steering.payment_tables import PlanTable
from tildeling.tabular.column_words import begins_sum
from tildeling.text.blocks import Block, Paragraph, Row, Span, Table, paragraphs_of

# Characters; an instalment in a list is no longer.
LONGEST_ITEM = 240
# Characters of a line that says the unit and no more: "(beløp i hele 1 000 kroner)".
LONGEST_UNIT = 60
MONTHS, QUARTERS = 12, 4


def read_payments(body: LetterBody) -> tuple[Payment, ...]:
    """The letter's payments of a grant (utbetalinger), in reading order."""
    small = body.reading.laid.text.found.small
    if not has_any(small, words_.MARKS) and not has_any(small, words_.OTHER_MARKS):
        return ()
    return _distinct(_Plans(body).payments())


def _may_pay(small: str) -> bool:
    """Whether words in small letters may speak of payments."""
    return has_any(small, words_.MARKS) or (
        has_any(small, words_.OTHER_MARKS) and has_any(small, words_.PART_MARKS)
    )


class _Plans:
    """The plans of payment in one letter."""

    def __init__(self, body: LetterBody) -> None:
        self._body = body
        self._reading = body.reading
        self._posts = PaymentPosts(body)
        self._year = body.letter.budget_year
        if self._year is None and body.letter.date is not None:
            self._year = body.letter.date.year
        self._taken: set[int] = set()
        """Positions of blocks that a plan before them has read."""

    def payments(self) -> Iterator[Payment]:
        for at in self._asked():
            if at in self._taken:
                continue
            block = self._body.blocks[at]
            if isinstance(block, Table):
                yield from self._in_table(block)
            else:
                yield from self._in_paragraph(at, block)

    def _asked(self) -> list[int]:
        """The positions of the blocks that may speak of payments, or are headed so."""
        blocks = self._body.blocks
        signed = self._body.with_signs(words_.SIGNS)
        headed = [at for at, block in enumerate(blocks) if self._is_headed(block)]
        saying = [at for at in signed if _may_pay(self._reading.small(blocks[at]))]
        return sorted({*saying, *headed})

    def _in_paragraph(self, at: int, block: Paragraph) -> Iterator[Payment]:
        words = self._reading.words(block)
        if looks_like_heading(self._reading.laid, block):
            if words_.HEADS_PLAN.search(words):
                yield from self._under(at, block, block)
            return
        yield from self._in_sentences(block, block)
        start, end = self._reading.sentences(block)[-1]
        last = Span(block.start + start, block.start + end)
        following = self._body.blocks[at + 1] if at + 1 < len(self._body.blocks) else None
        opens = isinstance(following, Table) or words_.OPENS_PLAN.search(self._reading.words(last))
        if opens and self._verb(last) is not None:
            yield from self._under(at, last, block)

    # ---- running text

    def _in_sentences(self, span: Span, block: Block, row: Row | None = None) -> Iterator[Payment]:
        in_parts = False
        paid: int | None = None
        for start, end in self._reading.sentences(span):
            sentence = Span(span.start + start, span.start + end)
            text = self._reading.words(sentence)
            verb = self._verb(sentence)
            if verb is None and in_parts and words_.INSTALMENT.search(text):
                verb = 0
            if verb is None:
                continue
            in_parts = in_parts or words_.IN_PARTS.search(text) is not None
            own = self._posts.of(sentence, block) if row is None else self._post_of_row(row)
            whole = self._whole(Span(span.start, sentence.start), own)
            said: list[Payment] = []
            for first, last in clauses_of(text):
                clause = Span(sentence.start + first, sentence.start + last)
                for one in self._said(clause, verb, whole, paid):
                    place = self._post_before(sentence, first + one.at, own)
                    said.append(self._payment(one, place, [sentence]))
                    paid = None if one.amount is None else (paid or 0) + one.amount
                verb = 0
            yield from self._placed(said)

    def _verb(self, sentence: Span) -> int | None:
        """Where a sentence says that the ministry pays; None where it does not."""
        text = self._reading.words(sentence)
        if words_.NOT_PAID.search(text):
            return None
        headed = self._is_headed(sentence)
        found = words_.PAYS.search(text)
        in_parts = words_.IN_PARTS.search(text) is not None
        if found is None and in_parts:
            found = words_.SHALL_PAY.search(text)
        if found is None and (in_parts or headed):
            found = words_.GOES.search(text)
        if found is None or words_.PAID_BY_OTHERS.search(text):
            return None
        if self._body.assignment(sentence.start) is not None:
            return None
        return found.start() if headed or words_.MONEY.search(text) else None

    def _said(
        self, clause: Span, verb: int, whole: int | None, paid: int | None
    ) -> Sequence[Instalment]:
        text = self._reading.words(clause)
        money = self._reading.money(clause)
        if words_.ON_REQUEST.search(text) and words_.INSTALMENT.search(text) is None:
            return []
        dates = times_in(text, self._reading.dates(clause), self._year, verb)
        if dates:
            return instalments_in(text, dates, money, whole, paid)
        recurring = self._recurring(text, money[0].kroner if len(money) == 1 else whole)
        if recurring:
            return recurring
        is_one = words_.INSTALMENT.search(text) is not None or self._is_headed(clause)
        if len(money) == 1 and is_one and words_.CONDITION.search(text):
            return [Instalment(None, exact(text, money[0]))]
        return []

    def _recurring(self, text: str, whole: int | None) -> list[Instalment]:
        """A twelfth each month, a fourth each quarter.

        Months that neither a sum nor a day is known of are no plan: "med ein tolvdel kvar månad".
        """
        if self._body.letter.kind != "base" or self._year is None:
            return []
        if words_.TWELFTHS.search(text):
            day = words_.DAY_OF_MONTH.search(text)
            amount = part_of(whole, Fraction(1, MONTHS))
            if amount is None and day is None:
                return []
            return [
                Instalment(
                    DateExpression(
                        0,
                        0,
                        "",
                        "day" if day else "month",
                        day=int(day["day"]) if day else None,
                        month=month,
                    ),
                    amount,
                )
                for month in range(1, MONTHS + 1)
            ]
        if words_.QUARTERLY.search(text) and words_.QUARTERS.search(text):
            if words_.VAGUE_IN_QUARTER.search(text):
                return []
            amount = part_of(whole, Fraction(1, QUARTERS))
            return [
                Instalment(DateExpression(0, 0, "", "quarter", number=number), amount)
                for number in range(1, QUARTERS + 1)
            ]
        return []

    def _whole(self, before: Span, post: Post) -> int | None:
        """The sum that is paid in parts: the only one said before, or what the post is granted."""
        money = self._reading.money(before) if before.start < before.end else ()
        if money:
            return money[0].kroner if len(money) == 1 else None
        return self._posts.sum_of(post) if post[1] is not None else None

    def _post_before(self, sentence: Span, at: int, own: Post) -> Post:
        """The post that a sentence of several names before a time: "for post 63 i august"."""
        posts = self._reading.posts(sentence)
        if len(posts) < 2 or own[1] is not None:
            return own
        before = [post for post in posts if post.end <= at]
        after = [post for post in posts if post.start > at]
        if not before or (not after and len(before) > 1):
            return own
        return self._posts.with_chapter(
            self._posts.named(before[-1:], sentence.start), sentence.start
        )

    # ---- lists and tables

    def _under(self, at: int, opening: Span, block: Block) -> Iterator[Payment]:
        """What stands under the words that open a plan."""
        blocks = self._body.blocks
        first = at + 1
        over: list[Span] = [opening]
        if first < len(blocks) and self._is_unit(blocks[first]):
            over.append(blocks[first])
            first += 1
        if first >= len(blocks):
            return
        post = self._posts.of(opening, block)
        whole = self._whole(Span(block.start, block.end), post)
        following = blocks[first]
        if isinstance(following, Table):
            payments = self._of_table(following, over, post, whole)
            if payments:
                self._taken.add(first)
                yield from self._filled(payments, opening, whole)
            return
        units = [
            u.unit for span in over for u in find_units(self._reading.words(span), heading=True)
        ]
        items: list[Payment] = []
        for position in range(first, len(blocks)):
            found = self._of_item(blocks[position], post, whole, units[0] if units else 1)
            if not found:
                break
            self._taken.add(position)
            items.extend(found)
        yield from self._filled(items, opening, whole)

    def _filled(
        self, payments: list[Payment], opening: Span, whole: int | None
    ) -> Iterator[Payment]:
        """Each with its sum where only what leads to the plan tells: "i fire like deler:"."""
        text = self._reading.words(opening)
        if payments and not any(payment.amount for payment in payments):
            each = None
            if words_.EQUAL.search(text):
                count = count_in(text) or len(payments)
                each = part_of(whole, Fraction(1, count)) if count == len(payments) else None
                money = self._reading.money(opening)
                if len(money) == 1 and words_.EACH.search(text[: money[0].start]):
                    each = money[0].kroner
            payments = [payment.model_copy(update={"amount": each}) for payment in payments]
        yield from self._placed(payments)

    def _placed(self, payments: list[Payment]) -> list[Payment]:
        """Those of one plan; where no post is named, the one that is granted just their sum."""
        if any(payment.post is not None or payment.amount is None for payment in payments):
            return payments
        post = self._posts.with_sum(sum(payment.amount or 0 for payment in payments))
        if post is None:
            return payments
        return [
            payment.model_copy(update={"chapter": post[0], "post": post[1]}) for payment in payments
        ]

    def _of_item(self, block: Block, post: Post, whole: int | None, unit: int) -> list[Payment]:
        if not isinstance(block, Paragraph) or block.end - block.start > LONGEST_ITEM:
            return []
        text = self._reading.words(block)
        if words_.NOT_PAID.search(text) or begins_sum(text):
            return []
        pays = words_.PAYS.search(text)
        dates = times_in(text, self._reading.dates(block), self._year, pays.start() if pays else 0)
        waits = words_.CONDITION.search(text) is not None
        nth = words_.INSTALMENT.search(self._reading.text[block.outer : block.end])
        if nth is None and waits:
            nth = words_.INSTALMENT.search(text)  # "- 1. rate når avtalen er signert"
        if not dates and nth is None and pays is None:
            return []
        if block.marker is None and nth is None and (not dates or dates[0].start > 0):
            return []
        money = self._reading.money(block)
        if dates:
            found = instalments_in(text, dates, money, whole)
            if not money and not shares_in(text) and len(dates) == 1:
                amount = bare_sum(text[dates[-1].end :], unit)
                found = [Instalment(found[0].date, amount, found[0].at)]
        else:
            found = [Instalment(None, one.kroner) for one in money[:1]]
            if not found and nth is not None and waits:
                found = [Instalment(None, None)]  # its sum may be a part of the whole
        named = self._posts.named(list(self._reading.posts(block)), block.start)
        own = self._posts.with_chapter(named, block.start) if named[1] is not None else post
        return [self._payment(one, own, [block]) for one in found]

    def _in_table(self, table: Table) -> Iterator[Payment]:
        """A plan by its own heading row or the heading over it; else its remarks."""
        heads = table.rows[: table.heading_rows]
        said = any(words_.HEADS_PLAN.search(self._reading.words(row)) for row in heads)
        if said or self._is_headed(table):
            post = self._posts.of(Span(table.start, table.start), table)
            found = self._of_table(table, heads, post, self._whole(Span(0, 0), post))
            if found:
                yield from self._placed(found)
                return
        for row in table.body:
            for cell in row.cells if _may_pay(self._reading.small(row)) else ():
                for part in paragraphs_of(cell):
                    if _may_pay(self._reading.small(part)):
                        yield from self._in_sentences(part, table, row)

    def _of_table(
        self, table: Table, over: Sequence[Span], post: Post, whole: int | None
    ) -> list[Payment]:
        plan = PlanTable(self._reading, table, self._year, over, whole).planned()
        found = []
        for one in plan:
            named = (
                self._posts.named(list(self._reading.posts(one.post)), table.start)
                if one.post
                else NONE
            )
            own = self._posts.with_chapter(named, table.start) if named[1] is not None else post
            found.append(self._payment(one.instalment, own, [*one.also, one.row]))
        return found

    def _post_of_row(self, row: Row) -> Post:
        """The post of a budget table's row, or that which a row names."""
        for table in self._body.letter.budget_tables:
            for other in table.rows:
                if any(one._extent.start <= row.start < one._extent.end for one in other.evidence):
                    return other.chapter, other.post
        named = self._posts.named(list(self._reading.posts(row)), row.start)
        return self._posts.with_chapter(named, row.start) if named[1] is not None else named

    def _is_headed(self, span: Span) -> bool:
        """True under a heading that is about payment."""
        if not self._over_plans:
            return False
        place = self._reading.place(span.start)
        return place.heading is not None and place.heading.start in self._over_plans

    @cached_property
    def _over_plans(self) -> frozenset[int]:
        """Where the headings start that are about payment; the letter's title is none."""
        return frozenset(
            place.heading.start
            for place in self._reading.tree.places
            if place.heading is not None
            and place.kind != "letter"
            and words_.HEADS_PLAN.search(place.words)
        )

    def _is_unit(self, block: Block) -> bool:
        """True for a line between that says the unit and no more."""
        words = self._reading.words(block)
        return (
            isinstance(block, Paragraph)
            and len(words) < LONGEST_UNIT
            and bool(find_units(words, heading=True))
            and not self._reading.dates(block)
        )

    def _payment(self, one: Instalment, post: Post, spans: Sequence[Span]) -> Payment:
        resolved = one.date.resolve(self._year, None) if one.date is not None else None
        is_loose = one.date is None or one.date.is_loose
        evidence: tuple[Evidence, ...] = self._reading.evidence_of(
            (span.start, span.end) for span in spans
        )
        return Payment(
            date=resolved.date if resolved else None,
            start=resolved.start if resolved else None,
            precision=None if is_loose or resolved is None else resolved.precision,
            amount=one.amount,
            chapter=post[0],
            post=post[1],
            text="\n".join(self._reading.line(span) for span in spans),
            evidence=evidence,
        )


def _distinct(payments: Iterator[Payment]) -> tuple[Payment, ...]:
    """Each once, with its sum where one place says it and another does not.

    What has neither a day nor a sum says nothing.
    """
    kept: list[Payment] = []
    for payment in payments:
        if payment.date is None and payment.amount is None:
            continue
        at = next((at for at, other in enumerate(kept) if _same(other, payment)), None)
        if at is None:
            kept.append(payment)
        elif kept[at].amount is None:
            kept[at] = payment
    return tuple(kept)


def _same(one: Payment, other: Payment) -> bool:
    """One day and post, and no two sums."""
    return (
        one.date is not None
        and (one.date, one.start) == (other.date, other.start)
        and (one.chapter, one.post) == (other.chapter, other.post)
        and (one.amount == other.amount or None in (one.amount, other.amount))
    )
