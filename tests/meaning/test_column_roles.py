"""What amount columns hold: arithmetic before words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.meaning.column_roles import column_roles, taken_away, word_role

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


@pytest.mark.parametrize(
    "headings",
    [
        ["Lønn", "Drift", "Sum"],
        ["1. halvår", "2. halvår", "Sum 2026"],
        ["KD", "HOD", "Samlet bevilgning"],
        ["Termin 1", "Termin 2", "Tildelt"],
    ],
)
def test_parts_that_add_up_to_a_grant_are_neither_the_grant_before_nor_a_change(
    headings: list[str],
) -> None:
    assert column_roles(headings, [(60, 44, 104), (10, 11, 21)]) == (None, None, "new")
    four = [*headings[:2], "Annet", headings[2]]
    assert column_roles(four, [(60, 44, 1, 105), (10, 11, 2, 23)]) == (None, None, None, "new")


@pytest.mark.parametrize("change", ["Korreksjon", "RNB 2026", "Rammeendring", "Nysaldering"])
def test_a_change_by_any_name_leads_to_the_sum(change: str) -> None:
    roles = ("previous", "change", "new")
    assert column_roles(["Ramme", change, "Sum"], [(60, 44, 104), (10, 11, 21)]) == roles
    assert column_roles(["Ordning", change, "Sum"], [(60, -4, 56), (10, 1, 11)]) == roles


def test_where_no_sum_holds_the_words_decide() -> None:
    headings = ["Rekneskap 2022", "Saldert budsjett 2023", "Løyving 2024"]
    assert column_roles(headings, [(10, 20, 25), (1, 2, 9)]) == (None, None, "new")


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
    roles = column_roles(["Gjeldende bevilgning", "Regnskap"], [(2, 26)])
    assert roles == ("previous", None)


def test_last_years_column_beside_this_years_is_none() -> None:
    assert column_roles(["Bevilgning 2025", "Bevilgning 2026"], [(2, 26)]) == (None, "new")
    assert column_roles(["Saldert budsjett", "Bevilgning 2026"], [(2, 26)], 2026) == (None, "new")


def test_a_change_leads_from_last_years_column() -> None:
    headings = ["Saldert budsjett 2025", "Endring", "Bevilgning 2026"]
    assert column_roles(headings, [(24, 2, 26)], 2026) == ("previous", "change", "new")


def test_an_addendum_starts_from_the_budget_of_its_own_year() -> None:
    for heading in ("Saldert budsjett", "Saldert budsjett 2026"):
        roles = column_roles([heading, "Ny bevilgning"], [(24, 26)], 2026, amends=True)
        assert roles == ("previous", "new")


def test_of_columns_of_years_the_letters_own_is_new() -> None:
    assert column_roles(["2024", "2025", "2026"], [(1, 5, 9)], 2025) == (None, "new", None)


@pytest.mark.parametrize(
    "headings",
    [
        ["Rekneskap 2024", "Saldert 2025", "Vedteke 2026"],
        ["Regnskap 2024", "Saldert budsjett 2025", "Saldert budsjett 2026"],
        ["Regnskap 2024", "Saldert 2025", "Vedtatt"],
        ["Saldert 2025", "2026"],
    ],
)
def test_a_base_letters_own_year_is_the_grant_whatever_it_is_called(headings: list[str]) -> None:
    row = (1,) * (len(headings) - 1) + (9,)
    assert column_roles(headings, [row], 2026) == (*[None] * (len(headings) - 1), "new")


def test_beside_a_column_that_says_nothing_the_year_alone_makes_no_grant() -> None:
    assert column_roles(["2026", "for Norad"], [(500, 20)], 2026) == (None, None)


def test_a_decided_budget_alone_is_the_grant() -> None:
    assert column_roles(["Vedtatt for 2026"], [(2,)], 2026) == ("new",)


def test_a_year_with_a_unit_is_a_year() -> None:
    headings = ["2025 (mill. kr)", "2026 (1 000 kr)"]
    assert column_roles(headings, [(4, 4)], 2026) == (None, "new")


def test_what_the_recipient_disposes_of_is_new_beside_the_whole() -> None:
    headings = ["Bevilgning 2026", "Til disposisjon for Vegtilsynet"]
    assert column_roles(headings, [(500, 20)], 2026) == (None, "new")


@pytest.mark.parametrize(
    "heading", ["Reduksjon", "Kutt", "Fratrekk", "Fradrag", "Nedgang", "Innsparing", "Redusert med"]
)
def test_a_column_that_takes_away_is_told_by_its_heading(heading: str) -> None:
    assert taken_away(["Saldert", heading, "Ny"], [(24, 2, 22)]) == {1}
    assert word_role(heading) == "change"


def test_a_column_of_both_directions_is_taken_as_printed() -> None:
    assert taken_away(["Saldert", "Økning/reduksjon", "Ny"], [(24, 2, 26)]) == frozenset()


def test_a_reduction_printed_with_its_minus_is_taken_as_printed() -> None:
    assert taken_away(["Saldert", "Reduksjon", "Ny"], [(24, -2, 22), (5, 1, 6)]) == frozenset()


def test_of_two_changes_the_one_that_every_row_takes_away_is_taken_away() -> None:
    headings = ["Gjeldende ramme", "Tilført", "Overført bort", "Ny ramme"]
    rows = [(182, 6, 2, 186), (14, 0, 1, 13)]
    assert taken_away(headings, rows) == {2}
    assert taken_away(headings, [(182, 6, 2, 190), (14, 0, 1, 15)]) == frozenset()


def test_a_change_that_every_row_takes_away_is_taken_away() -> None:
    assert taken_away(["Saldert", "Endring", "Ny"], [(24, 2, 22), (5, 1, 4)]) == {1}
    assert taken_away(["Saldert", "Endring", "Ny"], [(24, 2, 22), (5, 1, 6)]) == frozenset()


def test_rows_with_two_changes_tell_that_both_columns_are_changes() -> None:
    headings = ["Januar", "Økning", "Fratrekk", "Ny ramme"]
    rows = [(24, 7, None, 31), (39, 14, None, 53), (82, 49, -1, 130)]
    assert column_roles(headings, rows) == ("previous", "change", "change", "new")


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
