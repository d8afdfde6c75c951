"""Dots that lead from words to a sum or a page: "post 21 ......... kr 224 617 000".

They are no words: an engine tears them anyhow, and puts some to the words at their ends.
"""

from __future__ import annotations

from collections.abc import Iterable

from tildeling.ocr.engines import ReadLine, ReadWord

LEADERS = "..."


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
