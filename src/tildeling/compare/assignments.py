"""Changes of one assignment, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tildeling.compare.amendments import (
    adds_on,
    fresh_paragraphs,
    lines_in_force,
    new_wording,
    title_in_force,
)
from tildeling.compare.identity import folded
from tildeling.compare.items import Pair, paired_deadlines, paired_lines
from tildeling.compare.moved_deadlines import Moved
from tildeling.compare.naming import first_words
from tildeling.comparison import AssignmentField, Change, ChangeKind
from tildeling.letter import Assignment, Deadline, FinancingLine

_TEXTS: tuple[AssignmentField, ...] = (
    "title",
    "background",
    "description",
    "tasks",
    "participants",
    "responsible",
)


def name_of(assignment: Assignment) -> str | None:
    """What stands as the key of its changes: the number, else the title, else its first words."""
    return assignment.number or assignment.title or first_words(assignment)


def whole(kind: ChangeKind, old: Assignment | None, new: Assignment | None) -> Change:
    """An assignment that is added, removed or cancelled."""
    one = new or old
    return Change(
        kind=kind,
        key=name_of(one) if one else None,
        label=(old.title if old else None) or (new.title if new else None),
        old=old,
        new=new,
        evidence_old=old.evidence if old else (),
        evidence_new=new.evidence if new else (),
    )


def changes_between(old: Assignment, new: Assignment) -> Iterator[Change]:
    """What differs between an assignment in two letters that both give it whole."""
    for field in _TEXTS:
        if folded(words_of(old, field)) != folded(words_of(new, field)):
            yield _of_text(old, new, field, words_of(new, field))
    if old.withheld != new.withheld:
        yield _of_text(old, new, "withheld", _yes_or_no(new))
    yield from deadline_changes(new, paired_deadlines(old.deadlines, new.deadlines))
    yield from line_changes(new, paired_lines(old.financing, new.financing))


def changes_by(old: Assignment, amendment: Assignment, moves: Moved) -> Iterator[Change]:
    """What an amendment changes: only what it gives, since its silence removes nothing."""
    named = amendment.model_copy(
        update={
            "number": old.number or amendment.number,
            "title": title_in_force(old, amendment),
            "description": amendment.description or old.description,
        }
    )
    for field in _TEXTS:
        # Without a title and not withheld: an assignment that we know only by its number.
        if field == "title" and (old.title == named.title or not (old.title or old.withheld)):
            continue
        given = new_wording(amendment) if field == "description" else words_of(amendment, field)
        if given and fresh_paragraphs(words_of(old, field), given):
            yield _of_text(old, named, field, given)
    if old.withheld and amendment.title and not amendment.withheld:
        yield _of_text(old, named, "withheld", _yes_or_no(amendment))
    yield from deadline_changes(named, moves.pairs)
    lines = lines_in_force(old.financing, amendment.financing, on_top=adds_on(amendment))
    yield from line_changes(named, paired_lines(old.financing, lines))


def words_of(assignment: Assignment, field: AssignmentField) -> str | None:
    """A field's words; a list's items one a line."""
    value = getattr(assignment, field)
    if isinstance(value, tuple):
        return "\n".join(value) or None
    return value if isinstance(value, str) else None


def _yes_or_no(assignment: Assignment) -> str:
    return "unntatt offentlighet" if assignment.withheld else "offentlig"


def _of_text(old: Assignment, new: Assignment, field: AssignmentField, words: str | None) -> Change:
    return Change(
        kind="assignment_changed",
        key=name_of(new),
        label=new.title or old.title,
        field=field,
        old=_yes_or_no(old) if field == "withheld" else words_of(old, field),
        new=words,
        evidence_old=old.evidence,
        evidence_new=new.evidence,
    )


def deadline_changes(assignment: Assignment, pairs: Iterable[Pair[Deadline]]) -> Iterator[Change]:
    """A change for each deadline of an assignment that came, went or moved."""
    for pair in pairs:
        yield deadline_change(pair, name_of(assignment), assignment.title)


def deadline_change(
    pair: Pair[Deadline], key: str | None, label: str | None, *, outside: bool = False
) -> Change:
    """One deadline that came, went or moved."""
    kind: ChangeKind = "deadline_changed"
    if pair.old is None or pair.new is None:
        kind = "deadline_added" if pair.old is None else "deadline_removed"
    return Change(
        kind=kind,
        key=key,
        label=label,
        outside=outside,
        old=pair.old,
        new=pair.new,
        evidence_old=pair.old.evidence if pair.old else (),
        evidence_new=pair.new.evidence if pair.new else (),
    )


def line_changes(assignment: Assignment, pairs: list[Pair[FinancingLine]]) -> Iterator[Change]:
    """A change for each line of an assignment's money that came, went or changed."""
    for pair in pairs:
        yield line_change(pair, name_of(assignment), assignment.title)


def line_change(
    pair: Pair[FinancingLine], key: str | None, label: str | None, *, outside: bool = False
) -> Change:
    """One line of money that came, went or changed."""
    kind: ChangeKind = "financing_changed"
    if pair.old is None or pair.new is None:
        kind = "financing_added" if pair.old is None else "financing_removed"
    amounts = [line.amount for line in pair if line is not None and line.amount is not None]
    return Change(
        kind=kind,
        key=key,
        label=label,
        outside=outside,
        old=pair.old,
        new=pair.new,
        delta=amounts[1] - amounts[0] if len(amounts) == 2 else None,
        evidence_old=pair.old.evidence if pair.old else (),
        evidence_new=pair.new.evidence if pair.new else (),
    )
