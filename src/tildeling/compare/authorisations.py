"""Authorisations letter by letter: the same by kind, post and other side; their ceilings move."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence

from tildeling.compare.item_ledger import Entry, Given, ItemLedger, Sure
from tildeling.compare.twins import figureless, likeness, timeless, wording
from tildeling.comparison import Change
from tildeling.letter import Authorisation

# "inntil 5 pst. av bevilgningen", "leieavtaler på inntil 10 år": a ceiling that is no sum.
_LIMIT = re.compile(r"\b(\d+(?:[.,]\d+)?)\s*(pst|prosent|%|år\b)", re.IGNORECASE)
# A sum in words that no ceiling was read from: what was in force holds no longer for sure.
_SUM = re.compile(r"\d\s*(?:mill\w*\.?|mrd\.?|milliard\w*|kr|kroner)\b", re.IGNORECASE)
_UNITS = {"pst": "%", "prosent": "%", "%": "%", "år": "år"}


class AuthorisationLedger(ItemLedger[Authorisation]):
    """All authorisations of a chain of letters."""

    added = "authorisation_added"
    removed = "authorisation_removed"

    def name_of(self, item: Authorisation) -> str:
        """Its kind and post: "commitment 291/60"."""
        if item.chapter is None:
            return item.kind
        post = "" if item.post is None else f"/{item.post}"
        return f"{item.kind} {item.chapter}{post}"

    def label_of(self, item: Authorisation) -> str | None:
        """Nothing but its words."""
        return None

    def words_of(self, item: Authorisation) -> str:
        """Its words."""
        return item.text

    def stages(self) -> Sequence[Sure[Authorisation]]:
        """Of several of one kind on one post, the one with the ceiling or the words first.

        One for no post in particular, or of no kind that has a name, is known by its words.
        """
        return (_matter_and_ceiling, _matter_and_words, _matter_and_likeness, _matter)

    def amended(self, entry: Entry[Authorisation], given: Given[Authorisation]) -> Authorisation:
        """With the ceiling that it had, where an addendum names no sum."""
        names_sum = given.item.amount is not None or _SUM.search(given.item.text)
        amount = given.item.amount if names_sum else entry.item.amount
        return given.item.model_copy(update={"amount": amount})

    def changes(self, entry: Entry[Authorisation], now: Given[Authorisation]) -> Iterator[Change]:
        """Another ceiling, in kroner, per cent or years; other words for the same are none."""
        old, new = entry.item, now.item
        limits = _limits(old), _limits(new)
        if old.amount != new.amount or (all(limits) and limits[0] != limits[1]):
            change = self.change("authorisation_changed", entry.given, now)
            if old.amount is not None and new.amount is not None:
                change = change.model_copy(update={"delta": new.amount - old.amount})
            yield change


def _matter_and_ceiling(entry: Entry[Authorisation], given: Given[Authorisation]) -> float:
    ceiling = given.item.amount
    same = ceiling is not None and entry.item.amount == ceiling
    return _same_matter(entry.item, given.item) and same


def _matter_and_words(entry: Entry[Authorisation], given: Given[Authorisation]) -> float:
    if not _same_matter(entry.item, given.item):
        return 0.0
    return wording(entry.item.text) == wording(given.item.text)


def _matter_and_likeness(entry: Entry[Authorisation], given: Given[Authorisation]) -> float:
    if not _same_matter(entry.item, given.item):
        return 0.0
    old, new = entry.item.text, given.item.text
    if figureless(old) and figureless(timeless(old)) == figureless(timeless(new)):
        return 1.0
    return likeness(timeless(old), timeless(new))


def _matter(entry: Entry[Authorisation], given: Given[Authorisation]) -> float:
    one = given.item
    is_told_apart = one.kind != "other" and one.chapter is not None
    return is_told_apart and _same_matter(entry.item, one)


def _same_matter(old: Authorisation, new: Authorisation) -> bool:
    return _matter_of(old) == _matter_of(new)


def _matter_of(one: Authorisation) -> Hashable:
    return (one.kind, one.chapter, one.post, one.counter_chapter, one.counter_post)


def _limits(one: Authorisation) -> frozenset[tuple[str, str]]:
    """Ceilings that are no sums: shares of a grant, years of a lease."""
    return frozenset(
        (figure.replace(",", "."), _UNITS[unit.casefold()])
        for figure, unit in _LIMIT.findall(one.text)
    )
