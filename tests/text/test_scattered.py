"""A page whose words stand anywhere has no tables, and costs no more than its words."""

from __future__ import annotations

import random

import tildeling
from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.page.lines import Line
from tildeling.parsing import document_tables
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.source import open_document
from tildeling.text.lay_out import gather


def _scattered(count: int) -> str:
    """Words anywhere on a page."""
    places = random.Random(1)
    return "".join(
        show(f"ord{at}", places.uniform(30, 540), places.uniform(40, 800), size=6)
        for at in range(count)
    )


def test_no_table_is_looked_for_among_thousands_of_scattered_words() -> None:
    data = pdf(PdfPage(_scattered(4000), media_box=(0, 0, 595, 842)))
    found = gather(open_document(data, Limits(), PdfiumReader()))
    assert all(isinstance(part, Line) for part in found.parts)
    assert sum(len(line.words) for line in found.lines) > 3900


def test_a_page_whose_tables_were_not_looked_for_is_told() -> None:
    letter = tildeling.parse(_letter_with_a_map())
    (told,) = [finding for finding in letter.findings if finding.code == "unread"]
    assert (told.severity, told.evidence[0].page) == ("warning", 2)


def test_the_tables_of_a_document_say_which_page_was_left_out() -> None:
    found = document_tables(_letter_with_a_map())
    assert [one.page for one in found.unread] == [2]


def _letter_with_a_map() -> bytes:
    said = [
        "Fiskeridepartementet",
        "Tildelingsbrev for 2026 til Kystdirektoratet",
        "Departementet viser til Stortingets vedtak og gir med dette direktoratet sin ramme.",
    ]
    letter = "".join(show(line, 72, 760 - 30 * at, size=11) for at, line in enumerate(said))
    return pdf(
        PdfPage(letter, media_box=(0, 0, 595, 842)),
        PdfPage(_scattered(4000), media_box=(0, 0, 595, 842)),
    )
