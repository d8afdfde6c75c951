"""JSON of a later release, with fields that this one does not know."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel

import tildeling
from made_letters import full_letter
from tildeling import Limits
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


def test_a_limit_that_nobody_knows_is_refused() -> None:
    """What is given by hand is not passed over: a bound that does not hold is worse than none."""
    with pytest.raises(ValueError, match="max_pagse"):
        Limits.model_validate({"max_pagse": 3})
