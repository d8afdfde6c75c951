"""Rows of a deadline's label and its date, in plain text: "Frist for utbetaling  31.10.2020"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.forms import (
    DEADLINE_LABEL,
    DUE_BEFORE,
    DUE_WITHOUT_DATE,
    MONTHS,
    PERIODS,
    SEASONS,
)
from tildeling.layout.plain_lines import TextLine
from tildeling.layout.plain_rows import label_row, raw_table
from tildeling.layout.rows import RawRow, RawTable
from tildeling.read.page import Word

LABEL_LINES = 4
"""A label wraps over at most so many lines."""
LONGEST = 120
"""Characters of a line that can be a label, a value or both."""


def _any(words: str) -> str:
    return "(?:" + "|".join(re.escape(word) if "[" not in word else word for word in words.split("|")) + ")"


_DATE = (
    rf"(?:\d{{1,2}}\.\s?(?:{_any(MONTHS)})(?:\s\d{{4}})?|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}})?|"
    rf"{_any(MONTHS)}(?:\s\d{{4}})?|\d\.\s?{_any(PERIODS)}(?:\s\d{{4}})?|"
    rf"{_any(SEASONS)}(?:\s\d{{4}})?|\d{{4}}|(?:uke|veke)\s\d{{1,2}})"
)
# A date, with what is said of it before and after, and nothing else: "innen utgangen av mai 2018",
# "1. august 2018, deretter årleg". Bounded repeats, so that nothing is tried twice.
_DUE = re.compile(
    rf"(?:(?:{_any(DUE_BEFORE)}\s){{0,2}}{_DATE}(?:(?:,|\sog|\seller)\s[^.]{{1,60}})?|{_any(DUE_WITHOUT_DATE)})\.?",
    re.IGNORECASE,
)
_FIELD = re.compile(rf"{DEADLINE_LABEL}\w*\b", re.IGNORECASE)


def is_due(text: str) -> bool:
    """True for text that says when something is due, and nothing else.

    >>> [is_due(text) for text in ("Innen 31.12.2020", "Løpende", "1. mai skal alt være klart")]
    [True, True, False]
    """
    return len(text) <= LONGEST and _DUE.fullmatch(text) is not None


def find_deadline_rows(lines: Sequence[TextLine | RawTable]) -> list[TextLine | RawTable]:
    """The lines with deadline rows gathered to tables, in their order."""
    out: list[TextLine | RawTable] = []
    at = 0
    while at < len(lines):
        rows, after = _rows(lines, at)
        if rows:
            out.append(raw_table(rows, 2))
            at = after
        else:
            out.append(lines[at])
            at += 1
    return out


def _rows(lines: Sequence[TextLine | RawTable], at: int) -> tuple[list[RawRow], int]:
    """The deadline rows that begin at a position, and the position after them."""
    rows: list[RawRow] = []
    with_colon = 0
    while at < len(lines):
        columns, after = _label_column(lines, at)
        if not columns:
            found = _row(lines, at)
            if found is None:
                break
            columns, after = [found[0]], found[1]
            label = found[0].cells[0].lines[-1].text
            with_colon += label.endswith(":")
        rows.extend(columns)
        at = after
    # "Frist: 1. mai" by itself is a paragraph that begins with its label.
    return ([], at) if len(rows) == with_colon == 1 else (rows, at)


def _text_line(lines: Sequence[TextLine | RawTable], at: int) -> TextLine | None:
    line = lines[at] if at < len(lines) else None
    return line if isinstance(line, TextLine) and len(line.text) <= LONGEST else None


def _begins_label(line: TextLine | None) -> bool:
    return line is not None and line.text[0] == "F" and _FIELD.match(line.text) is not None


def _row(lines: Sequence[TextLine | RawTable], at: int) -> tuple[RawRow, int] | None:
    first = _text_line(lines, at)
    if first is None or not _begins_label(first):
        return None
    for cut in range(1, len(first.words)):
        if is_due(" ".join(word.text for word in first.words[cut:])):
            return label_row([first.words[:cut]], first.words[cut:], first.page), at + 1
    label: list[Sequence[Word]] = [first.words]
    for position in range(at + 1, at + 1 + LABEL_LINES):
        line = _text_line(lines, position)
        if line is None or _begins_label(line):
            return None
        if is_due(line.text):
            return label_row(label, line.words, first.page), position + 1
        if not line.text[0].islower() or label[-1][-1].text.endswith((".", ":")):
            return None
        label.append(line.words)
    return None


def _label_column(lines: Sequence[TextLine | RawTable], at: int) -> tuple[list[RawRow], int]:
    """Several labels one under the other, and as many values under them: a table read by columns."""
    labels: list[TextLine] = []
    position = at
    while (line := _text_line(lines, position)) is not None and _begins_label(line):
        labels.append(line)
        position += 1
    if len(labels) < 2:
        return [], at
    values: list[TextLine] = []
    while (line := _text_line(lines, position)) is not None and is_due(line.text):
        values.append(line)
        position += 1
    if len(values) != len(labels):
        return [], at
    pairs = zip(labels, values, strict=True)
    return [label_row([label.words], value.words, label.page) for label, value in pairs], position
