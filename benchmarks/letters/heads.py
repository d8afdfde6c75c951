"""Eight ways to set the top of a letter: who writes to whom, when, and under what case number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letters.elements import Columns, Element, Gap, Paragraph


@dataclass(frozen=True, slots=True)
class Printed:
    """What a letterhead prints."""

    ministry: str
    address: tuple[str, ...]
    date: str
    case_number: str
    your_reference: str


def lines(texts: Sequence[str]) -> list[Element]:
    return [Paragraph(text, above=0) for text in texts]


def right(text: str) -> Paragraph:
    return Paragraph(text, align="right", above=0, scale=0.9)


def references_in_a_row(printed: Printed) -> list[Element]:
    labelled = (
        (printed.your_reference, "22/118"),
        ("Vår ref", printed.case_number),
        ("Dato", printed.date),
    )
    return [
        Paragraph(printed.ministry, style="bold", scale=1.3, below=18),
        *lines(printed.address),
        Gap(20),
        Columns(labelled, scale=0.9),
    ]


def references_at_the_right(printed: Printed) -> list[Element]:
    return [
        Paragraph(printed.ministry, style="bold", scale=1.2, below=14),
        *lines(printed.address),
        right(f"Vår ref.: {printed.case_number}"),
        right(f"{printed.your_reference}.: 22/118-4"),
        right(f"Dato: {printed.date}"),
    ]


def references_in_a_list(printed: Printed) -> list[Element]:
    labelled = (
        (printed.your_reference, "22/118"),
        ("Saksnr.", printed.case_number),
        ("Dato", printed.date),
    )
    return [
        Paragraph(printed.ministry, scale=1.5, below=20),
        *lines(printed.address),
        Gap(10),
        *(Columns(((label,), (value,)), widths=(1, 4)) for label, value in labelled),
    ]


def date_without_label(printed: Printed) -> list[Element]:
    return [
        Paragraph(printed.ministry, style="bold", scale=1.1),
        Paragraph(printed.date, align="right"),
        Paragraph(f"Saksnr. {printed.case_number}", align="right", above=0),
        *lines(printed.address),
    ]


def references_run_in(printed: Printed) -> list[Element]:
    cells = (
        (f"Vår ref.: {printed.case_number}",),
        (f"{printed.your_reference}.: ",),
        (f"Dato: {printed.date}",),
    )
    return [
        Paragraph(printed.ministry, style="bold", scale=1.4, below=16),
        *lines(printed.address),
        Gap(12),
        Columns(cells, scale=0.9),
    ]


def references_beside_the_address(printed: Printed) -> list[Element]:
    references = ("Vår dato", printed.date, "Vår referanse", printed.case_number)
    return [
        Paragraph(printed.ministry, style="bold", scale=1.3, below=20),
        Columns((printed.address, references), widths=(3, 2), scale=0.95),
    ]


def place_and_date(printed: Printed) -> list[Element]:
    """The one form that prints no case number."""
    return [
        Paragraph(printed.ministry, style="bold", scale=1.3, below=20),
        *lines(printed.address),
        Paragraph(f"Oslo, {printed.date}", align="right", above=14),
    ]


def centred(printed: Printed) -> list[Element]:
    references = (f"Dato: {printed.date}", f"Saksnummer: {printed.case_number}")
    return [
        Paragraph(printed.ministry, style="bold", scale=1.2, align="center", below=20),
        Columns((printed.address, references), widths=(2, 1)),
    ]


DESIGNS: tuple[Callable[[Printed], list[Element]], ...] = (
    references_in_a_row,
    references_at_the_right,
    references_in_a_list,
    date_without_label,
    references_run_in,
    references_beside_the_address,
    place_and_date,
    centred,
)
