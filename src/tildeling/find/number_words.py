"""Numbers written out, in bokmål and nynorsk: "tjuefem", "to og en halv", "tre komma fem".

They are read before a scale word ("to og en halv million kroner") or with one of their own ("fem
hundre tusen kroner").
"""

from __future__ import annotations

from fractions import Fraction

from tildeling.find.patterns import GAP, any_of, plain_spaces

ONES: dict[str, int] = {
    "null": 0,
    "en": 1,
    "én": 1,
    "ein": 1,
    "éin": 1,
    "ei": 1,
    "éi": 1,
    "et": 1,
    "ett": 1,
    "eit": 1,
    "eitt": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "sju": 7,
    "syv": 7,
    "åtte": 8,
    "ni": 9,
}
TEENS: dict[str, int] = {
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
    "tretten": 13,
    "fjorten": 14,
    "femten": 15,
    "seksten": 16,
    "sytten": 17,
    "atten": 18,
    "nitten": 19,
}
TENS: dict[str, int] = {
    "tjue": 20,
    "tyve": 20,
    "tretti": 30,
    "tredve": 30,
    "førti": 40,
    "femti": 50,
    "seksti": 60,
    "sytti": 70,
    "åtti": 80,
    "nitti": 90,
}
MULTIPLIERS: dict[str, int] = {"hundre": 100, "tusen": 1_000}
HALVES: dict[str, Fraction] = {
    "halv": Fraction(1, 2),
    "halvannen": Fraction(3, 2),
    "halvannan": Fraction(3, 2),
    "halvanna": Fraction(3, 2),
}
_VALUES: dict[str, int] = {
    **ONES,
    **TEENS,
    **TENS,
    **{ten + one: TENS[ten] + ONES[one] for ten in TENS for one in ONES if ONES[one]},
}
_JOINTS = ("og", "komma")
_WORDS = (*_VALUES, *MULTIPLIERS, *HALVES)
NUMERAL = rf"(?:{any_of(_WORDS)})(?!\w)"
NUMBER_IN_WORDS = rf"{NUMERAL}(?:{GAP}(?:{any_of(_JOINTS)}{GAP})?{NUMERAL}){{0,6}}"
# What a number written out may begin with.
INITIAL_WORDS = _WORDS


def read_number(words: str) -> Fraction | None:
    """The number that some words are; None where they are none.

    >>> read_number("to og en halv"), read_number("fem hundre tusen"), read_number("tre komma fem")
    (Fraction(5, 2), Fraction(500000, 1), Fraction(7, 2))
    >>> read_number("to tre") is None
    True
    """
    parts = plain_spaces(words).lower().split()
    if "komma" in parts:
        at = parts.index("komma")
        whole, decimals = _whole(parts[:at]), [_VALUES.get(part) for part in parts[at + 1 :]]
        if whole is None or not decimals or None in decimals:
            return None
        return Fraction(f"{whole}." + "".join(str(decimal) for decimal in decimals))
    if parts[-1] not in HALVES:
        whole = _whole(parts)
        return Fraction(whole) if whole is not None else None
    half, before = HALVES[parts[-1]], parts[:-1]
    # "en halv", "to og en halv"
    if before and half < 1 and ONES.get(before[-1]) == 1:
        before = before[:-1]
    if before and before[-1] == "og":
        before = before[:-1]
    whole = _whole(before) if before else 0
    return half + whole if whole is not None else None


def _whole(parts: list[str]) -> int | None:
    """Such as "fem hundre og tjue tusen", 520 000."""
    total = current = 0
    for part in parts:
        if part in MULTIPLIERS:
            current = (current or 1) * MULTIPLIERS[part]
            if part == "tusen":
                total, current = total + current, 0
        elif part in _VALUES:
            if current % 100:
                return None
            current += _VALUES[part]
        elif part != "og":
            return None
    return total + current if parts else None
