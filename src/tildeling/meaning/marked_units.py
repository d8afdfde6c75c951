"""Assignments without a number, found among the items under one heading or in one list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from tildeling.meaning.headings import WITHHELD, AssignmentHeading, heading_of, leading_code
from tildeling.meaning.labels import any_label, own_label
from tildeling.meaning.marked_looks import Looks
from tildeling.meaning.marked_words import ANNOUNCES, LABELLED, LEADS_IN, PLACE
from tildeling.meaning.naming_sentences import named_first
from tildeling.meaning.outline import Item, span_of
from tildeling.meaning.title_phrase import TitlePhrase, title_phrase
from tildeling.text.blocks import Paragraph, Span

# Of the type size: items whose edges differ by less stand in one column. Numbers of one and two
# digits that are set to the right differ by half a digit more than that.
ASIDE = 0.75
# Of the type size: what is set in by more than this goes on with the item above it.
INSIDE = 0.3

# "4.1 NSM skal ...", a paragraph that its section counts.
_POINT = re.compile(r"(?P<above>\d{1,2}(?:\.\d{1,2})?)\.(?P<own>\d{1,2})\.?\s+(?=[A-ZÆØÅ«])")
_BEFORE_TITLE = re.compile(rf"{_POINT.pattern}|(?i:{LABELLED})|(?i:{PLACE})(?=[A-ZÆØÅ«])")


@dataclass(frozen=True, slots=True)
class Unit:
    """An assignment's items, from its first on."""

    heading: AssignmentHeading
    items: tuple[Item, ...]


class Units:
    """Finds the assignments among items."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks

    def by_minor_headings(self, group: Sequence[Item]) -> list[Unit]:
        """Each line set apart over its own text."""
        heads = [
            at
            for at, item in enumerate(group)
            if isinstance(item, Paragraph)
            and self.looks.is_minor(item)
            and not self.looks.reading.words(item).endswith(":")
            and at + 1 < len(group)
            and (
                isinstance(group[at + 1], Paragraph)
                or self.looks.labels_beside(group[at + 1])
                or self.looks.has_labels(group[at + 1 : at + 2])
            )
        ]
        plain = [at for at in range(len(group)) if self.looks.is_plain_title(group, at)]
        plain = plain or self._plain_titles(group)
        heads = sorted({*heads, *plain})
        coded = [at for at, item in enumerate(group) if self.looks.has_code(item)]
        in_series = any(at in heads for at in coded)
        units = []
        for inside in _cut(group, sorted({*heads, *(coded if in_series else [])})):
            first = inside[1] if len(inside) > 1 else None
            if not self.looks.is_head(inside[0]):
                units.append(self.titled(inside))
            elif isinstance(first, Paragraph) and first.marker is not None:
                units.extend(self._items(inside[1:], first))  # it names a group of them
            else:
                units.append(self.titled(inside, is_heading=True))
        return units

    def _plain_titles(self, group: Sequence[Item]) -> list[int]:
        """Titles in the text's own type, of which two at least stand over text that asks."""
        found = [at for at in range(len(group) - 1) if self.looks.is_short_title(group, at)]
        return found if len(found) > 1 and found[0] < 2 else []

    def by_run_in_titles(self, group: Sequence[Item]) -> list[Unit]:
        """Paragraphs without a marker that begin with a title in bold."""
        starts = [at for at, item in enumerate(group) if self.has_run_in_title(item)]
        return self.beginning_at(group, starts)

    def has_run_in_title(self, item: Item) -> bool:
        """True for a paragraph without a marker whose first words are bold, and no label."""
        return (
            isinstance(item, Paragraph)
            and item.marker is None
            and item.start < item.lead < item.end
            and not self._has_label(item)
        )

    def _has_label(self, item: Paragraph) -> bool:
        """True for words that begin with a label, "Oppdrag" too."""
        words, bold = self.looks.reading.words(item), item.lead - item.start
        return (any_label(words, bold) or own_label(words, bold)) is not None

    def by_marked_headings(self, group: Sequence[Item]) -> list[Unit]:
        """Each line "a) Nitratfilm" in bold, where at least two stand over text of their own."""
        starts = [
            at
            for at, item in enumerate(group[:-1])
            if isinstance(item, Paragraph) and self._heads_marked(item, group[at + 1])
        ]
        return self.beginning_at(group, starts) if len(starts) > 1 else []

    def _heads_marked(self, item: Paragraph, below: Item) -> bool:
        words = self.looks.reading.words(item)
        return (
            item.marker is not None
            and item.marker[:1].isalnum()
            and item.style.bold
            and item.lead >= item.end
            and not words.endswith((".", ":", ","))
            and isinstance(below, Paragraph)
            and below.marker is None
            and not below.style.bold
        )

    def is_list_of_assignments(self, group: Sequence[Item]) -> bool:
        """True where a group is a list, or a sentence about assignments and a list."""
        if not group or not isinstance(group[0], Paragraph):
            return False
        if group[0].marker is not None:
            return True
        return (
            len(group) > 1
            and LEADS_IN.search(self.looks.reading.words(group[0])) is not None
            and isinstance(group[1], Paragraph)
            and self.is_item(group, 1)
        )

    def by_list(self, group: Sequence[Item]) -> list[Unit]:
        """The outer items of the group's lists that hold assignments, as its first list does."""
        units: list[Unit] = []
        announced: list[Unit] = []
        at = 0
        theirs = True
        while at < len(group):
            item = group[at]
            if isinstance(item, Paragraph) and self.is_item(group, at):
                end = self._end_of_list(group, at)
                if self.looks.tells_of_one(group[at - 1] if at else None, item):
                    at = end
                    continue
                if theirs:
                    units.extend(self._items(group[at:end], item))
                theirs = False
                at = end
                continue
            if isinstance(item, Paragraph):
                theirs = theirs or self.looks.leads_in(item)
                if ANNOUNCES.search(self.looks.reading.words(item)):
                    announced.append(self.titled([item]))
            at += 1
        return [*units, *announced] if units else []

    def by_asked_list(self, group: Sequence[Item]) -> list[Unit]:
        """The items of a list that nothing but a request leads into, each with its own delivery.

        Two at least have a day, or all of them a title; what is said after the list sets none for
        them together.
        """
        lead = group[0] if group else None
        end = self.list_end(group, 1)
        if not isinstance(lead, Paragraph) or end == 1 or not self.looks.is_request_alone(lead):
            return []
        first = group[1]
        assert isinstance(first, Paragraph)
        units = self._items(group[1:end], first)
        dated = sum(any(map(self.looks.has_day, unit.items)) for unit in units)
        titled = len(units) > 1 and all(unit.heading.title for unit in units)
        alone = not any(map(self.looks.has_day, group[end:]))
        return units if alone and (dated > 1 or titled) else []

    def is_item(self, group: Sequence[Item], at: int) -> bool:
        """A paragraph with a marker, or one set in under a sentence that leads into a list."""
        item = group[at]
        assert isinstance(item, Paragraph)
        if item.marker is not None:
            return True
        before = group[at - 1] if at else None
        if before is None:
            return item.indent > self.looks.size  # right under the heading, and set in
        return (
            isinstance(before, Paragraph)
            and before.marker is None
            and self.looks.reading.words(before).endswith(":")
            and item.indent > before.indent + self.looks.size * INSIDE
        )

    def _end_of_list(self, group: Sequence[Item], at: int) -> int:
        """Where a list ends: at text that stands no further in than its items."""
        first = group[at]
        assert isinstance(first, Paragraph)
        end = at + 1
        while end < len(group) and self._is_of_list(group, end, first):
            end += 1
        return end

    def _is_of_list(self, group: Sequence[Item], at: int, first: Paragraph) -> bool:
        """True for an item of the list, and for what belongs to the item before it.

        Text at the list's edge does where the list goes on after it, or where a label begins it.
        """
        item = group[at]
        if not isinstance(item, Paragraph):
            return False
        if item.marker is not None or item.indent > first.indent + self.looks.size * INSIDE:
            return True
        if self._is_outer(item, first):
            return True
        words = self.looks.reading.words(item)
        if any_label(words, item.lead - item.start) is not None:
            return True
        following = group[at + 1] if at + 1 < len(group) else None
        return (
            first.marker is not None
            and first.marker[:1].isalnum()
            and isinstance(following, Paragraph)
            and self._is_outer(following, first)
            and following.marker != first.marker
        )

    def _is_outer(self, item: Paragraph, first: Paragraph) -> bool:
        """True for an item of the same list at the same depth."""
        return (
            _kind(item.marker) == _kind(first.marker)
            and abs(item.indent - first.indent) <= self.looks.size * ASIDE
        )

    def _items(self, items: Sequence[Item], first: Paragraph) -> list[Unit]:
        starts = [
            at
            for at, item in enumerate(items)
            if isinstance(item, Paragraph) and self._is_outer(item, first)
        ]
        if any(self.looks.begins_with_sum(items[at]) for at in starts):
            return []  # it tells what money goes to
        return [
            self.titled(inside) for inside in _cut(items, starts) if not self.looks.is_done(inside)
        ]

    def by_paragraph(self, group: Sequence[Item]) -> list[Unit]:
        """Paragraphs that give or change one; what follows without doing so belongs to it.

        What is said of all of them together is the letter's.
        """
        starts = [
            at
            for at, item in enumerate(group)
            if isinstance(item, Paragraph)
            and self.looks.gives(item)
            and not (
                at
                and not self.looks.takes_back(item)
                and (
                    self.looks.goes_on(item)
                    or self.looks.names_again(item, group[:at])
                    or self._asks_for_answers(group, at)
                )
            )
        ]
        return [
            self.titled([inside[0], *takewhile(self._is_of_one, inside[1:])])
            for inside in _cut(group, starts)
            if not self.looks.is_done(inside)
        ]

    def _asks_for_answers(self, group: Sequence[Item], at: int) -> bool:
        """True for "Vi ønsker svar på:" over what the assignment before it is to answer."""
        below = group[at + 1] if at + 1 < len(group) else None
        return (
            isinstance(below, Paragraph)
            and below.marker is not None
            and self.looks.tells_of_one(group[at], below)
            and not self.looks.asks_outright_of(group[at])
        )

    def by_running_points(self, group: Sequence[Item]) -> list[Unit]:
        """Paragraphs that the section counts, "4.1 Tilsynet skal ...", and what follows each.

        Their numbers are the section's, and no assignment's own.
        """
        points = [
            (at, point)
            for at, item in enumerate(group)
            if isinstance(item, Paragraph)
            and item.marker is None
            and (point := _POINT.match(self.looks.reading.words(item))) is not None
        ]
        counted = all(
            one["above"] == other["above"] and int(one["own"]) < int(other["own"])
            for (_, one), (_, other) in pairwise(points)
        )
        if len(points) < 2 or not counted:
            return []
        return self.beginning_at(group, [at for at, _ in points])

    def beginning_at(self, group: Sequence[Item], starts: Sequence[int]) -> list[Unit]:
        """One for each paragraph that begins one, with what follows."""
        return [self.titled(inside) for inside in _cut(group, starts)]

    def _is_of_one(self, item: Item) -> bool:
        return not (isinstance(item, Paragraph) and self.looks.tells_of_all(item))

    def list_end(self, items: Sequence[Item], at: int) -> int:
        """Where the list ends that may begin at `at`."""
        if at >= len(items) or not isinstance(items[at], Paragraph) or not self.is_item(items, at):
            return at
        return self._end_of_list(items, at)

    def listed(self, items: Sequence[Item]) -> Iterator[Item]:
        """A list's items, each outer one an assignment."""
        first = items[0]
        if is_numbered(items) or not isinstance(first, Paragraph):
            yield from items
            return
        yield from spliced(items, self._items(items, first))

    def titled(self, items: Sequence[Item], *, is_heading: bool = False) -> Unit:
        """An assignment that begins with a paragraph: its title, if any, runs into its text."""
        block = items[0]
        assert isinstance(block, Paragraph)
        reading = self.looks.reading
        number = leading_code(reading.words(block))
        before = _BEFORE_TITLE.match(reading.words(block)) if number is None else None
        start = block.start + (number.end if number else before.end() if before else 0)
        words = reading.text[start : block.end]
        start += len(words) - len(words.lstrip(" .:–—-\t"))
        whole = Span(start, block.end)
        found = None if is_heading else title_phrase(reading.words(whole), block.lead - start)
        title, rest = (whole, None) if is_heading else _parted(whole, found)
        named = named_first(reading.words(whole)) if title is None else None
        if named is not None:
            title = Span(start + named[0][0], start + named[0][1])
        heading = heading_of(
            reading,
            block,
            number,
            Span(block.start + number.start, block.start + number.end) if number else None,
            title or Span(start, start),
        )
        withheld = heading.withheld or (title is None and WITHHELD.match(reading.words(whole)))
        heading = replace(
            heading,
            withheld=bool(withheld),
            cancelled=heading.cancelled
            or (found is not None and found.lapses)
            or (named is not None and named[1]),
            amends=named is not None,
            rest=rest if rest is not None and not withheld else None,
            ends=end_of(items, block.end),
        )
        return Unit(heading, tuple(items))

    def labelled(self, items: Sequence[Item], at: int) -> AssignmentHeading | None:
        """The assignment that a paragraph "Oppdrag: Etaten skal ..." in other text is.

        Under a heading of its own, or beside other labels, the word labels what is asked there.
        """
        if not self.looks.is_labelled(items[at]) or (at and self.looks.heads_labels(items[at - 1])):
            return None
        below = takewhile(self.looks.belongs_to_labelled, items[at + 1 :])
        return self.titled([items[at], *below]).heading

    def heading(self, item: Item, title: Span, *, ends: int) -> AssignmentHeading:
        """The heading of an assignment that an item of the outline heads, up to where it ends."""
        span = span_of(item)
        return AssignmentHeading(Span(span.start, span.end), None, None, (title,), ends=ends)


def _parted(whole: Span, found: TitlePhrase | None) -> tuple[Span | None, Span | None]:
    """The title that a paragraph begins with, and the text after it."""
    if found is None:
        return None, whole
    title, rest = whole.start + found.end, whole.start + found.rest
    return Span(whole.start, title), Span(rest, whole.end) if rest < whole.end else None


def spliced(group: Sequence[Item], units: Sequence[Unit]) -> Iterator[Item]:
    """The group with each unit's heading in place of the item that begins it."""
    heads = {id(unit.items[0]): unit.heading for unit in units}
    for item in group:
        yield heads.get(id(item), item)


def _cut(items: Sequence[Item], starts: Sequence[int]) -> Iterator[Sequence[Item]]:
    """The items from each start to the next."""
    for at, end in pairwise([*starts, len(items)]):
        yield items[at:end]


def is_numbered(items: Sequence[Item]) -> bool:
    """True where the letter numbers the assignments among the items."""
    return any(isinstance(item, AssignmentHeading) and not item.named for item in items)


def end_of(items: Sequence[Item], otherwise: int) -> int:
    """Where the last of some items ends."""
    return span_of(items[-1]).end if items else otherwise


def _kind(marker: str | None) -> str | None:
    """What sort of marker: a number, a letter, or the bullet itself, with what stands after it."""
    if marker is None:
        return None
    core = marker.strip("().:")
    tail = marker[-1:] if marker[-1:] in ").:" else ""
    if core.isdigit():
        return "1" + tail
    if core.isalpha() and len(core) == 1 and tail:
        return "a" + tail
    return marker
