"""Budget tables put together are finished: units, roles, sides, and the rows of the contract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tildeling.find.cells import parse_cell
from tildeling.find.posts import is_revenue
from tildeling.find.units import Unit
from tildeling.findings import key_of, make_finding
from tildeling.letter import BudgetRow, BudgetTable, ColumnRole, Finding, Side, UnitBasis
from tildeling.meaning.budget_columns import Columns, Line, is_side_label
from tildeling.meaning.budget_rows import Draft, Rows
from tildeling.meaning.budget_units import (
    Known,
    KnownSums,
    OwnUnits,
    by_decimals,
    by_own_sums,
    own_units,
    text_sums,
    votes,
    with_own_sums,
)
from tildeling.meaning.column_roles import column_roles, taken_away
from tildeling.meaning.reading import Reading
from tildeling.scope.around import Around
from tildeling.scope.posts import Post
from tildeling.scope.titles import table_title
from tildeling.scope.tree import side_of_words
from tildeling.scope.units import InForce, StatedUnit, UnitsDiffer, unit_around
from tildeling.text.blocks import Paragraph, Span

# Of fewer rows the last may be as much as the others by chance.
LEAST_PARTS = 3
# More than the whole budget of the state: no amount of a letter.
MOST_KRONER = 3_000_000_000_000

# Where more of a column's cells print their own unit, and nothing else says one, all are kroner.
MOST_SAY = 0.5


@dataclass
class Unfinished:
    """A table whose rows have been read, and whose unit has not."""

    around: Around
    columns: Columns
    rows: Rows
    lines: list[Line]
    units: list[_ColumnUnit] = field(default_factory=list)
    """One an amount column."""

    @property
    def span(self) -> Span:
        """Where its lines stand."""
        return Span(self.lines[0].row.start, self.lines[-1].row.end)


@dataclass(frozen=True, slots=True)
class RowOfPost:
    """A row of a post as it stands in the text: its remarks, and the amount they are parts of."""

    chapter: int | None
    post: int | None
    comments: tuple[Span, ...]
    grant: int | None
    """Kroner in the column of the grant (role `new`, else the last); None where nothing is."""
    change: int
    """Kroner that the columns of changes come to; 0 without any."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A table of the letter with what of it could not be read."""

    table: BudgetTable
    rows: tuple[RowOfPost, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _ColumnUnit:
    """The unit of an amount column and how it was got."""

    unit: Unit
    basis: UnitBasis
    said: InForce


def finish(
    reading: Reading,
    tables: Sequence[Unfinished],
    year: int | None,
    *,
    amends: bool,
) -> list[Finished]:
    """The tables of the contract: first the units that are said, then those that follow."""
    for over, table in zip([None, *tables], tables, strict=False):
        own = own_units(reading, table.columns, table.lines)
        before = _said_of_both(reading, over, table) if over is not None else None
        table.units = list(_said_units(table, own, before))
    if not tables:
        return []
    sums = text_sums(reading, [table.span for table in tables])
    rows = _rows_of_posts(tables)
    found = []
    for table in tables:
        known = _with_tables(sums, rows, table)
        _derive(table, known)
        for column, unit in enumerate(table.units):
            if unit.unit > 1 and any(draft.kind == "sum" for draft in table.rows.drafts):
                table.rows.drafts = with_own_sums(table.rows.drafts, column, unit.unit)
        found.append(_finished(reading, table, known, year, amends))
    return found


# Units


def _said_of_both(reading: Reading, over: Unfinished, table: Unfinished) -> StatedUnit | None:
    """The unit said over a table that another one follows on, with nothing between them."""
    if reading.text[over.span.end : table.span.start].strip():
        return None
    said = (one.said for one in over.units if isinstance(one.said, StatedUnit))
    return next((one for one in said if one.rank not in ("cell", "column", "note")), None)


def _said_units(
    table: Unfinished, own: OwnUnits, before: StatedUnit | None
) -> Iterator[_ColumnUnit]:
    """What the table and its surroundings say of each amount column; `before` is the unit said over
    the table that it goes on from.
    """
    around: InForce = None
    looked = False
    for column in range(len(table.columns.amounts)):
        said = own.of_column(column)
        says = _share_of_cells_saying(table.rows.drafts, column) if said is None else 0.0
        if said is None and not looked:
            around, looked = unit_around(table.around, before), True
        said = said or around
        if says == 1 and isinstance(said, StatedUnit) and said.unit != 1:
            # "42,5 mill. kr" in every cell, under a sentence on all tables in thousands.
            said = None
        if isinstance(said, StatedUnit):
            yield _ColumnUnit(said.unit, "stated", said)
        elif said is None and says > MOST_SAY:
            yield _ColumnUnit(1, "stated", None)
        else:
            yield _ColumnUnit(1, "assumed", said)


def _share_of_cells_saying(drafts: Sequence[Draft], column: int) -> float:
    """How many of a column's amounts print their own unit: "186,5 mill. kr", "kr 12 500"."""
    cells = [parse_cell(text, 1) for draft in drafts if (text := draft.amounts[column])]
    amounts = [cell for cell in cells if cell is not None and cell.kroner is not None]
    said = [cell for cell in amounts if cell.own is not None or cell.priced]
    return len(said) / len(amounts) if amounts else 0.0


def _rows_of_posts(tables: Sequence[Unfinished]) -> dict[Post, list[tuple[Unfinished, int]]]:
    """Each post's rows: their tables, and their positions there."""
    found: dict[Post, list[tuple[Unfinished, int]]] = {}
    for table in tables:
        for at, draft in enumerate(table.rows.drafts):
            if draft.chapter is not None and draft.post is not None and draft.sub is None:
                found.setdefault((draft.chapter, draft.post), []).append((table, at))
    return found


def _with_tables(
    sums: KnownSums, rows: dict[Post, list[tuple[Unfinished, int]]], table: Unfinished
) -> KnownSums:
    """The letter's sums of a table's posts, with what its other tables print with a unit."""
    of_posts = {
        post: [
            *sums.of_posts.get(post, ()),
            *(
                known
                for other, at in rows.get(post, ())
                if other is not table
                for known in _printed_sums(other, other.rows.drafts[at])
            ),
        ]
        for post in table.rows.posts
    }
    return KnownSums(of_posts, sums.of_text)


def _printed_sums(table: Unfinished, draft: Draft) -> Iterator[Known]:
    """The amounts of a post's row whose unit is printed."""
    if draft.post is None:
        return
    for text, unit in zip(draft.amounts, table.units, strict=True):
        cell = parse_cell(text, unit.unit) if unit.basis == "stated" else None
        if cell is not None and cell.kroner:
            yield Known(abs(cell.kroner), max(unit.unit // 10**cell.decimals, 1))


def _derive(table: Unfinished, known: KnownSums) -> None:
    """Units that nothing says, where one alone agrees with sums or with decimals."""
    missing = [at for at, unit in enumerate(table.units) if unit.basis == "assumed"]
    if not missing:
        return
    drafts = table.rows.drafts
    agreeing = votes(drafts, missing, known)
    if len(agreeing) > 1:
        agreeing = votes(drafts, missing, known, exactly=True)
    derived: Unit | None = next(iter(agreeing)) if len(agreeing) == 1 else None
    if not agreeing:
        own = (by_own_sums(drafts, column) for column in missing)
        derived = next((unit for unit in own if unit is not None), None)
        derived = derived or by_decimals(d.amounts[c] for d in drafts for c in missing)
    if derived is not None:
        for at in missing:
            table.units[at] = _ColumnUnit(derived, "derived", table.units[at].said)


# The table of the contract


def _finished(
    reading: Reading, table: Unfinished, known: KnownSums, year: int | None, amends: bool
) -> Finished:
    drafts, headings = table.rows.drafts, table.columns.headings
    amounts = [_kroner(draft, table.units) for draft in drafts]
    for column in taken_away(headings, amounts):
        for row in amounts:
            row[column] = -abs(row[column] or 0) if row[column] is not None else None
    if table.rows.post is not None and _sums_all_above(amounts):
        drafts[-1] = replace(drafts[-1], kind="sum", chapter=None, post=None)
    roles = column_roles(headings, amounts, year, amends=amends)
    grant = _grant_column(roles)
    unit = table.units[grant]
    rows = tuple(
        _row(reading, draft, tuple(row)) for draft, row in zip(drafts, amounts, strict=True)
    )
    found = BudgetTable(
        title=_title(reading, table),
        unit=unit.unit if unit.unit in (1, 1_000, 1_000_000) else 1,
        unit_text=unit.said.words if isinstance(unit.said, StatedUnit) else None,
        unit_basis=unit.basis,
        side=_side(table, rows),
        columns=headings,
        column_roles=roles,
        rows=rows,
        evidence=reading.evidence_of([(table.span.start, table.span.end)]),
    )
    of_posts = tuple(
        RowOfPost(row.chapter, row.post, draft.comments, row.amounts[grant], _change(row, roles))
        for draft, row in zip(drafts, rows, strict=True)
        if row.kind == "post"
    )
    findings = (
        *_unread_rows(reading, table, found),
        *_two_readings(reading, table),
        *_lacks_chapter(reading, table, found),
        *_unit_doubts(reading, table, found, known, grant),
    )
    return Finished(found, of_posts, findings)


def _sums_all_above(amounts: Sequence[Sequence[int | None]]) -> bool:
    """Whether the last of a post's parts is all the others in each column: "Landet"."""
    if len(amounts) <= LEAST_PARTS:
        return False
    *parts, last = amounts
    if not any(last):
        return False
    columns = zip(*parts, last, strict=True)
    return all((column[-1] or 0) == sum(part or 0 for part in column[:-1]) for column in columns)


def _grant_column(roles: Sequence[ColumnRole | None]) -> int:
    """The column of the grant: what is new, else the last."""
    return next((at for at, role in enumerate(roles) if role == "new"), len(roles) - 1)


def _change(row: BudgetRow, roles: Sequence[ColumnRole | None]) -> int:
    """What a row's columns of changes come to."""
    amounts = zip(row.amounts, roles, strict=True)
    return sum(amount or 0 for amount, role in amounts if role == "change")


def _kroner(draft: Draft, units: Sequence[_ColumnUnit]) -> list[int | None]:
    cells = [parse_cell(text, unit.unit) for text, unit in zip(draft.amounts, units, strict=True)]
    amounts = [cell.kroner if cell is not None else None for cell in cells]
    if draft.is_subtracted:
        amounts = [-abs(amount) if amount is not None else None for amount in amounts]
    return amounts


def _row(reading: Reading, draft: Draft, amounts: tuple[int | None, ...]) -> BudgetRow:
    return BudgetRow(
        chapter=draft.chapter,
        post=draft.post,
        sub=draft.sub,
        name=draft.name or None,
        amounts=amounts,
        kind=draft.kind,
        comment=_comment(reading, draft.comments),
        evidence=reading.evidence(draft.start, draft.end),
    )


def _comment(reading: Reading, parts: Sequence[Span]) -> str | None:
    """A row's remarks: the lines of a paragraph joined, list items each on a line of their own."""
    lines: list[str] = []
    for part in parts:
        words = reading.line(part)
        is_item = isinstance(part, Paragraph) and part.marker is not None
        if not words:
            continue
        if lines and not is_item and words[:1].islower():
            lines[-1] = f"{lines[-1]} {words}"
        else:
            lines.append(words)
    return "\n".join(lines) or None


def _title(reading: Reading, table: Unfinished) -> str | None:
    """The label that parts a table of the text, else what stands over it."""
    if is_side_label(table.lines[0]):
        return reading.line(table.lines[0].row).rstrip(": ")
    return table_title(table.around)


def _side(table: Unfinished, rows: Sequence[BudgetRow]) -> Side | None:
    """Expenditure or revenue by the chapters of its rows, else by the words around it."""
    chapters = {row.chapter for row in rows if row.chapter is not None}
    sides: set[Side] = {"revenue" if is_revenue(chapter) else "expenditure" for chapter in chapters}
    if sides:
        return sides.pop() if len(sides) == 1 else None
    if len(set(table.rows.sides)) == 2:
        return None
    if table.rows.sides:
        return table.rows.sides[0]
    around = table.around
    for words in (*map(around.words, around.captions), around.lead_sentence):
        if (side := side_of_words(words)) is not None:
            return side
    return next((place.side for place in around.place.outward() if place.side is not None), None)


# Findings


def _unread_rows(reading: Reading, table: Unfinished, found: BudgetTable) -> Iterator[Finding]:
    for odd in table.rows.odd:
        yield unread_row(reading, odd.start, odd.end, None)
    for draft, row in zip(table.rows.drafts, found.rows, strict=True):
        is_unread = any(parse_cell(text, 1) is None for text in draft.amounts)
        if is_unread or draft.is_in_doubt or _takes_too_much(found, row):
            yield unread_row(reading, draft.start, draft.end, _key(draft))


def _two_readings(reading: Reading, table: Unfinished) -> Iterator[Finding]:
    """That amounts may be joined or parted otherwise, and nothing says which is right."""
    doubtful = [line.row for line in table.lines if line.row.is_in_doubt]
    if not doubtful:
        return
    drafts = table.rows.drafts
    key = next((_key(d) for d in drafts for row in doubtful if d.start <= row.start < d.end), None)
    evidence = reading.evidence_of([(row.start, row.end) for row in doubtful])
    words = " / ".join(reading.line(row) for row in doubtful)
    yield make_finding("two_readings", "warning", key, evidence, words=words[:200])


def _lacks_chapter(reading: Reading, table: Unfinished, found: BudgetTable) -> Iterator[Finding]:
    """That nothing says the chapter of a table's posts: they are no posts of the state's budget."""
    if any(draft.chapter is None and draft.post is not None for draft in table.rows.drafts):
        yield _Doubt(reading, table, found).no_chapter()


def _takes_too_much(table: BudgetTable, row: BudgetRow) -> bool:
    """Whether a row takes more from a post than it had: two amounts were read as one."""
    by_role = list(zip(table.column_roles, row.amounts, strict=True))
    before = next((amount for role, amount in by_role if role == "previous"), None)
    changes = sum(amount or 0 for role, amount in by_role if role == "change")
    return before is not None and before > 0 and before + changes < 0


def unread_row(reading: Reading, start: int, end: int, key: str | None) -> Finding:
    """What looks like a part of the budget and could not be read."""
    words = reading.line(Span(start, end))
    return make_finding(
        "unread_budget_row", "warning", key, reading.evidence(start, end), words=words[:200]
    )


def _key(draft: Draft) -> str | None:
    """A post as findings name it: "290/45"; of an unknown chapter, "45"."""
    if draft.post is None:
        return None
    return key_of(draft.chapter, draft.post) or str(draft.post)


def _unit_doubts(
    reading: Reading, table: Unfinished, found: BudgetTable, known: KnownSums, grant: int
) -> Iterator[Finding]:
    """What speaks against a table's unit, or that nothing speaks for one."""
    unit = table.units[grant]
    told = _Doubt(reading, table, found)
    if unit.basis == "assumed":
        yield told.two_units(unit.said) if isinstance(unit.said, UnitsDiffer) else told.no_unit()
        return
    for column, one in enumerate(table.units):
        agreeing = votes(table.rows.drafts, [column], known)
        other = next((u for u in agreeing if u != one.unit), None)
        if one.basis == "stated" and other is not None and not agreeing[one.unit]:
            yield told.other_unit(one, other)
            return
    if any(abs(amount or 0) > MOST_KRONER for row in found.rows for amount in row.amounts):
        yield told.impossible_unit(unit)


@dataclass(frozen=True, slots=True)
class _Doubt:
    """The words of findings about what is in force for one table: its unit, its chapter."""

    reading: Reading
    table: Unfinished
    found: BudgetTable

    def no_chapter(self) -> Finding:
        return self._finding("no_chapter", ())

    def no_unit(self) -> Finding:
        return self._finding("no_unit", ())

    def two_units(self, said: UnitsDiffer) -> Finding:
        units = " / ".join(dict.fromkeys(one.words for one in said.said))
        return self._finding("two_units", said.said, units=units)

    def other_unit(self, unit: _ColumnUnit, other: Unit) -> Finding:
        return self._of_printed("other_unit", unit, other=UNIT_NAMES[other])

    def impossible_unit(self, unit: _ColumnUnit) -> Finding:
        return self._of_printed("impossible_unit", unit)

    def _of_printed(self, rule: str, unit: _ColumnUnit, **values: str) -> Finding:
        said = [unit.said] if isinstance(unit.said, StatedUnit) else []
        return self._finding(rule, said, unit=said[0].words if said else "kr", **values)

    def _finding(self, rule: str, said: Sequence[StatedUnit], **values: str) -> Finding:
        drafts = self.table.rows.drafts
        key = next((_key(draft) for draft in drafts if draft.post is not None), None)
        places = [(one.start, one.end) for one in said if one.end > one.start]
        evidence = (*self.reading.evidence_of(places), *self.found.evidence)
        title = self.found.title or " ".join(self.found.columns)
        return make_finding(rule, "warning", key, evidence, title=title, **values)


UNIT_NAMES: dict[int, str] = {
    1: "kroner",
    1_000: "1 000 kroner",
    1_000_000: "mill. kroner",
    1_000_000_000: "mrd. kroner",
}
