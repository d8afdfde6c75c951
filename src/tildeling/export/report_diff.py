"""A diff as the page that people mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tildeling.comparison import ChainFinding, Change, ChangeKind, LetterDiff
from tildeling.export.change_parts import Part, parts_of
from tildeling.export.change_rows import (
    FIELDS,
    NOTHING_CHANGED,
    Group,
    Sign,
    after_letter,
    budget_changes,
    counted,
    pages_of,
    sign_of,
)
from tildeling.export.html_parts import links, marked
from tildeling.export.phrases import WITHHELD, due, named, what_is_due
from tildeling.export.report import Article, Fold, Line, LineGroup, Report
from tildeling.export.report_parts import (
    DueShown,
    PostShown,
    deadline_table,
    given_with,
    line_groups,
    money_table,
    on_top,
    other_findings,
    shown_findings,
    shown_letter,
    what_of,
)
from tildeling.findings import OF_LETTER
from tildeling.letter import Assignment, Deadline
from tildeling.words import Words, to_count

# Where the wording of each assignment is folded, by its key and label.
Anchors = dict[tuple[str | None, str | None], str]

DEADLINES_COUNTED: Mapping[ChangeKind, tuple[str, str]] = {
    "deadline_added": to_count("{n} new deadline", "{n} new deadlines"),
    "deadline_changed": to_count("{n} deadline moved", "{n} deadlines moved"),
    "deadline_removed": to_count("{n} deadline dropped", "{n} deadlines dropped"),
}


def diff_report(diff: LetterDiff, words: Words) -> Report:
    """What one letter changes against another."""
    findings = shown_findings(map(_bare, diff.findings), (diff.old, diff.new), words)
    folds = list(_folds(diff, words))
    anchors = {
        (change.key, change.label): f"oppdrag-{place}"
        for place, (change, *_) in enumerate(_by_assignment(_worded(diff.changes)), start=1)
    }
    more = other_findings(findings, words)
    return Report(
        title=words.say('Changes in "{title}"', title=diff.new.title),
        letters=(
            shown_letter(diff.old, words.say("Before"), words),
            shown_letter(diff.new, words.say("Now"), words),
        ),
        facts=(),
        summary=", ".join(counted(diff.changes, words)) or words.say(NOTHING_CHANGED),
        findings=on_top(findings),
        assignments=_assignments(diff, anchors, words),
        money=money_table(list(_posts(diff)), diff.findings, words),
        deadlines=deadline_table(_deadlines(diff, anchors, words), words.say("Change"), words),
        folds=(*folds, *([more] if more else [])),
    )


def _bare(finding: ChainFinding) -> ChainFinding:
    """A finding of the new letter without its title, which stands over the page."""
    values = {name: value for name, value in finding.values.items() if name != OF_LETTER}
    return finding.model_copy(update={"values": values})


# ---- assignments


def _by_assignment(changes: Sequence[Change]) -> list[list[Change]]:
    """The changes of assignments, those of one together."""
    about = [
        change
        for change in changes
        if not change.outside and change.kind.startswith(("assignment", "deadline", "financing"))
    ]
    return [list(together) for _, together in groupby(about, key=lambda one: (one.key, one.label))]


def _assignments(diff: LetterDiff, anchors: Anchors, words: Words) -> tuple[LineGroup, ...]:
    """The new assignments, then the changed ones, then those that went."""
    found: dict[str, list[Line]] = {
        words.say("New assignments"): [],
        words.say("Changed assignments"): [],
        words.say("Cancelled assignments"): [],
        words.say("Assignments no longer there"): [],
    }
    new, changed, cancelled, gone = found
    for changes in _by_assignment(diff.changes):
        kinds = {change.kind for change in changes}
        if "assignment_added" in kinds:
            under = new
        elif "assignment_cancelled" in kinds:
            under = cancelled
        else:
            under = gone if "assignment_removed" in kinds else changed
        found[under].append(_line(changes, diff, anchors, words))
    return line_groups(found)


def _line(changes: list[Change], diff: LetterDiff, anchors: Anchors, words: Words) -> Line:
    first = changes[0]
    one = _assignment_of(changes)
    number = _numbers(diff.changes).get(first.key) or ""
    title = first.label or (named(one, words) if one else "")
    if one is not None:
        number = one.number or ""
    if one is not None and one.withheld and not one.title:
        title = f"({words.say(WITHHELD)})"
    new = [page for change in changes for page in pages_of(change.evidence_new)]
    old = [page for change in changes for page in pages_of(change.evidence_old)]
    where = links(diff.new, sorted(set(new))) if new else links(diff.old, sorted(set(old)))
    anchor = anchors.get((first.key, first.label), "")
    return Line(number, title, _note(changes, words), anchor, where)


def _numbers(changes: Sequence[Change]) -> dict[str | None, str | None]:
    """The number that each assignment has now, by its key; None where the key is its title."""
    numbers = {change.key: change.key if change.key != change.label else None for change in changes}
    for change in changes:
        if change.kind == "assignment_renumbered":
            numbers[change.key] = str(change.new)
    return numbers


def _assignment_of(changes: Sequence[Change]) -> Assignment | None:
    for change in changes:
        for value in (change.new, change.old):
            if isinstance(value, Assignment):
                return value
    return None


def _note(changes: list[Change], words: Words) -> str:
    """What is to be known beside the title: the money of a new one, what is changed of another."""
    first = changes[0]
    if first.kind == "assignment_added" and isinstance(first.new, Assignment):
        return given_with(first.new, words)
    if first.kind in ("assignment_cancelled", "assignment_removed"):
        return ""
    told = [
        words.say("new number, was {number}", number=change.old)
        for change in changes
        if change.kind == "assignment_renumbered"
    ]
    fields = [
        words.say(FIELDS[change.field]).lower() for change in changes if change.field is not None
    ]
    told += fields
    counts = Counter(change.kind for change in changes)
    told += [
        words.counted(*forms, counts[kind])
        for kind, forms in DEADLINES_COUNTED.items()
        if counts[kind]
    ]
    if any(kind.startswith("financing") for kind in counts):
        told.append(words.say("money"))
    return words.say("Changed: {what}", what=", ".join(told)) if told else ""


# ---- money and deadlines


def _posts(diff: LetterDiff) -> Iterator[PostShown]:
    for change in budget_changes(diff.changes):
        letter = diff.new if change.evidence_new else diff.old
        yield PostShown(
            change.key or "",
            change.label or "",
            change.old if isinstance(change.old, int) else None,
            change.delta,
            after_letter(change),
            change.computed if change.stated is not None else None,
            links(letter, pages_of(change.evidence_new or change.evidence_old)),
        )


def _deadlines(diff: LetterDiff, anchors: Anchors, words: Words) -> Iterator[DueShown]:
    numbers = _numbers(diff.changes)
    for change in diff.changes:
        number = numbers[change.key]
        anchor = anchors.get((change.key, change.label), "")
        if isinstance(change.new, Deadline) or isinstance(change.old, Deadline):
            yield _due(change, number, anchor, diff, words)
            continue
        is_gone = sign_of(change) == "-"
        one = change.old if is_gone else change.new
        if not isinstance(one, Assignment) or change.field is not None:
            continue
        told = words.say("dropped") if is_gone else words.say("newly set")
        letter = diff.old if is_gone else diff.new
        for deadline in one.deadlines:
            where = links(letter, pages_of(deadline.evidence))
            what = what_of(number, one.title or named(one, words), deadline)
            yield DueShown(deadline, what, anchor, told, is_gone, where)


def _due(
    change: Change, number: str | None, anchor: str, diff: LetterDiff, words: Words
) -> DueShown:
    """A deadline that came, went or was moved."""
    new, old = change.new, change.old
    one = new if isinstance(new, Deadline) else old
    assert isinstance(one, Deadline)
    where = links(diff.new, pages_of(change.evidence_new)) or links(
        diff.old, pages_of(change.evidence_old)
    )
    if isinstance(new, Deadline) and isinstance(old, Deadline):
        told = words.say("moved, was {day}", day=due(old, words))
    elif change.kind == "deadline_changed":
        told = words.say("moved")
    else:
        told = words.say("newly set") if isinstance(new, Deadline) else words.say("dropped")
    what = what_is_due(one) if change.outside else what_of(number, change.label, one)
    return DueShown(one, what, "" if change.outside else anchor, told, new is None, where)


# ---- what is folded


def _worded(changes: Sequence[Change]) -> list[Change]:
    """The changes without deadlines, which stand on top."""
    kept = []
    for change in changes:
        if change.kind.startswith("deadline"):
            continue
        if change.kind == "assignment_added" and isinstance(change.new, Assignment):
            bare = change.new.model_copy(update={"deadlines": ()})
            kept.append(change.model_copy(update={"new": bare}))
        else:
            kept.append(change)
    return kept


def _folds(diff: LetterDiff, words: Words) -> Iterator[Fold]:
    for part in parts_of(_worded(diff.changes), words):
        title = words.say("Wording of the assignments") if part.anchor == "oppdrag" else part.title
        yield Fold(part.anchor, title, part.count, tuple(_articles(part, diff, words)))


def _articles(part: Part, diff: LetterDiff, words: Words) -> Iterator[Article]:
    for place, group in enumerate(part.groups, start=1):
        yield _article(f"{part.anchor}-{place}", group, diff, words)


def _article(anchor: str, group: Group, diff: LetterDiff, words: Words) -> Article:
    rows = tuple(marked(row, diff.old, diff.new) for row in group.rows)
    return Article(anchor, group.heading, group.sign, called(group.sign, words), rows=rows)


def called(sign: Sign, words: Words) -> str:
    """What a sign means."""
    if sign == "+":
        return words.say("New")
    return words.say("Taken out") if sign == "-" else words.say("Changed")
