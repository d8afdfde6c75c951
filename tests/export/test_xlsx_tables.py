"""The workbook, as another program reads it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from made_letters import assignment, dated, full_letter, letter
from tildeling import Letter
from tildeling.export import xlsx_tables
from tildeling.export.headings import TABLES_IN_WORDS, headings
from tildeling.export.rows import TABLES, TargetRow, columns_of, rows_of, target_rows
from tildeling.export.xlsx_tables import CHARACTERS_IN_CELL, Workbook, text_of_cell
from tildeling.words import Language, words_in


def written(file: Path, made: Letter, language: Language = "en") -> list[str]:
    """Writes a letter; what is remarked."""
    with Workbook(file, language) as book:
        for table, row in rows_of(made):
            book.add(table, row)
    return [str(remark) for remark in book.remarks]


def cells(file: Path, sheet: str, at: int = 0) -> dict[str, Any]:
    """The cells of a row by their heading."""
    rows = list(openpyxl.load_workbook(file)[sheet].iter_rows())
    return {head.value: cell for head, cell in zip(rows[0], rows[at + 1], strict=True)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "letters.xlsx"


def test_there_is_a_sheet_for_each_table_with_a_heading_that_stays(file: Path) -> None:
    assert written(file, full_letter()) == []
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == list(TABLES)
    for name, row_class in TABLES.items():
        sheet = book[name]
        assert tuple(cell.value for cell in sheet[1]) == columns_of(row_class)
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref is not None
        assert sheet.max_row == 1 + sum(table == name for table, _ in rows_of(full_letter()))


def test_numbers_are_numbers_and_days_are_days(file: Path) -> None:
    made = full_letter()
    (printed,) = made.budget_tables
    table = printed.model_copy(update={"column_roles": ("new",)})
    written(file, made.model_copy(update={"budget_tables": (table,)}))
    budget, deadline = cells(file, "budget_rows"), cells(file, "deadlines")
    assert (budget["new"].data_type, budget["new"].number_format) == ("n", "#,##0")
    assert budget["new"].value == printed.rows[0].amounts[0]
    assert (budget["budget_year"].number_format, budget["chapter"].number_format) == (
        "General",
        "General",
    )
    assert deadline["date"].is_date
    assert deadline["date"].value == dt.datetime(2026, 6, 1)
    assert deadline["year_inferred"].data_type == "b"
    assert cells(file, "targets")["value"].value == 81.5


@pytest.mark.parametrize("number", ["2021-01", "4.1", "01", "1/2", "1e5", "TRUE"])
def test_numbers_of_assignments_and_sections_are_text(file: Path, number: str) -> None:
    written(file, letter(assignments=(assignment(number=number, section=number),)))
    row = cells(file, "assignments")
    assert (row["number"].data_type, row["number"].value) == ("s", number)
    assert row["section"].value == number


@pytest.mark.parametrize("text", ["=1+1", "+47 22", "-1", "@SUM(A1)", "=HYPERLINK(A1)", " =1"])
def test_no_text_is_a_formula(file: Path, text: str) -> None:
    written(file, letter(assignments=(assignment(title=text),)))
    title = cells(file, "assignments")["title"]
    assert (title.data_type, title.value, title.quotePrefix) == ("s", text, True)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("http://brev.example/a", "http://brev.example/a"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        (" to\nlinjer ", " to\nlinjer "),
        ("_x0041_", "_x0041_"),
        ("🎉", "🎉"),
        ("halv \ud800", "halv ?"),
    ],
)
def test_text_stays_as_it_is(file: Path, text: str, read: str) -> None:
    written(file, letter(assignments=(assignment(title=text),)))
    title = cells(file, "assignments")["title"]
    assert title.hyperlink is None
    assert unescape(title.value) == read


def test_headings_and_sheets_are_norwegian_where_asked_for(file: Path) -> None:
    written(file, full_letter(), "nb")
    called = list(map(words_in("nb").say, TABLES_IN_WORDS.values()))
    assert openpyxl.load_workbook(file).sheetnames == called
    assert cells(file, "Frister")["Dato"].value == dt.datetime(2026, 6, 1)


@pytest.mark.parametrize("table", TABLES)
def test_no_two_columns_of_a_table_are_called_the_same(table: str) -> None:
    assert (
        len(set(headings(table, "nb")))
        == len(set(headings(table, "nn")))
        == len(columns_of(TABLES[table]))
    )


def test_a_text_longer_than_a_cell_is_cut_and_told(file: Path) -> None:
    (remark,) = written(file, letter(assignments=(assignment(text="å" * 40_000),)))
    assert "assignments: 1 texts are longer than a cell holds (32,767 characters)" in remark
    text = cells(file, "assignments")["text"].value
    assert len(text) == CHARACTERS_IN_CELL
    assert text.endswith("å [...]")


def test_a_text_that_just_fits_is_whole() -> None:
    assert text_of_cell("a" * CHARACTERS_IN_CELL) == "a" * CHARACTERS_IN_CELL
    # Excel counts what lies outside Unicode's first plane as two.
    assert text_of_cell("🎉" * 16_383) == "🎉" * 16_383
    assert text_of_cell("🎉" * 16_384).endswith("🎉 [...]")


def test_rows_that_a_sheet_does_not_hold_stand_on_another(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_tables, "ROWS_ON_SHEET", 4)
    days = [f"2026-06-{day:02}" for day in range(1, 8)]
    (remark,) = written(file, letter(deadlines=tuple(dated(day) for day in days)))
    assert remark.startswith("deadlines has more rows than a sheet holds")
    book = openpyxl.load_workbook(file)
    sheets = [name for name in book.sheetnames if name.startswith("deadlines")]
    assert sheets == ["deadlines", "deadlines (2)", "deadlines (3)"]
    rows = [row for name in sheets for row in list(book[name].iter_rows(values_only=True))[1:]]
    at = columns_of(TABLES["deadlines"]).index("date")
    assert [f"{row[at]:%Y-%m-%d}" for row in rows] == days
    assert all(book[name].freeze_panes == "A2" for name in sheets)


def test_what_excel_cannot_hold_as_a_number_or_a_day_is_text(file: Path) -> None:
    _, target = target_rows(full_letter())
    early = letter(deadlines=(dated("2026-06-01", date=dt.date(1814, 5, 17)),))
    with Workbook(file, "en") as book:
        book.add("targets", replace(target, value=Decimal("12345678901234567.5")))
        for table, row in rows_of(early):
            book.add(table, row)
    assert isinstance(target, TargetRow)
    assert cells(file, "targets")["value"].value == "12345678901234567,5"
    assert cells(file, "deadlines")["date"].value == "1814-05-17"


def test_a_list_is_a_line_for_each_item(file: Path) -> None:
    written(file, full_letter())
    budget = cells(file, "budget_rows")
    assert budget["columns"].value.split("\n") == list(full_letter().budget_tables[0].columns)
