from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import tildeling
from made_letters import full_letter, letter
from tildeling.comparison import ConsolidatedLetter, LetterDiff
from tildeling.export.schema import MODELS, SchemaName, schema_of
from tildeling.table import DocumentTables

LETTERS = sorted((Path(__file__).parents[1] / "fixtures/letters").rglob("*.pdf"))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = schema_of("letter")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def as_json() -> dict[str, Any]:
    written: dict[str, Any] = json.loads(full_letter().model_dump_json())
    return written


@pytest.mark.parametrize("name", MODELS)
def test_the_committed_copy_is_up_to_date(name: SchemaName) -> None:
    copy = files("tildeling").joinpath(f"schema/{name}.schema.json").read_text("utf-8")
    assert json.loads(copy) == schema_of(name), "write it anew: see tildeling/export/schema.py"


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_says_what_it_is(name: SchemaName) -> None:
    schema = schema_of(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:tildeling:{name}:2"
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize("name", MODELS)
def test_every_field_is_described(name: SchemaName) -> None:
    schema = schema_of(name)
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


@pytest.mark.parametrize("path", LETTERS[:3], ids=lambda path: path.stem)
def test_the_tables_of_a_letter_fulfil_theirs(path: Path) -> None:
    found = DocumentTables(tables=tildeling.tables(path))
    jsonschema.Draft202012Validator(schema_of("tables")).validate(
        json.loads(found.model_dump_json())
    )


def test_a_diff_and_a_consolidated_letter_fulfil_theirs() -> None:
    letters = [tildeling.parse(path) for path in LETTERS if path.parent.name == "kjede"]
    pairs: tuple[tuple[SchemaName, LetterDiff | ConsolidatedLetter], ...] = (
        ("diff", tildeling.diff(*letters[:2])),
        ("consolidated", tildeling.consolidate(letters)),
    )
    for name, comparison in pairs:
        jsonschema.Draft202012Validator(schema_of(name)).validate(
            json.loads(comparison.model_dump_json())
        )
