"""The paragraphs of a letter that speak of goals, in which goals are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.steering.goal_merging import Found
from tildeling.steering.goal_words import (
    FORMS,
    GOALS_HEADING,
    KINDS,
    LEADERS,
    MAIN,
    NOT_GOALS_HEADING,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Cell, Paragraph, Row, Table, outer_start, paragraphs_of

WORD = "mål"
# Characters at a line's end that tell whether it ends in leaders and a page's number.
_LEADERS = 24
# Characters of a goal that stands in a line of its own without a label or bullet.
LONGEST_LINE = 240


@dataclass(frozen=True, slots=True)
class InTable:
    """The table cell that a paragraph is in."""

    table: Table
    row: Row
    cell: Cell


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the word in it, and what it stands among."""

    part: Paragraph
    among: Sequence[Block]
    """The letter's blocks, or the paragraphs of its table cell."""
    at: int
    in_table: InTable | None = None

    def after(self, steps: int = 1) -> Paragraph | None:
        """The paragraph some steps further on, where a paragraph stands there."""
        at = self.at + steps
        block = self.among[at] if at < len(self.among) else None
        return block if isinstance(block, Paragraph) else None


def passages(body: LetterBody) -> Iterator[Passage]:
    """Each paragraph, of tables too, that speaks of goals and is no part of an assignment."""
    end = 0
    for at in _word_places(body.reading.laid.text.found.small):
        if at < end:
            continue
        index = bisect_right(body.blocks, at, key=outer_start) - 1
        block = body.blocks[index]
        if index < 0 or at >= block.end:
            continue
        found = (
            Passage(block, body.blocks, index)
            if isinstance(block, Paragraph)
            else _in_cell(block, at)
        )
        if found is not None:
            end = found.part.end
            words = body.reading.words(found.part)
            is_contents = LEADERS.search(words, max(0, len(words) - _LEADERS)) is not None
            if not is_contents and body.assignment(at) is None:
                yield found


def _in_cell(table: Table, at: int) -> Passage | None:
    row = next((row for row in table.rows if row.start <= at < row.end), None)
    for cell in row.cells if row is not None else ():
        parts = paragraphs_of(cell)
        for position, part in enumerate(parts):
            if row is not None and part.outer <= at < part.end:
                return Passage(part, parts, position, InTable(table, row, cell))
    return None


def _word_places(small: str) -> Iterator[int]:
    """Where a word for a goal stands: "hovedmålet", not "formål" nor "målgruppe"."""
    at = small.find(WORD)
    while at >= 0:
        start, end = at, at + len(WORD)
        while start and small[start - 1].isalpha():
            start -= 1
        while end < len(small) and small[end].isalpha():
            end += 1
        if small[start:at] in KINDS and small[at + len(WORD) : end] in FORMS:
            yield start
        at = small.find(WORD, end)


def kind_of(words: str) -> tuple[int, str]:
    """A goal's rank, and the word before "mål" in what it is called.

    >>> kind_of("overordna mål"), kind_of("delmål")
    ((1, ''), (5, 'del'))
    """
    kind = next((kind for kind in KINDS if kind and f"{kind}mål" in words), "")
    rank = KINDS[kind]
    if "overordn" in words or "langsiktig" in words:
        rank = min(rank, MAIN)
    return rank, kind


_ENDING = re.compile(r"(?:[\s,;.:]|[,;] (?:og|samt))+$")


def title_of(body: LetterBody, start: int, end: int) -> tuple[int, int] | None:
    """A goal's words without what leads into the next item; None where nothing is left."""
    text = body.reading.text
    while start < end and text[start] in " \t\n–—-:.":
        start += 1
    words = _ENDING.sub("", text[start:end])
    return (start, start + len(words)) if len(words) > 3 else None


def is_heading(body: LetterBody, part: Paragraph) -> bool:
    """Whether a paragraph is a heading, or looks like one from end to end."""
    return body.reading.place(part.start).heading is part or part.lead >= part.end


def under_goals(body: LetterBody, at: int) -> bool:
    """Whether a heading over a place is one of goals."""
    return any(heads_goals(words.casefold()) for words in body.headings(at))


def heads_goals(small: str) -> bool:
    """Whether a heading is one of goals, perhaps with indicators or priorities."""
    return GOALS_HEADING.search(small) is not None and NOT_GOALS_HEADING.search(small) is None


def found_at(
    body: LetterBody,
    span: tuple[int, int],
    number: str | None,
    kind: tuple[int, str],
    under_main: bool = False,
) -> Iterator[Found]:
    """The goal between two characters, where words are left of it."""
    title = title_of(body, *span)
    if title is not None:
        yield Found(*title, number, *kind, under_main)
