"""Which letters belong to one chain, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tildeling.compare.identity import letter_number, same_body, same_letter
from tildeling.comparison import ChainFinding
from tildeling.letter import FindingCode, Letter


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
            left_out.append(
                warning_about(
                    "duplicate_number", letter, "er gitt to ganger; det er tatt med én gang"
                )
            )
        else:
            once.append(letter)
    anchor = _anchor(once)
    kept: list[Letter] = []
    for letter in once:
        wrong = stranger_to(letter, anchor) if anchor is not None else None
        if wrong is None:
            kept.append(letter)
        else:
            left_out.append(
                warning_about("missing_letter", letter, f"{wrong}; det er ikke tatt med")
            )
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


def stranger_to(letter: Letter, anchor: Letter, *, same_year: bool = True) -> str | None:
    """Why a letter is not of the anchor's chain ("er til Vegtilsynet, ikke til ..."), or None."""
    if not same_body(letter.agency, anchor.agency) and letter.agency and anchor.agency:
        return f"er til {letter.agency.name}, ikke til {anchor.agency.name}"
    years = (letter.budget_year, anchor.budget_year)
    if same_year and None not in years and years[0] != years[1]:
        return f"gjelder {years[0]}, ikke {years[1]}"
    return None


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
            yield warning_about(
                "duplicate_number",
                letter,
                f"har samme nummer som «{before.title}»; begge er tatt med",
                place,
            )


def _missing(letters: Sequence[Letter]) -> Iterator[ChainFinding]:
    """A finding for each number that is left out below the highest one; 0 is the base letter."""
    numbers = {number for letter in letters if (number := letter_number(letter)) is not None}
    # Letters without any number: whether a base letter is there is all that can be said.
    for number in range(max(numbers, default=0) + 1):
        if letters and number not in numbers:
            name = "Hovedbrevet (nr. 0)" if number == 0 else f"Tillegg nr. {number}"
            yield ChainFinding(
                code="missing_letter",
                severity="warning",
                key=str(number),
                message=f"{name} mangler i rekken av brev.",
                letter=number,
            )


def warning_about(
    code: FindingCode, letter: Letter, words: str, place: int | None = None
) -> ChainFinding:
    """What is told of a letter by its title; `place` is its index among those compared."""
    number = letter_number(letter)
    return ChainFinding(
        code=code,
        severity="warning",
        key=None if number is None else str(number),
        message=f"«{letter.title}» {words}.",
        letter=number,
        place=place,
    )
