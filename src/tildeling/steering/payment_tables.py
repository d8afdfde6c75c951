"""Plans of payment that are set as tables: times and sums in columns, or times over columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tildeling.find.cells import parse_cell
from tildeling.find.dates import DateExpression, find_day_in_digits
from tildeling.find.money import GROUPED
from tildeling.find.units import find_units
from tildeling.meaning.reading import Reading
from tildeling.steering import payment_words as words_
from tildeling.steering.payment_sentences import Instalment, part_of, shares_in, times_in
from tildeling.tabular.column_words import begins_sum
from tildeling.text.blocks import Cell, Row, Span, Table

# Rows; no plan has more over its first payment.
MOST_HEADS = 3
# Kroner; a column with no unit anywhere and less in all its cells may be in thousands.
LEAST = 100_000


# Of "kr 21 900 000 kr 21 850 000" the grammar takes one "kr" for both.
_PRICED = re.compile(rf"\bkr\.? ({GROUPED})")


@dataclass(frozen=True, slots=True)
class Planned:
    """An instalment of a table: its row, the cell that names its time, and what names its post."""

    instalment: Instalment
    row: Span
    also: tuple[Span, ...] = ()
    post: Span | None = None


class PlanTable:
    """A table of payments; `over` is what leads to it, with a unit perhaps."""

    def __init__(
        self,
        reading: Reading,
        table: Table,
        year: int | None,
        over: Sequence[Span],
        whole: int | None,
    ) -> None:
        self._reading = reading
        self._table = table
        self._year = year
        self._whole = whole
        texts = [reading.words(span) for span in over]
        self._unit = next((u.unit for text in texts for u in find_units(text, heading=True)), None)

    @cached_property
    def _heads(self) -> tuple[Row, ...]:
        """The rows over the first that names a time."""
        for at, row in enumerate(self._table.rows[: MOST_HEADS + 1]):
            if any(self._times(cell) for cell in row.cells):
                return self._table.rows[:at]
        return self._table.rows[: self._table.heading_rows]

    @cached_property
    def _opened(self) -> bool:
        """True where a time alone is an instalment: nothing in the table has another deadline."""
        heads = " ".join(self._words(row) for row in self._heads).lower()
        return "frist" not in heads and "rapport" not in heads

    def planned(self) -> list[Planned]:
        """Its payments in reading order; empty where it is no plan."""
        return list(self._across() or self._down())

    def _across(self) -> list[Planned]:
        """A plan whose columns are headed by times."""
        for at, row in enumerate(self._table.rows[:2]):
            times = {cell.column: (cell, time) for cell in row.cells if (time := self._time(cell))}
            if len(times) < 2:
                continue
            found = []
            for below in self._table.rows[at + 1 :]:
                if begins_sum(self._words(below.cells[0])):
                    continue
                for cell in below.cells:
                    amount = self._amount(cell) if cell.column in times else None
                    if amount:
                        head, time = times[cell.column]
                        instalment = Instalment(time, amount)
                        found.append(
                            Planned(instalment, cell, (head,), Span(below.start, below.end))
                        )
            return found
        return []

    def _down(self) -> Iterator[Planned]:
        """A plan with a payment in each row."""
        columns = self._amount_columns()
        post: Span | None = None
        for row in self._table.rows[len(self._heads) :]:
            first = row.cells[0] if row.cells else None
            if first is None or begins_sum(self._words(first)):
                continue
            times = [
                time
                for cell in row.cells
                if cell.column not in columns
                for time in self._times(cell)
            ]
            post = self._names_post(row) or post
            if not times and words_.INSTALMENT.search(self._words(first)) is None:
                continue
            yield from self._in_row(row, times, columns, post)

    def _in_row(
        self,
        row: Row,
        times: list[DateExpression],
        columns: dict[int, Span | None],
        post: Span | None,
    ) -> Iterator[Planned]:
        time = times[0] if times else None
        cells = [cell for cell in row.cells if cell.column in columns]
        money = self._reading.money(row)
        if len(times) > 1:
            # Lines of a plan that the page did not part.
            sums = [int(re.sub(r"\D", "", one)) for one in _PRICED.findall(self._words(row))]
            if len(sums) == len(times):
                for one, kroner in zip(times, sums, strict=True):
                    yield Planned(Instalment(one, kroner), row, post=post)
            return
        amounts = [(cell, amount) for cell in cells if (amount := self._amount(cell))]
        if not amounts and len(money) >= 1:
            yield Planned(Instalment(time, money[0].kroner), row, post=post)
        for cell, amount in amounts:
            yield Planned(Instalment(time, amount), row, post=columns[cell.column] or post)
        if self._opened and not amounts and not money and time is not None:
            shares = shares_in(self._reading.words(row).lower())
            part = shares[0].part if len(shares) == 1 else None
            yield Planned(Instalment(time, part_of(self._whole, part)), row, post=post)

    def _amount_columns(self) -> dict[int, Span | None]:
        """The columns of sums, each with the cell over it where that names a post."""
        heads = self._heads
        found: dict[int, Span | None] = {}
        for column in range(self._table.columns):
            over = [cell for row in heads if (cell := row.cell(column)) is not None]
            words = " ".join(self._words(cell) for cell in over)
            body = self._table.rows[len(heads) :]
            cells = [cell for row in body if (cell := row.cell(column)) is not None]
            if words_.SHARES_HEAD.search(words) or not any(self._amount(cell) for cell in cells):
                continue
            named = next((cell for cell in over if self._reading.posts(cell)), None)
            found[column] = named
        parts = {
            column: named
            for column, named in found.items()
            if not any(
                words_.AGGREGATE.search(self._words(cell))
                for row in heads
                if (cell := row.cell(column)) is not None
            )
        }
        chosen = parts or found
        with_post = {column: named for column, named in chosen.items() if named}
        if with_post:
            return {**with_post}
        return chosen if len(chosen) == 1 else {}

    def _amount(self, cell: Cell) -> int | None:
        """The kroner of a cell; None for a small number whose unit nothing says."""
        words = self._words(cell)
        unit = self._unit_over(cell.column)
        parsed = parse_cell(words, unit or 1)
        if parsed is None:
            money = self._reading.money(cell)
            return money[0].kroner if len(money) == 1 else None
        if parsed.kroner is None or parsed.kroner <= 0:
            return None
        is_sure = unit is not None or parsed.own is not None or parsed.priced
        return parsed.kroner if is_sure or parsed.kroner >= LEAST else None

    def _unit_over(self, column: int) -> int | None:
        for row in self._heads or self._table.rows[:1]:
            cell = row.cell(column)
            if cell is not None:
                for found in find_units(self._words(cell), heading=True):
                    return found.unit
                if (
                    words_.AMOUNT_HEAD.search(self._words(cell))
                    and "(kr" in self._words(cell).lower()
                ):
                    return 1
        return self._unit

    def _names_post(self, row: Row) -> Span | None:
        return Span(row.start, row.end) if self._reading.posts(row) else None

    def _time(self, cell: Cell) -> DateExpression | None:
        times = self._times(cell)
        return times[0] if len(times) == 1 else None

    def _times(self, cell: Cell) -> list[DateExpression]:
        words = self._reading.words(cell)
        dates = self._reading.dates(cell) or find_day_in_digits(words)
        return times_in(words.lower(), dates, self._year, 0)

    def _words(self, span: Span) -> str:
        return self._reading.line(span)
