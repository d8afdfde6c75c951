"""Figures are read twice; what the two readings have differently stands at the word."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pikepdf
import pytest

from pdf_builder import PdfPage, pdf, show
from pictured import Told, scanned, set_words
from tildeling.limits import Limits
from tildeling.ocr.counterparts import counterparts
from tildeling.ocr.engines import ReadLine, ReadWord
from tildeling.ocr.layers import held_against
from tildeling.ocr.pictures import DPI, Grey
from tildeling.ocr.reader import COARSE, OcrReader, rendered, seen_page
from tildeling.ocr.second import Rescaled, Tesseract, has_tesseract
from tildeling.read.pdfium import PdfiumReader

SUM = "Posten er 1~250~000 kroner, jf. kap.~291."
NO_FIGURE = "Departementet viser til dialogen."


def doubts(body: str, first: Sequence[str], second: Sequence[str]) -> dict[str, str | None]:
    """The words of a page that are in doubt, with what the second reading has."""
    pdf, lines = set_words(body)
    picture = rendered(pdf, 1)
    seen = seen_page(
        Told(lines, list(first)),
        replace(picture, grey=scanned(picture.grey)),
        Told(lines, list(second)),
    )
    return {word.text: word.doubt for line in seen.lines for word in line if word.doubt is not None}


def words(*texts: str) -> list[ReadWord]:
    found, x0 = [], 100.0
    for text in texts:
        found.append(ReadWord(text, x0, 100.0, x0 + 20.0 * len(text), 140.0))
        x0 += 20.0 * len(text) + 15.0
    return found


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Posten er 1 250 000 kroner, jf. kap. 291.", {}),
        ("Posten er 1250 000 kroner, jf. kap. 291", {}),
        ("Fosten er 1 250 000 krøner, jf. kap. 291.", {}),
        ("Posten er 1 260 000 kroner, jf. kap. 291.", {"250": "260"}),
        ("Posten er 1 250 000 kroner, jf. kap. 1291.", {"291.": "1291."}),
        ("Posten er 1 250 kroner, jf. kap. 291.", {"000": ""}),
    ],
)
def test_a_figure_is_in_doubt_where_its_digits_are_read_otherwise(
    second: str, expected: dict[str, str]
) -> None:
    assert doubts(SUM, ["Posten er 1 250 000 kroner, jf. kap. 291."], [second]) == expected


def test_months_and_units_are_compared_other_words_are_not() -> None:
    body = "Frist er 1.~mai, ramma er 5~mill. kroner."
    told = "Frist er 1. mai, ramma er 5 mill. kroner."
    other = "Frlst er 1. mars, ramme er 5 mrd. kroner."
    assert doubts(body, [told], [other]) == {"mai,": "mars,", "mill.": "mrd."}


def test_a_figure_that_only_the_second_reading_has_is_read_and_in_doubt() -> None:
    pdf, lines = set_words("Til fordeling #h(60pt) 14~500~000")
    picture = rendered(pdf, 1)
    right = [word for line in lines for word in line if word.text[0].isdigit()]
    first, second = Told([lines[0][:2]], ["Til fordeling"]), Told([right], ["14 500 000"])
    seen = seen_page(first, replace(picture, grey=scanned(picture.grey)), second)
    found = [(word.text, word.doubt) for line in seen.lines for word in line]
    assert [text for text, _ in found] == ["Til", "fordeling", "14", "500", "000"]
    assert [doubt for _, doubt in found] == [None, None, "", "", ""]


class Remembering:
    """An engine that reads nothing and keeps the picture it was given."""

    name = "of the test"

    def __init__(self) -> None:
        self.given: list[Grey] = []

    def read_line(self, line: Grey) -> tuple[str, float]:
        return "", 0.0

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        self.given.append(picture)
        return ()


def test_only_lines_with_figures_and_what_was_not_read_are_read_again() -> None:
    pdf, lines = set_words(f"{NO_FIGURE}\n\n{SUM}\n\nMed hilsen")
    picture = rendered(pdf, 1)
    told = [" ".join(word.text for word in line) for line in lines]
    second = Remembering()
    seen_page(Told(lines[:2], told[:2]), picture, second)
    (given,) = second.given

    def has_ink(line: int) -> bool:
        top, bottom = (round(at * DPI / 72) for at in (lines[line][0].top, lines[line][0].bottom))
        return bool((given[top:bottom] < 100).any())

    assert [has_ink(at) for at in range(3)] == [False, True, True]


def test_a_picture_of_another_scale_gives_places_in_the_first_one() -> None:
    class Whole:
        name = "whole"

        def read(self, picture: Grey) -> tuple[ReadLine, ...]:
            height, width = picture.shape
            return ((ReadWord("1", 0.0, 0.0, float(width), float(height)),),)

    pdf, _ = set_words(SUM)
    grey = rendered(pdf, 1).grey
    ((word,),) = Rescaled(Whole()).read(grey)
    assert (word.x1, word.bottom) == pytest.approx((grey.shape[1], grey.shape[0]), abs=1)


def test_what_stands_for_a_word_is_found_however_words_are_cut() -> None:
    from tildeling.ocr.typography import MeasuredWord

    def measured(*texts: str) -> list[MeasuredWord]:
        return [
            MeasuredWord(w.text, int(w.x0), 100, int(w.x1), 140, 140.0, 11.0, 4.0)
            for w in words(*texts)
        ]

    line = measured("291", "156", "000")
    assert counterparts(line, words("1291", "156000")) == ["1291", "156", "000"]
    assert counterparts(line, words("291")) == ["291", "", ""]
    assert counterparts(measured("post", "62"), words("post162")) == ["post", "162"]


def test_a_scan_with_a_text_of_its_own_is_held_against_its_picture() -> None:
    pdf, lines = set_words(SUM)
    (page,) = PdfiumReader().read(pdf, Limits())[1]
    engine = Told(lines, ["Posten er 1 260 000 kroner, jf. kap. 291."])
    held = held_against(replace(page, ocr=True), seen_page(engine, rendered(pdf, 1), engine))
    assert held.read_twice
    assert [word.text for word in held.words] == [word.text for word in page.words]
    assert [word.doubt for word in held.words if word.doubt is not None] == ["260"]


@pytest.mark.skipif(not has_tesseract(), reason="tesseract with nor is not on this machine")
@pytest.mark.tesseract
def test_tesseract_reads_a_line_with_its_places() -> None:
    pdf, lines = set_words("Kap.~291 post~60: 1~250~000 kroner")
    read = [word for line in Tesseract().read(rendered(pdf, 1).grey) for word in line]
    assert " ".join(word.text for word in read) == "Kap. 291 post 60: 1 250 000 kroner"
    assert [word.x0 * 72 / DPI for word in read] == pytest.approx(
        [word.x0 for line in lines for word in line], abs=4
    )


def black_and_white(dots_an_inch: float) -> bytes:
    """A page that is a picture of a bit for each dot."""
    side = round(dots_an_inch)
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(72, 72))
        picture = pikepdf.Stream(made, b"\xaa" * ((side + 7) // 8 * side))
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height = side, side
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceGray, 1
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
        page.Contents = made.make_stream(b"q 72 0 0 72 0 0 cm /P Do Q")
        file = io.BytesIO()
        made.save(file)
    return file.getvalue()


@pytest.mark.parametrize(("dots", "doubt"), [(150, COARSE), (200, None), (300, None)])
def test_a_coarse_scan_in_black_and_white_is_in_doubt(dots: int, doubt: str | None) -> None:
    engine = Remembering()
    (page,) = OcrReader(engine).read(black_and_white(dots), Limits())[1]
    assert engine.given
    assert page.doubt == doubt


def test_the_text_of_a_scan_stays_and_its_picture_is_read_too() -> None:
    layer = f"q 400 0 0 300 0 0 cm /P Do Q BT 3 Tr ET {show('Kap. 291 post 60', 40, 200)}"
    layered = pdf(PdfPage(layer, pictures=["P"]))
    engine = Remembering()
    (page,) = OcrReader(engine).read(layered, Limits())[1]
    assert engine.given
    assert page.read_twice
    # The picture shows nothing of the figures.
    assert [(word.text, word.doubt) for word in page.words if word.doubt is not None] == [
        ("291", ""),
        ("60", ""),
    ]
