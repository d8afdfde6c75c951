"""The deadlines of letters by day, as text, JSON and CSV, in the language of each letter."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tildeling.export.csv_table import ENCODING, SEPARATOR, cell
from tildeling.export.phrases import shortened
from tildeling.export.rows import DeadlineRow, columns_of, deadline_rows
from tildeling.letter import Letter, WrittenLanguage

MORE_COLUMNS = ("assignment_title", "in_force")
"""What a list has beside the columns of the table `deadlines`."""


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


class Words(NamedTuple):
    """What is said of a deadline, in one of the written languages."""

    undated: dict[str, str]
    recurrence: dict[str, str]
    period: str
    moved: str
    inferred: str
    assignment: str
    read_from: str


WORDS: dict[WrittenLanguage, Words] = {
    "nb": Words(
        {
            "dated": "uten gyldig dato",
            "immediate": "snarest",
            "ongoing": "løpende",
            "to_be_agreed": "avtales",
            "conditional": "på vilkår",
        },
        {
            "yearly": "årlig",
            "half_yearly": "hvert halvår",
            "tertially": "hvert tertial",
            "quarterly": "hvert kvartal",
            "monthly": "hver måned",
        },
        "Perioden {first}–{last}",
        "flyttet eller trukket i et senere brev",
        "Brevet oppgir ikke årstallet.",
        "Oppdrag",
        "Lest fra",
    ),
    "nn": Words(
        {
            "dated": "utan gyldig dato",
            "immediate": "snarast",
            "ongoing": "løpande",
            "to_be_agreed": "skal avtalast",
            "conditional": "på vilkår",
        },
        {
            "yearly": "årleg",
            "half_yearly": "kvart halvår",
            "tertially": "kvart tertial",
            "quarterly": "kvart kvartal",
            "monthly": "kvar månad",
        },
        "Perioden {first}–{last}",
        "flytta eller trekt i eit seinare brev",
        "Brevet oppgir ikkje årstalet.",
        "Oppdrag",
        "Lese frå",
    ),
}


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


def due_text(found: Sequence[Due]) -> str:
    """Three lines each: day, body and what; the sentence; the file and page."""
    return "\n".join(line for due in found for line in _lines(due)) + ("\n" if found else "")


def _lines(due: Due) -> Iterator[str]:
    row, words = due.row, WORDS[due.language]
    number = f" ({row.assignment_number})" if row.assignment_number else ""
    said = [when(due), f"{due.body or '–'}: {due.what}{number}"]
    if due.in_force is False:
        said.append(f"({words.moved})")
    yield "  ".join(said)
    if row.sentence and row.sentence != due.what:
        yield f"    «{row.sentence}»"
    yield f"    {place(due)}"


def when(due: Due) -> str:
    """The day or the period, or what stands instead of one.

    A star where the letter prints no year.
    """
    row, words = due.row, WORDS[due.language]
    if row.date is None:
        told = words.undated[row.status]
    else:
        told = f"{row.date:%d.%m.%Y}"
        if row.start not in (None, row.date):
            told = f"{row.start:%d.%m.%Y}–{told}"
        told += "*" if row.year_inferred else ""
    return told if row.recurrence is None else f"{told}, {words.recurrence[row.recurrence]}"


def place(due: Due) -> str:
    """The file and page."""
    page = "" if due.row.page is None else f" s. {due.row.page}"
    return f"{due.row.file}{page}"


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
