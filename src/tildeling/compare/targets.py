"""What is to be reached on one indicator, letter against letter: which target moved.

A result belongs to its year: another figure for the same year is a change, another year's is none.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from tildeling.compare.identity import folded
from tildeling.compare.items import Pair, paired
from tildeling.letter import Target


def moved_targets(
    old: Sequence[Target],
    new: Sequence[Target],
    years: tuple[int | None, int | None],
) -> Iterator[Pair[Target]]:
    """The targets that came, went or moved between what two letters say, each of a year.

    Where both look ahead over the same years, these are compared, and what has passed is not told;
    else those of each letter's own year.
    """
    yield from _results(old, new)
    before, after = ([one for one in each if one.role == "target"] for each in (old, new))
    ahead = _look_ahead(before, after)
    own = (None, None) if ahead else years
    known = {id(one): _year_from(own[0], one) for one in before}
    known |= {id(one): _year_from(own[1], one) for one in after}

    def says(target: Target) -> Hashable:
        return (_says(target), known[id(target)])

    pairs = paired(
        before,
        after,
        says,
        (
            lambda one: (known[id(one)], one.unit, one.comparison, one.within),
            lambda one: (known[id(one)], one.unit),
            lambda one: known[id(one)],
        ),
    )
    for pair in pairs:
        passed = ahead and pair.old is not None and (pair.old.year or 0) < (years[1] or 0)
        if not (pair.new is None and passed):
            yield pair


def targets_in_force(
    earlier: Sequence[Target],
    given: Sequence[Target],
    years: tuple[int | None, int | None],
) -> tuple[Target, ...]:
    """The targets after an addendum: each that moved in its place, new ones behind them."""
    pairs = list(moved_targets(earlier, given, years))
    moved = {id(pair.old): pair.new for pair in pairs if pair.old is not None and pair.new}
    came = [pair.new for pair in pairs if pair.old is None and pair.new is not None]
    known = {(_says(one), one.year) for one in earlier}
    results = [one for one in given if one.role == "result" and one not in moved.values()]
    past = [one for one in results if (_says(one), one.year) not in known]
    return (*(moved.get(id(one), one) for one in earlier), *came, *past)


def _results(old: Sequence[Target], new: Sequence[Target]) -> Iterator[Pair[Target]]:
    """Past results that the letters give for one year and that differ, one figure in each."""
    before, after = ([one for one in each if one.role == "result"] for each in (old, new))
    for one in before:
        same_year = [other for other in after if other.year == one.year and one.year is not None]
        alone = len(same_year) == 1 and [each.year for each in before].count(one.year) == 1
        if alone and _says(one) != _says(same_year[0]):
            yield Pair(one, same_year[0])


def _says(target: Target) -> Hashable:
    """What a target means, without its year."""
    words = folded(target.text) if target.value is None else None
    figures = (target.value, target.value_to, target.unit, target.within)
    return (target.role, target.comparison, *figures, words)


def _year_from(letter_year: int | None, target: Target) -> int | None:
    """The year counted from the letter's own; a target without a year is for that."""
    if letter_year is None or target.year is None:
        return target.year if letter_year is None else 0
    return target.year - letter_year


def _look_ahead(old: Sequence[Target], new: Sequence[Target]) -> bool:
    """Whether both look ahead over the same years: "2025: 80, 2026: 85", "2026: 87, 2027: 90"."""
    before, after = ({one.year for one in each if one.year} for each in (old, new))
    return bool(before & after) and max(len(before), len(after)) > 1
