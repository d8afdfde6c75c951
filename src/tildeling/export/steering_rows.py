"""Changes of goals, indicators, reporting and authorisations as rows for a person.

A base letter has fifty of each, so that each change is one row, under what it belongs to: an
indicator under its goal, a requirement under its report, an authorisation under its post.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tildeling.comparison import Change
from tildeling.export.change_rows import NO_LONGER, Group, Row, capital, pages_of, sign_of
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
from tildeling.words import Words, to_say

NO_GOAL = to_say("No goal")
NO_POST = to_say("No post")
# Words of an authorisation that is a keyword of a table, no more: "kan nyttes under post 78".
KEYWORD = 5

_BY_SIGN = {
    "+": to_say("New goals"),
    "~": to_say("Changed goals"),
    "-": to_say("Goals no longer there"),
}
_INDICATOR = {"+": to_say("New indicator"), "~": to_say("Changed indicator")}
_REQUIREMENT = {"+": to_say("New requirement"), "~": to_say("Changed requirement")}
_AUTHORISATION = {"+": to_say("New authorisation"), "~": to_say("Changed authorisation")}


def is_steering(change: Change) -> bool:
    """Whether this module tells of a change."""
    return isinstance(
        _one(change), Goal | Indicator | Target | ReportingRequirement | Authorisation
    )


def goal_groups(changes: Sequence[Change], words: Words) -> list[Group]:
    """The goals that came, those that changed, those that went."""
    told = _grouped(changes, (Goal,), sign_of)
    return [
        Group(sign_of(found[0]), words.say(_BY_SIGN[sign]), _rows(found, words))
        for sign, found in told.items()
    ]


def indicator_groups(changes: Sequence[Change], words: Words) -> list[Group]:
    """Indicators and their targets, those of one goal together."""
    told = _grouped(changes, (Indicator, Target), lambda change: change.goal or words.say(NO_GOAL))
    return _groups(told, words)


def reporting_groups(changes: Sequence[Change], words: Words) -> list[Group]:
    """Reporting requirements, those of one report together."""
    return _groups(
        _grouped(changes, (ReportingRequirement,), lambda change: _report(change, words)), words
    )


def authorisation_groups(changes: Sequence[Change], words: Words) -> list[Group]:
    """Authorisations, those of one post together."""
    return _groups(_grouped(changes, (Authorisation,), lambda change: _post(change, words)), words)


def steering_row(change: Change, words: Words) -> Row:
    """One change as one row."""
    old, new = (_words(change, value, words) for value in (change.old, change.new))
    if old == new and isinstance(change.new, Goal | Indicator):  # it stands under another goal
        new = words.say("{text} (under «{goal}»)", text=new, goal=change.goal)
    return Row(
        sign_of(change),
        _what(change, words),
        old,
        new,
        pages_of(change.evidence_old),
        pages_of(change.evidence_new),
    )


def _what(change: Change, words: Words) -> str:
    """What a row is called: a goal by its number, else what happens to what."""
    sign = sign_of(change)
    match _one(change):
        case Goal() as goal:
            return goal_kind(goal, words)
        case Target() as target:
            return words.say("Result") if target.role == "result" else words.say("Target")
        case Indicator():
            return words.say(_INDICATOR.get(sign, NO_LONGER))
        case Authorisation():
            return words.say(_AUTHORISATION.get(sign, NO_LONGER))
    return words.say(_REQUIREMENT.get(sign, NO_LONGER))


def reporting_words(
    one: ReportingRequirement, words: Words, *, documents: bool = False, dated: bool = False
) -> str:
    """The requirement with deadlines that it does not name; documents and all where asked for."""
    untold = [each for each in one.deadlines if dated or each.text not in one.text]
    days = ", ".join(dict.fromkeys(due(one, words) for one in untold))
    beside = [in_documents(one, words) or words.say(NO_DOCUMENT)] if documents else []
    beside += [words.say("deadline {days}", days=days)] if days else []
    return f"{one.text} – {', '.join(beside)}" if beside else one.text


def authorisation_words(one: Authorisation, words: Words) -> str:
    """What may be done, and up to what; the letter's own words where they say more."""
    if one.kind == "other":
        return one.text
    told = capital(authorised(one.model_copy(update={"amount": None}), words))
    if one.amount is not None:
        return f"{told}, " + words.say("up to {sum}", sum=short_kroner(one.amount, words))
    return told if len(one.text.split()) <= KEYWORD else f"{told}: {one.text}"


def indicator_words(one: Indicator, words: Words) -> str:
    """The indicator with what is to be reached on it."""
    targets = "; ".join(reached_in(each, words) for each in one.targets if each.role == "target")
    name = indicator_name(one)
    return f"{name.removesuffix('.')}: {targets}" if targets else name


def report_of(one: ReportingRequirement, words: Words) -> str:
    """The report that a requirement goes into, as a heading."""
    return capital(in_documents(one, words) or words.say(NO_DOCUMENT))


def post_heading(one: Authorisation, words: Words) -> str:
    """The post that an authorisation is given for, as a heading."""
    return capital(budget_post(one.chapter, one.post, words)) or words.say(NO_POST)


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


def _groups(told: dict[str, list[Change]], words: Words) -> list[Group]:
    groups = []
    for heading, changes in told.items():
        signs = {sign_of(change) for change in changes}
        sign = signs.pop() if len(signs) == 1 else "~"
        groups.append(Group(sign, heading, _rows(changes, words)))
    return groups


def _rows(changes: Sequence[Change], words: Words) -> tuple[Row, ...]:
    return tuple(steering_row(one, words) for one in changes)


def _report(change: Change, words: Words) -> str:
    one = _one(change)
    return report_of(one, words) if isinstance(one, ReportingRequirement) else ""


def _post(change: Change, words: Words) -> str:
    one = _one(change)
    return post_heading(one, words) if isinstance(one, Authorisation) else ""


def _words(change: Change, value: object, words: Words) -> str | None:
    """One side of a change in words."""
    match value:
        case Goal():
            return _goal_words(change, value)
        case Indicator():
            is_whole = change.old is None or change.new is None
            return indicator_words(value, words) if is_whole else value.text
        case Target():
            # Next year's target is for next year: that is not what moved.
            years = {one.year for one in (change.old, change.new) if isinstance(one, Target)}
            told = reached_in(value, words) if len(years) == 1 else reached(value, words)
            return f"{(change.label or '').removesuffix('.')}: {told}"
        case ReportingRequirement():
            both = change.old is not None and change.new is not None
            return reporting_words(
                value,
                words,
                documents=_differ(change, lambda one: one.documents or one.document),
                dated=both and not _differ(change, lambda one: one.text),
            )
        case Authorisation():
            return authorisation_words(value, words)
    return None


def _goal_words(change: Change, goal: Goal) -> str:
    """Its title, under its number where that is what changed: the row's name has the new one."""
    numbers = {one.number for one in (change.old, change.new) if isinstance(one, Goal)}
    return " ".join(filter(None, (goal.number if len(numbers) > 1 else None, goal.title)))


def _differ(change: Change, told: Callable[[ReportingRequirement], object]) -> bool:
    """Whether two requirements differ in what is told of them; one alone does not."""
    both = (change.old, change.new)
    return len({told(one) for one in both if isinstance(one, ReportingRequirement)}) > 1
