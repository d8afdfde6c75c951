"""Overviews: tables and lists of assignments, alone or beside their full text."""

from __future__ import annotations

from letters.draft import Draft, Form
from letters.elements import Orientation, Ruling, Table, cells
from letters.texts import INTRODUCTION
from letters.truth import Due, Task, due, undated

RULINGS: tuple[Ruling, ...] = ("full", "horizontal", "none")


def dates(draft: Draft) -> tuple[tuple[str, Due], ...]:
    return (
        ("1. juni 2025", due("2025-06-01")),
        ("1. halvår 2025", due("2025-06-30")),
        ("15.10.2025", due("2025-10-15")),
        (draft.say("Løpende", "Løpande"), undated("ongoing")),
        (draft.say("Avtales nærmere", "Blir avtalt nærare"), undated("to_be_agreed")),
        ("Utgangen av 2025", due("2025-12-31")),
    )


def table_alone(draft: Draft, number: int) -> None:
    opening(draft, number)
    rows = [cells("Nr.", "Oppdrag", "Frist")]
    for place, (shown, deadline) in enumerate(dates(draft)):
        task = draft.note(Task(f"2025-{place + 1:02}", draft.title(place + number)))
        task.deadlines = [deadline]
        rows.append(cells(task.number or "", task.title or "", shown))
    draft.add(Table((22, 98, 40), tuple(rows), ruling=RULINGS[number % 3]))
    draft.close(number, section="3.")


def table_beside_text(draft: Draft, number: int) -> None:
    """The table names what follows: it makes no second assignment."""
    opening(draft, number)
    listed = dates(draft)[:4]
    keys = [f"2025-{place + 1:02}" for place in range(4)]
    titles = [draft.title(place + number) for place in range(4)]
    rows = [
        cells(key, title, shown)
        for key, title, (shown, _) in zip(keys, titles, listed, strict=True)
    ]
    head = cells("Nr.", "Oppdrag", "Frist")
    draft.add(Table((22, 98, 40), (head, *rows), ruling=RULINGS[number % 3]))
    for place, (key, title, (shown, deadline)) in enumerate(zip(keys, titles, listed, strict=True)):
        task = draft.assignment(key, title, f"Oppdrag {key} {title}")
        task.description = draft.sentences(place)
        draft.paragraph(f"Frist: {shown}")
        task.deadlines = [deadline]
    draft.close(number, section="3.")


def opening(draft: Draft, number: int) -> None:
    draft.letterhead(number + 1, "2025-02-03")
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2.", "Oppdrag i 2025")
    draft.paragraph(
        draft.say(
            "Tabellen gir en oversikt over oppdragene i 2025.",
            "Tabellen gir ei oversikt over oppdraga i 2025.",
        )
    )


def wide_table(draft: Draft, number: int) -> None:
    """Four columns on a page that is turned."""
    draft.letterhead(number + 2, "2025-02-03")
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1)
    draft.add(Orientation(landscape=True))
    draft.heading("2.", "Oversikt over oppdrag")
    department = draft.say("Ansvarlig avdeling", "Ansvarleg avdeling")
    rows = [cells("Oppdragsnr.", "Oppdrag", department, "Frist")]
    for place, (shown, deadline) in enumerate(dates(draft)):
        task = draft.note(Task(f"TB2025-{place + 1:02}", draft.title(place + number)))
        task.responsible = ("FHA", "DIG", "KTA")[place % 3]
        task.deadlines = [deadline]
        rows.append(cells(task.number or "", task.title or "", task.responsible, shown))
    draft.add(Table((30, 130, 40, 47), tuple(rows), ruling=RULINGS[number % 2]))
    draft.add(Orientation(landscape=False))
    draft.close(number, section="3.")


def list_at_the_top(draft: Draft, number: int) -> None:
    """Of a list that names what follows, only the withheld one is an assignment by itself."""
    draft.letterhead(number + 3, "2026-03-16", addendum=4)
    titles = [draft.title(place + number) for place in range(3)]
    withheld = draft.say("TB2026-62 (unntatt offentlighet)", "TB2026-62 (unnateke offentlegheit)")
    draft.paragraph(draft.say("Nye oppdrag:"))
    keys = ("TB2026-60", "TB2026-61", "TB2026-63")
    listed = [f"{key} {title}" for key, title in zip(keys, titles, strict=True)]
    draft.items([*listed[:2], withheld, listed[2]])
    draft.note(Task("TB2026-62", None, withheld=True))
    draft.heading("1.", "Oppdrag")
    for place, (key, title) in enumerate(zip(keys, titles, strict=True)):
        task = draft.assignment(key, title, f"{key} {title}")
        task.description = draft.sentences(place, place + 2)
        draft.paragraph(f"Frist: {place + 1}. juni 2026")
        task.deadlines = [due(f"2026-06-0{place + 1}")]
    draft.close(number, section="2.")


FORMS = (
    Form("overview table alone", table_alone),
    Form("overview table beside the text", table_beside_text),
    Form("overview on turned pages", wide_table, letters=4),
    Form("overview as a list", list_at_the_top, letters=4),
)
