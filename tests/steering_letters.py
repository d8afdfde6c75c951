"""Two base letters and an addendum of one body, set as PDF: goals, reporting, authorisations."""

from __future__ import annotations

from functools import cache

from set_letters import BASE, read_letter
from tildeling.letter import Letter

BODY = """
#heading(numbering: none)[1. Innledning]
Familievernstilsynet skal sørge for at familier får god hjelp.
#heading(numbering: none)[2. Mål og styringsparametere]
#heading(numbering: none, level: 2)[Mål 1: Familier får hjelp i tide]
Styringsparametere:
#table(columns: 2, [Styringsparameter], [Krav {year}],
  [Andel saker avgjort innen fristen], [minst {share} prosent],
  [Gjennomsnittlig ventetid ved kontorene], [under {weeks} uker]{counted})
{second}
#heading(numbering: none)[3. Rapportering]
Familievernstilsynet skal rapportere om følgende i årsrapporten for {year}, som sendes
innen {day}. mars {next}:
- status for arbeidet med samtaler for foreldre
- {other}
#heading(numbering: none)[4. Fullmakter]
Familievernstilsynet har fullmakt til å pådra staten forpliktelser ut over bevilgningen
på kap. 842 post 21 for inntil {ceiling} mill. kroner.
Familievernstilsynet har fullmakt til å overskride bevilgningen på kap. 842 post 01
mot tilsvarende merinntekter på kap. 3842 post 02.
"""
ADDED = """
#heading(numbering: none)[Rapportering]
Familievernstilsynet skal rapportere om bruken av tolk i årsrapporten for 2025, som sendes
innen 15. mars 2026.
#heading(numbering: none)[Fullmakter]
Familievernstilsynet har fullmakt til å pådra staten forpliktelser ut over bevilgningen
på kap. 842 post 21 for inntil 9 mill. kroner.
"""


@cache
def first_year() -> Letter:
    """The base letter for 2025."""
    body = BODY.format(
        year=2025,
        next=2026,
        share=85,
        weeks=4,
        counted=", [Antall samtaler], [4 000]",
        second="#heading(numbering: none, level: 2)[Mål 2: Barn blir hørt]\\n"
        "Barn skal få si sin mening i alle saker.",
        day=15,
        other="bruk av konsulenter",
        ceiling=5,
    )
    return read_letter(body, title=BASE, date="20. desember 2024")


@cache
def second_year() -> Letter:
    """The base letter for 2026: a target and a ceiling moved, a goal and an indicator dropped."""
    body = BODY.format(
        year=2026,
        next=2027,
        share=90,
        weeks=4,
        counted="",
        second="#heading(numbering: none, level: 2)[Mål 2: Kontorene når hele landet]\\n"
        "Det skal være et tilbud i alle kommuner.",
        day=1,
        other="tiltak mot vold i nære relasjoner",
        ceiling="6,5",
    )
    title = BASE.replace("2025", "2026")
    return read_letter(body, title=title, date="19. desember 2025")


@cache
def addendum() -> Letter:
    """An addendum to the letter for 2025: something more to report, another ceiling."""
    return read_letter(ADDED)
