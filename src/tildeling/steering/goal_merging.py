"""Goals put together from the places where a letter has them: each once, with its parent."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tildeling.letter import Goal
from tildeling.steering.goal_words import HAS_PARENT, MEASURED
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Table, block_at

# Goals, of which letters have up to twenty: each is compared with all before it.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Found:
    """A place that has a goal."""

    start: int
    end: int
    number: str | None
    rank: int
    kind: str
    """The word before "mål", "del" of "Delmål"."""
    under_main: bool = False
    """True where what leads into it says that it stands under the main goal."""
    beside: bool = False
    """True where its words stand apart from its label: a label that only points looks so too."""


def goals_of(body: LetterBody, found: Iterable[Found]) -> tuple[Goal, ...]:
    """The goals that a letter's places have, in the order of their first."""
    places = _without_pointers(sorted(found, key=lambda each: (each.start, -each.end)))
    merged = _merged(body, places)
    goals: list[Goal] = []
    for index, one in enumerate(merged):
        parent = _parent(merged, index)
        level = 1 if parent is None else goals[parent].level + 1
        if parent is None and one.rank >= HAS_PARENT:
            level = 2
        goals.append(
            Goal(
                number=one.number,
                title=" ".join(body.reading.text[one.start : one.end].split()),
                level=level,
                parent=parent,
                evidence=body.reading.evidence(one.start, one.end),
            )
        )
    return tuple(goals)


def _without_pointers(places: Sequence[Found]) -> list[Found]:
    """Places without those that stand beside a label whose goal the letter has elsewhere."""
    told = {(one.number, one.kind) for one in places if not one.beside and one.number}
    return [one for one in places if not one.beside or (one.number, one.kind) not in told]


def _merged(body: LetterBody, places: Sequence[Found]) -> list[Found]:
    """Each goal once, at the place where it heads its indicators."""
    merged: dict[str, list[Found]] = {}
    end = 0
    for one in places:
        if one.start < end:
            continue
        end = one.end
        key = _key(body, one)
        if key not in merged and len(merged) < _MOST:
            alike = (each for each, same in merged.items() if _is_alike(each, key, same[0], one))
            key = next(alike, key)
        merged.setdefault(key, []).append(one)
    for same in merged.values():
        same.extend(_again(body, same[-1]))
    starts = sorted(one.start for same in merged.values() for one in same)
    return [_one(body, starts, same) for same in merged.values()]


def _key(body: LetterBody, one: Found) -> str:
    return " ".join(re.findall(r"\w+", body.reading.text[one.start : one.end].casefold()))


def _is_alike(known: str, words: str, first: Found, one: Found) -> bool:
    """Whether a goal is one that is known in other words: nearly all, or its number and most."""
    if one.number is not None and first.number not in (None, one.number):
        return False
    before, here = set(known.split()), set(words.split())
    common, least = len(before & here), min(len(before), len(here))
    is_numbered = one.number is not None and (one.number, one.kind) == (first.number, first.kind)
    if is_numbered and least > 2:
        return 10 * common >= 7 * least
    return 10 * common >= 9 * len(before | here)


def _one(body: LetterBody, starts: Sequence[int], same: Sequence[Found]) -> Found:
    """The place of a goal that has all its words and heads its indicators."""
    if len(same) == 1:
        return same[0]
    longest = max(one.end - one.start for one in same)
    whole = [one for one in same if 10 * (one.end - one.start) >= 9 * longest]
    best = next((one for one in whole if _heads(body, starts, one)), whole[0])
    named = next((one for one in same if one.number is not None), best)
    return replace(
        best,
        number=named.number,
        rank=max(one.rank for one in same),
        under_main=any(one.under_main for one in same),
    )


def _again(body: LetterBody, one: Found) -> Iterator[Found]:
    """Headings and table cells further on that have a goal's words and nothing else."""
    small = body.reading.laid.text.found.small
    words, at = small[one.start : one.end], one.end
    while (at := small.find(words, at)) >= 0:
        end = at + len(words)
        block = block_at(body.blocks, at)
        if block is not None and _is_alone(body, block, at, end):
            yield replace(one, start=at, end=end)
        at = end


def _is_alone(body: LetterBody, block: Block, start: int, end: int) -> bool:
    """Whether words are a whole heading or cell, but for a number before them."""
    text = body.reading.text
    first = max(text.rfind("\n", 0, start), text.rfind("\t", 0, start)) + 1
    before, after = text[first:start].strip(), text[end : end + 2].lstrip(".: ")
    is_set_apart = isinstance(block, Table) or body.reading.place(start).heading is block
    return is_set_apart and len(before) < 6 and after[:1] in ("", "\n", "\t")


def _heads(body: LetterBody, starts: Sequence[int], one: Found) -> bool:
    """Whether indicators stand between a goal and the next."""
    small = body.reading.laid.text.found.small
    at = bisect_right(starts, one.start)
    after = starts[at] if at < len(starts) else len(small)
    return MEASURED.search(small, one.end, after) is not None


def _parent(goals: Sequence[Found], index: int) -> int | None:
    """The position of the goal that one stands under.

    Beside what numbers and names say, counted goals stand under a single one that is not counted:
    "Hovedmål: ..." over "Mål 1: ...".
    """
    one = goals[index]
    numbered = _by_number(goals, index)
    if numbered is not None:
        return numbered
    above = [at for at in range(index) if goals[at].rank < one.rank]
    if one.under_main:
        return above[-1] if above else None
    if not above:
        return None
    if one.rank >= HAS_PARENT:
        return above[-1]
    is_single = len(above) == 1 and goals[above[0]].number is None
    return above[0] if is_single and one.number is not None else None


def _by_number(goals: Sequence[Found], index: int) -> int | None:
    """The goal whose number a number begins with: "1" of "1.2", "A" of "A1"."""
    number = goals[index].number
    over = re.fullmatch(r"(.*\w)\.\w+|([A-Za-z])\d+|(\d+)[a-z]", number or "")
    if over is None:
        return None
    wanted = over[1] or over[2] or over[3]
    fits = [at for at in range(index) if goals[at].number == wanted]
    return fits[-1] if fits else None
