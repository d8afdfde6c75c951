"""Assignments that a paragraph's sentences name and change, wherever the paragraph stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tildeling.meaning.amending_words import OF_CHANGES
from tildeling.meaning.headings import AssignmentHeading
from tildeling.meaning.labels import any_label
from tildeling.meaning.marked_words import ASSIGNMENTS, GENERIC_BODIES, INFINITIVES
from tildeling.meaning.naming_sentences import Naming, find_naming
from tildeling.meaning.reading import Reading
from tildeling.scope.headings import ends_text, looks_like_heading
from tildeling.text.blocks import Block, Paragraph

_WORD = re.compile(r"[^\W\d_]{6,}")
# Letters that two forms of a word share: "rettleiar" and "rettleiaren".
STEM = 6


def named_in(
    reading: Reading, block: Paragraph, above: Block | None
) -> list[AssignmentHeading | Block]:
    """A heading for each assignment that a paragraph names, and the rest of it; else nothing.

    An item of a list is what its list is. What stands under a heading of its own is said of that.
    """
    if block.marker is not None or block.start < block.lead < block.end:
        return []
    named: list[Naming] = []
    for each in find_naming(reading, block):
        if named or _is_other(reading, each, above):
            named.append(each)
    return list(_parted(reading, block, named)) if named else []


def named_heading(naming: Naming) -> AssignmentHeading:
    """The heading that sentences are which name an assignment."""
    return AssignmentHeading(
        naming.span,
        naming.number,
        naming.number_span,
        (naming.title,) if naming.title else (),
        rest=naming.text,
        cancelled=naming.cancels,
        amends=True,
    )


def _parted(
    reading: Reading, block: Paragraph, named: Sequence[Naming]
) -> Iterator[AssignmentHeading | Block]:
    at = block.start
    for each in named:
        yield from _rest(reading, block, at, each.span.start)
        yield replace(named_heading(each), named=True, ends=each.span.end)
        at = each.span.end
    yield from _rest(reading, block, at, block.end)


def _rest(reading: Reading, block: Paragraph, start: int, end: int) -> Iterator[Block]:
    words = reading.text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start < end:
        yield replace(block, start=start, end=end, outer=start, lead=start)


def _is_other(reading: Reading, naming: Naming, above: Block | None) -> bool:
    """True where sentences name another assignment than the text before them is about.

    What an earlier letter asked for is often the background of what stands over it.
    """
    if not isinstance(above, Paragraph):
        return naming.by_title or naming.given_earlier
    words = reading.words(above)
    heads = _heads(reading, above)
    if naming.title is not None and naming.by_title:
        return not (heads and reading.words(naming.title).casefold() in words.casefold())
    if not naming.given_earlier:
        return False
    if heads:
        return ASSIGNMENTS.search(words) is not None and OF_CHANGES.search(words) is not None
    return naming.is_definite or not _stems(reading.words(naming.about)) & _stems(words)


def _heads(reading: Reading, block: Paragraph) -> bool:
    """True for a line over the paragraph: a heading, or a title in the text's own type."""
    words = reading.words(block)
    return (
        looks_like_heading(reading.laid, block)
        or (not ends_text(words) and block.end - block.start < 100)
        or any_label(words) is not None
    )


def _stems(words: str) -> set[str]:
    """The beginnings of the words that name things, and no body or what it does."""
    found = (match.group().lower() for match in _WORD.finditer(words))
    return {word[:STEM] for word in found if word not in GENERIC_BODIES and word not in INFINITIVES}
