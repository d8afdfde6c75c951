"""The money that stands outside any assignment, read with the chapter and post in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tildeling.find.posts import BudgetPost, find_posts
from tildeling.letter import FinancingKind, FinancingLine
from tildeling.meaning.budget_tables import BudgetTables
from tildeling.meaning.financing import Lines, lines_in_text, speaks_of_money
from tildeling.meaning.financing_parts import (
    is_item,
    parts_of_row,
    parts_of_sum,
    starts_with_sum,
)
from tildeling.meaning.financing_words import (
    AUTHORISES,
    EARMARKS,
    GIVES_SUMS,
    OF_CHANGES,
    SAYS_TOGETHER,
)
from tildeling.meaning.money_sentence import Context, Post, Sum
from tildeling.meaning.outline import GroupHeading
from tildeling.meaning.reading import Reading
from tildeling.scope.headings import BudgetHeading, SectionHeading
from tildeling.text.blocks import Paragraph, Span, Table

# Characters of a post and its name that a paragraph begins with.
LONGEST_LEAD = 100


class BudgetPart:
    """Walks what stands outside the assignments, and gathers its financing lines."""

    def __init__(self, reading: Reading, tables: BudgetTables, letter: Context) -> None:
        self.reading = reading
        self.lines: list[FinancingLine] = []
        self.sections: list[str | None] = []
        """The number of the section that each line stands in."""
        self._rows = [row for row in tables.rows if row.comments]
        self._letter = letter
        self._number: str | None = None
        self._pending: Sum | None = None
        """The sum that the list being read splits."""
        self._authorises = False
        """True in a list of what the recipient may do: "Direktoratet får fullmakt til å:"."""
        self._opened: FinancingKind | None = None
        """What is done to each sum of the list being read."""
        self._opened_at: Post = (None, None)
        """The post that the sentence over that list names."""
        self._list_start: int | None = None
        """How many lines there were when the list being read began."""
        self._spoken: int | None = None
        """The one chapter that the last paragraph with any names, under the heading in force."""

    def read(self, item: SectionHeading | GroupHeading | BudgetHeading | Paragraph | Table) -> None:
        """The next thing that stands outside any assignment."""
        if isinstance(item, Paragraph):
            self._paragraph(item)
            return
        self.end_list()
        self._pending = self._opened = None
        if not isinstance(item, Table):
            self._spoken = None
        if isinstance(item, SectionHeading):
            self._number = item.number
        elif isinstance(item, Table):
            self._table(item)

    def _table(self, table: Table) -> None:
        for row in self._rows:
            if any(table.start <= remark.start < table.end for remark in row.comments):
                self._add(tuple(parts_of_row(self.reading, row)))

    def _paragraph(self, block: Paragraph) -> None:
        if self._pending is not None:
            if block.marker is not None or is_item(self.reading, block):
                parts = parts_of_sum(self.reading, block, self._pending)
                self._add(parts)
                if parts or not self.reading.money(block):
                    return
            self._pending = None
        is_listed = block.marker is not None or self._named_first(block)
        if not is_listed:
            self.end_list()
            leads_in = self.reading.words(block).endswith(":")
            self._list_start = len(self.lines) if leads_in else None
        self._opened = self._opened if is_listed else None
        if self._is_authorised(block) or not speaks_of_money(self.reading, block):
            return
        context = self._context(block)
        found = lines_in_text(self.reading, block, context)
        named = {post.chapter for post in self.reading.posts(block)} - {None}
        if named:
            self._spoken = named.pop() if len(named) == 1 else None
        if not found.lines and (whole := self._whole(block, context)) is not None:
            self._add(parts_of_sum(self.reading, block, whole))
            return
        said_again = self._said_again(found)
        lines = found.lines[:-1] if said_again is not None else found.lines
        lines = tuple(line for line in lines if not _is_earmark(line))
        self._add(lines if context.in_addendum else _split_of_table(lines, context))
        self._pending = said_again or found.pending
        if found.opened is not None:
            self._opened, self._opened_at = found.opened, found.opened_at

    def _said_again(self, found: Lines) -> Sum | None:
        """The grant that the sum over a list repeats: "på følgende formål, til sammen 68 mill."."""
        pending, again = found.pending, found.lines[-1:]
        if pending is None or not again or SAYS_TOGETHER.search(again[0].text) is None:
            return None
        for line in (*self.lines, *found.lines[:-1]):
            is_same = line.amount == pending.amount == again[0].amount and line.part_of is None
            if is_same and pending.post in (None, line.post):
                return replace(pending, kind=line.kind, chapter=line.chapter, post=line.post)
        return None

    def _is_authorised(self, block: Paragraph) -> bool:
        """True for an item of such a list, whose sums are ceilings."""
        words = self.reading.words(block)
        if block.marker is None and not (self._authorises and self._named_first(block)):
            self._authorises = (
                words.endswith(":")
                and AUTHORISES.search(words) is not None
                and GIVES_SUMS.search(words) is None
            )
            return False
        return self._authorises

    def _context(self, block: Paragraph) -> Context:
        """The headings in force, and what the paragraph's own first words name."""
        chapter, post = self.reading.post_in_force(block.start)
        lead = self._lead(block)
        if lead is not None:
            chapter, post = lead.chapter if lead.chapter is not None else chapter, lead.post
        if chapter is None:
            chapter = self._letter.spending_chapter_of(post)
        return replace(
            self._letter,
            chapter=chapter,
            post=post,
            posts=self._headed(block, chapter) if lead is None else (),
            spoken=self._spoken,
            in_addendum=self._letter.in_addendum or self._is_of_changes(block),
            opened=self._opened,
            opened_at=self._opened_at,
        )

    def _named_first(self, block: Paragraph) -> bool:
        """True for a line that begins with its post, which may be an item without a marker."""
        posts = self.reading.posts(block)
        return bool(posts) and posts[0].start == 0

    def _headed(self, block: Paragraph, chapter: int | None) -> tuple[Post, ...]:
        """The posts of the heading right over a paragraph, where it names more than one."""
        heading = self.reading.place(block.start).heading
        posts = self.reading.posts(heading) if heading is not None else ()
        named = [(post.chapter or chapter, post.post) for post in posts if post.post is not None]
        return tuple(named) if len(named) > 1 else ()

    def _is_of_changes(self, block: Paragraph) -> bool:
        """True in a base letter's section of what it changes of an earlier one."""
        return any(
            place.kind == "section"
            and place.heading is not None
            and OF_CHANGES.search(self.reading.words(place.heading)) is not None
            for place in self.reading.place(block.start).outward()
        )

    def _lead(self, block: Paragraph) -> BudgetPost | None:
        """The post that a paragraph names before it says anything: "Post 30. Av bevilgningen"."""
        sentences = self.reading.sentences(block)
        if len(sentences) < 2 or not self._named_first(block):
            return None
        _, end = sentences[0]
        lead = Span(block.start, block.start + end)
        if end >= LONGEST_LEAD or self.reading.money(lead):
            return None
        posts = self.reading.posts(lead)
        return posts[0] if len(posts) == 1 else None

    def _whole(self, block: Paragraph, context: Context) -> Sum | None:
        """What a list's item splits where a table alone says the whole: the post's amount there."""
        if block.marker is None or context.in_addendum or not starts_with_sum(self.reading, block):
            return None
        post = (context.chapter, context.post)
        amount = context.granted.get(post)
        return Sum(amount, "grant", *post) if amount is not None else None

    def end_list(self) -> None:
        """The items of a list that has ended, as parts of a sum that stands before it and that
        they come to: "Tilskuddet skal brukes slik:" names none.
        """
        start, self._list_start = self._list_start, None
        items = self.lines[start:] if start is not None else []
        amount = _sum_of_grants(items)
        if start is None or amount is None:
            return
        wholes = [
            line
            for line in self.lines[:start]
            if line.kind == "grant" and line.part_of is None and line.amount == amount
        ]
        if not wholes:
            return
        whole = wholes[-1]
        is_elsewhere = (whole.chapter, whole.post) != (items[0].chapter, items[0].post)
        if is_elsewhere and (
            whole is not self.lines[start - 1] or any(find_posts(line.text) for line in items)
        ):
            return  # the items have a post of their own
        update = {"part_of": amount, "chapter": whole.chapter, "post": whole.post}
        self.lines[start:] = [line.model_copy(update=update) for line in items]

    def _add(self, lines: Sequence[FinancingLine]) -> None:
        self.lines.extend(lines)
        self.sections.extend([self._number] * len(lines))


def _is_earmark(line: FinancingLine) -> bool:
    """True for "av bevilgningen er 5 mill. kroner øremerket", which gives nothing.

    The sum is told as unclaimed, so that a reader who asks for it finds its place.
    """
    is_part = line.kind == "grant" and line.part_of is not None
    return is_part and EARMARKS.search(line.text) is not None


def _sum_of_grants(lines: Sequence[FinancingLine]) -> int | None:
    """What several grants on one post come to; None where they are others, or parts already."""
    places = {(line.chapter, line.post) for line in lines}
    is_one = len(lines) > 1 and len(places) == 1
    if not is_one or any(line.kind != "grant" or line.part_of for line in lines):
        return None
    return sum(line.amount or 0 for line in lines)


def _split_of_table(
    lines: tuple[FinancingLine, ...], context: Context
) -> tuple[FinancingLine, ...]:
    """The lines of a post, as parts of what the tables grant it where they come to just that."""
    amount = _sum_of_grants(lines)
    if amount is None or amount != context.granted.get((lines[0].chapter, lines[0].post)):
        return lines
    return tuple(line.model_copy(update={"part_of": amount}) for line in lines)


def granted(tables: BudgetTables) -> dict[Post, int]:
    """What the tables grant each post, in the order of the tables: the first says it."""
    found: dict[Post, int] = {}
    for row in tables.rows:
        if row.grant is not None and row.post is not None:
            found.setdefault((row.chapter, row.post), row.grant)
    return found


def changed(tables: BudgetTables) -> dict[Post, int]:
    """What the tables change each post by, which is not nothing: the first says it."""
    found: dict[Post, int] = {}
    for row in tables.rows:
        if row.change and row.post is not None:
            found.setdefault((row.chapter, row.post), row.change)
    return found
