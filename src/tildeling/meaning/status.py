"""What a letter does with an assignment: gives it, changes or resumes it, or takes it back."""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase, small_letters
from tildeling.letter import AssignmentStatus
from tildeling.meaning.amending_words import LAPSES_FIRST, RESUMES_FIRST
from tildeling.meaning.drafts import Draft
from tildeling.meaning.headings import NEW_NOTE
from tildeling.meaning.marked_words import ASKS
from tildeling.meaning.parts import Parts
from tildeling.meaning.reading import Reading
from tildeling.meaning.status_words import (
    DROPPED,
    GIVEN_EARLIER,
    GIVEN_IN,
    GOES_ON_NOW,
    MOVED,
    RESUMED,
    RESUMED_WITHIN,
    TAKES_UP_GIVEN,
    THEN_THE_ASSIGNMENT,
)
from tildeling.text.blocks import Span

_OPENS = AnyCase(
    r"""(?x)
    # "Presisering av tidligere oppdrag", "Departementet endrer"
    presiser(?:ing|es|ast|er|ar)
    | (?:departementet|vi)[ ](?:endrer|endrar|presiserer|utvider)
    # "Endring i oppdrag gitt i tildelingsbrevet", "endret frist"
    | (?:endr(?:ing|es|ast|er|ar)|endra|endret|tillegg|oppdater(?:ing|t|es))\b.{0,40}
      \b(?:tidligere|tidlegare|gitt|gjeve|frist)
    | tidligere[ ]oppdrag | tidlegare[ ]oppdrag
    | \b(?:endrer|endrar)[ ](?:fristen|oppdraget)
    """
)
_CARRIED_ON = r"videreføres|videreført|vidareførast|vidareført"
_IN_TITLE = re.compile(
    rf"""
    # "Kartlegging (videreført)", "(endret)"
    \((?:{_CARRIED_ON}|forlenget|endret|endra|presisert|presisering)\b
    # "Kartlegging – videreføres", "– ny frist"
    | [–—-]\s*(?:
        {_CARRIED_ON}|forlenget|forlenga|forlengt
        | (?:endret|endra|ny|utsatt|utsett|forlenget)[ ]frist
        | presisering|endring
      )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Headings over groups of assignments.
_GROUP_GOES = AnyCase(r"utgå|bortfal|fell bort|fall(?:er|t) bort|avslut|trukne|trekte|avlyste")
_GROUP_CHANGES = AnyCase(
    r"""(?x)
    presiser | \bendr | \bny(?:e)?[ ]frist
    # "Tidligere oppdrag", "Oppdrag som ble gitt i 2025"
    | (?:tidligere|tidlegare|gitt|gitte|gjevne|gjeve)[ ]oppdrag
    | oppdrag\b.*\b(?:gitt|gjevne|held[ ]fram|videreføres|vidareførast|fra[ ]tidligere)
    | videreførte | vidareførte | vidareføring | videreføring
    """
)
_GROUP_GIVES = AnyCase(
    # "Nye og endrede oppdrag": each says which.
    r"\bnye? (?:(?:og|eller) \w+ )?(?:oppdrag|bestilling)|\bnye?/\w+ (?:oppdrag|bestilling)"
)


def status_of(
    reading: Reading, draft: Draft, parts: Parts, *, series: int | None = None
) -> AssignmentStatus:
    """Its own words count first, then the heading over the group that it stands in.

    `series` is the year of a base letter: an assignment with a number of that year is a new one,
    even where it goes on with work of the year before.
    """
    sentences = _sentences(reading, parts)
    if draft.heading.cancelled or any(_lapses(words) for words in sentences[:3]):
        return "cancelled"
    nearest = draft.group.split("\n")[-1]
    if _GROUP_GOES.search(nearest) and not _GROUP_CHANGES.search(nearest):
        return "cancelled"  # under "Oppdrag som endres eller utgår" each says which
    if NEW_NOTE.search(reading.words(draft.heading.span)):
        return "new"
    number = draft.heading.number
    if series is not None and any(_was_given_before(words, series) for words in sentences):
        return "amended"
    if series is not None and number is not None and number.year == series:
        return "new"
    if draft.heading.amends or _is_amended(reading, draft, sentences):
        return "amended"
    if not _GROUP_CHANGES.search(draft.group) or _GROUP_GIVES.search(draft.group):
        return "new"
    # Under "Endringer i oppdrag" a new one may stand among the others: it asks outright.
    asks = any(ASKS.search(words) or re.search(r"\bber\b", words) for words in sentences)
    return "new" if asks and not _of_earlier(draft.group) else "amended"


def _lapses(sentence: str) -> bool:
    """True for "Oppdraget utgår", also behind a reason: "Etaten overtar, og oppdraget utgår"."""
    clause = THEN_THE_ASSIGNMENT.search(sentence)
    return any(
        LAPSES_FIRST.match(words) is not None or DROPPED.match(words) is not None
        for words in (sentence, *([sentence[clause.end() :]] if clause else []))
    )


def _was_given_before(sentence: str, year: int) -> bool:
    given = GIVEN_IN.match(sentence)
    return given is not None and int(given["year"]) < year


def _of_earlier(group: str) -> bool:
    return (
        re.search(
            r"tidligere|tidlegare|gitt|gjevne|gjeve|presiser|frist|held fram|videref|vidaref|"
            r"^(?:følgende|følgjande|disse|desse)\b.*:$",
            group,
            re.IGNORECASE,
        )
        is not None
    )


def _is_amended(reading: Reading, draft: Draft, sentences: list[str]) -> bool:
    heading = reading.words(draft.heading.span)
    if _IN_TITLE.search(heading):
        return True
    if any(_OPENS.search(words[:200]) for words in sentences[:1]):
        return True
    if any(RESUMES_FIRST.match(" " + words) for words in sentences[:1]):
        return True
    if any(map(GIVEN_EARLIER.search, sentences)) and any(map(GOES_ON_NOW.search, sentences)):
        return True
    return any(
        RESUMED.match(words)
        or RESUMED_WITHIN.search(words)
        or TAKES_UP_GIVEN.search(words)
        or ("frist" in small_letters(words) and MOVED.search(words))
        for words in sentences
    )


def _sentences(reading: Reading, parts: Parts) -> list[str]:
    """What is said of the assignment, sentence by sentence; what is due among it."""
    spans: list[Span] = [*parts.texts, *parts.background]
    spans.extend(field.span for field in parts.deadlines)
    return [
        reading.words(span)[start:end] for span in spans for start, end in reading.sentences(span)
    ]
