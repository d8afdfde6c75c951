"""Running text set in two columns, and what only looks like it."""

import pytest
from make import set_letter

import tildeling
from tildeling.limits import Limits
from tildeling.page.flows import in_flows
from tildeling.page.letter_pages import pages_of_text
from tildeling.page.lines import modal_size
from tildeling.read.page import Reader
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.plumber import PlumberReader
from tildeling.read.source import open_document

QUAYS = (
    "Kaidirektoratet skal kartlegge tilstanden på kaier som er eldre enn 40 år, og foreslå hvilke "
    "som bør rustes opp først. Arbeidet skal skje i samråd med kommunene."
)
BUOYS = (
    "Direktoratet skal sette ut tre målebøyer i Vestfjorden og dele målingene med miljøene som "
    "forsker på strøm. Målingene skal være åpne for alle, og lette å finne for den som trenger dem."
)
DATA = "Direktoratet skal samle tall fra alle havner og legge dem fram samlet, to ganger i året."
PREAMBLE = """#set page(paper: "a4", margin: 25mm)
#set text(font: "Libertinus Serif", size: 10pt, lang: "nb", hyphenate: false)
Havnedepartementet stiller med dette midler til disposisjon for Kaidirektoratet i 2026, og gir
direktoratet de oppdragene som følger.

"""
SECTIONS = (
    f"*1. Kaier*\n\n{QUAYS}\n\n{QUAYS}\n\n*2. Bøyer*\n\n{BUOYS}\n\n"
    f"*3. Tall*\n\n{DATA}\n\n{DATA}\n\n*4. Havner*\n\n{BUOYS}\n\n{QUAYS}\n\n{DATA}"
)


def flows(body: str, reader: Reader | None = None) -> list[str]:
    """The words of each flow of all pages."""
    document = open_document(set_letter(PREAMBLE + body), Limits(), reader or PdfiumReader(), "")
    texts = pages_of_text(document.pages)
    size = modal_size([line for text in texts for line in text.lines])
    found = in_flows([(text.page, text.lines) for text in texts], size)
    return [" ".join(line.text for line in flow) for _, some in found for flow in some]


def columns(text: str, height: str, more: str = "") -> str:
    """Text in two columns so high, in Typst."""
    return f"#block(height: {height}, columns(2, gutter: 7mm)[{more}{text}])\n\n"


def words(markup: str) -> str:
    """What Typst prints of text whose headings are in bold."""
    return " ".join(markup.replace("*", "").split())


@pytest.fixture(params=[PdfiumReader, PlumberReader])
def reader(request: pytest.FixtureRequest) -> Reader:
    made: Reader = request.param()
    return made


def test_the_left_column_is_read_before_the_right_one(reader: Reader) -> None:
    intro, left, right = flows(columns(SECTIONS, "82mm"), reader)
    assert intro.startswith("Havnedepartementet")
    assert left.startswith("1. Kaier Kaidirektoratet skal")
    assert f"{left} {right}" == words(SECTIONS)


@pytest.mark.parametrize(
    "more",
    [
        "",
        "#set par(justify: true)\n",
        "#set par(justify: true, first-line-indent: 1em, spacing: 0.65em)\n",
        "#set par(leading: 0.9em)\n",
    ],
    ids=["ragged", "justified", "indented", "loose"],
)
@pytest.mark.parametrize("height", ["78mm", "86mm", "94mm"])
def test_wherever_the_columns_break_and_however_they_are_set(more: str, height: str) -> None:
    if "leading" in more:
        height = f"{int(height[:2]) + 24}mm"
    found = flows(columns(SECTIONS, height, more))
    assert len(found) == 3
    assert " ".join(found[1:]) == words(SECTIONS)


def test_headings_across_both_and_a_table_under_them_stay_where_they_are() -> None:
    table = "#table(columns: (1fr, 1fr), [Kap. og post], [Bevilgning], [1401/01], [180 500])"
    body = (
        f"*Del 1*\n\n{columns(SECTIONS, '82mm')}*Del 2*\n\n{table}\n\n{columns(SECTIONS, '82mm')}"
    )
    found = flows(body)
    assert len(found) == 6
    assert f"{found[1]} {found[2]}" == f"Del 1 {words(SECTIONS)}"
    assert found[3] == "Del 2 Kap. og post Bevilgning 1401/01 180 500"
    assert f"{found[4]} {found[5]}" == words(SECTIONS)


def test_the_greeting_under_the_columns_is_read_after_both() -> None:
    body = columns(SECTIONS, "82mm") + "#v(-3mm)\nMed hilsen\n\nTordis Nygaard"
    assert flows(body)[-1] == "Med hilsen Tordis Nygaard"


def test_a_paragraph_that_runs_over_columns_and_pages_is_whole() -> None:
    long = " ".join([QUAYS, BUOYS, DATA] * 9)
    letter = tildeling.parse(
        set_letter(
            '#import "/template.typ": *\n'
            '#show: letter.with(size: 10pt, justify: true, hyphenate: true, pages: "side")\n'
            '#letterhead("Havnedepartementet")\n#title[Tildelingsbrev 2026 til Kaidirektoratet]\n'
            f"#columns(2, gutter: 7mm)[*Oppdrag 2026-01 Kaikart*\n\n{long}\n\n"
            f"*Oppdrag 2026-02 Bøyer*\n\n{long}\n\nFrist: 1. oktober 2026]"
        )
    )
    assert [a.description for a in letter.assignments] == [long, long]
    assert letter.assignments[1].evidence[-1].page == 2


def rows(*cells: tuple[str, str], more: str = "") -> str:
    """A table without lines in Typst, of two columns as wide."""
    inside = ", ".join(f"[{left}], [{right}]" for left, right in cells)
    return (
        f"#grid(columns: (1fr, 1fr), column-gutter: 7mm, row-gutter: 1.1em, {more}{inside})\n\n"
        "Etter tabellen kommer det mer tekst, som går over hele siden slik brevet ellers gjør det."
    )


@pytest.mark.parametrize(
    "body",
    [
        rows(("*Mål*", "*Tiltak*"), (QUAYS, BUOYS), (DATA, QUAYS), (BUOYS, DATA)),
        rows((QUAYS, BUOYS), (DATA, f"{QUAYS}\n\n{DATA}"), (f"{BUOYS}\n\n{DATA}", DATA)),
        rows(*[(f"{QUAYS}\n\n{DATA}\n\n{BUOYS}", f"{BUOYS}\n\n{DATA}")] * 3),
        rows((QUAYS, DATA), (DATA, QUAYS), (QUAYS, DATA), more="stroke: (y: 0.5pt), "),
        rows(*[("Kaidirektoratet", "Havnetilsynet"), ("Postboks 12", "Postboks 90")] * 4),
        rows(*[("Tordis Nygaard (e.f.)", "Jon Bakke"), ("ekspedisjonssjef", "rådgiver")] * 3),
        rows(*[("Saksbehandler", "Kari Nordmann"), ("Vår referanse", "25/1180-4")] * 4),
        rows(*[(f"Kap. 140{at} Havner", f"{at}80 500") for at in range(1, 9)]),
        f"#columns(3, gutter: 6mm)[{SECTIONS}]",
        f"{QUAYS}\n\n{BUOYS}\n\n{DATA}",
    ],
    ids=[
        *("rows under headings", "rows of paragraphs", "long cells", "ruled", "addresses"),
        *("signatures", "values", "amounts", "three columns", "one column"),
    ],
)
def test_what_is_no_text_in_two_columns_stays_one_flow(body: str) -> None:
    assert len(flows(body)) == 1
