"""Which item of a letter is one that was given before: by what it says, never by its place.

For goals, indicators, reporting requirements and authorisations alike; what each of them is the
same by stands in its own module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from tildeling.compare.identity import folded
from tildeling.compare.naming import ALIKE, core_title, without_year

Old = TypeVar("Old")
New = TypeVar("New")

_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
# Letters of a wording that is known without its figures; "inntil 10 pst." has too few.
_SHORTEST_WORDING = 20
_ENDS = re.compile(
    r"\b(?:utgår|går ut|utgått|bortfaller|fell bort|faller bort|avslutt?et|avslutta)\b",
    re.IGNORECASE,
)
# "Fullmakten til å ... utgår.": the sentence is about the thing itself, and ends with what becomes
# of it. It must not match one that speaks of something else that ends.
_IS_OVER = re.compile(
    r"""
    # "Tilsagnsfullmakten", "Rapporteringskravet", "Styringsparameteren"
    (?:\w*fullmakt(?:en|a)|(?:\w*krav|mål|\w*parameter)(?:et|en)|rapporteringen|rapporteringa)\b
    # No other verb before the one that ends it
    (?:
        (?!\b(?:gjelder|gjeld|kan|skal|må|er|har|gis|gir|som|når)\b)
        (?:[^.;]|\.(?![ ][A-ZÆØÅ]))
    )*
    \b(?:
        utgår | går[ ]ut | bortfaller | fell[ ]bort | faller[ ]bort | oppheves | opphevast
        | trekkes[ ]tilbake | trekkjast[ ]tilbake
        | gjelder[ ]ikke[ ]lenger | gjeld[ ]ikkje[ ]lenger
    )
    # "fra neste år", "fra 1. januar 2026"
    (?:[ ](?:fra|frå|f\.o\.m\.)(?:[^.;,]|(?<=\d)\.(?=[ ](?-i:[a-zæøå]))){1,40})?\.?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Pairs are taken from the greatest down: of two as sure, the one that stands first wins.
_OLDER_FIRST = -1


def twins(
    known: Sequence[Old], given: Sequence[New], stages: Sequence[Callable[[Old, New], float]]
) -> dict[int, int]:
    """For each given item that is known its place among the known ones, the surest pairs first.

    Each stage tells how sure it is of a pair, 0 where it is none; of two it takes the surer one.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for sure in stages:
        pairs = [
            (score, _OLDER_FIRST * place, _OLDER_FIRST * at)
            for at, item in enumerate(given)
            if at not in found
            for place, other in enumerate(known)
            if place not in taken and (score := sure(other, item))
        ]
        for _, place, at in sorted(pairs, reverse=True):
            if -at not in found and -place not in taken:
                found[-at] = -place
                taken.add(-place)
    return found


@lru_cache(maxsize=8192)
def wording(words: str | None) -> str:
    """A text as it is compared: without case, punctuation, and what becomes of it.

    >>> wording("Trygg ferdsel"), wording("«Trygg  ferdsel» (utgår)")
    ('tryggferdsel', 'tryggferdsel')
    """
    return folded(core_title(words))


@lru_cache(maxsize=8192)
def timeless(words: str | None) -> str:
    """The same without years, as the letter of the year after says it.

    >>> timeless("Rapportere for 2025"), timeless("Rapportere for 2026")
    ('rapportere', 'rapportere')
    """
    return folded(without_year(core_title(words)))


@lru_cache(maxsize=8192)
def figureless(words: str | None) -> str:
    """The same without figures; empty where that leaves too little to know it by.

    >>> figureless("Minst 85 pst. av sakene avgjøres i tide"), figureless("Inntil 10 pst.")
    ('minstpstavsakeneavgjøresitide', '')
    """
    bare = folded(_FIGURE.sub(" ", core_title(words)))
    return bare if len(bare) >= _SHORTEST_WORDING else ""


def likeness(first: str, other: str) -> float:
    """How alike two folded wordings are, where they are to 0.9 at least; else 0.

    >>> likeness("tryggferdselpaavegene", "tryggferdselpavegene") > 0.9, likeness("a", "b")
    (True, 0.0)
    """
    longest, shortest = max(len(first), len(other)), min(len(first), len(other))
    # No two texts are more alike than twice the shorter one is of both together.
    if not shortest or 2 * shortest < ALIKE * (longest + shortest):
        return 0.0
    matcher = SequenceMatcher(None, first, other, autojunk=False)
    if matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def figures_of(words: str) -> list[str]:
    """The figures of a text but years: what parts "Område 1" from "Område 2".

    >>> figures_of("Mål 2: minst 4,5 dager i 2026")
    ['2', '4,5']
    """
    return _FIGURE.findall(without_year(words))


def ends(words: str) -> bool:
    """Whether a text says behind what it names that it is taken back.

    >>> ends("Andel saker avgjort i tide (utgår)"), ends("Rapportere om avtaler som utgår i 2026")
    (True, False)
    >>> ends("Fullmakten på kap. 842 utgår."), ends("Kravet gjelder til planen utgår.")
    (True, False)
    """
    if _IS_OVER.fullmatch(words.strip()):
        return True
    named = core_title(words)
    return named != words.strip() and _ENDS.search(words.replace(named, "", 1)) is not None
