"""What makes a figure that was read off a picture sure: a sum, or another place that has it too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tildeling.audit.case import Case, table_rows
from tildeling.audit.figures import Figure
from tildeling.audit.tables import exact_parts
from tildeling.find.cells import parse_cell
from tildeling.letter import BudgetTable
from tildeling.text.blocks import Span, Table, block_at, row_at

UNITS = (1, 1_000, 1_000_000)


class Confirmed:
    """Asked of each figure that is not sure by itself."""

    def __init__(self, case: Case, figures: Sequence[Figure]) -> None:
        self._case = case
        self._differ = [figure for figure in figures if figure.other is not None]
        self._rows = {
            evidence._extent.start: row
            for table in case.letter.budget_tables
            for row in table.rows
            for evidence in row.evidence
        }
        self._proved = _proved(case)
        """By a row's id the amounts that a sum holds for."""
        self._posts = self._places_of_posts()
        self._amounts = self._places_of_amounts()

    def is_sure(self, figure: Figure) -> bool:
        """Whether a sum or another place of the letter says the same."""
        return self._in_row(figure) or self._named_again(figure) or self._granted_again(figure)

    def unit_places(self, table: BudgetTable) -> Iterator[Span]:
        """Where the unit of a table is printed, outside it."""
        starts = [each._extent.start for each in table.evidence]
        if table.unit_text and starts:
            at = self._case.reading.text.rfind(table.unit_text, 0, starts[0])
            if at >= 0:
                yield Span(at, at + len(table.unit_text))

    # ------------------------------------------------------------------ sums

    def _in_row(self, figure: Figure) -> bool:
        """True for an amount of a row that a sum holds for."""
        block = block_at(self._case.reading.blocks, figure.start)
        if not isinstance(block, Table):
            return False
        printed = row_at(block, figure.start)
        row = self._rows.get(printed.start)
        cell = next((c for c in printed.cells if c.start <= figure.start < c.end), None)
        if row is None or cell is None:
            return False
        amount = parse_cell(self._case.reading.words(cell), 1)
        if amount is None or amount.kroner is None:
            return False
        proved = self._proved.get(id(row), set())
        return any(abs(amount.kroner) * unit in proved for unit in UNITS)

    # ------------------------------------------------------------------ other places

    def _places_of_posts(self) -> dict[tuple[int, int | None], list[Span]]:
        found: dict[tuple[int, int | None], list[Span]] = {}
        for named in self._case.reading.laid.text.found.all_posts:
            if named.chapter is not None:
                span = Span(named.start, named.end)
                for post in {named.post, None}:
                    found.setdefault((named.chapter, post), []).append(span)
        for start, row in self._rows.items():
            if row.chapter is not None:
                end = max(each._extent.end for each in row.evidence)
                for post in {row.post, None}:
                    found.setdefault((row.chapter, post), []).append(Span(start, end))
        return found

    def _named_again(self, figure: Figure) -> bool:
        """True for a chapter and post that stand in another place too, read alike."""
        here = [
            post
            for post, spans in self._posts.items()
            for span in spans
            if _meet(span, figure) and _names(post, figure)
        ]
        numbers = {number for post in self._posts for number in post}
        others = _digits(figure.other or "")
        if others and all(int(one) in numbers for one in others):
            return False  # as good a reading
        return self._is_elsewhere(figure, (self._posts[post] for post in here))

    def _places_of_amounts(self) -> dict[tuple[int | None, int | None, int], list[Span]]:
        found: dict[tuple[int | None, int | None, int], list[Span]] = {}
        case = self._case
        for start, row in self._rows.items():
            end = max(each._extent.end for each in row.evidence)
            for amount in row.amounts:
                if amount:
                    place = found.setdefault((row.chapter, row.post, abs(amount)), [])
                    place.append(Span(start, end))
        lines = (*case.letter.financing, *(f for a in case.letter.assignments for f in a.financing))
        for line in lines:
            for each in line.evidence:
                span = Span(each._extent.start, each._extent.end)
                for money in case.reading.money(span):
                    if money.kroner == line.amount:
                        at = Span(span.start + money.start, span.start + money.end)
                        found.setdefault((line.chapter, line.post, money.kroner), []).append(at)
        return found

    def _granted_again(self, figure: Figure) -> bool:
        """True for an amount that text and table both give for one post."""
        here = [
            key
            for key, spans in self._amounts.items()
            for span in spans
            if _meet(span, figure) and _is_of(key[2], figure)
        ]
        return self._is_elsewhere(figure, (self._amounts[key] for key in here))

    def _is_elsewhere(self, figure: Figure, places: Iterable[Sequence[Span]]) -> bool:
        """True where one of the places is another, in which no second reading has anything else."""
        return any(
            not _meet(span, figure) and not any(_meet(span, other) for other in self._differ)
            for spans in places
            for span in spans
        )


def _meet(span: Span, figure: Figure) -> bool:
    return span.start < figure.end and figure.start < span.end


def _names(post: tuple[int, int | None], figure: Figure) -> bool:
    """True where the figure is a post's number, or its chapter's and nothing else."""
    digits = _digits(figure.read)
    return bool(digits) and all(int(one) in post for one in digits)


def _digits(text: str) -> list[str]:
    return re.findall("[0-9]+", text)


def _is_of(kroner: int, figure: Figure) -> bool:
    """True where a figure's digits are those of an amount, whatever it counts."""
    digits = "".join(sign for sign in figure.read if sign.isdigit()).strip("0")
    return bool(digits) and digits == str(kroner).strip("0")


def _proved(case: Case) -> dict[int, set[int]]:
    """By a row's id the amounts that a sum holds for, to the krone."""
    found: dict[int, set[int]] = {}
    for table in case.letter.budget_tables:
        for one in table_rows(table):
            changes = [change for change in one.changes if change]
            if one.previous is None or one.new is None or not one.changes:
                continue
            if one.previous + sum(changes) == one.new:
                found.setdefault(id(one.row), set()).update(
                    map(abs, (one.previous, one.new, *changes))
                )
        for column, sum_row, parts in exact_parts(table):
            for row in (sum_row, *parts):
                found.setdefault(id(row), set()).add(abs(row.amounts[column] or 0))
    return found
