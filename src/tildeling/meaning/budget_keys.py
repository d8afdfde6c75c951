"""What a row of a budget table is about: a post, a chapter or a sum.

A row is known by what its first cells print, however they are cut: "290/01 | Driftsutgifter",
"290 | 01 | Driftsutgifter" and "Kap. 290 post 01 Driftsutgifter" are the same row. Where a heading
says that a column holds posts, a single figure in it is one too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tildeling.find.cells import parse_cell
from tildeling.find.patterns import DASH, MAYBE_GAP, SPACE, WORD_END, YEAR, any_of
from tildeling.letter import RowKind
from tildeling.meaning.budget_words import (
    CARRIED_WORDS,
    CATEGORY_HEADINGS,
    CHAPTER_HEADINGS,
    PART_WORDS,
    POST_HEADINGS,
    SUB_POST_HEADINGS,
    SUBTRACTED_WORDS,
    SUM_ENDINGS,
    SUM_WORDS,
)

# What a column of keys holds; a pair is chapter and post in one cell.
KeyRole = Literal["chapter", "post", "pair", "sub", "category"]

_CHAPTER_WORD = rf"(?:kap\.?|kapittel){MAYBE_GAP}"
_POST_WORD = rf"(?:post(?:en)?\.?{MAYBE_GAP})"
_CHAPTER = r"(?P<chapter>0?\d{3,4})(?!\d)"
_BARE_CHAPTER = _CHAPTER.replace("P<chapter>", "P<bare>")
# "21.1" is a part of post 21; "15.03" and "21 600" are no posts, a grouped number goes on.
_NO_NUMBER_AFTER = rf"(?![\d/])(?!{SPACE}\d{{3}}(?!\d))(?![.,]\d)"
_POST = rf"(?P<post>\d{{2}})(?:\.(?P<sub>[1-9]))?{_NO_NUMBER_AFTER}"
# What follows a key in its cell is a name; "12 %" and "15. januar" are no keys.
_NAME = rf"(?P<name>(?!{MAYBE_GAP}(?:%|pst|prosent)|[./])\D.*)"
_REST = rf"{MAYBE_GAP}(?:[:,]|{DASH}(?={SPACE}))?{MAYBE_GAP}{_NAME}?"

# "290/01", "290.01 Driftsutgifter", "290 01", "Kap. 290, post 01 Driftsutgifter". A dash counts
# after the word "kap." only: "2020-17" numbers an assignment.
PAIR = re.compile(
    rf"(?:{_CHAPTER_WORD}(?:{_CHAPTER})(?:{MAYBE_GAP}(?:[./,]|{DASH}){MAYBE_GAP}|{SPACE})"
    rf"|{_BARE_CHAPTER}(?:{MAYBE_GAP}[./,]{MAYBE_GAP}|{SPACE}))(?P<word>{_POST_WORD})?{_POST}{_REST}",
    re.IGNORECASE | re.DOTALL,
)
# Under a heading "Kap./post": a dash, and a post of one figure.
HEADED_PAIR = re.compile(
    rf"(?:{_CHAPTER_WORD})?{_BARE_CHAPTER}{MAYBE_GAP}(?:[./,:]|{DASH}|{SPACE}){MAYBE_GAP}(?P<word>{_POST_WORD})?"
    rf"(?P<post>\d{{1,2}})(?:\.(?P<sub>\d{{1,2}}))?{_NO_NUMBER_AFTER}{_REST}",
    re.IGNORECASE | re.DOTALL,
)
# "290", "Kap. 0290", "Kap. 290 Navn"; without the word a name may not follow in the same cell
# unless it begins with a capital letter.
CHAPTER = re.compile(rf"(?P<word>{_CHAPTER_WORD})?{_CHAPTER}{_REST}", re.IGNORECASE | re.DOTALL)
POST = re.compile(rf"(?:{_POST_WORD})?{_POST}{_REST}", re.IGNORECASE | re.DOTALL)
# "Post 1": a single figure needs the word, or a heading that says it.
WORDED_POST = re.compile(
    rf"{_POST_WORD}(?P<post>\d)(?:\.(?P<sub>\d{{1,2}}))?(?![\d.,/]){_REST}",
    re.IGNORECASE | re.DOTALL,
)
HEADED_POST = re.compile(
    rf"(?:{_POST_WORD})?(?P<post>\d{{1,2}})(?:\.(?P<sub>\d{{1,2}}))?\.?{_NO_NUMBER_AFTER}{_REST}",
    re.IGNORECASE | re.DOTALL,
)
_LONE_FIGURE = re.compile(r"(?P<post>\d)(?P<sub>)(?P<name>)")
_CATEGORY = re.compile(r"\d{2}(?:\.\d{2})?(?!\d)(?P<name>\s+\D.*)?", re.DOTALL)

_GRANTED = rf"(?={MAYBE_GAP}(?:tildel|bevilg|løyv))"
SUM = re.compile(
    rf"(?:{any_of(SUM_WORDS)})(?!\w)"
    # "Kap. 291 i alt", and no "Bergkunsten i Alta".
    rf"|.{{0,80}}(?<!\w){any_of(SUM_ENDINGS)}(?!\w)(?={MAYBE_GAP}(?:[:(\d]|$))",
    re.IGNORECASE,
)
_SUM_GRANTED = re.compile(rf"{any_of(SUM_WORDS)}{_GRANTED}", re.IGNORECASE)
SUM_CHAPTER = re.compile(rf"(?:{_CHAPTER_WORD}|^sum{MAYBE_GAP}){_CHAPTER}", re.IGNORECASE)
_CARRIED = re.compile(
    rf"{any_of(CARRIED_WORDS)}(?:{MAYBE_GAP}(?:fra|frå|til).{{0,30}})?{MAYBE_GAP}:?", re.IGNORECASE
)
PART = re.compile(rf"{DASH}?{MAYBE_GAP}{any_of(PART_WORDS)}{WORD_END}", re.IGNORECASE)
_SUBTRACTED = re.compile(
    rf"{DASH}?{MAYBE_GAP}{any_of(SUBTRACTED_WORDS)}{WORD_END}|.*\({MAYBE_GAP}{DASH}{MAYBE_GAP}\){MAYBE_GAP}$",
    re.IGNORECASE,
)
_CHAPTER_HEADING = re.compile(rf"(?<!\w){any_of(CHAPTER_HEADINGS)}(?!\w)", re.IGNORECASE)
_POST_HEADING = re.compile(rf"(?<!\w){any_of(POST_HEADINGS)}(?!\w)", re.IGNORECASE)
_SUB_HEADING = re.compile(rf"{any_of(SUB_POST_HEADINGS)}(?!\w)", re.IGNORECASE)
_CATEGORY_HEADING = re.compile(rf"{any_of(CATEGORY_HEADINGS)}(?!\w)", re.IGNORECASE)
_TWO_CHAPTERS = re.compile(
    rf"{_CHAPTER_WORD}{_CHAPTER}{MAYBE_GAP}(?:/|{DASH}|og){MAYBE_GAP}0?\d{{3,4}}(?!\d)",
    re.IGNORECASE,
)
_ONLY_CHAPTER_WORD = re.compile(r"kap(?:\.|ittel)?", re.IGNORECASE)
_ONLY_YEAR = re.compile(YEAR)


@dataclass(frozen=True, slots=True)
class RowKey:
    """What a row is about, and how many of its cells say so."""

    kind: RowKind
    chapter: int | None
    post: int | None
    cells: int
    """Cells taken by chapter and post; the name begins in the last of them or after it."""
    name: str
    """The part of the name that stands in the last of those cells."""
    worded: bool
    """True where "kap." or "post" is printed in the row, or chapter and post are joined."""
    sub: str | None = None


def row_key(cells: Sequence[str], roles: Sequence[KeyRole | None] = ()) -> RowKey | None:
    """What the first cells of a row say it is about, or None where it is no such row.

    `roles` are what the headings say of those cells' columns.

    >>> row_key(["290", "01", "Driftsutgifter", "13"])
    RowKey(kind='post', chapter=290, post=1, cells=2, name='', worded=False, sub=None)
    >>> row_key(["Kap. 0451 Politiet"]).chapter, row_key(["Mål", "13"])
    (451, None)
    >>> row_key(["1", "Driftsutgifter"], ["post"]).post, row_key(["72.1", "Skip"], ["post"]).sub
    (1, '1')
    """
    if not cells:
        return None
    first, role = cells[0], roles[0] if roles else None
    if is_carried(first):
        return None
    if is_sum(cells):
        return _sum_key(first, None, 1)
    if role == "category":
        match = _CATEGORY.fullmatch(first)
        return RowKey("post", None, None, 0, "", False) if match else None
    if match := (HEADED_PAIR if role == "pair" else PAIR).fullmatch(first):
        return _pair_key(match, first)
    if role == "post" and (match := HEADED_POST.fullmatch(first)):
        return _post_key(match, 1, worded=True)
    if match := CHAPTER.fullmatch(first):
        return _chapter_key(match, cells, roles)
    if match := WORDED_POST.fullmatch(first) or POST.fullmatch(first):
        return _post_key(match, 1, worded=first[: match.start("post")] != "")
    return None


def key_role(heading: str) -> KeyRole | None:
    """What a column heading says of the keys under it; what names a key itself heads none.

    >>> [key_role(heading) for heading in ("Kap.", "Postnr.", "Kap./post", "Postnavn")]
    ['chapter', 'post', 'pair', None]
    """
    if any(sign.isdigit() for sign in heading):
        return None
    if _CATEGORY_HEADING.match(heading):
        return "category"
    if _SUB_HEADING.match(heading):
        return "sub"
    is_chapter, is_post = _CHAPTER_HEADING.search(heading), _POST_HEADING.search(heading)
    if is_chapter and is_post:
        return "pair"
    return "chapter" if is_chapter else "post" if is_post else None


def is_key_heading(text: str) -> bool:
    """Whether a heading says that chapters or posts stand under it: "Kap./post".

    >>> is_key_heading("Kap. post"), is_key_heading("Postnavn")
    (True, False)
    """
    return _CHAPTER_HEADING.search(text) is not None or _POST_HEADING.search(text) is not None


def is_chapter_word(text: str) -> bool:
    """Whether a cell holds the word for a chapter and no number."""
    return _ONLY_CHAPTER_WORD.fullmatch(text) is not None


def first_of_two_chapters(text: str) -> int | None:
    """The chapter that counts for the posts under a line of an expenditure's and an income's.

    >>> first_of_two_chapters("Kap. 445/3445 Hovedredningssentralen")
    445
    """
    match = _TWO_CHAPTERS.match(text)
    return int(match["chapter"]) if match else None


def is_year(text: str) -> bool:
    """Whether a cell holds a year and nothing else."""
    return _ONLY_YEAR.fullmatch(text) is not None


def is_part(text: str) -> bool:
    """Whether a row splits the one above it and stays in that row's name."""
    return PART.match(text) is not None


def is_carried(text: str) -> bool:
    """Whether a row carries a sum over a page: "Transport", "Overført fra forrige side"."""
    return _CARRIED.fullmatch(text) is not None


def is_subtracted(label: str) -> bool:
    """Whether a row's label says that its amount is taken away.

    >>> [is_subtracted(label) for label in ("Fratrekk: Tilskudd", "Tilskudd (–)", "Trekkfugl")]
    [True, True, False]
    """
    return _SUBTRACTED.match(label) is not None


def is_sum(cells: Sequence[str]) -> bool:
    """Whether a row sums up others; "Sum tildelt" over a column of amounts heads it."""
    first = cells[0]
    if not SUM.match(first):
        return False
    amounts = [text for text in cells[1:] if not is_year(text) and parse_cell(text, 1) is not None]
    return bool(amounts) or not _SUM_GRANTED.match(first)


def _sum_key(label: str, chapter: int | None, cells: int) -> RowKey:
    if match := SUM_CHAPTER.search(label):
        chapter = int(match["chapter"])
    return RowKey("sum", chapter, None, cells, label, False)


def _pair_key(match: re.Match[str], first: str) -> RowKey:
    groups = match.groupdict()
    chapter = groups.get("chapter") or groups["bare"]
    joined = groups.get("chapter") is not None or groups["word"] is not None
    joined = joined or not first[match.end("bare") : match.start("post")].isspace()
    key = _post_key(match, 1, joined)
    return RowKey("post", int(chapter), key.post, 1, key.name, joined, key.sub)


def _post_key(match: re.Match[str], cells: int, worded: bool) -> RowKey:
    name = match["name"] or ""
    return RowKey("post", None, int(match["post"]), cells, name, worded, match["sub"] or None)


def _chapter_key(
    match: re.Match[str], cells: Sequence[str], roles: Sequence[KeyRole | None]
) -> RowKey | None:
    """A chapter, and the post or the sum that the next cell gives for it."""
    chapter, name, worded = int(match["chapter"]), match["name"] or "", match["word"] is not None
    following = cells[1] if len(cells) > 1 else ""
    role = roles[1] if len(roles) > 1 else None
    if not name and SUM.match(following):
        return _sum_key(following, chapter, 2)
    # A chapter's cell may stand beside the rows of all its posts, with its name.
    post = _post_after(following, cells[2:], role) if not name or role == "post" else None
    if post is not None:
        key = _post_key(post, 2, worded)
        return RowKey("post", chapter, key.post, 2, key.name, worded, key.sub)
    if name and not worded and not name[:1].isupper():
        return None
    if is_year(cells[0]) and (not roles or roles[0] is None) and not name:
        return None
    return RowKey("chapter", chapter, None, 1, name, worded)


def _post_after(text: str, others: Sequence[str], role: KeyRole | None) -> re.Match[str] | None:
    """The post in the cell after a chapter's; a lone figure where words and an amount follow."""
    if role == "post":
        return HEADED_POST.fullmatch(text)
    if role is None and len(others) > 1:
        return WORDED_POST.fullmatch(text) or POST.fullmatch(text) or _LONE_FIGURE.fullmatch(text)
    return WORDED_POST.fullmatch(text) or POST.fullmatch(text)
