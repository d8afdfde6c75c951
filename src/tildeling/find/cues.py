"""Words that make a date a deadline ("innen"), and deadlines without a date ("snarest")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tildeling.any_case import small_letters
from tildeling.find.date_expressions import DateExpression
from tildeling.find.date_words import (
    DONE_AFTER_SUBJECT,
    DONE_BEFORE_NOUN,
    IS_THERE,
    LABEL_CUES,
    LENGTHS_OF_TIME,
    NUMBER_WORDS,
    QUALIFIERS,
    STATUS_WORDS,
)
from tildeling.find.dates import BETWEEN_LISTED
from tildeling.find.patterns import (
    GAP,
    SPACE,
    WORD_END,
    WORD_START,
    any_of,
    has_any,
    leap_to,
    marks_of,
    plain_spaces,
    rest_of,
)
from tildeling.letter import DeadlineStatus

CueKind = Literal["label", "qualifier"]

# "per", "fra" and "etter" say when something holds or starts, not until when something is due.
_DUE_QUALIFIERS = tuple(word for word, kind in QUALIFIERS.items() if kind not in ("as_of", "from"))
CUE = re.compile(
    rf"{leap_to(LABEL_CUES, _DUE_QUALIFIERS)}"
    rf"(?:(?P<label>{rest_of(LABEL_CUES)})|{rest_of(_DUE_QUALIFIERS)}){WORD_END}",
    re.IGNORECASE,
)

# "med departementet", "med Helse- og omsorgsdepartementet", "med oppdragsgiver".
_WITH_WHOM = (
    rf"(?:{GAP}(?:mellom|med){GAP}(?:\w+(?:-|,){GAP}(?:\w+-{GAP})?og{GAP})?"
    rf"(?:\w*departement(?:et|a|ene)?|oppdragsgiver|oppdragsgjevar|\w*direktoratet)){WORD_END}"
)
STATUS = re.compile(
    rf"(?P<status>{leap_to(STATUS_WORDS)}{rest_of(STATUS_WORDS)}){WORD_END}(?:{_WITH_WHOM})?",
    re.IGNORECASE,
)
# "etter gjennomført høring", "etter at loven er vedtatt", "når Stortinget har behandlet saken",
# "tre måneder etter at ..."; the subject is short and crosses no stop.
CONDITION = re.compile(
    rf"{WORD_START}(?:etter{GAP}{any_of(DONE_BEFORE_NOUN)}{GAP}[^\W\d][\w-]*"
    rf"|(?:etter{GAP}at|når|så{GAP}snart){GAP}[^.;:\n]{{2,100}}?{SPACE}(?:er|blir|har|vert)"
    rf"{GAP}(?:\w+{GAP}){{0,2}}{any_of(DONE_AFTER_SUBJECT)}"
    rf"|når{GAP}[^.;:\n]{{2,100}}?{SPACE}{any_of(IS_THERE)}){WORD_END}",
    re.IGNORECASE,
)
# "senest fire uker etter at høringen er avsluttet", "ti dagar før møta": so long from an event.
DISTANCE = re.compile(
    rf"{WORD_START}(?:{any_of(_DUE_QUALIFIERS)}{GAP})?(?:{any_of(NUMBER_WORDS)}|\d{{1,3}}){GAP}"
    rf"{any_of(LENGTHS_OF_TIME)}{GAP}"
    rf"(?:(?:før|etter)(?:{GAP}at)?|(?:fra|frå)(?={GAP}(?:mottak|dato|vedtak|dette|brevet)))"
    rf"{GAP}[^\W\d][^.,;:()\n]{{1,100}}",
    re.IGNORECASE,
)
# "senest to uker i forveien": of what was named before.
BEFOREHAND = re.compile(
    rf"{WORD_START}{any_of(_DUE_QUALIFIERS)}{GAP}(?:{any_of(NUMBER_WORDS)}|\d{{1,3}}){GAP}"
    rf"{any_of(LENGTHS_OF_TIME)}{GAP}(?:i{GAP}(?:forveien|forvegen|førevegen|forkant)|"
    rf"på{GAP}(?:forhånd|førehand)){WORD_END}",
    re.IGNORECASE,
)
# "innen den 15. i påfølgende måned": a day of the month after what is reported on.
DAY_OF_NEXT_MONTH = re.compile(
    rf"{WORD_START}(?:(?:senest|seinast|innen|innan){GAP}){{1,2}}(?:den{GAP})?\d{{1,2}}\.{GAP}i{GAP}"
    rf"(?:påfølgende|påfølgjande|etterfølgende|etterfølgjande|følgende|følgjande|neste){GAP}"
    rf"(?:måned|månad){WORD_END}",
    re.IGNORECASE,
)
# "Frist: ", "Fristen for årsrapporten er ": up to a date in the same sentence, which is not that of
# a document ("fristen i brevet av 3. januar").
UP_TO_DATE = re.compile(
    rf"frist(?:en|er|ar|ene|ane)?{WORD_END}"
    rf"(?:[^.!?;\n]|(?<=\d)\.|\.(?={SPACE}?[a-zæøå\d]))*(?<!\bav )(?<!\bdatert )(?<!\bdagsett )\Z",
    re.IGNORECASE,
)
# A bound keeps the search linear in a letter that has no full stops.
_LOOK_BACK = 120
_LENGTH_MARKS = marks_of(LENGTHS_OF_TIME)
# Each with the marks that a text in small letters has of it.
_DISTANCES = (
    (("før", "etter", "mottak", "dato", "vedtak"), DISTANCE),
    (("forve", "førev", "forka", "forh", "føreh"), BEFOREHAND),
    (("måned", "månad"), DAY_OF_NEXT_MONTH),
)


@dataclass(frozen=True, slots=True)
class DeadlineCue:
    """A word that announces a deadline: a label ("frist") or a qualifier of a date ("innen")."""

    start: int
    end: int
    text: str
    kind: CueKind


@dataclass(frozen=True, slots=True)
class StatusExpression:
    """A deadline without a date: "snarest", "avtales nærmere med departementet"."""

    start: int
    end: int
    text: str
    status: DeadlineStatus


def find_deadline_cues(text: str) -> list[DeadlineCue]:
    """All words that make a date beside them a deadline, in order.

    >>> [(cue.text, cue.kind) for cue in find_deadline_cues("Frist: innen utgangen av mai")]
    [('Frist', 'label'), ('innen', 'qualifier'), ('utgangen av', 'qualifier')]
    """
    return [
        DeadlineCue(*match.span(), match.group(), "label" if match["label"] else "qualifier")
        for match in CUE.finditer(text)
    ]


def are_due(text: str, dates: Sequence[DateExpression]) -> list[bool]:
    """For each date of a text, whether the words around it make it a deadline.

    "Innen 1. mai" is one, and "Frist for svar er 1. mai". What falls due is not looked at: a
    meeting may be held "innen utgangen av mai".

    >>> from tildeling.find.dates import find_dates
    >>> text = "Møtet er 2. mars. Fristen for svar på brevet av 3. januar er 1. mai."
    >>> are_due(text, find_dates(text))
    [False, False, True]
    """
    due: list[bool] = []
    labelled_to = before = 0
    for date in dates:
        start = max(labelled_to, date.start - _LOOK_BACK)
        is_listed = bool(due) and due[-1] and BETWEEN_LISTED.fullmatch(text, before, date.start)
        is_labelled = date.qualifier != "from" and (
            is_listed or UP_TO_DATE.search(text, start, date.start)
        )
        if is_labelled:
            labelled_to = date.end
        due.append(bool(is_labelled) or date.qualifier not in (None, "as_of", "from"))
        before = date.end
    return due


def find_statuses(text: str) -> list[StatusExpression]:
    """All words that say when something is due without naming a time, in order.

    They are found wherever they stand: whether "løpende" is a deadline or a manner of working is
    decided by who knows the field or sentence it stands in.

    >>> [(s.text, s.status) for s in find_statuses("Avtales nærmere med departementet")]
    [('Avtales nærmere med departementet', 'to_be_agreed')]
    """
    conditions = [
        StatusExpression(*match.span(), match.group(), "conditional")
        for match in CONDITION.finditer(text)
    ]
    words = [
        StatusExpression(
            *match.span(), match.group(), STATUS_WORDS[plain_spaces(match["status"]).lower()]
        )
        for match in STATUS.finditer(text)
    ]
    found = find_distances(text)
    for more in (conditions, words):
        found += [
            status
            for status in more
            if not any(one.start < status.end and status.start < one.end for one in found)
        ]
    return sorted(found, key=lambda status: status.start)


def find_distances(text: str) -> list[StatusExpression]:
    """All lengths of time before or after an event, and days of the month after one.

    >>> [found.text for found in find_distances("Leveres senest to uker etter høringsfristen.")]
    ['senest to uker etter høringsfristen']
    """
    small = small_letters(text)
    if not has_any(small, _LENGTH_MARKS):
        return []
    return [
        StatusExpression(*match.span(), match.group(), "conditional")
        for marks, pattern in _DISTANCES
        if has_any(small, marks)
        for match in pattern.finditer(text)
    ]
