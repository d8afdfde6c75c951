"""Files that are no PDF: what each is, and what to do about it."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

import tildeling
from pdf_builder import letter
from tildeling.cli import app
from tildeling.read.other_kinds import other_kind

LETTER = letter("Tildelingsbrev for 2026 til Helsedirektoratet")


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def ole(name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name.encode("utf-16-le") + bytes(64)


OPEN = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
PAGE = b"<html><head><title>Tildelingsbrev</title></head></html>"
MAIL = b"From: %s\r\nSubject: Tildelingsbrev\r\nMIME-Version: 1.0\r\n"
KINDS = {
    "an archive": [
        *(zipped({"brev.pdf": LETTER}), zipped({"b.pdf": LETTER}, zipfile.ZIP_STORED)),
        *(zipped({}), gzip.compress(LETTER), b"7z\xbc\xaf\x27\x1c\0\4", b"Rar!\x1a\x07\1\0"),
    ],
    "a Word document": [
        zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
        *(ole("WordDocument"), b"{\\rtf1\\ansi Tildelingsbrev}"),
    ],
    "a spreadsheet": [zipped({"xl/workbook.xml": b"<x/>"}), ole("Workbook")],
    "a presentation": [zipped({"ppt/presentation.xml": b"<x/>"}), ole("PowerPoint Document")],
    "a document of LibreOffice": [zipped(OPEN, zipfile.ZIP_STORED)],
    "a web page": [
        *(PAGE, b"\xef\xbb\xbf\r\n<!DOCTYPE html>\n" + PAGE, b"<!-- saved from url -->\n" + PAGE),
        b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
        MAIL % b"<Saved by Blink>",
    ],
    "an e-mail": [MAIL % b"postmottak@hod.dep.no", ole("__substg1.0_0037001F")],
    "a picture": [b"\xff\xd8\xff\xe0\0\x10JFIF", b"\x89PNG\r\n\x1a\n", b"II*\0\x08\0"],
}
CASES = [(kind, data) for kind, files in KINDS.items() for data in files]


@pytest.mark.parametrize("name", ["brev.pdf", "brev.txt", "brev.docx"])
@pytest.mark.parametrize(("kind", "data"), CASES, ids=[kind for kind, _ in CASES])
def test_a_file_of_another_kind_is_told_with_what_to_do(kind: str, data: bytes, name: str) -> None:
    with pytest.raises(tildeling.NotAPdfError) as raised:
        tildeling.parse(data, name=name)
    told = raised.value.message
    assert told.startswith(f"{name} is {kind}")
    assert any(word in told for word in ("save", "unpack", "print", "make"))


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"Tildelingsbrev <html>", b"P", "Tildelingsbrev 2026 <pdf>".encode("utf-16")),
        *(b"<htmlx>", bytes(20), ole("Catalog"), b"PK", b"BM\0\0"),
    ],
    ids=range(9),
)
def test_nothing_is_said_of_what_is_not_known(data: bytes) -> None:
    assert other_kind(data) is None


@pytest.mark.parametrize("before", [b"\n\n", b"<html>\n", b"MIME-Version: 1.0\r\n\r\n"])
def test_a_pdf_with_something_before_it_is_a_pdf(before: bytes) -> None:
    assert tildeling.parse(before + LETTER).source.pages == 1


def test_the_command_says_it_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "brev.docx").write_bytes(zipped({"word/document.xml": b"<x/>"}))
    run = CliRunner().invoke(app, ["parse", str(tmp_path / "brev.docx")])
    assert run.exit_code == 1
    told = run.stderr.splitlines()[0]
    assert told.endswith("is a Word document: save it as PDF. [not_a_pdf]")
