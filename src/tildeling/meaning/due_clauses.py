"""Which of a sentence's dates stand in a clause that makes them due."""

from __future__ import annotations

import re
from collections.abc import Callable

from tildeling.find.dates import DateExpression
from tildeling.meaning.amending_words import DEADLINE_WORD, STANDING_ASIDE
from tildeling.meaning.deadline_words import (
    ASIDE,
    CLAUSE,
    FOR_PERIOD,
    FOR_STRETCH,
    NO_DEADLINE,
    REASON,
    REASON_BINDS,
    SUBORDINATE,
)

# Characters before a date in which the words stand that say what it is: the longest that the
# patterns pass over between a verb and its day are 250. A search that starts at a long sentence's
# first word for each of its dates grows with its length squared.
REACH = 400
_EVENT_MOVES = re.compile(
    r"(?![^,;]*\b(?:frist|lever))[^,;]{3,120}?\b(?:flytt|utsett|utsatt|forsk[yø]v|skyv)[^,;]*,?\s+"
    r"(?:og|slik at|så|og dermed)\s+(?=(?:\w+\s+){0,2}?\w*frist)",
    re.IGNORECASE,
)


def words_before(text: str, at: int) -> str:
    """The words right before a date, in which it is said what it is."""
    return text[max(0, at - REACH) : at]


def still_due(sentence: str, dates: list[DateExpression]) -> list[DateExpression]:
    """The dates without those of a clause, of several, that sets none: "må være i drift i mai".

    So without that of "fristen, som er 15. desember, står ved lag", and of a reason: "fordi
    høyringa ventast ferdig først i mai".
    """
    standing = STANDING_ASIDE.search(sentence) if dates else None
    if standing is not None:
        dates = [date for date in dates if not standing.start() < date.start < standing.end()]
    sentence = without_reason(sentence) if dates else sentence
    dates = [date for date in dates if not sentence[date.start].isspace()]
    if not dates or not NO_DEADLINE.search(sentence):
        return dates

    def is_none(clause: str) -> bool:
        return NO_DEADLINE.search(clause) is not None

    kept = outside_clauses(sentence, dates, is_none)
    return kept if kept != dates else outside_clauses(sentence, dates, is_none, SUBORDINATE)


def without_reason(sentence: str) -> str:
    """A sentence with spaces where it says why: "fordi høringen først er ferdig i mai".

    A reason in which something is asked for stays: "fordi den må foreligge innen 1. mai".
    """
    reason = REASON.search(sentence)
    if reason is None or REASON_BINDS.search(reason.group()) is not None:
        return sentence
    return sentence[: reason.start()] + " " * len(reason.group()) + sentence[reason.end() :]


def outside_clauses(
    sentence: str,
    dates: list[DateExpression],
    is_left_out: Callable[[str], bool],
    between: re.Pattern[str] = CLAUSE,
) -> list[DateExpression]:
    """The dates without those of the clauses that are left out; all where there is but one."""
    cuts = [match.span() for match in between.finditer(sentence)] if dates else []
    if not cuts:
        return dates
    kept: list[DateExpression] = []
    start = 0
    for end, following in [*cuts, (len(sentence), len(sentence))]:
        inside = [date for date in dates if start <= date.start < end]
        if inside and not is_left_out(sentence[start:end]):
            kept.extend(inside)
        start = following
    return kept


def of_deadline(sentence: str, dates: list[DateExpression]) -> list[DateExpression]:
    """The dates without those of an event that moves and takes the deadline with it.

    "Øvelsen flyttes til november, og fristen for planen utsettes til 22. mai".
    """
    word = DEADLINE_WORD.search(sentence)
    clause = _EVENT_MOVES.match(sentence) if word is not None else None
    return [date for date in dates if clause is None or date.start >= clause.end()]


def is_aside(sentence: str, date: DateExpression) -> bool:
    """True where a date stands in a clause about the thing that the sentence is about."""
    before, after = ASIDE
    return after.match(sentence, date.end) is not None and (
        before.search(words_before(sentence, date.start)) is not None
    )


def is_of_report(date: DateExpression, lead: str) -> bool:
    """True for the time that is reported on: "avgis for første halvår", "for januar til juni"."""
    if FOR_STRETCH.search(lead) is not None:
        return True
    if date.since is not None and date.qualifier is None and FOR_PERIOD.search(lead):
        return True
    return (
        date.qualifier is None
        and date.precision in ("quarter", "tertial", "half_year", "year")
        and FOR_PERIOD.search(lead) is not None
    )
