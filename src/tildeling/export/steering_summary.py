"""Goals, reporting, authorisations and what else a letter says, short enough for a terminal.

A base letter has fifty of each: what can be folded is counted, of the rest the first are shown. The
letter itself has them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from tildeling.export.listing import ASIDE, lines, listing, part, plain
from tildeling.export.phrases import OPENING, budget_post, due, pages, shortened
from tildeling.export.steering_phrases import (
    attachment_name,
    begins_on,
    by_document,
    by_kind,
    paid_when,
    post_of,
    reached_in,
    required_name,
)
from tildeling.find.kroner import kroner
from tildeling.letter import (
    Attachment,
    Authorisation,
    CommonRequirement,
    Evidenced,
    Goal,
    Indicator,
    Letter,
    Payment,
    ReportingRequirement,
)

SHOWN = 12
"""Items of one list that are shown: half a screen."""
SHOWN_DATES = 4
"""Days on which one kind of report is due that are shown: a year's quarters."""

Row = Sequence[Text | str]


def asked(letter: Letter) -> Iterator[RenderableType]:
    """What the letter asks for beside assignments: goals, how they are measured, reporting."""
    yield from part("Mål", letter.goals, _goals(letter.goals, letter.indicators))
    yield from part("Styringsparametere", letter.indicators, _indicators(letter.indicators))
    yield from part("Rapportering", letter.reporting, _reporting(letter.reporting))
    common = letter.common_requirements
    yield from part("Fellesføringer", common, _common_requirements(common))


def allowed(letter: Letter) -> Iterator[RenderableType]:
    """What it gives beside money: authorisations, payments, attachments."""
    given = letter.authorisations
    yield from part("Fullmakter", given, _authorisations(given))
    yield from part("Utbetalinger", letter.payments, _payments(letter.payments))
    yield from part("Vedlegg", letter.attachments, _attachments(letter.attachments))


def _first(headings: Sequence[str], rows: Sequence[Row], wide: str) -> RenderableType:
    """The first rows as a listing, with the number of the others under them."""
    table = listing(headings, rows[:SHOWN], wide)
    more = len(rows) - SHOWN
    return Group(table, plain(f"og {more} til", ASIDE)) if more > 0 else table


def _goals(goals: Sequence[Goal], indicators: Sequence[Indicator]) -> RenderableType:
    """Each goal with how many indicators it has."""
    rows = [
        (
            goal.number or "",
            "  " * (goal.level - 1) + shortened(goal.title),
            str(sum(one.goal == at for one in indicators) or ""),
            pages(goal.evidence),
        )
        for at, goal in enumerate(goals)
    ]
    return _first(("Nr.", "Mål", ">Parametere", "Side"), rows, "Mål")


def _indicators(indicators: Sequence[Indicator]) -> RenderableType:
    """Each with what is required; results of past years are left to the letter itself."""
    rows = []
    for one in indicators:
        required = "; ".join(reached_in(each) for each in one.targets if each.role == "target")
        asked_for = plain(required, ASIDE) if required else None
        rows.append(
            (one.number or "", lines(shortened(one.text, OPENING), asked_for), pages(one.evidence))
        )
    return _first(("Nr.", "Hva som måles, og krav", "Side"), rows, "Hva som måles, og krav")


def _reporting(reporting: Sequence[ReportingRequirement]) -> RenderableType:
    """How much goes into each document, and when that is due."""
    rows = []
    for document, items in by_document(reporting).items():
        dates = list(dict.fromkeys(due(deadline) for one in items for deadline in one.deadlines))
        more = len(dates) - SHOWN_DATES
        told = dates[:SHOWN_DATES] + ([f"og {more} til"] if more > 0 else [])
        rows.append((document, str(len(items)), ", ".join(told), _pages(items)))
    return listing(("Dokument", ">Krav", "Frist", "Side"), rows, "Frist")


def _common_requirements(items: Sequence[CommonRequirement]) -> RenderableType:
    rows = [(required_name(one), pages(one.evidence)) for one in items]
    return _first(("Hva", "Side"), rows, "Hva")


def _authorisations(authorisations: Sequence[Authorisation]) -> RenderableType:
    """Which posts each kind is given for."""
    rows = [
        (kind, ", ".join(dict.fromkeys(filter(None, map(post_of, items)))), _pages(items))
        for kind, items in by_kind(authorisations).items()
    ]
    return listing(("Hva", "Kap./post", "Side"), rows, "Kap./post")


def _payments(payments: Sequence[Payment]) -> RenderableType:
    rows = [
        (
            paid_when(one) or shortened(one.text, OPENING),
            budget_post(one.chapter, one.post),
            "" if one.amount is None else kroner(one.amount),
            pages(one.evidence),
        )
        for one in payments
    ]
    return _first(("Dato", "Kap./post", ">Kroner", "Side"), rows, "Dato")


def _attachments(attachments: Sequence[Attachment]) -> RenderableType:
    rows = [(attachment_name(one), begins_on(one)) for one in attachments]
    return _first(("Hva", "Side"), rows, "Hva")


def _pages(items: Sequence[Evidenced]) -> str:
    return pages(place for one in items for place in one.evidence)
