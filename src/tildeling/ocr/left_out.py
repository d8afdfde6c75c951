"""Ink that stands by itself, where an engine looked for no line: it is read as the line it is.

Engines look for lines before they read, and pass over what is short: the "5" before a heading, the
"Nr." over a column. What they left out in 640 scanned pages were 15 such numbers and labels, each
read rightly twice, and pieces of words, which belong to the words around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tildeling.ocr.engines import FirstEngine, ReadLine, ReadWord
from tildeling.ocr.pictures import DPI, Grey
from tildeling.ocr.second import smaller
from tildeling.ocr.typography import MeasuredWord
from tildeling.read.view import Box

# Paper around ink that an engine needs to read it, in heights of the ink.
AROUND = 0.45
# Within so many heights to the left or right stands nothing else that was read: a heading's number
# stands a height and more before it, a piece of a word touches the others.
APART = 0.6
# How sure both readings are: of what they read rightly the least had 0.6.
SURE = 0.6
# Narrower ink, in its heights, that reads as a stroke may be what is left of a ruling.
NARROW = 0.35
STROKES = frozenset("1lI|iJ!/[](){}")


def read_left_out(
    engine: FirstEngine,
    picture: Grey,
    lines: Sequence[Sequence[MeasuredWord]],
    unread: Iterable[Box],
    measure: Callable[[ReadLine], list[MeasuredWord]],
) -> tuple[list[list[MeasuredWord]], list[Box]]:
    """What was read of it, as lines of a word each; and what is left, in points as it was given."""
    read: list[list[MeasuredWord]] = []
    left: list[Box] = []
    for box in unread:
        found = measure((word,)) if (word := _read(engine, picture, lines, box)) else []
        if found:
            read.append(found)
        else:
            left.append(box)
    return read, left


def _read(
    engine: FirstEngine, picture: Grey, lines: Sequence[Sequence[MeasuredWord]], box: Box
) -> ReadWord | None:
    """The word that stands in a box, where two readings have the same."""
    x0, top, x1, bottom = (edge * DPI / 72 for edge in box)
    height = bottom - top
    reach = APART * height
    for word in (word for line in lines for word in line):
        if min(word.bottom, bottom) > max(word.top, top) and (
            word.x0 < x1 + reach and word.x1 > x0 - reach
        ):
            return None
    around = round(AROUND * height)
    part = picture[
        max(int(top) - around, 0) : int(bottom) + around,
        max(int(x0) - around, 0) : int(x1) + around,
    ]
    (text, sure), (other, also_sure) = (engine.read_line(each) for each in (part, smaller(part)))
    if text != other or min(sure, also_sure) < SURE or not any(map(str.isalnum, text)):
        return None
    if " " in text or (x1 - x0 < NARROW * height and STROKES.issuperset(text)):
        return None
    return ReadWord(text, x0, top, x1, bottom)
