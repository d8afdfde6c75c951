from __future__ import annotations

import pytest

from made_letters import dated
from tildeling.export.phrases import LONG_TEXT, next_deadline, short_kroner, shortened
from tildeling.letter import Deadline


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0 kr"),
        (999_999, "999 999 kr"),
        (1_000_000, "1,0 mill. kr"),
        (1_010_000, "1,01 mill. kr"),
        (1_100_000, "1,1 mill. kr"),
        (1_001_000, "1 001 000 kr"),
        (1_334_000_000, "1 334,0 mill. kr"),
    ],
)
def test_a_sum_is_never_rounded(amount: int, words: str) -> None:
    assert short_kroner(amount) == words


def test_without_dates_the_most_pressing_deadline_is_next() -> None:
    ongoing = Deadline(date=None, status="ongoing", text="løpende")
    immediate = Deadline(date=None, status="immediate", text="snarest")
    day = dated("2026-01-01")
    assert next_deadline((ongoing, immediate)) == immediate
    assert next_deadline((ongoing, immediate, day)) == day
    assert next_deadline(()) is None


def test_long_text_without_a_space_is_cut_too() -> None:
    assert len(shortened("a" * 1000)) == LONG_TEXT
