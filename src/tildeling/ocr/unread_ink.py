"""Ink as high as figures that no word was read from: a cell that both readings left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

import cv2
import numpy as np

from tildeling.ocr.pictures import DPI, Mask
from tildeling.ocr.typography import MeasuredWord
from tildeling.read.view import Box

# Height of figures in font sizes: the mean of Times, Arial and Calibri.
CAP_HEIGHT = 0.69
# Heights of a figure's ink, in those of the page's figures.
LOWEST, HIGHEST = 0.8, 1.5
# Width of one figure's ink, in heights of the page's figures; rulings and pictures are wider.
WIDEST = 1.2
# Its width at least: what is thinner is what a ruling left.
THINNEST = 0.12
# Figures of one number stand no further apart, in their heights.
TOGETHER = 0.8


def unread_ink(lines: Iterable[Sequence[MeasuredWord]], dark: Mask) -> list[Box]:
    """Where such ink stands, in points."""
    words = [word for line in lines for word in line]
    sizes = [word.size for word in words if word.size]
    if not sizes:
        return []
    height = CAP_HEIGHT * median(sizes) * DPI / 72
    rest = dark.copy()
    for word in words:
        reach = round(height / 2)
        rest[max(word.top - reach, 0) : word.bottom + reach, max(word.x0 - 3, 0) : word.x1 + 3] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(rest.astype(np.uint8), connectivity=8)
    blots = [
        (x, y, x + w, y + h)
        for x, y, w, h, _ in stats[1:].tolist()
        if LOWEST * height <= h <= HIGHEST * height and THINNEST * height <= w <= WIDEST * height
    ]
    points = 72 / DPI
    return [
        (x0 * points, top * points, x1 * points, bottom * points)
        for x0, top, x1, bottom in _joined(sorted(blots), TOGETHER * height)
    ]


def _joined(blots: Iterable[tuple[int, int, int, int]], reach: float) -> list[Box]:
    """Blots beside each other as one, given from the left."""
    found: list[Box] = []
    for x0, top, x1, bottom in blots:
        middle = (top + bottom) / 2
        for at, (left, upper, right, lower) in enumerate(found):
            if upper < middle < lower and x0 - right <= reach:
                found[at] = (left, min(upper, top), max(right, x1), max(lower, bottom))
                break
        else:
            found.append((x0, top, x1, bottom))
    return found
