"""Pages set by Typst, as pictures, and an engine that is told what it reads and sees it badly."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from make import set_letter

from tildeling.limits import Limits
from tildeling.ocr.engines import ReadLine, ReadWord
from tildeling.ocr.pictures import DPI, Grey
from tildeling.ocr.reader import rendered, seen_page
from tildeling.ocr.type_of_document import typeset
from tildeling.read.page import Word
from tildeling.read.pdfium import PdfiumReader

PIXELS = DPI / 72
SETTING = """#set page(width: 330pt, height: 330pt, margin: 20pt)
#set text(size: 11pt, lang: "nb", hyphenate: false)
"""
UNSEEN = "~"
"""Before a line: its first word is not seen."""


class Told:
    """An engine that reads lines as it was told to, their words as wide as they have letters."""

    name = "of the test"

    def __init__(self, lines: list[list[Word]], told: list[str]) -> None:
        self.lines = lines
        self.told = told

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        return tuple(map(_read, self.told, self.lines))

    def read_line(self, line: Grey) -> tuple[str, float]:
        return "", 0.0


def _read(told: str, line: list[Word]) -> ReadLine:
    seen = line[1:] if told.startswith(UNSEEN) else line
    text = told.removeprefix(UNSEEN)
    left, right = seen[0].x0 * PIXELS, seen[-1].x1 * PIXELS
    top, bottom = min(w.top for w in seen) * PIXELS - 5, max(w.bottom for w in seen) * PIXELS + 5
    a_letter = (right - left) / len(text)
    found, at = [], 0
    for word in text.split(" "):
        ends = left + at * a_letter, left + (at + len(word)) * a_letter
        found.append(ReadWord(word, ends[0], top, ends[1], bottom))
        at += len(word) + 1
    return tuple(found)


def set_words(body: str) -> tuple[bytes, list[list[Word]]]:
    """A page as a PDF, and its words line by line."""
    pdf = set_letter(SETTING + body)
    (page,) = PdfiumReader().read(pdf, Limits())[1]
    lines: list[list[Word]] = []
    for word in page.words:
        if lines and abs(lines[-1][0].bottom - word.bottom) < 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    return pdf, lines


def scanned(grey: Grey, specks: float = 0.0) -> Grey:
    """The picture as an office's scanner gives it, soft, grey, with noise; or with specks on that
    share of its pixels, black and white as from a copier.
    """
    noise = np.random.default_rng(0)
    soft = cv2.GaussianBlur(grey, (0, 0), 0.7).astype(np.float32) * 0.94 + 6
    soft += noise.normal(0, 9, grey.shape)
    if specks:
        soft = np.where(soft > 150, 255.0, 0.0)
        soft[noise.random(grey.shape) < specks] = 0
    picture: Grey = np.clip(soft, 0, 255).astype(np.uint8)
    return picture


def read_off(body: str, *told: str, specks: float = 0.0) -> list[list[Word]]:
    """The words of a page in Typst read off its picture, line by line, where an engine reads its
    lines so; without that it reads what is set.
    """
    pdf, lines = set_words(body)
    picture = rendered(pdf, 1)
    said = list(told) or [" ".join(word.text for word in line) for line in lines]
    engine = Told(lines, said)
    seen = seen_page(engine, replace(picture, grey=scanned(picture.grey, specks)), engine)
    found = iter(typeset([seen.lines])[0])
    return [[next(found) for _ in line] for line in seen.lines]


def texts(body: str, *told: str) -> list[str]:
    """The lines of that page as text."""
    return [" ".join(word.text for word in line) for line in read_off(body, *told)]
