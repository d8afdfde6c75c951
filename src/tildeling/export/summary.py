"""A letter as a reader wants to see it in a terminal, each item with its page.

Whatever a letter says is shown as plain text: neither rich's markup nor control characters work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tildeling.export.budget_listing import BudgetListing
from tildeling.export.due_list import Due, due_in, in_order, place_on, when
from tildeling.export.listing import ASIDE, HEADING, lines, listing, part, plain
from tildeling.export.phrases import (
    LANGUAGES,
    SEVERITIES,
    SEVERITY_COUNTS,
    STAR_MEANS,
    body_name,
    budget_post,
    counted_findings,
    due,
    financed,
    grave,
    letter_type,
    marks,
    movement,
    named,
    next_deadline,
    pages,
    read_off,
    shortened,
    signed,
    what_is_due,
)
from tildeling.export.steering_summary import allowed, asked
from tildeling.findings import message_in
from tildeling.forms import is_bare_label
from tildeling.letter import (
    Assignment,
    Body,
    Deadline,
    Evidence,
    FinancingLine,
    Finding,
    Letter,
    Reference,
    Renumbering,
    Severity,
    Signatory,
)
from tildeling.words import Words, to_say

NOT_FOUND = to_say("not found")

NO_NAME = to_say("no name")
NONE = to_say("none")

SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def summarise(letter: Letter, words: Words, *, whole: bool = False) -> RenderableType:
    """The letter's head, assignments, goals, deadlines, money, references and findings.

    It depends on the letter alone, not on the day it is asked for. The `whole` of it has every
    deadline in order of date, also those of assignments, and long lists to their end.
    """
    if whole:
        due_dates = list(in_order(due_in(letter)))
        deadlines = part(words.say("Deadlines"), due_dates, _by_day(due_dates, words))
    else:
        deadlines = part(
            words.say("Other deadlines"), letter.deadlines, _deadlines(letter.deadlines, words)
        )
    return Group(
        _head(letter, words),
        *part(
            words.say("Assignments"), letter.assignments, _assignments(letter.assignments, words)
        ),
        *part(
            words.say("New assignment numbers"),
            letter.renumberings,
            _renumberings(letter.renumberings, words),
        ),
        *asked(letter, words, whole=whole),
        *deadlines,
        *part(
            words.say("Grants and changes"), letter.financing, _financing(letter.financing, words)
        ),
        *part(words.say("Budget tables"), letter.budget_tables, _spaced(letter, words)),
        *allowed(letter, words, whole=whole),
        *part(words.say("References"), letter.references, _references(letter.references, words)),
        *part(words.say("Signed by"), letter.signatories, _signatories(letter.signatories, words)),
        *part(words.say("Findings"), letter.findings, _findings(letter.findings, words)),
    )


def _head(letter: Letter, words: Words) -> RenderableType:
    facts = {
        words.say("To"): _body(letter.agency, words),
        words.say("From"): _body(letter.ministry, words),
        words.say("Date"): words.date(letter.date) if letter.date else words.say(NOT_FOUND),
        words.say("Case number"): letter.case_number or words.say(NOT_FOUND),
        words.say("Budget year"): str(letter.budget_year or words.say(NOT_FOUND)),
        words.say("Kind of letter"): letter_type(letter, words),
        words.say("Language"): LANGUAGES[letter.language],
        words.say("File"): _file(letter, words),
        words.say("Assignments"): _counted_assignments(letter, words),
        words.say("Findings"): _counted_findings(letter, words),
    }
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style=ASIDE)
    grid.add_column(overflow="fold")
    for name, fact in facts.items():
        grid.add_row(plain(name), plain(fact))
    return Group(plain(letter.title or words.say(NOT_FOUND), HEADING), grid)


def _body(body: Body | None, words: Words) -> str:
    return words.say(NOT_FOUND) if body is None else body_name(body)


def _file(letter: Letter, words: Words) -> str:
    source = letter.source
    if source.pages is None:
        count = words.say("plain text")
    else:
        count = words.counted("{n} page", "{n} pages", source.pages)
    return f"{source.name or words.say(NO_NAME)}, {count}{read_off(source, words)}"


def _counted_assignments(letter: Letter, words: Words) -> str:
    if not letter.assignments:
        return words.say(NONE)
    counted_marks = Counter(mark for given in letter.assignments for mark in marks(given, words))
    counted = [f"{count} {mark}" for mark, count in counted_marks.items()]
    return f"{len(letter.assignments)}" + (f" ({', '.join(counted)})" if counted else "")


def _counted_findings(letter: Letter, words: Words) -> str:
    return counted_findings(letter.findings, words) or words.say(NONE)


def _assignments(assignments: Sequence[Assignment], words: Words) -> RenderableType:
    rows = (
        (
            given.number or "",
            lines(named(given, words), plain(", ".join(marks(given, words)), "bold")),
            _next(given.deadlines, words),
            lines(*dict.fromkeys(financed(line, words) for line in given.financing)),
            pages(given.evidence, words),
        )
        for given in assignments
    )
    table = listing(
        (
            words.say("No."),
            words.say("Title"),
            words.say("First deadline"),
            words.say("Financing"),
            words.say("Page"),
        ),
        rows,
        1,
    )
    # Titles wrap, and a blank line tells one assignment from the next.
    table.leading = 1
    return _starred(
        table, [deadline for given in assignments for deadline in given.deadlines], words
    )


def _next(deadlines: Sequence[Deadline], words: Words) -> Text:
    first = next_deadline(deadlines)
    if first is None:
        return Text()
    label = first.label if first.label and not is_bare_label(first.label) else None
    more = len(deadlines) - 1
    return lines(
        due(first, words),
        plain(label, ASIDE) if label else None,
        plain(words.counted("and {n} more", "and {n} more", more), ASIDE) if more else None,
    )


def _renumberings(renumberings: Sequence[Renumbering], words: Words) -> RenderableType:
    rows = (
        (one.old, one.new, one.letter or "", pages(one.evidence, words)) for one in renumberings
    )
    return listing(
        (words.say("Old no."), words.say("New no."), words.say("Given in"), words.say("Page")),
        rows,
        2,
    )


def _deadlines(deadlines: Sequence[Deadline], words: Words) -> RenderableType:
    rows = ((due(one, words), what_is_due(one), pages(one.evidence, words)) for one in deadlines)
    return _starred(
        listing((words.say("Deadline"), words.say("What"), words.say("Page")), rows, 1),
        deadlines,
        words,
    )


def _by_day(found: Sequence[Due], words: Words) -> RenderableType:
    """Every deadline with what falls due, and of which assignment."""
    rows = (
        (
            # A period is wider than its column: its last day stands under its first.
            lines(*when(one, words).replace("–", "–\n").split("\n")),
            one.what,
            one.row.assignment_number or "",
            place_on(one, words),
        )
        for one in found
    )
    table = listing(
        (words.say("Deadline"), words.say("What"), words.say("No."), words.say("Page")), rows, 1
    )
    if not any(one.row.year_inferred for one in found):
        return table
    return Group(table, plain(words.say(STAR_MEANS), ASIDE))


def _starred(table: Table, deadlines: Iterable[Deadline], words: Words) -> RenderableType:
    """The table, with the star explained where a deadline has one."""
    if not any(deadline.year_inferred for deadline in deadlines):
        return table
    return Group(table, plain(words.say(STAR_MEANS), ASIDE))


def _financing(financing: Sequence[FinancingLine], words: Words) -> RenderableType:
    rows = (
        (
            budget_post(line.chapter, line.post, words),
            signed(line, words),
            lines(movement(line, words), plain(shortened(line.text), ASIDE)),
            pages(line.evidence, words),
        )
        for line in financing
    )
    return listing(
        (words.say("Chapter/post"), ">" + words.say("NOK"), words.say("What"), words.say("Page")),
        rows,
        2,
    )


def _spaced(letter: Letter, words: Words) -> RenderableType:
    """The budget tables, with a blank line between them."""
    last = len(letter.budget_tables) - 1
    return Group(
        *(
            Padding(BudgetListing(table, words), (0, 0, int(place < last), 0))
            for place, table in enumerate(letter.budget_tables)
        )
    )


def _references(references: Sequence[Reference], words: Words) -> RenderableType:
    """Each reference once, with all its pages."""
    places: dict[str, list[Evidence]] = {}
    for reference in references:
        places.setdefault(reference.text, []).extend(reference.evidence)
    rows = ((text, pages(found, words)) for text, found in places.items())
    return listing((words.say("What"), words.say("Page")), rows, 0)


def _signatories(signatories: Sequence[Signatory], words: Words) -> RenderableType:
    rows = (
        (", ".join(filter(None, (one.name, one.title))), pages(one.evidence, words))
        for one in signatories
    )
    return listing((words.say("Who"), words.say("Page")), rows, 0)


def _findings(findings: Sequence[Finding], words: Words) -> RenderableType:
    """What is wrong; what is only good to know is counted, since a letter may have much of it."""
    wrong = grave(findings)
    known = len(findings) - len(wrong)
    told: list[RenderableType] = [_wrong(wrong, words)] if wrong else []
    if known:
        notes = words.counted(*SEVERITY_COUNTS["info"], known)
        told.append(plain(words.say("{notes}: see «tildeling check»", notes=notes), ASIDE))
    return Group(*told)


def _wrong(findings: Sequence[Finding], words: Words) -> RenderableType:
    rows = (
        (
            plain(words.say(SEVERITIES[finding.severity]), SEVERITY_STYLES[finding.severity]),
            lines(message_in(finding, words)),
            finding.key or "",
            pages(finding.evidence, words),
        )
        for finding in findings
    )
    return listing(
        (words.say("Severity"), words.say("Finding"), words.say("About"), words.say("Page")),
        rows,
        1,
    )
