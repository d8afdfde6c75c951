"""A letter's goals (mål).

A goal is what the letter marks as one: by a label ("Mål 1:", "Delmål 1.2"), in a list that a
heading or sentence of goals leads into, in a sentence "Målet for X er å ...", in a table's column.
Each place where that is done begins with the word "mål", which is looked for first; what the
places have is then put together: a goal that stands twice is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tildeling.letter import Goal
from tildeling.steering.goal_merging import Found, goals_of
from tildeling.steering.goal_words import (
    FIGURE,
    FORMS,
    GOALS_HEADING,
    GRANT,
    INNER_NUMBER,
    INTRODUCES,
    INTRODUCES_OTHER,
    KINDS,
    LABEL,
    LEADS_ON,
    MAIN,
    MEASURED,
    NEXT_LABEL,
    NOT_GOALS_HEADING,
    NOT_OURS,
    NOT_PURE,
    POINTER,
    PURE_HEADING,
    SAYS,
    UNDER_MAIN,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Paragraph, Table, block_at, paragraphs_of

_WORD = "mål"
_LONGEST_LINE = 240
"""Characters of a goal in a list without bullets."""
_NEAR = 8.0
"""Points by which items of one list may be set in otherwise."""


def read_goals(body: LetterBody) -> tuple[Goal, ...]:
    """The letter's goals (mål), in reading order."""
    found: list[Found] = []
    for passage in _passages(body):
        if body.assignment(passage.part.start) is not None:
            continue
        found.extend(_labelled(body, passage))
        found.extend(_said(body, passage))
        found.extend(_listed(body, passage))
    return goals_of(body, found)


@dataclass(frozen=True, slots=True)
class _Passage:
    """A paragraph with the word in it, and what it stands among."""

    part: Paragraph
    among: Sequence[Block]
    """The letter's blocks, or the paragraphs of its table cell."""
    at: int
    in_table: Table | None = None

    def after(self, steps: int = 1) -> Paragraph | None:
        """The paragraph some steps further on, where a paragraph stands there."""
        at = self.at + steps
        block = self.among[at] if at < len(self.among) else None
        return block if isinstance(block, Paragraph) else None


def _passages(body: LetterBody) -> Iterator[_Passage]:
    """Each paragraph, of tables too, that speaks of goals."""
    end = 0
    for at in _word_places(body.reading.laid.text.found.small):
        if at < end:
            continue
        block = block_at(body.blocks, at)
        if block is None:
            continue
        index = body.blocks.index(block)
        if isinstance(block, Paragraph):
            end = block.end
            yield _Passage(block, body.blocks, index)
            continue
        row = next((row for row in block.rows if row.start <= at < row.end), None)
        for cell in row.cells if row is not None else ():
            parts = paragraphs_of(cell)
            for position, part in enumerate(parts):
                if part.outer <= at < part.end:
                    end = part.end
                    yield _Passage(part, parts, position, block)


def _word_places(small: str) -> Iterator[int]:
    """Where a word for a goal stands: "hovedmålet", not "formål" nor "målgruppe"."""
    at = small.find(_WORD)
    while at >= 0:
        start, end = at, at + len(_WORD)
        while start and small[start - 1].isalpha():
            start -= 1
        while end < len(small) and small[end].isalpha():
            end += 1
        if small[start:at] in KINDS and small[at + len(_WORD) : end] in FORMS:
            yield start
        at = small.find(_WORD, end)


# ---------------------------------------------------------------------------------- labels


def _labelled(body: LetterBody, passage: _Passage) -> Iterator[Found]:
    """Goals after labels, at the passage's start or, with a number, at a sentence's."""
    part = passage.part
    small = body.reading.laid.text.found.small
    at = part.start
    while at < part.end:
        label = LABEL.match(small, at, part.end)
        if label is not None and _is_label(body, passage, label):
            end = _title_end(body, part, label.end())
            title = _title(body, label.end(), end)
            kind, number = _kind(label["words"]), _number_of(body, label)
            if title is not None and _is_goal(body, title, number):
                yield Found(*title, number, *kind)
            elif label.end() >= part.end and (follows := _after_label(body, passage, number)):
                yield Found(*follows, number, *kind)
        at = _next_label(body, part, at + 1)


def _is_label(body: LetterBody, passage: _Passage, label: re.Match[str]) -> bool:
    """Whether what reads like a label is one: inside a paragraph only with a capital."""
    part, text = passage.part, body.reading.text
    start, end = label.span("words")
    if not text[start].isupper():
        return False
    plain = text[end : label.end()]
    if label["number"] is not None and not plain.rstrip().endswith((":", ".", ")", "–", "-", "—")):
        # "Mål 1 Trygg mat" only where it is set apart.
        is_apart = part.lead > end or passage.in_table is not None or _is_heading(body, part)
        return label.end() >= part.end or (is_apart and text[label.end()].isupper())
    return True


def _next_label(body: LetterBody, part: Paragraph, at: int) -> int:
    """Where the next word for a goal with a capital stands in a passage."""
    text = body.reading.text
    small = body.reading.laid.text.found.small
    least = at
    while (at := small.find(_WORD, at, part.end)) >= 0:
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
    small = body.reading.laid.text.found.small
    end = _next_label(body, part, start)
    other = NEXT_LABEL.search(small, start, end)
    if other is not None and body.reading.text[other.start()].isupper():
        end = other.start()
    if start < part.lead < end and part.lead - start > 3:
        return part.lead
    if not _is_heading(body, part) and start < end:
        end = min(end, max(body.reading.laid.text.found.sentence_at(start)[1], start))
    return end


def _after_label(body: LetterBody, passage: _Passage, number: str | None) -> tuple[int, int] | None:
    """A goal that stands in the line after its label."""
    after = passage.after()
    if after is None or after.marker is not None or passage.in_table is not None:
        return None
    words = body.reading.words(after)
    small = body.reading.small(after)
    if len(words) > _LONGEST_LINE or words.endswith(":") or MEASURED.match(small):
        return None
    if LABEL.match(small) or len(body.reading.sentences(after)) != 1:
        return None
    if number is None and GOALS_HEADING.search(small):
        return None
    return _title(body, after.start, after.end)


def _is_goal(body: LetterBody, title: tuple[int, int], number: str | None) -> bool:
    small = body.reading.laid.text.found.small[title[0] : title[1]]
    if POINTER.match(small) or INTRODUCES.search(small + ":"):
        return False
    return " " in small and (number is not None or FIGURE.match(small) is None)


def _number_of(body: LetterBody, label: re.Match[str]) -> str | None:
    if label["number"] is None:
        return None
    start, end = label.span("number")
    return body.reading.text[start:end]


def _kind(words: str) -> tuple[int, str]:
    """A goal's rank, and the word it is called by."""
    kind = next((kind for kind in KINDS if kind and f"{kind}mål" in words), "")
    rank = KINDS[kind]
    if "overordn" in words or "langsiktig" in words:
        rank = min(rank, MAIN)
    return rank, kind


def _title(body: LetterBody, start: int, end: int) -> tuple[int, int] | None:
    """A goal's words without what leads into the next item; None where nothing is left."""
    text = body.reading.text
    while start < end and text[start] in " \t\n–—-:.":
        start += 1
    words = re.sub(r"(?:[\s,;.:]|[,;] (?:og|samt))+$", "", text[start:end])
    return (start, start + len(words)) if len(words) > 3 else None


def _is_heading(body: LetterBody, part: Paragraph) -> bool:
    return body.reading.place(part.start).heading is part or part.lead >= part.end


# ---------------------------------------------------------------------------------- sentences


def _said(body: LetterBody, passage: _Passage) -> Iterator[Found]:
    """Goals that a sentence says: "Hovedmålet for X er å ..."."""
    part = passage.part
    small = body.reading.small(part)
    for start, end in body.reading.sentences(part):
        if _WORD not in small[start:end]:
            continue
        said = SAYS.match(small, start, end)
        if said is None or not _is_ours(body, part, said):
            continue
        if said.end() - said.start() < len("målet er at å") and (start or _has_digit(small[:end])):
            continue  # "Målet er at ..." of what was spoken of, or a figure to be reached
        title = _title(body, part.start + said.end(), part.start + end)
        if title is not None:
            yield Found(*title, None, *_kind(said["a"] or said["b"] or said["c"]))


def _has_digit(words: str) -> bool:
    return any(letter.isdigit() for letter in words)


def _is_ours(body: LetterBody, part: Paragraph, said: re.Match[str]) -> bool:
    """Whether a goal is what the recipient's work, grant or field is for."""
    rank, kind = _kind(said["a"] or said["b"] or said["c"])
    whose = (said["of"] or said["for"] or said["whose"] or "").strip()
    if NOT_OURS.search(whose):
        return False
    if kind in ("hoved", "hovud") or rank <= MAIN:
        return True
    under_goals = _under_goals(body, part.start)
    if not whose or whose.startswith(("i ", "til ")):
        return under_goals
    return under_goals or not whose.startswith("med ") or GRANT.search(whose) is not None


def _under_goals(body: LetterBody, at: int) -> bool:
    """Whether a heading over a place is one of goals."""
    for words in body.headings(at):
        small = words.casefold()
        if GOALS_HEADING.search(small) and not NOT_GOALS_HEADING.search(small):
            return True
    return False


# ---------------------------------------------------------------------------------- lists


def _listed(body: LetterBody, passage: _Passage) -> Iterator[Found]:
    """The items of a list that a heading or sentence leads into."""
    part = passage.part
    small = body.reading.small(part).strip()
    heading = PURE_HEADING.fullmatch(small) is not None and NOT_PURE.search(small) is None
    last = small[max((start for start, _ in body.reading.sentences(part)), default=0) :]
    leads = (
        INTRODUCES.search(last) is not None
        and INTRODUCES_OTHER.search(last) is None
        and last.endswith(":")
    )
    if not heading and not leads:
        return
    at = passage.at
    if heading and _leads_on(body, passage.after()):
        at += 1
    kind = _kind_of_last(last)
    under_main = UNDER_MAIN.search(small) is not None
    for item in _items(body, passage.among, at, part):
        yield from _item(body, item, kind, under_main)


def _leads_on(body: LetterBody, after: Paragraph | None) -> bool:
    return after is not None and LEADS_ON.search(body.reading.small(after).strip()) is not None


def _kind_of_last(words: str) -> tuple[int, str]:
    """The kind of goal that the last word for one in a sentence means."""
    said = GOALS_HEADING.findall(words)
    return _kind(said[-1] if said else "")


def _items(
    body: LetterBody, among: Sequence[Block], at: int, intro: Paragraph
) -> Iterator[Paragraph]:
    """The items of the list that begins after a block."""
    first = among[at + 1] if at + 1 < len(among) else None
    if not isinstance(first, Paragraph):
        return
    if first.marker is None:
        yield from _lines(body, among, at, intro)
        return
    counted = _count(first.marker)
    wanted = counted
    place = body.reading.place(intro.start)
    for block in among[at + 1 :]:
        if among is body.blocks and not _goes_on(body, block, place):
            return
        is_item = (
            isinstance(block, Paragraph)
            and block.marker is not None
            and abs(block.indent - first.indent) < _NEAR
            and _count(block.marker) == wanted
        )
        if is_item:
            assert isinstance(block, Paragraph)
            yield block
            wanted = _next_count(wanted)
        elif isinstance(block, Paragraph) and block.marker and block.indent > first.indent:
            continue
        elif counted is None or not first.style.bold:
            return


def _goes_on(body: LetterBody, block: Block, place: object) -> bool:
    """Whether a block stands in a place still."""
    return any(each is place for each in body.reading.place(block.start).outward())


def _count(marker: str) -> str | None:
    """A marker's number or letter; None for a bullet."""
    bare = marker.strip("().: ")
    return bare if bare.isalnum() else None


def _next_count(count: str | None) -> str | None:
    if count is None:
        return None
    if count.isdigit():
        return str(int(count) + 1)
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    if count.lower() in romans[:-1]:
        following = romans[romans.index(count.lower()) + 1]
        return following if count.islower() else following.upper()
    return chr(ord(count[-1]) + 1)


def _lines(
    body: LetterBody, among: Sequence[Block], at: int, intro: Paragraph
) -> Iterator[Paragraph]:
    """Lines that stand as a list without bullets: set in, or lettered "A. "."""
    first = among[at + 1]
    assert isinstance(first, Paragraph)
    for block in among[at + 1 :]:
        if not isinstance(block, Paragraph) or block.marker is not None:
            return
        small = body.reading.small(block)
        lettered = INNER_NUMBER.match(small) is not None
        if block.indent < intro.indent + _NEAR / 2 and not lettered:
            return
        if abs(block.indent - first.indent) >= _NEAR or block.end - block.start > _LONGEST_LINE:
            return
        if small.endswith(":") or MEASURED.search(small):
            return
        yield block


def _item(
    body: LetterBody, item: Paragraph, kind: tuple[int, str], under_main: bool
) -> Iterator[Found]:
    """The goal that a list item is."""
    small = body.reading.laid.text.found.small
    if LABEL.match(small, item.start, item.end) is not None:
        return  # read by its label
    start, number = item.start, _count(item.marker) if item.marker else None
    if number is None and (inner := INNER_NUMBER.match(small, item.start, item.end)):
        number, start = body.reading.text[slice(*inner.span(1))], inner.end()
    end = item.end
    if start < item.lead < end:
        end = item.lead
    elif not _is_heading(body, item):
        end = min(end, body.reading.laid.text.found.sentence_at(start)[1])
    title = _title(body, start, end)
    if title is not None and FIGURE.match(small[title[0] : title[1]]) is None:
        yield Found(*title, number, *kind, under_main)
