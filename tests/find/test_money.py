"""Sums in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find.money import Money, find_money

ONE_SUM = [
    ("1 mill. kroner", 1_000_000, 1_000_000),
    ("2,3 mrd. kroner", 2_300_000_000, 100_000_000),
    ("2,3 milliarder kroner", 2_300_000_000, 100_000_000),
    ("2,3 milliardar kroner", 2_300_000_000, 100_000_000),
    ("25 millioner kroner", 25_000_000, 1_000_000),
    ("85,3 millionar kroner", 85_300_000, 100_000),
    ("0,401 mill. kroner", 401_000, 1_000),
    ("56,601 mill. kroner", 56_601_000, 1_000),
    ("1.5 mill. kroner", 1_500_000, 100_000),
    ("1 mill. kr", 1_000_000, 1_000_000),
    ("1 mill.kr", 1_000_000, 1_000_000),
    ("3 Mill. Kroner", 3_000_000, 1_000_000),
    ("NOK 2 mill.", 2_000_000, 1_000_000),
    ("0,5 mill.", 500_000, 100_000),
    ("1 550 mill. kroner", 1_550_000_000, 1_000_000),
    ("kr 500 000", 500_000, 1),
    ("kr. 500 000", 500_000, 1),
    ("kr 500.000,-", 500_000, 1),
    ("500.000,-", 500_000, 1),
    ("NOK 500 000", 500_000, 1),
    ("750 000 kr", 750_000, 1),
    ("500 norske kroner", 500, 1),
    ("29.000.000 kroner", 29_000_000, 1),
    ("1\u00a0000\u2009000\u202f000 kroner", 1_000_000_000, 1),
    ("7 724 723 000 kroner", 7_724_723_000, 1),
    ("kroner 500 000,-", 500_000, 1),
    ("500 tusen kroner", 500_000, 1_000),
    ("en million kroner", 1_000_000, 1_000_000),
    ("to millionar kroner", 2_000_000, 1_000_000),
    ("to og en halv million kroner", 2_500_000, 100_000),
    ("to og ein halv million kroner", 2_500_000, 100_000),
    ("en halv million kroner", 500_000, 100_000),
    ("halvannen million kroner", 1_500_000, 100_000),
    ("tre komma fem millioner kroner", 3_500_000, 100_000),
    ("tjuefem millioner kroner", 25_000_000, 1_000_000),
    ("hundre tusen kroner", 100_000, 1),
    ("fem hundre tusen kroner", 500_000, 1),
    ("to hundre og femti tusen kroner", 250_000, 1),
    ("1 mill. og 250 000 kroner", 1_250_000, 1),
    ("2½ mill. kroner", 2_500_000, 100_000),
    ("½ mill. kroner", 500_000, 100_000),
    ("2’500’000 kroner", 2_500_000, 1),
    ("2,500,000 kroner", 2_500_000, 1),
    ("12 500 kkr", 12_500_000, 1_000),
    ("MNOK 3,5", 3_500_000, 100_000),
    ("tkr 1 200", 1_200_000, 1_000),
    ("mill. kr 2,5", 2_500_000, 100_000),
    ("3 500 0002 kroner", 3_500_000, 1),
    ("3 500 000 2 kroner", 3_500_000, 1),
    ("kr 1 000 000,50", 1_000_001, 1),
    ("kr 1 000 000,49", 1_000_000, 1),
]

NO_SUM = [
    "i 2020",
    "2020-kroner",
    "mill. kroner 2026",
    "tall i kroner 2026 2027",
    "Prop. 127 S (2019–2020)",
    "85,3 prosent",
    "31.12.2020",
    "telefon 22 24 24 67",
    "Org.nr. 915 495 301",
    "kap. 290",
    "68 100",
    "500 årsverk",
    "5 mill. innbyggere",
    "5 mill. nye brukere",
    "2,5 mill. tonn",
    "3 mill. euro",
    "3 mrd. svenske kroner",
    "5 millionar innbyggjarar",
    "(i 1 000 kroner)",
    "(i 1000 kroner)",
    "(alle tall i 1 000 kroner)",
    "tal i 1 000 kroner",
    "(NOK 1 000)",
    "(i hele 1 000 kr)",
    "10 000 tusen kroner",
    "tall i tusen kroner",
    "flere hundre tusen kroner",
    "et par millioner kroner",
    "tkr 2026",
    "en kroner",
    "250 000 passasjerer",
    "500\nkroner",
]

SEVERAL_SUMS = [
    ("mellom 5 og 7 mill. kroner", [5_000_000, 7_000_000]),
    ("fra 9,5 til 23 mill. kroner", [9_500_000, 23_000_000]),
    ("5–7 mill. kroner", [5_000_000, 7_000_000]),
    ("kr 5-7 mill.", [5_000_000, 7_000_000]),
    ("tilskudd på 5, 7 og 10 mill. kroner", [5_000_000, 7_000_000, 10_000_000]),
    ("frå 200 000 til 300 000 kroner", [200_000, 300_000]),
    ("kr 500 000 og 3 000 kroner", [500_000, 3_000]),
    ("0,3 mill. kroner til A, 3,5 mill. kroner til B", [300_000, 3_500_000]),
    ("på kap. 701 post 21 og 70 mill. kroner", [70_000_000]),
    ("over post 21, 10 mill. kroner", [10_000_000]),
    ("post 21 500 000 kroner", [500_000]),
    ("i 2020 500 000 kroner", [500_000]),
    ("på posten 40 000 kroner", [40_000]),
    ("løsning for IS-24/8 - 0,7 mill. kroner", [700_000]),
    ("tiltak 8 - 0,7 mill. kroner", [700_000]),
    ("fra 2019 til 20 mill. kroner", [20_000_000]),
    ("med 500 000 og 2 mill. kroner", [2_000_000]),
    ("Det stilles 12,5 og 3,4 mill. kroner", [12_500_000, 3_400_000]),
    ("av dette 4,2 og 2,8 mill. kroner", [4_200_000, 2_800_000]),
    ("henholdsvis 5 mill. og 250 000 kroner", [5_000_000, 250_000]),
    ("5 mill. og 7 mill. kroner", [5_000_000, 7_000_000]),
    ("i 2025 kr 4 000 000", [4_000_000]),
    ("det stilles 250 000 til disposisjon", [250_000]),
    ("12 mill. kroner1 til vern", [12_000_000]),
    ("12 mill. kroner² til vern", [12_000_000]),
    ("(i 1 000 kroner) 68 100 og 5 mill. kroner", [5_000_000]),
]


@pytest.mark.parametrize(("text", "kroner", "step"), ONE_SUM)
def test_reads_a_sum_in_every_notation(text: str, kroner: int, step: int) -> None:
    assert find_money(f"Det stilles {text} til disposisjon") == (
        Money(12, 12 + len(text), kroner, step),
    )


@pytest.mark.parametrize("text", NO_SUM)
def test_what_is_no_sum_is_left_alone(text: str) -> None:
    assert find_money(text) == ()


@pytest.mark.parametrize(("text", "kroner"), SEVERAL_SUMS)
def test_reads_each_of_several_sums(text: str, kroner: list[int]) -> None:
    assert [money.kroner for money in find_money(text)] == kroner


def test_a_full_stop_after_kr_ends_the_sentence_and_not_the_sum() -> None:
    text = "Posten økes med 500 kr."
    assert [text[money.start : money.end] for money in find_money(text)] == ["500 kr"]


def test_a_sign_stands_outside_the_sum() -> None:
    text = "-5 mill. kroner"
    assert [text[money.start : money.end] for money in find_money(text)] == ["5 mill. kroner"]


def _grouped(kroner: int, separator: str) -> str:
    return f"{kroner:,}".replace(",", separator)


NOTATIONS = st.sampled_from(
    ["{} kroner", "{} kr", "kr {}", "kr. {}", "NOK {}", "{},-", "kr {},-", "kr {},00"]
)
SEPARATORS = st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", ".", ""])


@given(st.integers(0, 10**13), NOTATIONS, SEPARATORS)
def test_whole_kroner_survive_every_notation(kroner: int, notation: str, separator: str) -> None:
    text = notation.format(_grouped(kroner, separator))
    assert [(m.start, m.end, m.kroner, m.step) for m in find_money(text)] == [
        (0, len(text), kroner, 1)
    ]


@given(
    st.integers(0, 10**6),
    st.integers(0, 3),
    st.sampled_from(["mill. kroner", "mill.", "millioner kroner", "millionar kr", "mill.kr"]),
)
def test_scaled_sums_survive_with_their_step(thousands: int, decimals: int, unit: str) -> None:
    digits = str(thousands).rjust(decimals + 1, "0")
    number = f"{digits[:-decimals]},{digits[-decimals:]}" if decimals else digits
    step = 10 ** (6 - decimals)
    assert [(m.kroner, m.step) for m in find_money(f"{number} {unit}")] == [
        (thousands * step, step)
    ]


@given(st.text(alphabet="0123456789 .,-–krmilo\n\u00a0(i)", max_size=200))
def test_spans_are_in_order_apart_and_within_a_block(text: str) -> None:
    found = find_money(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert not any("\n" in text[m.start : m.end] for m in found)
