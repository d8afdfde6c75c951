"""Assignments in boxes that run over pages."""

from __future__ import annotations

from letters.draft import Draft, Form
from letters.elements import Cell, Element, Gap, Paragraph, Table, cells
from letters.texts import INTRODUCTION, REPORTING
from letters.truth import Money, Task, due


def boxed(draft: Draft, number: int) -> None:
    draft.letterhead(number, "2026-01-12")
    draft.heading("1", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2", draft.say("Oppdrag for 2026"))
    lengths = ((18, 3, 22), (3, 24, 2), (1, 9, 30))[number % 3]
    for place, length in enumerate(lengths):
        draft.add(box(draft, place, length), Gap(12))
    draft.heading("3", REPORTING)
    draft.sentences(4)
    draft.close(number)


def box(draft: Draft, place: int, length: int) -> Table:
    """One box: number, department and title in its first row, the rest in one cell below."""
    department = ("FHA", "AMA", "DIG")[place]
    task = draft.note(Task(f"TB2026-{30 + place}", draft.title(place + 3)))
    task.responsible = department
    texts = [
        " ".join(draft.sentence(line + start) for start in (place, place + 3, line * 2 + 1))
        for line in range(length)
    ]
    task.description = "\n\n".join(texts)
    task.items = (
        draft.say(
            "Lage en oversikt over hvem som har ansvar for hva.",
            "Lage ei oversikt over kven som har ansvar for kva.",
        ),
        draft.say(
            "Vurdere behovet for endringer i regelverket.",
            "Vurdere behovet for endringar i regelverket.",
        ),
    )
    task.financing = [Money("grant", 4_000_000, 765, 21)]
    task.deadlines = [due("2026-10-31")]
    funds = draft.say(
        "Det stilles 4 mill. kroner til disposisjon over kap. 765, post 21.",
        "Det blir stilt 4 mill. kroner til disposisjon over kap. 765, post 21.",
    )
    date = draft.say("innen utgangen av oktober 2026", "innan utgangen av oktober 2026")
    body: tuple[Element, ...] = (
        *map(Paragraph, texts),
        *(Paragraph(item, marker="•", above=3) for item in task.items),
        Paragraph(funds, lead="Finansiering:", lead_style="bold"),
        Paragraph(date, lead="Frist:", lead_style="bold"),
    )
    top = cells(task.number or "", department, task.title or "", bold=True)
    return Table((28, 18, 114), (top, (Cell(colspan=3, elements=body),)), heading=0)


FORMS = (Form("boxes over pages", boxed),)
