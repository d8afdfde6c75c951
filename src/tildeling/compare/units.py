"""Tables whose unit no letter prints: what was in force before may show it.

An addendum that leaves out the unit often repeats amounts of the letters before it. Where one unit
alone makes its amounts what was in force, that is its unit; else its amounts are left out of all
arithmetic, and a finding says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tildeling.compare.identity import letter_number
from tildeling.compare.posts import Amount, Post, statements
from tildeling.comparison import ChainFinding
from tildeling.findings import make_chain_finding
from tildeling.letter import BudgetTable, Letter

UNITS = (1, 1_000, 1_000_000)


def with_units(letter: Letter, known: Mapping[Post, Sequence[Amount]]) -> Letter:
    """The letter, its tables of an assumed unit with the one that known amounts show, if any.

    `known` are the amounts in force before it, by post; what its text adds to them is known too.
    """
    if all(table.unit_basis != "assumed" for table in letter.budget_tables):
        return letter
    after = {post: list(amounts) for post, amounts in known.items()}
    for post, said in statements(letter).items():
        if said.of_text is not None:
            after.get(post, []).extend([one.plus(said.of_text) for one in known.get(post, ())])
    tables = (
        _scaled(table, after) if table.unit_basis == "assumed" else table
        for table in letter.budget_tables
    )
    return letter.model_copy(update={"budget_tables": tuple(tables)})


def _scaled(table: BudgetTable, known: Mapping[Post, Sequence[Amount]]) -> BudgetTable:
    """The table under the one unit that makes an amount of it what is known of its post."""
    shown = set(_shown(table, known))
    if len(shown) != 1:
        return table
    unit = shown.pop()
    rows = [
        row.model_copy(update={"amounts": tuple(a and a * unit for a in row.amounts)})
        for row in table.rows
    ]
    return table.model_copy(update={"unit": unit, "unit_basis": "derived", "rows": tuple(rows)})


def _shown(table: BudgetTable, known: Mapping[Post, Sequence[Amount]]) -> Iterator[int]:
    """The units under each of which alone an amount of a row is one that is known of its post."""
    for row in table.rows:
        if row.chapter is None or row.post is None or row.sub is not None:
            continue
        for amount in filter(None, row.amounts):
            agreeing = [
                unit
                for unit in UNITS
                if any(
                    Amount(amount * unit, unit).agrees_with(one)
                    for one in known.get((row.chapter, row.post), ())
                )
            ]
            if len(agreeing) == 1:
                yield agreeing[0]


def left_out(letter: Letter, place: int) -> Iterator[ChainFinding]:
    """That a table's amounts are left out, since nothing shows their unit."""
    for table in letter.budget_tables:
        if table.unit_basis != "assumed":
            continue
        posts = [row for row in table.rows if row.chapter is not None and row.post is not None]
        yield make_chain_finding(
            "unit_left_out",
            "warning",
            f"{posts[0].chapter}/{posts[0].post}" if posts else None,
            {"title": letter.title, "table": table.title or " ".join(table.columns)},
            letter=letter_number(letter),
            place=place,
            evidence=table.evidence,
        )
