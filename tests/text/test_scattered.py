"""A page whose words stand anywhere has no tables, and costs no more than its words."""

from __future__ import annotations

import random

from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.page.lines import Line
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.source import open_document
from tildeling.text.lay_out import gather


def test_no_table_is_looked_for_among_thousands_of_scattered_words() -> None:
    places = random.Random(1)
    content = "".join(
        show(f"ord{at}", places.uniform(30, 540), places.uniform(40, 800), size=6)
        for at in range(4000)
    )
    data = pdf(PdfPage(content, media_box=(0, 0, 595, 842)))
    found = gather(open_document(data, Limits(), PdfiumReader()))
    assert all(isinstance(part, Line) for part in found.parts)
    assert sum(len(line.words) for line in found.lines) > 3900
