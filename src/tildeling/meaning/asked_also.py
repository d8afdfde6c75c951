"""Requests that stand by themselves after other assignments: "Departementet ber også om at ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from tildeling.find.bodies import find_bodies
from tildeling.meaning.asked_also_words import (
    ALSO,
    ASKS,
    FOR_A_THING,
    FOR_ITS_WORK,
    IS_ASKED,
    OF_GIVEN_BEFORE,
    OF_REPORTS,
)
from tildeling.meaning.bound import is_recipient
from tildeling.meaning.headings import AssignmentHeading
from tildeling.meaning.labels import any_label
from tildeling.meaning.marked_looks import Looks
from tildeling.meaning.marked_units import INSIDE, Units
from tildeling.meaning.marked_words import GENERIC_BODIES
from tildeling.meaning.outline import Contents, Item
from tildeling.scope.headings import SectionHeading
from tildeling.text.blocks import Paragraph, Table, block_at

# Characters within which a request says that it is one more, with what is told between.
_FIRST_WORDS = 120


def with_requests_between(
    looks: Looks, items: Sequence[Item], agency: frozenset[str]
) -> Iterator[Item]:
    """The items, with a heading in place of each paragraph that asks for something of its own.

    `agency` are the names of the letter's recipient.
    """
    between = _Between(looks, agency)
    for at, item in enumerate(items):
        yield between.heading_in_place(item, items[at + 1 :]) or item


def asks_also(words: str) -> bool:
    """True for a paragraph that begins by asking for one thing more.

    >>> asks_also("Departementet ber også etaten om en plan."), asks_also("Vi ber om en plan.")
    (True, False)
    """
    return ASKS.match(words) is not None and ALSO.search(words[:_FIRST_WORDS]) is not None


class _Between:
    """Reads a letter's items in order, with the assignment that each stands after."""

    def __init__(self, looks: Looks, agency: frozenset[str]) -> None:
        self.looks = looks
        self.reading = looks.reading
        self.agency = agency
        self.section: SectionHeading | None = None
        self.over: AssignmentHeading | None = None
        self.since: list[Paragraph | Table] = []
        """What stands between that assignment's heading and the next item."""

    def heading_in_place(self, item: Item, below: Sequence[Item]) -> AssignmentHeading | None:
        """The heading that a paragraph is where it asks for one thing more."""
        if isinstance(item, AssignmentHeading):
            self.over, self.since = item, []
        elif isinstance(item, Paragraph):
            if self._is_own(item, below):
                units = Units(self.looks)
                self.over = units.titled([item, *takewhile(self._is_text, below)]).heading
                self.since = []
                return self.over
            self.since.append(item)
        elif isinstance(item, Table):
            self.since.append(item)
        elif not isinstance(item, Contents):
            self.over = None
            self.section = item if isinstance(item, SectionHeading) else self.section
        return None

    def _is_text(self, item: Item) -> bool:
        return (
            isinstance(item, Paragraph)
            and not self.looks.is_head(item)
            and not self.looks.tells_of_all(item)
            and OF_GIVEN_BEFORE.match(self.reading.words(item)) is None
        )

    def _is_own(self, item: Paragraph, below: Sequence[Item]) -> bool:
        """True for a paragraph that asks for a thing of its own."""
        over = self.over
        if over is None or item.marker is not None or (over.number is not None and not over.listed):
            return False
        words = self.reading.words(item)
        if self._labels_follow(below) or not self._asks_recipient(item):
            return False
        block = block_at(self.reading.blocks, over.span.start)
        before = [block, *self.since] if isinstance(block, Paragraph) else self.since
        start, end = self.reading.sentences(item)[0]
        if (
            self.looks.goes_on(item)
            or self.looks.tells_of_all(item)
            or self.looks.names_again(item, before)
            or OF_REPORTS.search(words[start:end])
        ):
            return False
        by_a_day = self.looks.has_day(item)
        also = ALSO.search(words[:_FIRST_WORDS]) is not None
        if self._is_ended(over, item):
            return also or by_a_day
        after_a_day = any(map(self.looks.has_day, before)) and not self._is_section(over)
        return also and by_a_day and after_a_day

    def _labels_follow(self, below: Sequence[Item]) -> bool:
        """True where the assignment before a paragraph has a label yet to come."""
        text = takewhile(lambda each: isinstance(each, Paragraph), below)
        return any(isinstance(each, Paragraph) and self._field(each) for each in text)

    def _asks_recipient(self, item: Paragraph) -> bool:
        """True for a request to the letter's recipient, or for a thing: "om en oversikt"."""
        words = self.reading.words(item)
        asks = ASKS.match(words) or IS_ASKED.match(words)
        if asks is None:
            return False
        asked = asks["asked"]
        if asked is None:
            return self._names_recipient(asks["who"])
        if FOR_A_THING.match(asked) or (self.looks.has_day(item) and FOR_ITS_WORK.match(asked)):
            return True
        return self._names_recipient(asked)

    def _names_recipient(self, words: str) -> bool:
        """True for words that begin with the recipient's name, or with "tilsynet" or the like."""
        small = words.casefold()
        if small.split(maxsplit=1)[0].strip(",") in GENERIC_BODIES:
            return True
        if any(small.startswith(name) for name in self.agency):
            return True
        first = next(iter(find_bodies(words)), None)
        return first is not None and first.start == 0 and is_recipient(first.name, self.agency)

    def _is_ended(self, over: AssignmentHeading, item: Paragraph) -> bool:
        """True where the assignment before a paragraph has been told to its end.

        It is a table's row or a box, an item of a list, a paragraph, or ends in a label.
        """
        block = block_at(self.reading.blocks, over.span.start)
        last = self.since[-1] if self.since else block
        if over.listed or not isinstance(block, Paragraph) or isinstance(last, Table):
            return True
        if block.marker is not None:
            is_inside = item.indent > block.indent + self.looks.size * INSIDE
            return not is_inside and (over.rest is not None or not over.title)
        if not over.title:
            return True
        return isinstance(last, Paragraph) and self._field(last) not in (None, "description")

    def _field(self, block: Paragraph) -> str | None:
        label = any_label(self.reading.words(block), block.lead - block.start)
        return label.field if label is not None else None

    def _is_section(self, over: AssignmentHeading) -> bool:
        """True for an assignment that is a section with a number itself."""
        section = self.section
        return (
            section is not None
            and section.number is not None
            and section.span.start == over.span.start
        )
