"""Words that nobody looking at the page can see, and those that look hidden and are not."""

from __future__ import annotations

import io

import pikepdf
import pytest

from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.read.damage import CLIPS
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
    "under an inline picture": show("skjult", 40, 200)
    + "q 90 0 0 30 30 190 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q ",
    "under a picture of many shades": show("skjult", 40, 200)
    + "q 90 0 0 30 30 190 cm BI /W 16 /H 2 /BPC 8 /CS /G ID "
    + "".join(chr(33 + 6 * (at * 7 % 32)) for at in range(32))
    + " EI Q ",
    "under a rounded box": show("skjult", 40, 200)
    + "1 g 30 195 m 30 230 l 30 240 30 240 40 240 c 130 240 l 130 190 l 35 190 l "
    "30 190 30 190 30 195 c h f ",
    "under several boxes": show("skjult", 40, 200)
    + "1 g "
    + "".join(f"{30 + 9 * at} 190 10 30 re f " for at in range(10)),
    "under a thousand strips": show("skjult", 40, 200)
    + "1 g "
    + "".join(f"30 {190 + at / 40} 100 .1 re f " for at in range(1000)),
    "under thin lines set close": show("skjult", 40, 200)
    + "1 G 2 w "
    + "".join(f"30 {190 + 1.5 * at} m 130 {190 + 1.5 * at} l S " for at in range(20)),
    "under a shading": show("skjult", 40, 200) + "q 30 190 100 30 re W n /S sh Q ",
    "under a pattern": show("skjult", 40, 200) + "/Pattern cs /T scn 30 190 100 30 re f ",
    "under a white letter": show("skjult", 40, 200)
    + "1 g "
    + show("I", 0, -150, size=500, font="F2"),
    "white on a white picture": "q 90 0 0 30 30 190 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q 1 g "
    + show("skjult", 40, 200),
    "in a white shading": "/Pattern cs /T scn " + show("skjult", 40, 200),
    "in a mask that is black": "q /M gs " + show("skjult", 40, 200) + "Q ",
    "in a mode that leaves white": "q 1 g 30 190 100 30 re f /B gs 0 g "
    + show("skjult", 40, 200)
    + "Q ",
    "in an L-shaped clip": "q 0 0 m 400 0 l 400 20 l 20 20 l 20 300 l 0 300 l h W n "
    + show("skjult", 40, 200)
    + "Q ",
    "clipped by letters": "q BT 7 Tr /F1 8 Tf 40 250 Td (.) Tj ET 0 Tr "
    + show("skjult", 40, 200)
    + "Q ",
    "clipped": "q 200 0 50 50 re W n " + show("skjult", 40, 200) + "Q",
}

VISIBLE = {
    "white on a dark heading": "0 0 0.4 rg 0 190 400 30 re f 1 g " + show("skjult", 40, 200),
    "white on a picture": "q 400 0 0 90 0 150 cm /P Do Q 1 g " + show("skjult", 40, 200),
    "on a grey cell": "0.8 g 0 190 400 30 re f 0 g " + show("skjult", 40, 200),
    "grey": "0.8 g " + show("skjult", 40, 200),
    "outlined in black": "1 g 0 G BT 1 Tr /F1 10 Tf 40 200 Td (skjult) Tj ET",
    "white, outlined in black": "1 g 0 G BT 2 Tr /F1 10 Tf 40 200 Td (skjult) Tj ET",
    "in a dark shading": "/Pattern cs /V scn " + show("skjult", 40, 200),
    "white on a dark shading": "/Pattern cs /V scn 0 190 400 30 re f 1 g "
    + show("skjult", 40, 200),
    "white on two dark cells": "0 g 30 190 20 30 re f 50 190 80 30 re f 1 g "
    + show("skjult", 40, 200),
    "in a mask that is white": "q /N gs " + show("skjult", 40, 200) + "Q ",
    "on many thin cells": ".9 g "
    + "".join(f"{at} 190 .5 30 re f " for at in range(400))
    + "0 g "
    + show("skjult", 40, 200),
    "printed twice on a picture": "q 90 0 0 30 30 190 cm /P Do Q 0 g "
    + show("skjult", 40, 200)
    + show("skjult", 40.2, 200),
    "within its clip": "q 30 190 200 40 re W n " + show("skjult", 40, 200) + "Q",
    "partly off the page": show("skjult", 380, 200),
    "under a seen-through area": show("skjult", 40, 200) + "/H gs 1 1 0 rg 30 190 99 30 re f",
    "struck through": show("skjult", 40, 200) + "1 w 30 203 m 130 203 l S",
    "in a frame drawn after it": show("skjult", 40, 200) + "6 w 30 185 100 40 re S",
    "under a picture beside it": show("skjult", 40, 200) + "q 90 0 0 30 80 150 cm /P Do Q",
    "with a white shadow": "1 g " + show("skjult", 40, 200) + "0 g " + show("skjult", 40, 200),
}


def shading(shade: float) -> str:
    """A shading that has one shade all over."""
    return (
        "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 0] /Extend [true true] /Function "
        f"<< /FunctionType 2 /Domain [0 1] /C0 [{shade}] /C1 [{shade}] /N 1 >> >>"
    )


STATES = (
    "/G << /ca 0 >> /H << /ca 0.4 >> /B << /BM /Screen >> "
    "/M << /SMask << /S /Luminosity /G @black >> >> /N << /SMask << /S /Luminosity /G @white >> >>"
)
MASKS = {"black": "0 g 0 0 400 300 re f", "white": "1 g 0 0 400 300 re f"}
GRADIENT = (
    "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [40 0 150 0] /Extend [true true] /Function "
    "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 .4] /C1 [.6 .8 1] /N 1 >> >>"
)
SHADES = (
    f"/Shading << /S {shading(1)} /D {GRADIENT} >> /Pattern << "
    f"/T << /PatternType 2 /Shading {shading(1)} >> "
    f"/V << /PatternType 2 /Shading {shading(0.2)} >> >>"
)


def page_of(reader: Reader, *contents: str) -> Page:
    page = PdfPage("".join(contents), states=STATES, pictures=["P"], forms=MASKS, resources=SHADES)
    return reader.read(pdf(page), Limits())[1][0]


@pytest.mark.parametrize("kind", HIDDEN)
def test_hidden_text_is_kept_apart(reader: Reader, kind: str) -> None:
    page = page_of(reader, SEEN, HIDDEN[kind])
    assert [word.text for word in page.words] == ["synlig"]
    assert "skjult" in [word.text for word in page.hidden]


@pytest.mark.parametrize(
    "kind",
    ["BT 7 Tr /F1 8 Tf 40 250 Td (.) Tj 0 Tr ET ", "BT 7 Tr /F1 8 Tf 40 250 Td (a) Tj ET /S sh "],
)
def test_a_page_that_programs_show_in_different_ways_is_doubted(reader: Reader, kind: str) -> None:
    page = page_of(reader, SEEN, "q ", kind, show("skjult", 40, 200), "Q")
    assert page.doubt == CLIPS


TITLE = "q BT 7 Tr /F1 20 Tf 40 200 Td (en tittel) Tj ET "


@pytest.mark.parametrize(
    "painted",
    [
        "/D sh Q ",
        "0 0 .4 rg 0 150 400 90 re f Q ",
        "q 400 0 0 90 0 150 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \x20\x60 EI Q Q ",
    ],
    ids=["a gradient", "a box", "a picture"],
)
def test_letters_are_seen_by_what_is_painted_within_them(reader: Reader, painted: str) -> None:
    page = page_of(reader, SEEN, TITLE, painted)
    assert [word.text for word in page.words] == ["synlig", "en", "tittel"]
    assert page.hidden == ()
    assert page.doubt is None


def test_letters_are_seen_by_what_is_painted_within_them_on_a_dark_page(reader: Reader) -> None:
    dark = "0 0 .4 rg 0 150 400 90 re f 0 g "
    page = page_of(reader, dark, SEEN, TITLE, "1 1 .5 rg 0 150 400 90 re f Q ")
    assert [word.text for word in page.words] == ["synlig", "en", "tittel"]


@pytest.mark.parametrize(
    "painted",
    [
        "Q ",
        "1 g 0 150 400 90 re f Q ",
        "Q 0 0 .4 rg 0 150 400 90 re f ",
        "Q " + show("om vitnet", 40, 200, size=20),
    ],
    ids=["nothing", "white", "a box without them", "other words"],
)
def test_letters_that_nothing_shows_are_hidden(reader: Reader, painted: str) -> None:
    page = page_of(reader, SEEN, TITLE, painted)
    assert [word.text for word in page.hidden] == ["en", "tittel"]
    assert page.doubt == CLIPS


@pytest.mark.parametrize("kind", VISIBLE)
def test_text_that_can_be_seen_is_text(reader: Reader, kind: str) -> None:
    page = page_of(reader, SEEN, VISIBLE[kind])
    assert [word.text for word in page.words] == ["synlig", "skjult"]
    assert page.hidden == ()


def layered(content: str, form: str = "") -> bytes:
    """A page with a layer that is off, named /L, and a form /X in that layer."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(PdfPage(content, forms={"X": form})))) as file:
        layer = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="L"))
        resources = file.pages[0].Resources
        resources.Properties = pikepdf.Dictionary(L=layer)
        resources.XObject.X.OC = layer
        file.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer]))
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@pytest.mark.parametrize("content", ["/OC /L BDC " + show("skjult", 40, 200) + " EMC", "/X Do"])
def test_text_of_a_layer_that_is_off_is_hidden(reader: Reader, content: str) -> None:
    data = layered(SEEN + content, show("skjult", 40, 200))
    page = reader.read(data, Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig"]
    assert [word.text for word in page.hidden] == ["skjult"]


@pytest.mark.parametrize("content", ["/OC /L BDC 1 g 0 0 400 300 re f EMC", "/X Do"])
def test_what_a_layer_that_is_off_would_cover_can_be_seen(reader: Reader, content: str) -> None:
    page = reader.read(layered(SEEN + content, "1 g 0 0 400 300 re f"), Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig"]
    assert page.hidden == ()


def test_of_two_layers_on_one_spot_the_one_that_is_on_is_read(reader: Reader) -> None:
    other = show("vist", 40, 200)
    content = f"/OC /L BDC {show('skjult', 40, 200)} EMC /OC /N BDC {other} EMC"
    page = reader.read(layered(SEEN + content), Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "vist"]


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


def test_text_under_an_annotation_that_is_not_shown_can_be_seen(reader: Reader) -> None:
    data = pdf(PdfPage(SEEN + show("skjult", 40, 200), extra=SQUARE.replace("/F 4", "/F 2")))
    page = reader.read(data, Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "skjult"]


def test_text_under_a_link_can_be_seen(reader: Reader) -> None:
    data = pdf(PdfPage(SEEN + show("lenke", 40, 200), extra=SQUARE.replace("Square", "Link")))
    page = reader.read(data, Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "lenke"]


@pytest.mark.parametrize("spelt", ["(Det stilles 99 mill. kroner)", "(9)", "<FEFF0039>"])
def test_words_that_the_file_gives_for_others_are_not_read(spelt: str) -> None:
    content = f"/Span << /ActualText {spelt} >> BDC " + show("2", 40, 200) + "EMC "
    page = PdfiumReader().read(pdf(PdfPage(SEEN + content)), Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "2"]
    assert page.hidden


def test_a_short_word_given_for_another_is_told(reader: Reader) -> None:
    content = f"/Span << /ActualText (juli) >> BDC {show('mars', 40, 200)} EMC "
    page = reader.read(pdf(PdfPage(SEEN + content)), Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "mars"]
    assert [word.text for word in page.hidden] == ["juli"]


def test_words_given_by_a_name_and_for_a_space_are_told(reader: Reader) -> None:
    properties = "/Properties << /A << /ActualText (99 mill.) >> >>"
    content = f"/Span /A BDC {show(' ', 40, 200)} EMC "
    page = reader.read(pdf(PdfPage(SEEN + content, resources=properties)), Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig"]
    assert [word.text for word in page.hidden] == ["99", "mill."]


def test_words_given_that_say_what_is_drawn_are_no_finding(reader: Reader) -> None:
    content = f"/Span << /ActualText (to ord) >> BDC {show('to ord', 40, 200)} EMC "
    page = reader.read(pdf(PdfPage(SEEN + content)), Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "to", "ord"]
    assert page.hidden == ()


def test_words_given_for_letters_without_a_meaning_are_read() -> None:
    font = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        "/Encoding << /Differences [65 /unknownglyph /anotherglyph] >> >>"
    )
    content = "/Span << /ActualText (mars) >> BDC " + show("AB", 40, 200, font="F9") + "EMC "
    data = pdf(PdfPage(SEEN + content, fonts={"F9": font}))
    page = PdfiumReader().read(data, Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig", "mars"]


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


FIELD = (
    "/Annots [<< /Type /Annot /Subtype /{kind} /Rect [30 190 230 220] /F {flags} "
    "/Contents (Frist 1. mai) /V (Frist 1. mai) /FT /Tx /T (f) {more} >>]"
)


@pytest.mark.parametrize("kind", ["FreeText", "Widget"])
@pytest.mark.parametrize("more", ["", "/AP << /N {form} >>"])
def test_words_of_notes_and_form_fields_are_kept_apart(
    reader: Reader, kind: str, more: str
) -> None:
    # The form is the object after catalogue, tree, information and the three fonts.
    extra = FIELD.format(kind=kind, flags=4, more=more.format(form="7 0 R"))
    data = pdf(PdfPage(SEEN, extra=extra, forms={"X": show("Frist 1. mai", 40, 200)}))
    page = reader.read(data, Limits())[1][0]
    assert [word.text for word in page.words] == ["synlig"]
    assert [word.text for word in page.notes] == ["Frist", "1.", "mai"]


def test_words_of_a_note_that_is_not_shown_are_none(reader: Reader) -> None:
    extra = FIELD.format(kind="FreeText", flags=2, more="")
    page = reader.read(pdf(PdfPage(SEEN, extra=extra)), Limits())[1][0]
    assert page.notes == ()


def test_text_under_a_form_field_is_hidden(reader: Reader) -> None:
    extra = FIELD.format(kind="Widget", flags=4, more="/AP << /N 7 0 R >>")
    forms = {"X": "1 g 0 0 400 300 re f"}
    data = pdf(PdfPage(SEEN + show("skjult", 40, 200), extra=extra, forms=forms))
    page = reader.read(data, Limits())[1][0]
    assert [word.text for word in page.hidden] == ["skjult"]
