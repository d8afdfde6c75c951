"""Words that the rules look for, in both written languages. The tables are data."""

from __future__ import annotations

import re

from tildeling.find.patterns import GAP, any_of


def _words(*words: str) -> re.Pattern[str]:
    """Any of the words, whole; a space in a word is any gap."""
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)", re.IGNORECASE)


# A pointer that stays within the letter: "punkt 5.1 i dette brevet".
HERE = _words(
    *(f"dette {word}" for word in ("brevet", "tillegget", "dokumentet", "tildelingsbrevet")),
    *("brevet her", "tillegget her", "nedenfor", "nedanfor", "ovenfor", "ovanfor"),
)

# Another document: a section's number beside it may be that document's.
ELSEWHERE = re.compile(
    r"""
    \b(?:
        # "Prop. 1 S", "Meld. St. 5"
        (?:prop|meld|innst|st)\.
        | tildelingsbrev | oppdragsdokument | oppdragsbrev | tillegg | instruks | reglement
        | rundskriv | veileder | rettleiar | forskrift | lov | rapport | vedlegg | strategi
        | handlingsplan | protokoll | avtale | retningslinje | mandat | bestemmelse | føresegn
        | plan | oppdrag\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)

# A column of what the year began with: earlier addenda may have changed it since.
YEARS_FIRST = _words(
    *("saldert", "vedtatt", "vedteke", "opprinnelig", "opphavleg", "gul bok", "blå bok"),
)

# What points to the text of a post: "jf. omtale under post 01".
SPOKEN_OF_UNDER = re.compile(
    rf"\b(?:omtale|omtalt|omtala|nevnt|nemnt){GAP}(?:under|på|over){GAP}", re.IGNORECASE
)

ANY_MONEY = re.compile(r"\d\s?(?:mill|mrd|kr)|kroner|\bpost\s+\d|\bkap\.", re.IGNORECASE)

# What says that a list names some of what a sum goes to, not all.
SOME_ONLY = _words(
    *("bl.a.", "bl. a.", "blant annet", "mellom anna", "m.a.", "herunder", "under dette"),
    *("av dette", "hvorav", "minst"),
)

IN_ALL = ("til sammen", "tilsammen", "til saman", "i alt", "totalt", "summert", "i sum", "sum")
IN_ALL_ANYWHERE = _words(*IN_ALL)
# The words right before a sum of other sums: "til sammen utgjør".
BEFORE_THE_SUM = re.compile(
    rf"(?<!\w){any_of(IN_ALL)}:?\s*(?:(?:på|er|utgjør|utgjer|kr\.?)\s)?$", re.IGNORECASE
)
BEGINS_IN_ALL = re.compile(rf"{any_of(IN_ALL)}(?!\w)[^\d]{{0,40}}$", re.IGNORECASE)

# What between two sums says that they are not simply added.
NOT_ADDED = _words(
    *("hvorav", "herav", "av dette", "fra", "frå", "mot", "ble", "vart", "var", "mer enn"),
    *("meir enn", "inntil", "reduseres", "reduserast", "samlet", "samla"),
)

# An assignment that is no more.
CANCELS = re.compile(
    r"\boppdrag(?:et|a)?\b[^.:;\n]{0,80}?\b"
    + any_of(
        (
            *("utgår", "utgjeng", "går ut", "bortfaller", "fell bort", "faller bort"),
            *("trekkes tilbake", "blir trekt tilbake", "avlyses", "avlysast", "kanselleres"),
        )
    )
    + r"(?!\w)",
    re.IGNORECASE,
)

# What stands around the name of a post and is no part of it.
NOT_NAME = re.compile(
    r"\b(?:kap(?:ittel)?|post)\b\.?\s*[\d/.]*"
    r"|\bkan (?:overføres|overførast|nyttes|nyttast)\b.*"
    r"|\boverslags(?:bevilgning|løyving)\b",
    re.IGNORECASE,
)

# Names that a post has under every chapter: they tell of none of them.
ALWAYS_NAMED = re.compile(
    r"\W*(?:(?:spesielle|særskilde|særlege)?\s*driftsutgifter|(?:diverse|ymse)\s+inntekter)\W*",
    re.IGNORECASE,
)

# Letters in which two forms of a word agree: "informasjonstiltaket", "informasjonstiltak".
STEM = 7

# Words of any assignment and of any budget: they tell nothing of what a line is for.
_COMMON_WORDS: tuple[str, ...] = (
    *("andre", "arbeid", "arbeidet", "bevilgning", "bevilgningen", "bidra", "blir"),
    *("direktoratet", "gjennom", "grunnlag", "informasjon", "innføring", "kartlegging"),
    *("kommunar", "kommuner", "kroner", "løyving", "løyvinga", "mellom", "midlar", "midler"),
    *("nasjonal", "nasjonale", "oppdrag", "oppdraget", "oppfølging", "oppfølgjing"),
    *("ordning", "ordninga", "ordningen", "posten", "reduseres", "særskilt", "styrking"),
    *("tilskot", "tilskudd", "tiltak", "under", "utgreie", "utrede", "utvikling", "vidare"),
    *("videre", "vurdering", "økes", "øvrige"),
)

_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_COMMON_STEMS = frozenset(word[:STEM] for word in _COMMON_WORDS)


def telling_stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say what a text is about.

    >>> sorted(telling_stems("Bevilgningen på posten økes til styrking av Jobbsjansen"))
    ['jobbsja']
    """
    return frozenset(word[:STEM] for word in _LONG_WORD.findall(text.casefold())) - _COMMON_STEMS
