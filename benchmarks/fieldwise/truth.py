"""What a person read on a letter's page, and whether a value agrees with it.

A truth file is JSON of the contract's shape (NAME.truth.json or NAME.json) or the facts of a
fixture letter (NAME.facts.toml). Keys that begin with `_` name what is accepted besides:
`_FIELD_alt` other values of a field, `_optional` an item that may be missing, `_optional_FAMILY`
such items.
"""

from __future__ import annotations

import datetime as dt
import difflib
import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

Json = dict[str, Any]

UNJUDGED = frozenset(
    {
        "abbreviation",
        "evidence",
        "key",
        "level",
        "number_text",
        "page",
        "participants",
        "sentence",
        "text",
        "budget_lines",
        "letter",
    }
)
"""Fields of items that truth files may name, but that nobody read with care."""

LIKENESS = {"background": 0.98, "description": 0.98, "tasks": 0.98, "comment": 0.95}
"""Long texts are right from this likeness on, since they were copied from the page by hand."""

_ROW: Json = {"kind": "post", "chapter": None, "post": None}
_LINE: Json = {"amount": None}
_DEADLINE: Json = {"date": None}


def truth_beside(pdf: Path) -> Json | None:
    """The truth of a letter, from a file beside it, or None."""
    for ending in (".truth.json", ".json"):
        file = pdf.with_suffix(ending)
        if file.exists():
            read = json.loads(file.read_text(encoding="utf-8"))
            return read if isinstance(read, dict) else None
    facts = pdf.with_suffix(".facts.toml")
    return truth_of_facts(facts) if facts.exists() else None


def truth_of_facts(path: Path) -> Json:
    """The facts of a fixture letter in the shape of the contract's JSON."""
    facts = _plain(tomllib.loads(path.read_text(encoding="utf-8")))
    assert isinstance(facts, dict)
    if "sections" in facts or "sections_unnumbered" in facts:
        # What the facts do not tell of sections without number was not looked at.
        facts["_any_unnumbered_section"] = "sections_unnumbered" not in facts
        loose = [(None, title) for title in facts.pop("sections_unnumbered", ())]
        every = [*facts.get("sections", ()), *loose]
        facts["sections"] = [{"number": n, "title": title} for n, title in every]
    if "findings" in facts:
        facts["findings_expected"] = facts.pop("findings")
    for part in (facts, *facts.get("assignments", ())):
        part.pop("tasks", None)  # facts give only their number
        for family in ("deadlines", "financing"):
            part.setdefault(family, [])  # the facts name all that there are
        for family, absent in (("deadlines", _DEADLINE), ("financing", _LINE)):
            for key in (family, f"{family}_optional"):
                if key in part:
                    part[key] = [absent | item for item in part[key]]
            if f"{family}_optional" in part:
                part[f"_optional_{family}"] = part.pop(f"{family}_optional")
        if "title_alt" in part:
            part["_title_alt"] = [part.pop("title_alt")]
    for table in facts.get("budget_tables", ()):
        table["column_roles"] = [role or None for role in table.get("column_roles", ())]
        table["rows"] = [_row_of(row) for row in table.get("rows", ())]
    return facts


def _row_of(row: Json) -> Json:
    full = _ROW | row
    if "amounts" in full:
        full["amounts"] = [None if amount == "" else amount for amount in full["amounts"]]
    return full


def _plain(value: object) -> Any:
    """TOML's dates as JSON writes them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def folded(value: object) -> Any:
    """A value with one kind of space and no soft hyphens, so that equal texts are equal."""
    if isinstance(value, str):
        return " ".join(value.replace("\u00ad", "").split())
    if isinstance(value, list | tuple):
        return [folded(item) for item in value]
    if isinstance(value, dict):
        return {key: folded(item) for key, item in value.items()}
    return value


def is_optional(truth: Json) -> bool:
    """True for an item that may be there or not; parts of a sum need not be told apart."""
    return bool(truth.get("_optional")) or truth.get("part_of") is not None


def is_judged(truth: Json, field: str) -> bool:
    """True if the truth says what a field should be."""
    if field in UNJUDGED or field not in truth:
        return False
    if "rows" in truth and field in ("title", "columns"):
        return False
    if field == "column_roles" and len(truth[field]) < 2:
        return False  # a single column has no sure role
    if truth.get("kind") == "sum" and "amounts" in truth:
        return field not in ("name", "chapter")
    return not (field == "status" and truth.get("_any_status"))


def agrees(truth: Json, field: str, value: object) -> bool:
    """True if a field's value is one that the truth accepts."""
    return any(_alike(field, good, value) for good in _accepted(truth, field))


def _accepted(truth: Json, field: str) -> list[object]:
    accepted = [truth.get(field), *truth.get(f"_{field}_alt", ())]
    if field in ("chapter", "post"):
        # These are accepted in pairs.
        at = 0 if field == "chapter" else 1
        accepted = [truth.get(field), *(pair[at] for pair in truth.get("_post_alt", ()))]
    elif field in ("counter_chapter", "counter_post"):
        at = 0 if field == "counter_chapter" else 1
        accepted += [pair[at] for pair in truth.get("_counter_alt", ())]
    elif field in ("start", "precision"):
        at = 0 if field == "start" else 1
        accepted += [pair[at] for pair in truth.get("_alt", ())]
        if field == "start" and truth.get("precision") == "day":
            accepted += [None, truth.get("date")]
    elif field == "name":
        accepted += truth.get("_names", ())
    return accepted


def _alike(field: str, good: object, value: object) -> bool:
    one, other = folded(good), folded(value)
    if field == "start" and one == "*":
        return True
    if field in LIKENESS:
        return _alike_texts(one or "", other or "", LIKENESS[field])
    if field == "label":
        one, other = (str(text or "").rstrip(": ").casefold() for text in (one, other))
    elif field == "name":
        one, other = _bare_name(one), _bare_name(other)
    elif field in ("value", "value_to") and one is not None and other is not None:
        one, other = (Decimal(str(figure)) for figure in (one, other))
    return bool(one == other)


def _alike_texts(good: str | list[str], value: str | list[str], least: float) -> bool:
    """Two texts, or two lists of texts, that are alike enough."""
    if isinstance(good, str) and isinstance(value, str):
        return difflib.SequenceMatcher(None, good, value, autojunk=False).ratio() >= least
    pairs = zip(good, value, strict=False)
    return len(good) == len(value) and all(_alike_texts(a, b, least) for a, b in pairs)


def _bare_name(text: object) -> str:
    """A name without what may stand around it: "(e.f.)", "Kap. 291", case."""
    return re.sub(r"\(e\.? ?f\.?\)|^kap\.? \d+ ", "", str(text or "").casefold()).strip()
