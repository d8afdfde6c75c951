"""Assignments in seven manners: items, headings, labels, paragraphs."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letters.draft import Draft, Form
from letters.drawn.opening import closed, opened
from letters.drawn.works import (
    ANNOUNCING,
    ASKING,
    DUE,
    DUE_LABELS,
    HEADINGS,
    REMARKS,
    REQUESTS,
    WORKS,
    Day,
    agency_of,
    drawn_day,
    drawn_period,
)
from letters.elements import LabelStyle, Paragraph
from letters.texts import Said
from letters.truth import Task

MARKERS = ("•", "–", "-")
TITLE_STYLES: tuple[LabelStyle, ...] = ("bold", "italic", "underline")
LABEL_STYLES: tuple[LabelStyle, ...] = ("bold", "italic", "plain")


@dataclass(frozen=True, slots=True)
class Told:
    """An assignment before it is set: what to do, what is said besides, and by when."""

    title: str
    infinitive: str
    request: str
    remark: str
    due: str
    day: Day

    @property
    def sentences(self) -> str:
        """All of it in sentences."""
        return " ".join(filter(None, (self.request, self.remark, self.due)))


def told(draft: Draft, chance: random.Random) -> list[Told]:
    """Two to five assignments."""
    texts = []
    for work in chance.sample(WORKS, chance.randint(2, 5)):
        day = drawn_day(chance)
        infinitive = draft.said(work.infinitive)
        request = draft.said(chance.choice(REQUESTS))
        remark = draft.said(chance.choice(REMARKS)) if chance.random() < 0.6 else ""
        texts.append(
            Told(
                draft.said(work.title),
                infinitive,
                request.format(agency=agency_of(draft), work=infinitive),
                remark,
                draft.said(chance.choice(DUE)).format(date=day.shown),
                day,
            )
        )
    return texts


def lead(draft: Draft, chance: random.Random, leads: Sequence[Said]) -> None:
    """The sentence over a list."""
    draft.paragraph(draft.said(chance.choice(leads)).format(agency=agency_of(draft)))


def noted(draft: Draft, told: Told, title: str | None, description: str) -> Task:
    task = draft.note(Task(None, title, description=description))
    task.deadlines = [told.day.due]
    return task


def infinitives(draft: Draft, chance: random.Random, tasks: list[Told], _: str) -> None:
    """Items that go on with the sentence over them."""
    lead(draft, chance, ASKING)
    marker = chance.choice(MARKERS)
    for told in tasks:
        if chance.random() < 0.5:
            day = drawn_period(chance)
            text = f"{told.infinitive} {draft.say('innen', 'innan')} {day.shown}"
            draft.note(Task(None, None, description=text)).deadlines = [day.due]
        else:
            text = " ".join(filter(None, (f"{told.infinitive}.", told.remark, told.due)))
            noted(draft, told, None, text)
        draft.add(Paragraph(text, marker=marker, above=3))


def titled_items(draft: Draft, chance: random.Random, tasks: list[Told], _: str) -> None:
    """Items that begin with a title."""
    lead(draft, chance, ANNOUNCING)
    marker, style, stop = chance.choice(MARKERS), chance.choice(TITLE_STYLES), chance.choice(".:")
    for told in tasks:
        draft.add(
            Paragraph(
                told.sentences,
                marker=marker,
                lead=f"{told.title}{stop}",
                lead_style=style,
                above=3,
            )
        )
        noted(draft, told, told.title, told.sentences)


def counted(draft: Draft, chance: random.Random, tasks: list[Told], _: str) -> None:
    """Items that are counted; the list's own marks are no numbers."""
    lead(draft, chance, ANNOUNCING)
    form = chance.choice(("{number}.", "{letter})", "{number})"))
    for place, told in enumerate(tasks):
        marker = form.format(number=place + 1, letter="abcdefgh"[place])
        draft.add(Paragraph(told.sentences, marker=marker, above=3))
        noted(draft, told, None, told.sentences)


def headed(draft: Draft, chance: random.Random, tasks: list[Told], _: str) -> None:
    """A heading without number for each."""
    style = chance.choice(TITLE_STYLES)
    for told in tasks:
        draft.add(Paragraph(told.title, style, above=10, sticky=True))
        noted(draft, told, told.title, body(draft, chance, told))


def body(draft: Draft, chance: random.Random, told: Told) -> str:
    """Its sentences in one paragraph or two, or with the last day in a field; its description."""
    if chance.random() < 0.4:
        return draft.paragraph(told.sentences)
    text = draft.paragraph(" ".join(filter(None, (told.request, told.remark))))
    if chance.random() < 0.5:
        return f"{text}\n\n{draft.paragraph(told.due)}"
    label = draft.said(chance.choice(DUE_LABELS))
    draft.run_in(label, told.day.shown, chance.choice(LABEL_STYLES))
    return text


def labelled(draft: Draft, chance: random.Random, tasks: list[Told], _: str) -> None:
    """Labels under a heading."""
    style = chance.choice(LABEL_STYLES)
    for told in tasks:
        draft.add(Paragraph(told.title, "bold", above=10, sticky=True))
        background = draft.sentence(chance.randrange(10))
        draft.run_in(draft.say("Bakgrunn"), background, style)
        text = " ".join(filter(None, (told.request, told.remark)))
        draft.run_in(draft.say("Oppdrag"), text, style)
        draft.run_in("Frist", told.day.shown, style)
        noted(draft, told, told.title, text).background = background


def paragraphs(draft: Draft, chance: random.Random, tasks: list[Told], _: str) -> None:
    """A paragraph each."""
    above = chance.choice((8, 11, 14))
    for told in tasks:
        draft.add(Paragraph(told.sentences, above=above))
        noted(draft, told, None, told.sentences)


def subsections(draft: Draft, chance: random.Random, tasks: list[Told], number: str) -> None:
    """A numbered section each."""
    for place, told in enumerate(tasks, 1):
        printed = f"{number.rstrip('.')}.{place}" if number else ""
        draft.heading(printed, told.title, 2)
        noted(draft, told, told.title, body(draft, chance, told))


Manner = Callable[[Draft, random.Random, list[Told], str], None]


HEADED = (headed, labelled, subsections)
"""Only the numbers of sections tell their headings from those of assignments."""


def written_by(manner: Manner) -> Callable[[Draft, int], None]:
    """A letter whose assignments are set in the manner."""

    def write(draft: Draft, number: int) -> None:
        chance = random.Random(f"{manner.__name__} {number}")
        numbers = opened(draft, chance, numbered=manner in HEADED)
        section = numbers.next()
        draft.heading(section, chance.choice(HEADINGS))
        manner(draft, chance, told(draft, chance), section)
        closed(draft, chance, numbers)

    return write


def form(name: str, manner: Manner) -> Form:
    return Form(name, written_by(manner), letters=4, drawn=True)


FORMS = (
    form("drawn tasks, infinitives", infinitives),
    form("drawn tasks, titled items", titled_items),
    form("drawn tasks, counted items", counted),
    form("drawn tasks, headings", headed),
    form("drawn tasks, labels", labelled),
    form("drawn tasks, paragraphs", paragraphs),
    form("drawn tasks, subsections", subsections),
)
