"""What an amount looks like, and how near lines of one row stand."""

from __future__ import annotations

import re

# Lines whose middles are nearer than this many font sizes overlap: they belong to one row.
OVERLAP = 0.8

_NUMERIC = re.compile(r"[-+–−(]?\s*\d[\d\s.,/]*\)?(?:\s*(?:kroner|kr\.?|mill\.?))?|[-–−]")
# "Ny bevilgning" over "877 797": an amount begins a cell; "Bevilgning" over "2025" goes on.
_AMOUNT = re.compile(r"[-+–−(]?\s*\d{1,3}[\s.]\d{3}(?:[\s.]?\d{3})*\)?(?:\s*(?:kroner|kr\.?))?")


def is_amount(text: str) -> bool:
    """True for an amount with a thousand separator, as budget tables print them."""
    return _AMOUNT.fullmatch(text) is not None


def is_numeric(text: str) -> bool:
    """True for a number, with or without unit, or the dash in its place."""
    return _NUMERIC.fullmatch(text) is not None
