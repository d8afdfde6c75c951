"""A letter sent under a cover letter, with a cover page or without, is read as if sent alone."""

from __future__ import annotations

import pytest
from make import set_letter

import tildeling
from tildeling.letter import Letter

HEAD = """#set text(10pt)
JUSTIS- OG BEREDSKAPSDEPARTEMENTET

Grensetilsynet \\ Postboks 15 \\ 9990 BÅTSFJORD

#grid(columns: (5cm, 5cm, 5cm), [Deres ref.:], [Vår ref.:], [Dato:], [], [18/77], [21.12.18])

*{title}*

{sends} Ta kontakt dersom det er feil i brevet.

Med hilsen

Liv Moen \\ ekspedisjonssjef

Kopi til: \\ Riksrevisjonen \\ Politidirektoratet
"""
COVERS = {
    "title and agency": """#text(18pt)[*Tildelingsbrev 2019*]

#text(18pt)[*Grensetilsynet*]

Justis- og beredskapsdepartementet

21. desember 2018
""",
    "ministry first": """Justis- og beredskapsdepartementet

#text(18pt)[*Tildelingsbrev*]

Grensetilsynet

2019
""",
}
CONTENTS = """
Innhold \\ 1 Innledning #h(8cm) 3 \\ 2 Oppdrag #h(8cm) 3
"""
BODY = """
#text(13pt)[*1 Innledning*]

Brevet gir rammene for tilsynet i 2019.

#text(13pt)[*2 Oppdrag*]

*O 01 Plan for nye hunder*

Tilsynet skal legge fram en plan for nye hunder ved grensen.

Frist: 1. april 2019
"""


def sent(sends: str, cover: str, title: str = "Tildelingsbrev for 2019") -> Letter:
    first = HEAD.format(title=title, sends=sends)
    return tildeling.parse(
        set_letter(f"{first}\n#pagebreak()\n{cover}{CONTENTS}\n#pagebreak()\n{BODY}")
    )


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
@pytest.mark.parametrize(
    "sends",
    [
        "Vedlagt følger tildelingsbrevet til Grensetilsynet for budsjettåret 2019.",
        "Tildelingsbrevet for 2019 følger som vedlegg til dette brevet.",
        "Departementet sender med dette tildelingsbrev for 2019.",
        "Vi oversender tildelingsbrev for budsjettåret 2019.",
        "Tildelingsbrev for 2019 ligg ved.",
    ],
)
def test_the_letter_behind_a_cover_page_is_read(sends: str, cover: str) -> None:
    letter = sent(sends, cover)
    assert [section.number for section in letter.sections] == ["1", "2"]
    (assignment,) = letter.assignments
    assert assignment.title == "Plan for nye hunder"
    assert [str(deadline.date) for deadline in assignment.deadlines] == ["2019-04-01"]
    assert letter.copies == ("Riksrevisjonen", "Politidirektoratet")
    assert "several_letters" not in [found.code for found in letter.findings]


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_no_line_of_the_cover_is_a_section(cover: str) -> None:
    first = HEAD.format(title="Tildelingsbrev for 2019", sends="Tildelingsbrev for 2019 ligg ved.")
    body = BODY.replace("1 Inn", "Inn").replace("2 Opp", "Opp").replace("O 01 ", "")
    letter = tildeling.parse(set_letter(f"{first}\n#pagebreak()\n{cover}\n#pagebreak()\n{body}"))
    assert [section.title for section in letter.sections][:2] == ["Innledning", "Oppdrag"]


def test_a_title_of_sending_says_as_much() -> None:
    letter = sent("", COVERS["title and agency"], "Oversendelse av tildelingsbrev for 2019")
    assert [section.number for section in letter.sections] == ["1", "2"]


def test_under_a_cover_letter_whose_title_names_no_letter_the_letter_has_its_own() -> None:
    sends = "Vedlagt følger tildelingsbrevet for 2019."
    letter = sent(sends, COVERS["title and agency"], "Rammer for Grensetilsynet")
    assert (letter.title, letter.budget_year) == ("Tildelingsbrev 2019", 2019)
    assert [section.number for section in letter.sections] == ["1", "2"]
    assert [assignment.number for assignment in letter.assignments] == ["O01"]


def test_what_stands_after_the_signature_and_is_not_read_is_told() -> None:
    headed = HEAD.format(title="Tildelingsbrev for 2019", sends="*Innhold*\n\nVedlagt er brevet.")
    letter = tildeling.parse(set_letter(f"{headed}\n#pagebreak()\n{BODY}"))
    (found,) = [found for found in letter.findings if found.rule == "unread_after_closing"]
    assert (found.severity, found.values["words"]) == ("warning", "1 Innledning")
    assert found.evidence[0].page == 2


def test_an_attachment_after_the_signature_is_no_unread_part() -> None:
    headed = HEAD.format(title="Tildelingsbrev for 2019", sends="*Innhold*\n\nVedlagt er krav.")
    attached = f"#pagebreak()\n#text(13pt)[*Vedlegg 1: Retningslinjer*]\n{BODY}"
    letter = tildeling.parse(set_letter(f"{headed}\n{attached}"))
    assert "unread_after_closing" not in [found.rule for found in letter.findings]


def test_a_letter_that_sends_nothing_covers_none() -> None:
    letter = sent("Rammene er endret.", COVERS["title and agency"], "Tildelingsbrev for 2019")
    assert [found.code for found in letter.findings].count("several_letters") == 1


def test_an_addendum_with_the_letter_it_changes_covers_none() -> None:
    letter = sent(
        "Tildelingsbrevet for 2019 er vedlagt.",
        COVERS["title and agency"],
        "Tillegg nr. 1 til tildelingsbrev for 2019",
    )
    assert [found.code for found in letter.findings].count("several_letters") == 1
