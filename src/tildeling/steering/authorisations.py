"""A letter's authorisations (fullmakter, stikkord)."""

from __future__ import annotations

from tildeling.letter import Authorisation
from tildeling.steering.letter_body import LetterBody


def read_authorisations(body: LetterBody) -> tuple[Authorisation, ...]:
    """The letter's authorisations (fullmakter, stikkord), in reading order."""
    return ()
