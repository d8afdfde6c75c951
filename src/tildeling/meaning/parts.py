"""An assignment's body parted by its labels: background, description, tasks, money, deadlines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tildeling.find.cues import find_statuses
from tildeling.find.dates import find_dates, find_day_in_digits
from tildeling.forms import LabelField
from tildeling.meaning.borrowing import BORROWS
from tildeling.meaning.boxed import text_and_labels
from tildeling.meaning.calendar_words import DUE_COLUMN, WHAT_COLUMN
from tildeling.meaning.labels import Label, any_label, match_deadline_label, own_label
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import is_title
from tildeling.text.blocks import Block, Paragraph, Row, Span, Table, paragraphs_of

_RESPONSIBLE = re.compile(
    r"ansvarl[ie]g(?:e)? (?:fag)?avdeling(?:ar|er)?(?: i \w+)?\s*:\s*(?P<name>[A-ZÆØÅ][\w/-]*)",
    re.IGNORECASE,
)
# Word sets a second marker ("1)", "o") inside an item now and then.
_INNER_MARKER = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z]\)|o|[–-])\s+")
_FRIST_BARE = re.compile(r"(?:siste |ny |endelig )?frist(?:en)?\s+(?=\S)", re.IGNORECASE)
SUB_ASSIGNMENT = re.compile(
    r"del(?:oppdrag|leveranse|oppgave|oppgåve)\w*\s*(?:nr\.?\s*)?[\da-z]{1,2}\b",
    re.IGNORECASE,
)
# "Delfrist" names a step on the way.
_OF_A_PART = re.compile(r"delfrist", re.IGNORECASE)
_NUMBERED_SUB = re.compile(r"\d{1,2}\)")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+")
_LETTER = re.compile(r"^\(?[a-z][.)]\s+")


# What a paragraph after the last part begins with that is about the whole assignment.
_OF_THE_WHOLE = re.compile(
    r"""(?:
    # "Den nye fristen er 1. mai"
    (?:den[ ])?nye?[ ]frist(?:en)?[ ](?:er|blir|vert)
    # "Frist for sluttrapporten settes til", "Fristen for hele oppdraget forlenges"
    | frist(?:en)?[ ]for[ ](?:slutt|hoved|hovud|hele[ ]|heile[ ])\w+[ ](?:
        er|blir|vert|endres|endrast|endra|settes|setjast|utsettes|utsetjast|flyttes|flyttast
        |forlenges|forlengast
      )
    # "Oppdraget skal", "Oppdraget i sin helhet"
    | (?:oppdraget|oppdraga)[ ](?:skal|må|er|blir|vert)
    | oppdraget[ ]i[ ](?:sin[ ]helhet|alt)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Of the type size: text that stands further out than a sub-assignment's heading is none of it.
OUTDENT = 0.3
# Characters of a label in a table's first column, whatever it says.
SHORT_LABEL = 40
# Characters; a field on its label's line that is shorter is no running text.
SHORT_FIELD = 80


@dataclass(frozen=True, slots=True)
class DeadlineField:
    """What a label "Frist" stands over."""

    span: Span
    label: str | None
    """What falls due, where the label says so or a sub-assignment's heading does."""
    label_span: Span | None = None


@dataclass
class Parts:
    """Spans by field, each list in reading order."""

    background: list[Span] = field(default_factory=list)
    description: list[Span] = field(default_factory=list)
    tasks: list[list[Span]] = field(default_factory=list)
    """The spans of each: an item of a list; or a sub-assignment's heading and its text."""
    financing: list[Span] = field(default_factory=list)
    deadlines: list[DeadlineField] = field(default_factory=list)
    participants: list[Span] = field(default_factory=list)
    responsible: Span | None = None
    sub_headings: list[tuple[int, str]] = field(default_factory=list)
    """Where each sub-assignment begins, and its heading; none where they are over."""

    @property
    def texts(self) -> list[Span]:
        """What the assignment says is to be done, in reading order."""
        spans = [*self.description, *(span for task in self.tasks for span in task)]
        return sorted(spans, key=lambda span: span.start)

    def sub_heading(self, at: int) -> str | None:
        """The heading of the sub-assignment that a place belongs to."""
        before = [words for start, words in self.sub_headings if start <= at]
        return (before[-1] or None) if before else None


def split_parts(reading: Reading, body: Sequence[Block], rest: Span | None = None) -> Parts:
    """Parts an assignment's blocks by its labels; `rest` is what runs on after its title."""
    splitter = _Splitter(reading, _plain_heads(reading, body), _of_the_whole(reading, body))
    if rest is not None and reading.words(rest).strip():
        splitter.parts.description.append(rest)
    for block in body:
        if isinstance(block, Table):
            splitter.table(block)
        else:
            splitter.paragraph(block)
    return splitter.parts


def _plain_heads(reading: Reading, body: Sequence[Block]) -> frozenset[int]:
    """Where items "a) Kartlegging" begin that each stand over a text of their own, in plain type.

    There are two at least, and nothing else among them: of a list's items the last alone has text
    under it.
    """
    heads: list[int] = []
    for block, below in pairwise(body):
        if not isinstance(block, Paragraph) or block.marker is None:
            continue
        words = reading.words(block)
        is_head = (
            block.marker.strip("().").isalnum()
            and not words.endswith((".", ",", ";", ":"))
            and is_title(words)
            and isinstance(below, Paragraph)
            and below.marker is None
            and below.indent > block.indent - OUTDENT * block.style.size
            and any_label(reading.words(below), below.lead - below.start) is None
        )
        if not is_head:
            return frozenset()
        heads.append(block.start)
    return frozenset(heads) if len(heads) > 1 else frozenset()


def _of_the_whole(reading: Reading, body: Sequence[Block]) -> int | None:
    """Where the one paragraph begins that sets the whole assignment's deadline, after its parts."""
    found = [
        block.start
        for block in body
        if isinstance(block, Paragraph) and _OF_THE_WHOLE.match(reading.words(block))
    ]
    return found[0] if len(found) == 1 else None


class _Splitter:
    """Walks the blocks with the label in force; `heads` are where plain headings of parts begin.

    `whole` is where a paragraph begins that is of no part.
    """

    def __init__(self, reading: Reading, heads: frozenset[int], whole: int | None) -> None:
        self.reading = reading
        self.heads = heads
        self.whole = whole
        self.parts = Parts()
        self.field: LabelField = "description"
        self.label: str | None = None
        self.label_span: Span | None = None
        self.in_task = False
        """Under the heading of a sub-assignment."""
        self.task_indent = 0.0
        """How far that heading is set in: what stands further out is the assignment's again."""
        self.last: list[Span] | None = None
        """Where the text was put that was read last."""

    def paragraph(self, block: Paragraph) -> None:
        words = self.reading.words(block)
        label = _label_of(words, block.lead - block.start)
        if label is None:
            bare = bare_deadline(words)
            if bare:
                self._bare_deadline(block, bare)
            else:
                self._content(block, block)
            return
        self._enter(label, Span(block.start, block.start + label.end), words[: label.end])
        rest = Span(block.start + label.rest, block.end)
        if rest.start < rest.end:
            self._content(rest, block)
            # A label before its own words governs that paragraph alone.
            if label.field in ("deadline", "responsible", "participants", "financing"):
                self._leave()

    def table(self, table: Table) -> None:
        heads = [self.reading.words(cell).strip(" :") for cell in table.rows[0].cells]
        due = [at for at, words in enumerate(heads) if DUE_COLUMN.fullmatch(words)]
        what = [at for at, words in enumerate(heads) if WHAT_COLUMN.fullmatch(words)]
        rows = table.rows
        if due and what and all(len(row.cells) == len(heads) for row in rows):
            for row in rows[1:]:
                self._due_row(row.cells[what[0]], row.cells[due[0]])
            return
        labelled = any(len(row.cells) > 1 and self._label_beside(row) for row in rows)
        for row in rows:
            self._row(row, labelled=labelled)

    def _label_beside(self, row: Row) -> Label | None:
        return _label_of(self.reading.words(row.cells[0]).rstrip(": ") + ":", 0)

    def _row(self, row: Row, *, labelled: bool) -> None:
        """A row's fields; `labelled` where first cells of the table are labels."""
        boxed = text_and_labels(self.reading, row)
        for part in boxed:
            self.paragraph(part)
        if boxed:
            self._leave()
            return
        first = row.cells[0]
        words = self.reading.words(first)
        label = self._label_beside(row) if len(row.cells) > 1 else None
        if label is None and len(row.cells) == 1 and (first.parts or _label_of(words, 0)):
            for part in paragraphs_of(first):
                self.paragraph(part)
            return
        if label is None and self.field == "deadline" and len(row.cells) > 1:
            self._due_row(first, row.cells[1])
            return
        if label is None and self._goes_on(row):
            return
        if label is None and labelled and len(row.cells) == 2 and len(words) <= SHORT_LABEL:
            self._content(row.cells[1], None)  # under a label that we do not know
            return
        if label is None:
            self.parts.description.append(Span(row.start, row.end))
            return
        self._enter(label, first, words.rstrip(": "))
        for cell in row.cells[1:]:
            if cell.parts:
                for part in cell.parts:
                    self._content(part, part)
            else:
                self._content(cell, None)
        self._leave()

    def _goes_on(self, row: Row) -> bool:
        """The rest of a cell that a page's end cut: it begins small and has no label beside it.

        Right after a date with a label it is the rest of the label.
        """
        words = self.reading.words(row)
        if len(row.cells) > 1 or not words[:1].islower():
            return False
        due = self.parts.deadlines[-1:]
        if due and due[0].label is not None and self._is_next(due[0].span, row):
            self.parts.deadlines[-1] = replace(due[0], label=f"{due[0].label} {words}")
            return True
        if self.last is None or not self._is_next(self.last[-1], row):
            return False
        spans = self.last
        spans[-1] = Span(spans[-1].start, row.end)
        return True

    def _is_next(self, span: Span, row: Row) -> bool:
        return not self.reading.text[span.end : row.start].strip()

    def _due_row(self, what: Span, when: Span) -> None:
        """A row under a label "Frister": what falls due, and when."""
        label = self.reading.words(what).strip(" :") or None
        self.parts.deadlines.append(DeadlineField(when, label, what))

    def _enter(self, label: Label, span: Span, words: str) -> None:
        self.field = label.field
        self.in_task = self.in_task and label.field == "deadline"
        names = label.field == "deadline" and (
            match_deadline_label(words + ":") is not None or _OF_A_PART.match(words) is not None
        )
        self.label = words.rstrip(": ") if names else None
        self.label_span = span

    def _leave(self) -> None:
        self.field, self.label, self.label_span = "description", None, None

    def _content(self, span: Span, block: Paragraph | None) -> None:
        span = self._without_responsible(span)
        if span.start >= span.end:
            return
        marked = block is not None and block.marker is not None
        if self.field == "deadline":
            self._deadline(span, marked)
        elif self.field == "responsible":
            self.parts.responsible = self.parts.responsible or span
        elif self.field == "financing":
            self.parts.financing.append(span)
        elif self.field == "participants":
            self.parts.participants.append(span)
        elif self.field == "background":
            self.parts.background.append(span)
            self.last = self.parts.background
        else:
            self._description(span, block, marked)

    def _deadline(self, span: Span, marked: bool) -> None:
        words = self.reading.words(span)
        is_read = (
            self.reading.dates(span)
            or find_statuses(words)
            or find_day_in_digits(words)
            or BORROWS.match(words)
        )
        if not (marked or is_read or self.label or self._is_field(span, words)):
            self._leave()
            self.parts.description.append(span)
            return
        label = self.label or self.parts.sub_heading(span.start)
        self.parts.deadlines.append(DeadlineField(span, label, self.label_span))

    def _is_field(self, span: Span, words: str) -> bool:
        """True for a few words on the label's line, which say when, however they say it."""
        assert self.label_span is not None
        between = self.reading.text[self.label_span.end : span.start]
        return "\n" not in between and len(words) < SHORT_FIELD

    def _bare_deadline(self, block: Paragraph, bare: int) -> None:
        """A label without a colon ("Frist 1. mai 2023"), whatever label stood before."""
        span = self._without_responsible(Span(block.start + bare, block.end))
        label = self.parts.sub_heading(block.start)
        self.parts.deadlines.append(
            DeadlineField(span, label, Span(block.start, block.start + bare))
        )
        if self.field == "deadline":
            return
        self._leave()

    def _description(self, span: Span, block: Paragraph | None, marked: bool) -> None:
        words = self.reading.words(span)
        if block is not None and self.in_task:
            further_out = block.indent <= self.task_indent - OUTDENT * block.style.size
            self.in_task = not (further_out or block.start == self.whole)
            if block.start == self.whole:
                self.parts.sub_headings.append((span.start, ""))
        if self._heads_part(words, block) and len(words) < 160 and not words.endswith("."):
            outer = self.reading.text[block.outer : span.start] if block is not None else ""
            heading = _LETTER.sub("", outer + words)
            self.parts.sub_headings.append((span.start, heading.rstrip(": ")))
            self.in_task = True
            self.task_indent = block.indent if block is not None else 0.0
            number = _LIST_NUMBER.match(words)
            start = span.start + (number.end() if number else 0)
            self.parts.tasks.append([Span(start, span.end)])
        elif self.in_task:
            self.parts.tasks[-1].append(span)
        elif marked or _NUMBERED_SUB.match(words):
            inner = _INNER_MARKER.match(words)
            start = span.start + (inner.end() if inner else 0)
            self.parts.tasks.append([Span(start, span.end)])
        else:
            self.parts.description.append(span)
            self.last = self.parts.description

    def _heads_part(self, words: str, block: Paragraph | None) -> bool:
        """True for "Deloppdrag 1: Kartlegging", and for "a) Kartlegging" set in bold."""
        if SUB_ASSIGNMENT.match(words) or (block is not None and block.start in self.heads):
            return True
        return (
            block is not None
            and (block.style.bold or block.style.italic or block.style.underlined)
            and _LIST_NUMBER.match(self.reading.text[block.outer : block.end]) is not None
        )

    def _without_responsible(self, span: Span) -> Span:
        """Takes "Ansvarlig avdeling i HOD: DIG" out of the text that it ends."""
        words = self.reading.words(span)
        match = _RESPONSIBLE.search(words) if "ansvarl" in self.reading.small(span) else None
        if match is None:
            return span
        at = span.start
        self.parts.responsible = Span(at + match.start("name"), at + match.end("name"))
        if match.start() == 0:
            return Span(at + match.end(), max(span.end, at + match.end()))
        return Span(at, at + len(words[: match.start()].rstrip()))


def _label_of(words: str, bold_until: int) -> Label | None:
    return own_label(words, bold_until) or any_label(words, bold_until)


def bare_deadline(words: str) -> int:
    """Where the date begins in "Frist 1. mai 2023", which has no colon; 0 where it is no such line.

    >>> bare_deadline("Frist 1. mai 2023"), bare_deadline("Frist for planen er 1. mai 2023")
    (6, 0)
    """
    match = _FRIST_BARE.match(words)
    if match is None:
        return 0
    rest = words[match.end() :]
    starts = [date.start for date in find_dates(rest)]
    starts.extend(status.start for status in find_statuses(rest))
    if BORROWS.match(rest):
        return match.end()
    return match.end() if min(starts, default=len(rest)) <= 1 else 0
