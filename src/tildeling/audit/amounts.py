"""Amounts as they are printed: two disagree only beyond their digits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from tildeling.audit.words import telling_stems
from tildeling.find.money import Money, find_money
from tildeling.letter import BudgetTable, FinancingLine
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span

# Of more amounts that may or may not count, no combinations are tried: they could make any sum.
MAX_OPTIONAL = 8

# What a line's kind does to its post; other kinds move no money.
SIGNS = {"grant": 1, "increase": 1, "decrease": -1}


@dataclass(frozen=True, slots=True)
class Printed:
    """Kroner, and what the last digit printed is worth: "56,2 mill." has a step of 100 000."""

    kroner: int
    step: int

    def agrees(self, other: Printed) -> bool:
        """Whether two amounts are the same to the digits printed.

        >>> Printed(56_200_000, 100_000).agrees(Printed(56_230_000, 1_000))
        True
        >>> Printed(1_500_000, 1).agrees(Printed(1_529_000, 1_000))
        False
        """
        return abs(self.kroner - other.kroner) * 2 <= max(self.step, other.step)


class LineTexts:
    """What the texts of a letter's lines say: several rules ask for the same line's."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._money: dict[str, tuple[Money, ...]] = {}
        self._stems: dict[str, frozenset[str]] = {}

    def money(self, line: FinancingLine) -> tuple[Money, ...]:
        """The sums in a line's text."""
        if line.text not in self._money:
            self._money[line.text] = self._money_of(line)
        return self._money[line.text]

    def _money_of(self, line: FinancingLine) -> tuple[Money, ...]:
        """Those found in the letter, where the line's text is a passage of it, as most are."""
        span = Span(line.evidence[0]._extent.start, line.evidence[-1]._extent.end)
        is_passage = self._reading.words(span) == line.text and "\t" not in line.text
        return self._reading.money(span) if is_passage else find_money(line.text)

    def stems(self, line: FinancingLine) -> frozenset[str]:
        """The beginnings of the words that say what a line is about."""
        if line.text not in self._stems:
            self._stems[line.text] = telling_stems(line.text)
        return self._stems[line.text]

    def amount(self, line: FinancingLine) -> Printed:
        """A line's amount with the step that its text prints it with."""
        kroner = line.amount or 0
        steps = [money.step for money in self.money(line) if money.kroner == kroner]
        return Printed(kroner, max(steps, default=1))

    def signed(self, line: FinancingLine) -> Printed:
        """What a line does to its post: negative where it takes."""
        amount = self.amount(line)
        return Printed(amount.kroner * SIGNS.get(line.kind, 1), amount.step)


def total(amounts: Iterable[Printed]) -> Printed:
    """The sum; its step is all their steps, since each may be rounded."""
    listed = list(amounts)
    rounded = [amount.step for amount in listed if amount.step > 1]
    return Printed(sum(amount.kroner for amount in listed), sum(rounded) or 1)


def some_agree(certain: Sequence[Printed], optional: Sequence[Printed], stated: Printed) -> bool:
    """Whether the certain amounts, with none or some of the optional, come to what is stated."""
    if len(optional) > MAX_OPTIONAL:
        return True
    choices = chain.from_iterable(
        combinations(optional, count) for count in range(len(optional) + 1)
    )
    return any(total([*certain, *chosen]).agrees(stated) for chosen in choices)


def step_of(table: BudgetTable) -> int:
    """What the last digit printed in a table is worth: its unit, or less where it has decimals."""
    step: int = table.unit
    amounts = [amount for row in table.rows for amount in row.amounts if amount is not None]
    while step > 1 and any(amount % step for amount in amounts):
        step //= 10
    return step
