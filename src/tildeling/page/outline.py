"""Outline numbers: what a heading's number looks like."""

from __future__ import annotations

import re

# "4", "4.1", "1.0", "4.1.", "IV.", "II.1", "A."; no part has more than two digits, so that
# chapters, years and amounts are none, and none begins with a zero, as days do ("05.02").
_PART = r"(?:0|[1-9]\d?)"
_OUTLINE = re.compile(
    rf"(?:{_PART}(?:\.{_PART}){{0,4}}\.?|[IVX]{{1,5}}(?:\.{_PART}){{0,3}}\.?|[A-H][.)]|"
    rf"[A-H]\d?(?:\.{_PART}){{1,3}}\.?)"
)


def is_outline_number(text: str) -> bool:
    """True for text that can number a heading.

    >>> [is_outline_number(text) for text in ("5.1", "IV.", "290", "05.02")]
    [True, True, False, False]
    """
    return _OUTLINE.fullmatch(text) is not None
