"""On whole letters, both readers give the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tildeling.limits import Limits
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.plumber import PlumberReader

LETTERS = sorted((Path(__file__).parents[1] / "fixtures" / "letters").rglob("*.pdf"))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_both_readers_give_the_same_pages(path: Path) -> None:
    data = path.read_bytes()
    producer, by_pdfium = PdfiumReader().read(data, Limits())
    also_producer, by_plumber = PlumberReader().read(data, Limits())
    assert producer == also_producer
    for one, other in zip(by_pdfium, by_plumber, strict=True):
        assert (one.problem, other.problem) == (None, None)
        assert (one.width, one.height) == pytest.approx((other.width, other.height), abs=0.1)
        assert [(w.text, w.bold, w.italic) for w in one.words] == [
            (w.text, w.bold, w.italic) for w in other.words
        ]
        for word, twin in zip(one.words, other.words, strict=True):
            assert (word.x0, word.top, word.x1, word.bottom, word.size) == pytest.approx(
                (twin.x0, twin.top, twin.x1, twin.bottom, twin.size), abs=2.5
            )
        assert [(r.x0, r.top, r.x1, r.bottom) for r in one.rulings] == [
            pytest.approx((r.x0, r.top, r.x1, r.bottom), abs=1) for r in other.rulings
        ]
        assert one.hidden == other.hidden
