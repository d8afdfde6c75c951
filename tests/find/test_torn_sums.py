"""Sums of which a part is printed elsewhere, or mistyped: none is read, and each is told."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tildeling.find.money import find_money, find_sums
from tildeling.find.torn_sums import goes_on_in_sum
from tildeling.text.found import Found

TORN = [
    "kr 45 6-00 000 til drift",
    "kr 45 6 00 000 til drift",
    "kr 45 60 0 000 til drift",
    "kr 45 600 00 til drift",
    "kr 45 600 0000 til drift",
    "kr 45,600 000 til drift",
    "kr 45, 600 000 til drift",
    "kr 45;600;000 til drift",
    "kr 45/600/000 til drift",
    "kr 45_600_000 til drift",
    "kr 45-600-000 til drift",
    "kr 45 600-000 til drift",
    "kr 45. 600.000 til drift",
    "kr 45 .600.000 til drift",
    "kr 45 6OO OOO til drift",
    "kr 45 l00 000 til drift",
    "kr 45600 000 til drift",
    "kr 0 600 000 til drift",
    "kr 45, 6 mill. til drift",
    "kr 45,5 til drift",
    "45 6-00 000 kroner",
    "45 600 0 kroner",
    "45 600 00 kroner",
    "45-600-000 kroner",
    "45 6OO OOO kroner",
    "063 000 kroner",
    "tildeles 12, 6 mill. kroner",
    "tildeles 12 6 mill. kroner",
]
WHOLE = [
    ("kr 500 000 31. desember", 500_000),
    ("kr 500 000 31.12.2026", 500_000),
    ("kr 500 000 2026", 500_000),
    ("kr 3 500 000.2 Midlene", 3_500_000),
    ("kr 50 i 2026", 50),
    ("kr 50. 1. mars", 50),
    ("kr 50, 12. mars", 50),
    ("kr 50 1. mars", 50),
    ("kr 1 200 000,- og", 1_200_000),
    ("på post 45, 6 mill. kroner", 6_000_000),
    ("postene 01, 21 og 45, 6 mill. kroner", 6_000_000),
    ("i 2025, 6 mill. kroner", 6_000_000),
    ("post 45 600 000 kroner", 600_000),
    ("0,5 mill. kroner", 500_000),
    ("0.5 mill. kroner", 500_000),
    ("3 500 0002 kroner", 3_500_000),
    ("1\u00a0600\u00a0000 kroner", 1_600_000),
]


@pytest.mark.parametrize("text", TORN)
def test_a_torn_sum_is_not_read_and_has_its_place(text: str) -> None:
    sums = find_sums(text)
    assert sums.money == ()
    assert sums.torn


@pytest.mark.parametrize(("text", "kroner"), WHOLE)
def test_a_whole_sum_beside_other_numbers_is_read(text: str, kroner: int) -> None:
    sums = find_sums(text)
    assert [money.kroner for money in sums.money] == [kroner]
    assert sums.torn == ()


@given(
    st.integers(10_000, 99_999_999_999),
    st.sampled_from(["{} kroner", "kr {}", "NOK {}"]),
    st.sampled_from([" ", ".", ",", ";", "/", "_", "O"]),
    st.data(),
)
def test_a_sign_inside_a_number_never_gives_another_sum_in_silence(
    kroner: int, form: str, sign: str, data: st.DataObject
) -> None:
    number = f"{kroner:,}".replace(",", " ")
    at = data.draw(st.integers(1, len(number) - 1))
    torn = number[:at] + sign + number[at:]
    # Where a sentence, a clause or a column may end.
    assume(not any(end in torn for end in (". ", ", ", "  ")))
    sums = find_sums(f"Det tildeles {form.format(torn)} til drift.")
    is_silent = not sums.torn
    assert not (is_silent and [money.kroner for money in sums.money] not in ([kroner], []))
    assert not (is_silent and form.startswith("kr") and not sums.money)


@pytest.mark.parametrize("text", ["kr 45 000–60 000 til drift", "kr 45-60 000 til drift"])
def test_both_ends_of_a_range_are_sums(text: str) -> None:
    assert len(find_money(text)) == 2


@pytest.mark.parametrize(
    ("above", "below", "is_one"),
    [
        ("Direktoratet tildeles kr 45", "600 000 til drift", True),
        ("Direktoratet tildeles kr 45 600", "000 til drift", True),
        ("Direktoratet tildeles i alt 45 600", "000 kroner til drift", True),
        ("På kap. 740, post 45", "600 000 kroner til drift", False),
        ("Lønn kr 14 300", "196 700", False),
        ("Lønn 14 300", "196 700", False),
        ("Tilskuddet er kr 45.", "600 søknader kom inn", False),
    ],
)
def test_two_lines_are_one_number_where_they_can_be_nothing_else(
    above: str, below: str, is_one: bool
) -> None:
    assert goes_on_in_sum(above, below) == is_one


@pytest.mark.parametrize(
    "text",
    [
        "Direktoratet tildeles i år kr 45\n600 000 til drift",
        "Direktoratet tildeles i alt for 2026 45\n600 000 kroner til drift",
    ],
)
def test_a_sum_that_two_blocks_part_is_torn(text: str) -> None:
    found = Found(text)
    assert found.all_money == ()
    assert found.torn_sums


@pytest.mark.parametrize(
    "text",
    [
        "Bevilgningen på kap. 740, post 45\n600 000 kroner til drift",
        "Lønn\tkr 45 000\n600 000 kroner\tDrift",
        "Tilskudd kr 45 000\n196 700",
    ],
)
def test_numbers_in_two_blocks_that_are_two_are_read(text: str) -> None:
    assert Found(text).torn_sums == ()
    assert Found(text).all_money
