"""Headings of assignments that begin with a number, or with the word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tildeling.any_case import AnyCase
from tildeling.find.numbers import (
    NUMBER,
    AssignmentNumber,
    canonical_number,
    find_assignment_numbers,
    number_key,
    parse_number,
)
from tildeling.meaning.amending_sentences import find_amending
from tildeling.meaning.amending_words import CHANGES_NAMED, IN_CLAUSE, LAPSES
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import title_phrase
from tildeling.text.blocks import Block, Paragraph, Span

# What may stand before a number in a heading: "Oppdrag nr.", "ID:", "Deloppdrag" is none of them.
_LEAD = re.compile(
    r"""
    (?:
        # "Nytt oppdrag", "Presisering av oppdrag", "Ny frist for oppdrag"
        (?:
            nytt\s+
            | (?:
                presisering|endring|utsettelse|vidareføring|videreføring|forlenging|forlengelse
                | (?:ny|endret|endra|utsatt|utsett)[ ]frist
              )\s+(?:av|i|for)\s+
        )?
        (?:oppdrag(?:snummer|snr\.?|s-?id)?|id|tiltak|bestilling)\s*
        # "nr.", "ID: nr."
        (?:(?:nr|nummer|id)\b\.?)?\s*:?\s*(?:(?:nr|nummer|id)\b\.?\s*:?\s*)?
    )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
# Characters within which a number has its first digit, whatever stands before it.
FARTHEST = 160
# "Oppdrag K3, «Havnekart»": a title behind a comma, and not the next of several numbers.
_COMMA_TITLE = r",\s+(?=«|(?!Oppdrag)[A-ZÆØÅ][a-zæøå]{2})"
_AFTER_NUMBER = re.compile(rf"\s*(?:[:.–—-]\s*|{_COMMA_TITLE})?")
_UNNUMBERED = re.compile(r"(?:nytt\s+)?oppdrag\s*:\s*(?=\S)", re.IGNORECASE)
_BARE = re.compile(
    r"oppdrag\s*(?:nr\.?|nummer)?\s*(?P<number>\d{1,3})(?:\s*[:.–-]\s*|\s+(?=[A-ZÆØÅ]))",
    re.IGNORECASE,
)
# A code that can be nothing else: "TB27-01: Dekning i tunneler", "Oppgave 5.1.4.12 – Vann".
_IN_SERIES = re.compile(
    r"[A-ZÆØÅ]{2,5} ?\d{2} ?[-–] ?\d{2,3}(?=[\s:.])|"
    r"[Oo]ppg(?:ave|åve) \d{1,2}(?:\.\d{1,3}){2,4}(?=[\s:.–-])"
)
# The same after a word that names it, before a title: "Oppdrag A1 Miljødata", "Bestilling 3: Kart".
_NAMED_CODE = re.compile(
    rf"""
    (?:
        [Oo]ppdrag\s+(?:nr\.?\s*)?[A-ZÆØÅ]\s?-?\d{{1,2}}
        | [Oo]ppg(?:ave|åve)\s+[A-ZÆØÅ]\s?-?\d{{1,2}}
        | [Bb]estilling\s+(?:nr\.?\s*)?[A-ZÆØÅ]?-?\d{{1,2}}
    )
    (?=\s*[:.–-]\s|\s+[A-ZÆØÅ«]|{_COMMA_TITLE})
    """,
    re.VERBOSE,
)
# A number with a year of two digits ("25-01") is one where its place says so: in the number's own
# cell of a table, or after the word "Oppdrag".
_SHORT = re.compile(
    r"(?P<prefix>[A-ZÆØÅ]{0,5})[ -]?(?P<year>\d{2})\s?[-–/]\s?(?P<sequence>\d{1,3})(?!\d)"
)
# "O7", "O 73.", "TB27-01:", "KD 18 – 02", "Oppgave 5.1.4.12", "Krav 2": capitals and a number, or a
# number of three parts.
_CODE = re.compile(
    rf"""
    (?:
        # Behind a word a bare number is one: "Krav 2", "Oppdrag nr. IV"
        (?:[Oo]ppg(?:ave|åve)|[Kk]rav|[Oo]ppdrag|[Bb]estilling)\s+(?:nr\.?\s*)?
          (?P<bare>\d{{1,3}}|[IVX]{{1,4}})(?![\w.])
        | (?:(?:[Oo]ppg(?:ave|åve)|[Kk]rav|[Oo]ppdrag)\s+(?:nr\.?\s*)?)?
          (?P<code>
            # "O7", "KD 18 – 02"; no fraction
            (?P<series>[A-ZÆØÅ]{{1,5}})\s?-?\d{{1,4}}(?:\s?[-–]\s?\d{{1,3}})?(?![\d/])
            # "5.1.4.12"
            | \d{{1,2}}(?:\.\d{{1,3}}){{2,4}}(?![\d.])
          )
    )
    (?=[\s.:–-]|$|{_COMMA_TITLE})
    """,
    re.VERBOSE,
)
_WITHHELD = (
    r"unn(?:t|at)(?:att|eke|atte|ekne)\s+(?:(?:fr[åa]|for)\s+)?offentl|u\.?\s?off\b|"
    r"(?:(?:blir|vert|vil bli)\s+)?ettersend"
)
# "26-01 Felles løsning": a number whose year has two digits, before a title.
_SHORT_CODE = re.compile(r"[1-3]\d[-–]\d{2,3}\s+[A-ZÆØÅ«]")
WITHHELD = re.compile(_WITHHELD, re.IGNORECASE)
SAYS_WITHHELD = AnyCase(_WITHHELD, ("off", "ettersend"))
# What a heading says beside the title of a new one among those that are changed.
NEW_NOTE = re.compile(
    r"\s*\((?:nytt|ny)(?: oppdrag)?\)\s*$|\s[–-]\s*nytt oppdrag\s*$", re.IGNORECASE
)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

# Characters; where fewer than that are bold behind a number, they are the number's own end.
SHORTEST_TITLE = 8
# Characters; a paragraph that is longer is a title with text running on.
LONGEST_TITLE = 260


@dataclass(frozen=True, slots=True)
class AssignmentHeading:
    """An assignment's heading, with what its own row says of deadline, money and department."""

    span: Span
    number: AssignmentNumber | None
    number_span: Span | None
    title: tuple[Span, ...]
    """The title's spans; empty where withheld."""
    listed: bool = False
    """True where it stands in a list that may only name what follows."""
    rest: Span | None = None
    """Text that runs on after the title in the same paragraph."""
    responsible: Span | None = None
    deadline: Span | None = None
    financing: Span | None = None
    withheld: bool = False
    cancelled: bool = False
    amends: bool = False
    """True where it is a sentence that changes an assignment given in an earlier letter."""
    named: bool = False
    """True where that sentence names it, among others that are given or changed by headings."""
    body: tuple[Block, ...] = ()
    """What a table's row says of it beside its title and labels."""
    ends: int | None = None
    """Where its body ends at the latest: it has no number, and only its place says what is its."""

    @property
    def key(self) -> tuple[str, int, int] | None:
        """Its number as numbers are compared; None without one."""
        return number_key(self.number) if self.number is not None else None


def _sequence(code: str) -> int:
    """The last number of a code; of a roman one its place in the letter's own count is enough."""
    digits = re.findall(r"\d+", code)
    return int(digits[-1]) if digits else _ROMAN.index(code) if code in _ROMAN else 0


def assignment_heading(reading: Reading, block: Paragraph) -> AssignmentHeading | None:
    """The heading that a paragraph is or begins with, or None."""
    words = reading.words(block)
    number, start, end = leading_number(words)
    if number is None:
        match = _UNNUMBERED.match(words)
        if match is None or block.marker or not _stands_out(reading, block):
            return None
        return heading_of(reading, block, None, None, Span(block.start + match.end(), block.end))
    # A number that begins a whole paragraph of text heads it, even where the type does not say so.
    stands_out = _stands_out(reading, block) or block.lead > block.start
    listed = block.marker is not None or not (stands_out or len(words) > LONGEST_TITLE)
    number_span = Span(block.start + start, block.start + end)
    title_start = block.start + after_number(words, end)
    title = Span(title_start, block.end)
    if listed and (not _names_something(words[end:]) or _speaks_of_several(reading, block)):
        return None
    if listed and (changed := CHANGES_NAMED.match(reading.words(title))) is not None:
        named = Span(title_start, title_start + changed.end("title"))
        rest = Span(title_start + changed.start("change"), block.end)
        heading = heading_of(reading, block, number, number_span, named)
        return replace(heading, listed=True, rest=rest)
    found = None
    if block.lead < block.end:
        bold = 0 if listed else block.lead - title_start
        found = title_phrase(reading.words(title), bold if bold > SHORTEST_TITLE else 0)
    if found is None:
        heading = heading_of(reading, block, number, number_span, title)
        return replace(heading, listed=listed)
    rest = Span(title_start + found.rest, block.end)
    title = Span(title_start, title_start + found.end)
    heading = heading_of(reading, block, number, number_span, title)
    return replace(
        heading,
        listed=listed,
        rest=rest if rest.start < rest.end else None,
        cancelled=heading.cancelled or found.lapses,
    )


def _speaks_of_several(reading: Reading, block: Paragraph) -> bool:
    """True for sentences that change one assignment after another: none of them is a heading."""
    return len({number_key(each.number) for each in find_amending(reading, block)}) > 1


def heading_of(
    reading: Reading,
    block: Paragraph,
    number: AssignmentNumber | None,
    number_span: Span | None,
    title: Span,
) -> AssignmentHeading:
    """The heading with a title, without what is said of it: that it is withheld or lapses."""
    words = reading.words(title)
    withheld = SAYS_WITHHELD.search(words)
    cancelled = lapse_in(words)
    said = withheld or cancelled or NEW_NOTE.search(words)
    before = words[: said.start()].rstrip(" (–-.,:") if said is not None else words.strip()
    end = title.start + len(before) if said is not None else title.end
    kept = (Span(title.start, end),) if before else ()
    return AssignmentHeading(
        Span(block.outer, block.end),
        number,
        number_span,
        kept,
        withheld=withheld is not None,
        cancelled=cancelled is not None,
    )


def heading_in_table(
    place: Span,
    number: AssignmentNumber | None,
    number_span: Span | None,
    title: Sequence[Span],
    words: str,
) -> AssignmentHeading:
    """The heading that rows of a table are; `words` say whether it is withheld or lapses."""
    withheld = SAYS_WITHHELD.search(words) is not None
    return AssignmentHeading(
        Span(place.start, place.end),
        number,
        number_span,
        () if withheld else tuple(title),
        withheld=withheld,
        cancelled=lapse_in(words) is not None,
    )


def lapse_in(words: str) -> re.Match[str] | None:
    """Where a heading says that its assignment is taken back; not what a clause in it speaks of.

    >>> lapse_in("Felles kart utgår").group(), lapse_in("Liste over tiltak som utgår i år")
    ('utgår', None)
    """
    match = LAPSES.search(words)
    clause = IN_CLAUSE.search(words, 0, match.start()) if match is not None else None
    if match is None or clause is None:
        return match
    is_last = not words[match.end() :].strip(" .:)")
    # "Barn som er lenge borte fra skolen utgår": the clause has ended before.
    return match if is_last and clause["next"] is None else None


def leading_number(words: str) -> tuple[AssignmentNumber | None, int, int]:
    """The assignment number that words begin with, and its span in them."""
    if _DIGIT.search(words, 0, FARTHEST) is None:
        return None, 0, 0
    lead = _LEAD.match(words)
    at = lead.end() if lead else 0
    if NUMBER.match(words, at, at + 60):
        for number in find_assignment_numbers(words[: at + 60])[:1]:
            if number.start == at and not number.is_bare:
                return number, number.start, number.end
    if at > 0 and (short := short_number(words, at)) is not None:
        return short, short.start, short.end
    is_code = _IN_SERIES.match(words, at) or _NAMED_CODE.match(words)
    code = leading_code(words) if is_code else None
    if code is not None:
        return code, code.start, code.end
    bare = _BARE.match(words)
    if bare is not None:
        return parse_number(bare["number"]), bare.start("number"), bare.end("number")
    return None, 0, 0


def after_number(words: str, end: int) -> int:
    """Where the words begin that stand behind a number which ends at `end`, and behind its sign.

    >>> after_number("2026-01 – Kaikart", 7)
    10
    """
    match = _AFTER_NUMBER.match(words, end)
    return match.end() if match is not None else end


def short_number(words: str, at: int) -> AssignmentNumber | None:
    """A number whose year has two digits, at a place in some words."""
    match = _SHORT.match(words, at)
    if match is None:
        return None
    return AssignmentNumber(
        match.start(),
        match.end(),
        match.group(),
        canonical_number(match.group()),
        match["prefix"] or None,
        2000 + int(match["year"]),
        int(match["sequence"]),
    )


def number_cell(words: str) -> AssignmentNumber | None:
    """The number that is all of a cell's words."""
    words = _LEAD.sub("", words, count=1).strip(" :.")
    short = short_number(words, 0)
    if short is not None and short.end == len(words):
        return short
    code = leading_code(words)
    return parse_number(words) or (code if code is not None and code.end == len(words) else None)


def leading_code(words: str) -> AssignmentNumber | None:
    """A number in a series of the letter's own that words begin with: "O 73.", "5.1.4.12".

    It is one only where its place says so: among assignments.

    >>> leading_code("O 73. Pass- og ID-kontorer").canonical
    'O73'
    """
    match = _CODE.match(words)
    if match is None:
        return short_number(words, 0) if _SHORT_CODE.match(words) else None
    name = "code" if match["code"] else "bare"
    start, end = match.span(name)
    canonical = canonical_number(match[name])
    return AssignmentNumber(
        start,
        end,
        match[name],
        canonical,
        match["series"] or "",
        None,
        _sequence(canonical),
    )


def _stands_out(reading: Reading, block: Paragraph) -> bool:
    style = block.style
    return (
        style.bold
        or style.underlined
        or style.size > reading.laid.body_size * 1.04
        or (style.italic and len(reading.words(block)) < 160)
    )


def _names_something(rest: str) -> bool:
    """True where what follows a number reads as a title, not as the middle of a sentence."""
    after = rest.lstrip(" :.–—-(")
    return bool(after) and (
        after[0].isupper()
        or after[0] in "«\"”'"
        or WITHHELD.match(after) is not None
        or LAPSES.match(after) is not None
    )
