"""Sums of money in running text: "kr 500 000", "2,3 mrd. kroner", "85,3 millionar kroner".

Kroner are integers from the first digit read. Where a sum is printed with øre or with more digits
than its scale has, it is rounded to the nearest krone, half a krone up. A sign stands outside the
span: text says "reduseres med", not minus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from tildeling.any_case import small_letters
from tildeling.find.money_words import (
    COUNTED_NOUNS,
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    GIVEN,
    IN_PAIRS,
    NUMBERED_THINGS,
    SCALES,
    SCALES_BEFORE,
    SHARED_UNIT_CUES,
    VAGUE,
)
from tildeling.find.number_words import INITIAL_WORDS as NUMBERS_BEGIN
from tildeling.find.number_words import NUMBER_IN_WORDS, read_number
from tildeling.find.patterns import (
    DASH,
    GAP,
    MAYBE_GAP,
    MAYBE_SPACED_DASH,
    SPACE,
    WORD_END,
    WORD_START,
    YEAR,
    any_of,
    initials_of,
    marked_lines,
    marks_of,
    plain_spaces,
    rest_of,
)
from tildeling.find.torn_sums import TORN_END, is_torn

# A thousand separator is one space of any kind, a point or an apostrophe; a group has exactly three
# digits, so that "2020 500 000" is not one number and "15.03" not thousands. Thin spaces get lost:
# "1 871900", "1200 000"; "2020 500 000" begins with a year. Commas part thousands where two do.
GROUPED = (
    rf"\d{{1,3}}{SPACE}\d{{3}}(?:{SPACE}?\d{{3}}){{0,4}}(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{1,5}}(?!\d)"
    rf"|(?!(?:19|20)\d\d|0)\d{{4}}(?:{SPACE}\d{{3}}){{1,4}}(?!\d)"
    rf"|\d{{1,3}}(?:['’′´]\d{{3}}){{1,5}}(?!\d)|\d{{1,3}}(?:,\d{{3}}){{2,5}}(?![\d,])"
)
DIGITS = rf"(?:{GROUPED}|(?!00)\d{{1,15}})"
# "2½ mill.", "½ mill."
FRACTIONS = {"½": ",5", "¼": ",25", "¾": ",75"}
_FRACTION = f"[{''.join(FRACTIONS)}]"
# Before a scale word a point may be the decimal sign ("1.5 mill."), but not with three digits after
# it.
SCALED_NUMBER = (
    rf"(?:(?:{GROUPED}|\d{{1,9}})(?:,\d{{1,9}}|{SPACE}?{_FRACTION})?"
    rf"|\d{{1,6}}\.\d{{1,2}}|{_FRACTION})"
)
WHOLE_NUMBER = rf"{DIGITS}(?:,\d{{2}}(?!\d))?"
# A number does not start inside another or a word ("R110"), nor after a decimal sign or slash.
NUMBER_START = r"(?<![\w/])(?<!\d[.,'’′´])"

_SCALE_WORDS = {word.lower(): kroner for word, kroner in SCALES.items()}
_ABBREVIATED = tuple(word for word in SCALES if word.endswith("."))
_SPELLED = tuple(word for word in SCALES if not word.endswith(".") and word != "tusen")
# "mill.kr" has no gap; a word without its full stop must end there, so that "mill" is not found in
# "mill. innbyggere" after that was refused.
SCALE = rf"(?:{any_of(_ABBREVIATED)}|(?!{any_of(_ABBREVIATED)}){any_of(_SPELLED)}{WORD_END})"
# A raised figure that touches the word is a footnote's mark: "12 mill. kroner1", "kroner²".
AFTER = rf"(?:{any_of(CURRENCY_AFTER)}(?:{WORD_END}|(?=[¹²³⁴⁵⁶⁷⁸⁹]))|kroner(?=\d{{1,2}}(?!\w)))"
BEFORE = rf"{WORD_START}{any_of(CURRENCY_BEFORE)}"
# "mill. innbyggere", "mill. nye brukere": at most one adjective between.
NOT_COUNTED = rf"(?!{MAYBE_GAP}(?:\w{{2,20}}e{GAP})?{any_of(COUNTED_NOUNS)}{WORD_END})"

# "(i 1 000 kroner)" heads a table: it says what one printed unit is, and is no sum.
ONE_THOUSAND = rf"(?:(?:NOK|kr\.?){GAP})?1(?:{SPACE}|\.)?000(?!{SPACE}?\d)(?:{MAYBE_GAP}{AFTER})?"
UNIT_PHRASE = (
    rf"{WORD_START}i{GAP}(?:hele{GAP}|heile{GAP})?{ONE_THOUSAND}"
    rf"|\({MAYBE_GAP}{ONE_THOUSAND}{MAYBE_GAP}\)"
)
SCALED = (
    rf"(?:{BEFORE}{MAYBE_GAP}|{NUMBER_START})(?P<scaled>{SCALED_NUMBER}){MAYBE_GAP}(?P<scale>{SCALE})"
    rf"(?:{MAYBE_GAP}{AFTER}|{GAP}og{GAP}(?P<rest>{GROUPED}){MAYBE_GAP}{AFTER}|{NOT_COUNTED})"
)
SCALED_BEFORE = (
    rf"{WORD_START}(?P<scale_before>{any_of(SCALES_BEFORE)}){GAP}"
    rf"(?!{YEAR}(?![\d,]))(?P<scaled_after>{SCALED_NUMBER})"
    rf"(?!{MAYBE_GAP}{SCALE})"
)
# "10 000 tusen kroner" is a table's unit gone astray, too unsure to multiply.
THOUSANDS = (
    rf"{NUMBER_START}(?<!\d{SPACE})(?P<thousands>\d{{1,3}}(?:,\d{{1,3}})?){GAP}tusen{GAP}{AFTER}"
)
WRITTEN_OUT = (
    rf"{WORD_START}(?P<words>{NUMBER_IN_WORDS})(?:{GAP}(?P<word_scale>{SCALE}))?{MAYBE_GAP}{AFTER}"
)
# "kr 5-7 mill.": the 5 shares the scale.
SHARED_SCALE = rf"{MAYBE_SPACED_DASH}{SCALED_NUMBER}{MAYBE_GAP}{SCALE}"
# After "kroner" only a grouped number is a sum: a year may follow the word in a table's heading.
PREFIXED = (
    rf"{WORD_START}(?:kr\.?|NOK){MAYBE_GAP}(?P<prefixed>{WHOLE_NUMBER})(?!{SHARED_SCALE})"
    rf"(?:,{DASH}|\.{DASH})?(?:{GAP}{AFTER})?|{WORD_START}kroner{GAP}(?P<spelled>{GROUPED})(?:,{DASH})?"
)
# A lone figure that follows a grouped number, or touches it, is a footnote's mark too: "3 500 0002
# kroner", "3 500 000 2 kroner".
_MARKED = rf"\d{{1,3}}(?:{SPACE}\d{{3}}){{1,4}}(?={SPACE}?[1-9]\)?{GAP}{AFTER})"
# In "i 2025 kr 4 000 000" the currency belongs to what follows it.
SUFFIXED = (
    rf"{NUMBER_START}(?!{YEAR}{GAP}kr\.?{GAP}\d)"
    rf"(?:(?P<marked>{_MARKED}){SPACE}?[1-9]\)?{GAP}{AFTER}|(?P<suffixed>{WHOLE_NUMBER})"
    rf"(?:(?:,{DASH})?{MAYBE_GAP}{AFTER}|,{DASH}(?![\w])))"
)
GRANTED = rf"{NUMBER_START}(?P<granted>{GROUPED})(?={GAP}{any_of(GIVEN)}{WORD_END})"
_DIGITS_FIRST = (
    rf"(?P<unit>{UNIT_PHRASE})|{SCALED}|{SCALED_BEFORE}|{THOUSANDS}|{PREFIXED}|{SUFFIXED}|{GRANTED}"
)
MONEY = re.compile(_DIGITS_FIRST, re.IGNORECASE)
MONEY_OR_WORDS = re.compile(rf"{WRITTEN_OUT}|{_DIGITS_FIRST}", re.IGNORECASE)


def _beginning(signs: str, words: Set[str]) -> re.Pattern[str]:
    """Where a sum may begin: one of the signs, or a word that begins so.

    A search leaps from one such place to the next, and the patterns of sums are tried there alone.
    """
    return re.compile(
        rf"(?-i:[{signs}{initials_of(words, in_both_cases=True)}])"
        rf"(?:(?<=\()|(?<!\w.)(?:(?<=[{signs}])|(?={rest_of(words)})))",
        re.IGNORECASE,
    )


_SIGNS = rf"\d({''.join(FRACTIONS)}"
_CURRENCY_FIRST = {word[:2] for word in (*CURRENCY_BEFORE, *SCALES_BEFORE)}
_BEFORE_SUM = {"i 1", "i h", "i k", "i n", *_CURRENCY_FIRST}
_MAY_BEGIN = _beginning(_SIGNS, _BEFORE_SUM)
_MAY_BEGIN_IN_WORDS = _beginning(_SIGNS, {*_BEFORE_SUM, *NUMBERS_BEGIN})
# What a line has that says a sum in words: few do.
_IN_WORDS = re.compile(rf"{SPACE}(?<=[^\W\d]{SPACE}){SPACE}{{0,3}}(?i:hundre|tusen|mill|mrd)")

# No sum is without a scale, a currency or a word that gives it: "en million", "100 kr", "100,-".
_MARKS = marks_of(
    (word for word in SCALES if word != "tusen"), CURRENCY_AFTER, CURRENCY_BEFORE, GIVEN
)
_WHOLE_MARK = re.compile(f",{DASH}")

_DIGIT = re.compile(rf"[\d{''.join(FRACTIONS)}]")
# Characters; no sum has so many before its first digit.
_BEFORE_DIGIT = 40

_SPACES = f"{SPACE[1:-1]}\n"
_JOINTS = ("og", "eller", "til", ",", *DASH.strip("[]"))
_JOINT = rf"(?:{GAP}(?:og|eller|til){GAP}|{MAYBE_SPACED_DASH}|,{GAP})"
# One more number before the one just found, read from the right: "5, 7 og |10 mill. kroner".
_EARLIER = re.compile(rf"{NUMBER_START}(?P<number>{SCALED_NUMBER}){_JOINT}$")
_CUE_BEFORE = re.compile(rf"{WORD_START}{any_of(SHARED_UNIT_CUES)}{GAP}$", re.IGNORECASE)
_VAGUE_BEFORE = re.compile(rf"{WORD_START}{any_of(VAGUE)}{GAP}$", re.IGNORECASE)
_IN_PAIRS = re.compile(rf"{WORD_START}{any_of(IN_PAIRS)}", re.IGNORECASE)
_DASH_AT_END = re.compile(rf"{DASH}{SPACE}{{0,2}}$")
_UNTIL = re.compile(rf"{MAYBE_SPACED_DASH}(?P<number>{WHOLE_NUMBER})(?![\w/%])(?![.,]\d)")
_NUMBERED_BEFORE = re.compile(rf"{WORD_START}{any_of(NUMBERED_THINGS)}{GAP}$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
# Enough for "kap. 1234 Navn, post 21" before a sum; a bound keeps the search linear.
_LOOK_BACK = 60


class Money(NamedTuple):
    """A sum. `step` is what its last printed digit is worth: two sums agree within half a step."""

    start: int
    end: int
    kroner: int
    step: int


class Sums(NamedTuple):
    """The sums of a text, and where numbers of sums stand that are torn, so that none is read."""

    money: tuple[Money, ...]
    torn: tuple[tuple[int, int], ...]


def find_money(text: str) -> tuple[Money, ...]:
    """All sums in the text, in order; of "mellom 5 og 7 mill. kroner" both.

    A number is money by its currency ("500 000 kr", "kr. 500 000", "500.000,-") or its scale ("0,5
    mill. til"), unless what follows the scale is counted otherwise ("5 mill. innbyggere").

    >>> [(money.kroner, money.step) for money in find_money("fra 9,5 til 23 mill. kroner")]
    [(9500000, 100000), (23000000, 1000000)]
    >>> find_money("(i 1 000 kroner)")
    ()
    """
    return find_sums(text).money


def find_sums(text: str) -> Sums:
    """All sums in the text, in order, and what is torn of others.

    >>> find_sums("kr 45 6-00 000 til drift")
    Sums(money=(), torn=((0, 5),))
    """
    found: list[Money] = []
    torn: list[tuple[int, int]] = []
    whole = (match.start() for match in _WHOLE_MARK.finditer(text))
    for start, end in marked_lines(small_letters(text), _MARKS, whole):
        matches = _matches(MONEY_OR_WORDS, _MAY_BEGIN_IN_WORDS, text, start, end)
        if not _IN_WORDS.search(text, start, end):
            digit = _DIGIT.search(text, start, end)
            if digit is None:
                continue
            first = max(start, digit.start() - _BEFORE_DIGIT)
            matches = _matches(MONEY, _MAY_BEGIN, text, first, end)
        taken = start
        for match in matches:
            torn.extend(_torn_ends(text, taken, match.start()))
            taken = match.end()
            read = _read(match, text) if match["unit"] is None else ()
            if not read:
                continue
            if _is_torn(match, read[0], text):
                torn.append(match.span())
                continue
            floor = found[-1].end if found else 0
            found.extend(reversed(list(_sharing_the_unit(text, match, read[0], floor))))
            found.extend(read)
            found.extend(_end_of_range(text, match, read[0]))
        torn.extend(_torn_ends(text, taken, end))
    return Sums(tuple(found), tuple(torn))


_NUMBERS = ("scaled", "thousands", "prefixed", "spelled", "marked", "suffixed")


def _is_torn(match: re.Match[str], read: Money, text: str) -> bool:
    """True where the number of a sum is not all that is printed of it."""
    group = next((name for name in _NUMBERS if match[name] is not None), None)
    if group is None:
        return False
    start, end = match.span(group)
    return is_torn(
        text,
        max(start, read.start),
        end,
        is_priced=match.start() < start or read.start > start,
        is_last=match.end() == end,
    )


def _torn_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What ends as a sum does between two that are read, and is none: "00 kroner"."""
    return (match.span() for match in TORN_END.finditer(text, start, end))


def _end_of_range(text: str, match: re.Match[str], first: Money) -> Iterator[Money]:
    """The second sum of "kr 45 000–60 000", which has no currency of its own."""
    until = _UNTIL.match(text, match.end()) if match["prefixed"] is not None else None
    if until is not None:
        kroner, step = scaled_kroner(until["number"], 1)
        if kroner > first.kroner:
            yield Money(until.start("number"), until.end(), kroner, step)


def _matches(
    pattern: re.Pattern[str], beginning: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """What a pattern finds from `start` to `end`, tried where it may begin."""
    for begin in beginning.finditer(text, start, end):
        match = pattern.match(text, begin.start(), end) if begin.start() >= start else None
        if match is not None:
            yield match
            start = match.end()


_SEPARATORS = re.compile("[ '’′´]")
# A number written out that is less is a sum of kroner before a scale word only.
HUNDRED = 100


def scaled_kroner(number: str, scale: int) -> tuple[int, int]:
    """Kroner and step of a printed number, "56,2" and a million give (56 200 000, 100 000).

    >>> scaled_kroner("56,2", 1_000_000)
    (56200000, 100000)
    >>> scaled_kroner("1 000 000,50", 1)
    (1000001, 1)
    """
    plain = _SEPARATORS.sub("", plain_spaces(number))
    for sign, decimals in FRACTIONS.items():
        plain = plain.replace(sign, decimals)
    if plain.count(",") > 1:
        plain = plain.replace(",", "")
    whole, _, decimals = _with_decimal_comma(plain).partition(",")
    printed = int((whole.replace(".", "") or "0") + decimals)
    divisor = 10 ** len(decimals)
    return (printed * scale * 2 + divisor) // (divisor * 2), max(scale // divisor, 1)


def scale_of(word: str) -> int:
    """Kroner that one of a scale word is: "mill." gives a million."""
    return _SCALE_WORDS[word.lower()]


def _with_decimal_comma(number: str) -> str:
    """A point is decimal where it is the only separator and not followed by three digits."""
    whole, point, rest = number.partition(".")
    is_decimal = point and "," not in number and "." not in rest and len(rest) != 3
    return f"{whole},{rest}" if is_decimal else number


def _read(match: re.Match[str], text: str) -> tuple[Money, ...]:
    """The sum that the master pattern matched; two of "5 mill. og 250 000 kroner, henholdsvis"."""
    start, end = match.span()
    if match.re is MONEY_OR_WORDS and match["words"] is not None:
        return _written_out(match, text)
    if match["rest"] is not None:
        return _with_rest(match, text)
    if match["scaled"] is not None:
        start, number = _without_numbered_thing(start, match["scaled"], text)
        kroner, step = scaled_kroner(number, scale_of(match["scale"]))
    elif match["scaled_after"] is not None:
        scale = scale_of(match["scale_before"].split()[0])
        kroner, step = scaled_kroner(match["scaled_after"], scale)
    elif match["thousands"] is not None:
        kroner, step = scaled_kroner(match["thousands"], 1_000)
    elif match["suffixed"] is not None:
        start, number = _without_numbered_thing(start, match["suffixed"], text)
        kroner, step = scaled_kroner(number, 1)
    else:
        number = match["prefixed"] or match["spelled"] or match["marked"] or match["granted"]
        kroner, step = scaled_kroner(number, 1)
    return (Money(start, end, kroner, step),)


def _written_out(match: re.Match[str], text: str) -> tuple[Money, ...]:
    """Such as "to og en halv million kroner"; a lone "tusen kroner" is a table's unit."""
    number = read_number(match["words"])
    scale = scale_of(match["word_scale"]) if match["word_scale"] else 1
    if number is None or (scale == 1 and (number < HUNDRED or " " not in match["words"])):
        return ()
    if _VAGUE_BEFORE.search(text, max(0, match.start() - 10), match.start()):
        return ()
    step = scale if number.denominator == 1 else scale // 10
    return (Money(*match.span(), int(number * scale), max(step, 1)),)


def _with_rest(match: re.Match[str], text: str) -> tuple[Money, ...]:
    """The one sum "1 mill. og 250 000 kroner", unless the two go to several "henholdsvis"."""
    kroner, step = scaled_kroner(match["scaled"], scale_of(match["scale"]))
    rest, rest_step = scaled_kroner(match["rest"], 1)
    around = text[max(0, match.start() - _LOOK_BACK) : match.end() + _LOOK_BACK]
    if rest >= step or _IN_PAIRS.search(around):
        first = Money(match.start(), match.end("scale"), kroner, step)
        return first, Money(match.start("rest"), match.end(), rest, rest_step)
    return (Money(*match.span(), kroner + rest, rest_step),)


def _without_numbered_thing(start: int, number: str, text: str) -> tuple[int, str]:
    """In "post 21 500 000 kroner" the 21 names the post and is no part of the sum."""
    first, gap, rest = plain_spaces(number).partition(" ")
    before = text[max(0, start - _LOOK_BACK) : start]
    if gap and not rest.startswith("000") and _NUMBERED_BEFORE.search(before):
        return start + len(first) + 1, rest
    return start, number


def _sharing_the_unit(text: str, match: re.Match[str], last: Money, floor: int) -> Iterator[Money]:
    """Sums before the last one that share its unit, from the right.

    A list of whole numbers needs a word that introduces sums ("mellom", "på"), so that "post 21 og
    70 mill. kroner" has one sum only; a range with a dash needs none.
    """
    group = next((name for name in ("scaled", "suffixed") if match[name] is not None), None)
    if group is None:
        return
    scale = scale_of(match["scale"]) if group == "scaled" else 1
    if match["rest"] is not None:
        return
    position, is_range = match.start(group), False
    if not text[max(0, position - 10) : position].rstrip(_SPACES).endswith(_JOINTS):
        return  # as most sums
    sums: list[Money] = []
    while earlier := _EARLIER.search(text, max(floor, position - _LOOK_BACK), position):
        is_whole_kroner = re.search(rf"{SPACE}|\.", earlier["number"]) is not None
        if _YEAR.match(earlier["number"]) or (scale > 1 and is_whole_kroner):
            break
        kroner, step = scaled_kroner(earlier["number"], scale)
        sums.append(Money(earlier.start("number"), earlier.end("number"), kroner, step))
        # A range goes upwards: in "IS-24 - 0,7 mill." the dash opens a list's item.
        has_dash = _DASH_AT_END.search(earlier.group()) is not None
        is_range = len(sums) == 1 and has_dash and kroner < last.kroner
        position = earlier.start("number")
    if not sums:
        return
    # A post has no decimals: "12,5 og 3,4 mill. kroner" needs no word before it.
    are_decimal = all(text[one.start : one.end].count(",") == 1 for one in sums)
    has_cue = _CUE_BEFORE.search(text, max(floor, position - 20), position) is not None
    if is_range or are_decimal or has_cue:
        yield from sums
