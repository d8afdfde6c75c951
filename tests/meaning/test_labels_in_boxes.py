"""Assignments whose parts have labels, in a frame, a table or the text itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from set_letters import BASE, read_letter
from tildeling.letter import Letter

Rows = Sequence[tuple[str, str]]
Form = Callable[[str, Rows], str]
Read = tuple[str | None, str | None, str | None, list[tuple[str, str | None]]]

ONE = "Ventetid i familievernet"
OTHER = "Veileder om samtaler"
WHY = (
    "Familier venter lenger enn før, og kontorene har ulik praksis for hvem som får time først. "
    "Det er gjort lite for å måle dette."
)
ASKED = (
    "Tilsynet skal kartlegge hvor lenge familier venter på sin første time, og foreslå tiltak som "
    "gjør at ingen venter mer enn tre uker."
)
BRIEFLY = "Kontorene har bedt om råd."
ALSO = "Tilsynet skal lage en veileder for kontorene om samtaler med barn og unge."


def beside(rows: Rows, *, mark: str = "*") -> str:
    """Labels in a narrow column, in bold, their values beside them, no lines."""
    cells = ", ".join(f"[{mark}{label}{mark}], [{value}]" for label, value in rows)
    return f"#grid(columns: (3cm, 1fr), column-gutter: 6pt, row-gutter: 7pt, {cells})"


def over(rows: Rows, *, mark: str = "*") -> str:
    """Each label on a line of its own, over its value."""
    return "\n\n".join(f"{mark}{label}{mark}\n\n{value}" for label, value in rows)


def ruled(rows: Rows, *, first: str = "", look: str = "") -> str:
    """Labels and values in a table with lines."""
    cells = ", ".join(f"[{label}], [{value}]" for label, value in rows)
    return f"#table(columns: (3.4cm, 1fr), inset: 5pt, {look}{first}{cells})\n"


def framed(body: str, look: str = "stroke: 0.6pt") -> str:
    return f"#block(width: 100%, inset: 9pt, {look})[{body}]\n"


def across(title: str) -> str:
    return f"table.cell(colspan: 2)[{title}], "


FORMS: dict[str, Form] = {
    "frame, title, labels beside": lambda t, r: framed(f"*{t}*\n\n{beside(r)}"),
    "shade, title, labels beside": lambda t, r: framed(f"*{t}*\n\n{beside(r)}", "fill: luma(235)"),
    "bar, title, labels beside": lambda t, r: framed(
        f"*{t}*\n\n{beside(r)}", "stroke: (left: 3pt + navy)"
    ),
    "frame, title, plain labels beside": lambda t, r: framed(f"*{t}*\n\n{beside(r, mark='')}"),
    "frame, title, labels over": lambda t, r: framed(f"*{t}*\n\n{over(r)}"),
    "frame, title, plain labels over": lambda t, r: framed(f"*{t}*\n\n{over(r, mark='')}"),
    "frame, title among the labels": lambda t, r: framed(beside([("Oppdrag", t), *r])),
    "cell, title, labels beside": lambda t, r: (
        f"#table(columns: (1fr,), inset: 7pt, [*{t}*\n\n{beside(r)}])\n"
    ),
    "title in a cell over one of labels": lambda t, r: (
        f"#table(columns: (1fr,), inset: 7pt, [*{t}*], [{beside(r)}])\n"
    ),
    "no frame, labels beside": lambda t, r: f"\n*{t}*\n\n{beside(r)}\n\n",
    "no frame, labels over": lambda t, r: f"\n*{t}*\n\n{over(r)}\n\n",
    "no frame, title among the labels": lambda t, r: f"{beside([('Tema', t), *r])}\n\n#v(4mm)\n",
    "table, title over it": lambda t, r: f"\n*{t}*\n\n{ruled(r)}",
    "lines across, title over it": lambda t, r: (
        f"\n*{t}*\n\n{ruled(r, look='stroke: (x: none, y: 0.5pt), ')}"
    ),
    "table, title in bold across": lambda t, r: ruled(r, first=across(f"*{t}*")),
    "table, title across": lambda t, r: ruled(r, first=across(t)),
    "table, title beside a label": lambda t, r: ruled([("Navn på oppdraget", t), *r]),
    "frame, title across": lambda t, r: (
        f"#rect(width: 100%, inset: 2pt)[{ruled(r, first=across(f'*{t}*'), look='stroke: none, ')}]"
    ),
}
PLACES: dict[str, Callable[[str], str]] = {
    "under a heading of assignments": lambda boxes: (
        f"= Oppdrag\nDepartementet gir disse oppdragene.\n{boxes}"
    ),
    "under a topic": lambda boxes: f"= Oppdrag\n== Samtaler\n{boxes}",
    "under another heading": lambda boxes: f"= Satsinger\nSlik er det.\n{boxes}",
}


def told(letter: Letter) -> list[Read]:
    return [
        (
            each.title,
            each.background,
            each.description,
            [(str(deadline.date), deadline.label) for deadline in each.deadlines],
        )
        for each in letter.assignments
    ]


def read(body: str, numbering: str = '"1.1"') -> Letter:
    return read_letter(
        f"= Mål\nTilsynet skal bidra til trygge familier.\n{body}\n"
        "= Rapportering\nTilsynet skal sende årsrapporten i mars.",
        title=BASE,
        numbering=numbering,
    )


@pytest.mark.parametrize("numbering", ['"1.1"', "none"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", FORMS)
def test_a_box_of_labels_is_an_assignment_however_it_is_set(
    form: str, place: str, numbering: str
) -> None:
    boxes = FORMS[form](
        ONE, [("Bakgrunn", WHY), ("Beskrivelse", ASKED), ("Frist", "1\\. juli 2025")]
    ) + FORMS[form](
        OTHER, [("Bakgrunn", BRIEFLY), ("Beskrivelse", ALSO), ("Frist", "15\\. november 2025")]
    )

    assert told(read(PLACES[place](boxes), numbering)) == [
        (ONE, WHY, ASKED, [("2025-07-01", None)]),
        (OTHER, BRIEFLY, ALSO, [("2025-11-15", None)]),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_labels_may_say_what_falls_due_and_that_it_is_the_assignment(form: str) -> None:
    box = FORMS[form](
        ONE,
        [("Bakgrunn", WHY), ("Oppdrag", ASKED), ("Frist for sluttrapport", "1\\. juli 2025")],
    )

    assert told(read(PLACES["under a topic"](box))) == [
        (ONE, WHY, ASKED, [("2025-07-01", "Frist for sluttrapport")])
    ]


@pytest.mark.parametrize("form", FORMS)
def test_whom_to_ask_is_no_assignment(form: str) -> None:
    box = FORMS[form](
        ONE,
        [
            ("Bakgrunn", WHY),
            ("Omtale av oppdraget", ASKED),
            ("Kontaktperson", "Kari Strand"),
            ("Frist", "1\\. juli 2025"),
        ],
    )

    letter = read(PLACES["under a topic"](box))
    assert told(letter) == [(ONE, WHY, ASKED, [("2025-07-01", None)])]
    assert letter.assignments[0].responsible == "Kari Strand"


def test_a_blank_line_in_a_value_begins_no_row() -> None:
    rows = [
        ("Bakgrunn", WHY),
        ("Omtale av oppdraget", f"{ASKED}\n\n{ALSO}"),
        ("Leveranse", BRIEFLY),
        ("Frist", "1\\. juli 2025"),
    ]

    ((_, background, description, due),) = told(
        read(PLACES["under a topic"](framed(f"*{ONE}*\n\n{beside(rows)}")))
    )
    assert (background, due) == (WHY, [("2025-07-01", None)])
    assert description == f"{ASKED}\n\n{ALSO}\n\n{BRIEFLY}"


@pytest.mark.parametrize("form", ["table, title over it", "no frame, labels beside"])
def test_boxes_may_stand_before_a_table_of_assignments_with_numbers(form: str) -> None:
    box = FORMS[form](ONE, [("Bakgrunn", WHY), ("Beskrivelse", ASKED), ("Frist", "løpende")])
    rest = (
        "I tillegg har tilsynet følgende oppdrag:\n\n#table(columns: (1cm, 4cm, 7cm, 3cm), [Nr.],"
        " [Tema], [Oppdrag], [Frist], [1], [Kontorer], [Telle kontorene.], [1. august 2025],"
        " [2], [Tolk], [Kartlegge bruken av tolk.], [1. september 2025])\n"
    )

    found = told(read(f"= Oppdrag\n{box}\n{rest}"))

    assert found[0] == (ONE, WHY, ASKED, [("None", None)])
    assert [title for title, *_ in found] == [ONE, "Kontorer", "Tolk"]


def test_oppdrag_over_assignments_of_its_own_heads_them() -> None:
    letter = read(
        "= Samtaler\n*Oppdrag*\n\n"
        f"- *{ONE}.* {ASKED} Frist: 1. juli 2025.\n- *{OTHER}.* {ALSO} Frist: 1. mai 2025."
    )

    assert [each.title for each in letter.assignments] == [ONE, OTHER]


@pytest.mark.parametrize("numbering", ['"1.1"', "none"])
@pytest.mark.parametrize("heading", ["Særskilte oppdrag", "Oppdrag i 2025"])
def test_a_code_before_the_title_numbers_the_assignment_and_heads_no_section(
    heading: str, numbering: str
) -> None:
    boxes = "".join(
        f"#table(columns: (1fr,), inset: 7pt, [*{code} {title}*], [{text}], [Frist: 1. juli 2025])"
        for code, title, text in (("O 001", ONE, ASKED), ("O 002", OTHER, ALSO))
    )

    letter = read(f"= {heading}\n{boxes}\n", numbering)

    assert [(each.number, each.title) for each in letter.assignments] == [
        ("O001", ONE),
        ("O002", OTHER),
    ]
    assert [each.title for each in letter.sections] == ["Mål", heading, "Rapportering"]


def titled(word: str, title: str, rows: Sequence[tuple[str, str]]) -> str:
    """A ruled table whose first row, over both columns, holds a word and the title."""
    cells = ", ".join(f"[{label}], [{value}]" for label, value in rows)
    return f"#table(columns: (3cm, 1fr), table.cell(colspan: 2)[*{word}: {title}*], {cells})\n\n"


@pytest.mark.parametrize("word", ["Oppdrag", "Nytt oppdrag", "Bestilling", "Tittel"])
def test_a_word_before_the_title_in_its_row_is_no_part_of_it(word: str) -> None:
    rows = [("Bakgrunn", WHY), ("Beskrivelse av oppdraget", ASKED), ("Frist", "1\\. juli 2025")]
    boxes = titled(word, ONE, rows) + titled(word, OTHER, [*rows[:2], ("Frist", "Avtales")])
    assert [each[0] for each in told(read(PLACES["under a topic"](boxes)))] == [ONE, OTHER]


def test_a_label_that_nobody_knows_among_two_that_are_known_is_one() -> None:
    rows = [("Bakgrunn", WHY), ("Beskrivelse", ASKED), ("Målgruppe", BRIEFLY), ("Frist", "Snarest")]
    ((title, background, description, _),) = told(
        read(PLACES["under a topic"](titled("Oppdrag", ONE, rows)))
    )
    assert (title, background) == (ONE, WHY)
    assert description is not None
    assert description.startswith(ASKED)
