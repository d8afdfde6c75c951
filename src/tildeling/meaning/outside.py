"""The deadlines that stand outside any assignment, attachments after the signature included."""

from __future__ import annotations

from collections.abc import Sequence

from tildeling.letter import Deadline
from tildeling.meaning.bound import Calendar
from tildeling.meaning.calendar_words import CAPTION
from tildeling.meaning.calendars import (
    CalendarColumns,
    calendar_columns,
    deadlines_in_line,
    read_calendar,
)
from tildeling.meaning.deadline_words import STARTS
from tildeling.meaning.deadlines import deadlines_in_field, deadlines_in_prose
from tildeling.meaning.labels import match_deadline_label, match_label
from tildeling.meaning.outline import GroupHeading
from tildeling.meaning.parts import DeadlineField, bare_deadline
from tildeling.meaning.reading import Reading
from tildeling.meaning.recurring_words import (
    ADJECTIVE_OF_TURNS,
    BY_TURNS,
    MEETING_ASKED,
    REPORTS,
)
from tildeling.scope.headings import BudgetHeading, SectionHeading
from tildeling.text.blocks import Block, Paragraph, Span, Table


def _is_of_reports(deadline: Deadline) -> bool:
    """True for "Tilsynet rapporterer hvert tertial": the days of such reports stand elsewhere.

    So do those of meetings: "Departementet ber om et statusmøte hvert kvartal".
    """
    by_turns = (BY_TURNS, ADJECTIVE_OF_TURNS)
    if any(pattern.fullmatch(deadline.text) for pattern in by_turns):
        return True
    sentence = deadline.sentence or ""
    return (
        deadline.date is None
        and deadline.recurrence is not None
        and (REPORTS.search(sentence) is not None or MEETING_ASKED.search(sentence) is not None)
    )


def _is_of_no_work(deadline: Deadline) -> bool:
    """True for what is to be done at once where no work of the recipient's own is spoken of."""
    return deadline.status == "immediate" and STARTS.search(deadline.sentence or "") is None


class DeadlinesOutside:
    """Reads the blocks that belong to no assignment, in reading order."""

    def __init__(self, reading: Reading, calendar: Calendar, budget_tables: frozenset[int]) -> None:
        self.deadlines: list[Deadline] = []
        self.unread: list[Span] = []
        """What stands under a label "Frist" and could not be read."""
        self._reading = reading
        self._calendar = calendar
        self._budget_tables = budget_tables
        self._columns: CalendarColumns | None = None
        """Those of the calendar right above, which may go on without a heading."""

    def read(self, items: Sequence[SectionHeading | GroupHeading | BudgetHeading | Block]) -> None:
        """The letter's own text."""
        for item in items:
            if isinstance(item, Table):
                if item.start not in self._budget_tables:
                    self._table(item)
                continue
            self._columns = None
            if isinstance(item, Paragraph):
                self._paragraph(item)

    def read_attachments(self, blocks: Sequence[Block]) -> None:
        """What stands after the signature: calendars alone."""
        for block in blocks:
            if isinstance(block, Table):
                if block.start not in self._budget_tables:
                    self._calendar_table(block)
                continue
            self._columns = None
            self.deadlines.extend(deadlines_in_line(self._reading, block, self._calendar))

    def _table(self, table: Table) -> None:
        """A calendar's deadlines, or those of rows that a label "Frist ..." begins."""
        if self._calendar_table(table):
            return
        for row in table.rows:
            words = self._reading.words(row.cells[0]).rstrip(": ")
            named = match_deadline_label(words + ":")
            label = named or match_label(words + ":")
            if len(row.cells) > 1 and label is not None and label.field == "deadline":
                self._field(DeadlineField(row.cells[1], words if named else None, row.cells[0]))

    def _calendar_table(self, table: Table) -> bool:
        """A table right under a calendar goes on with its columns, where it has no heading."""
        columns = calendar_columns(self._reading, table)
        if self._columns is not None and (columns is None or not columns.heading_rows):
            columns = self._columns
            rows = table.rows
        elif columns is None:
            return False
        else:
            rows = table.rows[columns.heading_rows :]
        self._columns = columns
        found = read_calendar(self._reading, rows, columns, self._calendar)
        self.deadlines.extend(found.deadlines)
        self.unread.extend(found.unread)
        return True

    def _paragraph(self, block: Paragraph) -> None:
        words = self._reading.words(block)
        named = match_deadline_label(words)
        label = named or match_label(words, block.lead - block.start)
        if label is not None and label.field == "deadline" and label.rest < len(words):
            self._field(
                DeadlineField(
                    Span(block.start + label.rest, block.end),
                    words[: label.end] if named else None,
                    Span(block.start, block.start + label.end),
                )
            )
            return
        bare = bare_deadline(words)
        if bare:
            self._field(DeadlineField(Span(block.start + bare, block.end), None, block))
            return
        if CAPTION.match(words):
            return  # what a table is about
        found = deadlines_in_line(self._reading, block, self._calendar)
        self.deadlines.extend(found or self._in_prose(block))

    def _in_prose(self, block: Paragraph) -> list[Deadline]:
        """What running text sets; the days of reports that come by turns stand elsewhere."""
        found = deadlines_in_prose(self._reading, block, self._calendar)
        return [each for each in found if not (_is_of_reports(each) or _is_of_no_work(each))]

    def _field(self, field: DeadlineField) -> None:
        found = deadlines_in_field(self._reading, field, self._calendar)
        self.deadlines.extend(found)
        if not found and self._reading.words(field.span).strip(" –—-."):
            self.unread.append(field.span)
