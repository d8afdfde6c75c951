"""Text from a letter or a file name is untrusted: what of it may reach a terminal."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Line and page breaks and tabs: layout, which becomes a space.
BREAKS = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")

# Characters that act on a terminal. No letter of any alphabet, no dash, no kind of space.
UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # C0 and C1 control characters, with ESC and CSI
    r"\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"  # order of writing: would show other words
    r"\ud800-\udfff]"  # halves of a surrogate pair: no stream can encode them
)


def printable(text: str) -> str:
    r"""`text` on one line, each character that acts on a terminal shown as U+FFFD.

    >>> printable("Oppdrag\n\x1b[31m 7")
    'Oppdrag �[31m 7'
    """
    return UNPRINTABLE.sub(REPLACEMENT, BREAKS.sub(" ", text))
