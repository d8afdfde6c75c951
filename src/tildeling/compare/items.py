"""Deadlines and lines of money of one assignment, old against new: pairs by label and by post."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from tildeling.compare.identity import key_of_label
from tildeling.compare.twins import figureless, timeless
from tildeling.letter import Deadline, FinancingLine, Target

Item = TypeVar("Item", Deadline, FinancingLine, Target)


class Pair(NamedTuple, Generic[Item]):
    """One item before and after; None where it is only in one of the two."""

    old: Item | None
    new: Item | None


def deadline_says(deadline: Deadline) -> Hashable:
    """What a deadline means, without where it was read."""
    return (
        deadline.date,
        deadline.start,
        deadline.status,
        deadline.recurrence,
        key_of_label(deadline.label),
        # What is not dated is told apart by its words only.
        None if deadline.date else " ".join(deadline.text.split()).casefold(),
    )


def line_says(line: FinancingLine) -> Hashable:
    """What a line of money means, without where it was read."""
    return (
        line.kind,
        line.amount,
        line.chapter,
        line.post,
        line.counter_chapter,
        line.counter_post,
        line.section_reference,
        line.part_of,
        line.replaces,
        None if line.amount else " ".join(line.text.split()).casefold(),
    )


def paired_deadlines(
    old: Sequence[Deadline], new: Sequence[Deadline], *, one_unlabelled: bool = True
) -> list[Pair[Deadline]]:
    """The deadlines that differ: two with one label are one deadline.

    Inside an assignment one without a label is "the deadline"; outside it is any, and known by the
    sentence around its day.
    """

    def key(deadline: Deadline) -> Hashable:
        label = key_of_label(deadline.label)
        return label if label or one_unlabelled else deadline_says(deadline)

    def sentence(deadline: Deadline) -> Hashable:
        around = (deadline.sentence or "").replace(deadline.text, " ")
        return figureless(timeless(around)) or deadline_says(deadline)

    return list(paired(old, new, deadline_says, (key,) if one_unlabelled else (key, sentence)))


def paired_lines(
    old: Sequence[FinancingLine], new: Sequence[FinancingLine]
) -> list[Pair[FinancingLine]]:
    """The lines that differ: two of one kind on one post are one line, where it is alone."""
    return list(
        paired(
            old, new, line_says, (lambda line: (line.kind, line.chapter, line.post, line.part_of),)
        )
    )


def paired(
    old: Sequence[Item],
    new: Sequence[Item],
    says: Callable[[Item], Hashable],
    keys: Sequence[Callable[[Item], Hashable]],
) -> Iterator[Pair[Item]]:
    """What says the same drops out; of the rest, those alone with a key on both sides pair.

    The keys are tried in turn, the closest first.
    """
    gone, come = list(old), list(new)
    for item in old:
        twin = next((other for other in come if says(other) == says(item)), None)
        if twin is not None:
            gone.remove(item)
            come.remove(twin)
    mates: dict[int, Item] = {}
    for key in keys:
        left = [item for item in gone if id(item) not in mates]
        for item in left:
            same = [other for other in come if key(other) == key(item)]
            if len(same) == 1 and sum(key(other) == key(item) for other in left) == 1:
                mates[id(item)] = same[0]
                come.remove(same[0])
    for item in gone:
        yield Pair(item, mates.get(id(item)))
    for item in come:
        yield Pair(None, item)
