"""A reader of PDFs that also reads pages which are pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import pypdfium2

from tildeling.limits import Limits
from tildeling.ocr.engines import Engine, RapidEngine
from tildeling.ocr.pictures import DPI, Grey, Picture, ink, is_sideways, shown, straightened, turned
from tildeling.ocr.ruled import rulings_of, without
from tildeling.ocr.type_of_document import typeset
from tildeling.ocr.typography import MeasuredWord, measured
from tildeling.read.page import PICTURE, Page, Patch, Ruling, Word
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


class SeenPage(NamedTuple):
    """What a picture of a page holds, set upright and straight."""

    picture: Picture
    lines: list[list[MeasuredWord]]
    rulings: list[Ruling]


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
    return SeenPage(picture, lines, rulings)


def _page(page: Page, seen: SeenPage, words: list[Word]) -> Page:
    picture = seen.picture
    patches = () if picture.to_shown is IDENTITY else (Patch(float("inf"), picture.to_shown),)
    return replace(
        page,
        width=picture.width,
        height=picture.height,
        words=in_order(words),
        rulings=tuple(join(seen.rulings, picture.width, picture.height)),
        problem=None,
        ocr=True,
        patches=patches,
    )
