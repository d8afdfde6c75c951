"""A budget table for a terminal: whole kroner, set to the right, never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from tildeling.export.listing import ASIDE, HEADING, lines, listing, longest_word, plain
from tildeling.export.phrases import budget_post, pages, shortened, unit_words
from tildeling.find.kroner import kroner
from tildeling.letter import BudgetRow, BudgetTable

NAME_WIDTH = 18
"""Where the names would get fewer characters, the amounts stand below them instead."""

OTHER_WIDTH = 19
"""Characters for the post ("Kap./post"), the pages ("s. 3-4") and the gaps beside them."""

GAP = 2
"""Characters between two columns."""


@dataclass(frozen=True, slots=True)
class BudgetListing:
    """Shows a budget table as a table where it fits, else as a list of its rows."""

    table: BudgetTable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What rich prints."""
        yield plain(self.table.title or "Uten tittel", HEADING)
        yield plain(", ".join(filter(None, (unit_words(self.table), _pages_of(self.table)))), ASIDE)
        yield self._wide() if self._width() <= options.max_width else self._narrow()

    def _width(self) -> int:
        """The least width at which names and amounts stand side by side."""
        names = NAME_WIDTH if any(row.name for row in self.table.rows) else 0
        columns = zip(*(map(_amount, row.amounts) for row in self.table.rows), strict=False)
        widest = (max(map(len, column)) for column in columns)
        return (
            names
            + OTHER_WIDTH
            + sum(
                GAP + max(longest_word(heading), width)
                for heading, width in zip(self.table.columns, widest, strict=False)
            )
        )

    def _wide(self) -> Table:
        headings = ("Kap./post", "Navn", *(f">{name}" for name in self.table.columns), "Side")
        rows: Iterable[Sequence[Text | str]] = (
            (
                _post(row),
                lines(_name(row), _comment(row)),
                *map(_amount, row.amounts),
                pages(row.evidence),
            )
            for row in self.table.rows
        )
        return listing(headings, rows, "Navn")

    def _narrow(self) -> Table:
        rows = (
            (_post(row), lines(_name(row), *self._amounts(row), _comment(row)), pages(row.evidence))
            for row in self.table.rows
        )
        return listing(("Kap./post", "Navn og beløp", "Side"), rows, "Navn og beløp")

    def _amounts(self, row: BudgetRow) -> Iterator[str]:
        for heading, amount in zip(self.table.columns, row.amounts, strict=False):
            if amount is not None:
                yield f"  {heading}: {kroner(amount)}"


def _pages_of(table: BudgetTable) -> str:
    rows = (piece for row in table.rows for piece in row.evidence)
    return pages((*table.evidence, *rows))


def _post(row: BudgetRow) -> str:
    return budget_post(row.chapter, row.post, row.sub)


def _name(row: BudgetRow) -> Text:
    name = row.name or ("Sum" if row.kind == "sum" else "")
    return plain(name, "" if row.kind == "post" else HEADING)


def _comment(row: BudgetRow) -> Text | None:
    return plain(shortened(row.comment), ASIDE) if row.comment else None


def _amount(amount: int | None) -> str:
    return "" if amount is None else kroner(amount)
