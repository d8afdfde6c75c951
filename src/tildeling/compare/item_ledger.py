"""Goals, indicators, reporting requirements and authorisations letter by letter.

One fold for both: a consolidated letter shows what a ledger holds, a diff what one fold changed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Generic, TypeVar

from tildeling.compare.identity import letter_number
from tildeling.compare.twins import ends, twins
from tildeling.comparison import Change, ChangeKind, ItemEvent, ItemStep
from tildeling.letter import (
    Authorisation,
    Evidence,
    Goal,
    Indicator,
    Letter,
    ReportingRequirement,
)

Item = TypeVar("Item", Goal, Indicator, ReportingRequirement, Authorisation)


@dataclass(frozen=True, slots=True)
class Given(Generic[Item]):
    """An item as one letter gives it."""

    item: Item
    year: int | None
    """The letter's: what is due the year after is due a year later in next year's letter."""
    goal: Entry[Goal] | None = None
    """The goal that it stands under, letter by letter."""
    assignment: int | None = None
    """Position of the assignment that it is about, among all that the letters give."""


@dataclass(slots=True, eq=False)
class Entry(Generic[Item]):
    """One item: its state in force and what each letter did with it."""

    given: Given[Item]
    in_force: bool = True
    steps: list[ItemStep] = field(default_factory=list)

    @property
    def item(self) -> Item:
        """The item as it is in force."""
        return self.given.item


# How sure it is that an item is one that was given before; 0 where it is not.
Sure = Callable[[Entry[Item], Given[Item]], float]


class ItemLedger(ABC, Generic[Item]):
    """All items of a kind that a chain of letters gives, folded one letter at a time."""

    added: ClassVar[ChangeKind]
    removed: ClassVar[ChangeKind]

    def __init__(self) -> None:
        self.entries: list[Entry[Item]] = []
        self.is_whole = False
        """True once a base letter is in: the next one takes its place."""

    def fold(
        self, letter: Letter, place: int, given: Sequence[Given[Item]]
    ) -> tuple[list[Entry[Item]], list[Change]]:
        """Enters what a letter gives: the entry of each item, and what the letter changes.

        What a base letter leaves out of an earlier one is removed; what an addendum does not
        mention is not.
        """
        fold = _Fold(self, letter, place)
        entries, changes = fold.all_of(given)
        self.is_whole = self.is_whole or letter.kind == "base"
        return entries, changes

    @abstractmethod
    def name_of(self, item: Item) -> str:
        """What stands as the key of its changes."""

    @abstractmethod
    def label_of(self, item: Item) -> str | None:
        """What it is, in words, where the key does not say it."""

    @abstractmethod
    def words_of(self, item: Item) -> str:
        """The words that may say that it is taken back."""

    @abstractmethod
    def stages(self) -> Sequence[Sure[Item]]:
        """What makes two items the same, the surest first."""

    @abstractmethod
    def amended(self, entry: Entry[Item], given: Given[Item]) -> Item:
        """The item in force after an addendum, which changes only what it says."""

    @abstractmethod
    def changes(self, entry: Entry[Item], now: Given[Item]) -> Iterator[Change]:
        """What differs between what was in force and what is now."""

    def placed(
        self, given: Sequence[Given[Item]], entries: Sequence[Entry[Item]]
    ) -> Sequence[Given[Item]]:
        """The items of a letter where they stand among each other, once all are known."""
        return given

    def moved_by(
        self, given: Given[Item], known: Sequence[Entry[Item]]
    ) -> Sequence[tuple[Entry[Item], Given[Item]]]:
        """What was given before and is moved by a sentence that is no item of its own."""
        return ()

    def change(self, kind: ChangeKind, old: Given[Item] | None, new: Given[Item] | None) -> Change:
        """A change of a whole item."""
        one = new or old
        assert one is not None
        return Change(
            kind=kind,
            key=self.name_of(one.item),
            label=self.label_of(one.item),
            goal=name_of_goal(one.goal),
            old=old.item if old else None,
            new=new.item if new else None,
            evidence_old=old.item.evidence if old else (),
            evidence_new=new.item.evidence if new else (),
        )


def name_of_goal(entry: Entry[Goal] | None) -> str | None:
    """A goal as its indicators name it: "2.1 Trygg ferdsel"."""
    if entry is None:
        return None
    return " ".join(filter(None, (entry.item.number, entry.item.title)))


def stands_elsewhere(entry: Entry[Any], now: Given[Any]) -> bool:
    """Whether an item stands under another goal than it did, and that one is still there."""
    before = entry.given.goal
    return before is not None and now.goal is not before and before.in_force


def entry_at(entries: Sequence[Entry[Goal]], place: int | None) -> Entry[Goal] | None:
    """The goal at a position in a letter's list."""
    return entries[place] if place is not None and 0 <= place < len(entries) else None


@dataclass(frozen=True, slots=True)
class _Fold(Generic[Item]):
    """One letter on its way into a ledger."""

    ledger: ItemLedger[Item]
    letter: Letter
    place: int

    def all_of(self, given: Sequence[Given[Item]]) -> tuple[list[Entry[Item]], list[Change]]:
        known = [entry for entry in self.ledger.entries if entry.in_force]
        found = twins(known, given, self.ledger.stages())
        entries = [known[found[at]] if at in found else Entry(one) for at, one in enumerate(given)]
        changes: list[Change] = []
        for at, one in enumerate(self.ledger.placed(given, entries)):
            moved = self._moved(one, known)
            if at in found:
                changes.extend(self._given_again(entries[at], one))
            elif moved:
                entries[at] = moved[0][0]
                for entry, now in moved:
                    changes.extend(self._changed(entry, now, one.item.evidence))
            else:
                changes.append(self._first(entries[at], one))
        if self._takes_place:
            kept = set(found.values())
            left = (entry for at, entry in enumerate(known) if at not in kept)
            changes.extend(self._take_back(entry) for entry in left)
        return entries, changes

    @property
    def _takes_place(self) -> bool:
        """Whether what the letter leaves out is gone with it."""
        return self.letter.kind == "base" and self.ledger.is_whole

    def _first(self, entry: Entry[Item], given: Given[Item]) -> Change:
        entry.given = given
        self.ledger.entries.append(entry)
        change = self.ledger.change(self.ledger.added, None, given)
        self._step(entry, "added", (change,), given.item.evidence)
        return change

    def _given_again(self, entry: Entry[Item], given: Given[Item]) -> Sequence[Change]:
        if ends(self.ledger.words_of(given.item)):
            return (self._take_back(entry, given.item.evidence),)
        before = entry.given
        now = replace(
            given,
            item=given.item if self._takes_place else self.ledger.amended(entry, given),
            goal=given.goal or before.goal,
            assignment=before.assignment if given.assignment is None else given.assignment,
        )
        return self._changed(entry, now, given.item.evidence)

    def _moved(
        self, given: Given[Item], known: Sequence[Entry[Item]]
    ) -> Sequence[tuple[Entry[Item], Given[Item]]]:
        return () if self._takes_place else self.ledger.moved_by(given, known)

    def _changed(
        self, entry: Entry[Item], now: Given[Item], evidence: tuple[Evidence, ...]
    ) -> Sequence[Change]:
        changes = tuple(self.ledger.changes(entry, now))
        if changes:
            entry.given = now
            self._step(entry, "amended", changes, evidence)
        return changes

    def _take_back(self, entry: Entry[Item], evidence: tuple[Evidence, ...] = ()) -> Change:
        """An item that the letter leaves out, or says where the evidence is that it is gone."""
        entry.in_force = False
        change = self.ledger.change(self.ledger.removed, entry.given, None)
        change = change.model_copy(update={"evidence_new": evidence})
        self._step(entry, "cancelled", (change,), evidence)
        return change

    def _step(
        self,
        entry: Entry[Item],
        event: ItemEvent,
        changes: tuple[Change, ...],
        evidence: tuple[Evidence, ...],
    ) -> None:
        entry.steps.append(
            ItemStep(
                letter=letter_number(self.letter),
                place=self.place,
                event=event,
                changes=changes,
                evidence=evidence,
            )
        )
