"""Which letters belong to one chain, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tildeling.compare.identity import letter_number, same_body, same_letter
from tildeling.comparison import ChainFinding
from tildeling.findings import make_chain_finding
from tildeling.letter import Letter


@dataclass(frozen=True, slots=True)
class Chain:
    """The letters of one agency and year, in order, and what is wrong with the row of them."""

    letters: tuple[Letter, ...]
    findings: tuple[ChainFinding, ...]


def chain_of(letters: Sequence[Letter]) -> Chain:
    """Puts letters in order by number and date, and leaves out what belongs to no such chain.

    A letter of another agency or year than most of them, or of the base letter's, is left out:
    what it says is about other numbers and other money. So is one that is given twice.
    """
    left_out: list[ChainFinding] = []
    once: list[Letter] = []
    for letter in letters:
        if any(same_letter(letter, other) for other in once):
            left_out.append(warning_about("given_twice", letter, {}))
        else:
            once.append(letter)
    anchor = _anchor(once)
    kept: list[Letter] = []
    for letter in once:
        differs = stranger_to(letter, anchor) if anchor is not None else None
        if anchor is None or differs is None:
            kept.append(letter)
        else:
            left_out.append(warning_about(f"left_out_for_{differs}", letter, both(letter, anchor)))
    ordered = tuple(_in_order(kept))
    told = (*left_out, *_numbered_twice(ordered), *_missing(ordered))
    return Chain(ordered, told)


def _anchor(letters: Sequence[Letter]) -> Letter | None:
    """The letter whose agency and year the chain has: that with which most letters go along.

    Of several, a base letter, else the first given.
    """
    return max(
        letters,
        key=lambda letter: (
            sum(stranger_to(other, letter) is None for other in letters),
            letter.kind == "base",
        ),
        default=None,
    )


def stranger_to(
    letter: Letter, anchor: Letter, *, same_year: bool = True
) -> Literal["body", "year"] | None:
    """Why a letter is not of the anchor's chain: it is to another body, or for another year."""
    if not same_body(letter.agency, anchor.agency) and letter.agency and anchor.agency:
        return "body"
    years = (letter.budget_year, anchor.budget_year)
    return "year" if same_year and None not in years and years[0] != years[1] else None


def both(letter: Letter, anchor: Letter) -> dict[str, str]:
    """What the two are to and for, as the messages of `stranger_to` name it."""
    if stranger_to(letter, anchor) == "body" and letter.agency and anchor.agency:
        return {"body": letter.agency.name, "other": anchor.agency.name}
    return {"year": str(letter.budget_year), "other": str(anchor.budget_year)}


def _in_order(letters: Sequence[Letter]) -> list[Letter]:
    """Base letters, then addenda by number; one without a number before the first later one."""
    day = {id(letter): letter.date.toordinal() if letter.date else None for letter in letters}
    numbered = [letter for letter in letters if letter_number(letter) is not None]
    numbered.sort(key=lambda letter: (letter_number(letter) or 0, day[id(letter)] or 0))
    rest = [letter for letter in letters if letter_number(letter) is None]
    rest.sort(key=lambda letter: (day[id(letter)] is None, day[id(letter)] or 0))
    for letter in rest:
        at = day[id(letter)]
        later = (
            place
            for place, other in enumerate(numbered)
            if other.kind == "addendum" and at is not None and (day[id(other)] or 0) > at
        )
        numbered.insert(next(later, len(numbered)), letter)
    return numbered


def _numbered_twice(letters: Sequence[Letter]) -> Iterator[ChainFinding]:
    for place, (before, letter) in enumerate(pairwise(letters), start=1):
        number = letter_number(letter)
        if number is not None and number == letter_number(before):
            yield warning_about("numbered_alike", letter, {"other": before.title}, place)


def _missing(letters: Sequence[Letter]) -> Iterator[ChainFinding]:
    """A finding for each number that is left out below the highest one; 0 is the base letter."""
    numbers = {number for letter in letters if (number := letter_number(letter)) is not None}
    # Letters without any number: whether a base letter is there is all that can be said.
    for number in range(max(numbers, default=0) + 1):
        if letters and number not in numbers:
            rule = "no_addendum" if number else "no_base"
            yield make_chain_finding(
                rule, "warning", str(number), {"number": str(number)}, letter=number
            )


def warning_about(
    rule: str, letter: Letter, values: Mapping[str, object], place: int | None = None
) -> ChainFinding:
    """What is told of a letter by its title; `place` is its index among those compared."""
    number = letter_number(letter)
    key = None if number is None else str(number)
    told = {"title": letter.title} | {name: str(value) for name, value in values.items()}
    return make_chain_finding(rule, "warning", key, told, letter=number, place=place)
