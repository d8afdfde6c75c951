"""What letters ask for, and the words they ask with: drawn one by one into letters."""

from __future__ import annotations

import calendar
import datetime as dt
import random
from dataclasses import dataclass

from letters.draft import Draft
from letters.texts import MONTHS, Said
from letters.truth import Due

YEAR = 2026


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work: what is to be done, as an infinitive, and a title for it."""

    infinitive: Said
    title: Said


WORKS = (
    Work(
        Said("kartlegge tilgangen på tolker", "kartleggje tilgangen på tolkar"),
        Said("Tilgangen på tolker", "Tilgangen på tolkar"),
    ),
    Work(
        Said(
            "utarbeide en veileder for kommunenes arbeid med flom",
            "utarbeide ein rettleiar for arbeidet kommunane gjer mot flaum",
        ),
        Said("Veileder om flom", "Rettleiar om flaum"),
    ),
    Work(
        Said("vurdere om gebyrene dekker kostnadene", "vurdere om gebyra dekkjer kostnadene"),
        Said("Gjennomgang av gebyrer", "Gjennomgang av gebyr"),
    ),
    Work(
        Said(
            "foreslå endringer i forskriften om småkraftverk",
            "foreslå endringar i forskrifta om småkraftverk",
        ),
        Said("Forskrift om småkraftverk", "Forskrift om småkraftverk"),
    ),
    Work(
        Said(
            "gjennomgå rutinene for tilsyn med fiskeoppdrett",
            "gå gjennom rutinane for tilsyn med fiskeoppdrett",
        ),
        Said("Rutiner for tilsyn med fiskeoppdrett", "Rutinar for tilsyn med fiskeoppdrett"),
    ),
    Work(
        Said(
            "etablere et nasjonalt register over brønner",
            "etablere eit nasjonalt register over brønnar",
        ),
        Said("Nasjonalt brønnregister", "Nasjonalt brønnregister"),
    ),
    Work(
        Said(
            "evaluere tilskuddsordningen for frivillige organisasjoner",
            "evaluere tilskotsordninga for frivillige organisasjonar",
        ),
        Said("Evaluering av tilskuddsordningen", "Evaluering av tilskotsordninga"),
    ),
    Work(
        Said("utrede felles løsninger for arkiv", "greie ut felles løysingar for arkiv"),
        Said("Felles arkivløsninger", "Felles arkivløysingar"),
    ),
    Work(
        Said(
            "oppdatere handlingsplanen mot fremmede arter",
            "oppdatere handlingsplanen mot framande artar",
        ),
        Said("Handlingsplan mot fremmede arter", "Handlingsplan mot framande artar"),
    ),
    Work(
        Said(
            "bistå fylkeskommunene med planer for vannregionene",
            "hjelpe fylkeskommunane med planar for vassregionane",
        ),
        Said("Planer for vannregionene", "Planar for vassregionane"),
    ),
    Work(
        Said(
            "legge frem et forslag til ny modell for beredskapslagre",
            "leggje fram eit framlegg til ny modell for beredskapslager",
        ),
        Said("Ny modell for beredskapslagre", "Ny modell for beredskapslager"),
    ),
    Work(
        Said("lede arbeidet med en felles kjøreplan", "leie arbeidet med ein felles køyreplan"),
        Said("Felles kjøreplan", "Felles køyreplan"),
    ),
    Work(
        Said(
            "oversende en statusrapport om universell utforming",
            "sende ein statusrapport om universell utforming",
        ),
        Said("Universell utforming", "Universell utforming"),
    ),
    Work(
        Said(
            "delta i arbeidsgruppen for nye energimål",
            "delta i arbeidsgruppa for nye energimål",
        ),
        Said("Arbeidsgruppe for nye energimål", "Arbeidsgruppe for nye energimål"),
    ),
)
# {agency} is told to do {work}.
REQUESTS = (
    Said("{agency} skal {work}.", "{agency} skal {work}."),
    Said(
        "Departementet ber {agency} om å {work}.",
        "Departementet ber {agency} om å {work}.",
    ),
    Said("{agency} bes {work}.", "Vi ber {agency} {work}."),
    Said("{agency} får i oppdrag å {work}.", "{agency} får i oppdrag å {work}."),
    Said("{agency} gis i oppdrag å {work}.", "{agency} blir gitt i oppdrag å {work}."),
    Said(
        "Departementet ber om at {agency} går i gang med å {work}.",
        "Departementet ber om at {agency} tek til med å {work}.",
    ),
    Said("Vi ber {agency} om å {work}.", "Vi ber {agency} om å {work}."),
    Said("{agency} må i 2026 {work}.", "{agency} må i 2026 {work}."),
)
# A list of infinitives follows.
ASKING = (
    Said("Departementet ber {agency} om å:", "Departementet ber {agency} om å:"),
    Said("{agency} skal i 2026:", "{agency} skal i 2026:"),
    Said("{agency} får i oppdrag å:", "{agency} får i oppdrag å:"),
    Said("Vi ber i 2026 {agency} om å:", "Vi ber i 2026 {agency} om å:"),
)
# A list of sentences follows.
ANNOUNCING = (
    Said("{agency} gis følgende oppdrag i 2026:", "{agency} får desse oppdraga i 2026:"),
    Said("Departementet gir {agency} disse oppdragene:", "Departementet gjev {agency} oppdraga:"),
    Said(
        "I 2026 ber vi om at {agency} gjennomfører følgende oppdrag:",
        "I 2026 ber vi om at {agency} gjennomfører desse oppdraga:",
    ),
    Said("Oppdragene for 2026 er:", "Oppdraga for 2026 er:"),
)
HEADINGS = (
    Said("Oppdrag", "Oppdrag"),
    Said("Oppdrag i 2026", "Oppdrag i 2026"),
    Said("Nye oppdrag", "Nye oppdrag"),
    Said("Særskilte oppdrag", "Særskilde oppdrag"),
    Said("Oppdrag for 2026", "Oppdrag for 2026"),
    Said("Prioriterte oppdrag", "Prioriterte oppdrag"),
    Said("Spesielle oppdrag", "Spesielle oppdrag"),
    Said("Andre oppdrag", "Andre oppdrag"),
)
# What is said of a piece of work besides; it sets no deadline.
REMARKS = (
    Said(
        "Arbeidet skal gjøres i samråd med berørte etater.",
        "Arbeidet skal gjerast i samråd med etatane det gjeld.",
    ),
    Said(
        "Forslaget skal omfatte kostnader og nytte.",
        "Framlegget skal omfatte kostnader og nytte.",
    ),
    Said(
        "Virkningene for kommunene skal beskrives særskilt.",
        "Verknadene for kommunane skal omtalast særskilt.",
    ),
    Said(
        "Det vises til omtale i Prop. 1 S (2025–2026).",
        "Vi viser til omtale i Prop. 1 S (2025–2026).",
    ),
    Said("Brukerne skal trekkes inn.", "Brukarane skal trekkjast inn."),
    Said(
        "Forskriften ble sist endret 1. juli 2023.",
        "Forskrifta vart sist endra 1. juli 2023.",
    ),
    Said(
        "Kommunene skal etter planen ta ordningen i bruk fra 1. januar 2028.",
        "Kommunane skal etter planen ta ordninga i bruk frå 1. januar 2028.",
    ),
)
# The last day is said in a sentence of its own.
DUE = (
    Said("Fristen er {date}.", "Fristen er {date}."),
    Said("Oppdraget skal være gjennomført {date}.", "Oppdraget skal vere gjennomført {date}."),
    Said("Arbeidet skal sluttføres innen {date}.", "Arbeidet skal sluttførast innan {date}."),
    Said("Svarfrist er {date}.", "Svarfrist er {date}."),
    Said(
        "Departementet imøteser en plan innen {date}.",
        "Departementet ser fram til ein plan innan {date}.",
    ),
    Said("Arbeidet skal være ferdig innen {date}.", "Arbeidet skal vere ferdig innan {date}."),
    Said(
        "Resultatet oversendes departementet senest {date}.",
        "Resultatet skal sendast departementet seinast {date}.",
    ),
    Said("Rapport leveres {date}.", "Rapport skal leverast {date}."),
    Said("Vi ber om å få svaret innen {date}.", "Vi ber om å få svaret innan {date}."),
    Said(
        "Departementet ber om en skriftlig tilbakemelding innen {date}.",
        "Departementet ber om ei skriftleg tilbakemelding innan {date}.",
    ),
    Said("Utkast legges fram {date}.", "Utkast skal leggjast fram {date}."),
    Said("Rapporten skal foreligge {date}.", "Rapporten skal liggje føre {date}."),
    Said(
        "Forslaget skal være departementet i hende senest {date}.",
        "Framlegget skal vere departementet i hende seinast {date}.",
    ),
    Said("Endelig rapport skal sendes {date}.", "Endeleg rapport skal sendast {date}."),
)
DUE_LABELS = (
    Said("Frist", "Frist"),
    Said("Leveringsfrist", "Leveringsfrist"),
    Said("Frist for oppdraget", "Frist for oppdraget"),
    Said("Frist for tilbakemelding", "Frist for tilbakemelding"),
    Said("Tidsfrist", "Tidsfrist"),
    Said("Svarfrist", "Svarfrist"),
)


@dataclass(frozen=True, slots=True)
class Day:
    """A last day, as printed and as meant."""

    shown: str
    due: Due


def drawn_day(chance: random.Random) -> Day:
    """A day of the year; half of the letters' days carry a year."""
    day = dt.date(YEAR, chance.randint(2, 12), chance.randint(1, 28))
    month = MONTHS[day.month - 1]
    shown = chance.choice((f"{day.day}. {month} {YEAR}", f"{day.day}. {month}", f"{day:%d.%m.%Y}"))
    return Day(shown, Due(day))


def drawn_period(chance: random.Random) -> Day:
    """A day, or the end of a month: what can stand after "innen" and in a cell."""
    if chance.random() < 0.8:
        return drawn_day(chance)
    month = chance.randint(2, 12)
    last = dt.date(YEAR, month, calendar.monthrange(YEAR, month)[1])
    return Day(f"utgangen av {MONTHS[month - 1]} {YEAR}", Due(last))


def agency_of(draft: Draft) -> str:
    """Whom the letter is written to."""
    assert draft.truth.head
    return draft.truth.head.agency
