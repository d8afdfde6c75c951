"""Items of a letter by their keys."""

from __future__ import annotations

import pytest

from made_letters import assignment, at, full_letter, letter, line, row, table
from tildeling.errors import QuestionError
from tildeling.export.item_keys import item_by_key
from tildeling.letter import Goal, Section

FULL = full_letter()


@pytest.mark.parametrize(
    "key", ["2026-07", "2026-7", "Ny veileder", "ny  veileder", "assignments/0"]
)
def test_an_assignment_by_its_number_its_title_or_its_place(key: str) -> None:
    assert item_by_key(FULL, key) == FULL.assignments[0]


def test_a_post_is_the_row_of_the_table_before_lines_of_the_text() -> None:
    assert item_by_key(FULL, "291/21") == FULL.budget_tables[0].rows[0]


def test_a_goals_number_is_the_goal_before_the_section_of_that_number() -> None:
    assert item_by_key(FULL, "1") == FULL.goals[0]
    assert item_by_key(FULL, "Mål 1") == FULL.goals[0]
    assert item_by_key(FULL, "sections/0") == FULL.sections[0]


@pytest.mark.parametrize(
    ("place", "item"),
    [
        ("deadlines/x-0", FULL.deadlines[0]),
        ("deadlines/0-0", FULL.assignments[0].deadlines[0]),
        ("financing/x-0", FULL.financing[0]),
        ("targets/0-1", FULL.indicators[0].targets[1]),
        ("budget_rows/0-0", FULL.budget_tables[0].rows[0]),
    ],
)
def test_a_place_is_that_of_the_tables(place: str, item: object) -> None:
    assert item_by_key(FULL, place) == item


def test_sums_of_one_sentence_are_one_place() -> None:
    sums = tuple(line(amount=amount, chapter=291, post=21) for amount in (1, 2))
    assert item_by_key(letter(financing=sums), "291/21") == sums[0]


def test_several_that_fit_are_listed() -> None:
    tables = tuple(table(row(1, evidence=at(page, "291 21 Drift"))) for page in (3, 7))
    with pytest.raises(QuestionError, match="2 things in the letter are called 291/21") as caught:
        item_by_key(letter(budget_tables=tables), "291/21")
    assert "budget_rows/0-0  291 21 Drift (s. 3)" in caught.value.hint
    assert "budget_rows/1-0  291 21 Drift (s. 7)" in caught.value.hint


def test_a_title_without_letters_is_nobodys_name() -> None:
    with pytest.raises(QuestionError, match="Nothing in the letter"):
        item_by_key(letter(goals=(Goal(number=None, title="–"),)), "...")


def test_what_is_not_there_says_what_a_key_may_be() -> None:
    made = letter(
        assignments=(assignment(),),
        sections=(Section(number="2", title="Mål", level=1, page=1, evidence=at(1)),),
    )
    with pytest.raises(QuestionError, match="called 2026-99") as caught:
        item_by_key(made, "2026-99")
    assert "291/60" in caught.value.hint
