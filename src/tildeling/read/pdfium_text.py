"""The words of a page, from pdfium's characters."""

from __future__ import annotations

import re
from ctypes import addressof, c_void_p, cast, create_string_buffer, c_uint16

import pypdfium2.raw as pdfium

from tildeling.read.page import Word
from tildeling.read.view import View
from tildeling.read.words import ASCENT, DESCENT, in_order

RUN = re.compile("[^\\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")


class _Ink:
    __slots__ = ("size", "bold", "italic", "a", "b", "c", "d", "x", "y")


def page_words(text: pdfium.FPDF_TEXTPAGE, view: View) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The page's words that can be seen, and those that cannot."""
    return _PageText(text, view).words(), ()


class _PageText:
    def __init__(self, text: pdfium.FPDF_TEXTPAGE, view: View) -> None:
        self.text = text
        self.view = view
        self.inks: dict[int, _Ink] = {}
        self.fonts: dict[int, tuple[bool, bool]] = {}
        self.left = pdfium.FS_RECTF()
        self.right = pdfium.FS_RECTF()

    def words(self) -> tuple[Word, ...]:
        found: list[Word] = []
        string = self.string()
        for match in RUN.finditer(string):
            start, end = match.span()
            for a, b in self.pieces(start, end):
                word = self.word(string[a:b], a, b - 1)
                if word is not None:
                    found.append(word)
        return in_order(found)

    def string(self) -> str:
        count = pdfium.FPDFText_CountChars(self.text)
        if count <= 0:
            return ""
        buffer = (c_uint16 * (count + 1))()
        written = pdfium.FPDFText_GetText(self.text, 0, count, buffer)
        string = bytes(buffer)[: (written - 1) * 2].decode("utf-16-le", "replace")
        if len(string) == count:
            return string
        return "".join(
            chr(pdfium.FPDFText_GetUnicode(self.text, i) or 0xFFFD) for i in range(count)
        )

    def address(self, index: int) -> int:
        handle = pdfium.FPDFText_GetTextObject(self.text, index)
        return cast(handle, c_void_p).value or 0

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        first = self.address(start)
        if end - start == 1 or first == self.address(end - 1):
            return [(start, end)]
        cuts = [start]
        before = first
        for i in range(start + 1, end):
            now = self.address(i)
            if now != before:
                p, q = self.ink(before, i - 1), self.ink(now, i)
                if abs(p.y - q.y) > 0.15 * p.size:
                    cuts.append(i)
            before = now
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def ink(self, address: int, index: int) -> _Ink:
        ink = self.inks.get(address)
        if ink is None:
            ink = self.inks[address] = self.look(index)
        return ink

    def look(self, index: int) -> _Ink:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.text, index, matrix)
        ink = _Ink()
        ink.a, ink.b, ink.c, ink.d, ink.x, ink.y = (
            matrix.a,
            matrix.b,
            matrix.c,
            matrix.d,
            matrix.e,
            matrix.f,
        )
        ink.size = (
            pdfium.FPDFText_GetFontSize(self.text, index) * (matrix.c**2 + matrix.d**2) ** 0.5
        )
        font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(self.text, index))
        key = cast(font, c_void_p).value or 0
        style = self.fonts.get(key)
        if style is None:
            style = self.fonts[key] = _style(font)
        ink.bold, ink.italic = style
        return ink

    def word(self, string: str, first: int, last: int) -> Word | None:
        ink = self.ink(self.address(first), first)
        left, right = self.left, self.right
        pdfium.FPDFText_GetLooseCharBox(self.text, first, left)
        pdfium.FPDFText_GetLooseCharBox(self.text, last, right)
        string = string.replace("\ufffe", "-").replace("\x02", "-")
        x0, x1 = min(left.left, right.left), max(left.right, right.right)
        y0, y1 = min(left.bottom, right.bottom), max(left.top, right.top)
        if abs(ink.c) < 0.01 * abs(ink.d):
            y0, y1 = ink.y - DESCENT * ink.size, ink.y + ASCENT * ink.size
        elif abs(ink.d) < 0.01 * abs(ink.c):
            up = ink.size if ink.c > 0 else -ink.size
            x0, x1 = ink.x - DESCENT * up, ink.x + ASCENT * up
        return Word(string, *self.view.box(x0, y0, x1, y1), ink.size, ink.bold, ink.italic)


def _style(font: pdfium.FPDF_FONT) -> tuple[bool, bool]:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("latin-1").lower()
    flags = pdfium.FPDFFont_GetFlags(font)
    bold = "bold" in name or pdfium.FPDFFont_GetWeight(font) >= 600
    italic = "italic" in name or "oblique" in name or bool(flags & 64)
    return bold, italic
