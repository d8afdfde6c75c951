"""An indicator while it is read: spans of the letter's text, before evidence is made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tildeling.find.targets import ResultPhrase, TargetPhrase
from tildeling.letter import Indicator, Target, TargetRole, Within
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span


@dataclass(frozen=True, slots=True)
class DraftTarget:
    """A target or result, and where its words stand."""

    span: Span
    phrase: TargetPhrase
    role: TargetRole = "target"
    year: int | None = None
    """Of its column or label, where its own words name none."""


@dataclass(slots=True)
class Draft:
    """An indicator and where its words stand."""

    span: Span
    number: str | None = None
    goal: int | None = None
    targets: list[DraftTarget] = field(default_factory=list)

    @property
    def has_value(self) -> bool:
        """Whether a figure is to be reached."""
        return any(each.phrase.value is not None for each in self.targets)


def as_result(phrase: ResultPhrase, offset: int) -> DraftTarget:
    """A past figure that stands beside a requirement."""
    figure = TargetPhrase(0, 0, None, phrase.value, None, phrase.unit, None, phrase.year)
    return DraftTarget(Span(offset + phrase.start, offset + phrase.end), figure, "result")


def indicator_of(reading: Reading, draft: Draft, year: int | None) -> Indicator:
    """The indicator; `year` is the budget's, which targets are for unless they say another."""
    return Indicator(
        number=draft.number,
        text=reading.line(draft.span),
        goal=draft.goal,
        targets=tuple(_targets(reading, draft.targets, year)),
        evidence=reading.evidence(draft.span.start, draft.span.end),
    )


def _targets(reading: Reading, drafts: Iterable[DraftTarget], year: int | None) -> Iterable[Target]:
    for each in drafts:
        phrase, role = each.phrase, each.role
        if role == "result" and phrase.year and year and phrase.year >= year:
            # "Minst 85 prosent (90 prosent i 2026)" tells what comes, not what was.
            phrase, role = replace(phrase, comparison="equal"), "target"
        default = year if role == "target" else None
        within = phrase.within
        yield Target(
            text=reading.line(each.span),
            comparison=phrase.comparison,
            value=_plain(phrase.value),
            value_to=_plain(phrase.value_to),
            unit=phrase.unit,
            within=None if within is None else Within(value=within[0], unit=within[1]),
            year=phrase.year or each.year or default,
            role=role,
            evidence=reading.evidence(each.span.start, each.span.end),
        )


def _plain(value: Decimal | None) -> Decimal | None:
    """A value that is written without an exponent."""
    return None if value is None else Decimal(f"{value:f}")
