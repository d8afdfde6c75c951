"""Letters are told from documents that only speak of one."""

from __future__ import annotations

import pytest
from make import set_letter

import tildeling
from set_letters import found, read_letter

# Each a first line, and what such a document goes on with.
OTHERS = [
    ("Årsrapport 2024", "I tildelingsbrevet for 2024 fikk vi i oppdrag å telle holmer. Kap. 1115."),
    ("Fjordtilsynets årsmelding for 2024", "Oppdrag i tildelingsbrevet er utførte. Post 01."),
    ("Tertialrapport 2. tertial 2024", "Rapporten gjelder oppdrag i tildelingsbrevet for 2024."),
    ("Rapportering på tildelingsbrev 2024 – Fjordtilsynet", "Oppdrag 2024-01 er levert."),
    ("Referat fra etatsstyringsmøte 12. juni", "Tildelingsbrevet ble gjennomgått. Kap. 1115."),
    ("Virksomhetsplan 2025 for Fjordtilsynet", "Planen følger opp tildelingsbrevet for 2025."),
    ("Verksemdsplan 2025", "Planen følgjer opp tildelingsbrevet. Oppdrag 2025-03: Holmar."),
    ("Forslag til tildelingsbrev 2026 til Fjordtilsynet", "Tilsynet foreslår kap. 1115, post 01."),
    ("Innspill til tildelingsbrev for 2026", "Tilsynet ønsker et oppdrag om holmer."),
    ("Styresak 14/2025 Tildelingsbrev for 2025", "Styret tar tildelingsbrevet til orientering."),
    ("Tildelingsbrevene for 2025 er publisert", "Departementene har i dag sendt tildelingsbrev."),
    ("Fjordtilsynet har fått tildelingsbrev for 2025", "Oppdrag om holmer er nytt i år."),
    ("Evaluering av tildelingsbrev i staten", "Denne rapporten ser på tildeling og oppdrag."),
    ("Høringsnotat – endringer i barnevernsloven", "Oppdrag er gitt i tildelingsbrevet. Post 01."),
    ("Rundskriv R-6/2025 Utforming av tildelingsbrev", "Rundskrivet gjelder tildeling av kap. 1."),
    ("Rammeavtale om drift av ferjer", "Oppdragsgiver viser til tildelingsbrevet, kap. 1320."),
    ("Ledig stilling som økonomisjef", "Tilsynet får tildeling og oppdrag i tildelingsbrev."),
    ("Prop. 1 S (2024–2025) Proposisjon til Stortinget", "Statsbudsjettet. Kap. 1115, post 01."),
]


def plain(title: str, body: str) -> bytes:
    """A document of one page in Typst."""
    return set_letter(f"#set page(margin: 3cm)\n#text(16pt)[*{title}*]\n\n{body}\n\n{body}\n")


@pytest.mark.parametrize(("title", "body"), OTHERS)
def test_a_document_that_speaks_of_a_letter_is_none(title: str, body: str) -> None:
    with pytest.raises(tildeling.NotAnAllocationLetterError):
        tildeling.parse(plain(title, body))


def test_the_error_names_the_sign_that_decided() -> None:
    with pytest.raises(tildeling.NotAnAllocationLetterError, match="Årsrapport 2024"):
        tildeling.parse(plain(*OTHERS[0]))


def test_a_report_that_is_set_as_a_letter_is_told() -> None:
    letter = read_letter(
        "Vi viser til tildelingsbrevet. Oppdrag 2025-01 er levert.",
        title="Rapportering på tildelingsbrev for 2025",
    )
    assert ("not_sure_a_letter", None) in found(letter, "warning")
    (doubt,) = [one for one in letter.findings if one.code == "not_sure_a_letter"]
    assert doubt.evidence[0].text == "Rapportering på tildelingsbrev for 2025"


def test_a_letter_with_nothing_but_a_title_is_told() -> None:
    letter = tildeling.parse_text("Tildelingsbrev for 2026\n\nKap. 1115, post 01\n")
    assert found(letter) == [("not_sure_a_letter", None)]


TITLES = [
    "Statsbudsjettet 2025 – tildelingsbrev",
    "STATSBUDSJETTET 2025 – TILDELINGSBREV FOR FAMILIEVERNSTILSYNET",
    "Tildelingsbrev til Familievernstilsynet for 2025 – krav til årsrapport",
    "Endelig tildelingsbrev for 2025",
    "Statsbudsjettet for 2025 kap. 846 post 01 Tildelingsbrev for Familievernstilsynet",
    "Statsbudsjettet 2025 – kap. 846 Familievernstilsynet – tildeling av bevilgning",
    "Prop. 1 S (2024–2025) – overføring av bevilgning for 2025",
    "Oppdragsbrev med oppdrag om å opprette et senter",
    "Familievernstilsynet – tilskuddsbrev for 2025",
    "Tilskotsbrev 2025",
    "Statsbudsjettet 2025 – Kap. 846, post 72 – Tilsagn om tilskudd på inntil kr 450 000",
    "Overføringsbrev 2025",
    "Hovedinstruks for Familievernstilsynet",
    "Retningslinjer for tilskudd og tildelingsbrev 2025",
    "Virksomhets- og økonomiinstruks for Familievernstilsynet",
    "INSTRUKS TIL DIREKTØREN FOR FAMILIEVERNSTILSYNET",
    "Iverksettingsbrev 2025",
    "OPPDRAG OG BESTILLING 2025 FOR FAMILIEVERN HF",
    "Orienteringsbrev – statsbudsjettet 2025",
    "Mål- og disponeringsbrev 2025",
    "Tildeldelingsbrev for 2025 til Familievernstilsynet",
    "Tillegg nr. 2 til tildelingsbrev – rapport om barnevernet",
    "Supplerande tildelingsbrev nr. 1 – handlingsplan mot vald",
    "Strategi for familievern – oppdragsbrev 2025",
]


@pytest.mark.parametrize("title", TITLES)
def test_letters_under_all_titles_are_read_without_a_doubt(title: str) -> None:
    letter = read_letter("Departementet viser til Prop. 1 S (2024–2025).", title=title)
    assert letter.title == title
    assert found(letter) == []
    assert letter.agency is not None
    assert letter.agency.name == "Familievernstilsynet"


def test_a_departments_field_is_no_document() -> None:
    head = "Kunnskapsdepartementet\nAvdeling for strategi\n\nVår ref.: 25/1\nDato: 11.03.2025\n\n"
    body = "Tildelingsbrev for 2025\n\nVi viser til møtet.\n"
    assert found(tildeling.parse_text(head + body)) == []


def test_a_grant_from_a_directorate_is_a_letter() -> None:
    text = """Helsedirektoratet

Stiftelsen Naustet
v/styret
Sjøgata 3
8006 BODØ

Vår ref.: 25/1187-12
Dato: 11.03.2025

Statsbudsjettet 2025 kap. 765 post 72 – Tilskuddsbrev

Helsedirektoratet viser til søknad av 14. oktober 2024 og tildeler med dette kr 850 000.
"""
    letter = tildeling.parse_text(text)
    assert letter.agency is not None
    assert letter.agency.name == "Stiftelsen Naustet"
    assert not [one for one in letter.findings if one.code == "not_sure_a_letter"]
