"""A letter as this room sees it: its text, its blocks, and the way to evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from tildeling.find.dates import DateExpression
from tildeling.find.money import Money
from tildeling.find.posts import BudgetPost
from tildeling.letter import Evidence
from tildeling.scope.tree import Place, Tree, read_tree
from tildeling.text.blocks import (
    Block,
    LaidOut,
    Span,
    Table,
    block_at,
    outer_start,
    paragraph_at,
    row_at,
)


@dataclass(frozen=True)
class Reading:
    """What all functions here take: the laid-out letter and its whole text."""

    laid: LaidOut
    text: str = field(init=False)
    _all_blocks: tuple[Block, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.laid.text.text)
        object.__setattr__(self, "_all_blocks", (*self.laid.head, *self.laid.blocks))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The title and all that follows it."""
        return self.laid.blocks

    @property
    def has_title(self) -> bool:
        """True where the first block is the title."""
        return self.laid.has_title

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def small(self, span: Span) -> str:
        """The words of a span in small letters, for who looks whether plain words stand in it."""
        return self.laid.text.found.small[span.start : span.end]

    def line(self, span: Span) -> str:
        """The words of a span on one line, with single spaces."""
        return " ".join(self.words(span).split())

    def money(self, span: Span) -> tuple[Money, ...]:
        """The sums in a span; these and the other finds count from where the span starts."""
        return self.laid.text.found.money(span.start, span.end)

    def posts(self, span: Span) -> tuple[BudgetPost, ...]:
        """The chapters and posts in a span."""
        return self.laid.text.found.posts(span.start, span.end)

    def dates(self, span: Span) -> list[DateExpression]:
        """The dates in a span."""
        return self.laid.text.found.dates(span.start, span.end)

    def sentences(self, span: Span) -> list[tuple[int, int]]:
        """Start and end of each sentence in a span."""
        return self.laid.text.found.sentences(span.start, span.end)

    def passage(self, at: int) -> str:
        """The sentence, list item or table row that a character stands in, on one line.

        In a table cell of several paragraphs it is the sentence or list item there.
        """
        block = block_at(self._all_blocks, at)
        if block is None:
            return ""
        part = paragraph_at(block, at)
        if part is None:
            return self.line(row_at(block, at)) if isinstance(block, Table) else ""
        if part.marker is not None:
            return self.line(part)
        start, end = self.laid.text.found.sentence_at(at)
        return self.line(Span(max(start, part.start), min(end, part.end)))

    @cached_property
    def tree(self) -> Tree:
        """The headings, and what stands under each."""
        return read_tree(self.laid)

    def place(self, at: int) -> Place:
        """The innermost heading that a character stands under; the letter itself over its title."""
        index = bisect_right(self._starts, at) - 1
        return self.tree.places[index] if index >= 0 else self.tree.letter

    def post_in_force(self, at: int) -> tuple[int | None, int | None]:
        """The chapter and post that the headings over a character name.

        A heading of a chapter ends the post of the one before it.
        """
        post: int | None = None
        for place in self.place(at).outward():
            post = place.post if post is None else post
            if place.chapter is not None:
                return place.chapter, post
        return None, post

    @cached_property
    def _starts(self) -> list[int]:
        return [outer_start(block) for block in self.blocks]

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Where the characters from `start` to `end` stand."""
        return self.laid.text.evidence(start, end)

    def evidence_of(self, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """Where several spans stand, in their order."""
        return self.laid.text.evidence_of(spans)
