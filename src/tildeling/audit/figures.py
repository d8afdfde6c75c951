"""The figures of a letter's text that are not sure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span
from tildeling.text.letter_text import Doubt

# A number with its groups; else what stands without a space.
WHOLE = re.compile(r"(?<!\S)[-\u2013(]?\d{1,3}(?: \d{3})+(?:[.,]\S*)?\)?(?!\S)|\S+")


# What stands around a number and is no part of it.
AROUND = " .,;:()"


@dataclass(slots=True, unsafe_hash=True)
class Figure(Span):
    """A number, a month or a unit that is not sure."""

    read: str
    other: str | None
    """What a second reading has instead; None where there was none."""


def figures_of(reading: Reading) -> tuple[Figure, ...]:
    """The doubts of a letter's words, those of one number together."""
    found: list[Figure] = []
    doubts = reading.laid.text.doubts
    at = 0
    while at < len(doubts):
        whole = _whole(reading.text, doubts[at])
        own = [doubts[at]]
        while at + len(own) < len(doubts) and doubts[at + len(own)].start < whole.end:
            own.append(doubts[at + len(own)])
        found.append(_figure(reading.text, whole, own))
        at += len(own)
    return tuple(found)


def _whole(text: str, doubt: Doubt) -> Span:
    """The number that a word is part of."""
    start = max(text.rfind("\n", 0, doubt.start), text.rfind("\t", 0, doubt.start)) + 1
    for number in WHOLE.finditer(text, start):
        if number.end() > doubt.start:
            return Span(min(number.start(), doubt.start), max(number.end(), doubt.end))
    return Span(doubt.start, doubt.end)


def _figure(text: str, whole: Span, doubts: list[Doubt]) -> Figure:
    read = text[whole.start : whole.end]
    if any(doubt.other is None for doubt in doubts):
        return Figure(whole.start, whole.end, read.strip(AROUND), None)
    other, at = "", whole.start
    for doubt in doubts:
        other += text[at : doubt.start] + (doubt.other or "")
        at = doubt.end
    other = (other + text[at : whole.end]).strip(AROUND)
    return Figure(whole.start, whole.end, read.strip(AROUND), other)
