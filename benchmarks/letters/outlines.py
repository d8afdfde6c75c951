"""Outlines: how sections are numbered, and headings without numbers."""

from __future__ import annotations

from letters.draft import Draft, Form
from letters.elements import LabelStyle

# The numbers of five headings; '-' is none.
NUMBERINGS: tuple[tuple[str, LabelStyle], ...] = (
    ("1. 2. 2.1. 2.2. 3.", "bold"),
    ("1 2 2.1 2.2 3", "bold"),
    ("I II II.1 II.2 III", "bold"),
    ("I. II. III. IV. V.", "bold"),
    ("A B C D E", "bold"),
    ("A. B. B.1 B.2 C.", "bold"),
    ("- - - - -", "bold"),
    ("1. 2. 2.1 2.2 3.", "plain"),
    ("1 2 2.1 2.1.1 3", "bold"),
)


def outline(draft: Draft, number: int) -> None:
    """The plain style stands in capitals at the body's size."""
    draft.letterhead(number, "2024-01-19")
    titles = (
        draft.say("Innledning", "Innleiing"),
        "Mål og prioriteringar" if draft.language == "nn" else "Mål og prioriteringer",
        "Trygge lokalsamfunn",
        "Effektiv forvaltning",
        "Rapportering og dialog",
    )
    numbers, style = NUMBERINGS[number // 2 % len(NUMBERINGS)]
    for place, (listed, title) in enumerate(zip(numbers.split(), titles, strict=True)):
        printed = listed.strip("-")
        level = printed.rstrip(".").count(".") + 1
        shown = title.upper() if style == "plain" else title
        draft.heading(printed, shown, level, style)
        draft.sentences(place, place + 3, place + 5)
    draft.close(number)


FORMS = (Form("outlines", outline, letters=2 * len(NUMBERINGS)),)
