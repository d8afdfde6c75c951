from __future__ import annotations

import pytest

from made_letters import dated, line
from tildeling.export.phrases import (
    LONG_TEXT,
    due,
    financed,
    next_deadline,
    short_kroner,
    shortened,
)
from tildeling.letter import Deadline, FinancingLine
from tildeling.words import words_in

NB = words_in("nb")


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0 kr"),
        (999_999, "999\u00a0999 kr"),
        (1_000_000, "1,0 mill. kr"),
        (1_010_000, "1,01 mill. kr"),
        (1_100_000, "1,1 mill. kr"),
        (1_001_000, "1\u00a0001\u00a0000 kr"),
        (1_334_000_000, "1\u00a0334,0 mill. kr"),
    ],
)
def test_a_sum_is_never_rounded(amount: int, words: str) -> None:
    assert short_kroner(amount, NB) == words


def test_without_dates_the_most_pressing_deadline_is_next() -> None:
    ongoing = Deadline(date=None, status="ongoing", text="løpende")
    immediate = Deadline(date=None, status="immediate", text="snarest")
    day = dated("2026-01-01")
    assert next_deadline((ongoing, immediate)) == immediate
    assert next_deadline((ongoing, immediate, day)) == day
    assert next_deadline(()) is None


def test_long_text_without_a_space_is_cut_too() -> None:
    assert len(shortened("a" * 1000)) == LONG_TEXT


@pytest.mark.parametrize(
    ("financing", "words"),
    [
        (line(amount=1_000_000, chapter=291, post=21), "1,0 mill. kr, 291/21"),
        (line(amount=9_500_000, section_reference="5.1"), "9,5 mill. kr, se pkt. 5.1"),
        (line(kind="see_section", section_reference="5.1"), "se pkt. 5.1"),
        (line(kind="within_budget"), "innenfor rammen"),
        (line(kind="other_budget", amount=500_000), "over et annet budsjett 500\u00a0000 kr"),
        (line(kind="grant"), "tildeling"),
        (line(kind="see_section"), "omtalt"),
    ],
)
def test_how_something_is_paid_for(financing: FinancingLine, words: str) -> None:
    assert financed(financing, NB) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"date": None, "status": "dated", "text": "31.06.2026"}, "uten bestemt dato: 31.06.2026"),
        (
            {"date": None, "status": "dated", "text": "før sommerferien"},
            "uten bestemt dato: før sommerferien",
        ),
        (
            {"date": None, "status": "conditional", "text": "etter høring"},
            "betinget: etter høring",
        ),
        ({"recurrence": "yearly"}, "15.03.2026, årlig"),
        ({"year_inferred": True}, "15.03.2026*"),
    ],
)
def test_when_something_is_due(changes: dict[str, object], words: str) -> None:
    assert due(dated("2026-03-15", **changes), NB) == words
