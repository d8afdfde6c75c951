"""A letter as a Norwegian reader wants to see it in a terminal: in bokmål, each item with its page.

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
from tildeling.export.listing import ASIDE, HEADING, lines, listing, part, plain
from tildeling.export.phrases import (
    LANGUAGES,
    SEVERITIES,
    STAR_MEANS,
    body_name,
    budget_post,
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

NOT_FOUND = "ikke funnet"

BARE_LABEL = "frist"
"""A label that says no more than the heading over the column."""

SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def summarise(letter: Letter) -> RenderableType:
    """The letter's head, assignments, goals, deadlines, money, references and findings.

    It depends on the letter alone, not on the day it is asked for.
    """
    return Group(
        _head(letter),
        *part("Oppdrag", letter.assignments, _assignments(letter.assignments)),
        *part("Nye oppdragsnumre", letter.renumberings, _renumberings(letter.renumberings)),
        *asked(letter),
        *part("Andre frister", letter.deadlines, _deadlines(letter.deadlines)),
        *part("Bevilgninger og endringer", letter.financing, _financing(letter.financing)),
        *part("Budsjettabeller", letter.budget_tables, _spaced(letter)),
        *allowed(letter),
        *part("Henvisninger", letter.references, _references(letter.references)),
        *part("Undertegnet", letter.signatories, _signatories(letter.signatories)),
        *part("Merknader", letter.findings, _findings(letter.findings)),
    )


def _head(letter: Letter) -> RenderableType:
    facts = {
        "Til": _body(letter.agency),
        "Fra": _body(letter.ministry),
        "Dato": f"{letter.date:%d.%m.%Y}" if letter.date else NOT_FOUND,
        "Saksnummer": letter.case_number or NOT_FOUND,
        "Budsjettår": str(letter.budget_year or NOT_FOUND),
        "Brevtype": letter_type(letter),
        "Målform": LANGUAGES[letter.language],
        "Fil": _file(letter),
        "Oppdrag": _counted_assignments(letter),
        "Merknader": _counted_findings(letter),
    }
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style=ASIDE)
    grid.add_column(overflow="fold")
    for name, fact in facts.items():
        grid.add_row(plain(name), plain(fact))
    return Group(plain(letter.title or NOT_FOUND, HEADING), grid)


def _body(body: Body | None) -> str:
    return NOT_FOUND if body is None else body_name(body)


def _file(letter: Letter) -> str:
    source = letter.source
    count = f"{source.pages} s." if source.pages is not None else "ren tekst"
    return f"{source.name or 'uten navn'}, {count}{read_off(source)}"


def _counted_assignments(letter: Letter) -> str:
    if not letter.assignments:
        return "ingen"
    counted_marks = Counter(mark for given in letter.assignments for mark in marks(given))
    counted = [f"{count} {mark}" for mark, count in counted_marks.items()]
    return f"{len(letter.assignments)}" + (f" ({', '.join(counted)})" if counted else "")


def _counted_findings(letter: Letter) -> str:
    counted = Counter(finding.severity for finding in letter.findings)
    return ", ".join(f"{counted[key]} {SEVERITIES[key]}" for key in SEVERITIES if counted[key]) or (
        "ingen"
    )


def _assignments(assignments: Sequence[Assignment]) -> RenderableType:
    rows = (
        (
            given.number or "uten nr.",
            lines(named(given), plain(", ".join(marks(given)), "bold")),
            _next(given.deadlines),
            lines(*dict.fromkeys(financed(line) for line in given.financing)),
            pages(given.evidence),
        )
        for given in assignments
    )
    table = listing(("Nr.", "Tittel", "Første frist", "Finansiering", "Side"), rows, "Tittel")
    # Titles wrap, and a blank line tells one assignment from the next.
    table.leading = 1
    return _starred(table, [deadline for given in assignments for deadline in given.deadlines])


def _next(deadlines: Sequence[Deadline]) -> Text:
    first = next_deadline(deadlines)
    if first is None:
        return Text()
    label = first.label if first.label and first.label.lower() != BARE_LABEL else None
    more = len(deadlines) - 1
    return lines(
        due(first),
        plain(label, ASIDE) if label else None,
        plain(f"og {more} til", ASIDE) if more else None,
    )


def _renumberings(renumberings: Sequence[Renumbering]) -> RenderableType:
    rows = ((one.old, one.new, one.letter or "", pages(one.evidence)) for one in renumberings)
    return listing(("Gammelt nr.", "Nytt nr.", "Gitt i", "Side"), rows, "Gitt i")


def _deadlines(deadlines: Sequence[Deadline]) -> RenderableType:
    rows = ((due(one), what_is_due(one), pages(one.evidence)) for one in deadlines)
    return _starred(listing(("Frist", "Hva", "Side"), rows, "Hva"), deadlines)


def _starred(table: Table, deadlines: Iterable[Deadline]) -> RenderableType:
    """The table, with the star explained where a deadline has one."""
    if not any(deadline.year_inferred for deadline in deadlines):
        return table
    return Group(table, plain(STAR_MEANS, ASIDE))


def _financing(financing: Sequence[FinancingLine]) -> RenderableType:
    rows = (
        (
            budget_post(line.chapter, line.post),
            signed(line),
            lines(movement(line), plain(shortened(line.text), ASIDE)),
            pages(line.evidence),
        )
        for line in financing
    )
    return listing(("Kap./post", ">Kroner", "Hva", "Side"), rows, "Hva")


def _spaced(letter: Letter) -> RenderableType:
    """The budget tables, with a blank line between them."""
    last = len(letter.budget_tables) - 1
    return Group(
        *(
            Padding(BudgetListing(table), (0, 0, int(place < last), 0))
            for place, table in enumerate(letter.budget_tables)
        )
    )


def _references(references: Sequence[Reference]) -> RenderableType:
    """Each reference once, with all its pages."""
    places: dict[str, list[Evidence]] = {}
    for reference in references:
        places.setdefault(reference.text, []).extend(reference.evidence)
    rows = ((text, pages(found)) for text, found in places.items())
    return listing(("Hva", "Side"), rows, "Hva")


def _signatories(signatories: Sequence[Signatory]) -> RenderableType:
    rows = (
        (", ".join(filter(None, (one.name, one.title))), pages(one.evidence)) for one in signatories
    )
    return listing(("Hvem", "Side"), rows, "Hvem")


def _findings(findings: Sequence[Finding]) -> RenderableType:
    """What is wrong; what is only good to know is counted, since a letter may have much of it."""
    wrong = grave(findings)
    known = len(findings) - len(wrong)
    told: list[RenderableType] = [_wrong(wrong)] if wrong else []
    if known:
        told.append(plain(f"{known} {SEVERITIES['info']}: se «tildeling check»", ASIDE))
    return Group(*told)


def _wrong(findings: Sequence[Finding]) -> RenderableType:
    rows = (
        (
            plain(SEVERITIES[finding.severity], SEVERITY_STYLES[finding.severity]),
            lines(finding.message),
            finding.key or "",
            pages(finding.evidence),
        )
        for finding in findings
    )
    return listing(("Alvor", "Merknad", "Gjelder", "Side"), rows, "Merknad")
