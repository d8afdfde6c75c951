"""Which paragraphs are headings by how they look and begin: of a section, a chapter, a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.find.date_words import MONTHS
from tildeling.find.patterns import any_of
from tildeling.find.posts import posts_of_name
from tildeling.scope.words import APPENDIX
from tildeling.text.blocks import Block, LaidOut, Paragraph, Span, Table

# Letters; fewer in capitals are an abbreviation ("NAV", "DSB").
SHORTEST_CAPITALS = 5
# Characters; anything longer is text, however bold.
LONGEST_HEADING = 220

# "1. mars 2025" and "2. kvartal" are dates.
_DATED = rf"\d{{1,2}}\.?\s+(?i:{any_of(MONTHS)}|kvartal|tertial|halvår)\b"
_PART = r"(?:[Dd]el|DEL|[Kk]apit(?:tel|el)|KAPIT(?:TEL|EL))\s+"
# "1. Mål", "1 Mål", "1.1. Mål", "1.Mål", "I. Mål", "Del I Mål", "DEL II – MÅL", "Kapittel 3: Mål".
_NUMBERED = re.compile(
    rf"(?!{_DATED})"
    rf"(?P<part>{_PART})?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}|(?:[IVX]{1,5}|[A-H])(?:\.\d{1,2}){0,3})"
    r"(?:(?P<stop>\.?\)?:?)\s+(?:[–—-]\s+(?=[A-ZÆØÅ]))?|(?P<tight>\.)(?=[A-ZÆØÅ][a-zæøå]))"
    r"(?P<title>\S.*)",
    re.DOTALL,
)
_PART_ALONE = re.compile(rf"{_PART}(?P<number>\d{{1,2}}|[IVX]{{1,5}}|[A-H])[.:]?")
_SECOND_LETTER = re.compile(r"(?:II|III|IV|B|C)[.):]?\s+[A-ZÆØÅ]")
_BUDGET_HEADING = re.compile(r"(?:kap(?:ittel|\.)?|post)\s*\.?\s*\d", re.IGNORECASE)
# A name may end in an abbreviation: "Kap. 1150 Til gjennomføring av jordbruksavtalen m.m.".
_ENDS_TEXT = re.compile(r"(?:;|(?<!m\.m)(?<!\bmv)(?<!m\.v)(?<!\bo\.l)(?<!\betc)(?<!\bmm)\.)$")
_PRICED = re.compile(r"\b(?:kroner|mill\.|kr)\b")
_CONTENTS = re.compile(r"innh(?:o|a)ld(?:sfortegnelse|sliste|soversikt)?:?", re.IGNORECASE)
# "Mål 2", "forvaltning23", "Budsjett ….. 16".
_PAGE_AT_END = re.compile(r"[\s.…]*(?<!\d)(?!(?:19|20)\d\d)\d{1,3}\s*$")
_ONLY_NUMBERS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s*)+|_Toc\d+")
# Characters of the heading of a table of contents.
LONGEST_CONTENTS = 30
_LEADER = re.compile(r"(?:\.{3}|(?:\s\.){3}|…|\t|\s{2})\s?\d{1,3}$")
# Characters that the end of a leader and a page number have.
LONGEST_LEADER = 10


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading of the letter's outline."""

    span: Span
    number: str | None
    title: Span
    level: int
    size: float
    is_part: bool = False
    """True for "Del I" and for a roman number or letter: the count of the sections in it may begin
    anew."""


@dataclass(frozen=True, slots=True)
class BudgetHeading:
    """What the lines under it are about: "Kap. 291 Bosetting ...", "Post 60 Driftsutgifter"."""

    span: Span
    chapter: int | None
    post: int | None


def words_of(laid: LaidOut, span: Span) -> str:
    """The words of a span of the letter."""
    return laid.text.text[span.start : span.end]


def looks_like_heading(laid: LaidOut, block: Paragraph) -> bool:
    """Short, without a full stop, and set apart by type."""
    if block.end - block.start > LONGEST_HEADING or block.marker in ("•", "-"):
        return False
    words = words_of(laid, block)
    style = block.style
    if not (style.bold or style.size > laid.body_size * 1.04 or _in_capitals(words)):
        return False
    if words.endswith(",") or ends_text(words):
        return False
    return any(map(str.isalpha, words))


def ends_text(words: str) -> bool:
    """True where words end as a sentence or a list's item does."""
    return words.endswith((";", ".")) and _ENDS_TEXT.search(words) is not None


def _in_capitals(words: str) -> bool:
    """True for a line in capital letters, which needs no other type to be a heading."""
    return words.isupper() and sum(letter.isalpha() for letter in words) >= SHORTEST_CAPITALS


def counts_in_letters(laid: LaidOut, blocks: Sequence[Block]) -> bool:
    """True where headings begin with "II" or "B": then "I" or "A" before one is a number."""
    return any(
        isinstance(block, Paragraph)
        and laid.text.text.startswith(("I", "B", "C"), block.outer)
        and _SECOND_LETTER.match(laid.text.text, block.outer, block.end) is not None
        and looks_like_heading(laid, block)
        for block in blocks[1:]
    )


def numbered_heading(laid: LaidOut, block: Block, letters: bool = False) -> SectionHeading | None:
    """A heading that begins with an outline number, which looks perhaps like a list marker."""
    if not isinstance(block, Paragraph) or not looks_like_heading(laid, block):
        return None
    return with_number(laid, block, letters)


def with_number(laid: LaidOut, block: Paragraph, letters: bool) -> SectionHeading | None:
    """What looks like a heading as one of a numbered section; None where no number begins it."""
    match = _NUMBERED.fullmatch(laid.text.text, block.outer, block.end)
    if match is None:
        return None
    # "I" and "A" are words too: alone they number a heading where a stop follows, or where the
    # letter counts on with "II" or "B".
    is_said = match["part"] or match["stop"] or match["tight"]
    if match["number"].isalpha() and not is_said and not letters:
        return None
    number = match["number"].rstrip(".")
    return SectionHeading(
        Span(block.outer, block.end),
        number,
        Span(match.start("title"), block.end),
        number.count(".") + 1,
        block.style.size,
        is_part=match["part"] is not None or number.isalpha(),
    )


def part_alone(laid: LaidOut, block: Paragraph, below: Block) -> SectionHeading | None:
    """A heading of two lines: "DEL I" over "BUDSJETT OG FULLMAKTER"."""
    match = _PART_ALONE.fullmatch(laid.text.text, block.outer, block.end)
    if match is None or not isinstance(below, Paragraph) or not looks_like_heading(laid, below):
        return None
    if with_number(laid, below, letters=True) is not None:
        return None
    return SectionHeading(
        Span(block.outer, below.end),
        match["number"],
        Span(below.start, below.end),
        1,
        block.style.size,
        is_part=True,
    )


def budget_heading(laid: LaidOut, block: Paragraph) -> BudgetHeading | None:
    """A line of its own that begins with a chapter or post and says nothing of money."""
    if block.marker or block.end - block.start > LONGEST_HEADING:
        return None
    words = words_of(laid, block)
    if not _BUDGET_HEADING.match(words) or ends_text(words):
        return None
    found = posts_of_name(words, laid.text.found.posts(block.start, block.end))
    if not found or found[0].start > 0 or len(found) > 1 or _PRICED.search(words):
        return None
    return BudgetHeading(Span(block.start, block.end), found[0].chapter, found[0].post)


def contents_lines(laid: LaidOut, blocks: Sequence[Block]) -> set[int]:
    """Positions of the blocks that make up a table of contents.

    Under its heading an entry may end in a page number, with dots before it or not, or have none:
    then its words come again later, as the heading that it names.
    """
    found: set[int] = set()
    inside = False
    later: dict[str, int] | None = None
    for index, block in enumerate(blocks):
        words = words_of(laid, block)
        if len(words) <= LONGEST_CONTENTS and _CONTENTS.fullmatch(words.strip()):
            inside = True
            found.add(index)
            continue
        if inside and later is None:
            later = {_folded(laid, other): at for at, other in enumerate(blocks)}
        if (_ends_in_page_number(words) and (inside or "..." in words)) or (
            inside and later is not None and _is_entry(laid, block, later, index)
        ):
            found.add(index)
        else:
            inside = False
    return found


def _is_entry(laid: LaidOut, block: Block, later: dict[str, int], index: int) -> bool:
    """True for a line under "Innhold" that is one of its entries, or several."""
    if isinstance(block, Table):
        return _ends_in_page_numbers(laid, block)
    words = laid.text.text[block.outer : block.end]
    if _ONLY_NUMBERS.fullmatch(words):
        return True
    title = _PAGE_AT_END.sub("", words)
    names_later = later.get(_fold(title), index) > index or later.get(_fold(words), index) > index
    numbered = _NUMBERED.match(words) is not None or APPENDIX.match(words) is not None
    return names_later or (numbered and title != words)


def _folded(laid: LaidOut, block: Block) -> str:
    start = block.outer if isinstance(block, Paragraph) else block.start
    return _fold(laid.text.text[start : block.end])


def _fold(words: str) -> str:
    """The words without a stop after the number, and without regard to case."""
    return " ".join(words.casefold().replace(". ", " ").strip(" .").split())


def _ends_in_page_number(words: str) -> bool:
    words = words.rstrip()
    return words[-1:].isdigit() and _LEADER.search(words[-LONGEST_LEADER:]) is not None


def _ends_in_page_numbers(laid: LaidOut, table: Table) -> bool:
    return all(re.fullmatch(r".*\b\d{1,3}", words_of(laid, row.cells[-1])) for row in table.rows)
