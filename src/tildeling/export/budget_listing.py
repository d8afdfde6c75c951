"""A budget table for a terminal: whole kroner, set to the right, never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from tildeling.export.listing import ASIDE, HEADING, lines, listing, longest_word, plain
from tildeling.export.phrases import (
    UNTITLED,
    budget_post,
    kroner_cell,
    pages,
    shortened,
    unit_words,
)
from tildeling.letter import BudgetRow, BudgetTable
from tildeling.words import Words

# Where the names would get fewer characters, the amounts stand below them instead.
NAME_WIDTH = 18

# Characters for the post ("Kap./post"), the pages ("s. 3-4") and the gaps beside them.
OTHER_WIDTH = 19

# Characters between two columns.
GAP = 2


@dataclass(frozen=True, slots=True)
class BudgetListing:
    """Shows a budget table as a table where it fits, else as a list of its rows."""

    table: BudgetTable
    words: Words

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What rich prints."""
        words = self.words
        yield plain(self.table.title or self.words.say(UNTITLED), HEADING)
        yield plain(
            ", ".join(filter(None, (unit_words(self.table, words), _pages_of(self.table, words)))),
            ASIDE,
        )
        yield self._wide() if self._width() <= options.max_width else self._narrow()

    def _width(self) -> int:
        """The least width at which names and amounts stand side by side."""
        names = NAME_WIDTH if any(row.name for row in self.table.rows) else 0
        columns = zip(
            *((kroner_cell(one, self.words) for one in row.amounts) for row in self.table.rows),
            strict=False,
        )
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
        words = self.words
        amounts = (f">{column}" for column in self.table.columns)
        headings = (words.say("Chapter/post"), words.say("Name"), *amounts, words.say("Page"))
        rows: Iterable[Sequence[Text | str]] = (
            (
                _post(row, words),
                lines(_name(row, words), _comment(row)),
                *(kroner_cell(one, words) for one in row.amounts),
                pages(row.evidence, words),
            )
            for row in self.table.rows
        )
        return listing(headings, rows, 1)

    def _narrow(self) -> Table:
        words = self.words
        rows = (
            (
                _post(row, words),
                lines(_name(row, words), *self._amounts(row), _comment(row)),
                pages(row.evidence, words),
            )
            for row in self.table.rows
        )
        return listing(
            (words.say("Chapter/post"), words.say("Name and amounts"), words.say("Page")),
            rows,
            1,
        )

    def _amounts(self, row: BudgetRow) -> Iterator[str]:
        for heading, amount in zip(self.table.columns, row.amounts, strict=False):
            if amount is not None:
                yield f"  {heading}: {self.words.number(amount)}"


def _pages_of(table: BudgetTable, words: Words) -> str:
    rows = (piece for row in table.rows for piece in row.evidence)
    return pages((*table.evidence, *rows), words)


def _post(row: BudgetRow, words: Words) -> str:
    return budget_post(row.chapter, row.post, words, row.sub)


def _name(row: BudgetRow, words: Words) -> Text:
    name = row.name or (words.say("Sum") if row.kind == "sum" else "")
    return plain(name, "" if row.kind == "post" else HEADING)


def _comment(row: BudgetRow) -> Text | None:
    return plain(shortened(row.comment), ASIDE) if row.comment else None
