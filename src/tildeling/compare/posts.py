"""What a letter says of each budget post: its amount before, the change, its amount after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce

from tildeling.audit.amounts import step_of
from tildeling.find.money import find_money
from tildeling.letter import BudgetRow, BudgetTable, ColumnRole, Evidence, FinancingLine, Letter

# Chapter and post.
Post = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Amount:
    """Kroner, and what the last printed digit is worth: "56,2 mill." has a step of 100 000."""

    kroner: int
    step: int = 1

    def agrees_with(self, other: Amount) -> bool:
        """Whether the two differ only beyond the digits printed.

        >>> Amount(56_200_000, 100_000).agrees_with(Amount(56_230_000, 1_000))
        True
        """
        return abs(self.kroner - other.kroner) <= max(self.step, other.step) // 2

    def plus(self, other: Amount) -> Amount:
        """The sum, as exact as the less exact of the two."""
        return Amount(self.kroner + other.kroner, max(self.step, other.step))


@dataclass(slots=True)
class Statement:
    """All that one letter says of one post."""

    name: str | None = None
    previous: Amount | None = None
    change: Amount | None = None
    """The table's; `of_text` where it has none."""
    changes: tuple[Amount, ...] = ()
    """The table's, column by column, where it has several: "Saldert | T1 | T2 | Sum"."""
    of_text: Amount | None = None
    """The sum of the changes that the text states."""
    stated: Amount | None = None
    """The amount after the letter, as its table says."""
    total: Amount | None = None
    """The amount after the letter, as its text says: "korrekt tildeling skal være"."""
    corrects: bool = False
    """True where the text says that the amount before was wrong, or what the correct one is."""
    only_counter: bool = False
    """True where the post is named only as the other side of a move: it may be another body's."""
    in_doubt: bool = False
    """True where a table has the post with amounts of a unit that nothing shows."""
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """True where the letter changes the post or says what it comes to."""
        return any(amount is not None for amount in (self.change, self.stated, self.total))


def statements(letter: Letter) -> dict[Post, Statement]:
    """What the letter's tables and budget section say of each post, by chapter and post.

    Money inside an assignment says what the work is paid with: no change of the post. A post that
    stands in two tables is one post: the first amount in each role counts. A post that a table
    splits is what its parts come to, where no row says it whole.
    """
    found: dict[Post, Statement] = {}
    split: list[tuple[Post, BudgetTable, list[BudgetRow]]] = []
    for table in letter.budget_tables:
        for post, rows in _rows_of_posts(table).items():
            whole = [row for row in rows if row.sub is None]
            if len(whole) == 1:
                _read_row(found.setdefault(post, Statement()), table, whole[0])
            else:
                split.append((post, table, whole or rows))
    for post, table, rows in split:
        _read_row(found.setdefault(post, Statement()), table, _added(rows))
    _read_lines(found, letter)
    _read_counters(found, letter)
    for statement in found.values():
        _settle(statement)
    return found


def _rows_of_posts(table: BudgetTable) -> dict[Post, list[BudgetRow]]:
    found: dict[Post, list[BudgetRow]] = {}
    for row in table.rows:
        if row.kind == "post" and row.chapter is not None and row.post is not None:
            found.setdefault((row.chapter, row.post), []).append(row)
    return found


def _added(rows: Sequence[BudgetRow]) -> BudgetRow:
    """One row of what parts of a post come to; None in a column where one of them has none."""
    columns = zip(*(row.amounts for row in rows), strict=True)
    amounts = tuple(
        None if None in column else sum(amount or 0 for amount in column) for column in columns
    )
    evidence = tuple(each for row in rows for each in row.evidence)
    return rows[0].model_copy(update={"name": None, "amounts": amounts, "evidence": evidence})


def _read_row(statement: Statement, table: BudgetTable, row: BudgetRow) -> None:
    statement.name = statement.name or row.name
    statement.evidence.extend(row.evidence)
    # Amounts as printed, in a unit that nobody knows, are added to none.
    if table.unit_basis == "assumed":
        statement.in_doubt = True
        return
    step = step_of(table)
    cells = list(zip(_roles(table), row.amounts, strict=False))
    amounts = {role: Amount(kroner, step) for role, kroner in cells if kroner is not None}
    changes = tuple(Amount(kroner or 0, step) for role, kroner in cells if role == "change")
    statement.previous = statement.previous or amounts.get("previous")
    statement.stated = statement.stated or amounts.get("new")
    if statement.change is None and "change" in amounts:
        statement.change = added(changes)
        statement.changes = changes if len(changes) > 1 else ()


def added(amounts: Sequence[Amount]) -> Amount:
    """What some amounts come to.

    >>> added([Amount(2), Amount(-5)]).kroner
    -3
    """
    return reduce(Amount.plus, amounts, Amount(0))


def _roles(table: BudgetTable) -> tuple[ColumnRole | None, ...]:
    """The columns' roles; a lone column that does not say what it holds is the amount in force."""
    return ("new",) if table.column_roles == (None,) else table.column_roles


def _read_lines(found: dict[Post, Statement], letter: Letter) -> None:
    for line in letter.financing:
        if line.chapter is None or line.post is None or line.amount is None:
            continue
        statement = found.setdefault((line.chapter, line.post), Statement())
        if line.kind == "total":
            statement.total = statement.total or printed(line)
            statement.corrects = True
        elif (change := signed(line)) is not None:
            statement.of_text = change.plus(statement.of_text or Amount(0))
            statement.corrects = statement.corrects or line.kind == "correction"
        else:
            continue
        statement.evidence.extend(line.evidence)


def _read_counters(found: dict[Post, Statement], letter: Letter) -> None:
    """The other side of a move, where the letter does not tell the move from that side too."""
    own = {
        (line.chapter, line.post, change.kroner)
        for line in letter.financing
        if (change := signed(line)) is not None
    }
    named = {(chapter, post) for chapter, post, _ in own}
    for line in letter.financing:
        if line.counter_chapter is None or line.counter_post is None:
            continue
        # A part may be what another post gives: "hvorav 2 mill. kommer fra post 30".
        change = _change(line)
        if change is None:
            continue
        other = (line.counter_chapter, line.counter_post)
        if (*other, -change.kroner) not in own:
            statement = found.setdefault(other, Statement(only_counter=other not in named))
            back = Amount(-change.kroner, change.step)
            statement.of_text = back.plus(statement.of_text or Amount(0))
            statement.evidence.extend(line.evidence)


def signed(line: FinancingLine) -> Amount | None:
    """What a line adds to its post; None for no change, or a part of a sum that is counted."""
    return _change(line) if line.part_of is None else None


def _change(line: FinancingLine) -> Amount | None:
    """What a line's amount does to its post, be it a part of a sum or not."""
    if line.amount is None:
        return None
    amount = printed(line)
    if line.kind in ("grant", "increase"):
        return amount
    if line.kind == "decrease":
        return Amount(-amount.kroner, amount.step)
    if line.kind == "correction" and line.replaces is not None:
        return Amount(amount.kroner - line.replaces, amount.step)
    return None


def printed(line: FinancingLine) -> Amount:
    """The line's amount with the exactness of its printed digits."""
    kroner = line.amount or 0
    steps = [money.step for money in find_money(line.text) if money.kroner == kroner]
    return Amount(kroner, max(steps, default=1))


def _settle(statement: Statement) -> None:
    """The table's change, else the text's, else the difference of the table's own amounts."""
    statement.change = statement.change or statement.of_text
    if statement.change is None and statement.previous and statement.stated:
        statement.change = Amount(
            statement.stated.kroner - statement.previous.kroner, statement.stated.step
        )
