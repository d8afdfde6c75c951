"""A consolidated letter as one self-contained HTML file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tildeling.comparison import ConsolidatedAssignment, ConsolidatedLetter
from tildeling.export.chain_parts import Listed, parts_in_force
from tildeling.export.chain_rows import (
    Step,
    after_step,
    deadlines_of,
    heading_of,
    in_force,
    off_in,
    steps_of,
)
from tildeling.export.change_rows import letter_name, pages_of, wording_of
from tildeling.export.chart import Bar, Chart, chart_of
from tildeling.export.html_parts import (
    Link,
    MarkedRow,
    href_of,
    links,
    marked,
    rendered,
    shown_findings,
)
from tildeling.find.kroner import kroner, signed_kroner


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """A letter of the chain."""

    label: str
    date: str
    title: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """What one letter did with an assignment."""

    letter: str
    words: str
    links: tuple[Link, ...]
    rows: list[MarkedRow]


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An assignment with its history."""

    heading: str
    deadlines: str
    wording: str
    steps: list[ShownStep]


@dataclass(frozen=True, slots=True)
class Section:
    """The assignments in force, or those that are cancelled."""

    anchor: str
    title: str
    entries: list[ShownEntry]


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A goal, an indicator, a requirement, an authorisation, with what later letters did."""

    words: str
    letter: str
    links: tuple[Link, ...]
    steps: list[ShownStep]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """All of one kind, in groups with a heading each."""

    anchor: str
    title: str
    count: int
    groups: list[tuple[str, list[ShownItem]]]


@dataclass(frozen=True, slots=True)
class ShownAmount:
    """A budget post after one letter."""

    key: str
    name: str
    letter: str
    change: str
    after: str
    computed: str
    off: str
    links: tuple[Link, ...]


def chain_html(chain: ConsolidatedLetter) -> str:
    """The page. Text from the letters is escaped; nothing is fetched and no script runs."""
    return rendered(
        "chain.html",
        letters=_letters(chain),
        findings=shown_findings(chain.findings, chain.letters),
        sections=list(_sections(chain)),
        parts_in_force=list(_listed(chain)),
        posts=chain.budget,
        steps=list(_amounts(chain)),
        charts=list(_charts(chain)),
    )


def _letters(chain: ConsolidatedLetter) -> list[ShownLetter]:
    return [
        ShownLetter(
            letter_name(one),
            f"{one.date:%d.%m.%Y}" if one.date else "",
            one.title,
            one.name,
            href_of(one.name),
        )
        for one in chain.letters
    ]


def _sections(chain: ConsolidatedLetter) -> Iterator[Section]:
    for anchor, title, cancelled in (
        ("oppdrag", "Gjeldende oppdrag", False),
        ("utgatt", "Oppdrag som utgår", True),
    ):
        entries = [_entry(entry, chain) for entry in in_force(chain, cancelled=cancelled)]
        if entries:
            yield Section(anchor, title, entries)


def _listed(chain: ConsolidatedLetter) -> Iterator[ShownPart]:
    for part in parts_in_force(chain):
        groups = [
            (group.heading, [_item(one, chain) for one in group.items]) for group in part.groups
        ]
        yield ShownPart(part.anchor, part.title, part.count, groups)


def _item(one: Listed, chain: ConsolidatedLetter) -> ShownItem:
    where = links(chain.letters[one.given.place], one.given.pages)
    return ShownItem(one.words, one.given.letter, where, _steps(one.later, chain))


def _steps(steps: Iterable[Step], chain: ConsolidatedLetter) -> list[ShownStep]:
    return [
        ShownStep(
            step.letter,
            step.words,
            links(chain.letters[step.place], step.pages),
            # Which letter an earlier wording stands in, its own step tells.
            [marked(row, None, chain.letters[step.place]) for row in step.rows],
        )
        for step in steps
    ]


def _entry(entry: ConsolidatedAssignment, chain: ConsolidatedLetter) -> ShownEntry:
    steps = _steps(steps_of(entry, chain.letters), chain)
    return ShownEntry(heading_of(entry), deadlines_of(entry), wording_of(entry.assignment), steps)


def _amounts(chain: ConsolidatedLetter) -> Iterator[ShownAmount]:
    for post in chain.budget:
        for step in post.history:
            letter = chain.letters[step.place]
            after = after_step(step)
            yield ShownAmount(
                f"{post.chapter}/{post.post}",
                post.name or "",
                letter_name(letter),
                "" if step.change is None else signed_kroner(step.change),
                "" if after is None else kroner(after),
                *off_in(step),
                links(letter, pages_of(step.evidence)),
            )


def _charts(chain: ConsolidatedLetter) -> Iterator[tuple[str, Chart]]:
    for post in chain.budget:
        bars = [
            Bar(
                _short(letter_name(chain.letters[step.place])),
                after,
                step.computed if step.agrees is False else None,
            )
            for step in post.history
            if (after := after_step(step)) is not None
        ]
        chart = chart_of(bars)
        if chart is not None:
            yield f"{post.chapter}/{post.post} {post.name or ''}".strip(), chart


def _short(name: str) -> str:
    """A letter's name that fits under a bar: "Tillegg 4"."""
    return name.replace("nr. ", "")
