"""Indicators that stand right under a goal, without a label of their own.

A section "Mål og styringsparametere" says so of the lists under its goals, as does a sentence over
them; elsewhere a list does by its form: "Svartid: høyst 5 dager".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from tildeling.any_case import small_letters
from tildeling.letter import Goal
from tildeling.meaning.deadline_words import INFINITIVE
from tildeling.meaning.title_phrase import has_finite_verb
from tildeling.scope.tree import Place
from tildeling.steering.goals_over import GoalsOver
from tildeling.steering.indicator_drafts import Draft, DraftTarget
from tildeling.steering.indicator_lists import ListReader, kind_of_mark
from tildeling.steering.indicator_tables import mark_of
from tildeling.steering.indicator_words import (
    GOAL_LABEL,
    MEASURES_NAMED,
    MEASURES_UNDER_GOALS,
    NO_MEASURES_UNDER,
    OF_OTHER_THAN_GOALS,
    RESULTS_NAMED,
    STARTS_MEASURE,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Paragraph, block_at


def under_goals(
    body: LetterBody, over: GoalsOver, goals: Sequence[Goal], known: Sequence[Draft]
) -> Iterator[Draft]:
    """The indicators right under each goal; `known` are those that were found already."""
    heads = _goal_blocks(body, over, goals)
    reader = _UnderGoals(body, over, known)
    places = sorted(heads)
    for at, following in pairwise([*places, len(body.blocks)]):
        for draft in reader.read(at, following, places):
            draft.goal = heads[at]
            yield draft


def _goal_blocks(body: LetterBody, over: GoalsOver, goals: Sequence[Goal]) -> dict[int, int]:
    """The blocks that end in a goal or are its heading, each with the goal's position."""
    ends: dict[int, int] = {}
    for position, goal in enumerate(goals):
        for each in goal.evidence:
            block = block_at(body.blocks, each._extent.start)
            if block is not None:
                ends[block.start] = position
    found: dict[int, int] = {}
    for at, block in enumerate(body.blocks):
        if not isinstance(block, Paragraph):
            continue
        if block.start in ends:
            found[at] = ends[block.start]
        elif body.reading.place(block.start).heading is block:
            words = body.reading.words(block)
            named = over.named(words) if GOAL_LABEL.match(small_letters(words)) else None
            if named is not None:
                found[at] = named
    return found


class _UnderGoals:
    """Asks of each goal's block whether what stands right under it is what measures the goal."""

    def __init__(self, body: LetterBody, over: GoalsOver, known: Sequence[Draft]) -> None:
        self._body = body
        self._lists = ListReader(body, over)
        self._known = [draft.span.start for draft in known]
        self._says_so: dict[int, bool] = {}
        """For each section, by where it starts."""

    def read(self, at: int, end: int, goals: Sequence[int]) -> list[Draft]:
        """The indicators between a goal's block and the next goal's."""
        place = self._section_over(at)
        if place is None:
            return []
        blocks = self._within(place, self._body.blocks[at:end])
        if len(blocks) < 2 or self._has_known(blocks) or _goes_on(blocks[0], blocks[1]):
            return []
        says_so = self._is_of_measures(place, goals)
        is_list = isinstance(blocks[1], Paragraph) and blocks[1].marker is not None
        if not (says_so or is_list):
            return []
        found = self._lists.read_under(blocks, place.words)
        if not found or any(self._is_of_assignment(draft) for draft in found):
            return []
        if is_list and all(self._is_measured(draft) for draft in found):
            return found
        if not says_so or not all(self._may_measure(draft) for draft in found):
            return []
        sure = sum(self._measures(draft) for draft in found)
        return found if 2 * sure >= len(found) else []

    def _within(self, place: Place, blocks: Sequence[Block]) -> list[Block]:
        """The first of some blocks, those that stand in a place."""
        reading = self._body.reading
        inside = takewhile(lambda one: place in reading.place(one.start).outward(), blocks)
        return _before_next(list(inside))

    def _has_known(self, blocks: Sequence[Block]) -> bool:
        return any(blocks[0].start <= start < blocks[-1].end for start in self._known)

    def _section_over(self, at: int) -> Place | None:
        """The place that a goal stands in; None in one of assignments, reports or money."""
        block = self._body.blocks[at]
        around = list(self._body.reading.place(block.start).outward())
        if around[0].heading is block:
            around = around[1:]
        if any(OF_OTHER_THAN_GOALS.search(small_letters(place.words)) for place in around[:-1]):
            return None
        return around[0]

    def _is_of_measures(self, place: Place, goals: Sequence[int]) -> bool:
        if place.at not in self._says_so:
            self._says_so[place.at] = self._speaks_of_measures(place, goals)
        return self._says_so[place.at]

    def _speaks_of_measures(self, place: Place, goals: Sequence[int]) -> bool:
        """Whether a section's headings, or words before its goals, speak of their indicators.

        Where some stand under a label or in a table, the others do not stand without one.
        """
        reading = self._body.reading
        for around in place.outward():
            if around.heading is None or around.kind == "letter":
                continue
            if any(around in reading.place(start).outward() for start in self._known):
                return False
            words = small_letters(around.words)
            if MEASURES_NAMED.search(words) or RESULTS_NAMED.search(words):
                return True
            first = next(
                index for index, one in enumerate(self._body.blocks) if one is around.heading
            )
            last = next((index for index in goals if index > first), first)
            if any(self._leads(block) for block in self._body.blocks[first + 1 : last]):
                return True
        return False

    def _leads(self, block: Block) -> bool:
        small = self._body.reading.small(block)
        return any(
            MEASURES_UNDER_GOALS.search(small, start, end) is not None
            and NO_MEASURES_UNDER.search(small, start, end) is None
            for start, end in self._body.reading.sentences(block)
        )

    def _is_of_assignment(self, draft: Draft) -> bool:
        return self._body.assignment(draft.span.start) is not None

    def _small(self, draft: Draft) -> str:
        return small_letters(self._body.reading.line(draft.span))

    def _measures(self, draft: Draft) -> bool:
        """Whether an item names a measure, or a figure is to be reached."""
        return draft.has_value or STARTS_MEASURE.match(self._small(draft)) is not None

    def _may_measure(self, draft: Draft) -> bool:
        """Whether an item is neither a goal of its own nor asks for work."""
        words = self._small(draft)
        if STARTS_MEASURE.match(words):
            return True
        return INFINITIVE.match(words) is None and (draft.has_value or not has_finite_verb(words))

    def _is_measured(self, draft: Draft) -> bool:
        """Whether an item has the form "measure: requirement"; not "Rapport om X: 1. juni"."""
        words = self._small(draft)
        named = STARTS_MEASURE.match(words) is not None
        required = [each for each in draft.targets if each.role == "target"]
        return (
            bool(required)
            and (named or not has_finite_verb(words))
            and all(self._is_requirement(draft, each, named) for each in required)
        )

    def _is_requirement(self, draft: Draft, target: DraftTarget, named: bool) -> bool:
        phrase = target.phrase
        if target.span.start < draft.span.end or phrase.value is None:
            return False
        if any(date.precision != "year" for date in self._body.reading.dates(target.span)):
            return False
        is_bare = phrase.comparison == "equal" and phrase.unit in ("count", None)
        return named or not (is_bare or phrase.unit == "kroner")


def _before_next(blocks: list[Block]) -> list[Block]:
    """A goal's block and those after it, up to the next item of the list that the goal is in."""
    counts = [_counts(block) for block in blocks[:2]]
    if len(counts) < 2 or counts[0] is None or counts[0] == counts[1]:
        return blocks
    rest = takewhile(lambda one: _counts(one) != counts[0], blocks[1:])
    return [blocks[0], *rest]


def _counts(block: Block) -> str | None:
    """What an item's marker counts by; None for what is no item, or has a bullet."""
    return kind_of_mark(mark_of(block.marker)) if isinstance(block, Paragraph) else None


def _goes_on(goal: Block, item: Block) -> bool:
    """Whether an item belongs to the list that the goal before it is an item of."""
    if not isinstance(goal, Paragraph) or not isinstance(item, Paragraph):
        return False
    if goal.marker is None or item.marker is None or item.indent > goal.indent:
        return False
    return _counts(goal) == _counts(item)
