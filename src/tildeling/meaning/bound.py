"""Whom a sentence with a date binds: the recipient, or somebody else."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from tildeling.find.bodies import find_bodies
from tildeling.find.dates import DateExpression
from tildeling.meaning.deadline_words import GENERIC, HANDS_TO, NOT_BINDING, OTHER_SUBJECT
from tildeling.meaning.due_clauses import outside_clauses

_TELLS = re.compile(
    r"""
    \s+(?:
        # "skal", "vil"; but what a ministry is to get, the recipient hands in: "skal ha".
        (?:skal|må|vil|har)\b
            (?!\s+(?:gjerne\s+)?(?:
                ha | få | motta | orienteres | orienterast | informeres | informerast
                | varsles | varslast
            )\b)
        | (?:
            er | leverer | sender | oversender | rapporterer | melder | legger | legg
            | presenterer | gir | gjev
        )\b
    )
    """,
    re.VERBOSE,
)
_KIND_OF_BODY = re.compile(r"(?:direktorat|tilsyn|institutt|verk|senter|ombud|råd|nemnd)(?:et|a)?$")
_DEFINITE = re.compile(r"(?:et|en|a)$")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a date is read with: the letter's year and day, and whom it is to."""

    year: int | None
    letter_date: dt.date | None
    agency: frozenset[str] = frozenset()
    """The recipient's names, in small letters, those of other years too."""
    own_name: str = ""
    """The name that the letter itself gives it."""
    printed_year: int | None = None
    """The year that a heading or row over a calendar's dates prints."""


def binds_other(sentence: str, calendar: Calendar, before: str = "") -> bool:
    """True where a sentence's subject is not the recipient; `before` is the text before it."""
    if NOT_BINDING.search(sentence) or _is_handed_to_recipient(sentence, calendar):
        return True
    subject = OTHER_SUBJECT.match(sentence)
    if subject is not None:
        return not _is_of_their_kind(subject[subject.lastgroup or 0], calendar)
    generic = GENERIC.match(sentence)
    if generic is not None:
        return _means_other(generic["noun"].lower(), before, calendar)
    first = next(iter(find_bodies(sentence[:80])), None)
    return (
        first is not None
        and first.start == 0
        and first.kind in ("agency", "ministry")
        and not is_recipient(first.name, calendar.agency)
        and _TELLS.match(sentence, first.end) is not None
    )


def _is_handed_to_recipient(sentence: str, calendar: Calendar) -> bool:
    """True for "Norsk lydsenter skal levere sine lister til arkivet" in a letter to the archive."""
    small = sentence.casefold()
    return any(
        small.startswith(own, match.end()) and own not in small[: match.start()]
        for match in HANDS_TO.finditer(sentence)
        for own in calendar.agency
    )


def is_recipient(name: str, agency: frozenset[str]) -> bool:
    """True for one of the recipient's names, or its short form: "Lånekassen" of Statens lånekasse.

    `agency` are its names in small letters.
    """
    name = name.casefold()
    stem = _DEFINITE.sub("", name)
    return any(name == own or stem in own for own in agency)


def _is_of_their_kind(name: str, calendar: Calendar) -> bool:
    """True for "Statsforvalterne" in a letter to one of them."""
    stem = re.match(r"fylkesm|.{1,8}", name.casefold())
    words = (word for own in calendar.agency for word in own.casefold().split())
    return stem is not None and any(word.startswith(stem.group()) for word in words)


def _means_other(noun: str, before: str, calendar: Calendar) -> bool:
    """True for "Direktoratet skal" after another directorate, where the recipient is none."""
    own = calendar.own_name.casefold()
    tells = any(" " in name for name in (own, *calendar.agency)) or _KIND_OF_BODY.search(own)
    if noun in own or not tells:
        return False  # a short form alone does not tell of what kind it is
    return any(noun in body.name.casefold() for body in find_bodies(before))


def of_recipient(
    sentence: str, dates: list[DateExpression], calendar: Calendar, before: str
) -> list[DateExpression]:
    """The dates without those of a clause that binds another: "Kommunane skal melde innan 1. mars,
    og tilsynet skal svare innan 1. april".
    """
    return outside_clauses(sentence, dates, lambda clause: binds_other(clause, calendar, before))
