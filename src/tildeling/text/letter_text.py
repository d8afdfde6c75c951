"""One text, one map: the letter's clean text, and the way back from every character to the page.

All that is extracted is a span of this text, and evidence is made from a span here and nowhere
else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple

from tildeling.letter import Evidence
from tildeling.origin import Extent
from tildeling.page.lines import Line
from tildeling.read.characters import SOFT_HYPHEN
from tildeling.read.page import Page, Word
from tildeling.read.view import Box
from tildeling.text.found import Found

_HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
_LETTER = r"[^\W\d_]"

# A hyphen at a line's end is the word's own after a digit, a capital or a lone letter ("Covid-19-",
# "IKT-", "e-"), and before "og", "eller" and the like ("helse- og").
_OWN_HYPHEN = re.compile(rf"(?:\d|[A-ZÆØÅ]{{2,}}|(?:^|\W){_LETTER})$")
_COORDINATION = frozenset(["og", "eller", "samt", "til"])


class _Part(NamedTuple):
    """What a span has of one page, and where that begins and ends in the text."""

    page: int
    box: Box
    start: int
    end: int


class Doubt(NamedTuple):
    """A word read off a picture that is not sure, and where it stands in the text."""

    start: int
    end: int
    other: str | None
    """What a second reading has instead; None where there was none."""


class LetterText:
    """The text under construction and, once built, its map to the pages.

    Lines are added in reading order; `separate` parts what has been written from what comes.
    """

    def __init__(
        self,
        hyphenated_words: Iterable[str] = (),
        plain: bool = False,
        pages: Iterable[Page] = (),
    ) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        """Where each of `_lines` begins and ends; most are never asked for the place of a word."""
        self._known = frozenset(hyphenated_words)
        self._plain = plain
        # Most pages are shown as they are read.
        pages = tuple(pages)
        self._shown_otherwise = {page.number: page for page in pages if page.patches}
        self._read_twice = {page.number: page.read_twice for page in pages if page.ocr}
        """Pages whose words were read off a picture, and whether that was done twice."""
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
    def is_plain(self) -> bool:
        """True where it came as text, without pages and type."""
        return self._plain

    @property
    def found(self) -> Found:
        """What the grammar finds in the text. It is asked for once all has been written."""
        if self._found is None:
            self._found = Found(self.text)
        return self._found

    @cached_property
    def pages_read_once(self) -> frozenset[int]:
        """The pages whose words were read off a picture by whoever made the file."""
        return frozenset(page for page, is_twice in self._read_twice.items() if not is_twice)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """The words that are not sure, as those born as text are. Of pages that were read but once
        they are all that have a digit.
        """
        if not self._read_twice:
            return ()
        return tuple(doubt for at in range(len(self._lines)) for doubt in self._doubts(at))

    def _doubts(self, at: int) -> Iterator[Doubt]:
        line = self._lines[at]
        if line.page in self._read_twice:
            is_once = line.page in self.pages_read_once
            for word, start, end in zip(line.words, *self._places(at), strict=True):
                digits = is_once and any(sign.isdigit() for sign in word.text)
                if word.doubt is not None or digits:
                    yield Doubt(start, end, word.doubt)

    def separate(self, separator: str) -> None:
        """Writes a separator that belongs to no word."""
        if self._length:
            self._write(separator)

    def add_line(self, line: Line) -> tuple[int, int]:
        """Writes the words of one line, single-spaced; returns their span."""
        start = self._length
        self._write(line.text)
        self._lines.append(line)
        self._starts.append(start)
        self._ends.append(self._length)
        return start, self._length

    def continue_line(self, line: Line, broken: bool = False) -> None:
        """Writes a line that goes on from the one before: joins them with a space, or mends the
        word.

        `broken` says that the line before ends inside a word without any hyphen, as words wider
        than their table cell do.
        """
        last = self._lines[-1].words[-1].text
        join = "" if broken else self._join_after(last, line.words[0].text)
        if join == "drop":
            self._drop_last_character()
        elif join:
            self._write(join)
        self.add_line(line)

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
        at = bisect_left(self._starts, start)
        while count > len(self._lines[at].words):
            count -= len(self._lines[at].words)
            at += 1
        return self._places(at)[1][count - 1]

    # ------------------------------------------------------------------ the way back

    def _places(self, at: int) -> tuple[list[int], list[int]]:
        """Where each word of a line begins, and where each ends."""
        texts = [word.text for word in self._lines[at].words]
        starts = list(accumulate([len(text) + 1 for text in texts], initial=self._starts[at]))
        # The last may have lost its hyphen.
        return starts[:-1], [*[start - 1 for start in starts[1:-1]], self._ends[at]]

    def page(self, start: int) -> int | None:
        """The page that the character at `start` stands on; None for plain text."""
        if self._plain or not self._lines:
            return None
        at = min(bisect_right(self._ends, start), len(self._lines) - 1)
        return self._lines[at].page

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Where a span stands: one evidence a page, with the box around its words there."""
        return self.evidence_of([(start, end)])

    def evidence_of(self, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """The evidence of several spans, in their order; a place named twice is named once."""
        if self._plain:
            return tuple(self._evidence(None, None, *span) for span in dict.fromkeys(spans))
        places = {
            (max(start, part.start), min(end, part.end)): part
            for start, end in spans
            for part in self._parts_of(start, end)
        }
        return tuple([self._evidence(part.page, part.box, *at) for at, part in places.items()])

    def _parts_of(self, start: int, end: int) -> list[_Part]:
        """What a span has of each page: all words it overlaps."""
        at, after = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if at == after:
            return []
        lines, first, last = self._lines[at:after], self._starts[at], self._ends[after - 1]
        pages = {line.page for line in lines}
        if len(pages) == 1 and start <= first and end >= last:  # as most spans
            (page,) = pages
            return [_Part(page, self.box(page, lines), first, last)]
        parts: list[_Part] = []
        for page, group in groupby(range(at, after), key=lambda each: self._lines[each].page):
            cut = [piece for each in group if (piece := self._cut(each, start, end)) is not None]
            if cut:
                box = self._box_around(page, [words for words, _, _ in cut])
                parts.append(_Part(page, box, cut[0][1], cut[-1][2]))
        return parts

    def _cut(self, at: int, start: int, end: int) -> tuple[Sequence[Word], int, int] | None:
        """The words of a line that a span overlaps, and where they begin and end."""
        line, first, last = self._lines[at], self._starts[at], self._ends[at]
        if start <= first and end >= last:
            return line.words, first, last
        starts, ends = self._places(at)
        low, high = bisect_right(ends, start), bisect_left(starts, end)
        return (line.words[low:high], starts[low], ends[high - 1]) if low < high else None

    def box(self, page: int, lines: Sequence[Line]) -> Box:
        """The box around lines of a page, where the page shows them."""
        if page in self._shown_otherwise:
            return self._box_around(page, [line.words for line in lines])
        return _around([(line.x0, line.top, line.x1, line.bottom) for line in lines])

    def _box_around(self, page: int, pieces: Sequence[Sequence[Word]]) -> Box:
        """The box around words of one page, line by line, where the page shows them."""
        turned = self._shown_otherwise.get(page)
        if turned is None:
            return _around([_box_of_words(words) for words in pieces])
        words = [word for piece in pieces for word in piece]
        return _around([turned.shown((word.x0, word.top, word.x1, word.bottom)) for word in words])

    def _evidence(self, page: int | None, box: Box | None, start: int, end: int) -> Evidence:
        return Evidence._as_read(page, box, _one_line(self.text[start:end]), Extent(start, end))


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


def _box_of_words(words: Sequence[Word]) -> Box:
    """The box around a part of a line."""
    tops, ends = [word.top for word in words], [word.x1 for word in words]
    return words[0].x0, min(tops), max(ends), max([word.bottom for word in words])


def _around(boxes: Sequence[Box]) -> Box:
    """The box around others, rounded."""
    x0, top, x1, bottom = boxes[0]
    if len(boxes) > 1:
        x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
        x0, top, x1, bottom = min(x0s), min(tops), max(x1s), max(bottoms)
    return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)


def _one_line(text: str) -> str:
    return " ".join(text.split())
