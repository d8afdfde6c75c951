"""Indicators letter by letter: the same by their words within a goal; their targets move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.compare.item_ledger import (
    Entry,
    Given,
    ItemLedger,
    Sure,
    name_of_goal,
    stands_elsewhere,
)
from tildeling.compare.items import Pair
from tildeling.compare.naming import opening
from tildeling.compare.targets import moved_targets, targets_in_force
from tildeling.compare.twins import figureless, likeness, timeless, wording
from tildeling.comparison import Change, ChangeKind
from tildeling.letter import Goal, Indicator, Target


class IndicatorLedger(ItemLedger[Indicator]):
    """All indicators of a chain of letters."""

    added = "indicator_added"
    removed = "indicator_removed"

    def name_of(self, item: Indicator) -> str:
        """Its number, else its first eight words."""
        return item.number or opening(item.text)

    def label_of(self, item: Indicator) -> str | None:
        """What is measured."""
        return item.text

    def words_of(self, item: Indicator) -> str:
        """What is measured."""
        return item.text

    def stages(self) -> Sequence[Sure[Indicator]]:
        """The same words under one goal, under any, but for figures, nearly the same words."""
        return (_words_and_goal, _words, _words_but_figures, _alike)

    def amended(self, entry: Entry[Indicator], given: Given[Indicator]) -> Indicator:
        """With the targets that hold after an addendum, and the number that it had."""
        return given.item.model_copy(
            update={
                "number": given.item.number or entry.item.number,
                "targets": targets_in_force(
                    entry.item.targets, given.item.targets, (entry.given.year, given.year)
                ),
            }
        )

    def changes(self, entry: Entry[Indicator], now: Given[Indicator]) -> Iterator[Change]:
        """Other words, another goal, other targets. Numbers move with what is listed before."""
        old, new = entry.item, now.item
        pairs = list(moved_targets(old.targets, new.targets, (entry.given.year, now.year)))
        reworded = timeless(old.text) != timeless(new.text)
        # "Minst 85 pst. av sakene ..." with another figure is the target that moved.
        if reworded and pairs and figureless(old.text):
            reworded = figureless(old.text) != figureless(new.text)
        if reworded or stands_elsewhere(entry, now):
            yield self.change("indicator_changed", entry.given, now)
        yield from (self._of_target(pair, entry.item, now) for pair in pairs)

    def _of_target(self, pair: Pair[Target], old: Indicator, now: Given[Indicator]) -> Change:
        kind: ChangeKind = "target_changed"
        if pair.old is None or pair.new is None:
            kind = "target_added" if pair.old is None else "target_removed"
        return Change(
            kind=kind,
            key=self.name_of(now.item),
            label=now.item.text,
            goal=name_of_goal(now.goal),
            old=pair.old,
            new=pair.new,
            evidence_old=(pair.old or old).evidence,
            evidence_new=(pair.new or now.item).evidence,
        )


def _words_and_goal(entry: Entry[Indicator], given: Given[Indicator]) -> float:
    return entry.given.goal is given.goal and _words(entry, given)


def _words(entry: Entry[Indicator], given: Given[Indicator]) -> float:
    """The same words; of those under several goals, the ones under a goal that agrees first."""
    if wording(entry.item.text) != wording(given.item.text):
        return 0.0
    return 1.0 if _goals_agree(entry.given.goal, given.goal) else 0.5


def _words_but_figures(entry: Entry[Indicator], given: Given[Indicator]) -> float:
    bare = figureless(entry.item.text)
    return (
        bare != ""
        and bare == figureless(given.item.text)
        and _goals_agree(entry.given.goal, given.goal)
    )


def _alike(entry: Entry[Indicator], given: Given[Indicator]) -> float:
    if not _goals_agree(entry.given.goal, given.goal):
        return 0.0
    return likeness(timeless(entry.item.text), timeless(given.item.text))


def _goals_agree(old: Entry[Goal] | None, new: Entry[Goal] | None) -> bool:
    """One goal, or unknown in one of the letters, or a goal that is there no longer."""
    return old is new or old is None or new is None or not old.in_force
