"""Date expressions and the days that they come to."""

from __future__ import annotations

import datetime as dt
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find import calendar_days
from tildeling.find.date_words import MONTHS
from tildeling.find.dates import find_dates, find_day_in_digits

LETTER_DATE = dt.date(2026, 1, 19)

DAYS = [
    ("innen tiende juni 2026", "2026-06-10"),
    ("seinast fyrste juni 2026", "2026-06-01"),
    ("femtende oktober 2026", "2026-10-15"),
    ("tjueandre mai 2026", "2026-05-22"),
    ("tjue femte mai 2026", "2026-05-25"),
    ("tjueniande mai 2026", "2026-05-29"),
    ("to og tyvende mai 2026", "2026-05-22"),
    ("enogtredevte mai 2026", "2026-05-31"),
    ("15.10.-26", "2026-10-15"),
    ("1. juni 2026", "2026-06-01"),
    ("1.juni 2026", "2026-06-01"),
    ("1.juni2026", "2026-06-01"),
    ("1 juni 2026", "2026-06-01"),
    ("1.\u00a0juni\u00a02026", "2026-06-01"),
    ("1. sept. 2026", "2026-09-01"),
    ("15. des 2026", "2026-12-15"),
    ("fredag 15. mai 2026", "2026-05-15"),
    ("måndag den 2. mars 2026", "2026-03-02"),
    ("15.03.2026", "2026-03-15"),
    ("15.3.26", "2026-03-15"),
    ("1. 8. 2020", "2020-08-01"),
    ("1/12-2015", "2015-12-01"),
    ("01.12.15", "2015-12-01"),
    ("2026-05-01", "2026-05-01"),
    ("innen 31.12.2020", "2020-12-31"),
    ("senest innen 1.6.2026", "2026-06-01"),
    ("før 1. mai 2026", "2026-04-30"),
    ("primo mai 2015", "2015-05-10"),
    ("medio juli 2015", "2015-07-15"),
    ("midten av april 2026", "2026-04-15"),
    ("medio 2. kvartal 2026", "2026-05-15"),
    ("medio første halvår 2026", "2026-03-31"),
]

# In ways that no pattern takes apart.
WRITTEN_DAYS = [
    ("15. okt -26", "2026-10-15"),
    ("15. oktober –26", "2026-10-15"),
    ("15. okt. ’26", "2026-10-15"),
    ("15. sept -26", "2026-09-15"),
    ("1. febr. -05", "2005-02-01"),
    ("15.okt.26", "2026-10-15"),
    ("15/okt/2026", "2026-10-15"),
    ("15-okt-26", "2026-10-15"),
    ("15okt2026", "2026-10-15"),
    ("15-10-2026", "2026-10-15"),
    ("5 - 4 - 2026", "2026-04-05"),
    ("2026/10/15", "2026-10-15"),
    ("2026.10.15", "2026-10-15"),
]

# Words, last day, first day, precision.
PERIODS = [
    ("oktober 2020", "2020-10-31", "2020-10-01", "month"),
    ("i løpet av oktober 2020", "2020-10-31", "2020-10-01", "month"),
    ("innen utgangen av oktober 2020", "2020-10-31", None, "month"),
    ("ultimo februar 2024", "2024-02-29", None, "month"),
    ("mai/juni 2026", "2026-06-30", "2026-05-01", "month"),
    ("desember 2026–januar 2027", "2027-01-31", "2026-12-01", "month"),
    ("09.03.–13.03.2026", "2026-03-13", "2026-03-09", "day"),
    ("9/3-13/3 2026", "2026-03-13", "2026-03-09", "day"),
    ("andre kvartal 2020", "2020-06-30", "2020-04-01", "quarter"),
    ("4.kvartal 2020", "2020-12-31", "2020-10-01", "quarter"),
    ("Q1 2026", "2026-03-31", "2026-01-01", "quarter"),
    ("1. tertial 2016", "2016-04-30", "2016-01-01", "tertial"),
    ("utgangen av 2. tertial 2016", "2016-08-31", None, "tertial"),
    ("fyrste halvår 2018", "2018-06-30", "2018-01-01", "half_year"),
    ("i løpet av andre halvår 2013", "2013-12-31", "2013-07-01", "half_year"),
    ("uke 20 2026", "2026-05-17", "2026-05-11", "week"),
    ("veke 20–21 i 2026", "2026-05-24", "2026-05-11", "week"),
    ("i løpet av våren 2024", "2024-06-30", "2024-01-01", "season"),
    ("sommaren 2023", "2023-08-31", "2023-06-01", "season"),
    ("hausten 2023", "2023-12-31", "2023-08-01", "season"),
    ("vinteren 2025/2026", "2026-02-28", "2025-12-01", "season"),
    ("vår 2026", "2026-06-30", "2026-01-01", "season"),
    ("før sommeren 2026", "2026-05-31", None, "season"),
    ("i løpet av 2029", "2029-12-31", "2029-01-01", "year"),
    ("innen 2026", "2026-12-31", None, "year"),
    ("15.–17. mars 2026", "2026-03-17", "2026-03-15", "day"),
    ("1. mars–1. april 2026", "2026-04-01", "2026-03-01", "day"),
    ("fra 1. mars til 1. april 2026", "2026-04-01", "2026-03-01", "day"),
    ("fra 1. november til og med 15. januar 2026", "2026-01-15", "2025-11-01", "day"),
]

NO_DATE = [
    "punkt 2.1",
    "pkt. 5.1.",
    "punkt 3.1.12",
    "15.03",
    "5,05 prosent",
    "kl. 12.00",
    "Prop. 127 S (2019-2020)",
    "rundskriv 8/2020",
    "25/2306",
    "i 2026",
    "innen 2020-017",
    "Nr. Oppdrag Frist 2013 - 001",
    "fra 2014 til 2015",
    "2020-kroner",
    "22 24 24 67",
    "Vår ref",
    "vår 2. prioritet",
    "julegave",
    "en annen kvartalsrapport",
    "5. kvartal",
    "15. marsj",
    "15-13-2026",
    "2026.10.15.2",
]

RECURRENCES = [
    ("1. mars 2026, deretter årlig", "yearly"),
    ("innen 1. mai hvert år", "yearly"),
    ("innan 1. mai kvart år", "yearly"),
    ("Årlig innen 1. mars", "yearly"),
    ("1. november 2026, deretter hvert halvår", "half_yearly"),
    ("1. oktober 2026, deretter kvartalsvis", "quarterly"),
    ("1. mai 2026, deretter hvert tertial", "tertially"),
    ("1. mai 2026, deretter månadleg", "monthly"),
]

LISTS = [
    ("15. mars og 15. september 2026", ["2026-03-15", "2026-09-15"]),
    ("15. og 16. mars 2026", ["2026-03-15", "2026-03-16"]),
    ("15. mai -26 og 27. mai -26", ["2026-05-15", "2026-05-27"]),
    ("1. mars, 1. juni og 1. september 2025", ["2025-03-01", "2025-06-01", "2025-09-01"]),
    ("1. mars 2025 og 1. september", ["2025-03-01", "2025-09-01"]),
    ("24.6.2020 og 1.8.2020", ["2020-06-24", "2020-08-01"]),
    ("uke 24 og 38 2026", ["2026-06-14", "2026-09-20"]),
    ("1. og 2. tertial 2025", ["2025-04-30", "2025-08-31"]),
]


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


@pytest.mark.parametrize(("text", "date"), [*DAYS, *WRITTEN_DAYS])
def test_reads_a_day_in_every_notation(text: str, date: str) -> None:
    found = find_dates(f"Oversendes {text}.")
    assert [one.text for one in found] == [text]
    resolved = found[0].resolve(2026, LETTER_DATE)
    assert (_iso(resolved.date), resolved.start, resolved.precision) == (date, None, "day")
    assert resolved.exists
    assert not resolved.year_inferred


@pytest.mark.parametrize(("text", "date"), WRITTEN_DAYS)
def test_dateparser_reads_what_no_pattern_takes_apart(
    text: str, date: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendar_days.read_written_day.cache_clear()
    monkeypatch.setitem(sys.modules, "dateparser", None)
    with pytest.raises(ImportError):
        find_dates(f"Oversendes {text}.")


@pytest.mark.parametrize(("text", "date"), DAYS)
def test_the_day_of_a_common_notation_needs_no_dateparser(
    text: str, date: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "dateparser", None)
    (found,) = find_dates(f"Oversendes {text}.")
    assert _iso(found.resolve(2026, LETTER_DATE).date) == date


def test_two_digits_without_a_mark_are_no_year() -> None:
    (found,) = find_dates("innen 15. okt 26 tiltak")
    assert (found.text, found.year) == ("innen 15. okt", None)


@pytest.mark.parametrize(("text", "date", "start", "precision"), PERIODS)
def test_reads_a_period(text: str, date: str, start: str | None, precision: str) -> None:
    found = find_dates(f"Oversendes {text}.")
    assert [one.text for one in found] == [text]
    resolved = found[0].resolve(2026, LETTER_DATE)
    assert (_iso(resolved.date), _iso(resolved.start)) == (date, start)
    assert resolved.precision == precision


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(("text", "recurrence"), RECURRENCES)
def test_reads_how_often_a_date_comes_back(text: str, recurrence: str) -> None:
    assert [(one.text, one.recurrence) for one in find_dates(text)] == [(text, recurrence)]


@pytest.mark.parametrize(("text", "dates"), LISTS)
def test_days_of_a_list_share_month_and_year(text: str, dates: list[str]) -> None:
    resolved = [one.resolve(2026, LETTER_DATE) for one in find_dates(text)]
    assert [_iso(one.date) for one in resolved] == dates
    assert not any(one.year_inferred for one in resolved)


@pytest.mark.parametrize(
    "text",
    [
        *("31.06.2026", "31. juni 2026", "30. februar", "13.13.2026", "uke 54 2026"),
        *("31-06-2026", "31. juni -26", "31-jun-26"),
    ],
)
def test_a_day_that_the_calendar_has_not_is_found_and_said_not_to_exist(text: str) -> None:
    (found,) = find_dates(f"innen {text}")
    resolved = found.resolve(2026, None)
    assert (resolved.date, resolved.exists) == (None, False)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1. april", "2026-04-01"),
        ("19. januar", "2026-01-19"),
        ("14. januar", "2027-01-14"),
        ("utgangen av januar", "2026-01-31"),
        ("1. mars neste år", "2027-03-01"),
        ("i løpet av året", "2026-12-31"),
        ("innen 31.12", "2026-12-31"),
    ],
)
def test_a_year_not_printed_is_the_budget_year_or_the_next(text: str, date: str) -> None:
    (found,) = find_dates(text)
    resolved = found.resolve(2026, LETTER_DATE)
    assert (_iso(resolved.date), resolved.year_inferred) == (date, True)


def test_without_any_year_to_go_by_the_day_stays_open() -> None:
    (found,) = find_dates("innen 1. mai")
    assert found.resolve(None, None).date is None


@pytest.mark.parametrize("text", ["Frist 31.12", "Fristen er 31.12.", "Frist: 2026", "den 31.12"])
def test_bare_digits_are_a_date_after_a_label(text: str) -> None:
    assert len(find_dates(text)) == 1


def test_a_qualifier_of_a_list_holds_for_each() -> None:
    assert [one.qualifier for one in find_dates("innen 1. mars og 1. september")] == ["by", "by"]


FORMATS = st.sampled_from(
    [
        "{d}. {name} {y}",
        "{d}.{name} {y}",
        "{d:02}.{m:02}.{y}",
        "{d}.{m}.{y}",
        "{d}.{m}.{yy:02}",
        "{d}/{m}-{y}",
        "{y}-{m:02}-{d:02}",
        "innen {d}. {name} {y}",
        "{d}. {name}",
    ]
)
NAMES = {number: name for name, number in MONTHS.items()}


@given(st.dates(dt.date(2010, 1, 1), dt.date(2027, 12, 31)), FORMATS)
def test_any_day_survives_its_notation(date: dt.date, notation: str) -> None:
    text = notation.format(
        d=date.day, m=date.month, y=date.year, yy=date.year % 100, name=NAMES[date.month]
    )
    (found,) = find_dates(text)
    assert found.resolve(date.year, None).date == date


@given(st.text(alphabet="0123456789 ./-–marsjuniogtil\n", max_size=200))
def test_spans_are_in_order_apart_and_within_a_block(text: str) -> None:
    found = find_dates(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)
    assert not any("\n" in one.text for one in found)
    for one in found:
        one.resolve(2026, LETTER_DATE)


def test_the_first_time_of_what_comes_back() -> None:
    (found,) = find_dates("Månedlig, første gang 1. mai 2026")
    assert (found.recurrence, found.text) == ("monthly", "Månedlig, første gang 1. mai 2026")


def test_christmas_is_no_month() -> None:
    (found,) = find_dates("innen jul 2026")
    assert (found.precision, found.month, found.day) == ("day", 12, 24)


@pytest.mark.parametrize("after", ["3 dager", "3. mai", "3 veker"])
def test_a_number_after_a_week_that_counts_something_else_is_no_week(after: str) -> None:
    assert [one.number for one in find_dates(f"uke 12 og {after}")][:1] == [12]
    assert 3 not in [one.number for one in find_dates(f"uke 12 og {after}")]


@pytest.mark.parametrize("digits", ["151026", "20261015"])
def test_a_field_of_packed_digits_is_a_day(digits: str) -> None:
    (day,) = find_day_in_digits(digits)
    assert (day.day, day.month, day.year) == (15, 10, 2026)


@pytest.mark.parametrize("digits", ["994400", "2026", "20261399"])
def test_a_field_of_other_digits_is_none(digits: str) -> None:
    assert find_day_in_digits(digits) == []


def test_a_day_after_its_month_is_read_where_its_year_follows() -> None:
    (found,) = find_dates("Frist: oktober 15, 2026")
    assert (found.day, found.month, found.year) == (15, 10, 2026)
