"""The lines that rule a picture, and the picture without them.

A line beside a number is easily read as a 1, and a table's lines say where its cells are.
"""

from __future__ import annotations

import cv2
import numpy as np

from tildeling.ocr.pictures import DPI, Grey, Mask, ink
from tildeling.read.page import Ruling

LEAST_LENGTH = round(0.25 * DPI)
"""Pixels: a line is longer than the strokes of letters, 18 points; a dash in type of twelve has
half of it, and the cells of a table are higher."""

THICKEST = round(3.5 / 72 * DPI)
"""Pixels: what is thicker is a bar or a shaded area."""

TORN = 3
"""Pixels: copying tears a line so far apart; letters of two lines of text stand further apart."""

BESIDE = 3
"""Pixels to both sides of a line, mostly free of ink: a letter's stem has its arms there."""

MOSTLY = 0.35
"""Share of a line's length that may have ink beside it: other lines that meet it, and letters that
touch it."""


def rulings_of(grey: Grey) -> tuple[list[Ruling], Mask]:
    """The picture's rulings in points, and where they are drawn."""
    dark = ink(grey).astype(np.uint8)
    found: list[Ruling] = []
    drawn = np.zeros(grey.shape, dtype=np.uint8)
    for across in (True, False):
        mask = _long_runs(dark, across)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
        for at in range(1, count):
            x, y, width, height, _ = (int(value) for value in stats[at])
            length, breadth = (width, height) if across else (height, width)
            if length < LEAST_LENGTH or breadth > THICKEST:
                continue
            if not _stands_free(dark, (x, y, width, height), across):
                continue
            found.append(_ruling(x, y, width, height, across))
            part = labels[y : y + height, x : x + width] == at
            drawn[y : y + height, x : x + width][part] = 1
    return found, cv2.dilate(drawn, np.ones((3, 3), np.uint8)).astype(bool)


def without(grey: Grey, drawn: Mask) -> Grey:
    """The picture with the rulings painted over."""
    if not drawn.any():
        return grey
    clean = grey.copy()
    clean[drawn] = 255
    return clean


def _long_runs(dark: Grey, across: bool) -> Grey:
    def kernel(length: int) -> Grey:
        size = (length, 1) if across else (1, length)
        return cv2.getStructuringElement(cv2.MORPH_RECT, size).astype(np.uint8)

    whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, kernel(TORN))
    runs = cv2.morphologyEx(whole, cv2.MORPH_OPEN, kernel(LEAST_LENGTH))
    # A line that is not quite level goes on one pixel higher or lower.
    beside = np.ones((3, 1) if across else (1, 3), np.uint8)
    return cv2.morphologyEx(runs, cv2.MORPH_CLOSE, beside).astype(np.uint8)


def _stands_free(dark: Grey, box: tuple[int, int, int, int], across: bool) -> bool:
    """True where a line has no ink along its sides."""
    x, y, width, height = box
    if not across:
        dark, x, y, width, height = dark.T, y, x, height, width
    above = dark[max(y - 1 - BESIDE, 0) : max(y - 1, 0), x : x + width]
    under = dark[y + height + 1 : y + height + 1 + BESIDE, x : x + width]
    return all(float(side.any(axis=0).mean()) <= MOSTLY for side in (above, under) if side.size)


def _ruling(x: int, y: int, width: int, height: int, across: bool) -> Ruling:
    points = 72 / DPI
    if across:
        middle = (y + height / 2) * points
        return Ruling(x * points, middle, (x + width) * points, middle)
    middle = (x + width / 2) * points
    return Ruling(middle, y * points, middle, (y + height) * points)
