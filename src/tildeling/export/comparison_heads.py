"""What the parts and columns of a comparison are called, in a terminal as in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from tildeling.comparison import ConsolidatedLetter, LetterDiff
from tildeling.words import Language, Words, to_say

LETTERS = to_say("Letters")
FINDINGS = to_say("Findings")
# The parts of a chain's assignments, and whether they are those that are cancelled.
IN_FORCE = (
    (to_say("Assignments in force"), False),
    (to_say("Cancelled assignments"), True),
)
POSTS = to_say("Budget posts")
POSTS_IN_KRONER = to_say("Budget posts (NOK)")

POST = to_say("Chapter/post")
NAME = to_say("Name")
LETTER = to_say("Letter")
DATE = to_say("Date")
TITLE = to_say("Title")
BEFORE = to_say("Before")
CHANGE = to_say("Change")
AFTER = to_say("After")
COMPUTED = to_say("Computed")
OFF = to_say("Difference")
PAGE = to_say("Page")

AMOUNTS = {BEFORE, CHANGE, AFTER, COMPUTED, OFF}


def language_of(comparison: LetterDiff | ConsolidatedLetter) -> Language:
    """The language of the letter that changes the others, in which it is told by itself."""
    if isinstance(comparison, LetterDiff):
        return comparison.new.language
    return comparison.letters[-1].language if comparison.letters else "nb"


def told(columns: Iterable[str], words: Words) -> list[str]:
    """The columns' headings as `listing` takes them: those of amounts begin with ">"."""
    return [f"{'>' if column in AMOUNTS else ''}{words.say(column)}" for column in columns]
