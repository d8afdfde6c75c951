r"""Pieces that every pattern of the grammar is composed of.

A letter's clean text separates blocks by a line break, and no span crosses one: the pieces
therefore name the spaces that stand inside a line, never `\s`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Space, tab, no-break, figure, thin and narrow no-break space: all are printed inside numbers and
# dates.
SPACE = "[ \t\u00a0\u2007\u2009\u202f]"
# Bounded, so that a run of spaces in an untrusted file costs no more than its length.
GAP = f"{SPACE}{{1,4}}"
MAYBE_GAP = f"{SPACE}{{0,4}}"
# Hyphen, non-breaking hyphen, figure dash, en dash, em dash, minus sign.
DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]"
MAYBE_SPACED_DASH = f"{SPACE}{{0,2}}{DASH}{SPACE}{{0,2}}"
WORD_START = r"(?<![\w])"
WORD_END = r"(?![\w])"
YEAR = r"(?:19|20)\d\d"

_SPACES = re.compile(SPACE)
_DASHES = re.compile(DASH)


def any_of(words: Iterable[str]) -> str:
    r"""An alternation of words, the longest first; a space in a word matches any gap in the text.

    >>> any_of(["kr", "kr."])
    '(?:kr\\.|kr)'
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in longest_first) + ")"


def plain_spaces(text: str) -> str:
    """The text with every kind of space made an ordinary one, character for character."""
    return _SPACES.sub(" ", text)


def plain_dashes(text: str) -> str:
    """The text with every kind of dash made a hyphen, character for character."""
    return _DASHES.sub("-", text)
