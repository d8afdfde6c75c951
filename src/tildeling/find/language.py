"""Which of the two written languages a text is in."""

from __future__ import annotations

import re
from collections import Counter

from tildeling.any_case import small_letters
from tildeling.find.language_words import BOKMAAL, NYNORSK
from tildeling.letter import WrittenLanguage

_WORD = re.compile(r"[^\W\d_]+")
# "www.jd.dep.no", "postmottak@kd.dep.no": of no language, though "no" is a word of nynorsk.
_ADDRESS = re.compile(r"\S*(?:@|\w\.(?:dep\.)?no(?!\w))\S*")
# A longer text says no more of its language, and may be a whole book.
_ENOUGH = 200_000


def written_language(text: str) -> WrittenLanguage:
    """The language that most marked words of the text belong to; bokmål where none tells.

    Names of laws and tables may be in the other one: the majority decides, not the first word.

    >>> written_language("Løyvinga blir ikkje auka, og midlane er frå i fjor.")
    'nn'
    """
    counts = Counter(small_letters(text[:_ENOUGH]).split())
    bokmaal = sum([counts[word] for word in counts.keys() & BOKMAAL])
    nynorsk = sum([counts[word] for word in counts.keys() & NYNORSK])
    for printed in [printed for printed in counts if not printed.isalpha()]:
        for word in _WORD.findall(_without_address(printed)):
            bokmaal += counts[printed] if word in BOKMAAL else 0
            nynorsk += counts[printed] if word in NYNORSK else 0
    return "nn" if nynorsk > bokmaal else "nb"


def _without_address(printed: str) -> str:
    may_be_one = "@" in printed or ".no" in printed
    return _ADDRESS.sub("", printed) if may_be_one else printed
