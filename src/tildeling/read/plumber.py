"""The second reader: pdfplumber, a dozen pages a second, which checks the first.

pdfplumber knows neither the text render mode nor the replacement text (ActualText) of a soft
hyphen, nor what was painted over what. Which words cannot be seen, which hyphens are soft and which
pages are scans is therefore asked of pdfium; the words themselves, their places and the rulings are
pdfplumber's.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.pdftypes import PDFStream

from tildeling.errors import DamagedPdfError, TildelingError
from tildeling.limits import Limits
from tildeling.read import rulings
from tildeling.read.characters import NOT_TEXT, SOFT_HYPHEN, clean
from tildeling.read.dots import bullets, is_dot
from tildeling.read.page import PICTURE, SLANTED, Page, Ruling, Word
from tildeling.read.panels import distinct
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.turned import Sheet, as_read
from tildeling.read.view import Box, Matrix, View, moved, moved_box
from tildeling.read.words import (
    ASCENT,
    DESCENT,
    LETTERSPACE,
    RAISED,
    SPACED,
    direction_of,
    gaps_to_cut,
    in_order,
    is_set_over,
    moved_word,
    on_the_spot,
    once,
    skew_of,
    spacing_of,
    style_of,
    with_text,
    without,
)

# The `problem` of pages that could be loaded.
LOADED = (None, PICTURE)

# The same character within this many font sizes was printed twice.
OVERPRINT = 0.1

# Letters narrower than this share of their size, on the average, are not set to be read.
SQUEEZED = 0.05

# A word this many font sizes high is no ordinary font's.
MOST_HEIGHT = 2.0

# A font size below this may be a Type 3 font's: pdfium has the true one.
TINY = 2.0

# What pdfminer writes for a glyph that the font does not map to a character.
UNMAPPED = re.compile(r"\(cid:\d{1,7}\)")


class PlumberReader:
    """Reads pages with pdfplumber. See `tildeling.read.page.Reader`."""

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        """The PDF's producer and its pages."""
        producer, known = PdfiumReader().read(data, limits)
        try:
            with pdfplumber.open(io.BytesIO(data)) as pdf:
                return producer, _read_pages(pdf.pages, known)
        except (TildelingError, MemoryError):
            raise
        except Exception as error:
            reason = f"{type(error).__name__} {error}".strip()
            raise DamagedPdfError("The PDF cannot be read: {reason}.", reason=reason) from error


def _read_pages(found: list[Any], known: tuple[Page, ...]) -> tuple[Page, ...]:
    readable = [page for page in known if page.problem in LOADED]
    if len(found) == len(readable):
        # pdfplumber leaves out the pages that pdfium counts but cannot load.
        turn = iter(found)
        return tuple(
            _read_page(next(turn), page) if page.problem in LOADED else page for page in known
        )
    if len(found) == len(known):
        return tuple(_read_page(page, twin) for page, twin in zip(found, known, strict=True))
    raise DamagedPdfError(
        "The PDF has {first} pages or {second}: it is damaged.", first=len(known), second=len(found)
    )


def _read_page(page: Any, known: Page) -> Page:
    if known.problem is not None:
        return known
    shown = _Frame.of(page).shown
    contents: dict[float, _Contents] = {}

    def look(view: View) -> Sheet:
        if view.skew not in contents:
            contents[view.skew] = _Contents.of(page, replace(shown, skew=view.skew), known)
        return contents[view.skew].sheet(view)

    try:
        read = as_read(shown, look)
    except MemoryError:
        raise
    except Exception as error:
        return Page(known.number, known.width, known.height, (), problem=f"pdfplumber: {error!r}")
    return Page(
        known.number,
        read.width,
        read.height,
        in_order(_with_soft_hyphens(list(read.words), known.words)),
        tuple(read.rulings),
        read.panels,
        known.hidden,
        known.notes,
        doubt=known.doubt,
        ocr=known.ocr,
        patches=read.patches,
    )


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a page paints, as shown or straightened, and how far words lie askew then."""

    view: View
    words: list[Word]
    paths: list[_Path]
    areas: list[Box]
    skews: dict[Word, float]

    @classmethod
    def of(cls, page: Any, view: View, known: Page) -> _Contents:
        """What the page paints in that view, but for the words that are known to be hidden."""
        painted = list(page.page_obj.contents)
        frame = _Frame.of(page)
        try:
            if view.skew:
                page.page_obj.contents.insert(0, _to_be_moved(view.straightening))
            characters = list(_characters(page, frame, known))
            paths, areas = list(_paths(page, frame)), list(_areas(page, frame))
        finally:
            page.close()
            page.page_obj.contents[:] = painted
        runs = _runs(characters)
        words = [_word(run) for run in runs]
        skews = {word: run[0].skew for word, run in zip(words, runs, strict=True) if run[0].skew}
        seen = _seen(words, view.to(frame.shown), known.hidden)
        return cls(view, seen, paths, areas, skews)

    def sheet(self, view: View) -> Sheet:
        """The same in a view that is turned or scaled otherwise."""
        matrix = self.view.to(view)
        moved = {word: _turned(moved_word(word, matrix), self.view, view) for word in self.words}
        words = once(moved.values())
        pieces = (piece for path in self.paths for piece in path.pieces(matrix))
        boxes = [moved_box(matrix, *box) for box in self.areas]
        return Sheet(
            view,
            [*words, *bullets(filter(is_dot, boxes), words)],
            rulings.join(pieces, view.width, view.height),
            panels=distinct(boxes, view.height),
            skews={moved[word]: skew for word, skew in self.skews.items() if word in moved},
        )


def _to_be_moved(matrix: Matrix) -> PDFStream:
    """Content that moves all content after it."""
    stream = PDFStream({}, f"{' '.join(f'{number:.9f}' for number in matrix)} cm\n".encode())
    stream.set_objid(0, 0)  # no object of a file has this number; those without are passed over
    return stream


def _seen(words: list[Word], to_shown: Matrix, hidden: Sequence[Word]) -> list[Word]:
    """The words that are not hidden; those that are, are given on the page as shown."""
    shown = [moved_word(word, to_shown) for word in words]
    left = set(map(id, _without_squeezed(without(shown, hidden), hidden)))
    return [word for word, twin in zip(words, shown, strict=True) if id(twin) in left]


def _without_squeezed(words: list[Word], hidden: Iterable[Word]) -> list[Word]:
    """The words, without those set so narrow that their letters cannot be told apart."""
    squeezed = [word for word in hidden if _is_squeezed(word)]
    if not squeezed:
        return words
    return [
        word
        for word in words
        if not _is_squeezed(word)
        or not any(
            abs(word.top - other.top) < 1.0
            and word.x0 < other.x1 + 1.0
            and other.x0 < word.x1 + 1.0
            for other in squeezed
        )
    ]


def _is_squeezed(word: Word) -> bool:
    return word.direction == 0 and word.x1 - word.x0 < SQUEEZED * word.size * len(word.text)


def _turned(word: Word, shown: View, view: View) -> Word:
    """The word, which was found on the page as shown, as another view has it."""
    if view == shown:
        return word
    direction = word.direction
    if direction != SLANTED:
        direction = (direction - (view.turns - shown.turns)) % 4
    return word._replace(size=round(word.size * view.scale, 2), direction=direction)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns pdfplumber's places, counted from the media box, into places on the page as seen."""

    dx: float
    dy: float
    media_height: float
    shown: View

    @classmethod
    def of(cls, page: Any) -> _Frame:
        turns = page.rotation // 90
        x0, y0, x1, y1 = page.page_obj.mediabox
        left, bottom, right, top = page.page_obj.cropbox or page.page_obj.mediabox
        media = View(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), turns)
        crop = View(
            max(min(left, right), media.left),
            max(min(bottom, top), media.bottom),
            min(max(left, right), media.right),
            min(max(bottom, top), media.top),
            turns,
        )
        (media_x, media_y), (crop_x, crop_y) = media.point(0, 0), crop.point(0, 0)
        return cls(media_x - crop_x, media_y - crop_y, media.height, crop)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point as seen, of one counted from the lower left of the turned media box."""
        return x - self.dx, self.media_height - y - self.dy


@dataclass(frozen=True, slots=True)
class _Character:
    """One character as seen. `start`, `end` run along its line, `base` is where the line is."""

    text: str
    box: Box
    start: float
    end: float
    base: float
    direction: int
    """Quarter turns anticlockwise, the nearest."""
    slanted: bool
    skew: float
    size: float
    font: str


class _Enlarged:
    """Characters of Type 3 fonts at the size that they are seen in: their font's says nothing."""

    def __init__(self, known: Page) -> None:
        self.words = [known.shown(word[1:5]) for word in (*known.words, *known.hidden)]
        self.by: dict[tuple[str, float], float] = {}

    def character(self, found: _Character) -> _Character:
        """The character, as high as the word on its spot."""
        if not 0 < found.size < TINY or found.direction:
            return found
        kind = (found.font, found.size)
        if kind not in self.by:
            middle = (found.start + found.end) / 2
            sizes = [
                (bottom - top) / (ASCENT + DESCENT)
                for left, top, right, bottom in self.words
                if left <= middle <= right and top <= found.base <= bottom
            ]
            if not sizes:
                return found
            self.by[kind] = sizes[0] / found.size
        by = self.by[kind]
        if by <= MOST_HEIGHT:
            return found
        size = by * found.size
        box = found.box[0], found.base - ASCENT * size, found.box[2], found.base + DESCENT * size
        return replace(found, box=box, size=size)


def _characters(page: Any, frame: _Frame, known: Page) -> Iterator[_Character]:
    """The page's characters in the order of the file, each once."""
    taken: dict[tuple[str, int, int], list[_Character]] = {}
    drops = _drops(page.chars)
    larger = _Enlarged(known)
    for found in page.chars:
        character = larger.character(_character(found, page, frame, drops))
        column, row = round(character.box[0]), round(character.box[3])
        near = [
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in taken.get((character.text, x, y), ())
        ]
        if character.text.isspace() or not any(_overprints(character, other) for other in near):
            taken.setdefault((character.text, column, row), []).append(character)
            yield character


def _overprints(character: _Character, other: _Character) -> bool:
    reach = OVERPRINT * character.size
    return abs(character.start - other.start) <= reach and abs(character.base - other.base) <= reach


def _drops(found: list[dict[str, Any]]) -> dict[str, float]:
    """How far the characters of each font reach below their baseline, in font sizes.

    pdfplumber leaves out of a character's matrix by how much it was raised (Ts): its box tells.
    """
    drops: dict[str, Counter[float]] = {}
    for character in found:
        drops.setdefault(character["fontname"], Counter())[_drop(character)] += 1
    return {font: counts.most_common(1)[0][0] for font, counts in drops.items()}


def _drop(found: dict[str, Any]) -> float:
    a, b, *_, f = found["matrix"]
    if abs(b) > abs(a) or not found["size"]:
        return 0.0
    return float(round((f - found["y0"]) / found["size"], 2))


def _character(
    found: dict[str, Any], page: Any, frame: _Frame, drops: dict[str, float]
) -> _Character:
    a, b, c, d, e, f = found["matrix"]
    raised = drops[found["fontname"]] - _drop(found)
    if abs(raised) > 0.05:
        f += raised * found["size"]
    side = page.mediabox[0]
    x0, top = frame.point(found["x0"] - side, found["y1"])
    x1, bottom = frame.point(found["x1"] - side, found["y0"])
    x, y = frame.point(e, f)
    size = found["size"] if abs(b) <= abs(a) else found["x1"] - found["x0"]
    if abs(b) <= abs(a):
        direction, start, end, base = (0, x0, x1, y) if a >= 0 else (2, -x1, -x0, y)
        up = size if d >= 0 else -size
        if abs(b) < 0.01 * abs(a):
            ends = y + DESCENT * up, y - ASCENT * up
            top, bottom = min(ends), max(ends)
    else:
        direction, start, end, base = (1, -bottom, -top, x) if b > 0 else (3, top, bottom, x)
        up = size if c >= 0 else -size
        if abs(a) < 0.01 * abs(b):
            ends = x - DESCENT * up, x + ASCENT * up
            x0, x1 = min(ends), max(ends)
    text = UNMAPPED.sub(NOT_TEXT, found["text"])
    return _Character(
        text,
        (x0, top, x1, bottom),
        start,
        end,
        base,
        direction,
        direction_of(a, b, 0) == SLANTED,
        0.0 if direction_of(a, b, 0) == SLANTED else skew_of(a, b),
        size,
        found["fontname"],
    )


def _runs(characters: Iterable[_Character]) -> list[list[_Character]]:
    """The characters of each word: what follows closely on one line, without a space."""
    runs: list[list[_Character]] = []
    parted = True
    for character in characters:
        if not character.text or character.text.isspace():
            parted = True
            continue
        if parted or not _follows(runs[-1][-1], character, LETTERSPACE):
            runs.append([])
        runs[-1].append(character)
        parted = False
    return _mended([part for run, spacing in _spaced(runs) for part in _cut(run, spacing)])


def _gaps(run: list[_Character]) -> list[float]:
    return [after.start - before.end for before, after in pairwise(run)]


def _spaced(runs: list[list[_Character]]) -> Iterator[tuple[list[_Character], float]]:
    """The runs, and how far apart the letters of the line are set that each stands in."""
    streak: list[list[_Character]] = []
    for run in [*runs, []]:
        spaced = all(gap > SPACED * run[0].size for gap in _gaps(run)) if run else False
        if streak and not (spaced and abs(run[0].base - streak[0][0].base) < 1.0):
            spacing = spacing_of((gap for each in streak for gap in _gaps(each)), streak[0][0].size)
            yield from ((each, spacing) for each in streak)
            streak = []
        if spaced:
            streak.append(run)
        elif run:
            yield run, 0.0


def _cut(run: list[_Character], spacing: float) -> Iterator[list[_Character]]:
    start = 0
    text = "".join(character.text for character in run)
    for at in gaps_to_cut(text, _gaps(run), run[0].size, spacing):
        yield run[start : at + 1]
        start = at + 1
    yield run[start:]


def _follows(before: _Character, character: _Character, reach: float) -> bool:
    size = max(before.size, character.size)
    gap = character.start - before.end
    return (
        before.direction == character.direction
        and before.slanted == character.slanted
        and abs(before.base - character.base) <= RAISED * before.size
        and gap <= reach * size
        and not is_set_over(before.text, character.text, gap, size)
    )


def _mended(runs: list[list[_Character]]) -> list[list[_Character]]:
    """The runs, those joined that touch on the page though they stand apart in the file."""
    mended: list[list[_Character]] = []
    for run in sorted(runs, key=lambda run: (run[0].direction, round(run[0].base), run[0].start)):
        if mended and _follows(mended[-1][-1], run[0], OVERPRINT):
            mended[-1] += run
        else:
            mended.append(list(run))
    return mended


def _word(run: list[_Character]) -> Word:
    first = run[0]
    text = clean("".join(character.text for character in run))
    x0s, tops, x1s, bottoms = zip(*(character.box for character in run), strict=True)
    box = (min(x0s), min(tops), max(x1s), max(bottoms))
    if first.direction % 2 == 0:
        box = (box[0], first.box[1], box[2], first.box[3])
    direction = SLANTED if first.slanted else first.direction
    return Word(text, *box, round(first.size, 2), *style_of(first.font), direction=direction)


def _with_soft_hyphens(words: list[Word], known: Iterable[Word]) -> list[Word]:
    soft = [word for word in known if word.text.endswith(SOFT_HYPHEN)]
    return [
        next(
            (
                with_text(word, twin.text)
                for twin in soft
                if twin.text[:-1] == word.text[:-1] and on_the_spot(word, twin)
            ),
            word,
        )
        if word.text.endswith("-")
        else word
        for word in words
    ]


@dataclass(frozen=True, slots=True)
class _Path:
    """A line as drawn, by its corners on the page as shown."""

    points: list[rulings.Point]
    stroked: bool
    closed: bool

    def pieces(self, matrix: Matrix) -> Iterator[Ruling]:
        """What it rules in another view: as a stroke, or as a thin filled rectangle."""
        points = [moved(matrix, *point) for point in self.points]
        if self.stroked:
            yield from rulings.edges(points, self.closed)
        elif rulings.is_rectangle(points):
            xs, tops = zip(*points, strict=True)
            yield from rulings.thin_box((min(xs), min(tops), max(xs), max(tops)))


def _paths(page: Any, frame: _Frame) -> Iterator[_Path]:
    """The strokes, edges of rectangles and filled rectangles of a page."""
    side, head = page.mediabox[:2]
    for found in [*page.lines, *page.rects, *page.curves]:
        if any(step[0] not in ("m", "l", "h") for step in found["path"]):
            continue
        if found["stroke"] or found["fill"]:
            points = [(x - side - frame.dx, top - head - frame.dy) for x, top in found["pts"]]
            closed = found["object_type"] == "rect" or found["path"][-1][0] == "h"
            yield _Path(points, bool(found["stroke"]), closed)


def _areas(page: Any, frame: _Frame) -> Iterator[Box]:
    """The boxes of what is painted, or outlined with curves, on the page as shown."""
    side, head = page.mediabox[:2]
    for found in [*page.rects, *page.curves]:
        curved = any(step[0] not in ("m", "l", "h") for step in found["path"])
        if found["fill"] or (found["stroke"] and curved):
            xs, tops = zip(*found["pts"], strict=True)
            dx, dy = side + frame.dx, head + frame.dy
            yield min(xs) - dx, min(tops) - dy, max(xs) - dx, max(tops) - dy
