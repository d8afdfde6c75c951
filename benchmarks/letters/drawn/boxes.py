"""Assignments in boxes: a code, a title, a text and the last day, each in a row of its own."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from letters.draft import Draft, Form
from letters.drawn.opening import closed, opened
from letters.drawn.works import HEADINGS, REMARKS, REQUESTS, WORKS, Work, agency_of, drawn_period
from letters.elements import Cell, Gap, Paragraph, Table, cells
from letters.texts import Said
from letters.truth import Due, Task

TableRow = tuple[Cell, ...]
CODES = ("TB2026-{:02}", "2026-{:03}", "Oppdrag {}", "O {:03}")
SHORT = "26-{:02}"
"""A code that could be two days or ages: it is one where it stands in a cell of its own."""
TEXT_LABELS = (
    Said("Beskrivelse", "Omtale"),
    Said("Oppdrag", "Oppdrag"),
    Said("Beskrivelse av oppdraget", "Omtale av oppdraget"),
    Said("Oppdragstekst", "Oppdragstekst"),
)
DUE_LABELS = (
    Said("Frist", "Frist"),
    Said("Leveringsfrist", "Leveringsfrist"),
    Said("Frist for levering", "Frist for levering"),
)
TITLE_LABELS = (Said("Tittel", "Tittel"), Said("Tema", "Tema"), Said("Navn", "Namn"))
NUMBER_LABELS = (Said("Nr.", "Nr."), Said("Oppdragsnummer", "Oppdragsnummer"))


@dataclass(frozen=True, slots=True)
class Box:
    """What a box says, and the words it is labelled with."""

    code: str
    title: str
    background: str
    text: str
    shown: str
    due: Due
    number_label: str
    title_label: str
    text_label: str
    due_label: str


def canonical(code: str) -> str:
    """The number as the contract writes it: no word before it, no spaces."""
    return code.removeprefix("Oppdrag ").replace(" ", "")


def labelled(box: Box) -> tuple[tuple[float, ...], list[TableRow]]:
    """Every row has its label."""
    rows = [
        cells(box.number_label, box.code),
        cells(box.title_label, box.title),
        cells(box.text_label, box.text),
        cells(box.due_label, box.shown),
    ]
    return (40, 120), rows


def titled(box: Box) -> tuple[tuple[float, ...], list[TableRow]]:
    """The code beside the title, then labels."""
    rows = [
        cells(box.code, box.title, bold=True),
        cells("Bakgrunn", box.background),
        cells(box.text_label, box.text),
        cells(box.due_label, box.shown),
    ]
    return (40, 120), rows


def stacked(box: Box) -> tuple[tuple[float, ...], list[TableRow]]:
    """One column: code and title, text, last day."""
    rows = [
        cells(f"{box.code} {box.title}", bold=True),
        cells(box.text),
        cells(f"{box.due_label}: {box.shown}"),
    ]
    return (160,), rows


def headed(box: Box) -> tuple[tuple[float, ...], list[TableRow]]:
    """Code and title over the whole width, below them labels and what they name."""
    rows = [
        (Cell(f"{box.code}: {box.title}", bold=True, colspan=2),),
        cells(box.text_label, box.text),
        cells(box.due_label, box.shown),
    ]
    return (40, 120), rows


def crowned(box: Box) -> tuple[tuple[float, ...], list[TableRow]]:
    """Code, title and last day side by side, the text over the whole width below."""
    top = (Cell(box.code, bold=True), Cell(box.title, bold=True), Cell(f"Frist: {box.shown}"))
    return (28, 82, 50), [top, (Cell(box.text, colspan=3),)]


def filled(box: Box) -> tuple[tuple[float, ...], list[TableRow]]:
    """One cell that holds all."""
    body = (
        Paragraph(f"{box.code} {box.title}", "bold"),
        Paragraph(box.text),
        Paragraph(box.shown, lead=f"{box.due_label}:", lead_style="bold"),
    )
    return (160,), [(Cell(elements=body),)]


Manner = Callable[[Box], tuple[tuple[float, ...], list[TableRow]]]


def drawn_box(
    draft: Draft, chance: random.Random, code: str, work: Work, labels: tuple[str, ...]
) -> Box:
    """What a box says of the work."""
    infinitive, day = draft.said(work.infinitive), drawn_period(chance)
    request = draft.said(chance.choice(REQUESTS)).format(agency=agency_of(draft), work=infinitive)
    remarks = map(draft.said, chance.sample(REMARKS, chance.randrange(3)))
    return Box(
        code,
        draft.said(work.title),
        draft.sentence(chance.randrange(10)),
        " ".join((request, *remarks)),
        day.shown[0].upper() + day.shown[1:],
        day.due,
        *labels,
    )


def written_by(manner: Manner) -> Callable[[Draft, int], None]:
    """A letter with boxes of the manner."""

    def write(draft: Draft, number: int) -> None:
        chance = random.Random(f"boxes {manner.__name__} {number}")
        numbers = opened(draft, chance)
        draft.heading(numbers.next(), chance.choice(HEADINGS))
        alone = manner in (labelled, titled, crowned)
        code = chance.choice((*CODES, SHORT) if alone else CODES)
        groups = (NUMBER_LABELS, TITLE_LABELS, TEXT_LABELS, DUE_LABELS)
        labels = tuple(draft.said(chance.choice(group)) for group in groups)
        for place, work in enumerate(chance.sample(WORKS, chance.randint(2, 5)), 1):
            box = drawn_box(draft, chance, code.format(place), work, labels)
            widths, rows = manner(box)
            draft.add(Table(widths, tuple(rows), heading=0), Gap(10))
            task = Task(canonical(box.code), box.title, description=box.text, deadlines=[box.due])
            task.background = box.background if manner is titled else None
            draft.note(task)
        closed(draft, chance, numbers)

    return write


def form(name: str, manner: Manner) -> Form:
    return Form(name, written_by(manner), letters=4, drawn=True)


FORMS = (
    form("drawn boxes, labels", labelled),
    form("drawn boxes, code beside title", titled),
    form("drawn boxes, one column", stacked),
    form("drawn boxes, title over labels", headed),
    form("drawn boxes, day beside title", crowned),
    form("drawn boxes, one cell", filled),
)
