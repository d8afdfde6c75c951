"""A letter's indicators (styringsparametere) with their targets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tildeling.any_case import small_letters
from tildeling.find.patterns import has_any
from tildeling.find.sentences import sentences
from tildeling.letter import Goal, Indicator
from tildeling.steering.goals_over import GoalsOver
from tildeling.steering.indicator_drafts import Draft, indicator_of
from tildeling.steering.indicator_lists import ListReader, opening_of
from tildeling.steering.indicator_names import named_in_prose
from tildeling.steering.indicator_tables import caption_of, columns_of, read_table
from tildeling.steering.indicator_words import (
    MEASURES_ALONE,
    MEASURES_NAMED,
    OTHER_COLUMN,
    REQUIREMENTS_ALONE,
    SIGNS,
)
from tildeling.steering.indicators_under_goals import under_goals
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Cell, Paragraph, Span, Table, outer_start, paragraphs_of


def read_indicators(body: LetterBody, goals: Sequence[Goal]) -> tuple[Indicator, ...]:
    """The letter's indicators (styringsparametere) with their targets, in reading order."""
    places = sorted(set(body.places_of(SIGNS)))
    if not places and not goals:
        return ()
    over = GoalsOver(body, goals)
    found = [*_drafts(body, over, places), *named_in_prose(body, over, places)]
    found.extend(under_goals(body, over, goals, found))
    drafts = sorted(found, key=lambda draft: draft.span.start)
    year = body.letter.budget_year
    return tuple(indicator_of(body.reading, draft, year) for draft in _once(body, drafts))


def _drafts(body: LetterBody, goals: GoalsOver, places: Sequence[int]) -> Iterator[Draft]:
    """What stands at each place, each block read once."""
    blocks = body.blocks
    starts = [outer_start(block) for block in blocks]
    lists = ListReader(body, goals)
    done = 0
    for place in places:
        at = bisect_right(starts, place) - 1
        if at < done or at < 0 or place >= blocks[at].end:
            continue
        block = blocks[at]
        found: list[Draft] = []
        done = at
        if isinstance(block, Paragraph):
            found, done = lists.read(blocks, at)
            if (
                len(found) == 1
                and not found[0].targets
                and _require_rows(body, found[0], blocks, done)
            ):
                done += 1
        if not found and (table := _table_led_to(body, blocks, done)) is not None:
            found = list(_in_table(body, goals, lists, blocks, table))
            done = table + 1 if found else max(done, at + 1)
        yield from found


def _require_rows(body: LetterBody, draft: Draft, blocks: Sequence[Block], at: int) -> bool:
    """Takes a table right under an indicator that says what is required for each kind of case."""
    table = blocks[at] if at < len(blocks) else None
    if not isinstance(table, Table) or draft.targets:
        return False
    if has_any(body.reading.small(table), SIGNS):
        return False  # a table of other indicators
    columns = columns_of(body, table, under_label=True)
    if columns is None:
        return False
    for kind in read_table(body, table, columns, GoalsOver(body, ()), None):
        for target in kind.targets:
            span = Span(kind.span.start, target.span.end)
            draft.targets.append(replace(target, span=span))
    return bool(draft.targets)


def _table_led_to(body: LetterBody, blocks: Sequence[Block], at: int) -> int | None:
    """Position of the table at a place, or after one paragraph that speaks of something else."""
    for place in range(at, min(at + 2, len(blocks))):
        block = blocks[place]
        if isinstance(block, Table):
            return place
        if has_any(body.reading.small(block), SIGNS):
            return None
    return None


def _in_table(
    body: LetterBody, goals: GoalsOver, lists: ListReader, blocks: Sequence[Block], at: int
) -> Iterator[Draft]:
    """A table of indicators, or indicators in the cells of another."""
    table = blocks[at]
    assert isinstance(table, Table)
    label = caption_of(body, table) or _label_over(body, blocks, at)
    speaks = label is not None and has_any(small_letters(label), SIGNS)
    columns = None if table.is_card else columns_of(body, table, speaks)
    if columns is not None:
        is_told, goal = goals.pointed_to(label) if label is not None else (False, None)
        over = goal if is_told else goals.over(table.start)
        yield from read_table(body, table, columns, goals, over)
        return
    yield from _in_cells(body, goals, lists, table)


def _in_cells(
    body: LetterBody, goals: GoalsOver, lists: ListReader, table: Table
) -> Iterator[Draft]:
    """Indicators in the cells of a table that is none of indicators.

    Where a cell on the left says what stands beside it ("Styringsparametere"), the rows are read
    from left to right; else the columns hold text of their own, and are read one after another.
    """
    groups = list(_beside_labels(body, table)) if table.kind in ("ruled", "half_ruled") else []
    if groups:
        for group in groups:
            yield from _in_turn(body, ListReader(body, goals, in_cells=True), group)
        return
    for column in range(table.columns):
        parts: list[Block] = [
            part
            for row in table.rows
            for cell in row.cells
            if cell.column == column
            for part in paragraphs_of(cell)
        ]
        yield from _in_turn(body, lists, parts)


def _beside_labels(body: LetterBody, table: Table) -> Iterator[list[Block]]:
    """The cells beside each that says "Styringsparametere", and those of requirements under it."""
    group: list[Block] = []
    for row in table.rows:
        if any(_heads_column(body, cell) for cell in row.cells[1:]):
            continue  # "Styringsparameter | Kilde": columns, and what stands under them
        words = small_letters(body.reading.line(row.cells[0])) if row.cells else ""
        is_measure = MEASURES_ALONE.fullmatch(words) is not None
        if group and (is_measure or not REQUIREMENTS_ALONE.fullmatch(words)):
            yield group
            group = []
        if len(row.cells) > 1 and (is_measure or group):
            group.extend(part for cell in row.cells for part in paragraphs_of(cell))
    if group:
        yield group


def _heads_column(body: LetterBody, cell: Cell) -> bool:
    return (
        cell.heading or OTHER_COLUMN.fullmatch(small_letters(body.reading.line(cell))) is not None
    )


def _in_turn(body: LetterBody, lists: ListReader, parts: Sequence[Block]) -> Iterator[Draft]:
    place = 0
    while place < len(parts):
        if has_any(body.reading.small(parts[place]), SIGNS):
            found, place = lists.read(parts, place)
            yield from found
        else:
            place += 1


def _label_over(body: LetterBody, blocks: Sequence[Block], at: int) -> str | None:
    """The heading or sentence right over a table that speaks of indicators."""
    for block in reversed(blocks[max(0, at - 2) : at]):
        if not isinstance(block, Paragraph):
            return None
        if not has_any(body.reading.small(block), SIGNS):
            continue
        words = body.reading.words(block)
        opening = opening_of(words, followed_by_list=True)
        if opening is not None:
            return opening.words
        last = sentences(words)
        if last and MEASURES_NAMED.search(small_letters(words[slice(*last[-1])])):
            return words[slice(*last[-1])]
    return None


def _once(body: LetterBody, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Each indicator once: what stands twice is one."""
    seen: set[tuple[int, str]] = set()
    for draft in drafts:
        key = (
            draft.goal if draft.goal is not None else -1,
            body.reading.line(draft.span).casefold(),
        )
        if key not in seen and key[1]:
            seen.add(key)
            yield draft
