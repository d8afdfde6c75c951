"""Goals after labels: "Mål 1: ...", "2.1 Hovedmål A: ...", "Delmål 1.2 ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tildeling.steering.goal_merging import Found
from tildeling.steering.goal_passages import (
    LONGEST_LINE,
    WORD,
    Passage,
    found_at,
    is_heading,
    kind_of,
    title_of,
)
from tildeling.steering.goal_words import (
    FIGURE,
    GOALS_HEADING,
    INNER_NUMBER,
    INTRODUCES,
    LABEL,
    MAIN,
    MEASURED,
    NEXT_LABEL,
    POINTER,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Paragraph

_DASHES = (":", ".", ")", "–", "-", "—")


def labelled(body: LetterBody, passage: Passage) -> Iterator[Found]:
    """Goals after labels, at the passage's start or, with a number, at a sentence's."""
    part = passage.part
    small = body.reading.laid.text.found.small
    at = part.end if _of_project(body, part) else part.start
    while at < part.end:
        label = LABEL.match(small, at, part.end)
        if label is not None and _is_label(body, passage, label):
            kind, number = kind_of(label["words"]), _number(body, part, label)
            title = title_of(body, label.end(), _title_end(body, part, label.end()))
            if title is not None and is_goal(body, title, number):
                yield Found(*title, number, *kind)
                yield from _numbered_under(body, passage, number)
            elif label.end() >= part.end and (number is not None or kind[0] <= MAIN or kind[1]):
                yield from _after_label(body, passage, number, kind)
        at = _next_label(body, part, at + 1)


def _of_project(body: LetterBody, part: Paragraph) -> bool:
    """Whether a passage stands under a heading of projects, which have goals of their own."""
    return any("prosjekt" in words.casefold() for words in body.headings(part.start))


def _is_label(body: LetterBody, passage: Passage, label: re.Match[str]) -> bool:
    """Whether what reads like a label is one: without a colon only where it is set apart."""
    part, text = passage.part, body.reading.text
    start, end = label.span("words")
    if not text[start].isupper():
        return False
    if label["number"] is None or text[end : label.end()].rstrip().endswith(_DASHES):
        return True
    is_apart = part.lead > end or passage.in_table is not None or is_heading(body, part)
    return label.end() >= part.end or (is_apart and text[label.end()].isupper())


def _next_label(body: LetterBody, part: Paragraph, least: int) -> int:
    """Where the next label stands in a passage, which begins with a capital; else its end."""
    text = body.reading.text
    small = body.reading.laid.text.found.small
    at = least
    while (at := small.find(WORD, at, part.end)) >= 0:
        start = at
        while start > part.start and text[start - 1].isalpha():
            start -= 1
        if start >= least and text[start].isupper() and text[start - 1] in " \t\n":
            before = text[:start].rstrip()[-1:]
            label = LABEL.match(small, start, part.end)
            if label is not None and (before in ".:;!" or label["number"] is not None):
                return start
        at += 1
    return part.end


def _title_end(body: LetterBody, part: Paragraph, start: int) -> int:
    """Where the words after a label end: with the sentence, or before the next label."""
    found = body.reading.laid.text.found
    end = _next_label(body, part, start)
    other = NEXT_LABEL.search(found.small, start, end)
    if other is not None and body.reading.text[other.start()].isupper():
        end = other.start()
    if start + 3 < part.lead < end:
        return part.lead
    if not is_heading(body, part) and start < end:
        end = min(end, max(found.sentence_at(start)[1], start))
    return end


def _after_label(
    body: LetterBody, passage: Passage, number: str | None, kind: tuple[int, str]
) -> Iterator[Found]:
    """A goal that stands in the line after its label."""
    after = passage.after()
    if after is None or after.marker is not None:
        return
    small = body.reading.small(after)
    if len(small) > LONGEST_LINE or small.endswith(":") or MEASURED.match(small):
        return
    if LABEL.match(small) or len(body.reading.sentences(after)) != 1:
        return
    if number is None and (GOALS_HEADING.search(small) or after.indent > passage.part.indent + 4):
        return  # lines that are set in are a list
    following = passage.after(2)
    if number is None and following and INTRODUCES.search(body.reading.small(following)):
        return  # the goals come in a list
    for one in found_at(body, (after.start, after.end), number, kind):
        yield replace(one, beside=True)


def _numbered_under(body: LetterBody, passage: Passage, number: str | None) -> Iterator[Found]:
    """Lines right under a goal whose own numbers say that they are its parts: "A.1 ..."."""
    small = body.reading.laid.text.found.small
    steps = 1
    while number is not None and (line := passage.after(steps)) is not None:
        inner = INNER_NUMBER.match(small, line.outer if line.marker else line.start, line.end)
        if inner is None and line.marker is not None:
            inner = INNER_NUMBER.match(small, line.start, line.end)
        if inner is None or not re.match(rf"{re.escape(number.lower())}\.?\d", inner[1]):
            return
        if line.end - line.start > LONGEST_LINE or is_heading(body, line):
            return
        if LABEL.match(small, inner.end(), line.end):
            return  # read by its label
        own = body.reading.text[slice(*inner.span(1))]
        yield from found_at(body, (inner.end(), line.end), own, kind_of("delmål"))
        steps += 1


def is_goal(body: LetterBody, title: tuple[int, int], number: str | None) -> bool:
    """Whether the words after a label are a goal's, and not a figure or a pointer."""
    small = body.reading.laid.text.found.small[title[0] : title[1]]
    if POINTER.match(small) or INTRODUCES.search(small + ":"):
        return False
    return " " in small and (number is not None or FIGURE.match(small) is None)


def _number(body: LetterBody, part: Paragraph, label: re.Match[str]) -> str | None:
    """A goal's number after its label, or before it where that is no section's: "2.1 Delmål: "."""
    if label["number"] is None and label["before"] and not is_heading(body, part):
        return label["before"]
    return number_of(body, label)


def number_of(body: LetterBody, label: re.Match[str]) -> str | None:
    """The number of a label, as printed."""
    if label["number"] is None:
        return None
    return body.reading.text[slice(*label.span("number"))]
