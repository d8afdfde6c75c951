from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import tildeling
from made_letters import full_letter, letter
from tildeling.export.schema import letter_schema

LETTERS = sorted((Path(__file__).parents[1] / "fixtures/letters").rglob("*.pdf"))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = letter_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def as_json() -> dict[str, Any]:
    written: dict[str, Any] = json.loads(full_letter().model_dump_json())
    return written


def test_the_committed_copy_is_up_to_date() -> None:
    copy = files("tildeling").joinpath("schema/letter.schema.json").read_text("utf-8")
    assert json.loads(copy) == letter_schema(), "write it anew: see tildeling/export/schema.py"


def test_the_schema_says_what_it_is() -> None:
    schema = letter_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:tildeling:letter:2"
    assert schema["title"]
    assert schema["description"]


def test_every_field_is_described() -> None:
    schema = letter_schema()
    parts = [schema, *schema["$defs"].values()]
    fields = [(name, field) for part in parts for name, field in part["properties"].items()]
    assert [name for name, field in fields if not field.get("description")] == []


def test_a_letter_fulfils_it(validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(as_json())
    validator.validate(json.loads(letter().model_dump_json()))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("schema_version", "1"),
        ("kind", "letter"),
        ("date", "16. mars 2026"),
        ("budget_year", "2026"),
        ("assignments", None),
    ],
)
def test_another_value_does_not_fulfil_it(
    validator: jsonschema.Draft202012Validator, field: str, value: object
) -> None:
    assert not validator.is_valid(as_json() | {field: value})


def test_every_field_is_there(validator: jsonschema.Draft202012Validator) -> None:
    written = as_json()
    for field in written:
        assert not validator.is_valid({key: written[key] for key in written if key != field})


def test_a_field_of_a_later_release_is_allowed(
    validator: jsonschema.Draft202012Validator,
) -> None:
    validator.validate(as_json() | {"new_field": 1})


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_every_letter_that_is_read_fulfils_it(
    validator: jsonschema.Draft202012Validator, path: Path
) -> None:
    validator.validate(json.loads(tildeling.parse(path).model_dump_json()))
