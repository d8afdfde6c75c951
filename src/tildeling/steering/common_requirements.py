"""A letter's common requirements (fellesføringer)."""

from __future__ import annotations

from tildeling.letter import CommonRequirement
from tildeling.steering.letter_body import LetterBody


def read_common_requirements(body: LetterBody) -> tuple[CommonRequirement, ...]:
    """The letter's common requirements (fellesføringer), in reading order."""
    return ()
