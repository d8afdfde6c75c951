"""Rules about parts that a letter of its kind has, and this one has not."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.audit.case import Case
from tildeling.findings import make_finding
from tildeling.letter import Finding
from tildeling.steering.common_circulars import circulars_of

# Characters of a goal or an indicator that a message quotes.
SHOWN = 160


def missing_goals(case: Case) -> Iterator[Finding]:
    """A base letter has goals: the audit office found 3 of 15 letters with concrete ones."""
    if case.letter.kind == "base" and not case.letter.goals:
        yield make_finding("missing_goals", "info", None, ())


def unmeasured_goal(case: Case) -> Iterator[Finding]:
    """Each goal has an indicator, or one of those under it has."""
    goals = case.letter.goals
    measured: set[int] = set()
    for indicator in case.letter.indicators:
        at = indicator.goal
        while at is not None and at not in measured:
            measured.add(at)
            at = goals[at].parent
    for at, goal in enumerate(goals):
        if at not in measured:
            title = goal.title[:SHOWN]
            yield make_finding("unmeasured_goal", "info", goal.number, goal.evidence, title=title)


def untargeted_indicator(case: Case) -> Iterator[Finding]:
    """Each indicator has a target; a past year's result is none."""
    for indicator in case.letter.indicators:
        if not any(target.role == "target" for target in indicator.targets):
            yield make_finding(
                "untargeted_indicator",
                "info",
                indicator.number,
                indicator.evidence,
                text=indicator.text[:SHOWN],
            )


def absent_attachment(case: Case) -> Iterator[Finding]:
    """What a letter says is attached is in the file; a plain text has no pages to tell."""
    if case.letter.source.pages is None:
        return
    for attachment in case.letter.attachments:
        if attachment.page is None:
            title = (attachment.title or f"Vedlegg {attachment.number or ''}").strip()
            yield make_finding(
                "absent_attachment",
                "info",
                attachment.number,
                attachment.evidence,
                title=title[:SHOWN],
            )


def missing_common_requirement(case: Case) -> Iterator[Finding]:
    """A state body's base letter has what the government asked of all of them that year."""
    letter = case.letter
    if letter.kind != "base" or letter.agency is None or letter.agency.key is None:
        return
    for circular in circulars_of(letter.budget_year):
        # In whatever section it stands: not to be found is more than to be read as something else.
        if circular.topic.search(case.reading.laid.text.found.small) is None:
            yield make_finding(
                "missing_common_requirement",
                "info",
                circular.number,
                (),
                title=circular.title,
                year=circular.year,
            )
