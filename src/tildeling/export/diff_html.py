"""A diff as one self-contained HTML file: both wordings side by side, changed words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.comparison import LetterDiff
from tildeling.export.change_parts import parts_of
from tildeling.export.change_rows import (
    NOTHING_CHANGED,
    Group,
    Sign,
    after_letter,
    budget_changes,
    counted,
    post_rows,
)
from tildeling.export.chart import Bar, Chart, chart_of
from tildeling.export.html_parts import Link, MarkedRow, links, marked, rendered, shown_findings


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """One assignment, deadline or line of money with its rows."""

    anchor: str
    sign: Sign
    heading: str
    rows: list[MarkedRow]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its groups; `listed` where the contents name each group."""

    anchor: str
    title: str
    count: int
    groups: list[ShownGroup]
    listed: bool


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A budget post before and after."""

    key: str
    name: str
    before: str
    change: str
    after: str
    computed: str
    off: str
    links: tuple[Link, ...]


def diff_html(diff: LetterDiff) -> str:
    """The page. Text from the letters is escaped; nothing is fetched and no script runs."""
    return rendered(
        "diff.html",
        diff=diff,
        counts=counted(diff.changes),
        nothing=NOTHING_CHANGED,
        sections=list(_sections(diff)),
        budget=list(_posts(diff)),
        charts=list(_charts(diff)),
        findings=shown_findings(diff.findings, (diff.old, diff.new)),
    )


def _sections(diff: LetterDiff) -> Iterator[Section]:
    for part in parts_of(diff.changes):
        shown = _shown(part.anchor, part.groups, diff)
        yield Section(part.anchor, part.title, part.count, shown, part.is_listed)


def _shown(anchor: str, groups: Sequence[Group], diff: LetterDiff) -> list[ShownGroup]:
    return [
        ShownGroup(
            f"{anchor}-{place}",
            group.sign,
            group.heading,
            [marked(row, diff.old, diff.new) for row in group.rows],
        )
        for place, group in enumerate(groups, start=1)
    ]


def _posts(diff: LetterDiff) -> Iterator[ShownPost]:
    for change, row in zip(budget_changes(diff.changes), post_rows(diff.changes), strict=True):
        letter = diff.new if change.evidence_new else diff.old
        amounts = (row.before, row.change, row.after, row.computed, row.off)
        yield ShownPost(row.key, row.name, *amounts, links(letter, row.pages))


def _charts(diff: LetterDiff) -> Iterator[tuple[str, Chart]]:
    for change in budget_changes(diff.changes):
        bars = [
            Bar(name, amount, computed)
            for name, amount, computed in (
                ("Før", change.old, None),
                ("Nå", after_letter(change), change.computed),
            )
            if isinstance(amount, int)
        ]
        chart = chart_of(bars)
        if chart is not None:
            yield " ".join(filter(None, (change.key, change.label))), chart
