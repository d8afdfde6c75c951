"""Which paragraphs head the numbered sections of a letter, and which only stand in its lists.

A number alone decides nothing: goals and assignments are numbered too, in bold, and headings of
the second depth may be set in italics. What decides is the letter's own count: a section goes on
from the one before it, a list begins at 1 under a sentence that leads into it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from tildeling.scope.headings import (
    SectionHeading,
    counts_in_letters,
    ends_text,
    looks_like_heading,
    part_alone,
    with_number,
    words_of,
)
from tildeling.text.blocks import Block, LaidOut, Paragraph, Style, is_note

# Points: headings of one depth differ by less, those of the next by a half or more.
SAME_SIZE = 0.3
# Characters of a heading that no type sets apart: of 981 numbered headings one has more.
LONGEST_FAINT = 100

# An addendum names only the sections that it changes: of 40 none skips more at once.
MOST_SKIPPED = 4

# What a row of a table has and no heading: sums ("45 Utstyr 3 842,6 4 011,3 Auke"), two dates.
_ROW = re.compile(
    r"\d[ .\u00a0]\d{3}(?!\d)|\d,\d|(?<!\d)\d+ (?:\d{1,3} )*\d+\)?$|"
    r"(?:\d{4}|\d{1,2}\.) .*\d{1,2}\. ?[a-z]+ \d{4}| – ?$"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    heading: SectionHeading
    block: Paragraph
    faint: bool
    """True where it is not set in bold, in capitals or in larger type."""

    @property
    def single(self) -> int | None:
        """An arabic number without a stop inside, which may be a list's."""
        number = self.heading.number or ""
        return int(number) if number.isdigit() and not self.heading.is_part else None


def numbered_sections(
    laid: LaidOut, blocks: Sequence[Block], contents: Set[int]
) -> dict[int, SectionHeading]:
    """The headings of numbered sections, by their positions among the blocks.

    The first block is the letter's title where it has one; `contents` are the positions of those
    that make up a table of contents.
    """
    count = _Count(laid, blocks, contents)
    return {found.at: found.heading for found in count.sections()}


class _Count:
    """The letter's own count of its sections, followed from the first to the last."""

    def __init__(self, laid: LaidOut, blocks: Sequence[Block], contents: Set[int]) -> None:
        self._laid = laid
        self._blocks = blocks
        letters = counts_in_letters(laid, blocks)
        first = 1 if laid.has_title else 0
        self._candidates = [
            found
            for at, block in enumerate(blocks)
            if at >= first
            and at not in contents
            and isinstance(block, Paragraph)
            and not is_note(block)
            and (found := self._candidate(at, block, letters)) is not None
        ]
        self._last = 0
        """Number of the last section of the first depth."""
        self._main: Style | None = None
        """The type of its heading."""
        self._path = ""
        """Number of the last section."""
        self._listed: int | None = None
        """Number of the last item of the list that is being counted."""
        self._restarts = True
        """True where the next section may be number 1 again: a part was headed."""

    def _candidate(self, at: int, block: Paragraph, letters: bool) -> _Candidate | None:
        if looks_like_heading(self._laid, block):
            found = with_number(self._laid, block, letters)
            if found is None and at + 1 < len(self._blocks):
                found = part_alone(self._laid, block, self._blocks[at + 1])
            return None if found is None else _Candidate(at, found, block, faint=False)
        if block.end - block.outer > LONGEST_FAINT or block.marker in ("•", "-", "–"):
            return None
        found = with_number(self._laid, block, letters=False)
        if found is None or found.is_part or not found.number or not found.number[0].isdigit():
            return None
        title = words_of(self._laid, found.title)
        if not title[0].isupper() or title[-1] in ",:?!" or ends_text(title):
            return None
        return _Candidate(at, found, block, faint=True)

    def sections(self) -> list[_Candidate]:
        """The candidates that the letter counts as its sections."""
        counted = any(found.single is not None and not found.faint for found in self._candidates)
        accepted: list[_Candidate] = []
        for position, found in enumerate(self._candidates):
            previous = accepted[-1].at if accepted else None
            if found.faint:
                taken = self._goes_on_faintly(found, counted)
            else:
                in_list = self._in_list(position, found, previous)
                taken = not in_list and not self._is_out_of_count(found)
            if taken:
                accepted.append(found)
                self._take(found)
        return accepted

    def _take(self, found: _Candidate) -> None:
        self._listed = None
        self._restarts = found.heading.is_part
        if found.heading.is_part:
            self._path = ""
            return
        self._path = found.heading.number or ""
        first = self._path.split(".")[0]
        if first.isdigit():
            self._last = int(first)
        if found.single is not None:
            self._main = found.block.style

    def _in_list(self, position: int, found: _Candidate, previous: int | None) -> bool:
        """True for an item of a list of goals or assignments that is set like headings."""
        number = found.single
        if number is None:
            return False
        if self._listed is not None and number == self._listed + 1:
            again = any(later.single == number for later in self._candidates[position + 1 :])
            if number != self._last + 1 or again or self._stands_inside(position, found):
                self._listed = number
                return True
            return False
        if number != 1:
            return False
        led_in = self._is_led_in(found.at)
        again = any(later.single == 1 for later in self._candidates[position + 1 :])
        listed = led_in and again  # "Vedlegg:", "Brevet har disse delene:"
        if self._last and not self._restarts:
            listed = led_in or previous == found.at - 1 or self._laid.text.is_plain
            listed = listed or self._stands_inside(position, found)
        self._listed = 1 if listed else None
        return listed

    def _stands_inside(self, position: int, found: _Candidate) -> bool:
        """True for a 1 in another type than the sections', whose count goes on later.

        "1. Nytt beredskapssenter", "2. Droner" under "Oppdrag for 2026" in 3.3, before 3.4 or 4.
        """
        if self._main is None or _is_set_alike(found.block.style, self._main):
            return False
        return any(
            later.single == self._last + 1 and _is_set_alike(later.block.style, self._main)
            if later.single is not None
            else (later.heading.number or "").startswith(f"{self._last}.")
            for later in self._candidates[position + 1 :]
        )

    def _is_out_of_count(self, found: _Candidate) -> bool:
        """True in plain text for a number that no section can have here.

        No type sets headings apart there: rows of tables begin with numbers too, those of posts.
        """
        number = found.heading.number or ""
        if not self._laid.text.is_plain or found.heading.is_part or not number[0].isdigit():
            return False
        if _ROW.search(words_of(self._laid, found.heading.title)):
            return True
        parts = [int(part) for part in number.split(".")]
        if not self._last <= parts[0] <= self._last + MOST_SKIPPED:
            return not (parts[0] == 1 and self._restarts)
        last = [int(part) for part in self._path.split(".") if part.isdigit()]
        return parts <= last and not self._restarts

    def _is_led_in(self, at: int) -> bool:
        """True where the paragraph above ends in a colon."""
        above = self._blocks[at - 1]
        return isinstance(above, Paragraph) and words_of(self._laid, above).endswith(":")

    def _goes_on_faintly(self, found: _Candidate, counted: bool) -> bool:
        """True for a number that is the next one at its place, set apart a little."""
        number = found.heading.number or ""
        apart = found.block.style.italic or found.block.style.underlined
        if number.isdigit():
            return apart and not counted and int(number) == self._last + 1
        if not _is_next(number, self._path):
            return False
        return apart or self._stands_over_text(found.at)

    def _stands_over_text(self, at: int) -> bool:
        """True for a line over running text or a table, under text that came to its end."""
        below = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        above = self._blocks[at - 1]
        if isinstance(above, Paragraph) and words_of(self._laid, above)[-1:] in (":", ","):
            return False
        if not isinstance(below, Paragraph):
            return below is not None
        return below.marker is None and words_of(self._laid, below)[-1:] in (".", ":")


def _is_set_alike(one: Style, other: Style) -> bool:
    """True for headings of one type and size."""
    return one.bold == other.bold and abs(one.size - other.size) < SAME_SIZE


def _is_next(number: str, last: str) -> bool:
    """True for a number of two parts or more that comes next in the count.

    >>> _is_next("6.1", "6"), _is_next("6.2", "6.1.3"), _is_next("6.3", "6.1"), _is_next("1.1", "3")
    (True, True, False, False)
    """
    *above, own = number.split(".")
    before = last.split(".")
    if not above or before[: len(above)] != above:
        return False
    return int(own) == (1 if len(before) == len(above) else int(before[len(above)]) + 1)
