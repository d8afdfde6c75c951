"""What a mention is told with: its sentence, a budget row, the whole of another table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tildeling.letter import BudgetRow
from tildeling.meaning.letter import Built
from tildeling.text.blocks import Block, Paragraph, Span, Table, block_at, paragraph_at, row_at

PassageKind = Literal["sentence", "item", "row", "table"]

# Words; a cell with as many is a sentence.
PROSE = 8


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
        self._row_starts = sorted(self.rows)

    def at(self, place: int) -> Passage:
        """The passage that a character belongs to."""
        block = block_at(self._blocks, place)
        part = paragraph_at(block, place) if block is not None else None
        sentence = self._sentence(place, part)
        if not isinstance(block, Table):
            return sentence
        row = row_at(block, place)
        budget_row = self.rows.get(row.start)
        if sentence.kind == "item" or len(self._reading.words(sentence).split()) >= PROSE:
            return replace(sentence, row=budget_row)
        if not self._is_budget(block):
            return Passage(block.start, block.end, "table")
        return Passage(row.start, row.end, "row", budget_row)

    def _is_budget(self, table: Table) -> bool:
        """True for a table of which a row is read as a budget's."""
        at = bisect_left(self._row_starts, table.start)
        return at < len(self._row_starts) and self._row_starts[at] < table.end

    def _sentence(self, place: int, part: Paragraph | None) -> Passage:
        start, end = self._reading.laid.text.found.sentence_at(place)
        if part is None:
            return Passage(start, end, "sentence")
        kind: PassageKind = "item" if part.marker is not None else "sentence"
        return Passage(max(start, part.start), min(end, part.end), kind)
