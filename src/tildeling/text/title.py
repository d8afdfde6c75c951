"""Where the letter begins: its title, under letterhead, address and references."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.forms import TITLE_WORDS
from tildeling.text.blocks import Block, Paragraph
from tildeling.text.letter_text import LetterText

# The title stands among the first blocks of the letter.
FIRST_BLOCKS = 45
# "Oppdragsbrev – Rammen er fastsatt til 41,316 mill. kroner." is a title all the same.
_ENDS_SENTENCE = re.compile(r"(?<!kroner)(?<!kr)\.$|:$", re.IGNORECASE)
# Characters; a paragraph that is longer and ends in a full stop is the letter's text, which begins
# under its title.
PROSE = 160


def find_title(text: LetterText, blocks: Sequence[Block]) -> int | None:
    """Position of the block that is the letter's title; None where none looks like one.

    Of several, one over the letter's text, then the one in the largest type, then bold, then the
    first: a heading "Tildeling av midler" below may be set larger.
    """
    best: tuple[bool, float, bool, int] | None = None
    over = True
    at: int | None = None
    whole = text.text
    for index, block in enumerate(blocks[:FIRST_BLOCKS]):
        if not isinstance(block, Paragraph) or block.marker or (block.page or 1) > 1:
            continue
        words = whole[block.start : block.end]
        if len(words) > PROSE and words.endswith("."):
            over = False
        if len(words) > 220 or _ends_sentence(words) or not TITLE_WORDS.search(words):
            continue
        rank = (over, round(block.style.size, 1), block.style.bold, -index)
        if best is None or rank > best:
            best, at = rank, index
    return at


def _ends_sentence(words: str) -> bool:
    return words.endswith((".", ":")) and _ENDS_SENTENCE.search(words) is not None
