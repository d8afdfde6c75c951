"""One text, one map: the letter's clean text, and the way back from every character to the page.

All that is extracted is a span of this text, and evidence is made from a span here and nowhere
else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import add

from tildeling.letter import Evidence
from tildeling.origin import Extent
from tildeling.page.lines import Line
from tildeling.read.page import Page, Word
from tildeling.read.words import SOFT_HYPHEN
from tildeling.text.found import Found

_HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
_LETTER = r"[^\W\d_]"

# A hyphen at a line's end is the word's own after a digit, a capital or a lone letter ("Covid-19-",
# "IKT-", "e-"), and before "og", "eller" and the like ("helse- og").
_OWN_HYPHEN = re.compile(rf"(?:\d|[A-ZÆØÅ]{{2,}}|(?:^|\W){_LETTER})$")
_COORDINATION = frozenset(["og", "eller", "samt", "til"])


Box = tuple[float, float, float, float]
"""x0, top, x1, bottom."""


class LetterText:
    """The text under construction and, once built, its map to the pages.

    Words are added in reading order; `separator` joins what has been written to what comes.
    """

    def __init__(
        self,
        hyphenated_words: Iterable[str] = (),
        plain: bool = False,
        pages: Iterable[Page] = (),
    ) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._words: list[Word] = []
        self._pages: list[int] = []
        """The page that each of `_words` stands on."""
        self._known = frozenset(hyphenated_words)
        self._plain = plain
        # Most pages are shown as they are read.
        self._shown_otherwise = {page.number: page for page in pages if page.patches}
        self._joined: str | None = None
        self._found: Found | None = None

    @property
    def length(self) -> int:
        """Characters written so far."""
        return self._length

    @property
    def text(self) -> str:
        """All of it. Blocks are separated by a line feed, cells by a tab."""
        if self._joined is None:
            self._joined = "".join(self._parts)
        return self._joined

    @property
    def found(self) -> Found:
        """What the grammar finds in the text. It is asked for once all has been written."""
        if self._found is None:
            self._found = Found(self.text)
        return self._found

    def separate(self, separator: str) -> None:
        """Writes a separator that belongs to no word."""
        if self._length:
            self._write(separator)

    def add_line(self, page: int, words: Sequence[Word]) -> tuple[int, int]:
        """Writes the words of one line, single-spaced; returns their span."""
        start = self._length
        texts = [word.text for word in words]
        lengths = [len(text) for text in texts]
        *starts, _ = accumulate([length + 1 for length in lengths], initial=start)
        self._starts += starts
        self._ends += map(add, starts, lengths)
        self._words.extend(words)
        self._pages.extend([page] * len(words))
        self._write(" ".join(texts))
        return start, self._length

    def continue_line(self, page: int, words: Sequence[Word], broken: bool = False) -> None:
        """Writes a line that goes on from the one before: joins them with a space, or mends the
        word.

        `broken` says that the line before ends inside a word without any hyphen, as words wider
        than their table cell do.
        """
        last = self._words[-1].text
        join = "" if broken else self._join_after(last, words[0].text)
        if join == "drop":
            self._drop_last_character()
        elif join:
            self._write(join)
        self.add_line(page, words)

    def _join_after(self, last: str, following: str) -> str:
        """What to write between two lines: a space, nothing, or 'drop' to take the hyphen away."""
        if len(last) < 2 or not last.endswith((*_HYPHENS, "\u2013", "/")):
            return " "
        stem = last[:-1]
        if last[-1] in "-\u2013" and stem[-1].isdigit() and following[0].isdigit():
            return ""  # "2012-" + "2013"
        if last[-1] == "/":
            return ""  # "kap./" + "post"
        if last[-1] == "\u2013":
            return " "
        head = re.match(rf"{_LETTER}+", following)
        if not (stem[-1].isalnum() and head):
            return " "
        if last.endswith(SOFT_HYPHEN):
            return "drop"
        if head[0] in _COORDINATION:
            return " "
        if (
            _OWN_HYPHEN.search(stem)
            or following[0].isupper()
            or f"{stem}-{head[0]}".strip("(«\"'").casefold() in self._known
        ):
            return ""
        return "drop"

    def _write(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)
        self._joined = None

    def _drop_last_character(self) -> None:
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        self._ends[-1] -= 1
        self._joined = None

    def end_of_words(self, start: int, count: int) -> int:
        """Where the first `count` words from `start` on end; `start` for none."""
        if count == 0:
            return start
        return self._ends[bisect_left(self._starts, start) + count - 1]

    # ------------------------------------------------------------------ the way back

    def words(self, start: int, end: int) -> list[tuple[int, Word]]:
        """Page and word of each word that overlaps a span."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return list(zip(self._pages[first:last], self._words[first:last], strict=True))

    def page(self, start: int) -> int | None:
        """The page that the character at `start` stands on; None for plain text."""
        if self._plain or not self._words:
            return None
        at = min(bisect_right(self._ends, start), len(self._words) - 1)
        return self._pages[at]

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Where a span stands: one evidence a page, with the box around its words there."""
        if self._plain:
            return (self._evidence(None, None, start, end),)
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        found = []
        while first < last:
            page = self._pages[first]
            after = last
            if self._pages[first:last].count(page) < last - first:
                after = next(at for at in range(first, last) if self._pages[at] != page)
            box = self.box(page, self._words[first:after])
            begin, stop = max(start, self._starts[first]), min(end, self._ends[after - 1])
            found.append(self._evidence(page, box, begin, stop))
            first = after
        return tuple(found)

    def box(self, page: int, words: Sequence[Word]) -> Box:
        """The box around words of a page, where the page shows them."""
        return _box_around(self._shown(page, words))

    def _shown(self, page: int, words: Sequence[Word]) -> Sequence[Word]:
        """The words where they stand on the page as it is shown."""
        turned = self._shown_otherwise.get(page)
        if turned is None:
            return words
        boxes = (turned.shown((word.x0, word.top, word.x1, word.bottom)) for word in words)
        return [
            word._replace(x0=x0, top=top, x1=x1, bottom=bottom)
            for word, (x0, top, x1, bottom) in zip(words, boxes, strict=True)
        ]

    def _evidence(self, page: int | None, box: Box | None, start: int, end: int) -> Evidence:
        evidence = Evidence(page=page, bbox=box, text=_one_line(self.text[start:end]))
        evidence._extent = Extent(start, end)
        return evidence

    def evidence_of(self, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """The evidence of several spans, in their order; a place named twice is named once."""
        return distinct(e for start, end in spans for e in self.evidence(start, end))


def hyphenated_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words that the letter itself writes with a hyphen inside a line: 'e-læring'."""
    return frozenset(
        word.text.strip(".,;:()«»\"'").casefold()
        for line in lines
        if "-" in line.text
        for word in line.words
        if "-" in word.text[1:-1]
    )


def distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each place once, in the order of its first mention; two places may have the same words."""
    return tuple({(each._extent.start, each._extent.end): each for each in evidence}.values())


def _box_around(words: Sequence[Word]) -> Box:
    _, x0s, tops, x1s, bottoms, *_ = zip(*words, strict=True)
    return round(min(x0s), 2), round(min(tops), 2), round(max(x1s), 2), round(max(bottoms), 2)


def _one_line(text: str) -> str:
    return " ".join(text.split())
