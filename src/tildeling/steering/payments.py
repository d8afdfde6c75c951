"""A letter's payments of a grant (utbetalinger)."""

from __future__ import annotations

from tildeling.letter import Payment
from tildeling.steering.letter_body import LetterBody


def read_payments(body: LetterBody) -> tuple[Payment, ...]:
    """The letter's payments of a grant (utbetalinger), in reading order."""
    return ()
