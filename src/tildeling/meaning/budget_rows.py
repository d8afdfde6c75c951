"""The rows of a budget table as they are put together: a name or remark may go on in the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tildeling.find.cells import parse_cell
from tildeling.letter import RowKind, Side
from tildeling.meaning.budget_columns import FIRST_GROUP, MORE_GROUPS, Columns, Line
from tildeling.meaning.budget_keys import RowKey, first_of_two_chapters, is_part, is_subtracted
from tildeling.scope.posts import Post
from tildeling.text.blocks import Cell, Row, Span

# "Driftsutgifter..........kr", "Driftsutgifter . . . . ".
_LEADER = re.compile(
    r"\s*(?:\.{3,}|(?:\s\.){3,}|…+)[\s.…]*(?P<kr>kr\.?|NOK)?\s*$|\s+(?P<alone>kr\.?|NOK)\s*$"
)
_ENDS_OPEN = re.compile(
    r"(?:[,–-]|\b(?:og|eller|til|under|av|for|i|på|med|kan|post|postene?|postane?))$"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A row of the letter's table, its amounts still as printed."""

    kind: RowKind
    chapter: int | None
    post: int | None
    sub: str | None
    name: str
    amounts: tuple[str, ...]
    comments: tuple[Span, ...]
    """What stands in its columns of remarks, a paragraph or list item each."""
    start: int
    end: int
    is_subtracted: bool = False
    is_in_doubt: bool = False
    """True where an amount stands in a column that is none of the amounts."""


@dataclass
class Rows:
    """The rows of one table, read line by line."""

    chapter: int | None
    """The chapter of a row that prints its post alone."""
    post: int | None = None
    """The post that rows without a key are parts of; None where rows name their own."""
    drafts: list[Draft] = field(default_factory=list)
    odd: list[Row] = field(default_factory=list)
    """Rows with amounts that name no post."""
    sides: list[Side] = field(default_factory=list)
    """The sides that lines over and between the rows name."""

    @property
    def posts(self) -> set[Post]:
        """The posts that they name, each with its chapter."""
        return {
            (draft.chapter, draft.post)
            for draft in self.drafts
            if draft.chapter is not None and draft.post is not None
        }

    def read(self, lines: Sequence[Line], columns: Columns) -> None:
        """Adds the rows that lines hold, the first of which head the columns."""
        self.sides += [line.side for line in lines[: columns.body] if line.side is not None]
        are_cut = columns.are_cut(lines[columns.body :])
        for line in lines[: columns.body]:
            self._take_chapter(line)
        for line in lines[columns.body :]:
            self._take_chapter(line)
            self._add(_Printed.of(line, columns, are_cut=are_cut))

    def _take_chapter(self, line: Line) -> None:
        """A line of two chapters is no row of either: the first counts for the posts under it."""
        named = first_of_two_chapters(line.texts[0]) if line.texts and line.key is None else None
        self.chapter = named or self.chapter

    def _add(self, printed: _Printed) -> None:
        line, key = printed.line, printed.line.key
        last = self.drafts[-1] if self.drafts else None
        if line.side is not None:
            self.sides.append(line.side)
        if not line.texts or line.is_heading:
            return
        if line.carries_sum and not self._is_part_named_transport(printed):
            return
        if last is not None and _continues(last, printed):
            self.drafts[-1] = _continued(last, printed)
        elif key is not None:
            self.drafts.append(self._draft(printed, key))
        elif self.post is not None and printed.label and printed.has_amount:
            part = RowKey("post", self.chapter, self.post, 0, "", False)
            self.drafts.append(self._draft(printed, part))
        elif printed.has_amount or (self.post is not None and printed.strays):
            self.odd.append(line.row)

    def _is_part_named_transport(self, printed: _Printed) -> bool:
        """Whether "Transport" names a part of a post: what it comes to is not what stands over it.

        All other words for a sum that is carried over a page name nothing else.
        """
        if self.post is None or printed.label.casefold() != "transport":
            return False
        over = [draft.amounts for draft in self.drafts if draft.kind == "post"]
        return any(
            _plain(text) != sum(_plain(row[at]) for row in over)
            for at, text in enumerate(printed.amounts)
        )

    def _draft(self, printed: _Printed, key: RowKey) -> Draft:
        """The row that a line begins; a chapter it names counts for the rows under it."""
        if key.kind != "sum" and key.chapter is not None:
            self.chapter = key.chapter
        is_category = key.kind == "post" and key.post is None
        chapter = key.chapter if key.kind == "sum" or is_category else self.chapter
        name, amounts = _without_leader(_joined(key.name, printed.label), printed.amounts)
        return Draft(
            key.kind,
            chapter,
            key.post,
            key.sub,
            name,
            amounts,
            printed.comments,
            printed.line.row.start,
            printed.line.row.end,
            is_subtracted(name),
            printed.strays,
        )


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line with what its columns print."""

    line: Line
    label: str
    amounts: tuple[str, ...]
    comments: tuple[Span, ...]
    strays: bool

    @classmethod
    def of(cls, line: Line, columns: Columns, *, are_cut: bool) -> _Printed:
        """What a line prints in a table's columns; `are_cut` says that two of them are one."""
        cells = [found[0] for c in columns.comments if (found := line.cell_in(c)) is not None]
        comments = tuple(part for cell in dict.fromkeys(cells) for part in _parts(cell))
        amounts = tuple(line.text_in(column) for column in columns.amounts)
        if line in columns.heads:
            amounts = ("",) * len(amounts)
        strays = columns.strays(line) or (are_cut and any(amounts))
        return cls(line, columns.label(line), amounts, comments, strays)

    @property
    def has_amount(self) -> bool:
        """True where a cell holds an amount; a dash is none."""
        return any(
            (amount := parse_cell(text, 1)) is not None and amount.kroner is not None
            for text in self.amounts
            if text
        )


def _plain(text: str) -> int:
    """What a cell comes to in its own unit; 0 for none."""
    cell = parse_cell(text, 1_000) if text else None
    return (cell.kroner or 0) if cell is not None else 0


def _parts(cell: Cell) -> tuple[Span, ...]:
    """A cell's paragraphs and list items, or the cell itself."""
    return cell.parts or (Span(cell.start, cell.end),)


def _continues(last: Draft, printed: _Printed) -> bool:
    """Whether a line is the rest of the row above, or a part of it."""
    line, label, amounts = printed.line, printed.label, printed.amounts
    # "Sum" over "totalt": a lone word in small letters goes on, whatever it begins with.
    if len(line.texts) == 1 and line.texts[0][:1].islower() and not any(amounts):
        return True
    if line.key is not None:
        return False
    if not (label or any(amounts)):
        return bool(printed.comments)
    if not label and _wrapped(last.amounts, amounts):
        return True
    if last.kind == "sum":
        return False
    if is_part(label):
        return True
    if any(amounts):
        return last.kind == "post" and not any(last.amounts)
    # A capital letter begins a subheading, unless the name above is cut in the middle.
    return not label[:1].isupper() or _ENDS_OPEN.search(last.name) is not None


def _wrapped(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether amounts go on in the next line, cut after their first group: "186" over "500".

    An amount that is whole as it stands, "72 000", goes on in none.
    """
    pairs = [(one, two) for one, two in zip(above, below, strict=True) if two]
    return all(FIRST_GROUP.fullmatch(one) and MORE_GROUPS.fullmatch(two) for one, two in pairs)


def _continued(last: Draft, printed: _Printed) -> Draft:
    """The row above with a line's words added; what a part of it comes to is not added."""
    whole = last.amounts
    label = printed.label
    if not is_part(label):
        whole = tuple(_joined(one, two) for one, two in zip(whole, printed.amounts, strict=True))
    name, whole = _without_leader(_joined(last.name, label), whole)
    return replace(
        last,
        name=name,
        amounts=whole,
        comments=(*last.comments, *printed.comments),
        end=printed.line.row.end,
        is_in_doubt=last.is_in_doubt or printed.strays,
    )


def _joined(first: str, second: str) -> str:
    return f"{first} {second}".strip()


def _without_leader(name: str, amounts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A name without the dots that lead to its amount; a "kr" after them belongs to the amount.

    >>> _without_leader("Driftsutgifter..........kr", ("241 310 000",))
    ('Driftsutgifter', ('kr 241 310 000',))
    """
    leader = _LEADER.search(name)
    if leader is None or not any(amounts):
        return name, amounts
    if leader["kr"] or leader["alone"]:
        first = next(at for at, amount in enumerate(amounts) if amount)
        amounts = (*amounts[:first], f"kr {amounts[first]}", *amounts[first + 1 :])
    return name[: leader.start()], amounts
