from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from made_letters import assignment, at, dated, full_letter, letter, line, reporting, row, table
from tildeling.export.rows import (
    TABLES,
    AssignmentRow,
    BudgetTableRow,
    DeadlineRow,
    FinancingRow,
    assignment_rows,
    attachment_rows,
    budget_rows,
    columns_of,
    deadline_rows,
    financing_rows,
    reporting_rows,
    rows_of,
    target_rows,
)
from tildeling.letter import Attachment, BudgetTable, Deadline, Evidence


def test_every_table_has_the_sha256_to_join_on_first() -> None:
    assert {columns_of(row_class)[0] for row_class in TABLES.values()} == {"sha256"}


def test_every_row_says_which_letter_it_is_of() -> None:
    made = full_letter().model_copy(update={"kind": "addendum", "addendum_number": 4})
    assert made.agency is not None
    assert made.ministry is not None
    for _, flat in rows_of(made):
        found = (flat.file, flat.agency, flat.agency_key, flat.ministry, flat.budget_year)
        assert found == (
            made.source.name,
            made.agency.name,
            made.agency.key,
            made.ministry.name,
            made.budget_year,
        )
        assert flat.addendum_number == 4
        columns = columns_of(type(flat))
        assert getattr(flat, "letter_kind" if "letter_kind" in columns else "kind") == "addendum"
        assert getattr(flat, "letter_date" if "letter_date" in columns else "date") == made.date


def test_an_item_keeps_its_own_kind_and_day_beside_the_letters() -> None:
    with_kind = {name for name, row in TABLES.items() if "letter_kind" in columns_of(row)}
    assert with_kind == {"financing", "budget_rows", "authorisations", "references"}
    with_day = {name for name, row in TABLES.items() if "letter_date" in columns_of(row)}
    assert with_day == {"deadlines", "payments"}
    (flat,) = deadline_rows(letter(date=dt.date(2026, 1, 5), deadlines=(dated("2026-06-01"),)))
    assert (flat.date, flat.letter_date) == (dt.date(2026, 6, 1), dt.date(2026, 1, 5))


def test_a_letter_whose_bodies_are_unknown_has_rows_all_the_same() -> None:
    made = full_letter().model_copy(update={"agency": None, "ministry": None})
    assert {(row.agency, row.agency_key, row.ministry) for _, row in rows_of(made)} == {
        (None, None, None)
    }


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


def test_an_indicator_and_its_targets_name_what_they_belong_to() -> None:
    found: dict[str, Any] = dict(rows_of(full_letter()))
    assert (found["indicators"].goal, found["indicators"].goal_number) == (0, "1")
    result, target = target_rows(full_letter())
    assert (target.indicator, target.indicator_number, target.position) == (0, "a", 1)
    assert target.indicator_text == "Andel søknader avgjort innen fristen"
    assert (target.value, target.within_value) == (Decimal(85), Decimal(4))
    assert target.within_unit == "weeks"
    assert (result.role, result.year, result.value) == ("result", 2025, Decimal("81.5"))


def test_a_reporting_requirement_says_the_days_it_is_due() -> None:
    without = Deadline(date=None, status="ongoing", text="løpende")
    made = letter(reporting=(reporting(deadlines=(dated("2026-06-01"), without)),))
    (flat,) = reporting_rows(made)
    assert flat.dates == (dt.date(2026, 6, 1), None)
    assert flat.documents == ("annual_report",)


def test_an_attachment_has_the_page_it_is_named_on_and_the_one_it_begins_on() -> None:
    named = Attachment(number="1", title="Kalender", page=9, evidence=at(2))
    (flat,) = attachment_rows(letter(attachments=(named,)))
    assert (flat.page, flat.first_page) == (2, 9)


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


def test_an_items_place_is_its_first_evidence() -> None:
    places = (
        Evidence(page=3, bbox=(70.9, 100, 520.25, 112), text="Oppdrag 1: Ny"),
        Evidence(page=4, bbox=(70.9, 80, 300, 92), text="veileder"),
    )
    (flat,) = assignment_rows(letter(assignments=(assignment(evidence=places),)))
    assert columns_of(AssignmentRow)[-6:] == ("page", "x0", "top", "x1", "bottom", "words")
    assert (flat.page, flat.x0, flat.top, flat.x1, flat.bottom) == (3, 70.9, 100, 520.25, 112)
    assert flat.words == "Oppdrag 1: Ny"


def test_plain_text_has_words_and_no_place() -> None:
    place = Evidence(page=None, bbox=None, text="Oppdrag 1")
    (flat,) = assignment_rows(letter(assignments=(assignment(evidence=(place,)),)))
    assert (flat.page, flat.x0, flat.bottom, flat.words) == (None, None, None, "Oppdrag 1")
    (bare,) = assignment_rows(letter(assignments=(assignment(evidence=()),)))
    assert (bare.page, bare.x0, bare.words) == (None, None, None)


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
