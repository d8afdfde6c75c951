"""Assignments that an attachment after the signature holds."""

import pytest
from make import set_letter

import tildeling
from tildeling.letter import Letter

LETTER = """#import "/template.typ": *
#show: letter.with(font: "New Computer Modern", size: 11pt, pages: "side")
#letterhead("Barne- og familiedepartementet")
#address("Familievernstilsynet", "Postboks 40", "3901 PORSGRUNN")
#references-beside("", "24/3003-21", "20. desember 2024")
#title[Tildelingsbrev for 2025 til Familievernstilsynet]
#heading(numbering: none)[1. Mål]
Tilsynet skal gi god hjelp til familiane.
#signatories([Med hilsen], ("Tone Rustad (e.f.)", "avdelingsdirektør"))
#pagebreak()
"""
LIST = """
+ Radon i barnehagar. Tilsynet skal innan 1. desember kvart år sende ei oversikt.
+ Føre register over barnehagar.
"""


def read(attachment: str) -> Letter:
    return tildeling.parse(set_letter(LETTER + attachment))


@pytest.mark.parametrize(
    "heading",
    ["*Vedlegg 1 Faste oppdrag*", "*Vedlegg 2: Oppdrag i 2025*", "*Vedlegg 1*\n\n*Oppdrag*"],
)
def test_an_attachment_whose_heading_names_assignments_holds_some(heading: str) -> None:
    letter = read(f"{heading}\n{LIST}")
    assert [(each.title, each.section) for each in letter.assignments] == [
        ("Radon i barnehagar", None),
        (None, None),
    ]
    assert [str(each.date) for each in letter.assignments[0].deadlines] == ["2025-12-01"]
    assert [each.name for each in letter.signatories] == ["Tone Rustad (e.f.)"]


def test_it_ends_where_the_next_attachment_begins() -> None:
    letter = read(f"*Vedlegg 1 Faste oppdrag*\n{LIST}\n*Vedlegg 2 Ordliste*\n- Hjelp\n- Råd\n")
    assert len(letter.assignments) == 2


@pytest.mark.parametrize(
    "heading", ["*Vedlegg 1 Ordliste*", "*Vedlegg 1 Status for oppdrag*", "*Vedlegg 1 Mål*"]
)
def test_another_attachment_holds_none(heading: str) -> None:
    assert read(f"{heading}\n{LIST}").assignments == ()


@pytest.mark.parametrize(
    "names",
    [
        "1. Oppdrag og avtaler for andre\\\n2. Avtale om drift (ettersendes)",
        "1 Oppdrag i 2025\\\n2 Mal for rapportering (sendes på e-post)",
        "- Oppdrag for andre departement\n- Avtale om drift (blir ettersendt)",
        "Oppdrag i 2025\n\nMal for rapportering (ettersendast)",
    ],
)
@pytest.mark.parametrize("label", ["Vedlegg", "Vedlegg:", "*Vedlegg*", "*Trykte vedlegg:*"])
def test_a_list_of_what_is_attached_holds_none(label: str, names: str) -> None:
    source = LETTER.replace("#pagebreak()\n", f"\n{label}\n\n{names}\n")
    letter = tildeling.parse(set_letter(source))
    assert (letter.assignments, len(letter.signatories)) == ((), 1)
