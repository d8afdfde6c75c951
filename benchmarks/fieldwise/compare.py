"""Two readings of a letter, field by field; the truth, if there is one, judges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .items import family, pairs, table_pairs
from .truth import Json, agrees, folded, is_judged, is_optional

Verdict = Literal["mended", "lost", "open"]

HEADER = ("agency", "ministry")
"""Parts of a letter that are one item each."""

NESTED = ("deadlines", "financing", "rows", "targets")
"""Lists inside items that are compared item by item."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that the two readings give differently."""

    family: str
    field: str
    place: str
    old: object
    new: object
    verdict: Verdict


@dataclass(slots=True)
class Beside:
    """What comes of laying two readings of one letter beside each other."""

    same: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def lists(self, kind: str, old: Json, new: Json, truth: Json | None, place: str = "") -> None:
        """Compares one list of items of a letter or of an item, `kind`."""
        wanted = truth.get("findings_expected" if kind == "findings" else kind) if truth else None
        for one, other, want in _triplets(kind, old[kind], new[kind], wanted):
            item = one or other
            assert item is not None
            where = f"{place} {_name(kind, item)}".strip()
            if one is not None and other is not None:
                self.item(kind, one, other, want, where)
                continue
            verdict = _verdict_of_one(kind, item, want, truth, wanted, is_new=one is None)
            self.differences.append(
                Difference(kind, "(item)", where, _shown(one), _shown(other), verdict)
            )
            for nested in NESTED:
                if nested in item and nested != "rows":
                    without: Json = {nested: []}
                    self.lists(nested, one or without, other or without, want, where)

    def item(self, kind: str, old: Json, new: Json, want: Json | None, place: str) -> None:
        """Compares the fields of one item that both readings have."""
        for name in old.keys() & new.keys():
            if name == "rows":
                continue  # compared over the whole letter
            if kind and name in NESTED:
                self.lists(name, old, new, want, place)
            elif kind == "" and isinstance(old[name], list) and _holds_items(old[name], new[name]):
                continue
            elif kind == "" and name in HEADER:
                self._part(name, old[name] or {}, new[name] or {}, want)
            else:
                self._value(kind or "letter", name, (old[name], new[name]), want, place)

    def _part(self, name: str, old: Json, new: Json, truth: Json | None) -> None:
        want = truth.get(name) if truth else None
        if isinstance(want, dict) and truth:
            want = want | {"_name_alt": [_called(x) for x in truth.get(f"_{name}_alt", ())]}
        for part in old.keys() | new.keys():
            values = old.get(part), new.get(part)
            self._value("letter", f"{name}.{part}", values, want, "")

    def _value(
        self, kind: str, name: str, values: tuple[object, object], want: Json | None, place: str
    ) -> None:
        old, new = values
        if _comparable(name, old) == _comparable(name, new):
            self.same[kind] += 1
            return
        verdict: Verdict = "open"
        asked = name.rpartition(".")[2]
        if want and is_judged(want, asked):
            verdict = _verdict(agrees(want, asked, old), agrees(want, asked, new))
        self.differences.append(Difference(kind, name, place, old, new, verdict))


def beside(old: Json, new: Json, truth: Json | None) -> Beside:
    """Compares two readings of a letter, over what both of their schemas have."""
    found = Beside()
    left_out = {"schema_version", "source"}
    old, new = ({k: v for k, v in one.items() if k not in left_out} for one in (old, new))
    found.item("", old, new, truth, "")
    for kind in old:
        if kind in new and isinstance(old[kind], list) and _holds_items(old[kind], new[kind]):
            found.lists(kind, old, new, truth)
    # Rows are compared over the whole letter: it may cut its tables differently.
    tables = truth is not None and "budget_tables" in truth
    wanted = {"rows": rows_of(truth)} if truth and tables else None
    found.lists("rows", {"rows": rows_of(old)}, {"rows": rows_of(new)}, wanted)
    return found


def rows_of(letter: Json) -> list[Json]:
    """All rows of a letter's budget tables."""
    tables = [*letter.get("budget_tables", ()), *letter.get("_optional_budget_tables", ())]
    optional = {"_optional": True}
    return [
        row | optional if table.get("_optional") or table not in letter["budget_tables"] else row
        for table in tables
        for row in table.get("rows", ())
    ]


def _holds_items(*lists: Sequence[object]) -> bool:
    return any(isinstance(item, dict) for items in lists for item in items)


def _triplets(
    kind: str, olds: Sequence[Json], news: Sequence[Json], wanted: Sequence[Json] | None
) -> Iterable[tuple[Json | None, Json | None, Json | None]]:
    """What is the same item in both readings and the truth; None where one has it not."""
    match = table_pairs if kind == "budget_tables" else lambda a, b: pairs(family(kind), a, b)
    mates: dict[int, int] = {}
    wants: dict[int, Json] = {}
    new_wants: dict[int, Json] = {}
    if wanted is not None:
        in_old = dict(match(wanted, olds))
        in_new = dict(match(wanted, news))
        wants = {at: wanted[place] for place, at in in_old.items()}
        new_wants = {at: wanted[place] for place, at in in_new.items()}
        mates = {at: in_new[place] for place, at in in_old.items() if place in in_new}
    left = [at for at in range(len(olds)) if at not in mates]
    right = [at for at in range(len(news)) if at not in mates.values()]
    for one, other in match([olds[at] for at in left], [news[at] for at in right]):
        mates[left[one]] = right[other]
    for at, item in enumerate(olds):
        mate = mates.get(at)
        want = wants.get(at) or (new_wants.get(mate) if mate is not None else None)
        yield item, news[mate] if mate is not None else None, want
    for at, item in enumerate(news):
        if at not in mates.values():
            yield None, item, new_wants.get(at)


def _verdict_of_one(
    kind: str,
    item: Json,
    want: Json | None,
    truth: Json | None,
    wanted: Sequence[Json] | None,
    *,
    is_new: bool,
) -> Verdict:
    """The verdict on an item that only one of the two readings has."""
    if wanted is None or truth is None:
        return "open"
    if want is None:
        if forgiven(kind, item, truth, wanted):
            return "open"
        return "lost" if is_new else "mended"
    if is_optional(want):
        return "open"
    core = [name for name in family(kind).core if is_judged(want, name)]
    if not all(agrees(want, name, item.get(name)) for name in core):
        return "open"
    return "mended" if is_new else "lost"


def _verdict(old_agrees: bool, new_agrees: bool) -> Verdict:
    if old_agrees == new_agrees:
        return "open"
    return "mended" if new_agrees else "lost"


def forgiven(kind: str, item: Json, truth: Json, wanted: Sequence[Json]) -> bool:
    """True for an item that the truth neither has nor excludes."""
    spare = [*truth.get(f"_optional_{kind}", ()), *truth.get("_orphans", {}).get(kind, ())]
    core = family(kind).core
    if any(all(agrees(one, name, item.get(name)) for name in core) for one in spare):
        return True
    match kind:
        case "findings":
            return item.get("severity") != "error" or any(
                item.get("code") == one.get("code") and item.get("key") in one.get("keys", ())
                for one in truth.get("_forgive_findings", ())
            )
        case "sections":
            forgiven = {folded(title).rstrip(":") for title in truth.get("_forgive_sections", ())}
            unnumbered = item.get("number") is None
            known = folded(item.get("title") or "").rstrip(":") in forgiven
            return unnumbered and (known or bool(truth.get("_any_unnumbered_section")))
        case "references":
            return item.get("kind") not in {one.get("kind") for one in wanted}
        case "deadlines":
            passing = item.get("status") in ("immediate", "ongoing")
            return passing and bool(truth.get("_forgive_deadlines"))
        case "financing":
            see = item.get("kind") == "see_section" and any(w.get("_forgive_see") for w in wanted)
            return see or item.get("part_of") is not None
    return False


def _comparable(name: str, value: object) -> object:
    """Evidence by its pages and words: two readings' boxes may differ by a hair."""
    if name == "evidence" and isinstance(value, list):
        return [(piece.get("page"), folded(piece.get("text"))) for piece in value]
    return folded(value)


def _called(body: object) -> object:
    return body.get("name") if isinstance(body, dict) else body


def _name(kind: str, item: Json) -> str:
    """What an item is called in the list of differences."""
    if kind == "rows":
        return f"{item.get('chapter')}/{item.get('post')} {item.get('name') or item.get('kind')}"
    if kind == "findings":
        return f"{item.get('code')} {item.get('key')}"
    for name in ("number", "title", "name", "label", "text", "old", "description"):
        if item.get(name):
            return str(item[name])[:60]
    return ""


def _shown(item: Json | None) -> object:
    """An item without its evidence and its lists; None for none."""
    if item is None:
        return None
    hidden = ("evidence", *NESTED)
    return {
        key: value for key, value in item.items() if key not in hidden and value not in (None, [])
    }
