"""A letter in nynorsk is told in nynorsk, and any letter in the language that is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import tildeling
from tildeling.cli import app

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"
BASE = LETTERS / "bygd-2024-tildelingsbrev-nn.pdf"
CONTRADICTS_ITSELF = LETTERS / "motseiing-2024-tillegg-5-nn.pdf"
BOKMAAL = LETTERS / "kjede" / "0-tildelingsbrev.pdf"

BOKMAAL_ALONE = re.compile(
    r"\b(?:beløpene|bevilgning(?:er)?|brevene|endret|endrede|endringer|enheten|fra|frister|hele|hver"
    r"|hva|ikke|måned|navn|nevnt|noen|oppdragsnumre|poster|regnet|samlet|utgår|økning|årlig)\b",
    re.IGNORECASE,
)
"""Words that nynorsk has otherwise. The fixture letters have none of them."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="tildeling")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("parse", BASE), "Første frist"),
        (("parse", BASE, "--all"), "Fristar (9)"),
        (("parse", BASE, "--format", "html"), '<html lang="nn">'),
        (("check", CONTRADICTS_ITSELF), "Datoen «31. november 2024» finst ikkje."),
        (("diff", BASE, CONTRADICTS_ITSELF), "Endringar i"),
        (("diff", BASE, CONTRADICTS_ITSELF, "--format", "markdown"), "nye oppdrag, 7 nye beløp"),
        (("consolidate", BASE), "Gjeldande oppdrag"),
        (("deadlines", BASE), "etter avtale"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_what_is_printed_of_a_letter_in_nynorsk_is_in_nynorsk(
    arguments: tuple[str | Path, ...], said: str
) -> None:
    told = run(*arguments).stdout
    assert said in told
    assert BOKMAAL_ALONE.findall(told) == []


def test_of_two_letters_the_new_one_gives_the_language() -> None:
    assert "Endringar i" in run("diff", BOKMAAL, BASE).stdout
    assert "Endringer i" in run("diff", BASE, BOKMAAL).stdout


@pytest.mark.parametrize(
    ("language", "said"),
    [("nb", "Andre frister"), ("nn", "Andre fristar"), ("en", "Other deadlines")],
)
def test_another_language_is_asked_for(language: str, said: str) -> None:
    assert said in run("parse", BASE, "--lang", language).stdout


def test_json_is_the_same_in_every_language() -> None:
    told = {run("parse", BASE, "--format", "json", "--lang", one).stdout for one in ("nb", "en")}
    assert len(told) == 1


def test_markdown_and_cards_are_in_the_letters_language() -> None:
    letter = tildeling.parse(BASE)
    assert "## Andre fristar" in letter.to_markdown()
    assert "## Other deadlines" in letter.to_markdown(language="en")
    assert '<div class="tildeling-card" lang="nn">' in letter._repr_html_()


def test_the_card_of_a_part_is_in_the_language_of_its_own_words() -> None:
    for file, language in ((BASE, "nn"), (BOKMAAL, "nb")):
        (assignment, *_) = tildeling.parse(file).assignments
        assert f'<div class="tildeling-card" lang="{language}">' in assignment._repr_html_()


def test_a_period_is_not_broken_inside_a_day() -> None:
    told = run("parse", BASE, "--all").stdout
    assert "01.07.2024–" in told
    assert re.search(r"^30\.09\.2024, årleg", told, re.MULTILINE)


def test_all_deadlines_stand_in_order_of_date_with_what_falls_due() -> None:
    told = run("parse", BOKMAAL, "--all").stdout
    part = told[told.index("Frister (") :].split("\n\n")[0]
    days = re.findall(r"^\d\d\.\d\d\.\d{4}", part, re.MULTILINE)
    assert len(days) >= 2
    assert days == sorted(days, key=lambda day: day.split(".")[::-1])
    letter = tildeling.parse(BOKMAAL)
    given = sum(len(one.deadlines) for one in letter.assignments) + len(letter.deadlines)
    assert part.startswith(f"Frister ({given})")
    assert "Andre frister" not in told
