"""A letter as this room sees it: what was read of it already, and the blocks that are left to ask.

A block, list item or sentence is read with the headings over it and the sentence that leads into
it: "Rapport for 1. tertial" is a report under "Rapportering", and an indicator's name under
"Styringsparametere".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tildeling.any_case import small_letters
from tildeling.find.posts import BudgetPost, is_revenue
from tildeling.letter import Evidenced, Letter
from tildeling.meaning.letter import Built
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Row, Span, Table, block_at, is_note
from tildeling.text.spans_around import SpansAround


class _Read(NamedTuple):
    """Characters that an assignment was read from."""

    start: int
    end: int
    position: int


@dataclass(frozen=True)
class LetterBody:
    """The letter between its head and its signature, and its attachments.

    Contents lists, footnotes, letterhead and closing are not among the blocks.
    """

    built: Built

    @property
    def reading(self) -> Reading:
        """The laid-out letter: `reading.words(span)`, `.sentences`, `.evidence`, `.place`."""
        return self.built.reading

    @property
    def letter(self) -> Letter:
        """What has been read so far."""
        return self.built.letter

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """In reading order."""
        return tuple(block for block in self.built.body if not is_note(block))

    def with_signs(self, signs: Iterable[str]) -> list[int]:
        """The positions of the blocks that have one of some words, given in small letters.

        A letter's text is looked through once for each: most blocks of it have none, and asking
        each block takes ten times as long.
        """
        found = {(bisect_right(self._starts, at) - 1, at) for at in self.places_of(signs)}
        inside = {index for index, at in found if index >= 0 and at < self.blocks[index].end}
        return sorted(inside)

    def places_of(self, signs: Iterable[str]) -> list[int]:
        """Where in the letter's text some words stand, given in small letters; in no order."""
        small = self.reading.laid.text.found.small
        places: list[int] = []
        for sign in signs:
            at = small.find(sign)
            while at >= 0:
                places.append(at)
                at = small.find(sign, at + len(sign))
        return places

    def headings(self, at: int) -> tuple[str, ...]:
        """The words of the headings that a character stands under, from the innermost.

        Its own, where it stands in a heading, is the first; the letter's title is none.
        """
        places = self.reading.place(at).outward()
        return tuple(place.words for place in places if place.kind != "letter")

    def section(self, at: int) -> str | None:
        """The number of the section that a character stands in; an attachment is in none."""
        block = block_at(self.blocks, at)
        if block is not None and block.start in self.built.attached:
            return None
        index = bisect_right(self._section_starts, at) - 1
        return self.letter.sections[index].number if index >= 0 else None

    def assignment(self, at: int) -> int | None:
        """Position of the assignment that a character was read into; None outside."""
        return next((read.position for read in self._assignments.around(at, at + 1)), None)

    @cached_property
    def _assignments(self) -> SpansAround[_Read]:
        """Where assignments were read: each is asked for many characters."""
        return SpansAround(
            sorted(
                _Read(each._extent.start, each._extent.end, position)
                for position, assignment in enumerate(self.letter.assignments)
                for each in assignment.evidence
            )
        )

    def chapter(self, post: BudgetPost, span: Span) -> int | None:
        """The chapter of a post that a span's words name.

        It is said with the post, elsewhere in the span, before it in the block, in the headings
        over it, it is the only one whose budget rows have the post, or follows in the block.
        """
        if post.chapter is not None:
            return post.chapter
        block = block_at(self.reading.blocks, span.start) or span
        alone = self._chapters(span)
        if len(set(alone)) == 1:
            return alone[0]
        before = self._chapters(Span(block.start, span.start))
        if before:
            return before[-1]
        chapter, _ = self.reading.post_in_force(span.start)
        if chapter is not None and not is_revenue(chapter):
            return chapter
        having = {
            row.chapter
            for table in self.letter.budget_tables
            for row in table.rows
            if row.post == post.post and row.chapter is not None and not is_revenue(row.chapter)
        }
        if len(having) == 1:
            return having.pop()
        return next(iter(self._chapters(Span(span.end, block.end))), None)

    def _chapters(self, span: Span) -> list[int]:
        """The chapters of expenditure that a span's words name."""
        named = (one.chapter for one in self.reading.posts(span))
        return [one for one in named if one is not None and not is_revenue(one)]

    @cached_property
    def budget_tables(self) -> frozenset[int]:
        """Where the tables begin that hold budget rows."""
        rows = [
            each._extent.start
            for table in self.letter.budget_tables
            for row in table.rows
            for each in row.evidence
        ]
        found = (block_at(self.reading.blocks, at) for at in rows)
        return frozenset(block.start for block in found if isinstance(block, Table))

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [start_of(section) for section in self.letter.sections]


def start_of(item: Evidenced) -> int:
    """Where in the letter's text an item begins."""
    return item.evidence[0]._extent.start


def heads_over(reading: Reading, rows: Iterable[Row]) -> dict[int, str]:
    """The words over each column in small letters, those of several heading rows joined."""
    heads: dict[int, str] = {}
    for row in rows:
        for cell in row.cells:
            words = small_letters(reading.line(cell))
            for column in range(cell.column, cell.column + cell.columns):
                heads[column] = f"{heads.get(column, '')} {words}".strip()
    return heads
