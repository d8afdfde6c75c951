"""Whether a sentence tells the recipient to report, account for or hand over something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tildeling.meaning.bound import Calendar, binds_other
from tildeling.meaning.deadline_words import CLAUSE, ENSURES
from tildeling.steering.report_documents import NONE_NAMED, Named, named_documents
from tildeling.steering.reporting_words import (
    ALL_BODIES,
    ALSO_REPORTING,
    DIALOGUE_HEADING,
    DIRECTIVE,
    DUE_LABEL,
    HANDED_OVER,
    HAS,
    HEADING_SIGNS,
    HOW,
    MEETING,
    MINISTRY_ACTS,
    NOT_TOLD,
    PRESENT,
    REPORTING_HEADING,
    REPORTING_LABEL,
    REPORTS,
    SAYS,
    SECTION_NUMBER,
    STRICT,
    TELLING,
    TO_MINISTRY,
    TO_OTHERS,
    VIEWS,
    WHAT_IS_TOLD,
)

Heading = Literal["reporting", "dialogue", "other"]
# A day read in a sentence: one of the letter's own, or that of an assignment.
Due = Literal["own", "assignment"]


@dataclass(frozen=True, slots=True)
class Under:
    """What the headings over some words say of reporting."""

    heading: Heading = "other"
    """`reporting` for Rapportering; `dialogue` for Styringsdialog, and for a heading of another
    matter under either."""
    named: Named = NONE_NAMED
    """The report that they name: "6.2 Tertialrapporter"."""
    lists: bool = False
    """True for "Rapporteringskrav", under which each item of a list is one."""


NOTHING_OVER = Under()


def heading_of(words: str) -> Under:
    """What one heading says of reporting.

    >>> heading_of("6.2 Tertialrapporter").named.first
    'tertial_report'
    >>> heading_of("4. Styringsdialog").heading, heading_of("Oppfølging av strategien").heading
    ('dialogue', 'other')
    """
    small = words.lower().strip(" :.")
    if not any(sign in small for sign in HEADING_SIGNS):
        return NOTHING_OVER
    number = SECTION_NUMBER.match(small)
    small = small[number.end() :] if number else small
    named = named_documents(small)
    if named.documents or REPORTING_HEADING.match(small) or ALSO_REPORTING.search(small):
        return Under("reporting", named, REPORTING_LABEL.fullmatch(small) is not None)
    return Under("dialogue") if DIALOGUE_HEADING.match(small) else NOTHING_OVER


def is_told(words: str, named: Named, under: Under, due: Due | None, calendar: Calendar) -> bool:
    """Whether a sentence, on one line, tells the recipient to report.

    It does where it names a report; under a heading about reporting; and where something is handed
    over or told by a day, unless an assignment says so, whose delivery that is.
    """
    small = words.lower()
    names_report = bool(named.documents) and not (named.by_turns and "rapport" not in small)
    if not names_report and due != "own" and under.heading == "other":
        return False
    return (
        _asks_for_something(small, named)
        and _says_what(small, named, due)
        and (names_report or _is_of_reporting(small, under, due))
        and not _binds_other(words, small, named, calendar)
    )


def _says_what(small: str, named: Named, due: Due | None) -> bool:
    """Whether something is to be told or handed over, and not only how."""
    if TELLING.search(small) is None and HANDED_OVER.search(small) is None:
        goes_in = named.into and STRICT.search(small) is not None
        if not goes_in and not (named.documents and HAS.search(small)):
            return False
    return due is not None or HOW.search(small) is None or SAYS.search(small) is not None


def _is_of_reporting(small: str, under: Under, due: Due | None) -> bool:
    """Whether what names no report tells of one by its heading, or hands something over by a day.

    What is told at a meeting or handed over to others is none.
    """
    if TO_OTHERS.search(small) or (due is None and MEETING.search(small)):
        return False
    if under.heading == "reporting":
        return True
    if under.heading == "other":
        if due != "own" or ENSURES.search(small):
            return False
        return HANDED_OVER.search(small) is not None or (
            REPORTS.search(small) is not None and TO_MINISTRY.search(small) is not None
        )
    return REPORTS.search(small) is not None or HANDED_OVER.search(small) is not None


def _asks_for_something(small: str, named: Named) -> bool:
    """Whether a sentence in small letters asks for anything."""
    if NOT_TOLD.search(small) or MINISTRY_ACTS.match(small) or DUE_LABEL.match(small):
        return False
    if VIEWS.search(small) and not STRICT.search(small):
        return False
    tells = bool(named.documents) and PRESENT.match(small) is not None
    return tells or DIRECTIVE.search(small) is not None


def leads(small: str) -> bool:
    """Whether the beginning of a sentence, under a heading about reporting or with a report's name,
    tells where the items after it are to be reported.
    """
    if NOT_TOLD.search(small) or MINISTRY_ACTS.match(small) or MEETING.search(small):
        return False
    return DIRECTIVE.search(small) is not None or TELLING.search(small) is not None


def hands_over_report(small: str, named: Named) -> bool:
    """Whether the report itself is handed over: "Årsrapporten sendes innen 15. mars"."""
    handed = HANDED_OVER.search(small) is not None
    return handed and not named.inside and (bool(named.documents) or not TELLING.search(small))


def _binds_other(words: str, small: str, named: Named, calendar: Calendar) -> bool:
    """Whether a sentence is about what others do, in each clause that names a report."""
    head = WHAT_IS_TOLD.split(words, maxsplit=1)[0] if named.documents else words
    if not binds_other(head, calendar) or (named.documents and ALL_BODIES.match(small)):
        return False
    clauses = CLAUSE.split(words)[1:] if named.documents else ()
    return not any(
        named_documents(clause.lower()).documents and not binds_other(clause, calendar)
        for clause in clauses
    )
