"""A picture as if all of it stood on white paper: without a scanner's black rim, with white letters
on dark cells turned dark on white, and grey cells as light as the paper around them.

What is read and measured afterwards knows dark letters on light paper alone.
"""

from __future__ import annotations

import cv2
import numpy as np

from tildeling.ocr.pictures import DPI, SMALL_DPI, Grey, Mask

SCALE = DPI // SMALL_DPI

# Share of the paper's shade below which a dark area lies.
DARK = 0.55

# Small dots that the strokes of white letters are broad, at most: five points.
LETTERS = 5

# Small dots that a dark area is wide and high, at least: a row of a table has twelve, a line of
# bold letters is as dark nowhere.
SOLID = 9

# Share of a dark cell that is dark, letters and all; of a line of heavy letters it is half.
FULL = 0.62

# Small dots that strokes of dark letters are broad, at most: those of bold ones at 24 points.
STROKES = 4

# Share of a dark cell that is dark for more than strokes are broad.
GROUND = 0.3

# Share of a scanner's rim that is dark: nothing is written on it.
EMPTY = 0.97

# Dots at both sides of a dark area's end that are neither dark nor light: scanners blur two or
# three, and letters stand a point, four dots, from it.
EDGE = 3

# Small dots that a grey area is high, at least; no paper would be seen between letters as wide.
CELL = 9

# Shades that a grey area is darker than the paper: less is told apart from letters as it is.
GREYER = 30

# The shade of paper below which a grey area is rather a part of a picture.
DARKEST = 90


def on_white(grey: Grey) -> Grey:
    """The picture with its dark and grey areas as white as its paper."""
    small = cv2.resize(grey, None, fx=1 / SCALE, fy=1 / SCALE, interpolation=cv2.INTER_AREA)
    paper = float(np.percentile(small, 80))
    cleared = _without_dark(grey, small.astype(np.uint8), paper)
    if cleared is not grey:
        small = cv2.resize(cleared, None, fx=1 / SCALE, fy=1 / SCALE, interpolation=cv2.INTER_AREA)
    return _without_grey(cleared, small.astype(np.uint8), paper)


def _square(side: int) -> Grey:
    square: Grey = np.ones((side, side), np.uint8)
    return square


def _without_dark(grey: Grey, small: Grey, paper: float) -> Grey:
    """The same without a black rim and with white letters dark."""
    areas = _solid((small < DARK * paper).astype(np.uint8), LETTERS, SOLID)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(areas, connectivity=8)
    found = grey
    for at in range(1, count):
        x, y, width, height, _ = (int(value) * SCALE for value in stats[at])
        box = (
            slice(max(y - SCALE, 0), min(y + height + SCALE, grey.shape[0])),
            slice(max(x - SCALE, 0), min(x + width + SCALE, grey.shape[1])),
        )
        dark = cv2.blur(grey[box], (SCALE, SCALE)) < DARK * paper
        area = _solid(dark.astype(np.uint8), LETTERS * SCALE + 1, SOLID * SCALE + 1).astype(bool)
        area &= _enlarged(labels == at, box)
        inner = cv2.erode(area.astype(np.uint8), _square(2 * SCALE + 1)).astype(bool)
        if not inner.any():
            continue
        share = float(dark[inner].mean())
        ground = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, _square(SCALE * STROKES))
        if share < FULL or float(ground[area].mean()) < GROUND:
            continue
        if found is grey:
            found = grey.copy()
        if share > EMPTY and _at_rim(box, grey.shape):
            rim = cv2.dilate(area.astype(np.uint8), _square(2 * SCALE + 1)).astype(bool)
            found[box][rim] = round(paper)
        else:
            found[box][area] = _turned_light(grey[box][area], dark[area], paper)
            found[box][_edge(area)] = round(paper)
    return found


def _edge(area: Mask) -> Mask:
    """Where an area ends, to both sides: neither dark nor light, it would be left as a line."""
    solid = area.astype(np.uint8)
    within = cv2.erode(solid, _square(2 * EDGE + 1), borderValue=1)
    return np.asarray(cv2.dilate(solid, _square(2 * EDGE + 1)) != within)


def _enlarged(small: Mask, box: tuple[slice, slice]) -> Mask:
    """The part of a small picture that is in a box of the whole one, as large as that."""
    rows, columns = (np.arange(one.start, one.stop) // SCALE for one in box)
    rows, columns = np.minimum(rows, len(small) - 1), np.minimum(columns, small.shape[1] - 1)
    wider = cv2.dilate(small.astype(np.uint8), _square(3)).astype(bool)
    return np.asarray(wider[np.ix_(rows, columns)])


def _solid(dark: Grey, letters: int, least: int) -> Grey:
    """Where it is dark for so many dots, but for the strokes of light letters."""
    # Beyond the picture's rim it is as it is within.
    around = cv2.copyMakeBorder(dark, least, least, least, least, cv2.BORDER_REPLICATE)
    closed = cv2.morphologyEx(around, cv2.MORPH_CLOSE, _square(letters))
    solid = cv2.morphologyEx(closed, cv2.MORPH_OPEN, _square(least))
    return np.ascontiguousarray(solid[least:-least, least:-least]).astype(np.uint8)


def _at_rim(box: tuple[slice, slice], shape: tuple[int, ...]) -> bool:
    rows, columns = box
    return 0 in (rows.start, columns.start) or (rows.stop == shape[0] or columns.stop == shape[1])


def _turned_light(area: Grey, dark: Mask, paper: float) -> Grey:
    """The shades of dark paper with light letters, light with dark letters."""
    ground = float(np.median(area[dark]))
    light = area[~dark]
    letters = max(float(np.percentile(light, 90)), ground + 1) if light.size else paper
    share = (area.astype(np.float32) - ground) / (letters - ground)
    turned: Grey = np.clip(paper * (1 - share), 0, 255).astype(np.uint8)
    return turned


def _without_grey(grey: Grey, small: Grey, paper: float) -> Grey:
    """The same with grey cells as light as the paper."""
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, _square(CELL)).astype(np.float32)
    shaded = ((ground < paper - GREYER) & (ground > DARKEST)).astype(np.uint8)
    shaded = cv2.morphologyEx(shaded, cv2.MORPH_OPEN, _square(CELL)).astype(np.uint8)
    if not shaded.any():
        return grey
    count, _, stats, _ = cv2.connectedComponentsWithStats(shaded, connectivity=8)
    found = grey.copy()
    height, width = grey.shape
    by = np.where(shaded > 0, paper / np.maximum(ground, 1.0), 1.0).astype(np.float32)
    for at in range(1, count):
        x, y, wide, high, _ = (int(value) for value in stats[at])
        rows = slice(y * SCALE, min((y + high) * SCALE, height))
        columns = slice(x * SCALE, min((x + wide) * SCALE, width))
        part = found[rows, columns]
        size = (part.shape[1], part.shape[0])
        lighter = cv2.resize(by[y : y + high, x : x + wide], size, interpolation=cv2.INTER_NEAREST)
        part[:] = np.clip(part * lighter, 0, 255).astype(np.uint8)
    return found
