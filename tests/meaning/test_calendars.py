"""Calendars: which column is the day's, which rows fall due, and in which year."""

import datetime as dt

import pytest

import tildeling
from set_letters import read_letter


def rows(
    table: str, heading: str = "Rapportering", after: str = ""
) -> list[tuple[str, str | None]]:
    """Day and label of each deadline of a table in a letter of 2025."""
    letter = read_letter(f"= {heading}\n#table({table})\n{after}")
    return [(str(each.date), each.label) for each in letter.deadlines]


def test_the_day_is_taken_from_its_own_column_and_not_from_the_months() -> None:
    for head in ("Frist", "Dato", "Dato/frist", "Levering"):
        found = rows(
            f"columns: 3, [*Måned*], [*Sak*], [*{head}*], [Mars], [Årsrapport], [15. mars 2025],"
            " [Oktober], [Tertialrapport], [primo oktober 2025]"
        )
        assert found == [("2025-03-15", "Årsrapport"), ("2025-10-10", "Tertialrapport")]


def test_a_calendar_of_months_alone_is_read_by_its_months() -> None:
    found = rows("columns: 2, [*Måned*], [*Sak*], [Mars 2025], [Årsrapport]")
    assert found == [("2025-03-31", "Årsrapport")]


def test_a_day_in_digits_is_one_in_a_column_of_deadlines() -> None:
    found = rows("columns: 2, [*Sak*], [*Frist*], [Årsrapport], [15.10], [Plan], [03.12]")
    assert found == [("2025-10-15", "Årsrapport"), ("2025-12-03", "Plan")]


def test_what_falls_due_is_named_by_its_column_wherever_that_stands() -> None:
    found = rows(
        "columns: 4, [*Nr.*], [*Milepæl*], [*Ansvar*], [*Tidspunkt*],"
        " [M1], [Samlet studie sendes departementet], [Kystdirektoratet], [2. kvartal 2025],"
        " [M2], [Avtalen er inngått], [Kystdirektoratet], [3. kvartal 2025]"
    )
    assert found == [("2025-06-30", "Samlet studie sendes departementet")]


def test_meetings_and_what_the_ministry_does_are_no_deadlines() -> None:
    found = rows(
        "columns: 3, [*Tid*], [*Møte/rapport*], [*Ansvarlig*],"
        " [15. mars 2025], [Årsrapport], [KYST],"
        " [19. april 2025], [Etatsstyringsmøte: årsrapporten], [KLD/KYST],"
        " [1. mai 2025], [Innspill til etatsstyringsmøte], [KYST],"
        " [1. juni 2025], [Utkast til plan], [KLD],"
        " [1. desember 2025], [Tildelingsbrev for 2026], [KYST]"
    )
    assert found == [
        ("2025-03-15", "Årsrapport"),
        ("2025-05-01", "Innspill til etatsstyringsmøte"),
    ]


@pytest.mark.parametrize(
    "head",
    ["Møte/rapport", "Møter/rapporter", "Møter og dokumenter", "Møte/rapportar", "Møte/leveransar"],
)
def test_a_column_of_meetings_and_reports_says_what_falls_due(head: str) -> None:
    found = rows(
        f"columns: 3, [*Dato*], [*Sted*], [*{head}*], [15. mars 2025], [Skien], [Årsrapport],"
        " [5. juni 2025], [Brevik], [Etatsstyringsmøte]"
    )
    assert found == [("2025-03-15", "Årsrapport")]


def test_a_column_of_deliveries_makes_every_row_a_deadline() -> None:
    found = rows("columns: 2, [*Dato*], [*Leveranse*], [1. juni 2025], [Nettside om kysten]")
    assert found == [("2025-06-01", "Nettside om kysten")]


def test_a_calendar_without_a_heading_is_known_by_its_days() -> None:
    found = rows(
        "columns: 2, [1. mars 2025], [Årsrapport], [5. juni 2025], [Etatsstyringsmøte],"
        " [24. september 2025], [Tertialrapport]"
    )
    assert found == [("2025-03-01", "Årsrapport"), ("2025-09-24", "Tertialrapport")]


def test_a_calendar_after_the_signature_is_read() -> None:
    letter = read_letter(
        "Direktoratet skal verne kysten.\n\nMed hilsen\n\nKari Lunde\\\nekspedisjonssjef\n"
        "#pagebreak()\n#set page(flipped: true)\n= Vedlegg 1: Styringskalender 2025\n"
        "#table(columns: 3, [*Måned*], [*Sak*], [*Frist*], [Mars], [Årsrapport], [15. mars],"
        " [April], [Etatsstyringsmøte], [23. april])\n"
    )
    (found,) = letter.deadlines
    assert (found.date, found.year_inferred) == (dt.date(2025, 3, 15), False)


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


@pytest.mark.parametrize(
    ("heading", "column", "first", "inferred"),
    [
        ("Rapportering", "Frist", "1. juni", True),
        ("Rapportering", "Frist 2025", "1. juni", False),
        ("Styringskalender 2025", "Frist", "1. juni", False),
        ("Styringskalender for 2025 og 2026", "Frist", "1. juni", True),
        ("Rapportering", "Frist", "3. mars 2025", False),
    ],
)
def test_a_year_in_the_heading_or_the_row_above_is_printed(
    heading: str, column: str, first: str, inferred: bool
) -> None:
    letter = read_letter(
        f"= {heading}\n#table(columns: 2, [*Sak*], [*{column}*],"
        f" [Plan], [{first}], [Rapport], [1. september])\n"
    )
    last = letter.deadlines[-1]
    assert (last.date, last.year_inferred) == (dt.date(2025, 9, 1), inferred)


def test_a_day_earlier_in_the_year_than_the_row_above_does_not_take_its_year() -> None:
    found = rows(
        "columns: 2, [*Sak*], [*Frist*], [Rapport], [1. november 2025], [Plan], [15. februar]"
    )
    assert found[-1] == ("2026-02-15", "Plan")


def test_lines_under_a_calendars_heading_are_deadlines() -> None:
    letter = read_letter(
        "= Rapporteringskalender\n- 1. februar 2025: Oppdatert prognose\n"
        "- 22. mai 2025: Rapport for første tertial\n- 3. juni 2025: Etatsstyringsmøte\n"
    )
    assert [str(each.date) for each in letter.deadlines] == ["2025-02-01", "2025-05-22"]


def test_lines_whose_day_stands_after_dots_are_deadlines() -> None:
    found = tildeling.parse_text(
        "Dato: 15. januar 2025\n\nTildelingsbrev for 2025 til Kystdirektoratet\n\n"
        "1. Rapportering\n\nFrister i 2025 og 2026:\n"
        "Årsrapport (2024)..............................15. mars 2025\n"
        "Delårsregnskap per 31. august..............1. oktober 2025\n"
    ).deadlines
    assert [(str(each.date), each.label) for each in found] == [
        ("2025-03-15", "Årsrapport (2024)"),
        ("2025-10-01", "Delårsregnskap per 31. august"),
    ]


def test_a_day_over_several_rows_is_that_of_each() -> None:
    found = rows(
        "columns: 2, [*Frist*], [*Leveranse*], table.cell(rowspan: 2)[1. juni 2025], [Årsrapport],"
        " [Regnskap], [1. oktober 2025], [Tertialrapport]"
    )
    assert found == [
        ("2025-06-01", "Årsrapport"),
        ("2025-06-01", "Regnskap"),
        ("2025-10-01", "Tertialrapport"),
    ]


def test_a_row_whose_time_cannot_be_read_is_told() -> None:
    letter = read_letter(
        "= Rapportering\n#table(columns: 2, [*Frist*], [*Leveranse*], [1. juni 2025], [Plan],"
        " [ved fullmåne], [Rapport])\n"
    )
    assert [str(each.date) for each in letter.deadlines] == ["2025-06-01"]
    (told,) = [one for one in letter.findings if one.code == "unread"]
    assert "ved fullmåne" in told.message


@pytest.mark.parametrize("day", ["Dag", "Frist", "Dato"])
def test_a_day_alone_is_in_the_month_of_its_row_or_of_the_row_above(day: str) -> None:
    found = rows(
        f"columns: 3, [*Månad*], [*Sak*], [*{day}*],"
        " table.cell(colspan: 3)[2025], [Mai], [Rapport per 30. april], [20.],"
        " [], [Verksemdsplan], [28.], [Oktober], [Etatsstyringsmøte], [3.],"
        " table.cell(colspan: 3)[2026], [Februar], [Årsrapport], [27.]"
    )
    assert found == [
        ("2025-05-20", "Rapport per 30. april"),
        ("2025-05-28", "Verksemdsplan"),
        ("2026-02-27", "Årsrapport"),
    ]


def test_a_year_alone_over_a_calendar_is_that_of_its_days() -> None:
    letter = read_letter(
        "= Styringskalender\n*2025:*\n#table(columns: 2, [*Dato*], [*Sak*], [1. juni],"
        " [Halvårsrapport], [1. okt.], [Risikovurdering])\n"
        "*2026:*\n#table(columns: 2, [*Dato*], [*Sak*], [15. mars], [Årsrapport], [1. juni],"
        " [Halvårsrapport])\n"
    )
    assert [str(each.date) for each in letter.deadlines] == [
        "2025-06-01",
        "2025-10-01",
        "2026-03-15",
        "2026-06-01",
    ]


def test_days_in_digits_are_a_column_where_rows_are_only_ruled_across() -> None:
    found = rows(
        "columns: (4cm, 8cm), stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), [*Frist*], [*Sak*],"
        " [05.10], [Virksomhetsplan], [04.11.], [Prognose], [22.12], [Tertialrapport]"
    )
    assert [day for day, _ in found] == ["2025-10-05", "2025-11-04", "2025-12-22"]


def test_a_dialogue_is_a_meeting() -> None:
    found = rows(
        "columns: 2, [*Frist*], [*Sak*], [5. mars 2025], [Lederdialog], [1. juni 2025], [Prognose]"
    )
    assert found == [("2025-06-01", "Prognose")]


@pytest.mark.parametrize("between", [": ", " – ", ", "])
def test_an_item_of_a_list_of_deadlines_ends_with_its_day(between: str) -> None:
    letter = read_letter(
        f"= Frister\nFølgende frister gjelder:\n- Årsrapport{between}15. mars 2025\n"
        f"- Halvårsrapport{between}20. august 2025\n"
    )
    assert [str(each.date) for each in letter.deadlines] == ["2025-03-15", "2025-08-20"]


def test_all_of_a_list_that_is_handed_in_is_due_whatever_it_is_called() -> None:
    letter = read_letter(
        "= Rapportering\nVi møtes 27. august. Følgende dokumenter skal sendes departementet:\n"
        "- Årsrapport: 15. oktober 2025\n- Aktuarberegning: 1. november 2025\n"
        "- Etatsstyringsmøte: 2. november 2025\n"
    )
    assert [(each.label, str(each.date)) for each in letter.deadlines] == [
        ("Årsrapport", "2025-10-15"),
        ("Aktuarberegning", "2025-11-01"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Dato (2026)",
        "Tidspunkt (2026)",
        "Frist (2026)",
        "Frist, 2026",
        "Når i 2026",
        "Tid/dato (i 2026)",
        "Tidspunkt for levering 2026",
        "Måned 2026",
    ],
)
def test_a_year_in_the_heading_of_the_days_is_that_of_all_rows(head: str) -> None:
    letter = read_letter(
        f"= Rapportering\n#table(columns: 3, [*{head}*], [*Sak*], [*Ansvarlig*],"
        " [2. mars], [Årsrapport for 2025], [Tilsynet],"
        " [20. april], [Etatsstyringsmøte], [Departementet],"
        " [7. september], [Tertialrapport], [Tilsynet])\n"
    )
    assert [(str(each.date), each.year_inferred) for each in letter.deadlines] == [
        ("2026-03-02", False),
        ("2026-09-07", False),
    ]


@pytest.mark.parametrize("head", ["Hit seinest", "I hende", "Dag"])
def test_days_under_another_name_are_read_where_the_heading_speaks_of_them(head: str) -> None:
    table = f"columns: 2, [*Kva*], [*{head}*], [Årsrapport], [2. mars 2026], [Møte], [4. mai 2026]"
    assert rows(table, heading="Rapporteringskalender") == [("2026-03-02", "Årsrapport")]
    assert rows(table, heading="Om kontoret") == []


@pytest.mark.parametrize("head", ["Utbetales", "Gjelder fra", "Avtalen løper til"])
def test_days_of_other_things_are_none(head: str) -> None:
    table = f"columns: 2, [*Hva*], [*{head}*], [Rapport], [2. mars 2026], [Plan], [4. mai 2026]"
    assert rows(table, heading="Frister og avtaler") == []
