"""Old beside new: what `benchmarks/beside.py` calls mended, lost and open."""

import copy
from typing import Any

import pytest

import tildeling
from facts import LETTERS
from fieldwise.compare import Difference, beside
from fieldwise.truth import truth_beside

LETTER = LETTERS / "inkludering-2021-tillegg-4.pdf"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def right() -> Json:
    return tildeling.parse(LETTER).model_dump(mode="json")


def verdicts(found: list[Difference]) -> list[tuple[str, str, str]]:
    return [(one.verdict, one.family, one.field) for one in found]


def both_ways(wrong: Json, right: Json) -> list[list[tuple[str, str, str]]]:
    """What differs from the wrong letter to the right one, and back."""
    truth = truth_beside(LETTER)
    return [
        verdicts(beside(*letters, truth).differences)
        for letters in ((wrong, right), (right, wrong))
    ]


def test_a_reading_is_the_same_as_itself(right: Json) -> None:
    found = beside(right, right, truth_beside(LETTER))
    assert found.differences == []
    assert found.same["rows"] > 0


def test_a_value_that_the_truth_has_is_mended_one_way_and_lost_the_other(right: Json) -> None:
    wrong = copy.deepcopy(right)
    wrong["budget_tables"][0]["rows"][1]["amounts"][0] = 1
    assert both_ways(wrong, right) == [
        [("mended", "rows", "amounts")],
        [("lost", "rows", "amounts")],
    ]


def test_a_value_that_the_truth_does_not_name_is_open(right: Json) -> None:
    other = copy.deepcopy(right)
    other["assignments"][1]["description"] = "Noe annet."
    assert both_ways(other, right) == [[("open", "assignments", "description")]] * 2


def test_a_missing_deadline_is_lost_in_its_assignment_alone(right: Json) -> None:
    wrong = copy.deepcopy(right)
    wrong["assignments"][-1]["deadlines"].pop()
    assert both_ways(wrong, right) == [
        [("mended", "deadlines", "(item)")],
        [("lost", "deadlines", "(item)")],
    ]


def test_a_row_that_is_made_up_is_lost(right: Json) -> None:
    wrong = copy.deepcopy(right)
    row = copy.deepcopy(wrong["budget_tables"][0]["rows"][1])
    wrong["budget_tables"][0]["rows"].append(row | {"post": 98, "name": "Ny"})
    assert both_ways(wrong, right)[1] == [("lost", "rows", "(item)")]


def test_a_table_cut_in_two_loses_none_of_its_rows(right: Json) -> None:
    cut = copy.deepcopy(right)
    table = cut["budget_tables"][0]
    cut["budget_tables"].append(table | {"rows": table["rows"][2:]})
    table["rows"] = table["rows"][:2]
    families = {family for found in both_ways(cut, right) for _, family, _ in found}
    assert families == {"budget_tables"}


def test_a_field_that_only_one_of_two_schemas_has_is_not_compared(right: Json) -> None:
    older = copy.deepcopy(right)
    for row in older["budget_tables"][0]["rows"]:
        del row["comment"]
    del older["copies"]
    assert both_ways(older, right) == [[], []]
