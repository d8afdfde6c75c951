"""What all rules look at: the letter, its text, and the places where each post stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tildeling.audit.amounts import LineTexts, step_of
from tildeling.letter import BudgetRow, BudgetTable, Evidence, FinancingLine, Letter
from tildeling.meaning.letter import Built
from tildeling.meaning.outline import GroupHeading
from tildeling.meaning.reading import Reading
from tildeling.scope.headings import BudgetHeading, SectionHeading
from tildeling.text.blocks import Paragraph, Span, Table

# Chapter and post.
Post = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that stands for a post, with what its columns say of it."""

    table: BudgetTable
    row: BudgetRow
    previous: int | None
    changes: tuple[int | None, ...]
    """One a column of changes; empty where the table has none."""
    new: int | None
    step: int
    """What the last digit printed in the table is worth: its unit, unless it has decimals."""

    @property
    def is_of_known_unit(self) -> bool:
        """False where the table's amounts stand as printed, in a unit that nothing tells."""
        return self.table.unit_basis != "assumed"

    @property
    def change(self) -> int | None:
        """What the table changes: its columns of changes added up, else new less previous."""
        if self.changes:
            return None if None in self.changes else sum(c for c in self.changes if c is not None)
        if self.previous is None or self.new is None:
            return None
        return self.new - self.previous

    @property
    def adds_up(self) -> bool | None:
        """Whether previous and changes make the new amount; None where one is not printed.

        Where one printed unit is more than a krone, each amount may be rounded by half of one.
        """
        if not self.changes or self.previous is None or self.new is None:
            return None
        apart = abs(self.previous + sum(change or 0 for change in self.changes) - self.new)
        rounding = (len(self.changes) + 2) * self.step if self.step > 1 else 0
        return apart * 2 <= rounding


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the budget part with the chapter in force, and the paragraphs under it."""

    chapter: int | None
    post: int | None
    name: str
    start: int
    end: int
    chapter_at: Span | None
    """The heading that names its chapter: itself, or one over it."""
    body: tuple[Paragraph, ...]
    over_table: bool
    """True where a table follows right after it."""


@dataclass(frozen=True)
class Case:
    """A letter under audit."""

    built: Built
    others: tuple[Letter, ...] = ()
    """Other readings of a scanned letter, its picture measured a little otherwise."""

    @property
    def letter(self) -> Letter:
        """The letter as it was built."""
        return self.built.letter

    @property
    def reading(self) -> Reading:
        """Its text."""
        return self.built.reading

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Where a span of the text stands."""
        return self.reading.evidence(start, end)

    @cached_property
    def texts(self) -> LineTexts:
        """What its lines' texts say."""
        return LineTexts(self.reading)

    @cached_property
    def rows(self) -> dict[Post, list[TableRow]]:
        """The table rows of each post."""
        found: dict[Post, list[TableRow]] = {}
        for table in self.letter.budget_tables:
            for row in table_rows(table):
                chapter, post = row.row.chapter, row.row.post
                if chapter is not None and post is not None:
                    found.setdefault((chapter, post), []).append(row)
        return found

    def whole_rows(self, post: Post) -> list[TableRow]:
        """The rows that say what a post comes to in kroner: no parts of it, and a unit is known."""
        rows = [row for row in self.rows.get(post, []) if row.row.sub is None]
        tables = [id(row.table) for row in rows]
        return [row for row in rows if row.is_of_known_unit and tables.count(id(row.table)) == 1]

    @cached_property
    def lines(self) -> dict[Post, list[FinancingLine]]:
        """The lines of the budget part on each post; parts of a sum are not among them."""
        found: dict[Post, list[FinancingLine]] = {}
        for line in self.letter.financing:
            if line.chapter is not None and line.post is not None and line.part_of is None:
                found.setdefault((line.chapter, line.post), []).append(line)
        return found

    @cached_property
    def assignment_lines(self) -> dict[Post, list[FinancingLine]]:
        """The assignments' lines on each post; parts of a sum are not among them."""
        found: dict[Post, list[FinancingLine]] = {}
        for assignment in self.letter.assignments:
            for line in assignment.financing:
                if line.chapter is not None and line.post is not None and line.part_of is None:
                    found.setdefault((line.chapter, line.post), []).append(line)
        return found

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the budget part, in reading order."""
        return tuple(_headings(self))

    @cached_property
    def posts(self) -> frozenset[Post]:
        """All posts that the budget part speaks of: in headings, lines, or tables."""
        headed = {(h.chapter, h.post) for h in self.headings if h.chapter and h.post is not None}
        counters = {
            (line.counter_chapter, line.counter_post)
            for line in self.letter.financing
            if line.counter_chapter is not None and line.counter_post is not None
        }
        return frozenset((*self.rows, *self.lines, *counters, *headed))


def table_rows(table: BudgetTable) -> Iterator[TableRow]:
    """A table's rows of posts with their amounts by what the columns hold."""
    step = step_of(table)
    for row in table.rows:
        if row.kind != "post":
            continue
        by_role = list(zip(table.column_roles, row.amounts, strict=True))
        yield TableRow(
            table,
            row,
            previous=next((amount for role, amount in by_role if role == "previous"), None),
            changes=tuple(amount for role, amount in by_role if role == "change"),
            new=next((amount for role, amount in by_role if role == "new"), None),
            step=step,
        )


def post_key(post: Post) -> str:
    """The key of a finding about a post, "291/60".

    >>> post_key((842, 1))
    '842/1'
    """
    return f"{post[0]}/{post[1]}"


def _chapter_in_force(case: Case, heading: BudgetHeading) -> tuple[int, Span] | None:
    """The chapter that a post's heading stands under, and where that is said."""
    post = case.reading.place(heading.span.start)
    if post.heading is None or post.heading.start != heading.span.start:
        return None
    for place in post.outward():
        if place.kind == "chapter" and place.chapter is not None and place.heading is not None:
            return place.chapter, Span(place.heading.start, place.heading.end)
    return None


def _headings(case: Case) -> Iterator[Heading]:
    chapter: int | None = None
    chapter_at: Span | None = None
    heading: BudgetHeading | None = None
    body: list[Paragraph] = []
    over_table = False
    for item in (*case.built.outline.outside, None):
        if isinstance(item, Paragraph):
            body.append(item)
            continue
        if isinstance(item, Table):
            over_table = over_table or not body
            continue
        if heading is not None:
            words, span = case.reading.words(heading.span), heading.span
            parts = (span.start, span.end, chapter_at, tuple(body), over_table)
            yield Heading(chapter, heading.post, words, *parts)
        heading, body, over_table = None, [], False
        if isinstance(item, BudgetHeading):
            heading = item
            if item.chapter is not None:
                chapter, chapter_at = item.chapter, item.span
            elif chapter is not None:
                chapter, chapter_at = _chapter_in_force(case, item) or (chapter, chapter_at)
        elif isinstance(item, SectionHeading | GroupHeading):
            chapter, chapter_at = None, None
