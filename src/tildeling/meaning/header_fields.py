"""Case number and date: what stands beside a label in the letter's head, or under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tildeling.find.dates import find_dates
from tildeling.find.patterns import DASH, MAYBE_GAP, any_of, plain_dashes
from tildeling.meaning.header_words import CASE_LABELS, DATE_LABELS, OTHER_LABELS

# A label and its colon. A word that goes on ("Datoen", "Referansegruppe") is none.
LABEL = re.compile(
    rf"(?:(?<![^\W\d])|(?<=ref))(?:(?P<case>{any_of(CASE_LABELS)})|(?P<date>{any_of(DATE_LABELS)})"
    rf"|(?P<other>{any_of(OTHER_LABELS)}))(?:(?!\w)|(?=dato))\.?{MAYBE_GAP}(?P<colon>:?)",
    re.IGNORECASE,
)
# "16/3934", "201511206-4", "2016/2435-", "12/1234 - 5", "200902345-/ABC", "13/47-6/FD II 4/KRO". It
# is no year and no date: it has a slash, a dash or six digits, and what follows a dash is not the
# day of a date beside it.
CASE_NUMBER = re.compile(
    rf"(?<![\w./])(?:\d{{2,4}}/\d{{1,8}}|\d{{4}}{DASH}\d{{1,6}}|\d{{6,12}})"
    rf"(?:{MAYBE_GAP}{DASH}{MAYBE_GAP}\d{{1,5}}(?![\d.]))?"
    rf"(?:{DASH}?/[A-ZÆØÅ]\w{{1,6}}(?:[ ][IVX]{{1,4}}[ ]\d{{1,2}})?(?:/[A-ZÆØÅ]\w{{1,6}})?)?"
    r"(?![\w/]\w)"
)
# A number and the date beside it that were set as one: "19/4412-320.12.2019".
FUSED = re.compile(
    rf"(?<![\w./])(?P<number>\d{{2,4}}/\d{{1,8}}{DASH}\d{{1,4}}?|\d{{6,12}}?)"
    r"(?P<date>(?:0[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d)(?!\d)"
)
# Rows under a label in which its value may stand.
ROWS_BELOW = 4
# What may be left at a case number's end when the document's own number is missing.
HANGING = " \t\u00a0-\u2010\u2011\u2012\u2013\u2014\u2212/.,:;"


@dataclass(frozen=True, slots=True)
class Field:
    """A label's kind ("case", "date" or "other") and the words of its value."""

    kind: str
    value: str
    bound: bool = False
    """True where a colon binds the label to its value; else values may be shifted under labels."""


def fields_of(rows: Sequence[Sequence[str]]) -> Iterator[Field]:
    """The labelled values in a letter's head: rows of cells, each text; "" for an empty cell.

    A value stands after its label in the same cell, else in the cell to the right, else below.

    >>> rows = [["Deres ref", "Vår ref", "Dato"], ["", "25/2306-", "27. februar 2026"]]
    >>> [field.value for field in fields_of(rows)]
    ['', '25/2306-', '27. februar 2026']
    """
    rows = [[FUSED.sub(r"\g<number> \g<date>", cell) for cell in row] for row in rows]
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            labels = list(LABEL.finditer(cell))
            if not labels or len(cell) > 200:
                continue
            value = cell[labels[-1].end() :].strip()
            if not value:
                value = _right(row, column) or _below(rows[at + 1 :], column, _kind(labels[-1]))
            yield from _with_values(cell, labels, value)


def _right(row: Sequence[str], column: int) -> str:
    """The words to the right of a label, unless they are a label themselves."""
    cell = next((cell for cell in row[column + 1 :] if cell), "")
    return "" if LABEL.match(cell) else cell


def _below(rows: Sequence[Sequence[str]], column: int, kind: str) -> str:
    """The words under a label, before another one: the first that fit it, else the first.

    A line that was set alone stands under them all: "19/4412-320.12.2019".
    """
    near = rows[:ROWS_BELOW]
    column_below = (row[column] for row in near if column < len(row))
    words = list(takewhile(lambda words: not LABEL.match(words), filter(None, column_below)))
    if not words:
        alone = (row[0] for row in near if len(row) == 1)
        words = [one for one in alone if _fits(one, kind) or _fits(one, "case")]
    # A line of the address beside the references may stand between: "Vår ref", "8002 BODØ".
    fitting = (one for one in words if _fits(one, kind))
    return next(fitting, words[0] if words else "")


def _fits(words: str, kind: str) -> bool:
    if kind == "case":
        return CASE_NUMBER.match(words) is not None
    return kind == "date" and any(found.start == 0 for found in find_dates(words))


def _with_values(cell: str, labels: Sequence[re.Match[str]], last_value: str) -> Iterator[Field]:
    """Labels of one cell with what follows each; labels in a row share what follows the last."""
    waiting: list[re.Match[str]] = []
    for at, label in enumerate(labels):
        last = at + 1 == len(labels)
        value = last_value if last else cell[label.end() : labels[at + 1].start()].strip()
        waiting.append(label)
        if value or last:
            yield from _shared(waiting, value)
            waiting = []


def _shared(labels: Sequence[re.Match[str]], value: str) -> Iterator[Field]:
    """Gives the labels of a line their values from the line under it: "Deres ref Vår ref Dato".

    A colon binds a label to what follows it, so that the last one takes all.
    """
    kinds = [_kind(label) for label in labels]
    if len(labels) == 1 or labels[-1]["colon"]:
        yield from (Field(kind, "") for kind in kinds[:-1])
        yield Field(kinds[-1], value, bool(labels[-1]["colon"]))
        return
    numbers = [found[0] for found in CASE_NUMBER.finditer(value)]
    references = [kind for kind in kinds if kind != "date"]
    for kind in kinds:
        if kind == "date":
            yield Field(kind, value)
        elif kind == "case":
            place = references.index("case")
            yield Field(kind, next(iter(numbers[place:] or numbers[-1:]), ""))


def _kind(label: re.Match[str]) -> str:
    return next(kind for kind in ("case", "date", "other") if label[kind] is not None)


def case_number_of(value: str) -> str | None:
    """The case number that a value begins with, without what hangs at its end.

    Its dash is the archive's hyphen, however long it was set: so that one case has one number.

    >>> case_number_of("25/2306-"), case_number_of("18/3341–27")
    ('25/2306', '18/3341-27')
    """
    found = CASE_NUMBER.match(value)
    return plain_dashes(found[0].strip(HANGING)) if found else None
