"""How a letter words a common requirement, against the words that the circular prescribes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from tildeling.letter import CommonWording, WordDifference
from tildeling.steering.common_circulars import BLANK, Circular

# Share of the words that are the same; below it a text has been written anew.
NEAR = 0.8
# Words that a name of the agency that is not known may have in a blank.
LONGEST_NAME = 6
# What a letter calls any agency.
_BODY = (
    r"(?:virksomheten|verksemda|etaten"
    r"|(?:direktorat|tilsyn|institutt|ombud|råd|verk|embet|vesen)et)"
)
_WORD = re.compile(rf"{re.escape(BLANK)}|\w+(?:-\w+)*")
_DUTY = re.compile(r"\b(?:skal|må|bes|ber|bed|rapporter\w*|gjøre greie|gjere greie|redegjør\w*)\b")


def wording_of(
    text: str, asked: Sequence[Circular], names: Iterable[str]
) -> tuple[CommonWording | None, tuple[WordDifference, ...]]:
    """How a text words what some circulars ask for, which it is about, and where it differs.

    Nothing where there is none, or none whose words are known. `names` are what the letter calls
    the agency, which fill the blanks.
    """
    if not asked:
        return None, ()
    if _DUTY.search(text.lower()) is None:
        return "mentioned", ()
    known = [circular.words for circular in asked if circular.words is not None]
    called = re.compile(rf"\b(?:{'|'.join([*map(re.escape, names), _BODY])})\b", re.IGNORECASE)
    printed = called.sub(BLANK, text)
    compared = sorted(
        (_compared(called.sub(BLANK, words), printed) for words in known),
        key=_likeness,
        reverse=True,
    )
    if not compared:
        return None, ()
    likeness, differences = compared[0]
    if not differences:
        return "verbatim", ()
    return ("near", differences) if likeness >= NEAR else ("reworded", ())


def _likeness(compared: tuple[float, tuple[WordDifference, ...]]) -> float:
    return compared[0]


def _compared(prescribed: str, text: str) -> tuple[float, tuple[WordDifference, ...]]:
    """The share of words that are the same, and those that are not; a name fills each blank."""
    first, second = _WORD.findall(prescribed), _WORD.findall(text)
    matcher = SequenceMatcher(None, _small(first), _small(second), autojunk=False)
    found = []
    for tag, at, end, other, other_end in matcher.get_opcodes():
        ours, theirs = first[at:end], second[other:other_end]
        is_name = ours == [BLANK] and 0 < len(theirs) <= LONGEST_NAME
        if tag != "equal" and not is_name:
            found.append(WordDifference(prescribed=" ".join(ours), printed=" ".join(theirs)))
    return matcher.ratio(), tuple(found)


def _small(words: Iterable[str]) -> list[str]:
    return [word.lower() for word in words]
