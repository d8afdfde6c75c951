"""Tables with and without lines around their cells."""

from itertools import pairwise

from made_words import PITCH, SIZE, cells, line, lines, words
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Ruling, Word
from tildeling.tabular.columns import find_tables
from tildeling.tabular.drawn import find_lattices
from tildeling.tabular.on_page import parts_of_page
from tildeling.tabular.over_pages import join_over_pages
from tildeling.tabular.raw_table import RawTable


def tables(found: list[Line], separators: tuple[float, ...] = ()) -> list[list[list[str]]]:
    return [
        cells(part) for part in find_tables(found, separators, PITCH) if isinstance(part, RawTable)
    ]


def test_lines_in_columns_are_a_table() -> None:
    (table,) = tables(
        lines(
            """
Kap.   Post   Navn                      Bevilgning 2026
290    01     Driftsutgifter                  1 234 567
290    21     Spesielle driftsutgifter           56 789
"""
        )
    )
    assert table[1] == ["290", "01", "Driftsutgifter", "1 234 567"]
    assert table[2] == ["290", "21", "Spesielle driftsutgifter", "56 789"]


def test_a_name_that_wraps_stays_in_its_row() -> None:
    (table,) = tables(
        lines(
            """
290/01    Driftsutgifter                  1 234 567
290/45    Større utstyrsanskaffelser         56 789
          og vedlikehold, kan
          overføres
290/60    Tilskudd til kommuner               9 000
"""
        )
    )
    assert [row[1] for row in table] == [
        "Driftsutgifter",
        "Større utstyrsanskaffelser og vedlikehold, kan overføres",
        "Tilskudd til kommuner",
    ]


def test_a_heading_over_two_lines_is_one_row() -> None:
    (table,) = tables(
        lines(
            """
Kap/post   Betegnelse        Saldert budsjett      Endring
                                         2025
290/01     Driftsutgifter           1 234 567        1 000
"""
        )
    )
    assert table[0] == ["Kap/post", "Betegnelse", "Saldert budsjett 2025", "Endring"]


def test_a_row_whose_left_cell_is_full_is_known_by_its_alignment() -> None:
    (table,) = tables(
        lines(
            """
Frist for å starte informasjonsarbeidet ut  24.6.2020
mot kommuner
Frist for veiledningsmaterialet:            1.8.2020
"""
        )
    )
    assert table == [
        ["Frist for å starte informasjonsarbeidet ut mot kommuner", "24.6.2020"],
        ["Frist for veiledningsmaterialet:", "1.8.2020"],
    ]


def test_running_text_under_a_table_is_no_part_of_it() -> None:
    found = find_tables(
        lines(
            """
290/01    Driftsutgifter                  1 234 567
290/21    Spesielle driftsutgifter           56 789

Ubrukte bevilgninger kan overføres til neste år
"""
        ),
        (),
        PITCH,
    )
    assert isinstance(found[-1], Line)
    assert found[-1].text.startswith("Ubrukte")


def test_loosely_justified_text_is_no_table() -> None:
    found = find_tables([line("Dette    er     en     linje     med     luft", 0)], (), PITCH)
    assert all(isinstance(part, Line) for part in found)


def test_a_numbered_heading_set_with_a_tab_is_no_table() -> None:
    found = find_tables([line("2.1      Budsjettrammen", 0, bold=True)], (), PITCH)
    assert all(isinstance(part, Line) for part in found)


def box(
    x: list[float], y: list[float], missing: tuple[tuple[float, float], ...] = ()
) -> list[Ruling]:
    """The rulings of a grid; `missing` are (x, y from) of vertical lines left out in a row."""
    across = [Ruling(x[0], top, x[-1], top) for top in y]
    down = [
        Ruling(left, top, left, bottom)
        for left in x
        for top, bottom in pairwise(y)
        if (left, top) not in missing
    ]
    return across + down


def page(found: list[Word], rulings: list[Ruling]) -> Page:
    return Page(1, 595.0, 842.0, tuple(found), tuple(rulings))


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    text = [
        *words("290/01", 74.0, 102.0),
        *words("Drift", 154.0, 102.0),
        *words("1 200", 254.0, 102.0),
        *words("291/60", 74.0, 122.0),
        *words("Tilskudd", 154.0, 122.0),
        *words("900", 266.0, 122.0),
    ]
    made = page(text, box([72, 150, 230, 300], [100, 120, 140]))
    (table,) = parts_of_page(made, lines_of(made), PITCH, SIZE)
    assert isinstance(table, RawTable)
    assert cells(table) == [["290/01", "Drift", "1 200"], ["291/60", "Tilskudd", "900"]]


def test_text_in_a_merged_row_of_a_box_flows() -> None:
    text = [
        *words("2026-1", 74.0, 102.0),
        *words("Kartlegging", 154.0, 102.0),
        *words("Direktoratet skal kartlegge.", 74.0, 122.0),
        *words("Frist: 1. mai", 74.0, 136.0),
    ]
    made = page(text, box([72, 150, 300], [100, 120, 152], missing=((150, 120),)))
    table, *flowing = parts_of_page(made, lines_of(made), PITCH, SIZE)
    assert isinstance(table, RawTable)
    assert cells(table) == [["2026-1", "Kartlegging"]]
    assert [part.text for part in flowing if isinstance(part, Line)] == [
        "Direktoratet skal kartlegge.",
        "Frist: 1. mai",
    ]


def test_an_open_side_of_a_table_still_is_a_column() -> None:
    rulings = [
        Ruling(72, 100, 300, 100),
        Ruling(72, 120, 300, 120),
        Ruling(72, 140, 300, 140),
        Ruling(150, 100, 150, 140),
        Ruling(230, 100, 230, 140),
    ]
    (grid,) = find_lattices(rulings, SIZE)
    assert grid.columns == (72, 150, 230, 300)


def test_an_underline_makes_no_table() -> None:
    assert find_lattices([Ruling(72, 100, 200, 100)], SIZE) == []


def made_table(number: int, rows: list[list[str]]) -> RawTable:
    text = "\n".join(f"{key:<10}{name:<30}{amount:>12}" for key, name, amount in rows)
    found = [Line(number, each.words) for each in lines(text)]
    (table,) = find_tables(found, (), PITCH)
    assert isinstance(table, RawTable)
    return table


HEAD = ["Kap/post", "Betegnelse", "Bevilgning"]


def test_a_table_goes_on_over_a_page_break_without_its_repeated_heading() -> None:
    first = made_table(
        1, [HEAD, ["290/01", "Driftsutgifter", "1 200"], ["290/21", "Spesielle", "300"]]
    )
    second = made_table(2, [HEAD, ["291/60", "Tilskudd", "900"], ["291/61", "Særskilt", "80"]])
    (table,) = join_over_pages([first, second])
    assert isinstance(table, RawTable)
    assert [row[0] for row in cells(table)] == ["Kap/post", "290/01", "290/21", "291/60", "291/61"]


def test_tables_with_text_between_them_are_two() -> None:
    first = made_table(1, [["290/01", "Driftsutgifter", "1 200"], ["290/21", "Spesielle", "300"]])
    second = made_table(2, [["291/60", "Tilskudd", "900"], ["291/61", "Særskilt", "80"]])
    assert len(join_over_pages([first, line("Videre:", 0), second])) == 3


def test_a_list_at_the_end_of_a_table_is_part_of_it() -> None:
    (table,) = tables(
        lines(
            """
Område                         Ramme   Omtale
Sluser                         431,2   Drift av slusene
Fyr og merker langs            118,45  – tilsyn
leia                                   – varsling
                                       – informasjon til sjøfolk
"""
        )
    )
    assert table[2][2] == "– tilsyn – varsling – informasjon til sjøfolk"
