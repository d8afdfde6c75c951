"""The unit that amounts are printed in: "(i 1 000 kroner)", "tkr", "alle tal i mill. kroner".

A unit looks like a sum: "mill. kroner" ends both "5 mill. kroner" and "beløp i mill. kroner". It is
one where no number stands before it and where its place says so: in brackets, after "i", after a
word for it ("enhet:"), or, in a heading, as what the heading says of its amounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tildeling.find.patterns import (
    GAP,
    MAYBE_GAP,
    SPACE,
    WORD_END,
    WORD_START,
    any_of,
    has_any,
    marks_of,
)
from tildeling.find.unit_words import (
    CURRENCY,
    MILLIARDS,
    MILLIONS,
    SHORT_MILLIONS,
    SHORT_THOUSANDS,
    THOUSANDS,
    UNIT_LABELS,
    UNIT_NOUNS,
    UNIT_VERBS,
    WHOLE,
)

Unit = Literal[1, 1_000, 1_000_000, 1_000_000_000]


@dataclass(frozen=True, slots=True)
class UnitPhrase:
    """Words that say what one printed unit is in kroner."""

    start: int
    end: int
    unit: Unit
    core: int
    """Where the unit itself begins: "i 1 000 kroner" has its core after the "i"."""


# "mill. 2025-kroner": money of one year's worth.
_KRONER = rf"(?:(?:19|20)\d\d-)?{any_of(CURRENCY)}"
_WHOLE = rf"(?:{any_of(WHOLE)}{GAP})?"
# "1 000", "1.000", "1000"; not a part of "1 000 000".
_FIGURE = rf"1(?:{SPACE}|[.'’])?000(?!{SPACE}?\d)"
_THOUSAND = rf"(?:{_FIGURE}|{any_of(THOUSANDS)})"
_MILLION = rf"(?:(?:1{GAP})?{any_of(MILLIONS)}|1(?:{SPACE}|[.'’])?000(?:{SPACE}|[.'’])?000)"
_MILLIARD = rf"(?:(?:1{GAP})?{any_of(MILLIARDS)})"
# "1 000-kroner", "tusenkroner", "mill.kr".
_JOINT = rf"(?:{MAYBE_GAP}-?{MAYBE_GAP})"


def _scaled(scale: str, short: str | None = None) -> str:
    """Kroner by a scale, in either order, or in one short word: "tusen kroner", "NOK 1 000"."""
    after = rf"{_WHOLE}{scale}{_JOINT}{_WHOLE}{_KRONER}"
    before = rf"{_KRONER}{MAYBE_GAP}\(?(?:i{GAP})?{_WHOLE}{scale}"
    return rf"(?:{after}|{before}|{short})" if short else rf"(?:{after}|{before})"


# Each with a currency, and what stands for it where the place alone says that money is meant.
_CORES: tuple[tuple[Unit, str, str], ...] = (
    (1_000_000_000, _scaled(_MILLIARD), rf"{_WHOLE}{_MILLIARD}"),
    (1_000_000, _scaled(_MILLION, any_of(SHORT_MILLIONS)), rf"{_WHOLE}{_MILLION}"),
    (
        1_000,
        # "NOK '000", "000 kr".
        _scaled(rf"(?:{_THOUSAND}|['’]?000)", any_of(SHORT_THOUSANDS)),
        rf"{_WHOLE}{_THOUSAND}",
    ),
    (1, rf"{_WHOLE}{_KRONER}", rf"{_WHOLE}{_KRONER}"),
)

_TABLES = (CURRENCY, WHOLE, THOUSANDS, SHORT_THOUSANDS, MILLIONS, SHORT_MILLIONS, MILLIARDS)

# A number before it makes it a sum; a year may stand there: "Bevilgning 2026 1 000 kr".
_NO_NUMBER = rf"(?<![\w.,/'’])(?<!\d{SPACE})"
_NO_SUM_AFTER = rf"(?!{MAYBE_GAP}\d)(?!{GAP}(?:per|pr\.?)(?!\w))"
_END = rf"(?!\w)(?!{MAYBE_GAP}-?{MAYBE_GAP}\d)"
# "alle tall i", or no more than "beløp:" before a unit without "i".
_LEAD = (
    rf"(?:[^()\[\]\n]{{0,80}}?(?<!\w)i{GAP}"
    rf"|(?:(?:alle|{any_of(UNIT_NOUNS)}){GAP}?[,:;–-]?{MAYBE_GAP}){{0,3}})"
)
_TAIL = r"(?:[,;:/ ][^()\[\]\n\d]{0,40})?"
_NOUN = rf"{WORD_START}{any_of(UNIT_NOUNS)}(?:ene|ane|a|et|ne)?{WORD_END}"


def _in_text(core: str, bare: str) -> re.Pattern[str]:
    """A unit in a caption or a sentence; `bare` is one that leaves its currency out."""
    bare = rf"{bare}(?!\.?{MAYBE_GAP}-?{any_of(CURRENCY)})"
    bracketed = rf"[(\[]{MAYBE_GAP}{_LEAD}(?P<c1>{core}|{bare}){_END}{_NO_SUM_AFTER}{_TAIL}[)\]]"
    after_i = rf"{WORD_START}i{GAP}(?P<c2>{core}){_END}{_NO_SUM_AFTER}"
    # "Beløp i hele tusen.", "alle tall i 1 000": without a currency, the noun says it.
    after_noun = (
        rf"{_NOUN}(?:{GAP}[^\d\W]\S*){{0,6}}?{GAP}i{GAP}(?P<c3>{bare})"
        rf"(?={MAYBE_GAP}(?:[.,;:)\]]|$))"
    )
    # "Beløpene er 1 000 kroner", "Tall: mill. kroner", "enhet: 1000 kr".
    after_verb = rf"{_NOUN}{GAP}{any_of(UNIT_VERBS)}{GAP}(?:i{GAP})?(?P<c4>{core}){_END}"
    labelled = (
        rf"{WORD_START}(?:{any_of(UNIT_LABELS)}|{any_of(UNIT_NOUNS)}){MAYBE_GAP}:{MAYBE_GAP}"
        rf"(?:i{GAP})?(?P<c5>{core}|{bare}){_END}{_NO_SUM_AFTER}"
    )
    alone = rf"^{MAYBE_GAP}(?:i{GAP})?(?P<c6>{core}){MAYBE_GAP}[.:]?{MAYBE_GAP}$"
    return re.compile(
        "|".join((bracketed, after_i, after_noun, after_verb, labelled, alone)),
        re.IGNORECASE,
    )


def _in_heading(core: str) -> re.Pattern[str]:
    """A unit in a heading's cell, where no sum stands: "Bevilgning 2026 1 000 kr", "MNOK"."""
    year = rf"(?:(?<=(?:19|20)\d\d{SPACE})|(?<=[^\W\d]/)|{_NO_NUMBER})"
    return re.compile(rf"{year}(?P<c1>{core}){_END}{_NO_SUM_AFTER}", re.IGNORECASE)


# "7,4 mill." before "kroner": of a sum that words of a heading name, and no unit.
_SCALED_NUMBER = re.compile(
    rf"\d{MAYBE_GAP}(?:{any_of((*MILLIONS, *MILLIARDS, *THOUSANDS))}){MAYBE_GAP}$", re.IGNORECASE
)

# Larger scales first: "(i 1 000 kroner)" also ends in "kroner".
_IN_TEXT = tuple((unit, _in_text(core, bare)) for unit, core, bare in _CORES)
_IN_HEADING = tuple((unit, _in_heading(core)) for unit, core, _ in _CORES)
# Of these one stands in each phrase of the unit.
_MARKS_OF_UNIT = {
    1_000_000_000: marks_of(MILLIARDS),
    1_000_000: ("000", *marks_of(MILLIONS, SHORT_MILLIONS)),
    1_000: ("000", *marks_of(THOUSANDS, SHORT_THOUSANDS)),
    1: marks_of(CURRENCY),
}
# Without one of these a heading says no unit. This and the next are for small letters.
_MARKS = re.compile(
    r"(?<![^\W\d])(?:[mt]?\.?\s?kr|k?kr|[kmt]?nok|tusen|mill|mio|mrd|(?:hele|heile)\s)|000"
)
_BEGINNINGS = any_of(
    {
        *(word[:2].lower() for table in _TABLES for word in table),
        *("0", "1", "2", "'", "’"),
    }
)
_NOUNS_BEFORE = rf"(?:(?:alle|{any_of(UNIT_NOUNS)}){GAP}?[,:;–-]?{MAYBE_GAP}){{0,3}}"
_LAST_OF_VERBS = {verb.split()[-1] for verb in UNIT_VERBS}
_BEFORE_UNIT = (
    *(rf"\n{MAYBE_GAP}", rf":{MAYBE_GAP}"),
    *(rf"{bracket}{MAYBE_GAP}{_NOUNS_BEFORE}" for bracket in (r"\(", r"\[")),
    *(rf"{last}(?<!\w{last}){GAP}" for last in sorted({"i", *_LAST_OF_VERBS})),
)
_ANY_CORE = "|".join(f"{core}|{bare}" for _, core, bare in _CORES)
_UNIT = rf"(?={_BEGINNINGS})(?i:{_ANY_CORE})(?!\w)"
# Outside headings a unit begins the text or has words before it, while most kroner have a number
# there: this is seen in few steps, what a unit is takes many. Each begins with words or a sign of
# its own: to look for one after the other takes a third of the time of all at once.
_CUED = tuple(re.compile(before + _UNIT) for before in _BEFORE_UNIT)


def find_units(text: str, *, heading: bool = False) -> tuple[UnitPhrase, ...]:
    """All units that a text says amounts are printed in, in order.

    `heading` says that the text is the heading of a column or a table's corner: there a unit needs
    neither brackets nor "i".

    >>> [phrase.unit for phrase in find_units("Tabell 1 er i mill. kroner, andre tall i tusen kr.")]
    [1000000, 1000]
    >>> find_units("Det stilles 1 mill. kroner til disposisjon")
    ()
    >>> [phrase.unit for phrase in find_units("Budsjett 2026 tkr", heading=True)]
    [1000]
    """
    text = text.replace("\n", " ")
    small = text.lower()
    if not _may_say_one(small, heading):
        return ()
    found: list[UnitPhrase] = []
    for patterns in (_IN_TEXT, _IN_HEADING) if heading else (_IN_TEXT,):
        for unit, pattern in patterns:
            if not has_any(small, _MARKS_OF_UNIT[unit]):
                continue
            for match in pattern.finditer(text):
                if any(match.start() < one.end and one.start < match.end() for one in found):
                    continue
                core = match.start(match.lastgroup or 0)
                if unit > 1 or _SCALED_NUMBER.search(text, max(core - 20, 0), core) is None:
                    found.append(UnitPhrase(match.start(), match.end(), unit, core))
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def places_of_units(small: str) -> list[int]:
    r"""Places in the lines that may say a unit: one look at a text instead of one at each line.

    The text is given in small letters.

    >>> places_of_units("viser til brevet.\nbeløp i 1 000 kroner\ndet gis 5 mill. kroner.")
    [37]
    """
    text = f"\n{small}"
    return [match.end() - 2 for cued in _CUED for match in cued.finditer(text)]


def _may_say_one(small: str, heading: bool) -> bool:
    """Whether a text, given in small letters, has what every unit has."""
    if heading:
        return _MARKS.search(small) is not None
    text = f"\n{small}"
    return any(cued.search(text) for cued in _CUED)
