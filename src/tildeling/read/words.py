"""What makes a word, whichever reader found its characters."""

from __future__ import annotations

from collections.abc import Iterable

from tildeling.read.page import Word

ASCENT = 0.78
"""Top of a word's box above the baseline, in font sizes; fonts' own figures are often missing."""

DESCENT = 0.22
"""Bottom of a word's box below the baseline, in font sizes."""


def in_order(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words from the top down, then from the left: the same order from every reader."""
    return tuple(sorted(words, key=lambda word: (round(word.bottom), word.x0, word.text)))
