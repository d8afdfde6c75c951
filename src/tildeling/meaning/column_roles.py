"""What each amount column of a budget table holds: by arithmetic where it can, else by words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import combinations, permutations

from tildeling.find.patterns import YEAR, any_of
from tildeling.find.units import find_units
from tildeling.letter import ColumnRole
from tildeling.meaning.budget_words import (
    ADDED_WORDS,
    ADDITION_WORDS,
    AFTER_CHANGE_WORDS,
    CHANGE_WORDS,
    DECIDED_WORDS,
    DISPOSAL_WORDS,
    NEW_WORDS,
    OTHER_WORDS,
    PREVIOUS_WORDS,
    REDUCTION_WORDS,
    SALDERT_WORDS,
    TOTAL_WORDS,
)

Amounts = Sequence[int | None]
Roles = tuple[ColumnRole | None, ...]

# Of more amount columns than this no sums are tried: such a table is none of a letter's.
MAX_COLUMNS = 8

# A word of so many letters counts with whatever ending it has: "løyvinga", "bevilgningen".
LONG_WORD = 6


def _words(words: Sequence[str]) -> re.Pattern[str]:
    """Any of the words; short ones only whole, so that "ny" is not found in "nytte"."""
    long = [word for word in words if len(word) >= LONG_WORD]
    short = [word for word in words if len(word) < LONG_WORD]
    endings = ((long, ""), (short, r"(?!\w)"))
    found = "|".join(any_of(some) + ending for some, ending in endings if some)
    return re.compile(rf"(?<!\w)(?:{found})", re.IGNORECASE)


_OTHER = _words(OTHER_WORDS)
# In this order: "Bevilgning etter endring" is what the post comes to.
_ROLE_WORDS: tuple[tuple[ColumnRole | None, re.Pattern[str]], ...] = (
    ("new", _words(AFTER_CHANGE_WORDS)),
    (None, _OTHER),
    ("change", _words(CHANGE_WORDS)),
    ("previous", _words(PREVIOUS_WORDS)),
    ("new", _words(NEW_WORDS)),
)
_ADDED = re.compile(any_of(ADDED_WORDS), re.IGNORECASE)
_TOTAL = _words(TOTAL_WORDS)
_DISPOSAL = _words(DISPOSAL_WORDS)
_REDUCTION = _words(REDUCTION_WORDS)
_ADDITION = _words(ADDITION_WORDS)
_SALDERT = _words(SALDERT_WORDS)
_DECIDED = _words(DECIDED_WORDS)
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_ONLY_YEAR = re.compile(rf"{YEAR}\.?")


def taken_away(headings: Sequence[str], rows: Sequence[Amounts]) -> frozenset[int]:
    """The columns whose amounts are taken away and printed without a minus.

    A heading says so ("Reduksjon"), or the rows do: where the columns before and after a change are
    named, and in every row the change is what the one is less than the other.

    >>> taken_away(["Saldert", "Reduksjon", "Ny ramme"], [(24, 2, 22)])
    frozenset({1})
    """
    found: set[int] = {
        column
        for column, heading in enumerate(headings)
        if is_reduction(heading) and not any((row[column] or 0) < 0 for row in rows)
    }
    return frozenset(found | _subtracting(headings, rows, found))


def _subtracting(
    headings: Sequence[str], rows: Sequence[Amounts], known: Set[int]
) -> frozenset[int]:
    """Changes that lead from one column to the last named only where they are taken away.

    The columns before and after must be named, and every row must agree: a row that adds up as
    printed speaks against it.
    """
    roles = [word_role(heading) for heading in headings]
    if roles.count("previous") != 1 or roles.count("new") != 1 or len(headings) > MAX_COLUMNS:
        return frozenset()
    before, after = roles.index("previous"), roles.index("new")
    changes = range(before + 1, after)
    full = [
        r
        for r in rows
        if r[before] is not None and r[after] is not None and any(r[c] for c in changes)
    ]
    if not full or _adds_up(full, before, changes, after, known):
        return frozenset()
    for count in range(1, len(changes) + 1):
        for taken in combinations(changes, count):
            if _adds_up(full, before, changes, after, known | {*taken}):
                return frozenset(taken)
    return frozenset()


def _adds_up(
    rows: Sequence[Amounts], before: int, changes: Sequence[int], after: int, taken: Set[int]
) -> bool:
    """Whether the rows add up where those of the changes are taken away."""
    return all(
        (r[before] or 0) + sum((-1 if c in taken else 1) * (r[c] or 0) for c in changes) == r[after]
        for r in rows
    )


def is_reduction(heading: str) -> bool:
    """Whether what stands under a heading is taken away: not under "Økning/reduksjon".

    >>> is_reduction("Kutt (1 000 kr)"), is_reduction("Økning/reduksjon")
    (True, False)
    """
    return _REDUCTION.search(heading) is not None and _ADDITION.search(heading) is None


def column_roles(
    headings: Sequence[str],
    rows: Sequence[Amounts],
    year: int | None = None,
    *,
    amends: bool = False,
) -> Roles:
    """The role of each amount column.

    Where previous + change = new holds in the rows, that decides, whatever the columns are called:
    "Ny tildeling" beside "Sum tildeling" is a change. Of a table with one column only its words can
    tell, and what was granted before is then no role: nothing stands beside it. `year` is the year
    that the letter grants money for, and `amends` says that it changes what was granted for it: a
    column "Saldert budsjett" is then of the same year.

    >>> column_roles(["Tidligere", "Ny tildeling", "Sum"], [(24, 2, 26), (100, 5, 105)])
    ('previous', 'change', 'new')
    >>> column_roles(["Saldert budsjett 2025", "Ny bevilgning"], [(24, 26)], 2025, amends=True)
    ('previous', 'new')
    >>> column_roles(["Saldert budsjett 2025", "Bevilgning 2026"], [(24, 26)], 2026)
    (None, 'new')
    >>> column_roles(["Lønn", "Drift", "Sum"], [(24, 2, 26), (100, 5, 105)])
    (None, None, 'new')
    """
    by_words = _by_words(headings, year, amends)
    if len(headings) == 1:
        return tuple(None if role == "previous" else role for role in by_words)
    if len(headings) > MAX_COLUMNS:
        return by_words
    parts = frozenset(at for at, heading in enumerate(headings) if _names_a_part(heading))
    parts -= {at for at in parts if any((row[at] or 0) < 0 for row in rows)}
    three = _by_triple(by_words, rows, parts)
    all_changes = _by_several_changes(by_words, rows, parts)
    # Rows with one change each add up in three columns; those with two only in all of them.
    best = all_changes if all_changes[0] > three[0] else three
    return best[1] or by_words


def word_role(heading: str) -> ColumnRole | None:
    """The role that a column's heading names.

    >>> word_role("Tidlegare tildeling"), word_role("Endring"), word_role("Rekneskap 2022")
    ('previous', 'change', None)
    """
    return next((role for role, words in _ROLE_WORDS if words.search(heading)), None)


def _names_a_part(heading: str) -> bool:
    """True for a heading that says neither when nor what changed: "Lønn", "1. halvår", "HOD".

    Two of them that add up to a grant or sum are parts of it, and neither was granted before.
    """
    is_plain = word_role(heading) is None and not _year(heading)
    return (
        bool(heading.strip())
        and is_plain
        and not (_ADDED.search(heading) or _OTHER.search(heading))
    )


def _by_triple(
    by_words: Roles, rows: Sequence[Amounts], parts: Set[int]
) -> tuple[int, Roles | None]:
    """Three columns of which two add up to the third, in how many rows; of several the best.

    Two `parts` of what a heading calls a grant or sum do not change the one into the other.
    """
    best: tuple[tuple[int, bool, int, bool], tuple[int, int, int]] | None = None
    for triple in permutations(range(len(by_words)), 3):
        previous, change, new = triple
        if by_words[new] == "new" and {previous, change} <= parts:
            continue
        sums = [
            (row[previous] or 0) + (row[change] or 0) == row[new]
            for row in rows
            if row[new] is not None and (row[previous] is not None or row[change] is not None)
        ]
        if not sums or sum(sums) * 2 <= len(sums):
            continue
        named = sum(
            by_words[column] == role
            for column, role in zip(triple, ("previous", "change", "new"), strict=True)
        )
        is_grant = all((row[previous] or 0) >= 0 for row in rows)
        score = (sum(sums), is_grant, named, previous < change < new)
        if best is None or score > best[0]:
            best = score, triple
    if best is None:
        return 0, None
    roles: list[ColumnRole | None] = [None] * len(by_words)
    roles[best[1][0]], roles[best[1][1]], roles[best[1][2]] = "previous", "change", "new"
    return best[0][0], tuple(roles)


def _by_several_changes(
    by_words: Roles, rows: Sequence[Amounts], parts: Set[int]
) -> tuple[int, Roles | None]:
    """A column and all changes after it make the last: "Saldert | RNB | Nysaldering | Ny"."""
    width = len(by_words)
    for first in range(width - 3):
        if by_words[-1] == "new" and set(range(first, width - 1)) <= parts:
            continue
        full = [row for row in rows if row[first] is not None and row[-1] is not None]
        hits = sum(sum(amount or 0 for amount in row[first:-1]) == row[-1] for row in full)
        if full and hits * 2 > len(full):
            changes: list[ColumnRole] = ["change"] * (width - first - 2)
            return hits, (*[None] * first, "previous", *changes, "new")
    return 0, None


def _by_words(headings: Sequence[str], year: int | None, amends: bool) -> Roles:
    """Roles by what the headings say, each of previous and new given once.

    What stands beside the one column of money granted before is what is granted now, whatever it is
    called, unless it is accounts or a forecast.
    """
    roles = [word_role(heading) for heading in headings]
    totals = [bool(_TOTAL.search(heading)) for heading in headings]
    for column, heading in enumerate(headings):
        beside = any(total for other, total in enumerate(totals) if other != column)
        if beside and _ADDED.search(heading) and not totals[column]:
            roles[column] = "change"
    if all(_ONLY_YEAR.fullmatch(_without_unit(heading)) for heading in headings):
        roles = ["new"] * len(headings)
    _keep_one_grant(roles, headings, year)
    if len(headings) == 2 and set(roles) == {"previous", None}:
        other = roles.index(None)
        if not _OTHER.search(headings[other]):
            roles[other] = "new"
    _grant_of_year(roles, headings, year, amends)
    _keep_one_before(roles, headings, year, amends)
    return tuple(roles)


def _grant_of_year(
    roles: list[ColumnRole | None], headings: Sequence[str], year: int | None, amends: bool
) -> None:
    """In a base letter without a new column the one of its year is: "Vedtatt 2026".

    So is a decided budget without a year. A column whose heading says neither year nor role may be
    what the recipient gets: beside it none is.
    """
    unknown = [
        heading
        for heading, role in zip(headings, roles, strict=True)
        if role is None and not _year(heading) and not _OTHER.search(heading)
    ]
    if amends or "new" in roles or unknown:
        return
    of_year = [
        column
        for column, heading in enumerate(headings)
        if roles[column] != "change" and not _OTHER.search(heading) and _year(heading) == year
    ]
    decided = [c for c, h in enumerate(headings) if _DECIDED.search(h) and not _year(h)]
    if column := (of_year or decided)[-1:]:
        roles[column[0]] = "new"


def _without_unit(heading: str) -> str:
    """A heading without the unit of its column: "2026 (1 000 kr)" is a year."""
    for phrase in reversed(find_units(heading, heading=True)):
        heading = heading[: phrase.start] + heading[phrase.end :]
    return heading.strip(" (),")


def _keep_one_grant(
    roles: list[ColumnRole | None], headings: Sequence[str], year: int | None
) -> None:
    """Of several columns of grants the one of the letter's year, else of the last, is new."""
    granted = [column for column, role in enumerate(roles) if role == "new"]
    if len(granted) < 2:
        return
    own = [column for column in granted if _DISPOSAL.search(headings[column])]
    of_year = [column for column in granted if year is not None and _year(headings[column]) == year]
    last = max(granted, key=lambda column: (_year(headings[column]), column))
    kept = own[-1] if own else of_year[-1] if of_year else last
    for column in granted:
        if column != kept:
            roles[column] = None


def _keep_one_before(
    roles: list[ColumnRole | None], headings: Sequence[str], year: int | None, amends: bool
) -> None:
    """What was granted before is of the same year, or a change leads from it to the new amount."""
    before = [column for column, role in enumerate(roles) if role == "previous"]
    for column in before[:-1]:
        roles[column] = None
    if not before or "change" in roles:
        return
    own = _year(headings[before[-1]])
    now = next((_year(headings[at]) for at, role in enumerate(roles) if role == "new"), 0)
    is_last_years = own != 0 and own < (now or year or 0)
    if is_last_years or (own == 0 and not amends and _SALDERT.search(headings[before[-1]])):
        roles[before[-1]] = None


def _year(heading: str) -> int:
    """The last year that a heading prints, 0 without any."""
    years = _YEAR.findall(heading)
    return int(years[-1]) if years else 0
