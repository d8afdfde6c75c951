"""Scans with a text of their own: what the picture shows is the second reading of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tildeling.ocr.engines import ReadLine, ReadWord
from tildeling.ocr.pictures import DPI
from tildeling.ocr.second import doubted
from tildeling.ocr.seen import SeenPage
from tildeling.read.page import Page, Word
from tildeling.read.view import Matrix, inverse, moved_box, product


def held_against(page: Page, seen: SeenPage) -> Page:
    """The page with its own words; figures that its picture shows otherwise say so."""
    others = _lines_where_read(page, seen)
    words = [word for line in _lines(page.words) for word in doubted(line, others)]
    return replace(page, words=tuple(words), read_twice=True)


def _lines_where_read(page: Page, seen: SeenPage) -> list[ReadLine]:
    """The lines of the picture in points of the page as its words are read."""
    matrix = _to_read(page, seen.to_shown)
    points = 72 / DPI
    return [
        tuple(
            ReadWord(word.text, *moved_box(matrix, *(edge * points for edge in word[1:5])))
            for word in line
        )
        for line in seen.lines
    ]


def _to_read(page: Page, to_shown: Matrix) -> Matrix:
    return product(to_shown, inverse(page.patches[-1].shown)) if page.patches else to_shown


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words that follow each other on a line, in the order that they come in."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        middle = (word.top + word.bottom) / 2
        if last is not None and last.top < middle < last.bottom and last.x0 < word.x0:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines
