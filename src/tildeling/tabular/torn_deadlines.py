"""Rows of a deadline's label and its date, in plain text: "Frist for utbetaling  31.10.2020"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.forms import (
    DEADLINE_LABEL,
    DUE_BEFORE,
    DUE_WITHOUT_DATE,
    MONTHS,
    ORDINALS,
    PERIODS,
    SEASONS,
    UNFINISHED,
)
from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.tabular.raw_table import RawRow, RawTable
from tildeling.tabular.torn import Setting, cells_row, label_row, torn_table

# A label wraps over at most so many lines.
LABEL_LINES = 4
# A column of labels has at most so many rows.
MOST_ROWS = 20
# Characters of a line that can be a label, a value or both.
LONGEST = 120


def _any(words: str) -> str:
    return (
        "(?:"
        + "|".join(re.escape(word) if "[" not in word else word for word in words.split("|"))
        + ")"
    )


_DATE = (
    rf"(?:\d{{1,2}}\.\s?(?:{_any(MONTHS)})(?:\s\d{{4}})?|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}})?|"
    rf"{_any(MONTHS)}(?:\s\d{{4}})?|{_any(ORDINALS)}\s?{_any(PERIODS)}(?:\s\d{{4}})?|"
    rf"{_any(SEASONS)}(?:\s\d{{4}})?|\d{{4}}|(?:uke|veke)\s\d{{1,2}})"
)
# A date, with what is said of it before and after, and nothing else: "innen utgangen av mai 2018",
# "1. august 2018, deretter årleg". Bounded repeats, so that nothing is tried twice.
_DUE = re.compile(
    rf"(?:(?:{_any(DUE_BEFORE)}\s){{0,2}}{_DATE}(?:(?:,|\sog|\seller)\s[^;:]{{1,60}})?|{_any(DUE_WITHOUT_DATE)})\.?",
    re.IGNORECASE,
)
# What a row's next line begins with where the row goes on: "departementet", "2019".
_YEAR_OR_SMALL = re.compile(r"[a-zæøå]|\d{4}$")
_YEAR = re.compile(r"\d{4}")
_FIELD = re.compile(rf"{DEADLINE_LABEL}\w*\b", re.IGNORECASE)


def is_due(text: str) -> bool:
    """True for text that says when something is due, and nothing else.

    >>> [is_due(text) for text in ("Innen 31.12.2020", "Løpende", "1. mai skal alt være klart")]
    [True, True, False]
    """
    return len(text) <= LONGEST and _DUE.fullmatch(text) is not None


def find_deadline_rows(lines: Sequence[Line | RawTable], setting: Setting) -> list[Line | RawTable]:
    """The lines with deadline rows gathered to tables, in their order."""
    out: list[Line | RawTable] = []
    at = 0
    while at < len(lines):
        columns = 2
        rows, after = _rows(lines, at, setting)
        if not rows:
            rows, after, columns = _calendar(lines, at, setting)
        if rows:
            out.append(torn_table(rows, columns))
            at = after
        else:
            out.append(lines[at])
            at += 1
    return out


def _rows(lines: Sequence[Line | RawTable], at: int, setting: Setting) -> tuple[list[RawRow], int]:
    """The deadline rows that begin at a position, and the position after them."""
    rows: list[RawRow] = []
    with_colon = 0
    while at < len(lines):
        columns, after = _label_column(lines, at)
        if not columns:
            found = _row(lines, at, setting)
            if found is None:
                break
            columns, after = [found[0]], found[1]
            label = found[0].cells[0].lines[-1].text
            with_colon += label.endswith(":")
        rows.extend(columns)
        at = after
    # "Frist: 1. mai" by itself is a paragraph that begins with its label.
    return ([], at) if len(rows) == with_colon == 1 else (rows, at)


def _text_line(lines: Sequence[Line | RawTable], at: int) -> Line | None:
    line = lines[at] if at < len(lines) else None
    return line if isinstance(line, Line) and len(line.text) <= LONGEST else None


def _begins_label(line: Line | None) -> bool:
    return line is not None and line.text[0] == "F" and _FIELD.match(line.text) is not None


def _row(lines: Sequence[Line | RawTable], at: int, setting: Setting) -> tuple[RawRow, int] | None:
    first = _text_line(lines, at)
    if first is None or not _begins_label(first):
        return None
    for cut in range(1, len(first.words)):
        if is_due(" ".join(word.text for word in first.words[cut:])):
            if first.words[cut - 1].text.casefold() in UNFINISHED:
                return None  # "Frist for planen er 1. mai."
            before = [word.text for word in first.words[:cut]]
            if before[-1].endswith(",") or any(word.endswith(":") for word in before[:-1]):
                return None  # "Frist: Løpende. Første rapport 1. mai"
            value, after = _with_year(lines, first.words[cut:], at + 1)
            return label_row([first.words[:cut]], value, first.page), after
    label: list[Sequence[Word]] = [first.words]
    for position in range(at + 1, at + 1 + LABEL_LINES):
        line = _text_line(lines, position)
        if line is None or _begins_label(line):
            return None
        apart = len(label) > 1 or len(first.words) > 1 or setting.apart(first, line)
        if apart and is_due(line.text):
            return label_row(label, line.words, first.page), position + 1
        if not line.text[0].islower() or label[-1][-1].text.endswith((".", ":")):
            return None
        label.append(line.words)
    return None


def _with_year(
    lines: Sequence[Line | RawTable], value: tuple[Word, ...], at: int
) -> tuple[tuple[Word, ...], int]:
    """A date with its year, where that wrapped; and the position after it."""
    line = _text_line(lines, at)
    if line is None or not _YEAR.fullmatch(line.text) or _YEAR.search(value[-1].text):
        return value, at
    return value + line.words, at + 1


def _label_column(lines: Sequence[Line | RawTable], at: int) -> tuple[list[RawRow], int]:
    """Several labels one under the other, and as many values: a table read by columns."""
    labels: list[Line] = []
    position = at
    while (
        len(labels) < MOST_ROWS
        and (line := _text_line(lines, position)) is not None
        and _begins_label(line)
    ):
        labels.append(line)
        position += 1
    if len(labels) < 2:
        return [], at
    values: list[Line] = []
    while (line := _text_line(lines, position)) is not None and is_due(line.text):
        values.append(line)
        position += 1
    if len(values) != len(labels):
        return [], at
    pairs = zip(labels, values, strict=True)
    return [label_row([label.words], value.words, label.page) for label, value in pairs], position


# ---------------------------------------------------------------------- calendars


def _calendar(
    lines: Sequence[Line | RawTable], at: int, setting: Setting
) -> tuple[list[RawRow], int, int]:
    """The rows of a calendar under "Hva Frist", the position after them, and how many columns."""
    head = _text_line(lines, at)
    columns = len(head.words) if head is not None else 0
    if head is None or columns not in (2, 3) or not all(w.text[0].isupper() for w in head.words):
        return [], at, 0
    first, last = (head.words[place].text.casefold() == DEADLINE_LABEL for place in (0, -1))
    if not (last or (first and columns == 2)):
        return [], at, 0
    rows = [cells_row([(word,) for word in head.words], head.page)]
    position = at + 1
    while (found := _calendar_row(lines, position, columns, setting, due_last=last)) is not None:
        cells, position = found
        rows.append(cells_row(cells, head.page))
    return (rows, position, columns) if len(rows) > 1 else ([], at, 0)


def _calendar_row(
    lines: Sequence[Line | RawTable],
    at: int,
    columns: int,
    setting: Setting,
    *,
    due_last: bool,
) -> tuple[list[Sequence[Word]], int] | None:
    """The cells of a row that may wrap over some lines, and the position after it."""
    words: tuple[Word, ...] = ()
    for position in range(at, at + LABEL_LINES):
        line = _text_line(lines, position)
        if line is None or line.text.endswith((".", ":")):
            return None
        words += line.words
        following = _text_line(lines, position + 1)
        if following is None or not _goes_on(line, following, setting, due_last=due_last):
            cells = _calendar_cells(words, columns, due_last=due_last)
            return None if cells is None else (cells, position + 1)
    return None


def _goes_on(line: Line, following: Line, setting: Setting, *, due_last: bool) -> bool:
    """True where the line below belongs to the same row of a calendar."""
    if line.words[-1].text.casefold() in UNFINISHED:
        return True
    if setting.apart(line, following) or not _YEAR_OR_SMALL.match(following.text):
        return False
    return due_last or _calendar_cells(following.words, 2, due_last=False) is None


def _calendar_cells(
    words: Sequence[Word], columns: int, *, due_last: bool
) -> list[Sequence[Word]] | None:
    """A line's cells: a number where there are three, what is due, and when."""
    number = [words[:1]] if columns == 3 else []
    rest = words[1:] if columns == 3 else words
    if number and not words[0].text[-1].isdigit():
        return None
    cuts = range(1, len(rest)) if due_last else range(len(rest) - 1, 0, -1)
    for cut in cuts:
        due = rest[cut:] if due_last else rest[:cut]
        if is_due(" ".join(word.text for word in due)):
            if due_last and rest[cut - 1].text.casefold() in UNFINISHED:
                return None  # "Budsjettrammer for 2017"
            return [*number, rest[:cut], rest[cut:]]
    return None
