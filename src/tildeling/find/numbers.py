"""Numbers of assignments: "2020-017", "TB 2026-67", "SD2025–001", "oppdrag 71".

What looks alike and is none: sessions and spans of years ("2019-2020", "perioden 2024-28"), case
numbers ("25/2306"), ISO dates ("2020-01-15") and numbers of laws, standards and reports
("FOR-2020-06-19").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tildeling.any_case import small_letters
from tildeling.find.patterns import (
    DASH,
    GAP,
    MAYBE_GAP,
    MAYBE_SPACED_DASH,
    SPACE,
    WORD_START,
    any_of,
    plain_dashes,
    plain_spaces,
)

# Series that are no assignments: reports to government, laws, regulations, standards.
OTHER_SERIES = (
    "COVID",
    "DOK",
    "EN",
    "EU",
    "FOR",
    "HR",
    "IS",
    "ISBN",
    "ISO",
    "ISSN",
    "LOV",
    "NOU",
    "NS",
    "OECD",
    "SINTEF",
)
# What announces a number: without a prefix of its own "2020 – 12" needs one of these.
NUMBER_CUES = (
    "oppdrag",
    "oppdraget",
    "oppdragene",
    "oppdraga",
    "deloppdrag",
    "nr",
    "nr.",
    "nummer",
    "nummeret",
    "nummerert",
    "ID",
    "id",
    "ID:",
    "oppdragsnummer",
    "oppdragsnr.",
    "oppdragsnr",
    "oppdrag:",
)
# Series of assignments in use across ministries: tildelingsbrev, tillegg til tildelingsbrev.
KNOWN_PREFIXES = frozenset({"TB", "TTB"})
PERIOD_WORDS = (
    "perioden",
    "periode",
    "åra",
    "årene",
    "år",
    "skoleåret",
    "planperioden",
    "i",
    "for",
)

PREFIX = r"[A-ZÆØÅ]{1,6}"
NUMBER = re.compile(
    rf"""
    (?<![\w/.])(?<!\d{DASH})
    # "TB ", "SD", in capitals, and no other series: "NOU 2020-1"
    (?:
        (?!{any_of(OTHER_SERIES)}(?![A-ZÆØÅ]))(?P<prefix>{PREFIX})
        (?P<joint>{SPACE}?|{DASH})
    )?
    (?P<year>20\d\d)(?P<dash>{MAYBE_SPACED_DASH})(?P<sequence>\d{{1,3}})
    # Not one more digit, not a date's third part, not a sum ("2020 – 350 000"), not "2020-5,3".
    (?![\w/])(?!{DASH}\d)(?!{SPACE}\d{{3}}(?!\d))(?![.,]\d)
    """,
    re.VERBOSE,
)
BARE_NUMBER = re.compile(
    rf"{WORD_START}oppdrag(?:et|ene|a)?{GAP}(?:nr\.?{GAP}|nummer{GAP})?(?P<sequence>\d{{1,3}})"
    rf"(?![\w/])(?![.,]\d)(?!{SPACE}?{DASH}{SPACE}?\d)(?!{SPACE}\d)",
    re.IGNORECASE,
)
# "TB27-05": the year in two digits.
SHORT_NUMBER = re.compile(
    rf"(?<![\w/.])(?!{any_of(OTHER_SERIES)}(?![A-ZÆØÅ]))(?P<prefix>[A-ZÆØÅ]{{2,5}})"
    rf"(?P<year>\d\d){DASH}(?P<sequence>\d{{2,3}})"
    rf"(?![\w/])(?!{DASH}\d)(?![.,]\d)"
)
_DIGIT = re.compile(r"\d")
# Without one of these no text has a number with a year; they are sought in few steps.
_AFTER_YEAR = re.compile(rf"20\d\d{MAYBE_SPACED_DASH}\d")
_AFTER_SHORT_YEAR = re.compile(rf"\d\d{DASH}\d\d")
# The next of several: ", 72", " og 73".
_MORE_BARE = re.compile(
    rf"""
    (?:,{GAP}|{GAP}(?:og|eller|samt){GAP})
    (?P<sequence>\d{{1,3}})
    (?=
        [,.;:)\n]|$
        # "og 73 utgår"; not "og 73 kommuner"
        | {GAP}(?:
            og|eller|samt|i|til|går|utgår|utgjeng|fell|faller|bortfaller|blir|vert|er|trekkes
            |trekkjast|endres|endrast|forlenges|forlengast|utvides|utvidast
          )\b
    )
    (?![.,]\d)
    """,
    re.VERBOSE,
)
_CUE_BEFORE = re.compile(rf"{WORD_START}{any_of(NUMBER_CUES)}{MAYBE_GAP}$", re.IGNORECASE)
_SERIES_BEFORE = re.compile(rf"{WORD_START}{any_of(OTHER_SERIES)}(?:{GAP}|{DASH})$")
_PERIOD_BEFORE = re.compile(rf"{WORD_START}{any_of(PERIOD_WORDS)}{GAP}$", re.IGNORECASE)
_LIST_BETWEEN = re.compile(
    rf"(?:,{MAYBE_GAP}|{GAP}(?:og|eller|samt|til){GAP}|{MAYBE_GAP}/{MAYBE_GAP})"
)
# The word that says what a number is ("oppdrag nr.") stands right before it.
_LOOK_BACK = 24
_WHOLE = re.compile(
    r"(?:(?P<prefix>[A-ZÆØÅa-zæøå]+)-?)?(?P<year>20\d\d)-(?P<sequence>\d{1,3})|(?P<bare>\d{1,3})"
)


@dataclass(frozen=True, slots=True)
class AssignmentNumber:
    """The number of an assignment. A bare one ("oppdrag 71") has neither prefix nor year.

    `canonical` has no spaces and every dash a hyphen, prefix and zero padding as printed.
    """

    start: int
    end: int
    text: str
    canonical: str
    prefix: str | None
    year: int | None
    sequence: int

    @property
    def is_bare(self) -> bool:
        """Whether it is to be read with the letter's own prefix and year."""
        return self.year is None and self.prefix is None

    def complete(self, prefix: str | None, year: int, width: int = 1) -> str:
        """The canonical number, a bare one with the letter's own prefix and year.

        `width` is how many digits the letter gives a sequence: "71" of width 3 becomes "071".

        >>> find_assignment_numbers("jf. oppdrag 71")[0].complete("TB", 2026)
        'TB2026-71'
        """
        if not self.is_bare:
            return self.canonical
        return f"{prefix or ''}{year}-{self.sequence:0{width}}"


def find_assignment_numbers(text: str) -> list[AssignmentNumber]:
    """All assignment numbers in the text, in order, bare ones included.

    A number without a prefix counts where a cue announces it ("oppdrag", "nr."), where its sequence
    is padded with zeros or has three digits, or where it cannot be a span of years. The span of a
    bare number covers its digits only.

    >>> text = "oppdrag nr. 2020 – 016, jf. TB 2026-67 (2019-2020)"
    >>> [number.canonical for number in find_assignment_numbers(text)]
    ['2020-016', 'TB2026-67']
    >>> find_assignment_numbers("Fristen for TB27-05 flyttes.")[0].canonical
    'TB27-05'
    """
    found: list[AssignmentNumber] = []
    if _DIGIT.search(text) is None:
        return found
    matches = list(NUMBER.finditer(text)) if _AFTER_YEAR.search(text) else []
    # A prefix that the text also prints without a gap ("TB2026-17") is one in "TB 2026-27" too.
    prefixes = KNOWN_PREFIXES | {
        match["prefix"] for match in matches if match["prefix"] and not match["joint"].isspace()
    }
    for match in matches:
        last_end = found[-1].end if found else 0
        if match["prefix"] in prefixes or _is_number(match, text, last_end):
            found.append(_number(match, int(match["year"])))
    found.extend(_short_numbers(text))
    taken = [(number.start, number.end) for number in found]
    found.extend(
        bare
        for bare in _bare_numbers(text)
        if not any(start < bare.end and bare.start < end for start, end in taken)
    )
    return sorted(found, key=lambda number: number.start)


def parse_number(text: str) -> AssignmentNumber | None:
    """The one number that the text is, or None: "TB 2026-67", "2020 – 017", "71".

    >>> parse_number("SD2025–001").canonical
    'SD2025-001'
    """
    canonical = canonical_number(text)
    match = _WHOLE.fullmatch(canonical)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else None
    sequence = int(match["sequence"] or match["bare"])
    return AssignmentNumber(0, len(text), text, canonical, match["prefix"], year, sequence)


def canonical_number(text: str) -> str:
    """A number without its spaces, every dash a hyphen.

    >>> canonical_number("LMD2019 – 001")
    'LMD2019-001'
    """
    return plain_dashes(plain_spaces(text)).replace(" ", "")


def same_number(first: str, second: str) -> bool:
    """Whether two numbers have the same prefix, year and sequence: "2020-17" is "2020-017".

    >>> same_number("2020-17", "2020 – 017"), same_number("TB2026-17", "2026-17")
    (True, False)
    """
    one, other = parse_number(first), parse_number(second)
    if one is None or other is None:
        return canonical_number(first) == canonical_number(second)
    return number_key(one) == number_key(other)


def number_key(number: AssignmentNumber) -> tuple[str, int, int]:
    """Prefix, year and sequence: equal for two numbers of one assignment, and orders them."""
    return (number.prefix or "").upper(), number.year or 0, number.sequence


def _number(match: re.Match[str], year: int) -> AssignmentNumber:
    return AssignmentNumber(
        match.start(),
        match.end(),
        match.group(),
        canonical_number(match.group()),
        match["prefix"],
        year,
        int(match["sequence"]),
    )


def _is_number(match: re.Match[str], text: str, previous_end: int) -> bool:
    """Whether year and sequence make an assignment's number and no span of years or of things."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()].rpartition("\n")[2]
    is_listed = previous_end > 0 and _LIST_BETWEEN.fullmatch(text, previous_end, match.start())
    if _CUE_BEFORE.search(before) or is_listed:
        return True
    if _PERIOD_BEFORE.search(before) or _SERIES_BEFORE.search(before) or before.endswith("("):
        return False
    sequence, is_spaced = match["sequence"], len(match["dash"]) > 1
    if is_spaced:
        return match["prefix"] is not None or (len(sequence) == 3 and sequence.startswith("0"))
    return not _may_be_a_later_year(int(match["year"]), sequence) or not before.strip()


def _may_be_a_later_year(year: int, sequence: str) -> bool:
    """Whether the sequence may end a span of years, as in "2024-28"."""
    return len(sequence) == 2 and year % 100 < int(sequence) <= year % 100 + 20


def _short_numbers(text: str) -> Iterator[AssignmentNumber]:
    """Numbers such as "TB27-05", of a known series or where the text says that they are numbers."""
    matches = list(SHORT_NUMBER.finditer(text)) if _AFTER_SHORT_YEAR.search(text) else []
    is_told = bool(matches) and "nummer" in text.lower()
    for match in matches:
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if match["prefix"] in KNOWN_PREFIXES or is_told or _CUE_BEFORE.search(before):
            yield _number(match, 2000 + int(match["year"]))


def _bare_numbers(text: str) -> list[AssignmentNumber]:
    """Numbers that follow the word "oppdrag" without a year: "oppdrag 71 og 72"."""
    found: list[AssignmentNumber] = []
    if "oppdrag" not in small_letters(text):
        return found
    for match in BARE_NUMBER.finditer(text):
        more: re.Match[str] | None = match
        while more is not None:
            start, end = more.span("sequence")
            digits = more["sequence"]
            found.append(AssignmentNumber(start, end, digits, digits, None, None, int(digits)))
            more = _MORE_BARE.match(text, end)
    return found
