"""What makes two items the same: numbers, titles and labels as the letters print them."""

from __future__ import annotations

import re
from functools import lru_cache

from tildeling.comparison import LetterIdentity
from tildeling.find.numbers import number_key, parse_number
from tildeling.forms import is_bare_label
from tildeling.letter import Assignment, Body, Letter

_NOT_WORD = re.compile(r"[\W_]+")
# Letters and digits; a title that begins another one is that title cut short, from this length.
SHORTEST_START = 12


# The same titles and paragraphs are compared again in every letter of a chain.
@lru_cache(maxsize=8192)
def folded(words: str | None) -> str:
    r"""Letters and digits only, in small letters: as two printings of one title agree.

    >>> folded("Register over data-\u00adsett: "), folded("Register over datasett")
    ('registeroverdatasett', 'registeroverdatasett')
    """
    return _NOT_WORD.sub("", words or "").casefold()


def same_title(first: str | None, other: str | None) -> bool:
    """Whether two titles are one, perhaps cut short in one of the letters.

    >>> same_title("Ny veileder", "Ny  veileder:"), same_title("Ny veileder", "Ny portal")
    (True, False)
    """
    one, two = sorted((folded(first), folded(other)), key=len)
    return one == two or (len(one) >= SHORTEST_START and two.startswith(one))


@lru_cache(maxsize=8192)
def key_of_number(number: str) -> str:
    """Equal for two printings of one number, "2020-17" and "2020 – 017"."""
    parsed = parse_number(number)
    return folded(number) if parsed is None else "{}{}-{}".format(*number_key(parsed))


def key_of_assignment(assignment: Assignment) -> str:
    """Equal for one assignment in two letters: its number, else its title, else its words."""
    if assignment.number is not None:
        return key_of_number(assignment.number)
    return f"title {folded(assignment.title or assignment.description)}"


def key_of_label(label: str | None) -> str:
    """Equal for two printings of one deadline's label; empty where it only says "Frist"."""
    return "" if label is None or is_bare_label(label) else folded(label)


def letter_number(letter: Letter) -> int | None:
    """0 for a base letter, else the addendum's number, None where it prints none."""
    return 0 if letter.kind == "base" else letter.addendum_number


def identity_of(letter: Letter) -> LetterIdentity:
    """Which letter it is, as comparisons name it."""
    return LetterIdentity(
        title=letter.title,
        kind=letter.kind,
        number=letter_number(letter),
        year=letter.budget_year,
        date=letter.date,
        name=letter.source.name,
        sha256=letter.source.sha256,
        language=letter.language,
    )


def same_letter(first: Letter, other: Letter) -> bool:
    """Whether two files hold one and the same letter, whatever their bytes."""
    if first.source.sha256 == other.source.sha256:
        return True
    head = [
        (letter_number(one), folded(one.title), one.date, one.budget_year, one.case_number)
        for one in (first, other)
    ]
    return first.date is not None and head[0] == head[1]


def same_body(first: Body | None, other: Body | None) -> bool:
    """False only where two agencies are both known and no name of one is a name of the other."""
    if first is None or other is None:
        return True
    if first.key and other.key:
        return first.key == other.key
    return any(
        one == two or (min(len(one), len(two)) >= SHORTEST_START and (one in two or two in one))
        for one in _names(first)
        for two in _names(other)
    )


def _names(body: Body) -> list[str]:
    return [folded(name) for name in (body.name, body.abbreviation) if name]
