"""Letterheads, titles, headers and footers."""

from __future__ import annotations

from dataclasses import replace

from letters.draft import Draft, Form
from letters.texts import INTRODUCTION, REPORTING, Said
from tildeling.letter import LetterKind

TITLES: tuple[tuple[str, str, LetterKind, int | None], ...] = (
    (
        "Statsbudsjettet 2024 – tildelingsbrev",
        "Statsbudsjettet 2024 – tildelingsbrev",
        "base",
        None,
    ),
    ("Iverksettingsbrev for 2024", "Iverksetjingsbrev for 2024", "base", None),
    ("Disponeringsbrev for 2024 – {agency}", "Disponeringsbrev for 2024 – {agency}", "base", None),
    ("Oppdragsbrev 2024 til {agency}", "Oppdragsbrev 2024 til {agency}", "base", None),
    ("Tilskuddsbrev for 2024", "Tilskotsbrev for 2024", "base", None),
    (
        "Revidert tildelingsbrev for 2024 – {agency}",
        "Revidert tildelingsbrev for 2024 – {agency}",
        "base",
        None,
    ),
    (
        "Korrigering av tildelingsbrev for 2024 til {agency}",
        "Korrigering av tildelingsbrev for 2024 til {agency}",
        "addendum",
        None,
    ),
    (
        "Supplerende tildelingsbrev nr. 3 – {agency}",
        "Supplerande tildelingsbrev nr. 3 – {agency}",
        "addendum",
        3,
    ),
    (
        "Tillegg nr. 12 til tildelingsbrev for 2024",
        "Tillegg nr. 12 til tildelingsbrev for 2024",
        "addendum",
        12,
    ),
    (
        "{agency} – tillegg nr. 2 til tildelingsbrev 2024",
        "{agency} – tillegg nr. 2 til tildelingsbrev 2024",
        "addendum",
        2,
    ),
    ("Oppdragsdokument 2024", "Oppdragsdokument 2024", "base", None),
    (
        "Tildelingsbrev 2024 – {agency} – tillegg 4",
        "Tildelingsbrev 2024 – {agency} – tillegg 4",
        "addendum",
        4,
    ),
    (
        "Statsbudsjettet for 2024 – Tildeling av midler til {agency}",
        "Statsbudsjettet for 2024 – Tildeling av midlar til {agency}",
        "base",
        None,
    ),
    (
        "Endelig tildelingsbrev for 2024 til {agency}",
        "Endeleg tildelingsbrev for 2024 til {agency}",
        "base",
        None,
    ),
    (
        "Tilleggsbrev nr. 2 til tildelingsbrev for 2024 til {agency}",
        "Tilleggsbrev nr. 2 til tildelingsbrev for 2024 til {agency}",
        "addendum",
        2,
    ),
    (
        "Revidert nasjonalbudsjett 2024 – supplerende tildelingsbrev til {agency}",
        "Revidert nasjonalbudsjett 2024 – supplerande tildelingsbrev til {agency}",
        "addendum",
        None,
    ),
)
FOOTER = (
    ("Postadresse", "Postboks 8013 Dep", "0030 Oslo"),
    ("Kontoradresse", "Kongens gate 20", "postmottak@dep.no"),
    ("Telefon*", "22 24 90 90", "Org.nr. 972 417 882"),
    ("Saksbehandler", "Ola Nordmann", "22 24 58 31"),
)
PRIORITIES = Said("Prioriteringer", "Prioriteringar")


def letterhead(draft: Draft, number: int) -> None:
    """Every design of a letterhead with four of the titles, half of them in each language."""
    nb, nn, kind, addendum = TITLES[number // 2]
    header = f"{draft.say('Tildelingsbrev')} 2024" if number % 3 == 0 else ""
    footer = FOOTER if number % 4 < 2 else ()
    draft.page = replace(draft.page, header=header, footer=footer)
    draft.letterhead(
        number // 2 + number % 2 * 3,
        "2024-02-27",
        addendum=addendum,
        title=draft.say(nb, nn),
        kind=kind,
    )
    for place, section in enumerate((INTRODUCTION, PRIORITIES, REPORTING)):
        draft.heading(f"{place + 1}.", section)
        draft.sentences(*range(place, place + 8))
    draft.close(number)


FORMS = (Form("letterheads and titles", letterhead, letters=2 * len(TITLES)),)
