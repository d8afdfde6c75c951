"""What is drawn on a page, from pdfium's page objects: lines, filled areas, pictures, clips."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from tildeling.read import rulings
from tildeling.read.dots import is_dot
from tildeling.read.drawing import WHITE, Colour, Drawing, Fill, meet
from tildeling.read.page import Ruling
from tildeling.read.pdfium_calls import (
    as_object,
    bounds_of,
    clip_count,
    clip_path,
    clip_point,
    clip_points,
    draw_mode,
    fill_colour,
    form_count,
    form_object,
    has_mark,
    has_transparency,
    line_width,
    matrix_of,
    object_type,
    objects_of,
    path_count,
    path_segment,
    segment_closes,
    segment_point,
    segment_type,
    stroke_colour,
)
from tildeling.read.pdfium_notes import covering_notes
from tildeling.read.streams import Signs
from tildeling.read.view import IDENTITY, Box, Matrix, View, moved, moved_box, product
from tildeling.read.weight import Meter

TEXT = pdfium.FPDF_PAGEOBJ_TEXT

# Forms within forms are followed no further: a file may hold a ring of them.
DEEPEST = 12

# Lines drawn wider than this (points) may hide words: rulings of tables are 0.5 to 1.
THICK = 1.0

# What pdfium says is the colour of a shading, and of a tiled pattern.
PATTERN_COLOURS: tuple[Colour, ...] = (WHITE, (191, 191, 191))

# Opacity (of 255) from which a filled area hides what is under it.
OPAQUE = 250


class Placed(NamedTuple):
    """A page object: its place in the painting order, the matrix and clip of the form it is in.

    A named tuple, since a page has hundreds.
    """

    handle: int
    order: int
    matrix: Matrix
    clip: Box | None
    form: int
    """Handle of the outermost form that it is in, or 0."""


@dataclass
class PageObjects:
    """All that one page paints. Boxes are in the PDF's own space."""

    meter: Meter
    signs: Signs = field(default_factory=Signs)
    drawing: Drawing = field(default_factory=Drawing)
    texts: dict[int, Placed] = field(default_factory=dict)
    rulings: list[Ruling] = field(default_factory=list)
    panels: list[Box] = field(default_factory=list)
    """As seen, whole: a browser clips the areas that it paints to a box's border."""
    doubted: set[int] = field(default_factory=set)
    """Text objects of which it must be looked up whether they are seen: those in layers, masks,
    blend modes and such."""
    dots: list[Box] = field(default_factory=list)
    """Shapes as small and round as a bullet, as seen."""
    count: int = 0
    """Objects met so far, those in forms included."""

    @cached_property
    def by_order(self) -> dict[int, Placed]:
        """The text objects by their place in the painting order, once all are met."""
        return {placed.order: placed for placed in self.texts.values()}


class _Frame(NamedTuple):
    """What holds some objects, the page or a form: its matrix and clip, and how many forms deep."""

    matrix: Matrix
    clip: Box | None
    depth: int
    form: int
    """Handle of the outermost form, or 0."""
    doubted: bool = False
    """True if it cannot be said from its objects whether they are seen."""


def page_objects(page: Any, view: View, signs: Signs, meter: Meter) -> PageObjects:
    """What the page paints; the rulings are as seen in `view`, in pieces as drawn.

    `signs` are what the file has that may hide words; only what it has is looked for.
    Raises `TooLargeError` where it is more than the limits allow.
    """
    meter.look()
    found = PageObjects(meter, signs)
    _add_objects(found, objects_of(page), _Frame(IDENTITY, None, 0, 0), view)
    found.drawing.fills += [Fill(found.count + 1, box, None) for box in covering_notes(page)]
    return found


def straighten(page: Any, matrix: Matrix) -> None:
    """Moves what a loaded page paints; the file stays as it is."""
    for handle in objects_of(page):
        pdfium.FPDFPageObj_Transform(as_object(handle), *matrix)
        if object_type(handle) != pdfium.FPDF_PAGEOBJ_SHADING:  # takes its clip along
            pdfium.FPDFPageObj_TransformClipPath(as_object(handle), *matrix)


def _add_objects(found: PageObjects, handles: list[int], frame: _Frame, view: View) -> None:
    matrix, clip, depth, form, doubted = frame
    texts, make = found.texts, tuple.__new__
    found.meter.add(len(handles))
    wary = doubted or found.signs.layered or found.signs.blended
    for handle in handles:
        kind = object_type(handle)
        if kind == TEXT:
            # Nine objects of ten: made without the detour by the class.
            texts[handle] = make(Placed, (handle, found.count, matrix, clip, form))
            found.count += 1
            if wary and (doubted or _is_doubted(handle, found.signs)):
                found.doubted.add(handle)
            continue
        placed = Placed(handle, found.count, matrix, clip, form)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < DEEPEST:
                inner = [form_object(handle, index) for index in range(form_count(handle))]
                onward = product(matrix_of(handle), matrix)
                # Whether a form is in a layer of its own is not to be asked of pdfium.
                inner_clip, odd = clip_and_shape(placed)
                unsure = doubted or odd or found.signs.layered or _is_doubted(handle, found.signs)
                within = _Frame(onward, inner_clip, depth + 1, form or handle, unsure)
                _add_objects(found, inner, within, view)
            continue
        found.count += 1
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(found, placed, view, doubted)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            box = _box(placed)
            found.drawing.fills.append(Fill(placed.order, box, None))
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                found.drawing.pictures.append(box)


def _is_doubted(handle: int, signs: Signs) -> bool:
    """True for an object in a layer, or that is painted otherwise than over what is there."""
    return (signs.layered and has_mark(handle, "OC")) or (
        signs.blended and bool(has_transparency(handle))
    )


def clip_of(placed: Placed) -> Box | None:
    """The upright box around what clipping leaves of the object; None if nothing clips it."""
    return clip_and_shape(placed)[0]


def clip_and_shape(placed: Placed) -> tuple[Box | None, bool]:
    """The same, and whether the clip is of another shape, so that it may leave less."""
    clip = clip_path(placed.handle)
    count = clip_count(clip)
    left, odd = placed.clip, False
    if count <= 0:
        return left, False
    for path in range(count):
        points = [
            moved(placed.matrix, *segment_point(clip_point(clip, path, index)))
            for index in range(clip_points(clip, path))
        ]
        if points:
            xs, ys = zip(*points, strict=True)
            left = meet(left, (min(xs), min(ys), max(xs), max(ys)))
            odd = odd or len(points) > 5 or len(set(xs)) > 2 or len(set(ys)) > 2
    return left, odd


def _box(placed: Placed) -> Box:
    return _clipped(placed, spot_of(placed))


def spot_of(placed: Placed) -> Box:
    """The object's own box, unclipped, in the PDF's space."""
    return moved_box(placed.matrix, *bounds_of(placed.handle))


def _clipped(placed: Placed, box: Box) -> Box:
    return meet(box, clip_of(placed)) or box


def _add_path(found: PageObjects, placed: Placed, view: View, doubted: bool) -> None:
    mode, stroked = draw_mode(placed.handle)
    filled = mode != pdfium.FPDF_FILLMODE_NONE
    colour = fill_colour(placed.handle) if filled else None
    filled = filled and (colour is None or colour[3] > 0)
    outline = stroke_colour(placed.handle) if stroked else None
    if not filled and outline is None:
        return
    found.meter.add_corners(path_count(placed.handle))
    parts = _parts(placed)
    for points, closed in parts:
        seen = [view.point(*point) for point in points]
        if outline is not None and outline[3] > 0:
            found.rulings += rulings.edges(seen, closed)
        elif filled and rulings.is_rectangle(seen):
            (xs, tops) = zip(*seen, strict=True)
            found.rulings += rulings.thin_box((min(xs), min(tops), max(xs), max(tops)))
    if outline is not None:
        _add_thick_lines(found, placed, parts, outline[:3])
    if not filled:
        if not parts:  # curved
            _add_area(found, view.box(*spot_of(placed)))
    else:
        box = spot_of(placed)
        _add_area(found, view.box(*box))
        patterned = colour is not None and may_be_pattern(colour[:3], found.signs)
        doubted = doubted or (found.signs.layered and has_mark(placed.handle, "OC"))
        solid = (
            colour is not None
            and colour[3] >= OPAQUE
            and not patterned
            and not doubted
            and len(parts) == 1
            and rulings.is_rectangle(parts[0][0])
            and not pdfium.FPDFPageObj_HasTransparency(as_object(placed.handle))
        )
        shade = colour[:3] if colour and not (patterned or doubted) else None
        fill = Fill(placed.order, _clipped(placed, box), shade if solid else None, shade)
        found.drawing.fills.append(fill)


def may_be_pattern(colour: Colour, signs: Signs) -> bool:
    """True for the colours that pdfium gives for a pattern, in a file that has some."""
    return signs.patterned and colour in PATTERN_COLOURS


def _add_thick_lines(
    found: PageObjects,
    placed: Placed,
    parts: list[tuple[list[rulings.Point], bool]],
    colour: Colour,
) -> None:
    a, b, c, d, _, _ = product(matrix_of(placed.handle), placed.matrix)
    wide = line_width(placed.handle) * abs(a * d - b * c) ** 0.5
    if wide <= THICK:
        return
    add, reach = found.drawing.fills.append, wide / 2
    if not parts:  # curved
        add(Fill(placed.order, _box(placed), None, colour))
    for points, closed in parts:
        for (x0, y0), (x1, y1) in pairwise([*points, *points[:closed]]):
            box = min(x0, x1) - reach, min(y0, y1) - reach, max(x0, x1) + reach, max(y0, y1) + reach
            add(Fill(placed.order, _clipped(placed, box), None, colour))


def _add_area(found: PageObjects, seen: Box) -> None:
    (found.dots if is_dot(seen) else found.panels).append(seen)


def _parts(placed: Placed) -> list[tuple[list[rulings.Point], bool]]:
    """The path's straight-sided parts: corners in the PDF's space, and whether it is closed."""
    matrix = product(matrix_of(placed.handle), placed.matrix)
    parts: list[tuple[list[rulings.Point], bool]] = []
    points: list[rulings.Point] = []
    curved = closed = False
    for index in range(path_count(placed.handle)):
        segment = path_segment(placed.handle, index)
        kind = segment_type(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                parts.append((points, closed))
            points, curved, closed = [], False, False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        closed = closed or bool(segment_closes(segment))
        points.append(moved(matrix, *segment_point(segment)))
    if len(points) > 1 and not curved:
        parts.append((points, closed))
    return parts
