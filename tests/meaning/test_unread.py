"""Pages that could not be read are findings of the letter."""

from __future__ import annotations

import re

import tildeling
from pdf_builder import PdfPage, pdf, show
from tildeling.findings import message_in
from tildeling.words import words_in

LETTER = [
    show("Tillegg nr. 1 til tildelingsbrev for 2026 til Helsedirektoratet", 40, 200),
    show("Departementet ber om en ny veileder.", 40, 200),
    show("Frist: 1. mai 2026", 40, 200),
]


def test_a_page_that_cannot_be_loaded_is_a_finding_on_that_page() -> None:
    data = pdf(*[PdfPage(contents) for contents in LETTER])
    broken = re.sub(rb"/Kids \[(\d+ 0 R) \d+ 0 R", rb"/Kids [\1 0 0 R", data)
    letter = tildeling.parse(broken)
    (finding,) = [found for found in letter.findings if found.rule == "unread_page"]
    assert (finding.code, finding.severity) == ("unread", "warning")
    assert [(spot.page, spot.bbox) for spot in finding.evidence] == [(2, None)]
    assert (
        message_in(finding, words_in("en"))
        == "Page 2 could not be read: pdfium cannot load the page."
    )


def test_a_scanned_page_among_others_is_a_finding() -> None:
    scan = PdfPage("q 400 0 0 300 0 0 cm /P Do Q", pictures=["P"])
    letter = tildeling.parse(pdf(*[PdfPage(contents) for contents in LETTER], scan))
    assert [(found.rule, found.values["page"]) for found in letter.findings] == [
        ("unread_page", "4")
    ]


def test_a_letter_whose_pages_were_all_read_has_no_such_finding() -> None:
    letter = tildeling.parse(pdf(*[PdfPage(contents) for contents in LETTER]))
    assert letter.findings == ()


def test_words_of_a_note_on_the_page_are_told_and_not_read() -> None:
    note = (
        "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [30 100 300 130] /F 4 "
        "/Contents (Frist: 1. juni 2026) >>]"
    )
    pages = [PdfPage(contents) for contents in LETTER[:2]]
    letter = tildeling.parse(pdf(*pages, PdfPage(LETTER[2], extra=note)))
    (finding,) = [found for found in letter.findings if found.rule == "unread_note"]
    assert (finding.code, finding.severity) == ("unread", "warning")
    assert finding.values == {"page": "3", "words": "Frist: 1. juni 2026"}
    assert "2026-06-01" not in letter.model_dump_json(exclude={"findings"})
