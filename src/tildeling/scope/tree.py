"""The tree that a letter's headings make of its blocks: section, side, chapter, post.

Chapter and post are slots of a place, not levels: a heading of a section may name them too, and a
heading "Utgifter" may hold chapters or stand under one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from tildeling.find.posts import posts_of_name
from tildeling.find.units import find_units, places_of_units
from tildeling.letter import Side
from tildeling.scope.headings import (
    SectionHeading,
    budget_heading,
    contents_lines,
    looks_like_heading,
    words_of,
)
from tildeling.scope.numbering import numbered_sections
from tildeling.scope.words import (
    APPENDIX,
    CAPTION_NUMBER,
    EARNS,
    ONLY_EXPENDITURE,
    ONLY_REVENUE,
    SPENDS,
)
from tildeling.text.blocks import LaidOut, Paragraph, Table, block_at

PlaceKind = Literal["letter", "section", "side", "chapter", "post"]
# Size to half a point, bold, in capitals: what sets one level of headings apart from another.
Look = tuple[float, bool, bool]

# Level of the first numbered headings; others fit between it and the next depth, twice that.
TOP = 10


@dataclass(eq=False, slots=True)
class Place:
    """A heading and all that stands under it, or the whole letter."""

    kind: PlaceKind
    heading: Paragraph | None
    at: int
    """Position of the heading among the blocks; 0 for the letter."""
    level: int
    parent: Place | None
    number: str | None = None
    """A section's number, "5.1"."""
    chapter: int | None = None
    post: int | None = None
    words: str = ""
    """Those of its heading."""
    is_filled: bool = False
    """True once something else than a heading stands right under it."""

    def outward(self) -> Iterator[Place]:
        """The place and those around it, from the inside."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent

    @property
    def side(self) -> Side | None:
        """The side of the budget that its heading speaks of; the letter's title speaks of none."""
        return side_of_words(self.words) if self.kind != "letter" else None

    @property
    def section(self) -> Place:
        """The section that it stands in or is; the letter where it stands in none."""
        return next(place for place in self.outward() if place.kind in ("section", "letter"))


@dataclass
class Tree:
    """The places of a letter."""

    laid: LaidOut
    letter: Place
    places: list[Place] = field(default_factory=list)
    """For each block the innermost place that holds it; for a heading its own."""

    def words(self, block: Paragraph) -> str:
        """The words of a paragraph."""
        return words_of(self.laid, block)

    def has_table_beside(self, paragraph: Paragraph) -> bool:
        """Whether the section that a paragraph stands in holds a table."""
        blocks = self.laid.blocks
        at = next((at for at, block in enumerate(blocks) if block is paragraph), 0)
        section = self.places[at].section
        return any(
            isinstance(block, Table) and section in place.outward()
            for block, place in zip(blocks, self.places, strict=True)
        )

    @cached_property
    def with_units(self) -> frozenset[int]:
        """Where the paragraphs start that say a unit: each table asks all that stand around it."""
        places = places_of_units(self.laid.text.found.small)
        blocks = (block_at(self.laid.blocks, at) for at in places)
        said = {block.start: block for block in blocks if isinstance(block, Paragraph)}
        return frozenset(at for at, block in said.items() if find_units(self.words(block)))


@dataclass(frozen=True, slots=True)
class _Found:
    """A heading with its kind, before its level is known."""

    kind: PlaceKind
    block: Paragraph
    at: int
    section: SectionHeading | None = None


def read_tree(laid: LaidOut) -> Tree:
    """The tree of a letter's headings."""
    headings = {found.at: found for found in _headings(laid)}
    levels = _levels(laid, list(headings.values()))
    title = laid.blocks[0] if laid.has_title else None
    heading = title if isinstance(title, Paragraph) else None
    letter = Place("letter", heading, 0, 0, None)
    if heading is not None:
        _name_slots(laid, letter, heading)
    tree = Tree(laid, letter)
    inner = letter
    for at in range(len(laid.blocks)):
        found = headings.get(at)
        if found is None:
            inner.is_filled = True
        else:
            inner = _opened(tree, inner, found, levels[at])
        tree.places.append(inner)
    return tree


def _headings(laid: LaidOut) -> Iterator[_Found]:
    """All headings of the letter, its contents list left out."""
    blocks = laid.blocks
    contents = contents_lines(laid, blocks)
    numbered = numbered_sections(laid, blocks, contents)
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or at in contents or (at == 0 and laid.has_title):
            continue
        words = words_of(laid, block).strip()
        if only_side(words) is not None:
            yield _Found("side", block, at)
        elif (budget := budget_heading(laid, block)) is not None:
            yield _Found("post" if budget.chapter is None else "chapter", block, at)
        elif at in numbered:
            yield _Found("section", block, at, numbered[at])
        elif looks_like_heading(laid, block) and _heads_section(words):
            yield _Found("section", block, at)


def _heads_section(words: str) -> bool:
    """Whether a line set apart by its type heads what follows, and is no caption or label."""
    if words.endswith(":") or words.startswith("("):
        return False
    return CAPTION_NUMBER.match(words) is None


def _levels(laid: LaidOut, headings: list[_Found]) -> dict[int, int]:
    """The level of each section's heading: its number's depth, else by how it looks."""
    found_looks = {found.at: _look(laid, found.block) for found in headings}
    largest: dict[int, Look] = {}
    for found in headings:
        if found.section is not None and _is_arabic(found.section.number):
            depth, look = found.section.level, found_looks[found.at]
            largest[depth] = max(look, largest.get(depth, look))
    plain = [f for f in headings if f.kind == "section" and f.section is None]
    looks = sorted({found_looks[found.at] for found in plain}, reverse=True)
    levels: dict[int, int] = {}
    for found in headings:
        look = found_looks[found.at]
        if found.kind != "section":
            levels[found.at] = 0
        elif APPENDIX.match(laid.text.text, found.block.start, found.block.end):
            levels[found.at] = TOP // 2
        elif found.section is not None:
            levels[found.at] = _numbered_level(found.section, look, largest)
        else:
            levels[found.at] = _unnumbered_level(look, looks, largest)
    return levels


def _is_arabic(number: str | None) -> bool:
    return number is not None and number[:1].isdigit()


def _look(laid: LaidOut, block: Paragraph) -> Look:
    return round(block.style.size * 2) / 2, block.style.bold, words_of(laid, block).isupper()


def _numbered_level(section: SectionHeading, look: Look, largest: dict[int, Look]) -> int:
    """An arabic number's depth; parts counted in roman numerals or letters by their size."""
    if _is_arabic(section.number) or not largest:
        return TOP * section.level
    smaller = [depth for depth, numbered in largest.items() if numbered[0] <= look[0]]
    return TOP * min(smaller) - 2 if smaller else TOP * (max(largest) + 1)


def _unnumbered_level(look: Look, looks: list[Look], largest: dict[int, Look]) -> int:
    """Beside numbered headings that look the same, under those that are larger.

    What looks like the first numbered level is taken to stand under it: in a letter whose headings
    are all alike an unnumbered one parts a numbered section.
    """
    if not largest:
        return TOP * (looks.index(look) + 1)
    for depth in sorted(largest):
        if look[0] > largest[depth][0]:
            return TOP * depth - 1
        if look == largest[depth] and depth > 1:
            return TOP * depth
    return TOP * max(largest) + 1 + looks.index(look)


def _opened(tree: Tree, inner: Place, found: _Found, level: int) -> Place:
    """The place that a heading opens, in the innermost one that it does not end."""
    laid = tree.laid
    if found.kind == "section":
        around = next(p for p in inner.outward() if p.kind == "letter" or _holds(p, level))
    else:
        around = _around_slot(inner, found.kind)
        if found.kind == "post" and around.kind == "chapter":
            around = _chapter_with_row(tree, around, found.block)
    number = found.section.number if found.section is not None else None
    place = Place(found.kind, found.block, found.at, level, around, number)
    _name_slots(laid, place, found.block)
    return place


def _holds(place: Place, level: int) -> bool:
    return place.kind == "section" and place.level < level


def _around_slot(inner: Place, kind: PlaceKind) -> Place:
    """What a heading of a side, chapter or post stands in.

    It ends the last one of its kind and all in it. Where there is none: a post stands in what is
    there, and a chapter in a side; a side stands in a chapter whose heading is right over it.
    """
    for place in inner.outward():
        if place.kind in ("section", "letter"):
            break
        if place.kind == kind:
            assert place.parent is not None
            return place.parent
    if kind == "post" or (kind == "side" and not inner.is_filled):
        return inner
    return next(p for p in inner.outward() if p.kind in ("section", "letter", "side"))


def _chapter_with_row(tree: Tree, chapter: Place, heading: Paragraph) -> Place:
    """The chapter whose table has the post of a heading, of those that are only tables so far.

    "Kap. 554" over its table, "Kap. 3554" over its own, often side by side: what is said of their
    posts under both is not all said of the last.
    """
    blocks = tree.laid.blocks
    best, most = chapter, _likeness(tree, chapter, heading)
    at = chapter.at
    while at > 1 and isinstance(blocks[at - 1], Table) and isinstance(blocks[at + 1], Table):
        at -= 2
        place = tree.places[at]
        if place.kind != "chapter" or place.at != at or place.parent is not chapter.parent:
            break
        likeness = _likeness(tree, place, heading)
        if likeness > most:
            best, most = place, likeness
    return best


def _likeness(tree: Tree, chapter: Place, heading: Paragraph) -> int:
    """How much of a post's heading stands in one row of the table right under a chapter's.

    Nothing where its number does not.
    """
    blocks = tree.laid.blocks
    table = blocks[chapter.at + 1] if chapter.at + 1 < len(blocks) else None
    words = _row_words(tree.words(heading))
    numbers = {word for word in words if word.isdigit()}
    if not isinstance(table, Table) or not numbers:
        return 0
    rows = (_row_words(tree.laid.text.text[row.start : row.end]) for row in table.rows)
    return max((len(words & row) for row in rows if numbers <= row), default=0)


def _row_words(text: str) -> set[str]:
    return {word.lstrip("0") for word in re.findall(r"\w+", text.casefold())}


def _name_slots(laid: LaidOut, place: Place, heading: Paragraph) -> None:
    """What a heading says, and the one chapter and post that it names."""
    place.words = words_of(laid, heading)
    posts = posts_of_name(place.words, laid.text.found.posts(heading.start, heading.end))
    chapters = {post.chapter for post in posts if post.chapter is not None}
    named = {post.post for post in posts if post.post is not None}
    if len(chapters) == 1:
        place.chapter = chapters.pop()
    if len(named) == 1 and len(chapters) <= 1:
        place.post = named.pop()


def only_side(words: str) -> Side | None:
    """The side that a heading names and says nothing else.

    >>> only_side("Inntekter:"), only_side("Inntekter fra salg")
    ('revenue', None)
    """
    if ONLY_EXPENDITURE.fullmatch(words):
        return "expenditure"
    return "revenue" if ONLY_REVENUE.fullmatch(words) else None


def side_of_words(words: str) -> Side | None:
    """The side of the budget that words speak of, or None where they name both or neither.

    >>> side_of_words("Inntektskrav 2026"), side_of_words("Bevilgninger og inntektskrav")
    ('revenue', None)
    """
    spends = SPENDS.search(words) is not None
    earns = EARNS.search(words) is not None
    if spends == earns:
        return None
    return "expenditure" if spends else "revenue"
