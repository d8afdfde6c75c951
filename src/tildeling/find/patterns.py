r"""Pieces that every pattern of the grammar is composed of.

A letter's clean text separates blocks by a line break, and no span crosses one: the pieces
therefore name the spaces that stand inside a line, never `\s`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

# Space, tab, no-break, figure, thin and narrow no-break space: all are printed inside numbers and
# dates.
SPACE = "[ \t\u00a0\u2007\u2009\u202f]"
# Bounded, so that a run of spaces in an untrusted file costs no more than its length.
GAP = f"{SPACE}{{1,4}}"
MAYBE_GAP = f"{SPACE}{{0,4}}"
# Hyphen, non-breaking hyphen, figure dash, en dash, em dash, minus sign.
DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]"
MAYBE_SPACED_DASH = f"{SPACE}{{0,2}}{DASH}{SPACE}{{0,2}}"
WORD_START = r"(?<![\w])"
WORD_END = r"(?![\w])"
YEAR = r"(?:19|20)\d\d"

_OTHER_SPACES = re.compile(SPACE.replace(" ", "", 1))
_DASHES = re.compile(DASH)


def any_of(words: Iterable[str]) -> str:
    r"""A pattern for any of the words, the longest that fits; a space fits any gap in the text.

    It is a tree of letters: an alternation would be tried word for word at each place of a text,
    which takes 0.7 of 55 ms in a letter of eight pages.

    >>> any_of(["kr", "kr."]), any_of(["Nav", "Norad", "Norads"])
    ('(?:kr(?:\\.)?)', '(?:N(?:av|orad(?:s)?))')
    """
    return f"(?:{_branch(sorted(set(words)))})"


def _branch(words: list[str]) -> str:
    """A pattern for words that are sorted, the longest that fits being taken."""
    whole = "" in words
    branches: list[str] = []
    rest = [word for word in words if word]
    for letter, group in groupby(rest, key=lambda word: word[0]):
        tails = [word[1:] for word in group]
        branches.append((GAP if letter == " " else re.escape(letter)) + _branch(tails))
    if not branches:
        return ""
    if whole:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def marks_of(*tables: Iterable[str]) -> tuple[str, ...]:
    """What a text in small letters must have in it for any word of the tables to be there.

    A pattern takes many steps at each character of a text, a search for plain words next to none:
    a text without any of a pattern's marks need not be searched. Of a phrase the longest word is
    enough, as few texts have it. The shortest come first, which most texts have.

    >>> marks_of(["kr", "kroner"], ["i løpet av", "til og med"])
    ('kr', 'med', 'løpet')
    """
    longest = {
        max(reversed(phrase.lower().split()), key=len) for table in tables for phrase in table
    }
    return tuple(
        sorted(
            (w for w in longest if not any(other in w for other in longest if other != w)),
            key=lambda word: (len(word), word),
        )
    )


def has_any(small: str, marks: tuple[str, ...]) -> bool:
    """True if one of the marks stands in a text, which is given in small letters."""
    for mark in marks:  # noqa: SIM110 (what `any` adds is more than the search itself)
        if mark in small:
            return True
    return False


def marked_lines(
    small: str, marks: tuple[str, ...], places: Iterable[int] = ()
) -> list[tuple[int, int]]:
    r"""Start and end of each line of a text, given in small letters, that has one of the marks.

    Lines that one of the `places` stands in are among them.

    >>> marked_lines("post 21\nfrist\nkap. 291", ("kap", "post"))
    [(0, 7), (14, 22)]
    """
    found: set[tuple[int, int]] = set()
    for mark in marks:
        at = small.find(mark)
        while at >= 0:
            end = small.find("\n", at)
            end = len(small) if end < 0 else end
            found.add((small.rfind("\n", 0, at) + 1, end))
            at = small.find(mark, end)
    for at in places:
        end = small.find("\n", at)
        found.add((small.rfind("\n", 0, at) + 1, len(small) if end < 0 else end))
    return sorted(found)


def initials_of(*tables: Iterable[str], in_both_cases: bool = False) -> str:
    """The letters that the words of the tables begin with, to stand in a pattern's brackets.

    A pattern that begins by looking whether one of them follows gives up at once elsewhere.

    >>> initials_of(["kroner", "NOK"]), initials_of(["kroner", "NOK"], in_both_cases=True)
    ('Nk', 'KNkn')
    """
    initials = {word[0] for table in tables for word in table}
    if in_both_cases:
        initials = {case for letter in initials for case in (letter.lower(), letter.upper())}
    return "".join(sorted(map(re.escape, initials)))


def leap_to(*tables: Iterable[str]) -> str:
    r"""The first letter of a word that begins like one of the tables; `rest_of` goes on from there.

    A search leaps from one such letter to the next, and looks at nothing between: the cues of
    deadlines are sought in a quarter of the time that `WORD_START` before `any_of` takes. It does
    so only where a pattern begins with the letters themselves, in both cases, and what must stand
    before them is asked after.

    >>> leap_to(["innen", "senest"])
    '(?-i:[ISis])(?<!\\w.)'
    """
    return rf"(?-i:[{initials_of(*tables, in_both_cases=True)}])(?<!\w.)"


def rest_of(words: Iterable[str]) -> str:
    r"""What `any_of` says of words whose first letter has just been read.

    >>> rest_of(["innen", "innan", "senest"])
    '(?:(?<=i)(?:nn(?:an|en))|(?<=s)(?:enest))'
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[0].lower(), []).append(word[1:])
    return "(?:" + "|".join(f"(?<={key}){any_of(tails[key])}" for key in sorted(tails)) + ")"


def plain_spaces(text: str) -> str:
    """The text with every kind of space made an ordinary one, character for character."""
    return _OTHER_SPACES.sub(" ", text)


def plain_dashes(text: str) -> str:
    """The text with every kind of dash made a hyphen, character for character."""
    return _DASHES.sub("-", text)
