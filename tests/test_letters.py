"""The fixture letters, from PDF to letter: against the facts of the page, by both readers."""

import json
from pathlib import Path
from typing import Any

import pytest

import tildeling
from facts import LETTERS, differences, facts_of
from tildeling.export.items import items_of
from tildeling.read.plumber import PlumberReader

GOLDEN = Path(__file__).parent / "golden"
FACTS = sorted(LETTERS.glob("*.facts.toml"))
PDFS = sorted(LETTERS.rglob("*.pdf"))
BOX_SLACK = 3.0
"""Points by which the two readers' boxes may differ."""


def name_of(path: Path) -> str:
    return path.name.removesuffix(".facts.toml").removesuffix(".pdf")


@pytest.mark.parametrize("facts", FACTS, ids=name_of)
def test_a_letter_agrees_with_the_facts_read_from_its_page(facts: Path) -> None:
    letter = tildeling.parse(LETTERS / f"{name_of(facts)}.pdf")
    assert differences(facts_of(facts), letter) == []


@pytest.mark.parametrize("pdf", PDFS, ids=name_of)
def test_a_letter_survives_the_round_trip_through_json(pdf: Path) -> None:
    letter = tildeling.parse(pdf)
    assert tildeling.Letter.model_validate_json(letter.model_dump_json()) == letter


@pytest.mark.parametrize("pdf", PDFS, ids=name_of)
def test_every_item_says_where_it_was_read(pdf: Path) -> None:
    letter = tildeling.parse(pdf)
    # A finding that something is missing has no place.
    items = [item for item in items_of(letter) if not isinstance(item, tildeling.Finding)]
    items += letter.budget_tables
    assert items
    for item in items:
        assert item.evidence
        for evidence in item.evidence:
            assert evidence.page is not None
            assert evidence.bbox is not None
            assert evidence.text


@pytest.mark.parametrize("pdf", [pdf for pdf in PDFS if "lang-" not in pdf.name], ids=name_of)
def test_both_readers_give_the_same_letter(pdf: Path) -> None:
    first = tildeling.parse(pdf).model_dump(mode="json")
    second = tildeling.parse(pdf, reader=PlumberReader()).model_dump(mode="json")
    boxes_first: list[list[float]] = []
    boxes_second: list[list[float]] = []
    assert without_boxes(first, boxes_first) == without_boxes(second, boxes_second)
    for one, other in zip(boxes_first, boxes_second, strict=True):
        assert one == pytest.approx(other, abs=BOX_SLACK)


def without_boxes(value: Any, boxes: list[list[float]]) -> Any:
    """The JSON without its boxes, which are gathered in their order."""
    if isinstance(value, dict):
        if value.get("bbox") is not None:
            boxes.append(value["bbox"])
        return {key: without_boxes(item, boxes) for key, item in value.items() if key != "bbox"}
    if isinstance(value, list):
        return [without_boxes(item, boxes) for item in value]
    return value


@pytest.mark.parametrize(
    "facts", [facts for facts in FACTS if "lang-" not in facts.name], ids=name_of
)
def test_a_letter_is_what_its_golden_file_says(facts: Path, update_golden: bool) -> None:
    name = name_of(facts)
    letter = tildeling.parse(LETTERS / f"{name}.pdf")
    golden = GOLDEN / f"{name}.json"
    if update_golden:
        text = json.dumps(letter.model_dump(mode="json"), ensure_ascii=False, indent=1)
        golden.write_text(text + "\n", encoding="utf-8")
    assert golden.exists(), "a new letter: --update-golden writes its golden file, to be looked at"
    assert letter == tildeling.Letter.model_validate_json(golden.read_text(encoding="utf-8"))


def test_golden_files_are_not_written_unless_asked(update_golden: bool) -> None:
    assert not update_golden, "run again without --update-golden, and look at what changed"
