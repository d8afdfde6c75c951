"""Labels in the cells of tables."""

from __future__ import annotations

from letters.draft import Draft, Form
from letters.elements import Cell, Gap, Ruling, Table, cells
from letters.texts import BACKGROUND, DESCRIPTION, INTRODUCTION, REPORTING
from letters.truth import Money, Task, due, undated

RULINGS: tuple[Ruling, ...] = ("full", "horizontal", "none", "inner")


def label_cells(draft: Draft, number: int) -> None:
    """A heading, and under it a table whose first column is labels."""
    draft.letterhead(number, "2025-01-20")
    draft.heading("1", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2", "Oppdrag")
    dates = (
        ("1. mars 2025", due("2025-03-01")),
        (draft.say("høsten 2025", "hausten 2025"), due("2025-12-31")),
        ("Utgangen av 2. tertial 2025", due("2025-08-31")),
        (
            draft.say("Settes i dialog med departementet", "Blir sett i dialog med departementet"),
            undated("to_be_agreed"),
        ),
    )
    for place, (shown, deadline) in enumerate(dates):
        key, title, amount = f"2025-{place + 1:02}", draft.title(place), 1_200_000 + place * 100_000
        task = draft.assignment(key, title, f"Oppdrag {key} {title}")
        task.background = draft.sentence(place)
        task.description = f"{draft.sentence(place + 2)} {draft.sentence(place + 6)}"
        task.financing = [Money("grant", amount, 1301, 21)]
        task.deadlines = [deadline]
        printed = f"{amount:,}".replace(",", " ")
        funds = draft.say(
            f"Det tildeles {printed} kroner over kap. 1301, post 21.",
            f"Det blir tildelt {printed} kroner over kap. 1301, post 21.",
        )
        rows = (
            cells(draft.said(BACKGROUND), task.background),
            cells(draft.said(DESCRIPTION), task.description),
            cells("Finansiering", funds),
            cells("Frist", shown),
        )
        draft.add(Table((38, 122), rows, heading=0, ruling=RULINGS[number % 4]))
    draft.heading("3", REPORTING)
    draft.sentences(7)
    draft.close(number)


def whole_tables(draft: Draft, number: int) -> None:
    """One table an assignment, its number and title among the rows."""
    draft.letterhead(number + 1, "2025-01-20")
    draft.heading("1", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2", "Oppdrag")
    for place in range(4):
        key, title, date = f"2025-{place + 1:02}", draft.title(place), f"{place + 1}. mai 2025"
        task = draft.note(Task(key, title, description=draft.sentence(place)))
        task.deadlines = [due(f"2025-05-0{place + 1}")]
        described = cells(draft.said(DESCRIPTION), task.description or "")
        rows: tuple[tuple[Cell, ...], ...]
        if number % 4 < 2:
            rows = (cells("Nr.", key), cells("Oppdrag", title), described, cells("Frist", date))
        else:
            task.background, task.responsible = draft.sentence(place + 3), "PLA"
            department = draft.say("Ansvarlig avdeling", "Ansvarleg avdeling")
            rows = (
                cells(key, title, bold=True),
                cells(draft.said(BACKGROUND), task.background),
                described,
                cells("Frist", date),
                cells(department, task.responsible),
            )
        draft.add(Table((36, 124), rows, heading=0), Gap(10))
    draft.heading("3", REPORTING)
    draft.sentences(7)
    draft.close(number)


FORMS = (
    Form("labels as cells", label_cells, letters=8),
    Form("assignments as tables", whole_tables),
)
