"""Footnotes: what they are on a page, taken out of the lines that they interrupt.

A footnote stands at the foot of a page or under a table, in smaller type, after its mark. It is
text of the letter, but none of the paragraph or table that goes on over it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tildeling.page.furniture import PAGE_NUMBER
from tildeling.page.lines import Line
from tildeling.page.raised_words import OWN_MARK, plain_mark
from tildeling.read.page import Page, Ruling, Word

# Footnotes are set in less than this share of the text's size: 0.75 to 0.91 in letters.
SMALL = 0.93

# A footnote's next line stands no further below than this many font sizes.
STEP = 1.5

# Lines of one footnote differ in size by no more than this share.
SAME_SIZE = 0.05

# A footnote as large as the text goes on where its line fills this share of the text's width.
FULL = 0.8

# Lines under a page's footnotes: page number, running foot.
MOST_UNDER = 2

_ENDED = re.compile(r"[.!?)»”\"]$")


@dataclass(eq=False)
class Note:
    """A footnote: its mark, and its lines on one page or two."""

    page: int
    mark: str
    lines: list[Line]

    @property
    def top(self) -> float:
        """Where it begins on its page."""
        return self.lines[0].top


@dataclass(frozen=True, slots=True)
class Marks:
    """What raised marks tell of footnotes on a page."""

    seen: Collection[str]
    """Marks that stand at words here, or on the page before."""
    first_words: Mapping[Word, str]
    """Words that had a mark right before them, at a line's beginning."""


def take_notes(
    page: Page, lines: Sequence[Line], marks: Marks, size: float
) -> tuple[list[Line], list[Note]]:
    """The page's lines without its footnotes, and these. `size` is that of the letter's text."""
    notes: list[Note] = []
    rest: list[Line] = []
    wide = max([line.x1 - line.x0 for line in lines], default=0.0)
    for line in lines:
        begun = _begun(line, marks, size, low=line.top > page.height / 2)
        if begun is not None and not _in_table(line, page.rulings):
            notes.append(begun)
        elif notes and _goes_on(notes[-1].lines[-1], line, size, wide):
            notes[-1].lines.append(line)
        else:
            rest.append(line)
    return rest, notes


def _begun(line: Line, marks: Marks, size: float, *, low: bool) -> Note | None:
    """The footnote that a line begins; `low` says that it stands in the page's lower half.

    Of what speaks for one, its mark at a word and its small type, tags may stand for either.
    """
    first = line.words[0]
    # Few pages have any, and to look up a word costs.
    if marks.first_words and (mark := marks.first_words.get(first)) is not None:
        return Note(line.page, mark, [line])
    if len(line.words) == 1 or OWN_MARK.fullmatch(first.text) is None:
        return None
    mark = plain_mark(first.text)
    small = line.size < SMALL * size
    tagged = low and not mark.isalpha() and _is_tagged_note(line)
    if (mark in marks.seen and (small or "*" in mark or tagged)) or (small and tagged):
        return Note(line.page, mark, [Line(line.page, line.words[1:], line.frame)])
    return None


def _is_tagged_note(line: Line) -> bool:
    """True for a line that the PDF's tags say is of a footnote."""
    return all(word.element and word.element.nearest("Note") for word in line.words)


def _goes_on(above: Line, line: Line, size: float, wide: float) -> bool:
    """True if a footnote goes on in the next line."""
    return (
        _alike(above, line)
        and 0 < line.middle - above.middle <= STEP * above.size
        and (line.size < SMALL * size or above.x1 - above.x0 > FULL * wide)
    )


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= SAME_SIZE * one.size and one.bold == other.bold


def _in_table(line: Line, rulings: Sequence[Ruling]) -> bool:
    """True for a line with ruled lines on both sides: what stands there is a cell's."""
    beside = [r for r in rulings if not r.is_horizontal and r.top < line.middle < r.bottom]
    return any(r.x0 <= line.x0 for r in beside) and any(r.x0 >= line.x1 for r in beside)


def join_over_pages(pages: Sequence[tuple[list[Line], list[Note]]], size: float) -> None:
    """Puts what is left of a long footnote, at the foot of the next page, to it.

    It stands there without a mark, over that page's own footnotes, under larger type.
    """
    for (_, before), (lines, notes) in pairwise(pages):
        if not before or _ENDED.search(before[-1].lines[-1].text):
            continue
        last = before[-1].lines[-1]
        foot = notes[0].top if notes else float("inf")
        over = [line for line in lines if line.top < foot and not PAGE_NUMBER.fullmatch(line.text)]
        rest: list[Line] = []
        for line in reversed(over):
            if rest and not _goes_on(line, rest[0], size, float("inf")):
                break
            if _alike(line, last) and line.size < SMALL * size:
                rest.insert(0, line)
            elif rest or len(over) - over.index(line) > MOST_UNDER:
                break
        if rest and rest[0] is not over[0]:
            before[-1].lines.extend(rest)
            lines[:] = [line for line in lines if line not in rest]
