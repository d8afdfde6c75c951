"""Deadlines: fields, running text, and calendars; dates that bind nobody among them."""

from __future__ import annotations

from letters.deadline_texts import FIELDS, PROSE, Stated
from letters.draft import Draft, Form
from letters.elements import Ruling, Table, cells
from letters.texts import INTRODUCTION
from letters.truth import due, undated

# A letter holds a part of the table, so that a mistake spoils no more than one letter.
PART = 12
RULINGS: tuple[Ruling, ...] = ("full", "horizontal", "none")


def part(stated: tuple[Stated, ...], number: int) -> tuple[Stated, ...]:
    """The part for a letter; every part is set in both languages."""
    start = number // 2 * PART
    return stated[start : start + PART]


def letters_for(stated: tuple[Stated, ...]) -> int:
    return 2 * -(-len(stated) // PART)


def fields(draft: Draft, number: int) -> None:
    """Under a label, behind it, or in the cell beside it."""
    draft.letterhead(number, "2024-02-05")
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2.", "Oppdrag")
    for place, stated in enumerate(part(FIELDS, number)):
        key, title = f"2024-{place + 1:03}", draft.title(place)
        task = draft.assignment(key, title, f"Oppdrag nr. {key} {title}")
        task.description = draft.sentences(place)
        shown = draft.say(stated.nb, stated.nn)
        if place % 3 == 0:
            draft.label("Frist")
            draft.paragraph(shown)
        elif place % 3 == 1:
            draft.paragraph(f"Frist: {shown}")
        else:
            draft.add(Table((40, 120), (cells("Frist", shown),), heading=0, ruling="none"))
        task.deadlines = list(stated.deadlines)
    draft.close(number, section="3.")


def prose(draft: Draft, number: int) -> None:
    """What others must do, what happened, goals and laws are no deadlines."""
    draft.letterhead(number + 1, "2024-02-05")
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2.", "Oppdrag")
    for place, stated in enumerate(part(PROSE, number)):
        key, title = f"2024-{place + 1:02}", draft.title(place)
        task = draft.assignment(key, title, f"Oppdrag {key}: {title}")
        said = draft.say(stated.nb, stated.nn)
        task.description = draft.paragraph(
            f"{draft.sentence(place)} {said} {draft.sentence(place + 7)}"
        )
        task.deadlines = list(stated.deadlines)
    draft.close(number, section="3.")


def calendar(draft: Draft, number: int) -> None:
    """A meeting is nothing to hand in."""
    draft.letterhead(number + 2, "2025-01-10")
    draft.heading("1", "Styringsdialog")
    draft.sentences(1, 2, 3)
    draft.paragraph("Styringskalender for 2025:")
    lines = (
        ("Årsrapport for 2024", "15. mars", due("2025-03-15")),
        (
            draft.say("Innspill til revidert budsjett", "Innspel til revidert budsjett"),
            "15. februar",
            due("2025-02-15"),
        ),
        ("Rapport per 1. tertial", "1. juni 2025", due("2025-06-01")),
        ("Rapport per 2. tertial", "01.10.2025", due("2025-10-01")),
        (
            draft.say("Innspill til budsjett for 2027", "Innspel til budsjett for 2027"),
            "1. november",
            due("2025-11-01"),
        ),
        (
            "Risikovurdering",
            draft.say("Avtales nærmere", "Blir avtalt nærare"),
            undated("to_be_agreed"),
        ),
    )
    draft.truth.deadlines = [deadline for _, _, deadline in lines]
    ruling = RULINGS[number % 3]
    if number % 4 < 2:
        rows = [cells(what, when) for what, when, _ in lines]
        head = cells("Rapportering", "Frist")
    else:
        rows = [cells(when, what) for what, when, _ in lines]
        meeting = draft.say("Etatsstyringsmøte", "Etatsstyringsmøte")
        head, rows = cells("Dato", draft.say("Hva", "Kva")), [*rows, cells("12. juni", meeting)]
        rows, draft.truth.deadlines = rows[:5] + rows[6:], draft.truth.deadlines[:5]
    draft.add(Table((80, 80), (head, *rows), ruling=ruling))
    draft.close(number, section="2")


FORMS = (
    Form("deadline fields", fields, letters_for(FIELDS)),
    Form("deadlines in prose", prose, letters_for(PROSE)),
    Form("calendars", calendar),
)
