"""Budget posts: "kap. 291, post 21", "291/60", "postane 60 og 61 på kap. 291".

A chapter has three or four digits, a post two; zeros in front do not count. Single posts, chapters
and pairs are found first, then joined by what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tildeling.any_case import small_letters
from tildeling.find.date_words import MONTHS
from tildeling.find.patterns import (
    DASH,
    GAP,
    MAYBE_GAP,
    MAYBE_SPACED_DASH,
    SPACE,
    WORD_START,
    YEAR,
    any_of,
    initials_of,
    marked_lines,
    rest_of,
)

# Chapters of incomes, as the state's budget numbers them.
FIRST_OF_REVENUE, FIRST_AFTER_REVENUE = 3000, 6000

CHAPTER_WORD = rf"{WORD_START}(?:kap\.?|kapittel|kapitlet|kapitla|kapitlene)"
# "postboks 21" and "e-post 21" are none: the word ends at a gap and starts no compound.
POST_WORD = r"(?<![\w-])(?:under)?post(?:en|ene|ane|er|ar|nr\.?)?"
CHAPTER_NUMBER = r"0?\d{3,4}(?!\d)"
# "21.1" and "21.10" are sub-posts of 21; "per post 1. mars" is none.
NO_MONTH_AFTER = rf"(?!\.?{GAP}{any_of(MONTHS)})"
POST_NUMBER = rf"(?P<post>\d{{1,2}})(?:\.\d{{1,2}})?(?!\d)(?!,\d){NO_MONTH_AFTER}"
COMMA = f",{MAYBE_GAP}"
OTHER_JOINT = rf"(?:,?{GAP}(?:og|eller|samt|til){GAP}|{MAYBE_SPACED_DASH}|/)"
LIST_JOINT = rf"(?:{OTHER_JOINT}|{COMMA})"
# What shows that a number in a list counts something else: "post 21 og 70 mill. kroner".
NOT_COUNTED = (
    rf"(?![\w/])(?!{SPACE}?\d)(?![.,]\d)(?!{DASH}\d){NO_MONTH_AFTER}"
    rf"(?!{MAYBE_GAP}(?:mill|mrd|kr|NOK|prosent|pst|%|tusen|årsverk|stk))"
)
# After a comma the list must go on or end there: "post 21, 10 nye stillinger".
AFTER_COMMA = (
    rf"(?={MAYBE_GAP}(?:[,.;:)\n]|{DASH}|$|(?:og|eller|samt|på|under|over|i|post|kap)(?!\w)))"
)

# "kap. 291.60", "kap./post 290/01", "kap. post 291.60"; "kap. 10.12" is a section.
NAMED_PAIR = (
    rf"(?:{CHAPTER_WORD}(?:{MAYBE_GAP}[/,]?{MAYBE_GAP}post(?:en)?\.?)?|{POST_WORD})\.?{MAYBE_GAP}"
    r"(?P<chapter>0?\d{3,4}|\d{2}(?=/))[./](?P<post>\d{2})(?:\.\d{1,2})?(?![\d/])(?!,\d)"
)
# Without a word for it a pair needs to stand first in its block, after a list's marker, after a
# label's colon, or after a word that money moves with: "120/80" and "2024/25" are no posts.
BARE_PAIR = (
    rf"(?:^{MAYBE_GAP}|(?<=^[^\w\s(]{SPACE})|(?<=^\w[.)]{SPACE})|(?<=\w:{SPACE})"
    rf"|(?<!\w)(?:over|under|mot|jf\.){GAP})"
    rf"(?P<chapter>(?!{YEAR})0?\d{{3,4}})[./](?P<post>\d{{2}})(?![\d/])(?![.,]\d)"
)
# A chapter with one or two digits may be a section of the letter: it counts before a post only.
CHAPTER = (
    rf"{CHAPTER_WORD}{MAYBE_GAP}(?:nr\.?{GAP})?"
    rf"(?P<chapter>{CHAPTER_NUMBER}|\d{{1,2}}(?=,?{GAP}post{GAP}\d))(?![./]\d)"
)
# "på posten 6 mill. kroner", "på posten 40 000 kroner" is what the post holds.
NO_SUM_AFTER = rf"(?!{GAP}(?:mill|mrd|kr|NOK|tusen|prosent|pst)|{MAYBE_GAP}%)"
POST = (
    rf"{POST_WORD}(?!(?<=en){GAP}\d{{1,2}}{SPACE}\d{{3}}(?!\d)){GAP}(?:nr\.?{GAP})?"
    rf"{POST_NUMBER}{NO_SUM_AFTER}"
)


def _named(prefix: str, pattern: str) -> str:
    """The pattern with its groups renamed: a name may stand only once in the master pattern."""
    return re.sub(r"\?P<(chapter|post)>", rf"?P<{prefix}_\1>", pattern)


_ATOM = re.compile(
    f"{_named('pair', NAMED_PAIR)}|{_named('bare', BARE_PAIR)}"
    f"|{_named('alone', CHAPTER)}|{_named('alone', POST)}",
    re.IGNORECASE | re.MULTILINE,
)
# Where one may begin: a search leaps there, and the pattern is tried nowhere else.
_FIRST_LETTERS = ("kap", "pos", "und", "ove", "mot", "jf.")
_MAY_BEGIN = re.compile(
    rf"(?-i:[{SPACE.strip('[]')}\d{initials_of(_FIRST_LETTERS, in_both_cases=True)}])"
    rf"(?:(?<!\w.)(?:(?<=\d)(?=\d{{1,4}}[./]\d)|(?={rest_of(_FIRST_LETTERS)}))|(?<=^{SPACE}))",
    re.IGNORECASE | re.MULTILINE,
)
# Without one of these no text names a post.
_WORD_MARKS = ("kap", "post")
_PAIR_MARK = re.compile(r"[./](?<=\d{3}.)\d\d(?!\d)")


def _list_pattern(number: str) -> re.Pattern[str]:
    """One more member of a list, without a word of its own."""
    return re.compile(
        rf"{COMMA}(?P<after_comma>{number}){NOT_COUNTED}{AFTER_COMMA}"
        rf"|{OTHER_JOINT}(?P<joined>{number}){NOT_COUNTED}",
        re.IGNORECASE,
    )


_MORE_POSTS = _list_pattern(r"\d{2}(?:\.\d{1,2}(?!\d))?")
_MORE_CHAPTERS = _list_pattern(rf"(?!{YEAR}(?!\d))0?\d{{3,4}}")
_MORE_PAIRS = _list_pattern(r"0?\d{3,4}[./]\d{2}")

# "kap. 291, post 60"; "Kap. 291 Bosetting av flyktninger, post 60" has the chapter's name between,
# which holds no digit and no stop, but for an abbreviation's ("Forskning mv.").
_CHAPTER_THEN_POST = re.compile(
    rf"(?:[,:]?{MAYBE_GAP}(?:og{GAP}|på{GAP}|under{GAP}|\()?|{MAYBE_SPACED_DASH}"
    rf"|,?{GAP}[A-ZÆØÅ](?:[^\d.;:\n()]|(?:(?<=\bmv)|(?<=\bm\.m)|(?<=\bmm)|(?<=\bm)|(?<=\bm\.fl))\.){{2,100}})"
)
# "post 71 på kap. 291"; "post 21, kap. 290" and "post 21 (kap. 290)" only where the post has none.
_POST_ON_CHAPTER = re.compile(rf"{GAP}(?:på|under|over|i|av){GAP}", re.IGNORECASE)
_POST_THEN_CHAPTER = re.compile(rf",?{GAP}\(?", re.IGNORECASE)
_LISTED = re.compile(LIST_JOINT, re.IGNORECASE)

_POST_CELL = re.compile(
    rf"(?:{CHAPTER_WORD}\.?{MAYBE_GAP})?(?P<chapter>0?\d{{3,4}}){MAYBE_GAP}"
    rf"(?:[./,]|{DASH}|{SPACE}){MAYBE_GAP}(?:post{GAP})?(?P<post>\d{{2}})(?:\.\d{{1,2}})?",
    re.IGNORECASE,
)


class BudgetPost(NamedTuple):
    """A post, a chapter, or a post of a chapter; what the text does not say is None."""

    start: int
    end: int
    chapter: int | None
    post: int | None


def find_posts(text: str) -> tuple[BudgetPost, ...]:
    """All budget posts named in the text, in order.

    Of a list every post is found, with the chapter that they share; of a range ("post 70–79") the
    two ends, since nothing tells which between them exist. A sub-post ("21.10") counts as its post.

    >>> [(p.chapter, p.post) for p in find_posts("kap. 701, post 21, 70 og 74, kap. 1541")]
    [(701, 21), (701, 70), (701, 74), (1541, None)]
    """
    atoms: list[BudgetPost] = []
    pairs = (match.start() for match in _PAIR_MARK.finditer(text))
    for start, end in marked_lines(small_letters(text), _WORD_MARKS, pairs):
        position = start
        for begin in _MAY_BEGIN.finditer(text, start, end):
            match = _ATOM.match(text, begin.start(), end) if begin.start() >= position else None
            if match is None:
                continue
            atom = _atom(match)
            atoms.append(atom)
            position = match.end()
            for more in _continued(text, atom):
                atoms.append(more)
                position = more.end
    return tuple(_joined(atoms, text))


def parse_post_cell(text: str) -> BudgetPost | None:
    """The post that a table cell names by chapter and post: "290/01", "702.21", "Kap. 291 post 60".

    >>> parse_post_cell("290/01")
    BudgetPost(start=0, end=6, chapter=290, post=1)
    >>> parse_post_cell("15.03") is None
    True
    """
    match = _POST_CELL.fullmatch(text.strip())
    if match is None:
        return None
    start = len(text) - len(text.lstrip())
    return BudgetPost(start, start + match.end(), int(match["chapter"]), int(match["post"]))


_USED_UNDER = re.compile(
    r"\bkan (?:også |òg |dessuten )?(?:nyttes|nyttast|benyttes|brukes|brukast) under\b",
    re.IGNORECASE,
)


def posts_of_name(words: str, posts: Sequence[BudgetPost]) -> Sequence[BudgetPost]:
    """The posts that a heading or row names, without those that its money may be used under.

    >>> name = "Post 74 Friluftsliv, kan nyttes under post 78"
    >>> [post.post for post in posts_of_name(name, find_posts(name))]
    [74]
    """
    used = _USED_UNDER.search(words) if len(posts) > 1 else None
    return posts if used is None else [post for post in posts if post.start < used.start()]


def is_revenue(chapter: int) -> bool:
    """Whether a chapter is one of incomes.

    >>> is_revenue(3290), is_revenue(290)
    (True, False)
    """
    return FIRST_OF_REVENUE <= chapter < FIRST_AFTER_REVENUE


def _atom(match: re.Match[str]) -> BudgetPost:
    """What the master pattern matched; the span of a bare pair starts at its number."""
    groups = match.groupdict()
    chapter = groups["pair_chapter"] or groups["bare_chapter"] or groups["alone_chapter"]
    post = groups["pair_post"] or groups["bare_post"] or groups["alone_post"]
    start = match.start("bare_chapter") if groups["bare_chapter"] else match.start()
    return BudgetPost(start, match.end(), _number(chapter), _number(post))


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _continued(text: str, atom: BudgetPost) -> list[BudgetPost]:
    """What follows an atom in a list without a word of its own: ", 70 og 74", " og 702/21"."""
    found: list[BudgetPost] = []
    position = atom.end
    is_pair = atom.chapter is not None and atom.post is not None
    pattern = _MORE_CHAPTERS if atom.post is None else _MORE_PAIRS if is_pair else _MORE_POSTS
    while True:
        match = pattern.match(text, position)
        if match is None and pattern is _MORE_PAIRS:
            pattern = _MORE_POSTS
            match = pattern.match(text, position)
        if match is None:
            return found
        group = "after_comma" if match["after_comma"] else "joined"
        numbers = [int(digits) for digits in re.split(r"[./]", match[group])]
        if pattern is _MORE_CHAPTERS:
            chapter, post = numbers[0], None
        elif pattern is _MORE_PAIRS:
            chapter, post = numbers[0], numbers[1]
        else:
            chapter, post = None, numbers[0]
        found.append(BudgetPost(*match.span(group), chapter, post))
        position = match.end()


def _joined(atoms: list[BudgetPost], text: str) -> list[BudgetPost]:
    """Posts with the chapters that they belong to, before them or after."""
    joined: list[BudgetPost] = []
    following = _chapters_after(atoms, text)
    for atom, chapter_after in zip(atoms, following, strict=True):
        last = joined[-1] if joined else None
        between = text[last.end : atom.start] if last else "\n"
        if last is None or "\n" in between:
            joined.append(atom if chapter_after is None else atom._replace(chapter=chapter_after))
        elif atom.chapter is None and last.post is None and _CHAPTER_THEN_POST.fullmatch(between):
            joined[-1] = BudgetPost(last.start, atom.end, last.chapter, atom.post)
        elif chapter_after is not None:
            joined.append(atom._replace(chapter=chapter_after))
        elif atom.chapter is None and last.chapter and _LISTED.fullmatch(between):
            joined.append(atom._replace(chapter=last.chapter))
        elif atom.post is None and _is_named_after(last, atom, between):
            joined[-1] = last._replace(end=atom.end, chapter=atom.chapter)
        else:
            joined.append(atom)
    return joined


def _is_named_after(post: BudgetPost, chapter: BudgetPost, between: str) -> bool:
    """Whether a chapter belongs to the post before it and needs no entry of its own."""
    if post.post is None:
        return False
    if post.chapter is None:
        return _POST_THEN_CHAPTER.fullmatch(between) is not None
    return post.chapter == chapter.chapter and _POST_ON_CHAPTER.fullmatch(between) is not None


def _chapters_after(atoms: list[BudgetPost], text: str) -> list[int | None]:
    """For each post, the chapter that follows it: "postane 60 og 61 på kap. 291"."""
    following: list[int | None] = [None] * len(atoms)
    for index in range(len(atoms) - 2, -1, -1):
        atom, after = atoms[index], atoms[index + 1]
        if atom.chapter is not None:
            continue
        between = text[atom.end : after.start]
        if after.chapter is not None and _POST_ON_CHAPTER.fullmatch(between):
            following[index] = after.chapter
        elif after.chapter is None and _LISTED.fullmatch(between):
            following[index] = following[index + 1]
    return following
