"""The facts of a fixture letter, read from its page by hand: what the parser is held to.

A field that a facts file does not give was not read; "" stands for null in roles and amounts;
`*_optional` lists items that may be there or not, `title_alt` another accepted title.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from tildeling.letter import Assignment, BudgetTable, Deadline, Evidenced, FinancingLine, Letter

LETTERS = Path(__file__).parent / "fixtures" / "letters"
HEADER = ("kind", "addendum_number", "title", "budget_year", "date", "case_number", "language")
STEERING = (
    "goals",
    "indicators",
    "reporting",
    "authorisations",
    "payments",
    "common_requirements",
    "attachments",
)
"""What a letter says beside assignments and money: all of each, in reading order."""
Facts = dict[str, Any]


def facts_of(path: Path) -> Facts:
    """The facts of one letter."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def differences(facts: Facts, letter: Letter) -> list[str]:
    """What the letter says otherwise than the facts; empty where they agree."""
    found: list[str] = []
    for name in HEADER:
        if name in facts:
            _compare(found, name, facts[name], getattr(letter, name))
    for name in ("agency", "ministry"):
        if name in facts:
            body = getattr(letter, name)
            for field, value in facts[name].items():
                _compare(found, f"{name}.{field}", value, getattr(body, field, None))
    if "copies" in facts:
        _compare(found, "copies", facts["copies"], list(letter.copies))
    if "sections" in facts:
        numbered = [[s.number, s.title] for s in letter.sections if s.number]
        _compare(found, "sections", facts["sections"], numbered)
    if "sections_unnumbered" in facts:
        loose = [s.title for s in letter.sections if not s.number]
        _compare(found, "sections_unnumbered", facts["sections_unnumbered"], loose)
    if "signatories" in facts:
        signed = [{"name": s.name, "title": s.title} for s in letter.signatories]
        wanted = [{"name": s["name"], "title": s.get("title")} for s in facts["signatories"]]
        _compare(found, "signatories", wanted, signed)
    if "renumberings" in facts:
        new = [(r.old, r.new) for r in letter.renumberings]
        _compare(found, "renumberings", [(r["old"], r["new"]) for r in facts["renumberings"]], new)
    _assignments(found, facts, letter)
    _items(found, "deadlines", facts, letter.deadlines, _deadline_is)
    _items(found, "financing", facts, letter.financing, _line_is)
    _tables(found, facts, letter.budget_tables)
    for name in STEERING:
        _in_order(found, name, facts.get(name), getattr(letter, name))
    return found


def _compare(found: list[str], name: str, wanted: object, got: object) -> None:
    if wanted != got:
        found.append(f"{name}: wanted {wanted!r}, got {got!r}")


def _in_order(
    found: list[str], name: str, wanted: Sequence[Facts] | None, got: Sequence[Evidenced]
) -> None:
    """Compares the fields that are given of each item, and how many items there are."""
    if wanted is None:
        return
    _compare(found, f"number of {name}", len(wanted), len(got))
    for at, (want, item) in enumerate(zip(wanted, got, strict=False)):
        for field, value in want.items():
            if field == "targets":
                _in_order(found, f"{name}[{at}].targets", value, getattr(item, field))
            elif field == "dates":
                dates = [deadline.date for deadline in getattr(item, "deadlines", ())]
                _compare(found, f"{name}[{at}].dates", value, dates)
            else:
                read = getattr(item, field)
                told = f"{read:f}" if isinstance(read, Decimal) else read
                _compare(found, f"{name}[{at}].{field}", value, told)


def _assignments(found: list[str], facts: Facts, letter: Letter) -> None:
    wanted = facts.get("assignments", [])
    if "assignments" not in facts:
        return
    numbers = [a.get("number") for a in wanted]
    _compare(found, "assignment numbers", numbers, [a.number for a in letter.assignments])
    for want, got in zip(wanted, letter.assignments, strict=False):
        _assignment(found, want, got)


def _assignment(found: list[str], want: Facts, got: Assignment) -> None:
    name = got.number or got.title or "assignment"
    titles = [want.get("title"), *([want["title_alt"]] if "title_alt" in want else [])]
    if got.title not in titles:
        found.append(f"{name}.title: wanted {titles!r}, got {got.title!r}")
    for field in ("section", "status", "withheld", "responsible"):
        if field in want:
            _compare(found, f"{name}.{field}", want[field], getattr(got, field))
    if "tasks" in want:
        _compare(found, f"{name}.tasks", want["tasks"], len(got.tasks))
    _items(found, f"{name} deadlines", want, got.deadlines, _deadline_is, key="deadlines")
    _items(found, f"{name} financing", want, got.financing, _line_is, key="financing")


def _items(
    found: list[str],
    name: str,
    facts: Facts,
    got: Sequence[Deadline] | Sequence[FinancingLine],
    same: Any,
    *,
    key: str | None = None,
) -> None:
    """Matches wanted items with those read, one to one, in any order."""
    key = key or name
    left = list(got)
    for want in facts.get(key, []):
        mate = next((item for item in left if same(want, item)), None)
        if mate is None:
            found.append(f"{name}: missing {want}")
        else:
            left.remove(mate)
    optional = facts.get(f"{key}_optional", [])
    for item in left:
        if not any(same(want, item) for want in optional):
            found.append(f"{name}: made up {item.model_dump(exclude={'evidence'})}")


def _deadline_is(want: Facts, got: Deadline) -> bool:
    label = want.get("label")
    return (
        want.get("date") == got.date
        and want.get("status") == got.status
        and ("recurrence" not in want or want["recurrence"] == got.recurrence)
        and ("precision" not in want or want["precision"] == got.precision)
        and ("start" not in want or want["start"] == got.start)
        and ("year_inferred" not in want or want["year_inferred"] == got.year_inferred)
        and (label in (None, "Frist") or label == got.label)
    )


def _line_is(want: Facts, got: FinancingLine) -> bool:
    fields = (
        "kind",
        "amount",
        "chapter",
        "post",
        "counter_chapter",
        "counter_post",
        "section_reference",
        "part_of",
        "replaces",
    )
    return all(want.get(field) == getattr(got, field) for field in fields if field in want) and (
        want["kind"] == got.kind and want.get("amount") == got.amount
    )


def _tables(found: list[str], facts: Facts, got: Sequence[BudgetTable]) -> None:
    wanted = facts.get("budget_tables", [])
    if "budget_tables" not in facts:
        return
    _compare(found, "number of budget tables", len(wanted), len(got))
    for want, table in zip(wanted, got, strict=False):
        for field in ("unit", "title"):
            if field in want:
                _compare(found, f"table.{field}", want[field], getattr(table, field))
        if "column_roles" in want:
            roles = [role or None for role in want["column_roles"]]
            _compare(found, "table.column_roles", roles, list(table.column_roles))
        rows = [
            (row.get("kind", "post"), row.get("chapter"), row.get("post"), _amounts(row))
            for row in want.get("rows", [])
        ]
        read = [(row.kind, row.chapter, row.post, list(row.amounts)) for row in table.rows]
        if not all(_row_is(one, two) for one, two in zip(rows, read, strict=False)) or len(
            rows
        ) != len(read):
            found.append(f"table rows: wanted {rows}, got {read}")


def _row_is(want: tuple[Any, ...], got: tuple[Any, ...]) -> bool:
    """A sum row may or may not carry its chapter."""
    if want[3] is None:
        return want[:3] == got[:3] and not any(got[3])
    return want == got or (want[0] == got[0] == "sum" and want[2:] == got[2:])


def _amounts(row: Facts) -> list[int | None] | None:
    if "amounts" not in row:
        return None
    return [None if amount == "" else amount for amount in row["amounts"]]
