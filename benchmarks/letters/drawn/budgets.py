"""Budget tables: posts of chapters, units, remarks, sums and notes, also over pages."""

from __future__ import annotations

import random

from letters.draft import Draft, Form
from letters.drawn.money import CHAPTERS, PURPOSES
from letters.drawn.opening import closed, opened
from letters.elements import Alignment, Paragraph, Ruling, Table, cells
from letters.texts import Said
from letters.truth import Row

RULINGS: tuple[Ruling, ...] = ("full", "none", "horizontal", "inner", "heading")
NAMES = {
    1: Said("Driftsutgifter", "Driftsutgifter"),
    21: Said("Spesielle driftsutgifter", "Spesielle driftsutgifter"),
    22: Said("Flom- og skredforebygging", "Flaum- og skredførebygging"),
    45: Said("Større utstyrsanskaffelser", "Større utstyrsinnkjøp"),
    50: Said("Tilskudd til fond, kan overføres", "Tilskot til fond, kan overførast"),
    70: Said("Tilskudd til organisasjoner", "Tilskot til organisasjonar"),
    71: Said(
        "Tilskudd til kommuner som tar imot mennesker på flukt, overslagsbevilgning",
        "Tilskot til kommunar som tek imot menneske på flukt, overslagsløyving",
    ),
}
UNITS = (
    (1000, Said("i 1 000 kroner", "i 1 000 kroner")),
    (1000, Said("beløp i 1000 kr", "beløp i 1000 kr")),
    (1, Said("beløp i kroner", "beløp i kroner")),
    (1_000_000, Said("i mill. kroner", "i mill. kroner")),
)
AMOUNT = (
    Said("Beløp", "Beløp"),
    Said("Bevilgning 2026", "Løyving 2026"),
    Said("Tildeling", "Tildeling"),
    Said("Budsjett 2026", "Budsjett 2026"),
    Said("Vedtatt budsjett 2026", "Vedteke budsjett 2026"),
)
NAME = (Said("Betegnelse", "Nemning"), Said("Navn", "Namn"), Said("Formål", "Føremål"))
REMARK = (Said("Merknad", "Merknad"), Said("Kommentar", "Kommentar"))
SUMS = (Said("Sum", "Sum"), Said("Totalt", "Totalt"), Said("Sum tildelt", "Sum tildelt"))
NOTES = (
    Said("* Inkluderer midler overført fra 2025.", "* Inkluderer midlar overførte frå 2025."),
    Said("Tallene er avrundet.", "Tala er avrunda."),
    Said("", ""),
)


def printed(thousands: int, unit: int, separator: str) -> str:
    """An amount as the table prints it."""
    if unit == 1_000_000:
        return f"{thousands / 1000:.1f}".replace(".", ",")
    return f"{thousands * 1000 // unit:,}".replace(",", separator)


def table(draft: Draft, chance: random.Random) -> None:
    """The table under the sentence that leads into it, and its rows."""
    unit, told = chance.choice(UNITS)
    separator = chance.choice((" ", "\u00a0", "."))
    remarked, summed, changed = (chance.random() < share for share in (0.4, 0.5, 0.3))
    heading = draft.said(chance.choice(AMOUNT))
    amounts = [draft.say("Saldert budsjett 2026"), "Endring", "Ny tildeling"]
    amounts = amounts if changed else [heading]
    caption = draft.say("Tabellen viser tildelingen", "Tabellen viser tildelinga")
    draft.add(Paragraph(f"{caption} ({draft.said(told)}):", above=10, sticky=True))
    head = ["Kap.", "Post", draft.said(chance.choice(NAME)), *amounts]
    rows, truth, totals = [], [], [0] * len(amounts)
    for chapter in sorted(chance.sample(CHAPTERS, chance.randint(1, 6))):
        for post in sorted(chance.sample(sorted(NAMES), chance.randint(1, 4))):
            before, change = chance.randint(3, 9000) * 100, chance.randint(-2, 90) * 100
            values = [before, change, before + change] if changed else [before]
            name = draft.said(NAMES[post])
            shown = [printed(value, unit, separator) for value in values]
            remark = draft.said(chance.choice(PURPOSES)) if chance.random() < 0.5 else ""
            last = [remark[:1].upper() + remark[1:]] if remarked else []
            rows.append(cells(str(chapter), f"{post:02}", name, *shown, *last))
            kroner = tuple(value * 1000 for value in values)
            truth.append(Row("post", chapter, post, name, kroner))
            totals = [total + value for total, value in zip(totals, values, strict=True)]
    if summed:
        shown = [printed(total, unit, separator) for total in totals]
        label = draft.said(chance.choice(SUMS))
        rows.append(cells("", "", label, *shown, *([""] if remarked else []), bold=True))
        truth.append(Row("sum", None, None, None, tuple(total * 1000 for total in totals)))
    widths = [14, 12, 60, *[30] * len(amounts)]
    right: list[Alignment] = ["right"] * len(amounts)
    aligns: list[Alignment] = ["left", "left", "left", *right]
    if remarked:
        head.append(draft.said(chance.choice(REMARK)))
        widths.append(44)
        aligns.append("left")
    draft.add(
        Table(
            tuple(widths),
            (cells(*head), *rows),
            ruling=chance.choice(RULINGS),
            aligns=tuple(aligns),
            repeat=chance.random() < 0.5,
            scale=chance.choice((0.8, 0.9)),
        )
    )
    draft.truth.tables.append(truth)
    if note := draft.said(chance.choice(NOTES)):
        draft.add(Paragraph(note, scale=0.85, above=2))


def write(draft: Draft, number: int) -> None:
    chance = random.Random(f"budget {number}")
    numbers = opened(draft, chance)
    draft.heading(numbers.next(), Said("Budsjett", "Budsjett"))
    draft.sentences(chance.randrange(10))
    table(draft, chance)
    closed(draft, chance, numbers)


FORMS = (Form("drawn budget tables", write, letters=10, drawn=True),)
