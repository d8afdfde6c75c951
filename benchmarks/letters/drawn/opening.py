"""How a letter drawn by chance begins and ends."""

from __future__ import annotations

import random

from letters.draft import Draft
from letters.elements import Gap
from letters.texts import INTRODUCTION, REPORTING


class Numbers:
    """The numbers of a letter's sections: all printed in one way, or none."""

    def __init__(self, chance: random.Random, always: bool) -> None:
        self.form = chance.choice(("{}.", "{}") if always else ("{}.", "{}", ""))
        self.last = 0

    def next(self) -> str:
        """The next section's."""
        self.last += 1
        return self.form.format(self.last)


def opened(
    draft: Draft, chance: random.Random, *, addendum: int | None = None, numbered: bool = False
) -> Numbers:
    """The letterhead and an introduction; what follows starts anywhere on the page.

    `numbered` says that the sections have numbers in any case, so that other headings are none.
    """
    draft.letterhead(chance.randrange(8), f"2026-01-{chance.randint(2, 28):02}", addendum=addendum)
    numbers = Numbers(chance, numbered)
    draft.heading(numbers.next(), INTRODUCTION)
    draft.sentences(chance.randrange(10))
    draft.add(Gap(chance.choice((0, 0, 150, 300))))
    return numbers


def closed(draft: Draft, chance: random.Random, numbers: Numbers) -> None:
    """A last section, and the signatures."""
    draft.heading(numbers.next(), REPORTING)
    draft.paragraph(
        draft.say(
            "Årsrapporten skal følge malen i økonomibestemmelsene.",
            "Årsrapporten skal følgje malen i økonomiføresegnene.",
        )
    )
    draft.close(chance.randrange(3))
