"""What each block is: the heading of a section, an assignment or a chapter, or just text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.find.patterns import any_of
from tildeling.meaning.assignment_tables import heads_of_table
from tildeling.meaning.headings import AssignmentHeading, assignment_heading
from tildeling.meaning.labels import Label, any_label, own_label
from tildeling.meaning.named import named_in
from tildeling.meaning.reading import Reading
from tildeling.scope.headings import (
    BudgetHeading,
    SectionHeading,
    budget_heading,
    contents_lines,
    looks_like_heading,
    with_number,
)
from tildeling.scope.numbering import numbered_sections
from tildeling.scope.words import EXPENDITURE_WORDS, REVENUE_WORDS
from tildeling.text.blocks import Block, LaidOut, Paragraph, Span, Table, is_note

# Headings over groups of assignments or of grants: they end what goes before.
GROUP_HEADING = re.compile(
    r"""
    # "Nye oppdrag", "Presisering av tidligere oppdrag", "Endring i tildelingen"
    (?:
        nye? | særskil[dt]e | andre | øvrige | øvrig | tidligere | tidlegare | endrede | endra
        | utgåtte | presisering(?:er|ar)?(?:[ ]av)? | endring(?:er|ar)?(?:[ ]i|[ ]av)?
        | oversikt[ ]over | avslut(?:tede|ta) | bortfalte | bortfalne
      )\b.{0,60}
      (?:
        oppdrag(?:et|ene|a)? | tildeling(?:er|ar)? | løyving(?:ar|a)? | bevilgning(?:er|en)?
      )\b.{0,40}
    # The word alone: "Oppdrag:", "Tildelinger"
    | oppdrag(?:ene|a)?:?
    | tildeling(?:er|ar)?:?
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Labels that head a section as well.
_MAY_HEAD = re.compile(
    r"(?:rapportering|oppfølging|organisering|gjennomføring)|mål\s*$", re.IGNORECASE
)
# "a) Ansvar" heads a part of what stands over it.
_PART = re.compile(r"\(?[a-z]\)")
# "Hovedmål 1: ...", "Styringsparameter 2 ...".
_GOAL = re.compile(
    r"(?:(?:hov[eu]d|del|resultat|bruker|brukar|effekt|samfunns)?mål|styringsparameter|indikator|"
    r"resultatkrav)\s+\d",
    re.IGNORECASE,
)
# "Utgifter" and "Inntekter" over the two sides of a budget table.
_SIDE = re.compile(
    rf"(?:{any_of((*EXPENDITURE_WORDS, *REVENUE_WORDS))})(?: i \d{{4}})?", re.IGNORECASE
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


def span_of(item: Item) -> Span:
    """Where an item stands."""
    return item if isinstance(item, Paragraph | Table) else item.span


_ROMAN = re.compile(r"[IVX]+")
# Points by which headings of two depths differ at least.
OTHER_SIZE = 0.5

# Size to half a point, bold, underlined, in capitals.
Look = tuple[float, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class _Outline:
    """How the letter sets its headings."""

    numbered: dict[int, SectionHeading]
    """The headings of numbered sections, by their positions among the blocks."""
    brackets: bool
    """True where every number has a bracket after it; else "1)" heads part of an assignment."""
    looks: dict[Look, int]
    """Those of headings that stand for sections without a number, with their depth."""


def read_outline(reading: Reading, body: Sequence[Block]) -> list[Item]:
    """Each block outside the closing as what it is; a table's assignment rows each as a heading."""
    blocks = [block for block in body if not is_note(block)]
    contents = contents_lines(reading.laid, blocks)
    numbered = numbered_sections(reading.laid, blocks, contents)
    outline = _Outline(
        numbered,
        all(_in_brackets(reading, heading) for heading in numbered.values()),
        _looks_of_sections(reading, blocks, numbered),
    )
    items: list[Item] = []
    end = 0
    for index, block in enumerate(blocks):
        if (index == 0 and reading.has_title) or block.end <= end:
            continue
        if index in contents:
            items.append(Contents(Span(block.start, block.end)))
        elif isinstance(block, Table):
            items.extend(heads_of_table(reading, block))
        elif named := named_in(reading, block, blocks[index - 1] if index else None):
            items.extend(named)
        else:
            items.append(_item(reading, blocks, index, outline))
            if isinstance(items[-1], SectionHeading):
                end = items[-1].span.end
    return items


def _item(reading: Reading, blocks: Sequence[Block], index: int, outline: _Outline) -> Item:
    block = blocks[index]
    assert isinstance(block, Paragraph)
    words = reading.words(block)
    heading = assignment_heading(reading, block)
    if heading is not None:
        return heading
    budget = budget_heading(reading.laid, block)
    if budget is not None:
        return budget
    section = outline.numbered.get(index)
    if section is not None:
        return section if outline.brackets or not _in_brackets(reading, section) else block
    if not looks_like_heading(reading.laid, block) or _is_numbered(reading, block):
        return block
    if block.marker is not None and _PART.fullmatch(block.marker):
        return block
    if _labels_what_is_asked(reading, blocks, index):
        return block
    depth = outline.looks.get(_look(reading, block))
    stands_for_section = depth is not None
    if not stands_for_section and (_is_label(words) or _heads_side(reading, blocks, index)):
        return block
    is_group = GROUP_HEADING.fullmatch(words.strip(" :")) is not None
    above = outline.numbered.get(index - 1)
    opens = above is not None and depth is not None and above.level < depth
    follows = opens or _follows_text(reading, blocks, index)
    if outline.numbered and not (stands_for_section and follows):
        return GroupHeading(Span(block.start, block.end)) if is_group else block
    if words.rstrip().endswith(":"):
        return GroupHeading(Span(block.start, block.end)) if is_group else block
    if _is_goal_in_list(reading, blocks, index):
        return block
    return SectionHeading(Span(block.start, block.end), None, block, depth or 1, block.style.size)


def _looks_of_sections(
    reading: Reading, blocks: Sequence[Block], numbered: dict[int, SectionHeading]
) -> dict[Look, int]:
    """How headings of sections without a number look, and how deep they stand.

    Beside numbered sections: as one of those do, where larger type sets them apart from text.
    Without any: as all headings look that are no label's, budget's, assignment's or table side's,
    where no label looks the same.
    """
    laid = reading.laid
    if numbered:
        depths: dict[Look, int] = {}
        for at, heading in numbered.items():
            if isinstance(block := blocks[at], Paragraph) and _is_large(laid, block):
                look = _look(reading, block)
                depths[look] = min(heading.level, depths.get(look, heading.level))
        return depths | dict.fromkeys(_looks_between(reading, blocks, numbered), 2)
    found: set[Look] = set()
    labels: set[Look] = set()
    for index, block in enumerate(blocks):
        if (index == 0 and reading.has_title) or not isinstance(block, Paragraph):
            continue
        if not looks_like_heading(laid, block) or budget_heading(laid, block) is not None:
            continue
        words = reading.words(block)
        if _is_label(words) or _labels_what_is_asked(reading, blocks, index):
            if not _MAY_HEAD.match(words):
                labels.add(_look(reading, block))
        elif not (
            words.endswith(":")
            or assignment_heading(reading, block) is not None
            or _heads_side(reading, blocks, index)
        ):
            found.add(_look(reading, block))
    return dict.fromkeys(found - labels, 1)


def _looks_between(
    reading: Reading, blocks: Sequence[Block], numbered: dict[int, SectionHeading]
) -> set[Look]:
    """How headings look that stand between sections with Roman numbers and their text.

    They are larger than text, smaller than the sections' own, and parts of two sections at least:
    titles of assignments stand in one.
    """
    laid = reading.laid
    if not all(_ROMAN.fullmatch(heading.number or "") for heading in numbered.values()):
        return set()
    least = min(heading.size for heading in numbered.values())
    inside: dict[Look, set[int]] = {}
    section = -1
    for at, block in enumerate(blocks):
        section = at if at in numbered else section
        if section in (-1, at) or not isinstance(block, Paragraph):
            continue
        is_between = _is_large(laid, block) and block.style.size < least - OTHER_SIZE
        if is_between and looks_like_heading(laid, block) and not _is_label(reading.words(block)):
            inside.setdefault(_look(reading, block), set()).add(section)
    return {look for look, sections in inside.items() if len(sections) > 1}


def _is_large(laid: LaidOut, block: Paragraph) -> bool:
    return block.style.size > laid.body_size * 1.04


def _look(reading: Reading, block: Paragraph) -> Look:
    style = block.style
    return round(style.size * 2) / 2, style.bold, style.underlined, reading.words(block).isupper()


def _is_label(words: str) -> bool:
    return any_label(words) is not None


def _labels_what_is_asked(reading: Reading, blocks: Sequence[Block], index: int) -> bool:
    """True for "Oppdrag" set as the labels around it are: after "Bakgrunn", or right under a title.

    After "Frist" it heads what follows.
    """
    block = blocks[index]
    assert isinstance(block, Paragraph)
    words = reading.words(block)
    if _is_large(reading.laid, block) or own_label(words, block.end - block.start) is None:
        return False
    look = _look(reading, block)
    apart = [
        at
        for at, each in enumerate(blocks)
        if isinstance(each, Paragraph) and looks_like_heading(reading.laid, each)
    ]
    place = apart.index(index)
    above = _label_set_so(reading, blocks, apart[place - 1], look) if place else None
    if above is not None:
        return above.field != "deadline"
    below = apart[place + 1] if place + 1 < len(apart) else None
    is_under_title = place > 0 and apart[place - 1] == index - 1
    return (is_under_title and below is not None) and _label_set_so(
        reading, blocks, below, look
    ) is not None


def _label_set_so(reading: Reading, blocks: Sequence[Block], at: int, look: Look) -> Label | None:
    """The label that a block is which looks so."""
    block = blocks[at]
    assert isinstance(block, Paragraph)
    words = reading.words(block)
    if _look(reading, block) != look or _MAY_HEAD.match(words):
        return None
    return any_label(words)


def _heads_side(reading: Reading, blocks: Sequence[Block], index: int) -> bool:
    """True for "Utgifter" over a table, or over the line of its chapter."""
    below = blocks[index + 1 : index + 3]
    words = reading.words(blocks[index]).strip(" :")
    return _SIDE.fullmatch(words) is not None and any(isinstance(block, Table) for block in below)


def _is_numbered(reading: Reading, block: Paragraph) -> bool:
    """True for an item of a numbered list that is set like a heading."""
    return with_number(reading.laid, block, letters=False) is not None


def _follows_text(reading: Reading, blocks: Sequence[Block], index: int) -> bool:
    """True for a heading that is no second line of the title: text stands between the two."""
    between = blocks[1:index] if reading.has_title else blocks[:index]
    return any(
        isinstance(block, Table) or not looks_like_heading(reading.laid, block) for block in between
    )


def _is_goal_in_list(reading: Reading, blocks: Sequence[Block], index: int) -> bool:
    """True for "Hovedmål 1: ..." in a list, which an indent or the sentence above tells."""
    block = blocks[index]
    if not isinstance(block, Paragraph) or not _GOAL.match(reading.words(block)):
        return False
    above = blocks[index - 1] if index else None
    led_in = isinstance(above, Paragraph) and reading.words(above).endswith(":")
    return led_in or block.indent > block.style.size


def _in_brackets(reading: Reading, heading: SectionHeading) -> bool:
    """True for a heading numbered "1)" or "A)"."""
    return ")" in reading.text[heading.span.start : heading.title.start]
