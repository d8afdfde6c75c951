"""References: documents of Parliament, circulars, laws, letters, and sections of the letter itself.

`number` is what tells one document of a kind from another:

| kind | number |
| --- | --- |
| `proposition`, `recommendation` | "127 S", "1 S Tillegg 1"; "1" for "St.prp. nr. 1" |
| `white_paper` | "17" |
| `circular` | "8/2020", "R-110", "H-6/15": as printed, without gaps |
| `law` | its name with paragraphs: "folkehelseloven §§ 4 og 5" |
| `letter` | an addendum's number "3", else the year "2020", else the date as printed |
| `section` | "5.1", without a stop at its end |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tildeling.any_case import small_letters
from tildeling.find.date_words import MONTHS
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
    has_any,
    leap_to,
    marked_lines,
    marks_of,
    plain_dashes,
    plain_spaces,
    rest_of,
)
from tildeling.find.reference_words import (
    ADDENDA,
    BASE_LETTERS,
    CHAPTERS,
    CIRCULARS,
    LAW_ENDINGS,
    NO_LAWS,
    OTHER_LETTERS,
    PROPOSITIONS,
    RECOMMENDATIONS,
    RULE_ENDINGS,
    SECTIONS,
    WHITE_PAPERS,
)
from tildeling.letter import ReferenceKind

# "(2019-2020)", "( 2019 – 2020 )", "(2007-08)".
SESSION = rf"{MAYBE_GAP}\({SPACE}?(?P<from>{YEAR}){MAYBE_SPACED_DASH}(?P<to>{YEAR}|\d\d){SPACE}?\)"
_ANNEX = rf"(?:{GAP}Tillegg{GAP}(?:nr\.?{GAP})?\d{{1,2}})?"
# "127 S", "123 L", "1 LS"; older ones have no letter after the number.
_DOCUMENT_NUMBER = rf"\d{{1,4}}(?:{SPACE}?(?:LS|SL|S|L)(?!\w)|(?!\w))"


def _of_parliament(words: tuple[str, ...]) -> re.Pattern[str]:
    """A document by its kind, number and session; a list of numbers shares what follows it."""
    more = rf"(?:(?:,|{GAP}og){GAP}\d{{1,4}}{SPACE}?(?:LS|SL|S|L)(?!\w))"
    # "Meld. St. 5 og 7 (2024–2025)": without letters only where the session follows.
    bare = rf"(?:(?:,|{GAP}og){GAP}\d{{1,4}}(?=(?:(?:,|{GAP}og){GAP}\d{{1,4}}){{0,4}}{GAP}\())"
    return re.compile(
        rf"{leap_to(words)}{rest_of(words)}{MAYBE_GAP}"
        rf"(?P<numbers>{_DOCUMENT_NUMBER}{_ANNEX}(?:{more}|{bare}){{0,4}})(?:{SESSION})?",
        re.IGNORECASE,
    )


_SESSIONED: tuple[tuple[ReferenceKind, re.Pattern[str]], ...] = (
    ("proposition", _of_parliament(PROPOSITIONS)),
    ("recommendation", _of_parliament(RECOMMENDATIONS)),
    ("white_paper", _of_parliament(WHITE_PAPERS)),
)

# "R-2/2025", "R-110", "H-6/15", "8/2020"; a year alone is no number of a circular.
_CIRCULAR_NUMBER = (
    rf"(?:[A-ZÆØÅ]{{1,4}}{MAYBE_SPACED_DASH}\d{{1,4}}(?:/\d{{2,4}})?|\d{{1,4}}/\d{{2,4}})(?![\w/])"
)
CIRCULAR = re.compile(
    rf"{WORD_START}(?:(?i:{any_of(CIRCULARS)}){GAP}(?P<numbers>{_CIRCULAR_NUMBER}"
    rf"(?:(?:,|{GAP}og){GAP}{_CIRCULAR_NUMBER}){{0,6}})|(?P<bare>R-\d{{1,3}}(?:/\d{{2,4}})?)(?![\w/-]))"
)

# "§ 4", "§§ 4 og 5", "§ 4-3 første ledd".
_PARAGRAPH_NUMBER = rf"\d{{1,3}}(?:{DASH}\d{{1,3}})?(?:{SPACE}?[a-z](?!\w))?"
_MORE_PARAGRAPHS = rf"(?:(?:,|{GAP}og|{GAP}til){GAP}{_PARAGRAPH_NUMBER}){{0,6}}"
PARAGRAPHS = rf"§{{1,2}}{MAYBE_GAP}{_PARAGRAPH_NUMBER}{_MORE_PARAGRAPHS}"


# "loven" alone names none.
LETTERS = r"[^\W\d_]{3}"


def _ending_in(endings: tuple[str, ...]) -> str:
    """A whole word with one of the endings; read once, without stepping back through it."""
    return r"[^\W\d_]{4,45}+(?:" + "|".join(f"(?<={LETTERS}{ending})" for ending in endings) + ")"


_FIRST_OF_TWO = rf"(?:[^\W\d_]{{3,30}}-{GAP}og{GAP})?"
LAW = re.compile(
    rf"{WORD_START}(?:{_FIRST_OF_TWO}(?:{_ending_in(LAW_ENDINGS)}(?:{GAP}{PARAGRAPHS})?"
    rf"|{_ending_in(RULE_ENDINGS)}{GAP}{PARAGRAPHS})"
    rf"|lov{GAP}om{GAP}[^.,;:()§\n]{{3,80}}{GAP}{PARAGRAPHS})",
    re.IGNORECASE,
)

_DATE = rf"\d{{1,2}}\.{MAYBE_GAP}(?:{any_of(MONTHS)}|\d{{1,2}}\.){MAYBE_GAP}(?:{YEAR})?"
# "til Miljødirektoratet" belongs to it only where a year or date follows.
_TO_WHOM = (
    rf"(?:{GAP}til{GAP}[^.,;:()\n\d]{{2,90}}?(?={GAP}(?:for{GAP}{YEAR}|(?:av|datert){GAP}\d)))?"
)
_FOR_YEAR = rf"(?:{GAP}(?:for{GAP})?(?P<year>{YEAR})(?!\d))?"
_OF_DATE = rf"(?:{GAP}(?:av|datert|frå|fra){GAP}(?P<date>{_DATE}))?"
_NUMBERED = rf"{GAP}nr\.?{GAP}"
LETTER = re.compile(
    rf"{leap_to(ADDENDA, BASE_LETTERS)}"
    rf"(?:(?P<addendum>{rest_of(ADDENDA)})(?:{_NUMBERED}(?P<number>\d{{1,2}}))?"
    rf"(?:{GAP}til)?(?:{GAP}{any_of(BASE_LETTERS)}{WORD_END})(?:{_NUMBERED}(?P<late>\d{{1,2}}))?"
    rf"|{rest_of(BASE_LETTERS)}{WORD_END}){_TO_WHOM}{_FOR_YEAR}{_OF_DATE}",
    re.IGNORECASE,
)
DATED_LETTER = re.compile(
    rf"{leap_to(OTHER_LETTERS)}{rest_of(OTHER_LETTERS)}{GAP}(?:av|datert){GAP}(?P<date>{_DATE})",
    re.IGNORECASE,
)

# "5.1", and "IV", "VI.1" or "B.2" in letters that count so.
_SECTION_NUMBER = (
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}(?!\d)(?!,\d)"
    r"|(?-i:(?:[IVX]{1,5}|[A-H])(?:\.\d{1,2}){0,3}(?![\w-])))"
)
SECTION = re.compile(
    rf"{leap_to(SECTIONS, CHAPTERS)}(?:{rest_of(SECTIONS)}{MAYBE_GAP}(?P<numbers>{_SECTION_NUMBER}"
    rf"(?:(?:,|{GAP}og|{GAP}eller){GAP}{_SECTION_NUMBER}){{0,6}})"
    # "kapittel 4" is a section, "kapittel 701" and "kap. 61 post 01" are of the budget.
    rf"|{rest_of(CHAPTERS)}{GAP}(?P<chapter>{_SECTION_NUMBER})(?!,?{GAP}post))"
    rf"(?![\w/])(?!{GAP}(?:mill|mrd|kr))",
    re.IGNORECASE,
)

# "bestemmelsene pkt. 6.3.1" is no section of the letter.
OF_ANOTHER = re.compile(
    r"(?:bestemmels\w+|reglement\w*|regelverket|instruks\w*|retningslin\w+|"
    r"rundskriv\w*(?: [A-Z]-\d\S*)?|R-\d[\d/]*|standard\w*|vedtekt\w*|\w*lov(?:en|a)|"
    r"\blov om [^.,;:]{3,60})(?:,| sitt?)?\s+$",
    re.IGNORECASE,
)
# Characters before a section's number in which another document may be named.
LOOK_BACK = 80

_ONE_DOCUMENT = re.compile(rf"{_DOCUMENT_NUMBER}{_ANNEX}", re.IGNORECASE)
_ONE_CIRCULAR = re.compile(_CIRCULAR_NUMBER)
_ONE_SECTION = re.compile(_SECTION_NUMBER)


@dataclass(frozen=True, slots=True)
class ReferenceSpan:
    """A document or place that the text points to; `session` is "2019-2020" or None."""

    start: int
    end: int
    text: str
    kind: ReferenceKind
    number: str | None
    session: str | None


def find_references(text: str) -> list[ReferenceSpan]:
    """All references in the text, in order; each number of a list is one.

    >>> found = find_references("Prop. 127 S (2019 – 2020), pkt. 5.1.")
    >>> [(reference.kind, reference.number, reference.session) for reference in found]
    [('proposition', '127 S', '2019-2020'), ('section', '5.1', None)]
    """
    found: list[ReferenceSpan] = []
    small = small_letters(text)
    for marks, find in _FINDERS:
        for start, end in marked_lines(small, marks):
            found.extend(find(text, start, end))
    found.sort(key=lambda reference: (reference.start, -reference.end))
    apart: list[ReferenceSpan] = []
    for reference in found:
        if not apart or reference.start >= apart[-1].end:
            apart.append(reference)
    return apart


def first_section(text: str) -> str | None:
    """The number of the first section that the text points to.

    >>> first_section("Jf. Prop. 1 S (2019–2020), pkt. 5.1."), first_section("Jf. Prop. 1 S")
    ('5.1', None)
    """
    # Many a text names a chapter of the budget, and no section.
    if not has_any(small_letters(text), _SECTION_MARKS) or not any(_sections(text, 0, len(text))):
        return None
    found = (reference for reference in find_references(text) if reference.kind == "section")
    return next((reference.number for reference in found), None)


def _each(
    match: re.Match[str], group: str, one: re.Pattern[str], kind: ReferenceKind, session: str | None
) -> Iterator[ReferenceSpan]:
    """One reference for each number of a list; with the words around the list."""
    numbers = list(one.finditer(match[group]))
    offset = match.start(group)
    for index, number in enumerate(numbers):
        start = match.start() if index == 0 else offset + number.start()
        end = match.end() if index == len(numbers) - 1 else offset + number.end()
        printed = re.sub(r" {2,}", " ", plain_spaces(number.group()))
        if kind == "circular":
            printed = plain_dashes(printed).replace(" ", "")
        yield ReferenceSpan(start, end, match.string[start:end], kind, printed, session)


def _documents(text: str, start: int, end: int) -> Iterator[ReferenceSpan]:
    for kind, pattern in _SESSIONED:
        matches = list(pattern.finditer(text, start, end))
        for at, match in enumerate(matches):
            session = _session(match)
            # "Innst. 5 S og Innst. 11 S (2025–2026)": the session is of both.
            for before, after in pairwise(matches[at:]):
                between = plain_spaces(text[before.end() : after.start()])
                if session is not None or between not in (" og ", ", ", " samt "):
                    break
                session = _session(after)
            yield from _each(match, "numbers", _ONE_DOCUMENT, kind, session)


def _session(match: re.Match[str]) -> str | None:
    """The session in full: "(2007 – 08)" gives "2007-2008"."""
    if match["from"] is None:
        return None
    last = match["to"] if len(match["to"]) == 4 else match["from"][:2] + match["to"]
    return f"{match['from']}-{last}"


def _circulars(text: str, start: int, end: int) -> Iterator[ReferenceSpan]:
    for match in CIRCULAR.finditer(text, start, end):
        group = "numbers" if match["numbers"] else "bare"
        yield from _each(match, group, _ONE_CIRCULAR, "circular", None)


def _laws(text: str, start: int, end: int) -> Iterator[ReferenceSpan]:
    for match in LAW.finditer(text, start, end):
        if match.group().lower() not in NO_LAWS:
            name = plain_spaces(match.group())
            yield ReferenceSpan(*match.span(), match.group(), "law", name, None)


def _letters(text: str, start: int, end: int) -> Iterator[ReferenceSpan]:
    for match in LETTER.finditer(text, start, end):
        number = match["number"] or match["late"] or match["year"] or match["date"]
        if number or match["addendum"]:
            yield ReferenceSpan(*match.span(), match.group(), "letter", number, None)
    for match in DATED_LETTER.finditer(text, start, end):
        yield ReferenceSpan(*match.span(), match.group(), "letter", match["date"], None)


def _sections(text: str, start: int, end: int) -> Iterator[ReferenceSpan]:
    for match in SECTION.finditer(text, start, end):
        if OF_ANOTHER.search(text, max(start, match.start() - LOOK_BACK), match.start()):
            continue
        group = "numbers" if match["numbers"] else "chapter"
        yield from _each(match, group, _ONE_SECTION, "section", None)


_SECTION_MARKS = marks_of(SECTIONS, CHAPTERS)
# Each finder with the marks that a line must have for it to find anything.
_FINDERS: tuple[tuple[tuple[str, ...], Callable[[str, int, int], Iterator[ReferenceSpan]]], ...] = (
    (marks_of(PROPOSITIONS, RECOMMENDATIONS, WHITE_PAPERS), _documents),
    (marks_of(CIRCULARS, ["R-"]), _circulars),
    (marks_of(LAW_ENDINGS, ["lov", "§"]), _laws),
    (marks_of(BASE_LETTERS, OTHER_LETTERS), _letters),
    (_SECTION_MARKS, _sections),
)
