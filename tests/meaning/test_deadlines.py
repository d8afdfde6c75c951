"""What a deadline is, and what is none. The letters are given as plain text."""

import datetime as dt

import pytest

import tildeling
from set_letters import read_letter
from tildeling.letter import Deadline

HEAD = "Dato: 15. januar 2026\n\nTildelingsbrev for 2026 til Kystdirektoratet\n\n"
OPENING = "Oppdrag 2026-01: Vern\n\n"


def deadlines(body: str) -> list[Deadline]:
    (found,) = tildeling.parse_text(HEAD + OPENING + body).assignments
    return list(found.deadlines)


@pytest.mark.parametrize(
    ("field", "date", "start", "precision"),
    [
        ("1. mai 2026", (2026, 5, 1), None, "day"),
        ("Innen 31.12.2026", (2026, 12, 31), None, "day"),
        ("innen utgangen av oktober 2026", (2026, 10, 31), None, "month"),
        ("i løpet av 2026", (2026, 12, 31), (2026, 1, 1), "year"),
        ("2. tertial 2026", (2026, 8, 31), (2026, 5, 1), "tertial"),
        ("1. halvår 2026", (2026, 6, 30), (2026, 1, 1), "half_year"),
        ("tredje kvartal 2026", (2026, 9, 30), (2026, 7, 1), "quarter"),
        ("høsten 2026", (2026, 12, 31), (2026, 8, 1), "season"),
        ("medio mars 2026", (2026, 3, 15), None, "day"),
        ("primo mars 2026", (2026, 3, 10), None, "day"),
        ("ultimo mars 2026", (2026, 3, 31), None, "month"),
    ],
)
def test_a_labelled_field_gives_the_last_day_and_the_period(
    field: str,
    date: tuple[int, int, int],
    start: tuple[int, int, int] | None,
    precision: str,
) -> None:
    (found,) = deadlines(f"Direktoratet skal verne kysten.\n\nFrist: {field}\n")
    assert found.date == dt.date(*date)
    assert found.start == (dt.date(*start) if start else None)
    assert found.precision == precision
    assert (found.status, found.label, found.year_inferred) == ("dated", None, False)


@pytest.mark.parametrize(
    ("field", "status"),
    [
        ("Snarest", "immediate"),
        ("Straks", "immediate"),
        ("Fortløpende", "ongoing"),
        ("Løpende", "ongoing"),
        ("Avtales nærmere", "to_be_agreed"),
        ("Settes i dialog med departementet", "to_be_agreed"),
        ("Etter gjennomført høring", "conditional"),
    ],
)
def test_a_field_without_a_date_says_what_kind_of_deadline_it_is(field: str, status: str) -> None:
    (found,) = deadlines(f"Direktoratet skal verne kysten.\n\nFrist: {field}\n")
    assert (found.date, found.status) == (None, status)


def test_two_days_in_one_field_are_two_deadlines() -> None:
    found = deadlines("Tekst.\n\nFrist: 15. mars og 15. september 2026\n")
    assert [each.date for each in found] == [dt.date(2026, 3, 15), dt.date(2026, 9, 15)]


def test_a_year_that_is_not_printed_is_the_budget_year() -> None:
    (found,) = deadlines("Tekst.\n\nFrist: 1. april\n")
    assert (found.date, found.year_inferred) == (dt.date(2026, 4, 1), True)


def test_or_the_next_one_where_that_day_lies_before_the_letter() -> None:
    (found,) = deadlines("Tekst.\n\nFrist: 10. januar\n")
    assert (found.date, found.year_inferred) == (dt.date(2027, 1, 10), True)


def test_what_comes_back_says_how_often() -> None:
    (found,) = deadlines("Tekst.\n\nFrist: 1. mai 2026, deretter årlig\n")
    assert (found.date, found.recurrence) == (dt.date(2026, 5, 1), "yearly")


def test_a_day_that_the_calendar_lacks_has_no_date() -> None:
    (found,) = deadlines("Tekst.\n\nFrist: 31.06.2026\n")
    assert (found.date, found.status, found.text) == (None, "dated", "31.06.2026")


def test_the_label_says_what_falls_due() -> None:
    (found,) = deadlines("Tekst.\n\nFrist for veilederen: 1. mai 2026\n")
    assert found.label == "Frist for veilederen"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapporten skal oversendes departementet innen 1. mai 2026.",
        "Direktoratet bes levere en rapport senest 1. mai 2026.",
        "Fristen for rapporten er 1. mai 2026.",
    ],
)
def test_prose_that_binds_the_recipient_sets_a_deadline(sentence: str) -> None:
    (found,) = deadlines(f"{sentence}\n")
    assert (found.date, found.label) == (dt.date(2026, 5, 1), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Loven trådte i kraft 1. januar 2026.",
        "Departementet mottok utredningen 8. mai 2025.",
        "Det vises til brev av 26. november 2025.",
        "Departementet vil sende forslaget på høring innen 1. mai 2026.",
        "Målet er at alle skal være bosatt innen utgangen av 2026.",
        "Kommunene skal rapportere innen 1. mars 2026.",
        "Direktoratet skal holde departementet løpende orientert.",
        "Den nye modellen skal være operativ fra mars 2027.",
    ],
)
def test_a_date_that_binds_nobody_here_is_no_deadline(sentence: str) -> None:
    assert deadlines(f"{sentence}\n") == []


def test_the_background_sets_no_deadline() -> None:
    body = "Bakgrunn\nRapporten skulle leveres innen 1. mai 2025.\n\nBeskrivelse\nTekst følger.\n"
    assert deadlines(body) == []


def test_work_that_is_to_start_at_once_is_immediate() -> None:
    (found,) = deadlines("Arbeidet ledes av direktoratet og påbegynnes snarest.\n")
    assert (found.status, found.text) == ("immediate", "snarest")


def test_one_date_in_prose_and_label_is_one_deadline_with_both_as_evidence() -> None:
    (found,) = deadlines(
        "Rapporten skal leveres innen 1. mai 2026.\n\nFrist for rapporten: 1. mai 2026\n"
    )
    assert found.label == "Frist for rapporten"
    assert len(found.evidence) > 1


def test_deadlines_outside_assignments_belong_to_the_letter() -> None:
    found = tildeling.parse_text(
        HEAD + "1. Rapportering\n\nÅrsrapporten skal sendes departementet innen 15. mars 2027.\n"
    )
    assert [each.date for each in found.deadlines] == [dt.date(2027, 3, 15)]


@pytest.mark.parametrize(
    ("field", "date", "recurrence"),
    [
        ("2026", dt.date(2026, 12, 31), None),
        ("Ved årsskiftet 2026/2027", dt.date(2026, 12, 31), None),
        ("Innen 1. mai 2026, deretter rapporteres det årlig", dt.date(2026, 5, 1), "yearly"),
    ],
)
def test_rarer_fields(field: str, date: dt.date, recurrence: str | None) -> None:
    (found,) = deadlines(f"Tekst om saken.\n\nFrist: {field}\n")
    assert (found.date, found.recurrence) == (date, recurrence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Direktoratet mottok rapporten 3. mars 2025, og den ble behandlet innen fristen 1. april "
        "2025.",
        "Det er et mål at ventetiden er halvert innen 2030.",
        "EU-forordningen skal gjennomføres i alle medlemsstatene innen 26. mars 2028.",
        "Stortinget ba i vedtak 14. juni 2025 regjeringen om å legge frem en sak innen utgangen av "
        "2027.",
    ],
)
def test_what_has_happened_and_what_binds_others_is_none(sentence: str) -> None:
    assert deadlines(f"Kunnskapen er mangelfull. {sentence}\n") == []


def test_a_new_deadline_is_a_label_too() -> None:
    (found,) = deadlines("Tekst om saken.\n\nNy frist: 1. oktober 2026\n")
    assert found.date == dt.date(2026, 10, 1)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            "Direktoratet har god tid. Planen skal leveres innen 1. mai 2026. Den er kort.",
            "Planen skal leveres innen 1. mai 2026.",
        ),
        ("Direktoratet skal verne kysten.\n\nFrist: 1. mai 2026", "Frist: 1. mai 2026"),
        (
            "Direktoratet skal:\n\n• kartlegge kysten. Frist 1. mai 2026\n• verne den.",
            "kartlegge kysten. Frist 1. mai 2026",
        ),
    ],
)
def test_a_deadline_keeps_the_sentence_or_list_item_that_says_what_falls_due(
    body: str, sentence: str
) -> None:
    (found,) = deadlines(f"{body}\n")
    assert found.sentence == sentence


def test_a_calendars_deadline_keeps_its_row() -> None:
    letter = read_letter(
        "= Rapportering\n"
        "#table(columns: 2, [*Frist*], [*Leveranse*], [15. mars 2025], [Årsrapport for 2024])\n"
    )
    (found,) = letter.deadlines
    assert found.sentence == "15. mars 2025 Årsrapport for 2024"


def test_a_year_alone_in_a_calendars_row_is_that_of_the_dates_under_it() -> None:
    letter = read_letter(
        "= Rapportering\n"
        "#table(columns: 2, [*Tidspunkt*], [*Leveranse*], table.cell(colspan: 2)[2025],"
        " [20. august], [Halvårsrapport], table.cell(colspan: 2)[2026:],"
        " [16. mars], [Årsrapport for 2025])\n"
    )
    assert [(d.date, d.year_inferred) for d in letter.deadlines] == [
        (dt.date(2025, 8, 20), False),
        (dt.date(2026, 3, 16), False),
    ]
