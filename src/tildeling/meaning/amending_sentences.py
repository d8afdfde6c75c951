"""Sentences that change an assignment given earlier, and stand under no heading of its own.

"Fristen for oppdrag nr. 2024-005 endres til 26. november 2024." and "Oppdrag TB2026-12 utgår." name
no title, but each is an assignment that the letter amends or cancels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tildeling.find.cues import find_statuses
from tildeling.find.dates import find_dates
from tildeling.find.numbers import AssignmentNumber, find_assignment_numbers, parse_number
from tildeling.find.patterns import has_any
from tildeling.meaning.amending_words import (
    ASIDE,
    DEADLINE_WORD,
    EACH,
    GOES,
    GOES_ON,
    IN_BRACKETS,
    INVERTED,
    MOVE,
    NAMES,
    POINTS,
    SUBJECT,
    THE_ASSIGNMENT,
    TO,
    TOLD,
    WITHDRAWS,
)
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span

_FROM_TO = re.compile(r"(?:fra|frå)\b.*\btil\s+", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Amending:
    """What a sentence does with one assignment."""

    sentence: Span
    number: AssignmentNumber
    number_span: Span
    due: Span | None
    """The words that say the new deadline; None where the assignment is cancelled."""


def find_amending(reading: Reading, block: Span) -> Iterator[Amending]:
    """All that a paragraph's sentences change, in order."""
    text = reading.words(block)
    if not has_any(reading.small(block), ("frist", "oppdrag")):
        return  # it says nothing of any, and most paragraphs do not
    before = (0, 0)
    for start, end in reading.sentences(block):
        sentence = text[start:end]
        found = list(_in_sentence(sentence, block.start + start))
        if not found:
            found = list(_in_next(text[slice(*before)], sentence, block.start + before[0]))
        yield from found
        before = (start, end)


def _in_sentence(sentence: str, at: int) -> Iterator[Amending]:
    numbers = numbers_in(sentence)
    if not numbers or is_told(sentence):
        return
    whole = Span(at, at + len(sentence))
    moves = DEADLINE_WORD.search(sentence) is not None
    named = numbers if moves else _cancelled(sentence, numbers)
    dues = new_deadlines(sentence, len(numbers)) if moves else []
    if moves and not dues:
        return
    for place, number in enumerate(named):
        due = dues[place % len(dues)] if dues else None
        yield Amending(
            whole,
            number,
            Span(at + number.start, at + number.end),
            Span(at + due.start, at + due.end) if due else None,
        )


def _in_next(pointer: str, sentence: str, at: int) -> Iterator[Amending]:
    """After "Vi viser til oppdrag 2024-005. Fristen for oppdraget flyttes til ..." is about it."""
    numbers = (
        numbers_in(pointer) if POINTS.match(pointer) and THE_ASSIGNMENT.search(sentence) else []
    )
    if len(numbers) != 1 or numbers_in(sentence) or is_told(sentence):
        return
    number = numbers[0]
    start = at + len(pointer) + 1
    dues = new_deadlines(sentence, 1) if DEADLINE_WORD.search(sentence) else []
    goes = SUBJECT.match(sentence) and GOES.search(sentence) and not DEADLINE_WORD.search(sentence)
    if dues or goes:
        yield Amending(
            Span(at, start + len(sentence)),
            number,
            Span(at + number.start, at + number.end),
            Span(start + dues[0].start, start + dues[0].end) if dues else None,
        )


def is_told(sentence: str) -> bool:
    """True where an earlier letter did what a sentence speaks of, not where its reason lies back.

    >>> is_told("Fristen ble i juni endret."), is_told("Fristen endres, da alt ble forsinket.")
    (True, False)
    >>> is_told("Fristen, som ble satt til 1. mai, flyttes.")
    False
    """
    sentence = without_asides(sentence)
    told = TOLD.search(sentence)
    if told is None:
        return False
    verbs = [*MOVE.finditer(sentence), *GOES.finditer(sentence)]
    return told.start() < max((verb.end() for verb in verbs), default=len(sentence))


def without_asides(sentence: str) -> str:
    """The sentence with blanks for what it tells of a thing, its characters where they were.

    >>> without_asides("Fristen, som var 1. mai, flyttes.")
    'Fristen,                 flyttes.'
    """
    return ASIDE.sub(lambda aside: " " * len(aside.group()), sentence)


def numbers_in(sentence: str) -> list[AssignmentNumber]:
    """The assignments that a sentence names; one in brackets after its title too."""
    numbers = find_assignment_numbers(sentence)
    bracketed = IN_BRACKETS.search(sentence) if not numbers and "(" in sentence else None
    if bracketed is None:
        return numbers
    number = parse_number(bracketed["number"])
    if number is None:
        return []
    start, end = bracketed.span("number")
    return [replace(number, start=start, end=end)]


def new_deadlines(sentence: str, numbers: int) -> list[Span]:
    """Where the sentence says to when a deadline moves: one span, or one for each number."""
    if not MOVE.search(sentence):
        return []
    found = find_dates(sentence)
    # "fra 1. mai til 1. juni" is a stretch elsewhere; here it is the day that comes after "til".
    dates = [
        Span(date.start + (start.end() if (start := _FROM_TO.match(date.text)) else 0), date.end)
        for date in found
    ]
    if not dates:
        dates = [Span(status.start, status.end) for status in find_statuses(sentence)]
    if len(dates) > 1 and len(dates) == numbers and EACH.search(sentence):
        return dates
    # "endres fra 1. mai til 1. juni, jf. brev av 3. mars": the day that the verb leads to.
    to = [date for date in dates if TO.search(sentence[: date.start])]
    return (to or dates)[:1]


def _cancelled(sentence: str, numbers: list[AssignmentNumber]) -> list[AssignmentNumber]:
    """The assignments of which the sentence says that they go."""
    if INVERTED.match(sentence):
        return numbers
    if not SUBJECT.match(sentence):
        return []
    if WITHDRAWS.match(sentence):
        return numbers
    goes = GOES.search(sentence)
    if goes is None:
        return []
    before = [number for number in numbers if number.end <= goes.start()]
    if not before:
        between = sentence[goes.end() : numbers[0].start]
        return numbers if not between.strip(" :–—-") else []
    between = sentence[before[-1].end : goes.start()]
    return before if NAMES.match(between) or not GOES_ON.search(between) else []
