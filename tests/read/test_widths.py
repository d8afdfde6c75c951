"""Fonts whose letters take no room: pdfium takes two of them on one spot for one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pdf_builder import HELVETICA, PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.read.damage import NARROW
from tildeling.read.page import Page, Reader

WIDTH = 556
"""Of a digit of Helvetica, and of most of its letters."""


def font(widths: Mapping[str, int], first: int = 32) -> str:
    """Helvetica, with these widths for some letters."""
    given = " ".join(str(widths.get(chr(code), WIDTH)) for code in range(32, 127))
    last = first + 126 - 32
    return HELVETICA.replace(" >>", f" /FirstChar {first} /LastChar {last} /Widths [{given}] >>")


def page_of(reader: Reader, content: str, widths: Mapping[str, int]) -> Page:
    page = PdfPage(content, fonts={"F4": font(widths)})
    return reader.read(pdf(page), Limits())[1][0]


@pytest.mark.parametrize(
    ("words", "widths"),
    [
        ("i 2025", dict.fromkeys("0123456789", 0)),
        ("1 100 000 kroner", {"0": 0}),
        ("post 22", {"2": 0}),
        ("kap. 77", {"7": 20}),
        ("tillegg til oppdrag", {"p": 0}),
    ],
)
def test_a_page_whose_letters_take_no_room_is_doubted(
    reader: Reader, words: str, widths: dict[str, int]
) -> None:
    page = page_of(reader, show(words, 40, 200, font="F4"), widths)
    assert page.doubt == NARROW


def test_letters_without_room_are_found_however_far_down_the_page(reader: Reader) -> None:
    lines = [show("alle fjellveier og broer", 40, 280 - 5 * row, font="F4") for row in range(40)]
    lines.append(show("i alt 1 100 000 kroner", 40, 40, font="F4"))
    assert page_of(reader, "".join(lines), {"0": 0}).doubt == NARROW


def test_letters_without_room_are_found_under_a_heading_of_another_font(reader: Reader) -> None:
    heading = show("TILLEGG", 40, 250, font="F4") + show(" til alle fjell", 90, 250, font="F2")
    page = page_of(reader, heading + show("om alle fjell til", 40, 200, font="F4"), {"l": 0})
    assert page.doubt == NARROW


@pytest.mark.parametrize("content", ["-5.3 Tc ({}) Tj", "[(2)530(0)530(2)530(5)] TJ"])
def test_a_page_whose_numbers_stand_on_one_spot_is_doubted(reader: Reader, content: str) -> None:
    drawn = f"BT /F1 10 Tf 40 200 Td {content.format('2025')} ET"
    assert page_of(reader, drawn, {}).doubt == NARROW


@pytest.mark.parametrize(
    "content",
    [
        show("oppdrag 2025", 40, 200, font="F4"),
        show("oppdrag 2025", 40, 200, font="F4") + show("oppdrag 2025", 40.3, 200, font="F4"),
        "BT 60 Tz /F4 10 Tf 40 200 Td (oppdrag 2025) Tj ET",
        "BT /F4 10 Tf .6 0 0 1 40 200 Tm (oppdrag 2025) Tj ET",
        "BT /F4 1 Tf 10 0 0 10 40 200 Tm (oppdrag 2025) Tj ET",
    ],
    ids=["plain", "printed twice for bold", "narrow", "narrow by its matrix", "of size 1"],
)
def test_letters_that_take_room_are_not_doubted(reader: Reader, content: str) -> None:
    # An "l" of Arial Narrow has 182, the narrowest letter of any real file looked at.
    page = page_of(reader, content, dict.fromkeys("Iijl", 182))
    assert page.doubt is None
    assert [word.text for word in page.words] == ["oppdrag", "2025"]


def test_a_mark_that_takes_no_room_is_not_doubted(reader: Reader) -> None:
    assert page_of(reader, show("a~ 2025", 40, 200, font="F4"), {"~": 0}).doubt is None


def test_letters_of_a_ligature_that_the_font_has_not_by_themselves_are_not_doubted(
    reader: Reader,
) -> None:
    ligature = font({"f": 0}).replace(
        "/Encoding /WinAnsiEncoding", "/Encoding << /Differences [36 /ffi] >>"
    )
    page = PdfPage(show("o$sielt", 40, 200, font="F4"), fonts={"F4": ligature})
    read = reader.read(pdf(page), Limits())[1][0]
    assert [word.text for word in read.words] == ["offisielt"]
    assert read.doubt is None
