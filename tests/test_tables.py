"""`tildeling tables` and `tildeling.tables`: every table of any PDF, letter or not."""

import csv
import io
from pathlib import Path

import pytest
from make import set_letter
from typer.testing import CliRunner, Result

import tildeling
from pdf_builder import PdfPage, letter, pdf, show
from tildeling.cli import app
from tildeling.table import DocumentTables

REPORT = """#set page(width: 500pt, height: 400pt, margin: 40pt)
#set text(font: "Libertinus Serif", size: 10pt)
= Årsrapport for Kystmuseet

Museet hadde flere besøkende enn året før.

Tabell 1: Besøk etter anlegg
#table(columns: 3, stroke: 0.5pt,
  table.cell(rowspan: 2)[Anlegg], table.cell(colspan: 2)[Besøk],
  [2024], [2025],
  [Fyret], [12 300], [14 150],
  [Naustet], [8 020], [7 990],
)
"""

TEXT = """Rapport om besøk

Kap.   Post   Betegnelse              Bevilgning
290    01     Driftsutgifter            261 340
290    21     Spesielle utgifter         58 900
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report that is no letter, with one table."""
    path = tmp_path_factory.mktemp("report") / "rapport.pdf"
    path.write_bytes(set_letter(REPORT))
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="tildeling")


def test_a_table_of_a_document_that_is_no_letter_is_read(report: Path) -> None:
    with pytest.raises(tildeling.NotAnAllocationLetterError):
        tildeling.parse(report)
    (table,) = tildeling.tables(report)
    assert table.title == "Tabell 1: Besøk etter anlegg"
    assert (table.kind, table.pages) == ("ruled", (1,))
    assert [(cell.row, cell.column, cell.text) for cell in table.cells[-3:]] == [
        (3, 0, "Naustet"),
        (3, 1, "8 020"),
        (3, 2, "7 990"),
    ]


def test_a_cell_says_what_it_covers_and_where_it_stands(report: Path) -> None:
    cell = next(one for one in tildeling.tables(report)[0].cells if one.text == "Besøk")
    assert (cell.row, cell.column, cell.column_span, cell.heading) == (0, 1, 2, True)
    assert cell.page == 1
    assert cell.bbox is not None
    left, top, right, bottom = cell.bbox
    assert 40 < left < right < 460
    assert 0 < bottom - top < 20


def test_a_columns_heading_and_type_are_told(report: Path) -> None:
    columns = tildeling.tables(report)[0].columns
    assert [column.type for column in columns] == ["name", "amount", "amount"]
    assert [column.heading for column in columns] == ["Anlegg", "Besøk 2024", "Besøk 2025"]


def test_the_tables_of_plain_text_have_neither_page_nor_box(tmp_path: Path) -> None:
    path = tmp_path / "rapport.txt"
    path.write_text(TEXT, encoding="utf-8")
    (table,) = tildeling.tables(path)
    assert (table.kind, table.pages) == ("text", ())
    assert {(cell.page, cell.bbox) for cell in table.cells} == {(None, None)}
    assert [cell.text for cell in table.cells if cell.row == 2] == [
        "290",
        "21",
        "Spesielle utgifter",
        "58 900",
    ]


def test_a_heading_printed_again_on_a_later_page_is_rows_of_that_page() -> None:
    rows = "".join(f"[{at}], [Anlegg {at}], [{at * 1000 + 234}]," for at in range(10, 40))
    (table,) = tildeling.tables(
        set_letter(
            f"""#set page(height: 420pt, margin: 40pt)
#table(columns: 3, stroke: 0.5pt, table.header([*Nr.*], [*Anlegg*], [*Besøk*]), {rows})
"""
        )
    )
    heads = [(cell.page, cell.row) for cell in table.cells if cell.text == "Besøk"]
    assert [page for page, _ in heads] == [1, 2]
    assert heads[1][1] > heads[0][1] + 1
    assert [cell.text for cell in table.cells if cell.row == heads[1][1]] == [
        "Nr.",
        "Anlegg",
        "Besøk",
    ]
    assert max(cell.row for cell in table.cells) == 30 + len(heads) - 1
    assert [cell.row for cell in table.cells] == sorted(cell.row for cell in table.cells)


def test_a_caption_may_stand_under_its_table() -> None:
    (table,) = tildeling.tables(
        set_letter(
            """Tallene er samlet inn i mars. De gjelder begge anlegg.
#table(columns: 2, stroke: 0.5pt, [Anlegg], [Besøk], [Fyret], [12 300], [Naustet], [8 020])
Tabell 3.1 Besøk etter anlegg
"""
        )
    )
    assert table.title == "Tabell 3.1 Besøk etter anlegg"


def test_signatures_and_lines_with_a_gap_are_no_tables() -> None:
    assert not tildeling.tables(
        set_letter(
            """= Referat

Møtet ble holdt i Bergen, og alle deltok i det som ble sagt der.

#grid(columns: (1fr, 1fr), [Med hilsen], [])
#v(20pt)
#grid(columns: (1fr, 1fr), row-gutter: 6pt, [Tone Rustad], [Ali Rehman],
  [direktør], [seniorrådgiver])
"""
        )
    )


def test_prose_in_two_columns_is_no_table() -> None:
    prose = """Museet hadde flere besøkende enn året før, og de fleste kom i juli. Staben ble
styrket med to faste stillinger, og magasinet flyttet til nye lokaler i byen. """
    assert not tildeling.tables(set_letter(f"#set page(columns: 2)\n= Årsmelding\n\n{prose * 18}"))


def test_a_contents_list_is_no_table() -> None:
    lines = "\n".join(
        f"#grid(columns: (2em, 1fr, 2em), [{at}], [{name}], [{at + 2}])"
        for at, name in enumerate(("Innledning", "Besøk", "Økonomi", "Framtid"), 1)
    )
    assert not tildeling.tables(set_letter(f"= Innhold\n\n{lines}\n"))


def test_a_document_of_prose_has_no_tables() -> None:
    assert tildeling.tables(letter("Dette er et brev", "uten noen tabell.")) == ()


def test_a_page_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    broken = PdfPage("BT /F1 10 Tf 20 20 Td (Tekst", extra="/Contents [99 0 R]")
    picture = PdfPage("q 400 0 0 300 0 0 cm /Im1 Do Q", pictures=["Im1"])
    path = tmp_path / "delvis.pdf"
    path.write_bytes(pdf(PdfPage(show("Rapport", 20, 20)), picture, broken))
    with (
        pytest.warns(UserWarning, match="Page 2 was not surely read"),
        pytest.warns(UserWarning, match="Page 3 was not surely read"),
    ):
        tildeling.tables(path)
    result = run("tables", path, "--format", "json")
    assert result.exit_code == 0
    assert "page 2 was not surely read" in result.stderr
    unread = DocumentTables.model_validate_json(result.stdout).unread
    assert [page.page for page in unread] == [2, 3]


def test_the_json_is_that_of_the_typed_objects(report: Path) -> None:
    result = run("tables", report, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = DocumentTables.model_validate_json(result.stdout)
    assert found.tables == tildeling.tables(report)


def test_the_text_is_a_grid(report: Path) -> None:
    lines = run("tables", report).stdout.splitlines()
    assert lines[0] == "1. Tabell 1: Besøk etter anlegg (s. 1)"
    assert lines[-2] == "│ Naustet │  8 020 │  7 990 │"


@pytest.mark.parametrize(
    ("row", "options", "said"),
    [
        ("Løyvinga til sjukehusa frå i år er ikkje auka", (), 'lang="nn"'),
        ("Bevilgningen til sykehusene fra i år er ikke økt", (), 'lang="nb"'),
        ("Løyvinga til sjukehusa frå i år er ikkje auka", ("--lang", "en"), 'lang="en"'),
    ],
)
def test_tables_are_told_in_the_language_of_their_own_words(
    tmp_path: Path, row: str, options: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "tabell.txt"
    file.write_text(
        "Post    Formål                                                 Sum\n"
        f"01      {row}        100\n"
        f"21      {row}        200\n",
        encoding="utf-8",
    )
    assert said in run("tables", file, "--format", "html", *options).stdout


def test_the_csv_is_a_file_in_utf8(report: Path) -> None:
    result = run("tables", report, "--format", "csv")
    text = result.stdout_bytes.decode("utf-8-sig")
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["column_2"] for row in rows] == ["", "2025", "14 150", "7 990"]


def test_the_html_is_a_page(report: Path) -> None:
    html = run("tables", report, "--format", "html").stdout
    assert html.startswith("<!doctype html>")
    assert '<th scope="colgroup" colspan="2"' in html


def test_a_missing_file_ends_with_1(tmp_path: Path) -> None:
    result = run("tables", tmp_path / "no.pdf")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[not_found]" in result.stderr
