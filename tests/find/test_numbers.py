"""Numbers of assignments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find.numbers import (
    canonical_number,
    find_assignment_numbers,
    parse_number,
    same_number,
)

CANONICAL = [
    ("2020-017", "2020-017"),
    ("nr. 2020 – 012", "2020-012"),
    ("nummerert 2020 – 12", "2020-12"),
    ("TB2026-17", "TB2026-17"),
    ("TB 2026-67", "TB2026-67"),
    ("TB 2026-27", "TB2026-27"),
    ("LMD2019 - 001", "LMD2019-001"),
    ("SD2025–001", "SD2025-001"),
    ("JD2021 – 001", "JD2021-001"),
    ("TTB2024-41", "TTB2024-41"),
    ("KLD2023-4", "KLD2023-4"),
    ("HOD-2024-25", "HOD-2024-25"),
    ("ID: 2026-28 Digitalt helsekort", "2026-28"),
    ("2026-27 Digitalt helsekort", "2026-27"),
    ("TB2026-20 3d", "TB2026-20"),
    ("jf. oppdrag TB2026-2, punkt 2", "TB2026-2"),
]

NO_NUMBER = [
    "Prop. 127 S (2019-2020)",
    "Opptrappingsplan mot vold (2024-2028)",
    "2024-2025",
    "perioden 2024-28",
    "perioden (2024–28)",
    "25/2306",
    "2020-01-15",
    "FOR-2020-06-19",
    "NOU 2020-5",
    "IS-24/8",
    "rundskriv R-2/2025",
    "i 2020 – 350 personer",
    "2020-350 000",
    "oppdrag 2020",
    "oppdrag 1.2",
    "deloppdrag 2",
    "telefon 22 24 20 20-5",
]


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_reads_a_number_in_every_notation(text: str, canonical: str) -> None:
    assert [number.canonical for number in find_assignment_numbers(text)] == [canonical]


@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_is_no_number_is_left_alone(text: str) -> None:
    assert find_assignment_numbers(text) == []


def test_numbers_of_a_list_need_one_cue() -> None:
    found = find_assignment_numbers("oppdragene 2020-21, 2020-22 og 2020-23")
    assert [number.sequence for number in found] == [21, 22, 23]


def test_a_spaced_prefix_is_known_from_where_it_is_printed_without_a_gap() -> None:
    found = find_assignment_numbers("jf. KLD2023-1 og også KLD 2023-25 som gjelder")
    assert [number.canonical for number in found] == ["KLD2023-1", "KLD2023-25"]


def test_a_bare_number_is_read_with_the_letters_own_prefix_and_year() -> None:
    found = find_assignment_numbers("jf. oppdrag 71 og 7 i brevet")
    assert [number.is_bare for number in found] == [True, True]
    assert [number.complete("TB", 2026) for number in found] == ["TB2026-71", "TB2026-7"]
    assert [number.complete(None, 2020, 3) for number in found] == ["2020-071", "2020-007"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2020-17", "2020-017", True),
        ("TB 2026 – 17", "TB2026-17", True),
        ("TB2026-17", "2026-17", False),
        ("TB2026-17", "TB2025-17", False),
        ("TB2026-17", "TB2026-18", False),
        ("71", "071", True),
    ],
)
def test_two_numbers_are_the_same_by_prefix_year_and_sequence(
    first: str, second: str, same: bool
) -> None:
    assert same_number(first, second) is same


def test_a_text_with_more_than_a_number_is_not_parsed_as_one() -> None:
    assert parse_number("TB2026-17 Utredning") is None


NUMBERS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "TB", "SD", "LMD", "TB "]),
    st.integers(2010, 2027),
    st.sampled_from(["-", "–", " – ", "\u2011", " -"]),
    st.sampled_from(["1", "01", "001", "17", "017", "117"]),
)


@given(NUMBERS)
def test_the_canonical_form_is_stable_and_the_same_number(text: str) -> None:
    canonical = canonical_number(text)
    assert canonical_number(canonical) == canonical
    assert same_number(text, canonical)
    assert [n.canonical for n in find_assignment_numbers(f"Oppdrag nr. {text}")] == [canonical]
