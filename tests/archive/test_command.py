"""`tildeling ask`: the answers in a terminal."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import tildeling
from tildeling.cli import app

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters" / "kjede"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("archive") / "out"
    list(tildeling.convert(sorted(LETTERS.glob("*.pdf")), out, format="parquet", jobs=1))
    return out


def asked(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["ask", str(folder), *arguments], prog_name="tildeling")


QUESTIONS = [
    ("letters", "--body", "Datadelingstilsynet"),
    ("count", "--what", "assignments", "--years", "2025", "--by", "year", "--rule", "bullets"),
    ("find", "--text", "datasett", "--what", "assignments"),
    ("in-force", "--body", "Datadelingstilsynet", "--year", "2025", "--post", "1545/21"),
    ("in-force", "--body", "Datadelingstilsynet", "--year", "2025", "--number", "2025-001"),
    ("deadlines", "--from", "2025-10-01", "--to", "2025-12-31"),
    ("changes", "--body", "Datadelingstilsynet", "--year", "2025", "--addendum", "3"),
    ("check", "--severity", "error"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_a_question_is_answered_in_each_format(folder: Path, question: tuple[str, ...]) -> None:
    answer = json.loads(asked(folder, *question, "--format", "json").stdout)
    assert answer["question"] == question[0].replace("-", "_")
    assert {"rows", "total", "counted_by", "not_read"} <= set(answer)
    assert all({"file", "page", "bbox", "words"} <= set(row) for row in answer["rows"])
    assert f"{answer['total']} i alt" in asked(folder, *question).stdout
    table = asked(folder, *question, "--format", "csv").stdout_bytes.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
    assert [row["id"] for row in rows] == [row["id"] for row in answer["rows"]]


def test_the_history_of_a_post_is_told_letter_by_letter(folder: Path) -> None:
    question = ("in-force", "--body", "Datadelingstilsynet", "--year", "2025", "--post", "1545/21")
    (row,) = json.loads(asked(folder, *question, "--format", "json").stdout)["rows"]
    assert [(step["letter"], step["stated"]) for step in row["history"]] == [
        (0, 12_000_000),
        (1, 13_500_000),
        (3, 14_000_000),
    ]
    assert "15 500 000 kr (oppgitt: 14 000 000, utregnet: 15 500 000)" in (
        asked(folder, *question).stdout
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Tillegg nr. 3  ~ 1545/21  15 500 000 kr"),
        ("nn", "Ikkje lese, og kan endre svaret:"),
        ("en", "Addendum no. 3  ~ 1545/21  NOK 15 500 000"),
    ],
)
def test_changes_are_told_in_the_language_that_is_asked_for(
    folder: Path, language: str, said: str
) -> None:
    question = ("changes", "--body", "Datadelingstilsynet", "--year", "2025")
    told = asked(folder, *question, "--lang", language).stdout
    assert said in told
    assert "budget_row" not in told
    day = "1 December 2025" if language == "en" else "01.12.2025"
    assert f"~ 2025-001  {day}" in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Brevet har ingen mål."),
        ("nn", "Brevet har ingen mål."),
        ("en", "The letter has no goals."),
    ],
)
def test_findings_are_told_in_the_language_that_is_asked_for(
    folder: Path, language: str, said: str
) -> None:
    assert said in asked(folder, "check", "--lang", language).stdout


def test_a_text_is_found_in_one_table_alone(folder: Path) -> None:
    everywhere = asked(folder, "find", "--text", "kap. 1545, post 70", "--format", "json")
    (row,) = json.loads(
        asked(
            folder, "find", "--text", "dataplattformer", "--what", "assignments", "--format", "json"
        ).stdout
    )["rows"]
    tables = {row["table"] for row in json.loads(everywhere.stdout)["rows"]}
    assert tables == {"budget_rows", "financing"}
    assert row["table"] == "assignments"
    nothing = asked(folder, "find", "--text", "datasett", "--what", "goals", "--format", "json")
    assert json.loads(nothing.stdout)["total"] == 0


def test_a_number_that_excel_would_take_for_a_month_stays_a_number(folder: Path) -> None:
    found = asked(folder, "count", "--what", "assignments", "--format", "csv").stdout
    assert ";'2025-001;" in found


def test_an_id_leads_to_its_place(folder: Path) -> None:
    found = json.loads(asked(folder, "count", "--limit", "1", "--format", "json").stdout)
    result = asked(folder, "evidence", found["rows"][0]["id"], "--format", "json")
    assert json.loads(result.stdout)["rows"][0]["page"] == 1


def test_a_cut_answer_says_how_to_go_on(folder: Path) -> None:
    assert "Flere rader: --cursor 2" in asked(folder, "letters", "--limit", "2").stdout


def test_what_rows_as_csv_do_not_say_is_on_stderr(folder: Path) -> None:
    found = asked(folder, "count", "--by", "year", "--limit", "2", "--format", "csv")
    assert len(found.stdout.splitlines()) == 3
    for said in ("5 i alt", "Telt etter regelen marked", "2025: 5", "Flere rader: --cursor 2"):
        assert said in found.stderr


def test_text_gives_the_id_that_evidence_is_asked_for(folder: Path) -> None:
    line = asked(folder, "count", "--limit", "1").stdout.splitlines()[2]
    words = asked(folder, "evidence", line.removesuffix("]").rsplit(" ", 1)[-1]).stdout
    assert "Oppdrag 2025-001" in words


def test_a_body_that_is_not_there_fails_with_a_word(folder: Path) -> None:
    result = asked(folder, "letters", "--body", "Vegtilsynet")
    assert result.exit_code == 1
    assert "No letter of the archive is to «Vegtilsynet». [question]" in result.stderr


def test_a_folder_that_convert_did_not_write_fails_with_a_word(tmp_path: Path) -> None:
    result = asked(tmp_path, "letters")
    assert result.exit_code == 1
    assert "is not a folder that convert wrote" in result.stderr
