"""Letters whose line breaks are lost, as archives print them: cut where their parts begin."""

from __future__ import annotations

import datetime as dt

import pytest

import tildeling
from tildeling.read.plain_stream import is_stream, unfolded

BOKMAL = """Havnevesenet
Postboks 44
6001 ÅLESUND
Deres ref Vår ref Dato
15/4411-3 18.12.2015
Tildelingsbrev til Havnevesenet for 2016
1. Innledning
Nærings- og fiskeridepartementet viser til Prop. 1 S (2015–2016) og Innst. 8 S
(2015–2016). Stortinget vedtok budsjettet 14. desember 2015, og departementet stiller
med dette midlene til disposisjon for Havnevesenet. Kongen har gitt departementet
fullmakt til dette, og departementet har drøftet brevet med etaten i to møter i november.
2. Mål og prioriteringer for 2016
Havnevesenet skal sørge for trygge havner langs kysten. Etaten skal legge særlig vekt
på å redusere ventetiden for skip, og på samarbeid med kommunene om felles kaier.
3. Oppdrag
3.1 Slep av store skip
Havnevesenet skal lage en plan for slep av store skip i trange farvann. Planen skal
sendes departementet innen 1. oktober 2016.
3.2 Kart over innseilingen
Havnevesenet skal i samråd med Kystverket tegne nye kart over innseilingen til de ti
største havnene. Frist: 15. mars 2016.
(2)
Side 2
4. Budsjett
4.1 Bevilgning over kap. 910
Departementet stiller 182 400 000 kroner til disposisjon på kap. 910, post 01. På post
21 stilles det 14,3 mill. kroner til disposisjon.
4.2 Fullmakter
Havnevesenet kan overskride bevilgningen på kap. 910, post 01 mot tilsvarende
merinntekter på kap. 3910, post 02.
5. Rapportering
Årsrapporten for 2016 skal sendes departementet innen 15. mars 2017. Virksomheten
skal dessuten rapportere per tertial, første gang innen 1. juni 2016.
Med hilsen
Liv Dal (e.f.)
avdelingsdirektør
Kari Moen
rådgiver
Dokumentet er elektronisk signert og har derfor ikke håndskrevne signaturer.
Kopi: Riksrevisjonen, Kystverket
"""
NYNORSK = """Hamnevesenet
Postboks 44
6001 ÅLESUND
Dykkar ref Vår ref Dato
15/4411-3 18.12.2015
Tildelingsbrev til Hamnevesenet for 2016
1 INNLEIING
Nærings- og fiskeridepartementet syner til Prop. 1 S (2015–2016) og Innst. 8 S
(2015–2016). Stortinget vedtok budsjettet 14. desember 2015, og departementet stiller
med dette midlane til rådvelde for Hamnevesenet. Kongen har gjeve departementet
fullmakt til dette, og departementet har drøfta brevet med etaten i to møte i november.
2 MÅL
Hamnevesenet skal sørgje for trygge hamner langs kysten. Etaten skal leggje særleg vekt
på å redusere ventetida for skip, og på samarbeid med kommunane om felles kaiar.
3 OPPDRAG
3.1 Slep av store skip
Hamnevesenet skal lage ein plan for slep av store skip i trange farvatn. Planen skal
sendast departementet innan 1. oktober 2016.
3.2 Kart over innseglinga
Hamnevesenet skal i samråd med Kystverket teikne nye kart over innseglinga til dei ti
største hamnene. Frist: 15. mars 2016.
Side 2
4 BUDSJETT
4.1 Løyving over kap. 910
Departementet stiller 182 400 000 kroner til rådvelde på kap. 910, post 01. På post
21 blir det stilt 14,3 mill. kroner til rådvelde.
4.2 Fullmakter
Hamnevesenet kan overskride løyvinga på kap. 910, post 01 mot tilsvarande
meirinntekter på kap. 3910, post 02.
5 RAPPORTERING
Årsrapporten for 2016 skal sendast departementet innan 15. mars 2017. Verksemda
skal dessutan rapportere per tertial, fyrste gong innan 1. juni 2016.
Med helsing
Liv Dal (e.f.)
avdelingsdirektør
Kari Moen
rådgjevar
Dokumentet er elektronisk signert og har derfor ikkje handskrivne underskrifter.
Kopi: Riksrevisjonen, Kystverket
"""
FORMS = {
    "as printed": lambda text: text,
    "a blank line after every line": lambda text: text.replace("\n", "\n\n"),
    "two blank lines after every line": lambda text: text.replace("\n", "\n\n\n"),
    "no line breaks": lambda text: text.replace("\n", " "),
    "the postal footer first": lambda text: (
        "Postadresse Kontoradresse Telefon Avdeling Saksbehandler\n"
        "Postboks 8004 Dep Kongens gate 20 22 24 90 90 Havneavdelingen Kari Lie\n"
        "0030 Oslo Org.nr. 22 24 57 12\npostmottak@nfd.dep.no www.nfd.dep.no 972 417 890\n" + text
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", [BOKMAL, NYNORSK], ids=["bokmål", "nynorsk"])
def test_a_letter_says_the_same_however_an_archive_printed_its_lines(text: str, form: str) -> None:
    letter = tildeling.parse_text(FORMS[form](text))
    assert (letter.date, letter.case_number) == (dt.date(2015, 12, 18), "15/4411-3")
    assert letter.title.startswith("Tildelingsbrev til Ha")
    assert letter.title.endswith("vesenet for 2016")
    numbers = [section.number for section in letter.sections]
    assert numbers == ["1", "2", "3", "3.1", "3.2", "4", "4.1", "4.2", "5"]
    assert [each.title for each in letter.assignments] == [
        section.title for section in letter.sections if section.number in ("3.1", "3.2")
    ]
    assert [[str(due.date) for due in each.deadlines] for each in letter.assignments] == [
        ["2016-10-01"],
        ["2016-03-15"],
    ]
    assert [(line.amount, line.chapter, line.post) for line in letter.financing] == [
        (182_400_000, 910, 1),
        (14_300_000, 910, 21),
    ]
    assert [one.name for one in letter.signatories] == ["Liv Dal (e.f.)", "Kari Moen"]
    assert letter.copies == ("Riksrevisjonen", "Kystverket")


def test_it_is_told_that_line_breaks_were_lost() -> None:
    def told(text: str) -> list[str]:
        findings = tildeling.parse_text(text).findings
        return [one.code for one in findings if one.severity != "info"]

    assert told(BOKMAL.replace("\n", " ")) == ["unread"]
    assert told(BOKMAL) == []


def test_a_text_with_a_line_for_each_paragraph_is_no_stream() -> None:
    paragraphs = ["Vi skal bygge kaier. " * 40, "2. Budsjett", "Dette kapittelet er langt. " * 60]
    text = "\n".join(["1. Mål", *paragraphs, "3. Rapportering", paragraphs[0]])
    assert not is_stream(text)
    assert unfolded(text) == text


def test_the_entries_of_a_contents_list_begin_no_sections() -> None:
    entries = (
        "Innhold 1. Innledning......2 2. Mål og prioriteringer for 2016......3 3. Oppdrag....4 "
    )
    stream = BOKMAL.replace("\n", " ").replace("1. Innledning", entries + "1. Innledning")
    numbers = [section.number for section in tildeling.parse_text(stream).sections]
    assert numbers == ["1", "2", "3", "3.1", "3.2", "4", "4.1", "4.2", "5"]


def test_a_row_of_dots_is_looked_at_once_for_where_it_ends() -> None:
    # From each of its dots anew, a stream of so many would take hours.
    assert unfolded("Innhold " + "." * 200_000 + " x").count(".") == 200_000
