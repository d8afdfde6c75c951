"""JSON of a later release, with fields that this one does not know."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

import tildeling
from made_letters import full_letter
from tildeling import Limits, SchemaVersionError
from tildeling.batch.result import ConversionResult

TEXT = "Tildelingsbrev for 2026 til Helsedirektoratet\n\nOppdrag 2026-001: Ny veileder\n"
BASE = tildeling.parse_text(TEXT)
MADE: list[BaseModel] = [
    full_letter(),
    tildeling.diff(BASE, full_letter()),
    tildeling.consolidate([full_letter()]),
    ConversionResult(path="brev.pdf", status="ok"),
]
FREE = ("values",)
"""Fields that hold whatever names they like, and are no objects of the contract."""


def newer(value: Any) -> Any:
    """The same, each object with fields that nobody knows."""
    if isinstance(value, list):
        return [newer(one) for one in value]
    if not isinstance(value, dict):
        return value
    fields = {name: one if name in FREE else newer(one) for name, one in value.items()}
    return {"a_new_field": {"of": ["any", 1, None]}, **fields, "colour": "red"}


@pytest.mark.parametrize("made", MADE, ids=lambda one: type(one).__name__)
def test_json_with_unknown_fields_loads_as_if_they_were_not_there(made: BaseModel) -> None:
    text = json.dumps(newer(json.loads(made.model_dump_json())))
    assert "colour" in text
    assert type(made).model_validate_json(text) == made


def read_with(made: BaseModel, old: str, new: str) -> BaseModel:
    """What is read from the same JSON with other words in it."""
    text = made.model_dump_json()
    assert old in text
    return type(made).model_validate_json(text.replace(old, new, 1))


def test_a_finding_of_a_kind_that_nobody_knows_is_kept_as_it_is() -> None:
    code = full_letter().findings[0].code
    letter = read_with(full_letter(), f'"code":"{code}"', '"code":"no_such_law"')
    assert isinstance(letter, tildeling.Letter)
    finding = letter.findings[0]
    assert (finding.code, finding.message) == ("no_such_law", full_letter().findings[0].message)
    assert tildeling.Letter.model_validate_json(letter.model_dump_json()) == letter
    assert finding.message in letter._repr_html_()


@pytest.mark.parametrize("made", MADE[:3], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(
    ("version", "hint"), [("3", "--upgrade tildeling"), ("1", "Read the PDF again")]
)
def test_another_schema_version_is_an_error_that_says_what_to_do(
    made: BaseModel, version: str, hint: str
) -> None:
    with pytest.raises(SchemaVersionError, match=f"version {version}; .* reads 2") as raised:
        read_with(made, '"schema_version":"2"', f'"schema_version":"{version}"')
    assert hint in raised.value.hint


def test_a_word_without_a_meaning_here_is_an_error_that_says_where_it_stands() -> None:
    with pytest.raises(SchemaVersionError, match=r"'paused' as assignments\.0\.status") as raised:
        read_with(full_letter(), '"status":"new"', '"status":"paused"')
    assert "--upgrade tildeling" in raised.value.hint


def test_json_that_is_no_letter_is_refused_field_by_field() -> None:
    with pytest.raises(ValidationError, match="Field required"):
        tildeling.Letter.model_validate_json('{"kind": "budget"}')


def test_a_wrong_word_in_a_program_is_a_wrong_value() -> None:
    with pytest.raises(ValidationError, match="status"):
        tildeling.Assignment.model_validate({"number": None, "title": None, "status": "paused"})


def test_a_limit_that_nobody_knows_is_refused() -> None:
    """What is given by hand is not passed over: a bound that does not hold is worse than none."""
    with pytest.raises(ValueError, match="max_pagse"):
        Limits.model_validate({"max_pagse": 3})
