"""Finds date expressions: calendar days, months, parts of a year, weeks, seasons, years.

Only patterns find; nothing guesses. What a date is for (a deadline, a letter's date, the day of a
meeting) is not decided here.
"""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase
from tildeling.find.date_expressions import DateExpression
from tildeling.find.date_hearts import STRETCH, Heart, find_hearts
from tildeling.find.date_words import (
    FILLERS,
    FILLERS_AFTER,
    FIRST_TIME,
    LABEL_CUES,
    QUALIFIERS,
    RECURRENCES,
    THEN,
    WEEKDAYS,
    Qualifier,
)
from tildeling.find.patterns import (
    GAP,
    MAYBE_GAP,
    SPACE,
    WORD_END,
    WORD_START,
    any_of,
    initials_of,
    plain_spaces,
)
from tildeling.letter import Recurrence

__all__ = ["DateExpression", "find_dates", "find_day_in_digits"]

# Of "senest innen utgangen av" the one that says most counts.
STRONGEST_FIRST: tuple[Qualifier, ...] = (
    "vague",
    "end_of",
    "mid",
    "early",
    "during",
    "before",
    "by",
    "as_of",
    "from",
)
WORDS_BEFORE = AnyCase(
    rf"{WORD_START}(?=[{initials_of(RECURRENCES, QUALIFIERS, FILLERS, WEEKDAYS)}]|$)"
    rf"(?:(?P<recurrence>{any_of(RECURRENCES)}),?{GAP}(?:og{GAP})?"
    rf"(?:{any_of(FIRST_TIME)}:?{GAP})?)?"
    rf"(?P<words>(?:(?:{any_of(QUALIFIERS)}|{any_of(FILLERS_AFTER)}){GAP}){{0,4}})"
    rf"(?P<weekday>{any_of(WEEKDAYS)},?{GAP}(?:den{GAP})?)?$"
)
# What `WORDS_BEFORE` may end with, but for a gap; most dates have nothing of it before them.
_LAST_WORDS = tuple(
    {
        *("og", "den"),
        *(
            phrase.split()[-1]
            for table in (RECURRENCES, FIRST_TIME, QUALIFIERS, FILLERS_AFTER, WEEKDAYS)
            for phrase in table
        ),
    }
)
# "leveres ved årsslutt", "klar til jul": before a day with a name.
AT_BEFORE = re.compile(rf"{WORD_START}(?:ved|til){GAP}$", re.IGNORECASE)
LEADING_FILLERS = re.compile(rf"(?:{any_of(FILLERS)}{GAP})+", re.IGNORECASE)
ONE_QUALIFIER = re.compile(rf"{WORD_START}{any_of(QUALIFIERS)}(?!\w)", re.IGNORECASE)
RECURRENCE_AFTER = re.compile(
    rf"(?:,?{GAP}(?:{any_of(THEN)}{GAP})?|,?{GAP}deretter{GAP}(?:\w+{GAP}){{1,4}}|,?{GAP}\()"
    rf"(?P<recurrence>{any_of(RECURRENCES)}){WORD_END}\)?",
    re.IGNORECASE,
)
# "Frist 2026", "Fristen er 31.12", "den 31.12": digits that say nothing else are a date after
# these.
CUE_BEFORE = re.compile(
    rf"{WORD_START}(?:{any_of(LABEL_CUES)}(?:{GAP}er)?:?|den|dato:?){MAYBE_GAP}$", re.IGNORECASE
)
_LAST_OF_CUES = (*LABEL_CUES, "er", "den", "dato")
# Digits with stops after these are a place in a document: "punkt 3.1.12".
PLACE_BEFORE = re.compile(
    rf"(?:punkt|pkt\.?|kapittel|kap\.?|avsnitt|vedlegg|versjon|tabell|figur|§{{1,2}}){MAYBE_GAP}$",
    re.IGNORECASE,
)
DAY_AND_MONTH = re.compile(r"\s*\d{1,2}\.\d{1,2}\.?\s*")
# "20261015" and "151026", which are days only where a label says so.
PACKED_DAY = re.compile(
    r"\s*(?P<digits>(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)|"
    r"(?P<first>\d\d)(?P<of>\d\d)(?P<short>\d\d))\.?\s*"
)
BETWEEN_LISTED = re.compile(rf"(?:,?{GAP}(?:og|eller|samt){GAP}|,{GAP}|{MAYBE_GAP}/{MAYBE_GAP})")
BETWEEN_STRETCH = re.compile(STRETCH, re.IGNORECASE)
OPENS_STRETCH = re.compile(rf"{WORD_START}mellom{GAP}$", re.IGNORECASE)
# A bound keeps the search for the words before a day linear in the letter.
LOOK_BACK = 80
_GAPS_AND_STOPS = f"{SPACE[1:-1]},:"


def find_dates(text: str) -> list[DateExpression]:
    """All date expressions in the text, in order.

    The words that say how the date is meant belong to its span ("innen utgangen av oktober", "1.
    mars, deretter årlig"). A stretch ("15.–17. mars", "fra 1. mars til 15. april") is one
    expression whose day is its last; days joined by "og" are several, and share a month or a year
    that is printed once. A year alone counts after a qualifier or a label only, or where the text
    says nothing else; a day and month in digits after a qualifier or label.

    >>> found = find_dates("innen 1. mars og 1. september 2026, jf. pkt. 5.1 og Prop. 127 S")
    >>> [(date.text, date.year) for date in found]
    [('innen 1. mars', 2026), ('1. september 2026', 2026)]
    """
    hearts = find_hearts(text)
    if not hearts:
        return []  # as in most text
    found: list[DateExpression] = []
    for heart in hearts:
        floor = found[-1].end if found else 0
        found.extend(_with_words_around(heart, text, floor))
    return _with_shared_words(_with_stretches(found, text), text)


def find_day_in_digits(text: str) -> list[DateExpression]:
    """The day of a field that is nothing else than "10.02" or "151026", which a label says is one.

    >>> [(date.day, date.month) for date in find_day_in_digits("10.02")]
    [(10, 2)]
    """
    packed = PACKED_DAY.fullmatch(text)
    if packed is not None:
        return _packed_day(packed)
    if DAY_AND_MONTH.fullmatch(text) is None:
        return []
    cue = f"{LABEL_CUES[0]} "
    return [
        date._replace(start=date.start - len(cue), end=date.end - len(cue))
        for date in find_dates(cue + text)
    ]


def _packed_day(match: re.Match[str]) -> list[DateExpression]:
    """The day of "151026" or "20261015"; none where the digits are no day."""
    year = int(match["year"] or f"20{match['short']}")
    month, day = int(match["month"] or match["of"]), int(match["day"] or match["first"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    start, end = match.span("digits")
    expression = DateExpression(start, end, match["digits"], "day")
    return [expression._replace(day=day, month=month, year=year)]


def _with_words_around(heart: Heart, text: str, floor: int) -> list[DateExpression]:
    """The dates with qualifier and recurrence; none where a word is needed and missing."""
    first = heart.dates[0]
    before = text[max(floor, first.start - LOOK_BACK) : first.start].rpartition("\n")[2]
    last_word = before.rstrip(_GAPS_AND_STOPS).lower()
    words = WORDS_BEFORE.search(before) if last_word.endswith(_LAST_WORDS) else None
    qualifier = _qualifier(words["words"]) if words else None
    if not (
        heart.stands_alone
        or qualifier not in (None, "from", "as_of")
        or (last_word.endswith(_LAST_OF_CUES) and CUE_BEFORE.search(before))
        or (heart.has_name and AT_BEFORE.search(before))
        or _is_all(heart, text)
    ):
        return []
    if heart.is_digits and PLACE_BEFORE.search(before):
        return []
    recurrence = _recurrence(words["recurrence"]) if words else None
    starts = [date.start for date in heart.dates]
    ends = [date.end for date in heart.dates]
    starts[0] -= len(before) - _start(words) if words else 0
    if after := RECURRENCE_AFTER.match(text, ends[-1]):
        ends[-1], recurrence = after.end(), _recurrence(after["recurrence"])
    return [
        date._replace(
            start=start, end=end, text=text[start:end], qualifier=qualifier, recurrence=recurrence
        )
        for date, start, end in zip(heart.dates, starts, ends, strict=True)
    ]


def _is_all(heart: Heart, text: str) -> bool:
    """True for a year, or a day with a name, that is all that a field or cell says."""
    if heart.is_digits or not text.rstrip(" .()").endswith(heart.dates[0].text):
        return False
    said = text.strip(" .()")
    fillers = LEADING_FILLERS.match(said)
    return heart.dates[0].text == said[fillers.end() if fillers else 0 :]


def _qualifier(words: str) -> Qualifier | None:
    """The strongest qualifier among the words."""
    kinds = {QUALIFIERS[plain_spaces(word).lower()] for word in ONE_QUALIFIER.findall(words)}
    return next((kind for kind in STRONGEST_FIRST if kind in kinds), None)


def _start(words: re.Match[str]) -> int:
    """Where the first word before a date that belongs to it stands; a filler alone does not."""
    if words["recurrence"]:
        return words.start("recurrence")
    if qualifier := ONE_QUALIFIER.search(words["words"]):
        return words.start("words") + qualifier.start()
    return words.start("weekday") if words["weekday"] else words.end()


def _recurrence(words: str | None) -> Recurrence | None:
    return RECURRENCES[plain_spaces(words).lower()] if words else None


def _with_stretches(found: list[DateExpression], text: str) -> list[DateExpression]:
    """Days that a stretch joins made one: "1. mars–1. april", "mellom 1. og 9. mai"."""
    joined: list[DateExpression] = []
    for date in found:
        first = joined[-1] if joined else None
        if first and _is_stretch(first, date, text):
            # "fra 1. mars til 15. april" is no longer a date that something starts from.
            qualifier = None if first.qualifier == "from" else first.qualifier
            span = text[first.start : date.end]
            year = date.year or first.year
            if date.year is None and year is not None and not _comes_later(first, date):
                year += 1
            joined[-1] = date._replace(
                start=first.start, text=span, since=first, qualifier=qualifier, year=year
            )
        else:
            joined.append(date)
    return joined


def _is_stretch(first: DateExpression, last: DateExpression, text: str) -> bool:
    between = text[first.end : last.start]
    if first.precision != last.precision or first.since or last.since:
        return False
    if first.qualifier == "from" and last.qualifier == "by":
        return not between.strip()
    if last.qualifier is not None:
        return False
    if OPENS_STRETCH.search(text, max(0, first.start - LOOK_BACK), first.start):
        return BETWEEN_LISTED.fullmatch(between) is not None
    return BETWEEN_STRETCH.fullmatch(between) is not None


def _with_shared_words(found: list[DateExpression], text: str) -> list[DateExpression]:
    """A year or qualifier that is printed once for a list of dates given to each of them."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        date, after = shared[index], shared[index + 1]
        lasts = (
            date.recurrence is not None and after.precision == "year"
        )  # "årlig, til og med 2028"
        if date.year is None and after.year and not lasts and _is_listed(date, after, text):
            shared[index] = date._replace(year=after.year)
    for index in range(1, len(shared)):
        before, date = shared[index - 1], shared[index]
        if not _is_listed(before, date, text):
            continue
        if date.year is None and before.year and _comes_later(before, date):
            date = date._replace(year=before.year)
        shared[index] = date._replace(qualifier=date.qualifier or before.qualifier)
    return shared


def _is_listed(first: DateExpression, second: DateExpression, text: str) -> bool:
    return BETWEEN_LISTED.fullmatch(text, first.end, second.start) is not None


def _comes_later(first: DateExpression, second: DateExpression) -> bool:
    """Whether the second comes after the first within one year."""
    return first.precision == second.precision and (
        (first.month or first.number or 0, first.day or 0)
        < (second.month or second.number or 0, second.day or 0)
    )
