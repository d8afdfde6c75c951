"""What the picture shows of a line's words: where each ends, how large its type is, and how bold.

An engine tells where a word stands to within a letter. Ink tells it to the pixel: words end where
the line has no ink.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from tildeling.ocr.engines import ReadLine
from tildeling.ocr.look_alikes import mended
from tildeling.ocr.pictures import DPI, Grey, Mask, ink, runs
from tildeling.ocr.placing import placed
from tildeling.read.words import ASCENT, DESCENT

# How far characters reach above the line, in font sizes. Means of Times, Arial, Calibri and
# Libertinus, which differ by a tenth at most; dashes and points tell nothing of the type's size.
ABOVE = tuple(
    (frozenset(letters), height)
    for letters, height in (
        ("acemnorsuvwxzæøgpqy", 0.49),
        ("t", 0.6),
        ("ijäö0123456789", 0.68),
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØ!?%&", 0.69),
        ("bdfhklé/()[]{}§|", 0.72),
        # By itself, so that a letter's own words tell its height: in DejaVu it is 0.85.
        ("å", 0.73),
        ("ÅÄÖ", 0.88),
    )
)
# How far they reach below it.
BELOW = tuple(
    (frozenset(letters), depth)
    for letters, depth in ((",;", 0.13), ("Q", 0.17), ("gjpqy()[]{}|§", 0.21))
)

# Pixels of ink that hang together and are no letter's: the dot of an "i" in type of seven points
# has nine, a full stop more.
SPECK = 5

# Where more of a line is dark, its letters are what is light: bold type fills a quarter.
REVERSED = 0.5

# Share of a line's height above it that may be its own.
OVER = 0.2
# Share of a line's height between a letter and the ring above it; lines stand further apart.
RING_GAP = 0.07

# Share of a line's height that is a word's own ink, also where it reaches to the edge of what was
# cut out: what hangs in from other lines is less.
OWN = 0.4
# An underline that was too short to be taken out with the page's lines: lower than this share of a
# line's height, and inked over so much of a word's width. In a scan at 200 dots an inch one made
# "Frist" a quarter larger than the text, and so a section's heading.
UNDERLINE, UNDERLINED = 0.15, 0.8
# Ink that runs on so far, in heights of the line, is no letter's: such a line, which hides spaces.
RUNS_ON = 1.2
# Pixels: scanning tears it so far apart, and leaves a rim above and below it.
TORN, RIM_OF_LINE = 5, 2

# Share of a line's height, from its top, where its letters stand.
LINE = 0.75

# Share of a line's height at its top and foot where neighbouring lines may hang in.
RIM = 0.1


# How far italics lean forward, for their height: 12 degrees in Times, Arial and Calibri.
ITALIC = 0.2
# A word's slant above which it is italic: words of Times and Carlito in office scans have 1.4 to
# 1.8 in italics, and 0.2 to 0.7 upright.
LEANS = 1.0
# Letters of a word that tell whether it is italic.
TELLING_SLANT = 4

# Font sizes of paper on each side of a letter's ink that are its own, as most typefaces have it.
# Figures are all equally wide: of a 1 the ink is narrow.
BESIDE_A_LETTER, BESIDE_ONE = 0.04, 0.11

# How dark pixels are, 0 for paper.
Shade = npt.NDArray[np.float32]


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
    slant: float = 0.0
    """How much more upright its strokes are once it is set straight as italic type must be: under 1
    for upright type; 0 where it has too few letters to tell.
    """
    slanted: bool = False
    """True where its line runs askew on a page that is straight."""


def measured(grey: Grey, line: ReadLine) -> list[MeasuredWord]:
    """The words of a line as the picture has them."""
    top = max(int(min(word.top for word in line)), 0)
    bottom = min(int(max(word.bottom for word in line)) + 1, grey.shape[0])
    height = bottom - top
    x0, x1 = min(word.x0 for word in line), max(word.x1 for word in line)
    # What an engine takes for a line may begin under the ring of an "Å".
    over = min(round(OVER * height), top)
    top -= over
    edge = max(int(x0) - height, 0)
    part = grey[top:bottom, edge : int(x1) + height]
    if not part.size:
        return []
    shown = part
    # The hook of an italic "f" reaches under the space before it.
    leans = _slant(_shade(part)) > LEANS
    part, dark = _letters(_leant_back(part, over + LINE * height) if leans else part)
    rim = round(RIM * height)
    letters = dark & ~_lines_under(dark, height)
    inked: Mask = np.asarray(letters[over + rim : over + height - rim].any(axis=0))
    left, right = _whole_letters(inked, x0 - edge, x1 - edge, height // 2)
    here = [word._replace(x0=word.x0 - edge - left, x1=word.x1 - edge - left) for word in line]
    found = [
        _measured(part, dark, word.text, (left + word.start, over, left + word.end, over + height))
        for word in placed(
            inked[left:right],
            here,
            height,
            lambda word: _slant(_shade(shown[:, left + word.start : left + word.end])) > LEANS,
        )
    ]
    return [
        word._replace(
            x0=word.x0 + edge,
            x1=word.x1 + edge,
            top=word.top + top,
            bottom=word.bottom + top,
            baseline=word.baseline + top,
            slant=_slant_of(word.text, shown[:, word.x0 : word.x1]) if leans else word.slant,
            slanted=line[0].slanted,
        )
        for word in found
        if word is not None
    ]


def _letters(grey: Grey) -> tuple[Grey, Mask]:
    """A line's picture with nothing but letters, dark on white, and where they are.

    Grey letters on white and white ones on a dark ground are told from their own ground. Copiers
    strew specks between letters, which would part what is one space, and make letters higher.
    """
    dark = ink(grey)
    if dark.mean() > REVERSED:
        grey = (255 - grey).astype(np.uint8)
        dark = ~dark
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    is_letter = stats[:, cv2.CC_STAT_AREA] > SPECK
    is_letter[0] = False
    letters: Mask = is_letter[labels]
    around = cv2.dilate(letters.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)
    return np.where(around, grey, 255).astype(np.uint8), letters


def _lines_under(dark: Mask, height: int) -> Mask:
    """Where ink runs on further than any letter's."""
    across = np.ones((1, max(round(RUNS_ON * height), 1)), np.uint8)
    whole = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((1, TORN), np.uint8))
    found = cv2.morphologyEx(whole, cv2.MORPH_OPEN, across)
    return cv2.dilate(found, np.ones((2 * RIM_OF_LINE + 1, 1), np.uint8)).astype(bool)


def _whole_letters(inked: Mask, x0: float, x1: float, reach: int) -> tuple[int, int]:
    """From where to where a line goes, if no letter is to be cut in two at its ends."""
    left, right = max(int(x0) - 4, 0), min(int(x1) + 5, len(inked))
    least, most = max(left - reach, 0), min(right + reach, len(inked))
    while left > least and inked[left]:
        left -= 1
    while right < most and inked[right - 1]:
        right += 1
    return left, right


def _measured(
    grey: Grey, dark: Mask, text: str, place: tuple[int, int, int, int]
) -> MeasuredWord | None:
    start, top, end, bottom = place
    rows = _own_rows(np.asarray(dark[:, start:end].any(axis=1)), top, bottom)
    if rows is None:
        return None
    rows = _not_underlined(dark[:, start:end], rows, bottom - top)
    columns = np.flatnonzero(dark[rows[0] : rows[1], start:end].any(axis=0))
    box = start + int(columns[0]), rows[0], start + int(columns[-1]) + 1, rows[1]
    own = dark[box[1] : box[3], box[0] : box[2]]
    return _typed(grey, mended(text, own), box)


def _not_underlined(dark: Mask, rows: tuple[int, int], height: int) -> tuple[int, int]:
    """A word's rows without a line drawn under it, apart from its letters."""
    inked = [run for run in runs(np.asarray(dark.any(axis=1))) if rows[0] <= run[0] < rows[1]]
    if len(inked) < 2 or dark.shape[1] < height:
        return rows
    first, last = inked[-1]
    is_line = (
        last - first <= UNDERLINE * height
        and float(dark[first:last].any(axis=0).mean()) >= UNDERLINED
    )
    return (rows[0], inked[-2][1]) if is_line else rows


def _own_rows(rows: Mask, top: int, bottom: int) -> tuple[int, int] | None:
    """From where to where a word's ink reaches, without what hangs in from other lines."""
    inked = runs(rows)
    here = [run for run in inked if run[1] > top and run[0] < bottom]
    own = OWN * (bottom - top)
    inside = [
        run
        for run in here
        if (run[0] > 0 and run[1] < len(rows)) or min(run[1], bottom) - max(run[0], top) > own
    ] or here
    if not inside:
        return None
    first, last = inside[0][0], inside[-1][1]
    near = round(RING_GAP * (bottom - top))
    above = [run for run in inked if 0 < run[0] < first and first - run[1] <= near]
    return above[0][0] if above else first, last


def _typed(grey: Grey, text: str, box: tuple[int, int, int, int]) -> MeasuredWord:
    x0, top, x1, bottom = box
    above, below = heights(text)
    part = _shade(grey[max(top - 2, 0) : bottom + 2, max(x0 - 2, 0) : x1 + 2])
    size = _height(part) / (above + below) * 72 / DPI if above else 0.0
    baseline = bottom - below * size * DPI / 72 if above else float(bottom)
    slant = _slant_of(text, grey[top:bottom, x0:x1])
    return MeasuredWord(text, x0, top, x1, bottom, baseline, size, _stroke(part), slant=slant)


def _shade(part: Grey) -> Shade:
    return 255.0 - cv2.GaussianBlur(part, (3, 3), 0).astype(np.float32)


def _height(shade: Shade) -> float:
    """How high a word's ink is, to parts of a pixel: it ends where it is half as dark as within."""
    rows = shade.max(axis=1)
    half = float(rows.max() + rows.min()) / 2
    inside = np.flatnonzero(rows > half)
    if not len(inside):
        return 0.0
    first, last = int(inside[0]), int(inside[-1])
    height = float(last - first)
    for edge, beyond in ((first, first - 1), (last, last + 1)):
        if 0 <= beyond < len(rows):
            height += float((rows[edge] - half) / (rows[edge] - rows[beyond]))
    return height


def heights(text: str) -> tuple[float, float]:
    """How far a word reaches above its line and below, in font sizes; 0 above if nothing tells."""
    above = max((height for letters, height in ABOVE if letters & set(text)), default=0.0)
    below = max((depth for letters, depth in BELOW if letters & set(text)), default=0.0)
    return above, below


def _slant_of(text: str, part: Grey) -> float:
    return _slant(_shade(part)) if sum(map(str.isalpha, text)) >= TELLING_SLANT else 0.0


def _leant_back(part: Grey, line: float) -> Grey:
    """A picture of italic type set straight, on a line that stays where it is."""
    lean = np.array([[1, ITALIC, -ITALIC * line], [0, 1, 0]], dtype=np.float32)
    size = part.shape[1], part.shape[0]
    return cv2.warpAffine(part, lean, size, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)


def _slant(shade: Shade) -> float:
    """How sharp a word's columns are once it is leant back, by how sharp they are as it stands."""
    height, width = shade.shape
    lean = np.array([[1, ITALIC, 0], [0, 1, 0]], dtype=np.float32)
    leaning = cv2.warpAffine(shade, lean, (width + round(ITALIC * height) + 1, height))
    before, after = (float(np.square(np.diff(part.sum(axis=0))).sum()) for part in (shade, leaning))
    return after / before if before else 0.0


def _stroke(shade: Shade) -> float:
    """Breadth of the upright strokes: how far ink runs across, mostly, to parts of a pixel.

    A run begins and ends where the shade is half way between paper and ink, which blur leaves where
    it was; of all runs the middle half counts, since bars and noise are longer or shorter.
    """
    half = float(shade.max() + shade.min()) / 2
    inside = shade > half
    steps = np.diff(inside.astype(np.int8), axis=1)
    places = []
    for step in (1, -1):
        row, column = np.nonzero(steps == step)
        before, after = shade[row, column], shade[row, column + 1]
        places.append(column + (half - before) / (after - before))
    if inside[:, (0, -1)].any() or not len(places[0]):
        return 0.0
    runs = np.sort(places[1] - places[0])
    middle = runs[len(runs) // 4 : -(len(runs) // 4) or None]
    return float(middle.mean())


def line_size(words: Sequence[MeasuredWord]) -> float:
    """The size of most of a line's type, in points; 0 where nothing tells."""
    sizes = sorted(word.size for word in words for _ in word.text if word.size)
    middle = sizes[len(sizes) // 4 : -(len(sizes) // 4) or None]
    return fmean(middle) if middle else 0.0


def box_of(word: MeasuredWord, size: float, baseline: float) -> tuple[float, float, float, float]:
    """The word's box in points, as readers of PDFs draw it: by its baseline and font size."""
    points = 72 / DPI
    line = baseline * points
    before, after = (
        size * (BESIDE_ONE if letter == "1" else BESIDE_A_LETTER)
        for letter in (word.text[0], word.text[-1])
    )
    return (
        word.x0 * points - before,
        line - ASCENT * size,
        word.x1 * points + after,
        line + DESCENT * size,
    )
