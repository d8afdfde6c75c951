"""A letter's goals (mål)."""

from __future__ import annotations

from tildeling.letter import Goal
from tildeling.steering.letter_body import LetterBody


def read_goals(body: LetterBody) -> tuple[Goal, ...]:
    """The letter's goals (mål), in reading order."""
    return ()
