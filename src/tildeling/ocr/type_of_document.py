"""The type of a scanned letter's words, by all its pages together.

One line's height tells its size to within five per cent, and whether it is bold only beside text
that is not. A letter has few sizes, most of its text in one: what comes near one of them has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from tildeling.ocr.pictures import DPI
from tildeling.ocr.raised_marks import without_marks
from tildeling.ocr.typography import LEANS, MeasuredWord, box_of, heights, line_size
from tildeling.read.page import SLANTED, Word

# Sizes that differ by less (a share) are one: of a short line at 300 dots an inch one pixel more is
# three per cent, and headings are set a twelfth larger than text at least.
SAME_SIZE = 0.07
# So few characters, as near to a size that more of the letter has, are of that one: "1605" of a
# table in ten points measured 11.2, and its row became a heading.
RARE, CLOSE = 40, 0.09

# Strokes of bold type are this many times as broad as those of the letter's text, for its size: in
# scans at 300 dots an inch Times and Arial have 1.5, and nine in ten plain words lie within 1.06.
BOLDER = 1.25
# A word as near to that is as the words around it; one of few letters also if it is less near.
UNSURE, UNSURE_IF_SHORT = 0.08, 0.15

# So many letters and figures, whose strokes tell only if they are upright ones.
SHORT = 2

# Words of a size from which its own strokes are known.
ENOUGH = 4

# Characters of a line whose height may tell its size wrongly: in "DIG/FHA" a stroke alone does.
FEW = 12
# Font sizes between the ink of lines of one cell.
STACKED = 0.8

# Characters of a number that heads a line: "4", "3.1", "1.2.".
LONE = 4
# Font sizes: how far baselines of one line lie apart, and a heading stands from its number.
ON_LINE, NEAR = 0.3, 4.0

UPRIGHT = frozenset("bdfhijklmnpqrtuBDEFHIJKLMNPRTU1")

MeasuredLine = Sequence[MeasuredWord]


class _Type(NamedTuple):
    """What the letter's text is set in."""

    sizes: tuple[float, ...]
    strokes: Mapping[float, float]
    """Breadth of the strokes (pixels) of plain type, by size."""

    def nearest(self, size: float) -> float:
        """The size that a line has which measures so."""
        most = self.sizes[0] if self.sizes else 10.0
        return min(self.sizes, key=lambda one: abs(one - size), default=most) if size else most


def typeset(pages: Sequence[Sequence[MeasuredLine]]) -> list[list[Word]]:
    """The words of each page, in points, with the size of their type and whether they are bold."""
    pages = [[without_marks(line) for line in lines] for lines in pages]
    scales = _scales(pages)
    pages = [[_calibrated(line, scales) for line in lines] for lines in pages]
    lines = [line for page in pages for line in page]
    sizes = _sizes(lines)
    known = _Type(sizes, _plain_strokes(lines, sizes))
    return [
        _beside(
            [
                _words(line, size, known)
                for line, size in zip(page, _own_sizes(page, known), strict=True)
            ]
        )
        for page in pages
    ]


def _own_sizes(lines: Sequence[MeasuredLine], known: _Type) -> list[float]:
    """The size of each line; a piece of few letters has that of the line over or under it, where it
    measures nearly so.
    """
    measured = [line_size(line) for line in lines]
    found = [known.nearest(size) for size in measured]
    return [
        _stacked_size(at, lines, measured[at], found) or size if _count(lines[at]) <= FEW else size
        for at, size in enumerate(found)
    ]


def _stacked_size(
    at: int, lines: Sequence[MeasuredLine], measured: float, found: Sequence[float]
) -> float | None:
    """The size of the nearest line of the same cell that is not far shorter."""
    line = lines[at]
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    near = [
        (max(other[0].top - bottom, top - other[0].bottom), found[to])
        for to, other in enumerate(lines)
        if to != at
        and other[0].x0 < line[-1].x1
        and line[0].x0 < other[-1].x1
        and abs(found[to] - measured) <= SAME_SIZE * measured
        and 2 * _count(other) > _count(line)
    ]
    distance, size = min(near, default=(0.0, 0.0))
    return size if size and distance < STACKED * size * DPI / 72 else None


def _count(line: MeasuredLine) -> int:
    return sum(len(word.text) for word in line)


def _kind(word: MeasuredWord) -> tuple[float, float]:
    """What of a word its height tells: how high it reaches, and how low."""
    return heights(word.text)


def _scales(pages: Iterable[Iterable[MeasuredLine]]) -> dict[tuple[float, float], float]:
    """By how much words of each kind measure too small: typefaces have other proportions."""
    sizes = defaultdict[tuple[float, float], list[float]](list)
    for word in (word for page in pages for line in page for word in line if word.size):
        sizes[_kind(word)].append(word.size)
    if not sizes:
        return {}
    whole = median([size for group in sizes.values() for size in group])
    near = {
        kind: [size for size in group if 0.8 < size / whole < 1.25] for kind, group in sizes.items()
    }
    return {kind: whole / median(group) for kind, group in near.items() if len(group) >= 20}


def _calibrated(line: MeasuredLine, scales: dict[tuple[float, float], float]) -> MeasuredLine:
    return [word._replace(size=word.size * scales.get(_kind(word), 1.0)) for word in line]


def _sizes(lines: Iterable[MeasuredLine]) -> tuple[float, ...]:
    """The sizes that the letter is set in, that of most text first."""
    letters = defaultdict[float, int](int)
    for line in lines:
        if size := line_size(line):
            letters[round(size, 1)] += sum(len(word.text) for word in line)
    found: list[float] = []
    left = dict(letters)
    while left:
        # The middle of the heap with most letters, not its highest point: that is chance.
        most = max(left, key=lambda size: _near(left, size))
        heap = _heap(left, _middle(left, _heap(left, most)))
        size = round(_middle(left, heap), 1)
        is_rare = sum(left[one] for one in heap) < RARE
        if not (is_rare and any(abs(one - size) <= CLOSE * one for one in found)):
            found.append(size)
        for size in heap:
            del left[size]
    return tuple(found)


def _heap(letters: Mapping[float, int], size: float) -> list[float]:
    return [other for other in letters if abs(other - size) <= SAME_SIZE * size]


def _middle(letters: Mapping[float, int], heap: Iterable[float]) -> float:
    return median([size for size in heap for _ in range(letters[size])])


def _near(letters: dict[float, int], size: float) -> int:
    return sum(letters[other] for other in _heap(letters, size))


def _stroke(lines: Iterable[MeasuredLine]) -> float:
    found = sorted(
        (_line_stroke(line) / size, sum(len(word.text) for word in line))
        for line in lines
        if (size := line_size(line)) and _line_stroke(line)
    )
    middle = sum(letters for _, letters in found) / 2
    for stroke, letters in found:
        middle -= letters
        if middle <= 0:
            return stroke
    return 0.0


def _line_stroke(line: MeasuredLine) -> float:
    strokes = [word.stroke for word in line for _ in word.text if word.stroke]
    return median(strokes) if strokes else 0.0


def _plain_strokes(lines: Sequence[MeasuredLine], sizes: Sequence[float]) -> dict[float, float]:
    """Breadth of plain strokes, by size: as broad as the size, but small type is set bolder.

    A quarter of the words of a size are plain, or none is: then they are far bolder.
    """
    usual = _stroke(lines)
    known = _Type(tuple(sizes), {})
    strokes = defaultdict[float, list[float]](list)
    for line in lines:
        at = known.nearest(line_size(line))
        strokes[at] += [word.stroke / at for word in line if word.stroke and _letters(word) > SHORT]
    found = {}
    for size in sizes:
        thin = sorted(strokes[size])[len(strokes[size]) // 4 :][:1]
        is_plain = len(strokes[size]) >= ENOUGH and usual < thin[0] < BOLDER * usual
        found[size] = size * (thin[0] if is_plain else usual)
    return found


def _letters(word: MeasuredWord) -> int:
    return sum(map(str.isalnum, word.text))


def _words(line: MeasuredLine, size: float, known: _Type) -> list[Word]:
    baselines = [word.baseline for word in line if word.size]
    baseline = median(baselines) if baselines else max(word.bottom for word in line)
    bolds = _bolds(line, known.strokes.get(size, 0.0))
    return [
        Word(
            word.text,
            *box_of(word, size, baseline),
            size,
            bold,
            italic,
            direction=SLANTED if word.slanted else 0,
            doubt=word.doubt,
        )
        for word, bold, italic in zip(line, bolds, _italics(line), strict=True)
    ]


def _beside(lines: Sequence[list[Word]]) -> list[Word]:
    """All words; a number that stands alone before bold type is bold, as a heading's is."""
    heads = [line[0] for line in lines if line]
    found: list[Word] = []
    for line in lines:
        is_lone = len(line) == 1 and len(line[0].text) <= LONE and not line[0].bold
        found += [line[0]._replace(bold=_heads_bold(line[0], heads))] if is_lone else line
    return found


def _heads_bold(word: Word, heads: Iterable[Word]) -> bool:
    """True where the nearest thing to the right of a word, on its line, is bold and near."""
    beside = [
        head
        for head in heads
        if head.x0 > word.x1 and abs(head.bottom - word.bottom) < ON_LINE * word.size
    ]
    nearest = min(beside, key=lambda head: head.x0, default=None)
    return nearest is not None and nearest.bold and nearest.x0 - word.x1 < NEAR * word.size


def _bolds(line: MeasuredLine, plain: float) -> list[bool]:
    """Which words of a line are bold: one that does not tell is as the words around it."""
    if not plain:
        return [False] * len(line)
    sure = [_is_bold(word, plain) for word in line]
    whole = _line_stroke(line) > BOLDER * plain
    found: list[bool] = []
    for at, one in enumerate(sure):
        if one is not None:
            found.append(one)
            continue
        after = next((other for other in sure[at:] if other is not None), whole)
        before = found[-1] if found else after
        own = line[at].stroke > BOLDER * plain if line[at].stroke else whole
        found.append(before if before == after else own)
    return found


def _italics(line: MeasuredLine) -> list[bool]:
    """Which words of a line are italic: one that is too short to tell is as those around it."""
    told = [word.slant > LEANS if word.slant else None for word in line]
    found: list[bool] = []
    for at, one in enumerate(told):
        after = next((other for other in told[at:] if other is not None), None)
        before = found[-1] if found else after
        found.append(bool(before and after is not False) if one is None else one)
    return found


def _is_bold(word: MeasuredWord, plain: float) -> bool | None:
    """Whether a word is bold by itself; None where its strokes do not tell."""
    letters = _letters(word)
    is_short = letters <= SHORT
    if not word.stroke or not letters or (is_short and not UPRIGHT.issuperset(word.text)):
        return None
    unsure = UNSURE_IF_SHORT if is_short else UNSURE
    if abs(word.stroke / plain - BOLDER) < unsure:
        return None
    return word.stroke > BOLDER * plain
