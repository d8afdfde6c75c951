"""Goals, reporting, authorisations and what else a letter says, short enough for a terminal.

A base letter has fifty of each: what can be folded is counted, of the rest the first are shown. The
letter itself has them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from tildeling.export.listing import ASIDE, lines, listing, part, plain
from tildeling.export.phrases import OPENING, budget_post, due, kroner_cell, pages, shortened
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
from tildeling.letter import (
    Attachment,
    Authorisation,
    CommonRequirement,
    Evidenced,
    Indicator,
    Letter,
    Payment,
    ReportingRequirement,
)
from tildeling.words import Words

# Items of one list that are shown: half a screen.
SHOWN = 12
# Days on which one kind of report is due that are shown: a year's quarters.
SHOWN_DATES = 4

Row = Sequence[Text | str]


def asked(letter: Letter, words: Words, *, whole: bool) -> Iterator[RenderableType]:
    """What the letter asks for beside assignments: goals, how they are measured, reporting."""
    yield from part(words.say("Goals"), letter.goals, _goals(letter, words, whole=whole))
    yield from part(
        words.say("Indicators"),
        letter.indicators,
        _indicators(letter.indicators, words, whole=whole),
    )
    yield from part(
        words.say("Reporting"), letter.reporting, _reporting(letter.reporting, words, whole=whole)
    )
    common = letter.common_requirements
    yield from part(
        words.say("Common requirements"), common, _common_requirements(common, words, whole=whole)
    )


def allowed(letter: Letter, words: Words, *, whole: bool) -> Iterator[RenderableType]:
    """What it gives beside money: authorisations, payments, attachments."""
    given = letter.authorisations
    yield from part(words.say("Authorisations"), given, _authorisations(given, words))
    yield from part(
        words.say("Payments"), letter.payments, _payments(letter.payments, words, whole=whole)
    )
    yield from part(
        words.say("Attachments"),
        letter.attachments,
        _attachments(letter.attachments, words, whole=whole),
    )


def _first(
    headings: Sequence[str], rows: Sequence[Row], wide: int, words: Words, *, whole: bool
) -> RenderableType:
    """The first rows as a listing, with the number of the others under them; or the whole list."""
    more = 0 if whole else len(rows) - SHOWN
    table = listing(headings, rows[:SHOWN] if more > 0 else rows, wide)
    return Group(table, plain(_more(more, words), ASIDE)) if more > 0 else table


def _more(number: int, words: Words) -> str:
    return words.counted("and {n} more", "and {n} more", number)


def _goals(letter: Letter, words: Words, *, whole: bool) -> RenderableType:
    """Each goal with how many indicators it has."""
    rows = [
        (
            goal.number or "",
            "  " * (goal.level - 1) + shortened(goal.title),
            str(sum(one.goal == at for one in letter.indicators) or ""),
            pages(goal.evidence, words),
        )
        for at, goal in enumerate(letter.goals)
    ]
    return _first(
        (words.say("No."), words.say("Goals"), ">" + words.say("Measures"), words.say("Page")),
        rows,
        1,
        words,
        whole=whole,
    )


def _indicators(indicators: Sequence[Indicator], words: Words, *, whole: bool) -> RenderableType:
    """Each with what is required; results of past years are left to the letter itself."""
    rows = []
    for one in indicators:
        required = "; ".join(
            reached_in(each, words) for each in one.targets if each.role == "target"
        )
        asked_for = plain(required, ASIDE) if required else None
        rows.append(
            (
                one.number or "",
                lines(shortened(one.text, OPENING), asked_for),
                pages(one.evidence, words),
            )
        )
    return _first(
        (words.say("No."), words.say("What is measured, and targets"), words.say("Page")),
        rows,
        1,
        words,
        whole=whole,
    )


def _reporting(
    reporting: Sequence[ReportingRequirement], words: Words, *, whole: bool
) -> RenderableType:
    """How much goes into each document, and when that is due."""
    rows = []
    for document, items in by_document(reporting, words).items():
        dates = list(
            dict.fromkeys(due(deadline, words) for one in items for deadline in one.deadlines)
        )
        more = 0 if whole else len(dates) - SHOWN_DATES
        told = [*dates[:SHOWN_DATES], _more(more, words)] if more > 0 else dates
        rows.append((document, str(len(items)), ", ".join(told), _pages(items, words)))
    return listing(
        (
            words.say("Report"),
            ">" + words.say("Requirements"),
            words.say("Deadline"),
            words.say("Page"),
        ),
        rows,
        2,
    )


def _common_requirements(
    items: Sequence[CommonRequirement], words: Words, *, whole: bool
) -> RenderableType:
    rows = [(required_name(one), pages(one.evidence, words)) for one in items]
    return _first((words.say("What"), words.say("Page")), rows, 0, words, whole=whole)


def _authorisations(authorisations: Sequence[Authorisation], words: Words) -> RenderableType:
    """Which posts each kind is given for."""
    rows = [
        (
            kind,
            ", ".join(dict.fromkeys(filter(None, (post_of(one, words) for one in items)))),
            _pages(items, words),
        )
        for kind, items in by_kind(authorisations, words).items()
    ]
    return listing(
        (words.say("What"), words.say("Chapter/post"), words.say("Page")),
        rows,
        1,
    )


def _payments(payments: Sequence[Payment], words: Words, *, whole: bool) -> RenderableType:
    rows = [
        (
            paid_when(one, words) or shortened(one.text, OPENING),
            budget_post(one.chapter, one.post, words),
            kroner_cell(one.amount, words),
            pages(one.evidence, words),
        )
        for one in payments
    ]
    return _first(
        (words.say("Date"), words.say("Chapter/post"), ">" + words.say("NOK"), words.say("Page")),
        rows,
        0,
        words,
        whole=whole,
    )


def _attachments(attachments: Sequence[Attachment], words: Words, *, whole: bool) -> RenderableType:
    rows = [(attachment_name(one, words), begins_on(one, words)) for one in attachments]
    return _first((words.say("What"), words.say("Page")), rows, 0, words, whole=whole)


def _pages(items: Sequence[Evidenced], words: Words) -> str:
    return pages((place for one in items for place in one.evidence), words)
