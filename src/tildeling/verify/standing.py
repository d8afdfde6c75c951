"""Where a place of the text stands: in which section, under which post, in which assignment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tildeling.findings import key_of_post
from tildeling.letter import Assignment
from tildeling.meaning.letter import Built
from tildeling.scope.tree import Place
from tildeling.text.blocks import Span
from tildeling.verify.words import BUDGET_TITLE


@dataclass(frozen=True, slots=True)
class Standing:
    """What a place stands under."""

    section: str | None
    """The number of its section."""
    is_budget: bool
    """True in a section about money, and under a heading that names a chapter or post."""
    chapter: int | None
    post: int | None
    heading: Span | None
    """The heading that names the post."""
    assignment: Assignment | None

    @property
    def key(self) -> str | None:
        """What a finding there is about: the post, the assignment, the section."""
        if self.assignment is not None:
            return self.assignment.number or self.section
        if self.chapter is not None and self.post is not None:
            return key_of_post(self.chapter, self.post)
        return self.section


class Standings:
    """The standing of every place of a letter."""

    def __init__(self, built: Built) -> None:
        self._reading = built.reading
        inside: list[tuple[int, int, Assignment]] = []
        pairs = zip(built.outline.drafts, built.letter.assignments, strict=True)
        for draft, assignment in pairs:
            spans = (draft.heading.span, *draft.body)
            inside.extend((span.start, span.end, assignment) for span in spans)
        self._inside = sorted(inside, key=_start)

    @property
    def in_assignments(self) -> Iterator[Span]:
        """What stands in an assignment, from the first on."""
        return (Span(start, end) for start, end, _ in self._inside)

    def at(self, at: int) -> Standing:
        """The standing of a character."""
        place = self._reading.place(at)
        assignment = self._assignment(at)
        chapter, post = (None, None) if assignment else self._reading.post_in_force(at)
        heading = place.heading if post is not None and place.kind in ("chapter", "post") else None
        return Standing(
            section=next((p.number for p in place.outward() if p.number), None),
            is_budget=heading is not None or self._is_about_money(place),
            chapter=chapter,
            post=post,
            heading=heading,
            assignment=assignment,
        )

    def _is_about_money(self, place: Place) -> bool:
        return any(
            BUDGET_TITLE.search(self._reading.words(around.heading)) is not None
            for around in place.outward()
            if around.kind == "section" and around.heading is not None
        )

    def _assignment(self, at: int) -> Assignment | None:
        index = bisect_right(self._inside, at, key=_start) - 1
        if index < 0:
            return None
        _, end, assignment = self._inside[index]
        return assignment if at < end else None


def _start(inside: tuple[int, int, Assignment]) -> int:
    return inside[0]
