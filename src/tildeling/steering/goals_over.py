"""Which goal an indicator stands under: by its number in a cell or label, or by the headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from tildeling.any_case import small_letters
from tildeling.letter import Goal
from tildeling.scope.tree import Place
from tildeling.steering.indicator_words import (
    GOAL_LABEL,
    GOAL_NAMED,
    GOALS_TOGETHER,
    MEASURES_ALONE,
    REQUIREMENTS_ALONE,
)
from tildeling.steering.letter_body import LetterBody, start_of

_ONLY_NUMBER = re.compile(r"\W*(?P<number>\d+(?:\.\d+)*|[A-Za-z]\.?\d*(?:\.\d+)*)[.)]?\W*")
_BEGINS_WITH_NUMBER = re.compile(
    r"\s*(?P<number>\d+(?:\.\d+)*|[A-Z]\.?\d*(?:\.\d+)*)[.):]?\s+(?=\S)"
)
# After a dash or in brackets: a heading's own "Mål 1" is the goal itself.
_POINTER = re.compile(
    r"[–—(-]\s?(?:nasjonalt |nasjonal |under )?(?:hoved|hovud|del)?mål "
    r"(?P<number>[ivx]{1,4}|\d(?:\.\d)?|[a-h])(?!\w)"
)
_NOT_WORD = re.compile(r"\W+")


class GoalsOver:
    """The goals of a letter, asked for by who stands under one."""

    def __init__(self, body: LetterBody, goals: Sequence[Goal]) -> None:
        self._body = body
        self._goals = goals
        self._in_order = sorted(range(len(goals)), key=lambda index: start_of(goals[index]))
        """Positions of the goals as they stand in the text."""
        self._starts = [start_of(goals[index]) for index in self._in_order]

    def named(self, words: str) -> int | None:
        """The goal that a cell or row names, by number ("1", "Delmål 2.1: ...") or by title."""
        if not self._goals:
            return None
        only = _ONLY_NUMBER.fullmatch(words)
        if only is not None:
            return self._numbered(only["number"])
        named = GOAL_NAMED.match(small_letters(words))
        if named is not None:
            number = words[slice(*named.span("number"))]
            found = self._numbered(number.rstrip("."), words[: named.start("number")])
            if found is not None:
                return found
        numbered = _BEGINS_WITH_NUMBER.match(words)
        rest = words[numbered.end() :] if numbered is not None else words
        titled = self._titled(rest)
        if titled is None and numbered is not None:
            return self._numbered(numbered["number"].rstrip("."))
        return titled

    def pointed_to(self, words: str) -> tuple[bool, int | None]:
        """Whether a label says whose indicators follow ("for hovedmål A"), and which goal it is."""
        small = small_letters(words)
        if GOALS_TOGETHER.search(small):
            return True, None
        names = list(GOAL_NAMED.finditer(small))
        if len(names) != 1:
            return bool(names), None
        number = words[slice(*names[0].span("number"))].rstrip(".")
        return True, self._numbered(number, words[names[0].start() : names[0].start("number")])

    def over(self, at: int) -> int | None:
        """The goal whose heading or words a character stands under.

        Of several goals that stand right after each other none is over what follows, but the one
        whose heading they stand under is.
        """
        named = self._pointed_to_by_heading(at)
        if named is not None:
            return named
        place = bisect_left(self._starts, at) - 1
        if place < 0 or not self._reaches(place, at):
            return None
        if not self._has_neighbour(place):
            return self._in_order[place]
        parent = self._goals[self._in_order[place]].parent
        return parent if parent is not None and self._heads(parent, at) else None

    def _pointed_to_by_heading(self, at: int) -> int | None:
        """The goal that a heading over a character names: "Prioritering nr. 1 – mål ii: ..."."""
        for words in self._body.headings(at):
            pointer = _POINTER.search(small_letters(words))
            if pointer is not None:
                return self._numbered(pointer["number"])
        return None

    def _heads(self, index: int, at: int) -> bool:
        """Whether a goal is a heading that a character stands under."""
        start = start_of(self._goals[index])
        headings = (place.heading for place in self._body.reading.place(at).outward())
        return any(each is not None and each.outer <= start < each.end for each in headings)

    def _numbered(self, number: str, label: str = "") -> int | None:
        wanted = number.casefold().rstrip(".")
        fit = [
            index
            for index, goal in enumerate(self._goals)
            if goal.number is not None and goal.number.casefold().rstrip(".") == wanted
        ]
        if len(fit) > 1 and "del" in small_letters(label):
            fit = [index for index in fit if self._goals[index].level > 1]
        elif len(fit) > 1 and label.strip():
            fit = [index for index in fit if self._goals[index].level == 1]
        return fit[0] if len(fit) == 1 else None

    def _titled(self, words: str) -> int | None:
        wanted = _plain(words)
        if len(wanted) < 4:
            return None
        fit = [
            index
            for index, title in enumerate(self._titles)
            if title == wanted
            or (len(wanted) > 20 and title.startswith(wanted))
            or (len(title) > 20 and wanted.startswith(title))
        ]
        return fit[0] if len(fit) == 1 else None

    @cached_property
    def _titles(self) -> list[str]:
        return [_plain(goal.title) for goal in self._goals]

    def _has_neighbour(self, place: int) -> bool:
        """Whether a goal of the same level stands right before or after, with nothing between."""
        goal = self._goals[self._in_order[place]]
        for first in (place - 1, place):
            if first < 0 or first + 1 >= len(self._in_order):
                continue
            other = self._goals[self._in_order[first if first < place else place + 1]]
            is_like = other.level == goal.level and other.parent == goal.parent
            if is_like and self._depth(goal) == self._depth(other) and self._touch(first):
                return True
        return False

    def _depth(self, goal: Goal) -> int | None:
        """How many headings a goal that is one stands among; None of words that are no heading.

        "2.1 Mål 1: ..." right after a line "Hovedmål 1: ..." is not one more of the same.
        """
        start = start_of(goal)
        above = list(self._body.reading.place(start).outward())
        heading = above[0].heading
        is_heading = heading is not None and heading.outer <= start < heading.end
        return len(above) if is_heading else None

    def _touch(self, place: int) -> bool:
        """Whether nothing but a mark or label stands between a goal and the next one."""
        goal = self._goals[self._in_order[place]]
        end = max(each._extent.end for each in goal.evidence)
        between = self._body.reading.text[end : self._starts[place + 1]].strip(_SIGNS)
        return len(between) <= _LONGEST_LABEL and "\n" not in between

    def _reaches(self, place: int, at: int) -> bool:
        """Whether no heading between a goal and a character ends what stands under the goal."""
        reading = self._body.reading
        own = reading.place(self._starts[place])
        if _is_around(own, reading.place(at)):
            return True
        goal = self._goals[self._in_order[place]]
        return all(
            _is_around(own, between) or self._is_of_goal(between, goal)
            for between in self._places_between(self._starts[place], at)
        )

    def _places_between(self, start: int, end: int) -> list[Place]:
        first = bisect_left(self._place_starts, start + 1)
        return self._places[first : bisect_left(self._place_starts, end + 1)]

    @cached_property
    def _places(self) -> list[Place]:
        places = dict.fromkeys(self._body.reading.tree.places)
        return [place for place in places if place.heading is not None]

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.heading.start for place in self._places if place.heading is not None]

    def _is_of_goal(self, place: Place, goal: Goal) -> bool:
        """Whether a heading only says what comes of the goal over it: "Styringsparametere"."""
        small = small_letters(place.words)
        if not MEASURES_ALONE.fullmatch(small) and not REQUIREMENTS_ALONE.fullmatch(small):
            return False
        return place.number is None or sum(other.level == goal.level for other in self._goals) == 1


_SIGNS = " .,;:()\n\t•–—-"
# Characters: "Delmål 2.1: " or a mark.
_LONGEST_LABEL = 24


def is_goal_row(words: str) -> bool:
    """Whether words alone in a row head the rows under them as a goal does."""
    return GOAL_LABEL.match(small_letters(words)) is not None


def _is_around(outer: Place, place: Place) -> bool:
    return outer.kind != "letter" and any(each is outer for each in place.outward())


def _plain(words: str) -> str:
    return _NOT_WORD.sub(" ", words.casefold()).strip()
