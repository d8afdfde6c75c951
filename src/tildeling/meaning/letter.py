"""A laid-out letter to the typed letter: each room's result in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.find.bodies import body_names
from tildeling.letter import Assignment, Body, Letter, Section, Source
from tildeling.meaning.assignments import read_assignment
from tildeling.meaning.attached import attached_assignments, behind_closing
from tildeling.meaning.borrowed_days import with_borrowed_days
from tildeling.meaning.bound import Calendar
from tildeling.meaning.budget_part import BudgetPart, changed, granted
from tildeling.meaning.budget_tables import read_budget_tables
from tildeling.meaning.closing import Closing
from tildeling.meaning.drafts import Walk, walk
from tildeling.meaning.header import Header, read_header
from tildeling.meaning.letter_signs import doubts, must_be_a_letter
from tildeling.meaning.marked import mark_assignments
from tildeling.meaning.money_sentence import Context
from tildeling.meaning.outline import Contents, read_outline
from tildeling.meaning.outside import DeadlinesOutside
from tildeling.meaning.parts import Parts, split_parts
from tildeling.meaning.reading import Reading
from tildeling.meaning.references import read_references, read_renumberings
from tildeling.meaning.unread import (
    after_closing,
    hidden_text,
    no_assignments,
    several_letters,
    torn_tables,
    unread,
    unread_notes,
    unread_pages,
)
from tildeling.text.blocks import Block, LaidOut, Span


@dataclass(frozen=True, slots=True)
class Built:
    """A letter with what it was built from, for who looks at both."""

    letter: Letter
    reading: Reading
    outline: Walk
    line_sections: tuple[str | None, ...]
    """The number of the section that each of `letter.financing` stands in."""
    body: tuple[Block, ...]
    """The blocks without letterhead, contents list and closing, and those of attachments."""
    attached: frozenset[int]
    """Where the blocks of attachments start: the letter's sections do not reach so far."""
    calendar: Calendar
    """What dates are read with, and whom the letter is to."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a letter's blocks are."""

    outline: Walk
    empty: tuple[Span, ...]
    """Headings that name assignments over tables or lists in which none was found."""
    after: list[Block]
    """What stands behind the letter's end and is in no attachment that was read."""
    body: tuple[Block, ...]
    """All blocks but letterhead, contents list and closing."""
    attached: frozenset[int]
    """Where those of attachments start."""


def build(laid: LaidOut, source: Source) -> Built:
    """The letter and its outline.

    Raises `NotAnAllocationLetterError` where nothing in the text says that it is one.
    """
    reading = Reading(laid)
    must_be_a_letter(reading)
    closing = Closing(reading)
    header = read_header(reading, closing)
    doubtful = tuple(doubts(reading, header, closing))
    tables = read_budget_tables(reading, header.budget_year, header.kind)
    budget_starts = frozenset(table.start for table in tables.blocks)
    shape = _shape(reading, header, closing, budget_starts)
    outline = shape.outline
    calendar = _calendar(header)
    parts = [split_parts(reading, draft.body, draft.heading.rest) for draft in outline.drafts]
    context = Context(
        granted=granted(tables),
        changed=changed(tables),
        in_addendum=header.kind == "addendum",
        year=calendar.year,
        agency=calendar.agency,
        sender=_names(header.ministry),
    )
    assignments = _assignments(reading, outline, parts, calendar, context)
    in_rows = [draft.heading.deadline for draft in outline.drafts]
    outside = DeadlinesOutside(reading, calendar, budget_starts)
    outside.read(outline.outside)
    outside.read_attachments(shape.after)
    assignments, deadlines = with_borrowed_days(
        reading, parts, calendar, assignments, outside.deadlines
    )
    money = BudgetPart(reading, tables, context)
    for item in outline.outside:
        money.read(item)
    money.end_list()
    letter = Letter(
        source=source,
        kind=header.kind,
        addendum_number=header.addendum_number,
        title=header.title,
        budget_year=header.budget_year,
        agency=header.agency,
        ministry=header.ministry,
        date=header.date,
        case_number=header.case_number,
        language=header.language,
        sections=tuple(_sections(reading, outline)),
        assignments=assignments,
        renumberings=read_renumberings(reading),
        deadlines=deadlines,
        financing=tuple(money.lines),
        budget_tables=tables.tables,
        references=read_references(reading),
        signatories=closing.signatories(),
        copies=closing.copies(),
    )
    findings = (
        *doubtful,
        *unread_pages(laid),
        *several_letters(laid),
        *hidden_text(laid),
        *unread_notes(laid),
        *tables.unread,
        *unread(reading, parts, in_rows, letter, outside.unread),
        *no_assignments(reading, shape.empty),
        *torn_tables(reading),
        *after_closing(reading, shape.after),
    )
    letter = letter.model_copy(update={"findings": findings})
    return Built(
        letter, reading, outline, tuple(money.sections), shape.body, shape.attached, calendar
    )


def _shape(
    reading: Reading, header: Header, closing: Closing, budget_starts: frozenset[int]
) -> _Shape:
    """What each block is, those of attachments too."""
    body = closing.body
    items = read_outline(reading, [block for block in body if block.start not in header.read])
    marked = mark_assignments(reading, items, budget_starts, _names(header.agency))
    is_addendum = header.kind == "addendum"
    outline = walk(reading, marked.items, budget_starts, in_addendum=is_addendum)
    before = {block.start for block in body}
    after = [block for block in reading.blocks if block.start not in before]
    drafts, read = attached_assignments(reading, after, budget_starts, outline.drafts)
    outline.drafts.extend(drafts)
    rest = [block for block in after if block.start not in read]
    contents = {item.span.start for item in items if isinstance(item, Contents)}
    said = (block for block in body if block.start not in contents | header.read)
    behind = behind_closing(reading, after)
    attached = frozenset(block.start for block in behind)
    return _Shape(outline, marked.empty, rest, (*said, *behind), attached)


def _calendar(header: Header) -> Calendar:
    agency = header.agency
    year = header.budget_year or (header.date.year if header.date else None)
    return Calendar(year, header.date, _names(agency), agency.name if agency else "")


# "Norsk designråd", which its letter calls "Designrådet".
SHORT = re.compile(r" (\w{3,}(?:råd|institutt|vesen|vern|tilsyn|verk|ombud|fond))$")


def _names(body: Body | None) -> frozenset[str]:
    """What a body is called, in small letters."""
    if body is None:
        return frozenset()
    known = body_names(body.key) if body.key else []
    names = [name.casefold() for name in (body.name, body.abbreviation, *known) if name]
    return frozenset([*names, *(f"{one[1]}et" for name in names if (one := SHORT.search(name)))])


def _sections(reading: Reading, outline: Walk) -> Iterator[Section]:
    for heading in outline.sections:
        yield Section(
            number=heading.number,
            title=reading.words(heading.title).rstrip(": "),
            level=heading.level,
            page=reading.laid.text.page(heading.span.start),
            evidence=reading.evidence(heading.span.start, heading.span.end),
        )


def _assignments(
    reading: Reading,
    outline: Walk,
    parts: Sequence[Parts],
    calendar: Calendar,
    context: Context,
) -> tuple[Assignment, ...]:
    numbering = next(
        (
            draft.heading.number
            for draft in outline.drafts
            if draft.heading.number is not None and draft.heading.number.year == calendar.year
        ),
        None,
    )
    return tuple(
        read_assignment(reading, draft, own, calendar, context, numbering=numbering)
        for draft, own in zip(outline.drafts, parts, strict=True)
    )
