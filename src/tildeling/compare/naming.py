"""How a letter names an assignment given before: by title, subject, a point, or its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from tildeling.compare.identity import SHORTEST_START, folded
from tildeling.find.patterns import DASH
from tildeling.letter import Assignment

# Two descriptions are of one assignment from this likeness: the contract's.
ALIKE = 0.9
# Letters and digits; in less the likeness of two sentences says nothing.
SHORTEST_TEXT = 40
# Letters in which two forms of a word agree: "kvitteringer", "kvitteringar".
STEM = 6

_PLACE = r"(?:punkt|pkt\.?|kapittel|avsnitt)\s*"
_POINT = rf"{_PLACE}(?P<point>\d+(?:\.\d+)*|[IVX]+)\b"
# Pieces of the patterns below, whose spaces are `[ ]`: what becomes of an assignment.
_CHANGES = r"""(?:
    presisering | endring | endret | endra | oppdatering | oppdatert | tillegg
    | utvidelse | utviding | utvidet | utvida | (?:videre|vidare)før(?:ing|t|es|ast)
    | forlengelse | forlenging | forlenget | forlenga | presisert
)"""
# What a heading says beside the title: what becomes of the assignment, or where it was given.
_BESIDE = rf"""
    # "endret frist", "ny leveringsdato 1. mai"
    (?:endret|endra|ny|nye|utsatt|utsett|forlenget|forlenga|revidert|justert|flytt?et|flytta)[ ]
      (?:leverings)?(?:frist|dato)\w*(?:[ ].*)?
    # "utgår", "avsluttet i 2026"
    | (?:
        utgår|går[ ]ut|utgått|bortfaller|fell[ ]bort|faller[ ]bort|trekkes|avlyst
        |avslutt?et|avslutta
      )(?:[ ].*)?
    # "presisering av tidligere oppdrag", "videreført fra 2025"
    | {_CHANGES}(?:[ ](?:av|i|til|fra|frå)[ ].*)?
    # "jf. oppdrag under punkt 3.2"
    | (?:jf\.?,?[ ]|se[ ]|sjå[ ])?(?:oppdrag(?:et)?[ ])?(?:i[ ]|under[ ])?{_PLACE}\d.*
    # "gitt i tildelingsbrevet for 2025"
    | (?:jf\.?,?[ ])?(?:fra[ ]|frå[ ]|gitt[ ]i[ ]|gjeve[ ]i[ ])?tildelingsbrev.*
"""
# Behind the title: "Kartlegging (utgår)", "Kartlegging – endret frist", "Kartlegging: ny frist".
_SUFFIX = re.compile(
    rf"""
    \s*(?:
        \((?:{_BESIDE})\)
        | \s{DASH}\s*(?:{_BESIDE})
        | :\s*(?:{_BESIDE})
    )$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Before the title.
_PREFIX = re.compile(
    rf"""
    # "Punkt 3.2 – ", "3.2. "
    {_PLACE}\d+(?:\.\d+)*[.:]?\s*(?:{DASH}\s*)?
    | \d+(?:\.\d+)+\.?\s+
    # "Presisering av tidligere oppdrag", "Endring: "
    | {_CHANGES}\s*(?:(?:av|til|i|for)\s+(?=(?:tidligere[ ]|tidlegare[ ])?oppdrag)|:\s*)
    # "Ny frist for "
    | (?:ny|endret|endra|utsatt|utsett)[ ]frist\s*(?:for|:)\s*
    | (?:tidligere|tidlegare)\s+(?=oppdrag)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_ASSIGNMENT = re.compile(
    r"(?:oppdrag(?:et|a)?|bestilling(?:en|a)?)\s*(?:om|med|:|(?=[«\"“]))\s*(?:å\s+)?",
    re.IGNORECASE,
)
# What a sentence says that an assignment is about: up to where the sentence is cut.
_ABOUT = re.compile(
    r"\b(?:oppdrag|bestilling)(?:et|a|en)?\b(?:\s+(?:i|under|fra|frå)\s[^,:;]{1,60}?)?\s+om\s+"
    r"(?P<what>[^:;]+)",
    re.IGNORECASE,
)
# "Oppdraget i punkt 3.3", "punkt 4.1 i tildelingsbrevet"; a bare "punkt 5.1" may be its own.
_POINTS = (
    re.compile(
        rf"\b(?:oppdrag(?:et|a)?|bestillinga?|bestillingen)\b(?:\s+\w+){{0,4}}?\s*\(?"
        rf"(?:i|under|fra|frå|jf\.?)?\s*{_POINT}(?!\s+(?:i|i det)?\s*(?:dette|her\b))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_POINT},?\s+(?:«[^»]*»\s+)?(?:i|av)\s+(?:tildelings|oppdrags)(?:brev|dokument)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:tildelings|oppdrags)(?:brevet|dokumentet)(?: for \d{{4}})?,?\s+{_POINT}",
        re.IGNORECASE,
    ),
    re.compile(rf"^{_POINT}", re.IGNORECASE),
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    word[:STEM]
    for word in (
        *("oppdrag", "oppdraget", "arbeid", "arbeidet", "knyttet", "knytta", "innen", "under"),
        *("skal", "ikke", "ikkje", "også", "denne", "dette", "videre", "vidare", "gjennom"),
        *("utarbeide", "vurdere", "utrede", "greie", "gjennomføre", "departementet", "mellom"),
    )
)


_YEAR = re.compile(r"\b(?:i |for )?20\d\d\b")


class Meant(NamedTuple):
    """Which of the known assignments a letter means."""

    sure: Assignment | None
    """The one that is beyond doubt."""
    among: tuple[Assignment, ...] = ()
    """Those it may mean, where none is beyond doubt."""


@lru_cache(maxsize=4096)
def core_title(title: str | None) -> str:
    """A title without what a later letter's heading says beside it.

    >>> core_title("Sjøkabler – endret frist"), core_title("Skilt for turister (utgår)")
    ('Sjøkabler', 'Skilt for turister')
    >>> core_title("Punkt 3.1 Felles mottak"), core_title("Presisering av oppdrag om ny kai")
    ('Felles mottak', 'ny kai')
    """
    words = (title or "").strip().rstrip(":")
    before = None
    while before != words:
        before = words
        words = _SUFFIX.sub("", words) or words
        for pattern in (_PREFIX, _OF_ASSIGNMENT):
            match = pattern.match(words)
            if match is not None and words[match.end() :].strip():
                words = words[match.end() :].strip()
    return words


def without_year(words: str) -> str:
    """The words without the years in them, since next year's letter names another.

    >>> without_year("Klimaregnskap for 2025")
    'Klimaregnskap '
    """
    return _YEAR.sub("", words)


def meant_by(
    given: Assignment, known: Sequence[Assignment], pointed: Sequence[Assignment]
) -> Meant:
    """The known assignment that a letter gives again, changes or takes back, without its number.

    Two numbers are two assignments, whatever their titles. `pointed` are those of the letter that
    points count in, the year's first. What stands in the same place means nothing.
    """
    open_ = _without_two_numbers(given, known)
    named = _titled(given, open_) or _of_subject(given, open_)
    if len(named) > 1:
        points = points_of(given)
        named = [one for one in named if one.section in points] or named
    if named:
        return _the_one_of(named)
    at_point = _at_point(given, _without_two_numbers(given, pointed))
    if at_point and given.title is not None:  # the heading does not agree
        return Meant(None, tuple(at_point))
    return _the_one_of(at_point or [one for one in open_ if alike(given, one)])


def _without_two_numbers(given: Assignment, known: Sequence[Assignment]) -> list[Assignment]:
    """Those that may be the given one: not two that both have a number."""
    return [one for one in known if one.number is None or given.number is None]


def _the_one_of(found: Sequence[Assignment]) -> Meant:
    return Meant(found[0]) if len(found) == 1 else Meant(None, tuple(found))


def points_of(given: Assignment) -> frozenset[str]:
    """The points of an earlier letter that a letter's words about an assignment name.

    >>> points_of(Assignment(number=None, title=None, description="Oppdraget i punkt 3.3 utgår."))
    frozenset({'3.3'})
    >>> points_of(Assignment(number=None, title=None, description="Se punkt 5.1 om midlene."))
    frozenset()
    """
    words = (given.title or "", *(given.description or "").split("\n"), *given.tasks)
    return frozenset(
        match["point"] for text in words for each in _POINTS for match in each.finditer(text)
    )


def alike(given: Assignment, other: Assignment) -> bool:
    """Whether two descriptions are nearly the same words."""
    one, two = (folded("\n".join((each.description or "", *each.tasks))) for each in (given, other))
    if min(len(one), len(two)) < max(SHORTEST_TEXT, ALIKE * 0.8 * max(len(one), len(two))):
        return False
    likeness = SequenceMatcher(None, one, two, autojunk=False)
    return likeness.quick_ratio() >= ALIKE and likeness.ratio() >= ALIKE


def _titled(given: Assignment, known: Sequence[Assignment]) -> list[Assignment]:
    title = folded(core_title(given.title))
    if not title:
        return []
    return [
        one
        for one in known
        if folded(core_title(one.title)) == title
        and (given.status != "new" or given.number == one.number or len(title) >= SHORTEST_START)
    ]


def _of_subject(given: Assignment, known: Sequence[Assignment]) -> list[Assignment]:
    """Those whose title holds all the telling words by which an amendment names its assignment."""
    if given.status == "new":
        return []
    if given.title is None:
        return _in_sentence(given, known)
    asked = telling(core_title(given.title))
    named = _OF_ASSIGNMENT.search(given.title) is not None
    if len(asked) < (1 if named else 2):
        return []
    titled = [
        one
        for one in known
        if one.title
        and (own := telling(core_title(one.title)))
        and (asked <= own or (own <= asked and len(own) > 1))
    ]
    untitled = [
        one for one in known if one.title is None and asked <= telling(one.description or "")
    ]
    return titled or untitled


def _in_sentence(given: Assignment, known: Sequence[Assignment]) -> list[Assignment]:
    """Those whose title a sentence about "oppdraget om ..." holds, its first telling word first."""
    named = _ABOUT.search(given.description or "")
    if named is None:
        return []
    asked = [word[:STEM].casefold() for word in _WORD.findall(named["what"])]
    return [
        one
        for one in known
        if (own := telling(core_title(one.title)))
        and own <= set(asked)
        and (len(own) > 1 or [word for word in asked if word not in _COMMON][:1] == list(own))
    ]


def _at_point(given: Assignment, known: Sequence[Assignment]) -> list[Assignment]:
    points = points_of(given) if given.status != "new" else frozenset()
    return [one for one in known if one.section in points]


def telling(words: str) -> frozenset[str]:
    """The beginnings of the words that say what something is about."""
    return frozenset(word[:STEM].casefold() for word in _WORD.findall(words)) - _COMMON


def first_words(assignment: Assignment) -> str | None:
    """The first eight words of what it asks for, which name one without number and title."""
    return opening(assignment.description or "\n".join(assignment.tasks)) or None


def opening(text: str) -> str:
    """The first eight words of a text."""
    return " ".join(text.split()[:8])
