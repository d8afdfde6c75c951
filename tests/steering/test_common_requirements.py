"""Common requirements: where they stand, how they are parted, and how they are worded."""

from __future__ import annotations

import re

import pytest
from make import set_letter

import tildeling
from tildeling.letter import CommonRequirement, Letter
from tildeling.steering import common_requirements
from tildeling.steering.common_circulars import BLANK, Circular

LETTER = """#import "/template.typ": *
#show: letter.with(font: "New Computer Modern", size: 11pt, pages: "side")
#letterhead("Barne- og familiedepartementet")
#address("Familievernstilsynet", "Postboks 40", "3901 PORSGRUNN")
#references-beside("", "24/3003-21", "20. desember 2024")
#title[Tildelingsbrev for 2025 til Familievernstilsynet]
#heading(numbering: none)[1. Mål]
Tilsynet skal gi god hjelp.
#heading(numbering: none)[{heading}]
{body}
#heading(numbering: none)[3. Rapportering]
Årsrapporten skal sendes innen 15. mars 2026.
#signatories([Med hilsen], ("Tone Rustad (e.f.)", "avdelingsdirektør"))
"""
WORDS = (
    f"Regjeringen vil at staten skal reise mindre. I 2025 skal {BLANK} møtes på skjerm der det er "
    f"mulig. {BLANK} skal gjøre rede for reisene sine i årsrapporten."
)
TRAVEL = Circular(2025, "Reise mindre", re.compile(r"\breise"), words=WORDS)


def read(heading: str, body: str) -> Letter:
    return tildeling.parse(set_letter(LETTER.format(heading=heading, body=body)))


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> None:
    """A year for which the circular asks all agencies to travel less."""
    monkeypatch.setattr(common_requirements, "circulars_of", lambda year: (TRAVEL,))


def required(text: str) -> CommonRequirement:
    (one,) = read("2. Fellesføringer", text).common_requirements
    return one


@pytest.mark.parametrize(
    "heading",
    [
        "2. Fellesføring",
        "2. Fellesføringer",
        "2. Felles føringer for 2025",
        "2. FELLESFØRINGAR",
        "2. Regjeringens fellesføring",
        "2. Felles føring frå regjeringa",
    ],
)
def test_the_paragraphs_under_the_heading_are_one(heading: str) -> None:
    letter = read(heading, "Tilsynet skal reise mindre.\n\nDet skal omtales i årsrapporten.")
    assert [(each.title, each.text, each.section) for each in letter.common_requirements] == [
        (None, "Tilsynet skal reise mindre.\nDet skal omtales i årsrapporten.", "2")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "*Reiser.* Tilsynet skal reise mindre.\n\n*Lærlinger.* Tilsynet skal ha lærlinger.",
        "#heading(level: 2, numbering: none)[2.1 Reiser]\nTilsynet skal reise mindre.\n"
        "#heading(level: 2, numbering: none)[2.2 Lærlinger]\nTilsynet skal ha lærlinger.",
        "_Reiser_\n\nTilsynet skal reise mindre.\n\n_Lærlinger_\n\nTilsynet skal ha lærlinger.",
    ],
)
def test_titles_of_their_own_part_them(body: str) -> None:
    found = read("2. Fellesføringer", body).common_requirements
    assert [(each.title, each.text) for each in found] == [
        ("Reiser", "Tilsynet skal reise mindre."),
        ("Lærlinger", "Tilsynet skal ha lærlinger."),
    ]


def test_a_heading_may_name_the_one_under_it() -> None:
    (one,) = read("2. Fellesføring: Reiser", "Tilsynet skal reise mindre.").common_requirements
    assert (one.title, one.text) == ("Reiser", "Tilsynet skal reise mindre.")


def test_a_sentence_says_it_under_another_heading() -> None:
    letter = read(
        "2. Andre krav", "Regjeringens fellesføring for 2025 er at alle skal reise mindre."
    )
    assert len(letter.common_requirements) == 1
    assert read("2. Andre krav", "Tilsynet skal reise mindre.").common_requirements == ()


@pytest.mark.usefixtures("travel")
def test_a_heading_of_other_things_too_has_only_what_is_plainly_one() -> None:
    letter = read(
        "2. Fellesføringer og fullmakter",
        "Tilsynet skal reise mindre.\n\nTilsynet kan inngå leieavtaler.",
    )
    assert [each.text for each in letter.common_requirements] == ["Tilsynet skal reise mindre."]


@pytest.mark.usefixtures("travel")
def test_the_prescribed_words_with_the_agency_s_name_are_verbatim() -> None:
    one = required(WORDS.replace(BLANK, "Familievernstilsynet"))
    assert (one.wording, one.differences) == ("verbatim", ())


@pytest.mark.usefixtures("travel")
def test_a_few_other_words_are_near_and_shown() -> None:
    printed = WORDS.replace(BLANK, "tilsynet").replace("der det er mulig", "når det passer")
    one = required(printed)
    assert one.wording == "near"
    assert [(each.prescribed, each.printed) for each in one.differences] == [
        ("der", "når"),
        ("er mulig", "passer"),
    ]


@pytest.mark.usefixtures("travel")
def test_the_matter_in_other_words_is_reworded_and_without_a_duty_mentioned() -> None:
    assert required("Tilsynet skal halvere antall reiser til utlandet.").wording == "reworded"
    assert required("Om færre reiser viser vi til rundskrivet.").wording == "mentioned"


def test_a_year_that_is_not_known_has_no_wording() -> None:
    assert required("Tilsynet skal reise mindre.").wording is None
