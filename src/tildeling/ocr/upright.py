"""Pages the right way up: turned until their text runs level from left to right."""

from __future__ import annotations

import cv2
import numpy as np

from tildeling.ocr.engines import FirstEngine
from tildeling.ocr.pictures import (
    DPI,
    Grey,
    Mask,
    Picture,
    ink,
    runs,
    sidewaysness,
    straightened,
    turned,
    without_long_lines,
)

# `uprightness` above which nothing else is asked.
SURELY_UPRIGHT = 0.12

# `sidewaysness` from here to its inverse leaves open which way the lines run: on a page that holds
# nothing but a table of some lines, its columns show as well as they do.
UNSURE_OF_SIDE = 0.4

# Lines that are read both ways to tell which is up: a second.
TRIED_LINES = 6

# Pixels of them that are read: half a line of a page.
TRIED_LENGTH = 1000

# Half dots: an inch and a half. In strips so narrow lines of text have space between them although
# they lie a little askew or stand beside others.
STRIP = 225

# Half dots: how high lines of text are, from their highest to their lowest letter.
LINE_HEIGHTS = (12, 40)

# Pieces of lines, an inch and a half each, that tell which way up a page is.
ENOUGH_LINES = 20


def set_right(engine: FirstEngine, picture: Picture) -> Picture:
    """The picture turned until its text runs level from left to right."""
    if _is_sideways(engine, picture):
        picture = turned(picture, 1)
    picture = straightened(picture)
    if uprightness(picture.grey) < SURELY_UPRIGHT:
        as_it_is, turned_by_half = _surenesses(engine, picture.grey)
        if turned_by_half > as_it_is:
            picture = turned(picture, 2)
    return picture


def _is_sideways(engine: FirstEngine, picture: Picture) -> bool:
    """True where the lines run up or down; the engine is asked where the ink does not tell."""
    sideways = sidewaysness(picture.grey)
    if UNSURE_OF_SIDE < sideways < 1 / UNSURE_OF_SIDE:
        as_it_is, turned_once = picture.grey, turned(picture, 1).grey
        return max(_surenesses(engine, turned_once)) > max(_surenesses(engine, as_it_is))
    return sideways > 1


def _surenesses(engine: FirstEngine, grey: Grey) -> tuple[float, float]:
    """How sure the engine is of the longest lines, as they are and turned by half."""
    lines = longest_lines(grey, TRIED_LINES)
    return (
        sum(engine.read_line(line)[1] for line in lines),
        sum(engine.read_line(np.ascontiguousarray(line[::-1, ::-1]))[1] for line in lines),
    )


def uprightness(grey: Grey) -> float:
    """How much more ink letters have above than below their bodies: -1 to 1.

    More letters rise above than hang below, in any text; figures do neither. It is more than 0.06
    on each of 110 scanned pages of letters, and less than -0.06 on them upside down. 0 where there
    is too little text to tell.
    """
    mask = _halved_ink(grey)
    above = below = 0.0
    lines = 0
    for left in range(0, mask.shape[1] - STRIP + 1, STRIP):
        for first, end in _lines_of_text(mask[:, left : left + STRIP]):
            ink_of_rows = mask[first:end, left : left + STRIP].sum(axis=1)
            body = np.flatnonzero(ink_of_rows > 0.45 * ink_of_rows.max())
            above += float(ink_of_rows[: body[0]].sum())
            below += float(ink_of_rows[body[-1] + 1 :].sum())
            lines += 1
    if lines < ENOUGH_LINES or not above + below:
        return 0.0
    return (above - below) / (above + below)


def longest_lines(grey: Grey, most: int) -> list[Grey]:
    """Pictures of the longest pieces of text, each one line high."""
    mask = _halved_ink(grey)
    joined = cv2.dilate(mask.astype(np.uint8), np.ones((1, 25), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    lowest, highest = LINE_HEIGHTS
    boxes = [
        (int(x), int(y), int(width), int(height))
        for x, y, width, height, _ in stats[1:]
        if lowest <= height <= highest and width > 2 * height
    ]
    boxes.sort(key=lambda box: -box[2])
    return [
        grey[max(2 * y - 8, 0) : 2 * (y + height) + 8, max(2 * x - 8, 0) :][
            :, : min(2 * width + 16, TRIED_LENGTH)
        ]
        for x, y, width, height in boxes[:most]
    ]


def _halved_ink(grey: Grey) -> Mask:
    half = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA).astype(np.uint8)
    return without_long_lines(ink(half), DPI // 4)


def _lines_of_text(strip: Mask) -> list[tuple[int, int]]:
    """Where lines of text begin and end in a strip of half a page's dots."""
    ink_of_rows = strip.sum(axis=1)
    lowest, highest = LINE_HEIGHTS
    return [
        (first, end)
        for first, end in runs(ink_of_rows > 0)
        if lowest <= end - first <= highest and ink_of_rows[first:end].max() >= STRIP // 9
    ]
