"""The deadlines that stand outside any assignment, letter by letter: the letters' own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tildeling.compare.assignments import deadline_change
from tildeling.compare.identity import letter_number
from tildeling.compare.items import Pair, paired_deadlines
from tildeling.compare.moved_deadlines import moved_outside
from tildeling.comparison import Change, ConsolidatedDeadline, ItemEvent, ItemStep
from tildeling.letter import Deadline, Letter, ReportingRequirement


def pairs_outside(old: Sequence[Deadline], new: Sequence[Deadline]) -> list[Pair[Deadline]]:
    """The deadlines of two letters that differ; a new one that says which it moves is its pair."""
    return list(_joined(paired_deadlines(old, new, one_unlabelled=False), moved_outside))


def _joined(
    pairs: Sequence[Pair[Deadline]],
    earlier_of: Callable[[Deadline, Sequence[Deadline]], Deadline | None],
) -> Iterator[Pair[Deadline]]:
    """The pairs, where a new one that is an earlier one, of those that are left, is its pair."""
    alone = [pair.old for pair in pairs if pair.old is not None and pair.new is None]
    moves: dict[int, Deadline] = {}
    for pair in pairs:
        if pair.old is None and pair.new is not None:
            earlier = earlier_of(pair.new, alone)
            if earlier is not None:
                moves[id(pair.new)] = earlier
                alone = [one for one in alone if one is not earlier]
    moved = {id(one) for one in moves.values()}
    for pair in pairs:
        if pair.old is None:
            yield Pair(moves.get(id(pair.new)), pair.new)
        elif pair.new is not None or id(pair.old) not in moved:
            yield pair


@dataclass(slots=True)
class _Entry:
    """One deadline: as it is in force, and what each letter did with it."""

    deadline: Deadline
    in_force: bool = True
    steps: list[ItemStep] = field(default_factory=list)


class OwnDeadlineLedger:
    """All deadlines outside assignments that a chain of letters gives."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self._is_whole = False

    def fold(
        self, letter: Letter, place: int, steering: Sequence[Change], reports: Sequence[Deadline]
    ) -> None:
        """Enters a letter's. `steering` is what it changes of reports, whose deadlines these are,
        `reports` what those that are in force after it are due on.

        What a base letter leaves out of an earlier one falls; what an addendum does not mention
        does not.
        """
        known = [entry for entry in self.entries if entry.in_force]
        takes_place = letter.kind == "base" and self._is_whole
        self._is_whole = self._is_whole or letter.kind == "base"
        # Several things may be reported on one day: it falls with the last of them.
        dropped = [] if takes_place else _dropped(steering)
        dropped = [one for one in dropped if not _is_among(one, reports)]
        pairs = pairs_outside([entry.deadline for entry in known], letter.deadlines)
        for before, now in _with_reports(pairs, list(_of_reports(steering))):
            entry = next((one for one in known if one.deadline is before), None)
            if entry is None:
                if now is not None:
                    entry = _Entry(now)
                    self.entries.append(entry)
                    _step(entry, "added", Pair(None, now), letter, place)
            elif now is not None:
                _step(entry, "amended", Pair(before, now), letter, place)
            elif takes_place:
                _step(entry, "cancelled", Pair(before, None), letter, place)
        for entry in known:
            if _is_among(entry.deadline, dropped):
                _step(entry, "cancelled", Pair(entry.deadline, None), letter, place)

    def consolidated(self) -> tuple[ConsolidatedDeadline, ...]:
        """The deadlines as they are shown."""
        return tuple(
            ConsolidatedDeadline(
                deadline=entry.deadline, in_force=entry.in_force, history=tuple(entry.steps)
            )
            for entry in self.entries
        )


def _step(
    entry: _Entry, event: ItemEvent, pair: Pair[Deadline], letter: Letter, place: int
) -> None:
    now = pair.new
    label = (now or entry.deadline).label
    entry.deadline = now or entry.deadline
    entry.in_force = now is not None
    entry.steps.append(
        ItemStep(
            letter=letter_number(letter),
            place=place,
            event=event,
            changes=(deadline_change(pair, label, label, outside=True),),
            evidence=now.evidence if now else (),
        )
    )


def _of_reports(steering: Iterable[Change]) -> Iterator[Pair[Deadline]]:
    """What reports were due on before and are now, where it is one deadline."""
    for change in steering:
        before, now = change.old, change.new
        reports = [one for one in (before, now) if isinstance(one, ReportingRequirement)]
        if [len(one.deadlines) for one in reports] == [1, 1]:
            yield Pair(reports[0].deadlines[0], reports[1].deadlines[0])


def _dropped(steering: Iterable[Change]) -> list[Deadline]:
    """What reports were due on that a letter takes back."""
    return [
        deadline
        for change in steering
        if change.kind == "reporting_removed" and isinstance(change.old, ReportingRequirement)
        for deadline in change.old.deadlines
    ]


def _with_reports(
    pairs: Sequence[Pair[Deadline]], moved: Sequence[Pair[Deadline]]
) -> Iterator[Pair[Deadline]]:
    """The pairs, where a new deadline is that of a report which was due on another day."""

    def earlier_of(new: Deadline, alone: Sequence[Deadline]) -> Deadline | None:
        before = [one.old for one in moved if _is_among(new, [one.new])]
        return next((one for one in alone if _is_among(one, before)), None)

    return _joined(pairs, earlier_of)


def _is_among(deadline: Deadline, others: Iterable[Deadline | None]) -> bool:
    """Whether it was read from the same words as one of the others, in the same sentence."""
    return any(
        one is not None
        and one.sentence == deadline.sentence
        and not set(one.evidence).isdisjoint(deadline.evidence)
        for one in others
    )
