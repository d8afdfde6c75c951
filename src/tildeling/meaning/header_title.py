"""A letter's title: the lines it is set in, and the kind and number of letter that it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.any_case import AnyCase
from tildeling.find.patterns import GAP, MAYBE_GAP, YEAR, any_of
from tildeling.letter import LetterKind
from tildeling.meaning.header_bodies import is_known
from tildeling.meaning.header_fields import LABEL
from tildeling.meaning.header_words import (
    ADDENDUM_WORDS,
    BASE_WORDS,
    CHANGED_THINGS,
    LETTER_WORDS,
    ORDINALS,
    REISSUE_WORDS,
    ROMANS,
)
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Paragraph, Table

# Paragraphs among which a title is: a cover sets it one word a line.
TITLE_BLOCKS = 6
# Characters that a title may have when its paragraphs are joined.
TITLE_LENGTH = 300


# "Revidert nasjonalbudsjett" changes a letter, a "Revidert tildelingsbrev" takes its place.
_ADDENDUM = re.compile(
    rf"(?<!\w)(?:{any_of(ADDENDUM_WORDS)}|(?:{any_of(REISSUE_WORDS)}){GAP}{any_of(CHANGED_THINGS)}(?!s?brev))",
    re.IGNORECASE,
)
_LETTER = re.compile(rf"(?<!\w)(?:{any_of(LETTER_WORDS)})", re.IGNORECASE)
_BASE = re.compile(rf"(?<!\w){any_of(BASE_WORDS)}", re.IGNORECASE)
# "det tidligere tildelingsbrevet", "oppdragsbrevene".
_EARLIER = (
    rf"(?:(?:det|dei|de|vår|våre){GAP})?(?:tidl[ei]g[ae]re{GAP})?"
    r"(?:tildelings|oppdrags|tilskudds|tilskots)(?:brev|dokument)\w{0,5}"
)
# A neutral title's letter is an addendum where it says what it builds on.
_BUILDS_ON = re.compile(
    rf"samt{GAP}tillegg{GAP}til{GAP}dett[ae]|og{GAP}tillegg{GAP}til{GAP}dett[ae]"
    rf"|supplerer{GAP}{_EARLIER}|i{GAP}tillegg{GAP}til{GAP}{_EARLIER}"
    rf"|(?:endrer|endrar|justerer|oppdaterer|korrigerer){GAP}{_EARLIER}",
    re.IGNORECASE,
)
# Whatever its title, a letter is one that says so of itself: "Oppdraget kommer i tillegg til".
_IS_ADDED = AnyCase(
    rf"(?<!\w)(?:oppdraget|brevet|tildelinga|tildelingen|dette){GAP}(?:kommer|kjem|er|gis|gjeld|gjelder)"
    rf"{GAP}(?:i{GAP}tillegg{GAP}til|som{GAP}(?:et{GAP}|eit{GAP})?tillegg{GAP}til|(?:et{GAP}|eit{GAP})"
    rf"(?:tillegg|supplement){GAP}til){GAP}{_EARLIER}"
)

# "nr. 4", "nr 2020-4", "nummer 3": two digits at most, so that no year is a number.
_NUMBERED = re.compile(
    rf"(?<!\w)(?:nr|nummer|no){MAYBE_GAP}\.?{MAYBE_GAP}(?:{YEAR}{MAYBE_GAP}[-/]{MAYBE_GAP})?"
    rf"(?P<number>\d{{1,2}})(?!\d)",
    re.IGNORECASE,
)
# "tillegg 2", "Supplerende tildelingsbrev 3 for 2020", "Tillegg II"; not the day of a date.
_COUNTED = re.compile(
    rf"(?<!\w)(?:{any_of(ADDENDUM_WORDS)})\w*(?:{GAP}til)?(?:{GAP}(?:\w+brev(?:et)?|oppdrags\w+))?{GAP}"
    rf"(?:(?P<number>\d{{1,2}})(?!\d|\.{MAYBE_GAP}[\da-zæøå])|(?P<roman>[IVX]{{1,4}})(?!\w))",
    re.IGNORECASE,
)
# "Fjerde tillegg", "2. supplerende tildelingsbrev".
_ORDINAL = re.compile(
    rf"(?<!\w)(?:(?P<word>{any_of(ORDINALS)})|(?P<number>\d{{1,2}})\.){GAP}(?:{any_of(ADDENDUM_WORDS)})",
    re.IGNORECASE,
)
# What is changed by the letter is another one: "Korrigering av tillegg nr. 3".
_OF_ANOTHER = re.compile(
    rf"(?<!\w)(?:av|i){GAP}(?:{any_of(ADDENDUM_WORDS)})[^\d,:\u2013\u2014]*$", re.IGNORECASE
)

# Words of a body's name before the line that it goes on in: "Direktoratet for samfunnssikkerhet"
# has three, and "og" is open-ended anyway.
LONGEST_HEAD = 5
_OPEN_ENDED = re.compile(
    r"(?:[-,:\u2013\u2014]|(?<!\w)(?:til|for|og|av|i|på|om|med|fra|frå|nr\.?))$", re.IGNORECASE
)
_KIND_ALONE = re.compile(
    rf"(?:(?:\w+{GAP})?(?:{any_of(LETTER_WORDS)})|tillegg{GAP}nr\.?{GAP}\d{{1,2}})", re.IGNORECASE
)
YEAR_ALONE = re.compile(rf"(?:for{GAP})?(?:budsjettåret{GAP})?{YEAR}", re.IGNORECASE)
_CARRIES_ON = re.compile(rf"(?:[-\u2013\u2014]|(?:til|for|og|av){GAP})", re.IGNORECASE)


def title_of(reading: Reading, lines: Sequence[Block]) -> str:
    """The title as printed, its lines joined."""
    if lines and isinstance(lines[0], Table):
        rows = lines[0].rows
        return reading.words(rows[0]).replace("\t", " ") if rows else ""
    return " ".join(reading.words(line) for line in lines)


def title_lines(reading: Reading) -> list[Block]:
    """The blocks that the title is set in; the first one where nothing looks like a title."""
    lines = list(reading.blocks[:1])
    words = title_of(reading, lines)
    for block in reading.blocks[1:TITLE_BLOCKS]:
        before = lines[-1]
        if not isinstance(before, Paragraph) or not isinstance(block, Paragraph):
            break
        if not _goes_on(words, reading.words(before), before, block, reading.words(block)):
            break
        lines.append(block)
        words = f"{words} {reading.words(block)}"
    return lines


def _goes_on(title: str, above: str, before: Paragraph, block: Paragraph, words: str) -> bool:
    """True if a paragraph is the title's next line: set like it, close under it, and no heading."""
    if block.marker or block.page != before.page or block.style.size != before.style.size:
        return False
    alone = _KIND_ALONE.fullmatch(title) is not None or is_known(above)
    if block.style != before.style and not alone:
        return False
    if len(title) + len(words) > TITLE_LENGTH or words.endswith((".", ":")) or LABEL.match(words):
        return False
    open_ended = (
        bool(_OPEN_ENDED.search(title)) or words[:1].islower() or bool(_CARRIES_ON.match(words))
    )
    if open_ended or _names_body_across(title, words):
        return True
    if alone:
        return is_known(words) or YEAR_ALONE.fullmatch(words) is not None
    return block.style.bold and bool(_LETTER.search(words)) and not _LETTER.search(title)


def _names_body_across(title: str, words: str) -> bool:
    """True for "TILDELINGSBREV TIL NORGES" over "GEOLOGISKE UNDERSØKELSE": one body's name."""
    last = title.split()[-LONGEST_HEAD:]
    return any(is_known(" ".join((*last[at:], words))) for at in range(len(last)))


def kind_of(title: str, opening: str) -> LetterKind:
    """Whether a letter of this title and opening changes an earlier one."""
    if _ADDENDUM.search(title) or _IS_ADDED.search(opening):
        return "addendum"
    if _BASE.search(title):
        return "base"
    return "addendum" if _BUILDS_ON.search(opening) else "base"


def addendum_number(title: str) -> int | None:
    """The number that an addendum's title gives it.

    >>> addendum_number("Tillegg nr. 4 til tildelingsbrev 2020"), addendum_number("Fjerde tillegg")
    (4, 4)
    >>> addendum_number("Korrigering av tillegg nr. 3")
    """
    for pattern in (_NUMBERED, _COUNTED, _ORDINAL):
        for found in pattern.finditer(title):
            if _OF_ANOTHER.search(
                title[: found.start("number") if found["number"] else found.start()]
            ):
                continue
            groups = found.groupdict()
            if groups["number"]:
                return int(groups["number"])
            if groups.get("word"):
                return ORDINALS[groups["word"].lower()]
            roman = ROMANS.get(groups.get("roman") or "")
            if roman is not None:
                return roman
    return None
