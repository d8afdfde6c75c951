"""One row of a budget table: the post, chapter or sum it is about, and its name.

A row is known by what its first cells print, however they are cut: "290/01 | Driftsutgifter",
"290 | 01 | Driftsutgifter" and "Kap. 290 post 01 Driftsutgifter" are the same row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.find.patterns import DASH, MAYBE_GAP, SPACE, WORD_END, YEAR, any_of
from tildeling.letter import RowKind
from tildeling.meaning.budget_words import CHAPTER_HEADINGS, PART_WORDS, POST_HEADINGS, SUM_WORDS

_CHAPTER_WORD = rf"(?:kap\.?|kapittel){MAYBE_GAP}"
_POST_WORD = rf"(?:post(?:en)?\.?{MAYBE_GAP})"
_CHAPTER = r"(?P<chapter>0?\d{3,4})(?!\d)"
# A sub-post ("21.1") counts as its post; "15.03" and "21 600" are none, a grouped number goes on.
_POST = rf"(?P<post>\d{{2}})(?:\.[1-9]\d?)?(?![\d/])(?!{SPACE}\d{{3}}(?!\d))(?![.,]\d)"
_REST = rf"{MAYBE_GAP}(?:[:,]|{DASH}(?={SPACE}))?{MAYBE_GAP}(?P<name>\D.*)?"

# "290/01", "290.01 Driftsutgifter", "290 01", "Kap. 290, post 01 Driftsutgifter". A dash counts
# after the word "kap." only: "2020-17" numbers an assignment.
PAIR = re.compile(
    rf"(?:{_CHAPTER_WORD}(?:{_CHAPTER})(?:{MAYBE_GAP}(?:[./,]|{DASH}){MAYBE_GAP}|{SPACE})"
    rf"|{_CHAPTER.replace('P<chapter>', 'P<bare>')}"
    rf"(?:{MAYBE_GAP}[./,]{MAYBE_GAP}|{SPACE}))(?P<word>{_POST_WORD})?{_POST}{_REST}",
    re.IGNORECASE | re.DOTALL,
)
# "290", "Kap. 0290", "Kap. 290 Navn"; without the word a name may not follow in the same cell
# unless it begins with a capital letter.
CHAPTER = re.compile(rf"(?P<word>{_CHAPTER_WORD})?{_CHAPTER}{_REST}", re.IGNORECASE | re.DOTALL)
POST = re.compile(rf"(?:{_POST_WORD})?{_POST}{_REST}", re.IGNORECASE | re.DOTALL)
# "Post 1": a single figure needs the word.
WORDED_POST = re.compile(rf"{_POST_WORD}(?P<post>\d)(?![\d.,/]){_REST}", re.IGNORECASE | re.DOTALL)
SUM = re.compile(
    rf"(?:{any_of(SUM_WORDS)})(?!\w)(?!{MAYBE_GAP}(?:tildel|bevilg|løyv))", re.IGNORECASE
)
SUM_CHAPTER = re.compile(rf"{_CHAPTER_WORD}{_CHAPTER}", re.IGNORECASE)
PART = re.compile(rf"{DASH}?{MAYBE_GAP}{any_of(PART_WORDS)}{WORD_END}", re.IGNORECASE)
_KEY_HEADING = re.compile(
    rf"(?<!\w){any_of((*CHAPTER_HEADINGS, *POST_HEADINGS))}(?!\w)", re.IGNORECASE
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


def row_key(cells: Sequence[str]) -> RowKey | None:
    """What the first cells of a row say it is about, or None where it is no such row.

    >>> row_key(["290", "01", "Driftsutgifter", "13"])
    RowKey(kind='post', chapter=290, post=1, cells=2, name='', worded=False)
    >>> row_key(["Kap. 0451 Politiet"]).chapter, row_key(["Mål", "13"])
    (451, None)
    """
    if not cells:
        return None
    first = cells[0]
    if SUM.match(first):
        return _sum_key(first, None, 1)
    if match := PAIR.fullmatch(first):
        chapter = int(match["chapter"] or match["bare"])
        joined = match["chapter"] is not None or match["word"] is not None
        joined = joined or not first[match.end("bare") : match.start("post")].isspace()
        return RowKey("post", chapter, int(match["post"]), 1, match["name"] or "", joined)
    if match := CHAPTER.fullmatch(first):
        return _chapter_key(match, cells)
    if match := WORDED_POST.fullmatch(first) or POST.fullmatch(first):
        worded = first[: match.start("post")] != ""
        return RowKey("post", None, int(match["post"]), 1, match["name"] or "", worded)
    return None


def is_key_heading(text: str) -> bool:
    """Whether a heading says that chapters or posts stand under it: "Kap./post".

    >>> is_key_heading("Kap. post"), is_key_heading("Postnavn")
    (True, False)
    """
    return _KEY_HEADING.search(text) is not None


def is_chapter_word(text: str) -> bool:
    """Whether a cell holds the word for a chapter and no number."""
    return _ONLY_CHAPTER_WORD.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether a cell holds a year and nothing else."""
    return _ONLY_YEAR.fullmatch(text) is not None


def is_part(text: str) -> bool:
    """Whether a row splits the one above it and stays in that row's name."""
    return PART.match(text) is not None


def _sum_key(label: str, chapter: int | None, cells: int) -> RowKey:
    if match := SUM_CHAPTER.search(label):
        chapter = int(match["chapter"])
    return RowKey("sum", chapter, None, cells, label, False)


def _chapter_key(match: re.Match[str], cells: Sequence[str]) -> RowKey | None:
    """A chapter, and the post or the sum that the next cell gives for it."""
    chapter, name, worded = int(match["chapter"]), match["name"] or "", match["word"] is not None
    following = cells[1] if len(cells) > 1 else ""
    if not name:
        if SUM.match(following):
            return _sum_key(following, chapter, 2)
        post = WORDED_POST.fullmatch(following) or POST.fullmatch(following)
        if post is not None:
            return RowKey("post", chapter, int(post["post"]), 2, post["name"] or "", worded)
    elif not worded and not name[:1].isupper():
        return None
    return RowKey("chapter", chapter, None, 1, name, worded)
