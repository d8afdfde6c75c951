"""Footnote marks are no part of what they stand at, footnotes of nothing that they interrupt."""

from __future__ import annotations

import pytest

from pdf_builder import PdfPage, pdf, show
from set_letters import read_letter
from tildeling.letter import Letter
from tildeling.limits import Limits
from tildeling.page.letter_pages import pages_of_text
from tildeling.page.lines import lines_of
from tildeling.page.raised import without_raised
from tildeling.read.page import Reader
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.plumber import PlumberReader
from tildeling.read.source import open_document
from tildeling.text.blocks import Paragraph
from tildeling.text.lay_out import lay_out

MARKS = ["1", "12", "1)", "a", "b)", "*", "**", "1,2", "†"]
TABLE = """
Midlene fordeler seg slik (i 1 000 kroner):
#table(columns: 5, stroke: {stroke}, align: (left, left, left, right, right),
  [Kap.], [Post], [Betegnelse], [Saldert 2024], [Bevilgning 2025{mark}],
  [1401], [01], [Driftsutgifter{mark}], [182 400{mark}], [186 500{mark}],
  [1401], [21], [Spesielle driftsutgifter], [14 300], [13 500{mark}],
  [1402], [60], [Tilskudd{mark} til havner], [70 000], [72 000],
)
"""


def table_letter(mark: str, stroke: str = "0.5pt") -> Letter:
    return read_letter(TABLE.replace("{mark}", mark).replace("{stroke}", stroke))


def rows(letter: Letter) -> list[tuple[str | None, tuple[int | None, ...]]]:
    (table,) = letter.budget_tables
    return [(row.name, row.amounts) for row in table.rows]


UNMARKED = [
    ("Driftsutgifter", (182_400_000, 186_500_000)),
    ("Spesielle driftsutgifter", (14_300_000, 13_500_000)),
    ("Tilskudd til havner", (70_000_000, 72_000_000)),
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_raised_mark_is_no_part_of_an_amount_or_name(mark: str) -> None:
    typst = f'#super(typographic: false)[#"{mark}"]'
    letter = table_letter(typst)
    assert rows(letter) == UNMARKED
    assert letter.budget_tables[0].columns == ("Saldert 2024", "Bevilgning 2025")


@pytest.mark.parametrize("mark", ["¹", "²", "¹²", "³⁾", "\\*", "\\*\\*"])
def test_a_mark_in_characters_that_look_raised_is_none_either(mark: str) -> None:
    assert rows(table_letter(mark)) == UNMARKED


def test_a_letter_after_the_last_group_of_an_amount_is_a_mark() -> None:
    letter = read_letter(
        TABLE.replace("[182 400{mark}]", "[182 400a]")
        .replace("{mark}", "")
        .replace("{stroke}", "0.5pt")
    )
    assert rows(letter) == UNMARKED


@pytest.fixture(params=[PdfiumReader, PlumberReader])
def reader(request: pytest.FixtureRequest) -> Reader:
    made: Reader = request.param()
    return made


def words_of(reader: Reader, content: str) -> list[str]:
    _, (page,) = reader.read(pdf(PdfPage(content)), Limits())
    return [word.text for word in without_raised(page.words, lines_of(page)).words]


def line(*pieces: str | tuple[str, float]) -> str:
    """One line in Helvetica of 10 points; a pair is small type, moved up by so many points."""
    shown = []
    for piece in pieces:
        text, rise = piece if isinstance(piece, tuple) else (piece, 0.0)
        size = 6.5 if isinstance(piece, tuple) else 10
        shown.append(f"/F1 {size} Tf {rise} Ts ({text}) Tj")
    return f"BT 40 200 Td {' '.join(shown)} ET"


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        (("rammen er 3 500 000", ("2", 3.5), " kroner"), "rammen er 3 500 000 kroner"),
        (("innen 1. juni 2026", ("3", 3.5), "."), "innen 1. juni 2026."),
        (("kaier", ("1", 3.5), ", brygger", ("2)", 3.5), " og moloer"), "kaier, brygger og moloer"),
        (("et areal av 450 m", ("2", 3.5), " gulv"), "et areal av 450 m\u00b2 gulv"),
        (("i alt 12 km", ("2", 3.5), "."), "i alt 12 km\u00b2."),
        (("utslipp av CO", ("2", -2.0), "-ekvivalenter"), "utslipp av CO2-ekvivalenter"),
        (("for 2", ("dre", 3.5), " gang"), "for 2dre gang"),
        (("Kystvakt", ("TM", 3.5), " i nord"), "KystvaktTM i nord"),
    ],
)
def test_a_mark_goes_and_powers_and_indices_stay(
    reader: Reader, pieces: tuple[str | tuple[str, float], ...], words: str
) -> None:
    assert " ".join(words_of(reader, line(*pieces))) == words


def test_small_type_on_the_line_itself_is_no_mark(reader: Reader) -> None:
    assert words_of(reader, line("kap. 1401, post", (" 45", 0.0))) == [
        "kap.",
        "1401,",
        "post",
        "45",
    ]


def blocks_of(source: str) -> list[tuple[str, str | None]]:
    """The words of each paragraph, and its mark where it is a footnote."""
    from make import set_letter

    laid = lay_out(open_document(set_letter(source), Limits(), PdfiumReader()))
    return [
        (laid.text.text[block.start : block.end], block.note)
        for block in laid.blocks
        if isinstance(block, Paragraph)
    ]


PAGE = """#set page(paper: "a4", margin: 25mm)
#set page(footer: align(right, context counter(page).display()))
#set text(font: "New Computer Modern", size: 11pt, lang: "nb", hyphenate: false)
= Tildelingsbrev for 2026
"""


def test_a_paragraph_that_a_footnote_cuts_at_a_pages_end_is_whole() -> None:
    body = " ".join(f"Setning nummer {at} handler om kaier langs kysten." for at in range(90))
    note = "Se Prop. 1 S (2025–2026) side 88, avdeling for havner, www.kai.no."
    found = blocks_of(f"{PAGE}Kaiene skal kartlegges.#footnote[{note}] {body}\n\nEtter dette.")
    assert [mark for _, mark in found] == [None, None, "1", None]
    assert found[1][0] == f"Kaiene skal kartlegges. {body}"
    assert found[2][0] == note


def test_a_long_footnote_that_goes_on_over_the_page_is_one() -> None:
    note = " ".join(f"ledd {at} av en lang merknad om kaier" for at in range(90)) + "."
    body = " ".join(f"Setning nummer {at} handler om kaier langs kysten." for at in range(130))
    found = blocks_of(
        f"{PAGE}Kaiene#footnote[{note}] skal kartlegges. {body} Til slutt "
        "kommer#footnote[Kort.] enda en setning."
    )
    notes = [words for words, mark in found if mark is not None]
    assert notes == [note, "Kort."]


def test_a_footnote_under_a_table_is_none_of_its_rows_and_may_say_its_unit() -> None:
    letter = read_letter(
        TABLE.replace("(i 1 000 kroner)", "")
        .replace("{mark}", "#super[1]")
        .replace("{stroke}", "none")
        + "#text(size: 8pt)[#super[1] Alle tall i 1 000 kroner.]\n\n"
        "#text(size: 8pt)[#super[2] Herav 2,5 mill. kroner til drift av registeret.]\n"
    )
    assert rows(letter) == UNMARKED
    assert letter.financing == ()


def test_a_footnote_is_no_assignment_section_or_deadline() -> None:
    letter = read_letter(
        """
= Oppdrag
#assignment[Oppdrag 2025-01 Kart over kaier]
Tilsynet skal kartlegge kaiene#footnote[Oppdrag 2024-07 gjaldt brygger. Frist: 1. mai 2024.] langs
kysten#footnote[2. Fristen var tidligere 1. juni 2025.]

Frist: 1. oktober 2025
= Rapportering
Rapporten skal leveres innen 1. mars 2026.
"""
    )
    assert [section.title for section in letter.sections] == ["Oppdrag", "Rapportering"]
    (assignment,) = letter.assignments
    assert assignment.description == "Tilsynet skal kartlegge kaiene langs kysten"
    assert [str(deadline.date) for deadline in assignment.deadlines] == ["2025-10-01"]


def test_a_numbered_list_in_small_type_is_no_footnote_without_a_mark_that_points_to_it() -> None:
    content = show("Tekst i vanlig type om kaier og havner langs hele kysten", 40, 250)
    content += show("Mer tekst i vanlig type om kaier og havner", 40, 236)
    content += show("1) Bakgrunn", 40, 200, size=8) + show("2) Formaal", 40, 188, size=8)
    (text,) = pages_of_text(open_document(pdf(PdfPage(content)), Limits(), PdfiumReader()).pages)
    assert text.notes == []


def test_a_footnote_that_goes_on_over_the_next_pages_number_cuts_no_paragraph() -> None:
    kinds = ("en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
    note = " ".join(
        f"Ordning {kind} er omtalt i vedlegget og endres ikke her," for kind in kinds * 2
    )
    offices = " ".join(f"Kontoret skal også vurdere ordning {kind} i år." for kind in kinds * 3)
    letter = read_letter(
        "#heading(numbering: none)[Oppdrag]\n*Oppdrag 2025-01 Ny ordning*\n\n#v(128mm)\n"
        f"Tilsynet skal rydde#footnote[{note} og siste ordning.] i ordningene. {offices}\n\n"
        f"#v(115mm)\n{offices}\n"
    )
    (assignment,) = letter.assignments
    assert [evidence.page for evidence in assignment.evidence] == [1, 2, 3]
    assert assignment.description == f"Tilsynet skal rydde i ordningene. {offices}\n\n{offices}"
