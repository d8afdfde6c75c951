"""Where a place of the text stands: in which section, under which post, in which assignment."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from tildeling.letter import Assignment
from tildeling.meaning.letter import Built
from tildeling.meaning.outline import GroupHeading
from tildeling.scope.headings import BudgetHeading, SectionHeading
from tildeling.text.blocks import Span
from tildeling.verify.words import BUDGET_TITLE


@dataclass(frozen=True, slots=True)
class Standing:
    """What a place stands under."""

    section: str | None = None
    """The number of its section."""
    is_budget: bool = False
    """True in a section about money, and under a heading that names a chapter or post."""
    chapter: int | None = None
    post: int | None = None
    heading: Span | None = None
    """The heading that names the post."""
    assignment: Assignment | None = None

    @property
    def key(self) -> str | None:
        """What a finding there is about: the post, the assignment, the section."""
        if self.assignment is not None:
            return self.assignment.number or self.section
        if self.chapter is not None and self.post is not None:
            return f"{self.chapter}/{self.post}"
        return self.section


class Standings:
    """The standing of every place of a letter."""

    def __init__(self, built: Built) -> None:
        found: list[tuple[int, Standing]] = [(0, Standing())]
        standing = Standing()
        for item in built.outline.outside:
            start = item.start if hasattr(item, "start") else item.span.start
            if isinstance(item, SectionHeading):
                title = built.reading.words(item.title)
                standing = Standing(item.number, BUDGET_TITLE.search(title) is not None)
            elif isinstance(item, GroupHeading):
                standing = Standing(standing.section, standing.is_budget)
            elif isinstance(item, BudgetHeading):
                chapter = item.chapter if item.chapter is not None else standing.chapter
                standing = replace(
                    standing, is_budget=True, chapter=chapter, post=item.post, heading=item.span
                )
            found.append((start, standing))
        pairs = zip(built.outline.drafts, built.letter.assignments, strict=True)
        for draft, assignment in pairs:
            inside = Standing(draft.section, assignment=assignment)
            found.append((draft.heading.span.start, inside))
            found.extend((block.start, inside) for block in draft.body)
        found.sort(key=_start)
        self._starts = [start for start, _ in found]
        self._standings = [standing for _, standing in found]

    def at(self, place: int) -> Standing:
        """The standing of a character."""
        return self._standings[bisect_right(self._starts, place) - 1]


def _start(found: tuple[int, Standing]) -> int:
    return found[0]
