"""What comes of comparing letters: changes from one to another, and what is in force after several.

Part of the contract, as `tildeling.letter` is: frozen models, kroner as integers. Evidence names
pages of the letter that the field or its parent names.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from tildeling.letter import (
    Assignment,
    Authorisation,
    Deadline,
    Evidence,
    Evidenced,
    FinancingLine,
    Finding,
    Goal,
    Indicator,
    LetterKind,
    Model,
    ReportingRequirement,
    Target,
    Versioned,
    WrittenLanguage,
)

ChangeKind = Literal[
    "assignment_added",
    "assignment_removed",
    "assignment_cancelled",
    "assignment_renumbered",
    "assignment_changed",
    "deadline_added",
    "deadline_removed",
    "deadline_changed",
    "financing_added",
    "financing_removed",
    "financing_changed",
    "budget_row_added",
    "budget_row_removed",
    "budget_row_changed",
    "goal_added",
    "goal_removed",
    "goal_changed",
    "indicator_added",
    "indicator_removed",
    "indicator_changed",
    "target_added",
    "target_removed",
    "target_changed",
    "reporting_added",
    "reporting_removed",
    "reporting_changed",
    "authorisation_added",
    "authorisation_removed",
    "authorisation_changed",
]
AssignmentField = Literal[
    "title",
    "background",
    "description",
    "tasks",
    "participants",
    "responsible",
    "withheld",
]
AssignmentEvent = Literal["added", "amended", "renumbered", "cancelled"]
ItemEvent = Literal["added", "amended", "cancelled"]

Value = (
    Assignment
    | Deadline
    | FinancingLine
    | Goal
    | Indicator
    | Target
    | ReportingRequirement
    | Authorisation
    | int
    | str
)
"""What stood or stands: an item, kroner of a post, or the words of one field."""


class LetterIdentity(Model):
    """Which letter something is about."""

    title: str = Field(description="As printed, lines joined.")
    kind: LetterKind = Field(description="A year's first letter, or one that changes it.")
    number: int | None = Field(
        description="0 for a base letter, else the addendum's; null where it has none."
    )
    year: int | None = Field(description="The year the money is for.")
    date: dt.date | None = Field(description="The letter's own date.")
    name: str = Field(description="File name, without folders.")
    sha256: str = Field(description="SHA-256 of the file, in hexadecimal.")
    language: WrittenLanguage = Field(default="nb", description="What the letter is written in.")


class Change(Model):
    """One thing that a letter changes."""

    kind: ChangeKind = Field(description="What happens to what.")
    key: str | None = Field(
        description="Assignment number, its title where it has none, else its first words;"
        " '291/60' for money on a post; the label of a deadline outside any assignment; a goal's or"
        " indicator's number, else a goal's title, an indicator's or requirement's first words;"
        " 'commitment 291/60' for an authorisation."
    )
    label: str | None = Field(
        default=None,
        description="In words: the assignment's or goal's title, the post's name, what the"
        " indicator measures.",
    )
    goal: str | None = Field(
        default=None,
        description="Number and title of the goal that an indicator, target or requirement is of.",
    )
    field: AssignmentField | None = Field(
        default=None, description="Which part of an assignment, on assignment_changed."
    )
    outside: bool = Field(
        default=False, description="True for a deadline or money outside any assignment."
    )
    old: Value | None = Field(
        default=None,
        description="Before: an Assignment, Deadline, FinancingLine, Goal, Indicator, Target,"
        " ReportingRequirement or Authorisation; whole kroner of a budget row; the words of a"
        " field, a list's items one a line; a number. Null where unknown.",
    )
    new: Value | None = Field(default=None, description="After, as `old`.")
    delta: int | None = Field(
        default=None,
        description="Kroner more (or less, negative), on budget rows, changed financing and the"
        " ceilings of authorisations.",
    )
    stated: int | None = Field(
        default=None,
        description="Kroner that the new letter says a budget post comes to, where `computed` is"
        " another; null where they agree.",
    )
    computed: int | None = Field(
        default=None,
        description="Kroner that the amount before and the new letter's change give; beside"
        " `stated` only.",
    )
    evidence_old: tuple[Evidence, ...] = Field(default=(), description="Where, in the old letter.")
    evidence_new: tuple[Evidence, ...] = Field(default=(), description="Where, in the new letter.")


class ChainFinding(Finding):
    """Something that does not fit between letters, or could not be compared."""

    letter: int | None = Field(default=None, description="Number of the letter it is about.")
    place: int | None = Field(
        default=None, description="Index in `letters` of the letter it is about, if it is there."
    )


class LetterDiff(Versioned):
    """What one letter changes against another (endringer)."""

    old: LetterIdentity = Field(description="The earlier letter.")
    new: LetterIdentity = Field(description="The later letter.")
    changes: tuple[Change, ...] = Field(
        description="Assignments, then deadlines and money outside them, then budget rows, then"
        " goals, indicators with their targets, reporting, authorisations."
    )
    findings: tuple[ChainFinding, ...] = Field(
        default=(),
        description="What could not be compared or does not fit: letters of different bodies or in"
        " the wrong order, and the new letter's contradictions in what `changes` shows.",
    )


class AssignmentStep(Evidenced):
    """What one letter did with an assignment."""

    letter: int | None = Field(description="Number of the letter, 0 for the base letter.")
    place: int = Field(ge=0, description="Index of the letter in `letters`.")
    event: AssignmentEvent = Field(description="What the letter did with the assignment.")
    changes: tuple[Change, ...] = Field(default=(), description="What it changed, one by one.")


class ConsolidatedAssignment(Model):
    """An assignment as it stands after all letters."""

    number: str | None = Field(description="The number it has now.")
    former_numbers: tuple[str, ...] = Field(default=(), description="Those it had, oldest first.")
    assignment: Assignment = Field(
        description="Its state in force; the evidence of each item is of the letter that gave it."
    )
    history: tuple[AssignmentStep, ...] = Field(description="In the order of the letters.")


class BudgetStep(Evidenced):
    """What one letter says of a budget post."""

    letter: int | None = Field(description="Number of the letter, 0 for the base letter.")
    place: int = Field(ge=0, description="Index of the letter in `letters`.")
    change: int | None = Field(
        description="Kroner, negative for less: the table's, else the sum of the text's lines."
    )
    stated: int | None = Field(description="What the letter says the post comes to, in kroner.")
    computed: int | None = Field(
        description="What the letters before and the stated change give, in kroner."
    )
    agrees: bool | None = Field(
        description="Whether the two agree within the digits printed; null where one is missing."
    )


class ConsolidatedPost(Model):
    """A budget post's amount, letter by letter."""

    chapter: int = Field(description="Budget chapter (kapittel).")
    post: int = Field(description="Budget post under the chapter.")
    name: str | None = Field(description="Name as printed; null where no letter prints one.")
    amount: int | None = Field(
        description="In force, in kroner: the computed one where a letter's total is another."
    )
    history: tuple[BudgetStep, ...] = Field(description="In the order of the letters.")


class ItemStep(Evidenced):
    """What one letter did with a deadline, a goal, an indicator, a report, an authorisation."""

    letter: int | None = Field(description="Number of the letter, 0 for the base letter.")
    place: int = Field(ge=0, description="Index of the letter in `letters`.")
    event: ItemEvent = Field(description="What the letter did with it.")
    changes: tuple[Change, ...] = Field(default=(), description="What it changed, one by one.")


class ConsolidatedItem(Model):
    """What deadlines, goals, indicators and what else there is share after all letters."""

    in_force: bool = Field(description="False once a letter has taken it back or left it out.")
    history: tuple[ItemStep, ...] = Field(description="In the order of the letters.")


class ConsolidatedGoal(ConsolidatedItem):
    """A goal as it stands after all letters."""

    goal: Goal = Field(
        description="Its state in force; `parent` is a position in the consolidated `goals`."
    )


class ConsolidatedIndicator(ConsolidatedItem):
    """An indicator with its targets as it stands after all letters."""

    indicator: Indicator = Field(
        description="Its state in force; `goal` is a position in the consolidated `goals`."
    )


class ConsolidatedReporting(ConsolidatedItem):
    """A reporting requirement as it stands after all letters."""

    requirement: ReportingRequirement = Field(
        description="Its state in force; `goal` and `assignment` are positions in the consolidated"
        " `goals` and `assignments`."
    )


class ConsolidatedDeadline(ConsolidatedItem):
    """A deadline outside any assignment, as it stands after all letters."""

    deadline: Deadline = Field(
        description="Its state in force; its evidence is of the letter that gave that, the last of"
        " `history` where it is in force. What it was before is `old` of the changes there."
    )


class ConsolidatedAuthorisation(ConsolidatedItem):
    """An authorisation as it stands after all letters."""

    authorisation: Authorisation = Field(description="Its state in force.")


class ConsolidatedLetter(Versioned):
    """What is in force after a base letter and its addenda."""

    letters: tuple[LetterIdentity, ...] = Field(description="Those read, in order.")
    assignments: tuple[ConsolidatedAssignment, ...] = Field(
        description="In the order in which they were first given, cancelled ones too."
    )
    budget: tuple[ConsolidatedPost, ...] = Field(description="By chapter and post.")
    deadlines: tuple[ConsolidatedDeadline, ...] = Field(
        default=(),
        description="Those outside any assignment, in the order in which they were first given;"
        " those of `reporting` stand here too, as in a letter.",
    )
    goals: tuple[ConsolidatedGoal, ...] = Field(
        default=(), description="In the order in which they were first given."
    )
    indicators: tuple[ConsolidatedIndicator, ...] = Field(
        default=(), description="In the order in which they were first given."
    )
    reporting: tuple[ConsolidatedReporting, ...] = Field(
        default=(), description="In the order in which they were first given."
    )
    authorisations: tuple[ConsolidatedAuthorisation, ...] = Field(
        default=(), description="In the order in which they were first given."
    )
    findings: tuple[ChainFinding, ...] = Field(
        default=(), description="What does not fit between the letters."
    )
