"""Rules about what the letter points to: sections, posts and assignments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tildeling.audit.case import Case, post_key
from tildeling.audit.outline import has_section, is_within, lines_in_section, section_span
from tildeling.audit.words import ANY_MONEY, ELSEWHERE, HERE, SPOKEN_OF_UNDER
from tildeling.find.numbers import (
    AssignmentNumber,
    find_assignment_numbers,
    number_key,
    parse_number,
)
from tildeling.find.patterns import MAYBE_SPACED_DASH, marked_lines
from tildeling.findings import make_finding
from tildeling.letter import Assignment, Evidence, FinancingLine, Finding, Severity
from tildeling.text.blocks import Span

# Characters on either side of a pointer in running text in which its document may be named.
AROUND = 80
# Sections that running text points to; each is looked for in the whole letter.
MOST_POINTERS = 200
# The same, under the label "Finansiering", where most pointers stay within the letter.
NEAR = 45

# "oppdrag TB2025-41 i Helsedirektoratets tildelingsbrev", "jf. TB2025-22 i deres brev": a ministry
# may number all its agencies' assignments in one series.
_OF_OTHERS = re.compile(
    r"\)?,?\s+(?:gitt |gjeve )?(?:i|til) (?:(?:deres|dykkar|\S+s) "
    r"(?:tildelings|oppdrags)?(?:brev|dokument)|(?:tildelings|oppdrags)(?:brev|dokument)\w* til )",
    re.IGNORECASE,
)


def missing_section(case: Case) -> Iterator[Finding]:
    """A section that is pointed to is in the letter."""
    if not any(section.number for section in case.letter.sections):
        return
    told: set[str] = set()
    for assignment, line in _financing(case):
        number = line.section_reference
        if number is None or has_section(case, number) or _is_of_other(line):
            continue
        told.add(number)
        # Plain text does not show which lines are headings.
        is_read = case.letter.source.text_source == "pdf"
        is_here = is_read and (case.letter.kind == "base" or HERE.search(line.text))
        severity: Severity = "error" if is_here else "warning"
        of = assignment.number if assignment else None
        yield _missing(case, number, severity, line.evidence, of)
    yield from _missing_in_prose(case, told)


def _missing_in_prose(case: Case, told: set[str]) -> Iterator[Finding]:
    markers = {block.marker for block in case.reading.laid.paragraphs() if block.marker}
    # "punkt 2 ovenfor" may mean an item of a numbered list.
    listed = {marker.strip("().: ") for marker in markers}
    pointed = [r for r in case.letter.references if r.kind == "section" and r.number is not None]
    for reference in pointed[:MOST_POINTERS]:
        number = reference.number or ""
        if number in told or number in listed or has_section(case, number):
            continue
        severity = _severity_in_prose(case, reference.text)
        if severity is not None:
            yield _missing(case, number, severity, reference.evidence, None)


def _missing(
    case: Case,
    number: str,
    severity: Severity,
    places: Sequence[Evidence],
    assignment: str | None,
) -> Finding:
    """With the sections that are there: those beside the missing one, or the letter's main ones."""
    sections = [section for section in case.letter.sections if section.number]
    beside = [s for s in sections if is_within(s.number, number.split(".", maxsplit=1)[0])]
    shown = beside or [section for section in sections if section.level == 1]
    return make_finding(
        "missing_section",
        severity,
        number,
        [*places, *(evidence for section in shown for evidence in section.evidence)],
        section=number,
        assignment=assignment or "",
    )


def _financing(case: Case) -> Iterator[tuple[Assignment | None, FinancingLine]]:
    for assignment in case.letter.assignments:
        for line in assignment.financing:
            yield assignment, line
    for line in case.letter.financing:
        yield None, line


def _is_of_other(line: FinancingLine) -> bool:
    """Whether a line points to a section of another document."""
    at = line.text.find(line.section_reference or "")
    return _names_other(line.text[max(0, at - NEAR) : at + NEAR])


def _names_other(words: str) -> bool:
    """Whether words around a pointer say that it is to another document."""
    return HERE.search(words) is None and ELSEWHERE.search(words) is not None


def _severity_in_prose(case: Case, printed: str) -> Severity | None:
    """How sure it is that a pointer in running text means a section of this letter."""
    text = case.reading.text
    sure: Severity | None = None
    for match in re.finditer(re.escape(printed).replace(r"\ ", r"\s+"), text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = _line_end(text, match.end())
        before = text[max(line_start, match.start() - AROUND) : match.start()]
        after = text[match.end() : min(line_end, match.end() + AROUND)]
        if HERE.search(after[:NEAR]):
            return "error"
        if case.letter.kind == "base" and not _names_other(before + after):
            sure = "warning"
    return sure


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def silent_section(case: Case) -> Iterator[Finding]:
    """The section that an assignment's financing points to says something of it.

    A grant's post must be named there or in a table; where no post is given, there must be money.
    """
    for assignment in case.letter.assignments:
        for line in assignment.financing:
            number = line.section_reference
            if number is None or not has_section(case, number) or _is_of_other(line):
                continue
            if not (_names_post(case, line, number) if line.post else _names_money(case, number)):
                heading = [s for s in case.letter.sections if s.number == number]
                known = line.chapter is not None and line.post is not None
                post = post_key((line.chapter or 0, line.post or 0)) if known else ""
                # Money may be paid from a post that the budget part has no reason to speak of.
                yield make_finding(
                    "silent_section",
                    "info" if line.post else "warning",
                    assignment.number or number,
                    [*line.evidence, *(e for section in heading for e in section.evidence)],
                    name=f"Oppdrag {assignment.number or assignment.title}",
                    section=number,
                    of_post=f" ({post})" if post else "",
                )


def _names_post(case: Case, line: FinancingLine, number: str) -> bool:
    """Whether a section, or any table, has the post that a line is paid from."""
    if line.chapter is None or line.post is None:
        return True
    post = (line.chapter, line.post)
    inside = [
        side
        for _, other in lines_in_section(case, number)
        for side in (
            (other.chapter, other.post),
            (other.counter_chapter, other.counter_post),
        )
    ]
    start, end = section_span(case, number)
    headed = [(h.chapter, h.post) for h in case.headings if start <= h.start < end]
    if post in case.rows or post in inside or post in headed:
        return True
    named = case.reading.posts(Span(start, end))
    return any((found.chapter, found.post) == post for found in named)


def _names_money(case: Case, number: str) -> bool:
    start, end = section_span(case, number)
    return ANY_MONEY.search(case.reading.text, start, end) is not None


def missing_post(case: Case) -> Iterator[Finding]:
    """A post that "jf. omtale under post 01" points to is spoken of in the letter."""
    if not case.posts:
        return
    numbers = {number for _, number in case.posts}
    text, small = case.reading.text, case.reading.laid.text.found.small
    spoken = (
        match
        for start, end in marked_lines(small, ("omtal", "nevnt", "nemnt"))
        for match in SPOKEN_OF_UNDER.finditer(text, start, end)
    )
    for match in spoken:
        line_end = _line_end(text, match.end())
        words = text[match.end() : min(line_end, match.end() + AROUND)]
        post = next(iter(case.reading.posts(Span(match.end(), match.end() + len(words)))), None)
        if post is None or post.start > 0 or post.post is None or _names_other(words):
            continue
        whole = (post.chapter or 0, post.post)
        is_there = whole in case.posts if post.chapter is not None else post.post in numbers
        if not is_there:
            place = f"kap. {post.chapter}, " if post.chapter is not None else ""
            key = post_key(whole) if post.chapter is not None else None
            yield make_finding(
                "missing_post",
                "warning",
                key,
                case.evidence(match.start(), match.end() + post.end),
                place=f"{place}post {post.post:02}",
            )


def missing_assignment(case: Case) -> Iterator[Finding]:
    """An assignment that is pointed to has been given: its number is none that is still to come.

    Numbers run through a year's letters, so of those before this letter's own nothing is known.
    """
    own = [parse_number(a.number) for a in case.letter.assignments if a.number]
    numbers = [number for number in own if number is not None and not number.is_bare]
    printed = [parse_number(n) for r in case.letter.renumberings for n in (r.old, r.new)]
    moved = {number_key(number) for number in printed if number is not None}
    latest: dict[tuple[str, int], AssignmentNumber] = {}
    for number in numbers:
        before = latest.setdefault(_series(number), number)
        if number.sequence > before.sequence:
            latest[_series(number)] = number
    if not any(_goes_beyond(case, series, last.sequence) for series, last in latest.items()):
        return
    told: set[str] = set()
    for found in find_assignment_numbers(case.reading.text):
        last = latest.get(_series(found))
        if last is None or found.is_bare or found.sequence <= last.sequence:
            continue
        if found.canonical in told or number_key(found) in moved:
            continue
        if _OF_OTHERS.match(case.reading.text, found.end):
            continue
        told.add(found.canonical)
        yield make_finding(
            "missing_assignment",
            "warning",
            found.canonical,
            case.evidence(found.start, found.end),
            number=found.canonical,
            last=last.canonical,
        )


def _goes_beyond(case: Case, series: tuple[str, int], last: int) -> bool:
    """Whether the text may name a later number of a series: a quick look before the grammar."""
    pattern = rf"{series[1]}{MAYBE_SPACED_DASH}(\d{{1,3}})(?!\d)"
    return any(int(match[1]) > last for match in re.finditer(pattern, case.reading.text))


def _series(number: AssignmentNumber) -> tuple[str, int]:
    return number_key(number)[:2]
