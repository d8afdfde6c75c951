"""The reader in use: pdfium through its C functions, at hundreds of pages a second."""

from __future__ import annotations

import ctypes

import pypdfium2  # noqa: F401  (importing it starts the library)
import pypdfium2.raw as pdfium

from tildeling.errors import DamagedPdfError, EncryptedPdfError, TooLargeError
from tildeling.limits import Limits
from tildeling.read.page import Page
from tildeling.read.pdfium_paths import page_rulings
from tildeling.read.pdfium_text import page_words
from tildeling.read.view import View


class PdfiumReader:
    """Reads pages with pdfium. See `tildeling.read.page.Reader`."""

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        """The PDF's producer and its pages."""
        document = _open(data)
        try:
            count = pdfium.FPDF_GetPageCount(document)
            if count == 0:
                raise DamagedPdfError("The PDF has no pages.")
            if count > limits.max_pages:
                raise TooLargeError(f"The PDF has {count} pages; the limit is {limits.max_pages}.")
            return _producer(document), tuple(_read_page(document, index) for index in range(count))
        finally:
            pdfium.FPDF_CloseDocument(document)


def _open(data: bytes) -> pdfium.FPDF_DOCUMENT:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if document:
        return document
    if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
        raise EncryptedPdfError("The PDF asks for a password.")
    raise DamagedPdfError("The PDF cannot be opened: it is damaged or cut short.")


def _producer(document: pdfium.FPDF_DOCUMENT) -> str | None:
    size = pdfium.FPDF_GetMetaText(document, b"Producer", None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, b"Producer", buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0") or None


def _read_page(document: pdfium.FPDF_DOCUMENT, index: int) -> Page:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(index + 1, 0.0, 0.0, (), problem="pdfium cannot load the page")
    text = pdfium.FPDFText_LoadPage(page)
    try:
        view = _view(page)
        words, hidden = page_words(text, view)
        return Page(index + 1, view.width, view.height, words, page_rulings(page, view), hidden)
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _view(page: pdfium.FPDF_PAGE) -> View:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turns = max(pdfium.FPDFPage_GetRotation(page), 0)
    return View(box.left, box.bottom, box.right, box.top, turns)
