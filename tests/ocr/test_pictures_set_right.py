"""A page's picture is turned until it can be read, and what is read leads back to it as shown."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pictured import scanned, set_words
from tildeling.ocr.engines import RapidEngine, ReadLine
from tildeling.ocr.paper import on_white
from tildeling.ocr.pictures import DPI, Grey, Picture, ink
from tildeling.ocr.reader import rendered, seen_page
from tildeling.ocr.ruled import rulings_of, without
from tildeling.ocr.type_of_document import typeset
from tildeling.ocr.upright import longest_lines, set_right
from tildeling.read.page import SLANTED
from tildeling.read.view import IDENTITY, moved_box

LINES = (
    "#lorem(5)\n\nDepartementet viser til brevet og stiller midlene til rådighet.\n\n"
    "Følgende oppdrag gis for resten av året, med frist første oktober.\n\n"
)
PIXELS = DPI / 72


class Unasked:
    """An engine that nothing may be asked of."""

    name = "of the test"

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        raise AssertionError

    def read_line(self, line: Grey) -> tuple[str, float]:
        raise AssertionError


def picture_of(body: str) -> Picture:
    picture = rendered(set_words(body)[0], 1)
    return replace(picture, grey=scanned(picture.grey, 0))


def askew(picture: Picture, degrees: float, quarters: int) -> Picture:
    """The page put on the glass that way, as a picture of a page shown so."""
    height, width = picture.grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    grey = cv2.warpAffine(picture.grey, matrix, (width, height), borderValue=255)
    return Picture(np.rot90(grey, quarters).astype(np.uint8).copy(), IDENTITY)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("degrees", [0.0, 0.8])
def test_boxes_of_words_cover_their_ink_on_the_page_as_it_lies(
    quarters: int, degrees: float
) -> None:
    shown = askew(picture_of(LINES), degrees, quarters)
    seen = seen_page(RapidEngine(), shown)
    text = " ".join(word.text for line in seen.lines for word in line)
    assert "Departementet viser til brevet og stiller midlene til rådighet." in text
    dark = ink(shown.grey)
    whole = int(dark.sum())
    for line in seen.lines:
        for word in line:
            sides = [side / PIXELS for side in (word.x0, word.top, word.x1, word.bottom)]
            x0, top, x1, bottom = moved_box(seen.to_shown, *sides)
            box = (
                slice(int(top * PIXELS) - 1, int(bottom * PIXELS) + 2),
                slice(int(x0 * PIXELS) - 1, int(x1 * PIXELS) + 2),
            )
            assert dark[box].any()
            dark[box] = False
    assert dark.sum() < 0.01 * whole


def test_a_page_that_is_upright_is_not_read_to_tell_so() -> None:
    picture = picture_of(LINES * 3)
    assert set_right(Unasked(), picture).to_shown == pytest.approx(IDENTITY, abs=0.01)


TABLE = """#table(columns: (50pt, 1fr, 70pt), {fill}stroke: none, inset: 5pt,
  [Post], [Navn], [Beløp], [01], [Driftsutgifter], [1 250 000], [21], [Utredninger], [345 000])"""


CALENDAR = """#set page(width: 842pt, height: 595pt, margin: 60pt)
#set text(size: 9pt)
#table(columns: (90pt, 330pt, 120pt, 90pt), stroke: 0.4pt, inset: 3pt,
  [Måned], [Sak], [Til], [Frist],
  [Januar], [Avvik i regnskapet meldes i kontaktmøte], [LMD], [],
  [Februar], [Forklaringer til statsregnskapet for 2016], [LMD, HOD, NFD], [10.02],
  [Mars], [Årsrapport for 2016], [LMD], [1.3.2017],
  [Mai], [Regnskapsrapport per 30. april], [LMD], [22. mai],
  [], [Innspill til nye satsinger], [alle], [Ultimo mai],
  [Oktober], [Regnskapsrapport for kap. 714], [HOD], [16.10.2017],
  [November], [Etatsstyringsmøte], [LMD], [Avtales])"""
"""A table alone on a page, whose columns show as well as its lines do."""


@pytest.mark.parametrize("quarters", [0, 1])
@pytest.mark.parametrize("degrees", [0.0, 0.8])
def test_a_page_with_nothing_but_a_table_reads_from_left_to_right(
    quarters: int, degrees: float
) -> None:
    page = set_right(RapidEngine(), askew(picture_of(CALENDAR), degrees, quarters))
    assert page.width > page.height
    lines = longest_lines(page.grey, 3)
    assert min(RapidEngine().read_line(line)[1] for line in lines) > 0.9


def same_ink(one: Grey, other: Grey) -> float:
    first, second = ink(one), ink(other)
    return float((first & second).sum() / (first | second).sum())


@pytest.mark.parametrize(
    ("ground", "letters"), [(20, 255), (90, 255), (150, 0), (190, 0), (215, 0)]
)
def test_letters_on_dark_and_grey_cells_are_as_on_paper(ground: int, letters: int) -> None:
    head = (
        f"#set page(fill: white)\n#show table.cell.where(y: 0): set text(fill: luma({letters}))\n"
    )
    filled = head + TABLE.format(fill=f"fill: (_, y) => if y == 0 {{luma({ground})}}, ")
    plain = TABLE.format(fill="")
    found = on_white(picture_of(filled).grey)
    # What is left of a cell's edges is a line that rules the table.
    assert same_ink(without(found, rulings_of(found)[1]), picture_of(plain).grey) > 0.8


def test_large_bold_letters_stay_dark() -> None:
    grey = picture_of('#text(size: 24pt, weight: "bold")[TILDELINGSBREV 2024]\n\n' + LINES).grey
    assert on_white(grey) is grey


def test_the_black_rim_of_a_scan_is_no_ink() -> None:
    picture = picture_of(LINES)
    rim = picture.grey.copy()
    rim[:, :40] = 8
    cv2.fillPoly(rim, [np.array([(0, 0), (rim.shape[1], 0), (rim.shape[1], 30), (0, 60)])], 8)
    assert same_ink(on_white(rim), picture.grey) > 0.99


def test_what_a_stamp_says_runs_askew_and_the_letter_does_not() -> None:
    stamp = "#place(dx: 120pt, dy: 120pt, rotate(-6deg, rect[MOTTATT 18. DES 2023]))"
    seen = seen_page(RapidEngine(), picture_of(stamp + LINES))
    words = typeset([seen.lines])[0]
    slanted = {word.text for word in words if word.direction == SLANTED}
    assert {"MOTTATT", "2023"} <= slanted
    assert not slanted & {"Departementet", "viser", "Følgende", "oppdrag", "oktober."}
