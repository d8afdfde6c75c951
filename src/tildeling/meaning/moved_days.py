"""Days of sentences that move a deadline: to which one, from which one, and which it leaves alone.

"Utkastet sendes innen 1. november, og fristen for planen flyttes fra 15. februar til 30. april".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.find.dates import DateExpression
from tildeling.find.patterns import any_of
from tildeling.meaning.amending_sentences import is_told
from tildeling.meaning.amending_words import DEADLINE_WORD, EACH, MOVE, MOVES, TO
from tildeling.meaning.deadline_words import CLAUSE, FROM_BEFORE, JOINT, THING_MOVES
from tildeling.meaning.due_clauses import of_deadline

# What the words of a date say where it is due: "innen", "i løpet av", "primo".
DUE = frozenset(("by", "end_of", "during", "early", "mid"))
# What leads from the old day to the new one in "fra 1. mai til 1. juni".
_UNTIL = re.compile(r".*(?:\s(?:til og med|til)\s+|\s?–\s?)", re.IGNORECASE)
# Before a clause that is about the deadline: "Planen skal dekke Svalbard, og fristen utsettes".
_OPENS = re.compile(
    r"(?:,?\s+(?:og|men|mens|medan|slik at|så)|;)\s+(?=[^,;]{0,80}?frist)", re.IGNORECASE
)
# After one: "Fristen gjelder som før, men høringen flyttes": the verb has a subject of its own.
_OTHER_SUBJECT = re.compile(
    rf",\s+(?:og|men|mens|medan)\s+(?!departementet\b)[^\W\d]{{3,}}(?<!frist)(?:en|et|a|ene|ane)\s+"
    rf"(?:(?:er|blir|vert) )?{any_of(MOVES)}\b",
    re.IGNORECASE,
)
# Before the day that a deadline had: "1. juni (tidligere 15. mai)", "fristen, som var 15. mai".
_OLD = re.compile(
    r"""
    (?:
        # "tidligere", "opprinnelig satt til"
        \b(?:tidligere|tidlegare|opprinnelig|opprinneleg|opphavleg|opphavelig)
            (?:\s+(?:frist(?:en)?|satt[ ]til|sett[ ]til|var))*
        # "i stedet for", "ikke den"
        | \b(?:
            i[ ]stedet[ ]for | istedenfor | i[ ]staden[ ]for | istaden[ ]for | ikke | ikkje
        )(?:\s+den)?
    )\s*:?\s*$
    # "fristen, som var"
    | \bsom\b (?:[^,;.]|\d\.)*
        \b(?:var|skulle|ble|blei|vart|hadde|opphavleg|opprinnelig)\b [^,;]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_old(lead: str) -> bool:
    """True where the words before a day call it the one of before.

    >>> is_old("Ny frist: 1. juni (tidligere "), is_old("Ny frist: ")
    (True, False)
    """
    return _OLD.search(lead) is not None


def moves(sentence: str) -> bool:
    """True where a deadline is given a new day: "Fristen endres fra 1. mai til 1. juni"."""
    is_moved = (DEADLINE_WORD.search(sentence) and MOVE.search(sentence)) or THING_MOVES.search(
        sentence
    )
    return bool(is_moved) and not _OTHER_SUBJECT.search(sentence) and not is_told(sentence)


def moved_and_others(
    sentence: str, dates: Sequence[DateExpression]
) -> tuple[list[DateExpression], list[DateExpression]]:
    """The days that the deadline of a sentence moves to, and those of its other clauses."""
    start, end = _clause(sentence)
    inside = [date for date in dates if start <= date.start < end]
    others = [date for date in dates if not start <= date.start < end]
    return moved_to(sentence, of_deadline(sentence, inside)), others


def _clause(sentence: str) -> tuple[int, int]:
    """Where the clause stands that moves the deadline: up to one with a subject of its own."""
    word = DEADLINE_WORD.search(sentence)
    move = MOVE.search(sentence)
    if word is None or move is None:
        return 0, len(sentence)
    opens = [match.end() for match in _OPENS.finditer(sentence) if match.end() <= word.start()]
    after = CLAUSE.search(sentence, max(word.end(), move.end()))
    return opens[-1] if opens else 0, after.start() if after else len(sentence)


def moved_to(sentence: str, dates: Sequence[DateExpression], at: int = 0) -> list[DateExpression]:
    """The days that a deadline moves to: the one that it moves from is no deadline any more.

    `at` is where the sentence begins in the text that the dates are counted in.
    """
    new: list[DateExpression] = []
    others: list[DateExpression] = []
    for date in dates:
        lead = sentence[: date.start - at]
        if is_old(lead):
            continue
        between = sentence[new[-1].end - at : date.start - at] if new else ""
        if date.since is not None:
            new.append(_end_of_stretch(date))
        elif TO.search(EACH.sub("", lead).rstrip()) or (new and JOINT.fullmatch(between)):
            new.append(date)
        elif date.qualifier in DUE and not FROM_BEFORE.search(lead):
            others.append(date)
    return new or others


def _end_of_stretch(date: DateExpression) -> DateExpression:
    """The second day of "fra 1. mai til 1. juni", with the year where that is printed with it."""
    until = _UNTIL.match(date.text)
    start = until.end() if until else 0
    text = date.text[start:]
    year = date.year if date.year is not None and str(date.year) in text else None
    return date._replace(start=date.start + start, text=text, since=None, year=year)
