"""Goals letter by letter: the same by title, or nearly the same words under one number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tildeling.compare.identity import folded
from tildeling.compare.item_ledger import (
    Entry,
    Given,
    ItemLedger,
    Sure,
    entry_at,
    stands_elsewhere,
)
from tildeling.compare.twins import figures_of, likeness, timeless, wording
from tildeling.comparison import Change
from tildeling.letter import Goal


class GoalLedger(ItemLedger[Goal]):
    """All goals of a chain of letters."""

    added = "goal_added"
    removed = "goal_removed"

    def name_of(self, item: Goal) -> str:
        """Its number, else its title."""
        return item.number or item.title

    def label_of(self, item: Goal) -> str | None:
        """Its title."""
        return item.title

    def words_of(self, item: Goal) -> str:
        """Its title."""
        return item.title

    def stages(self) -> Sequence[Sure[Goal]]:
        """Title and number, the title alone, the title but for a year, nearly the same words."""
        return (_number_and_title, _title, _title_but_year, _alike)

    def placed(
        self, given: Sequence[Given[Goal]], entries: Sequence[Entry[Goal]]
    ) -> Sequence[Given[Goal]]:
        """Each under its own goal, where it has one."""
        return [replace(one, goal=entry_at(entries, one.item.parent)) for one in given]

    def amended(self, entry: Entry[Goal], given: Given[Goal]) -> Goal:
        """A goal named alone in an addendum keeps its number and its place under another."""
        level = entry.item.level if given.goal is None else given.item.level
        number = given.item.number or entry.item.number
        return given.item.model_copy(update={"number": number, "level": level})

    def changes(self, entry: Entry[Goal], now: Given[Goal]) -> Iterator[Change]:
        """Other words, another number, another goal over it. A number left out is no change."""
        old, new = entry.item, now.item
        renumbered = bool(old.number and new.number) and folded(old.number) != folded(new.number)
        if renumbered or timeless(old.title) != timeless(new.title) or stands_elsewhere(entry, now):
            yield self.change("goal_changed", entry.given, now)


def _number_and_title(entry: Entry[Goal], given: Given[Goal]) -> float:
    return _same_number(entry, given) and _title(entry, given)


def _title(entry: Entry[Goal], given: Given[Goal]) -> float:
    return wording(entry.item.title) == wording(given.item.title)


def _title_but_year(entry: Entry[Goal], given: Given[Goal]) -> float:
    title = timeless(entry.item.title)
    return title != "" and title == timeless(given.item.title)


def _alike(entry: Entry[Goal], given: Given[Goal]) -> float:
    old, new = entry.item.title, given.item.title
    if not _same_number(entry, given) or figures_of(old) != figures_of(new):
        return 0.0
    return likeness(timeless(old), timeless(new))


def _same_number(entry: Entry[Goal], given: Given[Goal]) -> bool:
    return folded(entry.item.number) == folded(given.item.number)
