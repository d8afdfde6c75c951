"""Rules about a budget table alone: its rows and its sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.audit.amounts import step_of
from tildeling.audit.case import Case, TableRow, post_key, table_rows
from tildeling.find.kroner import kroner
from tildeling.findings import make_finding
from tildeling.letter import BudgetRow, BudgetTable, Finding

# Chapters from here on are the state's income: a table may show a net sum, or two sums.
FIRST_INCOME_CHAPTER = 3000


def row_change(case: Case) -> Iterator[Finding]:
    """Previous amount plus change is the new amount in every row of a post."""
    for table in case.letter.budget_tables:
        checked = [row for row in table_rows(table) if row.adds_up is not None]
        if checked and all(_is_subtracted(row) for row in checked):
            continue
        for found in checked:
            if not found.adds_up:
                yield _row_finding(found)


def _is_subtracted(found: TableRow) -> bool:
    """True where the change is printed without its minus, under a heading such as "Reduksjon"."""
    changes = sum(change or 0 for change in found.changes)
    return changes != 0 and (found.previous or 0) - changes == found.new


def _row_finding(found: TableRow) -> Finding:
    row, previous, new = found.row, found.previous or 0, found.new or 0
    changes = sum(change or 0 for change in found.changes)
    # An empty cell may be one that could not be read.
    severity = "warning" if None in found.changes else "error"
    return make_finding(
        "row_change",
        severity,  # type: ignore[arg-type]
        post_key((row.chapter, row.post)) if row.chapter and row.post is not None else None,
        row.evidence,
        previous=kroner(previous),
        change=kroner(changes),
        computed=kroner(previous + changes),
        new=kroner(new),
    )


def table_sum(case: Case) -> Iterator[Finding]:
    """Sum rows, and chapter rows with amounts, are the sum of their parts in every column.

    What counts as a sum's parts is not printed. A sum is wrong where it is the sum of none of the
    sets of rows that it may stand for: its chapter's, those since the sum before, all posts, or the
    sums and chapters over it.
    """
    for table in case.letter.budget_tables:
        for row, parts in _sums(table):
            yield from _wrong_columns(table, row, parts)


def exact_parts(table: BudgetTable) -> Iterator[tuple[int, BudgetRow, Sequence[BudgetRow]]]:
    """Columns of sum rows with the rows that come to the sum there, to the krone."""
    for row, parts in _sums(table):
        for column, stated in enumerate(row.amounts):
            for rows in parts:
                if stated and len(rows) > 1 and sum(_column(rows, column)) == stated:
                    yield column, row, rows


def _sums(table: BudgetTable) -> Iterator[tuple[BudgetRow, list[list[BudgetRow]]]]:
    """The rows that are sums, each with the sets of rows that it may stand for."""
    for at, row in enumerate(table.rows):
        if row.kind == "post" or not any(row.amounts):
            continue
        parts = _parts_of_chapter(table, at) if row.kind == "chapter" else _parts(table, at)
        parts = [rows for rows in parts if rows]
        if parts:
            yield row, parts


def _parts_of_chapter(table: BudgetTable, at: int) -> list[list[BudgetRow]]:
    """The posts under a chapter's row, up to the next chapter."""
    found: list[BudgetRow] = []
    for row in table.rows[at + 1 :]:
        if row.kind != "post" or row.chapter != table.rows[at].chapter:
            break
        found.append(row)
    return [found]


def _parts(table: BudgetTable, at: int) -> list[list[BudgetRow]]:
    """The sets of rows that a sum row may stand for."""
    above = _counted_once(table.rows[:at])
    posts = [row for row in above if row.kind == "post"]
    last_sum = max((i for i, row in enumerate(above) if row.kind == "sum"), default=-1)
    since = [row for row in above[last_sum + 1 :] if row.kind == "post"]
    chapter = table.rows[at].chapter or (since[-1].chapter if since else None)
    sets = [
        since,
        posts,
        [row for row in posts if row.chapter == chapter],
        [row for row in above if row.kind == "sum"],
        [*(row for row in above if row.kind == "sum"), *since],
        [row for row in above if row.kind == "sum" and row.chapter is not None],
        [row for row in above if row.kind == "chapter" and any(row.amounts)],
        [row for row in posts if (row.chapter or 0) < FIRST_INCOME_CHAPTER],
        [row for row in posts if (row.chapter or 0) >= FIRST_INCOME_CHAPTER],
    ]
    if table.rows[at].chapter is not None:
        return [sets[2], since]
    return sets


def _counted_once(rows: Sequence[BudgetRow]) -> list[BudgetRow]:
    """The rows without the parts of posts that a row of their own says whole: "72.1" under "72"."""
    whole = {(row.chapter, row.post) for row in rows if row.kind == "post" and row.sub is None}
    return [row for row in rows if row.sub is None or (row.chapter, row.post) not in whole]


def _wrong_columns(
    table: BudgetTable, row: BudgetRow, parts: Sequence[Sequence[BudgetRow]]
) -> Iterator[Finding]:
    """One finding for a sum row, about the first column in which it agrees with no set of rows."""
    columns = [
        column
        for column, stated in enumerate(row.amounts)
        if stated is not None
        and any(one.amounts[column] is not None for rows in parts for one in rows)
        and not any(_agrees(table, stated, _column(rows, column)) for rows in parts)
        and not _is_net(stated, parts, column)
    ]
    if not columns:
        return
    column = next((c for c in columns if table.column_roles[c] == "new"), columns[0])
    stated = row.amounts[column] or 0
    nearest = min(parts, key=lambda rows: abs(sum(_column(rows, column)) - stated))
    # An empty cell may be one that could not be read; a chapter may have posts that are not shown.
    is_unsure = row.kind == "chapter" or any(None in one.amounts for one in nearest)
    yield make_finding(
        "table_sum",
        "warning" if is_unsure else "error",
        str(row.chapter) if row.chapter is not None else None,
        [*row.evidence, *(evidence for one in nearest for evidence in one.evidence)],
        name=row.name or "Sum",
        column=table.columns[column],
        stated=kroner(stated),
        computed=kroner(sum(_column(nearest, column))),
    )


def _column(rows: Sequence[BudgetRow], column: int) -> list[int]:
    return [row.amounts[column] or 0 for row in rows]


def _agrees(table: BudgetTable, stated: int, parts: Sequence[int]) -> bool:
    """Whether parts come to a sum, each rounded to the last digit that the table prints."""
    step = step_of(table)
    rounding = (len(parts) + 1) * step if step > 1 else 0
    # A lone part has nothing to be rounded against.
    return abs(stated - sum(parts)) * 2 <= (rounding if len(parts) > 1 else 0)


def _is_net(stated: int, parts: Sequence[Sequence[BudgetRow]], column: int) -> bool:
    """Whether a sum is expenses less income."""
    return any(
        abs(stated) == abs(sum(-a if (c or 0) >= FIRST_INCOME_CHAPTER else a for c, a in pairs))
        for rows in parts
        for pairs in [[(row.chapter, row.amounts[column] or 0) for row in rows]]
        if any((chapter or 0) >= FIRST_INCOME_CHAPTER for chapter, _ in pairs)
    )
