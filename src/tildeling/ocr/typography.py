"""What the picture shows of a line's words: where each ends, how large its type is, and how bold.

An engine tells where a word stands to within a letter. Ink tells it to the pixel: words end where
the line has no ink.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from tildeling.ocr.engines import ReadLine, ReadWord
from tildeling.ocr.pictures import DPI, Grey, Mask
from tildeling.read.words import ASCENT, DESCENT

HIGH = frozenset("bdfhkltABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅåÄÖäöÉé0123456789!?/()[]{}§%&«»|")
"""Characters that reach above the small letters."""
LOW = frozenset("gjpqyQ,;()[]{}|§/")
"""Characters that reach below the line."""
SMALL = frozenset("acemnorsuvwxzæøgpqy")
"""Characters as high as small letters, above the line."""
FLAT = frozenset(".,:;-–—'\"*•·°=+~_…")
"""Characters that tell nothing of the type's size."""

CAP_HEIGHT = 0.69
X_HEIGHT = 0.49
BELOW = 0.21
"""Heights in font sizes: of capitals and digits, of small letters, and what hangs below the line.
Means of Times, Arial, Calibri and Libertinus, which differ by a tenth at most."""

STROKE_NOISE = 40
"""Differences of shade between neighbouring pixels below this are noise, not an edge."""


class MeasuredWord(NamedTuple):
    """A word with its box in pixels, tight around its ink, and what its type looks like."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    baseline: float
    size: float
    """Font size in points, as its height tells; 0 where it has no letters that tell."""
    stroke: float
    """Breadth of its strokes in pixels; 0 where it has none."""
    doubt: str | None = None
    """What a second reading has instead, as a `Word` has it."""


def measured(grey: Grey, dark: Mask, line: ReadLine) -> list[MeasuredWord]:
    """The words of a line as the picture has them."""
    top = max(int(min(word.top for word in line)), 0)
    bottom = min(int(max(word.bottom for word in line)) + 1, dark.shape[0])
    left = max(int(min(word.x0 for word in line)) - 4, 0)
    right = min(int(max(word.x1 for word in line)) + 5, dark.shape[1])
    columns: Mask = np.asarray(dark[top:bottom, left:right].any(axis=0))
    if not columns.any():
        return []
    cuts = _cuts(columns, [(word.x0 - left, word.x1 - left) for word in line], bottom - top)
    found = []
    for word, (start, end) in zip(line, pairwise(cuts), strict=True):
        measured_word = _measured(grey, dark, word, (left + start, top, left + end, bottom))
        if measured_word is not None:
            found.append(measured_word)
    return found


def _cuts(columns: Mask, places: Sequence[tuple[float, float]], height: int) -> list[int]:
    """Where the words of a line are cut apart: in the widest free space near where the engine
    sees one end and the next begin.
    """
    free = _runs(~columns)
    cuts = [0]
    for (x0, x1), (next_x0, next_x1) in pairwise(places):
        low = max(cuts[-1], (x0 + x1) / 2, x1 - 0.6 * height)
        high = min((next_x0 + next_x1) / 2, next_x0 + 0.6 * height)
        between = [
            (start, end) for start, end in free if end > low and start < high and start >= cuts[-1]
        ]
        if between:
            start, end = max(between, key=lambda run: run[1] - run[0])
            cuts.append((start + end) // 2)
        else:
            cuts.append(max(cuts[-1], int((x1 + next_x0) / 2)))
    return [*cuts, len(columns)]


def _runs(mask: Mask) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def _measured(
    grey: Grey, dark: Mask, word: ReadWord, box: tuple[int, int, int, int]
) -> MeasuredWord | None:
    x0, top, x1, bottom = box
    part = dark[top:bottom, x0:x1]
    if not part.any():
        return None
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    inner = (
        x0 + int(columns[0]),
        top + int(rows[0]),
        x0 + int(columns[-1]) + 1,
        top + int(rows[-1]) + 1,
    )
    return _typed(grey, word.text, inner)


def _typed(grey: Grey, text: str, box: tuple[int, int, int, int]) -> MeasuredWord:
    x0, top, x1, bottom = box
    letters = set(text) - FLAT
    high, low = bool(letters & HIGH), bool(set(text) & LOW)
    small = bool(letters & SMALL)
    above = CAP_HEIGHT if high else X_HEIGHT if small else 0.0
    below = BELOW if low else 0.0
    size = (bottom - top) / (above + below) * 72 / DPI if above else 0.0
    baseline = bottom - below * size * DPI / 72 if above else float(bottom)
    return MeasuredWord(text, x0, top, x1, bottom, baseline, size, _stroke(grey[top:bottom, x0:x1]))


def _stroke(part: Grey) -> float:
    """Breadth of the strokes: twice the ink's area by the length of its edges.

    Both are sums of shades, so that blur changes neither.
    """
    shade = 255.0 - cv2.GaussianBlur(part, (3, 3), 0).astype(np.float32)
    across = np.abs(np.diff(shade, axis=1))
    down = np.abs(np.diff(shade, axis=0))
    edges = np.hypot(across[:-1, :], down[:, :-1])
    length = float(edges[edges > STROKE_NOISE / 2].sum())
    area = float(shade[shade > STROKE_NOISE].sum())
    return 2 * area / length if length else 0.0


def line_size(words: Sequence[MeasuredWord]) -> float:
    """The size of most of a line's type, in points; 0 where nothing tells."""
    sizes = [word.size for word in words for _ in word.text if word.size]
    return median(sizes) if sizes else 0.0


def box_of(word: MeasuredWord, size: float, baseline: float) -> tuple[float, float, float, float]:
    """The word's box in points, as readers of PDFs draw it: by its baseline and font size."""
    points = 72 / DPI
    line = baseline * points
    return word.x0 * points, line - ASCENT * size, word.x1 * points, line + DESCENT * size
