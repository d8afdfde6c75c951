"""How a table's cell reads, told by its words alone."""

from __future__ import annotations

import re
from typing import Literal

from tildeling.find.cells import EMPTY_CELL, parse_cell
from tildeling.find.date_words import MONTHS
from tildeling.find.dates import find_dates
from tildeling.find.patterns import any_of

CellType = Literal["key", "short", "amount", "year", "date", "empty", "words"]

# A cell holds a date where that is so large a share of its words.
ALL = 0.8
# Keys without a digit are no longer than this: "a)".
MARKER = 2
# A date is no part of words that are longer than this many characters.
LONG = 45

# "01", "290/01", "702.21", "1401.21.2": nothing else is printed so.
_SURE_KEY = re.compile(r"0\d|0?\d{3,4}[./]\d{2}(?:\.\d{1,2})?")
# "25/4408-11", "2016/2204-": what stands beside "Vår ref" heads no column.
_CASE_NUMBER = re.compile(r"\d{2}(?:\d\d)?/\d{3,6}(?:\s?[-–]\s?\d*)?")
# What numbers a row: a chapter, a post, an assignment, an item.
_KEY = re.compile(
    r"""
    (?!uke|veke)  # "Uke 12" is a time
    (?:
        # "Kap. 290, post 01", "post 01.1", "290/01"
        kap(?:\.|ittel)?\s*\d{1,4}(?:[./, ]\s*(?:post\s*)?\d{1,2})?
        | post\s*\d{1,2}(?:\.\d)?
        | \d{3,4}\s?[./, ]\s?(?:post\s*)?\d{2}
        # "TB2026-17", "2020-017", "O7", "A 1.2"
        | [A-ZÆØÅ]{1,5}[ -]?(?:19|20)?\d\d\s?[-–]\s?\d{1,3}
        | (?:19|20)\d\d\s?[-–]\s?\d{1,3}
        | [A-ZÆØÅ]{1,3}[ -]?\d{1,3}(?:[-.]\d{1,2})?
        # "a)", "1."
        | [a-zæøå][.)]
        | \d{1,2}[.)]
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
_SHORT = re.compile(r"\d{1,4}")
# Most dates are printed so: they need not go through all that a date may be.
_DAY = re.compile(
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?:(?:19|20)?\d\d)?"
    rf"|\d{{1,2}}\. {any_of(MONTHS)}(?: (?:19|20)\d\d)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_CUT = re.compile(r"(?:.*\s)?\d{1,2}\.")
_MONTH_CUT = re.compile(rf"(?:.*\s)?{any_of(MONTHS)}", re.IGNORECASE)
_REST_OF_DAY = re.compile(rf"(?:{any_of(MONTHS)}|kvartal|tertial|halvår)\b", re.IGNORECASE)
# An amount, with what is said of it.
_NUMBER = re.compile(
    r"""
    # "-14 300", "kr 5,2 mill. kroner", "(250)", "12 %*"
    [-+–−(<>≥≤~]?\s*(?:[$€£]|kr\.?|NOK)?\s*[-+–−]?\s*
      \d[\d\s.,]*
      (?:\s*(?:%|pst\.?|prosent|kr\.?|kroner|mill\.?|mrd\.?))*
      \s*\)?\s*(?:\*+|\d\))?
    # "11 uker"
    | \d[\d\s.,]*\s[a-zæøå]{2,12}\.?
    # "11 740 000 (justert for mellomværende pr. 31.12.2026)"
    | \d{1,3}(?:[ .]\d{3})+\s\([^\d\s)].*
    """,
    re.VERBOSE,
)


def cell_type(text: str) -> CellType:
    """How a cell's words read.

    >>> [cell_type(text) for text in ("290/01", "290", "14 300", "1. mars", "–", "2026", "Drift")]
    ['key', 'short', 'amount', 'date', 'empty', 'year', 'words']
    >>> cell_type("25/4408-11")
    'key'
    """
    if not text[:1].isdigit() and len(text) > LONG:
        return "words"
    if EMPTY_CELL.fullmatch(text):
        return "empty"
    if len(text) > MARKER and _DIGIT.search(text) is None:
        return "date" if _is_date(text) else "words"
    if _YEAR.fullmatch(text):
        return "year"
    if _SURE_KEY.fullmatch(text) or _CASE_NUMBER.fullmatch(text):
        return "key"
    if _SHORT.fullmatch(text):
        return "short"
    if _DAY.fullmatch(text) or _is_date(text):
        return "date"  # "1. juni" before "11 uker"
    if _NUMBER.fullmatch(text) or parse_cell(text, 1) is not None:
        return "amount"
    if _KEY.fullmatch(text):
        return "key"
    return "words"


def _is_date(text: str) -> bool:
    """Whether most of a cell's words are a date."""
    if len(text) >= LONG or not any(map(str.isalpha, text)):
        return False
    return any(d.end - d.start > ALL * len(text) for d in find_dates(text))


def is_sure_key(text: str) -> bool:
    """True for "01", "290/01" and the like, which are never an amount."""
    return _SURE_KEY.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """True for a number or a date, or the dash in its place: what no heading is."""
    return cell_type(text) in ("short", "amount", "date", "empty")


def is_cut_date(text: str, below: str) -> bool:
    """True for words under which a date goes on.

    >>> is_cut_date("Innen 6.", "september 2026"), is_cut_date("6. september", "2026")
    (True, True)
    >>> is_cut_date("6. september 2026", "2027")
    False
    """
    if _DAY_CUT.fullmatch(text):
        return _REST_OF_DAY.match(below) is not None
    return _YEAR.fullmatch(below) is not None and _MONTH_CUT.fullmatch(text) is not None
