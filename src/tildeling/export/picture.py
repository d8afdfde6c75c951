"""Pictures of pages with a box around everything that was read from them."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tildeling.export.items import KINDS, items_of
from tildeling.export.phrases import grave
from tildeling.letter import Evidence, Finding, Letter

if TYPE_CHECKING:
    from PIL.Image import Image

# Dots an inch: a page of A4 is 910 dots wide, and its small print can be read.
RESOLUTION = 110

# One colour for each kind of item, in the order in which they are drawn over each other.
COLOURS: dict[str, tuple[int, int, int]] = {
    "section": (110, 110, 110),
    "common_requirement": (120, 120, 170),
    "assignment": (0, 90, 200),
    "renumbering": (120, 60, 200),
    "goal": (70, 40, 140),
    "indicator": (0, 140, 220),
    "reporting": (190, 90, 60),
    "budget_row": (0, 150, 150),
    "attachment": (170, 140, 90),
    "target": (110, 160, 0),
    "authorisation": (170, 0, 110),
    "payment": (0, 100, 60),
    "financing": (0, 150, 70),
    "deadline": (220, 40, 40),
    "reference": (200, 130, 0),
    "signatory": (150, 80, 40),
    "finding": (230, 0, 160),
}

FILL = 40
# How opaque a box's inside and its border are, of 255.
STROKE = 230


def page_picture(pdf: str | os.PathLike[str] | bytes, letter: Letter, page: int) -> Image:
    """Page `page` (from 1) of `pdf`, with the boxes of what `letter` was read from.

    Raises `IndexError` if there is no such page. The PDF is one that `parse` has read.
    """
    return boxed_page(pdf, list(evidence_of(letter)), page)


def boxed_page(
    pdf: str | os.PathLike[str] | bytes, marked: Sequence[tuple[str, Evidence]], page: int
) -> Image:
    """The page with the boxes of some evidence, each in the colour of its kind.

    Raises `IndexError` if there is no such page.
    """
    import pdfplumber

    source = io.BytesIO(pdf) if isinstance(pdf, bytes) else Path(pdf)
    with pdfplumber.open(source) as document:
        if not 1 <= page <= len(document.pages):
            raise IndexError(f"There is no page {page}: the PDF has {len(document.pages)}.")
        drawn = document.pages[page - 1].to_image(resolution=RESOLUTION, antialias=True)
        # Boxes count from the corner of the page as seen, pdfplumber from that of the sheet.
        left, top = drawn.bbox[:2]
        for kind, colour in COLOURS.items():
            boxes = [
                (box[0] + left, box[1] + top, box[2] + left, box[3] + top)
                for box in _boxes(marked, kind, page)
            ]
            drawn.draw_rects(boxes, fill=(*colour, FILL), stroke=(*colour, STROKE))
        picture: Image = drawn.annotated
    return picture


def _boxes(
    marked: Iterable[tuple[str, Evidence]], kind: str, page: int
) -> Iterator[tuple[float, float, float, float]]:
    for found, piece in marked:
        if found == kind and piece.page == page and piece.bbox is not None:
            yield piece.bbox


def evidence_of(letter: Letter) -> Iterator[tuple[str, Evidence]]:
    """The evidence in a letter, each with the kind of its item: a key of `COLOURS`.

    Findings that are only good to know are left out: a page may have many, and nothing is wrong.
    """
    for item in items_of(letter):
        if not isinstance(item, Finding) or grave([item]):
            for piece in item.evidence:
                yield KINDS[type(item)], piece
