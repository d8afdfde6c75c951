"""Rules about what could not be read as what it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.audit.case import Case
from tildeling.audit.words import CANCELS
from tildeling.find.money import find_money
from tildeling.find.numbers import find_assignment_numbers
from tildeling.find.posts import find_posts
from tildeling.find.sentences import sentences
from tildeling.findings import make_finding
from tildeling.letter import Finding
from tildeling.meaning.financing_words import MOVE_PATTERN, PAST
from tildeling.text.blocks import Paragraph

# "Finansiering: ": a line's text does not hold the label it stands after.
_LABEL = re.compile(r"^\w+:\s*")
SHOWN = 160
"""Characters of a sentence that a message quotes."""


def nameless_cancellation(case: Case) -> Iterator[Finding]:
    """An assignment that is cancelled is named by its number."""
    for assignment in case.letter.assignments:
        if assignment.status == "cancelled" and assignment.number is None:
            words = assignment.title or assignment.description or ""
            yield make_finding(
                "nameless_cancellation",
                "warning",
                None,
                assignment.evidence,
                words=words[:SHOWN],
            )
    for item in case.built.outline.outside:
        if not isinstance(item, Paragraph):
            continue
        words = case.reading.words(item)
        if not CANCELS.search(words) or find_assignment_numbers(words):
            continue
        yield make_finding(
            "nameless_cancellation",
            "warning",
            None,
            case.evidence(item.start, item.end),
            words=words[:SHOWN],
        )


def money_without_line(case: Case) -> Iterator[Finding]:
    """A sentence that moves money on a post is a financing line, unless it tells of the past."""
    read = {line.text for line in case.letter.financing}
    read |= {line.text for a in case.letter.assignments for line in a.financing}
    blocks = [item for item in case.built.outline.outside if isinstance(item, Paragraph)]
    for draft in case.built.outline.drafts:
        blocks.extend(block for block in draft.body if isinstance(block, Paragraph))
    for block in blocks:
        words = case.reading.words(block)
        if not (find_money(words) and find_posts(words)):
            continue
        for start, end in sentences(words):
            sentence = _LABEL.sub("", words[start:end])
            if not find_money(sentence) or any(sentence in text for text in read):
                continue
            if not MOVE_PATTERN.search(sentence) or PAST.search(sentence):
                continue
            if any(post.post is not None for post in find_posts(sentence)):
                yield make_finding(
                    "money_without_line",
                    "info",
                    None,
                    case.evidence(block.start + start, block.start + end),
                    words=sentence[:SHOWN],
                )
