"""A letter while it is written: its elements, and beside them the truth about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letters.elements import Columns, Element, Gap, LabelStyle, Page, Paragraph
from letters.heads import DESIGNS, Printed, place_and_date
from letters.texts import BODIES, CLOSING, MONTHS, PEOPLE, SENTENCES, TITLES, Said
from letters.truth import Head, Heading, Task, Truth
from tildeling.letter import AssignmentStatus, LetterKind, WrittenLanguage


class Draft:
    """A letter in one language; what is written is at once noted as true."""

    def __init__(self, language: WrittenLanguage, page: Page) -> None:
        self.language: WrittenLanguage = language
        self.page = page
        self.elements: list[Element] = []
        self.truth = Truth()

    def say(self, nb: str, nn: str | None = None) -> str:
        """The text in the letter's language; `nn` only where it differs."""
        return nb if self.language == "nb" or nn is None else nn

    def said(self, text: Said) -> str:
        """The text in the letter's language."""
        return text.within(self.language)

    def sentence(self, number: int) -> str:
        """An invented sentence; every number from 0 gives another one."""
        text = self.said(SENTENCES[number % len(SENTENCES)])
        if number < len(SENTENCES):
            return text
        region = chr(ord("A") + number // len(SENTENCES) % 26)
        return f"{text[:-1]}, {self.say('særlig', 'særleg')} i region {region}."

    def title(self, number: int) -> str:
        """An invented title of an assignment."""
        return self.said(TITLES[number % len(TITLES)])

    def add(self, *elements: Element) -> None:
        """Elements that say nothing that is scored, or whose truth the caller notes."""
        self.elements.extend(elements)

    def paragraph(self, text: str) -> str:
        """A paragraph; gives back its text."""
        self.add(Paragraph(text))
        return text

    def sentences(self, *numbers: int) -> str:
        """One paragraph a number, and what they come to as a field."""
        return "\n\n".join(self.paragraph(self.sentence(number)) for number in numbers)

    def letterhead(
        self,
        design: int,
        date: str,
        *,
        addendum: int | None = None,
        title: str | None = None,
        kind: LetterKind | None = None,
        year: int | None = None,
    ) -> None:
        """The letter's top and title; bodies and case number follow from the design."""
        day, set_head = dt.date.fromisoformat(date), DESIGNS[design % len(DESIGNS)]
        ministry, agency = BODIES[(design * 3 + day.day) % len(BODIES)]
        year = year or day.year
        prefix = f"Tillegg nr. {addendum} til tildelingsbrev" if addendum else "Tildelingsbrev"
        title = (title or f"{prefix} for {year} til {{agency}}").format(agency=agency)
        case_number = f"{day.year % 100}/{1200 + design * 37}-{design % 40 + 2}"
        self.truth.head = Head(
            kind=kind or ("addendum" if addendum else "base"),
            addendum_number=addendum,
            title=title,
            budget_year=year,
            agency=agency,
            ministry=ministry,
            date=day,
            case_number=None if set_head is place_and_date else case_number,
            language=self.language,
        )
        written = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
        printed = Printed(
            ministry=ministry,
            address=(agency, "Postboks 2090 Vika", "0125 OSLO"),
            date=f"{day:%d.%m.%Y}" if design % 2 else written,
            case_number=case_number,
            your_reference=self.say("Deres ref", "Dykkar ref"),
        )
        self.add(*set_head(printed), Gap(14))
        self.add(Paragraph(title, style="bold", scale=1.3, above=8, below=8, sticky=True))
        self.paragraph(
            self.say(
                f"{ministry} viser til Prop. 1 S ({year - 1}–{year}) og til Stortingets "
                "behandling av budsjettet.",
                f"{ministry} viser til Prop. 1 S ({year - 1}–{year}) og til handsaminga i "
                "Stortinget av budsjettet.",
            )
        )

    def heading(
        self, number: str, title: str | Said, level: int = 1, style: LabelStyle = "bold"
    ) -> None:
        """A section's heading; `number` as printed, '' without."""
        title = title if isinstance(title, str) else self.said(title)
        scale = 1.0 if style == "plain" else 1.2 if level == 1 else 1.08
        text = f"{number} {title}" if number else title
        self.add(Paragraph(text, style, scale, above=16, below=5, sticky=True))
        self.truth.sections.append(Heading(number.rstrip(".") or None, title, level))

    def assignment(
        self,
        number: str | None,
        title: str | None,
        printed: str,
        status: AssignmentStatus = "new",
        withheld: bool = False,
    ) -> Task:
        """An assignment under a bold heading, `printed`; the caller fills in what it holds."""
        self.add(Paragraph(printed, style="bold", above=14, sticky=True))
        return self.note(Task(number, title, status=status, withheld=withheld))

    def note(self, task: Task) -> Task:
        """An assignment that the caller sets itself."""
        self.truth.tasks.append(task)
        return task

    def label(self, text: str, style: LabelStyle = "bold") -> None:
        """A label on a line of its own."""
        shown = f"{text}:" if style == "plain" else text
        self.add(Paragraph(shown, style=style, above=8, sticky=True))

    def run_in(self, label: str, text: str, style: LabelStyle = "plain") -> str:
        """A paragraph that starts with its label."""
        self.add(Paragraph(text, lead=f"{label}:", lead_style=style))
        return text

    def items(self, texts: Sequence[str], markers: Sequence[str] = "•••••") -> tuple[str, ...]:
        """A list, each item behind its marker."""
        for marker, text in zip(markers, texts, strict=False):
            self.add(Paragraph(text, marker=marker, above=3))
        return tuple(texts)

    def close(
        self,
        people: int,
        copies: Sequence[str] = ("Riksrevisjonen",),
        *,
        section: str = "",
        greeting: str = "",
        copy_label: str = "Kopi:",
        stacked: bool = False,
    ) -> None:
        """The closing: a last section where one is named, signatures, copy recipients."""
        if section:
            self.heading(section, CLOSING)
            self.sentences(8)
        greeting = greeting or self.say("Med hilsen", "Med helsing")
        self.add(Paragraph(greeting, above=22, below=26, sticky=True))
        signatories = PEOPLE[people % len(PEOPLE)]
        if stacked:
            for name, title in signatories:
                self.add(Paragraph(name, above=12, sticky=True), Paragraph(title, above=0))
        else:
            self.add(Columns(signatories))
        signed = self.say(
            "Dokumentet er elektronisk signert og har derfor ikke håndskrevne signaturer",
            "Dokumentet er elektronisk signert og har difor ikkje handskrivne signaturar",
        )
        self.add(Paragraph(signed, scale=0.85, above=16))
        if copies:
            self.add(Paragraph(copy_label, above=12, sticky=True))
            self.add(*(Paragraph(name, above=0) for name in copies))
        self.truth.signatories = list(signatories)
        self.truth.copies = list(copies)


@dataclass(frozen=True, slots=True)
class Form:
    """One form that letters take; `write` writes the letter of a number from 0.

    Of a form that is `drawn`, every number writes another letter; else there are `letters` of them.
    """

    name: str
    write: Callable[[Draft, int], None]
    letters: int = 6
    drawn: bool = False
