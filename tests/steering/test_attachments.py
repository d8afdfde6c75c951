"""Attachments: announced in lists and in text, and those that begin behind the signature."""

from __future__ import annotations

import pytest
from make import set_letter

import tildeling

LETTER = """#import "/template.typ": *
#show: letter.with(font: "New Computer Modern", size: 11pt, pages: "side")
#letterhead("Barne- og familiedepartementet")
#address("Familievernstilsynet", "Postboks 40", "3901 PORSGRUNN")
#references-beside("", "24/3003-21", "20. desember 2024")
#title[Tildelingsbrev for 2025 til Familievernstilsynet]
#heading(numbering: none)[1. Rapportering]
"""
SIGNED = """
#signatories([Med hilsen], ("Tone Rustad (e.f.)", "avdelingsdirektør"))
"""


def attached(body: str, end: str = "") -> list[tuple[str | None, str | None, int | None]]:
    """Number, title and page of each attachment."""
    letter = tildeling.parse(set_letter(f"{LETTER}{body}\n{SIGNED}{end}"))
    assert [each.name for each in letter.signatories] == ["Tone Rustad (e.f.)"]
    return [(each.number, each.title, each.page) for each in letter.attachments]


@pytest.mark.parametrize(
    "listed",
    [
        "Vedlegg:\n\n1. Fullmakter i 2025\n\n2. Styringskalender",
        "Vedlegg: 1. Fullmakter i 2025 \\ 2. Styringskalender",
        "Vedlegg 1: Fullmakter i 2025\n\nVedlegg 2: Styringskalender\n\nKopi: Riksrevisjonen",
        "Trykte vedlegg:\n\n1 Fullmakter i 2025\n\n2 Styringskalender\n\nKopi til:\n\nNav",
    ],
)
def test_a_list_at_the_end_announces_attachments(listed: str) -> None:
    assert attached("Rapporten skal sendes.", listed) == [
        ("1", "Fullmakter i 2025", None),
        ("2", "Styringskalender", None),
    ]


def test_what_is_announced_and_stands_in_the_file_is_one() -> None:
    end = "Vedlegg: Styringskalender\n#pagebreak()\n*Vedlegg 1: Styringskalender for 2025*\n\nMai"
    assert attached("Se vedlagte styringskalender.", end) == [("1", "Styringskalender for 2025", 2)]


def test_a_heading_without_the_word_is_the_one_that_was_announced() -> None:
    end = "Vedlegg: Fullmakter\n#pagebreak()\n*Fullmakter*\n\nTilsynet kan overskride."
    assert attached("Rapporten skal sendes.", end) == [(None, "Fullmakter", 2)]


def test_a_title_may_stand_under_the_number() -> None:
    end = "#pagebreak()\n*Vedlegg 2*\n\n*Rammer for alle tilsyn*\n\nTilsynet har 3 mill. kroner."
    assert attached("Rammene står i vedlegg 2.", end) == [("2", "Rammer for alle tilsyn", 2)]


def test_text_that_points_to_an_attachment_says_that_there_is_one() -> None:
    body = "Møtene følger av vedlegg 1. Krava står i forskrifta, jf. forskriftens vedlegg 3."
    assert attached(body) == [("1", None, None)]


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("Status skal framgå av et eget vedlegg til rapporten.", ""),
        ("Krav om utbetaling sendes med vedlagt regnskap.", ""),
        ("Rapporten skal sendes.", "Vedlegg: 2"),
        ("Førerkortdirektivet vedlegg III er bindende. Vedlikehold er viktig.", ""),
    ],
)
def test_what_others_attach_and_a_number_alone_is_none(body: str, end: str) -> None:
    assert attached(body, end) == []


def test_only_what_is_announced_is_told_to_be_absent() -> None:
    end = (
        "Vedlegg:\n\n1. Fullmakter\n\n2. Kalender\n#pagebreak()\n"
        "*Vedlegg 1 Fullmakter*\n\nTilsynet kan overskride."
    )
    letter = tildeling.parse(set_letter(f"{LETTER}Rapporten skal sendes.\n{SIGNED}{end}"))
    told = [each.key for each in letter.findings if each.rule == "absent_attachment"]
    assert told == ["2"]


def test_one_that_goes_on_over_the_page_is_one() -> None:
    end = (
        "#pagebreak()\n*Vedlegg 1: Kalender*\n\nMai er travel.\n#pagebreak()\n"
        "*Vedlegg 1: Kalender (forts.)*\n\nJuni er roligere."
    )
    assert attached("Rapporten skal sendes.", end) == [("1", "Kalender", 2)]


def test_what_an_attachment_asks_stands_in_no_section_of_the_letter() -> None:
    asked = "Tilsynet skal gjøre rede for {} i årsrapporten."
    behind = f"#pagebreak()\n*Vedlegg 1: Fullmakter*\n\n{asked.format('fullmaktene')}"
    letter = tildeling.parse(set_letter(f"{LETTER}{asked.format('saker')}\n{SIGNED}{behind}"))
    assert [(each.text, each.section) for each in letter.reporting] == [
        (asked.format("saker"), "1"),
        (asked.format("fullmaktene"), None),
    ]
