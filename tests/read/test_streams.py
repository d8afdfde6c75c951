"""Pages whose content breaks off are told, not read in part."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest

import tildeling
from marked_letters import plain
from tildeling.errors import DamagedPdfError
from tildeling.limits import Limits
from tildeling.read.damage import Damage
from tildeling.read.page import Reader
from tildeling.read.streams import look_at_pages, look_through


def cut(data: bytes, page: int, *, password: bool = False, share: float = 0.5) -> bytes:
    """The PDF with the packed content of one page cut short."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[page].contents_coalesce()
        content = pdf.pages[page].obj["/Contents"]
        packed = zlib.compress(content.read_bytes())
        content.write(packed[: int(share * len(packed))], filter=pikepdf.Name.FlateDecode)
        out = io.BytesIO()
        encryption = pikepdf.Encryption(owner="x", user="", R=6) if password else False
        pdf.save(out, compress_streams=False, encryption=encryption)
        return out.getvalue()


@pytest.mark.parametrize("password", [False, True], ids=["open", "encrypted"])
@pytest.mark.parametrize("page", [0, 1])
def test_a_page_that_breaks_off_is_told_and_the_others_are_read(
    reader: Reader, page: int, password: bool
) -> None:
    _, pages = reader.read(cut(plain(), page, password=password), Limits())
    assert [found.problem is not None for found in pages] == [at == page for at in (0, 1)]
    assert pages[page].words == ()
    assert pages[1 - page].words


def test_a_letter_with_a_page_that_breaks_off_has_a_finding_on_it() -> None:
    letter = tildeling.parse(cut(plain(), 1))
    (finding,) = [found for found in letter.findings if found.rule == "unread_page"]
    assert (finding.code, finding.evidence[0].page) == ("unread", 2)
    assert [assignment.number for assignment in letter.assignments] == ["2026-01", "2026-02"]


def test_content_that_lacks_only_the_sum_at_its_end_is_whole() -> None:
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        pdf.pages[0].contents_coalesce()
        content = pdf.pages[0].obj["/Contents"]
        packed = zlib.compress(content.read_bytes())
        content.write(packed[:-4], filter=pikepdf.Name.FlateDecode)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    assert look_at_pages(out.getvalue(), 2) == Damage()


def test_a_whole_file_has_no_broken_page() -> None:
    assert not look_through(plain(), Limits()).suspect
    assert look_at_pages(plain(), 2) == Damage()


def test_nothing_that_was_packed_as_nothing_is_whole() -> None:
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        pdf.add_blank_page()
        pdf.pages[-1].contents_add(b"0 0 m 9 9 l S")
        out = io.BytesIO()
        pdf.save(out)
    assert b"/Length 0" in out.getvalue()
    assert look_at_pages(out.getvalue(), 3) == Damage()


def test_a_broken_picture_or_font_is_no_broken_page() -> None:
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        picture = pdf.make_stream(b"")
        picture.write(zlib.compress(bytes(range(256)) * 40)[:90], filter=pikepdf.Name.FlateDecode)
        picture["/Type"], picture["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Image
        picture["/Width"] = picture["/Height"] = 10
        name = pdf.pages[0].add_resource(picture, pikepdf.Name.XObject)
        pdf.pages[0].contents_add(f"q 50 0 0 50 0 0 cm {name} Do Q".encode())
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    assert look_at_pages(out.getvalue(), 2) == Damage()


def test_a_file_of_one_page_that_breaks_off_is_damaged() -> None:
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        del pdf.pages[1]
        out = io.BytesIO()
        pdf.save(out)
    with pytest.raises(DamagedPdfError):
        tildeling.parse(cut(out.getvalue(), 0))
