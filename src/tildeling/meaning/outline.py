"""What each block is: the heading of a section, an assignment or a chapter, or just text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.meaning.assignment_tables import heads_of_table
from tildeling.meaning.headings import AssignmentHeading, assignment_heading
from tildeling.meaning.labels import match_deadline_label, match_label
from tildeling.meaning.reading import Reading
from tildeling.scope.headings import (
    BudgetHeading,
    SectionHeading,
    budget_heading,
    contents_lines,
    counts_in_letters,
    looks_like_heading,
    numbered_heading,
)
from tildeling.text.blocks import Block, Paragraph, Span, Table, is_note

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
class GroupHeading:
    """An unnumbered heading over assignments or grants: "Presisering av tidligere oppdrag"."""

    span: Span


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


def read_outline(reading: Reading, body: Sequence[Block]) -> list[Item]:
    """Each block outside the closing as what it is; a table's assignment rows each as a heading."""
    blocks = [block for block in body if not is_note(block)]
    letters = counts_in_letters(reading.laid, blocks)
    numbered = [
        found
        for block in blocks[1:]
        if (found := numbered_heading(reading.laid, block, letters)) is not None
    ]
    outline = _Outline(
        bool(numbered), letters, all(_in_brackets(reading, heading) for heading in numbered)
    )
    contents = contents_lines(reading.laid, blocks)
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
    budget = budget_heading(reading.laid, block)
    if budget is not None:
        return budget
    section = numbered_heading(reading.laid, block, outline.letters)
    if section is not None:
        return section if outline.brackets or not _in_brackets(reading, section) else block
    if not looks_like_heading(reading.laid, block):
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
