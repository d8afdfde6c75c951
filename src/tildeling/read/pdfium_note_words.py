"""The words of annotations and form fields: seen on a page, and no part of its content."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from tildeling.read.page import Word
from tildeling.read.pdfium_calls import objects_of, text_drawn
from tildeling.read.pdfium_notes import notes_over, place_of
from tildeling.read.pdfium_paths import PageObjects, spot_of
from tildeling.read.view import View
from tildeling.read.words import words_along

# Where kinds of annotations have their words, which a viewer sets if the file has not.
WORDS_IN = {pdfium.FPDF_ANNOT_FREETEXT: b"Contents", pdfium.FPDF_ANNOT_WIDGET: b"V"}


def words_of_notes(
    page: Any,
    view: View,
    load_again: Callable[[], Any],
    objects_on: Callable[[Any], PageObjects],
) -> Iterator[Word]:
    """The words of annotations and form fields that a viewer of the page sees, on the page as
    shown. The page must have been read: its annotations are made a part of it, and it is loaded
    again.
    """
    has_notes = False
    for note, kind in notes_over(page):
        has_notes = True
        if kind in WORDS_IN and not _is_drawn(note):
            yield from words_along(_string(note, WORDS_IN[kind]), view.box(*place_of(note)))
    if not has_notes:
        return
    own = len(objects_of(page))
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    flat = load_again()
    if not flat:
        return
    added = set(objects_of(flat)[own:])
    text = pdfium.FPDFText_LoadPage(flat)
    try:
        for handle, placed in objects_on(flat).texts.items():
            if placed.form in added or handle in added:
                yield from words_along(text_drawn(text, handle), view.box(*spot_of(placed)))
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(flat)


def _is_drawn(note: Any) -> bool:
    """True if the file says what the annotation looks like."""
    size = pdfium.FPDFAnnot_GetAP(note, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    return bool(size > 2)


def _string(note: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace")
