"""Tables whose rulings do not enclose every cell."""

from made_words import PITCH, SIZE, words
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Ruling, Word
from tildeling.tabular.on_page import parts_of_page
from tildeling.tabular.raw_table import RawTable


def down(x: float, top: float, bottom: float) -> Ruling:
    return Ruling(x, top, x, bottom)


def across(y: float, x0: float, x1: float) -> Ruling:
    return Ruling(x0, y, x1, y)


def parts(found: list[Word], rulings: list[Ruling]) -> list[Line | RawTable]:
    page = Page(1, 595.0, 842.0, tuple(found), tuple(rulings))
    return parts_of_page(page, lines_of(page), PITCH, SIZE)


def cells(table: Line | RawTable) -> list[list[str]]:
    assert isinstance(table, RawTable)
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_rows_that_are_only_ruled_across_have_the_columns_of_their_boxed_heading() -> None:
    names = ("Austerrike", "Belgia", "Bulgaria", "Kypros")
    found = [*words("Land", 74.0, 102.0), *words("Tal", 204.0, 102.0), *words("Alle", 304.0, 102.0)]
    for at, name in enumerate(names):
        top = 122.0 + 20.0 * at
        found += [*words(name, 74.0, top), *words(f"{at}2", 204.0, top), *words("375", 304.0, top)]
    rulings = [across(100.0 + 20.0 * at, 70.0, 400.0) for at in range(6)]
    rulings += [down(x, 100.0, 120.0) for x in (70.0, 200.0, 300.0, 400.0)]
    rulings += [down(x, 120.0, 200.0) for x in (70.0, 400.0)]
    (table,) = parts(found, rulings)
    assert cells(table)[0] == ["Land", "Tal", "Alle"]
    assert cells(table)[4] == ["Kypros", "32", "375"]


def test_tables_side_by_side_are_read_each_on_its_own() -> None:
    found = []
    rulings = []
    for left, name in ((70.0, "Norge"), (320.0, "Sverige")):
        for top in (100.0, 120.0):
            found += [*words(name, left + 4.0, top + 2.0), *words("375", left + 104.0, top + 2.0)]
        rulings += [across(y, left, left + 200.0) for y in (100.0, 120.0, 140.0)]
        rulings += [down(left + x, 100.0, 140.0) for x in (0.0, 100.0, 200.0)]
    first, second = parts(found, rulings)
    assert cells(first) == [["Norge", "375"]] * 2
    assert cells(second) == [["Sverige", "375"]] * 2


def test_the_grid_of_a_chart_is_no_table() -> None:
    found = [word for at in range(5) for word in words(f"{100 * at}", 40.0, 294.0 - 40.0 * at)]
    found += words("Resultat", 150.0, 105.0)
    rulings = [across(100.0 + 40.0 * at, 70.0, 400.0) for at in range(6)]
    rulings += [down(70.0, 100.0, 300.0), down(400.0, 100.0, 300.0)]
    assert not any(isinstance(part, RawTable) for part in parts(found, rulings))


def test_a_chapter_merged_over_its_posts_covers_their_rows() -> None:
    found = [*words("1401", 74.0, 106.0), *words("Kaidirektoratet", 74.0, 120.0)]
    for at, (post, amount) in enumerate((("01", "186 500"), ("21", "13 500"), ("45", "31 200"))):
        found += [*words(post, 204.0, 102.0 + 20.0 * at), *words(amount, 304.0, 102.0 + 20.0 * at)]
    found += [*words("Sum", 74.0, 162.0), *words("231 200", 304.0, 162.0)]
    rulings = [across(y, 70.0, 400.0) for y in (100.0, 160.0, 180.0)]
    rulings += [across(y, 200.0, 400.0) for y in (120.0, 140.0)]
    rulings += [down(x, 100.0, 180.0) for x in (70.0, 200.0, 300.0, 400.0)]
    (table,) = parts(found, rulings)
    assert isinstance(table, RawTable)
    first = table.rows[0].cells[0]
    assert (first.text, first.rows) == ("1401 Kaidirektoratet", 3)
    assert cells(table)[1:] == [["21", "13 500"], ["45", "31 200"], ["Sum", "231 200"]]


def test_one_line_down_the_page_leaves_the_other_columns_to_the_words() -> None:
    found = [*words("Freq.", 206.0, 102.0), *words("Percent", 300.0, 102.0)]
    kept = (
        ("I kept the assets", "344", "75.2"),
        ("I sold some", "53", "11.6"),
        ("All", "61", "13"),
    )
    for at, (name, freq, share) in enumerate(kept):
        top = 122.0 + 14.0 * at
        found += [*words(name, 74.0, top), *words(freq, 206.0, top), *words(share, 300.0, top)]
    rulings = [across(y, 70.0, 400.0) for y in (100.0, 120.0, 166.0)]
    rulings += [down(200.0, 100.0, 166.0)]
    (table,) = parts(found, rulings)
    assert cells(table) == [["Freq.", "Percent"], *(list(row) for row in kept)]


def test_an_amount_broken_in_its_cell_is_no_row_of_its_own() -> None:
    found = [*words("1401", 74.0, 102.0), *words("1 182", 204.0, 102.0)]
    found += [*words("400 000", 204.0, 116.0), *words("1402", 74.0, 132.0)]
    found += [*words("72 000", 204.0, 132.0), *words("000", 204.0, 146.0)]
    rulings = [across(y, 70.0, 252.0) for y in (100.0, 130.0, 160.0)]
    rulings += [down(x, 100.0, 160.0) for x in (70.0, 200.0, 252.0)]
    (table,) = parts(found, rulings)
    assert cells(table) == [["1401", "1 182 400 000"], ["1402", "72 000 000"]]
