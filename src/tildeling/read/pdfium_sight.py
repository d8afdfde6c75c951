"""Whether words can be seen: the page is painted with them and without, and both are compared.

What hides a word is told from the page's objects where it is plain: one rectangle over it, its own
colour behind it. Strips, thick lines, pictures, patterns, annotations, layers, masks, blend modes,
odd clips and fonts that draw anything are not. Words that such a thing may hide are painted as a
viewer paints them, and left out: where that makes no difference, nobody sees them. That takes some
40 ms for a page, and is asked for those words alone.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from tildeling.read.drawing import ALIKE
from tildeling.read.page import Word, around
from tildeling.read.pdfium_calls import (
    as_object,
    fill_colour,
    objects_of,
    render_mode,
    texts_drawn,
)
from tildeling.read.pdfium_paths import PageObjects, spot_of
from tildeling.read.view import Box, View

if TYPE_CHECKING:
    from PIL.Image import Image

# Dots for each point of the page as read.
DOTS = 2.0

# Dots along a side of the picture, at most.
MOST_DOTS = 4_000

# Share of a word's box that is ink: a comma alone has three hundredths.
LEAST_INK = 0.02

# Words that lie over each other are left out in rounds of their own, at most so many.
MOST_ROUNDS = 4

# Letters are seen whose colour differs from that around them by this share of the differences in
# their box: those in a gradient by 0.8, those under other words by 0.2, seldom by 0.4.
LEAST_CONTRAST = 0.5

BLACK = (0, 0, 0, 255)
# A pixel is ink where it is nearer black than paper: edges are painted grey.
_CLEARLY = [0] * 128 + [255] * 128

# Text objects whose boxes differ by less (points) are one printed twice, to look bold.
SAME_SPOT = 1.0


class Handles(NamedTuple):
    """pdfium's handles for a page, its text, and what its form fields are painted with."""

    page: Any
    text: Any
    fields: Any


# A word and the text objects that it is set from.
Doubted = tuple[Word, tuple[int, ...]]


def unseen(
    handles: Handles, objects: PageObjects, view: View, doubtful: Sequence[Doubted]
) -> set[Word]:
    """Those of the words of which nothing is seen on the page."""
    if not doubtful:
        return set()
    paint = _Painter(handles, view, around([word for word, _ in doubtful]))
    whole = paint.picture()
    likes = _likes(handles.text, objects, {handle for _, those in doubtful for handle in those})
    found: set[Word] = set()
    for some in _rounds(doubtful):
        taken = {handle for _, those in some for handle in those}
        with_out = paint.picture(taken.union(*likes.of(taken)))
        if whole is None or with_out is None:
            return set()
        found |= set(paint.without_ink([word for word, _ in some], whole, with_out))
    return found


def seen_through(handles: Handles, view: View, clipping: Sequence[Doubted]) -> set[Word]:
    """Those of the words that are not painted themselves, but seen in what is painted within them:
    a title in a gradient.

    Words of forms are not looked at.
    """
    if not clipping:
        return set()
    paint = _Painter(handles, view, around([word for word, _ in clipping]))
    whole = paint.picture()
    shapes = paint.shapes({handle for _, those in clipping for handle in those})
    if whole is None or shapes is None:
        return set()
    found = set(paint.standing_out([word for word, _ in clipping], whole, shapes))
    # Other words may lie under one by chance, hardly under all that were set together.
    others = {handle for word, those in clipping if word not in found for handle in those}
    return {word for word, those in clipping if others.isdisjoint(those)}


def _rounds(doubtful: Sequence[Doubted]) -> Iterator[list[Doubted]]:
    """The words, parted so that none lies over another of its round."""
    by_object: dict[int, list[Doubted]] = {}
    for doubted in doubtful:
        by_object.setdefault(doubted[1][0], []).append(doubted)
    rounds: list[list[Doubted]] = []
    taken: list[dict[int, list[Word]]] = []
    for some in by_object.values():
        words = [word for word, _ in some]
        at = 0
        while at < len(taken) - (len(taken) == MOST_ROUNDS) and _meets(words, taken[at]):
            at += 1
        if at == len(taken):
            taken.append({})
            rounds.append([])
        rounds[at] += some
        for word in words:
            for row in _rows(word):
                taken[at].setdefault(row, []).append(word)
    yield from rounds


def _meets(words: Iterable[Word], taken: Mapping[int, Sequence[Word]]) -> bool:
    """True if a word lies over one of those taken: lines set close may touch each other."""
    return any(
        min(word.x1, other.x1) > max(word.x0, other.x0)
        and 2 * (min(word.bottom, other.bottom) - max(word.top, other.top)) > word.bottom - word.top
        for word in words
        for row in _rows(word)
        for other in taken.get(row, ())
    )


def _rows(word: Word) -> range:
    return range(int(word.top // 20), int(word.bottom // 20) + 1)


# On which spot what is printed.
_Print = tuple[tuple[int, ...], str]


class _Likes:
    """Text objects that are printed again on the same spot, to look bold."""

    def __init__(self) -> None:
        self.printed: dict[int, _Print] = {}
        self.by_print: dict[_Print, list[int]] = {}

    def add(self, handle: int, printed: _Print) -> None:
        """Adds an object of a spot that has several."""
        self.printed[handle] = printed
        self.by_print.setdefault(printed, []).append(handle)

    def of(self, handles: Iterable[int]) -> Iterator[list[int]]:
        """The objects that print what some others do; pdfium has no characters for the second of
        two.
        """
        prints = {self.printed[handle] for handle in handles if handle in self.printed}
        for printed in prints | {(spot, "") for spot, _ in prints}:
            yield self.by_print.get(printed, [])


def _likes(text: Any, objects: PageObjects, handles: Set[int]) -> _Likes:
    """What is printed several times on the spots of some text objects."""
    on_spot: dict[tuple[int, ...], list[int]] = {}
    for handle, placed in objects.texts.items():
        spot = tuple(round(side / SAME_SPOT) for side in spot_of(placed))
        on_spot.setdefault(spot, []).append(handle)
    several = {
        spot: those
        for spot, those in on_spot.items()
        if len(those) > 1 and not handles.isdisjoint(those)
    }
    likes = _Likes()
    if several:
        drawn = texts_drawn(text)
        for spot, those in several.items():
            for handle in those:
                likes.add(handle, (spot, drawn.get(handle, "").strip()))
    return likes


class _Painter:
    """Paints the part of a page that some words stand on."""

    def __init__(self, handles: Handles, view: View, box: Box) -> None:
        self.handles = handles
        self.scale = scale = min(DOTS, MOST_DOTS / max(view.width, view.height, 1.0))
        self.page_size = max(1, round(scale * view.width)), max(1, round(scale * view.height))
        self.left = max(0, int(scale * box[0]) - 1)
        self.top = max(0, int(scale * box[1]) - 1)
        self.right = max(self.left + 1, min(self.page_size[0], int(scale * box[2]) + 2))
        self.bottom = max(self.top + 1, min(self.page_size[1], int(scale * box[3]) + 2))

    def picture(self, left_out: Iterable[int] = ()) -> Image | None:
        """The page, without some of its objects; None where it cannot be painted."""
        from PIL import Image

        width, height = self.right - self.left, self.bottom - self.top
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
        if not bitmap:
            return None
        handles = [as_object(handle) for handle in left_out]
        try:
            for handle in handles:
                pdfium.FPDFPageObj_SetIsActive(handle, False)
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            start = -self.left, -self.top
            place = *start, *self.page_size, 0, pdfium.FPDF_ANNOT
            pdfium.FPDF_RenderPageBitmap(bitmap, self.handles.page, *place)
            if self.handles.fields:
                pdfium.FPDF_FFLDraw(self.handles.fields, bitmap, self.handles.page, *place)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
            return Image.frombytes("RGB", (width, height), dots, "raw", "BGRX", stride)
        finally:
            for handle in handles:
                pdfium.FPDFPageObj_SetIsActive(handle, True)
            pdfium.FPDFBitmap_Destroy(bitmap)

    def shapes(self, letters: Set[int]) -> Image | None:
        """Some text objects of the page alone, white on black."""
        from PIL import ImageOps

        handles = [as_object(handle) for handle in letters]
        colours = [fill_colour(handle) or BLACK for handle in letters]
        modes = [render_mode(handle) for handle in letters]
        others = [handle for handle in objects_of(self.handles.page) if handle not in letters]
        for handle in handles:
            pdfium.FPDFPageObj_SetFillColor(handle, *BLACK)
            pdfium.FPDFTextObj_SetTextRenderMode(handle, pdfium.FPDF_TEXTRENDERMODE_FILL)
        try:
            picture = self.picture(others)
            return picture and ImageOps.invert(picture.convert("L"))
        finally:
            for handle, colour, mode in zip(handles, colours, modes, strict=True):
                pdfium.FPDFPageObj_SetFillColor(handle, *colour)
                pdfium.FPDFTextObj_SetTextRenderMode(handle, mode)

    def standing_out(self, words: Iterable[Word], whole: Image, shapes: Image) -> Iterator[Word]:
        """The words whose shapes have other colours in the whole picture than what is around."""
        from PIL import ImageChops, ImageStat

        for word in words:
            box = self.crop_of(word)
            if box is None:
                continue
            place, letters = whole.crop(box), shapes.crop(box).point(_CLEARLY)
            if not letters.getbbox():
                continue
            around_them = ImageChops.invert(letters)
            for colour in place.split():
                low, high = ImageStat.Stat(colour).extrema[0]
                inside, outside = (
                    ImageStat.Stat(colour, mask).mean[0] for mask in (letters, around_them)
                )
                if abs(inside - outside) > max(LEAST_CONTRAST * (high - low), ALIKE):
                    yield word
                    break

    def without_ink(self, words: Iterable[Word], one: Image, other: Image) -> Iterator[Word]:
        """The words in whose boxes both pictures look the same."""
        from PIL import ImageChops

        red, green, blue = ImageChops.difference(one, other).split()
        differs = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        for word in words:
            box = self.crop_of(word)
            if box is None:
                yield word
                continue
            area = (box[2] - box[0]) * (box[3] - box[1])
            if sum(differs.crop(box).histogram()[ALIKE + 1 :]) < LEAST_INK * area:
                yield word

    def crop_of(self, word: Word) -> tuple[int, int, int, int] | None:
        """Where the word's box lies in a picture; None where it does not."""
        left = max(0, int(self.scale * word.x0) - self.left)
        top = max(0, int(self.scale * word.top) - self.top)
        right = min(self.right - self.left, int(self.scale * word.x1) + 1 - self.left)
        bottom = min(self.bottom - self.top, int(self.scale * word.bottom) + 1 - self.top)
        return (left, top, right, bottom) if left < right and top < bottom else None
