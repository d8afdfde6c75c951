"""What stands around a budget table and is about it: its title, its unit, its chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.find.cells import Unit, find_unit
from tildeling.find.posts import find_posts
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Block, Paragraph, Table

SHORT = 60
"""A note about a table's unit is shorter than this many characters."""
LOOK_BACK = 12
"""A heading is looked for in this many blocks over a table."""

_CHAPTER_HEADING = re.compile(r"(?:[\dIVX.]{1,9}\s+)?kap(?:\.|ittel)?\s*\d{3,4}", re.IGNORECASE)
_POST_HEADING = re.compile(r"post\s+\d", re.IGNORECASE)
# "(i 1 000 kroner)", "Tal i 1 000 kr", but not "Tildelingar i 2026 (i 1 000 kr)".
_UNIT_ONLY = re.compile(
    r"\(?\s*(?:alle\s+)?(?:tall|tal|beløp\w*|summ?\w*|oppgit\w*|oppgjev\w*|i|hele|heile|kr\.?"
    r"|kroner|tusen|mill\.?|[tm]?nok|kkr|1\s?\.?000)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")
_TABLE_WORD = re.compile(r"(?<!\w)(?:tabell|oversikt)", re.IGNORECASE)


def table_title(reading: Reading, at: int) -> str | None:
    """The caption of the table at a position among the blocks, or what it has instead of one.

    That is the sentence that introduces it, or the heading that it stands under.
    """
    for paragraph in _captions(reading, at):
        text = reading.words(paragraph)
        if _is_heading(reading, paragraph) or _is_unit_only(text):
            continue
        sentence = _SENTENCE_END.split(text)[-1].rstrip()
        is_caption = len(text) < 2 * SHORT and find_unit(text) is not None
        if is_caption or sentence.endswith(":") or _TABLE_WORD.search(sentence):
            return sentence
    heading = _heading_over(reading, at)
    return reading.words(heading) if heading else None


def unit_around(reading: Reading, first: int, last: int) -> Unit | None:
    """The unit as said over the table (blocks `first` to `last`), in its heading or under it."""
    paragraphs = _captions(reading, first)
    heading = _heading_over(reading, first)
    if heading is not None:
        paragraphs.append(heading)
    texts = [reading.words(paragraph) for paragraph in paragraphs]
    for block in reading.blocks[last + 1 : last + 2]:
        if isinstance(block, Paragraph) and len(reading.words(block)) < SHORT:
            texts.append(reading.words(block))
    return next((unit for text in texts if (unit := find_unit(text)) is not None), None)


def chapter_over(reading: Reading, at: int) -> int | None:
    """The one chapter that the sentence or heading over a table names."""
    for paragraph in _above(reading, at):
        text = reading.words(paragraph)
        if not (text.rstrip().endswith(":") or _CHAPTER_HEADING.match(text)):
            continue
        chapters = {post.chapter for post in find_posts(text) if post.chapter is not None}
        if len(chapters) == 1:
            return chapters.pop()
    return None


def is_caption_again(reading: Reading, block: Block) -> bool:
    """Whether a block between two parts of a table repeats a unit or a running head."""
    if isinstance(block, Table):
        return False
    text = reading.words(block)
    is_repeated = reading.text.find(text) < block.start
    return len(text) < 2 * SHORT and (is_repeated or _is_unit_only(text))


def _above(reading: Reading, at: int) -> Iterator[Paragraph]:
    """Paragraphs over a block, from the nearest, as far as the table before it."""
    for block in reversed(reading.blocks[max(0, at - LOOK_BACK) : at]):
        if isinstance(block, Table):
            return
        yield block


def _captions(reading: Reading, at: int) -> list[Paragraph]:
    """What stands right over a table: a lone unit, and the paragraph over that."""
    captions: list[Paragraph] = []
    for paragraph in _above(reading, at):
        captions.append(paragraph)
        if len(captions) == 2 or not _is_unit_only(reading.words(paragraph)):
            break
    return captions


def _is_unit_only(text: str) -> bool:
    return len(text) < SHORT and find_unit(text) is not None and bool(_UNIT_ONLY.match(text))


def _is_heading(reading: Reading, paragraph: Paragraph) -> bool:
    return paragraph.style.bold or paragraph.style.size > reading.laid.body_size + 0.5


def _heading_over(reading: Reading, at: int) -> Paragraph | None:
    """The heading that a table stands under; one of a post heads the lines under it, no table."""
    for block in reversed(reading.blocks[max(0, at - LOOK_BACK) : at]):
        if (
            isinstance(block, Paragraph)
            and _is_heading(reading, block)
            and not _POST_HEADING.match(reading.words(block))
        ):
            return block
    return None
