"""The kinds of items that a letter holds, and which of two letters' items are the same one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .truth import Json, folded

Same = Callable[[Json], object]


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of item. `same` are fields by which two are one: the surest first, then what is left.

    The first field of each must not be null. `core` are the fields that make an item right at all.
    """

    same: tuple[tuple[str, ...], ...]
    core: tuple[str, ...]


FAMILIES = {
    "sections": Family((("title", "number"), ("title",), ("number",)), ("number", "title")),
    "assignments": Family(
        (("number", "title"), ("number",), ("title",), ("description",)), ("number", "title")
    ),
    "renumberings": Family((("old", "new"), ("old",)), ("old", "new")),
    "deadlines": Family(
        (
            ("status", "date", "label", "text"),
            ("status", "date", "label"),
            ("status", "date"),
            ("date",),
            ("text",),
            ("label",),
        ),
        ("date", "status"),
    ),
    "financing": Family(
        (
            ("kind", "amount", "chapter", "post", "part_of", "text"),
            ("kind", "amount", "chapter", "post", "part_of"),
            ("kind", "amount", "chapter", "post"),
            ("amount", "chapter", "post"),
            ("amount",),
            ("text",),
            ("kind", "chapter", "post"),
        ),
        ("kind", "amount", "chapter", "post"),
    ),
    "budget_tables": Family((), ("unit",)),  # by their rows: `table_pairs`
    "rows": Family(
        (
            ("kind", "chapter", "post", "sub", "name", "amounts"),
            ("kind", "chapter", "post", "sub", "amounts"),
            ("kind", "chapter", "post", "name"),
            ("kind", "chapter", "post", "sub"),
            ("name", "amounts"),
            ("post", "chapter"),
            ("name",),
        ),
        ("chapter", "post", "kind", "amounts"),
    ),
    "goals": Family((("title",), ("number",)), ("number", "title")),
    "indicators": Family((("text",), ("number",)), ("text",)),
    "targets": Family(
        (("text", "year"), ("value", "unit", "year"), ("text",)), ("value", "comparison", "unit")
    ),
    "reporting": Family((("text",),), ("text",)),
    "authorisations": Family(
        (
            ("kind", "chapter", "post", "amount", "text"),
            ("kind", "chapter", "post", "amount"),
            ("kind", "chapter", "post"),
        ),
        ("kind", "chapter", "post", "amount"),
    ),
    "payments": Family((("date", "amount"), ("date",), ("text",)), ("date", "amount")),
    "references": Family((("kind", "number", "session"), ("kind", "number")), ("kind", "number")),
    "signatories": Family((("name",),), ("name", "title")),
    "findings": Family((("code", "key", "rule"), ("code", "key")), ("code", "key")),
}

OTHER = Family((("text",), ("title",), ("number",)), ("number", "title", "text"))
"""A kind of item that no one has described here."""


def family(name: str) -> Family:
    """How items of a kind are told apart."""
    return FAMILIES.get(name, OTHER)


def pairs(kind: Family, ones: Sequence[Json], others: Sequence[Json]) -> list[tuple[int, int]]:
    """Positions of the items that are the same one, each in one pair at most."""
    left, right = dict(enumerate(ones)), dict(enumerate(others))
    found: list[tuple[int, int]] = []
    for fields in kind.same:
        waiting: dict[str, list[int]] = {}
        for at, item in right.items():
            waiting.setdefault(_identity(item, fields), []).append(at)
        for at in list(left):
            name = _identity(left[at], fields)
            if name and waiting.get(name):
                mate = waiting[name].pop(0)
                found.append((at, mate))
                del left[at], right[mate]
    return sorted(found)


def _identity(item: Json, fields: Sequence[str]) -> str:
    values = [folded(item.get(field)) for field in fields]
    return repr(values) if values[0] is not None else ""


def table_pairs(ones: Sequence[Json], others: Sequence[Json]) -> list[tuple[int, int]]:
    """Positions of the tables that are one: those with the most rows in common."""
    counts = sorted(
        (
            (len(pairs(FAMILIES["rows"], one.get("rows", ()), other.get("rows", ()))), -i, -j)
            for i, one in enumerate(ones)
            for j, other in enumerate(others)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for count, i, j in counts:
        if count and -i not in found and -j not in found.values():
            found[-i] = -j
    return sorted(found.items())
