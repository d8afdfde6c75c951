"""Goals, targets, reporting, authorisations and payments in a few Norwegian words.

Plain text from a letter is passed on as it is: whoever shows it escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tildeling.export.phrases import OPENING, budget_post, pages, shortened
from tildeling.find.kroner import kroner
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

COMPARISONS: dict[Comparison, str] = {
    "at_least": "minst",
    "at_most": "høyst",
    "equal": "",
    "between": "mellom",
    "increase": "øke med",
    "decrease": "redusere med",
    "maintain": "holde",
}

UNITS: dict[Unit, tuple[str, str]] = {
    "percent": ("prosent", "prosent"),
    "percentage_points": ("prosentpoeng", "prosentpoeng"),
    "count": ("", ""),
    "kroner": ("krone", "kroner"),
    "days": ("dag", "dager"),
    "weeks": ("uke", "uker"),
    "months": ("måned", "måneder"),
    "years": ("år", "år"),
    "hours": ("time", "timer"),
    "minutes": ("minutt", "minutter"),
    "score": ("poeng", "poeng"),
}
"""One of a unit, and several."""

DOCUMENTS: dict[ReportDocument, str] = {
    "annual_report": "årsrapport",
    "tertial_report": "tertialrapport",
    "half_year_report": "halvårsrapport",
    "quarterly_report": "kvartalsrapport",
    "monthly_report": "månedsrapport",
    "separate": "egen rapport",
}

WORDINGS: dict[CommonWording, str] = {
    "verbatim": "ordrett etter rundskrivet",
    "near": "nesten ordrett etter rundskrivet",
    "reworded": "med andre ord enn rundskrivet",
    "mentioned": "bare nevnt",
}

NO_DOCUMENT = "uten dokument"

AUTHORISATION_KINDS: dict[AuthorisationKind, str] = {
    "additional_revenue": "overskride mot merinntekter",
    "overspend": "overskride",
    "commitment": "pådra forpliktelser (tilsagn, bestilling)",
    "transferable": "kan overføres",
    "use_under": "kan nyttes under",
    "estimate": "overslag",
    "net_budgeting": "nettobudsjettering",
    "lease": "inngå leieavtaler",
    "charge": "belaste eller postere",
    "reallocate": "omdisponere",
    "staff": "opprette stillinger",
    "property": "kjøpe, selge eller feste eiendom",
    "other": "annen fullmakt",
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


def goal_name(goal: Goal) -> str:
    """The goal under its number: "Mål 2.1: Trygg ferdsel", "Delmål: ..." for one under another."""
    return f"{goal_kind(goal)}: {goal.title}"


def goal_kind(goal: Goal) -> str:
    """What a goal is, with its number: "Mål 2", "Delmål 2.1"."""
    kind = "Mål" if goal.level == 1 else "Delmål"
    return " ".join(filter(None, (kind, goal.number)))


def figure(value: Decimal) -> str:
    """A figure as Norwegians write it.

    >>> figure(Decimal("4.20")), figure(Decimal(12500)), figure(Decimal("-0.5"))
    ('4,20', '12 500', '-0,5')
    """
    whole, _, decimals = f"{value:f}".partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = sign + kroner(int(digits))
    return f"{grouped},{decimals}" if decimals else grouped


def counted(value: Decimal, unit: Unit | None) -> str:
    """A figure with what it counts.

    >>> counted(Decimal(1), "weeks"), counted(Decimal("4.5"), "weeks"), counted(Decimal(85), None)
    ('1 uke', '4,5 uker', '85')
    """
    if unit is None:
        return figure(value)
    one, several = UNITS[unit]
    return f"{figure(value)} {one if value == 1 else several}".rstrip()


def reached(target: Target) -> str:
    """What is to be reached, or was: the figure as it was read, else the words of the letter."""
    if target.value is None:
        return shortened(target.text.rstrip(" ."), OPENING)
    words = [COMPARISONS[target.comparison]] if target.comparison else []
    if target.value_to is not None:
        words += [figure(target.value), "og" if target.comparison == "between" else "til"]
        words.append(counted(target.value_to, target.unit))
    else:
        words.append(counted(target.value, target.unit))
    if target.within is not None:
        words.append(f"innen {counted(target.within.value, target.within.unit)}")
    return " ".join(filter(None, words))


def reached_in(target: Target) -> str:
    """The same with its year: "minst 85 prosent (2026)", "resultat 81,5 prosent (2025)"."""
    result = "resultat " if target.role == "result" else ""
    return result + reached(target) + (f" ({target.year})" if target.year else "")


def indicator_name(indicator: Indicator) -> str:
    """The indicator with its number: "a: Andel søknader avgjort innen fristen"."""
    return ": ".join(filter(None, (indicator.number, indicator.text)))


def in_documents(one: ReportingRequirement) -> str:
    """The documents that it goes into: "årsrapport, tertialrapport"; empty where none is named."""
    return ", ".join(DOCUMENTS[document] for document in one.documents or _first(one.document))


def _first(document: ReportDocument | None) -> tuple[ReportDocument, ...]:
    return () if document is None else (document,)


def authorised(one: Authorisation) -> str:
    """What may be done, on which other post, and up to what: "kan nyttes under 291/60"."""
    words = AUTHORISATION_KINDS[one.kind]
    counter = budget_post(one.counter_chapter, one.counter_post)
    if counter:
        words += f" {counter}" if one.kind == "use_under" else f", mot {counter}"
    return words if one.amount is None else f"{words}, inntil {kroner(one.amount)} kroner"


def post_of(one: Authorisation) -> str:
    """The post that it is given for, with the other one and its ceiling: "291/1 (mot 3291/2)"."""
    counter = budget_post(one.counter_chapter, one.counter_post)
    beside = [f"{'under' if one.kind == 'use_under' else 'mot'} {counter}"] if counter else []
    if one.amount is not None:
        beside.append(f"inntil {kroner(one.amount)} kroner")
    post = budget_post(one.chapter, one.post)
    return f"{post} ({', '.join(beside)})".lstrip() if beside else post


def paid_when(payment: Payment) -> str:
    """The last day on which it is paid; empty where the letter says none."""
    return "" if payment.date is None else f"{payment.date:%d.%m.%Y}"


def required_name(one: CommonRequirement) -> str:
    """What a common requirement is called: its title, or its first words."""
    return one.title or shortened(one.text, OPENING)


def worded(one: CommonRequirement) -> str:
    """How it goes with the circular's words; empty where those are not known."""
    return "" if one.wording is None else WORDINGS[one.wording]


def attachment_name(attachment: Attachment) -> str:
    """The attachment under its number: "Vedlegg 1: Styringskalender"."""
    numbered = " ".join(filter(None, ("Vedlegg", attachment.number)))
    return ": ".join(filter(None, (numbered, attachment.title)))


def begins_on(attachment: Attachment) -> str:
    """Where it begins in the file, "s. 4", or where it is only named, "nevnt s. 3"."""
    if attachment.page is not None:
        return f"s. {attachment.page}"
    named = pages(attachment.evidence)
    return f"nevnt {named}" if named else ""


def by_document(reporting: Iterable[ReportingRequirement]) -> dict[str, list[ReportingRequirement]]:
    """The requirements under each document that they go into, in the order of a year's reports."""
    names = [*DOCUMENTS.values(), NO_DOCUMENT]
    found: dict[str, list[ReportingRequirement]] = {name: [] for name in names}
    for one in reporting:
        for document in one.documents or _first(one.document):
            found[DOCUMENTS[document]].append(one)
        if not one.documents and one.document is None:
            found[NO_DOCUMENT].append(one)
    return {name: items for name, items in found.items() if items}


def by_kind(authorisations: Iterable[Authorisation]) -> dict[str, list[Authorisation]]:
    """The authorisations of each kind, in the order in which the kinds come up."""
    found: dict[str, list[Authorisation]] = {}
    for one in authorisations:
        found.setdefault(AUTHORISATION_KINDS[one.kind], []).append(one)
    return found
