"""What a letter's text mentions that must be accounted for: sums, posts, dates after "frist"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tildeling.find.cells import parse_cell
from tildeling.find.money import Money
from tildeling.find.patterns import marked_lines
from tildeling.find.posts import BudgetPost
from tildeling.find.sentences import LONGEST
from tildeling.find.torn_sums import LAST_GROUPS
from tildeling.find.units import Unit, find_units
from tildeling.meaning.assignment_columns import OLD_DEADLINE
from tildeling.meaning.letter import Built
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Paragraph, Span, Table, block_at

# The line or block after a label that stands alone, as far as a sentence may go.
_NEXT = re.compile(rf"[\s:]*(?P<words>[^\t\n]{{1,{LONGEST}}})")
FRIST = re.compile(r"(?<!\w)\w*frist(?:en|ar|er|ene|ane|a)?(?!\w)", re.IGNORECASE)


@dataclass(slots=True, unsafe_hash=True)
class Sum(Span):
    """A sum of kroner in the text."""

    kroner: int


# Characters; a line with the word that is shorter heads what stands right under it.
HEADING = 60
THOUSAND, MILLION = 1_000, 1_000_000
# Characters; the first date so near after the word is told wherever a sentence ends between.
REACH = 80
# Characters; what stands over a table and is longer is no caption of it.
CAPTION = 120


def sums_in(built: Built, budget_rows: Container[int]) -> Iterator[Sum]:
    """Every sum that is printed as one, and every number in a table's column of kroner.

    `budget_rows` are where the rows of budget tables begin: what their columns hold is known.
    """
    printed = [
        Sum(money.start, money.end, money.kroner)
        for money in built.reading.laid.text.found.all_money
        if money.kroner and not _is_unit(built.reading, money)
    ]
    yield from printed
    starts = {one.start for one in printed}
    above: Block | None = None
    for block in built.reading.blocks:
        if isinstance(block, Table) and not any(row.start in budget_rows for row in block.rows):
            for one in _in_columns(built.reading, block, above):
                if one.start not in starts:
                    yield one
        above = block


def _in_columns(reading: Reading, table: Table, above: Block | None) -> Iterator[Sum]:
    """The numbers of columns whose heading, or the table's caption, says that they are kroner."""
    heads = table.rows[: table.heading_rows]
    caption = reading.words(above) if isinstance(above, Paragraph) else ""
    around = _unit(caption) if len(caption) < CAPTION else None
    for column, kind in enumerate(table.types):
        if kind != "amount":
            continue
        names = [cell for row in heads if (cell := row.cell(column)) is not None]
        heading = "\n".join(reading.words(cell) for cell in names)
        unit = _unit(heading, heading=True) or around
        for row in table.body if unit else ():
            cell = row.cell(column)
            amount = parse_cell(reading.words(cell), unit or 1) if cell is not None else None
            if cell is not None and amount is not None and amount.kroner:
                yield Sum(cell.start, cell.end, abs(amount.kroner))


def torn_in_columns(reading: Reading) -> Iterator[int]:
    """Where a cell of a column of amounts has the end of one: "000" under "14 300"."""
    for block in reading.blocks:
        columns = block.types if isinstance(block, Table) else ()
        amounts = {column for column, kind in enumerate(columns) if kind == "amount"}
        for row in block.body if isinstance(block, Table) and amounts else ():
            for cell in row.cells:
                if cell.column in amounts and LAST_GROUPS.fullmatch(reading.words(cell)):
                    yield cell.start


def posts_in(built: Built) -> Iterator[BudgetPost]:
    """Every chapter and post that is named."""
    yield from built.reading.laid.text.found.all_posts


def _is_unit(reading: Reading, money: Money) -> bool:
    """True for "1 000 kr" alone in a cell or on a line; a million must head the column."""
    before = reading.text[max(0, money.start - 1) : money.start]
    after = reading.text[money.end : money.end + 1]
    if (
        money.kroner not in (THOUSAND, MILLION)
        or before not in ("", "\n", "\t")
        or after not in ("", "\n", "\t")
    ):
        return False
    block = block_at(reading.blocks, money.start)
    if money.kroner == THOUSAND or not isinstance(block, Table):
        return True
    return money.start < block.rows[max(block.heading_rows, 1) - 1].end


def _unit(text: str, *, heading: bool = False) -> Unit | None:
    return next((found.unit for found in find_units(text, heading=heading)), None)


@dataclass(slots=True, unsafe_hash=True)
class Due(Span):
    """A date after the word "frist"."""

    is_near: bool
    """False where a sentence has ended between the two: the word may be said of something else."""


def dates_after_frist(built: Built) -> Iterator[Due]:
    """Every date that follows the word: in its sentence or row, right after it, in its column."""
    reading = built.reading
    words = _frist_words(reading)
    seen: set[tuple[int, int]] = set()
    answered: set[int] = set()
    """Where spans begin that hold a date."""
    spans = chain(
        ((span, is_near, False) for span, is_near in _after_frist(reading, words)),
        ((span, is_label, True) for span, is_label in _soon_after(reading, words)),
    )
    for part, is_near, is_soon in spans:
        if is_soon and part.start in answered:
            continue
        dates = reading.dates(part)
        if dates:
            answered.add(part.start)
        for date in dates[:1] if is_soon else dates:
            span = (part.start + date.start, part.start + date.end)
            if date.precision != "year" and span not in seen:
                seen.add(span)
                yield Due(*span, is_near)


@dataclass(slots=True, unsafe_hash=True)
class _FristWord(Span):
    """The word "frist" in a text."""

    line_start: int
    line_end: int


def _frist_words(reading: Reading) -> list[_FristWord]:
    """Where the word stands."""
    return [
        _FristWord(match.start(), match.end(), start, end)
        for start, end in marked_lines(reading.laid.text.found.small, ("frist",))
        for match in FRIST.finditer(reading.text, start, end)
    ]


def _after_frist(reading: Reading, words: Sequence[_FristWord]) -> Iterator[tuple[Span, bool]]:
    """The spans that the word is said of, the surest first."""
    text = reading.text
    after: list[Span] = []
    for word in words:
        end = word.line_end
        is_row = text.find("\t", word.end, end) >= 0
        stop = end if is_row else reading.laid.text.found.sentence_at(word.start)[1]
        rest = text[word.end : stop].strip(" .")
        if rest not in ("", ":"):
            yield Span(word.end, stop), True
        if stop == end and (rest.endswith(":") or end - word.line_start < HEADING):
            lists = rest.endswith(":")
            yield from ((span, True) for span in _introduced(reading, end, lists=lists))
        if rest in ("", ":") and (following := _NEXT.match(text, stop)):
            is_label = word.start == 0 or text[word.start - 1] in "\n\t"
            span = Span(*following.span("words"))
            if is_label:
                yield span, True
            else:
                after.append(span)
    for block in reading.blocks:
        if isinstance(block, Table):
            yield from ((cell, True) for cell in _under_frist(reading, block))
    yield from ((span, False) for span in after)


def _soon_after(reading: Reading, words: Sequence[_FristWord]) -> Iterator[tuple[Span, bool]]:
    """What follows each word as far as the next one, and whether the word is a label, alone.

    Text beside a column of labels may stand between "Frist" and its date.
    """
    text = reading.text
    ends = [*(word.start for word in words[1:]), len(text)]
    for word, following in zip(words, ends, strict=False):
        is_alone = text[word.end : word.end + 1] in ("", "\n")
        is_label = is_alone and text[max(word.start - 1, 0) : word.start] in ("", "\n", "\t")
        yield Span(word.end, min(word.end + REACH, following)), is_label


def _introduced(reading: Reading, at: int, *, lists: bool) -> Iterator[Span]:
    """The table that a line leads into, which ends there, or the list: "Følgende frister:"."""
    first = bisect_left(reading.blocks, at, key=_start)
    for block in reading.blocks[first:]:
        if isinstance(block, Table):
            past = _columns(reading, block, OLD_DEADLINE)
            for row in block.rows:
                yield from (cell for cell in row.cells if cell.column not in past)
            return
        if block.marker is None or not lists:
            return
        yield block


def _start(block: Block) -> int:
    return block.start


def _under_frist(reading: Reading, table: Table) -> Iterator[Span]:
    """The cells of the columns that are headed so."""
    if "frist" not in reading.small(table):
        return  # as most tables
    heads = table.heading_rows or 1
    columns = _columns(reading, table, FRIST) - _columns(reading, table, OLD_DEADLINE)
    for row in table.rows[heads:] if columns else ():
        yield from (cell for cell in row.cells if cell.column in columns)


def _columns(reading: Reading, table: Table, heading: re.Pattern[str]) -> set[int]:
    """The columns whose heading says so."""
    return {
        cell.column
        for row in table.rows[: table.heading_rows or 1]
        for cell in row.cells
        if heading.search(reading.line(cell))
    }
