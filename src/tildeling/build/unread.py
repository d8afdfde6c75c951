"""Silence is a lie: what looks like something and could not be read, and what nobody can see."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.build.drafts import Walk
from tildeling.build.parts import split_parts
from tildeling.build.reading import Reading
from tildeling.findings import make_finding
from tildeling.layout.blocks import LaidOut
from tildeling.letter import Evidence, Finding, Letter


def unread_pages(laid: LaidOut) -> Iterator[Finding]:
    """One finding a page that could not be read; its size is not known either, so it has no box."""
    for number, problem in laid.unread:
        yield make_finding(
            "unread_page",
            "error",
            None,
            [Evidence(page=number, bbox=None, text="")],
            page=number,
            problem=problem,
        )


def hidden_text(laid: LaidOut) -> Iterator[Finding]:
    """One finding a page with words that a reader of the page cannot see."""
    for number, words in laid.hidden:
        text = " ".join(word.text for word in words)
        box = (
            min(word.x0 for word in words),
            min(word.top for word in words),
            max(word.x1 for word in words),
            max(word.bottom for word in words),
        )
        yield make_finding(
            "hidden_text",
            "warning",
            None,
            [Evidence(page=number, bbox=box, text=text)],
            page=number,
            words=text[:200],
        )


def unread(reading: Reading, outline: Walk, letter: Letter) -> Iterator[Finding]:
    """Labelled deadlines without any date or status that we know."""
    for draft, assignment in zip(outline.drafts, letter.assignments, strict=True):
        for field in split_parts(reading, draft.body).deadlines:
            inside = [
                deadline
                for deadline in assignment.deadlines
                if set(deadline.evidence) & set(reading.evidence(field.span.start, field.span.end))
                or deadline.text in reading.words(field.span)
            ]
            if not inside:
                yield make_finding(
                    "unread_deadline",
                    "warning",
                    assignment.number,
                    reading.evidence(field.span.start, field.span.end),
                    words=reading.words(field.span)[:120],
                )
