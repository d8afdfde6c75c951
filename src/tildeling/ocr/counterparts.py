"""Which characters of one reading stand for which word of another.

Engines cut words otherwise ("1 250 000", "1250 000"), and say where a word stands to within a
letter. So words are compared along the whole line, and where they differ its characters without
spaces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tildeling.ocr.engines import ReadWord
from tildeling.ocr.typography import MeasuredWord
from tildeling.read.page import Word


def counterparts(line: Sequence[MeasuredWord | Word], others: Sequence[ReadWord]) -> list[str]:
    """For each word of a line what the other reading has in its place; '' for nothing."""
    ours, theirs = [word.text for word in line], [word.text for word in others]
    found = [""] * len(line)
    for step, start, end, first, last in SequenceMatcher(None, ours, theirs, False).get_opcodes():
        if step == "equal":
            found[start:end] = theirs[first:last]
        elif step == "insert":
            # Words more than we have go on from the one before.
            if found:
                found[max(start - 1, 0)] += "".join(theirs[first:last])
        else:
            found[start:end] = _by_letters(ours[start:end], theirs[first:last])
    return found


def _by_letters(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    owners = [at for at, text in enumerate(ours) for _ in text]
    signs = [(sign, at) for at, text in enumerate(theirs) for sign in text]
    found = [""] * len(ours)
    steps = SequenceMatcher(None, "".join(ours), "".join(theirs), False).get_opcodes()
    for _, start, end, first, last in steps:
        places = _owners(owners, signs, (start, end, first, last))
        for at, owner in zip(range(first, last), places, strict=True):
            found[owner] += signs[at][0]
    return found


def _owners(
    owners: Sequence[int], signs: Sequence[tuple[str, int]], step: tuple[int, int, int, int]
) -> Iterator[int]:
    """The words of the line that a run of the other reading's signs stands for."""
    start, end, first, last = step
    for at in range(first, last):
        if end > start:
            yield owners[start + (at - first) * (end - start) // (last - first)]
            continue
        # Signs more than we have: they are of the word that goes on with them, in the other
        # reading, else of the one that goes on into them.
        goes_on = last < len(signs) and signs[last][1] == signs[at][1]
        after = start < len(owners) and (goes_on or not start)
        yield owners[start if after else start - 1]
