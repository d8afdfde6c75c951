"""The lines that rule a picture, and the picture without them.

A line beside a number is easily read as a 1, and a table's lines say where its cells are.
"""

from __future__ import annotations

import cv2
import numpy as np

from tildeling.ocr.pictures import DPI, Grey, Mask, ink
from tildeling.read.page import Ruling

# Pixels: a line is longer than the strokes of letters, 18 points; a dash in type of twelve has half
# of it, and the cells of a table are higher.
LEAST_LENGTH = round(0.25 * DPI)

# Pixels: what is thicker is a bar or a shaded area.
THICKEST = round(3.5 / 72 * DPI)

# Pixels: lines of small letters, which look like faint lines, are thicker.
THICKEST_FAINT = 7

# How far a line may still rise, after the page is straight: sheets are drawn through unevenly.
ASKEW = 0.005

# Pixels: copying tears a line so far apart; letters of two lines of text stand further apart.
TORN = 3

# Pixels to both sides of a line, mostly free of ink: a letter's stem has its arms there.
BESIDE = 3

# Pixels along a line over which its shade is averaged: what a pixel's noise hides, or gaps between
# dots, an average shows. The shorter tells where the line ends.
ALONG = (9, 31)

# Pixels from a line's middle to the paper beside it: for hairs and double lines, and for broader
# ones.
APART = (4, 8)

# Shades that a line is darker than the paper on both sides: grey hairlines of scanned letters have
# 40 and more, the averaged noise of office scans varies by four.
FAINT = 18

# By how much of its darkness a line's shade may vary, averaged over a few pixels: the feet of a
# line of letters are dark, too, but not between them.
EVEN = 0.5

# Share of a line's length that is dark, but for faint ones.
DRAWN = 0.9

# Pixels to both sides of a faint line, mostly free of ink: so are the feet of small letters.
BESIDE_FAINT = 10

# Pixels: a letter of running text is about as high, and stands no further from dots that lead on
# from it.
LETTER = 35

# Pixels between the dots of a dotted line.
GAPS = 15

# Pixels: a line down that ends at lines across may be as short as a row is high.
SHORT = 36

# Pixels between the end of a line and the one that it meets.
MEETS = 5

# Dots that make a line, at least: the feet of letters are so regular by chance in fewer.
DOTS = 8

# Share of the dots that follow at the line's own distance: others cross it.
REGULAR = 0.75

# Share of a dotted line's length that may have ink where it has no dot.
OTHER = 0.1

# Pixels: a grey hairline copied in black and white breaks up into dots, and is known by nothing
# being beside it: at most 0.02 of its length have ink there, of lines of letters half.
LEAST_BROKEN = round(0.6 * DPI)

# Pixels between two pieces of such a line.
BROKEN_OFF = 45

# Share of a line's length that may have ink beside it: other lines that meet it, and letters that
# touch it.
MOSTLY = 0.35


def rulings_of(grey: Grey) -> tuple[list[Ruling], Mask]:
    """The picture's rulings in points, and where they are drawn."""
    turned = np.ascontiguousarray(grey.T)
    runs_across, runs_down = _runs(grey, LEAST_LENGTH), _runs(turned, LEAST_LENGTH)
    across, drawn_across, dots_across = _lines(grey, runs_across, LEAST_LENGTH, across=True)
    down, drawn_down, dots_down = _lines(turned, runs_down, LEAST_LENGTH)
    drawn = drawn_across | drawn_down.T
    known = np.ascontiguousarray((drawn | dots_across).T) | dots_down
    # Cut at the lines that they meet: beyond one a letter may stand where the line would go on.
    crossed = cv2.dilate(known, np.ones((3, 3), np.uint8))
    rest = np.where(crossed > 0, 0, _runs(turned, SHORT) & ~drawn_down).astype(np.uint8)
    more, drawn_more, _ = _lines(turned, _between(known, rest), SHORT - 2 * MEETS)
    drawn |= drawn_more.T
    points = 72 / DPI
    found = [Ruling(x0 * points, y * points, x1 * points, y * points) for x0, x1, y in across] + [
        Ruling(y * points, x0 * points, y * points, x1 * points) for x0, x1, y in down + more
    ]
    return found, cv2.dilate(drawn, np.ones((3, 3), np.uint8)).astype(bool)


def without(grey: Grey, drawn: Mask) -> Grey:
    """The picture with the rulings painted over."""
    if not drawn.any():
        return grey
    clean = grey.copy()
    clean[drawn] = 255
    return clean


# Where a line across begins and ends, and its height.
_Line = tuple[int, int, float]


def _lines(
    grey: Grey, runs: Grey, least: int, *, across: bool = False
) -> tuple[list[_Line], Grey, Grey]:
    """Those runs that are lines, where they are drawn, and where copying left but dots of them.
    `across` where they cross the page.
    """
    dark = ink(grey)
    # The other one of a double line is none that it touches.
    others = dark & (cv2.dilate(runs, np.ones((3, 1), np.uint8)) == 0)
    shade = cv2.blur(grey, (ALONG[0], 1)).astype(np.uint8)
    found: list[_Line] = []
    torn: list[_Line] = []
    drawn, dots = np.zeros_like(runs), np.zeros_like(runs)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    for at in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[at])
        if width < least or height > THICKEST + ASKEW * width:
            continue
        box = (slice(y, y + height), slice(x, x + width))
        if not (_is_even(shade, box) or _is_dotted(dark, box)):
            alone = width >= min(2 * least, LEAST_BROKEN) and _stands_alone(others, box)
            if alone and not (across and _leads(dark, box)):
                torn.append((x, x + width, y + height / 2))
                dots[box][labels[box] == at] = 1
            continue
        if not _stands_free(dark, others, box):
            continue
        if area > THICKEST_FAINT * width and not _is_dark(dark, box):
            continue
        # Dots that lead from words to a number rule nothing, and are no letters either.
        if not (across and _leads(dark, box)):
            kind = found if _is_dark(dark, box) else torn
            kind.append((x, x + width, y + height / 2))
        drawn[box][labels[box] == at] = 1
    return _mended(found, torn) if dots.any() else found + torn, drawn, dots


def _mended(lines: list[_Line], torn: list[_Line]) -> list[_Line]:
    """All lines, the pieces of those that copying tore put together."""
    found: list[_Line] = []
    for line in sorted((*lines, *torn)):
        before = next(
            (
                one
                for one in reversed(found)
                if line in torn
                and one in torn
                and 0 <= line[0] - one[1] <= BROKEN_OFF
                and abs(one[2] - line[2]) <= MEETS
            ),
            None,
        )
        if before is None:
            found.append(line)
        else:
            found.remove(before)
            found.append((before[0], *line[1:]))
            torn = [*torn, found[-1]]
    return found


def _between(drawn: Grey, runs: Grey) -> Grey:
    """The runs that begin and end at lines which cross them."""
    found = np.zeros_like(runs)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    for at in range(1, count):
        x, y, width, height, _ = (int(value) for value in stats[at])
        rows = slice(y, y + height)
        before = drawn[rows, max(x - MEETS, 0) : x + MEETS]
        after = drawn[rows, x + width - MEETS : x + width + MEETS]
        if before.any() and after.any():
            box = (rows, slice(x, x + width))
            found[box][labels[box] == at] = 1
    return found


def _runs(grey: Grey, least: int) -> Grey:
    """Where the picture is dark, or darker than above and below, for so many pixels."""
    whole = _closed(ink(grey).astype(np.uint8), TORN)
    faint = _closed(_faint(grey), GAPS)
    runs = cv2.bitwise_or(_longer(whole, least), _longer(faint, least))
    # A line that is not quite level goes on one pixel higher or lower.
    return cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((3, 1), np.uint8)).astype(np.uint8)


def _longer(mask: Grey, least: int) -> Grey:
    return cv2.morphologyEx(mask, cv2.MORPH_OPEN, _kernel(least)).astype(np.uint8)


def _closed(mask: Grey, gap: int) -> Grey:
    return cv2.morphologyEx(mask, cv2.MORPH_CLOSE, _kernel(gap)).astype(np.uint8)


def _kernel(length: int) -> Grey:
    return cv2.getStructuringElement(cv2.MORPH_RECT, (length, 1)).astype(np.uint8)


def _faint(grey: Grey) -> Grey:
    """Where the picture, averaged along lines, is darker than a little above and below."""
    found = np.ones(grey.shape, dtype=np.uint8)
    for along in ALONG:
        mean = cv2.blur(grey, (along, 1)).astype(np.uint8)
        darker = np.zeros_like(grey)
        for apart in APART:
            paper = cv2.min(_moved(mean, apart), _moved(mean, -apart))
            darker = cv2.max(darker, cv2.subtract(paper, mean)).astype(np.uint8)
        found &= darker > FAINT
    return found


def _moved(grey: Grey, by: int) -> Grey:
    """The picture moved down, with paper where nothing is left."""
    moved = np.roll(grey, by, axis=0)
    moved[: max(by, 0)] = 255
    moved[grey.shape[0] + min(by, 0) :] = 255
    return moved


_Box = tuple[slice, slice]


def _is_even(shade: Grey, box: _Box) -> bool:
    """True where a line is as dark all along."""
    rows, columns = box
    line = shade[box].min(axis=0)
    around = shade[max(rows.start - APART[1], 0) : rows.stop + APART[1], columns]
    paper = float(np.percentile(around, 90))
    light, middle, dark = (float(np.percentile(line, share)) for share in (85, 50, 15))
    return light - dark <= EVEN * (paper - middle)


def _is_dotted(dark: Mask, box: _Box) -> bool:
    """True for dots in a row, each as far from the next, with nothing above or below them."""
    rows, columns = box
    dots = dark[box].any(axis=0)
    wide = slice(max(rows.start - BESIDE_FAINT, 0), rows.stop + BESIDE_FAINT)
    if float((dark[wide, columns].any(axis=0) & ~dots).mean()) > OTHER:
        return False
    begins = np.flatnonzero(np.diff(dots.astype(np.int8)) == 1)
    steps = np.diff(begins)
    if len(steps) < DOTS:
        return False
    return float((abs(steps - np.median(steps)) <= 2).mean()) > REGULAR


def _is_dark(dark: Mask, box: _Box) -> bool:
    return float(dark[box].any(axis=0).mean()) > DRAWN


def _stands_free(dark: Mask, others: Mask, box: _Box) -> bool:
    """True where a line has no ink along its sides."""
    rows, columns = box
    beside = BESIDE if _is_dark(dark, box) else BESIDE_FAINT
    above = others[max(rows.start - 1 - beside, 0) : max(rows.start - 1, 0), columns]
    under = others[rows.stop + 1 : rows.stop + 1 + beside, columns]
    return all(float(side.any(axis=0).mean()) <= MOSTLY for side in (above, under) if side.size)


def _stands_alone(others: Mask, box: _Box) -> bool:
    """True where hardly anything but a line is above and below it, as no line of letters stands."""
    rows, columns = box
    wide = slice(max(rows.start - BESIDE_FAINT, 0), rows.stop + BESIDE_FAINT)
    return float(others[wide, columns].any(axis=0).mean()) <= OTHER


def _leads(dark: Mask, box: _Box) -> bool:
    """True for dots that lead from words to what stands far to the right, as in contents."""
    rows, columns = box
    high = slice(max(rows.start - LETTER, 0), max(rows.start - BESIDE, 1))
    # The foot of the number that dots lead to is at their height.
    around = (columns.start - LETTER, columns.start), (columns.stop - LETTER, columns.stop + LETTER)
    ends = all(
        int(dark[high, max(start, 0) : end].any(axis=0).sum()) >= LETTER // 4
        for start, end in around
    )
    return ends and float(dark[high, columns].any(axis=0).mean()) <= MOSTLY
