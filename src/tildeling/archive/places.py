"""Rows of tables as rows of answers: which letter they are of, and where they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from tildeling.archive.answers import ItemAnswer, LetterAnswer
from tildeling.archive.store import Row
from tildeling.letter import Evidence

# Digits of a file's SHA-256 in an id: enough for 10,000 letters, and a reader can copy them.
SHORT_HASH = 12

# The columns that say which of a letter's items a row is; of the other tables `position`.
POSITION: dict[str, tuple[str, ...]] = {
    "assignments": ("assignment",),
    "deadlines": ("assignment", "position"),
    "financing": ("assignment", "position"),
    "budget_rows": ("table", "row"),
    "goals": ("goal",),
    "indicators": ("indicator",),
    "targets": ("indicator", "position"),
}

_TITLES = ("title", "name", "label", "indicator_text", "text")


def short_hash(row: Row) -> str:
    """What names a row's letter in an id."""
    return str(row["sha256"])[:SHORT_HASH]


def row_id(table: str, row: Row) -> str:
    """What names a row: its file, table and position."""
    columns = POSITION.get(table, ("position",))
    place = "-".join("x" if row[column] is None else str(row[column]) for column in columns)
    return f"{short_hash(row)}/{table}/{place}"


def place_id(letter: Row, evidence: Sequence[Evidence]) -> str:
    """What names a place of a letter; without one, the letter."""
    if not evidence:
        return f"{short_hash(letter)}/letters/0"
    return f"{short_hash(letter)}/places/{place_key(evidence[0])}"


def place_key(evidence: Evidence) -> str:
    """A page and box as one word, "3-71.0-660.4-513.9-671.4"; in plain text the words' SHA-256."""
    if evidence.page is None or evidence.bbox is None:
        return hashlib.sha256(evidence.text.encode("utf-8", "replace")).hexdigest()[:SHORT_HASH]
    return "-".join((str(evidence.page), *(f"{number:.1f}" for number in evidence.bbox)))


def place_of(row: Row, evidence: Sequence[Evidence] = ()) -> dict[str, Any]:
    """The fields of an answer's row that say where it stands: at `evidence`, else the row's own."""
    found: dict[str, Any] = {
        "file": row["file"],
        "sha256": row["sha256"],
        "agency": row["agency"],
        "agency_key": row["agency_key"],
        "ministry": row["ministry"],
        "budget_year": row["budget_year"],
        "letter_kind": row.get("letter_kind", row.get("kind")),
        "addendum_number": row["addendum_number"],
        "letter_date": row.get("letter_date", row.get("date")),
    }
    if evidence:
        first = evidence[0]
        return found | {"page": first.page, "bbox": first.bbox, "words": first.text}
    box = tuple(row.get(side) for side in ("x0", "top", "x1", "bottom"))
    return found | {
        "page": row.get("page"),
        "bbox": None if None in box else box,
        "words": row.get("words") or "",
    }


def letter_row(row: Row) -> LetterAnswer:
    """A letter as a row of an answer; its words are its title, on its first page."""
    place = place_of(row) | {"page": None if row["pages"] is None else 1, "words": row["title"]}
    return LetterAnswer(
        **place,
        id=place_id(row, ()),
        title=row["title"],
        case_number=row["case_number"],
        pages=row["pages"],
    )


def item_row(table: str, row: Row, counts: int = 1) -> ItemAnswer:
    """An item of a table as a row of an answer."""
    if table == "letters":
        return _letter_item(row, counts)
    title = next((row[name] for name in _TITLES if row.get(name)), None)
    return ItemAnswer(
        **place_of(row),
        id=row_id(table, row),
        table=table,
        number=_number(row),
        title=title,
        status=row.get("status"),
        counts=counts,
    )


def _letter_item(row: Row, counts: int) -> ItemAnswer:
    letter = letter_row(row)
    number = row["addendum_number"]
    return ItemAnswer(
        **letter.model_dump(exclude={"case_number", "pages"}),
        table="letters",
        number=None if number is None else str(number),
        counts=counts,
    )


def _number(row: Row) -> str | None:
    if row.get("number") is not None:
        return str(row["number"])
    if row.get("post") is not None:
        return f"{row['chapter'] or '?'}/{row['post']}"
    number = row.get("assignment_number")
    return None if number is None else str(number)
