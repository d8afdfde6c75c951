"""Dots that lead from a name to its amount: "Driftsutgifter ........ kr 241 310 000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.find.patterns import has_any
from tildeling.page.lines import Line
from tildeling.read.page import Word

_DOTS = ("....", ". . . .", "……", "… …")
_LEADER = re.compile(r"(?P<before>.*?)(?:\.{4,}|…{2,})(?P<after>.*)")
# Dots set apart are words of their own: ". . . . .".
_LONE = frozenset((".", "…"))
# A page number ends a line of a contents list, which is no table.
_AMOUNT = re.compile(
    r"(?:kr\.?\s*)?[-+–−]?\d{1,3}(?:[ .]\d{3})+(?:,-)?(?:\s*kr(?:oner|\.)?)?|kr\.?\s*\d.*"
    r"|\d+(?:,\d+)?\s*(?:mill\.|mrd\.|millioner|milliarder)\s*kr(?:oner|\.)?",
    re.IGNORECASE,
)


def without_leader(line: Line) -> Line:
    """The line without the dots between a name and an amount; any other as it is."""
    text = line.text
    if not has_any(text, _DOTS):
        return line
    last = re.split(r"[.…]\s?[.…]", text)[-1].lstrip(".… ")
    if not _AMOUNT.fullmatch(last):
        return line
    words = tuple(_without_dots(line.words))
    return Line(line.page, words, line.frame) if words else line


def _without_dots(words: tuple[Word, ...]) -> Iterator[Word]:
    for word in words:
        if word.text in _LONE:
            continue
        leader = _LEADER.fullmatch(word.text)
        if leader is None:
            yield word
            continue
        letter = (word.x1 - word.x0) / len(word.text)
        if leader["before"]:
            x1 = word.x0 + letter * len(leader["before"])
            yield word._replace(text=leader["before"], x1=x1)
        if leader["after"]:
            x0 = word.x1 - letter * len(leader["after"])
            yield word._replace(text=leader["after"], x0=x0)
