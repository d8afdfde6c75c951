"""Dots that lead from a name to its amount: "Driftsutgifter ........ kr 241 310 000"."""

from __future__ import annotations

import re

from tildeling.page.lines import Line
from tildeling.read.page import Word

_LEADER = re.compile(r"(?P<before>.*?)\.{4,}(?P<after>.*)")
# A page number ends a line of a contents list, which is no table.
_AMOUNT = re.compile(
    r"(?:kr\.?\s*)?[-+–−]?\d{1,3}(?:[ .]\d{3})+(?:,-)?|kr\.?\s*\d.*", re.IGNORECASE
)


def without_leader(line: Line) -> Line:
    """The line without the dots between a name and an amount; any other as it is."""
    if "...." not in line.text:
        return line
    words: list[Word] = []
    for word in line.words:
        leader = _LEADER.fullmatch(word.text)
        if leader is None:
            words.append(word)
            continue
        letter = (word.x1 - word.x0) / len(word.text)
        if leader["before"]:
            x1 = word.x0 + letter * len(leader["before"])
            words.append(word._replace(text=leader["before"], x1=x1))
        if leader["after"]:
            x0 = word.x1 - letter * len(leader["after"])
            words.append(word._replace(text=leader["after"], x0=x0))
    last = line.text.rpartition("....")[2].lstrip(". ")
    if not _AMOUNT.fullmatch(last) or not words:
        return line
    return Line(line.page, tuple(words), line.frame)
