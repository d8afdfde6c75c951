"""Letters that an engine takes for others of the same shape.

A letter is changed where only one reading can be: an "I" among small letters is an "l"; and where
its ink tells, as whether a stroke runs through a ring. A digit of a number never is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from statistics import median_high

import cv2
import numpy as np

from tildeling.ocr.pictures import Mask
from tildeling.ocr.placing import USUAL_WIDTH, WIDTH

# Rings without a stroke through them, and with it.
RINGS = {"o": ("o", "ø"), "ø": ("o", "ø"), "O": ("O", "Ø"), "Ø": ("O", "Ø")}

# How often as high as small letters these are with a ring above, at least: an "A" is 1.3 to 1.5, an
# "Å" 1.55 to 2.
UNDER_A_RING = {"A": (1.4, "Å"), "a": (1.3, "å")}

# The same for a capital whose ring is one with it, in Times: its "A" is 1.5 at most.
SURELY_RINGED = 1.58

# In a word of capitals: an "A" is as high as the others, within a pixel of 30; an "Å" is higher by
# 0.2 to 0.3 of their height.
RING_OVER_CAPITALS, SURELY_OVER_CAPITALS = 0.13, 0.18

# Under its ring an "Å" is narrower than this share of the ring; an "A" only grows downwards.
WAIST = 0.7

# A full stop is no higher than this share of the letters over the line: it has 0.1 to 0.2. In words
# of fewer letters their height is not sure.
DOT, LEAST_LETTERS = 0.25, 4

LOW_LETTERS = frozenset("acemnorsuvxzæ")
HIGH_LETTERS = frozenset("BCDEFGHIKLMNOPRSTUVWXYZÆ")

# So many letters may hang together, as in a serif type that a copier made fatter.
MOST_TOUCHING = 5

# Share of the narrower of two pieces of ink that stand over each other: a dot and its letter. The
# hook of an "f" reaches over the next letter by less.
OVER = 0.6

# Share of ink in a ring's middle, below which it is free, and above which a stroke runs through it:
# nearly all of "o" have 0, the worst of 250 in scans 0.27; "ø" has 0.54 and more, "Ø" 0.4.
HOLLOW, STRUCK = 0.12, 0.3

# A number as books count their parts, some of whose strokes were read as an "l".
_ROMAN = re.compile(r"^(?:l+I[Il]*|I+l[Il]*|l[VX]|[VX]+[Il]{1,3})[.:]?$")

# The same before a number within it, where a stroke may also have been read as a 1: "I1.2".
_ROMAN_PART = re.compile(r"^[Il1VX]*[Il][Il1VX]*(?=(?:\.\d{1,2})+\.?$)")

# A letter that an engine is in doubt about may be read as two; words begin with O after "miljø",
# "sjø" and "kø". It is taken as one where that fills the word's ink better by this share: an "Æ"
# and an A that touches an E differ by half an E.
_TWICE = (
    (re.compile("(?<![JK])ØO|OØ"), "Ø", 0.7),
    (re.compile("AE(?![a-zæøå])"), "Æ", 0.9),
)

# What stands among letters that it cannot stand among, and what it then is.
_RULES = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?<=[^\W\d_])I(?=[a-zæøå])", "l"),
        (r"(?<=[a-zæøå])I(?=[^\W\d_A-ZÆØÅ]|$)", "l"),
        (r"(?<=[a-zæøå])1(?=[a-zæøå])", "l"),
        (r"(?<![^\W_])l(?=[A-ZÆØÅ]{2})", "I"),
        (r"(?<=[A-ZÆØÅ])l(?=[A-ZÆØÅ]|-[a-zæøå])", "I"),
        # "Ikke", "Innen": no word begins with "l" and another consonant, but for "lnr.".
        (r"(?<![^\W_])l(?=[bcdfghkmnpqrstvxz][a-zæøå])(?!nr\b)", "I"),
        ("∅", "Ø"),
        # "Nærings-", "være": in names "ae" stands before other letters, as in "Michael"; "arenaer".
        (r"(?<=[BLNSVblnsv])(?<!aren)aer", "ær"),
        (r"(?<=[BLNSV])AER", "ÆR"),
        (r"(?<=[A-ZÆØÅ]{2})ø(?![a-zæøå])", "Ø"),
        (r"(?<=[A-ZÆØÅ]{2})l(?![\w-])", "I"),
        (r"(?<=[A-ZÆØÅ]{2})0(?![\w-])", "O"),
        (r"(?<=[A-ZÆØÅ])0(?=[A-ZÆØÅ])", "O"),
        (r"(?<![\w.,/-])0(?=[a-zæøå]{2})", "O"),
        # "Årsrapport", "årsverk", "Årlig": no word begins so without its ring.
        (r"(?<![^\W_])A(?=rs(?:rapp|regn|rekn|meld|verk|budsj|plan)|rlig|rleg)", "Å"),
        (r"(?<![^\W_])a(?=rs(?:rapp|regn|rekn|meld|verk|budsj|plan)|rlig|rleg)", "å"),
    )
)


def mended(text: str, ink: Mask) -> str:
    """A word as its letters can only be, by its ink.

    >>> import numpy as np
    >>> nothing = np.zeros((1, 1), dtype=bool)
    >>> mended("TIf.", nothing), mended("OSL0", nothing), mended("2020-101", nothing)
    ('Tlf.', 'OSLO', '2020-101')
    >>> mended("Il", nothing), mended("Vl.", nothing), mended("til", nothing)
    ('II', 'VI.', 'til')
    >>> mended("I1.2", nothing), mended("11.2", nothing), mended("lkke", nothing)
    ('II.2', '11.2', 'Ikke')
    """
    if _ROMAN.search(text):
        text = text.replace("l", "I")
    text = _ROMAN_PART.sub(lambda part: re.sub("[l1]", "I", part[0]), text)
    for pattern, letter in _RULES:
        text = pattern.sub(letter, text)
    text = _with_full_stop(text, ink)
    if len(text) < 2 or not any(letter in RINGS or letter in UNDER_A_RING for letter in text):
        return text
    # Each of these is drawn as two pieces of ink.
    text = text.replace("«", "‹‹").replace("»", "››")
    text = _mended_by_ink(text, ink)
    return text.replace("‹‹", "«").replace("››", "»")


def _with_full_stop(text: str, ink: Mask) -> str:
    """A word with the full stop that its ink ends with, where an engine left it out."""
    if len(text) < LEAST_LETTERS or not text.isalpha():
        return text
    pieces = _pieces(ink)
    if len(pieces) < 2:
        return text
    (top, bottom), breadth = _rows(pieces[-1]), _breadth(pieces[-1])
    feet = median_high([_rows(piece)[1] for piece in pieces[:-1]])
    height = feet - min(_rows(piece)[0] for piece in pieces[:-1])
    side = bottom - top
    is_dot = side <= DOT * height and 0.6 * side <= breadth <= 1.6 * side
    return f"{text}." if is_dot and abs(bottom - feet) <= side / 2 else text


def _mended_by_ink(text: str, ink: Mask) -> str:
    cost, pieces = _letters(text, ink)
    for pattern, letter, share in _TWICE:
        for twice in pattern.findall(text):
            once = text.replace(twice, letter, 1)
            other_cost, others = _letters(once, ink)
            if other_cost < share * cost and others[once.index(letter)] is not None:
                text, cost, pieces = once, other_cost, others
    feet = [
        (_rows(piece), letter)
        for letter, piece in zip(text, pieces, strict=True)
        if piece is not None and letter in LOW_LETTERS
    ]
    line = median_high([bottom for (_, bottom), _ in feet]) if len(feet) > 1 else None
    height = median_high([bottom - top for (top, bottom), _ in feet]) if feet else 0
    capitals = [
        _rows(piece)
        for letter, piece in zip(text, pieces, strict=True)
        if piece is not None and letter in HIGH_LETTERS
    ]
    found = ""
    for letter, piece in zip(text, pieces, strict=True):
        if piece is None:
            found += letter
        elif letter == "A" and line is None and capitals:
            over = _share_over(capitals, piece)
            is_ringed = over >= (RING_OVER_CAPITALS if _has_waist(piece) else SURELY_OVER_CAPITALS)
            found += "Å" if is_ringed else "A"
        elif letter in UNDER_A_RING and line is not None:
            least, ringed = UNDER_A_RING[letter]
            high = (line - _rows(piece)[0]) / height
            is_ringed = high >= (least if letter == "a" or _has_waist(piece) else SURELY_RINGED)
            found += ringed if is_ringed else letter
        else:
            found += _ring(letter, piece)
    # "MÅL", whose M touches its Å: what stands over the word is a ring, where one A may have it.
    hidden = [at for at, piece in enumerate(pieces) if piece is None and text[at] == "A"]
    may_be_ringed = line is None and capitals and len(hidden) == 1 and "Å" not in found
    if may_be_ringed and found.isupper() and _share_over(capitals, ink) >= RING_OVER_CAPITALS:
        found = f"{found[: hidden[0]]}Å{found[hidden[0] + 1 :]}"
    return found


def _ring(letter: str, ink: Mask) -> str:
    if letter not in RINGS:
        return letter
    (top, bottom), columns = _rows(ink), np.flatnonzero(ink.any(axis=0))
    whole = ink[top:bottom, columns[0] : columns[-1] + 1]
    height, width = whole.shape
    top, left = round(height * 0.38), round(width * 0.38)
    middle = whole[top : height - top, left : width - left]
    share = float(middle.mean()) if middle.size else 0.0
    hollow, struck = RINGS[letter]
    return hollow if share < HOLLOW else struck if share > STRUCK else letter


def _share_over(capitals: Sequence[tuple[int, int]], ink: Mask) -> float:
    """How far ink rises over capitals, of which the first and last rows are given, as a share of
    their height.
    """
    height = median_high([bottom - top for top, bottom in capitals])
    return (median_high([top for top, _ in capitals]) - _rows(ink)[0]) / height


def _has_waist(ink: Mask) -> bool:
    (top, bottom), columns = _rows(ink), np.arange(ink.shape[1])
    widest = 0
    for row in ink[top : top + (bottom - top) // 2]:
        width = int(np.ptp(columns[row])) + 1 if row.any() else 0
        if width < WAIST * widest and widest - width > 2:
            return True
        widest = max(widest, width)
    return False


def _rows(ink: Mask) -> tuple[int, int]:
    rows = np.flatnonzero(ink.any(axis=1))
    return int(rows[0]), int(rows[-1]) + 1


def _letters(text: str, ink: Mask) -> tuple[float, list[Mask | None]]:
    """The ink of each letter; None for those that touch another.

    What hangs together is a piece, of one letter or of several: as many as fill it best. How far
    that is from filling it comes first.
    """
    pieces = _pieces(ink)
    if not pieces or len(pieces) > len(text):
        return inf, [None] * len(text)
    widths = [0.0]
    for letter in text:
        widths.append(widths[-1] + WIDTH.get(letter, USUAL_WIDTH))
    size = sum(map(_breadth, pieces)) / widths[-1]
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for piece in pieces:
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for at, (cost, counts) in ways.items():
            for count in range(1, min(MOST_TOUCHING, len(text) - at) + 1):
                off = abs(_breadth(piece) / size - widths[at + count] + widths[at])
                if at + count not in found or cost + off < found[at + count][0]:
                    found[at + count] = cost + off, (*counts, count)
        ways = found
    if len(text) not in ways:
        return inf, [None] * len(text)
    cost, counts = ways[len(text)]
    letters: list[Mask | None] = []
    for piece, count in zip(pieces, counts, strict=True):
        letters += [piece] if count == 1 else [None] * count
    return cost, letters


def _breadth(ink: Mask) -> int:
    columns = np.flatnonzero(ink.any(axis=0))
    return int(columns[-1] - columns[0]) + 1


def _pieces(ink: Mask) -> list[Mask]:
    """What hangs together in a word's ink, from the left, dots with what they stand over."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    boxes = sorted(
        (x, x + width, at) for at, (x, _, width, _, _) in enumerate(stats.tolist()) if at
    )
    pieces: list[tuple[int, int, list[int]]] = []
    for start, end, at in boxes:
        if pieces:
            first, last, labelled = pieces[-1]
            shared = min(last, end) - max(first, start)
            if shared >= OVER * min(last - first, end - start):
                pieces[-1] = first, max(last, end), [*labelled, at]
                continue
        pieces.append((start, end, [at]))
    return [np.isin(labels, labelled) for _, _, labelled in pieces]
