"""Pages as pictures: rendered, set upright and straight, with the lines that rule them apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import cos, radians, sin

import cv2
import numpy as np
import numpy.typing as npt

from tildeling.read.view import Matrix, product

# Rows of pixels, 0 for black to 255 for white.
Grey = npt.NDArray[np.uint8]

Mask = npt.NDArray[np.bool_]

# Row and column of each dot.
Points = npt.NDArray[np.int64]

# Dots an inch at which pages are rendered: what engines are trained for, and archives scan at.
DPI = 300

# Dots an inch at which a page's turn and skew are measured.
SMALL_DPI = 75

# Dots of ink at that scale, below which a page shows no lines.
FEWEST_DOTS = 50

# Degrees: pages lie further askew on no scanner that feeds them.
FARTHEST_SKEW = 4.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A page that reads from left to right, straight, at `DPI` dots an inch."""

    grey: Grey
    to_shown: Matrix
    """From points of this picture (pixels times 72 / DPI) to the page as it is shown."""

    @property
    def width(self) -> float:
        """In points."""
        return float(self.grey.shape[1] * 72 / DPI)

    @property
    def height(self) -> float:
        """In points."""
        return float(self.grey.shape[0] * 72 / DPI)


def runs(mask: Mask) -> list[tuple[int, int]]:
    """Where a row of dots is set, from and to.

    >>> runs(np.array([False, True, True, False, True]))
    [(1, 3), (4, 5)]
    """
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def ink(grey: Grey) -> Mask:
    """Where the picture is dark: letters and lines, by the threshold that parts its two shades.

    Paper that is grey or yellowed has a threshold of its own (Otsu's); on a page without any ink
    that would be one of the paper's own shades.
    """
    threshold, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return grey < min(max(threshold, 90.0), 190.0)


def turned(picture: Picture, quarters: int) -> Picture:
    """The same picture turned clockwise by so many quarter turns."""
    if quarters % 4 == 0:
        return picture
    width, height = picture.width, picture.height
    back: Matrix = {
        1: (0.0, -1.0, 1.0, 0.0, 0.0, height),
        2: (-1.0, 0.0, 0.0, -1.0, width, height),
        3: (0.0, 1.0, -1.0, 0.0, width, 0.0),
    }[quarters % 4]
    grey = np.ascontiguousarray(np.rot90(picture.grey, -quarters))
    return Picture(grey, product(back, picture.to_shown))


def sidewaysness(grey: Grey) -> float:
    """How much more the ink changes across the picture than down it: over 1 where its lines of text
    run up or down it. 0 for a picture without ink.

    Across lines of text the share of ink changes from line to space and back, along them it hardly
    does. Pages of text have 0.05 to 0.2, and 5 to 17 on their side; one that holds a table of some
    lines has 0.86.
    """
    small = without_long_lines(_small_ink(grey), SMALL_DPI // 2)
    down, across = _changes(small), _changes(small.T)
    return across / down if down else 0.0


def _changes(small: Mask) -> float:
    """How much the share of ink changes from row to row, as these lie."""
    points = np.argwhere(small)
    if len(points) < FEWEST_DOTS:
        return 0.0
    height, width = map(float, small.shape)
    return _levelness(points, _leveling(points)) / height / width**2


def straightened(picture: Picture) -> Picture:
    """The picture turned about its middle until its lines run level."""
    angle = _skew(picture.grey)
    if abs(angle) < 0.02:
        return picture
    height, width = picture.grey.shape
    middle = (width / 2, height / 2)
    matrix = cv2.getRotationMatrix2D(middle, angle, 1.0)
    grey = cv2.warpAffine(
        picture.grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255
    )
    x, y = picture.width / 2, picture.height / 2
    a, b = cos(radians(angle)), sin(radians(angle))
    back: Matrix = (a, b, -b, a, x - a * x + b * y, y - b * x - a * y)
    return Picture(grey.astype(np.uint8), product(back, picture.to_shown))


def _skew(grey: Grey) -> float:
    """How far the lines of a picture rise to the left, in degrees: what turns it level."""
    points = np.argwhere(_small_ink(grey))
    return _leveling(points) if len(points) >= FEWEST_DOTS else 0.0


def _leveling(points: Points) -> float:
    """The degrees that make rows of points as level as can be."""
    best = 0.0
    for step, reach in ((0.25, FARTHEST_SKEW), (0.05, 0.25), (0.01, 0.05)):
        around = np.arange(best - reach, best + reach + step / 2, step)
        best = max(map(float, around), key=partial(_levelness, points))
    return best


def _levelness(points: Points, angle: float) -> float:
    """How much rows of points differ from the next, once they are turned by so many degrees."""
    ys, xs = points[:, 0].astype(np.float32), points[:, 1].astype(np.float32)
    heights = ys * np.float32(cos(radians(angle))) - xs * np.float32(sin(radians(angle)))
    rows = np.bincount((heights - heights.min()).astype(np.int32))
    return float(np.square(np.diff(rows.astype(np.float64))).sum())


def _small_ink(grey: Grey) -> Mask:
    scale = SMALL_DPI / DPI
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return ink(small.astype(np.uint8))


def without_long_lines(mask: Mask, longest: int) -> Mask:
    """The same without what is longer than text is: rulings would be taken for lines of text."""
    found = mask
    for size in ((longest, 1), (1, longest)):
        kernel = cv2.getStructuringElement(cv2.MORPH_RECT, size)
        runs = cv2.morphologyEx(found.astype(np.uint8), cv2.MORPH_OPEN, kernel)
        found = found & (runs == 0)
    return found
