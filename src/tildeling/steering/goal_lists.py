"""Goals in lists that a heading or a sentence of goals leads into, and in headings under one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.steering.goal_merging import Found
from tildeling.steering.goal_passages import (
    LONGEST_LINE,
    Passage,
    found_at,
    heads_goals,
    is_heading,
    kind_of,
    title_of,
    under_goals,
)
from tildeling.steering.goal_words import (
    COUNTED,
    COUNTS,
    DIVIDES,
    FIGURE,
    FINITE,
    GOALS_HEADING,
    INNER_NUMBER,
    INTRODUCES,
    INTRODUCES_OTHER,
    LABEL,
    LEADS_ON,
    MEASURED,
    MEASURED_LAST,
    NOT_PURE,
    PURE_HEADING,
    TOLD,
    UNDER_MAIN,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Paragraph

# A list of goals goes on over so many blocks: the longest of 80 letters has under forty.
_MOST_BLOCKS = 100
# Points by which items of one list may be set in otherwise.
_NEAR = 8.0
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def listed(body: LetterBody, passage: Passage, divides: bool = False) -> Iterator[Found]:
    """The items of a list that a heading or sentence leads into.

    `divides` says that the passage has a goal, whose parts a list may have.
    """
    part = passage.part
    small = body.reading.small(part).strip()
    last = small[max((start for start, _ in body.reading.sentences(part)), default=0) :]
    at = passage.at
    if is_pure(small):
        after = passage.after()
        if after is not None and LEADS_ON.search(body.reading.small(after).strip()):
            at += 1
        elif after is not None and after.marker is None:
            at = max(at, _before_counted(body, passage))
    elif divides and DIVIDES.search(small):
        last = "delmål"
    elif not _leads_in(last, passage.after()):
        if not _leads_to_counted(body, passage, small):
            return
        at = _before_counted(body, passage)
    elif "regjering" in last and not under_goals(body, part.start):
        return
    kind = kind_of((GOALS_HEADING.findall(last) or GOALS_HEADING.findall(small) or [""])[-1])
    for item in _items(body, passage.among, at, part):
        yield from _item(body, item, kind, UNDER_MAIN.search(small) is not None)


def is_pure(small: str) -> bool:
    """Whether a line names goals and nothing else: "Mål for 2026"."""
    return PURE_HEADING.fullmatch(small) is not None and NOT_PURE.search(small) is None


def _leads_in(sentence: str, after: Paragraph | None) -> bool:
    """Whether a sentence leads into a list of goals, most with a colon at its end."""
    if not sentence.endswith(":"):
        if after is None or after.marker is None:
            return False
        if sentence.endswith(".") and TOLD.search(sentence) is None:
            return False
        sentence = sentence.rstrip(".") + ":"
    return INTRODUCES.search(sentence) is not None and INTRODUCES_OTHER.search(sentence) is None


# ------------------------------------------------------------------------- goals that are counted


def _leads_to_counted(body: LetterBody, passage: Passage, small: str) -> bool:
    """Whether counted goals with indicators of their own come soon after a heading or sentence."""
    if _before_counted(body, passage) < 0:
        return False
    speaks = heads_goals(small) if is_heading(body, passage.part) else INTRODUCES.search(small)
    return bool(speaks)


def _before_counted(body: LetterBody, passage: Passage) -> int:
    """The position before the first counted item, within three paragraphs; -1 for none.

    "1. Instituttet skal gi bedre bølgevarsler." with "Styringsparametre:" under it.
    """
    for steps in range(1, 5):
        block = passage.after(steps)
        if block is None or _is_measured(body, block):
            return -1
        if block.marker is None and is_heading(body, block):
            return -1
        if block.marker is not None:
            is_first = _count(block.marker) in ("1", "a", "A", "i", "I")
            counts = is_first and _heads_measures(body, passage.among, passage.at + steps)
            return passage.at + steps - 1 if counts else -1
    return -1


def _heads_measures(body: LetterBody, among: Sequence[Block], at: int) -> bool:
    """Whether indicators stand under an item, right there or after up to two paragraphs of text."""
    for after in among[at + 1 : at + 4]:
        if not isinstance(after, Paragraph) or after.marker is not None:
            return False
        if _is_measured(body, after) or MEASURED_LAST.search(body.reading.small(after).rstrip()):
            return True
        if is_heading(body, after):
            return False
    return False


def _is_measured(body: LetterBody, block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(MEASURED.match(body.reading.small(block)))


# ---------------------------------------------------------------------------------- their items


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
    wanted = _count(first.marker)
    goes_on = wanted is not None and (
        first.style.bold or first.lead >= first.end or _heads_measures(body, among, at + 1)
    )
    place = body.reading.place(intro.start)
    for block in among[at + 1 : at + 1 + _MOST_BLOCKS]:
        if among is body.blocks and place not in body.reading.place(block.start).outward():
            return
        marker = block.marker if isinstance(block, Paragraph) else None
        if (
            isinstance(block, Paragraph)
            and marker is not None
            and abs(block.indent - first.indent) < _NEAR
            and _count(marker) == wanted
        ):
            yield block
            wanted = _next_count(wanted)
        elif isinstance(block, Paragraph) and marker and block.indent > first.indent:
            continue
        elif not goes_on:
            return


def _count(marker: str) -> str | None:
    """A marker's number or letter; None for a bullet."""
    bare = marker.strip("().: ")
    return bare if bare.isalnum() else None


def _next_count(count: str | None) -> str | None:
    if count is None:
        return None
    if count.isdigit():
        return str(int(count) + 1)
    if count.lower() in _ROMANS[:-1]:
        following = _ROMANS[_ROMANS.index(count.lower()) + 1]
        return following if count.islower() else following.upper()
    return chr(ord(count[-1]) + 1)


def _lines(
    body: LetterBody, among: Sequence[Block], at: int, intro: Paragraph
) -> Iterator[Paragraph]:
    """Lines that stand as a list without bullets: set in, or lettered "A. "."""
    first = among[at + 1]
    assert isinstance(first, Paragraph)
    for block in among[at + 1 : at + 1 + _MOST_BLOCKS]:
        if not isinstance(block, Paragraph) or block.marker is not None:
            return
        small = body.reading.small(block)
        lettered = INNER_NUMBER.match(small) is not None
        if block.indent < intro.indent + _NEAR / 2 and not lettered:
            return
        if abs(block.indent - first.indent) >= _NEAR or block.end - block.start > LONGEST_LINE:
            return
        if small.endswith(":") or MEASURED.search(small):
            return
        yield block


def _item(
    body: LetterBody, item: Paragraph, kind: tuple[int, str], under_main: bool
) -> Iterator[Found]:
    """The goals that a list item is: one, or two where lines of a list were read as one."""
    small = body.reading.laid.text.found.small
    if LABEL.match(small, item.start, item.end) is not None:
        return  # read by its label
    start, number = item.start, _count(item.marker) if item.marker else None
    if number is None and (inner := INNER_NUMBER.match(small, item.start, item.end)):
        number, start = body.reading.text[slice(*inner.span(1))], inner.end()
    end = item.end
    if start < item.lead < end:
        end = item.lead
    elif not is_heading(body, item):
        end = min(end, body.reading.laid.text.found.sentence_at(start)[1])
    if item.marker is None and (middle := _two_lines(body, start, end)) is not None:
        yield from found_at(body, (start, middle), number, kind, under_main)
        start = middle
    title = title_of(body, start, end)
    if title is not None and FIGURE.match(small[title[0] : title[1]]) is None:
        yield Found(*title, number, *kind, under_main)


def _two_lines(body: LetterBody, start: int, end: int) -> int | None:
    """Where the second of two lines begins that are a sentence each and have no full stop."""
    text, small = body.reading.text, body.reading.laid.text.found.small
    for at in range(start + 1, end):
        if text[at].isupper() and text[at - 1] == " " and text[at - 2].islower():
            whole = FINITE.search(small, start, at) and FINITE.search(small, at, end)
            if whole and _begins_line(body, at):
                return at
    return None


def _begins_line(body: LetterBody, at: int) -> bool:
    """Whether a character stands lower on the page than the word before it."""
    (before, *_), (here, *_) = (
        body.reading.evidence(at - 2, at - 1),
        body.reading.evidence(at, at + 1),
    )
    return before.bbox is not None and here.bbox is not None and here.bbox[1] > before.bbox[3] - 4


# ---------------------------------------------------------------------------------- headings


def headed(body: LetterBody, passage: Passage) -> Iterator[Found]:
    """Headings right under one of goals: whole sentences, or as many as are told of."""
    part = passage.part
    place = body.reading.place(part.start)
    if place.heading is not part or passage.in_table is not None:
        return
    small = body.reading.small(part)
    if not heads_goals(small) or (
        LABEL.match(small) is None and "mål" not in small.split(" og ")[0]
    ):
        return
    under = []
    for block in passage.among[passage.at + 1 :]:
        inner = body.reading.place(block.start)
        if place not in inner.outward():
            break
        if inner.heading is block and inner.parent is place:
            under.append(inner)
    titles = [inner.words for inner in under]
    after = passage.after()
    counted = COUNTED.search(body.reading.small(after)) if after is not None else None
    is_told = counted is not None and COUNTS[counted[1]] == len(titles)
    if len(titles) < 2 or not (is_told or all(FINITE.search(words) for words in titles)):
        return
    for inner in under:
        heading = inner.heading
        assert heading is not None
        start = heading.end - len(_without_number(body.reading.words(heading)))
        yield from found_at(body, (start, heading.end), None, kind_of(""))


def _without_number(words: str) -> str:
    """A heading's words without the number before them."""
    first, _, rest = words.partition(" ")
    return rest if first[:1].isdigit() and first.replace(".", "").isdigit() else words
