"""Assignments in an attachment after the signature: "Vedlegg 1 Faste oppdrag"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tildeling.meaning.drafts import Draft, walk
from tildeling.meaning.marked import mark_assignments
from tildeling.meaning.marked_looks import Looks
from tildeling.meaning.outline import GroupHeading, read_outline
from tildeling.meaning.reading import Reading
from tildeling.scope.headings import looks_like_heading
from tildeling.text.blocks import Block, Paragraph, Span

_ATTACHMENT = re.compile(
    r"(?:u?tryk[kt]te? )?vedlegg(?:\s+(?:nr\.?\s*)?[\dA-Z]{1,2}\b)?", re.IGNORECASE
)
# Without a number: "Vedlegg", "Trykte vedlegg", "Vedlegg (2)".
_LIST_LABEL = re.compile(r"(?:u?tryk[kt]te? )?vedlegg(?: ?\(\d+\))?", re.IGNORECASE)
_IN_LIST = re.compile(r"(?:vedlegg )?\d{1,2}[.):]?\s|vedlegg [\dA-Z]\b|[–—•-]\s", re.IGNORECASE)


def attached_assignments(
    reading: Reading, blocks: Sequence[Block], budget_tables: frozenset[int], given: Sequence[Draft]
) -> tuple[list[Draft], frozenset[int]]:
    """The assignments of attachments whose headings name them, and where what was read starts.

    `blocks` stand after the letter's closing; `given` are the letter's own assignments, which an
    attachment may list again.
    """
    looks = Looks(reading, budget_tables)
    numbers = {draft.heading.key for draft in given} - {None}
    drafts: list[Draft] = []
    read: set[int] = set()
    for heading, inside in _attachments(reading, blocks):
        opening = GroupHeading(Span(heading.start, heading.end))
        if not looks.opens(opening):
            continue
        items = [opening, *read_outline(reading, [heading, *inside])[not reading.has_title :]]
        marked = mark_assignments(reading, items, budget_tables)
        found = walk(reading, marked.items, budget_tables).drafts
        drafts.extend(each for each in found if each.heading.key not in numbers)
        if found:
            read.update(block.start for block in (heading, *inside))
    return drafts, frozenset(read)


def behind_closing(reading: Reading, blocks: Sequence[Block]) -> Sequence[Block]:
    """The attachments among the blocks from a letter's closing on: what comes before is closing."""
    starts = _starts(reading, blocks)
    return blocks[starts[0] :] if starts else ()


def _attachments(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Paragraph, Sequence[Block]]]:
    """Each attachment's heading, or the line right under "Vedlegg 1", and what it stands over."""
    for at, end in pairwise([*_starts(reading, blocks), len(blocks)]):
        heading = blocks[at]
        below = blocks[at + 1] if at + 1 < end else None
        if _is_list(reading, heading, below):
            continue
        if _ATTACHMENT.fullmatch(reading.words(heading).strip(" :.")) and below is not None:
            heading = below
        if isinstance(heading, Paragraph):
            yield heading, [block for block in blocks[at + 1 : end] if block is not heading]


def _is_list(reading: Reading, heading: Block, below: Block | None) -> bool:
    """True for the label "Vedlegg" in a closing, over the names of what is attached."""
    if not _LIST_LABEL.fullmatch(reading.words(heading).strip(" :.")) or below is None:
        return False
    return (
        not isinstance(below, Paragraph)
        or below.marker is not None
        or not looks_like_heading(reading.laid, below)
        or _IN_LIST.match(reading.words(below)) is not None
    )


def _starts(reading: Reading, blocks: Sequence[Block]) -> list[int]:
    """The positions of attachments' headings."""
    return [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        and _ATTACHMENT.match(reading.words(block))
        and looks_like_heading(reading.laid, block)
    ]
