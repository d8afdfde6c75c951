"""Rules about what could not be read as what it looks like."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.audit.case import Case
from tildeling.audit.words import CANCELS
from tildeling.find.numbers import find_assignment_numbers
from tildeling.findings import make_finding
from tildeling.letter import Finding
from tildeling.text.blocks import Paragraph

# Characters of a sentence that a message quotes.
SHOWN = 160


def nameless_cancellation(case: Case) -> Iterator[Finding]:
    """An assignment that is cancelled is named by its number, or by the title it was given."""
    for assignment in case.letter.assignments:
        is_named = assignment.number is not None or assignment.title is not None
        if assignment.status == "cancelled" and not is_named:
            words = assignment.description or ""
            yield make_finding(
                "nameless_cancellation",
                "warning",
                None,
                assignment.evidence,
                words=words[:SHOWN],
            )
    for item in case.built.outline.outside:
        if not isinstance(item, Paragraph):
            continue
        words = case.reading.words(item)
        if not CANCELS.search(words) or find_assignment_numbers(words):
            continue
        yield make_finding(
            "nameless_cancellation",
            "warning",
            None,
            case.evidence(item.start, item.end),
            words=words[:SHOWN],
        )
