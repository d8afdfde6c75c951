"""Tables of any document as grids in a terminal."""

import pytest
from rich.cells import cell_len

from made_tables import budget, cell, table
from tildeling.export.table_text import tables_text
from tildeling.table import DocumentTables
from tildeling.words import words_in

NB = words_in("nb")


def drawn(found: DocumentTables, width: int = 80) -> list[str]:
    """The lines of the grid, without the table's name."""
    return [line for line in tables_text(found, width, NB).splitlines() if line[0] in "┌├└│"]


def test_a_table_is_drawn_under_its_name_and_pages() -> None:
    assert tables_text(budget(), 80, NB).split("\n")[0] == "1. Bevilgninger (s. 3)"
    assert tables_text(budget(title=None), 80, NB).split("\n")[0] == "1. Uten tittel (s. 3)"


def test_a_cell_over_two_columns_has_no_line_through_it() -> None:
    assert drawn(budget()) == [
        "┌───────────┬────────────────────────────────────────────┬─────────────────────┐",
        "│ Kap./post │ Betegnelse                                 │ Bevilgning (i 1 000 │",
        "│           │                                            │ kroner)             │",
        "│           │                                            ├───────────┬─────────┤",
        "│           │                                            │ 2025      │ Endring │",
        "├───────────┼────────────────────────────────────────────┼───────────┼─────────┤",
        "│ 670/01    │ Driftsutgifter til tiltak som ikke er      │   261 340 │  -3 100 │",
        "│           │ nevnt ellers                               │           │         │",
        "├───────────┼────────────────────────────────────────────┼───────────┼─────────┤",
        "│           │ Sum                                        │ 9 364 000 │         │",
        "└───────────┴────────────────────────────────────────────┴───────────┴─────────┘",
    ]


@pytest.mark.parametrize("width", [44, 54, 60, 72, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal_and_all_are_alike(width: int) -> None:
    widths = {cell_len(line) for line in drawn(budget(), width)}
    assert len(widths) == 1
    assert max(widths) <= width


def test_columns_stand_close_where_every_character_counts() -> None:
    assert drawn(budget(), 50)[-2] == "│         │Sum                 │9 364 000│       │"


def test_an_amount_is_not_broken_where_the_terminal_is_too_narrow() -> None:
    lines = drawn(budget(), 20)
    assert any("9 364 000" in line for line in lines)
    assert any("-3 100" in line for line in lines)


def test_a_word_longer_than_its_column_is_broken_and_lost_nowhere() -> None:
    found = table(cell("x" * 200, 0, 0), cell("y", 0, 1), types=("label", "comment"))
    text = "".join(drawn(found, 40))
    assert text.count("x") == 200
    assert max(map(cell_len, drawn(found, 40))) <= 40


def test_a_cell_over_several_rows_gets_the_room_that_its_words_need() -> None:
    found = table(
        cell("en to tre fire fem seks", 0, 0, span=(2, 1)),
        cell("1", 0, 1),
        cell("b" * 40, 1, 1),
        types=("label", "comment"),
    )
    words = " ".join(drawn(found, 53)).split()
    written = [word for word in words if word.isalpha() and "b" not in word]
    assert written == ["en", "to", "tre", "fire", "fem", "seks"]


def test_characters_that_act_on_a_terminal_are_not_drawn() -> None:
    found = table(cell("\x1b[31mred\u202e", 0, 0), types=("name",), title="a\x07b")
    text = tables_text(found, 80, NB)
    assert not {"\x1b", "\u202e", "\x07"} & set(text)


def test_lines_of_ascii_are_drawn_for_a_terminal_without_others() -> None:
    assert tables_text(budget(title=None), 80, NB, ascii_only=True).isascii()


def test_a_document_without_tables_is_told() -> None:
    assert tables_text(DocumentTables(tables=()), 80, NB) == "Ingen tabeller.\n"
