"""A small file may draw more than any memory holds: it is refused before pdfium is asked."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name

import tildeling
from marked_letters import plain
from pdf_builder import PdfPage, pdf, show
from tildeling.errors import TooLargeError
from tildeling.limits import Limits
from tildeling.read import pdfium
from tildeling.read.page import Reader
from tildeling.read.streams import look_through

TITLE = show("Tildelingsbrev for 2026 til Helsedirektoratet", 50, 250)
FEW = Limits(max_page_objects=500, max_objects=2_000)


def with_forms(levels: int, times: int, *, packed: bool = True, password: bool = False) -> bytes:
    """A page whose form shows another so many times, and so on, so many levels deep."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain())) as file:
        inner = file.make_stream(b"0 0 1 1 re f")
        inner["/Type"], inner["/Subtype"] = Name.XObject, Name.Form
        inner["/BBox"] = pikepdf.Array([0, 0, 600, 850])
        for _ in range(levels):
            form = file.make_stream(b"/X Do " * times)
            form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
            form["/BBox"] = inner["/BBox"]
            form["/Resources"] = Dictionary(XObject=Dictionary(X=inner))
            inner = form
        name = file.pages[0].add_resource(inner, Name.XObject)
        file.pages[0].contents_add(f" {name} Do ".encode())
        encryption = pikepdf.Encryption(owner="x", user="", R=6) if password else False
        file.save(out, compress_streams=packed, encryption=encryption)
    return out.getvalue()


def of_content(content: str, *, packed: bool = True) -> bytes:
    """A page with a title and this content."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(PdfPage(TITLE + "\n" + content)))) as file:
        file.save(out, compress_streams=packed)
    return out.getvalue()


@pytest.fixture
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """pdfium must not be asked for a page."""

    def refuse(*_: object) -> object:
        raise AssertionError("pdfium was asked for a page")

    monkeypatch.setattr(pdfium, "_read_page", refuse)


@pytest.mark.usefixtures("unasked")
@pytest.mark.parametrize("packed", [True, False], ids=["packed", "bare"])
@pytest.mark.parametrize("password", [False, True], ids=["open", "encrypted"])
@pytest.mark.parametrize(("levels", "times"), [(10, 4), (20, 2), (11, 10), (2, 400)])
def test_forms_that_show_forms_are_counted_before_the_page_is_read(
    levels: int, times: int, password: bool, packed: bool
) -> None:
    data = with_forms(levels, times, packed=packed, password=password)
    with pytest.raises(TooLargeError, match=r"Page 1 draws more than 100,000 objects\."):
        tildeling.parse(data)


def test_a_few_forms_within_forms_are_read(reader: Reader) -> None:
    _, (page, *_) = reader.read(with_forms(3, 3), Limits())
    assert page.words


def test_a_form_that_shows_itself_ends() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(with_forms(1, 1))) as file:
        (form,) = [
            item
            for item in file.objects
            if isinstance(item, pikepdf.Stream) and item.read_bytes().strip() == b"/X Do"
        ]
        form["/Resources"]["/XObject"]["/X"] = form
        file.save(out)
    assert tildeling.parse(out.getvalue()).assignments


@pytest.mark.usefixtures("unasked")
@pytest.mark.parametrize("packed", [True, False], ids=["packed", "bare"])
@pytest.mark.parametrize(
    "piece",
    ["q ", "0 0 1 1 re f\n", "1 0 0 1 9 9 Tm (a)Tj ", "0 0 m 9 9 l S ", "0 0 1 1 re "],
    ids=["states", "rectangles", "texts", "lines", "corners"],
)
def test_long_content_is_counted_before_the_page_is_read(piece: str, packed: bool) -> None:
    with pytest.raises(TooLargeError, match="Page 1 draws more than"):
        tildeling.parse(of_content(piece * 1_100_000, packed=packed))


@pytest.mark.usefixtures("unasked")
def test_content_that_goes_on_for_more_bytes_than_a_file_may_have_is_refused() -> None:
    with pytest.raises(TooLargeError, match="page 1 has more than 2,000,000 bytes"):
        tildeling.parse(of_content("%   \n" * 500_000), limits=Limits(max_bytes=2_000_000))


@pytest.mark.parametrize(
    "content",
    ["0 0 1 1 re f\n" * 600, "0 0 1 1 re " * 1_200 + "f", "0 0 m 9 9 l S " * 600],
    ids=["rectangles", "corners", "lines"],
)
def test_what_pdfium_finds_on_a_page_is_counted_too(reader: Reader, content: str) -> None:
    with pytest.raises(TooLargeError, match="Page 1 draws more than 500 objects"):
        reader.read(of_content(content), FEW)


def test_what_all_pages_draw_is_counted_together(reader: Reader) -> None:
    page = PdfPage(TITLE + "\n" + "0 0 m 9 9 l S\n" * 320)
    with pytest.raises(TooLargeError, match="The pages up to 6 draw more than 2,000 objects"):
        reader.read(pdf(*[page] * 8), FEW)


NOTE = "/Annots [<< /Type /Annot /Subtype /Square /Rect [10 10 20 20] /C [1 0 0] >>]"


@pytest.mark.parametrize("extra", [NOTE, "/Rotate 90", ""], ids=["annotated", "turned", "plain"])
def test_a_page_that_is_looked_at_more_than_once_is_counted_once(
    reader: Reader, extra: str
) -> None:
    page = PdfPage(TITLE + "\n" + "0 0 m 9 9 l S\n" * 320, extra=extra)
    _, pages = reader.read(pdf(*[page] * 5), FEW)
    assert all(page.words for page in pages)


@pytest.mark.parametrize("extra", [NOTE, "/Rotate 90"], ids=["annotated", "turned"])
def test_what_all_pages_draw_is_counted_together_however_often_they_are_looked_at(
    reader: Reader, extra: str
) -> None:
    page = PdfPage(TITLE + "\n" + "0 0 m 9 9 l S\n" * 320, extra=extra)
    with pytest.raises(TooLargeError, match="The pages up to 6 draw more than 2,000 objects"):
        reader.read(pdf(*[page] * 8), FEW)


def test_a_page_of_more_characters_than_a_file_may_have_is_refused(reader: Reader) -> None:
    with pytest.raises(TooLargeError, match="Page 1 has 45 characters; the limit is 20"):
        reader.read(of_content(""), Limits(max_characters=20))


def test_an_ordinary_letter_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[object] = []
    monkeypatch.setattr("tildeling.read.streams.check_weight", lambda *a: weighed.append(a))
    look_through(plain(), Limits())
    assert not weighed


@pytest.mark.parametrize("where", ["_contents", "look_through"])
def test_want_of_memory_is_no_damage(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def exhausted(*_: object) -> object:
        raise MemoryError

    monkeypatch.setattr(pdfium, where, exhausted)
    with pytest.raises(TooLargeError, match="needs more memory than there is"):
        tildeling.parse(plain())
