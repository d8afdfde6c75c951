"""Assignments letter by letter: one entry an assignment, whatever numbers it has had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tildeling.compare.amendments import adds_on, amended, is_restated, without_started
from tildeling.compare.assignments import changes_by, name_of, whole
from tildeling.compare.identity import (
    folded,
    key_of_assignment,
    key_of_number,
    letter_number,
    same_title,
)
from tildeling.compare.moved_deadlines import Moved, moved
from tildeling.compare.naming import meant_by
from tildeling.comparison import (
    AssignmentEvent,
    AssignmentStep,
    ChainFinding,
    Change,
    ConsolidatedAssignment,
)
from tildeling.findings import make_chain_finding
from tildeling.letter import (
    Assignment,
    Deadline,
    Evidence,
    Letter,
    Renumbering,
)


@dataclass(slots=True, eq=False)
class Entry:
    """One assignment: its state in force and what each letter did with it."""

    assignment: Assignment
    former: list[str] = field(default_factory=list)
    steps: list[AssignmentStep] = field(default_factory=list)

    @property
    def in_force(self) -> bool:
        """False once a letter has cancelled it."""
        return self.assignment.status != "cancelled"

    @property
    def former_keys(self) -> set[str]:
        """Its former numbers, as they are compared."""
        return {key_of_number(number) for number in self.former}

    def consolidated(self) -> ConsolidatedAssignment:
        """The entry as it is shown."""
        return ConsolidatedAssignment(
            number=self.assignment.number,
            former_numbers=tuple(self.former),
            assignment=without_started(self.assignment),
            history=tuple(self.steps),
        )


@dataclass(slots=True)
class AssignmentLedger:
    """All assignments of a chain of letters, folded one letter at a time."""

    entries: list[Entry] = field(default_factory=list)
    numbered: dict[str, list[Entry]] = field(default_factory=dict)
    """The entries by each number that they have or had."""
    findings: list[ChainFinding] = field(default_factory=list)
    entered: list[Entry] = field(default_factory=list)
    """The entries that the assignments of the last letter went to, in its order."""
    is_whole: bool = False
    """True once a base letter is in: then every assignment that a letter amends should be known."""

    def fold(self, letter: Letter, place: int) -> list[Change]:
        """Enters what a letter does with each assignment; gives the changes, in reading order.

        New numbers come first: a number that is given up may be given anew in the same letter.
        """
        self.is_whole = self.is_whole or letter.kind == "base"
        self.entered = []
        fold = _Fold(self, letter, place)
        changes = [change for each in letter.renumberings for change in fold.renumber(each)]
        for assignment in letter.assignments:
            changes.extend(fold.enter(assignment))
        return changes

    def by_number(self, assignment: Assignment) -> Entry | None:
        """The entry that a letter means with a number that it gives again, or None.

        Of several with the number, the one with the title; else the one given first. One that is
        cancelled is meant only where the letter does not give a new assignment.
        """
        if assignment.number is None:
            return None
        number = key_of_number(assignment.number)
        known = self.numbered.get(number, [])
        named = [each for each in known if key_of_assignment(each.assignment) == number]
        # A number that was given up may be given to another assignment, with or without a title.
        is_told_of = assignment.status != "new" or assignment.title is not None
        once = [each for each in known if is_told_of and number in each.former_keys]
        for candidates in (named, once):
            meant = [
                entry
                for entry in candidates
                if is_restated(entry.assignment, assignment)
                and (entry.in_force or assignment.status != "new")
            ]
            titled = (
                entry
                for entry in meant
                if assignment.title and same_title(entry.assignment.title, assignment.title)
            )
            in_force = (entry for entry in meant if entry.in_force)
            if meant:
                return next(titled, next(in_force, meant[0]))
        return None

    def enter(self, entry: Entry) -> None:
        """Takes up an assignment that no letter before gave."""
        self.entries.append(entry)
        self.know(entry)

    def know(self, entry: Entry) -> None:
        """Makes an entry known by the number that it has now."""
        if entry.assignment.number is not None:
            known = self.numbered.setdefault(key_of_number(entry.assignment.number), [])
            if entry not in known:
                known.append(entry)


@dataclass(frozen=True, slots=True)
class _Fold:
    """One letter on its way into the ledger."""

    ledger: AssignmentLedger
    letter: Letter
    place: int

    def renumber(self, renumbering: Renumbering) -> Iterator[Change]:
        """Gives an assignment its new number."""
        if self._is_done(renumbering):
            return
        entry = self._renumbered(renumbering)
        change = Change(
            kind="assignment_renumbered",
            key=renumbering.old,
            label=entry.assignment.title if entry else None,
            old=renumbering.old,
            new=renumbering.new,
            evidence_old=entry.assignment.evidence if entry else (),
            evidence_new=renumbering.evidence,
        )
        yield change
        if entry is None:
            self._tell_unknown(renumbering.old, renumbering.evidence)
            return
        entry.former.append(entry.assignment.number or renumbering.old)
        entry.assignment = entry.assignment.model_copy(
            update={"number": renumbering.new, "number_text": renumbering.new}
        )
        self.ledger.know(entry)
        self._step(entry, "renumbered", (change,), renumbering.evidence)

    def _is_done(self, renumbering: Renumbering) -> bool:
        """Whether an earlier letter has told of the same renumbering."""
        old, new = key_of_number(renumbering.old), key_of_number(renumbering.new)
        return any(
            key_of_assignment(entry.assignment) == new and old in entry.former_keys
            for entry in self.ledger.entries
        )

    def _renumbered(self, renumbering: Renumbering) -> Entry | None:
        """The entry with the old number; of several, the one whose title the sentence names."""
        old = key_of_number(renumbering.old)
        entries = [
            entry
            for entry in self.ledger.entries
            if key_of_assignment(entry.assignment) == old and entry.in_force
        ]
        words = folded(" ".join(piece.text for piece in renumbering.evidence))
        named = (
            entry
            for entry in entries
            if entry.assignment.title and folded(entry.assignment.title) in words
        )
        return next(named, entries[0] if entries else None)

    def enter(self, assignment: Assignment) -> Iterator[Change]:
        """Enters one assignment as the letter gives it."""
        entry = self.ledger.by_number(assignment) or self._meant(assignment)
        is_anew = self.letter.kind == "base" and assignment.status != "cancelled"
        if entry is None or (is_anew and not entry.in_force):
            yield from self._first(assignment)
            entry = self.ledger.entries[-1]
        elif assignment.status == "cancelled":
            yield from self._cancel(entry, assignment)
        else:
            yield from self._amend(entry, assignment)
        self.ledger.entered.append(entry)

    def _meant(self, assignment: Assignment) -> Entry | None:
        """The entry that the letter means without its number; tells where several may be meant.

        What the same letter gives twice is two assignments.
        """
        entries = [
            entry
            for entry in self.ledger.entries
            if (entry.in_force or assignment.status != "new")
            and not (entry.steps[0].place == self.place and entry.steps[0].event == "added")
        ]
        of_first = [entry.assignment for entry in entries if entry.steps[0].letter == 0]
        meant = meant_by(assignment, [entry.assignment for entry in entries], of_first)
        if meant.among and assignment.status != "new":
            among = ", ".join(f"«{name_of(one)}»" for one in meant.among)
            self._tell("which_assignment", name_of(assignment), assignment.evidence, among=among)
            return None
        return next((entry for entry in entries if entry.assignment is meant.sure), None)

    def _first(self, assignment: Assignment) -> Iterator[Change]:
        """An assignment that no letter before gave: new, or given by one that we do not have."""
        entry = Entry(assignment)
        self.ledger.enter(entry)
        changes: tuple[Change, ...]
        if assignment.status == "new" or self.letter.kind == "base":
            changes = (whole("assignment_added", None, assignment),)
            self._step(entry, "added", changes, assignment.evidence)
            yield from changes
            return
        self._tell_unknown(name_of(assignment), assignment.evidence)
        if assignment.status == "cancelled":
            changes = (whole("assignment_cancelled", None, assignment),)
            self._step(entry, "cancelled", changes, assignment.evidence)
        else:
            unknown = Assignment(number=assignment.number, title=None)
            changes = tuple(
                _of_unknown(change, assignment)
                for change in changes_by(unknown, assignment, self._moved((), assignment))
            )
            self._step(entry, "amended", changes, assignment.evidence)
        yield from changes

    def _cancel(self, entry: Entry, assignment: Assignment) -> Iterator[Change]:
        if not entry.in_force:
            return
        old = entry.assignment
        change = whole("assignment_cancelled", old, assignment).model_copy(
            update={"key": name_of(old), "label": old.title or assignment.title}
        )
        entry.assignment = old.model_copy(update={"status": "cancelled"})
        self._step(entry, "cancelled", (change,), assignment.evidence)
        yield change

    def _amend(self, entry: Entry, assignment: Assignment) -> Iterator[Change]:
        old = entry.assignment
        moves = self._moved(old.deadlines, assignment)
        changes = tuple(changes_by(old, assignment, moves))
        if not changes:
            return
        entry.assignment = amended(old, assignment, moves.in_force)
        self.ledger.know(entry)
        for deadline in moves.in_doubt:
            self._tell("which_deadline", name_of(old), deadline.evidence, deadline=deadline.text)
        self._step(entry, "amended", changes, assignment.evidence)
        yield from changes

    def _moved(self, earlier: tuple[Deadline, ...], assignment: Assignment) -> Moved:
        return moved(
            earlier,
            assignment.deadlines,
            on_top=adds_on(assignment),
            since=self.letter.date,
            words=assignment.description or "",
        )

    def _step(
        self,
        entry: Entry,
        event: AssignmentEvent,
        changes: tuple[Change, ...],
        evidence: tuple[Evidence, ...],
    ) -> None:
        entry.steps.append(
            AssignmentStep(
                letter=letter_number(self.letter),
                place=self.place,
                event=event,
                changes=changes,
                evidence=evidence,
            )
        )

    def _tell_unknown(self, name: str | None, evidence: tuple[Evidence, ...]) -> None:
        if not self.ledger.is_whole or self._is_told(name):
            return
        if name and name[-1:].isdigit():
            self._tell("unknown_number", name, evidence, number=name)
        else:
            self._tell("unknown_assignment", name, evidence, name=str(name))

    def _is_told(self, key: str | None) -> bool:
        return any(
            finding.key == key and finding.place == self.place for finding in self.ledger.findings
        )

    def _tell(
        self, rule: str, key: str | None, evidence: tuple[Evidence, ...], **values: str
    ) -> None:
        self.ledger.findings.append(
            make_chain_finding(
                rule,
                "warning",
                key,
                values | {"title": self.letter.title},
                letter=letter_number(self.letter),
                place=self.place,
                evidence=evidence,
            )
        )


def _of_unknown(change: Change, amendment: Assignment) -> Change:
    """A deadline that an amendment gives moves one that we do not know, unless it comes on top."""
    if change.kind == "deadline_added" and not adds_on(amendment):
        return change.model_copy(update={"kind": "deadline_changed"})
    return change
