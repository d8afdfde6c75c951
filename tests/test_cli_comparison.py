"""`tildeling diff` and `tildeling consolidate`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tildeling import ConsolidatedLetter, LetterDiff
from tildeling.cli import app

CHAIN = Path(__file__).parent / "fixtures/letters/kjede"
BASE = CHAIN / "0-tildelingsbrev.pdf"
ADDENDA = tuple(CHAIN / f"{number}-tillegg.pdf" for number in (1, 2, 3))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="tildeling")


def test_diff_prints_text() -> None:
    result = run("diff", BASE, ADDENDA[1])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2025-002 Veileder om anonymisering" in result.stdout
    assert "\x1b" not in result.stdout


def test_diff_prints_json_and_nothing_else() -> None:
    result = run("diff", BASE, ADDENDA[1], "--format", "json")
    compared = LetterDiff.model_validate_json(result.stdout)
    assert [change.kind for change in compared.changes] == [
        "deadline_changed",
        "assignment_cancelled",
    ]


def test_consolidate_takes_letters_in_any_order() -> None:
    result = run("consolidate", ADDENDA[2], BASE, ADDENDA[0], ADDENDA[1], "--format", "json")
    chain = ConsolidatedLetter.model_validate_json(result.stdout)
    assert result.exit_code == 0
    assert [letter.number for letter in chain.letters] == [0, 1, 2, 3]


@pytest.mark.parametrize("command", ["diff", "consolidate"])
@pytest.mark.parametrize(
    ("output_format", "start"), [("markdown", "# "), ("html", "<!doctype html>"), ("text", "")]
)
def test_each_format_is_printed_whole(command: str, output_format: str, start: str) -> None:
    result = run(command, BASE, ADDENDA[0], "--format", output_format)
    assert result.exit_code == 0
    assert result.stdout.startswith(start)
    assert result.stdout.endswith("\n")


@pytest.mark.parametrize("command", ["diff", "consolidate"])
def test_a_file_that_is_missing_fails_and_prints_nothing(command: str, tmp_path: Path) -> None:
    result = run(command, BASE, tmp_path / "ikke-her.pdf")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "ikke-her.pdf" in result.stderr


def test_diff_needs_two_letters() -> None:
    assert run("diff", BASE).exit_code == 2
    assert run("consolidate").exit_code == 2
