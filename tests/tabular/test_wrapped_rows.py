"""Rows of a table whose names wrap, with the amounts in the middle, at the end or at the top."""

import pytest

from made_words import PITCH, SIZE, across, cells, down, line, words
from tildeling.page.furniture import find_furniture
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Ruling, Word
from tildeling.tabular.columns import find_tables
from tildeling.tabular.on_page import parts_of_page
from tildeling.tabular.over_pages import join_over_pages
from tildeling.tabular.raw_table import RawTable

NAME, AMOUNT = 132.0, 330.0
ROW = 22.0
"""Points from one row to the next, where a line of one cell stands 14 below the other."""


def placed(*rows: tuple[float, str, float], page: int = 1, bold: bool = False) -> list[Line]:
    """Lines at heights; what stands on one height is one line."""
    by_height: dict[float, list[Word]] = {}
    for top, text, x0 in rows:
        by_height.setdefault(top, []).extend(words(text, x0, top, bold))
    return [
        Line(page, tuple(sorted(found, key=lambda word: word.x0)))
        for _, found in sorted(by_height.items())
    ]


def row(top: float, key: str, amount: str) -> list[tuple[float, str, float]]:
    return [(top, key, 72.0), (top, amount, AMOUNT)]


def table_of(lines: list[Line]) -> list[list[str]]:
    (found,) = [part for part in find_tables(lines, (), PITCH) if isinstance(part, RawTable)]
    return cells(found)


@pytest.mark.parametrize("at", [0.0, 7.0, 14.0], ids=["top", "middle", "end"])
def test_a_name_of_two_lines_keeps_its_amount(at: float) -> None:
    lines = placed(
        *row(100.0, "290/01", "12 600"),
        (100.0, "Driftsutgifter", NAME),
        (100.0 + ROW, "Tilskudd til frivillige", NAME),
        (114.0 + ROW, "organisasjoner", NAME),
        *row(100.0 + ROW + at, "290/70", "9 000"),
        *row(114.0 + 2 * ROW, "290/71", "15 000"),
        (114.0 + 2 * ROW, "Tolketjenester", NAME),
    )
    assert table_of(lines)[1] == ["290/70", "Tilskudd til frivillige organisasjoner", "9 000"]


def test_a_dash_for_an_amount_does_not_end_the_table() -> None:
    lines = placed(
        *row(100.0, "290/01", "12 600"),
        *row(114.0, "290/21", "9 000"),
        *row(128.0, "290/60", "     -"),
        *row(142.0, "290/70", "8 000"),
    )
    assert len(table_of(lines)) == 4


def test_a_chapter_row_set_tight_belongs_to_the_table() -> None:
    lines = [
        *placed(*row(100.0, "290/01", "12 600"), (100.0, "Driftsutgifter", 126.0)),
        *placed((100.0 + ROW, "Kap. 291 Bosetting", 72.0), bold=True),
        *placed(*row(100.0 + 2 * ROW, "291/45", "8 000"), (100.0 + 2 * ROW, "Utstyr", 126.0)),
    ]
    assert len(table_of(lines)) == 3


def test_a_heading_right_under_a_table_ends_it() -> None:
    lines = [
        *placed(*row(100.0, "Tilsyn", "120"), *row(114.0, "Analyse", "131")),
        line("3. Fullmakter", 3, bold=True),
        *placed(*row(156.0, "Fullmakt", "R-110"), *row(170.0, "Nettoføring", "R-110")),
    ]
    parts = find_tables(lines, (90.0, 128.0), PITCH)
    assert [part.text for part in parts if isinstance(part, Line)] == ["3. Fullmakter"]


def test_a_line_of_few_words_spread_out_is_text() -> None:
    lines = [
        line("Direktoratet skal levere en samlet plan for det nye i", 0),
        line("samfunnssikkerhet       beredskapsplanene       gjen-", 1),
        line("nomgås med tanke på nye krav til etatene og til alle", 2),
    ]
    assert lines[0].x1 == lines[1].x1
    assert not any(isinstance(part, RawTable) for part in find_tables(lines, (), PITCH))


def test_a_note_over_several_columns_is_one_cell() -> None:
    lines = placed(
        (86.0, "(i 1 000 kroner)", AMOUNT - 48.0),
        *row(100.0, "290/01", "12 600"),
        *row(114.0, "290/21", "9 000"),
        (100.0, "8 000", AMOUNT - 60.0),
        (114.0, "7 000", AMOUNT - 60.0),
    )
    found = find_tables(lines, (), PITCH)
    tables = [part for part in found if isinstance(part, RawTable)]
    notes = [part.text for part in found if isinstance(part, Line)]
    assert "(i 1 000 kroner)" in [*notes, *(cell for t in tables for r in cells(t) for cell in r)]


def _ruled(rulings: list[Ruling], *rows: tuple[float, str, float]) -> Page:
    found = tuple(word for top, text, x0 in rows for word in words(text, x0, top))
    return Page(1, 595.0, 842.0, found, tuple(rulings))


def test_a_table_with_inner_lines_only_keeps_its_first_and_last_row() -> None:
    page = _ruled(
        [
            down(130.0, 96.0, 162.0),
            down(300.0, 96.0, 162.0),
            across(118.0, 70.0, 400.0),
            across(140.0, 70.0, 400.0),
        ],
        (100.0, "Post", 72.0),
        (100.0, "Beløp", AMOUNT),
        (122.0, "01", 72.0),
        (122.0, "12 600", AMOUNT),
        (144.0, "Sum", 72.0),
        (144.0, "12 600", AMOUNT),
    )
    (table,) = parts_of_page(page, lines_of(page), PITCH, SIZE)
    assert isinstance(table, RawTable)
    assert cells(table) == [["Post", "Beløp"], ["01", "12 600"], ["Sum", "12 600"]]


def test_a_cell_merged_over_rows_stands_in_the_first_of_them() -> None:
    page = _ruled(
        [
            *(down(x, 96.0, 162.0) for x in (70.0, 130.0, 400.0)),
            across(96.0, 70.0, 400.0),
            across(118.0, 130.0, 400.0),
            across(140.0, 130.0, 400.0),
            across(162.0, 70.0, 400.0),
        ],
        (122.0, "920", 72.0),
        (100.0, "01", AMOUNT),
        (122.0, "21", AMOUNT),
        (144.0, "50", AMOUNT),
    )
    (table,) = parts_of_page(page, lines_of(page), PITCH, SIZE)
    assert isinstance(table, RawTable)
    assert cells(table) == [["920", "01"], ["21"], ["50"]]
    assert table.rows[0].cells[0].rows == 3


def test_a_name_cut_by_a_page_break_is_mended() -> None:
    first = placed(
        *row(100.0, "290/01", "12 600"),
        (100.0, "Driftsutgifter", NAME),
        *row(122.0, "290/70", "9 000"),
        (122.0, "Tilskudd til frivillige", NAME),
    )
    second = [
        *placed((60.0, "organisasjoner i nord", NAME), page=2),
        *placed(*row(82.0, "290/71", "8 000"), (82.0, "Tolketjenester", NAME), page=2),
        *placed(*row(104.0, "290/72", "7 000"), (104.0, "Kompetansetiltak", NAME), page=2),
    ]
    parts = [part for block in (first, second) for part in find_tables(block, (), PITCH)]
    (table,) = join_over_pages(parts)
    assert isinstance(table, RawTable)
    assert cells(table)[1][1] == "Tilskudd til frivillige organisasjoner i nord"


def test_words_that_come_back_at_the_top_of_pages_are_text() -> None:
    sentence = "Vurderingene skal omfatte virkninger for personvern og for beredskap."
    others = {1: "Forebygging", 2: "Samordning", 3: "Kompetanse"}
    pages = [
        (
            Page(number, 595.0, 842.0, (), ()),
            [
                Line(number, words(sentence, 72.0, 60.0)),
                Line(number, words(f"{other} er omtalt nærmere i brevet.", 72.0, 90.0)),
            ],
        )
        for number, other in others.items()
    ]
    assert not find_furniture(pages, 11.0)
