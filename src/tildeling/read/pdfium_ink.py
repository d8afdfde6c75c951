"""How the text objects of a page are printed: font, size, colour, clip, and whether to be seen."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from tildeling.read.drawing import WHITE, Colour, alike, overlap
from tildeling.read.page import Element
from tildeling.read.pdfium_calls import (
    TextHandle,
    bounds_of,
    character_matrix,
    fill_colour,
    font_name,
    font_of,
    font_size,
    loose_box,
    render_mode,
    stroke_colour,
    unmapped,
)
from tildeling.read.pdfium_paths import PageObjects, Placed, clip_of
from tildeling.read.view import Box, View, moved_box
from tildeling.read.words import ASCENT, DESCENT, direction_of, style_of

INVISIBLE_MODES = (3, 7)
"""Text render modes that paint nothing."""

STROKE_ONLY_MODES = (1, 5)

SMALLEST = 1.0
"""Letters smaller than this (points on paper) cannot be seen."""

NARROWEST = 0.1
"""Letters set narrower than this share of their width cannot be read."""

DOUBTFUL = 2.0
"""A font size below this may be a Type 3 font's."""

MOST_HEIGHT = 2.0
"""No letter of an ordinary font is higher than this many font sizes."""

CAPITALS = 0.73
"""Height of capitals in font sizes."""

FAINTEST = 13
"""Opacity (of 255) below which text cannot be seen."""


@dataclass(slots=True)
class Ink:
    """How one text object is printed. `up` is where its letters point, one font size long."""

    handle: int
    x: float
    y: float
    up: tuple[float, float]
    size: float
    """The font's size in the PDF's space."""
    style: tuple[float, bool, bool, Element | None]
    """Font size, bold, italic and the element it is tagged with: as in a `Word`."""
    direction: int
    """As in a `Word`."""
    unmapped: bool
    order: int
    colour: Colour | None
    clip: Box | None
    painted: bool
    visible: bool
    widths: dict[str, float]
    """Advance widths of the font's characters at this size, as far as they are known."""
    level: tuple[float, float] | None
    """Top and bottom as seen, of a plain text object that runs level from left to right, and does
    not stick out over or under the page."""
    plain: bool
    """True if nothing can hide any of the object's words that lie on the page."""

    @property
    def runs_across(self) -> bool:
        """True if the line runs along the x axis of the PDF's space, or nearer to it than to y."""
        up_x, up_y = self.up
        return abs(up_y) >= abs(up_x)


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
        self.view = view
        self.known: dict[int, Ink] = {}
        self.box = pdfium.FS_RECTF()
        self.box_at = ctypes.byref(self.box)
        self.styles: dict[int, tuple[bool, bool]] = {}
        self.widths: dict[tuple[int, float, float], dict[str, float]] = {}

    def of(self, handle: int, index: int) -> Ink:
        """How the text object is printed, seen from one of its characters."""
        ink = self.known.get(handle)
        if ink is None:
            ink = self.known[handle] = self._look(handle, index)
        return ink

    def _look(self, handle: int, index: int) -> Ink:
        across, rise, c, d, x, y = character_matrix(self.text, index)
        printed_size = font_size(self.text, index)
        up = (c * printed_size, d * printed_size)
        size = (up[0] ** 2 + up[1] ** 2) ** 0.5
        if 0 < size < DOUBTFUL:
            larger = self._true_size(size, index) / size
            up, size = (up[0] * larger, up[1] * larger), size * larger
        placed = self.objects.texts.get(handle)
        clip = clip_of(placed) if placed else None
        mode = render_mode(handle) if handle else 0
        rgba = None
        if handle:
            rgba = (stroke_colour if mode in STROKE_ONLY_MODES else fill_colour)(handle)
        colour = rgba[:3] if rgba else None
        painted = mode not in INVISIBLE_MODES
        # Letters may be set so narrow that nothing of them is left.
        wide = abs(across) + abs(rise) > NARROWEST * (abs(c) + abs(d))
        large = wide and size * self.view.scale >= SMALLEST
        visible = painted and large and (rgba is None or rgba[3] >= FAINTEST)
        plain = (
            visible
            and placed is not None
            and colour is not None
            and self._plain(placed, clip, colour)
        )
        no_meaning = bool(unmapped(self.text, index))
        level = None
        upright = self.view.turns == 0 and self.view.scale == 1.0
        if plain and not no_meaning and upright and up[0] == 0.0 and across > 0 < up[1]:
            baseline = self.view.top - y
            top, bottom = baseline - ASCENT * up[1], baseline + DESCENT * up[1]
            level = (top, bottom) if top >= 0 and bottom <= self.view.height else None
        font = font_of(handle) if handle else 0
        return Ink(
            handle=handle,
            x=x,
            y=y,
            up=up,
            size=size,
            style=(
                round(size * self.view.scale, 2),
                *self._style(font),
                self.elements.get(handle),
            ),
            direction=direction_of(across, rise, self.view.turns),
            unmapped=no_meaning,
            order=placed.order if placed else 0,
            colour=colour,
            clip=clip,
            painted=painted,
            visible=visible,
            widths=self.widths.setdefault((font, *up), {}),
            level=level,
            plain=plain,
        )

    def _true_size(self, size: float, index: int) -> float:
        """The font size, or what it would be of an ordinary font as large as the letters are.

        A Type 3 font has a scale of its own, by which its size alone says nothing.
        """
        loose_box(self.text, index, self.box_at)
        height = abs(self.box.top - self.box.bottom)
        return height / CAPITALS if height > MOST_HEIGHT * size else size

    def _plain(self, placed: Placed, clip: Box | None, colour: Colour) -> bool:
        """True if the whole text object is unclipped and nothing like it is around."""
        drawing = self.objects.drawing
        if clip is None and not drawing.fills:
            return not alike(colour, WHITE)
        spot = spot_of(placed)
        return (clip is None or overlap(spot, clip) > 0.999) and not drawing.may_hide(
            spot, placed.order, colour
        )

    def _style(self, font: int) -> tuple[bool, bool]:
        style = self.styles.get(font)
        if style is None:
            style = self.styles[font] = style_of(font_name(font))
        return style


def spot_of(placed: Placed) -> Box:
    """The text object's own box, in the PDF's space."""
    return moved_box(placed.matrix, *bounds_of(placed.handle))
