"""What the three kinds of report have in common: findings, money by post, deadlines by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tildeling.comparison import ChainFinding, LetterIdentity
from tildeling.export.change_rows import pages_of
from tildeling.export.html_parts import Link, href_of, links
from tildeling.export.phrases import (
    SEVERITIES,
    STAR_MEANS,
    due,
    financed,
    grave,
    kroner_cell,
    shortened,
    signed_cell,
)
from tildeling.export.report import (
    Cell,
    Column,
    Fold,
    Item,
    ItemGroup,
    Line,
    LineGroup,
    ShownFinding,
    ShownLetter,
    Table,
)
from tildeling.findings import message_in
from tildeling.forms import is_bare_label
from tildeling.letter import Assignment, Deadline, Finding
from tildeling.words import Words

# Warnings on top of a page; a base letter may have forty, and three pages are to hold all.
MOST_FINDINGS = 10

# Characters of an assignment's title in the table of deadlines: one line of its column in print.
# The whole title stands in the list of assignments.
TITLE = 66


def shown_letter(letter: LetterIdentity, role: str, words: Words) -> ShownLetter:
    """A letter with its date and its file."""
    date = words.date(letter.date) if letter.date else ""
    return ShownLetter(role, letter.title, date, letter.name, href_of(letter.name))


# ---- assignments


def given_with(one: Assignment, words: Words) -> str:
    """The money, the other bodies and the ministry's department of a new assignment."""
    told = list(dict.fromkeys(filter(None, (financed(one, words) for one in one.financing))))
    if one.participants:
        told.append(words.say("with {bodies}", bodies=", ".join(one.participants)))
    if one.responsible:
        told.append(words.say("department: {name}", name=one.responsible))
    return "; ".join(told)


def line_groups(lines: Mapping[str, Sequence[Line]]) -> tuple[LineGroup, ...]:
    """The assignments under each heading with their number; a heading over none is left out."""
    return tuple(
        LineGroup(f"{title} ({len(under)})", tuple(under))
        for title, under in lines.items()
        if under
    )


# ---- findings


def shown_findings(
    findings: Iterable[Finding], letters: Sequence[LetterIdentity], words: Words
) -> list[ShownFinding]:
    """Findings with links to the pages that they are about, the gravest first."""
    grades = list(SEVERITIES)
    shown = []
    for finding in sorted(findings, key=lambda one: grades.index(one.severity)):
        place = finding.place if isinstance(finding, ChainFinding) else 0
        letter = None if place is None else letters[place]
        where = links(letter, pages_of(finding.evidence)) if letter else ()
        called = words.say(SEVERITIES[finding.severity])
        message = message_in(finding, words)
        shown.append(ShownFinding(finding.severity, called, message, where))
    return shown


def on_top(findings: Sequence[ShownFinding]) -> tuple[ShownFinding, ...]:
    """All errors, and warnings as far as there is room; nothing that is only good to know."""
    errors = sum(one.severity == "error" for one in findings)
    grave = [one for one in findings if one.severity != "info"]
    return tuple(grave[: max(errors, MOST_FINDINGS)])


def other_findings(findings: Sequence[ShownFinding], words: Words) -> Fold | None:
    """The findings that do not stand on top."""
    rest = findings[len(on_top(findings)) :]
    items = tuple(Item(f"{one.called}: {one.message}", links=one.links) for one in rest)
    return listed(words.say("More remarks"), "merknader", items) if items else None


def listed(title: str, anchor: str, items: Iterable[Item]) -> Fold:
    """A folded list without headings in it."""
    told = tuple(items)
    return Fold(anchor, title, len(told), groups=(ItemGroup("", told),))


# ---- money


@dataclass(frozen=True, slots=True)
class PostShown:
    """A budget post before and after. `computed` is there where what the letter says is another."""

    key: str
    name: str
    before: int | None
    change: int | None
    after: int | None
    computed: int | None
    links: tuple[Link, ...]


def money_table(
    posts: Sequence[PostShown], findings: Iterable[Finding], words: Words
) -> Table | None:
    """One table of what posts were, what changes, what they are now; columns with nothing go.

    A post that a finding on top is about says so, since a table may be read alone.
    """
    if not posts:
        return None
    is_change = any(post.before is not None or post.change is not None for post in posts)
    columns = (
        Column(words.say("Chapter/post"), "key"),
        Column(words.say("Name")),
        Column(words.say("Before"), "number"),
        Column(words.say("Change"), "number"),
        Column(words.say("Now") if is_change else words.say("Amount"), "number"),
        Column(words.say("Page"), "where"),
    )
    doubted = {finding.key for finding in grave(findings)}
    rows = [tuple(_post_cells(post, post.key in doubted, words)) for post in posts]
    return without_empty(Table(words.say("Whole kroner"), columns, tuple(rows)))


def _post_cells(post: PostShown, is_doubted: bool, words: Words) -> Iterator[Cell]:
    yield Cell(post.key)
    yield Cell(post.name)
    yield Cell(kroner_cell(post.before, words))
    yield Cell(signed_cell(post.change, words))
    note = words.say("check this, see the top") if is_doubted else ""
    if post.computed is not None and post.after is not None:
        note = words.say(
            "adds up to {computed}, {off} off",
            computed=words.number(post.computed),
            off=signed_cell(post.after - post.computed, words),
        )
    yield Cell(kroner_cell(post.after, words), note, is_doubtful=bool(note))
    yield Cell(links=post.links)


def without_empty(table: Table) -> Table:
    """The table without columns that have nothing in any row."""
    used = [
        place
        for place in range(len(table.columns))
        if any(row[place] != Cell() for row in table.rows)
    ]
    columns = tuple(table.columns[place] for place in used)
    return replace(
        table, columns=columns, rows=tuple(tuple(row[at] for at in used) for row in table.rows)
    )


# ---- deadlines


@dataclass(frozen=True, slots=True)
class DueShown:
    """A deadline: what falls due, and what happened to it."""

    deadline: Deadline
    what: str
    anchor: str
    told: str
    is_gone: bool
    links: tuple[Link, ...]


def deadline_table(found: Iterable[DueShown], told: str, words: Words) -> Table | None:
    """The deadlines in order of date, those without a day last; `told` heads what happened."""
    merged = _merged(sorted(found, key=_day), words)
    if not merged:
        return None
    all_new = {one.told for one in merged} == {words.say("newly set")}
    columns = (
        Column(words.say("Deadline"), "key"),
        Column(told),
        Column(words.say("What")),
        Column(words.say("Page"), "where"),
    )
    rows = tuple(
        (
            Cell(due(one.deadline, words), is_gone=one.is_gone),
            # What is so of all of them stands over the table, once.
            Cell() if all_new else Cell(one.told),
            Cell(one.what, anchor=one.anchor),
            Cell(links=one.links),
        )
        for one in merged
    )
    caption = words.say("By date, all of them new") if all_new else words.say("By date")
    starred = any(one.deadline.year_inferred for one in merged)
    note = words.say(STAR_MEANS) if starred else ""
    return without_empty(Table(caption, columns, rows, note))


def _day(one: DueShown) -> tuple[bool, dt.date]:
    return one.deadline.date is None, one.deadline.date or dt.date.max


def _merged(found: Iterable[DueShown], words: Words) -> list[DueShown]:
    """One row for those that fall due on one day and are told alike."""
    rows: dict[tuple[str, str, str, bool], DueShown] = {}
    for one in found:
        key = (due(one.deadline, words), one.what, one.told, one.is_gone)
        known = rows.get(key)
        pages = tuple(dict.fromkeys((*known.links, *one.links))) if known else one.links
        rows[key] = replace(one, links=pages)
    return list(rows.values())


def what_of(number: str | None, title: str | None, deadline: Deadline) -> str:
    """What falls due of an assignment: its number and title, and what the label says besides."""
    label = deadline.label if deadline.label and not is_bare_label(deadline.label) else None
    named = " ".join(filter(None, (number, shortened(title or "", TITLE))))
    return " – ".join(filter(None, (named, label)))
