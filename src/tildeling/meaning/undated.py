"""What is due without a day: again and again, after an event, at once, or on a day to be agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.any_case import small_letters
from tildeling.find.cues import StatusExpression, find_distances, find_statuses
from tildeling.find.dates import DateExpression
from tildeling.find.patterns import has_any
from tildeling.letter import Deadline, Recurrence
from tildeling.meaning.deadline_words import (
    AND_ANOTHER,
    BY_AGREEMENT,
    CUE_WORD,
    FRIST_BEFORE,
    HANDED_BEFORE,
    HANDS_IN,
    IN_QUESTION,
    INFINITIVE,
    LABEL_FIRST,
    NOT_AGREED,
    OF_ITS_OWN,
    SERVICE,
    SOON,
    STATUS_FIRST,
    TELLS,
)
from tildeling.meaning.reading import Reading
from tildeling.meaning.recurring import recurrence_of
from tildeling.meaning.recurring_words import (
    ASKED_BY_TURNS,
    ASKED_EVERY,
    BY_TURNS,
    EVERY,
    EVERY_FIRST,
    REPORTS,
    TOLD_EVERY,
    TURN_OF_REPORT,
)
from tildeling.text.blocks import Span

# The verbs that set the start of the work itself: "Arbeidet påbegynnes snarest".
START_OF_WORK = re.compile(
    r"\b(?:påbegynn\w*|start\w*|begynn\w*|igangset\w*|settes i gang|set(?:jast|tast) i gang|"
    r"s[ae]tt i gang|"
    r"ta til|tek til|takast til|tas til|setje i gang|iverkset\w*)\b",
    re.IGNORECASE,
)
# "Behandlingen skal starte straks etter henvisning": how it is always done.
_AFTER_EVENT = re.compile(
    r",? (?:etter|ved|når|dersom|hvis|viss|så snart|i tilfelle)\b", re.IGNORECASE
)
_START_MARKS = (
    *("begynn", "start", "igangset", "i gang", "iverkset", "ta til", "tek til", "tas til"),
    "takast til",
)
_AGREED_MARKS = ("frist", "tidspunkt", "avtale")
_EVERY_MARKS = ("hver", "kvar", "gang", "gong")
_TURN_MARKS = ("per ", "pr. ", "lsvis", "dsvis", "alvis", "nedlig", "nadleg", "lvårl")
_OFTEN_MARKS = (*_EVERY_MARKS, "vise", "lig", "leg")
_REQUIRES = re.compile(
    r"\b(?:skal|må|ber|bed|bes|sendes|sendast|leveres|leverast|sender|leverer)\b", re.IGNORECASE
)


def with_another(
    reading: Reading,
    at: int,
    sentence: str,
    found: list[Deadline],
    dates: Sequence[DateExpression],
) -> list[Deadline]:
    """The dated ones, and what is handed in without a date by a clause of its own after them.

    "Planen legges fram i mars, og deretter gir tilsynet status hver måned".
    """
    clause = AND_ANOTHER.match(sentence, dates[-1].end) if found else None
    if clause is None:
        apart = found and not OF_ITS_OWN.search(sentence, dates[-1].end)
        return found + _at_distances(reading, at, sentence) if apart else found
    rest = sentence[clause.end() :]
    more = without_date(reading, at + clause.end(), rest, is_asked=True)
    if not more or more[0].recurrence is None:
        return found + more
    if OF_ITS_OWN.search(rest) is None:
        return found
    return [*found[:-1], found[-1].model_copy(update={"recurrence": None}), *more]


def without_date(
    reading: Reading, at: int, sentence: str, *, is_asked: bool = False
) -> list[Deadline]:
    """What is due so long before or after an event, or again and again.

    `is_asked` says that a verb before these words asks for what they name.
    """
    small = small_letters(sentence)
    if "frist" in small and (label := LABEL_FIRST.match(sentence)) is not None:
        return [
            _in_prose(reading, at, sentence, status)
            for status in find_statuses(sentence)[:1]
            if status.start >= label.end()
        ]
    if (first := STATUS_FIRST.match(sentence)) is not None:
        return [_in_prose(reading, at, sentence, find_statuses(first.group())[0])]
    every = EVERY.search(sentence) if has_any(small, _EVERY_MARKS) else None
    by_turns = every is None and has_any(small, _TURN_MARKS)
    if by_turns:
        every = BY_TURNS.search(sentence)
    if every is not None and IN_QUESTION.search(sentence, 0, every.start()):
        every = None
    if every is not None and (
        HANDS_IN.search(sentence)
        or TELLS.search(sentence[: every.start()])
        or REPORTS.search(sentence)
        or (_requires(sentence) and TURN_OF_REPORT.match(sentence, every.end()))
    ):
        status = StatusExpression(*every.span(), every.group(), "ongoing")
        return [_in_prose(reading, at, sentence, status, recurrence_of(every))]
    if (asked := _asked_again_and_again(sentence, small)) is not None:
        start, end = asked.span("recurrence")
        status = StatusExpression(start, end, sentence[start:end], "ongoing")
        return [_in_prose(reading, at, sentence, status, recurrence_of(asked))]
    return _at_distances(reading, at, sentence, is_asked=is_asked)


def _asked_again_and_again(sentence: str, small: str) -> re.Match[str] | None:
    """A report, an orientation or a meeting that is asked for at every turn."""
    if not has_any(small, _OFTEN_MARKS):
        return None
    first = EVERY_FIRST.match(sentence)
    if first is not None and (TELLS.search(sentence) or HANDS_IN.search(sentence)):
        return first
    found = (each.search(sentence) for each in (ASKED_EVERY, ASKED_BY_TURNS, TOLD_EVERY))
    asked = next((match for match in found if match is not None), None)
    if asked is None or IN_QUESTION.search(sentence, 0, asked.start("recurrence")):
        return None
    return asked


def _at_distances(
    reading: Reading, at: int, sentence: str, *, is_asked: bool = False
) -> list[Deadline]:
    """What is due so long before or after an event, or from the letter."""
    distances = find_distances(sentence) or _soon(sentence)
    if not distances or SERVICE.search(sentence):
        return []
    return [
        _in_prose(reading, at, sentence, distance)
        for distance in distances
        if (CUE_WORD.match(distance.text) and (is_asked or _requires(sentence)))
        or HANDED_BEFORE.search(sentence[: distance.start])
        or FRIST_BEFORE.search(sentence[: distance.start])
    ]


def _soon(sentence: str) -> list[StatusExpression]:
    """A length of time that counts from the letter: "ber om en redegjørelse innen to måneder"."""
    soon = SOON.search(sentence)
    if soon is None:
        return []
    start, end = soon.span("time")
    return [StatusExpression(start, end, sentence[start:end], "conditional")]


def _requires(sentence: str) -> bool:
    return _REQUIRES.search(sentence) is not None or INFINITIVE.match(sentence) is not None


def to_be_agreed(reading: Reading, span: Span) -> list[Deadline]:
    """What an assignment's text says of a deadline that is not fixed yet."""
    if not has_any(reading.small(span), _AGREED_MARKS):
        return []
    text = reading.words(span)
    return [
        _in_prose(reading, span.start + start, text[start:end], status)
        for start, end in reading.sentences(span)
        if NOT_AGREED.search(text, start, end) or BY_AGREEMENT.search(text, start, end)
        for status in find_statuses(text[start:end])
        if status.status == "to_be_agreed"
    ]


def _in_prose(
    reading: Reading,
    at: int,
    sentence: str,
    status: StatusExpression,
    recurrence: Recurrence | None = None,
) -> Deadline:
    return Deadline(
        date=None,
        status=status.status,
        text=sentence[status.start : status.end],
        sentence=reading.passage(at + status.start),
        recurrence=recurrence,
        evidence=reading.evidence(at, at + len(sentence)),
    )


def start_of_work(reading: Reading, at: int, sentence: str) -> list[Deadline]:
    """The start of the work itself, where a sentence says that it is to be at once."""
    if not has_any(small_letters(sentence), _START_MARKS) or not START_OF_WORK.search(sentence):
        return []
    return [
        _in_prose(reading, at, sentence, status)
        for status in find_statuses(sentence)
        if status.status == "immediate" and not _AFTER_EVENT.match(sentence, status.end)
    ]
