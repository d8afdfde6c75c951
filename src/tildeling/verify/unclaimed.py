"""What the text says of money, posts and deadlines and no item of the letter has claimed.

Nothing is unaccounted for: a sum, a post or a date after the word "frist" that no item holds is
told, with the words it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from tildeling.any_case import AnyCase
from tildeling.find.date_words import MONTHS
from tildeling.find.dates import DateExpression
from tildeling.find.kroner import kroner
from tildeling.find.posts import BudgetPost
from tildeling.find.torn_sums import UNREADABLE
from tildeling.findings import key_of, key_of_post, make_finding
from tildeling.letter import Finding, Severity
from tildeling.meaning.calendars import is_ministry
from tildeling.meaning.deadline_words import NO_DEADLINE
from tildeling.meaning.financing import is_range
from tildeling.meaning.financing_words import (
    AUTHORISES,
    COMES_LATER,
    FROM_LAST_YEAR,
    HANDLED_BY,
    NO_PART_OF_ROW,
    PAID_OUT,
    PAST,
    PAST_IN_ADDENDUM,
    SUMMED,
)
from tildeling.meaning.letter import Built
from tildeling.meaning.marked_words import REQUESTS
from tildeling.meaning.move_words import MOVE_PATTERN
from tildeling.meaning.moved_days import is_old, moves
from tildeling.text.blocks import Span
from tildeling.verify.claims import Claims
from tildeling.verify.mentions import (
    Due,
    Sum,
    dates_after_frist,
    posts_in,
    sums_in,
    torn_in_columns,
)
from tildeling.verify.passages import Passage, Passages
from tildeling.verify.standing import Standing, Standings
from tildeling.verify.words import LIMIT, MEETING, OF_DOCUMENT, TOLD_OF

# What was or costs, what may be done, how it is paid, what others have.
GIVES_NOTHING: tuple[AnyCase | re.Pattern[str], ...] = (
    *(TOLD_OF, AUTHORISES, PAID_OUT, COMES_LATER, HANDLED_BY, FROM_LAST_YEAR),
)
# A number with a sign in it that the file has no character for.
TORN = re.compile(rf"\d[.,]?{UNREADABLE}|\d {UNREADABLE}\d|{UNREADABLE}[.,]?\d")
# Characters of a passage that a message quotes.
SHOWN = 160
# Characters before a date in which it is said to be a document's.
LOOK_BACK = 10


class Unclaimed:
    """The findings about one letter's words that nobody claimed."""

    def __init__(self, built: Built) -> None:
        self.built = built
        self.reading = built.reading
        self.claims = Claims(built.letter)
        self.passages = Passages(built)
        self.standings = Standings(built)
        self._past = PAST_IN_ADDENDUM if built.letter.kind == "addendum" else PAST
        self._quoted: set[tuple[int, int]] = set()
        """The passages and headings that a finding about a sum quotes."""
        self._after_frist: set[tuple[int, int]] = set()
        """Dates after the word "frist"."""

    def findings(self) -> Iterator[Finding]:
        """One finding a passage with unclaimed sums; one a post; one a date."""
        yield from self._amounts()
        yield from self._posts()
        yield from self._dates()
        yield from self._days()
        yield from self._digits()
        yield from self._torn()

    def _amounts(self) -> Iterator[Finding]:
        unclaimed: dict[Passage, list[Sum]] = {}
        for one in sums_in(self.built, self.passages.rows):
            if self.claims.has_amount(one.start, one.end, one.kroner):
                continue
            if self.claims.is_told(one.start, one.end):
                continue
            unclaimed.setdefault(self.passages.at(one.start), []).append(one)
        for passage, sums in unclaimed.items():
            yield self._finding(passage, sums)

    def _finding(self, passage: Passage, sums: list[Sum]) -> Finding:
        standing = self.standings.at(passage.start)
        quoted = [(span.start, span.end) for span in (standing.heading, passage) if span]
        self._quoted.update(quoted)
        if self._is_range(passage, sums):
            evidence = self.reading.evidence_of(quoted)
            key, shown = self._key(passage, standing), self.reading.line(passage)[:SHOWN]
            return make_finding("unread_range", "warning", key, evidence, words=shown)
        return make_finding(
            "unclaimed_amount",
            self._severity(passage, sums, standing),
            self._key(passage, standing),
            self.reading.evidence_of(quoted),
            amounts=_listed(sums),
            words=self.reading.line(passage)[:SHOWN],
        )

    def _severity(self, passage: Passage, sums: list[Sum], standing: Standing) -> Severity:
        """A warning where the words give, add or take, or stand where a budget's own amounts do."""
        words = self.reading.words(passage)
        if passage.kind == "table" or all(
            LIMIT.search(words[: one.start - passage.start]) for one in sums
        ):
            return "info"
        if passage.kind == "row":
            return "info" if NO_PART_OF_ROW.search(words) else "warning"
        gives_nothing = any(told.search(words) for told in GIVES_NOTHING)
        if gives_nothing or self._past.search(words) or self._is_of_chapter(passage):
            return "info"
        is_money = standing.is_budget or standing.assignment is not None
        is_item = passage.kind == "item" and is_money
        return "warning" if is_item or MOVE_PATTERN.search(words) else "info"

    def _is_of_chapter(self, passage: Passage) -> bool:
        """True for "Samla blir det stilt 784 mill. kroner til disposisjon over kap. 1427"."""
        posts = self.reading.posts(passage)
        is_whole = bool(posts) and all(post.post is None for post in posts)
        return is_whole and SUMMED.match(self.reading.words(passage)) is not None

    def _is_range(self, passage: Passage, sums: list[Sum]) -> bool:
        """True for "mellom 5 og 10 mill. kroner": the words give, and do not say how much."""
        words = self.reading.words(passage)
        money = self.reading.money(passage)
        ranges = (is_range(words, *pair) for pair in pairwise(money))
        return len(sums) > 1 and MOVE_PATTERN.search(words) is not None and any(ranges)

    def _key(self, passage: Passage, standing: Standing) -> str | None:
        """The post of the row or of the words, else what they stand under."""
        row = passage.row
        if row is not None and row.chapter is not None and row.post is not None:
            return key_of_post(row.chapter, row.post)
        for post in self.reading.posts(passage):
            chapter = post.chapter if post.chapter is not None else standing.chapter
            if chapter is not None and post.post is not None:
                return key_of_post(chapter, post.post)
        return standing.key

    def _posts(self) -> Iterator[Finding]:
        unclaimed: dict[tuple[int | None, int | None], list[Passage]] = {}
        told: set[int | None] = set()
        for post in posts_in(self.built):
            chapter = post.chapter if post.chapter is not None else self._chapter(post)
            if self.claims.has_post(chapter, post.post):
                continue
            if self._is_told(post):
                told.add(chapter)
            else:
                passage = self.passages.at(post.start)
                unclaimed.setdefault((chapter, post.post), []).append(passage)
        told.update(chapter for chapter, number in unclaimed if number is not None)
        for (chapter, number), passages in unclaimed.items():
            # A chapter that is named alone is one of the posts that are told.
            if number is None and chapter in told:
                continue
            yield make_finding(
                "unread_post",
                "info",
                key_of(chapter, number),
                self.reading.evidence_of((passage.start, passage.end) for passage in passages),
                place=_printed(chapter, number),
                words=self.reading.line(passages[0])[:SHOWN],
            )

    def _chapter(self, post: BudgetPost) -> int | None:
        """The chapter of a post that is named alone: its row's, else the one in force there."""
        row = self.passages.at(post.start).row
        return row.chapter if row is not None else self.standings.at(post.start).chapter

    def _is_told(self, post: BudgetPost) -> bool:
        passage = self.passages.at(post.start)
        is_quoted = (passage.start, passage.end) in self._quoted
        return is_quoted or self.claims.is_told(post.start, post.end)

    def _dates(self) -> Iterator[Finding]:
        unclaimed: dict[tuple[Passage, Severity], list[Span]] = {}
        for date in dates_after_frist(self.built):
            self._after_frist.add((date.start, date.end))
            if self.claims.has_date(date.start, date.end):
                continue
            if self.claims.is_told(date.start, date.end):
                continue
            if self._names_row(date):
                continue
            passage = self.passages.at(date.start)
            unclaimed.setdefault((passage, self._severity_of_date(date)), []).append(date)
        for (passage, severity), dates in unclaimed.items():
            yield make_finding(
                "unread_date",
                severity,
                self.standings.at(passage.start).key,
                self.reading.evidence(passage.start, passage.end),
                dates=", ".join(self.reading.line(date) for date in dates),
                words=self.reading.line(passage)[:SHOWN],
            )

    def _days(self) -> Iterator[Finding]:
        """Days to come that a sentence of an assignment names, which asks for something.

        "Innspillet sendes per 1. juni": what no deadline has said is told.
        """
        for sentence in self._requests():
            days = [
                Span(sentence.start + day.start, sentence.start + day.end)
                for day in self.reading.dates(sentence)
                if self._is_to_come(day)
            ]
            unread = [day for day in days if not self._is_accounted_for(day)]
            # Last, as it takes longest.
            if unread and not NO_DEADLINE.search(self.reading.words(sentence)):
                yield make_finding(
                    "unread_day",
                    "info",
                    self.standings.at(sentence.start).key,
                    self.reading.evidence(sentence.start, sentence.end),
                    dates=", ".join(self.reading.line(day) for day in unread),
                    words=self.reading.line(sentence)[:SHOWN],
                )

    def _digits(self) -> Iterator[Finding]:
        """Each passage with a number in which a digit is no character: "45 600 0\ufffd0"."""
        if UNREADABLE not in self.reading.text:
            return
        places = (match.start() for match in TORN.finditer(self.reading.text))
        yield from self._numbers("unread_digit", {self.passages.at(place) for place in places})

    def _torn(self) -> Iterator[Finding]:
        """Each passage with a sum of which a part stands elsewhere: "45 6-00 000"."""
        torn = (start for start, _ in self.reading.laid.text.found.torn_sums)
        places = chain(torn, torn_in_columns(self.reading))
        passages = {self.passages.at(place) for place in places}
        yield from self._numbers(
            "unread_number",
            {each for each in passages if UNREADABLE not in self.reading.words(each)},
        )

    def _numbers(self, rule: str, passages: set[Passage]) -> Iterator[Finding]:
        for passage in sorted(passages, key=lambda each: each.start):
            yield make_finding(
                rule,
                "warning",
                self.standings.at(passage.start).key,
                self.reading.evidence(passage.start, passage.end),
                words=self.reading.line(passage)[:SHOWN],
            )

    def _requests(self) -> Iterator[Span]:
        """The sentences of assignments that ask for something."""
        for span in self.standings.in_assignments:
            small = self.reading.small(span)
            for start, end in self.reading.sentences(span):
                if REQUESTS.search_small(small[start:end]):
                    yield Span(span.start + start, span.start + end)

    def _is_to_come(self, day: DateExpression) -> bool:
        """True for a day or week after the letter's own date."""
        letter = self.built.letter
        if day.precision not in ("day", "week"):
            return False
        date = day.resolve(letter.budget_year, letter.date).date
        return date is not None and (letter.date is None or date > letter.date)

    def _is_accounted_for(self, day: Span) -> bool:
        before = self.reading.text[max(0, day.start - LOOK_BACK) : day.start]
        return (
            self.claims.has_date(day.start, day.end)
            or self.claims.is_told(day.start, day.end)
            or (day.start, day.end) in self._after_frist
            or OF_DOCUMENT.search(before) is not None
        )

    def _names_row(self, date: Due) -> bool:
        """True for a calendar's month in a cell of its own, beside what falls due in it."""
        words = self.reading.words(date).strip().casefold()
        before = self.reading.text[date.start - 1 : date.start]
        return words in MONTHS and before in ("\n", "\t") and self.reading.text[date.end] == "\t"

    def _severity_of_date(self, date: Due) -> Severity:
        """What happened, a document's date and a meeting in a calendar are no deadlines.

        Nor is what a calendar's row leaves to the ministry, nor the day that a new one replaces.
        """
        words = self.reading.passage(date.start)
        cells = self.reading.text[: date.start].rpartition("\n")[2].split("\t")
        if any(is_ministry(cell) for cell in cells):
            return "info"
        told_of = self._past.search(words) or TOLD_OF.search(words) or MEETING.search(words)
        before = self.reading.text[max(0, date.start - LOOK_BACK) : date.start]
        is_other = (
            told_of or OF_DOCUMENT.search(before) or not date.is_near or self._is_replaced(date)
        )
        return "info" if is_other else "warning"

    def _is_replaced(self, date: Due) -> bool:
        """True where its sentence gives a deadline another day: "fra 1. mai til 1. juni"."""
        start, end = self.reading.laid.text.found.sentence_at(date.start)
        words = self.reading.text[start:end]
        replaces = moves(words) or is_old(words[: date.start - start])
        return replaces and self.claims.has_date(start, end)


def _listed(sums: list[Sum]) -> str:
    """The sums as a letter prints them: "1 200 000, 500 000"."""
    return ", ".join(kroner(one.kroner) for one in sums)


def _printed(chapter: int | None, post: int | None) -> str:
    """A chapter and post as letters write them: "kap. 290, post 21"."""
    names = [] if chapter is None else [f"kap. {chapter}"]
    names += [] if post is None else [f"post {post:02}"]
    return ", ".join(names)
