"""Assignments that are withheld, cancelled, or changed."""

from __future__ import annotations

from letters.draft import Draft, Form
from letters.elements import Paragraph
from letters.truth import Task, due


def statuses(draft: Draft, number: int) -> None:
    draft.letterhead(number, "2026-03-16", addendum=3)
    draft.heading("1.", draft.say("Nye oppdrag"))
    dated(draft, "TB2026-50", draft.title(0), "1. september 2026", "2026-09-01")
    withheld = (
        ("TB2026-51", "(unntatt offentlighet)", "(unnateke offentlegheit)"),
        ("TB2026-52", "Ettersendes", "Blir ettersend"),
    )
    for key, nb, nn in withheld:
        draft.assignment(key, None, f"{key} {draft.say(nb, nn)}", withheld=True)
    draft.heading(
        "2.", draft.say("Presisering av tidligere oppdrag", "Presisering av tidlegare oppdrag")
    )
    changed = dated(draft, "TB2026-11", draft.title(3), "1. desember 2026", "2026-12-01")
    changed.status = "amended"
    draft.heading("3.", draft.say("Oppdrag som utgår", "Oppdrag som går ut"))
    gone = draft.say("utgår", "går ut")
    title = draft.title(5)
    draft.assignment("TB2026-07", title, f"TB2026-07 {title} {gone}", status="cancelled")
    draft.add(Paragraph(f"Oppdrag TB2026-08 {gone}.", above=10))
    draft.note(Task("TB2026-08", None, status="cancelled"))
    draft.close(number, (), section="4.")


def moved_deadlines(draft: Draft, number: int) -> None:
    """The text, not the heading, says what happens to the earlier assignment."""
    draft.letterhead(number + 3, "2026-04-16", addendum=5)
    draft.heading("1.", draft.say("Endringer i tidligere oppdrag", "Endringar i tidlegare oppdrag"))
    title = draft.title(number)
    moved = draft.assignment("TB2026-12", title, f"TB2026-12 {title}", status="amended")
    moved.description = draft.paragraph(
        draft.say(
            "Det vises til oppdraget gitt i tildelingsbrevet for 2026. Fristen for oppdraget "
            "utsettes til 1. november 2026.",
            "Vi viser til oppdraget gitt i tildelingsbrevet for 2026. Fristen for oppdraget blir "
            "utsett til 1. november 2026.",
        )
    )
    moved.deadlines = [due("2026-11-01")]
    title = draft.title(number + 1)
    gone = draft.assignment("TB2026-13", title, f"TB2026-13 {title}", status="cancelled")
    gone.description = draft.paragraph(draft.say("Oppdraget utgår.", "Oppdraget går ut."))
    draft.heading("2.", draft.say("Nye oppdrag"))
    dated(draft, "TB2026-70", draft.title(number + 2), "1. desember 2026", "2026-12-01")
    draft.close(number, section="3.")


def dated(draft: Draft, key: str, title: str, shown: str, date: str) -> Task:
    """An assignment of one paragraph with a deadline."""
    task = draft.assignment(key, title, f"{key} {title}")
    task.description = draft.sentences(4)
    draft.paragraph(f"Frist: {shown}")
    task.deadlines = [due(date)]
    return task


FORMS = (
    Form("withheld, cancelled, clarified", statuses),
    Form("deadlines moved, cancelled in text", moved_deadlines, letters=4),
)
