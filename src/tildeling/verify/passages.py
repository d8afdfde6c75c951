"""What a mention is told with: its sentence, a budget row, the whole of another table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tildeling.letter import BudgetRow
from tildeling.meaning.letter import Built
from tildeling.text.blocks import Block, Paragraph, Span, Table, block_at, paragraphs_in

PassageKind = Literal["sentence", "item", "row", "table"]

PROSE = 8
"""Words; a cell with as many is a sentence."""


@dataclass(slots=True, unsafe_hash=True)
class Passage(Span):
    """Words that are told together."""

    kind: PassageKind
    row: BudgetRow | None = None
    """The row of a budget table that it stands in."""


class Passages:
    """The passages of a letter."""

    def __init__(self, built: Built) -> None:
        self._reading = built.reading
        self._blocks: Sequence[Block] = (*built.reading.laid.head, *built.reading.laid.blocks)
        self.rows: dict[int, BudgetRow] = {
            evidence._extent.start: row
            for table in built.letter.budget_tables
            for row in table.rows
            for evidence in row.evidence
        }
        """The budget rows by where they begin."""

    def at(self, place: int) -> Passage:
        """The passage that a character belongs to."""
        block = block_at(self._blocks, place)
        parts = paragraphs_in(block) if block is not None else ()
        part = next((part for part in parts if part.outer <= place < part.end), None)
        sentence = self._sentence(place, part)
        if not isinstance(block, Table):
            return sentence
        row = next(row for row in block.rows if row.start <= place < row.end)
        budget_row = self.rows.get(row.start)
        if sentence.kind == "item" or len(self._reading.words(sentence).split()) >= PROSE:
            return replace(sentence, row=budget_row)
        if not any(row.start in self.rows for row in block.rows):
            return Passage(block.start, block.end, "table")
        return Passage(row.start, row.end, "row", budget_row)

    def _sentence(self, place: int, part: Paragraph | None) -> Passage:
        start, end = self._reading.laid.text.found.sentence_at(place)
        if part is None:
            return Passage(start, end, "sentence")
        kind: PassageKind = "item" if part.marker is not None else "sentence"
        return Passage(max(start, part.start), min(end, part.end), kind)
