"""The mark of a footnote is no figure of the sum before it."""

from __future__ import annotations

import pytest

from tildeling.ocr.raised_marks import without_marks
from tildeling.ocr.typography import MeasuredWord


def line(*texts: str, doubt: str | None = None) -> list[MeasuredWord]:
    words = [
        MeasuredWord(text, 100 * at, 0, 100 * at + 90, 30, 30.0, 11.0, 5.0)
        for at, text in enumerate(texts)
    ]
    return [*words[:-1], words[-1]._replace(doubt=doubt)]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (["Drift", "398.640.0001"], ["Drift", "398.640.000"]),
        (["96.310.0002)"], ["96.310.000"]),
        (["21.470.000\u00b9)"], ["21.470.000"]),
        (["\u201396.3102)"], ["\u201396.310"]),
        (["398", "640", "0001)"], ["398", "640", "000"]),
        (["398", "640", "000\u00b2"], ["398", "640", "000"]),
    ],
)
def test_a_figure_too_many_is_a_mark(read: list[str], printed: list[str]) -> None:
    assert [word.text for word in without_marks(line(*read))] == printed


@pytest.mark.parametrize(
    "read",
    [
        ["398.640.000"],
        ["398", "640", "0001"],
        ["(398.640.000)"],
        ["398.640.000)"],
        ["post", "0001)"],
        ["1.1.20181"],
        ["1506.61.77553"],
    ],
)
def test_other_figures_stay(read: list[str]) -> None:
    assert [word.text for word in without_marks(line(*read))] == read


def test_the_place_of_a_sum_ends_before_its_mark() -> None:
    (word,) = without_marks(line("398.640.0001"))
    assert 80 < word.x1 < 90


def test_what_two_readings_share_but_for_the_mark_is_sure() -> None:
    (word,) = without_marks(line("398.640.0001", doubt="398.640.000\u00b9)"))
    assert word.doubt is None
    (word,) = without_marks(line("398.640.0001", doubt="393.640.000\u00b9)"))
    assert word.doubt == "393.640.000"
