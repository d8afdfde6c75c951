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
    CHANGED,
    DEADLINE_OF,
    DEADLINE_WORD,
    EACH,
    GOES,
    GOES_ON,
    IN_BRACKETS,
    INVERTED,
    MOVE,
    NAMED,
    NAMES,
    OF_THE_REST,
    PLACED,
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


@dataclass(frozen=True, slots=True)
class Naming:
    """A sentence that changes or cancels an assignment without number."""

    span: Span
    """The sentence, and those after it that go on about the same assignment."""
    title: Span | None
    """The title that it gives, in quotation marks or after the number of a section."""
    text: Span
    """What is said of it: of a cancelled one with a title, why it goes."""
    cancels: bool


def find_naming(reading: Reading, block: Span, *, among: bool = False) -> Iterator[Naming]:
    """The sentences of a paragraph that begin with an assignment's name and say what becomes of it.

    "Oppdraget om merking av yngel går ut.", "Fristen for oppdraget «Nye skilt» flyttes til 1. mai."
    `among` says that the paragraph stands under a heading of changed assignments: there the
    deadline of anything but a report is that of one.
    """
    text = reading.words(block)
    if not has_any(reading.small(block), ("oppdrag", "frist")):
        return
    sentences = reading.sentences(block)
    named = [_named(text[start:end], among) for start, end in sentences]
    for place, (start, end) in enumerate(sentences):
        match = named[place]
        if match is None:
            continue
        last = place
        while (
            match.re is not NAMED
            and last + 1 < len(sentences)
            and named[last + 1] is None
            and not OF_THE_REST.match(text, *sentences[last + 1])
        ):
            last += 1
        at = block.start + start
        title = Span(at + match.start("title"), at + match.end("title")) if match["title"] else None
        cancels = _lapses(text[start:end], match.end())
        whole = Span(at, block.start + sentences[last][1])
        why = block.start + sentences[place + 1][0] if last > place and cancels and title else at
        yield Naming(whole, title, Span(why, whole.end), cancels)


def named_first(words: str) -> tuple[re.Match[str], bool] | None:
    """The name that a text of assignments begins with, and whether it is taken back."""
    first = re.split(r"(?<=[^\d.]\.) (?=[A-ZÆØÅ])", words, maxsplit=1)[0]
    match = _named(first, among=True)
    if match is None or match["title"] is None:
        return None
    return match, _lapses(first, match.end())


def _named(sentence: str, among: bool) -> re.Match[str] | None:
    """The name of the assignment that a sentence changes or cancels; None where it does neither."""
    match = PLACED.match(sentence) or NAMED.match(sentence)
    if match is None and among:
        match = DEADLINE_OF.match(sentence)
    if match is None or _numbers(sentence) or is_told(sentence):
        return None
    changes = CHANGED.search(sentence) or _new_deadlines(sentence, 1)
    return match if changes or _lapses(sentence, match.end()) else None


def _lapses(sentence: str, after: int) -> bool:
    """True where the assignment named before goes, not what another verb speaks of."""
    if WITHDRAWS.match(sentence):
        return True
    goes = GOES.search(sentence, after)
    return (
        goes is not None
        and SUBJECT.match(sentence) is not None
        and not GOES_ON.search(sentence[after : goes.start()])
    )


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
    numbers = _numbers(sentence)
    if not numbers or is_told(sentence):
        return
    whole = Span(at, at + len(sentence))
    moves = DEADLINE_WORD.search(sentence) is not None
    named = numbers if moves else _cancelled(sentence, numbers)
    dues = _new_deadlines(sentence, len(numbers)) if moves else []
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
    numbers = _numbers(pointer) if POINTS.match(pointer) and THE_ASSIGNMENT.search(sentence) else []
    if len(numbers) != 1 or _numbers(sentence) or is_told(sentence):
        return
    number = numbers[0]
    start = at + len(pointer) + 1
    dues = _new_deadlines(sentence, 1) if DEADLINE_WORD.search(sentence) else []
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
    sentence = ASIDE.sub(lambda aside: " " * len(aside.group()), sentence)
    told = TOLD.search(sentence)
    if told is None:
        return False
    verbs = [*MOVE.finditer(sentence), *GOES.finditer(sentence)]
    return told.start() < max((verb.end() for verb in verbs), default=len(sentence))


def _numbers(sentence: str) -> list[AssignmentNumber]:
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


def _new_deadlines(sentence: str, numbers: int) -> list[Span]:
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
