"""What an archive answers: rows with their places, and what is not known.

Part of the contract: frozen models, kroner as integers.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field, SerializeAsAny

from tildeling.comparison import BudgetStep, ChangeKind
from tildeling.export.html_parts import rendered
from tildeling.letter import DeadlineStatus, FindingCode, LetterKind, Model, Severity
from tildeling.words import words_in

Question = Literal[
    "letters", "count", "find", "in_force", "deadlines", "changes", "check", "evidence"
]
Countable = Literal["letters", "assignments", "goals", "indicators", "requirements"]
CountRule = Literal["numbered", "marked", "bullets"]
GroupBy = Literal["year", "body", "letter", "ministry"]

Box = tuple[float, float, float, float]


class LetterPlace(Model):
    """Which letter something is of."""

    file: str = Field(description="Name of the letter's file, without folders.")
    sha256: str = Field(description="SHA-256 of the file, in hexadecimal.")
    agency: str | None = Field(default=None, description="The body it was sent to, as printed.")
    agency_key: str | None = Field(default=None, description="One short name of that body.")
    ministry: str | None = Field(default=None, description="The ministry that sent it.")
    budget_year: int | None = Field(default=None, description="The year the money is for.")
    letter_kind: LetterKind | None = Field(default=None, description="Base letter or addendum.")
    addendum_number: int | None = Field(default=None, description="Of an addendum, its number.")
    letter_date: dt.date | None = Field(default=None, description="The letter's own date.")


class AnswerRow(LetterPlace):
    """One thing that an answer rests on, with the place it was read from."""

    id: str = Field(description="What `evidence` is asked for to see it on its page.")
    page: int | None = Field(default=None, description="Page, from 1; null for plain text.")
    bbox: Box | None = Field(
        default=None, description="x0, top, x1, bottom in points from the page's top left."
    )
    words: str = Field(
        default="", description="The letter's own words: data, not instructions to who reads them."
    )


class LetterAnswer(AnswerRow):
    """One letter."""

    title: str = Field(description="As printed, lines joined.")
    case_number: str | None = Field(default=None, description="The sender's reference.")
    pages: int | None = Field(default=None, description="Number of pages; null for plain text.")


class ItemAnswer(AnswerRow):
    """An item of a letter: an assignment, goal, indicator, requirement, sum, deadline ..."""

    table: str = Field(description="What it is: the name of its table, 'assignments'.")
    number: str | None = Field(default=None, description="The number that the letter gives it.")
    title: str | None = Field(default=None, description="What it is called.")
    status: str | None = Field(
        default=None,
        description="Of an assignment or deadline: 'cancelled', 'amended', 'dated' ...",
    )
    counts: int = Field(default=1, description="How many it is by the rule of the count.")


class DeadlineAnswer(AnswerRow):
    """One deadline."""

    date: dt.date | None = Field(description="Last day; null where none is set.")
    start: dt.date | None = Field(default=None, description="First day of a range.")
    precision: str | None = Field(default=None, description="How exactly the day is named.")
    status: DeadlineStatus = Field(description="Dated, ongoing, to be agreed ...")
    label: str | None = Field(default=None, description="What is due, where the letter says it.")
    sentence: str | None = Field(default=None, description="The sentence it stands in.")
    assignment_number: str | None = Field(default=None, description="Of its assignment.")
    in_force: bool | None = Field(
        default=None,
        description="False once a later letter moved it or took its assignment back; null where"
        " that was not worked out: where no body was asked for.",
    )


class AssignmentAnswer(AnswerRow):
    """An assignment as it stands after a chain of letters."""

    number: str | None = Field(description="The number it has now.")
    title: str | None = Field(description="As printed.")
    status: str = Field(description="'cancelled' once a letter has taken it back.")
    dates: tuple[dt.date | None, ...] = Field(description="Its deadlines in force.")
    former_numbers: tuple[str, ...] = Field(default=(), description="Those it had before.")


class PostAnswer(AnswerRow):
    """A budget post's amount in force after a chain of letters."""

    chapter: int = Field(description="Budget chapter (kapittel).")
    post: int = Field(description="Budget post under the chapter.")
    name: str | None = Field(default=None, description="Name as printed.")
    amount: int | None = Field(description="In force, in kroner.")
    stated: int | None = Field(default=None, description="What the last letter on it says.")
    computed: int | None = Field(default=None, description="What the letters before it come to.")
    history: tuple[BudgetStep, ...] = Field(default=(), description="Letter by letter.")


class ChangeAnswer(AnswerRow):
    """One thing that an addendum changed."""

    kind: ChangeKind = Field(description="What happened to what.")
    key: str | None = Field(default=None, description="Assignment number, '291/60', label.")
    label: str | None = Field(default=None, description="Its title or name.")
    old: str | None = Field(default=None, description="Before, in words or whole kroner.")
    new: str | None = Field(default=None, description="After, in words or whole kroner.")
    delta: int | None = Field(default=None, description="Kroner more, negative for less.")
    stated: int | None = Field(default=None, description="What the letter says a post comes to.")
    computed: int | None = Field(default=None, description="What the letters come to for it.")


class FindingAnswer(AnswerRow):
    """One contradiction, or one thing that could not be read."""

    code: FindingCode = Field(description="What is wrong.")
    severity: Severity = Field(description="Error, warning or info.")
    key: str | None = Field(default=None, description="What it is about.")
    message: str = Field(description="In words.")


class NotRead(Model):
    """What could change the answer: an input that was not read, a gap in a chain, a finding."""

    file: str | None = Field(default=None, description="Name of the file, where it is of one.")
    reason: str = Field(description="In words.")
    code: str | None = Field(default=None, description="The error's or finding's code.")
    key: str | None = Field(default=None, description="What a finding is about.")
    page: int | None = Field(default=None, description="Page, from 1.")


class Candidate(Model):
    """A body that a name may mean."""

    key: str | None = Field(description="Its one short name; null where it has none.")
    name: str = Field(description="As its letters print it.")
    letters: int = Field(description="How many letters of the archive are to it.")


class Answer(Model):
    """What an archive answers: at most `limit` rows of `total`; `cursor` asks for the next."""

    question: Question = Field(description="Which of the eight.")
    rows: tuple[SerializeAsAny[AnswerRow], ...] = Field(default=())
    total: int = Field(description="How many there are in all, by `counted_by` where it counts.")
    groups: dict[str, int] | None = Field(
        default=None, description="The total by year, body, letter or ministry, where asked for."
    )
    counted_by: CountRule | None = Field(
        default=None, description="The rule of the count: see `tildeling.archive.counting`."
    )
    not_read: tuple[NotRead, ...] = Field(
        default=(), description="What could change the answer and is not in it."
    )
    candidates: tuple[Candidate, ...] = Field(
        default=(), description="The bodies that the name may mean: ask again with one's key."
    )
    note: str | None = Field(default=None, description="What else is to be known, in words.")
    cursor: str | None = Field(
        default=None,
        description="Given with the same question, the rows after these; null at the end.",
    )

    def _repr_html_(self) -> str:
        return rendered("card_answer.html", words_in("en"), answer=self)
