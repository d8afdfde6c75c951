from __future__ import annotations

import datetime as dt
from dataclasses import astuple, fields

import pytest

from made_letters import assignment, at, dated, full_letter, letter, line, row, table
from tildeling.export.rows import (
    TABLES,
    AssignmentRow,
    BudgetTableRow,
    DeadlineRow,
    FinancingRow,
    budget_rows,
    deadline_rows,
    financing_rows,
    rows_of,
)
from tildeling.letter import BudgetTable


def test_every_table_has_the_sha256_to_join_on_first() -> None:
    assert {fields(row_class)[0].name for row_class in TABLES.values()} == {"sha256"}


def test_a_letter_with_one_of_everything_has_rows_in_every_table() -> None:
    made = full_letter()
    rows = list(rows_of(made))
    assert {name for name, _ in rows} == set(TABLES)
    assert {row.sha256 for _, row in rows} == {made.source.sha256}
    assert all(isinstance(row, TABLES[name]) for name, row in rows)


def test_deadlines_name_the_assignment_they_stand_in_or_none() -> None:
    inside, outside = deadline_rows(full_letter())
    assert (inside.assignment, inside.assignment_number) == (0, "2026-07")
    assert (outside.assignment, outside.assignment_number) == (None, None)
    assert inside.date == dt.date(2026, 6, 1)


def test_money_names_the_assignment_it_stands_in_or_none() -> None:
    made = letter(
        assignments=(assignment(), assignment(number=None, financing=(line(amount=5),))),
        financing=(line(amount=7), line(budget_lines=(0,))),
    )
    keys = [(row.assignment, row.position, row.amount) for row in financing_rows(made)]
    assert keys == [(1, 0, 5), (None, 0, 7), (None, 1, None)]


def test_a_budget_row_has_its_amounts_by_role_and_as_printed() -> None:
    printed: BudgetTable = table(row(1, 2, 3, 4), columns=("Vedtatt", "Før", "Endring", "Nå"))
    roles = (None, "previous", "change", "new")
    made = letter(budget_tables=(printed.model_copy(update={"column_roles": roles}),))
    (flat,) = budget_rows(made)
    assert (flat.previous, flat.change, flat.new) == (2, 3, 4)
    assert flat.amounts == (1, 2, 3, 4)
    assert flat.columns == ("Vedtatt", "Før", "Endring", "Nå")


def test_a_budget_row_says_its_unit_its_side_its_sub_post_and_its_comment() -> None:
    printed = table(row(1, post=72, sub="1", comment="Til drift.")).model_copy(
        update={"side": "expenditure"}
    )
    (flat,) = budget_rows(letter(budget_tables=(printed,)))
    assert (flat.unit, flat.unit_text, flat.unit_basis) == (1000, "(i 1 000 kroner)", "stated")
    assert (flat.side, flat.post, flat.sub, flat.comment) == ("expenditure", 72, "1", "Til drift.")


def test_words_are_kept_whole_in_the_tables() -> None:
    made = letter(
        assignments=(assignment(text="Lag en plan."),),
        deadlines=(dated("2026-06-01", sentence="Lever planen innen 1. juni."),),
    )
    found = dict(rows_of(made))
    assert isinstance(found["assignments"], AssignmentRow)
    assert found["assignments"].text == "Lag en plan."
    assert isinstance(found["deadlines"], DeadlineRow)
    assert found["deadlines"].sentence == "Lever planen innen 1. juni."


def test_the_page_is_that_of_the_first_evidence() -> None:
    made = letter(assignments=(assignment(evidence=(*at(3), *at(4))),))
    (flat,) = [row for name, row in rows_of(made) if name == "assignments"]
    assert astuple(flat)[-1] == 3


@pytest.mark.parametrize("row_class", [DeadlineRow, FinancingRow, BudgetTableRow])
def test_positions_are_keys_within_a_letter(row_class: type) -> None:
    made = letter(
        assignments=full_letter().assignments * 2,
        deadlines=full_letter().deadlines * 2,
        financing=full_letter().financing * 2,
        budget_tables=full_letter().budget_tables * 2,
    )
    keys = ("assignment", "position", "table", "row")
    found = [
        tuple(getattr(row, key) for key in keys if hasattr(row, key))
        for _, row in rows_of(made)
        if isinstance(row, row_class)
    ]
    assert len(found) > 1
    assert len(set(found)) == len(found)
