"""Where a row begins, and what goes on in the cells of the row above it."""

import pytest

from made_words import PITCH, SIZE, cells, line, set_out, words
from tildeling.page.furniture import find_furniture
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Ruling, Word
from tildeling.tabular.columns import find_tables
from tildeling.tabular.on_page import parts_of_page
from tildeling.tabular.over_pages import join_over_pages
from tildeling.tabular.raw_table import RawTable

NUMBER, NAME, LAST = 72.0, 150.0, 420.0
AMOUNT_END = 480.0


def ending(text: str, x1: float = AMOUNT_END) -> float:
    """Where a text begins that is set flush right."""
    return x1 - 6.0 * len(text)


def amounts(text: str, x1: float = AMOUNT_END) -> dict[float, str]:
    return {ending(text, x1): text}


def texts(found: list[Line]) -> list[list[str]]:
    (table,) = [part for part in find_tables(found, (), PITCH) if isinstance(part, RawTable)]
    return cells(table)


def test_keys_that_are_alike_begin_rows() -> None:
    found = set_out(
        {NUMBER: "Nr.", NAME: "Oppdrag", LAST: "Frist"},
        {NUMBER: "2025-05", NAME: "Evaluering av redningshelikoptre i nord", LAST: "Avtales"},
        {
            NUMBER: "2025-06",
            NAME: "Utvikling av indikatorer for jordvern",
            LAST: "Utgangen av 2025",
        },
        bold=1,
    )
    assert [row[0] for row in texts(found)] == ["Nr.", "2025-05", "2025-06"]


def test_a_label_begins_a_row() -> None:
    found = set_out(
        {NUMBER: "Bakgrunn", NAME: "Kunnskapen om ordningene er mangelfull, særlig"},
        {NAME: "i distriktene."},
        {NUMBER: "Beskrivelse", NAME: "Løsningen skal være enkel å ta i bruk for de"},
        {NAME: "som trenger den."},
    )
    assert [row[0] for row in texts(found)] == ["Bakgrunn", "Beskrivelse"]


@pytest.mark.parametrize(
    ("above", "below"), [("Kap. 290 post", "60"), ("Kap. 290", "post 60"), ("Kap.", "290")]
)
def test_a_key_broken_over_two_lines_is_one(above: str, below: str) -> None:
    name = NAME + 20.0
    found = set_out(
        {NUMBER: "Kap. 290/01", name: "Driftsutgifter"} | amounts("12 600"),
        {NUMBER: above, name: "Tilskudd til kommuner"} | amounts("9 000"),
        {NUMBER: below},
        {NUMBER: "Kap. 291/45", name: "Utstyr"} | amounts("8 000"),
    )
    assert texts(found)[1] == [f"{above} {below}", "Tilskudd til kommuner", "9 000"]


def test_a_chapter_is_no_part_of_the_heading_over_it() -> None:
    found = set_out(
        {NUMBER: "Kap.", NAME: "Betegnelse"} | amounts("Ny tildeling"),
        {NUMBER: "290", NAME: "Introduksjonsprogram og det som hører til det"},
        {NUMBER: "01", NAME: "Driftsutgifter"} | amounts("12 600"),
        bold=2,
    )
    assert [row[0] for row in texts(found)] == ["Kap.", "290", "01"]


def test_an_amount_broken_over_two_lines_is_one() -> None:
    found = set_out(
        {NUMBER: "290/01", NAME: "Driftsutgifter"} | amounts("338 000 000"),
        {NUMBER: "290/21", NAME: "Spesielle driftsutgifter"} | amounts("44 700 000"),
        {NUMBER: "290/60", NAME: "Tilskudd"} | amounts("1 872 000"),
        amounts("000"),
    )
    assert texts(found)[2] == ["290/60", "Tilskudd", "1 872 000 000"]


def test_two_amounts_that_had_room_beside_each_other_are_two() -> None:
    found = set_out(
        {NUMBER: "290/01", NAME: "Driftsutgifter"} | amounts("338 000 000"),
        {NUMBER: "290/21", NAME: "Utstyr"} | amounts("1 300"),
        amounts("700"),
    )
    assert texts(found)[1] == ["290/21", "Utstyr", "1 300"]


def stepped(steps: tuple[float, ...], *rows: tuple[str, str]) -> list[Line]:
    """Lines of two columns, the distances between them being those."""
    found, top = [], 100.0
    for (first, second), step in zip(rows, (*steps, 0.0), strict=True):
        found.append(Line(1, (*words(first, NUMBER, top), *words(second, 240.0, top))))
        top += step
    return found


def test_days_that_lead_a_calendar_begin_rows_however_uneven_its_steps() -> None:
    rows = [
        ("1. mars 2018", "Årsrapport"),
        ("18. mai 2018", "Innspill"),
        ("25. mai 2018", "Tertialrapport"),
        ("5. juni 2018", "Etatsstyringsmøte"),
        ("24. september 2018", "Tertialrapport"),
        ("Uke 47", "Etatsstyringsmøte"),
        ("1. mars 2019", "Årsrapport"),
    ]
    found = stepped((14.4, 14.9, 14.2, 15.0, 14.1, 15.1), *rows)
    assert texts(found) == [list(row) for row in rows]


def test_two_close_words_of_a_heading_stay_in_their_column() -> None:
    found = set_out(
        {NUMBER: "Nr.", NAME: "Oppdrag", 330.0: "Ansvarleg avdeling", 447.0: "Frist"},
        {NUMBER: "2025-01", NAME: "Kartlegging", 330.0: "FHA", 447.0: "1. juni 2025"},
        {NUMBER: "2025-02", NAME: "Evaluering", 330.0: "DIG", 447.0: "1. halvår 2025"},
        bold=1,
    )
    assert texts(found)[0] == ["Nr.", "Oppdrag", "Ansvarleg avdeling", "Frist"]


def test_a_row_whose_cells_nearly_touch_is_told_by_its_alignment() -> None:
    full = "Kartlegging av tilgangen på teiknspråktolk."
    found = set_out(
        {NUMBER: "Nr.", NAME: "Oppdrag", LAST: "Frist"},
        {NUMBER: "2025-001", NAME: "Evaluering", LAST: "1. juni 2025"},
        {NUMBER: "2025-0002xx", NAME: full, LAST: "1. halvår 2025"},
        {NUMBER: "2025-003", NAME: "Rettleiing", LAST: "15.10.2025"},
        bold=1,
    )
    # Twelve points lie between the cells of the third line: less than between columns as a rule.
    assert texts(found)[2] == ["2025-0002xx", full, "1. halvår 2025"]


def test_numbers_and_names_that_always_stand_near_are_two_columns() -> None:
    rows = [
        {NUMBER: f"TB2025-0{at}", 72.0 + 9 * 6.0 + 11.0: name, LAST: "FHA"}
        for at, name in enumerate(("Kartlegging av tilgangen", "Ny modell for alle", "Tiltak"), 1)
    ]
    assert [row[:2] for row in texts(set_out(*rows))] == [
        ["TB2025-01", "Kartlegging av tilgangen"],
        ["TB2025-02", "Ny modell for alle"],
        ["TB2025-03", "Tiltak"],
    ]


def test_a_title_spread_over_the_line_is_no_row_of_the_table_over_it() -> None:
    spread = tuple(
        Word(text, x0, 146.0, x0 + 8.0 * len(text), 161.0, 15.0, True)
        for text, x0 in (("Tildelingsbrev", 72.0), ("for", 260.0), ("2024", 360.0), ("til", 468.0))
    )
    name = tuple(
        Word(text, 72.0, 164.0, 72.0 + 8.0 * len(text), 179.0, 15.0, True)
        for text in ("Sjøfartsdirektoratet",)
    )
    found = [
        *set_out(
            {72.0: "Deres ref", 230.0: "Vår ref", 380.0: "Dato"},
            {72.0: "22/118", 230.0: "24/1496-10", 380.0: "11. januar 2024"},
        ),
        Line(1, spread),
        Line(1, name),
        line("Departementet viser til Prop. 1 S og til Stortingets behandling av bud", 6),
    ]
    assert found[-3].x1 == found[-1].x1
    parts = find_tables(found, (), PITCH)
    assert "Tildelingsbrev for 2024 til" in [part.text for part in parts if isinstance(part, Line)]


def close_digits(text: str, x1: float, top: float) -> list[Word]:
    """A number set flush right, three points between its groups of digits."""
    found: list[Word] = []
    for group in reversed(text.split(" ")):
        found.insert(0, Word(group, x1 - 6.0 * len(group), top, x1, top + 11.0, 11.0))
        x1 = found[0].x0 - 3.0
    return found


def test_digits_that_reach_into_the_column_to_the_left_go_back_to_their_number() -> None:
    change, new = 400.0, 490.0
    found = set_out(
        {NUMBER: "290/01", NAME: "Drift"} | amounts("12 600", change) | amounts("338 000 000", new),
        {NUMBER: "290/21", NAME: "Utstyr"} | amounts("-3 400", change) | amounts("44 700 000", new),
        {NUMBER: "290/60", NAME: "Tilskudd"},
        {NUMBER: "291/45", NAME: "Sum"} | amounts("9 200", change) | amounts("382 700 000", new),
    )
    wide = close_digits("9 100 872 000 000", new, found[2].top)
    found[2] = Line(1, (*found[2].words, *wide))
    assert texts(found)[2] == ["290/60", "Tilskudd", "9 100 872 000 000"]


def test_digits_left_of_a_ruling_go_to_their_number_in_the_next_cell() -> None:
    edges = (70.0, 300.0, 400.0, 495.0)
    rows = (100.0, 120.0, 140.0)
    page = Page(
        1,
        595.0,
        842.0,
        (
            *words("Utstyr", 72.0, 104.0),
            *words("9 200", 365.0, 104.0),
            *words("44 700", 454.0, 104.0),
            *words("Sum", 72.0, 124.0),
            *words("9 200", 365.0, 124.0),
            *close_digits("2 357 700 000 000 000", 490.0, 124.0),
        ),
        (
            *(Ruling(x, 100.0, x, 140.0) for x in edges),
            *(Ruling(70.0, y, 495.0, y) for y in rows),
        ),
    )
    (table,) = parts_of_page(page, lines_of(page), PITCH, SIZE)
    assert isinstance(table, RawTable)
    assert [cell.text for cell in table.rows[1].cells][-1] == "2 357 700 000 000 000"


def test_a_complete_number_close_to_the_next_stays_in_its_column() -> None:
    change, new = 400.0, 464.0
    found = set_out(
        {NUMBER: "290/01", NAME: "Drift"} | amounts("12 600", change) | amounts("338 000", new),
        {NUMBER: "290/21", NAME: "Utstyr"},
        {NUMBER: "291/45", NAME: "Sum"} | amounts("9 200", change) | amounts("382 700", new),
    )
    both = [
        *close_digits("100 000", change, found[1].top),
        *close_digits("338 000 000", new, found[1].top),
    ]
    assert both[2].x0 - both[1].x1 == 4.0
    found[1] = Line(1, (*found[1].words, *both))
    assert texts(found)[1] == ["290/21", "Utstyr", "100 000", "338 000 000"]


def test_hyphens_set_apart_go_back_on_their_words_also_inside_a_line() -> None:
    page = Page(
        1,
        595.0,
        842.0,
        (
            Word("kunn", 150.0, 100.0, 174.0, 111.0, 11.0),
            Word("\u00ad", 175.0, 100.0, 181.0, 111.0, 11.0),
            Word("12", 300.0, 100.0, 312.0, 111.0, 11.0),
        ),
    )
    (found,) = lines_of(page)
    assert [word.text for word in found.words] == ["kunn\u00ad", "12"]


def test_a_page_that_shows_fewer_columns_goes_on_with_the_table() -> None:
    change = 400.0
    first = set_out(
        {NUMBER: "290/01", NAME: "Drift"} | amounts("12 600", change) | amounts("338 000"),
        {NUMBER: "290/21", NAME: "Utstyr"} | amounts("-3 400", change) | amounts("44 700"),
    )
    second = set_out(
        {NUMBER: "290/60", NAME: "Tilskudd"} | amounts("872 000"),
        {NUMBER: "290/70", NAME: "Annet"} | amounts("15 000"),
        page=2,
    )
    parts = [part for block in (first, second) for part in find_tables(block, (), PITCH)]
    (table,) = join_over_pages(parts)
    assert isinstance(table, RawTable)
    assert [cell.column for cell in table.rows[2].cells] == [0, 1, 3]


def test_a_line_of_the_letter_keeps_what_is_inside_it_from_being_a_running_head() -> None:
    pages = [
        (
            Page(number, 595.0, 842.0, ()),
            [
                Line(number, words(f"Kap. 30{number}", 72.0, 60.0)),
                Line(number, words("post 45", 72.0, 74.0)),
                Line(number, words("Det er behov for samordning mellom etatene.", 72.0, 300.0)),
            ],
        )
        for number in (1, 2, 3)
    ]
    assert not find_furniture(pages, 11.0)


def test_a_page_number_under_a_head_of_one_page_only_is_none_of_the_letter() -> None:
    second = [
        Line(2, words("Supplerende tildelingsbrev nr. 3", 72.0, 27.0)),
        Line(2, words("Side 2", 480.0, 41.0)),
        Line(2, words("Kap. 1150 Klimatiltak", 72.0, 85.0)),
    ]
    first = [Line(1, words("Side 1", 480.0, 41.0)), Line(1, words("Brevet", 72.0, 300.0))]
    pages = [(Page(1, 595.0, 842.0, ()), first), (Page(2, 595.0, 842.0, ()), second)]
    assert {line.text for line in find_furniture(pages, 11.0)} == {"Side 1", "Side 2"}


def test_a_label_under_a_heading_with_a_wide_gap_is_no_part_of_it() -> None:
    found = set_out(
        {NUMBER: "Oppdrag 2023-24:", 200.0: "Kunnskapsoppsummering om tilsyn"},
        {NUMBER: "Bakgrunn"},
    )
    parts = find_tables(found, (), PITCH)
    assert "Bakgrunn" in [part.text for part in parts if isinstance(part, Line)]


def test_a_cell_that_stays_whole_keeps_its_room_when_its_table_is_cut_anew() -> None:
    change = 400.0
    first = set_out(
        {NUMBER: "01", NAME: "Drift"} | amounts("12 600", change) | amounts("338 000"),
        {NUMBER: "21", NAME: "Utstyr"} | amounts("-3 400", change) | amounts("44 700"),
    )
    second = set_out({NUMBER: "73", NAME: "Tiltak"} | amounts("228 000"), page=2)
    parts = [part for block in (first, second) for part in find_tables(block, (), PITCH)]
    before = parts[1]
    assert isinstance(before, RawTable)
    room = [(cell.left, cell.right, cell.sure) for cell in before.rows[0].cells]
    (table,) = join_over_pages(parts)
    assert isinstance(table, RawTable)
    assert [(cell.left, cell.right, cell.sure) for cell in table.rows[2].cells] == room


def test_a_remark_that_runs_over_beside_the_next_row_stays_with_its_own() -> None:
    remark = ["Istandsetting av anlegg", "som er i bruk. Eieren", "dekker en del før", "neste år"]
    found = [*words("Tiltak", 72.0, 84.0), *words("2024", 290.0, 84.0), *words("Om", 330.0, 84.0)]
    for at, (name, amount) in enumerate(
        [("Vega", "7 745"), ("Rjukan", "11 305"), ("Bryggen", "2 500"), ("Røros", "4 400")]
    ):
        top = 100.0 + (0.0, 18.0, 62.0, 80.0)[at]
        found += [*words(name, 72.0, top), *words(amount, 314.0 - 6.0 * len(amount), top)]
    found += words("Drift", 330.0, 100.0)
    for at, text in enumerate(remark):
        found += words(text, 330.0, 118.0 + 13.0 * at)
    page = Page(1, 595.0, 842.0, tuple(found), (Ruling(70.0, 97.0, 500.0, 97.0),))
    parts = parts_of_page(page, lines_of(page), PITCH, SIZE)
    (table,) = (part for part in parts if isinstance(part, RawTable))
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["Vega", "7 745", "Drift"],
        ["Rjukan", "11 305", " ".join(remark)],
        ["Bryggen", "2 500"],
        ["Røros", "4 400"],
    ]


def test_a_name_that_ends_in_and_goes_on_in_the_line_under_it() -> None:
    rows = [
        {NUMBER: "Fylke", NAME + 60: "Prosjekt", **amounts("Ramme")},
        {NUMBER: "Troms", NAME + 60: "Vannvåg", **amounts("21 700")},
        {NUMBER: "Møre og", NAME + 60: "Fosnavåg", **amounts("14 250")},
        {NUMBER: "Romsdal"},
        {NUMBER: "Hordaland", NAME + 60: "Bømlo", **amounts("22 900")},
    ]
    (table,) = find_tables(set_out(*rows, bold=1), (), PITCH)
    assert isinstance(table, RawTable)
    assert [row.cells[0].text for row in table.rows[1:]] == [
        "Troms",
        "Møre og Romsdal",
        "Hordaland",
    ]


FIRST, SECOND = 72.0, 156.0
"""Two columns: fourteen characters of monospaced type fill the first."""


def test_a_first_cell_that_fills_its_column_begins_a_row_all_the_same() -> None:
    found = set_out(
        {FIRST: "Frist", SECOND: "Oppdrag"},
        {FIRST: "1. mars", SECOND: "Kartlegge behovet."},
        {FIRST: "2. april", SECOND: "Levere en oversikt."},
        {FIRST: "3. mai", SECOND: "Foreslå tiltak."},
        {FIRST: "11. september", SECOND: "Legge fram et forslag."},
        {FIRST: "12. oktober", SECOND: "Gi en vurdering."},
    )
    assert texts(found)[4:] == [
        ["11. september", "Legge fram et forslag."],
        ["12. oktober", "Gi en vurdering."],
    ]


def test_a_date_goes_on_in_the_line_under_it_though_the_type_changes_there() -> None:
    rows = (
        {FIRST: "1", SECOND: "Småhavner", LAST: "Innen 6."},
        {SECOND: "Slå sammen registrene.", LAST: "mars 2027"},
        {FIRST: "2", SECOND: "Dybder", LAST: "8. mai"},
        {SECOND: "Rette opplysningene.", LAST: "2027"},
        {FIRST: "3", SECOND: "Kaier", LAST: "1. juni 2027"},
    )
    found = set_out(*rows)
    for at in (0, 2, 4):  # titles in bold over their text
        found[at] = Line(1, tuple(word._replace(bold=True) for word in found[at].words))
    assert texts(found) == [
        ["1", "Småhavner Slå sammen registrene.", "Innen 6. mars 2027"],
        ["2", "Dybder Rette opplysningene.", "8. mai 2027"],
        ["3", "Kaier", "1. juni 2027"],
    ]


def test_the_rest_of_a_date_at_the_top_of_a_page_ends_the_row_above() -> None:
    first = set_out(
        {NUMBER: "Nr.", NAME: "Oppdrag", LAST: "Frist"},
        {NUMBER: "1", NAME: "Kartlegge behovet", LAST: "1. mars 2027"},
        {NUMBER: "2", NAME: "Foreslå tiltak", LAST: "Innen 10. mai"},
    )
    second = set_out({LAST: "2027"}, page=2)
    parts = [part for block in (first, second) for part in find_tables(block, (), PITCH)]
    (table,) = join_over_pages(parts)
    assert cells(table)[-1] == ["2", "Foreslå tiltak", "Innen 10. mai 2027"]


def test_a_repeated_heading_is_parted_from_the_rest_of_the_row_that_the_page_cut() -> None:
    first = set_out(
        {NUMBER: "Nr.", NAME: "Oppdrag", LAST: "Frist"},
        {NUMBER: "1", NAME: "Kartlegge behovet", LAST: "1. mars 2027"},
        {NUMBER: "2", NAME: "Foreslå tiltak som skal", LAST: "1. mai 2027"},
    )
    second = set_out(
        {NUMBER: "Nr.", NAME: "Oppdrag", LAST: "Frist"},
        {NAME: "omfatte hele landet"},
        {NUMBER: "3", NAME: "Levere en oversikt", LAST: "1. juni 2027"},
        page=2,
    )
    parts = [part for block in (first, second) for part in find_tables(block, (), PITCH)]
    (table,) = join_over_pages(parts)
    assert cells(table)[2:] == [
        ["2", "Foreslå tiltak som skal omfatte hele landet", "1. mai 2027"],
        ["3", "Levere en oversikt", "1. juni 2027"],
    ]


def test_words_that_end_before_a_date_is_whole_are_no_heading() -> None:
    found = set_out(
        {NAME: "Oppdrag", LAST: "Frist"},
        {NAME: "Kartlegge behovet for tolker i", LAST: "Innen 18."},
        {NAME: "kommunene.", LAST: "mai 2027"},
        {NAME: "Levere en oversikt.", LAST: "1. juni 2027"},
    )
    assert texts(found)[1] == ["Kartlegge behovet for tolker i kommunene.", "Innen 18. mai 2027"]
