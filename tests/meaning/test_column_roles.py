"""What amount columns hold: arithmetic before words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.meaning.column_roles import column_roles, word_role

WORDS = [
    ("Saldert budsjett 2025 (i 1 000 kr)", "previous"),
    ("Tidligere tildeling", "previous"),
    ("Tidlegare tildeling", "previous"),
    ("Opprinnelig bevilgning", "previous"),
    ("Gjeldende budsjett", "previous"),
    ("Gjeldande løyving", "previous"),
    ("Vedtatt budsjett", "previous"),
    ("Endring", "change"),
    ("Endringar i RNB", "change"),
    ("Auke", "change"),
    ("Reduksjon", "change"),
    ("Ny bevilgning", "new"),
    ("Ny løyving", "new"),
    ("Sum tildelt 2026", "new"),
    ("Bevilgning 2019", "new"),
    ("Budsjett 2019", "new"),
    ("Revidert budsjett", "new"),
    ("Disponibelt 2021", "new"),
    ("Bevilgning etter endring", "new"),
    ("Rekneskap 2022", None),
    ("Forslag i Gul bok", None),
    ("Merknad", None),
    ("Nytte", None),
]


@pytest.mark.parametrize(("heading", "role"), WORDS)
def test_a_heading_names_a_role(heading: str, role: str | None) -> None:
    assert word_role(heading) == role


def test_arithmetic_decides_against_the_words() -> None:
    headings = ["Budsjett", "Ny bevilgning", "Bevilgning"]
    assert column_roles(headings, [(10, 2, 12), (7, -3, 4)]) == ("previous", "change", "new")


def test_what_was_granted_before_is_never_negative() -> None:
    headings = ["", "", ""]
    assert column_roles(headings, [(2, 10, 12), (-3, 7, 4)]) == ("change", "previous", "new")


def test_the_change_may_stand_last() -> None:
    headings = ["Saldert budsjett 2025", "Budsjett 2026", "Endring"]
    assert column_roles(headings, [(10, 12, 2), (7, 4, -3)]) == ("previous", "new", "change")


def test_nothing_was_granted_before() -> None:
    headings = ["Tidligere tildeling", "Ny tildeling", "Sum tildelt 2026"]
    assert column_roles(headings, [(0, 12, 12)]) == ("previous", "change", "new")


def test_one_wrong_row_changes_no_role() -> None:
    headings = ["Saldert", "Endring", "Ny"]
    assert column_roles(headings, [(10, 2, 12), (7, 3, 11), (5, 5, 10)]) == (
        "previous",
        "change",
        "new",
    )


def test_where_no_sum_holds_the_words_decide() -> None:
    headings = ["Rekneskap 2022", "Saldert budsjett 2023", "Løyving 2024"]
    assert column_roles(headings, [(10, 20, 25), (1, 2, 9)]) == (None, "previous", "new")


def test_an_empty_change_counts_as_none() -> None:
    headings = ["Saldert", "Endring", "Ny"]
    rows = [(10, None, 10), (7, 3, 10)]
    assert column_roles(headings, rows) == ("previous", "change", "new")


def test_of_four_columns_the_three_that_add_up_have_roles() -> None:
    headings = ["Saldert budsjett 2021", "Forslag", "Endring i Stortinget", "Bevilgning 2022"]
    rows = [(180, 186, -1, 185), (14, 15, 0, 15), (17, 18, 36, 54)]
    assert column_roles(headings, rows) == (None, "previous", "change", "new")


def test_several_changes_lead_to_the_last_column() -> None:
    headings = ["Saldert budsjett", "RNB", "Nysaldering", "Bevilgning"]
    rows = [(100, 5, -2, 103), (40, 0, 10, 50), (7, 1, 1, 9)]
    assert column_roles(headings, rows) == ("previous", "change", "change", "new")


def test_new_money_beside_a_sum_is_a_change() -> None:
    assert column_roles(["Ny tildeling", "Sum tildeling"], [(2, 26)]) == ("change", "new")


def test_new_money_without_a_sum_is_what_the_post_comes_to() -> None:
    assert column_roles(["Tidligere tildeling", "Ny tildeling"], [(2, 26)]) == ("previous", "new")


def test_what_stands_beside_the_grant_before_is_the_grant_now() -> None:
    assert column_roles(["Tidligere tildeling", "2026"], [(2, 26)]) == ("previous", "new")


def test_accounts_beside_the_grant_before_are_no_grant() -> None:
    assert column_roles(["Saldert budsjett", "Regnskap"], [(2, 26)]) == ("previous", None)


def test_of_two_years_the_earlier_was_before() -> None:
    assert column_roles(["Bevilgning 2025", "Bevilgning 2026"], [(2, 26)]) == ("previous", "new")


def test_one_column_is_never_the_one_before() -> None:
    assert column_roles(["Saldert budsjett 2026"], [(2,)]) == (None,)
    assert column_roles(["Endring"], [(2,)]) == ("change",)


amounts = st.integers(-(10**9), 10**9)


@given(st.lists(st.tuples(amounts, amounts.filter(bool)), min_size=2, max_size=8))
def test_sums_make_the_roles_whatever_the_columns_are_called(pairs: list[tuple[int, int]]) -> None:
    rows = [(before, change, before + change) for before, change in pairs]
    roles = column_roles(["A", "B", "C"], rows)
    assert sorted(role or "" for role in roles) == ["change", "new", "previous"]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=12), st.data())
def test_there_is_one_role_a_column(headings: list[str], data: st.DataObject) -> None:
    row = st.tuples(*[st.none() | st.integers(0, 20) for _ in headings])
    rows = data.draw(st.lists(row, max_size=4))
    assert len(column_roles(headings, rows)) == len(headings)
