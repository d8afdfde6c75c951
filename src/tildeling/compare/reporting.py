"""Reporting requirements letter by letter: the same by their words; their deadlines move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from tildeling.compare.identity import folded
from tildeling.compare.item_ledger import Entry, Given, ItemLedger, Sure
from tildeling.compare.moved_deadlines import moves_a_deadline
from tildeling.compare.naming import opening
from tildeling.compare.twins import likeness, timeless, wording
from tildeling.comparison import Change
from tildeling.letter import Deadline, ReportDocument, ReportingRequirement


class ReportingLedger(ItemLedger[ReportingRequirement]):
    """All reporting requirements of a chain of letters."""

    added = "reporting_added"
    removed = "reporting_removed"

    def name_of(self, item: ReportingRequirement) -> str:
        """Its first eight words."""
        return opening(item.text)

    def label_of(self, item: ReportingRequirement) -> str | None:
        """Nothing but its words."""
        return None

    def words_of(self, item: ReportingRequirement) -> str:
        """Its words."""
        return item.text

    def stages(self) -> Sequence[Sure[ReportingRequirement]]:
        """The same words but for years, due on the same day; the same words; nearly the same.

        Each letter asks for two years' annual reports: the second is next year's first.
        """
        return (_words_and_day, _words_and_document, _words, _words_but_year, _alike)

    def amended(
        self, entry: Entry[ReportingRequirement], given: Given[ReportingRequirement]
    ) -> ReportingRequirement:
        """With the deadlines and documents that it had, where an addendum names none."""
        old, new = entry.item, given.item
        documents = new if _documents(new) else old
        return new.model_copy(
            update={
                "deadlines": new.deadlines or old.deadlines,
                "document": documents.document,
                "documents": documents.documents,
                "section": new.section or old.section,
            }
        )

    def moved_by(
        self,
        given: Given[ReportingRequirement],
        known: Sequence[Entry[ReportingRequirement]],
    ) -> Sequence[tuple[Entry[ReportingRequirement], Given[ReportingRequirement]]]:
        """What goes into a report whose deadline moves; none where two may be meant."""
        item = given.item
        if not item.deadlines or not moves_a_deadline(item.text):
            return ()
        due = [
            entry
            for entry in known
            if entry.item.deadlines and _documents(entry.item) & _documents(item)
        ]
        if len({_days(entry.item, None) for entry in due}) != 1:
            return ()
        update = {"deadlines": item.deadlines, "evidence": item.evidence}
        return [
            (entry, replace(entry.given, item=entry.item.model_copy(update=update)))
            for entry in due
        ]

    def changes(
        self, entry: Entry[ReportingRequirement], now: Given[ReportingRequirement]
    ) -> Iterator[Change]:
        """Other words, another deadline, another document."""
        old, new = entry.item, now.item
        if (
            timeless(old.text) != timeless(new.text)
            or _days(old, entry.given.year) != _days(new, now.year)
            or _documents(old) != _documents(new)
        ):
            yield self.change("reporting_changed", entry.given, now)


def _words_and_day(entry: Entry[ReportingRequirement], given: Given[ReportingRequirement]) -> float:
    old, new = entry.item, given.item
    days = _days(old, entry.given.year)
    return (
        bool(days)
        and days == _days(new, given.year)
        and timeless(old.text) == timeless(new.text) != ""
        and _documents(old) == _documents(new)
    )


def _words_and_document(
    entry: Entry[ReportingRequirement], given: Given[ReportingRequirement]
) -> float:
    return _words(entry, given) and _documents(entry.item) == _documents(given.item)


def _words(entry: Entry[ReportingRequirement], given: Given[ReportingRequirement]) -> float:
    return wording(entry.item.text) == wording(given.item.text)


def _words_but_year(
    entry: Entry[ReportingRequirement], given: Given[ReportingRequirement]
) -> float:
    words = timeless(entry.item.text)
    return words != "" and words == timeless(given.item.text)


def _alike(entry: Entry[ReportingRequirement], given: Given[ReportingRequirement]) -> float:
    return likeness(timeless(entry.item.text), timeless(given.item.text))


def _documents(item: ReportingRequirement) -> frozenset[ReportDocument]:
    return frozenset(item.documents or ((item.document,) if item.document else ()))


def _days(item: ReportingRequirement, letter_year: int | None) -> frozenset[Hashable]:
    """When it is due, counted from the letter's year: the same day a year later is no change."""
    return frozenset(_day(deadline, letter_year or 0) for deadline in item.deadlines)


def _day(deadline: Deadline, letter_year: int) -> Hashable:
    if deadline.date is None:
        return (deadline.status, deadline.recurrence, folded(deadline.text))
    return (_in_year(deadline.date, letter_year), deadline.recurrence)


def _in_year(day: dt.date, letter_year: int) -> tuple[int, int, int]:
    return (day.year - letter_year, day.month, day.day)
