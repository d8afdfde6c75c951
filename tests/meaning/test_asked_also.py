"""Requests in a paragraph of their own after other assignments."""

from __future__ import annotations

import datetime as dt

import pytest

from set_letters import BASE, read_letter
from tildeling.letter import Letter

_GAP = "#v(9pt)\n"
BULLETS = (
    "Tilsynet skal i 2025 løse følgende oppdrag:\n- Lage et varsel for fyr innen 1. mai 2025.\n"
    "- Måle støy ved kaier innen 1. juni 2025.\n\n"
)
LABELS = (
    "*Varsel for fyr*\n\n*Bakgrunn:* Vinden øker.\n\n*Oppdrag:* Lage varsel.\n\n*Frist:* 1. mai\n\n"
    "*Støy ved kaier*\n\n*Bakgrunn:* Byen vokser.\n\n*Oppdrag:* Måle støy.\n\n*Frist:* 1. juni\n\n"
)
OVERVIEW = (
    "#table(columns: (1fr, 3cm), [*Oppdrag*], [*Frist*], [Varsel for fyr], [1. mai 2025], "
    "[Støy ved kaier], [1. juni 2025])\n\n"
)
TITLES = (
    "*Varsel for fyr*\n\nTilsynet skal lage et varsel. Det sendes innen 1. mai 2025.\n\n"
    f"*Støy ved kaier*\n\nTilsynet skal måle støyen. Svar sendes innen 1. juni 2025.\n\n{_GAP}"
)
PARAGRAPHS = (
    "Departementet ber tilsynet lage et varsel for fyr, og ta med de minste havnene langs kysten "
    f"der varsler trengs mest. Svar sendes innen 1. mai 2025.\n\n{_GAP}"
    "Departementet ber tilsynet måle støyen ved kaiene, og ta hensyn til hvor mange som bor ved "
    f"dem. Svar sendes innen 1. juni 2025.\n\n{_GAP}"
)


def letter(body: str) -> Letter:
    return read_letter(
        "#heading(numbering: none)[1. Innledning]\nTilsynet har ansvar for fyr.\n"
        f"#heading(numbering: none)[2. Oppdrag i 2025]\n{body}\n"
        "#heading(numbering: none)[3. Rapportering]\nÅrsrapporten sendes som før.\n",
        title=BASE,
        date="20. desember 2024",
    )


@pytest.mark.parametrize("before", [BULLETS, LABELS, OVERVIEW, TITLES, PARAGRAPHS])
@pytest.mark.parametrize(
    "asks",
    [
        "Departementet ber videre om at Familievernstilsynet gjennomgår ordningen med lanterner og "
        "innen 1. september 2025 gir en anbefaling om hvem som bør ha dem.",
        "Vi ber dessutan om at tilsynet oppdaterer oversikta over skjer, og at ho blir send innan "
        "1. september 2025.",
        "Departementet ber elles om at tilsynet, etter råd frå Kystverket, kartlegg lykter i nord "
        "innan 1. september 2025.",
        "I tillegg bes tilsynet om å kartlegge lykter i nord innen 1. september 2025.",
        "Tilsynet blir også bedt om å kartlegge lykter i nord innen 1. september 2025.",
        "Departementet vil også be tilsynet kartlegge lykter i nord innen 1. september 2025.",
        "BFD ber også om en oversikt over lykter i nord innen 1. september 2025.",
        "Departementet ber også om at ordningen med lanterner evalueres innen 1. september 2025.",
    ],
)
def test_a_request_after_other_assignments_is_one_of_its_own(before: str, asks: str) -> None:
    read = letter(before + asks)
    first, second, own = read.assignments
    assert (own.title, own.description, own.section) == (None, asks, "2")
    assert [each.date for each in own.deadlines] == [dt.date(2025, 9, 1)]
    assert [len(each.deadlines) for each in (first, second)] == [1, 1]
    assert not read.deadlines


@pytest.mark.parametrize("before", [BULLETS, LABELS, OVERVIEW, TITLES])
@pytest.mark.parametrize(
    "told",
    [
        "Vi ber også om at avvik rapporteres til departementet innen 1. oktober 2025.",
        "Departementet ber også om at tilsynet rapporterer på bruken av fyr i årsrapporten.",
        "Departementet ber også om at oppdragene leveres på e-post.",
        "Departementet ber også om at tilsynet gir en kort status for arbeidet innen 1. august.",
        "Departementet ber også alle virksomheter om å følge rundskrivet.",
        "Departementet ber også Kystverket om å kartlegge lykter innen 1. september 2025.",
        "Departementet har også bedt tilsynet om å kartlegge lykter innen 1. september 2024.",
        "Departementet vil også vurdere gebyrene innen 1. september 2025.",
        "Vi ber også om å bli orientert dersom fristene ikke kan holdes.",
    ],
)
def test_what_is_told_beside_assignments_is_none(before: str, told: str) -> None:
    assert len(letter(before + told).assignments) == 2


def test_under_a_title_a_request_without_a_day_is_part_of_its_assignment() -> None:
    asks = "Departementet ber også om at tilsynet ser på støy fra båter."
    assert len(letter(TITLES + asks).assignments) == 2


def test_a_request_before_the_label_of_its_day_is_part_of_what_is_labelled() -> None:
    asks = "Departementet ber også om at tilsynet teller båter i havnene, og skiller på størrelse."
    body = LABELS.replace("*Frist:* 1. juni", f"{asks}\n\n*Frist:* 1. juni")
    found = letter(body).assignments
    assert [each.title for each in found] == ["Varsel for fyr", "Støy ved kaier"]
