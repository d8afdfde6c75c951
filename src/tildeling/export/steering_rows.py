"""Changes of goals, indicators, reporting and authorisations as rows for a person, in Norwegian.

A base letter has fifty of each, so that each change is one row, under what it belongs to: an
indicator under its goal, a requirement under its report, an authorisation under its post.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tildeling.comparison import Change
from tildeling.export.change_rows import Group, Row, capital, pages_of, sign_of
from tildeling.export.phrases import budget_post, due, short_kroner
from tildeling.export.steering_phrases import (
    NO_DOCUMENT,
    authorised,
    goal_kind,
    in_documents,
    indicator_name,
    reached,
    reached_in,
)
from tildeling.letter import (
    Authorisation,
    Goal,
    Indicator,
    ReportingRequirement,
    Target,
)

NO_GOAL = "Uten mål"
NO_POST = "Uten post"
KEYWORD = 5
"""Words of an authorisation that is a keyword of a table, no more: "kan nyttes under post 78"."""

_BY_SIGN = {"+": "Nye mål", "~": "Endrede mål", "-": "Mål ikke lenger med"}
_INDICATOR = {"+": "Ny parameter", "~": "Endret parameter"}
_REQUIREMENT = {"+": "Nytt krav", "~": "Endret krav"}
_AUTHORISATION = {"+": "Ny fullmakt", "~": "Endret fullmakt"}
_GONE = "Ikke lenger med"


def is_steering(change: Change) -> bool:
    """Whether this module tells of a change."""
    return isinstance(
        _one(change), Goal | Indicator | Target | ReportingRequirement | Authorisation
    )


def goal_groups(changes: Sequence[Change]) -> list[Group]:
    """The goals that came, those that changed, those that went."""
    told = _grouped(changes, (Goal,), sign_of)
    return [Group(sign_of(found[0]), _BY_SIGN[sign], _rows(found)) for sign, found in told.items()]


def indicator_groups(changes: Sequence[Change]) -> list[Group]:
    """Indicators and their targets, those of one goal together."""
    told = _grouped(changes, (Indicator, Target), lambda change: change.goal or NO_GOAL)
    return _groups(told)


def reporting_groups(changes: Sequence[Change]) -> list[Group]:
    """Reporting requirements, those of one report together."""
    return _groups(_grouped(changes, (ReportingRequirement,), _report))


def authorisation_groups(changes: Sequence[Change]) -> list[Group]:
    """Authorisations, those of one post together."""
    return _groups(_grouped(changes, (Authorisation,), _post))


def steering_row(change: Change) -> Row:
    """One change as one row."""
    old, new = (_words(change, value) for value in (change.old, change.new))
    if old == new and isinstance(change.new, Goal | Indicator):  # it stands under another goal
        new = f"{new} (under «{change.goal}»)"
    return Row(
        sign_of(change),
        _what(change),
        old,
        new,
        pages_of(change.evidence_old),
        pages_of(change.evidence_new),
    )


def _what(change: Change) -> str:
    """What a row is called: a goal by its number, else what happens to what."""
    sign = sign_of(change)
    match _one(change):
        case Goal() as goal:
            return goal_kind(goal)
        case Target() as target:
            return "Resultat" if target.role == "result" else "Resultatkrav"
        case Indicator():
            return _INDICATOR.get(sign, _GONE)
        case Authorisation():
            return _AUTHORISATION.get(sign, _GONE)
    return _REQUIREMENT.get(sign, _GONE)


def reporting_words(
    one: ReportingRequirement, *, documents: bool = False, dated: bool = False
) -> str:
    """The requirement with deadlines that it does not name; documents and all where asked for."""
    untold = [each for each in one.deadlines if dated or each.text not in one.text]
    days = ", ".join(dict.fromkeys(map(due, untold)))
    beside = [in_documents(one) or NO_DOCUMENT] if documents else []
    beside += [f"frist {days}"] if days else []
    return f"{one.text} – {', '.join(beside)}" if beside else one.text


def authorisation_words(one: Authorisation) -> str:
    """What may be done, and up to what; the letter's own words where they say more."""
    if one.kind == "other":
        return one.text
    words = capital(authorised(one.model_copy(update={"amount": None})))
    if one.amount is not None:
        return f"{words}, inntil {short_kroner(one.amount)}"
    return words if len(one.text.split()) <= KEYWORD else f"{words}: {one.text}"


def indicator_words(one: Indicator) -> str:
    """The indicator with what is to be reached on it."""
    targets = "; ".join(reached_in(each) for each in one.targets if each.role == "target")
    name = indicator_name(one)
    return f"{name.removesuffix('.')}: {targets}" if targets else name


def report_of(one: ReportingRequirement) -> str:
    """The report that a requirement goes into, as a heading."""
    return capital(in_documents(one) or NO_DOCUMENT)


def post_heading(one: Authorisation) -> str:
    """The post that an authorisation is given for, as a heading."""
    return capital(budget_post(one.chapter, one.post)) or NO_POST


def _one(change: Change) -> object:
    return change.old if change.new is None else change.new


def _grouped(
    changes: Sequence[Change], kinds: tuple[type, ...], heading: Callable[[Change], str]
) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        if isinstance(_one(change), kinds):
            found.setdefault(heading(change), []).append(change)
    return found


def _groups(told: dict[str, list[Change]]) -> list[Group]:
    groups = []
    for heading, changes in told.items():
        signs = {sign_of(change) for change in changes}
        sign = signs.pop() if len(signs) == 1 else "~"
        groups.append(Group(sign, heading, _rows(changes)))
    return groups


def _rows(changes: Sequence[Change]) -> tuple[Row, ...]:
    return tuple(map(steering_row, changes))


def _report(change: Change) -> str:
    one = _one(change)
    return report_of(one) if isinstance(one, ReportingRequirement) else ""


def _post(change: Change) -> str:
    one = _one(change)
    return post_heading(one) if isinstance(one, Authorisation) else ""


def _words(change: Change, value: object) -> str | None:
    """One side of a change in words."""
    match value:
        case Goal():
            return _goal_words(change, value)
        case Indicator():
            is_whole = change.old is None or change.new is None
            return indicator_words(value) if is_whole else value.text
        case Target():
            # Next year's target is for next year: that is not what moved.
            years = {one.year for one in (change.old, change.new) if isinstance(one, Target)}
            told = reached_in(value) if len(years) == 1 else reached(value)
            return f"{(change.label or '').removesuffix('.')}: {told}"
        case ReportingRequirement():
            both = change.old is not None and change.new is not None
            return reporting_words(
                value,
                documents=_differ(change, in_documents),
                dated=both and not _differ(change, lambda one: one.text),
            )
        case Authorisation():
            return authorisation_words(value)
    return None


def _goal_words(change: Change, goal: Goal) -> str:
    """Its title, under its number where that is what changed: the row's name has the new one."""
    numbers = {one.number for one in (change.old, change.new) if isinstance(one, Goal)}
    return " ".join(filter(None, (goal.number if len(numbers) > 1 else None, goal.title)))


def _differ(change: Change, told: Callable[[ReportingRequirement], str]) -> bool:
    """Whether two requirements differ in what is told of them; one alone does not."""
    both = (change.old, change.new)
    return len({told(one) for one in both if isinstance(one, ReportingRequirement)}) > 1
