"""Annotations and form fields: what lies over a page, put there apart from its content."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from tildeling.read.streams import Signs
from tildeling.read.view import Box

# Kinds of annotations that paint nothing over a page.
NOT_COVERING = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)

# Flags of those that a viewer does not show.
NOT_VIEWED = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@contextmanager
def form_fields(document: Any, signs: Signs) -> Iterator[Any]:
    """What pdfium paints a document's form fields with; None for a document without any."""
    if not signs.fields:
        yield None
        return
    calls = pdfium.FPDF_FORMFILLINFO(version=2)
    fields = pdfium.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(calls))
    try:
        yield fields
    finally:
        if fields:
            pdfium.FPDFDOC_ExitFormFillEnvironment(fields)


def covering_notes(page: Any) -> Iterator[Box]:
    """Where annotations may lie over words, in the PDF's space."""
    for note, _ in notes_over(page):
        yield place_of(note)


def notes_over(page: Any) -> Iterator[tuple[Any, int]]:
    """The page's annotations that are shown over it, each with its kind, and closed after it."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind not in NOT_COVERING and not pdfium.FPDFAnnot_GetFlags(note) & NOT_VIEWED:
            yield note, kind
        pdfium.FPDFPage_CloseAnnot(note)


def place_of(note: Any) -> Box:
    """Where an annotation lies, in the PDF's space."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, rect)
    xs, ys = sorted((rect.left, rect.right)), sorted((rect.bottom, rect.top))
    return xs[0], ys[0], xs[1], ys[1]
