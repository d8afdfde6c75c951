"""Which of the two written languages a text is in."""

from __future__ import annotations

import re
from collections import Counter

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
    bokmaal = nynorsk = 0
    for printed, count in Counter(text[:_ENOUGH].lower().split()).items():
        words = [printed] if printed.isalpha() else _WORD.findall(_without_address(printed))
        for word in words:
            bokmaal += count if word in BOKMAAL else 0
            nynorsk += count if word in NYNORSK else 0
    return "nn" if nynorsk > bokmaal else "nb"


def _without_address(printed: str) -> str:
    may_be_one = "@" in printed or ".no" in printed
    return _ADDRESS.sub("", printed) if may_be_one else printed
