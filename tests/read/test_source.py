"""The border: what is wrong with a file is said by the right error, and nothing else gets out."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdf_builder import PdfPage, letter, pdf, show
from tildeling.errors import (
    DamagedPdfError,
    EncryptedPdfError,
    InputNotFoundError,
    NotAPdfError,
    NoTextLayerError,
    TildelingError,
    TooLargeError,
)
from tildeling.limits import Limits
from tildeling.read.page import PICTURE, Page, Reader
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.source import is_text_file, open_document, read_text_file

LETTER = letter("Tildelingsbrev 2026", "Frist: 1. juni 2026")

PASSWORD = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'ab' * 32}> /U <{'cd' * 32}> /P -4 >> "
    f"/ID [<{'01' * 16}> <{'01' * 16}>]"
)


def test_a_document_has_its_name_hash_producer_and_pages(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(LETTER)
    document = open_document(path, Limits(), reader)
    assert document.name == "brev.pdf"
    assert document.sha256 == hashlib.sha256(LETTER).hexdigest()
    assert document.producer == "a test"
    assert [page.number for page in document.pages] == [1]


def test_a_document_given_as_bytes_has_no_name(reader: Reader) -> None:
    assert open_document(LETTER, Limits(), reader).name == ""


def test_a_pdf_is_told_by_its_content_not_its_name(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes(b"\r\n some mail header\r\n" + LETTER)
    assert not is_text_file(path, Limits())
    assert open_document(path, Limits(), reader).pages[0].words


BAD = {
    "empty": (b"", NotAPdfError),
    "a web page": (b"<html>Not found</html>", NotAPdfError),
    "a mark too far in": (b" " * 2000 + LETTER, NotAPdfError),
    "only a mark": (b"%PDF-1.7\n", DamagedPdfError),
    "cut short": (LETTER[:60], DamagedPdfError),
    "zeros": (b"%PDF-1.7\n" + b"\0" * 5000, DamagedPdfError),
    "no pages": (pdf(), DamagedPdfError),
    "a password": (letter("Hemmelig", trailer=PASSWORD), EncryptedPdfError),
    "pictures only": (
        pdf(PdfPage("q 400 0 0 300 0 0 cm /P Do Q", pictures=["P"]), PdfPage("")),
        NoTextLayerError,
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_raises_its_own_error_with_its_name(
    tmp_path: Path, reader: Reader, kind: str
) -> None:
    data, error = BAD[kind]
    path = tmp_path / "brev.pdf"
    path.write_bytes(data)
    with pytest.raises(TildelingError, match=r"^brev\.pdf") as raised:
        open_document(path, Limits(), reader)
    assert type(raised.value) is error


def test_a_missing_file_is_not_found(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(InputNotFoundError, match="does not exist"):
        open_document(tmp_path / "borte.pdf", Limits(), reader)


def test_a_folder_is_not_found(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(InputNotFoundError, match="is a folder"):
        open_document(tmp_path, Limits(), reader)


@pytest.mark.parametrize("path", ["brev\0.pdf", "x" * 5000])
def test_a_path_that_no_file_can_have_is_not_found(reader: Reader, path: str) -> None:
    with pytest.raises(InputNotFoundError):
        open_document(path, Limits(), reader)


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        (Limits(max_bytes=100), "bytes"),
        (Limits(max_pages=2), "pages"),
        (Limits(max_characters=20), "characters"),
    ],
)
def test_a_file_over_a_limit_is_too_large(reader: Reader, limits: Limits, what: str) -> None:
    data = pdf(*[PdfPage(show("Frist: snarest", 40, 200))] * 3)
    with pytest.raises(TooLargeError, match=what):
        open_document(data, limits, reader)


def test_a_page_without_words_among_others_is_no_error(reader: Reader) -> None:
    data = pdf(PdfPage(""), PdfPage(show("Frist", 40, 200)))
    pages = open_document(data, Limits(), reader).pages
    assert [len(page.words) for page in pages] == [0, 1]


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_read(reader: Reader) -> None:
    data = pdf(*[PdfPage(show(f"side{number}", 40, 200)) for number in (1, 2, 3)])
    broken = re.sub(rb"/Kids \[\d 0 R", b"/Kids [0 0 R", data)
    pages = open_document(broken, Limits(), reader).pages
    assert [page.number for page in pages] == [1, 2, 3]
    assert pages[0].problem is not None
    assert [[word.text for word in page.words] for page in pages[1:]] == [["side2"], ["side3"]]


def test_a_page_that_is_only_a_picture_is_told_and_the_others_are_read(reader: Reader) -> None:
    scan = PdfPage("q 400 0 0 300 0 0 cm /P Do Q", pictures=["P"])
    data = pdf(PdfPage(show("side1", 40, 200)), scan, PdfPage(""))
    pages = open_document(data, Limits(), reader).pages
    assert [page.problem for page in pages] == [None, PICTURE, None]


def test_a_picture_in_strips_is_one_picture(reader: Reader) -> None:
    strips = "".join(f"q 400 0 0 30 0 {30 * at} cm /P Do Q " for at in range(10))
    logo = "q 40 0 0 30 0 260 cm /P Do Q " * 20
    pictures = [PdfPage(content, pictures=["P"]) for content in (strips, logo)]
    data = pdf(PdfPage(show("side1", 40, 200)), *pictures)
    pages = open_document(data, Limits(), reader).pages
    assert [page.problem for page in pages] == [None, PICTURE, None]


def test_bytes_may_have_a_name(reader: Reader) -> None:
    assert open_document(LETTER, Limits(), reader, "brev.pdf").name == "brev.pdf"
    assert is_text_file(b"Tildelingsbrev", Limits(), "brev.TXT")


class Faulty:
    """A reader with a bug."""

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        raise KeyError("Resources")


def test_whatever_a_reader_raises_becomes_an_error_of_ours() -> None:
    with pytest.raises(DamagedPdfError, match="KeyError"):
        open_document(LETTER, Limits(), Faulty())


@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_file_is_read_or_raises_an_error_of_ours(data: st.DataObject) -> None:
    damaged = bytearray(LETTER)
    for _ in range(data.draw(st.integers(1, 12))):
        damaged[data.draw(st.integers(8, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(20, len(damaged)))
    try:
        document = open_document(bytes(damaged[:end]), Limits(), PdfiumReader())
    except TildelingError:
        return
    for page in document.pages:
        for word in page.words:
            word.text.encode("utf-8")


def test_a_text_file_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "brev.TXT"
    path.write_bytes("\ufeffTildelingsbrev på nynorsk".encode())
    assert is_text_file(path, Limits())
    name, sha256, text = read_text_file(path, Limits())
    assert (name, text) == ("brev.TXT", "Tildelingsbrev på nynorsk")
    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


BAD_TEXT = {
    "Latin-1": ("på".encode("latin-1"), "UTF-8"),
    "UTF-16": ("brev".encode("utf-16"), "UTF-8"),
    "null bytes": (b"a\0b", "null byte"),
    "blank": (b" \n\n", "no text"),
    "empty": (b"", "empty"),
}


@pytest.mark.parametrize("kind", BAD_TEXT)
def test_a_text_file_that_is_no_text_is_refused(tmp_path: Path, kind: str) -> None:
    data, reason = BAD_TEXT[kind]
    path = tmp_path / "brev.txt"
    path.write_bytes(data)
    with pytest.raises(NotAPdfError, match=rf"^brev\.txt.*{reason}"):
        read_text_file(path, Limits())


def test_a_text_file_over_the_limit_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Frist " * 10)
    with pytest.raises(TooLargeError, match="60 characters"):
        read_text_file(path, Limits(max_characters=59))


def test_a_file_on_disk_over_the_limit_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "stor.pdf").write_bytes(LETTER)
    with pytest.raises(TooLargeError):
        open_document(tmp_path / "stor.pdf", Limits(max_bytes=100), PdfiumReader())


def test_a_name_that_is_no_text_is_one_in_the_letter(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"latin1-\xe5.pdf")
    path.write_bytes(LETTER)
    assert open_document(path, Limits(), PdfiumReader()).name == "latin1-\ufffd.pdf"
