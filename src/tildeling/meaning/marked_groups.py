"""What a group of items under one heading holds: one assignment, or a topic with several."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.meaning.asked_also import asks_also
from tildeling.meaning.headings import AssignmentHeading
from tildeling.meaning.marked_looks import Looks
from tildeling.meaning.marked_units import Unit, Units
from tildeling.meaning.marked_words import CHANGE_ALONE, STANDING_HEADING, TOPIC
from tildeling.meaning.outline import Item
from tildeling.scope.headings import SectionHeading
from tildeling.text.blocks import Paragraph

# So many paragraphs under one heading ask for something by a day: it is no assignment's title.
LEAST_REQUESTS = 2


class Groups:
    """Tells of the groups of one letter's items how many assignments they hold."""

    def __init__(self, looks: Looks, units: Units) -> None:
        self.looks = looks
        self.units = units

    def names_topic(self, item: Item) -> bool:
        """True for a heading that names no one thing: "Utgreiingar"."""
        words = self.looks.heading_words(item)
        return words is not None and TOPIC.fullmatch(words.strip(" :")) is not None

    def gives_more(self, group: Sequence[Item]) -> int:
        """Where a sentence after an assignment leads into a list of more; or the end."""
        after, asked = False, 0
        for at, item in enumerate(group):
            # First, as few sentences do: of each item whether it is one takes long.
            if not self.looks.gives_more(item):
                continue
            after, asked = after or any(map(self._is_one, group[asked:at])), at
            if after and at + 1 < self.units.list_end(group, at + 1) == len(group):
                return at
        return len(group)

    def _is_one(self, item: Item) -> bool:
        """True for an item that an assignment may be."""
        asks = self.looks.is_head(item) or self.looks.makes_request(item)
        return asks or (isinstance(item, Paragraph) and self.looks.gives(item))

    def are_topics(self, groups: Sequence[Sequence[Item]]) -> bool:
        """True where a section holds several assignments, or two and more several requests."""
        return any(map(self._is_topic, groups)) or sum(map(bool, map(self.requests, groups))) > 1

    def _is_topic(self, group: Sequence[Item]) -> bool:
        """True for a section with several assignments, by a list, a table or their titles."""
        return (
            self.units.is_list_of_assignments(group)
            or len(self.by_titles(group)) > 1
            or bool(self.units.by_asked_list(group))
            or sum(isinstance(item, AssignmentHeading) for item in group) > 1
            or any(len(self.looks.rows(item, announced=False)) > 1 for item in group)
        )

    def requests(self, group: Sequence[Item]) -> list[int]:
        """Where each of a group's paragraphs makes a request of its own, by a day of its own."""
        dated = [at for at, item in enumerate(group) if self.looks.makes_request(item)]
        if len(dated) < LEAST_REQUESTS or dated[0] > 0:
            return []
        others = [
            at
            for at, item in enumerate(group)
            if self.looks.asks_for_another(item) and not self.looks.goes_on(item)
        ]
        return sorted({*dated, *others})

    def ask_for_more(self, group: Sequence[Item], requests: Sequence[int]) -> bool:
        """True where each request after the first says so: "Departementet ber også om ..."."""
        return len(requests) >= LEAST_REQUESTS and all(
            isinstance(item := group[at], Paragraph) and asks_also(self.looks.reading.words(item))
            for at in requests[1:]
        )

    def holds_several(self, group: Sequence[Item]) -> bool:
        """True where a heading is a topic: several paragraphs, items or parts ask for their own."""
        asked = self.outright(group) or self.units.by_asked_list(group)
        return bool(asked) or self._has_titles(group)

    def _has_titles(self, group: Sequence[Item]) -> bool:
        """True where several parts with titles of their own ask each for something by a day."""
        units = self.by_titles(group) or self.units.by_marked_headings(group)
        parts = [unit.items for unit in units]
        return len(parts) >= LEAST_REQUESTS and all(
            any(map(self.looks.asks, part)) and any(map(self.looks.has_day, part)) for part in parts
        )

    def outright(self, group: Sequence[Item]) -> list[int]:
        """Where paragraphs begin that ask outright for something new; none but for several."""
        starts = [
            at
            for at, item in enumerate(group)
            if isinstance(item, Paragraph)
            and item.marker is None
            and self.looks.asks_outright_of(item)
            and not self.looks.goes_on(item)
            and not self.looks.names_again(item, group[:at])
        ]
        return starts if len(starts) >= LEAST_REQUESTS else []

    def may_be_one(self, heading: SectionHeading) -> bool:
        """True for a heading that may be an assignment's title: no standing part of letters."""
        words = self.looks.reading.words(heading.title)
        return not STANDING_HEADING.search(words) and not CHANGE_ALONE.fullmatch(words.strip(" :"))

    def by_titles(self, group: Sequence[Item]) -> list[Unit]:
        """The assignments of a group that have a title set apart, over their text or before it."""
        return self.units.by_minor_headings(group) or self.units.by_run_in_titles(group)
