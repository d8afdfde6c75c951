"""Tables of any document as one HTML file."""

from export.html_page import Page
from made_tables import budget, cell, table
from tildeling.export.table_html import ShownTable, shown_table, tables_html
from tildeling.table import DocumentTables
from tildeling.words import words_in

NB = words_in("nb")


def shown(found: DocumentTables) -> ShownTable:
    return shown_table(found.tables[0], NB)


def test_every_row_of_cells_and_spans_is_as_wide_as_the_table() -> None:
    rows = [*shown(budget()).head, *shown(budget()).body]
    covered = [[0] * 4 for _ in rows]
    for at, row in enumerate(rows):
        for one in row:
            column = covered[at].index(0)
            for line in covered[at : at + one.rows]:
                line[column : column + one.columns] = [1] * one.columns
    assert covered == [[1, 1, 1, 1]] * 4


def test_headings_say_what_they_head() -> None:
    found = shown(budget())
    assert [one.scope for one in found.head[0]] == ["col", "col", "colgroup"]
    assert [one.scope for one in found.body[0]] == ["", "row", "", ""]


def test_a_lone_name_heads_the_rows_under_it_and_no_column() -> None:
    found = shown(
        table(
            cell("Navn", 0, 0, heading=True),
            cell("Sum", 0, 1, heading=True),
            cell("Kap. 290", 1, 0, heading=True),
            cell("Drift", 2, 0, heading=True),
            cell("100", 2, 1),
            types=("name", "amount"),
        )
    )
    assert len(found.head) == 1
    assert found.body[0][0].scope == "row"


def test_a_heading_printed_again_on_a_later_page_heads_its_column() -> None:
    found = shown(
        table(
            cell("Navn", 0, 0, heading=True),
            cell("Sum", 0, 1, heading=True),
            cell("Drift", 1, 0, heading=True),
            cell("100", 1, 1),
            cell("Sum", 2, 1, heading=True, page=4),
            types=("name", "amount"),
        )
    )
    assert found.body[1][1].scope == "col"
    assert found.pages == "s. 3-4"


def test_text_from_a_document_adds_no_markup() -> None:
    hostile = '<script>alert(1)</script>"onload="x'
    found = table(cell(hostile, 0, 0, heading=True), types=("name",), title=hostile)
    html = tables_html(found, NB, "<img src=x>.pdf")
    page = Page(html)
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not any(name.startswith("on") for name, _ in page.attributes)
    assert hostile in page.words


def test_a_page_names_its_tables_and_fetches_nothing() -> None:
    (one,), (other,) = budget().tables, table(cell("alene", 0, 0), types=("label",)).tables
    page = Page(tables_html(DocumentTables(tables=(one, other)), NB, "rapport.pdf"))
    assert page.values("id") == ["innhold", "tabell-1", "tabell-2"]
    assert {"1. Bevilgninger", "2. Uten tittel"} <= set(page.values("aria-label"))
    assert page.values("src") == []
    assert all(href.startswith("#") for href in page.values("href"))


def test_a_document_without_tables_is_told() -> None:
    assert "Ingen tabeller" in "".join(Page(tables_html(DocumentTables(tables=()), NB)).words)
