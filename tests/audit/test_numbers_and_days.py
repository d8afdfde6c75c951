"""Numbers given twice, dates that do not exist or have passed, and what could not be read."""

from __future__ import annotations

import pytest

from set_letters import found, read_letter

BASE = "Tildelingsbrev for 2025 til Familievernstilsynet"


def assignments(*headings: str, text: str = "Tilsynet skal lage en veileder.") -> str:
    return "= Oppdrag\n" + "".join(f"#assignment[{heading}]\n{text}\n" for heading in headings)


@pytest.mark.parametrize(
    ("second", "findings"),
    [
        ("Oppdrag 2025-12 Kurs", []),
        ("Oppdrag 2025-11 Kurs", [("duplicate_number", "2025-11")]),
        # Padding makes no other number.
        ("Oppdrag 2025-011 Kurs", [("duplicate_number", "2025-11")]),
        ("Oppdrag 2025-11 Veileder", []),
    ],
)
def test_assignments_with_one_number(second: str, findings: list[tuple[str, str]]) -> None:
    assert found(read_letter(assignments("Oppdrag 2025-11 Veileder", second))) == findings


def headings(*titles: str) -> str:
    return "= Mål\n" + "".join(
        f"#heading(numbering: none, level: 2)[{title}]\nTekst om dette.\n" for title in titles
    )


@pytest.mark.parametrize(
    ("titles", "findings"),
    [
        (("1.1 Barnevern", "1.2 Familievern"), []),
        (("1.1 Barnevern", "1.1 Familievern", "1.2 Adopsjon"), [("duplicate_number", "1.1")]),
    ],
)
def test_sections_with_one_number(titles: tuple[str, ...], findings: list[tuple[str, str]]) -> None:
    assert found(read_letter(headings(*titles), title=BASE), "error") == findings


@pytest.mark.parametrize(
    ("date", "exists"),
    [
        ("31. juni 2025", False),
        ("31.06.2025", False),
        ("30.2.2026", False),
        ("29. februar 2025", False),
        ("31. sept. 2025", False),
        ("29. februar 2028", True),
        ("30. juni 2025", True),
        ("31.12.2025", True),
        ("31. desember", True),
    ],
)
def test_dates_that_do_not_exist(date: str, exists: bool) -> None:
    body = assignments("Oppdrag 2025-12 Veileder", text=f"Lag en veileder innen {date}.")
    expected = [] if exists else [("impossible_date", "2025-12")]
    assert found(read_letter(body), "error") == expected


@pytest.mark.parametrize("words", ["jf. brev av 31. april 2025", "møtet 31.11.2024"])
def test_a_date_that_is_no_deadline_exists_too(words: str) -> None:
    assert found(read_letter(f"Vi viser til saken, {words}.\n")) == [("impossible_date", None)]


@pytest.mark.parametrize("words", ["versjon 31.2.2025", "punkt 31.4.2025", "kr 31.04"])
def test_digits_that_are_no_date(words: str) -> None:
    codes = [code for code, _ in found(read_letter(f"Vi viser til {words} av veilederen.\n"))]
    assert "impossible_date" not in codes


@pytest.mark.parametrize(
    ("frist", "findings"),
    [
        ("1. mars 2025", [("error", "2025-12")]),
        ("16. juni 2025", []),
        ("1. desember 2025", []),
        # Without a year it is the next such day.
        ("1. mars", []),
        ("1. mars 2025, deretter årlig", [("warning", "2025-12")]),
    ],
)
def test_deadlines_before_the_letter(frist: str, findings: list[tuple[str, str]]) -> None:
    text = f"Tilsynet skal lage en veileder.\n#label-bold[Frist]\n{frist}"
    letter = read_letter(assignments("Oppdrag 2025-12 Veileder", text=text))
    passed = [f for f in letter.findings if f.code == "deadline_before_letter"]
    assert [(f.severity, f.key) for f in passed] == findings


def test_a_deadline_that_has_passed_is_shown_beside_the_letters_date() -> None:
    text = "Tilsynet skal lage en veileder.\n#label-bold[Frist]\n1. mars 2025"
    letter = read_letter(assignments("Oppdrag 2025-12 Veileder", text=text))
    assert [evidence.text for evidence in letter.findings[0].evidence][-1] == "16. juni 2025"


def test_a_calendar_that_lists_what_has_passed_is_a_warning() -> None:
    calendar = (
        '= Rapportering\n#text-table((1fr, 2fr), ("Frist", "Hva"), "15. januar 2025", '
        '"Årsrapport", "15. oktober 2025", "Tertialrapport")\n'
    )
    letter = read_letter(calendar, title=BASE, date="3. februar 2025")
    assert found(letter) == [("deadline_before_letter", "15. januar 2025")]


@pytest.mark.parametrize(
    ("words", "findings"),
    [
        ("Oppdraget om kartlegging av meklingstilbudet utgår.", [("unread", None)]),
        ("Oppdrag 2025-03 Kartlegging utgår.", []),
    ],
)
def test_a_cancellation_names_a_number(words: str, findings: list[tuple[str, None]]) -> None:
    letter = read_letter(f"= Endringer i oppdrag\n{words}\n{assignments('Oppdrag 2025-12 Kurs')}")
    assert found(letter) == findings
