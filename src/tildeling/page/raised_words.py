"""What is set raised: footnote marks, and the powers of units, which stay."""

from __future__ import annotations

import re

SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹⁽⁾"
# Raised characters of a font to the ordinary ones.
PLAIN = str.maketrans(SUPERSCRIPTS, "1230456789()")

# "1", "12", "1)", "(1)", "1,2", "a", "b)", "*", "**", "†". No lone letter o: that is a degree.
MARK = re.compile(r"\(?\d{1,2}\)?(?:,\d{1,2}\)?)*,?|\(?[a-np-zæøå]\)?|\*{1,4}\)?|[†‡§#]{1,3}")

# The same at the end of a word, in characters that are raised or look so by themselves: "500¹",
# "500*", "kroner²."; a word of marks alone has nothing before them.
TRAILING_MARK = re.compile(
    rf"(?P<base>.*?[^\W_]|.*?[\])%»”\".,])(?P<mark>[{SUPERSCRIPTS}]+(?:,[{SUPERSCRIPTS}]+)*|\*{{1,3}})"
    r"(?P<end>[.,;:)]*)"
)

# The last group of an amount with a letter for its mark: "186 500a".
LETTERED_GROUP = re.compile(r"(?P<base>\d{3})(?P<mark>[a-e])(?P<end>)")
GROUP = re.compile(r"[-−–(]?\d{1,3}")

# A footnote's own mark, where it is not raised: "1", "2)", "a)", "**".
OWN_MARK = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?\.?|\*{1,4}\)?|[†‡§#]{1,3}")

# A footnote's own mark, tight to its first word: "¹Herav".
LEADING_MARK = re.compile(rf"(?P<mark>[{SUPERSCRIPTS}]+)(?P<rest>.+)")

# Lengths, whose squares and cubes are areas and volumes: "m", "450m", "kr/km".
UNIT = re.compile(r"(?:.*[\d/(–-])?(?:[kcdm]?m|dam|hm)", re.IGNORECASE)
POWERS = {"2": "²", "3": "³"}


def plain_mark(mark: str) -> str:
    """The mark without brackets, in ordinary characters: how a note and its place are matched.

    >>> plain_mark("¹⁾"), plain_mark("(a)"), plain_mark("**")
    ('1', 'a', '**')
    """
    return mark.translate(PLAIN).strip("(),. ")
