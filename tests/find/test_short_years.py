"""Years of two digits: read where a mark, or the end of a field, says that they are years."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find.date_words import MONTHS
from tildeling.find.dates import find_dates

STRETCHES = [
    ("13.–15. okt -26", (10, 13), (10, 15)),
    ("13.-15. okt. '26", (10, 13), (10, 15)),
    ("13.–15. oktober ’26", (10, 13), (10, 15)),
    ("13. til 15. okt. ’26", (10, 13), (10, 15)),
    ("mellom 13. og 15. okt -26", (10, 13), (10, 15)),
    ("1. mars–15. april -26", (3, 1), (4, 15)),
    ("13.10.–15.10.-26", (10, 13), (10, 15)),
    ("13.10.–15.10.’26", (10, 13), (10, 15)),
    ("uke 12-14 -26", (3, 16), (4, 5)),
    ("uke 12–14 ’26", (3, 16), (4, 5)),
    ("mars–april -26", (3, 1), (4, 30)),
    ("2. tertial -26", (5, 1), (8, 31)),
    ("3. kvartal ’26", (7, 1), (9, 30)),
    ("høsten ’26", (8, 1), (12, 31)),
    ("okt. -26", (10, 1), (10, 31)),
    ("uke 45 -26", (11, 2), (11, 8)),
]


@pytest.mark.parametrize(("text", "first", "last"), STRETCHES)
def test_a_stretch_has_its_printed_year(
    text: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    (date,) = find_dates(text)
    resolved = date.resolve(2031, None)
    assert date.text.endswith("26")
    assert (resolved.start, resolved.date) == (dt.date(2026, *first), dt.date(2026, *last))
    assert not resolved.year_inferred


@pytest.mark.parametrize("text", ["innen 15. oktober 26", "innen 15. oktober 26."])
def test_a_year_without_a_mark_is_one_at_the_end(text: str) -> None:
    assert [date.year for date in find_dates(text)] == [2026]


@pytest.mark.parametrize(
    "text",
    [
        "15. okt 26 tiltak",
        "15. okt.–26. nov",
        "15. oktober-26. november",
        "1. mars/26. april",
        "uke 24 - 26",
        "uke 51 -52",
    ],
)
def test_another_number_after_a_day_is_no_year(text: str) -> None:
    assert all(date.year is None for date in find_dates(text))


def test_a_week_that_may_be_a_year_has_no_day() -> None:
    (date,) = find_dates("uke 12 -26")
    assert date.is_loose


@given(
    st.sampled_from(["1.–", "9.-", "13. – ", "28. til "]),
    st.integers(1, 28),
    st.sampled_from(sorted(MONTHS)),
    st.integers(20, 39),
    st.sampled_from([" -", " ’", " '", "-", "’", "/"]),
)
def test_a_stretch_of_days_keeps_its_year(
    since: str, day: int, month: str, year: int, mark: str
) -> None:
    text = f"{since}{day}. {month}{mark}{year}"
    (date,) = find_dates(f"Møtet er {text} på Hamar.")
    assert (date.text, date.year, date.day) == (text, 2000 + year, day)
