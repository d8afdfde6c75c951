"""A consolidated letter as the page that people mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tildeling.comparison import (
    AssignmentStep,
    ConsolidatedAssignment,
    ConsolidatedLetter,
    ConsolidatedPost,
    ItemStep,
)
from tildeling.export.chain_parts import DEADLINES, Listed, parts_in_force
from tildeling.export.chain_rows import Step, after_step, heading_of, off_in, steps_of
from tildeling.export.change_rows import letter_name, pages_of, wording_of
from tildeling.export.html_parts import links, marked
from tildeling.export.phrases import WITHHELD, due, kroner_cell, named, signed_cell, what_is_due
from tildeling.export.report import (
    Article,
    Cell,
    Column,
    Fold,
    Item,
    ItemGroup,
    Line,
    LineGroup,
    Report,
    ShownStep,
    Table,
)
from tildeling.export.report_parts import (
    DueShown,
    PostShown,
    deadline_table,
    line_groups,
    money_table,
    on_top,
    other_findings,
    shown_findings,
    shown_letter,
    what_of,
    without_empty,
)
from tildeling.findings import key_of_post
from tildeling.letter import Deadline
from tildeling.words import Words


def chain_report(chain: ConsolidatedLetter, words: Words) -> Report:
    """What is in force after all letters."""
    findings = shown_findings(chain.findings, chain.letters, words)
    folds = [
        *_wordings(chain, words),
        *_listed(chain, words),
        *_letter_by_letter(chain, words),
        other_findings(findings, words),
    ]
    return Report(
        title=words.say("What is in force"),
        letters=tuple(shown_letter(one, letter_name(one, words), words) for one in chain.letters),
        facts=(),
        summary=_summary(chain, words),
        findings=on_top(findings),
        assignments=_assignments(chain, words),
        money=money_table(list(_posts(chain)), chain.findings, words),
        deadlines=deadline_table(_deadlines(chain, words), words.say("Given in"), words),
        folds=tuple(fold for fold in folds if fold is not None),
    )


def _summary(chain: ConsolidatedLetter, words: Words) -> str:
    cancelled = sum(_is_cancelled(one) for one in chain.assignments)
    standing = len(chain.assignments) - cancelled
    told = [words.counted("{n} assignment in force", "{n} assignments in force", standing)]
    if cancelled:
        told.append(words.counted("{n} cancelled", "{n} cancelled", cancelled))
    return ", ".join(told)


def _is_cancelled(entry: ConsolidatedAssignment) -> bool:
    return entry.assignment.status == "cancelled"


# ---- assignments


def _assignments(chain: ConsolidatedLetter, words: Words) -> tuple[LineGroup, ...]:
    """Those that later letters gave, changed or cancelled, and last those that stand as given."""
    found: dict[str, list[Line]] = {
        words.say("New after the first letter"): [],
        words.say("Changed after the first letter"): [],
        words.say("Cancelled assignments"): [],
        words.say("Unchanged since the first letter"): [],
    }
    new, changed, cancelled, unchanged = found
    for place, entry in enumerate(chain.assignments, start=1):
        if _is_cancelled(entry):
            under = cancelled
        elif entry.history and entry.history[0].place > 0:
            under = new
        else:
            under = changed if len(entry.history) > 1 else unchanged
        found[under].append(_line(entry, f"oppdrag-{place}", chain, words))
    return line_groups(found)


def _line(
    entry: ConsolidatedAssignment, anchor: str, chain: ConsolidatedLetter, words: Words
) -> Line:
    one = entry.assignment
    title = f"({words.say(WITHHELD)})" if one.withheld and not one.title else named(one, words)
    steps = steps_of(entry, chain.letters, words)
    # What the first letter gave needs no telling.
    told = [f"{step.letter}: {step.words}" for step in steps if step.place > 0]
    last = steps[-1] if steps else None
    where = links(chain.letters[last.place], last.pages) if last else ()
    return Line(entry.number or "", title, "; ".join(told), anchor, where)


def _wordings(chain: ConsolidatedLetter, words: Words) -> Iterator[Fold]:
    articles = tuple(
        Article(
            f"oppdrag-{place}",
            heading_of(entry, words),
            text=wording_of(entry.assignment, words),
            steps=_steps(steps_of(entry, chain.letters, words), chain),
        )
        for place, entry in enumerate(chain.assignments, start=1)
    )
    if articles:
        title = words.say("Wording of the assignments, and what each letter did")
        yield Fold("oppdrag", title, len(articles), articles)


def _steps(steps: Iterable[Step], chain: ConsolidatedLetter) -> tuple[ShownStep, ...]:
    return tuple(
        ShownStep(
            f"{step.letter}: {step.words}",
            links(chain.letters[step.place], step.pages),
            # Which letter an earlier wording stands in, its own step tells.
            tuple(marked(row, None, chain.letters[step.place]) for row in step.rows),
        )
        for step in steps
    )


# ---- money and deadlines


def _posts(chain: ConsolidatedLetter) -> Iterator[PostShown]:
    for post in chain.budget:
        first, last = post.history[0], post.history[-1]
        before = after_step(first) if len(post.history) > 1 else None
        now = after_step(last)
        yield PostShown(
            key_of_post(post.chapter, post.post),
            post.name or "",
            before,
            _change(post, before, now),
            now,
            last.computed if last.agrees is False else None,
            links(chain.letters[last.place], pages_of(last.evidence)),
        )


def _change(post: ConsolidatedPost, before: int | None, now: int | None) -> int | None:
    """What the letters after the first with the post make of it."""
    if before is not None and now is not None:
        return now - before
    changes = [step.change for step in post.history if step.change is not None]
    return sum(changes) if changes else None


def _deadlines(chain: ConsolidatedLetter, words: Words) -> Iterator[DueShown]:
    """Those in force: of assignments, of the letters themselves, and of reports besides."""

    def shown(
        deadline: Deadline, what: str, given: tuple[int, Deadline | None], anchor: str = ""
    ) -> DueShown:
        letter, before = chain.letters[given[0]], given[1]
        told = letter_name(letter, words)
        if before is not None:
            told = words.say("{letter}, moved from {day}", letter=told, day=due(before, words))
        where = links(letter, pages_of(deadline.evidence))
        return DueShown(deadline, what, anchor, told, False, where)

    for place, entry in enumerate(chain.assignments, start=1):
        if _is_cancelled(entry):
            continue
        one = entry.assignment
        for deadline in one.deadlines:
            what = what_of(entry.number, one.title or named(one, words), deadline)
            yield shown(deadline, what, _given(entry.history, deadline), f"oppdrag-{place}")
    for own in chain.deadlines:
        if own.in_force:
            yield shown(own.deadline, what_is_due(own.deadline), _given(own.history, own.deadline))
    # Those are a report's too: what it was due on before a letter moved it is no longer told.
    known = {place for one in _given_by_any(chain) for place in one.evidence}
    for report in chain.reporting:
        for deadline in report.requirement.deadlines:
            if report.in_force and known.isdisjoint(deadline.evidence):
                yield shown(deadline, what_is_due(deadline), (report.history[-1].place, None))


def _given(
    history: Sequence[AssignmentStep | ItemStep], deadline: Deadline
) -> tuple[int, Deadline | None]:
    """The place of the letter that gave a deadline, the last that changed it, else the first; and
    what it was before where that letter moved it.
    """
    for step in reversed(history):
        for change in step.changes:
            if change.evidence_new == deadline.evidence:
                old = change.old
                return step.place, old if isinstance(old, Deadline) else None
    return history[0].place if history else 0, None


def _given_by_any(chain: ConsolidatedLetter) -> Iterator[Deadline]:
    """Every deadline that a letter gave, moved ones too."""
    histories: list[Sequence[AssignmentStep | ItemStep]] = [
        *(entry.history for entry in chain.assignments),
        *(entry.history for entry in chain.deadlines),
    ]
    for history in histories:
        for step in history:
            for change in step.changes:
                yield from (one for one in (change.old, change.new) if isinstance(one, Deadline))
    for one in chain.assignments:
        yield from one.assignment.deadlines


# ---- what is folded besides


def _listed(chain: ConsolidatedLetter, words: Words) -> Iterator[Fold]:
    for part in parts_in_force(chain, words):
        if part.anchor == DEADLINES:
            # They stand in the table of all deadlines.
            continue
        groups = tuple(
            ItemGroup(group.heading, tuple(_item(one, chain) for one in group.items))
            for group in part.groups
        )
        yield Fold(part.anchor, part.title, part.count, groups=groups)


def _item(one: Listed, chain: ConsolidatedLetter) -> Item:
    where = links(chain.letters[one.given.place], one.given.pages)
    return Item(one.words, one.given.letter, where, _steps(one.later, chain))


def _letter_by_letter(chain: ConsolidatedLetter, words: Words) -> Iterator[Fold]:
    """Each post after each letter, where more than one letter speaks of it."""
    posts = [post for post in chain.budget if len(post.history) > 1]
    rows = []
    for post in posts:
        for at, step in enumerate(post.history):
            letter = chain.letters[step.place]
            computed, off = off_in(step, words)
            rows.append(
                (
                    Cell(key_of_post(post.chapter, post.post)),
                    Cell((post.name or "") if at == 0 else ""),
                    Cell(letter_name(letter, words)),
                    Cell(signed_cell(step.change, words)),
                    Cell(kroner_cell(after_step(step), words)),
                    Cell(computed, is_doubtful=True) if computed else Cell(),
                    Cell(off, is_doubtful=True) if off else Cell(),
                    Cell(links=links(letter, pages_of(step.evidence))),
                )
            )
    if rows:
        columns = (
            Column(words.say("Chapter/post"), "key"),
            Column(words.say("Name")),
            Column(words.say("Letter")),
            Column(words.say("Change"), "number"),
            Column(words.say("After"), "number"),
            Column(words.say("Computed"), "number"),
            Column(words.say("Off by"), "number"),
            Column(words.say("Page"), "where"),
        )
        table = without_empty(Table(words.say("Whole kroner"), columns, tuple(rows)))
        yield Fold(
            "poster", words.say("Budget posts letter by letter"), len(posts), tables=(table,)
        )
