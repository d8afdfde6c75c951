"""Goals, targets, reporting, authorisations and payments in a few words.

Plain text from a letter is passed on as it is: whoever shows it escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tildeling.export.phrases import OPENING, budget_post, page_numbers, pages, shortened
from tildeling.letter import (
    Attachment,
    Authorisation,
    AuthorisationKind,
    CommonRequirement,
    CommonWording,
    Comparison,
    Goal,
    Indicator,
    Letter,
    Payment,
    ReportDocument,
    ReportingRequirement,
    Target,
    Unit,
)
from tildeling.words import Words, to_count, to_say

COMPARISONS: dict[Comparison, str] = {
    "at_least": to_say("at least {figure}"),
    "at_most": to_say("at most {figure}"),
    "equal": "{figure}",
    "between": to_say("between {figure}"),
    "increase": to_say("increase by {figure}"),
    "decrease": to_say("decrease by {figure}"),
    "maintain": to_say("keep at {figure}"),
}

# One of a unit, and several.
UNITS: dict[Unit, tuple[str, str]] = {
    "percent": to_count("{figure} per cent", "{figure} per cent"),
    "percentage_points": to_count("{figure} percentage point", "{figure} percentage points"),
    "count": ("{figure}", "{figure}"),
    "kroner": to_count("{figure} krone", "{figure} kroner"),
    "days": to_count("{figure} day", "{figure} days"),
    "weeks": to_count("{figure} week", "{figure} weeks"),
    "months": to_count("{figure} month", "{figure} months"),
    "years": to_count("{figure} year", "{figure} years"),
    "hours": to_count("{figure} hour", "{figure} hours"),
    "minutes": to_count("{figure} minute", "{figure} minutes"),
    "score": to_count("{figure} point", "{figure} points"),
}

DOCUMENTS: dict[ReportDocument, str] = {
    "annual_report": to_say("annual report"),
    "tertial_report": to_say("four-monthly report"),
    "half_year_report": to_say("half-year report"),
    "quarterly_report": to_say("quarterly report"),
    "monthly_report": to_say("monthly report"),
    "separate": to_say("report of its own"),
}

WORDINGS: dict[CommonWording, str] = {
    "verbatim": to_say("word for word as in the circular"),
    "near": to_say("nearly word for word as in the circular"),
    "reworded": to_say("in other words than the circular"),
    "mentioned": to_say("only mentioned"),
}

NO_DOCUMENT = to_say("no report named")

AUTHORISATION_KINDS: dict[AuthorisationKind, str] = {
    "additional_revenue": to_say("overspend against additional revenue"),
    "overspend": to_say("overspend"),
    "commitment": to_say("enter into commitments (grants, orders)"),
    "transferable": to_say("may be carried over"),
    "use_under": to_say("may be used under"),
    "estimate": to_say("estimate"),
    "net_budgeting": to_say("net budgeting"),
    "lease": to_say("enter into leases"),
    "charge": to_say("charge or book"),
    "reallocate": to_say("reallocate"),
    "staff": to_say("create posts for staff"),
    "property": to_say("buy, sell or lease out property"),
    "other": to_say("another authorisation"),
}


def has_any(letter: Letter) -> bool:
    """Whether the letter has anything that this module tells of."""
    return any(
        (
            letter.goals,
            letter.indicators,
            letter.reporting,
            letter.authorisations,
            letter.payments,
            letter.common_requirements,
            letter.attachments,
        )
    )


def goal_name(goal: Goal, words: Words) -> str:
    """The goal under its number: "Mål 2.1: Trygg ferdsel", "Delmål: ..." for one under another."""
    return f"{goal_kind(goal, words)}: {goal.title}"


def goal_kind(goal: Goal, words: Words) -> str:
    """What a goal is, with its number: "Mål 2", "Delmål 2.1"."""
    kind = words.say("Goal") if goal.level == 1 else words.say("Sub-goal")
    return " ".join(filter(None, (kind, goal.number)))


def counted(value: Decimal, unit: Unit | None, words: Words) -> str:
    """A figure with what it counts.

    >>> from tildeling.words import words_in
    >>> nb, en = words_in("nb"), words_in("en")
    >>> counted(Decimal(1), "weeks", nb), counted(Decimal("4.5"), "weeks", en)
    ('1 uke', '4.5 weeks')
    """
    figure = words.number(value)
    if unit is None:
        return figure
    return words.counted(*UNITS[unit], 1 if value == 1 else 2, figure=figure)


def reached(target: Target, words: Words) -> str:
    """What is to be reached, or was: the figure as it was read, else the words of the letter."""
    if target.value is None:
        return shortened(target.text.rstrip(" ."), OPENING)
    if target.value_to is None:
        told = counted(target.value, target.unit, words)
    else:
        ends = words.number(target.value), counted(target.value_to, target.unit, words)
        told = (
            words.say("{first} and {last}", first=ends[0], last=ends[1])
            if target.comparison == "between"
            else words.say("{first} to {last}", first=ends[0], last=ends[1])
        )
    if target.comparison:
        told = words.say(COMPARISONS[target.comparison], figure=told)
    if target.within is None:
        return told
    return f"{told} " + words.say(
        "within {period}", period=counted(target.within.value, target.within.unit, words)
    )


def reached_in(target: Target, words: Words) -> str:
    """The same with its year: "minst 85 prosent (2026)", "resultat 81,5 prosent (2025)"."""
    told = reached(target, words)
    if target.role == "result":
        told = words.say("result {figure}", figure=told)
    return told + (f" ({target.year})" if target.year else "")


def indicator_name(indicator: Indicator) -> str:
    """The indicator with its number: "a: Andel søknader avgjort innen fristen"."""
    return ": ".join(filter(None, (indicator.number, indicator.text)))


def in_documents(one: ReportingRequirement, words: Words) -> str:
    """The documents that it goes into: "årsrapport, tertialrapport"; empty where none is named."""
    documents = one.documents or _first(one.document)
    return ", ".join(words.say(DOCUMENTS[document]) for document in documents)


def _first(document: ReportDocument | None) -> tuple[ReportDocument, ...]:
    return () if document is None else (document,)


def authorised(one: Authorisation, words: Words) -> str:
    """What may be done, on which other post, and up to what: "kan nyttes under 291/60"."""
    told = words.say(AUTHORISATION_KINDS[one.kind])
    if one.kind == "use_under":
        counter = budget_post(one.counter_chapter, one.counter_post, words)
        return ", ".join(filter(None, (f"{told} {counter}".rstrip(), _ceiling(one, words))))
    return ", ".join(filter(None, (told, _against(one, words), _ceiling(one, words))))


def _against(one: Authorisation, words: Words) -> str:
    """The other post, as what it is to the first."""
    counter = budget_post(one.counter_chapter, one.counter_post, words)
    if not counter:
        return ""
    if one.kind == "use_under":
        return words.say("under {post}", post=counter)
    return words.say("against {post}", post=counter)


def _ceiling(one: Authorisation, words: Words) -> str:
    """Up to what it is given."""
    if one.amount is None:
        return ""
    return words.say("up to NOK {amount}", amount=words.number(one.amount))


def post_of(one: Authorisation, words: Words) -> str:
    """The post that it is given for, with the other one and its ceiling: "291/1 (mot 3291/2)"."""
    beside = ", ".join(filter(None, (_against(one, words), _ceiling(one, words))))
    post = budget_post(one.chapter, one.post, words)
    return f"{post} ({beside})".lstrip() if beside else post


def paid_when(payment: Payment, words: Words) -> str:
    """The last day on which it is paid; empty where the letter says none."""
    return "" if payment.date is None else words.date(payment.date)


def sum_paid(payment: Payment, words: Words) -> str:
    """What is paid; empty where the letter says none."""
    return (
        ""
        if payment.amount is None
        else words.say("NOK {amount}", amount=words.number(payment.amount))
    )


def required_name(one: CommonRequirement) -> str:
    """What a common requirement is called: its title, or its first words."""
    return one.title or shortened(one.text, OPENING)


def worded(one: CommonRequirement, words: Words) -> str:
    """How it goes with the circular's words; empty where those are not known."""
    return "" if one.wording is None else words.say(WORDINGS[one.wording])


def attachment_name(attachment: Attachment, words: Words) -> str:
    """The attachment under its number: "Vedlegg 1: Styringskalender"."""
    numbered = " ".join(filter(None, (words.say("Attachment"), attachment.number)))
    return ": ".join(filter(None, (numbered, attachment.title)))


def begins_on(attachment: Attachment, words: Words) -> str:
    """Where it begins in the file, "s. 4", or where it is only named, "nevnt s. 3"."""
    if attachment.page is not None:
        return page_numbers([attachment.page], words)
    named = pages(attachment.evidence, words)
    return words.say("named on {pages}", pages=named) if named else ""


def by_document(
    reporting: Iterable[ReportingRequirement], words: Words
) -> dict[str, list[ReportingRequirement]]:
    """The requirements under each document that they go into, in the order of a year's reports."""
    found: dict[str, list[ReportingRequirement]] = {
        words.say(name): [] for name in (*DOCUMENTS.values(), NO_DOCUMENT)
    }
    for one in reporting:
        for document in one.documents or _first(one.document):
            found[words.say(DOCUMENTS[document])].append(one)
        if not one.documents and one.document is None:
            found[words.say(NO_DOCUMENT)].append(one)
    return {name: items for name, items in found.items() if items}


def by_kind(
    authorisations: Iterable[Authorisation], words: Words
) -> dict[str, list[Authorisation]]:
    """The authorisations of each kind, in the order in which the kinds come up."""
    found: dict[str, list[Authorisation]] = {}
    for one in authorisations:
        found.setdefault(words.say(AUTHORISATION_KINDS[one.kind]), []).append(one)
    return found
