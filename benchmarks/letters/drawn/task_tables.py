"""Tables of assignments: which columns, how headed, how ruled, how the last day is printed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from letters.draft import Draft, Form
from letters.drawn.opening import closed, opened
from letters.drawn.works import HEADINGS, REMARKS, REQUESTS, WORKS, Work, agency_of, drawn_period
from letters.elements import Cell, Paragraph, Ruling, Table, cells
from letters.texts import Said
from letters.truth import Due, Task

RULINGS: tuple[Ruling, ...] = ("full", "none", "horizontal", "inner", "heading")
OVER = (
    Said("Tabellen viser oppdragene for året.", "Tabellen viser oppdraga for året."),
    Said("Oppdragene står i tabellen under.", "Oppdraga står i tabellen under."),
    Said(
        "Departementet gir direktoratet disse oppdragene i 2026:",
        "Departementet gjev direktoratet desse oppdraga i 2026:",
    ),
)
DEPARTMENTS = ("FHA", "AMA", "DIG", "KTA")
NUMBER = (Said("Nr.", "Nr."), Said("Nr", "Nr"), Said("Id", "Id"))
TASK = (
    Said("Oppdrag", "Oppdrag"),
    Said("Oppgave", "Oppgåve"),
    Said("Oppdragstekst", "Oppdragstekst"),
)
TITLE = (Said("Tittel", "Tittel"), Said("Tema", "Tema"), Said("Oppdrag", "Oppdrag"))
TEXT = (
    Said("Beskrivelse", "Omtale"),
    Said("Beskrivelse av oppdraget", "Omtale av oppdraget"),
    Said("Innhold", "Innhald"),
)
DUE = (
    Said("Frist", "Frist"),
    Said("Leveringsfrist", "Leveringsfrist"),
    Said("Tidsfrist", "Tidsfrist"),
    Said("Frist for levering", "Frist for levering"),
)
RESPONSIBLE = (Said("Ansvarlig", "Ansvarleg"), Said("Ansvarlig avdeling", "Ansvarleg avdeling"))


@dataclass(frozen=True, slots=True)
class Line:
    """What the cells of a row can hold."""

    number: str
    title: str
    text: str
    shown: str
    due: Due
    responsible: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what heads it, how wide it is, what stands in it."""

    headings: tuple[Said, ...]
    width: float
    cell: Callable[[Line], Cell]


def titled_text(line: Line) -> Cell:
    """A title over the text, in one cell."""
    return Cell(elements=(Paragraph(line.title, "bold"), Paragraph(line.text, above=0)))


NUMBER_COLUMN = Column(NUMBER, 34, lambda line: Cell(line.number))
TITLE_COLUMN = Column(TITLE, 56, lambda line: Cell(line.title))
TASK_TITLE_COLUMN = Column(TASK, 50, lambda line: Cell(line.title))
TEXT_COLUMN = Column(TEXT, 80, lambda line: Cell(line.text))
TASK_COLUMN = Column(TASK, 90, lambda line: Cell(line.text))
TITLED_COLUMN = Column(TASK, 90, titled_text)
DUE_COLUMN = Column(DUE, 34, lambda line: Cell(line.shown))
RESPONSIBLE_COLUMN = Column(RESPONSIBLE, 40, lambda line: Cell(line.responsible))
# Each with whether its rows have a title.
LAYOUTS = (
    ((NUMBER_COLUMN, TASK_COLUMN, DUE_COLUMN), False),
    ((TASK_TITLE_COLUMN, TEXT_COLUMN, DUE_COLUMN), True),
    ((NUMBER_COLUMN, TITLE_COLUMN, TEXT_COLUMN, DUE_COLUMN), True),
    ((NUMBER_COLUMN, TITLED_COLUMN, DUE_COLUMN), True),
    ((TASK_COLUMN, DUE_COLUMN), False),
    ((DUE_COLUMN, TASK_COLUMN), False),
    ((NUMBER_COLUMN, TASK_COLUMN, RESPONSIBLE_COLUMN, DUE_COLUMN), False),
    ((NUMBER_COLUMN, TITLE_COLUMN, TEXT_COLUMN, RESPONSIBLE_COLUMN, DUE_COLUMN), True),
)


def line(draft: Draft, chance: random.Random, number: str, work: Work) -> Line:
    """A row: a sentence or two, or an infinitive."""
    infinitive = draft.said(work.infinitive)
    text = f"{infinitive[0].upper()}{infinitive[1:]}."
    if chance.random() < 0.7:
        request = draft.said(chance.choice(REQUESTS))
        text = request.format(agency=agency_of(draft), work=infinitive)
    if chance.random() < 0.5:
        text = f"{text} {draft.said(chance.choice(REMARKS))}"
    day = drawn_period(chance)
    shown = day.shown[0].upper() + day.shown[1:]
    if chance.random() < 0.3:
        shown = f"{draft.say('Innen', 'Innan')} {day.shown}"
    return Line(number, draft.said(work.title), text, shown, day.due, chance.choice(DEPARTMENTS))


def table(draft: Draft, chance: random.Random) -> None:
    """The table, and its rows as assignments."""
    columns, titled = chance.choice(LAYOUTS)
    code = chance.choice(("{}", "{}", "2026-{:02}", "TB2026-{:02}"))
    works = chance.sample(WORKS, chance.randint(3, 9))
    drawn = [line(draft, chance, code.format(place), work) for place, work in enumerate(works, 1)]
    head = cells(*(draft.said(chance.choice(column.headings)) for column in columns))
    body = (tuple(column.cell(one) for column in columns) for one in drawn)
    draft.add(
        Table(
            tuple(column.width for column in columns),
            (head, *body),
            ruling=chance.choice(RULINGS),
            repeat=chance.random() < 0.5,
            scale=chance.choice((0.85, 0.9, 1)),
        )
    )
    for one in drawn:
        task = Task(
            one.number if NUMBER_COLUMN in columns else None,
            one.title if titled else None,
            description=one.text,
            responsible=one.responsible if RESPONSIBLE_COLUMN in columns else None,
            deadlines=[one.due],
        )
        draft.note(task)


def write(draft: Draft, number: int) -> None:
    chance = random.Random(f"table of tasks {number}")
    numbers = opened(draft, chance)
    draft.heading(numbers.next(), chance.choice(HEADINGS))
    draft.paragraph(draft.said(chance.choice(OVER)))
    table(draft, chance)
    closed(draft, chance, numbers)


FORMS = (Form("drawn tables of tasks", write, letters=10, drawn=True),)
