"""Letters with tags, good and bad: what is sure without tags is the same with any of them."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from tagging import MANNERS, Manner, retagged, tagged

import tildeling
from facts import LETTERS
from tildeling.read.plumber import PlumberReader

NAMES = (
    "kyst-2025-tildelingsbrev",
    "inkludering-2021-tillegg-4",
    "ferge-2022-tildelingsbrev",
    "bygd-2024-tildelingsbrev-nn",
    "pasientsikkerhet-2026-supplerende-2",
)


@cache
def well_tagged(name: str) -> bytes:
    return tagged((LETTERS / f"{name}.typ").read_text("utf-8"))


@cache
def untagged(name: str) -> dict[str, Any]:
    return all_but_the_source((LETTERS / f"{name}.pdf").read_bytes())


def all_but_the_source(data: bytes) -> dict[str, Any]:
    return tildeling.parse(data).model_dump(exclude={"source"})


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_with_good_tags_is_the_same(name: str) -> None:
    assert all_but_the_source(well_tagged(name)) == untagged(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_second_reader_which_knows_no_tags_gives_the_same_letter(name: str) -> None:
    second = tildeling.parse(well_tagged(name), reader=PlumberReader())
    assert without_boxes(second.model_dump(exclude={"source"})) == without_boxes(untagged(name))


def without_boxes(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_boxes(item) for key, item in value.items() if key != "bbox"}
    if isinstance(value, list | tuple):
        return [without_boxes(item) for item in value]
    return value


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.__name__)
def test_a_letter_with_bad_tags_is_the_same(name: str, manner: Manner) -> None:
    assert all_but_the_source(retagged(well_tagged(name), manner)) == untagged(name)
