"""Tables whose rows are assignments: how columns are headed, cells wrap, and pages cut rows."""

import pytest

from set_letters import BASE, read_letter

NO_RULES = "stroke: none"
ACROSS = "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt)"


def told(table: str, over: str = "") -> list[tuple[str | None, str | None, str | None, list[str]]]:
    """Number, title, description and days of each row of a table under "Oppdrag"."""
    letter = read_letter(
        f"= Oppdrag\n{over}\nTabellen viser oppdragene for året.\n#table({table})\n",
        title=BASE,
        date="20. desember 2024",
    )
    return [
        (
            one.number,
            one.title,
            " ".join((one.description or "").split()) or None,
            [str(each.date) for each in one.deadlines],
        )
        for one in letter.assignments
    ]


@pytest.mark.parametrize(
    ("what", "when"),
    [
        ("Oppdragstekst", "Frist for levering"),
        ("Oppdragsbeskrivelse", "Frist/dato"),
        ("Bestilling", "Rapporteringsfrist"),
    ],
)
def test_columns_are_known_by_the_words_that_ministries_head_them_with(
    what: str, when: str
) -> None:
    (row,) = told(
        f"columns: (2cm, 8cm, 4cm), [*Nr.*], [*{what}*], [*{when}*],"
        " [1], [Etaten skal telle alle kaier.], [Innen 1. juni 2025]"
    )
    assert row == ("1", None, "Etaten skal telle alle kaier.", ["2025-06-01"])


def test_a_title_that_wraps_in_a_column_without_rules_is_whole() -> None:
    rows = told(
        f"columns: (2cm, 2.6cm, 7cm, 3cm), {NO_RULES}, [*Nr.*], [*Tittel*], [*Beskrivelse*],"
        " [*Frist*], [1], [Nasjonalt kairegister], [Etaten skal telle alle kaier langs kysten.],"
        " [Innen 1. juni 2025], [2], [Tryggere farleder],"
        " [Etaten skal merke farledene.], [Innen 1. mai 2025]"
    )
    assert [title for _, title, _, _ in rows] == ["Nasjonalt kairegister", "Tryggere farleder"]


def test_a_cell_may_end_with_a_year_alone_on_its_line() -> None:
    text = "Etaten skal telle alle kaier langs kysten. Forskriften ble endret 1. juli 2023."
    (row,) = told(
        f"columns: (6.6cm, 4cm), {NO_RULES}, [*Oppdrag*], [*Frist*], [{text}], [Innen 1. juni 2025]"
    )
    assert row == (None, None, text, ["2025-06-01"])


def test_a_span_of_years_that_a_line_cuts_is_one() -> None:
    for width in range(50, 74, 2):
        (row,) = told(
            f"columns: ({width}mm, 4cm), {NO_RULES}, [*Oppdrag*], [*Frist*],"
            " [Etaten skal telle kaier. Det vises til Prop. 1 S (2024–2025).], [Innen 1. juni 2025]"
        )
        assert row[2] == "Etaten skal telle kaier. Det vises til Prop. 1 S (2024–2025)."


@pytest.mark.parametrize("repeat", ["true", "false"])
@pytest.mark.parametrize("rules", [NO_RULES, ACROSS])
def test_the_rest_of_a_row_at_the_head_of_a_page_belongs_to_its_row(
    rules: str, repeat: str
) -> None:
    first = "Etaten skal telle alle kaier langs kysten og i fjordene."
    rest = "Arbeidet skal gjøres i samråd med kommunene og havnene."
    for above in range(40, 130, 6):
        rows = told(
            f"columns: (2cm, 6cm, 4cm), {rules}, table.header(repeat: {repeat}, [*Nr.*],"
            f" [*Oppdrag*], [*Frist*]), [1], [{first} {rest}], [Innen 1. juni 2025],"
            f" [2], [{first} {rest}], [Innen 1. mai 2025]",
            over=f"#v({above}mm)",
        )
        assert rows == [
            ("1", None, f"{first} {rest}", ["2025-06-01"]),
            ("2", None, f"{first} {rest}", ["2025-05-01"]),
        ], above


def test_a_letter_of_small_tables_keeps_its_paragraphs() -> None:
    letter = read_letter(
        "= Innledning\nVurderingene skal omfatte virkninger for personvern, beredskap og "
        "universell utforming, og for alle som bruker havnene.\n= Oppdrag\n"
        "Tabellen viser oppdragene for året.\n#set text(size: 8pt)\n#set par(leading: 0.4em)\n"
        f"#table(columns: (2cm, 8cm, 4cm), {NO_RULES}, [*Nr.*], [*Oppdrag*], [*Frist*], "
        + ", ".join(
            f"[{at}], [Etaten skal telle alle kaier langs kysten, i fjordene og på øyene, og melde"
            " fra om de som er i dårlig stand.], [Innen 1. juni 2025]"
            for at in range(1, 8)
        )
        + ")\n",
        title=BASE,
    )
    assert [each.title for each in letter.sections] == ["Innledning", "Oppdrag"]


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ("[*Oppdrag 1*], [*Nye kaier*], [Bakgrunn], [Kaiene er gamle.]", "1"),
        ("[*O 001*], [*Nye kaier*], [Bakgrunn], [Kaiene er gamle.]", "O001"),
        ("[Nr.], [2025-01], [Navn], [Nye kaier]", "2025-01"),
    ],
)
def test_a_box_is_headed_by_a_code_and_a_title(rows: str, number: str) -> None:
    (row,) = told(
        f"columns: (4cm, 10cm), {rows}, [Beskrivelse], [Etaten skal telle alle kaier.],"
        " [Frist], [Innen 1. juni 2025]"
    )
    assert row == (number, "Nye kaier", "Etaten skal telle alle kaier.", ["2025-06-01"])


def test_a_day_beside_a_title_is_none_of_it() -> None:
    (row,) = told(
        "columns: (3cm, 6cm, 6cm), [*2025-01*], [*Nye kaier*], [Frist: 1. juni 2025],"
        " table.cell(colspan: 3)[Etaten skal telle alle kaier langs kysten.]"
    )
    assert row == (
        "2025-01",
        "Nye kaier",
        "Etaten skal telle alle kaier langs kysten.",
        ["2025-06-01"],
    )


@pytest.mark.parametrize(
    "head",
    ["Varer til", "Avtalen løper til", "Avtale utløper", "Avtaleperiode", "Går ut", "Gjeld til"],
)
def test_agreements_that_last_until_a_day_are_no_assignments(head: str) -> None:
    table = (
        f"columns: 3, [*Departement*], [*Tema*], [*{head}*],"
        " [Klima- og miljødepartementet], [Overvaking av fugl langs kysten], [2026],"
        " [Landbruks- og matdepartementet], [Rekneskap for skog], [2027]"
    )
    assert told(table) == []
    letter = read_letter(
        "= Mål\nTilsynet skal gi god hjelp.\n"
        '#signatories([Med hilsen], ("Tone Rustad", "avdelingsdirektør"))\n#pagebreak()\n'
        f"*Vedlegg 1: Oppdrag for andre departement*\n\nLista viser løpende avtaler.\n"
        f"#table({table})\n",
        title=BASE,
    )
    assert (letter.assignments, letter.deadlines) == ((), ())


def test_how_long_a_numbered_assignment_lasts_is_no_deadline() -> None:
    rows = told(
        "columns: 3, [*Nr.*], [*Oppdrag*], [*Varer til*],"
        " [1], [Etaten skal telle alle kaier.], [2026], [2], [Etaten skal merke farleder.], [2027]"
    )
    assert [(number, days) for number, _, _, days in rows] == [("1", []), ("2", [])]
