"""A letter as this room sees it: its text, its blocks, and the way to evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tildeling.letter import Evidence
from tildeling.text.blocks import Block, LaidOut, Span


@dataclass(frozen=True)
class Reading:
    """What all functions here take: the laid-out letter and its whole text."""

    laid: LaidOut
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.laid.text.text)

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

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Where the characters from `start` to `end` stand."""
        return self.laid.text.evidence(start, end)

    def evidence_of(self, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """Where several spans stand, in their order."""
        return self.laid.text.evidence_of(spans)
