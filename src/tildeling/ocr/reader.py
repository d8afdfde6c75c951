"""A reader of PDFs that also reads pages which are pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2

from tildeling.limits import Limits
from tildeling.ocr.engines import Engine, RapidEngine
from tildeling.ocr.pictures import DPI, Grey, ink, is_sideways, shown, straightened, turned
from tildeling.ocr.ruled import rulings_of, without
from tildeling.ocr.seen import SeenPage
from tildeling.ocr.type_of_document import typeset
from tildeling.ocr.typography import measured
from tildeling.read.page import PICTURE, Page, Patch, Word
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.rulings import join
from tildeling.read.view import IDENTITY
from tildeling.read.words import in_order


class OcrReader:
    """Reads pages with pdfium, and those that are pictures with an engine."""

    def __init__(self, engine: Engine | None = None) -> None:
        """Raises `MissingExtraError` where no engine is installed."""
        self.engine = engine or RapidEngine()

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        """The PDF's producer and its pages."""
        producer, pages = PdfiumReader().read(data, limits)
        pictures = [page.number for page in pages if page.problem == PICTURE]
        if not pictures:
            return producer, pages
        seen = [seen_page(self.engine, grey) for grey in rendered(data, pictures)]
        words = typeset([page.lines for page in seen])
        recognised = {
            number: _page(pages[number - 1], page, on_page)
            for number, page, on_page in zip(pictures, seen, words, strict=True)
        }
        return producer, tuple(recognised.get(page.number, page) for page in pages)


def rendered(data: bytes, numbers: Sequence[int]) -> Iterator[Grey]:
    """Pictures of the pages with these numbers (from 1)."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in numbers:
            bitmap = document[number - 1].render(scale=DPI / 72, grayscale=True)
            yield bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy()
    finally:
        document.close()


def seen_page(engine: Engine, grey: Grey) -> SeenPage:
    """The page as one reads it."""
    picture = shown(grey)
    if is_sideways(grey):
        picture = turned(picture, 1)
    picture = straightened(picture)
    rulings, drawn = rulings_of(picture.grey)
    clean = without(picture.grey, drawn)
    dark = ink(clean)
    lines = [found for line in engine.read(clean) if (found := measured(clean, dark, line))]
    return SeenPage(
        width=picture.width,
        height=picture.height,
        to_shown=picture.to_shown,
        lines=lines,
        rulings=rulings,
    )


def _page(page: Page, seen: SeenPage, words: list[Word]) -> Page:
    patches = () if seen.to_shown == IDENTITY else (Patch(float("inf"), seen.to_shown),)
    return replace(
        page,
        width=seen.width,
        height=seen.height,
        words=in_order(words),
        rulings=tuple(join(seen.rulings, seen.width, seen.height)),
        problem=None,
        ocr=True,
        patches=patches,
    )
