"""What one letter changes against another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.compare.assignments import changes_between, deadline_change, line_change, whole
from tildeling.compare.budget import BudgetLedger, PostLedger
from tildeling.compare.identity import (
    folded,
    identity_of,
    key_of_assignment,
    key_of_label,
    key_of_number,
    letter_number,
    same_title,
)
from tildeling.compare.items import Pair, paired_lines
from tildeling.compare.ledger import AssignmentLedger
from tildeling.compare.naming import alike, core_title, without_year
from tildeling.compare.own_deadlines import pairs_outside
from tildeling.compare.posts import Amount, Statement, statements
from tildeling.compare.remarks import of_the_new_letter, of_the_pair
from tildeling.compare.steering import SteeringLedger
from tildeling.compare.units import left_out, with_units
from tildeling.comparison import Change, ChangeKind, LetterDiff
from tildeling.findings import key_of_post
from tildeling.letter import Assignment, Deadline, Evidence, FinancingLine, Letter


def diff(old: Letter, new: Letter) -> LetterDiff:
    """The changes from `old` to `new`, as a case officer would list them.

    Two base letters, and two versions of one letter, are compared item by item. Any other new
    letter adds to what went before: what it does not mention has not been removed.
    """
    budget, assignments, steering = BudgetLedger(), AssignmentLedger(), SteeringLedger()
    budget.fold(old, 0)
    new = with_units(new, budget.known())
    steering.fold(old, 0)
    changes = (
        *(
            _compared(old, new)
            if _are_versions(old, new)
            else _added_on(old, new, assignments, budget)
        ),
        *steering.fold(new, 1),
    )
    told = (*assignments.findings, *budget.findings)
    return LetterDiff(
        old=identity_of(old),
        new=identity_of(new),
        changes=changes,
        findings=(
            *of_the_pair(old, new),
            *left_out(old, 0),
            *left_out(new, 1),
            *of_the_new_letter(old, new, changes, told),
        ),
    )


def _are_versions(old: Letter, new: Letter) -> bool:
    """Two base letters, or one addendum twice: corrected, say."""
    if old.kind != new.kind or letter_number(old) != letter_number(new):
        return False
    if letter_number(old) is not None:
        return old.kind == "base" or old.budget_year == new.budget_year
    return folded(old.title) == folded(new.title) or (old.date is not None and old.date == new.date)


# ---- a letter that adds to what went before


def _added_on(
    old: Letter, new: Letter, assignments: AssignmentLedger, budget: BudgetLedger
) -> Iterator[Change]:
    """Letter upon letter; the old one stands in the `budget` already."""
    assignments.fold(old, 0)
    yield from assignments.fold(new, 1)
    for pair in pairs_outside(old.deadlines, new.deadlines):
        if pair.new is not None:
            yield deadline_change(pair, pair.new.label, pair.new.label, outside=True)
    yield from _new_lines(old, new)
    yield from _new_amounts(old, new, budget)


def _new_lines(old: Letter, new: Letter) -> Iterator[Change]:
    """Each line is new; one that corrects an earlier grant changes that."""
    for line in new.financing:
        corrected = (
            each
            for each in old.financing
            if line.replaces is not None
            and (each.chapter, each.post, each.amount) == (line.chapter, line.post, line.replaces)
        )
        yield line_change(Pair(next(corrected, None), line), _post_of(line), None, outside=True)


def _post_of(line: FinancingLine) -> str | None:
    """Key of a line outside any assignment."""
    if line.chapter is None or line.post is None:
        return None
    return key_of_post(line.chapter, line.post)


def _new_amounts(old: Letter, new: Letter, budget: BudgetLedger) -> Iterator[Change]:
    """Each post that the new letter speaks of, where its amount is another than before."""
    said_before, said = statements(old), statements(new)
    for post, known in budget.fold(new, 1):
        now = said[post.chapter, post.post]
        before = known or now.previous
        after = post.amount
        change = now.change.kroner if now.change else None
        if before and after:
            change = after.kroner - before.kroner
        is_first_told = before is None and after is not None
        off = _off_in(post)
        if not (change or is_first_told or off):
            continue
        kind: ChangeKind = "budget_row_changed"
        if before is None and old.kind == "base":
            kind, change = "budget_row_added", after.kroner if after else change
        key = (post.chapter, post.post)
        yield _of_row(kind, key, (before, after), change, (said_before.get(key), now), off=off)


# What a letter says that a post comes to, and what it would be: None where they agree.
Off = tuple[int, int] | None


def _off_in(post: PostLedger) -> Off:
    """The two amounts, where the letter that was folded last says another than what is computed."""
    step = post.steps[-1] if post.steps else None
    if step is None or step.agrees is not False or step.stated is None or step.computed is None:
        return None
    return step.stated, step.computed


def _off_within(said: Statement | None) -> Off:
    """The same of a letter alone, where its own amounts do not add up."""
    if said is None or not (said.previous and said.change and said.stated):
        return None
    computed = said.previous.plus(said.change)
    return None if said.stated.agrees_with(computed) else (said.stated.kroner, computed.kroner)


def _of_row(
    kind: ChangeKind,
    post: tuple[int, int],
    amounts: tuple[Amount | None, Amount | None],
    delta: int | None,
    said: tuple[Statement | None, Statement | None],
    *,
    off: Off,
) -> Change:
    old, new = (amount.kroner if amount else None for amount in amounts)
    names = [each.name for each in said if each is not None and each.name]
    evidence_old, evidence_new = (_evidence(each) for each in said)
    return Change(
        kind=kind,
        key=key_of_post(*post),
        label=names[0] if names else None,
        old=old,
        new=new,
        delta=delta,
        stated=off[0] if off else None,
        computed=off[1] if off else None,
        evidence_old=evidence_old,
        evidence_new=evidence_new,
    )


def _evidence(said: Statement | None) -> tuple[Evidence, ...]:
    return () if said is None else tuple(dict.fromkeys(said.evidence))


# ---- two letters that both give all


def _compared(old: Letter, new: Letter) -> Iterator[Change]:
    """Item by item; what is left out is removed only between two base letters."""
    changes = (
        *_assignments(old, new),
        *(
            deadline_change(pair, _label(pair), _label(pair), outside=True)
            for pair in pairs_outside(old.deadlines, new.deadlines)
        ),
        *(
            line_change(pair, _post_of(one), None, outside=True)
            for pair in paired_lines(old.financing, new.financing)
            if (one := pair.new or pair.old) is not None
        ),
        *_rows(old, new),
    )
    for change in changes:
        if old.kind == "base" or not change.kind.endswith("_removed"):
            yield change


def _label(pair: Pair[Deadline]) -> str | None:
    one = pair.new or pair.old
    return one.label if one is not None and key_of_label(one.label) else None


def _assignments(old: Letter, new: Letter) -> Iterator[Change]:
    """Those of the new letter in its order, then those it leaves out."""
    renumbered = {key_of_number(each.old): each for each in new.renumberings}
    known = {key_of_number(each.old) for each in old.renumberings}
    left: list[tuple[str, Assignment]] = []
    for assignment in old.assignments:
        key = key_of_assignment(assignment)
        renumbering = renumbered.get(key) if key not in known else None
        if renumbering is None:
            left.append((key, assignment))
            continue
        left.append((key_of_number(renumbering.new), assignment))
        yield Change(
            kind="assignment_renumbered",
            key=renumbering.old,
            label=assignment.title,
            old=assignment.number,
            new=renumbering.new,
            evidence_old=assignment.evidence,
            evidence_new=renumbering.evidence,
        )
    twins = _twins(left, new.assignments)
    for at, assignment in enumerate(new.assignments):
        yield from _of_twins(left[twins[at]][1] if at in twins else None, assignment)
    for at, (_, assignment) in enumerate(left):
        if at not in twins.values():
            yield whole("assignment_removed", assignment, None)


def _twins(old: list[tuple[str, Assignment]], new: Sequence[Assignment]) -> dict[int, int]:
    """For each assignment of the new letter its place in the old one, the surest pairs first.

    By number, of several with it by title too; without one by title, then by nearly the same words.
    """
    twins: dict[int, int] = {}
    for same in (_same_number_and_title, _same_key, _same_title_but_year, _nearly_same_words):
        for at, assignment in enumerate(new):
            if at in twins:
                continue
            taken = set(twins.values())
            found = (
                place
                for place, (key, other) in enumerate(old)
                if place not in taken and same(key, other, assignment)
            )
            place = next(found, None)
            if place is not None:
                twins[at] = place
    return twins


def _same_key(key: str, _old: Assignment, new: Assignment) -> bool:
    return key == key_of_assignment(new)


def _same_number_and_title(key: str, old: Assignment, new: Assignment) -> bool:
    return key == key_of_assignment(new) and same_title(old.title, new.title)


def _same_title_but_year(_key: str, old: Assignment, new: Assignment) -> bool:
    """Whether "Klimaregnskap 2025" goes on as "Klimaregnskap 2026"; two numbers are two."""
    title = folded(without_year(core_title(new.title)))
    return (
        title != ""
        and None in (old.number, new.number)
        and title == folded(without_year(core_title(old.title)))
    )


def _nearly_same_words(_key: str, old: Assignment, new: Assignment) -> bool:
    return None in (old.number, new.number) and alike(old, new)


def _of_twins(old: Assignment | None, new: Assignment) -> Iterator[Change]:
    if new.status == "cancelled":
        if old is None or old.status != "cancelled":
            yield whole("assignment_cancelled", old, new)
    elif old is None or old.status == "cancelled":
        yield whole("assignment_added", None, new)
    else:
        yield from changes_between(old, new)


def _rows(old: Letter, new: Letter) -> Iterator[Change]:
    before, after = statements(old), statements(new)
    for post in sorted(before.keys() | after.keys()):
        said = (before.get(post), after.get(post))
        was, is_now = (_amount(each) for each in said)
        is_in_doubt = any(each is not None and each.in_doubt for each in said)
        if (was is None and is_now is None) or (is_in_doubt and None in (was, is_now)):
            continue
        delta = (is_now.kroner if is_now else 0) - (was.kroner if was else 0)
        if was is None or is_now is None:
            kind: ChangeKind = "budget_row_added" if was is None else "budget_row_removed"
            yield _of_row(kind, post, (was, is_now), delta, said, off=_off_within(said[1]))
        elif not was.agrees_with(is_now):
            off = _off_within(said[1])
            yield _of_row("budget_row_changed", post, (was, is_now), delta, said, off=off)


def _amount(said: Statement | None) -> Amount | None:
    """What a letter says that the post comes to, or at least what it gives."""
    if said is None or said.only_counter:
        return None
    return said.stated or said.total or said.change or said.previous
