"""Heads and titles in the forms that ministries use, read from whole letters."""

from __future__ import annotations

import datetime as dt

import pytest
from make import set_letter

import tildeling
from tildeling.letter import Letter

ADDRESS = "Målingstilsynet\nPostboks 71\n2027 KJELLER\n\n"
REFERENCES = "Deres ref          Vår ref            Dato\n{:19}{:19}{}\n\n"
BODY = "\nKunnskapsdepartementet viser til Prop. 1 S (2014–2015). Midlene disponeres av tilsynet.\n"


def with_title(title: str, *, addressed: bool = False) -> Letter:
    """A letter whose recipient stands in its title only, or also in an address."""
    head = REFERENCES.format("", "14/4711-6", "21.12.2014")
    return tildeling.parse_text((ADDRESS if addressed else "") + head + title + "\n" + BODY)


@pytest.mark.parametrize(
    ("references", "case_number", "day"),
    [
        (REFERENCES.format("", "11/4711-6", "21.12.2011"), "11/4711-6", (2011, 12, 21)),
        ("Dykkar ref Vår ref Dato\n14/312-2 09.01.2014", "14/312-2", (2014, 1, 9)),
        ("Deres ref Vår ref Dato 16/7120- 16.01.2017", "16/7120", (2017, 1, 16)),
        ("Vår refdato 11/402- KN 21.12.2011", "11/402", (2011, 12, 21)),
        ("Deres ref Vår ref Dato\n20110412321.12.2011", "201104123", (2011, 12, 21)),
        ("Deres ref Vår ref Dato\n19/4412-320.12.2019", "19/4412-3", (2019, 12, 20)),
        ("Deres ref Vår ref Dato\n15/4411-3", "15/4411-3", None),
        ("Saksnummer: 19/44\nDato: 20.12.2019", "19/44", (2019, 12, 20)),
        ("Sak/Dok.nr. 19/44-3\n20. desember 2019", "19/44-3", (2019, 12, 20)),
        ("Deres referanse Vår referanse Saksbehandler Dato\n19/44 Liv Moen 20.12.2019", "19/44",
         (2019, 12, 20)),
        ("Deres ref\n\nVår ref\n\n19/44-\n\nDato\n\n20.12.2019", "19/44", (2019, 12, 20)),
        (REFERENCES.format("", "13/4711-6/FD II 4/KRO", " 20.12.2013"), "13/4711-6/FD II 4/KRO",
         (2013, 12, 20)),
        (REFERENCES.format("", "200904321-/APR", "20.12.2009"), "200904321-/APR", (2009, 12, 20)),
        (REFERENCES.format("", "10/51-5 LSA", "28.01.16"), "10/51-5", (2016, 1, 28)),
        (REFERENCES.format("", "10/51-5", "17. 01.2011"), "10/51-5", (2011, 1, 17)),
        (REFERENCES.format("", "10/51-5", "19. DESEMBER 2016"), "10/51-5", (2016, 12, 19)),
        (REFERENCES.format("", "10/51-5", "- 12.2016"), "10/51-5", None),
        (REFERENCES.format("", "10/51-5", "X. februar 2011"), "10/51-5", None),
    ],
)  # fmt: skip
def test_references_are_read_in_every_form(
    references: str, case_number: str, day: tuple[int, int, int] | None
) -> None:
    letter = tildeling.parse_text(f"{ADDRESS}{references}\n\nTildelingsbrev for 2015\n{BODY}")
    assert letter.case_number == case_number
    assert letter.date == (dt.date(*day) if day else None)
    assert letter.agency is not None
    assert letter.agency.name == "Målingstilsynet"


@pytest.mark.parametrize(
    "title",
    [
        "Statsbudsjettet 2015 - Tildelingsbrev til Målingstilsynet",
        "STATSBUDSJETTET 2015 – TILDELINGSBREV FOR MÅLINGSTILSYNET",
        "Tildelingsbrev til Målingstilsynet 2015",
        "Tildelingsbrev Målingstilsynet 2015",
        "Endelig tildelingsbrev 2015 Målingstilsynet",
        "TILDELINGSBREV 2015 – MÅLINGSTILSYNET",
        "TILDELINGSBREV TIL MÅLINGSTILSYNET FOR BUDSJETTÅRET 2015",
        "TILDELINGSBREV FRA KUNNSKAPSDEPARTEMENTET TIL MÅLINGSTILSYNET 2015",
        "Statsbudsjettet for 2015 kap. 260 – Tildelingsbrev for Målingstilsynet",
        "Statsbudsjettet for 2015 kap. 280 post 51 Tildelingsbrev for Målingstilsynet",
        "Statsbudsjettet 2015 - kap. 729 Målingstilsynet - tildeling av bevilgning",
        "Korrigert tildelingsbrev for 2015 - Målingstilsynet",
        "REVIDERT OPPDRAGSBREV 2015 – MÅLINGSTILSYNET",
        "Tildelingsbrev 2015 – Målingstilsynet. Revidert per 12.06.2015",
        "Målingstilsynet - tilskuddsbrev 2015",
        "Statsbudsjettet 2015 - Belastningsfullmakt til Målingstilsynet",
    ],
)
def test_a_title_names_the_agency_with_or_without_til(title: str) -> None:
    letter = with_title(title)
    assert (letter.title, letter.kind, letter.budget_year) == (title, "base", 2015)
    assert letter.agency is not None
    assert letter.agency.name == "Målingstilsynet"


@pytest.mark.parametrize(
    "title",
    [
        "Tildelingsbrev for 2. halvår 2015",
        "Prop. 1 S (2014–2015) – tildeling av bevilgning for 2015",
        "Statsbudsjettet 2015 – Oppdragsbrev – Ramma er fastsett til 7,40 mill. kroner.",
        "Statsbudsjettet 2015 – kap. 553 – revidert oppdragsbrev",
        "Nysaldering 2015 – supplerende tildelingsbrev",
    ],
)
def test_a_title_without_an_agency_names_none(title: str) -> None:
    assert with_title(title).agency is None
    letter = with_title(title, addressed=True)
    assert letter.title == title
    assert letter.agency is not None
    assert letter.agency.name == "Målingstilsynet"


def test_an_addendum_is_told_by_what_it_says_of_itself() -> None:
    said = "Oppdragsbrev om kartlegging\n\nOppdraget kommer i tillegg til oppdragsbrevet av 7. mai."
    assert with_title(said).kind == "addendum"
    later = "Oppdragsbrev for 2015\n\nNye oppdrag kommer i supplerende tildelingsbrev."
    assert with_title(later).kind == "base"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("Norsk filmfond\nHovudkontoret\nPostboks 71\n2027 KJELLER", "Norsk filmfond"),
        ("Norsk polarinstitutt\nFyrbygget\nPostboks 71\n2027 KJELLER", "Norsk polarinstitutt"),
        ("Målingsrådet v/styret\nPostboks 71\n2027 KJELLER", "Målingsrådet"),
        ("999 888 777 Fylkesmannen i Fjordland\nPostboks 5\n5001 BERGEN",
         "Fylkesmannen i Fjordland"),
        ("Næringsfondet Postboks 44 Sentrum 0104 OSLO", "Næringsfondet"),
        ("Ifølge liste", None),
        ("Adressater i henhold til vedlagt liste", None),
    ],
)  # fmt: skip
def test_neither_office_house_nor_list_is_a_recipient(address: str, name: str | None) -> None:
    references = REFERENCES.format("", "11/4711-6", "21.12.2014")
    letter = tildeling.parse_text(f"{address}\n\n{references}Tildelingsbrev for 2015\n{BODY}")
    assert (letter.agency.name if letter.agency else None) == name


def test_a_frame_after_the_text_is_the_head() -> None:
    letter = tildeling.parse_text(
        "Statsbudsjettet 2018 – tildelingsbrev\n\nDepartementet viser til Prop. 1 S (2017–2018).\n"
        "\nMidlene er fordelt slik:\n\nNæringsfondet Postboks 44 Sentrum 0104 OSLO\n"
        "Deres ref Vår ref\n17/4411-9\nDato\n18. januar 2018\n(2)\n\nKap. 2429 Drift\n"
    )
    assert letter.agency is not None
    assert letter.agency.name == "Næringsfondet"
    assert (letter.case_number, letter.date) == ("17/4411-9", dt.date(2018, 1, 18))


TEXT = """
= Innleiing
Det vises til Prop. 1 S (2016–2017). Rapportar frå Finansdepartementet viser at brygger er dyre.

= Budsjett
Kap. 1115, post 01 blir stilt til disposisjon med 4 mill. kroner.
"""


def test_a_cover_has_ministry_title_agency_year_and_date_on_lines_of_their_own() -> None:
    cover = """#set text(11pt)
#v(6cm)
Kommunal- og moderniseringsdepartementet
#v(2cm)
#text(20pt)[*Tildelingsbrev*

*Statens kartverk*

*2017*]
#v(1cm)
15. januar 2017

Sak/Dok.nr. 16/5518-3
#pagebreak()
"""
    letter = tildeling.parse(set_letter(cover + TEXT))
    assert letter.title == "Tildelingsbrev Statens kartverk 2017"
    assert letter.agency is not None
    assert (letter.agency.name, letter.agency.key) == ("Statens kartverk", "kartverket")
    assert letter.ministry is not None
    assert letter.ministry.key == "kdd"
    assert (letter.case_number, letter.date) == ("16/5518-3", dt.date(2017, 1, 15))
    assert [section.title for section in letter.sections] == ["Innleiing", "Budsjett"]


def test_a_title_in_lines_gives_no_sections_and_takes_no_heading_under_it() -> None:
    head = """Målingstilsynet \\ Postboks 15 \\ 6025 ÅLESUND

#grid(columns: (5cm, 5cm, 5cm), [Deres ref], [Vår ref], [Dato], [], [16/7120-], [16.01.2017])

#text(14pt)[*TILDELINGSBREV TIL\\ MÅLINGSTILSYNET\\ FOR BUDSJETTÅRET 2017*]

*INNHOLD*
"""
    letter = tildeling.parse(set_letter(head + TEXT))
    assert letter.title == "TILDELINGSBREV TIL MÅLINGSTILSYNET FOR BUDSJETTÅRET 2017"
    assert [section.title for section in letter.sections] == ["Innleiing", "Budsjett"]


@pytest.mark.parametrize(
    ("domain", "day", "ministry"),
    [
        ("sd", "16.01.2017", "Samferdselsdepartementet"),
        ("oed", "16.01.2017", "Olje- og energidepartementet"),
        ("kud", "16.01.2017", "Kulturdepartementet"),
        ("kud", "16.01.2023", "Kultur- og likestillingsdepartementet"),
    ],
)
def test_a_domain_tells_the_ministry_and_a_mention_in_prose_does_not(
    domain: str, day: str, ministry: str
) -> None:
    source = f"""#set page(margin: (bottom: 3.5cm), footer: text(7pt, grid(columns: 3,
  column-gutter: 1cm, [Postadresse], [Kontoradresse], [Saksbehandler],
  [Postboks 8112 Dep], [Akersg. 59], [Liv Moen], [postmottak\\@{domain}.dep.no], [], [])))
#set text(11pt)
Målingstilsynet \\ Postboks 15 \\ 6025 ÅLESUND

#grid(columns: (5cm, 5cm, 5cm), [Deres ref], [Vår ref], [Dato], [], [16/7120-], [{day}])

*Tildelingsbrev*
"""
    letter = tildeling.parse(set_letter(source + TEXT))
    assert letter.ministry is not None
    assert letter.ministry.name == ministry


@pytest.mark.parametrize("mail", ["postmottak\\@kmd.d \\ ep.no", "postmottak\\@kmd.dep \\ .no"])
def test_a_domain_that_a_narrow_cell_breaks_tells_the_ministry(mail: str) -> None:
    source = f"""#set page(margin: (bottom: 3.5cm), footer: text(7pt, grid(columns: 2,
  column-gutter: 1cm, [Postadresse], [Kontoradresse], [{mail}], [Akersg. 59])))
#set text(11pt)
Målingstilsynet \\ Postboks 15 \\ 6025 ÅLESUND

#grid(columns: (5cm, 5cm, 5cm), [Deres ref], [Vår ref], [Dato], [], [16/7120-], [16.01.2019])

*Tildelingsbrev*
"""
    letter = tildeling.parse(set_letter(source + TEXT))
    assert letter.ministry is not None
    assert letter.ministry.name == "Kommunal- og moderniseringsdepartementet"


@pytest.mark.parametrize(
    ("sentence", "ministry"),
    [
        ("Klimadepartementet følger i dette tillegget opp Stortingets vedtak.", True),
        ("Klimadepartementet justerer med dette rammene for tilsynet.", True),
        ("Klimadepartementet leder arbeidet med ny lov.", False),
    ],
)
def test_what_a_ministry_does_by_the_letter_tells_the_sender(sentence: str, ministry: bool) -> None:
    head = REFERENCES.format("", "14/4711-6", "21.12.2014")
    text = f"{head}Tildelingsbrev for 2015\n\n{sentence}\n"
    found = tildeling.parse_text(text).ministry
    assert (found and found.name) == ("Klimadepartementet" if ministry else None)


@pytest.mark.parametrize("value", ["17/4019- 22.12.2017", "17/4019-3 22.12.2017"])
def test_address_and_references_may_float_in_the_middle_of_the_first_page(value: str) -> None:
    source = f"""#set text(10pt)
#text(14pt)[*Målingstilsynet – endelig tildelingsbrev for 2018*]

#text(12pt)[*1 Innledning*]

Departementet viser til vedtak i Stortinget 14. desember 2017.

#grid(columns: (9cm, 5cm), row-gutter: 6pt, [Målingstilsynet], [Deres ref], [Postboks 15], [],
  [6025 ÅLESUND], [Vår refDato], [], [{value}])

#text(12pt)[*2 Budsjett*]

Midlene disponeres av tilsynet.
"""
    letter = tildeling.parse(set_letter(source))
    assert letter.case_number is not None
    assert letter.case_number.startswith("17/4019")
    assert str(letter.date) == "2017-12-22"
    assert letter.agency is not None
    assert letter.agency.name == "Målingstilsynet"


def test_a_number_and_date_set_as_one_under_labels_set_as_one() -> None:
    text = "Deres ref          Vår refDato\n19/4412-320.12.2019\n\nTildelingsbrev for 2020\n"
    letter = tildeling.parse_text(ADDRESS + text + BODY)
    assert (letter.case_number, str(letter.date)) == ("19/4412-3", "2019-12-20")


@pytest.mark.parametrize(
    "name",
    [
        "IMDi",
        "Integrerings- og mangfoldsdirektoratet",
        "Integrering- og mangfoldsdirektoratet",
        "INTEGRERINGS- OG MANGFOLDSDIREKTORATET",
    ],
)
def test_a_body_has_one_key_however_it_is_written(name: str) -> None:
    agency = with_title(f"Tildelingsbrev for 2015 til {name}").agency
    assert agency is not None
    assert agency.key == "imdi"


def test_an_unknown_body_has_no_key() -> None:
    agency = with_title("Tildelingsbrev for 2015 til Målingstilsynet").agency
    assert agency is not None
    assert agency.key is None


def test_a_short_form_in_the_title_gives_the_name_that_the_letter_prints() -> None:
    body = "\n\nNasjonal kommunikasjonsmyndighet får nye midler."
    agency = with_title("Tillegg nr. 3 til tildelingsbrev 2015 til Nkom" + body).agency
    assert agency is not None
    assert (agency.name, agency.abbreviation) == ("Nasjonal kommunikasjonsmyndighet", "Nkom")


def test_an_addendum_may_tell_of_next_years_budget() -> None:
    letter = tildeling.parse_text(
        "Dato: 9. desember 2024\n\nSupplerende tildelingsbrev nr. 3 til Kystdirektoratet\n\n"
        "Oppdrag TB2024-8: Felles øvelse\n\nDirektoratet skal delta i øvelsen.\n\n"
        "I Prop. 1 S (2024–2025) foreslår regjeringen 151 mill. kroner. Tildelingsbrev for 2025 "
        "sendes senere.\n"
    )
    assert (letter.kind, letter.budget_year) == ("addendum", 2024)
