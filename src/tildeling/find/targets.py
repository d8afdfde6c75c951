"""Requirements on what is measured: "minst 85 prosent", "80 pst. innen 3 uker", "skal gå ned".

Figures are decimals, never floats. A year that a requirement is compared with ("fra 31 prosent i
2020", "på 2021-nivå") is neither its value nor its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from tildeling.any_case import small_letters
from tildeling.find.patterns import DASH
from tildeling.find.quantities import (
    BEFORE,
    DIGITS,
    QUANTITY,
    TIME_UNITS,
    YEAR,
    Quantity,
    decimal_of,
    is_compared,
    is_year,
    plain_number,
    quantities_in,
    quantity_of,
    with_subject,
    without_noughts,
    words_before,
)
from tildeling.find.target_words import (
    AT_MOST,
    COMPARISONS,
    FALLS,
    LESS_AFTER,
    MORE_AFTER,
    NONE_AT_ALL,
    NOTHING_SET,
    RISES,
)
from tildeling.letter import Comparison, Unit


@dataclass(frozen=True, slots=True)
class TargetPhrase:
    """A requirement as words say it."""

    start: int
    end: int
    comparison: Comparison | None = None
    value: Decimal | None = None
    value_to: Decimal | None = None
    unit: Unit | None = None
    within: tuple[Decimal, Unit] | None = None
    year: int | None = None
    """The year it is for, where the words say it."""


@dataclass(frozen=True, slots=True)
class ResultPhrase:
    """A past year's figure, told beside a requirement."""

    start: int
    end: int
    year: int
    value: Decimal
    unit: Unit | None


_MORE_AFTER = re.compile(rf"\s?{MORE_AFTER}")
_LESS_AFTER = re.compile(rf"\s?{LESS_AFTER}")
_TREND_AFTER = re.compile(
    r"\s(?:(?P<rise>økning|auke|vekst|høyere|høgare|flere|fleire|mer|meir)"
    r"|(?P<fall>reduksjon|nedgang|lavere|lågare|færre|mindre|kortere|raskere))\b"
    r"(?=\s(?:enn|fra|frå|i|sammenlignet|samanlikna)\b|[.,;]|$)"
)
_IN_TIME_BEFORE = re.compile(
    rf"(?:{AT_MOST}|på|etter|for|inn)(?:\s(?:en|ein|ett|eit|om[ ]lag))?\s?$", re.VERBOSE
)
_RANGE_JOINT = re.compile(rf"\s?(?:{DASH}|og|til)\s?")
_BETWEEN_BEFORE = re.compile(r"\b(?:mellom|fra|frå)\s?$")
_YEAR_AFTER = re.compile(
    r"(?:\s(?!og\b|mot\b|fra\b|frå\b|enn\b)[a-zæøå.]{2,20}){0,3}?"
    r"\s(?:(?:i|for|innen|innan|ved|utgangen av|løpet av)\s){0,3}(?P<year>20\d\d)(?![-–\d])"
)
# Right before a year that a figure is compared with, or that prices are of.
_BASE_YEAR_BEFORE = re.compile(
    r"""
    (?:
        fra | frå | enn | enn[ ]i | enn[ ]for | med | siden | sidan | mot
        # "på nivå i", "resultatet for"
        | nivå(?:et)?(?:[ ](?:i|fra|frå))?
        # Not "forventet resultat", which is to be reached
        | (?<!ventet[ ])(?<!venta[ ])(?<!ønsket[ ])(?<!ønska[ ])resultat(?:et)?(?:[ ](?:i|for))?
        # "målt i", "i forhold til"
        | kroner | som[ ]i | som | målt[ ]i | i[ ]forhold[ ]til | samanlikna[ ]med
        | basert[ ]på | tilsvarende | var
    )
    (?:\s(?:i|for|året|utgangen[ ]av|resultatet[ ]i|nivået[ ]i))?\s?$
    """,
    re.VERBOSE,
)
# "fra 52,6 pst. i 2019"
_BASE_BEFORE_YEAR = re.compile(r"(?:fra|frå|mot|enn|var)\s[\d,. ]+\s?[^\s\d]{0,12}\s(?:i|for)\s$")
# "fra 70 til" before 75
_FROM_BEFORE = re.compile(
    rf"(?:fra|frå)\s(?P<from>{DIGITS})(?:\s?[^\s\d]{{1,10}})?(?:\si\s20\d\d)?\stil\s?$"
)
_FOR_SHARE = re.compile(r"\s(?:for|i|på)\s(?:minst\s|over\s)?$")
_RISES = re.compile(rf"\b{RISES}\b", re.VERBOSE)
_FALLS = re.compile(rf"\b{FALLS}\b", re.VERBOSE)
_NOTHING = re.compile(NOTHING_SET, re.VERBOSE)
_NONE_AT_ALL = re.compile(NONE_AT_ALL)
_STATES = tuple((re.compile(words, re.VERBOSE), comparison) for words, comparison in COMPARISONS)
_RESULTS = re.compile(
    r"(?P<label>(?:\(|\b(?:resultat(?:et)?|status|faktisk|oppnådd|utgangspunkt(?:et)?)\b)[^\d().]{0,60}?)"
    r"(?P<year>20\d\d)(?P<joint>\)?\s?[:=]\s?|\)?\s(?:var|er|ble|blei|vart)\s(?:på\s)?)"
)
_RESULTS_BY_YEAR = re.compile(
    r"(?P<label>\bi\s)(?P<year>20\d\d)\s(?:var|ble|blei|vart)\s(?P<joint>(?:resultatet|andelen|antallet|nivået"
    r"|talet|tallet|tala)\s(?:på\s)?)"
)
# "(59 prosent i 2016)", "(98 pst. i 2021, 97 pst. i 2022)", "(mot 4 515 i 2019)"
_RESULT_IN_BRACKETS = re.compile(
    r"(?:resultat(?:et)?:?\s|status:?\s|mot\s|(?:opp |ned )?(?:fra|frå)\s)?(?=\d)"
)
_YEAR_IN_BRACKETS = re.compile(
    r"(?:\s[a-zæøå.]{2,20}){0,2}?\s(?:i|for|ved utgangen av)\s(?P<year>20\d\d)(?=\s?(?:[),;]|og\b))"
)
_NEXT_IN_BRACKETS = re.compile(r"\s?(?:[,;]\s?(?:og\s)?|og\s)")
_MORE_RESULTS = re.compile(r"\s?(?:[,;]|\bog\b)?\s?(?P<year>20\d\d)(?P<joint>\s?[:=]\s?)")


def find_targets(text: str, subject: str = "") -> tuple[TargetPhrase, ...]:
    """The requirements that some words are: most are one, and cover all the words.

    `subject` is what is measured: it tells what a bare number counts. Words that set nothing
    ("–", "ikke målt") are none.

    >>> one, = find_targets("80 pst. innen 3 uker")
    >>> one.comparison, one.value, one.unit, one.within
    ('equal', Decimal('80'), 'percent', (Decimal('3'), 'weeks'))
    >>> both = find_targets("80 pst. innen 3 uker og 100 pst. innen 8 uker")
    >>> [(one.value, *one.within) for one in both]
    [(Decimal('80'), Decimal('3'), 'weeks'), (Decimal('100'), Decimal('8'), 'weeks')]
    >>> [(one.value, one.year) for one in find_targets("minst 70 pst. i 2025 og 75 pst. i 2026")]
    [(Decimal('70'), 2025), (Decimal('75'), 2026)]
    >>> find_targets("Skal gå ned gjennom treårsperioden")[0].comparison
    'decrease'
    >>> find_targets("Ikke under 4,5", "Brukertilfredshet (skala 1–6)")[0].unit
    'score'
    """
    small = small_letters(text)
    plain = plain_number(small, subject)
    if plain is not None:
        return (TargetPhrase(0, len(small), "equal", plain.value, None, plain.unit),)
    if _NOTHING.fullmatch(small.strip()):
        return ()
    small = _without_results(small)
    quantities = with_subject(_of_ranges(small, list(quantities_in(small))), small, subject)
    if not quantities or _NONE_AT_ALL.match(small.lstrip()):
        return (_state(small),)
    shares = [one for one in quantities if one.unit not in TIME_UNITS]
    times = [one for one in quantities if one.unit in TIME_UNITS]
    if shares and times:
        return _shares_in_times(small, shares, times) or (_share_in_time(small, shares[0], times),)
    main = quantities[0]
    several = _several(small, [one for one in quantities if one.unit == main.unit])
    return several or (_single(small, quantities),)


def _of_ranges(small: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The same; the first number of "70–90 dager", "mellom 70 og 90 dager" counts days as well.

    A share is to be reached within the longer of two times: "80 pst. innen 3–4 uker".
    """
    found: list[Quantity] = []
    for first, last in pairwise([*quantities, None]):
        assert first is not None
        joint = small[first.end : last.start] if last is not None else ""
        if (
            last is None
            or first.unit is not None
            or not _RANGE_JOINT.fullmatch(joint)
            or ("og" in joint and not _BETWEEN_BEFORE.search(words_before(small, first)))
        ):
            found.append(first)
        elif last.unit not in TIME_UNITS or not found:
            found.append(replace(first, unit=last.unit))
    return found


def _without_results(small: str) -> str:
    """Words with spaces for past figures, whose years are none of the requirement."""
    for one in find_results(small):
        small = small[: one.start] + " " * (one.end - one.start) + small[one.end :]
    return small


def find_results(text: str, subject: str = "") -> tuple[ResultPhrase, ...]:
    """Past years' figures that stand beside a requirement.

    >>> [(one.year, one.value) for one in find_results("minst 420 i 2022 (2020: 138, 2021: 140)")]
    [(2020, Decimal('138')), (2021, Decimal('140'))]
    >>> one, = find_results("Resultatet i 2019 var 78 pst.")
    >>> one.year, one.value, one.unit
    (2019, Decimal('78'), 'percent')
    >>> [(one.year, one.value) for one in find_results("Minst 65 prosent (59 prosent i 2016)")]
    [(2016, Decimal('59'))]
    """
    small = small_letters(text)
    found: list[ResultPhrase] = []
    match = _next_result(small, 0)
    while match is not None:
        at = match.end()
        quantity = QUANTITY.match(small, at)
        read = quantity_of(quantity) if quantity is not None else None
        if read is None or is_year(small, read):
            match = _next_result(small, at)
            continue
        (read,) = with_subject([read], small, subject)
        start = match.start()
        while small[start] in "(,; ":
            start += 1
        found.append(ResultPhrase(start, read.end, int(match["year"]), read.value, read.unit))
        match = _MORE_RESULTS.match(small, read.end) or _next_result(small, read.end)
    return (*found, *_results_in_brackets(small, subject))


def _results_in_brackets(small: str, subject: str) -> Iterator[ResultPhrase]:
    """Figures with their year after them, in brackets: "(98 pst. i 2021, 97 pst. i 2022)"."""
    bracket = small.find("(") if "20" in small else -1
    while bracket >= 0:
        at = bracket + 1
        while (led := _RESULT_IN_BRACKETS.match(small, at)) is not None:
            quantity = QUANTITY.match(small, led.end())
            read = quantity_of(quantity) if quantity is not None else None
            year = _YEAR_IN_BRACKETS.match(small, read.end) if read is not None else None
            if read is None or year is None:
                break
            (read,) = with_subject([read], small, subject)
            yield ResultPhrase(at, year.end(), int(year["year"]), read.value, read.unit)
            following = _NEXT_IN_BRACKETS.match(small, year.end())
            if following is None:
                break
            at = following.end()
        bracket = small.find("(", bracket + 1)


def _next_result(small: str, at: int) -> re.Match[str] | None:
    """The next words that lead to a past year's figure; few texts have a year that may be one."""
    if "20" not in small:
        return None
    return _RESULTS.search(small, at) or _RESULTS_BY_YEAR.search(small, at)


def is_bare_result(text: str, subject: str = "") -> Quantity | None:
    """The figure that a cell of results holds; None where it holds none.

    >>> is_bare_result("7,5 mnd.").value, is_bare_result("ikke målt")
    (Decimal('7.5'), None)
    """
    small = small_letters(text)
    plain = plain_number(small, subject)
    if plain is not None:
        return plain
    if _NOTHING.fullmatch(small.strip()):
        return None
    quantities = with_subject(list(quantities_in(small, baselines=True)), small, subject)
    return quantities[0] if quantities else None


def _state(small: str) -> TargetPhrase:
    """A requirement without a number: a trend, a level to keep, or what only describes."""
    end = len(small)
    none = _NONE_AT_ALL.match(small.lstrip())
    if none is not None:
        return TargetPhrase(0, end, "equal", Decimal(0), unit="count")
    found = [
        (match.start(), place, comparison)
        for place, (pattern, comparison) in enumerate(_STATES)
        if (match := pattern.search(small)) is not None
    ]
    comparison = min(found)[2] if found else None
    return TargetPhrase(0, end, comparison, year=_year(small))


def _single(small: str, quantities: Sequence[Quantity]) -> TargetPhrase:
    main = quantities[0]
    if len(quantities) > 1:
        joint = small[main.end : quantities[1].start]
        is_range = _RANGE_JOINT.fullmatch(joint) is not None
        before = words_before(small, main)
        if is_range and ("og" not in joint or _BETWEEN_BEFORE.search(before)):
            upper = quantities[1]
            lower = main.value if main.scale else without_noughts(main.value * (upper.scale or 1))
            unit = upper.unit if upper.unit is not None else main.unit
            return TargetPhrase(
                0, len(small), "between", lower, upper.value, unit, year=_year(small)
            )
    compared = next((one for one in quantities if is_compared(words_before(small, one))), main)
    return TargetPhrase(
        0,
        len(small),
        _comparison(small, compared),
        compared.value,
        None,
        compared.unit,
        year=_year(small),
    )


def _share_in_time(small: str, share: Quantity, times: Sequence[Quantity]) -> TargetPhrase:
    """A share that is to be reached within a time: "under 9 måneder for 80 pst. av sakene"."""
    time = times[0]
    comparison = _comparison(small, share)
    if time.start < share.start and comparison == "equal":
        comparison = "at_least"
    within = None
    is_limit = _IN_TIME_BEFORE.search(words_before(small, time)) is not None
    if not is_limit and time.start < share.start:
        is_limit = _FOR_SHARE.search(small, time.end, share.start) is not None
    if time.unit is not None and is_limit:
        within = (time.value, time.unit)
    return TargetPhrase(
        0, len(small), comparison, share.value, None, share.unit, within, _year(small)
    )


def _shares_in_times(
    small: str, shares: Sequence[Quantity], times: Sequence[Quantity]
) -> tuple[TargetPhrase, ...]:
    """Shares with a time each: "80 pst. innen 3 uker og 100 pst. innen 8 uker"."""
    if len(shares) < 2 or len(shares) != len(times):
        return ()
    pairs = list(zip(shares, times, strict=True))
    joints = [
        _PAIRS_JOINT.search(small, max(share.end, time.end), min(one.start for one in following))
        for (share, time), following in pairwise(pairs)
    ]
    found: list[TargetPhrase] = []
    start = 0
    for (share, time), joint in zip(pairs, [*joints, None], strict=True):
        if joint is None and len(found) + 1 < len(pairs):
            return ()
        stop = joint.start() if joint is not None else len(small.rstrip())
        if not start <= min(share.start, time.start) < stop:
            return ()
        here = [replace(one, start=one.start - start, end=one.end - start) for one in (share, time)]
        found.append(
            replace(_share_in_time(small[start:stop], here[0], here[1:]), start=start, end=stop)
        )
        start = joint.end() if joint is not None else stop
    return tuple(found) if all(one.within is not None for one in found) else ()


_PAIRS_JOINT = re.compile(r"\s?(?:[,;](?:\s(?:og|samt))?|\b(?:og|samt)\b)\s")


def _several(small: str, quantities: Sequence[Quantity]) -> tuple[TargetPhrase, ...]:
    """One for each year that has a value of its own, or for each part that is compared anew."""
    if len(quantities) < 2:
        return ()
    years = [_YEAR_AFTER.match(small, one.end) for one in quantities]
    told = [int(match["year"]) if match is not None else None for match in years]
    by_year = None not in told and len(set(told)) == len(told)
    by_part = all(is_compared(words_before(small, one)) for one in quantities) and all(
        re.search(r"(?:\bog\b|[,;])", small[one.end : other.start])
        for one, other in pairwise(quantities)
    )
    if not by_year and not by_part:
        return ()
    found: list[TargetPhrase] = []
    start = 0
    for at, one in enumerate(quantities):
        match = years[at]
        stop = match.end() if by_year and match is not None else one.end
        if at + 1 == len(quantities):
            stop = max(stop, len(small.rstrip()))
        elif not by_year:
            joint = re.search(r"\s?(?:\bog\b|[,;])\s?", small[one.end : quantities[at + 1].start])
            stop = one.end + joint.start() if joint is not None else one.end
        comparison = _comparison(small, one)
        if comparison == "equal" and found and found[0].comparison is not None:
            comparison = found[0].comparison
        found.append(
            TargetPhrase(start, stop, comparison, one.value, None, one.unit, year=told[at])
        )
        rest = re.compile(r"\s?(?:og|[,;])?\s?").match(small, stop)
        start = rest.end() if rest is not None else stop
    return tuple(found)


def _comparison(small: str, one: Quantity) -> Comparison:
    """How a result is to compare with a number, by the words around it."""
    after = _TREND_AFTER.match(small, one.end)
    if after is not None:
        return "increase" if after["rise"] else "decrease"
    before = words_before(small, one)
    moved = _FROM_BEFORE.search(before)
    if moved is not None:
        return _moved(before, decimal_of(moved["from"]), one.value)
    match = BEFORE.search(before)
    if match is not None and match["rise"] is not None:
        return "increase"
    if match is not None and match["fall"] is not None:
        return "decrease"
    if _MORE_AFTER.match(small, one.end):
        return "at_least"
    if _LESS_AFTER.match(small, one.end):
        return "at_most"
    if match is None or match["about"] is not None:
        return "equal"
    return "at_least" if match["least"] is not None else "at_most"


def _moved(before: str, was: Decimal, becomes: Decimal) -> Comparison:
    """How a result is to compare with what it is moved to: "skal økes fra 70 til 75 prosent"."""
    if becomes < was or _FALLS.search(before):
        return "at_most"
    return "at_least" if _RISES.search(before) else "equal"


def _year(small: str) -> int | None:
    """The year that a requirement names as its own."""
    for match in YEAR.finditer(small):
        if small[match.end() : match.end() + 1] in ("-", "–", "—"):
            continue
        before = small[max(0, match.start() - 30) : match.start()]
        if before.endswith(("-", "–", "—", "/")) or _BASE_YEAR_BEFORE.search(before):
            continue
        if _BASE_BEFORE_YEAR.search(before):
            continue
        if re.search(r"\b(?:i|for|innen|innan|utgangen av|løpet av|året|i år)\s$", before):
            return int(match.group())
    return None
