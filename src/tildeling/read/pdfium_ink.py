"""How the text objects of a page are printed: font, size, colour, clip, and whether to be seen."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2.raw as pdfium

from tildeling.read.drawing import WHITE, Colour, alike, overlap
from tildeling.read.page import SLANTED, Element
from tildeling.read.pdfium_calls import (
    Print,
    TextHandle,
    colour_and_matrix,
    font_name,
    loose_box,
    print_of,
    unmapped,
)
from tildeling.read.pdfium_paths import (
    PageObjects,
    Placed,
    clip_and_shape,
    may_be_pattern,
    spot_of,
)
from tildeling.read.view import Box, View
from tildeling.read.widths import FontWidths
from tildeling.read.words import ASCENT, DESCENT, direction_of, skew_of, style_of

# Text render modes that paint nothing.
INVISIBLE_MODES = (3, 7)

# Text render modes that fill the letters and draw their outlines.
FILLED_AND_DRAWN = (2, 6)

# From here on text render modes make of the letters a clip of what comes after them.
CLIPPING = 4

# Letters smaller than this (points on paper) cannot be seen.
SMALLEST = 1.0

# Letters set narrower than this share of their width cannot be read.
NARROWEST = 0.1

# A font size below this may be a Type 3 font's.
DOUBTFUL = 2.0

# No letter of an ordinary font is higher than this many font sizes.
MOST_HEIGHT = 2.0

# Height of capitals in font sizes.
CAPITALS = 0.73

# Opacity (of 255) below which text cannot be seen.
FAINTEST = 13


@dataclass(slots=True)
class Face:
    """How text is printed, wherever it stands: most text objects of a page share a few of these."""

    up: tuple[float, float]
    """Where the letters point, one font size long."""
    size: float
    """The font's size in the PDF's space."""
    style: tuple[float, bool, bool]
    """Font size, bold and italic, as in a `Word`."""
    direction: int
    """As in a `Word`."""
    skew: float
    """How far its lines lie askew; 0 for those that run slantwise."""
    colour: Colour | None
    painted: bool
    visible: bool
    stands_out: bool
    """True if it can be seen where nothing is painted but itself."""
    doubted: bool
    """True if its letters must be looked at: those of patterns, and of fonts that draw anything."""
    level: bool
    """True if it can be seen so, and runs from left to right on a page as the PDF has it."""
    font: FontWidths
    """What is known of its font."""
    widths: dict[str, float]
    """Advance widths of the font's characters at this size, as far as they are known."""

    @property
    def runs_across(self) -> bool:
        """True if the line runs along the x axis of the PDF's space, or nearer to it than to y."""
        up_x, up_y = self.up
        return abs(up_y) >= abs(up_x)


class Ink(NamedTuple):
    """How one text object is printed, and where: many a file has an object for every word."""

    face: Face
    handle: int
    x: float
    y: float
    order: int
    element: Element | None
    """What it is tagged with."""
    clip: Box | None
    unmapped: bool
    plain: bool
    """True if nothing can hide any of the object's words that lie on the page."""
    doubted: bool
    """True if it must be looked at whether it is seen, wherever it stands."""
    level: tuple[float, float] | None
    """Top and bottom as seen, of a plain text object that runs level from left to right, and does
    not stick out over or under the page."""


class Inks:
    """What has been learnt of the text objects and fonts of one page."""

    def __init__(
        self,
        text: TextHandle,
        objects: PageObjects,
        view: View,
        elements: Mapping[int, Element],
    ) -> None:
        self.text = text
        self.objects = objects
        self.elements = elements
        self.view, self.height = view, view.height
        self.known: dict[int, Ink] = {}
        self.box = pdfium.FS_RECTF()
        self.box_at = ctypes.byref(self.box)
        self.faces: dict[Print, Face] = {}
        self.styles: dict[int, tuple[bool, bool]] = {}
        self.widths: dict[tuple[int, float, float], dict[str, float]] = {}
        self.fonts: dict[int, FontWidths] = {}
        self.letters = ""
        """The page's characters."""
        self.clipping: set[int] = set()
        """Text objects that clip what is painted after them."""

    def of(self, handle: int, index: int) -> Ink:
        """How the text object is printed, seen from one of its characters."""
        ink = self.known.get(handle)
        if ink is None:
            ink = self.known[handle] = self._look(handle, index)
        return ink

    def _look(self, handle: int, index: int) -> Ink:
        printed, (x, y) = print_of(self.text, index, handle)
        face = self.faces.get(printed) or self._face(printed, index)
        placed = self.objects.texts.get(handle)
        order, clip, plain, level = 0, None, False, None
        if printed[2] >= CLIPPING:
            self.clipping.add(handle)
        doubted = face.doubted or handle in self.objects.doubted
        if placed is not None:
            clip, odd = clip_and_shape(placed)
            order, doubted = placed.order, doubted or odd
            plain = face.stands_out and not doubted and self._plain(placed, clip, face)
        no_meaning = unmapped(self.text, index) != 0
        if plain and face.level and not no_meaning:
            up = face.up[1]
            baseline = self.view.top - y
            top, bottom = baseline - ASCENT * up, baseline + DESCENT * up
            level = (top, bottom) if top >= 0 and bottom <= self.height else None
        element = self.elements.get(handle)
        ink = (face, handle, x, y, order, element, clip, no_meaning, plain, doubted, level)
        return tuple.__new__(Ink, ink)

    def _face(self, printed: Print, index: int) -> Face:
        rgba, (across, rise, c, d) = colour_and_matrix(printed)
        _, _, mode, font, printed_size = printed
        up = (c * printed_size, d * printed_size)
        size = (up[0] ** 2 + up[1] ** 2) ** 0.5
        doubtful = 0 < size < DOUBTFUL
        if doubtful:
            larger = self._true_size(size, index) / size
            up, size = (up[0] * larger, up[1] * larger), size * larger
        colour = rgba[:3] if rgba else None
        # What is filled white may have a black outline, and a font without a name draws its letters
        # as a page is drawn (Type 3).
        if colour and (
            mode in FILLED_AND_DRAWN
            or may_be_pattern(colour, self.objects.signs)
            or not font_name(font)
        ):
            colour = None
        painted = mode not in INVISIBLE_MODES
        # Letters may be set so narrow that nothing of them is left.
        wide = abs(across) + abs(rise) > NARROWEST * (abs(c) + abs(d))
        large = wide and size * self.view.scale >= SMALLEST
        visible = painted and large and (rgba is None or rgba[3] >= FAINTEST)
        stands_out = visible and colour is not None and not alike(colour, WHITE)
        upright = self.view.turns == 0 and self.view.scale == 1.0
        direction = direction_of(across, rise, self.view.turns)
        skew = 0.0 if direction == SLANTED else skew_of(across, rise)
        face = Face(
            up=up,
            size=size,
            style=(round(size * self.view.scale, 2), *self._style(font)),
            direction=direction,
            skew=skew,
            colour=colour,
            painted=painted,
            visible=visible,
            stands_out=stands_out,
            doubted=colour is None,
            level=stands_out and upright and up[0] == 0.0 and across > 0 < up[1],
            font=self._font(font, index),
            widths=self.widths.setdefault((font, *up), {}),
        )
        if not doubtful:
            self.faces[printed] = face
        return face

    def _true_size(self, size: float, index: int) -> float:
        """The font size, or what it would be of an ordinary font as large as the letters are.

        A Type 3 font has a scale of its own, by which its size alone says nothing.
        """
        loose_box(self.text, index, self.box_at)
        height = abs(self.box.top - self.box.bottom)
        return height / CAPITALS if height > MOST_HEIGHT * size else size

    def _plain(self, placed: Placed, clip: Box | None, face: Face) -> bool:
        """True if the whole text object is unclipped and nothing like it is around."""
        drawing = self.objects.drawing
        if clip is None and not drawing.fills:
            return True
        spot = spot_of(placed)
        return (clip is None or overlap(spot, clip) > 0.999) and (
            face.colour is not None and not drawing.may_hide(spot, placed.order, face.colour)
        )

    def _style(self, font: int) -> tuple[bool, bool]:
        style = self.styles.get(font)
        if style is None:
            name = font_name(font)
            self.objects.signs.look_at_font(name)
            style = self.styles[font] = style_of(name)
        return style

    def _font(self, font: int, index: int) -> FontWidths:
        """What is known of a font, looked at where its first letter stands on the page."""
        known = self.fonts.get(font)
        if known is None:
            known = self.fonts[font] = self.objects.signs.widths.of(font, font_name(font))
            if font:
                known.look_ahead(self.text, self.letters, index)
        return known
