"""The unit of a budget table: what it says itself, what is said around it, what sums show."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from tildeling.find.cells import CellAmount, parse_cell
from tildeling.find.posts import BudgetPost
from tildeling.find.units import Unit, UnitPhrase, find_units
from tildeling.meaning.budget_columns import Columns, Line
from tildeling.meaning.budget_rows import Draft
from tildeling.meaning.reading import Reading
from tildeling.scope.posts import Post
from tildeling.scope.tree import Place
from tildeling.scope.units import InForce, Rank, StatedUnit, settled
from tildeling.text.blocks import Span

UNITS: tuple[Unit, ...] = (1, 1_000, 1_000_000)
# An amount of so many digits that stands in the text, to the krone, is that sum.
LOOSE_DIGITS = 4
# Millions that the whole budget of the state comes to: what is printed higher is none.
MOST_MILLIONS = 2_000_000
# A sum agrees where what its last digit is worth is no more than this share of it.
ROUGH = 4


@dataclass(frozen=True, slots=True)
class OwnUnits:
    """What a table says of its unit itself."""

    columns: tuple[StatedUnit | None, ...]
    """One an amount column: what its heading says."""
    table: InForce
    """What its heading, its corner or a line among its rows says of all."""

    def of_column(self, column: int) -> InForce:
        """The unit of an amount column: its own, the table's, or the one that another column says.

        Where one of several columns prints a unit, it is meant for those beside it too.
        """
        if (own := self.columns[column]) is not None:
            return own
        return self.table or settled([said for said in self.columns if said is not None])


def own_units(reading: Reading, columns: Columns, lines: Sequence[Line]) -> OwnUnits:
    """The units that a table's headings and lone lines say."""
    by_column = tuple(_of_column(reading, columns, column) for column in columns.amounts)
    said = [
        _stated(line.row.start, line.row.end, text, phrase, "caption")
        for line in (*columns.heads, *_lone_lines(lines))
        for text, phrase in _of_table(columns, line)
    ]
    return OwnUnits(by_column, settled(said))


def _of_column(reading: Reading, columns: Columns, column: int) -> StatedUnit | None:
    """The unit in the heading of one column, whose lines may part it: "(i", "1 000", "kroner)"."""
    cells = [
        cell
        for line in columns.heads
        for cell in line.cells
        if cell.column <= column < cell.column + cell.columns and cell.columns == 1
    ]
    words = " ".join(reading.line(cell) for cell in cells)
    phrases = find_units(words, heading=True)
    if not phrases:
        return None
    return _stated(cells[0].start, cells[-1].end, words, phrases[-1], "column")


def _of_table(columns: Columns, line: Line) -> list[tuple[str, UnitPhrase]]:
    """The units that a line says of the whole table, each with the text it stands in.

    A unit set over several columns is cut where they part: "(i 1" and "000 kroner)".
    """
    is_heading = line in columns.heads
    beside = [
        text
        for cell, text in zip(line.cells, line.texts, strict=True)
        if cell.columns > 1 or cell.column not in columns.amounts or len(line.texts) == 1
    ]
    for text in (*beside, line.words):
        phrases = find_units(text, heading=is_heading and text in beside)
        if phrases:
            return [(text, phrase) for phrase in phrases]
    return []


def _lone_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines among or under the rows that are about none of them: "Tall i tkr."."""
    return (line for line in lines if len(line.texts) == 1 and line.key is None)


def _stated(start: int, end: int, text: str, phrase: UnitPhrase, rank: Rank) -> StatedUnit:
    return StatedUnit(phrase.unit, rank, text[phrase.start : phrase.end], start, end)


# What sums elsewhere show


@dataclass(frozen=True, slots=True)
class Known:
    """A sum of kroner that is sure, and what its last printed digit is worth."""

    kroner: int
    step: int


@dataclass
class KnownSums:
    """Sums that the letter prints with their unit, outside the table in question."""

    of_posts: dict[Post, list[Known]]
    """In sentences and under headings that name the post, and in tables whose unit is known."""
    of_text: list[Known]
    """All sums of the text."""


def text_sums(reading: Reading, tables: Sequence[Span]) -> KnownSums:
    """The sums of the letter's text, those of a post by its paragraph or the heading over it."""
    found = reading.laid.text.found
    blocks = reading.blocks
    starts = [block.start for block in blocks]
    of_posts: dict[Post, list[Known]] = {}
    of_text: list[Known] = []
    for money in found.all_money:
        if any(table.start <= money.start < table.end for table in tables):
            continue
        known = Known(money.kroner, money.step)
        of_text.append(known)
        at = bisect_right(starts, money.start) - 1
        if at < 0:
            continue
        # "Kap. 914, post 60 gjelder kommunene. På posten gis det 6,15 mill. kroner."
        named = found.posts(*found.sentence_at(money.start))
        named = named or found.posts(blocks[at].start, money.start)[-1:]
        for post in _named(named, reading.tree.places[at]):
            of_posts.setdefault(post, []).append(known)
    return KnownSums(of_posts, of_text)


def _named(posts: Sequence[BudgetPost], place: Place) -> set[Post]:
    """The posts that a sentence names, with the chapter in force; else that of its headings."""
    chapter = next((p.chapter for p in place.outward() if p.chapter is not None), None)
    named = {(post.chapter or chapter, post.post) for post in posts if post.post is not None}
    if not named and chapter is not None:
        post = next((p.post for p in place.outward() if p.post is not None), None)
        named = {(chapter, post)} if post is not None else set()
    return {(c, p) for c, p in named if c is not None and p is not None}


def votes(
    drafts: Sequence[Draft], columns: Sequence[int], sums: KnownSums, *, exactly: bool = False
) -> Counter[Unit]:
    """How many amounts agree with a sum printed elsewhere under one unit alone, by that unit.

    What a row's amounts differ by is among them: the text may say the change alone. Where they must
    agree `exactly`, "13 104 550" is not what the text calls 13 mill. kroner.
    """
    found: Counter[Unit] = Counter()
    exact = {known.kroner for known in sums.of_text}
    parted = _parted_post(drafts)
    for draft in drafts:
        post = parted if draft.kind == "sum" and parted else (draft.chapter or 0, draft.post or 0)
        of_post = sums.of_posts.get(post, [])
        numbers = [n for column in columns if (n := _number(draft.amounts[column])) is not None]
        differences = [two.less(one) for one, two in combinations(numbers, 2)]
        for number in (*numbers, *differences):
            if number.digits >= 2:
                agrees = partial(number.agrees_with_one, of_post, exactly=exactly)
                found.update(_only(filter(agrees, UNITS)))
        for number in numbers:
            if number.digits >= LOOSE_DIGITS:
                found.update(_only(u for u in UNITS if abs(number.kroner(u)) in exact))
    return found


def _parted_post(drafts: Sequence[Draft]) -> Post | None:
    """The post that all rows are parts of: their sum is what the letter prints of it elsewhere."""
    parts = [(draft.chapter, draft.post) for draft in drafts if draft.kind == "post"]
    chapter, post = parts[0] if len(parts) > 1 and len(set(parts)) == 1 else (None, None)
    return (chapter, post) if chapter is not None and post is not None else None


def _only(units: Iterable[Unit]) -> set[Unit]:
    found = set(units)
    return found if len(found) == 1 else set()


@dataclass(frozen=True, slots=True)
class _Number:
    """A printed number whose unit is asked for."""

    millionths: int
    decimals: int

    @property
    def digits(self) -> int:
        """How many of its digits count: two of "1 200"."""
        return len(str(abs(self.millionths)).strip("0"))

    def kroner(self, unit: Unit) -> int:
        """What it is in kroner where one printed unit is so many."""
        return self.millionths * unit // 1_000_000

    def less(self, other: _Number) -> _Number:
        """What it is more than another."""
        decimals = max(self.decimals, other.decimals)
        return _Number(self.millionths - other.millionths, decimals)

    def agrees_with_one(self, known: Sequence[Known], unit: Unit, *, exactly: bool) -> bool:
        """Whether it is one of the sums, to the digits printed, or to the krone."""
        kroner = abs(self.kroner(unit))
        if exactly:
            return any(kroner == one.kroner for one in known)
        own = max(unit // 10**self.decimals, 1)
        return any(
            2 * abs(kroner - one.kroner) <= max(own, one.step) <= kroner // ROUGH for one in known
        )


def _number(text: str) -> _Number | None:
    """The number that a cell prints; None for a cell that is empty or says its own unit."""
    amount = parse_cell(text, 1_000_000)
    if amount is None or amount.own is not None or not amount.kroner:
        return None
    return _Number(amount.kroner, amount.decimals)


def by_own_sums(drafts: Sequence[Draft], column: int) -> Unit | None:
    """The unit of amounts whose sum alone says kroner: "Sum: 200,0 mill. kroner"."""
    parts: list[_Number] = []
    for draft in drafts:
        text = draft.amounts[column]
        amount, number = parse_cell(text, 1), _number(text)
        if amount is None or amount.kroner is None:
            continue
        if draft.kind == "post" and number is not None and not amount.priced:
            parts.append(number)
        elif draft.kind == "sum" and _says_kroner(amount):
            units = _only(u for u in UNITS if sum(n.kroner(u) for n in parts) == amount.kroner)
            if units:
                return units.pop()
    return None


def with_own_sums(drafts: Sequence[Draft], column: int, unit: Unit) -> list[Draft]:
    """The rows, their sums read as kroner where they say so and are then the sum of their parts."""
    cells = [parse_cell(d.amounts[column], 1) if d.kind == "sum" else None for d in drafts]
    if not any(cell is not None and cell.priced for cell in cells):
        return list(drafts)
    parts = 0
    found: list[Draft] = []
    for draft, cell in zip(drafts, cells, strict=True):
        number = _number(draft.amounts[column])
        if draft.kind == "post" and number is not None:
            parts += number.kroner(unit)
        is_own = cell is not None and cell.priced and cell.kroner == parts
        found.append(_in_kroner(draft, column, parts) if is_own else draft)
    return found


def _in_kroner(draft: Draft, column: int, kroner: int) -> Draft:
    amounts = list(draft.amounts)
    amounts[column] = f"{kroner} kroner"
    return replace(draft, amounts=tuple(amounts))


def _says_kroner(amount: CellAmount) -> bool:
    return amount.own is not None or amount.priced


def by_decimals(texts: Iterable[str]) -> Unit | None:
    """Millions, where amounts are printed with decimals; two each may be øre.

    >>> by_decimals(["141,032", "98,5"]), by_decimals(["12 500,00", "9 000,50"])
    (1000000, None)
    """
    amounts = [amount for text in texts if text and (amount := parse_cell(text, 1)) is not None]
    amounts = [amount for amount in amounts if amount.kroner and amount.own is None]
    decimals = {amount.decimals for amount in amounts}
    if not decimals - {0} or decimals == {2}:
        return None
    return 1_000_000 if all(abs(a.kroner or 0) < MOST_MILLIONS for a in amounts) else None
