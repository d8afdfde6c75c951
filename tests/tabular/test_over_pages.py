"""A table that goes on: over a page, over its caption printed again, below its grid."""

from made_words import PITCH, SIZE, cells, line, words
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Ruling, Word
from tildeling.tabular.on_page import Part, parts_of_page
from tildeling.tabular.over_pages import join_over_pages
from tildeling.tabular.raw_table import RawTable

EDGES = (70.0, 120.0, 250.0, 320.0, 520.0)


def grid(
    number: int, rows: list[list[str]], top: float = 100.0, below: tuple[Word, ...] = ()
) -> list[Part]:
    """A page with a ruled table: key, name, amount and comment, each row 20 points high."""
    found = [
        word
        for at, row in enumerate(rows)
        for x0, text in zip(EDGES, row, strict=False)
        for word in words(text, x0 + 4.0, top + 4.0 + 20.0 * at)
    ]
    bottom = top + 20.0 * len(rows)
    rulings = [
        Ruling(EDGES[0], top + 20.0 * at, EDGES[-1], top + 20.0 * at) for at in range(len(rows) + 1)
    ]
    rulings += [Ruling(x, top, x, bottom) for x in EDGES]
    page = Page(number, 595.0, 842.0, (*found, *below), tuple(rulings))
    return parts_of_page(page, lines_of(page), PITCH, SIZE)


HEAD = ["Post", "Betegnelse", "Beløp", "Merknad"]
FIRST = [
    HEAD,
    ["01", "Drift", "186 500", "Se punkt 5.2"],
    ["21", "Utstyr, kan", "13 500", "Til ny"],
]


def texts(parts: list[Part]) -> list[list[str]]:
    (table,) = [part for part in join_over_pages(parts) if isinstance(part, RawTable)]
    return cells(table)


def test_a_row_without_key_and_amount_ends_the_row_that_the_page_cut() -> None:
    second = [["", "overføres", "", "Kaidatabasen"], ["45", "Bygg", "31 200", ""]]
    rows = texts([*grid(1, FIRST), *grid(2, second)])
    assert rows[2] == ["21", "Utstyr, kan overføres", "13 500", "Til ny Kaidatabasen"]
    assert rows[3] == ["45", "Bygg", "31 200"]


def test_a_table_goes_on_under_its_caption_printed_again() -> None:
    caption = line("Tabell 2 (forts.)", page=2)
    rows = texts([*grid(1, FIRST), caption, *grid(2, [HEAD, ["45", "Bygg", "31 200", "Ny"]])])
    assert [row[0] for row in rows] == ["Post", "01", "21", "45"]


def test_another_caption_begins_another_table() -> None:
    caption = line("Tabell 3. Inntekter", page=2)
    parts = [*grid(1, FIRST), caption, *grid(2, [HEAD, ["45", "Bygg", "31 200", "Ny"]])]
    assert sum(isinstance(part, RawTable) for part in join_over_pages(parts)) == 2


def test_the_last_line_of_a_remark_below_the_grid_is_the_remarks() -> None:
    below = words("kaidatabase i nord", EDGES[3] + 4.0, 160.0)
    parts = grid(1, FIRST, below=below)
    (table,) = parts
    assert isinstance(table, RawTable)
    assert table.rows[-1].cells[-1].text == "Til ny kaidatabase i nord"


def test_running_text_below_the_grid_is_no_part_of_it() -> None:
    below = words("Departementet viser til Prop. 1 S", EDGES[0], 166.0)
    assert isinstance(grid(1, FIRST, below=below)[-1], Line)


def two_grids(number: int, rows: list[list[str]]) -> list[Part]:
    """A page with two ruled tables side by side, two columns each."""
    edges = ((70.0, 200.0, 270.0), (320.0, 450.0, 520.0))
    found = [
        word
        for at, row in enumerate(rows)
        for x0, text in zip((70.0, 200.0, 320.0, 450.0), row, strict=True)
        for word in words(text, x0 + 4.0, 104.0 + 20.0 * at)
    ]
    bottom = 100.0 + 20.0 * len(rows)
    rulings = [
        Ruling(own[0], 100.0 + 20.0 * at, own[-1], 100.0 + 20.0 * at)
        for own in edges
        for at in range(len(rows) + 1)
    ]
    rulings += [Ruling(x, 100.0, x, bottom) for own in edges for x in own]
    captions = (*words("Kap. 430 post 45", 70.0, 84.0), *words("Kap. 430 post 1", 320.0, 84.0))
    over = captions if number == 1 else ()
    page = Page(number, 595.0, 842.0, (*over, *found), tuple(rulings))
    return parts_of_page(page, lines_of(page), PITCH, SIZE)


def test_tables_side_by_side_go_on_each_in_its_own() -> None:
    first = two_grids(1, [["Alarm", "24 750", "Utstyr", "12 520"], ["Bil", "10", "Bygg", "20"]])
    second = two_grids(2, [["Sum", "24 760", "Sum", "12 540"]])
    tables = [part for part in join_over_pages([*first, *second]) if isinstance(part, RawTable)]
    assert [[row.text for row in table.rows] for table in tables] == [
        ["Alarm\t24 750", "Bil\t10", "Sum\t24 760"],
        ["Utstyr\t12 520", "Bygg\t20", "Sum\t12 540"],
    ]


def test_a_year_alone_ends_the_sentence_that_the_page_cut() -> None:
    first = [HEAD, ["21", "Skade fra oktober", "13 500", ""]]
    rows = texts([*grid(1, first), *grid(2, [["", "2025.", "", ""], ["45", "Bygg", "31 200", ""]])])
    assert rows[1] == ["21", "Skade fra oktober 2025.", "13 500"]
