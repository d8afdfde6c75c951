"""Assignments in boxes: a title and its text in one cell, and beside it what is told of it.

A card, or a ruled table of one row, whose cells hold paragraphs: "Frist" over a date, "Ansvarlig"
over a department, a number alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tildeling.find.numbers import AssignmentNumber
from tildeling.forms import is_label
from tildeling.meaning.amending_words import LAPSES
from tildeling.meaning.headings import (
    AFTER_NUMBER,
    LONGEST_TITLE,
    WITHHELD,
    AssignmentHeading,
    leading_code,
    leading_number,
    number_cell,
)
from tildeling.meaning.labels import match_deadline_label, match_label
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import title_phrase
from tildeling.text.blocks import Cell, Paragraph, Span, Table, paragraphs_of

LEAST_LABELS = 2
"""A box with so many of an assignment's labels is one wherever it stands."""

LABEL_WORDS = 4
"""A label beside the text has at most so many words: "Ansvarlig avdeling i departementet"."""

# "Prioritering 2", "Prioritet: Høy", "Høy prioritet": a badge, no part of what is asked.
_PRIORITY = re.compile(
    r"priorit(?:ering|et)(?:\s*:?\s*(?:\d|[A-E]|[IV]{1,3}|høy|høg|middels|medium|lav|låg))?|"
    r"(?:høy|høg|middels|lav|låg) priorit(?:ering|et)",
    re.IGNORECASE,
)
# Boxes that tell of other things.
_OF_OTHERS = re.compile(
    r"(?:styrings|resultat)?(?:parameter|parametre|indikator)|styringsmål|resultatmål|"
    r"(?:nøkkel)?tal[l]?\b|fakta|måltal|(?:del|hoved|hovud|bruker|brukar)?mål \d|risiko|"
    r"(?:års|tertial|halvårs|kvartals)rapport|møte|etatsstyringsmøte|kontakt",
    re.IGNORECASE,
)
_OTHER_LABELS = re.compile(
    r"(?:mål|resultat)tal\w*(?: \d{4})?|måltall|resultat \d{4}|status \d{4}|ambisjon(?:snivå)?|"
    r"mål \d{4}",
    re.IGNORECASE,
)


def boxed_assignment(reading: Reading, table: Table) -> AssignmentHeading | None:
    """The assignment that a box of one row is, where it stands among assignments; or None."""
    if not _is_box(table):
        return None
    main = _main(table)
    beside = [cell for cell in table.rows[0].cells if cell is not main]
    words = reading.words(main)
    if _OF_OTHERS.match(words) or any(_tells_of_others(reading, cell) for cell in beside):
        return None
    number, number_span, title, body = _head(reading, main)
    if number is None:
        cell, number = _number_beside(reading, beside)
        if cell is not None:
            number_span = cell
            beside.remove(cell)
    if number is None and title is None:
        return None
    told = [part for cell in beside for part in _told(reading, cell)]
    body = [part for part in body if not _PRIORITY.fullmatch(reading.words(part).strip())]
    name = reading.words(title) if title is not None else words
    withheld = WITHHELD.search(name) is not None
    return AssignmentHeading(
        Span(table.start, table.end),
        number,
        number_span,
        () if withheld or title is None else (title,),
        0.0,
        in_table=True,
        listed=True,
        withheld=withheld,
        cancelled=LAPSES.search(name) is not None,
        body=() if withheld else (*body, *told),
    )


def is_surely_assignment(reading: Reading, table: Table) -> bool:
    """True for a box that says itself what it is: by its number, or two of the labels."""
    heading = boxed_assignment(reading, table)
    if heading is None:
        return False
    fields = {label for block in heading.body if (label := _field(reading, block))}
    return heading.number is not None or len(fields) >= LEAST_LABELS


def _is_box(table: Table) -> bool:
    cells = table.rows[0].cells
    return len(table.rows) == 1 and len(cells) > 1 and any(cell.parts for cell in cells)


def _main(table: Table) -> Cell:
    """The cell with the text."""
    return max(table.rows[0].cells, key=lambda cell: cell.end - cell.start)


def _tells_of_others(reading: Reading, cell: Cell) -> bool:
    return any(
        _OTHER_LABELS.fullmatch(reading.words(part).strip(" :")) for part in paragraphs_of(cell)
    )


def _head(
    reading: Reading, cell: Cell
) -> tuple[AssignmentNumber | None, Span | None, Span | None, list[Paragraph]]:
    """The number and title that a cell begins with, and its other paragraphs."""
    first, *others = paragraphs_of(cell)
    words = reading.words(first)
    number, start, end = leading_number(words)
    if number is None and (code := leading_code(words)) is not None:
        number, start, end = code, code.start, code.end
    number_span = None
    if number is not None:
        number_span = Span(first.start + start, first.start + end)
        after = AFTER_NUMBER.match(words, end)
        at = first.start + (after.end() if after else end)
        if at >= first.end and others:
            first, *others = others
        else:
            first = _from(first, at)
    title = _title(reading, first, others)
    if title is None:
        return number, number_span, None, [first, *others]
    return number, number_span, title[0], [*title[1], *others]


def _title(
    reading: Reading, first: Paragraph, others: Sequence[Paragraph]
) -> tuple[Span, list[Paragraph]] | None:
    """A first paragraph that is a title, or its first words that are one and the rest."""
    words = reading.words(first)
    set_apart = first.style.bold or first.style.size > max(
        (other.style.size for other in others if not other.style.bold), default=first.style.size
    )
    if others and set_apart and len(words) <= LONGEST_TITLE and not words.endswith("."):
        return Span(first.start, first.end), []
    found = title_phrase(words, first.lead - first.start)
    if found is None:
        return None
    rest = first.start + found.rest
    return Span(first.start, first.start + found.end), (
        [_from(first, rest)] if rest < first.end else []
    )


def _from(block: Paragraph, start: int) -> Paragraph:
    return Paragraph(start, block.end, start, block.page, block.style, lead=max(start, block.lead))


def _number_beside(
    reading: Reading, cells: Sequence[Cell]
) -> tuple[Cell | None, AssignmentNumber | None]:
    """The cell that holds the number and nothing else."""
    for cell in cells:
        number = number_cell(reading.words(cell))
        if number is not None:
            return cell, number
    return None, None


def _told(reading: Reading, cell: Cell) -> Iterator[Paragraph]:
    """What a cell tells of the assignment, without its priority."""
    skip = False
    for part in (each for whole in paragraphs_of(cell) for each in _label_apart(reading, whole)):
        words = reading.words(part).strip(" :")
        if _PRIORITY.fullmatch(words):
            skip = not any(sign.isdigit() for sign in words) and " " not in words
            continue
        if skip and _field(reading, part) is None:
            skip = False
            continue
        skip = False
        yield part


def _label_apart(reading: Reading, part: Paragraph) -> Iterator[Paragraph]:
    """A label apart from its value on the next line, where both are set alike."""
    words = reading.words(part)
    ends = [match.start() for match in re.finditer(r"\s", words)]
    end = max((at for at in ends[:LABEL_WORDS] if is_label(words[:at])), default=0)
    if end:
        yield replace(part, end=part.start + end, lead=part.start)
        yield _from(part, part.start + end + 1)
    else:
        yield part


def _field(reading: Reading, block: Span) -> str | None:
    words = reading.words(block)
    label = match_deadline_label(words) or match_label(words)
    return label.field if label is not None else None
