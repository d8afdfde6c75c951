"""Annotations: what lies over a page, put there apart from its content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from tildeling.read.view import Box

NOT_COVERING = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
"""Kinds of annotations that paint nothing over a page."""

NOT_VIEWED = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
"""Flags of those that a viewer does not show."""


def covering_notes(page: Any) -> Iterator[Box]:
    """Where annotations may lie over words, in the PDF's space."""
    rect = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        shown = not pdfium.FPDFAnnot_GetFlags(note) & NOT_VIEWED
        if (
            shown
            and pdfium.FPDFAnnot_GetSubtype(note) not in NOT_COVERING
            and pdfium.FPDFAnnot_GetRect(note, rect)
        ):
            xs, ys = sorted((rect.left, rect.right)), sorted((rect.bottom, rect.top))
            yield xs[0], ys[0], xs[1], ys[1]
        pdfium.FPDFPage_CloseAnnot(note)
