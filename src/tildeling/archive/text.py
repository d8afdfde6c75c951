"""An answer for a terminal; and its rows as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
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
from tildeling.export.change_rows import kind_sign
from tildeling.export.csv_table import ENCODING, SEPARATOR, cell
from tildeling.export.phrases import DEADLINE_STATUSES, SEVERITIES, STATUSES, page_numbers
from tildeling.findings import key_of_post
from tildeling.words import Words

# Characters of a row's words on its line: what fits beside its place on a wide terminal.
SHOWN = 90


# A day in an answer's `new`, as JSON has it.
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def as_text(answer: Answer, words: Words) -> str:
    """The answer as lines: the total, the rows with their places, what was not read.

    A row's place ends with its id, which `evidence` is asked for.
    """
    rows = (f"{_said(row, answer, words)}  [{_place(row, words)}, {row.id}]" for row in answer.rows)
    return "\n".join((*_before(answer, words), *rows, *_after(answer, words))) + "\n"


def remarks(answer: Answer, words: Words) -> list[str]:
    """The lines without the rows: what a table of these alone would not say."""
    return [*_before(answer, words), *_after(answer, words)]


def _before(answer: Answer, words: Words) -> Iterator[str]:
    if answer.candidates:
        yield words.say("The name may be several bodies'. Ask again with a key:")
        for one in answer.candidates:
            letters = words.counted("{n} letter", "{n} letters", one.letters)
            yield f"  {one.key or '–'}  {one.name} ({letters})"
        return
    yield words.say("{number} in all", number=words.number(answer.total))
    if answer.counted_by is not None:
        rule = words.say(WORDS[answer.counted_by])
        yield words.say("Counted by the rule {name}: {rule}", name=answer.counted_by, rule=rule)
    for group, number in (answer.groups or {}).items():
        yield f"  {group}: {words.number(number)}"
    if answer.note is not None:
        yield answer.note


def _after(answer: Answer, words: Words) -> Iterator[str]:
    if answer.cursor is not None:
        yield words.say("More rows: --cursor {cursor}", cursor=answer.cursor)
    if answer.not_read:
        yield words.say("Not read, and may change the answer:")
        for each in answer.not_read:
            where = "" if each.file is None else f"{each.file}: "
            yield f"  {where}{each.reason}"


def _place(row: AnswerRow, words: Words) -> str:
    pages = () if row.page is None else (row.page,)
    return " ".join(filter(None, (row.file, page_numbers(pages, words))))


def _said(row: AnswerRow, answer: Answer, words: Words) -> str:
    # All places of one item have its title: what tells them apart is their words.
    if answer.question == "evidence":
        return row.words
    say = _SAYS.get(type(row))
    return say(row, words) if say is not None else _short(row.words)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"


def _letter(row: Any, _: Words) -> str:
    return f"{row.budget_year or '–'}  {row.agency_key or row.agency or '–'}  {row.title}"


def _item(row: Any, _: Words) -> str:
    number = "" if row.number is None else f"{row.number}  "
    times = "" if row.counts == 1 else f" ({row.counts})"
    return f"{row.budget_year or '–'}  {number}{_short(row.title or row.words)}{times}"


def _deadline(row: Any, words: Words) -> str:
    day = words.date(row.date) if row.date else words.say(DEADLINE_STATUSES[row.status])
    what = _short(row.label or row.sentence or row.words)
    if row.in_force is False:
        day = words.say("{day} (moved or cancelled)", day=day)
    return f"{day}  {row.agency_key or row.agency or '–'}  {what}"


def _assignment(row: Any, words: Words) -> str:
    days = ", ".join("–" if day is None else words.date(day) for day in row.dates)
    gone = f"  ({words.say(STATUSES['cancelled'])})" if row.status == "cancelled" else ""
    return f"{row.number or '–'}  {row.title or ''}  {days}{gone}"


def _post(row: Any, words: Words) -> str:
    amount = (
        "–" if row.amount is None else words.say("NOK {amount}", amount=words.number(row.amount))
    )
    other = ""
    if row.stated is not None and row.computed is not None and row.stated != row.computed:
        stated, computed = words.number(row.stated), words.number(row.computed)
        told = words.say("stated: {stated}, computed: {computed}", stated=stated, computed=computed)
        other = f" ({told})"
    return f"{key_of_post(row.chapter, row.post)}  {row.name or ''}  {amount}{other}"


def _change(row: Any, words: Words) -> str:
    if row.addendum_number is None:
        letter = words.say("Addendum without a number")
    else:
        letter = words.say("Addendum no. {number}", number=row.addendum_number)
    text = _value(row, words) if row.new else row.label or row.words
    return f"{letter}  {kind_sign(row.kind)} {row.key or ''}  {_short(text)}"


def _value(row: Any, words: Words) -> str:
    """What something is now: a post's sum and a day as a person reads them."""
    text: str = row.new
    if row.kind.startswith("budget_row"):
        return words.say("NOK {amount}", amount=words.number(int(text)))
    return words.date(dt.date.fromisoformat(text)) if DAY.fullmatch(text) else text


def _finding(row: Any, words: Words) -> str:
    key = f" ({row.key})" if row.key else ""
    return f"{words.say(SEVERITIES[row.severity])}{key}: {row.message} [{row.code}]"


_SAYS: dict[type[AnswerRow], Callable[[Any, Words], str]] = {
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
