"""Tables as a PDF's tags tell them: they settle what geometry leaves open, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from made_words import ending, set_out
from tildeling.page.lines import Line
from tildeling.read.page import Element
from tildeling.tabular.over_pages import join_over_pages
from tildeling.tabular.raw_table import RawTable
from tildeling.tabular.spaced import read_lines
from tildeling.tabular.tagged import as_tagged

KEY, NAME, NEW = 72.0, 160.0, 490.0
COMMENT = NEW + 12.0
Cells = Sequence[tuple[int, int, int]]
"""Of one line, for each cell that it has words of: row, place in the row, and how many words."""


def tagged(lines: Sequence[Line], *cells: Cells, table: Element | None = None) -> list[Line]:
    """The lines with their words tagged as cells of one table."""
    table = table or Element("Table")
    rows: dict[int, Element] = {}
    known: dict[tuple[int, int], Element] = {}
    found = []
    for line, here in zip(lines, cells, strict=True):
        elements = []
        for row, place, count in here:
            parent = rows.setdefault(row, Element("TR", table, row))
            cell = known.setdefault((row, place), Element("TD", parent, place))
            elements += [Element("P", cell)] * count
        words = zip(line.words, elements, strict=True)
        found.append(Line(1, tuple(word._replace(element=element) for word, element in words)))
    return found


def rows(lines: Sequence[Line]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read_lines(lines, (), "spaced").rows]


REMARKS = set_out(
    {KEY: "Post", NAME: "Betegnelse", COMMENT: "Merknad"} | ending("2026", NEW),
    {KEY: "01", NAME: "Driftsutgifter", COMMENT: "Til det nye programmet og"}
    | ending("182 400", NEW),
    {COMMENT: "12,5 mill. kroner til avslutning"},
    {KEY: "21", NAME: "Utstyr", COMMENT: "Til forskning"} | ending("14 300", NEW),
    {KEY: "45", NAME: "Innkjøp", COMMENT: "Se punkt 4"} | ending("1 300", NEW),
    bold=1,
)
ROW = [(1, 0, 1), (1, 1, 1), (1, 2, 2), (1, 3, 5)]
HEAD = [(0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1)]
OTHERS = (
    [(2, 0, 1), (2, 1, 1), (2, 2, 2), (2, 3, 2)],
    [(3, 0, 1), (3, 1, 1), (3, 2, 2), (3, 3, 3)],
)


def test_tags_tell_which_row_a_remark_goes_on_in() -> None:
    goes_on = tagged(REMARKS, HEAD, ROW, [(1, 3, 5)], *OTHERS)
    begins = tagged(REMARKS, HEAD, ROW, [(2, 3, 5)], *OTHERS)
    words = "12,5 mill. kroner til avslutning"
    assert rows(goes_on)[1][3] == f"Til det nye programmet og {words}"
    assert rows(begins)[2][3] == f"{words} Til forskning"


def test_tags_tell_whether_a_line_of_words_is_a_row() -> None:
    lines = set_out(
        {KEY: "Tiltak", NEW: "Ansvar"},
        {KEY: "Ny veileder for", NEW: "Avdeling for helse"},
        {KEY: "Helsetilsynet", NEW: "Seksjon 2"},
        {KEY: "Kurs for ansatte", NEW: "Avdeling for skole"},
        bold=1,
    )
    cells = ([(0, 0, 1), (0, 1, 1)], [(1, 0, 3), (1, 1, 3)])
    one = tagged(lines, *cells, [(1, 0, 1), (1, 1, 2)], [(2, 0, 3), (2, 1, 3)])
    two = tagged(lines, *cells, [(2, 0, 1), (2, 1, 2)], [(3, 0, 3), (3, 1, 3)])
    assert rows(one)[1] == ["Ny veileder for Helsetilsynet", "Avdeling for helse Seksjon 2"]
    assert rows(two)[1:3] == [
        ["Ny veileder for", "Avdeling for helse"],
        ["Helsetilsynet", "Seksjon 2"],
    ]


BUDGET = set_out(
    {KEY: "Post", NAME: "Betegnelse"} | ending("2026", NEW),
    {KEY: "01", NAME: "Driftsutgifter"} | ending("182 400", NEW),
    {KEY: "21", NAME: "Utstyr"} | ending("14 300", NEW),
    {NAME: "Sum"} | ending("196 700", NEW),
    bold=1,
)


def test_rows_that_are_sure_are_not_joined_by_tags() -> None:
    joined = tagged(
        BUDGET,
        [(0, 0, 1), (0, 1, 1), (0, 2, 1)],
        [(1, 0, 1), (1, 1, 1), (1, 2, 2)],
        [(1, 0, 1), (1, 1, 1), (1, 2, 2)],
        [(2, 1, 1), (2, 2, 2)],
    )
    assert rows(joined) == rows(BUDGET)


def test_amounts_that_are_sure_are_not_parted_by_tags() -> None:
    parted = tagged(
        BUDGET,
        [(0, 0, 1), (0, 1, 1), (0, 3, 1)],
        [(1, 0, 1), (1, 1, 1), (1, 2, 1), (1, 3, 1)],
        [(2, 0, 1), (2, 1, 1), (2, 2, 1), (2, 3, 1)],
        [(3, 1, 1), (3, 2, 1), (3, 3, 1)],
    )
    assert rows(parted) == rows(BUDGET)


def test_a_row_that_does_not_reach_the_last_column_tells_its_columns_by_place() -> None:
    # Word says of no cell that it covers two: "Sum" is the row's first, its amount the second.
    lines = tagged(
        BUDGET,
        [(0, 0, 1), (0, 1, 1), (0, 2, 1)],
        [(1, 0, 1), (1, 1, 1), (1, 2, 2)],
        [(2, 0, 1), (2, 1, 1), (2, 2, 2)],
        [(3, 0, 1), (3, 1, 2)],
    )
    read = as_tagged(lines)
    assert read is not None
    assert [[piece.column for piece in pieces] for pieces in read.cut][3] == [1, 2]
    assert read.starts == (0, 1, 2, 3)


ORDERLY = (
    [(0, 0, 1), (0, 1, 1), (0, 2, 1)],
    [(1, 0, 1), (1, 1, 1), (1, 2, 2)],
    [(2, 0, 1), (2, 1, 1), (2, 2, 2)],
    [(3, 1, 1), (3, 2, 2)],
)


def test_lines_that_one_table_holds_are_read_as_tagged() -> None:
    assert as_tagged(tagged(BUDGET, *ORDERLY)) is not None


def test_lines_without_tags_are_not_read_as_tagged() -> None:
    assert as_tagged(BUDGET) is None


def test_lines_of_two_tables_are_not_read_as_tagged() -> None:
    first = tagged(BUDGET[:2], *ORDERLY[:2])
    second = tagged(BUDGET[2:], *ORDERLY[2:])
    assert as_tagged([*first, *second]) is None


def test_lines_with_a_footnote_among_their_words_are_not_read_as_tagged() -> None:
    lines = tagged(BUDGET, *ORDERLY)
    *others, last = lines[-1].words
    note = last._replace(element=Element("Note", last.element))
    assert as_tagged([*lines[:-1], Line(1, (*others, note))]) is None


def test_cells_in_another_order_than_on_the_page_are_not_read_as_tagged() -> None:
    turned = tagged(BUDGET, *([(r, 2 - c, n) for r, c, n in cells] for cells in ORDERLY))
    assert as_tagged(turned) is None


def test_rows_that_lie_in_each_other_are_not_read_as_tagged() -> None:
    mixed = [ORDERLY[0], ORDERLY[1], ORDERLY[2], [(1, 1, 1), (1, 2, 2)]]
    assert as_tagged(tagged(BUDGET, *mixed)) is None


def on_page(lines: Sequence[Line], page: int) -> RawTable:
    moved = [Line(page, line.words) for line in lines]
    return read_lines(moved, (), "spaced")


ASIDE = KEY + 100.0
FIRST = set_out(
    {KEY: "Post", NAME: "Betegnelse"} | ending("2026", NEW),
    {KEY: "01", NAME: "Driftsutgifter"} | ending("182 400", NEW),
    bold=1,
)
REST = set_out(
    {ASIDE: "21", ASIDE + 90.0: "Utstyr"} | ending("14 300", NEW),
    {ASIDE: "45", ASIDE + 90.0: "Innkjøp"} | ending("1 300", NEW),
)
CELLS = [(1, 0, 1), (1, 1, 1), (1, 2, 2)]


def test_tags_tell_that_a_table_goes_on_over_a_page_in_other_places() -> None:
    table = Element("Table")
    first = tagged(FIRST, [(0, 0, 1), (0, 1, 1), (0, 2, 1)], CELLS, table=table)
    rest = tagged(REST, CELLS, [(2, 0, 1), (2, 1, 1), (2, 2, 2)], table=table)
    assert len(join_over_pages([on_page(FIRST, 1), on_page(REST, 2)])) == 2
    assert len(join_over_pages([on_page(first, 1), on_page(rest, 2)])) == 1


def test_a_table_with_a_heading_of_its_own_goes_on_from_none_whatever_tags_say() -> None:
    table = Element("Table")
    heading = [(0, 0, 1), (0, 1, 1), (0, 2, 1)]
    other = set_out(
        {ASIDE: "Kap.", ASIDE + 90.0: "Mottaker"} | ending("Beløp", NEW),
        {ASIDE: "21", ASIDE + 90.0: "Utstyr"} | ending("14 300", NEW),
        bold=1,
    )
    first = tagged(FIRST, heading, CELLS, table=table)
    second = tagged(other, heading, CELLS, table=table)
    assert len(join_over_pages([on_page(first, 1), on_page(second, 2)])) == 2


def test_a_tagged_table_that_looks_like_a_head_alone_is_read() -> None:
    lines = set_out(
        {KEY: "Deres ref", NAME: "Vår ref", NEW: "Dato"},
        {NAME: "23/2114", NEW: "9. januar 2024"},
    )
    marked = tagged(lines, [(0, 0, 2), (0, 1, 2), (0, 2, 1)], [(0, 1, 1), (0, 2, 3)])
    assert rows(marked)[0] == ["Deres ref", "Vår ref", "Dato"]
