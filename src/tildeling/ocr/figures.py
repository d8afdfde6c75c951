"""What makes two readings of a word two figures: digits and what joins them, a month, a unit."""

from __future__ import annotations

import re
from functools import lru_cache

from tildeling.find.date_words import MONTHS
from tildeling.find.money_words import CURRENCY_AFTER, CURRENCY_BEFORE, SCALES

DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212~", "-"))

# Words that a figure's meaning hangs on.
MEANINGS: dict[str, str] = {
    **{word: f"month {number}" for word, number in MONTHS.items()},
    **{word.rstrip("."): f"times {scale}" for word, scale in SCALES.items()},
    **{word.rstrip(".").lower(): "kroner" for word in (*CURRENCY_AFTER, *CURRENCY_BEFORE)},
}

# Words that figures stand beside, also where none was read.
BESIDE_FIGURES = frozenset(("kap", "kapittel", "post", "posten", "nr"))

# A number whose groups of three are parted by stops: there are two at least, so that it is none
# with decimals.
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")

NO_PART = re.compile(r"[^\w.,/:-]+|_")
AROUND = re.compile(r"^[^\w-]+|[^\w]+$")


def has_digit(text: str) -> bool:
    """True for what has a digit in it."""
    return any(character.isdigit() for character in text)


def is_of_figure(text: str) -> bool:
    """True for a word whose line is worth another look.

    >>> is_of_figure("2020-017:"), is_of_figure("Mill."), is_of_figure("Kap."), is_of_figure("Vi")
    (True, True, True, False)
    """
    small = _bare(text)
    return has_digit(text) or small in MEANINGS or small in BESIDE_FIGURES


def differ(text: str, other: str) -> bool:
    """Whether two readings of a word are different figures, or other words that tell one's meaning.

    How a number is grouped is no difference, nor is what stands around it.

    >>> differ("85,3", "85.3"), differ("291/62", "291762"), differ("mai", "mars")
    (True, True, True)
    >>> differ("1.250.000,", "1250000"), differ("(2020\u201321)", "2020-21)"), differ("vi", "vl")
    (False, False, False)
    """
    if has_digit(text) or 2 * sum(map(str.isdigit, other)) > len(other):
        return figure(text) != figure(other)
    ours, theirs = MEANINGS.get(_bare(text)), MEANINGS.get(_bare(other))
    return None not in (ours, theirs) and ours != theirs


@lru_cache(maxsize=2**12)
def figure(text: str) -> str:
    r"""A word's digits and letters with what joins them.

    >>> figure("kr\xa01.250.000,-"), figure("\u221285,3")
    ('kr1250000', '-85,3')
    """
    plain = AROUND.sub("", NO_PART.sub("", text.translate(DASHES).casefold()))
    if not plain[1:2].isdigit():
        plain = plain.lstrip("-")
    return GROUPED.sub(lambda number: number[0].replace(number[1], ""), plain)


def _bare(text: str) -> str:
    return text.strip(".,:;()").casefold()
