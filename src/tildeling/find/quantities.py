"""Numbers with what they count, as requirements and results have them: "minst 85 prosent".

Figures are decimals, never floats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tildeling.any_case import small_letters
from tildeling.find.number_words import INITIAL_WORDS, NUMBER_IN_WORDS, read_number
from tildeling.find.patterns import DASH, SPACE, initials_of, plain_spaces
from tildeling.find.target_words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    COUNTS,
    FALLS,
    OTHER_UNITS,
    RISES,
    SCALES,
    SCORES,
    SHARES,
    UNITS,
)
from tildeling.letter import Unit

TIME_UNITS: frozenset[Unit] = frozenset(("days", "weeks", "months", "years", "hours", "minutes"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts."""

    start: int
    end: int
    value: Decimal
    unit: Unit | None
    other: bool = False
    """True where a unit follows that has no name here: "165 tonn"."""
    scale: int | None = None
    """What a word makes it larger by: "850 mill."."""


# Characters: "økning i hjemhentede midler på minst" has 36.
_FAR = 48
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in UNITS.items())
_GROUPED = rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?!\d)|\d{{1,9}}"
DIGITS = rf"(?:{_GROUPED})(?:,\d{{1,4}}|\.\d{{1,2}}(?!\d))?"
# "2021-nivå", "80-persentil", "12.", "3/4" and what stands in a word are no quantities.
QUANTITY = re.compile(
    rf"""
    (?=[\d{initials_of(INITIAL_WORDS, ("kr", "nok"))}])
    # "kr " before it
    (?P<before>(?:kr\.?|nok){SPACE}?)?
    # "14 300", "2,5"; or "tre og en halv"
    (?<![\w/§])(?<!\d[,.])
    (?:(?P<digits>{DIGITS})(?![\w/](?<!kr))|(?P<words>{NUMBER_IN_WORDS}))
    (?!{DASH}[a-zæøå])
    # "mill.", "prosent", "tonn" behind it
    (?:{SPACE}?(?P<scale>{"|".join(SCALES)})(?!\w))?
    (?:{SPACE}?(?:{_UNIT}))?
    (?:{SPACE}?(?P<other>{OTHER_UNITS}))?
    """,
    re.VERBOSE,
)
_SCALES = tuple((re.compile(words), factor) for words, factor in SCALES.items())
YEAR = re.compile(r"(?<!\d)(?:19[5-9]|20[0-4])\d(?!\d)")
_DATE_AFTER = re.compile(
    r"\.?\s?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|tertial|kvartal|halvår)"
)
# Right before a number that is a place, a week or a step: "punkt 3", "skala fra 1", "§ 4".
_PLACE_BEFORE = re.compile(
    r"""
    (?:
        \b(?:
            pkt|punkt|kap|kapittel|post|nr|nummer|tabell|vedlegg|side|uke|veke|mål|delmål|fase
            | per | pr
            | skala | skalaen | skala[ ]fra | skala[ ]på | skala[ ]frå | skala[ ]\(
            | blant | trinn
        )\b\.?
        # "3 av", "skala fra 1 til", "hver"
        | \d[ ]av | § | ,?[ ]av
        | skala[ ](?:fra|frå)[ ]\d[ ]til
        | kvar | hver
    )\s?$
    """,
    re.VERBOSE,
)
# Right before a number that is only compared with: "fra 31 prosent", "enn dagens 20".
_BASELINE_BEFORE = re.compile(
    r"""
    \b(?:
        fra | frå | mot | enn | var
        | sammenlignet[ ]med | samanlikna[ ]med | sammenliknet[ ]med
        | resultat(?:et)?(?:[ ]på)? | nivået[ ]på | i[ ]dag | nå | no
    )
    (?:[ ](?:om[ ]lag|ca\.?|dagens))?\s?$
    """,
    re.VERBOSE,
)
# "økning i saker med minst": how far it is to rise or fall, right before the number.
_BY = r"(?:med|på)(?:[ ](?:minst|minimum|om[ ]lag|ca\.?|inntil|over|mer[ ]enn|meir[ ]enn))?"
# What stands right before a number and says how it is meant.
BEFORE = re.compile(
    rf"""
    (?:
        (?P<rise>\b{RISES}\b[^.;:,\d]{{0,40}}?\b{_BY})
        | (?P<fall>\b{FALLS}\b[^.;:,\d]{{0,40}}?\b{_BY})
        | (?<!\w)(?P<least>{AT_LEAST})
        | (?<!\w)(?P<most>{AT_MOST})
        | (?<!\w)(?P<about>{ABOUT})
    )
    (?:\s(?:om[ ]lag|på|enn|til|en|ein))?(?:\s?kr\.?)?\s?$
    """,
    re.VERBOSE,
)
_NOUN_AFTER = re.compile(r"\s[a-zæøå]{3,}")


@lru_cache(maxsize=64)
def unit_of_name(subject: str) -> tuple[Unit | None, int, bool]:
    """What a bare number counts by the name of what is measured, what one is, and if it says so.

    >>> unit_of_name("Kostnad per lønnsslipp (kroner)")
    ('kroner', 1, True)
    >>> unit_of_name("Samlet besparelse på avtalene (mill. kroner)")
    ('kroner', 1000000, True)
    >>> unit_of_name("Andel saker som er avgjort")
    ('percent', 1, True)
    >>> unit_of_name("Inspeksjoner")
    ('count', 1, False)
    """
    small = small_letters(subject)
    for part in (*_BRACKETS.findall(small)[::-1], small.rpartition(",")[2]):
        match = _NAMED_UNIT.match(part)
        if match is not None:
            factor = next((f for words, f in _SCALES if words.match(match["scale"] or "")), 1)
            unit = next((name for name in UNITS if match[name]), None)
            return unit, factor, True
        if _NAMED_COUNT.match(part):
            return "count", 1, True
        if _OTHER.search(part):
            return None, 1, True
    if _SHARES.match(small):
        return "percent", 1, True
    if _COUNTS.match(small):
        return "count", 1, True
    if _POINTS.search(small):
        return "percentage_points", 1, True
    if _PERCENT.search(small):
        return "percent", 1, True
    if _SCORES.search(small):
        return "score", 1, True
    return "count", 1, False


_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_NAMED_UNIT = re.compile(
    rf"\s?(?:(?:i|alle tall|tall|tal|målt|måles|oppgitt|gjennomsnitt|snitt|median)\s){{0,3}}"
    rf"(?P<scale>(?:{'|'.join(SCALES)})(?!\w)|1 ?000)?\s?(?:{_UNIT})"
    r"(?=\s(?:per|pr|i|av|for)\b|\s?$|,)"
)
_NAMED_COUNT = re.compile(r"\s?(?:antall|antal|tal|stk|antall saker)\b")
_OTHER = re.compile(rf"(?<!\w){OTHER_UNITS}")
_SHARES = re.compile(rf"\W*(?:årleg |årlig )?{SHARES}")
_COUNTS = re.compile(
    rf"\W*(?:totalt |samla |samlet |årleg |årlig |gjennomsnittlig |gjennomsnittleg )?{COUNTS}"
)
_POINTS = re.compile(r"prosentpoeng")
_PERCENT = re.compile(r"(?:prosent|pst\.?|%)(?:\b|$|\s)")
_SCORES = re.compile(rf"\b\w*{SCORES}")


def plain_number(small: str, subject: str) -> Quantity | None:
    """The number that is all of the words, as most cells have it: it need not be looked around."""
    match = QUANTITY.fullmatch(small) if small[:1].isdigit() else None
    read = quantity_of(match) if match is not None else None
    if read is None or is_year(small, read):
        return None
    return with_subject([read], small, subject)[0]


def quantities_in(small: str, baselines: bool = False) -> Iterator[Quantity]:
    """The quantities that may be required: no years, days, places or scales."""
    last: Quantity | None = None
    for match in QUANTITY.finditer(small):
        read = quantity_of(match)
        if read is None:
            continue
        before = words_before(small, read)
        if is_year(small, read) and not (
            _is_counted(before) and _NOUN_AFTER.match(small, read.end)
        ):
            continue
        if _DATE_AFTER.match(small, read.end) and read.unit is None:
            continue
        if _PLACE_BEFORE.search(before) is not None:
            continue
        if not baselines and _BASELINE_BEFORE.search(before) and not is_compared(before):
            continue
        # The seconds of "19 min 12 sek".
        if (
            read.other
            and last is not None
            and last.unit in TIME_UNITS
            and read.start <= last.end + 1
        ):
            continue
        last = read
        yield read


def words_before(small: str, one: Quantity) -> str:
    """What stands before a number, as far as it may tell something of it."""
    return small[max(0, one.start - _FAR) : one.start]


def is_compared(before: str) -> bool:
    """Whether words before a number say how a result is to compare with it: "minst"."""
    match = BEFORE.search(before)
    return match is not None and match["about"] is None


def _is_counted(before: str) -> bool:
    """Whether what follows is a number although it looks like a year: "minst 2000 tilsyn"."""
    match = BEFORE.search(before)
    return match is not None and (match["least"] or match["most"]) is not None


def is_year(small: str, read: Quantity) -> bool:
    """Whether a number is a year's and counts nothing."""
    return read.unit is None and YEAR.fullmatch(small, read.start, read.end) is not None


def quantity_of(match: re.Match[str]) -> Quantity | None:
    """What a match of `QUANTITY` says; None where its words are no number."""
    unit: Unit | None = next((name for name in UNITS if match[name]), None)
    words = match["words"]
    if words is not None:
        number = read_number(words)
        if number is None or number.denominator != 1:
            return None
        # "en økning": a word is a number where something is counted by it.
        if unit is None and match["scale"] is None and not _counts(match, number < 2):
            return None
        value = Decimal(number.numerator)
    else:
        value = decimal_of(match["digits"])
    scale = None
    if match["scale"] is not None:
        scale = next(factor for words, factor in _SCALES if words.fullmatch(match["scale"]))
        value = without_noughts(value * scale)
    if match["before"]:
        unit = "kroner"
    start = match.start("words") if words is not None else match.start("digits")
    start = match.start() if match["before"] else start
    return Quantity(start, match.end(), value, unit, match["other"] is not None, scale)


def _counts(match: re.Match[str], is_article: bool) -> bool:
    """Whether a number in words stands where something is required: "minst fire øvelser"."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    return _is_counted(before) or not (is_article or before.strip())


def decimal_of(digits: str) -> Decimal:
    """The value of printed digits; a point parts thousands where three digits follow.

    >>> decimal_of("1.200"), decimal_of("99.5"), decimal_of("1 900"), decimal_of("4,25")
    (Decimal('1200'), Decimal('99.5'), Decimal('1900'), Decimal('4.25'))
    """
    plain = plain_spaces(digits).replace(" ", "")
    whole, comma, decimals = plain.partition(",")
    if comma:
        return Decimal(f"{whole.replace('.', '')}.{decimals}")
    if re.fullmatch(r"\d+\.\d{1,2}", plain):
        return Decimal(plain)
    return Decimal(plain.replace(".", ""))


def without_noughts(value: Decimal) -> Decimal:
    """A value without decimals that are only noughts, as a scale leaves them."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def with_subject(quantities: list[Quantity], small: str, subject: str) -> list[Quantity]:
    """The same, bare numbers with the unit of what is measured."""
    if all(one.unit is not None for one in quantities):
        return quantities
    named, factor, is_said = unit_of_name(subject)
    return [
        replace(
            one,
            value=one.value if one.scale else without_noughts(one.value * factor),
            unit=_bare_unit(one, small, named, is_said),
        )
        if one.unit is None and not one.other
        else one
        for one in quantities
    ]


_OUT_OF = re.compile(rf"\s?av (?:\d|{NUMBER_IN_WORDS})")


def _bare_unit(one: Quantity, small: str, named: Unit | None, is_said: bool) -> Unit | None:
    is_decimal = one.value != one.value.to_integral_value()
    if _OUT_OF.match(small, one.end):
        return "score" if is_decimal or named == "score" else "count"
    if named == "percent" and one.value > 100:
        return "count"
    if not is_said and is_decimal:
        return None
    return named
