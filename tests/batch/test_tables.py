"""All letters of a folder as JSON lines, CSV and Parquet."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import get_args

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from made_letters import full_letter
from tildeling import Letter, OutputError, OutputWarning, convert
from tildeling.batch.tables import BatchFormat
from tildeling.cli import app
from tildeling.export import xlsx_tables
from tildeling.export.csv_table import CsvTable, safe
from tildeling.export.parquet_table import ROWS_IN_GROUP, ParquetTable, schema_of
from tildeling.export.rows import (
    TABLES,
    FindingRow,
    TargetRow,
    budget_rows,
    finding_rows,
    rows_of,
    target_rows,
)

from .archives import LETTERS, text_letter, write_letters

ARCHIVE = [
    LETTERS / f"{name}.pdf"
    for name in ("ferge-2022-tildelingsbrev", "motstrid-2025-tillegg-3", "skjult-2024-tillegg-1")
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same archive in every format: only the first run parses."""
    folder = tmp_path_factory.mktemp("out")
    for batch_format in get_args(BatchFormat):
        for _ in convert(ARCHIVE, folder, jobs=2, format=batch_format):
            pass
    return folder


@pytest.fixture(scope="module")
def letters(out: Path) -> list[Letter]:
    return [Letter.model_validate_json(path.read_bytes()) for path in sorted(out.glob("*.json"))]


def test_json_lines_are_the_letters(out: Path, letters: list[Letter]) -> None:
    lines = (out / "letters.jsonl").read_text("utf-8").splitlines()
    assert [Letter.model_validate_json(line) for line in lines] == letters
    assert len(lines) == len(ARCHIVE)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_there_is_a_table_for_everything(out: Path, ending: str) -> None:
    assert {path.stem for path in out.glob(f"*.{ending}")} == set(TABLES)


def test_parquet_has_all_rows_with_their_types(out: Path, letters: list[Letter]) -> None:
    counts = Counter(name for letter in letters for name, _ in rows_of(letter))
    read = {name: pq.read_table(out / f"{name}.parquet") for name in TABLES}
    assert {name: table.num_rows for name, table in read.items()} == {
        name: counts[name] for name in TABLES
    }
    assert read["financing"].schema.field("amount").type == pa.int64()
    assert read["deadlines"].schema.field("date").type == pa.date32()
    amounts = read["budget_rows"]["amounts"].to_pylist()
    assert amounts == [list(r.amounts) for x in letters for t in x.budget_tables for r in t.rows]
    dates = [letter.date for letter in letters]
    assert read["letters"]["date"].to_pylist() == dates


def test_tables_join_on_the_sha256(out: Path) -> None:
    read = {name: pq.read_table(out / f"{name}.parquet") for name in TABLES}
    hashes = set(read["letters"]["sha256"].to_pylist())
    assert len(hashes) == len(ARCHIVE)
    assert all(set(table["sha256"].to_pylist()) <= hashes for table in read.values())


def test_csv_says_the_same_as_parquet(out: Path) -> None:
    for name in TABLES:
        with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, delimiter=";")
            rows = list(reader)
        table = pq.read_table(out / f"{name}.parquet")
        assert reader.fieldnames == table.column_names
        assert len(rows) == table.num_rows
        for column in ("page", "amount", "date", "position"):
            if column in table.column_names:
                expected = ["" if v is None else str(v) for v in table[column].to_pylist()]
                assert [row[column] for row in rows] == expected


def test_csv_is_what_a_norwegian_excel_opens_by_a_double_click(out: Path) -> None:
    data = (out / "letters.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfsha256;file;")
    assert data.endswith(b"\r\n")


@pytest.mark.parametrize(
    "text", ["=1+1", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", " =1", "\xa0=1"]
)
def test_no_text_from_a_letter_is_a_formula_in_a_spreadsheet(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    ["2021-01", "4.1", "01", "1/2", "1. juni", "31. august 2026", "12:30", "85 %", "1e5", "SANN"],
)
def test_no_text_from_a_letter_is_a_number_or_a_day_in_a_spreadsheet(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["O 73", "§ 5", "innen 1. juni", "2021-01\n2021-02", "mai", ""])
def test_what_a_spreadsheet_takes_for_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


@given(st.text())
def test_text_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert safe(text).removeprefix("'") == text.removeprefix("'")
    assert safe(f"Frist: {text}") == f"Frist: {text}"


def test_a_letter_cannot_make_a_formula_of_its_title(tmp_path: Path) -> None:
    made = full_letter().model_copy(update={"title": '=HYPERLINK("http://ond.example";"klikk")'})
    with CsvTable(tmp_path / "letters.csv", "letters") as table:
        table.add(next(iter(rows_of(made)))[1])
    assert b";\"'=HYPERLINK(" in (tmp_path / "letters.csv").read_bytes()


def test_negative_amounts_stay_numbers(tmp_path: Path) -> None:
    (row,) = budget_rows(full_letter())
    with CsvTable(tmp_path / "rows.csv", "budget_rows") as table:
        table.add(replace(row, change=-5_000))
    assert b";-5000;" in (tmp_path / "rows.csv").read_bytes()


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_written(tmp_path: Path, name: str) -> None:
    rows = [row for table, row in rows_of(full_letter()) if table == name]
    with ParquetTable(tmp_path / "a.parquet", TABLES[name]) as parquet:
        for row in rows:
            parquet.add(row)
    with CsvTable(tmp_path / "a.csv", name) as comma:
        for row in rows:
            comma.add(row)
    assert pq.read_table(tmp_path / "a.parquet").num_rows == len(rows) > 0
    assert len((tmp_path / "a.csv").read_text("utf-8").splitlines()) == 1 + len(rows)


def test_figures_of_targets_are_exact(tmp_path: Path) -> None:
    result, target = target_rows(full_letter())
    huge = replace(target, value=Decimal("1e40"))
    with ParquetTable(tmp_path / "targets.parquet", TargetRow) as table:
        for row in (result, replace(target, value=Decimal("0.12345678949")), huge):
            table.add(row)
    read = pq.read_table(tmp_path / "targets.parquet")["value"].to_pylist()
    assert read == [Decimal("81.5"), Decimal("0.123456789"), None]
    with CsvTable(tmp_path / "targets.csv", "targets") as comma:
        comma.add(result)
    assert ";81,5;" in (tmp_path / "targets.csv").read_text("utf-8")


def test_row_groups_are_written_as_they_fill(tmp_path: Path) -> None:
    (row,) = finding_rows(full_letter())
    with ParquetTable(tmp_path / "findings.parquet", FindingRow) as table:
        for _ in range(ROWS_IN_GROUP + 1):
            table.add(row)
        assert len(table.rows) == 1
    read = pq.ParquetFile(tmp_path / "findings.parquet")
    assert [read.metadata.row_group(at).num_rows for at in (0, 1)] == [ROWS_IN_GROUP, 1]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_type(name: str) -> None:
    schema = schema_of(TABLES[name])
    assert schema.field("sha256").nullable is False
    assert pa.null() not in schema.types


def test_the_same_content_in_two_places_is_one_letter_in_the_tables(tmp_path: Path) -> None:
    for place in ("a", "b"):
        write_letters(tmp_path / "in" / place, 2)
    results = list(convert(tmp_path / "in", tmp_path / "out", jobs=1, format="parquet"))
    assert len({result.output for result in results}) == 4
    assert pq.read_table(tmp_path / "out" / "letters.parquet").num_rows == 2


def test_tables_hold_what_earlier_runs_converted_too(tmp_path: Path) -> None:
    for year in (2025, 2026):
        path = tmp_path / f"{year}.txt"
        path.write_bytes(text_letter(year))
        list(convert(path, tmp_path / "out", jobs=1, format="jsonl"))
    lines = (tmp_path / "out" / "letters.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 2


def test_an_archive_without_letters_has_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "tom.pdf").write_bytes(b"")
    list(convert(tmp_path / "tom.pdf", tmp_path / "out", jobs=1, format="parquet"))
    table = pq.read_table(tmp_path / "out" / "deadlines.parquet")
    assert table.num_rows == 0
    assert table.schema.field("date").type == pa.date32()


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"\0" * 2_000, b"[" * 100_000])
def test_no_table_is_made_of_a_letter_that_somebody_spoilt(tmp_path: Path, spoilt: bytes) -> None:
    write_letters(tmp_path / "in", 2)
    list(convert(tmp_path / "in", tmp_path / "out", jobs=1))
    (tmp_path / "out" / "tillegg-002.json").write_bytes(spoilt)
    with pytest.raises(OutputError, match=r"tillegg-002\.json is not the JSON") as raised:
        list(convert(tmp_path / "in", tmp_path / "out", jobs=1, format="jsonl"))
    assert "Remove that file" in raised.value.hint
    assert not (tmp_path / "out" / "letters.jsonl").exists()


def test_a_letter_that_somebody_took_away_is_in_no_table(tmp_path: Path) -> None:
    paths = write_letters(tmp_path / "in", 2)
    list(convert(paths, tmp_path / "out", jobs=1))
    (tmp_path / "out" / "tillegg-002.json").unlink()
    list(convert(paths[:1], tmp_path / "out", jobs=1, format="jsonl"))
    assert len((tmp_path / "out" / "letters.jsonl").read_text("utf-8").splitlines()) == 1


def test_a_workbook_has_what_parquet_has(out: Path) -> None:
    book = openpyxl.load_workbook(out / "letters.xlsx", read_only=True)
    assert book.sheetnames == list(TABLES)
    for name in TABLES:
        heading, *rows = book[name].iter_rows(values_only=True)
        table = pq.read_table(out / f"{name}.parquet")
        assert list(heading) == table.column_names
        assert len(rows) == table.num_rows
        for column in ("page", "amount", "x0", "number"):
            if column in table.column_names:
                at = table.column_names.index(column)
                assert [row[at] for row in rows] == table[column].to_pylist()


def test_csv_has_norwegian_headings_where_asked_for(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 1)
    list(convert(tmp_path / "in", tmp_path / "out", jobs=1, format="csv", lang="nb"))
    text = (tmp_path / "out" / "deadlines.csv").read_text("utf-8-sig")
    assert text.startswith("SHA-256;Fil;Virksomhet;")


def test_what_does_not_fit_into_a_workbook_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_letters(tmp_path / "in", 2)
    monkeypatch.setattr(xlsx_tables, "ROWS_ON_SHEET", 2)
    with pytest.warns(OutputWarning) as told:
        list(convert(tmp_path / "in", tmp_path / "out", jobs=1, format="xlsx"))
    assert any("letters.xlsx: deadlines has more rows" in str(one.message) for one in told)
    arguments = ["convert", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--quiet"]
    run = CliRunner().invoke(app, [*arguments, "--format", "xlsx", "--lang", "nb"])
    assert run.exit_code == 0
    assert "tildeling: letters.xlsx: Frister har flere rader enn et ark har plass til" in run.stderr


def test_a_workbook_that_the_disk_has_no_room_for_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write_letters(tmp_path / "in", 1)
    monkeypatch.setattr("zipfile.ZipFile.write", full)
    with pytest.raises(OutputError, match="No space left"):
        list(convert(tmp_path / "in", tmp_path / "out", jobs=1, format="xlsx"))
    assert not list((tmp_path / "out").glob("*.xlsx"))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "manifest.jsonl",
        "tillegg-001.json",
    }
