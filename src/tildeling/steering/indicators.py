"""A letter's indicators (styringsparametere) with their targets."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.letter import Goal, Indicator
from tildeling.steering.letter_body import LetterBody


def read_indicators(body: LetterBody, goals: Sequence[Goal]) -> tuple[Indicator, ...]:
    """The letter's indicators (styringsparametere) with their targets, in reading order."""
    return ()
