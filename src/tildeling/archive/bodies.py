"""Which of an archive's bodies a name means: its key, a name of any year, or a short form.

A name that fits several is not guessed at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from tildeling.archive.answers import Candidate
from tildeling.errors import UnknownBodyError
from tildeling.find.bodies import body_key
from tildeling.words import to_say

# Names at least so alike are named where one is not known: "Kystverkt" for "Kystverket".
LIKE = 0.75


NO_BODY = to_say("Ask for letters without a body to see those that the archive has.")


class Known(NamedTuple):
    """A body to which the archive has letters."""

    key: str | None
    names: frozenset[str]
    letters: int

    @property
    def shown(self) -> str:
        """The name that most tells: the longest."""
        return max(self.names, key=lambda name: (len(name), name))


class Bodies:
    """The bodies that an archive's letters are to."""

    def __init__(self, letters: Iterable[Mapping[str, Any]]) -> None:
        """`letters` are rows of the table of letters."""
        names: dict[str, set[str]] = {}
        counted = Counter[str]()
        keys: dict[str, str | None] = {}
        for letter in letters:
            own = body_of(letter["agency_key"], letter["agency"])
            if own is None:
                continue
            keys[own] = letter["agency_key"]
            counted[own] += 1
            given = names.setdefault(own, set())
            given.update(filter(None, (letter["agency"], letter["agency_abbreviation"])))
        self._known = {
            own: Known(keys[own], frozenset(given), counted[own]) for own, given in names.items()
        }

    def is_of(self, letter: Mapping[str, Any], bodies: Iterable[Known]) -> bool:
        """True for a letter to one of some bodies."""
        own = body_of(letter["agency_key"], letter["agency"])
        known = None if own is None else self._known[own]
        return any(known is body for body in bodies)

    def meant(self, name: str) -> list[Known]:
        """The bodies that a name may mean: one, or several of whose names it is a part.

        Raises `UnknownBodyError` where it is none's.
        """
        asked = _letters(name)
        key = body_key(name) or name.casefold()
        if key in self._known:
            return [self._known[key]]
        exact = [known for known in self._known.values() if asked in map(_letters, known.names)]
        if exact:
            return exact
        part = [
            known
            for known in self._known.values()
            if asked and any(asked in _letters(one) for one in known.names)
        ]
        if not part:
            near = self._near(asked)
            raise UnknownBodyError(
                "No letter of the archive is to «{name}».",
                to_say("Did you mean {names}?") if near else NO_BODY,
                name=name,
                names=", ".join(near),
            )
        return part

    def _near(self, asked: str) -> list[str]:
        """Names that are written almost so."""
        by_letters = {_letters(one): one for known in self._known.values() for one in known.names}
        return [by_letters[each] for each in get_close_matches(asked, by_letters, 3, LIKE)]


def body_of(key: str | None, name: str | None) -> str | None:
    """What is the same for all letters to one body: its key, else its name's letters; None where
    the letter names none.

    >>> body_of("imdi", "IMDi"), body_of(None, "Vann- og fjordrådet"), body_of(None, None)
    ('imdi', 'vannogfjordrådet', None)
    """
    return key or (None if name is None else _letters(name))


def candidates(bodies: Iterable[Known]) -> tuple[Candidate, ...]:
    """The bodies to choose from, those with most letters first."""
    ordered = sorted(bodies, key=lambda known: (-known.letters, known.shown))
    return tuple(
        Candidate(key=known.key, name=known.shown, letters=known.letters) for known in ordered
    )


def _letters(name: str) -> str:
    """A name's letters and digits alone, in small letters, for names are set in many ways."""
    return re.sub(r"[\W_]+", "", name).casefold()
