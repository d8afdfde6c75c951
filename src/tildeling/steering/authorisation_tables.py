"""Tables of authorisations: "overskride bevilgningen under | mot merinntekter under"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tildeling.any_case import small_letters
from tildeling.find.cells import parse_cell
from tildeling.find.posts import BudgetPost, find_posts, is_revenue
from tildeling.find.units import find_units
from tildeling.meaning.reading import Reading
from tildeling.scope.around import Around
from tildeling.scope.units import StatedUnit, unit_around
from tildeling.steering.authorisation_words import AMOUNT_HEAD
from tildeling.steering.letter_body import heads_over
from tildeling.text.blocks import Cell, Row, Table

_CHAPTER = re.compile(r"0?\d{3,4}")
_POST = re.compile(r"(?P<post>\d{1,2})(?:\.\d)?")
# Heads a column of chapters or posts.
_KEYS = re.compile(r"(?:budsjett)?(?:kap|post)")
# Heads the columns of the other side, of revenue.
_SIDES = re.compile(r"\bmot\b|motpost|inntekt")


@dataclass(frozen=True, slots=True)
class AuthorisedRow:
    """What a row of a table of authorisations names."""

    row: Row
    posts: tuple[tuple[int | None, int], ...]
    counters: tuple[tuple[int | None, int | None], ...]
    amount: int | None


def head_of(reading: Reading, table: Table) -> str:
    """The words over a table's columns, in small letters; those of its first row without a head."""
    rows = table.rows[: max(table.heading_rows, 1)]
    return " ".join(small_letters(reading.words(row)) for row in rows).replace("\t", " ")


def rows_of(reading: Reading, table: Table) -> Iterator[AuthorisedRow]:
    """The rows that name a post, or a ceiling without one; a chapter holds until the next."""
    heads = heads_over(reading, table.rows[: table.heading_rows])
    unit = _unit(reading, table, heads)
    chapter: int | None = None
    for row in table.body:
        posts, counters = _sides(reading, row, heads)
        mains = [post for post in posts if post.post is not None]
        chapter = next((post.chapter for post in posts if post.chapter is not None), chapter)
        named = tuple(
            (post.chapter or chapter, post.post) for post in mains if post.post is not None
        )
        amount = _amount(reading, row, heads, unit)
        if named:
            others = tuple((one.chapter, one.post) for one in counters)
            yield AuthorisedRow(row, named, others, amount)


def _sides(
    reading: Reading, row: Row, heads: dict[int, str]
) -> tuple[list[BudgetPost], list[BudgetPost]]:
    """The posts that a row names, and those of the other side."""
    words = {True: "", False: ""}
    for cell in row.cells:
        head = heads.get(cell.column, "")
        words[_SIDES.search(head) is not None] += " " + _worded(reading, cell, head)
    found = [post for said in words.values() for post in find_posts(said.strip())]
    of_side = find_posts(words[True].strip())
    mains = [post for post in found if not is_counter(post) and post not in of_side]
    counters = [post for post in found if is_counter(post)]
    return mains, counters or list(of_side)


def is_counter(post: BudgetPost) -> bool:
    """Whether a post is of a chapter of revenue: the other side of what is authorised."""
    return post.chapter is not None and is_revenue(post.chapter)


def _worded(reading: Reading, cell: Cell, head: str) -> str:
    """A cell's words; a bare number with the word that heads its column."""
    words = reading.line(cell)
    if "kap" in head and _CHAPTER.fullmatch(words):
        return f"kap. {words}"
    if "post" in head and _POST.fullmatch(words):
        return f"post {words}"
    return words


def _unit(reading: Reading, table: Table, heads: dict[int, str]) -> int | None:
    """Kroner in a printed unit; None where nothing says it."""
    said = {phrase.unit for head in heads.values() for phrase in find_units(head)}
    if len(said) == 1:
        return said.pop()
    at = reading.blocks.index(table)
    around = unit_around(Around(reading.tree, at, at))
    return around.unit if isinstance(around, StatedUnit) else None


def _amount(reading: Reading, row: Row, heads: dict[int, str], unit: int | None) -> int | None:
    """The first amount under a head that speaks of a ceiling, else the only one."""
    amounts: list[tuple[bool, int]] = []
    for cell in row.cells:
        head = heads.get(cell.column, "")
        if _KEYS.match(head):
            continue
        parsed = parse_cell(reading.line(cell), unit or 1)
        money = reading.money(cell) if parsed is None else ()
        if len(money) == 1 and AMOUNT_HEAD.search(head):
            amounts.append((True, money[0].kroner))
        if parsed is None or parsed.kroner is None or parsed.kroner < 0:
            continue
        if unit is None and parsed.own is None and not parsed.priced:
            continue
        amounts.append((AMOUNT_HEAD.search(head) is not None, parsed.kroner))
    headed = [kroner for is_headed, kroner in amounts if is_headed]
    if headed:
        return headed[0]
    return amounts[0][1] if len(amounts) == 1 else None
