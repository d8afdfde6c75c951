"""Where sentences begin and end in a letter's clean text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.find.date_words import MONTH_ABBREVIATIONS, MONTHS
from tildeling.find.patterns import SPACE
from tildeling.find.sentence_words import CLOSING_ABBREVIATIONS, OPEN_ABBREVIATIONS

# A stop, with what closes after it, and a gap: "…2026.» Det". A contents list's row of dots, with
# gaps between or none, is read once, not from each dot anew: what follows it is not asked. The stop
# stands first, which a search leaps to.
STOP = re.compile(
    rf"[.!?…](?<![.!?…].)(?:(?:{SPACE}\.){{3,}}+|[.!?…]*+[)\]»”\"']{{0,3}}(?={SPACE}))"
)
# Characters of a sentence; what goes on without a stop is cut there. The words before each date and
# sum of a sentence are looked through, so that the time grows with its length squared.
LONGEST = 2000
_PAUSE = re.compile(rf".*[,;:]{SPACE}|.*{SPACE}", re.DOTALL)
_GAP = re.compile(rf"[,;]|{SPACE}")
LEADERS = ("....", ". . . .")
# What a sentence may begin with, once quotes and brackets are passed over.
_OPENERS = "«“\"'([–- \t\u00a0\u2009\u202f"
# A word read from its end: a search for what reaches the end would begin at each letter anew.
_WORD_BACKWARDS = re.compile(r"[\w.§-]{1,40}")
# A year or more ends a sentence ("i 2026. 3 nye"); a shorter number may be a date's ("21. 12.").
_YEAR_OR_LONGER = 3
_NUMBER = re.compile(r"\d+\Z")
_SECTION_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,4})+\Z")
_SUM = re.compile(r"\d[\d .,\u00a0\u2009\u202f]* ?(?:mill|mrd|milliard|kr)")
_NEXT_WORD = re.compile(r"[^\W\d_]+")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    r"""Start and end of each sentence, without the spaces around it.

    A block ends every sentence. A full stop ends none after an abbreviation ("kap.", "nr."), an
    ordinal ("1. mars", "1. og 2. tertial"), a list's own number or an initial; it does after
    "2026." and "pkt. 5.1." where a capital or a digit follows.

    >>> text = "Frist er 1. mars 2026. Se kap. 291, jf. pkt. 5.1. Dette gjelder.\nNy blokk"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Frist er 1. mars 2026.', 'Se kap. 291, jf. pkt. 5.1.', 'Dette gjelder.', 'Ny blokk']
    """
    found: list[tuple[int, int]] = []
    block_start = 0
    for block in text.split("\n"):
        start = block_start
        first = len(block) - len(block.lstrip())
        for stop in STOP.finditer(block):
            if _ends_sentence(block, stop, first):
                found.append((start, block_start + stop.end()))
                start = block_start + stop.end()
        found.append((start, block_start + len(block)))
        block_start += len(block) + 1
    cut = (part for start, end in found for part in _cut(text, start, end))
    stripped = (_stripped(text, start, end) for start, end in cut)
    return tuple((start, end) for start, end in stripped if start < end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, or its parts where it is too long: after a pause, or else after a word."""
    while end - start > LONGEST:
        pause = _PAUSE.match(text, start + LONGEST // 2, start + LONGEST)
        pause = pause or _GAP.search(text, start + LONGEST, end)
        if pause is None or end - pause.end() < LONGEST // 2:
            break
        yield start, pause.end()
        start = pause.end()
    yield start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(block: str, stop: re.Match[str], first: int) -> bool:
    """Whether the stop ends a sentence; the block's first word begins at `first`."""
    mark = stop.group()
    if mark.startswith(LEADERS):
        return False
    rest = block[stop.end() : stop.end() + 60].lstrip(_OPENERS)
    if not rest or not (rest[0].isupper() or rest[0].isdigit() or not rest[0].isalnum()):
        return False
    if not mark.startswith("."):
        return True
    match = _WORD_BACKWARDS.match(block[max(0, stop.start() - 40) : stop.start()][::-1])
    if match is None:
        return True
    word = match.group()[::-1].lstrip("-")
    is_first = stop.start() - len(word) <= first
    return _ends_after(word, rest, is_first=is_first)


def _ends_after(word: str, rest: str, *, is_first: bool) -> bool:
    """Whether a full stop after the word ends a sentence that `rest` would go on with."""
    name = word.lower()
    if name in OPEN_ABBREVIATIONS or name in MONTH_ABBREVIATIONS:
        return False
    if name in CLOSING_ABBREVIATIONS:
        return rest[0].isupper() and not rest.lower().startswith("kr")
    if _SECTION_NUMBER.match(word):
        return not is_first
    if _NUMBER.match(word):
        following = _NEXT_WORD.match(rest)
        if is_first or (following and following.group().lower() in MONTHS):
            return False
        # "på post 21. 3,5 mill. kroner av dette"
        return len(word) >= _YEAR_OR_LONGER or not rest[0].isdigit() or bool(_SUM.match(rest))
    is_initial = len(word) == 1 and word.isupper()
    return not is_initial
