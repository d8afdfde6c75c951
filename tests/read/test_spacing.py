"""Letters set apart are words still; so are those of odd fonts."""

from __future__ import annotations

import pytest

from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.read.characters import clean
from tildeling.read.page import Reader

COURIER = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
LINE = "Oppdrag 2026-01 Kart: 14 300 kroner"


def words(reader: Reader, content: str) -> list[str]:
    _, (page,) = reader.read(pdf(PdfPage(content, media_box=(0, 0, 900, 300))), Limits())
    return [word.text for word in page.words]


@pytest.mark.parametrize("spacing", [0.5, 1, 1.5, 2, 3, 4])
def test_letter_spacing_parts_no_word(reader: Reader, spacing: float) -> None:
    content = f"BT /F1 12 Tf {spacing} Tc 40 200 Td ({LINE}) Tj ET"
    assert words(reader, content) == LINE.split()


def test_a_word_typed_with_spaces_between_its_letters_is_one(reader: Reader) -> None:
    content = show("O P P D R A G   O G   S T Y R I N G", 40, 200)
    assert words(reader, content) == ["OPPDRAG", "OG", "STYRING"]


@pytest.mark.parametrize("line", ["1 2 3 4 5 6", "a b", "x x 1 - 2"])
def test_signs_and_figures_that_stand_alone_stay_alone(reader: Reader, line: str) -> None:
    assert words(reader, show(line, 40, 200)) == line.split()


def test_a_short_table_whose_rows_fill_the_page_better_than_its_columns_has_words(
    reader: Reader,
) -> None:
    rows = [f"Region {name:<40}60 240" for name in ("Vest", "Oslo", "Nord", "Innland")]
    width = 0.6 * 12  # of each letter in Courier
    content = "".join(
        f"BT /F4 12 Tf {60 + at * width:.3f} {500 - 12 * row} Td ({letter}) Tj ET "
        for row, line in enumerate(rows)
        for at, letter in enumerate(line)
        if letter != " "
    )
    page = PdfPage(content, media_box=(0, 0, 842, 595), fonts={"F4": COURIER})
    _, (read,) = reader.read(pdf(page), Limits())
    assert [word.text for word in read.words] == " ".join(rows).split()


def test_variation_selectors_are_no_part_of_a_number() -> None:
    assert clean("2\ufe0e0\ufe0e26\U000e0100") == "2026"
