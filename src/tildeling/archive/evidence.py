"""An item by its id, with every place it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from tildeling.archive.answers import AnswerRow, ItemAnswer
from tildeling.archive.places import (
    SHORT_HASH,
    letter_row,
    place_id,
    place_key,
    place_of,
)
from tildeling.archive.store import Row, Store
from tildeling.errors import QuestionError
from tildeling.export.items import items_by_place
from tildeling.letter import Evidenced, Letter


def rows_of_id(store: Store, letters: Sequence[Row], id: str) -> list[AnswerRow]:
    """One row a place. Raises `QuestionError` for an id that names nothing."""
    sha256, table, place = _parts(id)
    row = next((row for row in letters if row["sha256"].startswith(sha256)), None)
    if row is None or len(sha256) < SHORT_HASH:
        raise QuestionError("No letter of the archive has «{given}».", given=id)
    if table == "letters":
        return [letter_row(row)]
    (letter,) = store.letters([row["sha256"]])
    if table == "places":
        return _rows_at(letter, row, place)
    item = dict(items_by_place(letter)).get(f"{table}/{place}")
    if item is None:
        raise QuestionError(
            "The letter {file} has no «{table}/{place}».",
            file=row["file"],
            table=table,
            place=place,
        )
    own: dict[str, Any] = {
        "id": id,
        "table": table,
        "number": getattr(item, "number", None),
        "title": getattr(item, "title", None) or getattr(item, "text", None),
    }
    places = [place_of(row, [each]) for each in item.evidence]
    # What is said of the letter as a whole has no place.
    return [ItemAnswer(**each, **own) for each in places or [place_of({**row, "page": None})]]


def _rows_at(letter: Letter, row: Row, place: str) -> list[AnswerRow]:
    """The words that stand at a place: what some item of the letter was read from."""
    found = {
        (each.page, each.bbox, each.text): each
        for item in _evidenced(letter)
        for each in item.evidence
        if place_key(each) == place
    }
    if not found:
        raise QuestionError(
            "The letter {file} has nothing at «{place}».", file=row["file"], place=place
        )
    return [AnswerRow(**place_of(row, [each]), id=place_id(row, [each])) for each in found.values()]


def _evidenced(value: object) -> Iterator[Evidenced]:
    """Every item of a letter, the ones inside others too."""
    if isinstance(value, Evidenced):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _evidenced(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _evidenced(one)


def _parts(id: str) -> tuple[str, str, str]:
    parts = id.split("/")
    if len(parts) != 3:
        raise QuestionError("«{given}» is no id of an answer's row.", given=id)
    return parts[0], parts[1], parts[2]
