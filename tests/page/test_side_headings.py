"""Headings set in the margin beside their text, and what only looks like them."""

import pytest
from make import set_letter

from tildeling.limits import Limits
from tildeling.page.flows import in_flows
from tildeling.page.letter_pages import pages_of_text
from tildeling.page.lines import Line, modal_size
from tildeling.parsing import parse
from tildeling.read.page import Reader
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.plumber import PlumberReader
from tildeling.read.source import open_document

TEXT = (
    "Kaidirektoratet skal kartlegge tilstanden på kaier som er eldre enn 40 år, og foreslå hvilke "
    "som bør rustes opp først. Arbeidet skal skje i samråd med kommunene."
)
PREAMBLE = """#set page(paper: "a4", margin: 25mm)
#set text(font: "Libertinus Serif", size: 11pt, lang: "nb")
#let beside(heading, body, width: 34mm, size: 11pt) = grid(
  columns: (width, 1fr), column-gutter: 5mm, text(weight: "bold", size: size, heading), body)
Havnedepartementet stiller med dette midler til disposisjon for Kaidirektoratet i 2026, og gir de
oppdrag som følger.

"""


@pytest.fixture(params=[PdfiumReader, PlumberReader])
def reader(request: pytest.FixtureRequest) -> Reader:
    made: Reader = request.param()
    return made


def flows(body: str, reader: Reader | None = None) -> list[list[str]]:
    """The words of each flow of all pages."""
    document = open_document(set_letter(PREAMBLE + body), Limits(), reader or PdfiumReader(), "")
    texts = pages_of_text(document.pages)
    lines: list[Line] = [line for text in texts for line in text.lines]
    found = in_flows([(text.page, text.lines) for text in texts], modal_size(lines))
    return [[line.text for line in flow] for _, some in found for flow in some]


def headings(body: str) -> list[str]:
    """The flows that are headings beside text, each as one line."""
    document = open_document(set_letter(PREAMBLE + body), Limits(), PdfiumReader(), "")
    texts = pages_of_text(document.pages)
    size = modal_size([line for text in texts for line in text.lines])
    return [
        " ".join(line.text for line in flow)
        for _, some in in_flows([(text.page, text.lines) for text in texts], size)
        for flow in some
        if flow[0].frame is not None and flow[0].frame.is_heading
    ]


def test_a_heading_is_read_before_all_the_text_beside_it(reader: Reader) -> None:
    body = f"#beside[Kart over kaier i hele landet][{TEXT}\n\nFrist: 1. oktober 2026]"
    intro, heading, text = flows(body, reader)
    assert intro[0].startswith("Havnedepartementet")
    assert " ".join(heading) == "Kart over kaier i hele landet"
    assert " ".join(text) == f"{TEXT} Frist: 1. oktober 2026"


@pytest.mark.parametrize("size", ["9pt", "11pt", "13pt"])
def test_type_of_another_size_and_headings_longer_than_their_text(size: str) -> None:
    body = "".join(
        f"#beside(size: {size})[Oppdrag {at} Kartlegging av kaier i nord og i vest][{text}]\n\n"
        for at, text in enumerate((TEXT, "Direktoratet skal sette ut målebøyer.", TEXT), 1)
    )
    assert headings(body) == [
        f"Oppdrag {at} Kartlegging av kaier i nord og i vest" for at in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "look", ["weight: bold", "style: italic", "size: 9pt, fill: blue", "size: 13pt"]
)
def test_whatever_sets_a_heading_apart_it_heads_the_text_beside_it(look: str) -> None:
    look = look.replace("bold", '"bold"').replace("italic", '"italic"')
    parts = "\n\n".join(
        f"#aside[Oppdrag 2026-0{at} Kart over kaier i nord][{TEXT}\n\nFrist: {at}. oktober 2026]"
        for at in (1, 2)
    )
    letter = parse(
        set_letter(
            '#import "/template.typ": *\n#show: letter.with()\n#letterhead("Havnedepartementet")\n'
            "#title[Tildelingsbrev 2026 til Kaidirektoratet]\n#let aside(heading, body) = grid("
            f"columns: (34mm, 1fr), column-gutter: 5mm, text({look}, heading), body)\n"
            f"Departementet gir oppdrag til direktoratet for 2026.\n\n*Oppdrag*\n\n{parts}"
        )
    )
    assert [(a.title, a.description) for a in letter.assignments] == [
        ("Kart over kaier i nord", TEXT)
    ] * 2
    assert [a.deadlines[0].text for a in letter.assignments] == [
        "1. oktober 2026",
        "2. oktober 2026",
    ]


def test_a_heading_above_without_text_of_its_own_stays_apart() -> None:
    body = f"*1. Oppdrag*\n\n#beside[Kaikart][{TEXT}]\n\n*2. Drift*\n\n#beside[Bøyer][{TEXT}]"
    assert headings(body) == ["Kaikart", "Bøyer"]
    assert ["2. Drift"] in flows(body)


def test_lines_of_one_heading_that_had_room_for_more_are_one_title() -> None:
    letter = parse(
        set_letter(
            '#import "/template.typ": *\n#show: letter.with()\n#letterhead("Havnedepartementet")\n'
            "#title[Tildelingsbrev 2026 til Kaidirektoratet]\n"
            + PREAMBLE.split("\n", 2)[2]
            + f"*1. Oppdrag*\n\n#beside[Oppdrag 2026-01\\ Kart\\ over kaier][{TEXT}]\n\n"
            + f"#beside[2026-02\\ Bøyer][{TEXT}]"
        )
    )
    assert [(a.number, a.title) for a in letter.assignments] == [
        ("2026-01", "Kart over kaier"),
        ("2026-02", "Bøyer"),
    ]
    assert all(a.description == TEXT for a in letter.assignments)


def test_text_that_goes_on_over_the_page_beside_nothing_is_one_paragraph() -> None:
    body = f"#beside[Kaikart][{TEXT * 24}]\n\n#beside[Bøyer][{TEXT}]"
    *_, before, after, heading, _ = flows(body)
    assert heading == ["Bøyer"]
    assert " ".join([*before, *after]) == TEXT * 24


def test_a_ruled_table_beside_a_heading_is_the_texts() -> None:
    table = "#table(columns: 2, [Kap.], [Bevilgning], [1401], [180 500])"
    *_, heading, text = flows(f"#beside[Kaier][{TEXT}]\n\n#beside[Budsjett][{TEXT}\n{table}]")
    assert heading == ["Budsjett"]
    assert text[-2:] == ["Kap. Bevilgning", "1401 180 500"]


@pytest.mark.parametrize(
    "body",
    [
        # labels of one assignment's parts
        f"#beside[Bakgrunn][{TEXT}]\n\n#beside[Beskrivelse av oppdraget][{TEXT}]\n\n"
        "#beside[Frist][Første oktober]",
        # values of labels
        "#beside[Saksbehandler][Kari Nordmann]\n\n#beside[Vår referanse][25/1180-4]\n\n"
        "#beside[Kontakt i departementet][Havneavdelingen]",
        # a heading over each column
        f"#beside[Mål][*Tiltak*]\n\n#beside[Trygge kaier][{TEXT}]\n\n#beside[Åpne tall][{TEXT}]",
        # rows that lines part
        f"#beside[Trygge kaier][{TEXT}]\n#line(length: 100%)\n#beside[Åpne tall][{TEXT}]",
        # a table of three columns
        "#let r(a, b, c) = grid(columns: (34mm, 1fr, 25mm), column-gutter: 6mm, [*#a*], b, c)\n"
        + "".join(f"#r[Oppdrag][{TEXT}][1\\. oktober]\n\n" for _ in range(3)),
        # a paragraph that bold words begin
        f"*Kaikart.* {TEXT}\n\n*Målebøyer i nord.* {TEXT}",
        # signatures
        "#beside[Tordis Nygaard][Jon Bakke]\n\n#beside[ekspedisjonssjef][seniorrådgiver]",
    ],
    ids=["labels", "values", "heads", "ruled", "three columns", "run in", "signatures"],
)
def test_what_is_no_heading_in_the_margin_stays_one_flow(body: str) -> None:
    assert len(flows(body)) == 1


def test_headings_in_the_type_of_the_text_stay_a_tables_cells() -> None:
    body = f"#grid(columns: (34mm, 1fr), column-gutter: 5mm, row-gutter: 1em, [Kaier], [{TEXT}])"
    assert len(flows(body)) == 1
