"""The letter's sections as the audit needs them: which exist, and where each begins and ends."""

from __future__ import annotations

from tildeling.audit.case import Case
from tildeling.letter import FinancingLine


def has_section(case: Case, number: str) -> bool:
    """Whether the letter has a section of that number, or one within it."""
    numbers = [section.number for section in case.letter.sections if section.number]
    return any(is_within(own, number) for own in numbers)


def is_within(number: str | None, outer: str) -> bool:
    """Whether a section is another one or stands in it.

    >>> is_within("5.1", "5"), is_within("51", "5")
    (True, False)
    """
    return number is not None and (number == outer or number.startswith(f"{outer}."))


def section_span(case: Case, number: str) -> tuple[int, int]:
    """Where a section begins in the text, and where the next one that is not within it does."""
    start = end = 0
    for heading in case.built.outline.sections:
        if is_within(heading.number, number):
            start = start or heading.span.start
            end = 0
        elif start and not end:
            end = heading.span.start
    return start, end or len(case.reading.text)


def lines_in_section(case: Case, number: str) -> list[tuple[int, FinancingLine]]:
    """The budget part's lines in a section, with their positions in the letter's `financing`."""
    sections = case.built.line_sections
    return [
        (at, line)
        for at, (line, section) in enumerate(zip(case.letter.financing, sections, strict=True))
        if is_within(section, number)
    ]
