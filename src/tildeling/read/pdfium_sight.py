"""Whether words can be seen that something may lie over: the page is painted, and looked at.

What lies over a word is told from the page's objects where it is one plain rectangle. Several
strips, thick lines, pictures, annotations and layers that are switched off are not: where such a
thing may hide words, the page is painted as a viewer paints it. That takes some 20 ms.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium

from tildeling.read.page import Word
from tildeling.read.view import View

DOTS = 2.0
"""Dots for each point of the page as read."""

MOST_DOTS = 4_000
"""Dots along a side of the picture, at most."""

CONTRAST = 70
"""Ink differs from what is around it by more than this, of 255."""

LEAST_INK = 0.02
"""Share of a word's box that is ink: a comma alone has three hundredths."""

COVERING = (
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_REDACT,
)
"""Kinds of annotations that may hide what is under them; links and highlights do not."""


def has_covering_notes(page: Any) -> bool:
    """True for a page with annotations that may lie over its words."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in COVERING:
            return True
    return False


def unseen(page: Any, view: View, words: Iterable[Word]) -> set[Word]:
    """The words of which no ink is to be seen on the page as it is painted."""
    scale = min(DOTS, MOST_DOTS / max(view.width, view.height, 1.0))
    width, height = max(1, round(scale * view.width)), max(1, round(scale * view.height))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return set()
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)

    def has_ink(word: Word) -> bool:
        left, right = max(0, int(scale * word.x0)), min(width, int(scale * word.x1) + 1)
        top, bottom = max(0, int(scale * word.top)), min(height, int(scale * word.bottom) + 1)
        box = b"".join(
            dots[row * stride + left : row * stride + right] for row in range(top, bottom)
        )
        if not box:
            return False
        counts = Counter(box)
        ground = counts.most_common(1)[0][0]
        ink = sum(n for shade, n in counts.items() if abs(shade - ground) > CONTRAST)
        return ink >= LEAST_INK * len(box)

    return {word for word in words if not has_ink(word)}
