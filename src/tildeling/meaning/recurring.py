"""Deadlines that come again and again: how often, and until when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.find.date_words import RECURRENCES
from tildeling.find.dates import DateExpression
from tildeling.find.patterns import plain_spaces
from tildeling.letter import Recurrence
from tildeling.meaning.deadline_words import (
    FIRST_TIME_BEFORE,
    JOINT,
    LAST_TIME_BEFORE,
    REPEATS,
    REPEATS_AFTER,
    UNTIL_YEAR,
)
from tildeling.meaning.due_clauses import REACH, words_before
from tildeling.meaning.recurring_words import (
    EVERY_PART,
)

_SENTENCE_END = re.compile(r"[.;\n](?= ?[A-ZÆØÅ])")


def recurrence_of(match: re.Match[str] | None) -> Recurrence | None:
    """How often the words of a match say."""
    if match is None:
        return None
    words = plain_spaces(match["recurrence"]).lower()
    part = next((part for part in EVERY_PART if words.split()[-1].startswith(part)), None)
    often = RECURRENCES.get(words) or RECURRENCES.get(words.removesuffix("e"))
    return often or (EVERY_PART[part] if part is not None else None)


def repeats_of(text: str, date: DateExpression) -> Recurrence | None:
    """How often, where a date is the first of several: "hvert halvår, første gang 15. juli"."""
    last = min(date.end + REACH, len(text))
    stop = _SENTENCE_END.search(text, date.end, last)
    after = REPEATS_AFTER.search(text, date.end, stop.start() if stop else last)
    if after is not None:
        return recurrence_of(after)
    lead = words_before(text, date.start)
    return recurrence_of(REPEATS.search(lead)) if FIRST_TIME_BEFORE.search(lead) else None


def recurring_alike(text: str, dates: Sequence[DateExpression]) -> list[DateExpression]:
    """The dates, of which "1. mars og 1. september kvart år" both come every year.

    What tells how long they do so is none: "1. mars hvert år til og med 2028".
    """
    alike = [
        date
        for before, date in zip([None, *dates], dates, strict=False)
        if before is None or not before.recurrence or not _is_last_time(text, before, date)
    ]
    for at in range(len(alike) - 2, -1, -1):
        after = alike[at + 1]
        if after.recurrence and JOINT.fullmatch(text, alike[at].end, after.start):
            alike[at] = alike[at]._replace(recurrence=alike[at].recurrence or after.recurrence)
    return alike


def _is_last_time(text: str, recurring: DateExpression, date: DateExpression) -> bool:
    """True for the end of what recurs: "til og med 2028", "siste gang 1. mars 2028"."""
    lead = text[recurring.end : date.start]
    return LAST_TIME_BEFORE.search(lead) is not None or (
        date.precision == "year" and UNTIL_YEAR.match(date.text) is not None
    )
