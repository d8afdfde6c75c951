"""The command `tildeling check`."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from tildeling.cli import app
from tildeling.finding_rules import RULES

LETTERS = Path(__file__).parent / "fixtures" / "letters"
CONTRADICTS_ITSELF = LETTERS / "motstrid-2025-tillegg-3.pdf"
CLEAN = LETTERS / "kjede" / "1-tillegg.pdf"
ONLY_A_WARNING = LETTERS / "skjult-2024-tillegg-1.pdf"


def check(*arguments: str | Path) -> Result:
    words = ["check", *map(str, arguments)]
    return CliRunner().invoke(app, words, prog_name="tildeling")


def test_a_letter_that_contradicts_itself_gives_status_1_and_says_where() -> None:
    result = check(CONTRADICTS_ITSELF)
    assert result.exit_code == 1
    assert "Feil: Kap./post 842/21: " in result.stdout
    assert "[row_arithmetic]" in result.stdout
    assert "side 2: «842 21 Spesielle driftsutgifter 33 900 2 000 36 900»" in result.stdout
    assert result.stderr == ""


def test_in_english_what_the_letter_prints_stays_norwegian() -> None:
    stdout = check(CONTRADICTS_ITSELF, "--lang", "en").stdout
    assert 'Error (2025-12): The date "31. juni 2025" does not exist. [impossible_date]' in stdout


def test_a_clean_letter_gives_status_0() -> None:
    result = check(CLEAN)
    assert (result.exit_code, result.stdout) == (0, "Ingen funn.\n")


def test_warnings_alone_give_status_0() -> None:
    result = check(ONLY_A_WARNING)
    assert result.exit_code == 0
    assert result.stdout.startswith("Advarsel: Side 1 har tekst som ikke er synlig for leseren")


def test_json_is_that_of_the_letter() -> None:
    result = check(CONTRADICTS_ITSELF, "--format", "json", "--lang", "en")
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert answer["source"]["name"] == CONTRADICTS_ITSELF.name
    assert {finding["code"] for finding in answer["findings"]} >= {"row_arithmetic"}
    assert answer["findings"][0]["message"].startswith("Kap./post 842/21")


def test_rules_are_listed_without_a_file() -> None:
    result = check("--rules", "--lang", "nn")
    assert result.exit_code == 0
    assert "Kvar budsjettabell" in result.stdout
    lines = result.stdout.splitlines()
    assert [line.split()[-1] for line in lines[1::2]] == list(RULES)
    assert check("--rules", "--lang", "en").stdout != result.stdout


def test_neither_a_file_nor_rules_is_wrong_usage() -> None:
    assert check().exit_code == 2


def test_a_file_that_is_not_there() -> None:
    result = check("nowhere.pdf")
    assert result.exit_code == 1
    assert "[not_found]" in result.stderr
