"""Changes as rows for a person, in words: what about, the wording before and after, pages.

Text from letters is passed on as it is: the renderers for terminal, Markdown and HTML escape it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from tildeling.comparison import AssignmentField, Change, ChangeKind, LetterIdentity, Value
from tildeling.export.phrases import (
    WITHHELD,
    due,
    financed,
    kroner_cell,
    page_numbers,
    signed_cell,
    what_is_due,
)
from tildeling.letter import Assignment, Deadline, Evidence, FinancingLine
from tildeling.words import Words, to_count, to_say

Sign = Literal["+", "-", "~"]

FIELDS: dict[AssignmentField, str] = {
    "title": to_say("Title"),
    "background": to_say("Background"),
    "description": to_say("Description"),
    "tasks": to_say("Tasks"),
    "participants": to_say("Participants"),
    "responsible": to_say("Responsible department"),
    "withheld": to_say("Public access"),
}
# How many there are of each kind of change.
KINDS: dict[ChangeKind, tuple[str, str]] = {
    "assignment_added": to_count("{n} new assignment", "{n} new assignments"),
    "assignment_removed": to_count(
        "{n} assignment no longer there", "{n} assignments no longer there"
    ),
    "assignment_cancelled": to_count("{n} cancelled assignment", "{n} cancelled assignments"),
    "assignment_renumbered": to_count("{n} renumbered assignment", "{n} renumbered assignments"),
    "assignment_changed": to_count("{n} changed assignment", "{n} changed assignments"),
    "deadline_added": to_count("{n} new deadline", "{n} new deadlines"),
    "deadline_removed": to_count("{n} deadline no longer there", "{n} deadlines no longer there"),
    "deadline_changed": to_count("{n} changed deadline", "{n} changed deadlines"),
    "financing_added": to_count("{n} new amount", "{n} new amounts"),
    "financing_removed": to_count("{n} amount no longer there", "{n} amounts no longer there"),
    "financing_changed": to_count("{n} changed amount", "{n} changed amounts"),
    "budget_row_added": to_count("{n} new budget post", "{n} new budget posts"),
    "budget_row_removed": to_count(
        "{n} budget post no longer there", "{n} budget posts no longer there"
    ),
    "budget_row_changed": to_count("{n} changed budget post", "{n} changed budget posts"),
    "goal_added": to_count("{n} new goal", "{n} new goals"),
    "goal_removed": to_count("{n} goal no longer there", "{n} goals no longer there"),
    "goal_changed": to_count("{n} changed goal", "{n} changed goals"),
    "indicator_added": to_count("{n} new indicator", "{n} new indicators"),
    "indicator_removed": to_count(
        "{n} indicator no longer there", "{n} indicators no longer there"
    ),
    "indicator_changed": to_count("{n} changed indicator", "{n} changed indicators"),
    "target_added": to_count("{n} new target", "{n} new targets"),
    "target_removed": to_count("{n} target no longer there", "{n} targets no longer there"),
    "target_changed": to_count("{n} changed target", "{n} changed targets"),
    "reporting_added": to_count("{n} new reporting requirement", "{n} new reporting requirements"),
    "reporting_removed": to_count(
        "{n} reporting requirement no longer there", "{n} reporting requirements no longer there"
    ),
    "reporting_changed": to_count(
        "{n} changed reporting requirement", "{n} changed reporting requirements"
    ),
    "authorisation_added": to_count("{n} new authorisation", "{n} new authorisations"),
    "authorisation_removed": to_count(
        "{n} authorisation no longer there", "{n} authorisations no longer there"
    ),
    "authorisation_changed": to_count("{n} changed authorisation", "{n} changed authorisations"),
}

NOTHING_CHANGED = to_say("No changes.")
NO_LONGER = to_say("No longer there")


@dataclass(frozen=True, slots=True)
class Row:
    """One wording before and after; None where there is none on that side, or it is not known."""

    sign: Sign
    what: str
    old: str | None
    new: str | None
    old_pages: tuple[int, ...] = ()
    new_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What is changed of one thing: an assignment, say."""

    sign: Sign
    heading: str
    rows: tuple[Row, ...]


def letter_name(letter: LetterIdentity, words: Words) -> str:
    """The letter in a few words: "Tillegg nr. 4", "Hovedbrevet"."""
    if letter.number == 0:
        return words.say("Base letter")
    if letter.number is not None:
        return words.say("Addendum no. {number}", number=letter.number)
    if letter.date is None:
        return words.say("Addendum without a number")
    return words.say("Addendum of {date}", date=words.date(letter.date))


def counted(changes: Iterable[Change], words: Words) -> list[str]:
    """How many changes of each kind; an assignment changed in several fields counts once."""
    once = {
        (change.kind, change.key, change.label)
        if change.kind == "assignment_changed"
        else (change.kind, place)
        for place, change in enumerate(changes)
    }
    numbers = Counter(kind for kind, *_ in once)
    return [words.counted(*forms, numbers[kind]) for kind, forms in KINDS.items() if numbers[kind]]


def assignment_groups(changes: Sequence[Change], words: Words) -> list[Group]:
    """The changes of assignments, one group an assignment, in the order given."""
    about = [
        change
        for change in changes
        if not change.outside and change.kind.startswith(("assignment", "deadline", "financing"))
    ]
    return [
        _group(list(together), words)
        for _, together in groupby(about, key=lambda change: (change.key, change.label))
    ]


def outside_deadlines(changes: Sequence[Change], words: Words) -> list[Group]:
    """Deadlines outside any assignment, one group each."""
    return [
        Group(sign_of(change), what_is_due(one), tuple(rows_of(change, words)))
        for change in changes
        if change.outside and isinstance(one := _one(change), Deadline)
    ]


def outside_money(changes: Sequence[Change], words: Words) -> list[Group]:
    """Money outside any assignment: the lines of one post together."""
    about = [
        change for change in changes if change.outside and isinstance(_one(change), FinancingLine)
    ]
    groups: list[Group] = []
    for key, together in groupby(about, key=lambda change: change.key):
        lines = list(together)
        signs = {sign_of(change) for change in lines}
        rows = tuple(
            _sentence_row(list(of_one), words)
            for _, of_one in groupby(lines, key=lambda change: (sign_of(change), *_texts(change)))
        )
        groups.append(
            Group(signs.pop() if len(signs) == 1 else "~", key or words.say("No post"), rows)
        )
    return groups


def _sentence_row(changes: list[Change], words: Words) -> Row:
    """The lines of one sentence as one row: its sums, and the sentence once."""
    first = changes[0]
    sums = (
        financed(one.model_copy(update={"chapter": None, "post": None}), words)
        for one in map(_one, changes)
        if isinstance(one, FinancingLine)
    )
    what = "; ".join(filter(None, sums))
    pages = pages_of(first.evidence_old), pages_of(first.evidence_new)
    return Row(sign_of(first), capital(what) or words.say("Amount"), *_texts(first), *pages)


def _texts(change: Change) -> tuple[str | None, str | None]:
    """A line's own words before and after."""
    old, new = (
        one.text if isinstance(one, FinancingLine) else None for one in (change.old, change.new)
    )
    return old, new


def _one(change: Change) -> Value | None:
    return change.old if change.new is None else change.new


def capital(words: str) -> str:
    """The words with a capital letter, as a row or heading begins."""
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class PostRow:
    """A budget post before and after, in words; empty where the letters do not say.

    `after` is what the new letter says; where that does not follow, `computed` and `off` tell what
    would, and how far off it is.
    """

    key: str
    name: str
    before: str
    change: str
    after: str
    computed: str
    off: str
    pages: tuple[int, ...]


def post_rows(changes: Sequence[Change], words: Words) -> list[PostRow]:
    """The changed budget posts."""
    return [
        PostRow(
            change.key or "",
            change.label or "",
            words.number(change.old) if isinstance(change.old, int) else "",
            signed_cell(change.delta, words),
            kroner_cell(after_letter(change), words),
            *disagreement(change.stated, change.computed, words),
            pages_of(change.evidence_new or change.evidence_old),
        )
        for change in budget_changes(changes)
    ]


def after_letter(change: Change) -> int | None:
    """What a budget post is after a letter: what the letter says, else what was computed."""
    if change.stated is not None:
        return change.stated
    return change.new if isinstance(change.new, int) else None


def disagreement(stated: int | None, computed: int | None, words: Words) -> tuple[str, str]:
    """What is computed, and how far what a letter says is off; both empty where one is missing."""
    if stated is None or computed is None:
        return "", ""
    return words.number(computed), words.signed(stated - computed)


def budget_changes(changes: Sequence[Change]) -> list[Change]:
    """Those of budget posts."""
    return [change for change in changes if change.kind.startswith("budget_row")]


def _group(changes: list[Change], words: Words) -> Group:
    first = changes[0]
    signs = {sign_of(change) for change in changes if change.kind.startswith("assignment")}
    sign: Sign = signs.pop() if len(signs) == 1 else "~"
    number = first.key if first.key != first.label else ""
    if first.kind == "assignment_renumbered":
        number = f"{first.old} → {first.new}"
    title = first.label or _title_of(first, words)
    return Group(
        sign,
        " ".join(filter(None, (number, title))),
        tuple(row for change in changes for row in rows_of(change, words)),
    )


def _title_of(change: Change, words: Words) -> str:
    """What stands where a title is missing."""
    one = _one(change)
    return f"({words.say(WITHHELD)})" if isinstance(one, Assignment) and one.withheld else ""


def sign_of(change: Change) -> Sign:
    """Whether something came, went or changed."""
    return kind_sign(change.kind)


def kind_sign(kind: str) -> Sign:
    """The same of a kind of change."""
    if kind.endswith("_added"):
        return "+"
    return "-" if kind.endswith(("_removed", "_cancelled")) else "~"


def rows_of(change: Change, words: Words) -> Iterator[Row]:
    """A change as one row, or several for a whole assignment."""
    sign = sign_of(change)
    old_pages, new_pages = pages_of(change.evidence_old), pages_of(change.evidence_new)
    if change.kind == "assignment_added" and isinstance(change.new, Assignment):
        yield Row(
            sign, words.say("New assignment"), None, wording_of(change.new, words), (), new_pages
        )
        yield from _parts(change.new, sign, words)
    elif change.kind == "assignment_removed" and isinstance(change.old, Assignment):
        yield Row(sign, words.say(NO_LONGER), wording_of(change.old, words), None, old_pages)
    elif change.kind == "assignment_cancelled":
        now = change.new.description if isinstance(change.new, Assignment) else None
        was = wording_of(change.old, words) if isinstance(change.old, Assignment) else None
        now = now or words.say("The assignment is cancelled.")
        yield Row(sign, words.say("Cancelled"), was, now, old_pages, new_pages)
    else:
        old, new = _words(change.old, words), _words(change.new, words)
        if change.field == "tasks":
            old, new = _listed(old), _listed(new)
        yield Row(sign, _what(change, words), old, new, old_pages, new_pages)


def _what(change: Change, words: Words) -> str:
    if change.field is not None:
        return words.say(FIELDS[change.field])
    if change.kind == "assignment_renumbered":
        return words.say("New number")
    one = _one(change)
    if isinstance(one, Deadline):
        return one.label or words.say("Deadline")
    return words.say("Financing")


def _words(value: Value | None, words: Words) -> str | None:
    if isinstance(value, Deadline):
        return due(value, words)
    if isinstance(value, FinancingLine):
        return financed(value, words) or value.text
    if isinstance(value, Assignment):
        return wording_of(value, words)
    return None if value is None else str(value)


def _listed(tasks: str | None) -> str | None:
    """Tasks, one a line, with a dash before each."""
    return tasks and "\n".join(f"– {task}" for task in tasks.split("\n"))


def wording_of(assignment: Assignment, words: Words) -> str:
    """What is asked for: description and tasks, each task on a line of its own."""
    tasks = _listed("\n".join(assignment.tasks))
    told = "\n\n".join(filter(None, (assignment.description, tasks)))
    return told or (words.say(WITHHELD) if assignment.withheld else assignment.title or "")


def _parts(assignment: Assignment, sign: Sign, words: Words) -> Iterator[Row]:
    """The deadlines and the money of a new assignment."""
    for deadline in assignment.deadlines:
        what = deadline.label or words.say("Deadline")
        yield Row(sign, what, None, due(deadline, words), (), pages_of(deadline.evidence))
    for line in assignment.financing:
        told = financed(line, words) or line.text
        yield Row(sign, words.say("Financing"), None, told, (), pages_of(line.evidence))


def pages_of_both(row: Row, words: Words) -> str:
    """The pages of both wordings, to stand behind them: " (før s. 3; nå s. 4)"."""
    where = [
        words.say("before: {pages}", pages=page_numbers(row.old_pages, words))
        if row.old_pages
        else "",
        words.say("now: {pages}", pages=page_numbers(row.new_pages, words))
        if row.new_pages
        else "",
    ]
    told = "; ".join(filter(None, where))
    return f" ({told})" if told else ""


def pages_of(evidence: Iterable[Evidence]) -> tuple[int, ...]:
    """The pages that something stands on, each once."""
    return tuple(sorted({piece.page for piece in evidence if piece.page is not None}))
