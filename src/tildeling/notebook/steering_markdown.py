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
    worded,
)
from tildeling.find.kroner import kroner
from tildeling.letter import (
    Authorisation,
    CommonRequirement,
    Evidenced,
    Letter,
    Payment,
    ReportingRequirement,
)


def where(item: Evidenced) -> str:
    """Its pages, to stand behind what is told of it: " (s. 4)"."""
    found = pages(item.evidence)
    return f" ({found})" if found else ""


def asked(letter: Letter) -> Iterator[str]:
    """What the letter asks for beside assignments: goals, how they are measured, reporting."""
    yield from _part("Mål", _goals(letter))
    yield from _part("Styringsparametere", _indicators(letter))
    yield from _part("Rapportering", map(_reporting, letter.reporting))
    yield from _part("Fellesføringer", map(_common_requirement, letter.common_requirements))


def allowed(letter: Letter) -> Iterator[str]:
    """What it gives beside money: authorisations, payments, attachments."""
    yield from _part("Fullmakter", map(_authorisation, letter.authorisations))
    yield from _part("Utbetalinger", map(_payment, letter.payments))
    yield from _part("Vedlegg", _attachments(letter))


def _part(heading: str, told: Iterable[str]) -> Iterator[str]:
    """The heading and its lines; nothing without any."""
    lines = list(told)
    if lines:
        yield from ("", f"## {heading}", "", *lines)


def _goals(letter: Letter) -> Iterator[str]:
    """Each goal under the one that it stands under."""
    depths: list[int] = []
    for goal in letter.goals:
        depths.append(0 if goal.parent is None else depths[goal.parent] + 1)
        yield f"{'  ' * depths[-1]}- {escaped(goal_name(goal))}{where(goal)}"


def _indicators(letter: Letter) -> Iterator[str]:
    for one in letter.indicators:
        goal = None if one.goal is None else letter.goals[one.goal]
        under = f", mål {escaped(goal.number)}" if goal and goal.number else ""
        yield f"- {escaped(indicator_name(one))}{under}{where(one)}"
        yield from (f"  - {escaped(reached_in(target))}" for target in one.targets)


def _reporting(one: ReportingRequirement) -> str:
    facts = ", ".join(filter(None, (in_documents(one), *map(due, one.deadlines))))
    return f"- {escaped(one.text)}" + (f" **{escaped(facts)}**" if facts else "") + where(one)


def _common_requirement(one: CommonRequirement) -> str:
    title = f"**{escaped(one.title)}:** " if one.title else ""
    how = f" *{escaped(worded(one))}*" if one.wording else ""
    return f"- {title}{escaped(one.text)}{how}{where(one)}"


def _authorisation(one: Authorisation) -> str:
    post = budget_post(one.chapter, one.post)
    told = f"**{post}:** {escaped(authorised(one))}" if post else escaped(authorised(one))
    return f"- {told}{where(one)}"


def _payment(one: Payment) -> str:
    amount = "" if one.amount is None else f"{kroner(one.amount)} kroner"
    post = budget_post(one.chapter, one.post)
    when = paid_when(one) or escaped(shortened(one.text))
    return f"- {', '.join(filter(None, (when, amount, post)))}{where(one)}"


def _attachments(letter: Letter) -> Iterator[str]:
    for one in letter.attachments:
        begins = begins_on(one)
        yield f"- {escaped(attachment_name(one))}" + (f" ({begins})" if begins else "")
