"""An answer for a terminal, in Norwegian as the letters are; and its rows as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from tildeling.archive.answers import (
    Answer,
    AnswerRow,
    AssignmentAnswer,
    ChangeAnswer,
    DeadlineAnswer,
    FindingAnswer,
    ItemAnswer,
    LetterAnswer,
    PostAnswer,
)
from tildeling.archive.counting import WORDS
from tildeling.export.csv_table import ENCODING, SEPARATOR, cell
from tildeling.find.kroner import kroner

SHOWN = 90
"""Characters of a row's words on its line: what fits beside its place on a wide terminal."""


def as_text(answer: Answer) -> str:
    """The answer as lines: the total, the rows with their places, what was not read.

    A row's place ends with its id, which `evidence` is asked for.
    """
    # All places of one item have its title: what tells them apart is their words.
    say = (lambda row: row.words) if answer.question == "evidence" else _said
    rows = (f"{say(row)}  [{_place(row)}, {row.id}]" for row in answer.rows)
    return "\n".join((*_before(answer), *rows, *_after(answer))) + "\n"


def remarks(answer: Answer) -> list[str]:
    """The lines without the rows: what a table of these alone would not say."""
    return [*_before(answer), *_after(answer)]


def _before(answer: Answer) -> Iterator[str]:
    if answer.candidates:
        yield "Navnet kan være flere. Spør igjen med en nøkkel:"
        for one in answer.candidates:
            yield f"  {one.key or '–'}  {one.name} ({one.letters} brev)"
        return
    yield f"{kroner(answer.total)} i alt"
    if answer.counted_by is not None:
        yield f"Telt etter regelen {answer.counted_by}: {WORDS[answer.counted_by]}"
    for group, number in (answer.groups or {}).items():
        yield f"  {group}: {number}"
    if answer.note is not None:
        yield answer.note


def _after(answer: Answer) -> Iterator[str]:
    if answer.cursor is not None:
        yield f"Flere rader: --cursor {answer.cursor}"
    if answer.not_read:
        yield "Ikke lest, og kan endre svaret:"
        for each in answer.not_read:
            where = "" if each.file is None else f"{each.file}: "
            yield f"  {where}{each.reason}"


def _place(row: AnswerRow) -> str:
    page = "" if row.page is None else f" s. {row.page}"
    return f"{row.file}{page}"


def _said(row: AnswerRow) -> str:
    say = _SAYS.get(type(row))
    return say(row) if say is not None else _short(row.words)


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"


def _letter(row: Any) -> str:
    return f"{row.budget_year or '–'}  {row.agency_key or row.agency or '–'}  {row.title}"


def _item(row: Any) -> str:
    number = "" if row.number is None else f"{row.number}  "
    times = "" if row.counts == 1 else f" ({row.counts})"
    return f"{row.budget_year or '–'}  {number}{_short(row.title or row.words)}{times}"


def _deadline(row: Any) -> str:
    day = row.date.isoformat() if row.date else row.status
    what = _short(row.label or row.sentence or row.words)
    day = f"{day} (flyttet)" if row.in_force is False else day
    return f"{day}  {row.agency_key or row.agency or '–'}  {what}"


def _assignment(row: Any) -> str:
    days = ", ".join("–" if day is None else day.isoformat() for day in row.dates)
    gone = "  (utgått)" if row.status == "cancelled" else ""
    return f"{row.number or '–'}  {row.title or ''}  {days}{gone}"


def _post(row: Any) -> str:
    amount = "–" if row.amount is None else kroner(row.amount)
    other = ""
    if row.stated is not None and row.computed is not None and row.stated != row.computed:
        other = f" (oppgitt {kroner(row.stated)}, regnet ut {kroner(row.computed)})"
    return f"{row.chapter}/{row.post}  {row.name or ''}  {amount} kroner{other}"


def _change(row: Any) -> str:
    letter = "tillegg" if row.addendum_number is None else f"tillegg {row.addendum_number}"
    return f"{letter}  {row.kind}  {row.key or ''}  {_short(row.new or row.label or row.words)}"


def _finding(row: Any) -> str:
    return f"{row.severity}  {row.code}  {row.key or ''}  {row.message}"


_SAYS: dict[type[AnswerRow], Callable[[Any], str]] = {
    LetterAnswer: _letter,
    ItemAnswer: _item,
    DeadlineAnswer: _deadline,
    AssignmentAnswer: _assignment,
    PostAnswer: _post,
    ChangeAnswer: _change,
    FindingAnswer: _finding,
}


def as_csv(answer: Answer) -> bytes:
    """The rows as CSV for a Norwegian Excel, with the fields as columns; a box is four of them."""
    rows = [_flat(row) for row in answer.rows]
    names = list(dict.fromkeys(name for row in rows for name in row))
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=SEPARATOR)
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in rows)
    return stream.getvalue().encode(ENCODING, "replace")


def _flat(row: AnswerRow) -> dict[str, Any]:
    found = row.model_dump(exclude={"bbox", "history"})
    box = row.bbox or (None, None, None, None)
    return found | dict(zip(("x0", "top", "x1", "bottom"), box, strict=True))
