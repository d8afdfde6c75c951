"""Words wider than their cell, which are broken without a hyphen: "kunnskapsutvik" + "ling"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from tildeling.forms import UNFINISHED
from tildeling.page.lines import Line
from tildeling.tabular.raw_table import RawCell
from tildeling.text.flow import RawParagraph

# A line of fewer letters is no broken word.
SHORTEST = 4
# Up to so many letters are rather a word's end than a word: "ling", "ser".
LONGEST_REST = 4
# Digits stand together in threes.
THREE = 3
_CUT_NUMBER = re.compile(r"[-+–−(]?\d{1,3}(?:[ .]\d{3})*[ .]\d{1,2}")
_LAST_DIGITS = re.compile(r"\d{1,2}(?:[ .]\d{3})*\)?")
# How wide letters are, beside the average one: enough to tell whether one more had room.
_WIDTHS = {"i": 0.5, "j": 0.5, "l": 0.5, "f": 0.6, "t": 0.6, "r": 0.7, "m": 1.6, "w": 1.4}


class Vocabulary:
    """All words of the letter, without punctuation around them, in small letters.

    Few letters have a table that asks for them: they are gathered when the first one does.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def has_again(self, word: str) -> bool:
        """True where the letter prints a word more than once."""
        return self._words[word] > 1

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(_bare(word.text) for line in self._lines for word in line.words)


def mark_broken(paragraph: RawParagraph, cell: RawCell, words: Vocabulary) -> None:
    """Marks the lines of a cell's paragraph that go on inside the word of the line above.

    Such a line's word fills the cell, so that not one more letter had room. Where no ruling says
    how wide the cell is, the letter must have the whole word elsewhere, or what is left is no word.
    Two words that the letter prints elsewhere, too, are two: "Kriminalomsorgens" over "høgskole".
    """
    for at in range(1, len(paragraph.lines)):
        above, below = paragraph.lines[at - 1], paragraph.lines[at]
        if _is_cut_number(above, below):
            paragraph.broken.add(at)
            continue
        if not _may_go_on(above, below) or not _fills(above, below, cell):
            continue
        word, rest = _bare(above.text), _bare(below.words[0].text)
        sure = cell.ruled or (cell.sure and len(rest) <= LONGEST_REST)
        are_two = words.has_again(word) or words.has_again(rest)
        if word + rest in words or (sure and not are_two):
            paragraph.broken.add(at)


def _is_cut_number(above: Line, below: Line) -> bool:
    """True for "1 088 61" over "4": the last of three digits had no room."""
    return bool(
        _CUT_NUMBER.fullmatch(above.text)
        and _LAST_DIGITS.fullmatch(below.text)
        and len(above.words[-1].text) + len(below.words[0].text) == THREE
    )


def _may_go_on(above: Line, below: Line) -> bool:
    alone = len(above.words) == 1 and len(above.text) >= SHORTEST and above.text[-1].isalpha()
    return alone and below.text[0].islower() and below.words[0].text not in UNFINISHED


def _fills(above: Line, below: Line, cell: RawCell) -> bool:
    width = above.x1 - above.x0
    letter = width / len(above.text)
    return width + letter * _WIDTHS.get(below.text[0], 1.1) > cell.right - cell.left


def _bare(word: str) -> str:
    return word.strip(".,;:()«»\"'").casefold()
