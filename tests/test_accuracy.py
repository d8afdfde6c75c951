"""How right letters are read: what `benchmarks/accuracy.py` counts, and when it fails."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

import accuracy
import tildeling
from facts import LETTERS
from fieldwise.truth import truth_beside

Json = dict[str, Any]
GOALS = LETTERS / "stedsnavn-2026-tildelingsbrev.pdf"
ADDENDUM = LETTERS / "inkludering-2021-tillegg-4.pdf"


@pytest.fixture(scope="module")
def right() -> Json:
    return tildeling.parse(ADDENDUM).model_dump(mode="json")


def f1_of(pdf: Path, read: Json) -> dict[str, float]:
    """The families of one letter that are not read without a fault."""
    score = accuracy.Score()
    truth = truth_beside(pdf)
    assert truth is not None
    score.letter(pdf.stem, truth, read)
    return {name: f1 for name, f1 in score.f1().items() if f1 < 1}


def test_a_letter_read_as_its_facts_say_has_no_fault(right: Json) -> None:
    assert f1_of(ADDENDUM, right) == {}


def test_a_wrong_amount_is_one_row_missed_and_one_made_up(right: Json) -> None:
    wrong = copy.deepcopy(right)
    rows = wrong["budget_tables"][0]["rows"]
    rows[1]["amounts"][-1] = 1
    wanted = len(rows)
    assert f1_of(ADDENDUM, wrong) == {"rows": round((wanted - 1) / wanted, 4)}


def test_an_assignment_that_is_missed_is_so_with_its_deadlines(right: Json) -> None:
    wrong = copy.deepcopy(right)
    gone = next(one for one in wrong["assignments"] if one["deadlines"])
    wrong["assignments"].remove(gone)
    assert {"assignments", "assignments.number", "assignments.deadlines"} <= f1_of(
        ADDENDUM, wrong
    ).keys()


def test_a_deadline_that_is_made_up_counts_against_its_family_alone(right: Json) -> None:
    wrong = copy.deepcopy(right)
    wrong["deadlines"].append({"date": "2021-12-01", "status": "dated"})
    assert f1_of(ADDENDUM, wrong) == {"deadlines": 0.0}


def test_a_title_cut_short_leaves_the_assignment_the_same(right: Json) -> None:
    wrong = copy.deepcopy(right)
    wrong["assignments"][0]["title"] = wrong["assignments"][0]["title"][:-3]
    assert f1_of(ADDENDUM, wrong).keys() == {"assignments.title"}


def test_a_target_of_another_value_is_wrong_with_its_indicator_right() -> None:
    wrong = tildeling.parse(GOALS).model_dump(mode="json")
    measured = next(one for one in wrong["indicators"] if one["targets"])
    measured["targets"][0]["value"] = "1234"
    assert f1_of(GOALS, wrong).keys() == {"targets"}


def test_a_number_without_its_zeros_is_the_same_assignment() -> None:
    want, got = (
        {"number": "2020-017", "title": "Ny rettleiar"},
        {"number": "2020-17", "title": None},
    )
    assert accuracy.likeness_of("assignments", want, got) >= 1


def test_a_family_that_is_read_less_well_fails_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    last = {"f1": {"bridges": 0.5}}
    kept = tmp_path / "accuracy.jsonl"
    kept.write_text(json.dumps(last) + "\n", encoding="utf-8")
    monkeypatch.setattr(accuracy, "HISTORY", kept)
    monkeypatch.setattr(accuracy, "scored", lambda folder: (1, accuracy.Score()))
    assert accuracy.main(["--check"]) == 1
    assert "fell: bridges: 0.5000 before, 0.0000 now" in capsys.readouterr().out


def test_what_is_kept_tells_when_and_of_what(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "accuracy.jsonl"
    score = accuracy.Score()
    score.letter("one", {"kind": "base"}, {"kind": "base"})
    monkeypatch.setattr(accuracy, "HISTORY", kept)
    monkeypatch.setattr(accuracy, "scored", lambda folder: (1, score))
    assert accuracy.main(["--record"]) == 0
    assert accuracy.main(["--record", "--check"]) == 0
    first, second = accuracy.history()
    assert first == second
    assert first["f1"] == {"header.kind": 1.0}
    assert len(first["date"]) == len("2026-01-01")
