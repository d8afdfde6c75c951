"""A letter's goals (mål).

A goal is what the letter marks as one: by a label ("Mål 1:", "Delmål 1.2"), in a list that a
heading or sentence of goals leads into, in a sentence "Målet for X er å ...", in a table's column.
Each place where that is done has the word "mål", which is looked for first; what the places have
is then put together: a goal that stands twice is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.letter import Goal
from tildeling.steering.goal_labels import labelled
from tildeling.steering.goal_lists import headed, listed
from tildeling.steering.goal_merging import Found, goals_of
from tildeling.steering.goal_passages import (
    WORD,
    Passage,
    found_at,
    kind_of,
    passages,
    under_goals,
)
from tildeling.steering.goal_tables import in_table
from tildeling.steering.goal_words import (
    FIGURES,
    GRANT,
    MAIN,
    NOT_OURS,
    OTHER_SECTIONS,
    SAYS,
    SAYS_WHAT,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Paragraph


def read_goals(body: LetterBody) -> tuple[Goal, ...]:
    """The letter's goals (mål), in reading order."""
    found: list[Found] = []
    heads: list[Passage] = []
    for passage in passages(body):
        before = len(found)
        found.extend(labelled(body, passage))
        if len(found) == before:
            found.extend(_said(body, passage))
            found.extend(listed(body, passage, divides=len(found) > before))
        found.extend(in_table(body, passage))
        if len(found) == before:
            heads.append(passage)
    if not found:
        found.extend(each for passage in heads for each in headed(body, passage))
    return goals_of(body, found)


def _said(body: LetterBody, passage: Passage) -> Iterator[Found]:
    """Goals that a sentence says: "Hovedmålet for X er å ..."."""
    part = passage.part
    small = body.reading.small(part)
    for start, end in body.reading.sentences(part):
        if WORD not in small[start:end]:
            continue
        if (what := SAYS_WHAT.match(small, start, end)) is not None:
            span = (part.start + what.end(), part.start + end)
            yield from found_at(body, span, None, kind_of(what["a"]))
            continue
        said = SAYS.match(small, start, end)
        if said is None or not _is_ours(body, part, said):
            continue
        kind = kind_of(said["a"] or said["b"] or said["c"])
        yield from found_at(body, (part.start + said.end(), part.start + end), said["number"], kind)


def _is_ours(body: LetterBody, part: Paragraph, said: re.Match[str]) -> bool:
    """Whether a goal is what the recipient's work, grant or field is for.

    "Målet er at ..." without a word of whose it is says that only first under a heading of goals,
    and none where it names a figure.
    """
    rank, kind = kind_of(said["a"] or said["b"] or said["c"])
    whose = (said["of"] or said["for"] or said["whose"] or "").strip()
    if NOT_OURS.search(whose):
        return False
    if kind in ("hoved", "hovud") or rank <= MAIN:
        return True
    small = body.reading.small(part)[said.end() : said.endpos]
    if FIGURES.search(small):
        return False  # a figure to be reached
    above = body.headings(part.start)
    if any(OTHER_SECTIONS.search(words.casefold()) for words in above[:1]):
        return False
    if not whose or whose.startswith(("i ", "til ")):
        is_told = said.start() == 0 or said["place"] or said["number"]
        return bool(is_told) and under_goals(body, part.start)
    if "arbeid" not in whose and (not whose.startswith("med ") or GRANT.search(whose)):
        return True
    return under_goals(body, part.start)
