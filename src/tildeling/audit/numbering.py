"""Rules about numbers given twice."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.audit.case import Case
from tildeling.find.numbers import number_key, parse_number
from tildeling.findings import make_finding
from tildeling.letter import Assignment, Finding, Section


def same_assignment_number(case: Case) -> Iterator[Finding]:
    """No two assignments of a letter have the same number.

    One that is cancelled leaves its number free, and what clarifies an assignment bears its number.
    """
    given: dict[object, Assignment] = {}
    for assignment in case.letter.assignments:
        if assignment.number is None or assignment.status != "new":
            continue
        parsed = parse_number(assignment.number)
        first = given.setdefault(number_key(parsed) if parsed else assignment.number, assignment)
        if first is assignment or _folded(first.title) == _folded(assignment.title):
            continue
        yield make_finding(
            "same_assignment_number",
            "error",
            first.number,
            [*first.evidence[:1], *assignment.evidence[:1]],
            number=assignment.number,
            first=first.title or "",
            second=assignment.title or "",
        )


def same_section_number(case: Case) -> Iterator[Finding]:
    """No two sections have the same number, unless an annex counts from one again."""
    given: dict[str, Section] = {}
    restarted = False
    for section in case.letter.sections:
        if section.number is None:
            continue
        first = given.setdefault(section.number, section)
        if first is section:
            continue
        restarted = restarted or section.number in ("1", "I", "A")
        if restarted or _folded(first.title) == _folded(section.title):
            continue
        yield make_finding(
            "same_section_number",
            "error" if "." in section.number else "warning",
            section.number,
            [*first.evidence, *section.evidence],
            number=section.number,
            first=first.title,
            second=section.title,
        )


def _folded(title: str | None) -> str:
    return " ".join((title or "").casefold().split())
