"""Closings over page breaks, contents, hyphenated words, and letters of many pages."""

from __future__ import annotations

from dataclasses import replace

from letters.draft import Draft, Form
from letters.elements import ContentsLine, PageBreak, Paragraph
from letters.texts import BACKGROUND, DESCRIPTION, INTRODUCTION
from letters.truth import due

COPIES = (
    "Arbeids- og inkluderingsdepartementet",
    "Finansdepartementet",
    "Helse- og omsorgsdepartementet",
    "Kommunal- og distriktsdepartementet",
    "Kunnskapsdepartementet",
    "Riksrevisjonen",
    "Statsministerens kontor",
    "Utenriksdepartementet",
)


def closing(draft: Draft, number: int) -> None:
    """One to three signatories and eight copies; the text before them ends ever lower."""
    draft.letterhead(number, "2024-01-11")
    draft.heading("1.", INTRODUCTION)
    for place in range(8 + number):
        draft.paragraph(" ".join(draft.sentence(place + step) for step in (0, 3, 5)))
    draft.close(
        number,
        COPIES,
        greeting=draft.say("Med vennlig hilsen", "Med venleg helsing") if number % 2 else "",
        copy_label=("Kopi:", "Kopi til:", "Kopi", "Kopi til")[number % 4],
        stacked=number % 3 == 2,
    )


def contents(draft: Draft, number: int) -> None:
    """A table of contents over two pages makes no section twice."""
    draft.letterhead(number + 1, "2024-01-11")
    word = draft.say("Innholdsfortegnelse", "Innhaldsliste")
    draft.add(
        Paragraph(draft.say("Innhold", "Innhald") if number % 2 else word, "bold", 1.15, above=10)
    )
    below = (
        draft.say("Bakgrunn og ramme"),
        draft.say("Prioriteringer", "Prioriteringar"),
        draft.say("Samarbeid"),
        draft.say("Oppfølging"),
    )
    dots = number % 4 < 2
    for place in range(8):
        draft.add(ContentsLine(1, f"{place + 1}. {draft.title(place)}", 3 + place, dots))
        for step, title in enumerate(below, 1):
            draft.add(ContentsLine(2, f"{place + 1}.{step} {title}", 3 + place, dots))
    for place in range(8):
        draft.heading(f"{place + 1}.", draft.title(place))
        draft.sentences(place)
        for step, title in enumerate(below, 1):
            draft.heading(f"{place + 1}.{step}", title, 2)
            draft.sentences(place + step, place + step + 2)
    draft.close(number)


def hyphenated(draft: Draft, number: int) -> None:
    """Long words that break at a line's end, and hyphens of their own that must stay."""
    draft.page = replace(draft.page, hyphenate=True, justify=True)
    draft.letterhead(number + 2, "2024-01-11")
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1, 2, 3)
    draft.heading("2.", "Oppdrag")
    words = draft.say(
        "Kommunehelsetjenesteloven, virksomhetsstyringsmodellene, e-læringsplattformen og "
        "IKT-infrastrukturløsningene for norsk-svensk samarbeid gjennomgås systematisk, og helse- "
        "og omsorgstjenestens kvalitetsforbedringstiltak samordnes med "
        "samferdselsinfrastrukturen.",
        "Kommunehelsetenestelova, verksemdsstyringsmodellane, e-læringsplattforma og "
        "IKT-infrastrukturløysingane for norsk-svensk samarbeid blir gjennomgådde systematisk, og "
        "kvalitetsforbetringstiltaka i helse- og omsorgstenesta blir samordna med "
        "samferdselsinfrastrukturen.",
    )
    for place in range(3):
        key, title = f"2024-0{place + 1}", draft.title(place)
        task = draft.assignment(key, title, f"Oppdrag nr. {key} {title}")
        draft.label(draft.said(BACKGROUND))
        task.background = draft.paragraph(
            f"{words} {draft.sentence(place + number)} {draft.sentence(place + 4)}"
        )
        draft.label(draft.said(DESCRIPTION))
        task.description = draft.paragraph(f"{draft.sentence(place + 2 + number)} {words}")
        draft.label("Frist")
        draft.paragraph("1. september 2024")
        task.deadlines = [due("2024-09-01")]
    draft.close(number)


def many_pages(draft: Draft, number: int) -> None:
    """A base letter of some thirty pages, with contents and 27 assignments."""
    draft.page = replace(draft.page, header="Tildelingsbrev 2025")
    draft.letterhead(number + 3, "2025-01-17")
    chapters = (
        draft.say("Innledning og overordnede føringer", "Innleiing og overordna føringar"),
        draft.say("Prioriteringer for 2025", "Prioriteringar for 2025"),
        "Oppdrag",
        "Styring og kontroll",
        "Rapportering",
    )
    areas = [
        [
            f"{draft.say('Område')} {chapter}{chr(ord('A') + area)} "
            f"{draft.title(chapter + area).lower()}"
            for area in range(9)
        ]
        for chapter in range(1, len(chapters) + 1)
    ]
    draft.add(Paragraph(draft.say("Innhold", "Innhald"), "bold", 1.2, above=10))
    for chapter, title in enumerate(chapters):
        draft.add(ContentsLine(1, f"{chapter + 1}. {title}", 3 + chapter * 6, dots=number == 0))
        for area, name in enumerate(areas[chapter]):
            line = f"{chapter + 1}.{area + 1} {name}"
            draft.add(ContentsLine(2, line, 3 + chapter * 6 + area // 2, dots=number == 0))
    draft.add(PageBreak())
    for chapter, title in enumerate(chapters):
        draft.heading(f"{chapter + 1}.", title)
        draft.sentences(chapter)
        for area, name in enumerate(areas[chapter]):
            draft.heading(f"{chapter + 1}.{area + 1}", name, 2)
            if title == "Oppdrag":
                area_assignments(draft, area)
            else:
                for place in range(5):
                    starts = range(place * area + chapter, place * area + chapter + 4)
                    draft.paragraph(" ".join(map(draft.sentence, starts)))
    draft.close(2)


def area_assignments(draft: Draft, area: int) -> None:
    for place in range(area * 3 + 1, area * 3 + 4):
        key, title = f"2025-{place:03}", draft.title(place)
        task = draft.assignment(key, title, f"Oppdrag {key} {title}")
        task.description = draft.sentences(*range(place, place + 4))
        draft.paragraph(f"Frist: {place}. september 2025")
        task.deadlines = [due(f"2025-09-{place:02}")]


FORMS = (
    Form("contents over pages", contents, letters=4),
    Form("hyphenated words", hyphenated, letters=8),
    Form("letters of thirty pages", many_pages, letters=2),
    Form("closings over pages", closing, letters=12),
)
