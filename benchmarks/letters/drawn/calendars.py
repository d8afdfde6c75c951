"""Calendars: what is to be handed in and when, with meetings among it."""

from __future__ import annotations

import calendar
import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letters.draft import Draft, Form
from letters.drawn.opening import closed, opened
from letters.drawn.works import YEAR
from letters.elements import Paragraph, Ruling, Table, cells
from letters.texts import MONTHS, Said
from letters.truth import Due

RULINGS: tuple[Ruling, ...] = ("full", "none", "horizontal", "inner", "heading")
HEADINGS = (
    Said("Styringskalender", "Styringskalender"),
    Said("Styringskalender for 2026", "Styringskalender for 2026"),
    Said("Rapporteringskalender", "Rapporteringskalender"),
    Said("Kalender for styringsdialogen", "Kalender for styringsdialogen"),
    Said("Rapportering og møter", "Rapportering og møte"),
    Said("Viktige datoer", "Viktige datoar"),
    Said("Frister i 2026", "Fristar i 2026"),
)
HANDED_IN = (
    Said("Årsrapport for 2025", "Årsrapport for 2025"),
    Said("Innspill til budsjett for 2028", "Innspel til budsjett for 2028"),
    Said("Rapport etter 1. tertial", "Rapport etter 1. tertial"),
    Said("Rapportering per 31. august", "Rapportering per 31. august"),
    Said("Risikovurdering", "Risikovurdering"),
    Said("Innspill til revidert nasjonalbudsjett", "Innspel til revidert nasjonalbudsjett"),
    Said("Innmelding av satsingsforslag", "Innmelding av satsingsforslag"),
    Said("Statusrapport for digitalisering", "Statusrapport for digitalisering"),
    Said("Utkast til virksomhetsplan", "Utkast til verksemdsplan"),
    Said("Halvårsrapport", "Halvårsrapport"),
    Said("Forklaringer til statsregnskapet", "Forklaringar til statsrekneskapen"),
    Said("Rapport om likestilling", "Rapport om likestilling"),
    Said("Oversendelse av årsregnskapet", "Oversending av årsrekneskapen"),
    Said("Prognose for forbruk", "Prognose for forbruk"),
    Said("Søknad om overføring av bevilgning", "Søknad om overføring av løyving"),
    Said("Årlig virksomhetsrapport", "Årleg verksemdsrapport"),
)
MEETINGS = (
    Said("Etatsstyringsmøte", "Etatsstyringsmøte"),
    Said("Etatsstyringsmøte 1", "Etatsstyringsmøte 1"),
    Said("Styringsmøte", "Styringsmøte"),
    Said("Kontaktmøte", "Kontaktmøte"),
    Said("Dialogmøte om budsjettet", "Dialogmøte om budsjettet"),
    Said("Fagmøte", "Fagmøte"),
    Said("Møte om årsrapporten", "Møte om årsrapporten"),
    Said("Lederdialog", "Leiardialog"),
)
WHAT = (
    Said("Sak", "Sak"),
    Said("Rapport", "Rapport"),
    Said("Aktivitet", "Aktivitet"),
    Said("Hva", "Kva"),
    Said("Tema", "Tema"),
    Said("Rapport/møte", "Rapport/møte"),
    Said("Dokument", "Dokument"),
)
WHEN = (
    Said("Dato", "Dato"),
    Said("Tidspunkt", "Tidspunkt"),
    Said("Når", "Når"),
    Said("Frist", "Frist"),
    Said("Frist/dato", "Frist/dato"),
    Said("Tid", "Tid"),
)
MONTH = (Said("Måned", "Månad"),)
DUE = (Said("Frist", "Frist"), Said("Frist for levering", "Frist for levering"))
WHO = (Said("Ansvarlig", "Ansvarleg"), Said("Ansvar", "Ansvar"))
OVER = (
    Said("Kalenderen viser frister og møter.", "Kalenderen viser fristar og møte."),
    Said(
        "Vi legger opp til følgende rapportering og møter:",
        "Vi legg opp til følgjande rapportering og møte:",
    ),
    Said("", ""),
)
YEARS = (Said("{}:", "{}:"), Said("Frister i {}:", "Fristar i {}:"), Said("{}", "{}"))
LINES = (
    Said("{what}: {day}", "{what}: {day}"),
    Said("{day}: {what}", "{day}: {what}"),
    Said("{what} – {day}", "{what} – {day}"),
    Said("{day} – {what}", "{day} – {what}"),
    Said("{what}: innen {day}", "{what}: innan {day}"),
    Said("{what} – innen {day}", "{what} – innan {day}"),
    Said("{what}, frist {day}", "{what}, frist {day}"),
    Said("{what} (frist {day})", "{what} (frist {day})"),
    Said("{what} innen {day}", "{what} innan {day}"),
    Said("{what}, {day}", "{what}, {day}"),
    Said("Innen {day}: {what}", "Innan {day}: {what}"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a day, what stands for it, and whether it is something to hand in."""

    day: dt.date
    what: str
    due: bool


def entries(draft: Draft, chance: random.Random, year: int) -> list[Entry]:
    """In the order of their days; in the letter's own year, after its date."""
    first = dt.date(year, 2, 1)
    handed = [(text, True) for text in chance.sample(HANDED_IN, chance.randint(3, 6))]
    meetings = [(text, False) for text in chance.sample(MEETINGS, chance.randint(0, 3))]
    drawn = [
        Entry(first + dt.timedelta(chance.randrange(330)), draft.said(text), due)
        for text, due in (*handed, *meetings)
    ]
    return sorted(drawn, key=lambda entry: entry.day)


def month_of(day: dt.date) -> str:
    return MONTHS[day.month - 1].capitalize()


def last_of_month(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


# How days are printed: with the year, or without where the calendar names it.
FULL: tuple[Callable[[dt.date], str], ...] = (
    lambda day: f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day}.{day.month}.{day:%y}",
)
SHORT: tuple[Callable[[dt.date], str], ...] = (
    lambda day: f"{day.day}. {MONTHS[day.month - 1]}",
    lambda day: f"{day.day}. {MONTHS[day.month - 1][:3]}.",
    lambda day: f"{day:%d.%m.}",
    lambda day: f"{day:%d.%m}",
)


def note(draft: Draft, all_entries: Sequence[Entry], day: Callable[[dt.date], dt.date]) -> None:
    draft.truth.deadlines += [Due(day(entry.day)) for entry in all_entries if entry.due]


def set_table(
    draft: Draft, chance: random.Random, head: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """The calendar, its texts wide and its days narrow."""
    widths = tuple(80 if cell in map(draft.said, WHAT) else 34 for cell in head)
    body = tuple(cells(*row) for row in rows)
    ruling, repeat = chance.choice(RULINGS), chance.random() < 0.5
    draft.add(Table(widths, (cells(*head), *body), ruling=ruling, repeat=repeat))


def responsible(draft: Draft, chance: random.Random) -> str:
    agency = draft.truth.head.agency if draft.truth.head else ""
    return chance.choice((agency, draft.say("Direktoratet"), "Departementet og direktoratet"))


def dated_rows(draft: Draft, chance: random.Random) -> None:
    """A day a row, before or behind what stands for it, maybe with who does it."""
    printed = chance.choice(FULL + SHORT)
    drawn = entries(draft, chance, YEAR)
    head = [draft.said(chance.choice(WHAT)), draft.said(chance.choice(WHEN))]
    rows = [[entry.what, printed(entry.day)] for entry in drawn]
    if chance.random() < 0.5:
        head, rows = head[::-1], [row[::-1] for row in rows]
    if chance.random() < 0.3:
        head.append(draft.said(chance.choice(WHO)))
        for row in rows:
            row.append(responsible(draft, chance))
    set_table(draft, chance, head, rows)
    note(draft, drawn, lambda day: day)


def months(draft: Draft, chance: random.Random) -> None:
    """A month a row, printed once for what stands in it, with the day in a last column."""
    printed = chance.choice(SHORT)
    drawn = entries(draft, chance, YEAR)
    again = chance.random() < 0.5
    head = [draft.said(chance.choice(group)) for group in (MONTH, WHAT, DUE)]
    rows, last = [], ""
    for entry in drawn:
        month = month_of(entry.day)
        shown = printed(entry.day) if entry.due else ""
        rows.append([month if again or month != last else "", entry.what, shown])
        last = month
    set_table(draft, chance, head, rows)
    note(draft, drawn, lambda day: day)


def months_alone(draft: Draft, chance: random.Random) -> None:
    """A month a row and no day: the last of the month counts."""
    drawn = entries(draft, chance, YEAR)
    head = [draft.said(chance.choice(group)) for group in (MONTH, WHAT)]
    set_table(draft, chance, head, [[month_of(entry.day), entry.what] for entry in drawn])
    note(draft, drawn, last_of_month)


def year_rows(draft: Draft, chance: random.Random) -> None:
    """Rows that name the year of the rows under them."""
    printed = chance.choice(SHORT)
    head = [draft.said(chance.choice(WHEN)), draft.said(chance.choice(WHAT))]
    form = chance.choice(("{}", "{}:", "År {}"))
    rows = []
    for year in (YEAR, YEAR + 1):
        drawn = entries(draft, chance, year)
        rows.append([form.format(year), ""])
        rows += [[printed(entry.day), entry.what] for entry in drawn]
        note(draft, drawn, lambda day: day)
    set_table(draft, chance, head, rows)


def year_headings(draft: Draft, chance: random.Random) -> None:
    """A table a year, under a line that names it."""
    printed = chance.choice(SHORT)
    head = [draft.said(chance.choice(WHEN)), draft.said(chance.choice(WHAT))]
    form = chance.choice(
        (Said("{}:", "{}:"), Said("Frister i {}:", "Fristar i {}:"), Said("{}", "{}"))
    )
    for year in (YEAR, YEAR + 1):
        drawn = entries(draft, chance, year)
        draft.add(Paragraph(draft.said(form).format(year), "bold", above=10, sticky=True))
        set_table(draft, chance, head, [[printed(entry.day), entry.what] for entry in drawn])
        note(draft, drawn, lambda day: day)


def items(draft: Draft, chance: random.Random) -> None:
    """A list: "15. mars: Årsrapport" or "Årsrapport – innen 15. mars"; no period is in doubt."""
    printed = chance.choice(FULL + SHORT[:1])
    drawn = [entry for entry in entries(draft, chance, YEAR) if entry.due]
    drawn = [entry for entry in drawn if "31." not in entry.what]
    draft.paragraph(
        draft.say("Følgende frister gjelder i 2026:", "Følgjande fristar gjeld i 2026:")
    )
    form, marker = draft.said(chance.choice(LINES)), chance.choice("•–-")
    for entry in drawn:
        text = form.format(what=entry.what, day=printed(entry.day))
        draft.add(Paragraph(text, marker=marker, above=3))
    note(draft, drawn, lambda day: day)


Manner = Callable[[Draft, random.Random], None]


def written_by(manner: Manner) -> Callable[[Draft, int], None]:
    """A letter with a calendar set in the manner."""

    def write(draft: Draft, number: int) -> None:
        chance = random.Random(f"calendar {manner.__name__} {number}")
        numbers = opened(draft, chance)
        draft.heading(numbers.next(), chance.choice(HEADINGS))
        if over := draft.said(chance.choice(OVER)):
            draft.paragraph(over)
        manner(draft, chance)
        closed(draft, chance, numbers)

    return write


def form(name: str, manner: Manner) -> Form:
    return Form(name, written_by(manner), letters=4, drawn=True)


FORMS = (
    form("drawn calendars, days", dated_rows),
    form("drawn calendars, months and days", months),
    form("drawn calendars, months", months_alone),
    form("drawn calendars, year rows", year_rows),
    form("drawn calendars, year headings", year_headings),
    form("drawn calendars, items", items),
)
