"""`tildeling deadlines`: what falls due, by day, from letters and converted folders."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import icalendar
import pytest
from typer.testing import CliRunner

from made_letters import assignment, at, dated, letter
from tildeling import Body, Letter, convert
from tildeling.archive.moved import due_after_all
from tildeling.cli import app
from tildeling.export.due_calendar import due_calendar
from tildeling.export.due_list import due_in, due_text, in_order, is_between

CHAIN = Path(__file__).parent / "fixtures" / "letters" / "kjede"
NOW = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, ["deadlines", *map(str, arguments)])


def agenda(*deadlines: Any, **fields: Any) -> Letter:
    body = Body(name="Vegtilsynet", abbreviation="VT", key="vt")
    return letter(agency=body, deadlines=deadlines, **fields)


def events(made: Letter) -> list[Any]:
    return in_calendar(due_calendar(in_order(due_in(made)), NOW))


def in_calendar(data: bytes | str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def undated(status: Any) -> Any:
    return dated("2026-06-01", date=None, status=status, text=status)


def test_deadlines_stand_by_day_and_those_without_one_last() -> None:
    made = agenda(undated("ongoing"), dated("2026-09-01"), dated("2026-06-01"))
    days = [due.row.date for due in in_order(due_in(made))]
    assert days == [dt.date(2026, 6, 1), dt.date(2026, 9, 1), None]


def test_each_says_its_sentence_body_file_and_page() -> None:
    one = dated(
        "2026-06-01", label="Årsrapport", sentence="Årsrapporten leveres 1. juni.", evidence=at(4)
    )
    made = agenda(one)
    assert due_text(list(due_in(made))) == (
        "01.06.2026  VT: Årsrapport\n"
        "    «Årsrapporten leveres 1. juni.»\n"
        f"    {made.source.name} s. 4\n"
    )


@pytest.mark.parametrize(
    ("language", "told"), [("nb", ["løpende", "snarest"]), ("nn", ["løpande", "snarast"])]
)
def test_what_has_no_day_is_said_in_the_language_of_the_letter(
    language: Any, told: list[str]
) -> None:
    made = agenda(undated("ongoing"), undated("immediate"), language=language)
    lines = due_text(list(due_in(made))).splitlines()
    assert [line.split("  ")[0] for line in lines if "VT" in line] == told


def test_a_period_falls_within_days_that_it_meets() -> None:
    may = dt.date(2026, 5, 1)
    (due,) = due_in(agenda(dated("2026-06-30", start=may)))
    assert is_between(due, None, may)
    assert is_between(due, dt.date(2026, 6, 30), None)
    assert not is_between(due, None, dt.date(2026, 4, 30))
    assert not is_between(due, dt.date(2026, 7, 1), None)


def test_an_event_is_a_whole_day_with_what_the_letter_says() -> None:
    day = dated("2026-06-01", sentence="Frist: 1. juni.", evidence=at(2))
    given = assignment(number="2026-01", title="Ny veileder", deadlines=(day,))
    made = agenda(assignments=(given,))
    (event,) = events(made)
    assert event["dtstart"].dt == dt.date(2026, 6, 1)
    assert event["dtend"].dt == dt.date(2026, 6, 2)
    assert event["summary"] == "VT: Ny veileder"
    assert event["description"].split("\n") == [
        "Frist: 1. juni.",
        "Oppdrag 2026-01 Ny veileder",
        f"Lest fra {made.source.name} s. 2",
    ]


def test_a_period_is_its_last_day_and_told() -> None:
    (event,) = events(agenda(dated("2026-06-30", start=dt.date(2026, 5, 1)), language="nn"))
    assert event["dtstart"].dt == dt.date(2026, 6, 30)
    assert "Perioden 01.05.2026–30.06.2026" in event["description"]
    assert "Lese frå" in event["description"]


def test_an_event_has_the_same_uid_again_and_no_two_have_the_same() -> None:
    same = dated("2026-06-01", evidence=at(2))
    made = agenda(same, same, dated("2026-06-01", evidence=at(3)))
    first, second = ([event["uid"] for event in events(made)] for _ in range(2))
    assert first == second
    assert len(set(first)) == 3
    other = made.source.model_copy(update={"sha256": "9" * 64})
    assert not {event["uid"] for event in events(made.model_copy(update={"source": other}))} & {
        *first
    }


def test_what_a_letter_says_cannot_break_the_calendar() -> None:
    trick = "Møte\x00\r\nEND:VEVENT\r\nBEGIN:VEVENT; a, b \ud800" + "å" * 200
    (event,) = events(agenda(dated("2026-06-01", sentence=trick)))
    assert "END:VEVENT" in event["description"]
    data = due_calendar(list(due_in(agenda(dated("2026-06-01", sentence=trick)))), NOW)
    assert data.count(b"\r\nEND:VEVENT") == 1
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_a_deadline_that_a_later_letter_moved_is_told_and_in_no_calendar() -> None:
    text = run(*sorted(CHAIN.glob("*.pdf"))).stdout
    assert text.count("(flyttet eller trukket i et senere brev)") == 2
    assert "01.06.2025  DDT: Veileder om anonymisering (2025-002)  (flyttet" in text
    made = run(*sorted(CHAIN.glob("*.pdf")), "--format", "ics")
    assert "moved or taken back by later letters, and not among these: 2" in made.stderr
    days = [event["dtstart"].dt for event in in_calendar(made.stdout)]
    assert dt.date(2025, 6, 1) not in days
    assert dt.date(2025, 12, 1) in days


def test_letters_of_other_bodies_and_years_move_nothing() -> None:
    one = agenda(assignments=(assignment(deadlines=(dated("2026-06-01"),)),))
    other = one.model_copy(update={"budget_year": 2027})
    nobody = one.model_copy(update={"agency": None})
    assert [due.in_force for due in due_after_all([one, other, nobody, nobody])] == [None] * 4


def test_json_and_csv_have_the_columns_of_the_table() -> None:
    (file,) = CHAIN.glob("1-*.pdf")
    (told,) = json.loads(run(file, "--format", "json").stdout)["deadlines"]
    assert (told["date"], told["page"], told["file"]) == ("2025-10-01", 1, "1-tillegg.pdf")
    assert told["assignment_title"] == "Forslag til felles vilkår for deling av data"
    text = run(file, "--format", "csv").stdout_bytes.decode("utf-8-sig")
    (row,) = csv.DictReader(text.splitlines(), delimiter=";")
    assert list(row) == list(told)
    assert (row["date"], row["assignment_number"]) == ("2025-10-01", "'2025-003")


def test_a_converted_folder_gives_what_its_letters_give(tmp_path: Path) -> None:
    list(convert(CHAIN, tmp_path / "out", jobs=1))
    assert run(tmp_path / "out").stdout == run(*sorted(CHAIN.glob("*.pdf"))).stdout
    both = run(tmp_path / "out", *sorted(CHAIN.glob("*.pdf"))).stdout
    assert both == run(tmp_path / "out").stdout


def test_days_bound_what_is_listed_and_what_has_none_is_told(tmp_path: Path) -> None:
    text = run(*sorted(CHAIN.glob("*.pdf")), "--from", "2025-10-01", "--to", "2025-11-15").stdout
    assert [line[:10] for line in text.splitlines() if "DDT" in line] == [
        "01.10.2025",
        "15.11.2025",
    ]
    file = tmp_path / "brev.txt"
    file.write_text(
        "Tillegg nr. 1 til tildelingsbrev for 2026 til Helsedirektoratet\n\n"
        "Oppdrag 2026-01: Ny veileder\n\nFrist: løpende\n",
        encoding="utf-8",
    )
    made = run(file, "--from", "2026-01-01")
    assert made.stdout == ""
    assert "without a day, and not among these: 1 deadline\n" in made.stderr


def test_what_cannot_be_listed_is_told(tmp_path: Path) -> None:
    made = run(tmp_path)
    assert made.exit_code == 1
    assert "is not a folder that convert wrote. [not_found]" in made.stderr
    assert run(tmp_path / "borte.pdf").exit_code == 1
    assert run(tmp_path, "--from", "2026-02-01", "--to", "2026-01-01").exit_code == 2
