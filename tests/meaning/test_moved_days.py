"""Sentences that give a deadline another day: which one counts, beside what else they say."""

import pytest

from set_letters import BASE, deadlines_told, found, read_letter


def days(sentences: str) -> list[str]:
    return [str(each.date) for each in deadlines_told(sentences)]


@pytest.mark.parametrize(
    "clause",
    [
        "fristen flyttes fra 15. februar til 30. april 2025",
        "fristen blir flytta frå 15. februar til 30. april 2025",
        "fristen utsettes fra 15. februar 2025 til 30. april",
        "leveringsfristen er flyttet til 30. april 2025",
        "ny frist er 30. april 2025",
        "departementet utsetter fristen fra 15. februar til 30. april 2025",
        "vi forlenger fristen til 30. april 2025",
        "fristen fremskyves fra 1. juni 2025 til 30. april 2025",
        "fristen forlenges dermed fra februar til april 2025",
    ],
)
def test_a_clause_after_a_request_moves_the_deadline(clause: str) -> None:
    assert days(f"Planen skal også omfatte Svalbard, og {clause}.") == ["2025-04-30"]


@pytest.mark.parametrize(
    ("before", "subject"),
    [("Departementet har fått utkastet.", "Det endelige forslaget")],
)
def test_a_thing_named_after_the_ministry_is_no_work_of_the_ministrys(
    before: str, subject: str
) -> None:
    sentences = f"{before} {subject} skal ta med Svalbard, og fristen flyttes til 30. april."
    assert days(sentences) == ["2025-04-30"]
    assert days("Regjeringen legger fram en plan. Den skal leveres innen 1. mai.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ny frist: 30. april 2025 (tidligere 15. februar 2025).",
        "Ny frist er 30. april 2025, mot tidligere 15. februar.",
        "Frist blir sett til 30. april 2025, ikkje 15. februar.",
        "Rapporten skal leveres 30. april 2025 i stedet for 15. februar 2025.",
        "Fristen var 15. februar, men utsettes til 30. april 2025.",
        "Fristen flyttes til 30. april 2025 fra 15. februar 2025.",
        "Fristen flyttes fra utgangen av februar til utgangen av april 2025.",
    ],
)
def test_the_day_of_before_is_no_deadline_and_no_warning(sentence: str) -> None:
    head = "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n"
    letter = read_letter(f"{head}{sentence}\n", title=BASE, date="20. desember 2024")
    (assignment,) = letter.assignments
    assert [str(each.date) for each in assignment.deadlines] == ["2025-04-30"]
    assert found(letter) == []


def test_days_in_turn_take_the_place_of_days_in_turn() -> None:
    sentence = (
        "Fristene 1. februar og 1. mai 2025 endres til henholdsvis 15. mars 2025 og 30. juni 2025."
    )
    assert days(sentence) == ["2025-03-15", "2025-06-30"]


def test_a_day_of_another_clause_stays_beside_the_moved_one() -> None:
    sentence = (
        "Tilsynet skal levere utkast innen 1. mars 2025, "
        "og fristen for endelig plan flyttes fra 15. april til 30. juni 2025."
    )
    assert days(sentence) == ["2025-03-01", "2025-06-30"]


def test_another_thing_that_moves_takes_no_deadline_along() -> None:
    sentence = (
        "Fristen i oppdraget gjelder uendret, men høringen flyttes fra 15. februar til 30. april."
    )
    assert days(sentence) == []


@pytest.mark.parametrize(
    "clause",
    [
        "som var satt til 10. mars 2025",
        "som opphavleg var 10. mars",
        "som i tildelingsbrevet for 2024 ble satt til 10. mars 2025",
    ],
)
def test_a_day_told_in_a_clause_between_is_the_old_one(clause: str) -> None:
    assert days(f"Fristen, {clause}, flyttes til 30. april 2025.") == ["2025-04-30"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapporten, som etter tildelingsbrevet skulle leveres 1. mars, skal leveres 30. april.",
        "Fristen forskyves til 30. april 2025 fordi høringen ble utsatt.",
        "I oppdraget, som vart gjeve i fjor, blir fristen flytta til 30. april 2025.",
    ],
)
def test_what_was_before_and_why_it_changed_tells_nothing_of_the_new_day(sentence: str) -> None:
    assert days(sentence) == ["2025-04-30"]


def test_a_first_version_is_due_before_the_moved_day() -> None:
    sentence = "Fristen flyttes til 31. januar 2026, men et utkast skal sendes innen 1. november."
    assert days(sentence) == ["2026-01-31", "2025-11-01"]
