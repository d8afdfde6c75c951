"""What each block is: the heading of a section, an assignment or a chapter, or just text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.find.posts import find_posts
from tildeling.meaning.headings import AssignmentHeading, assignment_heading, heads_of_table
from tildeling.meaning.labels import match_deadline_label, match_label
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Paragraph, Span, Table

SHORTEST_CAPITALS = 5
"""Letters; fewer in capitals are an abbreviation ("NAV", "DSB")."""
LONGEST_HEADING = 220
"""Characters; anything longer is text, however bold."""

_NUMBERED = re.compile(
    r"(?:[Kk]apittel\s+|[Dd]el\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}|(?:[IVX]{1,5}|[A-H])(?:\.\d{1,2}){0,3})"
    r"(?P<stop>\.?\)?:?)\s+(?P<title>\S.*)",
    re.DOTALL,
)
_SECOND_LETTER = re.compile(r"(?:II|III|IV|B|C)[.):]?\s+[A-ZÆØÅ]")
_BUDGET_HEADING = re.compile(r"(?:kap(?:ittel|\.)?|post)\s*\.?\s*\d", re.IGNORECASE)
_CONTENTS = re.compile(r"innh(?:o|a)ld(?:sfortegnelse|sliste|soversikt)?:?", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.{3,}|(?:\s\.){3,}|…+|\t|\s{2,})\s*\d{1,3}\s*$")

# Headings over groups of assignments or of grants: they end what goes before.
GROUP_HEADING = re.compile(
    r"(?:nye?|særskil[dt]e|andre|øvrige|øvrig|tidligere|tidlegare|endrede|endra|utgåtte|"
    r"presisering(?:er|ar)?(?: av)?|"
    r"endring(?:er|ar)?(?: i| av)?|oversikt over|avslut(?:tede|ta)|bortfalte|bortfalne)\b.{0,60}"
    r"(?:oppdrag(?:et|ene|a)?|tildeling(?:er|ar)?|løyving(?:ar|a)?|bevilgning(?:er|en)?)\b.{0,40}|oppdrag(?:ene|a)?:?|"
    r"tildeling(?:er|ar)?:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading of the letter's outline."""

    span: Span
    number: str | None
    title: Span
    level: int
    size: float


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """An unnumbered heading over assignments or grants: "Presisering av tidligere oppdrag"."""

    span: Span


@dataclass(frozen=True, slots=True)
class BudgetHeading:
    """What the lines under it are about: "Kap. 291 Bosetting ...", "Post 60 Driftsutgifter"."""

    span: Span
    chapter: int | None
    post: int | None


@dataclass(frozen=True, slots=True)
class Contents:
    """A line of a table of contents, or its heading."""

    span: Span


Item = SectionHeading | GroupHeading | BudgetHeading | AssignmentHeading | Contents | Block


@dataclass(frozen=True, slots=True)
class _Outline:
    """How the letter sets its headings."""

    numbered: bool
    letters: bool
    """True where it counts in roman numerals or letters without a stop after them."""
    brackets: bool
    """True where every number has a bracket after it; else "1)" heads part of an assignment."""


def read_outline(reading: Reading, end: int) -> list[Item]:
    """Each block up to the closing as what it is; a table's assignment rows each as one heading."""
    blocks = reading.blocks[:end]
    letters = _counts_in_letters(reading, blocks)
    numbered = [
        found
        for block in blocks[1:]
        if (found := _numbered_heading(reading, block, letters)) is not None
    ]
    outline = _Outline(
        bool(numbered), letters, all(_in_brackets(reading, heading) for heading in numbered)
    )
    contents = _contents(reading, blocks)
    items: list[Item] = []
    for index, block in enumerate(blocks):
        if index == 0 and reading.has_title:
            continue
        if index in contents:
            items.append(Contents(Span(block.start, block.end)))
        elif isinstance(block, Table):
            items.extend(heads_of_table(reading, block))
        else:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            items.append(_item(reading, block, following, outline))
    return items


def _item(reading: Reading, block: Paragraph, following: Block | None, outline: _Outline) -> Item:
    words = reading.words(block)
    heading = assignment_heading(reading, block, following)
    if heading is not None:
        return heading
    budget = _budget_heading(reading, block)
    if budget is not None:
        return budget
    section = _numbered_heading(reading, block, outline.letters)
    if section is not None:
        return section if outline.brackets or not _in_brackets(reading, section) else block
    if not _looks_like_heading(reading, block):
        return block
    if match_label(words) or match_deadline_label(words):
        return block
    if GROUP_HEADING.fullmatch(words.strip(" :")) and (outline.numbered or words.endswith(":")):
        return GroupHeading(Span(block.start, block.end))
    if outline.numbered or words.rstrip().endswith(":"):
        return block
    size = block.style.size
    return SectionHeading(Span(block.start, block.end), None, block, 1, size)


def _in_brackets(reading: Reading, heading: SectionHeading) -> bool:
    """True for a heading numbered "1)" or "A)"."""
    return ")" in reading.text[heading.span.start : heading.title.start]


def _counts_in_letters(reading: Reading, blocks: Sequence[Block]) -> bool:
    """True where headings begin with "II" or "B": then "I" or "A" before one is a number."""
    return any(
        isinstance(block, Paragraph)
        and _SECOND_LETTER.match(reading.text, block.outer, block.end) is not None
        and _looks_like_heading(reading, block)
        for block in blocks[1:]
    )


def _looks_like_heading(reading: Reading, block: Paragraph) -> bool:
    """Short, without a full stop, and set apart by type."""
    words = reading.words(block)
    style = block.style
    apart = style.bold or style.size > reading.laid.body_size * 1.04 or _in_capitals(words)
    if (
        len(words) > LONGEST_HEADING
        or words.endswith((".", ";", ","))
        or block.marker in ("•", "-")
    ):
        return False
    return apart and any(letter.isalpha() for letter in words)


def _in_capitals(words: str) -> bool:
    """True for a line in capital letters, which needs no other type to be a heading."""
    return words.isupper() and sum(letter.isalpha() for letter in words) >= SHORTEST_CAPITALS


def _numbered_heading(
    reading: Reading, block: Block, letters: bool = False
) -> SectionHeading | None:
    """A heading that begins with an outline number, which looks perhaps like a list marker."""
    if not isinstance(block, Paragraph):
        return None
    outer = reading.text[block.outer : block.end]
    match = _NUMBERED.fullmatch(outer)
    if match is None or not _looks_like_heading(reading, block):
        return None
    # "I" and "A" are words too: alone they number a heading where a stop follows, or where the
    # letter counts on with "II" or "B".
    if match["number"].isalpha() and not match["stop"] and not letters:
        return None
    title = Span(block.outer + match.start("title"), block.end)
    number = match["number"].rstrip(".")
    return SectionHeading(
        Span(block.outer, block.end), number, title, number.count(".") + 1, block.style.size
    )


def _budget_heading(reading: Reading, block: Paragraph) -> BudgetHeading | None:
    """A line of its own that begins with a chapter or post and says nothing of money."""
    words = reading.words(block)
    match = _BUDGET_HEADING.match(words)
    if match is None or block.marker or len(words) > LONGEST_HEADING or words.endswith((".", ";")):
        return None
    found = find_posts(words)
    if not found or found[0].start > 0 or len(found) > 1:
        return None
    if re.search(r"\b(?:kroner|mill\.|kr)\b", words):
        return None
    return BudgetHeading(Span(block.start, block.end), found[0].chapter, found[0].post)


def _contents(reading: Reading, blocks: Sequence[Block]) -> set[int]:
    """Positions of the blocks that make up a table of contents."""
    found: set[int] = set()
    inside = False
    for index, block in enumerate(blocks):
        words = reading.words(block)
        if _CONTENTS.fullmatch(words.strip()):
            inside = True
            found.add(index)
        elif (_ends_in_page_number(words) and (inside or "..." in words)) or (
            isinstance(block, Table) and inside and _ends_in_page_numbers(reading, block)
        ):
            found.add(index)
        else:
            inside = False
    return found


def _ends_in_page_number(words: str) -> bool:
    return words.rstrip()[-1:].isdigit() and _LEADER.search(words) is not None


def _ends_in_page_numbers(reading: Reading, table: Table) -> bool:
    return all(re.fullmatch(r".*\b\d{1,3}", reading.words(row.cells[-1])) for row in table.rows)
