"""Assignments that have no number: what the letter marks as one by heading, list or sentence.

The contract's rule: an assignment is a heading of its own in a section of assignments; an item
(bullet, number, paragraph) under a heading or sentence that names assignments; a block with two of
an assignment's labels; a heading of its own over an outright request with a date. Each becomes an
`AssignmentHeading` in the outline, whose body ends where the next one or the section does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tildeling.meaning.amending_words import OF_CHANGES
from tildeling.meaning.asked_also import with_requests_between
from tildeling.meaning.headings import AssignmentHeading
from tildeling.meaning.marked_groups import Groups
from tildeling.meaning.marked_looks import Looks
from tildeling.meaning.marked_units import Units, end_of, is_numbered, spliced
from tildeling.meaning.marked_words import (
    DEMAND_HEADING,
    GENERAL_HEADING,
    OF_DEMANDS,
    ONE_ASSIGNMENT,
    STANDING_PART,
)
from tildeling.meaning.outline import Contents, GroupHeading, Item, span_of
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import is_title
from tildeling.scope.headings import BudgetHeading, SectionHeading
from tildeling.text.blocks import Paragraph, Span, Table, block_at

_ANY_HEADING = re.compile("")
_ROMAN = re.compile(r"[IVX]+")
# So many sections with a heading of assignments in each tell that those between have them too.
LEAST_OPENED = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """The outline with a heading before each assignment that has no number."""

    items: tuple[Item, ...]
    empty: tuple[Span, ...]
    """Headings that name assignments over tables or lists in which none was found."""


def mark_assignments(
    reading: Reading,
    items: Sequence[Item],
    budget_tables: frozenset[int],
    agency: frozenset[str] = frozenset(),
) -> Marked:
    """Marks what the letter marks as assignments without giving them numbers.

    `budget_tables` are the starts of the tables that hold budget rows, `agency` the recipient's
    names in small letters.
    """
    marker = _Marker(Looks(reading, budget_tables))
    marked = with_requests_between(marker.looks, marker.of_letter(items), agency)
    return Marked(tuple(marked), tuple(marker.empty))


class _Marker:
    """Reads the items of one letter."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.units = Units(looks)
        self.groups = Groups(looks, self.units)
        self.empty: list[Span] = []
        self.topics = False
        """Under the heading read last sections are topics, each with several assignments."""
        self.series: frozenset[int] = frozenset()
        """Where sections begin of which each has assignments, marked or by what is asked."""
        self.until = 0
        """Where the body of the last heading ends that is an assignment of its own."""
        self.of_changes = False
        """The heading read last says that assignments given earlier are changed under it."""
        self.demands: re.Pattern[str] | None = None
        """Which sections under the heading read last are demands, unless they ask for a thing."""

    def of_letter(self, items: Sequence[Item]) -> list[Item]:
        """All items of the letter, marked."""
        self.series = self._sections_in_series(items)
        return self.marked(items)

    def _sections_in_series(self, items: Sequence[Item]) -> frozenset[int]:
        """Where sections begin that stand among others with a heading of assignments in each.

        "3. Skog" and "4. Jord" have "Oppdrag" over what is asked: so has "5. Beredskap" what it
        asks, without such a heading, where it is a part of the same chapter (with a Roman number),
        or stands between two such sections.
        """
        found: set[int] = set()
        chapters = list(_chapters(items))
        in_chapters = len(chapters) > 1
        for chapter in chapters:
            opened = [
                any(
                    not isinstance(item, SectionHeading) and self.looks.opens(item)
                    for item in group
                )
                for heading, group in chapter
            ]
            if sum(opened) < LEAST_OPENED:
                continue
            first = 0 if in_chapters else opened.index(True)
            last = len(opened) - (0 if in_chapters else opened[::-1].index(True))
            found.update(each.title.start for each, _ in chapter[first:last] if each is not None)
        return frozenset(found)

    def marked(self, items: Sequence[Item]) -> list[Item]:
        """The items with a heading before each assignment among them."""
        marked: list[Item] = []
        at = 0
        inside = False  # under the heading of an assignment with a number: what stands there is its
        while at < len(items):
            item = items[at]
            if isinstance(item, AssignmentHeading):
                inside = not (item.listed or item.named)
            elif not isinstance(item, Paragraph | Table | Contents):
                inside = False
            if inside:
                marked.append(item)
                at += 1
                continue
            end = self.region_end(items, at)
            if end > at + 1:
                region = list(self.region(item, items[at + 1 : end]))
                if self._is_unread(region):
                    self.empty.append(_title_span(item))
                marked.extend((_as_group(item, region), *region))
                at = end
            elif self.looks.leads_in(item) and (end := self.units.list_end(items, at + 1)) > at + 1:
                marked.append(item)
                marked.extend(self.units.listed(items[at + 1 : end]))
                at = end
            elif topic := self._topic(items, at):
                marked.extend((item, *topic))
                at += 1 + len(topic)
            elif found := self._table_led_into(items, at):
                marked.extend((item, *found))
                at += 2
            else:
                marked.extend(self.alone(items, at))
                at += 1
        return marked

    def _topic(self, items: Sequence[Item], at: int) -> list[Item]:
        """What stands under a heading "Utgreiingar", where it asks outright for several things."""
        if not self.groups.names_topic(items[at]):
            return []
        group = list(takewhile(self._is_text, items[at + 1 :]))
        starts = self.groups.outright(group)
        if starts[:1] != [0] or not self.looks.asks_outright(group):
            return []
        return list(spliced(group, self.units.beginning_at(group, starts)))

    def _is_text(self, item: Item) -> bool:
        return isinstance(item, Paragraph) and self.looks.heading_words(item) is None

    def _table_led_into(self, items: Sequence[Item], at: int) -> list[AssignmentHeading]:
        """The rows of the table right under a sentence that leads into a list of assignments."""
        if at + 1 == len(items) or not self.looks.leads_in(items[at]):
            return []
        return self.looks.rows(items[at + 1], announced=True)

    def _is_unread(self, region: Sequence[Item]) -> bool:
        """True where a heading of assignments stands over a list or a table without any."""
        return not is_numbered(region) and any(
            (isinstance(item, Table) and item.start not in self.looks.budget_tables)
            or (isinstance(item, Paragraph) and item.marker is not None)
            for item in region
        )

    def region_end(self, items: Sequence[Item], at: int) -> int:
        """Where the region that an item opens ends; `at` where it opens none."""
        opening = items[at]
        if not self.looks.opens(opening):
            return at
        end = at + 1
        lettered = False  # "A. Losordning", "B. Sjøkart" under a heading with a number
        while end < len(items):
            letter = _letter(items[end]) if _has_digits(opening) else None
            lettered = lettered or letter == "A"
            if not (lettered and letter) and self._ends(opening, items[end]):
                break
            end += 1
        return end

    def _ends(self, opening: Item, item: Item) -> bool:
        if isinstance(item, BudgetHeading):
            return True
        if isinstance(item, GroupHeading):
            return not self.looks.opens(item) and not isinstance(opening, SectionHeading)
        if isinstance(item, SectionHeading):
            return not (isinstance(opening, SectionHeading) and self._is_under(item, opening))
        if (
            isinstance(opening, Paragraph)
            and isinstance(item, Paragraph)
            and self.looks.is_minor(item)
        ):
            return item.style == opening.style
        if isinstance(item, Table):
            return item.start in self.looks.budget_tables and not isinstance(
                opening, SectionHeading
            )
        return False

    def _is_under(self, item: SectionHeading, opening: SectionHeading) -> bool:
        if opening.number is not None and item.number is not None:
            return item.level > opening.level
        if opening.number is not None:
            return item.number is None and item.size <= opening.size
        if item.number is not None:
            return False
        words, over = self.looks.reading.words(item.title), self.looks.reading.words(opening.title)
        if abs(item.size - opening.size) > 0.04 * opening.size:
            return item.size < opening.size
        return over.isupper() and not words.isupper()

    def region(self, opening: Item, items: Sequence[Item]) -> Iterator[Item]:
        """The items under an opening heading, with the headings of assignments among them."""
        words = self.looks.heading_words(opening)
        self.of_changes = words is not None and OF_CHANGES.search(words) is not None
        demands = self._demands_of(words or "", items)
        own = self._own_assignment(opening, items)
        if own is not None:
            yield own
            yield from items
            return
        items = list(map(self._as_title, items))
        at = 0
        while at < len(items):
            openers = (each for each in range(at, len(items)) if self.looks.opens(items[each]))
            nested = next(openers, len(items))
            self.demands = demands
            yield from self._groups(items[at:nested], nested=items[nested : nested + 1])
            at = nested
            if at < len(items):
                is_section = isinstance(items[at], SectionHeading)
                # After it stand the outer heading's other sections.
                end = self.region_end(items, at) if is_section else len(items)
                yield from self.marked(items[at:end])
                at = end

    def _demands_of(self, words: str, items: Sequence[Item]) -> re.Pattern[str] | None:
        """The headings of demands under "Oppdrag og føringer", which names both.

        Where one of its sections names the assignments itself, all the others are demands.
        """
        if not OF_DEMANDS.search(words):
            return None
        sections = [item for item in items if isinstance(item, SectionHeading)]
        return _ANY_HEADING if any(map(self.looks.opens, sections)) else DEMAND_HEADING

    def _is_demand(self, heading: SectionHeading, group: Sequence[Item]) -> bool:
        """True for a section that says how things are to be, and asks for nothing by a day."""
        if self.demands is None or not self.demands.search(self.looks.reading.words(heading.title)):
            return False
        asks = self.looks.asks_outright(group) or self.looks.has_labels(group)
        is_given = is_numbered(group) or any(isinstance(item, Table) for item in group)
        return not (asks or is_given) and not any(
            self.looks.makes_request(item)
            or self.looks.leads_in(item)
            or self.looks.asks_outright_of(item)
            for item in group
        )

    def _as_title(self, item: Item) -> Item:
        """A heading "O 12 Felles register" among assignments as the title that it is."""
        if not isinstance(item, SectionHeading) or item.number is not None:
            return item
        block = block_at(self.looks.reading.blocks, item.title.start)
        return block if isinstance(block, Paragraph) and self.looks.has_code(block) else item

    def _groups(self, items: Sequence[Item], nested: Sequence[Item]) -> Iterator[Item]:
        """The sections of a region, up to one that names assignments itself: the `nested` one."""
        inside = bool(nested) and not isinstance(nested[0], SectionHeading)
        groups = list(_groups(items))
        self.topics = self.groups.are_topics(
            [group for heading, group in groups if heading is not None]
        )
        for at, (heading, group) in enumerate(groups):
            if heading is None:
                yield from self._group(group, under=None)
                continue
            yield heading
            own = self._own_assignment(heading, group)
            if own is not None:
                yield own
                yield from group
            elif inside and at == len(groups) - 1:
                yield from group  # the next heading says what is asked in this section
            else:
                yield from self._group(group, under=heading)

    def _own_assignment(self, heading: Item, group: Sequence[Item]) -> AssignmentHeading | None:
        """The assignment that a heading is itself: "Nytt oppdrag: Underlag for prising"."""
        words = self.looks.heading_words(heading)
        match = ONE_ASSIGNMENT.match(words) if words is not None else None
        if match is None or is_numbered(group):
            return None
        if match["label"] is None and self.groups.holds_several(group):
            return None  # "Oppdrag om digitalisering og formidling", over a request a paragraph
        span = _title_span(heading)
        return self.units.heading(
            heading,
            Span(span.start + len(match["label"] or ""), span.end),
            ends=end_of(group, span.end),
        )

    def _group(self, group: Sequence[Item], under: SectionHeading | None) -> Iterator[Item]:
        """A group's items; `under` is its heading where that names no assignments itself."""
        if under is not None and self._is_demand(under, group):
            yield from group
            return
        more = self.groups.gives_more(group)
        if more < len(group):
            # A heading over several is the title of none.
            yield from self._group(group[:more], under=None)
            yield group[more]
            yield from self.units.listed(group[more + 1 :])
            return
        if is_numbered(group):
            first = next(at for at, each in enumerate(group) if isinstance(each, AssignmentHeading))
            before = group[:first]
            heads_box = isinstance(group[0], Table) and self.looks.has_labels(before)
            if under is not None and (heads_box or self.looks.asks_outright(before)):
                yield self.units.heading(under, under.title, ends=end_of(before, under.span.end))
                yield from before
                group = group[first:]
            yield from self._among_numbered(group)
            return
        tables = [at for at, item in enumerate(group) if isinstance(item, Table)]
        if under is not None and self.looks.lists_deliveries(group):
            tables = []
        rows = {at: found for at in tables if (found := self._rows(group, at, under))}
        if rows:
            yield from self._around_tables(group, rows)
            return
        units = self.groups.by_titles(group)
        if under is None:
            units = units or self.units.by_marked_headings(group)
        else:
            units = units or self.units.by_asked_list(group)
        if units:
            yield from spliced(group, units)
            return
        if under is not None and not self.units.is_list_of_assignments(group):
            requests = self.groups.requests(group)
            if not self.topics and not self.groups.ask_for_more(group, requests):
                requests = []
            if self.groups.names_topic(under):
                outright = self.groups.outright(group)
                requests = outright if outright[:1] == [0] else requests
            if requests:
                yield from spliced(group, self.units.beginning_at(group, requests))
                return
            if self.groups.may_be_one(under) and (
                any(self.looks.asks(item) for item in group)
                or self.looks.has_labels(group)
                or self.looks.changes(under, group)
                or (self.of_changes and any(map(self.looks.names_given, group)))
            ):
                end = end_of(group, under.span.end)
                yield self.units.heading(under, under.title, ends=end)
            yield from group
            return
        units = (
            self.units.by_running_points(group)
            or self.units.by_list(group)
            or self.units.by_paragraph(group)
        )
        yield from spliced(group, units)

    def _rows(
        self, group: Sequence[Item], at: int, under: SectionHeading | None
    ) -> list[AssignmentHeading]:
        """The assignments that the rows of a group's table are."""
        over = group[at - 1] if at else None
        announced = under is None or self.looks.names_tasks(under)
        if isinstance(over, Paragraph) and not self.looks.is_head(over):
            announced = self.looks.leads_into_table(over) or (
                announced and not any(self.looks.asks(item) for item in group)
            )
        found = self.looks.rows(group[at], announced=announced)
        is_box = not any(each.title or each.number for each in found)
        return [] if is_box and over is not None and self.looks.is_head(over) else found

    def _around_tables(
        self, group: Sequence[Item], rows: dict[int, list[AssignmentHeading]]
    ) -> Iterator[Item]:
        """Tables of assignments, and those with a title of their own before and after them.

        The sentence over a table is of the table, and of no assignment before it.
        """
        start = 0
        for at, found in rows.items():
            over = group[at - 1] if at > start else None
            leads = isinstance(over, Paragraph) and self.looks.leads_into_table(over)
            before = group[start : at - 1 if leads else at]
            yield from spliced(before, self.groups.by_titles(before))
            yield from group[at - 1 : at] if leads else ()
            yield from found
            start = at + 1
        after = group[start:]
        yield from spliced(after, self.groups.by_titles(after))

    def _among_numbered(self, group: Sequence[Item]) -> Iterator[Item]:
        """A group with numbered assignments.

        Headings set like theirs may stand among them, and a sentence that asks for more may lead
        into a list.
        """
        style = None
        runs_in = False  # the numbered ones have their titles before their text, in its paragraph
        at = 0
        while at < len(group):
            item = group[at]
            if isinstance(item, AssignmentHeading):
                block = block_at(self.looks.reading.blocks, item.span.start)
                bold = isinstance(block, Paragraph) and block.style.bold
                style = block.style if isinstance(block, Paragraph) and bold else None
                runs_in = isinstance(block, Paragraph) and block.start < block.lead < block.end
            if (at == 0 or runs_in) and self.units.has_run_in_title(item):
                end = _next_numbered(group, at)
                yield from spliced(group[at:end], self.units.by_run_in_titles(group[at:end]))
                at = end
                continue
            is_peer = isinstance(item, Paragraph) and (style is None or style == item.style)
            if is_peer and not _is_title_below(group, at) and self.looks.heads_text(group, at):
                end = _next_numbered(group, at)
                end -= self._leads_to_numbered(group, end - 1)
                yield from spliced(group[at:end], self.units.by_minor_headings(group[at:end]))
                at = end
                continue
            if isinstance(item, Paragraph) and self._leads_to_numbered(group, at):
                yield GroupHeading(Span(item.start, item.end))
                at += 1
                continue
            leads = isinstance(item, Paragraph) and (
                self.looks.leads_on(item) or (at == 0 and self.looks.asks_for_list(item))
            )
            end = self.units.list_end(group, at + 1) if leads else at
            if isinstance(item, Paragraph) and end > at + 1:
                yield GroupHeading(Span(item.start, item.end))  # it ends the one before it
                yield from self.units.listed(group[at + 1 : end])
                at = end
                continue
            boxed: list[Item] = [*self.looks.boxed(item, group[at - 1] if at else None)]
            yield from boxed or [item]
            at += 1

    def _leads_to_numbered(self, group: Sequence[Item], at: int) -> bool:
        """True for "I tillegg gir vi disse oppdragene:" over assignments with numbers."""
        below = group[at + 1] if at + 1 < len(group) else None
        return isinstance(below, AssignmentHeading) and self.looks.leads_in(group[at])

    def alone(self, items: Sequence[Item], at: int) -> Iterator[Item]:
        """A heading over labels or an outright request, as an assignment's own; else the item."""
        item = items[at]
        is_inside = span_of(item).start < self.until
        labelled = None if is_inside else self.units.labelled(items, at)
        yield labelled or item
        words = self.looks.heading_words(item)
        if words is None or not is_title(words.rstrip(":")):
            return
        in_series = _title_span(item).start in self.series
        if (STANDING_PART if in_series else GENERAL_HEADING).search(words):
            return
        end = at + 1
        while end < len(items) and self.looks.heading_words(items[end]) is None:
            if isinstance(items[end], AssignmentHeading):
                break
            if not isinstance(items[end], Paragraph | Table):
                return
            end += 1
        inside = items[at + 1 : end]
        if sum(map(self.looks.is_labelled, inside)) > 1:
            return
        if self.looks.has_labels(inside) or self.looks.asks_outright(inside):
            self.until = end_of(inside, _title_span(item).end)
            yield self.units.heading(item, _title_span(item), ends=self.until)


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


def _chapters(
    items: Sequence[Item],
) -> Iterator[list[tuple[SectionHeading | None, list[Item]]]]:
    """The sections by the chapters they are parts of: Roman numbers part them, where there are."""
    chapter: list[tuple[SectionHeading | None, list[Item]]] = []
    for heading, group in _groups(items):
        if heading is not None and heading.number is not None and _ROMAN.fullmatch(heading.number):
            yield chapter
            chapter = []
            continue
        chapter.append((heading, group))
    yield chapter


def _as_group(opening: Item, region: Sequence[Item]) -> Item:
    """A line over assignments without number, as a group's heading: it ends the one before it."""
    first = next((item for item in region if isinstance(item, AssignmentHeading)), None)
    if isinstance(opening, Paragraph) and first is not None and first.number is None:
        return GroupHeading(Span(opening.start, opening.end))
    return opening


def _next_numbered(group: Sequence[Item], at: int) -> int:
    """Where the next assignment with a number stands, or the group ends."""
    later = range(at + 1, len(group))
    return next((at for at in later if isinstance(group[at], AssignmentHeading)), len(group))


def _is_title_below(group: Sequence[Item], at: int) -> bool:
    """True for the line right under a number that has no title beside it."""
    above = group[at - 1] if at else None
    return isinstance(above, AssignmentHeading) and not above.title


def _has_digits(opening: Item) -> bool:
    return isinstance(opening, SectionHeading) and (opening.number or "")[:1].isdigit()


def _letter(item: Item) -> str | None:
    """The letter that numbers a heading, large."""
    number = item.number if isinstance(item, SectionHeading) else None
    return number.upper() if number is not None and re.fullmatch(r"[A-Za-z]", number) else None


def _title_span(item: Item) -> Span:
    return item.title if isinstance(item, SectionHeading) else span_of(item)
