"""Help, wrong usage and errors in the language of whoever types."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tildeling.cli import app
from tildeling.usage import SENTENCES, helped, paragraphs, said
from tildeling.words import Language, words_in

LETTER = Path(__file__).parent / "fixtures/letters/inkludering-2021-tillegg-4.pdf"


def run(*arguments: str, language: str = "C") -> Result:
    environment = {"LC_ALL": language, "COLUMNS": "80"}
    return CliRunner().invoke(app, arguments, prog_name="tildeling", env=environment)


@pytest.mark.parametrize(
    ("environment", "heading"),
    [("nb_NO.UTF-8", "Kommandoer:"), ("nn_NO.UTF-8", "Kommandoar:"), ("de_DE", "Commands:")],
)
def test_help_is_in_the_language_of_the_environment(environment: str, heading: str) -> None:
    assert heading in run("--help", language=environment).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "nn", "check", "--help"),
        ("--lang=nn", "check", "--help"),
        ("check", "--help", "--lang", "nn"),
        ("check", "--lang", "nn", "--help"),
    ],
)
def test_a_language_may_be_asked_for_anywhere_on_the_line(arguments: tuple[str, ...]) -> None:
    result = run(*arguments, language="nb_NO")
    assert result.exit_code == 0
    assert "Finn kvar eit brev seier imot seg sjølv." in result.stdout


def test_a_language_before_the_command_is_the_commands_own() -> None:
    before, after = run("--lang", "en", "check", "--rules"), run("check", "--rules", "--lang", "en")
    assert before.exit_code == 0
    assert before.stdout == after.stdout


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_page_of_help_is_cut_short_or_has_english_left(language: str) -> None:
    known = {one for each in helped(typer.main.get_command(app)) for one in paragraphs(each.help)}
    for command in ([], *([name] for name in app_commands()), ["ask", "DIR", "count"]):
        page = run(*command, "--help", language=language).stdout
        assert not any(line.startswith("  ") and line.endswith("...") for line in page.split("\n"))
        flowing = " ".join(page.split())
        assert [one for one in known if one in flowing and one not in NAMES] == []
        for english in ("Usage:", "Options:", "Commands:", "default:", "required"):
            assert english not in page


NAMES = {"In this table alone: assignments, financing ..."}


def app_commands() -> list[str]:
    return sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("parse",), "Feil: 'FILE' mangler."),
        (("pars", "a.pdf"), "Feil: Kommandoen 'pars' finnes ikke. Mente du 'parse'?"),
        (("parse", "a.pdf", "b.pdf"), "Feil: For mange argumenter: b.pdf"),
        (("parse", "a.pdf", "--verken"), "Feil: Valget --verken finnes ikke."),
        (("convert", "a.pdf"), "Feil: Valget '--out' mangler."),
        (
            ("schema", "--of", "side"),
            "Feil: Ugyldig verdi for '--of': 'side' er ikke en av "
            "'letter', 'diff', 'consolidated', 'tables'.",
        ),
        (
            ("convert", "a", "--out", "b", "--jobs", "null"),
            "Feil: Ugyldig verdi for '--jobs': det må være et helt tall",
        ),
        (
            ("convert", "a", "--out", "b", "--jobs", "0"),
            "Feil: Ugyldig verdi for '--jobs': det må være minst 1",
        ),
        (("diff", "-", "-"), "Feil: Ugyldig verdi for -: Standard inn kan bare stå for én fil."),
        (("check",), "Feil: Ugyldig verdi for FILE: Oppgi en FIL, eller --rules."),
    ],
)
def test_wrong_usage_is_told_in_the_language(arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments, language="nb")
    assert result.exit_code == 2
    first, *_, last = result.stderr.splitlines()
    assert first.startswith("Bruk: tildeling")
    assert last == told


def test_an_option_without_its_value_is_told_in_the_language() -> None:
    result = run("parse", "a.pdf", "--format", language="nn")
    assert (result.exit_code, result.stderr) == (2, "Feil: Valet '--format' må ha ein verdi.\n")


def test_a_sentence_that_typer_does_not_say_stays_as_it_is() -> None:
    assert said("Error: The moon is full.", words_in("nb")) == "Feil: The moon is full."


def test_a_sentence_is_found_before_a_shorter_one_that_it_begins_with() -> None:
    told = said("No such option: --fil (Possible options: --format)", words_in("nb"))
    assert told == "Valget --fil finnes ikke. Det nærmeste er --format."
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize(
    ("language", "message", "hint"),
    [
        ("nb", "finnes ikke.", "Sjekk stien."),
        ("nn", "finst ikkje.", "Sjekk stien."),
        ("en", "does not exist.", "Check the path."),
    ],
)
def test_an_error_is_told_in_the_language(language: Language, message: str, hint: str) -> None:
    result = run("parse", "nei.pdf", language=language)
    first, second = result.stderr.splitlines()
    assert first == f"tildeling: nei.pdf: {message} [not_found]"
    assert second.startswith(hint)


def test_one_run_does_not_speak_the_language_of_the_one_before() -> None:
    assert "finst ikkje" in run("check", "nei.pdf", "--lang", "nn").stderr
    assert "does not exist" in run("check", "nei.pdf").stderr


def test_the_json_is_the_same_in_every_language() -> None:
    said_in = {
        run("parse", str(LETTER), "--format", "json", language=one).stdout for one in ("nb", "C")
    }
    assert len(said_in) == 1
