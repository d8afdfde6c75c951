"""Indicators in prose under a heading of requirements, each paragraph led by its name.

"Punktlighet. Resultatkravet er at minst 99 prosent ...", with the name set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tildeling.any_case import small_letters
from tildeling.steering.goals_over import GoalsOver
from tildeling.steering.indicator_drafts import Draft
from tildeling.steering.indicator_item import read_item
from tildeling.steering.indicator_words import (
    HEADS_REQUIREMENTS,
    MEASURE,
    REQUIREMENT,
    STARTS_MEASURE,
    TELLS_OF,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Paragraph, Span, block_at

_LONGEST_NAME = 60
# Labels, which name nothing: "Ambisjonsnivå: 95 prosent".
_NO_NAME = re.compile(
    rf"""(?:
    {MEASURE} | {REQUIREMENT}
    | (?:hoved|hovud|del|bruker|brukar)?mål | resultat | status | frist | rapporter
    )""",
    re.VERBOSE,
)
# A single paragraph with a word set apart is no list of indicators.
_FEWEST = 2


def named_in_prose(body: LetterBody, goals: GoalsOver, places: Sequence[int]) -> Iterator[Draft]:
    """The indicators under each heading of requirements; `places` are where words speak of them."""
    end = 0
    for at in places:
        block = block_at(body.blocks, at) if at >= end else None
        if not isinstance(block, Paragraph):
            continue
        place = body.reading.place(block.start)
        words = small_letters(place.words)
        if place.heading is not block or TELLS_OF.search(words):
            continue
        if HEADS_REQUIREMENTS.search(words) is None:
            continue
        found: list[Draft] = []
        position = next(index for index, one in enumerate(body.blocks) if one is block)
        for other in body.blocks[position + 1 :]:
            if place not in body.reading.place(other.start).outward():
                break
            end = other.end
            if isinstance(other, Paragraph) and (draft := _named(body, other)) is not None:
                draft.goal = goals.over(other.start)
                found.append(draft)
        if len(found) >= _FEWEST and any(
            _is_told(body, draft) or draft.has_value for draft in found
        ):
            yield from found


def _is_told(body: LetterBody, draft: Draft) -> bool:
    """Whether a requirement is called one: "Resultatkravet er ..."."""
    last = max(each.span.end for each in draft.targets)
    words = body.reading.laid.text.found.small[draft.span.end : last]
    return HEADS_REQUIREMENTS.search(words) is not None


def _named(body: LetterBody, part: Paragraph) -> Draft | None:
    """What a paragraph requires that begins with its name, which has no verb and stops."""
    name = body.reading.text[part.start : part.lead].strip()
    if part.marker is not None or not 0 < part.lead - part.start <= _LONGEST_NAME:
        return None
    if part.lead >= part.end or not name.endswith((".", ":")) or body.assignment(part.start):
        return None
    small = small_letters(body.reading.text[part.start : part.end])
    if _NO_NAME.match(small):
        return None
    draft = read_item(body.reading, part.start, part.end)
    if not any(each.role == "target" for each in draft.targets):
        return None
    draft.span = Span(part.start, part.start + len(name.rstrip(":")))
    said = small[part.lead - part.start :].lstrip()
    is_measured = STARTS_MEASURE.match(said) is not None or said.startswith(("tiden ", "tida "))
    return draft if is_measured or _is_told(body, draft) else None
