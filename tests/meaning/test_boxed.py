"""Assignments set in boxes: title and text beside a narrow column of labels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from set_letters import read_letter
from tildeling.letter import Assignment, Letter

ROUND = "stroke: 0.6pt, radius: 4pt"
TITLE = "Tildelingsbrev for 2025 til Familievernstilsynet"
ASKS = (
    "Tilsynet skal kartlegge hvor lenge familier venter på sin første time, og foreslå tiltak "
    "som gjør at ingen venter mer enn tre uker. Kartleggingen skal omfatte alle kontorer."
)
MORE = (
    "Tilsynet skal lage en veileder for kontorene om samtaler med barn. Den skal bygge på det "
    "som er prøvd ut i to regioner, og skal kunne tas i bruk av alle som arbeider med saken."
)


def card(
    title: str, text: str, beside: str, *, look: str = ROUND, columns: str = "1fr, 95pt"
) -> str:
    """A box with a title over its text, and a column of its own to the right."""
    return (
        f"#block(width: 100%, inset: 9pt, breakable: false, {look})"
        f"[#grid(columns: ({columns}), column-gutter: 16pt, [*{title}*\n\n{text}], [{beside}])]\n"
    )


def told(**values: str) -> str:
    """Labels in small type, each over its value in bold."""
    lines = (rf"#text(7pt)[{label}] \ *{value}*" for label, value in values.items())
    return "#align(right)[" + r" \ ".join(lines) + "]"


def read(*cards: str, heading: str = "Oppdrag") -> Letter:
    body = "\n".join(cards)
    return read_letter(
        f"= Mål\nTilsynet skal bidra til trygge familier.\n= {heading}\nBoksene er like.\n{body}\n"
        "= Rapportering\nTilsynet skal sende årsrapporten i mars.",
        title=TITLE,
    )


def due(assignment: Assignment) -> list[tuple[str | None, str | None]]:
    return [(str(deadline.date), deadline.label) for deadline in assignment.deadlines]


@pytest.mark.parametrize(
    "look",
    [
        ROUND,
        "stroke: 0.6pt",
        "fill: luma(235)",
        "fill: luma(235), radius: 5pt",
        "stroke: (left: 3pt + navy)",
        "stroke: (left: 0.8pt)",
        "stroke: (left: 3pt + navy, rest: 0.5pt), radius: 4pt",
    ],
)
def test_each_card_is_an_assignment_however_its_box_is_drawn(look: str) -> None:
    letter = read(
        card("Ventetid i familievernet", ASKS, told(Frist="1. april 2025"), look=look),
        card("Veileder om samtaler", MORE, told(Frist="15. november 2025"), look=look),
    )

    found = [(each.title, each.description, due(each)) for each in letter.assignments]

    assert found == [
        ("Ventetid i familievernet", ASKS, [("2025-04-01", None)]),
        ("Veileder om samtaler", MORE, [("2025-11-15", None)]),
    ]
    assert [each.section for each in letter.assignments] == ["2", "2"]


def test_a_card_may_tell_of_a_step_on_the_way_and_of_who_answers_for_it() -> None:
    letter = read(
        card(
            "Ventetid i familievernet",
            ASKS,
            told(Delfrist="3. mars 2025", Frist="15. november 2025", Ansvarlig="FAM"),
        )
    )

    (assignment,) = letter.assignments
    assert due(assignment) == [("2025-03-03", "Delfrist"), ("2025-11-15", None)]
    assert assignment.responsible == "FAM"


def test_the_narrow_column_may_stand_to_the_left_or_be_two() -> None:
    left = (
        "#block(width: 100%, inset: 9pt, stroke: 0.5pt, radius: 4pt)[#grid(columns: (95pt, 1fr), "
        f"column-gutter: 16pt, [Frist \\ 1. april 2025], [*Ventetid i familievernet*\n\n{ASKS}])]\n"
    )
    two = (
        "#block(width: 100%, inset: 9pt, stroke: 0.5pt, radius: 4pt)[#grid(columns: (1fr, 80pt, "
        "70pt), column-gutter: 12pt, "
        f"[*Veileder om samtaler*\n\n{MORE}], [Frist \\ 1. juni 2025], [Ansvarlig \\ FAM])]\n"
    )

    one, other = read(left, two).assignments

    assert (one.title, one.description, due(one)) == (
        "Ventetid i familievernet",
        ASKS,
        [("2025-04-01", None)],
    )
    assert (other.title, other.description, other.responsible, due(other)) == (
        "Veileder om samtaler",
        MORE,
        "FAM",
        [("2025-06-01", None)],
    )


def test_a_title_may_stand_in_a_bar_over_all_columns() -> None:
    boxed = (
        "#block(width: 100%, stroke: 0.6pt, radius: 4pt)[#block(width: 100%, inset: 7pt, "
        "fill: luma(225), below: 0pt)[*Ventetid i familievernet på kontorene i hele landet*]"
        "#block(inset: 9pt)[#grid(columns: (1fr, 95pt), column-gutter: 16pt, "
        f"[{ASKS}], [{told(Frist='1. april 2025')}])]]\n"
    )

    (assignment,) = read(boxed).assignments

    assert assignment.title == "Ventetid i familievernet på kontorene i hele landet"
    assert assignment.description == ASKS
    assert due(assignment) == [("2025-04-01", None)]


def test_a_badge_with_the_priority_is_no_part_of_the_text() -> None:
    badge = "#box(fill: navy, radius: 6pt, inset: 3pt)[#text(7pt, white)[Prioritering 2]]"

    (assignment,) = read(
        card("Ventetid i familievernet", f"{ASKS}\n\n{badge}", told(Frist="1. april 2025"))
    ).assignments

    assert assignment.description == ASKS


def test_a_number_in_a_card_is_the_assignments() -> None:
    letter = read(
        card("2025-04 Ventetid i familievernet", ASKS, told(Frist="1. april 2025")),
        card("Oppdrag 2025-05: Veileder om samtaler", MORE, told(Frist="løpende")),
    )

    assert [(each.number, each.title) for each in letter.assignments] == [
        ("2025-04", "Ventetid i familievernet"),
        ("2025-05", "Veileder om samtaler"),
    ]


def test_a_card_with_two_of_the_labels_is_an_assignment_wherever_it_stands() -> None:
    letter = read(
        card("Ventetid i familievernet", ASKS, told(Frist="1. april 2025", Ansvarlig="FAM")),
        heading="Satsinger",
    )

    assert [each.title for each in letter.assignments] == ["Ventetid i familievernet"]


def test_cards_about_indicators_and_facts_are_no_assignments() -> None:
    letter = read(
        card("Styringsparameter 1", ASKS, told(Måltall="80 prosent")),
        card("Ventetid i familievernet", ASKS, told(Frist="1. april 2025")),
    )

    assert [each.title for each in letter.assignments] == ["Ventetid i familievernet"]


def test_a_deadline_in_a_card_that_is_no_day_is_told() -> None:
    letter = read(card("Ventetid i familievernet", ASKS, told(Frist="31. juni 2025")))

    assert "impossible_date" in [finding.code for finding in letter.findings]


def ruled(*rows: str, columns: str) -> str:
    """A table with all its lines, its cells in Typst."""
    return (
        f"#block(breakable: false)[#table(columns: ({columns}), inset: 5pt, {', '.join(rows)})]\n"
    )


def boxes(form: str) -> str:
    """Two assignments, each in a box of that form."""
    forms: dict[str, Callable[[str, str, str], str]] = {
        "text | frist": lambda title, text, date: ruled(
            f"[*{title}*\n\n{text}], [Frist \\ *{date}*]", columns="1fr, 95pt"
        ),
        "title / text | frist": lambda title, text, date: ruled(
            f"table.cell(colspan: 2, fill: luma(225))[*{title}*]",
            f"[{text}], [Frist \\ *{date}*]",
            columns="1fr, 95pt",
        ),
        "title / text / frist:": lambda title, text, date: ruled(
            f"[*{title}*]", f"[{text}]", f"[Frist: {date}]", columns="1fr"
        ),
        "title / text / frist: | date": lambda title, text, date: ruled(
            f"table.cell(colspan: 2)[*{title}*]",
            f"table.cell(colspan: 2)[{text}]",
            f"[Frist:], [{date}]",
            columns="70pt, 1fr",
        ),
        "title / labels": lambda title, text, date: ruled(
            f"table.cell(colspan: 2)[*{title}*]",
            f"[Beskrivelse], [{text}]",
            f"[Frist], [{date}]",
            columns="80pt, 1fr",
        ),
        "oppdrag | title / labels": lambda title, text, date: ruled(
            f"[Oppdrag], [{title}]",
            f"[Beskrivelse], [{text}]",
            f"[Frist], [{date}]",
            columns="80pt, 1fr",
        ),
        "title over text | frist": lambda title, text, date: (
            f"\n*{title}*\n" + ruled(f"[{text}], [Frist \\ *{date}*]", columns="1fr, 95pt")
        ),
    }
    make = forms[form]
    return make("Ventetid i familievernet", ASKS, "1. april 2025") + make(
        "Veileder om samtaler", MORE, "15. november 2025"
    )


@pytest.mark.parametrize(
    "form",
    [
        "text | frist",
        "title / text | frist",
        "title / text / frist:",
        "title / text / frist: | date",
        "title / labels",
        "oppdrag | title / labels",
        "title over text | frist",
    ],
)
def test_a_ruled_box_is_an_assignment_wherever_its_title_and_deadline_stand(form: str) -> None:
    found = [(each.title, each.description, due(each)) for each in read(boxes(form)).assignments]

    assert found == [
        ("Ventetid i familievernet", ASKS, [("2025-04-01", None)]),
        ("Veileder om samtaler", MORE, [("2025-11-15", None)]),
    ]


def test_a_box_may_have_its_number_in_a_cell_of_its_own() -> None:
    (assignment,) = read(
        ruled(
            f"[2025-04], [*Ventetid i familievernet*\n\n{ASKS}], [Frist \\ *1. april 2025*]",
            columns="50pt, 1fr, 95pt",
        )
    ).assignments

    assert (assignment.number, assignment.title) == ("2025-04", "Ventetid i familievernet")
    assert assignment.description == ASKS
    assert due(assignment) == [("2025-04-01", None)]


def test_rows_of_boxes_in_one_table_are_an_assignment_each() -> None:
    rows = [
        f"[*Ventetid i familievernet*\n\n{ASKS}], [Frist \\ *1. april 2025*]",
        f"[*Veileder om samtaler*\n\n{MORE}], [Frist \\ *løpende*]",
    ]

    found = read(ruled(*rows, columns="1fr, 95pt")).assignments

    assert [(each.title, each.description) for each in found] == [
        ("Ventetid i familievernet", ASKS),
        ("Veileder om samtaler", MORE),
    ]


MONOSPACED = """
= Oppdrag
#set text(font: "DejaVu Sans Mono", size: 8pt)
#table(
  columns: (7em, 6em, 1fr),
  [TB2025-8], [FHA], [Felles register for småhavner],
  table.cell(colspan: 3)[
    Tilsynet skal slå sammen de to registrene, og legge til rette for at havnene selv kan rette
    opplysninger om dybde og kaier. Løsningen skal bygge på felles standarder for utveksling.

    Frist: 1. oktober 2025
  ],
)
"""


def test_the_wide_spaces_of_monospaced_type_part_no_merged_cell() -> None:
    (assignment,) = read_letter(MONOSPACED).assignments
    assert assignment.title == "Felles register for småhavner"
    assert assignment.description is not None
    assert assignment.description.startswith("Tilsynet skal slå sammen de to registrene, og legge")
    assert [str(deadline.date) for deadline in assignment.deadlines] == ["2025-10-01"]


CUT_AFTER_POST = """
= Oppdrag
#table(
  columns: (7em, 6em, 1fr),
  [TB2025-8], [FHA], [Felles register for småhavner],
  table.cell(colspan: 3)[
    Tilsynet skal slå sammen de to registrene fra 2019 og 2021, og rette dybder og kaier.

    Det stilles 4 mill. kroner til disposisjon for tilsynet i 2025 over kap. 842, post \\
    21.

    Av dette er det satt av midler til innsamling av opplysninger som i dag ligger på post \\
    01.
  ],
)
"""


def test_numbers_that_begin_lines_of_a_merged_cell_begin_no_rows() -> None:
    (assignment,) = read_letter(CUT_AFTER_POST).assignments
    assert [(line.amount, line.chapter, line.post) for line in assignment.financing] == [
        (4_000_000, 842, 21)
    ]


@pytest.mark.parametrize("label", ["Hva som endres", "Kva som er nytt", "Til orientering"])
def test_a_label_in_the_first_column_is_no_part_of_the_description(label: str) -> None:
    letter = read(
        f"#table(columns: (4cm, 11cm), table.cell(colspan: 2)[*TB2025-17 Lekeplasser*], [{label}],"
        " [Planen skal også vise haller.], [Frist], [1. oktober 2025])"
    )
    (found,) = letter.assignments
    assert (found.title, found.description) == ("Lekeplasser", "Planen skal også vise haller.")


def test_a_note_beside_a_title_is_no_text_of_the_assignment() -> None:
    letter = read(
        "#table(columns: (4cm, 11cm), table.cell(colspan: 2)[TB2024-17 Lekeplasser – forlenget],"
        " [Beskrivelse], [Arbeidet tar mer tid.], [Ny frist], [1. oktober 2025])"
    )
    (found,) = letter.assignments
    assert found.status == "amended"
    assert found.description == "Arbeidet tar mer tid."


@pytest.mark.parametrize("code", ["O 12", "26-01", "TB2026-12"])
def test_a_code_beside_the_title_numbers_the_box_under_it(code: str) -> None:
    letter = read(
        f"#table(columns: (4cm, 11cm), [{code}], [*Lekeplasser*], [Bakgrunn], [De er mange.],"
        " [Beskrivelse], [Tilsynet skal lage en plan.], [Frist], [1. oktober 2025])"
    )
    (found,) = letter.assignments
    assert found.number == code.replace(" ", "")
    assert (found.title, found.description) == ("Lekeplasser", "Tilsynet skal lage en plan.")


def test_a_labelled_day_beside_the_title_is_no_part_of_it() -> None:
    letter = read(
        "#table(columns: (3cm, 7cm, 5cm), [*TB2025-12*], [*Lekeplasser*], [Frist: 1. oktober],"
        " table.cell(colspan: 3)[Tilsynet skal lage en plan.])"
    )
    (found,) = letter.assignments
    assert (found.title, due(found)) == ("Lekeplasser", [("2025-10-01", None)])
