"""Assignments in boxes: a title and its text, and beside or under it what is told of it.

A card, or a row of a ruled table, whose cells hold paragraphs: "Frist" over a date, "Ansvarlig"
over a department, a number alone. The title may stand in a row of its own, over such a row or over
rows with labels: "Bakgrunn | ...", "Frist | 1. mai".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tildeling.find.numbers import AssignmentNumber
from tildeling.forms import is_label
from tildeling.meaning.headings import (
    LONGEST_TITLE,
    AssignmentHeading,
    after_number,
    heading_in_table,
    leading_code,
    leading_number,
    number_cell,
)
from tildeling.meaning.labels import any_label, own_label
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import (
    LONGEST_PHRASE,
    is_infinitive_phrase,
    is_title,
    title_phrase,
)
from tildeling.text.blocks import Block, Cell, Paragraph, Row, Span, Table, paragraphs_of

# A box with so many of an assignment's labels is one wherever it stands.
LEAST_LABELS = 2

# A box whose text has something beside it has so many cells.
LEAST_CELLS = 2

# The text of a box has so many characters at least; names of departments have fewer.
LEAST_TEXT = 40

# A label beside the text has at most so many words: "Ansvarlig avdeling i departementet".
LABEL_WORDS = 4

_KIND = r"(?:nytt\s+)?(?:oppdrag|oppgave|oppgåve|tiltak|bestilling)(?:et|a|en)?(?:stittel)?"
_TITLE = r"(?:oppdrags?)?tittel"
# Labels of a box's title: "Oppdrag:", "Oppdragstittel", "Navn på tiltaket".
_NAME = re.compile(
    rf"""
    {_KIND}\s*:?
    | {_TITLE}(?:[ ]på[ ](?:oppdraget|oppgaven|oppgåva|tiltaket))?\s*:?
    | tema\s*:?
    | (?:navn|namn)(?:[ ]på[ ](?:oppdraget|oppgaven|oppgåva|tiltaket))?\s*:?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Before a title in the same cell: "Oppdrag: Tilsyn med innkvartering".
_NAME_FIRST = re.compile(rf"(?:{_KIND}|{_TITLE})\s*:\s*(?=\S)", re.IGNORECASE)
_OF_LABEL = re.compile(r"\s*(?:for|til|med|av|i|om|og|ved)\b")
# "Prioritering 2", "Prioritet: Høy", "Høy prioritet": a badge, no part of what is asked.
_PRIORITY = re.compile(
    r"priorit(?:ering|et)(?:\s*:?\s*(?:\d|[A-E]|[IV]{1,3}|høy|høg|middels|medium|lav|låg))?|"
    r"(?:høy|høg|middels|lav|låg) priorit(?:ering|et)",
    re.IGNORECASE,
)
# Boxes that tell of other things.
_OF_OTHERS = re.compile(
    r"""
    # "Styringsparameter 2", "Nøkkeltall", "Delmål 1"
    (?:styrings|resultat)?(?:parameter|parametre|indikator)
    | styringsmål | resultatmål | (?:nøkkel)?tal[l]?\b | fakta | måltal
    | (?:del|hoved|hovud|bruker|brukar)?mål[ ]\d
    | risiko
    # "Årsrapport", "Etatsstyringsmøte"
    | (?:års|tertial|halvårs|kvartals)rapport | møte | etatsstyringsmøte
    | kontakt
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OTHER_LABELS = re.compile(
    r"(?:mål|resultat)tal\w*(?: \d{4})?|måltall|resultat \d{4}|status \d{4}|ambisjon(?:snivå)?|"
    r"mål \d{4}",
    re.IGNORECASE,
)


def boxed_assignments(reading: Reading, table: Table) -> list[AssignmentHeading]:
    """The assignments that a table's boxes are, where it stands among assignments.

    A box is a row, or a row with a title and those under it; none where a row is part of no box.
    """
    found: list[AssignmentHeading] = []
    for rows in _boxes(reading, table):
        heading = _assignment(reading, table, rows)
        if heading is None:
            return []
        found.append(heading)
    return found


def sure_assignments(reading: Reading, table: Table) -> list[AssignmentHeading]:
    """The boxes that say themselves what they are: by a number, or two of the labels."""
    found = boxed_assignments(reading, table)
    titled = all(heading.number or heading.title for heading in found)  # else it may stand above
    return found if titled and all(_is_sure(reading, heading) for heading in found) else []


def rows_of_box_above(reading: Reading, table: Table) -> int:
    """How many rows, from the first, are labels of a box whose title stands over the table.

    None where no box with a title of its own follows.
    """
    titled = (at for at in range(len(table.rows)) if _begins_box(reading, table, at))
    first = next(titled, 0)
    return first if all(_is_labelled(reading, row) for row in table.rows[:first]) else 0


def has_labels_beside(reading: Reading, table: Table) -> bool:
    """True for a box of one row that has text, and labels with their values beside it."""
    return len(table.rows) == 1 and _is_text_beside_labels(reading, table.rows[0])


def text_and_labels(reading: Reading, row: Row) -> list[Paragraph]:
    """A row's text, then the labels beside it with their values; nothing for any other row."""
    if not _is_text_beside_labels(reading, row):
        return []
    main = _main(row)
    beside = [cell for cell in row.cells if cell is not main]
    return [*paragraphs_of(main), *(part for cell in beside for part in _told(reading, cell))]


def _is_sure(reading: Reading, heading: AssignmentHeading) -> bool:
    fields: set[str] = set()
    for block in heading.body:
        alone = isinstance(block, Table)
        spans = [row.cells[0] for row in block.rows] if isinstance(block, Table) else [block]
        fields.update(field for span in spans if (field := _field(reading, span, alone=alone)))
    return heading.number is not None or len(fields) >= LEAST_LABELS


def _boxes(reading: Reading, table: Table) -> list[Sequence[Row]]:
    """The rows of each box of a table; empty where not all rows are parts of one."""
    starts = [at for at, row in enumerate(table.rows) if _begins_box(reading, table, at)]
    if not starts or starts[0] > 0:
        return []
    boxes: list[Sequence[Row]] = [
        table.rows[at:end] for at, end in pairwise([*starts, len(table.rows)])
    ]
    for first, *others in boxes:
        body = others[1:] if others and _is_titled(reading, table, first) else others
        if not _are_labelled(reading, body):
            return []
    return boxes


def _are_labelled(reading: Reading, rows: Sequence[Row]) -> bool:
    """True where each row begins with a label; with two that are known, others may be new."""
    known = sum(_is_labelled(reading, row) for row in rows)
    return known == len(rows) or (
        known >= LEAST_LABELS and all(_may_be_labelled(reading, row) for row in rows)
    )


def _may_be_labelled(reading: Reading, row: Row) -> bool:
    """True for a few words beside a text: "Målgruppe | Små virksomheter"."""
    words = reading.words(row.cells[0]).strip(" :")
    return (
        len(row.cells) == LEAST_CELLS
        and words[:1].isupper()
        and len(words.split()) <= LABEL_WORDS
        and not words.endswith((".", ",", ";"))
    )


def _begins_box(reading: Reading, table: Table, at: int) -> bool:
    """True for a row with text and labels beside it, or with a title over such a row, or labels."""
    row = table.rows[at]
    over = table.rows[at - 1] if at else None
    if _is_text_beside_labels(reading, row):
        return over is None or not _is_titled(reading, table, over)
    if len(table.rows) == 1:
        return len(row.cells) > 1 and any(cell.parts for cell in row.cells)
    below = table.rows[at + 1] if at + 1 < len(table.rows) else None
    asks = _asks(reading, row) and _asks(reading, table.rows[0])
    if below is None or not (asks or _is_titled(reading, table, row) or _is_named(reading, row)):
        return False
    return _is_text_beside_labels(reading, below) or _is_labelled(reading, below)


def _is_titled(reading: Reading, table: Table, row: Row) -> bool:
    """True for a title alone in its row, in bold, or over all columns as a table begins."""
    cell = row.cells[0]
    if len(row.cells) > 1 or cell.parts:
        return False
    words = reading.words(cell)
    begins = row is table.rows[0] and cell.columns > 1 and len(words) <= LONGEST_PHRASE
    return cell.bold or (begins and words[-1:].isalnum() and is_title(words))


def _is_named(reading: Reading, row: Row) -> bool:
    """True for a row "Oppdrag | Felles løsning" or "O 12 | Felles løsning".

    What is asked there in full is no title.
    """
    if len(row.cells) != 2 or row.cells[1].parts:
        return False
    label, name = map(reading.words, row.cells)
    return (
        (_NAME.fullmatch(label) is not None or number_cell(label) is not None)
        and len(name) <= LONGEST_PHRASE
        and not name.endswith((".", ":"))
        and not is_infinitive_phrase(name)
    )


def _asks(reading: Reading, row: Row) -> bool:
    """True for a row "Oppdrag | Lage en felles løsning.", which has no title."""
    if len(row.cells) != 2 or _NAME.fullmatch(reading.words(row.cells[0])) is None:
        return False
    words = reading.words(row.cells[1])
    return is_infinitive_phrase(words) or (words.endswith(".") and not is_title(words[:-1]))


def _is_labelled(reading: Reading, row: Row) -> bool:
    return len(row.cells) == 2 and _field(reading, row.cells[0], alone=True) is not None


def _is_text_beside_labels(reading: Reading, row: Row) -> bool:
    """True for a row whose text has a cell beside it that holds labels and their values."""
    if len(row.cells) < LEAST_CELLS:
        return False
    main = _main(row)
    if main.end - main.start < LEAST_TEXT or _field(reading, main) is not None:
        return False
    return any(_holds_label(reading, cell) for cell in row.cells if cell is not main)


def _holds_label(reading: Reading, cell: Cell) -> bool:
    """True for a label with its value in one cell."""
    parts = [part for whole in paragraphs_of(cell) for part in _label_apart(reading, whole)]
    words = reading.words(parts[0])
    label = any_label(words)
    return label is not None and (len(parts) > 1 or label.rest < len(words))


def _assignment(reading: Reading, table: Table, rows: Sequence[Row]) -> AssignmentHeading | None:
    first, others = rows[0], list(rows[1:])
    number_span: Span | None = None
    beside: list[Cell] = []
    if _is_named(reading, first):
        number, number_span, title, body = _head(reading, first.cells[1])
        beside = [first.cells[0]] if _NAME.fullmatch(reading.words(first.cells[0])) is None else []
        if title is None and len(body) == 1 and len(reading.words(body[0])) <= LONGEST_PHRASE:
            title, body = Span(body[0].start, body[0].end), []
    elif _asks(reading, first):
        number, number_span, title, body = None, None, None, list(paragraphs_of(first.cells[1]))
    else:
        main = _main(first)
        beside = [cell for cell in first.cells if cell is not main]
        number, number_span, title, body = _head(reading, main)
        is_titled = _is_titled(reading, table, first)
        if is_titled and title is None and body:
            title, body = Span(body[0].start, body[0].end), []
        if is_titled and others and not _is_labelled(reading, others[0]):
            main = _main(others[0])
            beside = [cell for cell in others[0].cells if cell is not main]
            body, others = list(paragraphs_of(main)), others[1:]
        if _OF_OTHERS.match(reading.words(title or main)):
            return None
    if any(_tells_of_others(reading, cell) for cell in beside):
        return None
    if number is None:
        cell, number = _number_beside(reading, beside)
        if cell is not None:
            number_span = cell
            beside.remove(cell)
    if (
        number is None
        and title is None
        and not (_is_named(reading, first) or _asks(reading, first))
    ):
        return None
    told = [part for cell in beside for part in _told(reading, cell)]
    blocks: list[Block] = [
        part for part in body if not _PRIORITY.fullmatch(reading.words(part).strip())
    ]
    blocks += told
    if others:
        start, end = others[0].start, others[-1].end
        blocks.append(replace(table, start=start, end=end, rows=tuple(others), heading_rows=0))
    name = reading.words(title) if title is not None else ""
    given = [title] if title is not None else []
    heading = heading_in_table(first, number, number_span, given, name)
    return replace(heading, listed=True, body=() if heading.withheld else tuple(blocks))


def _main(row: Row) -> Cell:
    """The cell with the text."""
    return max(row.cells, key=lambda cell: cell.end - cell.start)


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
        at = first.start + after_number(words, end)
        if at >= first.end and others:
            first, *others = others
        else:
            first = _from(first, at)
    elif (name := _NAME_FIRST.match(words)) is not None:
        first = _from(first, first.start + name.end())
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
    if is_label(words) or _OF_LABEL.match(words, end):
        end = 0  # "Frist for sluttrapport" is all label
    if end:
        yield replace(part, end=part.start + end, lead=part.start)
        yield _from(part, part.start + end + 1)
    else:
        yield part


def _field(reading: Reading, block: Span, *, alone: bool = False) -> str | None:
    """The field whose label words begin with, or are."""
    words = reading.words(block)
    if alone:
        words = words.rstrip(": ") + ":"
    label = any_label(words) or (own_label(words) if alone else None)
    return label.field if label is not None and (not alone or label.rest == len(words)) else None
