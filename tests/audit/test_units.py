"""Sums between text and table where the table's unit is known, and where it is not."""

from __future__ import annotations

from set_letters import found, read_letter, table

CHANGED = ("842", "01", "Driftsutgifter", "182 400", "4 100", "186 500")
TEXT = "Bevilgningen på kap. 842, post 01 økes med 9,9 mill. kroner.\n\n"


def test_a_change_of_an_unknown_unit_is_held_against_no_text() -> None:
    letter = read_letter("= Budsjett\n" + TEXT + table(CHANGED, unit=""))
    assert letter.budget_tables[0].unit_basis == "assumed"
    assert found(letter) == [("unit_doubt", "842/1")]


def test_a_change_of_a_known_unit_is_held_against_the_text() -> None:
    letter = read_letter("= Budsjett\n" + TEXT + table(CHANGED))
    assert found(letter) == [("change_not_in_table", "842/1")]


def test_a_table_of_an_unknown_unit_still_has_to_add_up() -> None:
    wrong = ("842", "01", "Driftsutgifter", "182 400", "4 100", "186 900")
    right = ("842", "21", "Annet", "10 000", "100", "10 100")
    letter = read_letter("= Budsjett\n" + table(wrong, right, right, unit=""))
    assert ("row_arithmetic", "842/1") in found(letter)


def test_sub_posts_are_not_added_to_their_post() -> None:
    heads = ("Kap.", "Post", "Betegnelse", "Bevilgning 2025")
    rows = (
        ("842", "72", "Tilskudd", "9 000"),
        ("842", "72.1", "Havn", "5 000"),
        ("842", "72.2", "Kai", "4 000"),
        ("", "", "Sum kap. 842", "9 000"),
    )
    letter = read_letter("= Budsjett\n" + table(*rows, heads=heads))
    assert [(row.post, row.sub) for row in letter.budget_tables[0].rows][:3] == [
        (72, None),
        (72, "1"),
        (72, "2"),
    ]
    assert found(letter) == []


def test_a_sum_of_millions_is_held_to_its_decimals() -> None:
    heads = ("Kap.", "Post", "Betegnelse", "Bevilgning 2025")
    rows = (
        ("842", "71", "Tilskudd", "42,600"),
        ("842", "79", "Informasjon", "0,725"),
        ("", "", "Sum kap. 842", "43,425"),
    )
    letter = read_letter("= Budsjett\n" + table(*rows, heads=heads, unit="(mill. kroner)"))
    assert found(letter) == [("sum_mismatch", "842")]
