"""The mark of a footnote after a sum, which engines read as one more figure: "398.640.0001)".

A sum in groups of three has no fourth figure in its last one. The mark goes out, as those of other
letters do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.ocr.figures import differ
from tildeling.ocr.typography import MeasuredWord

_RAISED = "\u00b9\u00b2\u00b3\u2070-\u2079"
_GROUPED = re.compile(rf"(?P<sum>[-\u2013]?\d{{1,3}}(?:\.\d{{3}})+)[0-9{_RAISED}]\)?", re.ASCII)
# The last group where they stand apart: there a figure alone could begin another number.
_LAST_GROUP = re.compile(rf"(?P<sum>\d{{3}})(?:[0-9]\)|[{_RAISED}]\)?)", re.ASCII)
_GROUP = re.compile(r"[-\u2013]?\d{1,3}", re.ASCII)


def without_marks(line: Sequence[MeasuredWord]) -> list[MeasuredWord]:
    """The words of a line, its sums without the marks of footnotes.

    >>> from tildeling.ocr.raised_marks import _sum_of
    >>> _sum_of("398.640.0001)", ""), _sum_of("0001)", "640"), _sum_of("0001", "640")
    ('398.640.000', '000', None)
    """
    befores = ["", *(word.text for word in line)]
    return [_unmarked(word, before) for word, before in zip(line, befores, strict=False)]


def _sum_of(text: str, before: str) -> str | None:
    found = _GROUPED.fullmatch(text)
    if found is None and _GROUP.fullmatch(before):
        found = _LAST_GROUP.fullmatch(text)
    return found["sum"] if found else None


def _unmarked(word: MeasuredWord, before: str) -> MeasuredWord:
    text = _sum_of(word.text, before)
    if text is None:
        return word
    other = word.doubt and (_sum_of(word.doubt, before) or word.doubt)
    width = word.x1 - word.x0
    return word._replace(
        text=text,
        x1=word.x0 + round(width * len(text) / len(word.text)),
        doubt=other if other is not None and differ(text, other) else None,
    )
