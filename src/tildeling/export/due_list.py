"""The deadlines of letters by day, as text, JSON and CSV, in the language of each letter."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tildeling.export.csv_table import ENCODING, SEPARATOR, cell
from tildeling.export.phrases import (
    DEADLINE_STATUSES,
    RECURRENCES,
    STAR,
    page_numbers,
    shortened,
)
from tildeling.export.rows import DeadlineRow, columns_of, deadline_rows
from tildeling.letter import Letter, WrittenLanguage
from tildeling.words import Language, Words, words_in

# What a list has beside the columns of the table `deadlines`.
MORE_COLUMNS = ("assignment_title", "in_force")


class Due(NamedTuple):
    """One deadline, with what is to be known of its letter and of the letters after it."""

    row: DeadlineRow
    assignment_title: str | None
    body: str | None
    """The recipient, by the short form that the letter uses."""
    language: WrittenLanguage
    in_force: bool | None = None
    """False where a later one of the letters moved it, or took its assignment back."""

    @property
    def what(self) -> str:
        """What falls due: its assignment and label, else the sentence it stands in."""
        row = self.row
        named = [each for each in (self.assignment_title, row.label) if each]
        return shortened(" – ".join(named) or row.sentence or row.text)


def due_in(letter: Letter) -> Iterator[Due]:
    """The deadlines of a letter, in its own order."""
    agency = letter.agency
    body = None if agency is None else agency.abbreviation or agency.name
    for row in deadline_rows(letter):
        title = None if row.assignment is None else letter.assignments[row.assignment].title
        yield Due(row, title, body, letter.language)


def in_order(found: Iterable[Due]) -> list[Due]:
    """By day, those without one last."""
    return sorted(
        found,
        key=lambda due: (
            due.row.date is None,
            due.row.date or dt.date.max,
            due.body or "",
            due.row.file,
            due.row.page or 0,
            due.row.top or 0,
        ),
    )


def is_between(due: Due, first: dt.date | None, last: dt.date | None) -> bool:
    """Whether it falls within the days, both included; a period does where it meets them."""
    day = due.row.date
    if day is None:
        return first is None and last is None
    return (first is None or day >= first) and (last is None or (due.row.start or day) <= last)


def due_text(found: Sequence[Due], language: Language | None = None) -> str:
    """Three lines each: day, body and what; the sentence; the file and page.

    Without a language each is told in that of its letter.
    """
    told = [line for due in found for line in _lines(due, words_in(language or due.language))]
    return "\n".join(told) + ("\n" if told else "")


def _lines(due: Due, words: Words) -> Iterator[str]:
    row = due.row
    number = f" ({row.assignment_number})" if row.assignment_number else ""
    said = [when(due, words), f"{due.body or '–'}: {due.what}{number}"]
    if due.in_force is False:
        said.append("(" + words.say("moved or cancelled in a later letter") + ")")
    yield "  ".join(said)
    if row.sentence and row.sentence != due.what:
        yield f"    «{row.sentence}»"
    yield f"    {place(due, words)}"


def when(due: Due, words: Words) -> str:
    """The day or the period, or what stands instead of one.

    A star where the letter prints no year.
    """
    row = due.row
    if row.date is None:
        told = words.say(DEADLINE_STATUSES[row.status])
    else:
        told = words.date(row.date)
        if row.start is not None and row.start != row.date:
            told = f"{words.date(row.start)}–{told}"
        told += STAR if row.year_inferred else ""
    return told if row.recurrence is None else f"{told}, {words.say(RECURRENCES[row.recurrence])}"


def place(due: Due, words: Words) -> str:
    """The file and page."""
    return " ".join(filter(None, (due.row.file, place_on(due, words))))


def place_on(due: Due, words: Words) -> str:
    """The page; empty for plain text."""
    return page_numbers(() if due.row.page is None else (due.row.page,), words)


def due_json(found: Sequence[Due], *, ascii_only: bool) -> str:
    """An object for each, with the columns of the table."""
    told = {"deadlines": [_values(due) for due in found]}
    return json.dumps(told, indent=2, ensure_ascii=ascii_only, default=dt.date.isoformat) + "\n"


def due_csv(found: Sequence[Due]) -> bytes:
    """The columns of the table, in the dialect of `csv_table`."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=SEPARATOR)
    writer.writerow([*columns_of(DeadlineRow), *MORE_COLUMNS])
    writer.writerows(map(cell, _values(due).values()) for due in found)
    return stream.getvalue().encode(ENCODING, "replace")


def _values(due: Due) -> dict[str, Any]:
    columns = {name: getattr(due.row, name) for name in columns_of(DeadlineRow)}
    return columns | {name: getattr(due, name) for name in MORE_COLUMNS}
