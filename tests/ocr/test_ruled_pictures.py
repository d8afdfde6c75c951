"""The lines that rule a picture are found, and painted over without harm to its letters."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pictured import scanned, set_words
from tildeling.limits import Limits
from tildeling.ocr.paper import on_white
from tildeling.ocr.pictures import Grey, ink
from tildeling.ocr.reader import rendered
from tildeling.ocr.ruled import rulings_of, without
from tildeling.read.page import Ruling
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.rulings import join

TABLE = """#table(columns: (50pt, 1fr, 70pt), inset: 5pt, stroke: {stroke},
  [Post], [Navn], [Beløp], [01], [Driftsutgifter], [1 250 000], [21], [Utredninger], [345 000])"""


def scan(body: str, specks: float = 0.0) -> Grey:
    return scanned(rendered(set_words(body)[0], 1).grey, specks)


def found_on(grey: Grey) -> list[Ruling]:
    return list(join(rulings_of(grey)[0], 330, 330))


def is_near(one: Ruling, other: Ruling) -> bool:
    sides = (
        (one.x0, other.x0),
        (one.top, other.top),
        (one.x1, other.x1),
        (one.bottom, other.bottom),
    )
    return all(abs(a - b) < 3 for a, b in sides)


def same_ink(one: Grey, other: Grey) -> float:
    first, second = ink(one), ink(other)
    return float((first & second).sum() / (first | second).sum())


STROKES = [
    "0.25pt",
    "0.5pt + luma(150)",
    "0.75pt + luma(190)",
    "1pt + rgb(0, 90, 160)",
    "2pt",
    '(thickness: 1pt, dash: "dotted")',
]


@pytest.mark.parametrize("stroke", STROKES)
def test_rulings_of_every_kind_are_found_whole(stroke: str) -> None:
    body = TABLE.format(stroke=stroke)
    (page,) = PdfiumReader().read(set_words(TABLE.format(stroke="0.5pt"))[0], Limits())[1]
    found = found_on(scan(body))
    assert len(found) == len(page.rulings) == 8
    assert all(any(is_near(one, other) for other in found) for one in page.rulings)


@pytest.mark.parametrize("stroke", STROKES)
def test_letters_stay_where_rulings_are_painted_over(stroke: str) -> None:
    ruled = scan(TABLE.format(stroke=stroke))
    plain = scan(TABLE.format(stroke="none"))
    assert same_ink(without(ruled, rulings_of(ruled)[1]), plain) > 0.96


def test_rulings_are_found_on_a_copy_in_black_and_white() -> None:
    assert len(found_on(scan(TABLE.format(stroke="0.5pt"), specks=0.0006))) == 8


@pytest.mark.parametrize("shade", [130, 135, 136])
def test_a_grey_hairline_of_which_a_copy_has_but_dots_is_found(shade: int) -> None:
    (page,) = PdfiumReader().read(set_words(TABLE.format(stroke="0.5pt"))[0], Limits())[1]
    found = found_on(scan(TABLE.format(stroke=f"0.5pt + luma({shade})"), specks=0.0005))
    assert len(found) == len(page.rulings)
    for one in found:
        assert any(
            abs(one.x0 - same.x0) < 40
            and abs(one.top - same.top) < 40
            and abs(one.x1 - same.x1) < 9
            for same in page.rulings
        )


def test_rulings_are_found_on_a_coarse_scan() -> None:
    grey = scan(TABLE.format(stroke="0.5pt"))
    coarse = cv2.resize(grey, None, fx=2 / 3, fy=2 / 3, interpolation=cv2.INTER_AREA)
    again = cv2.resize(coarse, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    assert len(found_on(again.astype(np.uint8))) == 8


def test_lines_down_are_found_in_a_row_of_small_type() -> None:
    body = "#set text(size: 7pt)\n#table(columns: 3, inset: 2pt, [Post], [Navn], [1 250])"
    down = [one for one in found_on(scan(body)) if one.x0 == one.x1]
    assert len(down) == 4


def test_a_line_down_ends_at_a_row_whose_letters_stand_where_it_would_go_on() -> None:
    body = (
        "#set text(size: 9pt)\n#table(columns: (34pt, 200pt), inset: 3pt, [Nr.], [Oppdrag], "
        "table.cell(colspan: 2)[Kunnskap og overvåking av havner], [1], [Kart])"
    )
    down = [one for one in found_on(scan(body)) if one.x0 == one.x1]
    assert len({round(one.x0) for one in down}) == 3
    assert len(down) == 4  # the one between the columns is in two rows


def test_the_end_of_a_dark_area_is_no_ruling() -> None:
    cell = "#rect(fill: luma(60), width: 100%, inset: 6pt)[#text(fill: white)[Indikator *Krav*]]"
    assert found_on(on_white(scan(f"Mål for 2025\n\n{cell}\n\nMinst 85 prosent"))) == []


def test_both_lines_of_a_double_one_are_no_letters() -> None:
    line = "#line(length: 200pt, stroke: 0.7pt)\n#v(-9.5pt)\n#line(length: 200pt, stroke: 0.7pt)\n"
    grey = scan("Sum 345 000\n" + line)
    assert same_ink(without(grey, rulings_of(grey)[1]), scan("Sum 345 000")) > 0.97


@pytest.mark.parametrize("size", [7, 8, 11, 14])
def test_lines_of_text_are_no_rulings(size: int) -> None:
    body = f"#set text(size: {size}pt)\n#set par(justify: true)\n#lorem(60)"
    assert found_on(scan(body)) == []


def test_dots_that_lead_to_a_page_number_are_no_ruling() -> None:
    lines = [
        f"{words} #box(width: 1fr, repeat[.]) {n}" for n, words in enumerate(("Mål", "Budsjett"))
    ]
    grey = scan("\n\n".join(lines))
    assert found_on(grey) == []
    # Nor are they letters: what an engine makes of them would be.
    left = without(grey, rulings_of(grey)[1])
    assert (left < 128).sum() < 0.7 * (grey < 128).sum()


@pytest.mark.filterwarnings("error")
def test_a_ruling_may_be_at_the_edge_of_the_picture() -> None:
    grey = scan("Sum 345 000")
    grey[:3, 100:900] = 0
    (found,) = found_on(grey)
    assert found.bottom < 1
