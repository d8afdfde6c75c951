"""Tables that say which letters a font's codes stand for (ToUnicode), and which are damaged.

Many fonts have the letters and digits of ASCII in a row: their codes are the letters' numbers, or
so many less. A table that says otherwise of a digit is damaged, and a sum would be read wrong.
Programs that number a font's letters as they come leave nothing to compare with: they may have a
few digits in a row by chance, so that other digits show nothing; and small capitals stand in for
letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

# So many letters and digits in a row show where each stands.
LEAST = 20

# Share of a table's letters and digits that must stand in the row: of 1,777 tables 307 have so
# many, and none of these a digit elsewhere.
MOST = 0.6

_DIGITS = frozenset(b"0123456789")
_NAMED = frozenset(code for code in range(128) if chr(code).isalnum())
_CODE = rb"<\s*([0-9A-Fa-f]{1,4})\s*>\s*"
_LETTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_LETTER = re.compile(_CODE + rb"<\s*00([0-7][0-9A-Fa-f])\s*>")
_RANGE = re.compile(_CODE + _CODE + rb"<\s*00([0-7][0-9A-Fa-f])\s*>")


def is_letter_table(content: bytes) -> bool:
    """True for content that says which letters codes stand for."""
    return b"begincmap" in content or b"beginbf" in content


def contradicts_itself(table: bytes) -> bool:
    """True where a digit does not stand where the font's other letters show that it must.

    >>> table = b"beginbfrange <0013> <001C> <0030> <0024> <003D> <0041> endbfrange"
    >>> contradicts_itself(table), contradicts_itself(table.replace(b"<0030>", b"<0031>"))
    (False, True)
    """
    named = [(code, letter) for code, letter in _pairs(table) if letter in _NAMED]
    if len(named) < LEAST:
        return False
    start, count = Counter(code - letter for code, letter in named).most_common(1)[0]
    if count < max(LEAST, MOST * len(named)):
        return False
    return any(
        letter in _DIGITS and code - start in _DIGITS and code - start != letter
        for code, letter in named
    )


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    """Codes and the ASCII letters that they stand for."""
    for part in _LETTERS.findall(table):
        for code, letter in _LETTER.findall(part):
            yield int(code, 16), int(letter, 16)
    for part in _RANGES.findall(table):
        for first, last, letter in _RANGE.findall(part):
            for at in range(min(int(last, 16) - int(first, 16) + 1, 128)):
                yield int(first, 16) + at, int(letter, 16) + at
