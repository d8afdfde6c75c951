"""Assignments that have no number: what the letter marks as one by heading, list or sentence.

The contract's rule: an assignment is a heading of its own in a section of assignments; an item
(bullet, number, paragraph) under a heading or sentence that names assignments; a block with two of
an assignment's labels; a heading of its own over an outright request with a date. Each becomes an
`AssignmentHeading` in the outline, whose body ends where the next one or the section does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.meaning.assignment_tables import rows_among_assignments
from tildeling.meaning.headings import AssignmentHeading, leading_code
from tildeling.meaning.labels import match_deadline_label, match_label
from tildeling.meaning.marked_words import (
    ANNOUNCES,
    ASKS,
    ASSIGNMENTS,
    GENERAL_HEADING,
    GIVES_NONE,
    LEADS_IN,
    LEADS_IN_TO_OTHERS,
    OF_OTHER_THINGS,
    ONE_ASSIGNMENT,
    REQUESTS,
)
from tildeling.meaning.outline import Contents, GroupHeading, Item
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import is_title, title_phrase
from tildeling.scope.headings import BudgetHeading, SectionHeading
from tildeling.text.blocks import Paragraph, Span, Table

LONGEST_MINOR_HEADING = 140
"""Characters; the longest heading of an assignment in real-form letters has about 110."""
ASIDE = 0.75
"""Of the type size: items whose edges differ by less stand in one column. Numbers of one and two
digits that are set to the right differ by half a digit more than that."""
INSIDE = 0.3
"""Of the type size: what is set in by more than this goes on with the item above it."""


def mark_assignments(
    reading: Reading, items: Sequence[Item], budget_tables: frozenset[int]
) -> list[Item]:
    """The outline with a heading before each assignment that has no number.

    `budget_tables` are the starts of the tables that hold budget rows.
    """
    return _Marker(reading, budget_tables).marked(items)


@dataclass(frozen=True, slots=True)
class _Unit:
    """An assignment's items, from its first on."""

    heading: AssignmentHeading
    items: tuple[Item, ...]


class _Marker:
    """Reads the items of one letter."""

    def __init__(self, reading: Reading, budget_tables: frozenset[int]) -> None:
        self.reading = reading
        self.budget_tables = budget_tables
        self.size = reading.laid.body_size or 10.0

    def marked(self, items: Sequence[Item]) -> list[Item]:
        """The items with a heading before each assignment among them."""
        marked: list[Item] = []
        at = 0
        inside = False  # under the heading of an assignment with a number: what stands there is its
        while at < len(items):
            item = items[at]
            if isinstance(item, AssignmentHeading):
                inside = not item.listed
            elif not isinstance(item, Paragraph | Table | Contents):
                inside = False
            if inside:
                marked.append(item)
                at += 1
                continue
            end = self.region_end(items, at)
            if end > at + 1:
                marked.append(item)
                marked.extend(self.region(item, items[at + 1 : end]))
                at = end
            elif self.leads_in(item) and (end := self.list_end(items, at + 1)) > at + 1:
                marked.append(item)
                marked.extend(self.listed(items[at + 1 : end]))
                at = end
            else:
                marked.extend(self.alone(items, at))
                at += 1
        return marked

    # --- regions: a heading that names assignments, and all that stands under it

    def region_end(self, items: Sequence[Item], at: int) -> int:
        """Where the region that an item opens ends; `at` where it opens none."""
        opening = items[at]
        if not self.opens(opening):
            return at
        end = at + 1
        while end < len(items) and not self._ends(opening, items[end]):
            end += 1
        return end

    def opens(self, item: Item) -> bool:
        """True for a heading that names assignments and nothing else."""
        words = self._heading_words(item)
        return (
            words is not None
            and ASSIGNMENTS.search(words) is not None
            and OF_OTHER_THINGS.search(words) is None
        )

    def _heading_words(self, item: Item) -> str | None:
        """The words of a heading, or of a paragraph that looks like one; None for anything else."""
        if isinstance(item, SectionHeading):
            return self.reading.words(item.title)
        if isinstance(item, GroupHeading):
            return self.reading.words(item.span)
        if isinstance(item, Paragraph) and self._is_minor(item):
            return self.reading.words(item)
        return None

    def _is_minor(self, block: Paragraph) -> bool:
        """True for a line set apart that is no label: a heading under the letter's own."""
        words = self.reading.words(block)
        style = block.style
        if (
            block.marker is not None
            or len(words) > LONGEST_MINOR_HEADING
            or not words[:1].isupper()
        ):
            return False
        apart = style.bold or style.italic or style.underlined or style.size > self.size * 1.04
        if not apart or words.endswith((".", ",", ";")):
            return False
        if words.endswith(":") and len(words) > 60:
            return False
        return match_label(words, len(words)) is None and match_deadline_label(words) is None

    def _ends(self, opening: Item, item: Item) -> bool:
        if isinstance(item, BudgetHeading):
            return True
        if isinstance(item, GroupHeading):
            return not self.opens(item) and not isinstance(opening, SectionHeading)
        if isinstance(item, SectionHeading):
            return not (isinstance(opening, SectionHeading) and self._is_under(item, opening))
        if isinstance(opening, Paragraph) and isinstance(item, Paragraph) and self._is_minor(item):
            return item.style == opening.style
        if isinstance(item, Table):
            return item.start in self.budget_tables and not isinstance(opening, SectionHeading)
        return False

    def _is_under(self, item: SectionHeading, opening: SectionHeading) -> bool:
        if opening.number is not None and item.number is not None:
            return item.level > opening.level
        if opening.number is not None:
            return item.number is None and item.size <= opening.size
        if item.number is not None:
            return False
        words, over = self.reading.words(item.title), self.reading.words(opening.title)
        if abs(item.size - opening.size) > 0.04 * opening.size:
            return item.size < opening.size
        return over.isupper() and not words.isupper()

    def region(self, opening: Item, items: Sequence[Item]) -> Iterator[Item]:
        """The items under an opening heading, with the headings of assignments among them."""
        own = self._own_assignment(opening, items)
        if own is not None:
            yield own
            yield from items
            return
        if any(self.opens(item) for item in items):
            yield from self.marked(items)
            return
        for heading, group in _groups(items):
            if heading is None:
                yield from self._group(group, under=None)
                continue
            yield heading
            nested = self._own_assignment(heading, group)
            if nested is not None:
                yield nested
                yield from group
            else:
                yield from self._group(group, under=heading)

    def _own_assignment(self, heading: Item, group: Sequence[Item]) -> AssignmentHeading | None:
        """The assignment that a heading is itself: "Nytt oppdrag: Underlag for prising"."""
        words = self._heading_words(heading)
        match = ONE_ASSIGNMENT.match(words) if words is not None else None
        if match is None or _numbered(group):
            return None
        span = _title_span(heading)
        return self._heading(
            heading, Span(span.start + match.end(), span.end), ends=_end(group, span.end)
        )

    # --- groups: what stands between two headings of a region

    def _group(self, group: Sequence[Item], under: SectionHeading | None) -> Iterator[Item]:
        """A group's items; `under` is its heading where that names no assignments itself."""
        if _numbered(group):
            yield from group
            return
        if any(self._rows(item) for item in group):
            for item in group:
                rows: list[Item] = [*self._rows(item)]
                yield from rows or [item]
            return
        for find in (self._by_minor_headings, self._by_run_in_titles):
            units = find(group)
            if units:
                yield from _spliced(group, units)
                return
        if under is not None and not self._is_list_of_assignments(group):
            text = [item for item in group if isinstance(item, Paragraph)]
            if any(REQUESTS.search(self.reading.words(block)) for block in text):
                end = _end(group, under.span.end)
                yield self._heading(under, under.title, ends=end)
            yield from group
            return
        units = self._by_list(group, first_is_theirs=True) or self._by_paragraph(group)
        yield from _spliced(group, units)

    def _rows(self, item: Item) -> list[AssignmentHeading]:
        """The assignments that a table's rows are."""
        if not isinstance(item, Table) or item.start in self.budget_tables:
            return []
        return rows_among_assignments(self.reading, item)

    def _by_minor_headings(self, group: Sequence[Item]) -> list[_Unit]:
        """Each line set apart over its own text."""
        starts = [
            at
            for at, item in enumerate(group)
            if isinstance(item, Paragraph)
            and self._is_minor(item)
            and not self.reading.words(item).endswith(":")
            and at + 1 < len(group)
            and isinstance(group[at + 1], Paragraph)
        ]
        units = []
        for inside in _cut(group, starts):
            block = inside[0]
            assert isinstance(block, Paragraph)
            first = inside[1]
            if isinstance(first, Paragraph) and first.marker is not None:
                units.extend(self._items(inside[1:], first))  # it names a group of them
            else:
                units.append(self._titled(inside, is_heading=True))
        return units

    def _by_run_in_titles(self, group: Sequence[Item]) -> list[_Unit]:
        """Paragraphs without a marker that begin with a title in bold."""
        starts = [
            at
            for at, item in enumerate(group)
            if isinstance(item, Paragraph)
            and item.marker is None
            and item.start < item.lead < item.end
            and match_label(self.reading.words(item), item.lead - item.start) is None
            and match_deadline_label(self.reading.words(item)) is None
        ]
        return [self._titled(inside) for inside in _cut(group, starts)]

    def _is_list_of_assignments(self, group: Sequence[Item]) -> bool:
        """True where a group is a list, or a sentence about assignments and a list."""
        if not group or not isinstance(group[0], Paragraph):
            return False
        if group[0].marker is not None:
            return True
        return (
            len(group) > 1
            and LEADS_IN.search(self.reading.words(group[0])) is not None
            and isinstance(group[1], Paragraph)
            and group[1].marker is not None
        )

    def _by_list(self, group: Sequence[Item], *, first_is_theirs: bool) -> list[_Unit]:
        """The outer items of the group's lists that hold assignments."""
        units: list[_Unit] = []
        at = 0
        theirs = first_is_theirs
        while at < len(group):
            item = group[at]
            if isinstance(item, Paragraph) and self._is_item(group, at):
                end = self._list_end(group, at)
                if theirs:
                    units.extend(self._items(group[at:end], item))
                theirs = False
                at = end
                continue
            if isinstance(item, Paragraph):
                theirs = theirs or self.leads_in(item)
                if ANNOUNCES.search(self.reading.words(item)):
                    units.append(self._titled([item]))
            at += 1
        return units

    def _is_item(self, group: Sequence[Item], at: int) -> bool:
        """A paragraph with a marker, or one set in under a sentence that leads into a list."""
        item = group[at]
        assert isinstance(item, Paragraph)
        if item.marker is not None:
            return True
        before = group[at - 1] if at else None
        return (
            isinstance(before, Paragraph)
            and before.marker is None
            and self.reading.words(before).endswith(":")
            and item.indent > before.indent + self.size * INSIDE
        )

    def _list_end(self, group: Sequence[Item], at: int) -> int:
        """Where a list ends: at text that stands no further in than its items."""
        first = group[at]
        assert isinstance(first, Paragraph)
        end = at + 1
        last = at + 1
        while end < len(group):
            item = group[end]
            if not isinstance(item, Paragraph):
                break
            if self._is_outer(item, first):
                last = end + 1
            elif item.marker is not None or item.indent > first.indent + self.size * INSIDE:
                last = max(last, end + 1) if last == end else last
            elif not self._goes_on(group, end, first):
                break
            else:
                last = end + 1
            end += 1
        return max(last, at + 1)

    def _goes_on(self, group: Sequence[Item], at: int, first: Paragraph) -> bool:
        """Text at the list's edge belongs to the item before it where the list goes on after it, or
        where a label begins it.
        """
        item = group[at]
        if not isinstance(item, Paragraph):
            return False
        words = self.reading.words(item)
        if match_label(words, item.lead - item.start) or match_deadline_label(words):
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
            and abs(item.indent - first.indent) <= self.size * ASIDE
        )

    def _items(self, items: Sequence[Item], first: Paragraph) -> list[_Unit]:
        starts = [
            at
            for at, item in enumerate(items)
            if isinstance(item, Paragraph) and self._is_outer(item, first)
        ]
        if any(self._begins_with_sum(items[at]) for at in starts):
            return []  # it tells what money goes to
        return [self._titled(inside) for inside in _cut(items, starts)]

    def _begins_with_sum(self, item: Item) -> bool:
        if not isinstance(item, Paragraph):
            return False
        money = self.reading.money(item)
        return bool(money) and money[0].start == 0

    def _by_paragraph(self, group: Sequence[Item]) -> list[_Unit]:
        """Paragraphs that ask for something; what follows one without asking belongs to it."""
        starts = [
            at
            for at, item in enumerate(group)
            if isinstance(item, Paragraph)
            and item.marker is None
            and (self._asks(item) or ANNOUNCES.search(self.reading.words(item)))
            and not self._tells_of_all(item)
            and not GIVES_NONE.search(self.reading.words(item)[:160])
        ]
        return [self._titled(inside) for inside in _cut(group, starts)]

    def _tells_of_all(self, block: Paragraph) -> bool:
        """True for what is said of all assignments: "Oppdragene skal løses innenfor rammen"."""
        words = self.reading.words(block)[:200].lower()
        return any(
            each in words
            for each in (
                "oppdragene",
                "oppdraga ",
                "alle oppdrag",
                "leveransane",
                "leveransene",
                "alle leveransar",
            )
        )

    # --- outside regions

    def leads_in(self, item: Item) -> bool:
        """True for a sentence that leads into a list of assignments."""
        if not isinstance(item, Paragraph) or item.marker is not None:
            return False
        words = self.reading.words(item)
        last = words[max(words.rfind(". "), 0) :]
        ends = words.endswith((":", " å", "å:"))
        return (
            ends and LEADS_IN.search(last) is not None and LEADS_IN_TO_OTHERS.search(last) is None
        )

    def list_end(self, items: Sequence[Item], at: int) -> int:
        """Where the list ends that may begin at `at`."""
        if at >= len(items) or not isinstance(items[at], Paragraph) or not self._is_item(items, at):
            return at
        return self._list_end(items, at)

    def listed(self, items: Sequence[Item]) -> Iterator[Item]:
        """A list's items, each outer one an assignment."""
        first = items[0]
        if _numbered(items) or not isinstance(first, Paragraph):
            yield from items
            return
        yield from _spliced(items, self._items(items, first))

    def alone(self, items: Sequence[Item], at: int) -> Iterator[Item]:
        """A heading over labels or an outright request, as an assignment's own; else the item."""
        item = items[at]
        yield item
        words = self._heading_words(item)
        if words is None or GENERAL_HEADING.search(words) or not is_title(words.rstrip(":")):
            return
        end = at + 1
        while end < len(items) and self._heading_words(items[end]) is None:
            if not isinstance(items[end], Paragraph | Table):
                return
            end += 1
        inside = items[at + 1 : end]
        labels = {
            label.field
            for block in inside
            if isinstance(block, Paragraph)
            and (label := match_label(self.reading.words(block), block.lead - block.start))
        }
        if len(labels) > 1 or self._asks_outright(inside):
            yield self._heading(item, _title_span(item), ends=_end(inside, _title_span(item).end))

    def _asks_outright(self, inside: Sequence[Item]) -> bool:
        texts = [block for block in inside if isinstance(block, Paragraph)]
        return any(
            ASKS.search(self.reading.words(block)) and self.reading.dates(block) for block in texts
        )

    # --- one assignment

    def _asks(self, item: Item) -> bool:
        if not isinstance(item, Paragraph):
            return False
        return REQUESTS.search(self.reading.words(item)) is not None

    def _titled(self, items: Sequence[Item], *, is_heading: bool = False) -> _Unit:
        """An assignment that begins with a paragraph: its title, if any, runs into its text."""
        block = items[0]
        assert isinstance(block, Paragraph)
        number = leading_code(self.reading.words(block))
        start = block.start + (number.end if number is not None else 0)
        words = self.reading.text[start : block.end]
        start += len(words) - len(words.lstrip(" .:–—-\t"))
        found = None
        if not is_heading:
            found = title_phrase(self.reading.text[start : block.end], block.lead - start)
        title: Span | None = Span(start, block.end)
        rest: Span | None = None
        if found is not None:
            title = Span(start, start + found.end)
            rest = Span(start + found.rest, block.end)
        elif not is_heading:
            title, rest = None, Span(start, block.end)
        heading = AssignmentHeading(
            Span(block.outer, block.end),
            number,
            Span(block.start + number.start, block.start + number.end) if number else None,
            (title,) if title is not None else (),
            block.style.size,
            rest=rest if rest is not None and rest.start < rest.end else None,
            ends=_end(items, block.end),
        )
        return _Unit(heading, tuple(items))

    def _heading(self, item: Item, title: Span, *, ends: int) -> AssignmentHeading:
        span = item if isinstance(item, Paragraph | Table) else item.span
        size = self.size
        return AssignmentHeading(Span(span.start, span.end), None, None, (title,), size, ends=ends)


def _groups(items: Sequence[Item]) -> Iterator[tuple[SectionHeading | None, list[Item]]]:
    """The items parted by the headings of sections among them."""
    heading: SectionHeading | None = None
    group: list[Item] = []
    for item in items:
        if isinstance(item, SectionHeading):
            if heading is not None or group:
                yield heading, group
            heading, group = item, []
        else:
            group.append(item)
    if heading is not None or group:
        yield heading, group


def _spliced(group: Sequence[Item], units: Sequence[_Unit]) -> Iterator[Item]:
    """The group with each unit's heading in place of the item that begins it."""
    heads = {id(unit.items[0]): unit.heading for unit in units}
    for item in group:
        yield heads.get(id(item), item)


def _cut(items: Sequence[Item], starts: Sequence[int]) -> Iterator[Sequence[Item]]:
    """The items from each start to the next."""
    for at, start in enumerate(starts):
        yield items[start : starts[at + 1] if at + 1 < len(starts) else len(items)]


def _numbered(items: Sequence[Item]) -> bool:
    """True where the letter numbers the assignments among the items."""
    return any(isinstance(item, AssignmentHeading) for item in items)


def _title_span(item: Item) -> Span:
    if isinstance(item, SectionHeading):
        return item.title
    return item if isinstance(item, Paragraph | Table) else item.span


def _end(items: Sequence[Item], otherwise: int) -> int:
    """Where the last of some items ends."""
    if not items:
        return otherwise
    last = items[-1]
    return last.end if isinstance(last, Paragraph | Table) else last.span.end


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
