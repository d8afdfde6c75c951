"""Goals, reporting, authorisations and what else a letter says, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tildeling.export.comparison_markdown import escaped
from tildeling.export.phrases import budget_post, due, pages, shortened
from tildeling.export.steering_phrases import (
    attachment_name,
    authorised,
    begins_on,
    goal_name,
    in_documents,
    indicator_name,
    paid_when,
    reached_in,
    sum_paid,
    worded,
)
from tildeling.letter import (
    Authorisation,
    CommonRequirement,
    Evidenced,
    Letter,
    Payment,
    ReportingRequirement,
)
from tildeling.words import Words


def where(item: Evidenced, words: Words) -> str:
    """Its pages, to stand behind what is told of it: " (s. 4)"."""
    found = pages(item.evidence, words)
    return f" ({found})" if found else ""


def asked(letter: Letter, words: Words) -> Iterator[str]:
    """What the letter asks for beside assignments: goals, how they are measured, reporting."""
    yield from _part(words.say("Goals"), _goals(letter, words))
    yield from _part(words.say("Indicators"), _indicators(letter, words))
    yield from _part(words.say("Reporting"), (_reporting(one, words) for one in letter.reporting))
    yield from _part(
        words.say("Common requirements"),
        (_common_requirement(one, words) for one in letter.common_requirements),
    )


def allowed(letter: Letter, words: Words) -> Iterator[str]:
    """What it gives beside money: authorisations, payments, attachments."""
    yield from _part(
        words.say("Authorisations"), (_authorisation(one, words) for one in letter.authorisations)
    )
    yield from _part(words.say("Payments"), (_payment(one, words) for one in letter.payments))
    yield from _part(words.say("Attachments"), _attachments(letter, words))


def _part(heading: str, told: Iterable[str]) -> Iterator[str]:
    """The heading and its lines; nothing without any."""
    lines = list(told)
    if lines:
        yield from ("", f"## {heading}", "", *lines)


def _goals(letter: Letter, words: Words) -> Iterator[str]:
    """Each goal under the one that it stands under."""
    depths: list[int] = []
    for goal in letter.goals:
        depths.append(0 if goal.parent is None else depths[goal.parent] + 1)
        yield f"{'  ' * depths[-1]}- {escaped(goal_name(goal, words))}{where(goal, words)}"


def _indicators(letter: Letter, words: Words) -> Iterator[str]:
    for one in letter.indicators:
        goal = None if one.goal is None else letter.goals[one.goal]
        under = ""
        if goal and goal.number:
            under = ", " + words.say("goal {number}", number=escaped(goal.number))
        yield f"- {escaped(indicator_name(one))}{under}{where(one, words)}"
        yield from (f"  - {escaped(reached_in(target, words))}" for target in one.targets)


def _reporting(one: ReportingRequirement, words: Words) -> str:
    facts = ", ".join(
        filter(None, (in_documents(one, words), *(due(one, words) for one in one.deadlines)))
    )
    return (
        f"- {escaped(one.text)}" + (f" **{escaped(facts)}**" if facts else "") + where(one, words)
    )


def _common_requirement(one: CommonRequirement, words: Words) -> str:
    title = f"**{escaped(one.title)}:** " if one.title else ""
    how = f" *{escaped(worded(one, words))}*" if one.wording else ""
    return f"- {title}{escaped(one.text)}{how}{where(one, words)}"


def _authorisation(one: Authorisation, words: Words) -> str:
    post = budget_post(one.chapter, one.post, words)
    told = (
        f"**{post}:** {escaped(authorised(one, words))}"
        if post
        else escaped(authorised(one, words))
    )
    return f"- {told}{where(one, words)}"


def _payment(one: Payment, words: Words) -> str:
    post = budget_post(one.chapter, one.post, words)
    when = paid_when(one, words) or escaped(shortened(one.text))
    return f"- {', '.join(filter(None, (when, sum_paid(one, words), post)))}{where(one, words)}"


def _attachments(letter: Letter, words: Words) -> Iterator[str]:
    for one in letter.attachments:
        begins = begins_on(one, words)
        yield f"- {escaped(attachment_name(one, words))}" + (f" ({begins})" if begins else "")
