"""A letter as this room sees it: what was read of it already, and the blocks that are left to ask.

A block, list item or sentence is read with the headings over it and the sentence that leads into
it: "Rapport for 1. tertial" is a report under "Rapportering", and an indicator's name under
"Styringsparametere".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tildeling.letter import Evidenced, Letter
from tildeling.meaning.letter import Built
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Paragraph, is_note


@dataclass(frozen=True, slots=True)
class Listed:
    """Items of one list, and what leads into it."""

    intro: Paragraph | None
    """The paragraph right over it: a heading, a label or a sentence, most end in a colon."""
    items: tuple[Paragraph, ...]


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

    @cached_property
    def lists(self) -> tuple[Listed, ...]:
        """Each run of list items, in reading order."""
        return tuple(_lists(self.blocks))

    def headings(self, at: int) -> tuple[str, ...]:
        """The words of the headings that a character stands under, from the innermost.

        Its own, where it stands in a heading, is the first; the letter's title is none.
        """
        places = self.reading.place(at).outward()
        return tuple(place.words for place in places if place.kind != "letter")

    def section(self, at: int) -> str | None:
        """The number of the section that a character stands in."""
        index = bisect_right(self._section_starts, at) - 1
        return self.letter.sections[index].number if index >= 0 else None

    def assignment(self, at: int) -> int | None:
        """Position of the assignment that a character was read into; None outside."""
        return _holder(self.letter.assignments, at)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [start_of(section) for section in self.letter.sections]


def start_of(item: Evidenced) -> int:
    """Where in the letter's text an item begins."""
    return item.evidence[0]._extent.start


def _holder(items: Sequence[Evidenced], at: int) -> int | None:
    """Position of the item whose words a character is one of."""
    for index, item in enumerate(items):
        if any(each._extent.start <= at < each._extent.end for each in item.evidence):
            return index
    return None


def _lists(blocks: Iterable[Block]) -> Iterator[Listed]:
    intro: Paragraph | None = None
    items: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.marker is not None:
            items.append(block)
            continue
        if items:
            yield Listed(intro, tuple(items))
            items = []
        intro = block if isinstance(block, Paragraph) else None
    if items:
        yield Listed(intro, tuple(items))
