"""Amounts that end a table's row in plain text: which digits belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.read.page import Word

# A budget table has at most so many amount columns.
MOST_COLUMNS = 6
# A row's amounts have at most so many words; longer runs of digits are no row.
MOST_WORDS = 24
# Words of one amount: "kr", four groups of digits, "mill.", "kroner".
LONGEST_AMOUNT = 7
# Words of "postene 72, 73, 74 og" at most.
POST_LIST = 6
# So many ways to part a row's words are looked at.
MOST_WAYS = 200

# One amount, or a group of three digits of one: "69", "544", "6.103", "−6.000", "2,4", "(200)".
_DIGITS = re.compile(r"[-–−+(]?\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?\)?")
_GROUP = re.compile(r"\d{3}\)?")
_DASH = re.compile(r"[-–−]")
_UNIT = re.compile(r"(?:kroner|kr\.?|mill\.?|mrd\.?)", re.IGNORECASE)
_CHAPTER_WORD = re.compile(r"(?:kap\.?|kapittel)", re.IGNORECASE)
_POST_WORD = re.compile(r"post(?:en|ene|ane|er|ar)?", re.IGNORECASE)
_POST = re.compile(r"\d{2}")


def split_amounts(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """A row's words before its amounts, and the words of the amounts that it ends in."""
    at = len(words)
    while at and len(words) - at < MOST_WORDS and _is_amount_word(words[at - 1].text):
        at -= 1
    if at and _CHAPTER_WORD.fullmatch(words[at - 1].text):
        at += 1  # "Sum kapittel 290 291 156 000"
    if at < len(words) and _ends_in_post(words, at):
        at += 1
    while (
        at < len(words) and _UNIT.fullmatch(words[at].text) and words[at].text[:2].lower() != "kr"
    ):
        at += 1
    amounts = tuple(words[at:])
    if not any(word.text[-1].isdigit() or word.text[0].isdigit() for word in amounts):
        return tuple(words), ()
    return tuple(words[:at]), amounts


def _ends_in_post(words: Sequence[Word], at: int) -> bool:
    """True where the first of the amounts is a post: "kan nyttes under post 71"."""
    if _POST.fullmatch(words[at].text) is None:
        return False
    before = [word.text for word in words[max(0, at - POST_LIST) : at]]
    if before and _POST_WORD.fullmatch(before[-1]):
        return True
    return before[-1:] in (["og"], ["eller"], ["til"]) and any(map(_POST_WORD.fullmatch, before))


def _is_amount_word(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_DIGITS, _DASH, _UNIT))


def ways_to_part(words: Sequence[Word], columns: int) -> list[list[tuple[Word, ...]]]:
    """The ways in which a row's words can be so many amounts, the likeliest first.

    Spaces part amounts as they part thousands: "672 075 47 600" is two amounts or three.
    """
    found: list[list[tuple[Word, ...]]] = []
    _part(tuple(words), columns, [], found)
    return sorted(found, key=_likelihood)


def _part(
    words: tuple[Word, ...],
    columns: int,
    so_far: list[tuple[Word, ...]],
    found: list[list[tuple[Word, ...]]],
) -> None:
    if len(found) >= MOST_WAYS or not columns <= len(words) <= columns * LONGEST_AMOUNT:
        return
    if not words:
        with_unit = sum(bool(_UNIT.fullmatch(part[-1].text)) for part in so_far)
        if with_unit in (0, sum(not _DASH.fullmatch(part[-1].text) for part in so_far)):
            found.append(list(so_far))
        return
    for end in range(1, min(len(words), LONGEST_AMOUNT) + 1):
        if _is_one_amount(words[:end]):
            _part(words[end:], columns - 1, [*so_far, words[:end]], found)


def _is_one_amount(words: Sequence[Word]) -> bool:
    texts = [word.text for word in words]
    if texts and texts[0].lower() in ("kr", "kr."):
        texts = texts[1:]
    while texts and _UNIT.fullmatch(texts[-1]):
        texts = texts[:-1]
    if not texts:
        return False
    if texts[0] in ("-", "–", "−", "+") and len(texts) > 1:
        texts = texts[1:]
    if len(texts) == 1:
        return bool(_DIGITS.fullmatch(texts[0]) or _DASH.fullmatch(texts[0]))
    plain = "." not in texts[0] and "," not in texts[0] and _DIGITS.fullmatch(texts[0])
    return bool(plain) and all(_GROUP.fullmatch(text) for text in texts[1:])


def _likelihood(parts: Sequence[Sequence[Word]]) -> tuple[bool, int]:
    """Amounts of which one is the sum of two others come first, then amounts of like length."""
    values = [_value(part) for part in parts]
    adds_up = len(values) > 2 and any(
        values[a] + values[b] == values[-1] for a in range(len(values) - 2) for b in (a + 1,)
    )
    lengths = [len(str(abs(value))) for value in values]
    return not adds_up, max(lengths) - min(lengths)


def _value(words: Sequence[Word]) -> int:
    text = "".join(word.text for word in words)
    digits = re.sub(r"\D", "", text) or "0"
    return -int(digits) if text[0] in "-–−(" else int(digits)
