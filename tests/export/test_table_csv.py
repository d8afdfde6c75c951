"""Tables of any document as CSV."""

import csv
import io

from made_tables import budget, cell, table
from tildeling.export.table_csv import tables_csv
from tildeling.table import DocumentTables


def records(found: DocumentTables) -> list[dict[str, str]]:
    stream = io.StringIO(tables_csv(found).decode("utf-8-sig"), newline="")
    return list(csv.DictReader(stream, delimiter=";", strict=True))


def test_several_tables_are_told_apart_by_their_number() -> None:
    (one,), (other,) = budget().tables, table(cell("alene", 0, 0), types=("label",)).tables
    found = records(DocumentTables(tables=(one, other)))
    assert [record["table"] for record in found] == ["1", "1", "1", "1", "2"]
    assert found[-1]["column_0"] == "alene"


def test_every_line_has_the_same_number_of_fields() -> None:
    (one,), (other,) = budget().tables, table(cell("alene", 0, 0), types=("label",)).tables
    text = tables_csv(DocumentTables(tables=(one, other))).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    assert {len(line) for line in lines} == {9}
    assert text.count("\r\n") == len(lines)


def test_a_row_says_where_it_stands_and_whether_it_is_a_heading() -> None:
    record = records(budget())[0]
    assert (record["title"], record["page"], record["row"]) == ("Bevilgninger", "3", "0")
    assert [one["heading"] for one in records(budget())] == ["true", "true", "false", "false"]


def test_a_cell_over_several_columns_stands_in_the_first() -> None:
    first = records(budget())[0]
    assert (first["column_2"], first["column_3"]) == ("Bevilgning (i 1 000 kroner)", "")


def test_a_formula_gets_an_apostrophe_and_a_negative_amount_does_not() -> None:
    found = table(
        cell("=HYPERLINK(A1)", 0, 0),
        cell("-3 100", 0, 1),
        cell("−48 700,5 %", 0, 2),
        cell("-2+3+cmd", 0, 3),
        types=("name", "amount", "amount", "comment"),
        title="@sum",
    )
    (record,) = records(found)
    assert record["column_0"] == "'=HYPERLINK(A1)"
    assert record["column_1"] == "-3 100"
    assert record["column_2"] == "−48 700,5 %"
    assert record["column_3"] == "'-2+3+cmd"
    assert record["title"] == "'@sum"


def test_a_document_without_tables_has_the_headings_alone() -> None:
    text = tables_csv(DocumentTables(tables=())).decode("utf-8-sig")
    assert text == "table;title;page;row;heading\r\n"
