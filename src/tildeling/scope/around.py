"""What stands around a table and may speak of it, from the nearest to the farthest.

The order is one for all that a table takes from its surroundings: its caption, the line under it,
the sentence that leads into it, what stands above in its section and in the sections around, their
headings, and a sentence that speaks of the whole letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tildeling.find.units import find_units
from tildeling.scope.headings import looks_like_heading
from tildeling.scope.tree import Place, Tree
from tildeling.scope.words import CAPTION_NUMBER, DIVIDES, NOTE_MARK, UNIT_FILLERS
from tildeling.text.blocks import Block, Paragraph, Table

# A caption is shorter than this many characters.
SHORT = 120
# So many short lines under a table are looked at: footnotes stand before what is said of all.
NOTE_LINES = 4


@dataclass(frozen=True)
class Around:
    """The surroundings of the blocks `first` to `last`, which are one table."""

    tree: Tree
    first: int
    last: int

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The letter's blocks."""
        return self.tree.laid.blocks

    @property
    def place(self) -> Place:
        """The innermost place that the table stands in."""
        return self.tree.places[self.first]

    @cached_property
    def captions(self) -> list[Paragraph]:
        """What stands right over the table as its caption or heading, from the nearest."""
        found: list[Paragraph] = []
        for at in range(self.first - 1, -1, -1):
            block = self.blocks[at]
            if not isinstance(block, Paragraph) or not self._is_caption(at, block):
                break
            found.append(block)
            if self._heads_section(block):
                break
        return found

    @cached_property
    def lead(self) -> Paragraph | None:
        """The paragraph over the table and its captions; None right under a heading."""
        if any(map(self._heads_section, self.captions)):
            return None
        at = self.first - len(self.captions) - 1
        block = self.blocks[at] if at >= 0 else None
        return block if isinstance(block, Paragraph) else None

    @property
    def before_lead(self) -> Paragraph | None:
        """The paragraph over the lead, where it is text of the same place."""
        at = self.first - len(self.captions) - 2
        if self.lead is None or at < 0 or self.tree.places[at] is not self.place:
            return None
        block = self.blocks[at]
        return block if isinstance(block, Paragraph) and block is not self.place.heading else None

    @cached_property
    def lead_sentence(self) -> str:
        """The last sentence of the paragraph over the table; "" without one."""
        if self.lead is None:
            return ""
        sentences = self.tree.laid.text.found.sentences(self.lead.start, self.lead.end)
        return self.words(self.lead)[slice(*sentences[-1])].strip() if sentences else ""

    @property
    def leads_in(self) -> bool:
        """True where the sentence over the table speaks of what follows."""
        sentence = self.lead_sentence
        return sentence.endswith(":") or CAPTION_NUMBER.search(sentence) is not None

    @property
    def introduces(self) -> bool:
        """True where the paragraph over the table speaks of it in any of its sentences.

        It names the table, says how money is divided, or in what unit amounts are.
        """
        if self.lead is None:
            return False
        words = self.words(self.lead)
        is_said = CAPTION_NUMBER.search(words) or DIVIDES.search(words) or find_units(words)
        return self.leads_in or bool(is_said)

    @property
    def divides(self) -> bool:
        """True where the heading of its place, or the text between, says how money is divided."""
        place = self.place
        if place.heading is None:
            return False
        over = (b for b in self.blocks[place.at : self.first] if isinstance(b, Paragraph))
        return any(DIVIDES.search(self.words(block)) for block in over)

    @property
    def section_words(self) -> str:
        """The heading of the section it stands in; "" in none."""
        section = self.place.section
        return self.words(section.heading) if section.heading and section.kind != "letter" else ""

    @property
    def says_unit(self) -> bool:
        """True where a caption, what introduces it or a note beside the table says a unit."""
        lead = [self.lead] if self.lead is not None and self.introduces else []
        return any(find_units(self.words(p)) for p in (*self.captions, *lead, *self.notes))

    @cached_property
    def notes(self) -> list[Paragraph]:
        """Short lines right under the table, as far as they read as notes.

        The last before another table is that one's caption, where it says more than a unit.
        """
        found: list[Paragraph] = []
        for at in range(self.last + 1, min(self.last + 1 + NOTE_LINES, len(self.blocks))):
            block = self.blocks[at]
            if not isinstance(block, Paragraph) or not self._is_note(block):
                break
            words = self.words(block).strip()
            heads_next = any(isinstance(after, Table) for after in self.blocks[at + 1 : at + 2])
            if heads_next and not (NOTE_MARK.match(words) or is_only_unit(words)):
                break
            found.append(block)
        return found

    def text_above(self) -> Iterator[Paragraph]:
        """Paragraphs over the lead in the same section, then in those around it, from the nearest.

        What stands under another heading that has ended is not among them, nor another table's own
        numbered caption and the notes under it.
        """
        own = {place for place in self.place.outward() if place.kind in ("section", "letter")}
        for at in range(self.first - len(self.captions) - 1, -1, -1):
            block = self.blocks[at]
            if (
                isinstance(block, Paragraph)
                and block is not self.lead
                and self.tree.places[at].section in own
                and not self._is_of_other_table(at, block)
            ):
                yield block

    def headings(self) -> Iterator[Paragraph]:
        """The headings of the places around the table, from the innermost; last the title."""
        return (p.heading for p in self.place.outward() if p.heading is not None)

    @cached_property
    def number(self) -> str | None:
        """The number that its caption gives the table: "5.1" of "Tabell 5.1"."""
        for caption in self.captions:
            match = CAPTION_NUMBER.match(self.words(caption))
            if match is not None and match["number"] is not None:
                return match["number"]
        return None

    def is_within(self, section: str) -> bool:
        """Whether the table stands in a section of that number, or in one within it."""
        numbers = [place.number for place in self.place.outward() if place.number is not None]
        return any(number == section or number.startswith(f"{section}.") for number in numbers)

    def words(self, block: Paragraph) -> str:
        """The words of a paragraph."""
        return self.tree.words(block)

    def _is_caption(self, at: int, block: Paragraph) -> bool:
        words = self.words(block).strip()
        if CAPTION_NUMBER.match(words) and len(words) < 2 * SHORT:
            return True
        if len(words) >= SHORT or block.marker is not None:
            return False
        if self.tree.places[at].heading is block or is_only_unit(words):
            return True
        return not words.endswith((".", ":", ",", ";")) and (
            len(words) < SHORT // 2
            or bool(find_units(words))
            or looks_like_heading(self.tree.laid, block)
        )

    def _heads_section(self, block: Paragraph) -> bool:
        return self.place.section.heading is block

    def _is_note(self, block: Paragraph) -> bool:
        words = self.words(block).strip()
        if words.endswith(":"):
            return False
        if block.marker is not None or NOTE_MARK.match(words):
            return True
        return len(words) < SHORT and bool(find_units(words))

    def _is_of_other_table(self, at: int, block: Paragraph) -> bool:
        """Whether it is another table's numbered caption or a note under it."""
        after = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        before = self.blocks[at - 1] if at else None
        words = self.words(block).strip()
        if isinstance(after, Table):
            return CAPTION_NUMBER.match(words) is not None
        return isinstance(before, Table) and self._is_note(block)


def is_only_unit(words: str) -> bool:
    """Whether a line says a unit and nothing else: "(alle tall i 1 000 kroner)", "Beløp i kr".

    >>> is_only_unit("(beløp i 1 000 kroner)"), is_only_unit("Tilskudd i 2026 (i kroner)")
    (True, False)
    """
    phrases = find_units(words)
    if not phrases:
        return False
    rest = words[: phrases[0].start] + words[phrases[-1].end :]
    return all(word.lower() in UNIT_FILLERS for word in re.findall(r"[^\W_]+", rest))
