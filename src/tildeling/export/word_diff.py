"""Two wordings word by word: what stands in both, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\S+\s*|\s+")

# Words of one wording times words of the other; longer ones are shown as replaced, not matched.
MOST_COMPARISONS = 4_000_000

# Wordings with less in common are two texts, and marking chance words in them helps nobody.
LEAST_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive words that stand in both wordings, only in the old or only in the new one.

    The space after words that stand in both may differ: `old_text` has that of the old wording.
    """

    kind: Literal["same", "old", "new"]
    text: str
    old_text: str = ""


def word_diff(old: str, new: str) -> list[Piece]:
    """The pieces of both wordings, in order; at one place the old words come before the new ones.

    >>> [(piece.kind, piece.text) for piece in word_diff("innen 1. mai 2026", "innen 1. juni 2026")]
    [('same', 'innen 1. '), ('old', 'mai '), ('new', 'juni '), ('same', '2026')]
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) * len(after) > MOST_COMPARISONS:
        return _replaced(old, new)
    bare_before, bare_after = ([word.strip() for word in words] for words in (before, after))
    matcher = SequenceMatcher(None, bare_before, bare_after, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return _replaced(old, new)
    return list(_pieces(matcher, before, after))


def _replaced(old: str, new: str) -> list[Piece]:
    pieces = [Piece("old", old), Piece("new", new)]
    return [piece for piece in pieces if piece.text]


def _pieces(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Piece]:
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            was, is_now = "".join(before[start:end]), "".join(after[new_start:new_end])
            yield Piece("same", is_now, "" if was == is_now else was)
            continue
        if end > start:
            yield Piece("old", "".join(before[start:end]))
        if new_end > new_start:
            yield Piece("new", "".join(after[new_start:new_end]))


def one_side(pieces: list[Piece], side: Literal["old", "new"]) -> list[Piece]:
    """The pieces of one wording."""
    kept = (piece for piece in pieces if piece.kind in ("same", side))
    if side == "new":
        return list(kept)
    return [Piece(piece.kind, piece.old_text or piece.text) for piece in kept]
