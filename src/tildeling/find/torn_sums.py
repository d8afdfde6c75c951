"""Numbers of sums that are torn: what stands beside one shows that it is not the whole number.

"kr 45 6-00 000", "kr 45 6 00 000", "kr 45,600 000", "12, 6 mill. kroner": a slip of the writer, of
a scan or of what made text of a page. Which number was meant is not known, so none is read.
"""

from __future__ import annotations

import re

from tildeling.find.money_words import (
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    NUMBERED_BESIDES,
    NUMBERED_THINGS,
    SCALES,
    SHARED_UNIT_CUES,
)
from tildeling.find.patterns import (
    DASH,
    GAP,
    MAYBE_GAP,
    SPACE,
    WORD_END,
    WORD_START,
    YEAR,
    any_of,
)

# What stands in a file's text for a sign that its font maps to no character.
UNREADABLE = "\ufffd"
# Characters before a number in which the rest of it stands; no sum has so many.
_LOOK_BACK = 40
_UNREADABLE_AFTER = re.compile(rf"(?:{SPACE}?\d+)*[.,]?{SPACE}?{UNREADABLE}")
_UNREADABLE_BEFORE = re.compile(rf"{UNREADABLE}(?:[\d.,]+{SPACE}?)*$")

_SCALE_WORD = rf"{any_of(SCALES)}(?!\w)"
_UNIT = rf"(?:{_SCALE_WORD}|{any_of(CURRENCY_AFTER)}{WORD_END})"
# "6OO", "l00": letters that scans take digits for.
_DIGIT_OR_LETTER = r"[\dOolI]"
_ITEM = r"(?:[1-9]|[12]\d|3[01])(?:\)|\.(?=\s\D))"
_DAY = rf"(?:{_ITEM}|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?!\d)|\d{{1,2}}\.\d{{1,2}}\.)"
_MIXED = rf"(?=[OolI]*\d)(?=\d*[OolI]){_DIGIT_OR_LETTER}+(?!\w)"
_LETTERS = r"[OolI]{3}(?!\w)"
# "0 600 000", "063 000", "00 000": no number begins so.
_NO_BEGINNING = re.compile(rf"0(?:\d|{SPACE}\d|\.\d{{3}})")
_AFTER_ANY = re.compile(
    # "45 600/000", "45.600.0000"; a lone figure at a sentence's end is a footnote's mark.
    rf"(?:[.,]|{SPACE}?[;/_]{SPACE}?)(?![1-9]\)?(?![\d.,]|{SPACE}\d)){_DIGIT_OR_LETTER}"
    # "45 600-000", "45-600-000": no number that a range may end in.
    rf"|{SPACE}?{DASH}{SPACE}?(?:0\d(?!\.)|\d+{SPACE}?{DASH}\d)"
    # "45 600, 000": a group that no number begins with.
    rf"|[.,;]?{GAP}0\d\d(?!\d)|{GAP}[.,]\d"
    # "45 600 00", "45 600 0000"; not the day or the year after a sum.
    rf"|{GAP}(?!{YEAR}(?!\d)|{_DAY})(?:0\d*|\d{{4,}})(?!\d)"
    # "45 6 00", "45 600 0 00": a figure alone is a footnote's mark, two are none.
    rf"|{GAP}(?!{_DAY})\d{{1,2}}(?:{SPACE}|[.,;/_])\d{{1,2}}(?![\d.])"
    rf"|{SPACE}?(?:{_MIXED}|{_LETTERS})|[OolI]{{1,3}}{SPACE}?{_DIGIT_OR_LETTER}"
)
# After a number of up to three digits, which a sum of kroner hardly is: a day may follow it, or the
# number of a list's item.
_AFTER_SHORT = re.compile(
    rf"{GAP}(?!{_ITEM}|\d{{4}}(?!\d)){_DIGIT_OR_LETTER}(?<!{SPACE}[OolI])"
    rf"|{GAP}\d{{3}}(?!\d)|[.,;/_]\d"
    rf"|\.{SPACE}\d{{3}}(?:[.{SPACE[1:-1]}]\d{{3}})*(?!\d)|{SPACE}\.\d{{3}}(?!\d)"
    rf"|,{SPACE}(?:\d{{1,3}}{MAYBE_GAP}{_SCALE_WORD}|\d{{3}}{SPACE}\d{{3}}(?!\d))"
)
_AFTER_LONG = re.compile(rf"{GAP}\d{{3}}(?!\d)")
_SHORT = re.compile(r"\d{1,3}")
_ALONE = re.compile(r"\d{4,}|\d+,\d+")
# Before a number without a currency of its own: "45 600 |0 kroner", "12, |6 mill. kroner".
_BEFORE = re.compile(
    rf"(?P<sign>\d{SPACE}?[.,;/_]|(?:\d[OolI]|[OolI]\d){_DIGIT_OR_LETTER}*{GAP})$"
    rf"|(?<![^\W_])(?<![.,–-])(?:(?P<groups>\d{{1,3}}(?:[ .]\d{{3}})+){GAP}"
    rf"|\d{{1,3}}(?P<comma>,){GAP}|(?!\d{{4}})\d(?:[\d.,;/_]*\d)?[.;/_]?{GAP})$"
)
_CUE = re.compile(
    rf"{WORD_START}{any_of(SHARED_UNIT_CUES)}{GAP}[\d.,;/_{SPACE[1:-1]}]*$", re.IGNORECASE
)
_NUMBERED = re.compile(
    rf"(?:(?:{WORD_START}{any_of((*NUMBERED_THINGS, *NUMBERED_BESIDES))}|§{{1,2}}){MAYBE_GAP}"
    rf"|\d{SPACE}?(?:,|og|eller){SPACE})$",
    re.IGNORECASE,
)
# What is no sum to any pattern and ends as one does: "00 kroner", "6OO kroner".
TORN_END = re.compile(
    rf"(?<![^\W_])(?:0\d+|{_MIXED}|(?<=\d{SPACE}){_LETTERS})(?:{SPACE}{_DIGIT_OR_LETTER}{{3}})*{MAYBE_GAP}{_UNIT}"
)

# Over the line between two blocks, where a page ends or a line was ended early.
_CURRENCY_AT_END = re.compile(
    rf"{WORD_START}{any_of(CURRENCY_BEFORE)}{MAYBE_GAP}\d{{1,3}}(?:[ .]\d{{3}})*$", re.IGNORECASE
)
_NUMBER_AT_END = re.compile(r"(?<![\w.,/–-])\d{1,3}(?:[ .]\d{3})*$")
_GOES_ON = re.compile(rf"\d{{3}}(?:[ .]\d{{3}})*(?![\d.,]){GAP}(?=[a-zæøå(])")
_GROUPS_OF_SUM = re.compile(rf"\d{{3}}(?:[ .]\d{{3}})*{MAYBE_GAP}{_UNIT}", re.IGNORECASE)
_LAST_GROUPS_PRICED = re.compile(rf"0\d\d(?:[ .]\d{{3}})*{MAYBE_GAP}{_UNIT}", re.IGNORECASE)
# A cell that is the end of an amount: "000".
LAST_GROUPS = re.compile(r"0\d\d(?:[ .\u00a0]\d{3})*")
# Words; a line of fewer before a sum is a cell, a label or a heading.
PROSE = 4


def is_torn(text: str, start: int, end: int, *, is_priced: bool, is_last: bool) -> bool:
    """True for a number that is not the whole of what is printed.

    `is_priced` says that a currency stands before it, `is_last` that none and no scale follows.

    >>> is_torn("kr 45 6-00 000", 3, 5, is_priced=True, is_last=True)
    True
    >>> is_torn("kr 45 600 000 til", 3, 13, is_priced=True, is_last=True)
    False
    """
    if UNREADABLE in text and _touches_unreadable(text, start, end):
        return True
    if _NO_BEGINNING.match(text, start, end):
        return True
    if is_last and _goes_on_after(text, start, end):
        return True
    return not is_priced and _goes_on_before(text, start)


def _touches_unreadable(text: str, start: int, end: int) -> bool:
    """True where a digit beside it or in it has no character: "kr 45 600 0\ufffd0"."""
    return (
        _UNREADABLE_AFTER.match(text, end) is not None
        or _UNREADABLE_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]) is not None
    )


def _goes_on_after(text: str, start: int, end: int) -> bool:
    if _AFTER_ANY.match(text, end):
        return True
    if _SHORT.fullmatch(text, start, end):
        return _AFTER_SHORT.match(text, end) is not None
    return _ALONE.fullmatch(text, start, end) is not None and bool(_AFTER_LONG.match(text, end))


def _goes_on_before(text: str, start: int) -> bool:
    first = max(0, start - _LOOK_BACK)
    before = _BEFORE.search(text, first, start)
    if before is None:
        return False
    if before["groups"] or before["sign"]:
        return True  # "45 600 0 kroner"
    is_nothing = text[start] == "0" and text[start + 1 : start + 2] not in (",", ".")
    if before["comma"] or is_nothing:  # "45 60 0 kroner"
        return _NUMBERED.search(text, first, before.start()) is None
    return _CUE.search(text, first, before.start()) is not None


def is_torn_over_blocks(text: str, start: int, end: int) -> bool:
    r"""True for a sum that a line feed parts from the rest of its number.

    >>> is_torn_over_blocks("Det tildeles i alt kr 45\n600 000 til drift", 19, 24)
    True
    """
    first = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    if end == line_end and _CURRENCY_AT_END.search(text, first, end) is not None:
        is_cell = "\t" in text[first:end]
        return not is_cell and _GOES_ON.match(text, end + 1) is not None
    if start != first or start == 0 or _GROUPS_OF_SUM.fullmatch(text, start, end) is None:
        return False
    above = text[text.rfind("\n", 0, start - 1) + 1 : start - 1]
    number = _NUMBER_AT_END.search(above)
    return (
        number is not None
        and "\t" not in above
        and len(above.split()) > PROSE
        and _NUMBERED.search(above, 0, number.start()) is None
    )


def goes_on_in_sum(above: str, below: str) -> bool:
    """True for two lines that one number stands on: "tildeles kr 45" over "600 000 til drift".

    >>> goes_on_in_sum("Det tildeles kr 45", "600 000 til drift")
    True
    >>> goes_on_in_sum("På kap. 740, post 45", "600 000 kroner til drift")
    False
    """
    if _CURRENCY_AT_END.search(above) is not None:
        return _GOES_ON.match(below) is not None
    return _NUMBER_AT_END.search(above) is not None and _LAST_GROUPS_PRICED.match(below) is not None
