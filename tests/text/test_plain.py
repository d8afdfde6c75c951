"""Plain text from a converter gives the blocks that the PDF gives."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tildeling
from laid_letters import table_rows
from tildeling.limits import Limits
from tildeling.read.page import Document
from tildeling.read.pdfium import PdfiumReader
from tildeling.text.blocks import LaidOut, Paragraph, Table
from tildeling.text.lay_out import lay_out, lay_out_text

LETTERS = Path(__file__).parent.parent / "fixtures" / "letters"

# Sentences that fill lines, so that the text has a usual width.
FULL = (
    "Direktoratet skal legge fram et samlet kunnskapsgrunnlag om hvordan kommunene arbeider med\n"
    "bosetting, og foreslå tiltak som kan settes i verk innenfor gjeldende økonomiske rammer for\n"
    "virksomheten.\n"
)

TORN_TABLE = """Etter endringene disponerer direktoratet følgende:
Kap./post Postnavn Budsjett 2020
290/01 Driftsutgifter 291 156 000 kroner
291/45 Større utstyrsinnkjøp og

vedlikehold, kan overføres
69 544 000 kroner

291/60 Integreringstilskudd 7 724 723 000 kroner
Sum 8 085 423 000 kroner
"""

TWO_COLUMNS = """Kap. Post Postnavn Saldert budsjett Endring Ny bevilgning
670 Inkluderingsdirektoratet
01 Driftsutgifter 261 340 3 100 264 440
671 Bosetting av flyktninger og
tiltak for innvandrere
21 Spesielle driftsutgifter, kan
overføres
58 900 2 400 61 300
60 Tilskudd 9 412 700 -48 700 9 364 000
"""


def paragraphs(laid: LaidOut) -> list[tuple[str | None, str]]:
    """Marker and words of each paragraph."""
    return [
        (block.marker, laid.text.text[block.start : block.end])
        for block in (*laid.head, *laid.blocks)
        if isinstance(block, Paragraph)
    ]


def words(text: str) -> list[str]:
    """The words of each paragraph of a text, markers left out."""
    return [found for _, found in paragraphs(lay_out_text(text))]


def headings(text: str) -> list[str]:
    """The paragraphs that look like headings."""
    laid = lay_out_text(text)
    return [laid.text.text[b.start : b.end] for b in laid.paragraphs() if b.style.bold]


@pytest.mark.parametrize(
    "name",
    [
        "inkludering-2021-tillegg-4",
        "ferge-2022-tildelingsbrev",
        "helsearkiv-2026-korrigering",
        "helsearkiv-2026-oppdragsdokument",
    ],
)
def test_a_text_in_the_order_of_lines_gives_the_paragraphs_of_its_pdf(name: str) -> None:
    data = (LETTERS / f"{name}.pdf").read_bytes()
    producer, pages = PdfiumReader().read(data, Limits())
    from_pdf = lay_out(Document(name, "", producer, pages))
    pdf = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)

    from_text = paragraphs(lay_out_text(text))

    assert set(paragraphs(from_pdf)) <= set(from_text)


def test_a_blank_line_inside_a_heading_does_not_end_it() -> None:
    text = (
        "Oppdrag nr. 2020-017 Innføringen av ny integeringslov og standardiserte \n\n"
        "elementer – utvikling av støttemateriale \nBakgrunn  \n" + FULL
    )
    assert headings(text) == [
        "Oppdrag nr. 2020-017 Innføringen av ny integeringslov og standardiserte elementer"
        " – utvikling av støttemateriale",
        "Bakgrunn",
    ]


def test_a_page_break_inside_a_sentence_does_not_end_the_paragraph() -> None:
    lines = FULL.split("\n")
    assert len(words(f"{lines[0]}\n\nSide 1\n\f{lines[1]}\n{lines[2]}\nSide 2\n\f")) == 1


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    assert len(words(FULL + FULL)) == 2


def test_a_word_parted_at_a_line_end_is_mended() -> None:
    assert "både e-læring" in words("Materiellet skal bestå av både e-\nlæring og filmer.")[0]


def test_page_numbers_and_running_heads_are_furniture() -> None:
    page = "Tildelingsbrev til Kystdirektoratet\n\n{}\n\nSide {}\n"
    laid = lay_out_text("\f".join(page.format(FULL, number) for number in (1, 2, 3, 4)))
    assert {"Side 1", "Side 4"} <= set(laid.furniture)
    assert laid.text.text.count("Tildelingsbrev til Kystdirektoratet") == 1


def test_symbol_bullets_begin_list_items() -> None:
    text = FULL + "\uf0b7 Kartlegge omfanget.\n\n\uf0b7 Foreslå tiltak.\n"
    assert paragraphs(lay_out_text(text))[1:] == [
        ("\uf0b7", "Kartlegge omfanget."),
        ("\uf0b7", "Foreslå tiltak."),
    ]


def test_a_bullet_alone_on_its_line_belongs_to_the_text_below() -> None:
    assert ("•", "Kartlegge omfanget.") in paragraphs(
        lay_out_text(FULL + "•\n\nKartlegge omfanget.\n")
    )


def test_a_torn_budget_table_is_put_together() -> None:
    assert table_rows(lay_out_text(FULL + TORN_TABLE + FULL)) == [
        ["Kap./post", "Postnavn", "Budsjett 2020"],
        ["290/01", "Driftsutgifter", "291 156 000 kroner"],
        ["291/45", "Større utstyrsinnkjøp og vedlikehold, kan overføres", "69 544 000 kroner"],
        ["291/60", "Integreringstilskudd", "7 724 723 000 kroner"],
        ["Sum", "8 085 423 000 kroner"],
    ]


def test_spaces_that_part_thousands_do_not_part_amounts() -> None:
    assert table_rows(lay_out_text(FULL + TWO_COLUMNS)) == [
        ["Kap.", "Post", "Postnavn", "Saldert budsjett", "Endring", "Ny bevilgning"],
        ["670", "Inkluderingsdirektoratet"],
        ["01", "Driftsutgifter", "261 340", "3 100", "264 440"],
        ["671", "Bosetting av flyktninger og tiltak for innvandrere"],
        ["21", "Spesielle driftsutgifter, kan overføres", "58 900", "2 400", "61 300"],
        ["60", "Tilskudd", "9 412 700", "-48 700", "9 364 000"],
    ]


def test_a_table_read_by_columns_makes_no_row_with_the_amount_of_another() -> None:
    text = "Kap. post\n770.70\n\nTidligere tildeling\n456 847\n\nNy tildeling\n41 600\n\n"
    assert table_rows(lay_out_text(FULL + text)) == []


def test_columns_of_spaces_are_a_table() -> None:
    text = (
        "290/01      Driftsutgifter                291 156 000\n"
        "291/45      Større utstyrsinnkjøp og       69 544 000\n"
        "            vedlikehold\n"
    )
    assert table_rows(lay_out_text(text)) == [
        ["290/01", "Driftsutgifter", "291 156 000"],
        ["291/45", "Større utstyrsinnkjøp og vedlikehold", "69 544 000"],
    ]


def test_justified_lines_are_no_table() -> None:
    assert table_rows(lay_out_text(FULL.replace("skal legge", "skal   legge"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frist  Innen 31.12.2020\n", [["Frist", "Innen 31.12.2020"]]),
        (
            "Frist for å starte arbeidet ut mot\nkommuner\n\n24.6.2020\n",
            [["Frist for å starte arbeidet ut mot kommuner", "24.6.2020"]],
        ),
        (
            "Frist for sluttrapport\nFrist for utbetaling:\n\nInnan utgangen av mai 2018\n1. mai\n",
            [
                ["Frist for sluttrapport", "Innan utgangen av mai 2018"],
                ["Frist for utbetaling:", "1. mai"],
            ],
        ),
        (
            "Hva Frist\nÅrsrapport for 2015 Senest 15. mars\nInnspill til budsjettet 1.9.2016\n",
            [
                ["Hva", "Frist"],
                ["Årsrapport for 2015", "Senest 15. mars"],
                ["Innspill til budsjettet", "1.9.2016"],
            ],
        ),
    ],
)
def test_a_deadline_is_a_row_of_its_label_and_its_date(
    text: str, expected: list[list[str]]
) -> None:
    assert table_rows(lay_out_text(FULL + text)) == expected


def test_a_deadline_in_a_sentence_is_no_row() -> None:
    assert table_rows(lay_out_text(FULL + "Frist for virksomhetsplan er 1. april 2014.\n")) == []


def test_two_signatures_are_two_columns() -> None:
    text = "Med hilsen\n\nToril Stene (e.f.) Erffan Parandian\navdelingsdirektør\n\nrådgiver\n"
    assert table_rows(lay_out_text(FULL + text)) == [
        ["Toril Stene (e.f.)", "Erffan Parandian"],
        ["avdelingsdirektør", "rådgiver"],
    ]


def test_evidence_has_words_and_no_place() -> None:
    laid = lay_out_text(FULL)
    (evidence,) = laid.text.evidence(0, 12)
    assert (evidence.page, evidence.bbox, evidence.text) == (None, None, "Direktoratet")


@given(st.text(alphabet="ab1. 3\n\f\t-•AK/05ø,:", max_size=300))
def test_no_letter_or_digit_is_lost(text: str) -> None:
    laid = lay_out_text(text)
    kept = "".join([laid.text.text, *laid.furniture])
    assert sorted(re.findall(r"\w", kept)) == sorted(re.findall(r"\w", text))


def test_a_table_whose_columns_were_written_one_after_the_other_is_told() -> None:
    text = (
        "Tildelingsbrev for 2026 til Kystdirektoratet\n\n1 Budsjett\n\n"
        "Direktoratet disponerer dette på de postene som Stortinget har vedtatt for neste år:\n\n"
        "Post\n\nBetegnelse\n\n01\n21\n\nDriftsutgifter\nFyr og merker\nSum\n\n"
        "Bevilgning\n(i 1 000 kr)\n\n182 400\n14 300\n\n196 700\n\n"
        "Departementet viser til Prop. 1 S og ber direktoratet følge med på bruken av midlene.\n"
    )
    letter = tildeling.parse_text(text)
    (told,) = [one for one in letter.findings if one.rule == "unread_budget_row"]
    assert (letter.budget_tables, told.severity) == ((), "warning")
    assert "182 400" in told.message
    assert "196 700" in told.message


def test_two_numbers_that_stand_alone_are_no_table() -> None:
    text = (
        "Tildelingsbrev for 2026 til Kystdirektoratet\n\nVi viser til møtet.\n\nKontakt\n\n"
        "Telefon\n22 249 090\n\nOrg.nr.\n972 417 807\n"
    )
    assert [one.code for one in tildeling.parse_text(text).findings] == ["missing_part"]


UNIT_OVER_TWO_LINES = """Barneverntilsynet
Tildelingsbrev for 2027 til Barneverntilsynet
Departementet viser til Prop. 1 S (2026–2027) og stiller med dette bevilgningene for året til
rådighet for tilsynet, med de mål og krav som følger av brevet og av økonomiregelverket i staten.
I tråd med dette får tilsynet disponere bevilgningene under. Beløp er i 1 000
kroner.

Kap.    Post    Betegnelse                   Beløp    Merknad
842             Barneverntilsynet
        01      Driftsutgifter               61 340   Herav flytting.
        21      Spesielle driftsutgifter      2 466   Se punkt 3.
"""


def test_a_sentence_goes_on_in_small_letters_though_the_word_had_room_above() -> None:
    (table,) = tildeling.parse_text(UNIT_OVER_TWO_LINES).budget_tables
    assert (table.unit, table.unit_basis) == (1000, "stated")
    assert [row.amounts for row in table.rows] == [(None,), (61_340_000,), (2_466_000,)]


AMOUNTS_UNDER_THE_END_OF_THEIR_HEADING = """Barneverntilsynet
Tildelingsbrev for 2027 til Barneverntilsynet

Departementet viser til Prop. 1 S (2026–2027).

Tabell 1 Bevilgninger (tall i 1 000 kroner)
Kap.    Post     Betegnelse                         Beløp             Kommentarer
                                                                      7,4 mill. kroner til senter
842     21       Spesielle driftsutgifter, kan             22 410
                 nyttes under post 70
842     60       Oppgjør med kommunene for            168 750
                 tilsyn
842     70       Tilskudd til organisasjoner          164 310         2 mill. kroner til senteret,
                                                                      jf. punkt 3
842     71       Tilskudd til forskning                12 600         56,7 mill. kroner i 2026
"""


def test_an_amount_is_not_parted_where_the_heading_over_it_ends() -> None:
    (table,) = tildeling.parse_text(AMOUNTS_UNDER_THE_END_OF_THEIR_HEADING).budget_tables
    assert [row.amounts for row in table.rows] == [
        (22_410_000,),
        (168_750_000,),
        (164_310_000,),
        (12_600_000,),
    ]


TORN_CHAPTER = """Kap./post

Betegnelse

Beløp (i hele kroner)

670

Direktoratet for vann

670/01

Driftsutgifter, kan nyttes under post 45

312 480 000

670/45

Større utstyrsanskaffelser og vedlikehold av alle bygg og anlegg som direktoratet eier,
overslagsbevilgning

41 250 000

Sum kap. 670

353 730 000
"""


def test_a_chapter_alone_over_its_name_is_no_amount_of_the_row_above() -> None:
    laid = lay_out_text(f"{FULL}{TORN_CHAPTER}\n{FULL}")
    (table,) = (block for block in laid.blocks if isinstance(block, Table))
    found = [[laid.text.text[c.start : c.end] for c in row.cells] for row in table.rows]
    assert found == [
        ["Kap./post", "Betegnelse", "Beløp (i hele kroner)"],
        ["670", "Direktoratet for vann"],
        ["670/01", "Driftsutgifter, kan nyttes under post 45", "312 480 000"],
        [
            "670/45",
            "Større utstyrsanskaffelser og vedlikehold av alle bygg og anlegg som direktoratet "
            "eier, overslagsbevilgning",
            "41 250 000",
        ],
        ["Sum kap. 670", "353 730 000"],
    ]


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_table_of_tasks_whose_columns_are_lost_is_told(between: str) -> None:
    cells = ("Nr.", "Oppdrag", "Frist", "1", "Kart over vann", "1. mai 2023", "2", "Råd", "Snarest")
    text = f"Tildelingsbrev 2023 for Vanndirektoratet\n\n{FULL}\n{between.join(cells)}\n\n{FULL}"
    letter = tildeling.parse_text(text)
    assert "unread_assignments" in [finding.rule for finding in letter.findings]
