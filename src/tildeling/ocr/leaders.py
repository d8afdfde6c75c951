"""Dots that lead from words to a sum or a page: "post 21 ......... kr 224 617 000".

They are no words: an engine tears them anyhow, and puts some to the words at their ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tildeling.ocr.engines import ReadLine, ReadWord
from tildeling.ocr.typography import MeasuredWord

LEADERS = "..."
# What is left of them at a word's end once its ink is measured: "326..", "01...". Of words, two
# dots may be a full stop and one of them: "mv..".
_AFTER_A_NUMBER = re.compile(r"(?<=\d)\.{2,}$")
_AFTER_A_WORD = re.compile(r"(?<=[^\W\d_])\.{2}$")


def without_leaders(lines: Iterable[ReadLine]) -> tuple[ReadLine, ...]:
    """The lines as an engine reads them, without such dots; the words keep their own places."""
    kept = (_words_of(line) for line in lines)
    return tuple(line for line in kept if line)


def _words_of(line: ReadLine) -> ReadLine:
    if not any(LEADERS in word.text for word in line):
        return line
    found: list[ReadWord] = []
    led = False
    for word in line:
        text = word.text.lstrip(".") if led or word.text.startswith(LEADERS) else word.text
        kept = text.rstrip(".") if text.endswith(LEADERS) else text
        led = not kept or kept != text
        if kept:
            # Dots are set as far apart as letters are wide, more or less.
            letter = (word.x1 - word.x0) / len(word.text)
            start = word.x0 + letter * (len(word.text) - len(text))
            found.append(word._replace(text=kept, x0=start, x1=start + letter * len(kept)))
    return tuple(found)


def without_dots(line: Sequence[MeasuredWord]) -> list[MeasuredWord]:
    """A line whose words do not end in such dots; each is as much shorter as it has fewer letters.

    >>> word = MeasuredWord("326..", 0, 0, 90, 30, 30.0, 11.0, 4.0)
    >>> [(one.text, one.x1) for one in without_dots([word])]
    [('326', 68)]
    """
    return [_without_dots(word) for word in line]


def _without_dots(word: MeasuredWord) -> MeasuredWord:
    text = _AFTER_A_WORD.sub(".", _AFTER_A_NUMBER.sub("", word.text))
    dots = len(word.text) - len(text)
    if not dots:
        return word
    # A dot is as wide as half a figure.
    share = (len(word.text) - dots) / (len(word.text) - dots / 2)
    return word._replace(text=text, x1=word.x0 + round(share * (word.x1 - word.x0)))
