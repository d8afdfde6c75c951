"""Outline numbers: what a heading's number looks like."""

from __future__ import annotations

import re

# "4", "4.1", "4.1.", "IV.", "II.1", "A."; no part has more than two digits, so that chapters, years
# and amounts are none.
_OUTLINE = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}(?:\.\d{1,2}){0,3}\.?|[A-H][.)]|[A-H]\d?(?:\.\d{1,2}){1,3}\.?)"
)


def is_outline_number(text: str) -> bool:
    """True for text that can number a heading.

    >>> [is_outline_number(text) for text in ("5.1", "IV.", "290", "2026")]
    [True, True, False, False]
    """
    return _OUTLINE.fullmatch(text) is not None
