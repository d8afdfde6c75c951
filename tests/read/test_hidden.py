"""Words that nobody looking at the page can see, and those that look hidden and are not."""

from __future__ import annotations

import pytest

from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.read.page import Page, Reader
from tildeling.read.pdfium import PdfiumReader

SEEN = show("synlig", 40, 250)

HIDDEN = {
    "render mode 3": "BT 3 Tr /F1 10 Tf 40 200 Td (skjult) Tj ET",
    "render mode 7": "q BT 7 Tr /F1 10 Tf 40 200 Td (skjult) Tj ET Q",
    "white on white": "1 g " + show("skjult", 40, 200),
    "nearly white": "0.98 0.98 0.98 rg " + show("skjult", 40, 200),
    "white in CMYK": "0 0 0 0 k " + show("skjult", 40, 200),
    "blue on blue": "0 0 1 rg 0 150 400 80 re f " + show("skjult", 40, 200),
    "painted over": show("skjult", 40, 200) + "0 g 30 190 100 30 re f ",
    "no opacity": "/G gs " + show("skjult", 40, 200),
    "above the page": show("skjult", 40, 320),
    "left of the page": show("skjult", -90, 200),
    "too small": show("skjult", 40, 200, size=0.5),
    "scaled away": "BT /F1 10 Tf 0.05 0 0 0.05 40 200 Tm (skjult) Tj ET",
    "squeezed": "BT 1 Tz /F1 10 Tf 40 200 Td (skjult) Tj ET",
    "under a picture": show("skjult", 40, 200) + "q 90 0 0 30 30 190 cm /P Do Q",
    "under strips": show("skjult", 40, 200)
    + "1 g "
    + "".join(f"30 {190 + 2 * at} 100 2 re f " for at in range(15)),
    "under a thick line": show("skjult", 40, 200) + "1 G 30 w 30 203 m 130 203 l S ",
    "clipped": "q 200 0 50 50 re W n " + show("skjult", 40, 200) + "Q",
}

VISIBLE = {
    "white on a dark heading": "0 0 0.4 rg 0 190 400 30 re f 1 g " + show("skjult", 40, 200),
    "white on a picture": "q 400 0 0 300 0 0 cm /P Do Q 1 g " + show("skjult", 40, 200),
    "on a grey cell": "0.8 g 0 190 400 30 re f 0 g " + show("skjult", 40, 200),
    "grey": "0.8 g " + show("skjult", 40, 200),
    "outlined in black": "1 g 0 G BT 1 Tr /F1 10 Tf 40 200 Td (skjult) Tj ET",
    "within its clip": "q 30 190 200 40 re W n " + show("skjult", 40, 200) + "Q",
    "partly off the page": show("skjult", 380, 200),
    "under a seen-through area": show("skjult", 40, 200) + "/H gs 1 1 0 rg 30 190 99 30 re f",
    "struck through": show("skjult", 40, 200) + "1 w 30 203 m 130 203 l S",
    "in a frame drawn after it": show("skjult", 40, 200) + "6 w 30 185 100 40 re S",
    "under a picture beside it": show("skjult", 40, 200) + "q 90 0 0 30 80 150 cm /P Do Q",
    "with a white shadow": "1 g " + show("skjult", 40, 200) + "0 g " + show("skjult", 40, 200),
}

STATES = "/G << /ca 0 >> /H << /ca 0.4 >>"


def page_of(reader: Reader, *contents: str) -> Page:
    page = PdfPage("".join(contents), states=STATES, pictures=["P"])
    return reader.read(pdf(page), Limits())[1][0]


@pytest.mark.parametrize("kind", HIDDEN)
def test_hidden_text_is_kept_apart(reader: Reader, kind: str) -> None:
    page = page_of(reader, SEEN, HIDDEN[kind])
    assert [word.text for word in page.words] == ["synlig"]
    assert [word.text for word in page.hidden] == ["skjult"]


@pytest.mark.parametrize("kind", VISIBLE)
def test_text_that_can_be_seen_is_text(reader: Reader, kind: str) -> None:
    page = page_of(reader, SEEN, VISIBLE[kind])
    assert [word.text for word in page.words] == ["synlig", "skjult"]
    assert page.hidden == ()


def test_hidden_text_in_a_form_is_hidden(reader: Reader) -> None:
    data = pdf(PdfPage(SEEN + "/X Do", forms={"X": "1 g " + show("skjult", 40, 200)}))
    page = reader.read(data, Limits())[1][0]
    assert [word.text for word in page.hidden] == ["skjult"]


SQUARE = (
    "/Annots [<< /Type /Annot /Subtype /Square /Rect [30 190 130 220] /C [0 0 0] /IC [0 0 0] "
    "/F 4 >>]"
)


def test_text_under_a_filled_annotation_is_hidden(reader: Reader) -> None:
    data = pdf(PdfPage(SEEN + show("skjult", 40, 200), extra=SQUARE))
    page = reader.read(data, Limits())[1][0]
    assert [word.text for word in page.hidden] == ["skjult"]


def test_text_under_a_link_can_be_seen(reader: Reader) -> None:
    data = pdf(PdfPage(SEEN + show("lenke", 40, 200), extra=SQUARE.replace("Square", "Link")))
    page = reader.read(data, Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "lenke"]


@pytest.mark.parametrize("spelt", ["(Det stilles 99 mill. kroner)", "(9)", "<FEFF0039>"])
def test_words_that_the_file_gives_for_others_are_not_read(spelt: str) -> None:
    content = f"/Span << /ActualText {spelt} >> BDC " + show("2", 40, 200) + "EMC "
    page = PdfiumReader().read(pdf(PdfPage(SEEN + content)), Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "2"]


def test_a_ligature_that_the_file_spells_out_is_read_so() -> None:
    content = "/Span << /ActualText (ffi) >> BDC " + show("X", 40, 200) + "EMC "
    page = PdfiumReader().read(pdf(PdfPage(SEEN + content)), Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "ffi"]


def test_the_text_layer_of_a_scan_is_text(reader: Reader) -> None:
    layer = "BT 3 Tr /F1 10 Tf 40 200 Td (lest av maskin) Tj ET "
    page = page_of(reader, layer, "q 400 0 0 300 0 0 cm /P Do Q")
    assert [word.text for word in page.words] == ["lest", "av", "maskin"]
    assert page.hidden == ()
    assert page.ocr


def test_invisible_text_over_a_picture_is_hidden_where_the_page_has_text_of_its_own(
    reader: Reader,
) -> None:
    page = page_of(reader, "q 400 0 0 300 0 0 cm /P Do Q 0 g ", SEEN, HIDDEN["render mode 3"])
    assert [word.text for word in page.words] == ["synlig"]
    assert [word.text for word in page.hidden] == ["skjult"]
    assert not page.ocr


def test_invisible_text_without_a_picture_is_hidden(reader: Reader) -> None:
    page = page_of(reader, HIDDEN["render mode 3"])
    assert page.words == ()
    assert [word.text for word in page.hidden] == ["skjult"]
