"""List markers: the bullets and numbers that items begin with."""

from __future__ import annotations

import re

from tildeling.page.lines import Line
from tildeling.read.page import Word

# Bullets as Word, LibreOffice and others set them: arrows, geometric shapes, dingbats, and the
# private characters and unmapped glyphs (U+FFFD) of symbol fonts; "o" is Word's second level.
_BULLET = re.compile(
    r"[•◦‣·∙⁃*-]|[–—]|[\u2190-\u21ff\u25a0-\u25ff\u2700-\u27bf\u2b00-\u2bff\ue000-\uf8ff\ufffd]"
)
# Set tight to a word these are part of it: a dash, or a letter that the font does not map.
NO_BULLET = "-–—*\ufffd"

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})[.)]|[a-z]\.\d{1,2}[.)]")
_ALONE = re.compile(rf"{_BULLET.pattern}|o|(?P<number>{_NUMBER.pattern})")

# What some files give for a bullet in a symbol font, and what begins no item by itself: "Ø" for
# an arrow, "§" for a square, "q" for a box.
_SYMBOL = re.compile(r"[^\w\s]|[a-zæøåØ]")

# "1. mars" begins a line, but no item.
_MONTH = re.compile(
    r"(?:jan|feb|mars|apr|mai|juni|juli|aug|sep|okt|nov|des)\w*|(?:halvår|tertial|kvartal)\w*", re.I
)


def split_marker(line: Line) -> tuple[str | None, Line]:
    """The marker that a line begins with, and the rest of the line; None where there is none.

    Whether such a line begins an item is for its surroundings to say: a line of a paragraph may
    begin with a dash, or with "1. mars".
    """
    first = line.words[0]
    # One that stands alone is a single sign, or ends in a stop or bracket.
    if len(line.words) > 1 and (len(first.text) == 1 or first.text[-1] in ".)"):
        marker = _ALONE.fullmatch(first.text)
        if marker and not (marker["number"] and _is_month(line.words[1].text)):
            return first.text, Line(line.page, line.words[1:], line.frame)
        if _SYMBOL.fullmatch(first.text) and _is_label(first) and not _is_label(line.words[1]):
            return first.text, Line(line.page, line.words[1:], line.frame)
    # Most lines begin with a letter, which no bullet is.
    if (
        len(first.text) > 1
        and not first.text[0].isalpha()
        and _BULLET.match(first.text)
        and first.text[0] not in NO_BULLET
    ):
        return first.text[0], _without_first_character(line)
    return None, line


def _is_label(word: Word) -> bool:
    """True for a word that the PDF's tags say is a list item's label."""
    return word.element is not None and word.element.nearest("Lbl") is not None


def _is_month(word: str) -> bool:
    return _MONTH.fullmatch(word.strip(".,:;")) is not None


def is_bullet(marker: str) -> bool:
    """True for a bullet, False for a number or letter."""
    return not _NUMBER.fullmatch(marker)


def _without_first_character(line: Line) -> Line:
    """The line when a bullet is set tight to its first word: "•Oppdrag"."""
    first = line.words[0]
    width = (first.x1 - first.x0) / len(first.text)
    return Line(
        line.page,
        (first._replace(text=first.text[1:], x0=first.x0 + width), *line.words[1:]),
        line.frame,
    )
