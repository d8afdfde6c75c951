"""Assignments in parts, each part with a deadline of its own."""

from __future__ import annotations

from letters.draft import Draft, Form
from letters.elements import Paragraph
from letters.texts import INTRODUCTION
from letters.truth import due


def in_parts(draft: Draft, number: int) -> None:
    draft.letterhead(number, "2026-02-10", addendum=2)
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2.", "Oppdrag")
    parts(draft, number)
    labelled(draft, number)
    draft.close(number, section="3.")


def parts(draft: Draft, number: int) -> None:
    """Headings within the assignment: each with the text under it is one of its tasks."""
    title = draft.title(2)
    task = draft.assignment("TB2026-40", title, f"TB2026-40 {title}")
    task.description = draft.sentences(0)
    tasks = []
    names = (
        draft.say("Kartlegging av behov"),
        draft.say("Forslag til ny modell", "Framlegg til ny modell"),
        draft.say("Veiledning", "Rettleiing"),
    )
    dates = (
        ("1. juni 2026", "2026-06-01"),
        ("1. oktober 2026", "2026-10-01"),
        ("1. juni 2027", "2027-06-01"),
    )
    for place, (name, (shown, date)) in enumerate(zip(names, dates, strict=True), 1):
        part = f"Deloppdrag {place}: {name}"
        draft.add(Paragraph(part, "italic" if number % 4 > 1 else "bold", above=9, sticky=True))
        tasks.append(f"{part} {draft.sentences(place + 2)}")
        draft.paragraph(f"Frist: {shown}")
        task.deadlines.append(due(date))
    task.items = tuple(tasks)


def labelled(draft: Draft, number: int) -> None:
    title = draft.title(5)
    task = draft.assignment("TB2026-43", title, f"TB2026-43 {title}")
    task.description = draft.sentences(2)
    draft.paragraph("Frist for delrapport: 1. april 2026")
    draft.paragraph("Frist for sluttrapport: 1. april 2027")
    task.deadlines = [due("2026-04-01"), due("2027-04-01")]


def in_items(draft: Draft, number: int) -> None:
    """Items of a list that state deadlines."""
    draft.letterhead(number + 2, "2024-02-05", addendum=2)
    draft.heading("1.", "Oppdrag")
    title = draft.title(number + 2)
    task = draft.assignment("TB2024-20", title, f"TB2024-20 {title}")
    task.description = f"{draft.sentences(0)}\n\n{draft.paragraph('Direktoratet skal:')}"
    work = (
        draft.say(
            "kartlegge dagens praksis i etatene innen 1. mai 2024",
            "kartleggje dagens praksis i etatane innan 1. mai 2024",
        ),
        draft.say(
            "utarbeide forslag til felles rutiner. Frist: 1. september 2024",
            "utarbeide framlegg til felles rutinar. Frist: 1. september 2024",
        ),
        draft.say(
            "gi råd om videre utvikling av ordningen", "gi råd om vidare utvikling av ordninga"
        ),
    )
    task.items = draft.items(work, "•••" if number % 4 > 1 else ("a)", "b)", "c)"))
    task.deadlines = [due("2024-05-01"), due("2024-09-01")]

    title = draft.title(number + 3)
    task = draft.assignment("TB2024-21", title, f"TB2024-21 {title}")
    text = draft.sentences(3)
    task.items = draft.items([draft.sentence(place) for place in (14, 25, 16)], ("1.", "2.", "3."))
    last = draft.paragraph(
        draft.say(
            "Oppdraget skal være ferdig senest 1. desember 2024.",
            "Oppdraget skal vere ferdig seinast 1. desember 2024.",
        )
    )
    task.description = f"{text}\n\n{last}"
    task.deadlines = [due("2024-12-01")]
    draft.close(number, section="2.")


FORMS = (
    Form("sub-assignments", in_parts),
    Form("deadlines in items", in_items),
)
