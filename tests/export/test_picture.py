from __future__ import annotations

from pathlib import Path

import pytest
from PIL.Image import Image

from made_letters import full_letter, letter
from pdf_builder import PdfPage, pdf
from tildeling.export.items import KINDS
from tildeling.export.picture import COLOURS, evidence_of, page_picture
from tildeling.letter import Evidence, Letter, Section

WHITE = (255, 255, 255)


def boxed(page: int = 1) -> Letter:
    evidence = Evidence(page=page, bbox=(100, 50, 200, 90), text="Oppdrag")
    section = Section(number="1", title="Oppdrag", level=1, page=page, evidence=(evidence,))
    return letter(sections=(section,))


def is_inked(picture: Image, x: float, top: float, width: float) -> bool:
    """True if the picture is not white at a place given in points of a page so wide."""
    scale = picture.width / width
    return picture.getpixel((round(x * scale), round(top * scale))) != WHITE


@pytest.mark.parametrize("as_bytes", [True, False])
def test_a_box_is_drawn_where_the_words_stand(tmp_path: Path, as_bytes: bool) -> None:
    data = pdf(PdfPage(""))
    path = tmp_path / "letter.pdf"
    path.write_bytes(data)
    picture = page_picture(data if as_bytes else path, boxed(), 1)
    assert is_inked(picture, 150, 70, 400)
    assert not is_inked(picture, 95, 70, 400)
    assert not is_inked(picture, 150, 95, 400)


def test_a_box_counts_from_the_corner_of_the_page_as_seen() -> None:
    data = pdf(PdfPage("", extra="/CropBox [40 0 400 280]"))
    picture = page_picture(data, boxed(), 1)
    assert is_inked(picture, 102, 52, 360)
    assert is_inked(picture, 198, 88, 360)
    assert not is_inked(picture, 98, 52, 360)
    assert not is_inked(picture, 198, 93, 360)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_box_is_drawn_on_a_turned_page(rotation: int) -> None:
    width = 400 if rotation == 180 else 300
    picture = page_picture(pdf(PdfPage("", extra=f"/Rotate {rotation}")), boxed(), 1)
    assert is_inked(picture, 102, 52, width)
    assert is_inked(picture, 198, 88, width)
    assert not is_inked(picture, 98, 52, width)
    assert not is_inked(picture, 198, 93, width)


def test_another_page_has_no_box() -> None:
    picture = page_picture(pdf(PdfPage(""), PdfPage("")), boxed(page=2), 1)
    assert picture.getcolors() == [(picture.width * picture.height, WHITE)]


@pytest.mark.parametrize("page", [0, 2])
def test_a_page_that_is_not_there(page: int) -> None:
    with pytest.raises(IndexError, match=f"no page {page}: the PDF has 1"):
        page_picture(pdf(PdfPage("")), boxed(), page)


def test_all_evidence_of_a_letter_is_drawn() -> None:
    assert {kind for kind, _ in evidence_of(full_letter())} == set(COLOURS) == set(KINDS.values())


def test_no_two_kinds_have_one_colour() -> None:
    assert len(set(COLOURS.values())) == len(COLOURS)
