"""Ruled lines."""

from __future__ import annotations

import pypdfium2.raw as pdfium

from tildeling.read.page import Ruling
from tildeling.read.view import View


def page_rulings(page: pdfium.FPDF_PAGE, view: View) -> tuple[Ruling, ...]:
    """Rulings (first version: bounds of thin path objects)."""
    found = []
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        obj = pdfium.FPDFPage_GetObject(page, i)
        if pdfium.FPDFPageObj_GetType(obj) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        import ctypes

        l, b, r, t = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(obj, l, b, r, t)
        box = view.box(l.value, b.value, r.value, t.value)
        if min(box[2] - box[0], box[3] - box[1]) <= 2:
            found.append(Ruling(*box))
    return tuple(found)
