"""Both readers, and the short way to a page."""

from __future__ import annotations

import pytest

from tildeling.read.page import Reader
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.plumber import PlumberReader


@pytest.fixture(params=[PdfiumReader, PlumberReader])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Each of the two readers in turn: they keep the same promises."""
    made: Reader = request.param()
    return made
