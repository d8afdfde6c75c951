"""pdfium's most called functions, retyped so that handles and addresses are plain ints.

A page of text takes a thousand of these calls. The prototypes that pypdfium2 generates make a
pointer object each time, which must be cast before it can be a dictionary's key; plain ints save
half the time. What pdfium writes to is given by a reference made once, behind the arguments that
have types: it needs no conversion then. It is read through a memoryview, since an array of ctypes
makes an object for each of its numbers. The calls are so short that letting other threads run
meanwhile would take as long as some of them: the interpreter's lock is kept (`PYFUNCTYPE`).
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from ctypes import (
    byref,
    c_char_p,
    c_double,
    c_float,
    c_int,
    c_size_t,
    c_uint,
    c_ulong,
    c_void_p,
)
from functools import lru_cache
from itertools import repeat
from struct import Struct
from typing import Any, Literal

import pypdfium2.raw as pdfium

from tildeling.read.view import Matrix

# Text render modes that draw the letters' outlines and do not fill them.
STROKE_ONLY_MODES = (1, 5)

# Bytes that a font's name may take; the PDF standard allows 127. A longer one is not read.
LONGEST_NAME = 256

# Where pdfium writes the sides of a box, among its four numbers.
LEFT, RIGHT = 0, 2

# Boxes that pdfium is asked for at a time: a page has 300 words, seldom a thousand.
MOST_BOXES = 1024

# Rows or columns that a cell may be said to cover; more is taken for damage.
WIDEST_SPAN = 100


def _retyped(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.cast(function, ctypes.PYFUNCTYPE(result, *arguments))


def _bare(function: Any, result: Any) -> Any:
    """A function of a page or its text, an index and, at most, a place to write to.

    Without a prototype ctypes hands these over as they are, which is a third faster. A plain int
    would be cut to 32 bits, so page and text must be given as `handed_over` made them.
    """
    return ctypes.cast(function, ctypes.PYFUNCTYPE(result))


# Red, green, blue, opacity, 0 to 255.
RGBA = tuple[int, int, int, int]

# A page's text, as `handed_over` made it.
TextHandle = Any


def handed_over(pointer: Any) -> Any:
    """A page, or its text, made an argument once for all calls: each is a tenth faster."""
    return c_void_p.from_param(ctypes.cast(pointer, c_void_p).value)


class Numbers:
    """Where pdfium writes some numbers of one kind at a time: it is not thread-safe."""

    def __init__(self, kind: Any, code: Literal["f", "I"], count: int) -> None:
        array = (kind * count)()
        self.places = [byref(array, at * ctypes.sizeof(kind)) for at in range(count)]
        self.place = self.places[0]
        self.read: Callable[[], list[Any]] = memoryview(array).cast("B").cast(code).tolist
        """The numbers written last."""


_BOUNDS = Numbers(c_float, "f", 4)
_PARTS = Numbers(c_uint, "I", 4)
_MODES = Numbers(c_uint, "I", 2)
_POINT = Numbers(c_float, "f", 2)
_NUMBER = Numbers(c_float, "f", 1)
_BOXES = (c_float * (4 * MOST_BOXES))()
_BOX_PLACES = [byref(_BOXES, 16 * at) for at in range(MOST_BOXES)]
_BOX_SIDES = memoryview(_BOXES).cast("B").cast("f")
_ROWS, _COLUMNS = c_char_p(b"RowSpan"), c_char_p(b"ColSpan")
_ACTUAL_TEXT = c_char_p(b"ActualText")
_NAME = ctypes.create_string_buffer(LONGEST_NAME)
_NAME_PLACE = byref(_NAME)
_MATRIX = Numbers(c_float, "f", 6)

text_object = _bare(pdfium.FPDFText_GetTextObject, c_size_t)
_character_matrix = _bare(pdfium.FPDFText_GetMatrix, c_int)
font_size = _bare(pdfium.FPDFText_GetFontSize, c_double)
loose_box = _bare(pdfium.FPDFText_GetLooseCharBox, c_int)
unmapped = _bare(pdfium.FPDFText_HasUnicodeMapError, c_int)
_page_object = _bare(pdfium.FPDFPage_GetObject, c_size_t)
form_object = _retyped(pdfium.FPDFFormObj_GetObject, c_size_t, c_void_p, c_int)
form_count = _retyped(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
object_type = _retyped(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
_object_bounds = _retyped(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p)
_object_matrix = _retyped(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p)
font_of = _retyped(pdfium.FPDFTextObj_GetFont, c_size_t, c_void_p)
clip_path = _retyped(pdfium.FPDFPageObj_GetClipPath, c_size_t, c_void_p)
clip_count = _retyped(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
clip_points = _retyped(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
clip_point = _retyped(pdfium.FPDFClipPath_GetPathSegment, c_size_t, c_void_p, c_int, c_int)
path_count = _retyped(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = _retyped(pdfium.FPDFPath_GetPathSegment, c_size_t, c_void_p, c_int)
segment_type = _retyped(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
segment_closes = _retyped(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)
has_transparency = _retyped(pdfium.FPDFPageObj_HasTransparency, c_int, c_void_p)
_line_width = _retyped(pdfium.FPDFPageObj_GetStrokeWidth, c_int, c_void_p)
_draw_mode = _retyped(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p)
_segment_point = _retyped(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p)
_fill_colour = _retyped(pdfium.FPDFPageObj_GetFillColor, c_int, c_void_p)
_stroke_colour = _retyped(pdfium.FPDFPageObj_GetStrokeColor, c_int, c_void_p)
_base_font_name = _retyped(pdfium.FPDFFont_GetBaseFontName, c_size_t, c_void_p, c_void_p, c_size_t)
content_id = _retyped(pdfium.FPDFPageObj_GetMarkedContentID, c_int, c_void_p)
_mark_count = _retyped(pdfium.FPDFPageObj_CountMarks, c_int, c_void_p)
_mark = _retyped(pdfium.FPDFPageObj_GetMark, c_size_t, c_void_p, c_ulong)
_mark_bytes = _retyped(
    pdfium.FPDFPageObjMark_GetParamBlobValue, c_int, c_void_p, c_char_p, c_void_p, c_ulong, c_void_p
)
remove_mark = _retyped(pdfium.FPDFPageObj_RemoveMark, c_int, c_void_p, c_void_p)
_mark_name = _retyped(pdfium.FPDFPageObjMark_GetName, c_int, c_void_p, c_void_p, c_ulong, c_void_p)
_mark_parameters = _retyped(pdfium.FPDFPageObjMark_CountParams, c_int, c_void_p)
root_count = _retyped(pdfium.FPDF_StructTree_CountChildren, c_int, c_void_p)
root_element = _retyped(pdfium.FPDF_StructTree_GetChildAtIndex, c_size_t, c_void_p, c_int)
kid_count = _retyped(pdfium.FPDF_StructElement_CountChildren, c_int, c_void_p)
kid_element = _retyped(pdfium.FPDF_StructElement_GetChildAtIndex, c_size_t, c_void_p, c_int)
kid_content_id = _retyped(pdfium.FPDF_StructElement_GetChildMarkedContentID, c_int, c_void_p, c_int)
_role = _retyped(pdfium.FPDF_StructElement_GetType, c_ulong, c_void_p, c_void_p, c_ulong)
_attribute_count = _retyped(pdfium.FPDF_StructElement_GetAttributeCount, c_int, c_void_p)
_attribute = _retyped(pdfium.FPDF_StructElement_GetAttributeAtIndex, c_size_t, c_void_p, c_int)
_attribute_value = _retyped(pdfium.FPDF_StructElement_Attr_GetValue, c_size_t, c_void_p, c_void_p)
_attribute_number = _retyped(pdfium.FPDF_StructElement_Attr_GetNumberValue, c_int, c_void_p)
_text = _bare(pdfium.FPDFText_GetText, c_int)
render_mode = _retyped(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
_letter_width = _retyped(pdfium.FPDFFont_GetGlyphWidth, c_int, c_void_p, c_uint, c_float, c_void_p)


def sides_of(text: TextHandle, characters: Sequence[int], side: int) -> list[float]:
    """The `LEFT` or `RIGHT` sides of some characters' loose boxes.

    All are asked for before any is read: ctypes makes an object for each field that is looked at,
    and in a loop that takes as long as pdfium's own work.
    """
    found: list[float] = []
    for start in range(0, len(characters), MOST_BOXES):
        some = characters[start : start + MOST_BOXES]
        deque(map(loose_box, repeat(text), some, _BOX_PLACES), maxlen=0)
        found += _BOX_SIDES[side : 4 * len(some) : 4].tolist()
    return found


def as_object(handle: int) -> Any:
    """The handle as the pointer that pypdfium2's own prototypes want."""
    return ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)


def objects_of(page: Any) -> list[int]:
    """The objects of a page in the order of painting; those in its forms are not among them."""
    count = pdfium.FPDFPage_CountObjects(page)
    return list(map(_page_object, repeat(handed_over(page)), range(count)))


def matrix_of(handle: int) -> Matrix:
    """A page object's own matrix."""
    _object_matrix(handle, _MATRIX.place)
    a, b, c, d, e, f = _MATRIX.read()
    return a, b, c, d, e, f


class _Printed(ctypes.Structure):
    """What pdfium writes of a print, then of a character's place, in one piece of memory."""

    _fields_ = (("colour", c_uint * 4), ("matrix", c_float * 4), ("place", c_float * 2))


# How a text object's characters are printed: colour and matrix as pdfium wrote them, whether there
# is a colour, render mode, font, font size. Many a file has an object for every word, printed in a
# few ways: they are compared as they are, and looked into once (`colour_and_matrix`).
Print = tuple[bytes, int, int, int, float]

_PRINTED = _Printed()
_RED, _GREEN, _BLUE, _OPACITY = (byref(_PRINTED, 4 * part) for part in range(4))
_PRINTED_MATRIX = byref(_PRINTED, _Printed.matrix.offset)
_WRITTEN = Struct("4I4f")
_printed_bytes = memoryview(_PRINTED).cast("B")[: _WRITTEN.size].tobytes
_printed_place: Callable[[], list[Any]] = (
    memoryview(_PRINTED).cast("B")[_WRITTEN.size :].cast("f").tolist
)


def print_of(text: TextHandle, index: int, handle: int) -> tuple[Print, list[float]]:
    """How a character is printed, which belongs to that text object (0 if unknown), and where."""
    mode = font = has_colour = 0
    if handle:
        mode, font = render_mode(handle), font_of(handle)
        ask = _stroke_colour if mode in STROKE_ONLY_MODES else _fill_colour
        has_colour = ask(handle, _RED, _GREEN, _BLUE, _OPACITY)
    _character_matrix(text, index, _PRINTED_MATRIX)
    return (_printed_bytes(), has_colour, mode, font, font_size(text, index)), _printed_place()


def colour_and_matrix(printed: Print) -> tuple[RGBA | None, tuple[float, float, float, float]]:
    """Its colour, None for a pattern; and the matrix but for the place."""
    parts = _WRITTEN.unpack(printed[0])
    return parts[:4] if printed[1] else None, parts[4:]


def bounds_of(handle: int) -> tuple[float, float, float, float]:
    """A page object's box in the space of the page or form that holds it: x0, y0, x1, y1."""
    _object_bounds(handle, *_BOUNDS.places)
    left, bottom, right, top = _BOUNDS.read()
    return left, bottom, right, top


def draw_mode(handle: int) -> tuple[int, bool]:
    """How a path is filled (pdfium's number for it), and whether its outline is drawn."""
    _draw_mode(handle, *_MODES.places)
    mode, stroked = _MODES.read()
    return mode, bool(stroked)


def line_width(handle: int) -> float:
    """How wide the lines of a path are drawn, in its own space."""
    return float(_POINT.read()[0]) if _line_width(handle, _POINT.places[0]) else 0.0


def segment_point(segment: int) -> tuple[float, float]:
    """Where a segment of a path ends, in the path's own space."""
    _segment_point(segment, *_POINT.places)
    x, y = _POINT.read()
    return x, y


def text_of(text: TextHandle, count: int) -> str:
    """The first `count` characters, without those that have no meaning."""
    # An array of ctypes would be a new type for every length.
    buffer = bytearray(2 * (count + 1))
    written = _text(text, 0, count, ctypes.byref(ctypes.c_char.from_buffer(buffer)))
    return buffer[: 2 * (written - 1)].decode("utf-16-le", "replace")


def fill_colour(handle: int) -> RGBA | None:
    """What the object is filled with; None for a pattern."""
    return _colour(_fill_colour, handle)


def stroke_colour(handle: int) -> RGBA | None:
    """The colour of the object's outline; None for a pattern."""
    return _colour(_stroke_colour, handle)


def _colour(ask: Any, handle: int) -> RGBA | None:
    if not ask(handle, *_PARTS.places):
        return None
    red, green, blue, opacity = _PARTS.read()
    return red, green, blue, opacity


def font_name(font: int) -> str:
    """The font's name as the file gives it; empty where there is none."""
    if not font:
        return ""
    _NAME.value = b""  # pdfium leaves it as it is where the name is longer
    _base_font_name(font, _NAME_PLACE, LONGEST_NAME)
    return _NAME.value.decode("utf-8", "replace")


def letter_width(font: int, letter: str) -> float:
    """How much room one of the font's letters takes, in font sizes.

    Takes long for a letter that the font does not have.
    """
    _letter_width(font, ord(letter), 1.0, _NUMBER.place)
    return float(_NUMBER.read()[0])


def role_of(element: int) -> str:
    """The standard type of a structure element; empty where it has none."""
    return _utf16(_role(element, _NAME_PLACE, LONGEST_NAME))


def marks_of(handle: int) -> list[int]:
    """The marked content that an object stands in; the objects of one piece share its handle."""
    return [_mark(handle, index) for index in range(_mark_count(handle))]


def actual_text(mark: int, longest: int) -> bytes | None:
    """The words that a mark gives to be read for what it holds (ActualText), as the file has them.

    No more than so many bytes; None where it gives none.
    """
    size = c_ulong()
    if not _mark_bytes(mark, _ACTUAL_TEXT, None, 0, byref(size)):
        return None
    buffer = ctypes.create_string_buffer(max(size.value, 1))
    _mark_bytes(mark, _ACTUAL_TEXT, buffer, len(buffer), byref(size))
    return buffer.raw[: min(size.value, longest)]


def has_artifact_mark(handle: int) -> bool:
    """True if the object is marked as an artifact, and of which kind: what has no kind may be text
    of a drawing as well as a running head.
    """
    size = c_ulong()
    for mark in marks_of(handle):
        _mark_name(mark, _NAME_PLACE, LONGEST_NAME, ctypes.byref(size))
        if _utf16(size.value) == "Artifact" and _mark_parameters(mark) > 0:
            return True
    return False


def has_mark(handle: int, name: str) -> bool:
    """True if the object stands within marked content of that name."""
    size = c_ulong()
    for mark in marks_of(handle):
        _mark_name(mark, _NAME_PLACE, LONGEST_NAME, ctypes.byref(size))
        if _utf16(size.value) == name:
            return True
    return False


def _utf16(size: int) -> str:
    """What pdfium wrote into the buffer for names, its end mark counted in `size`."""
    return _decoded(_NAME.raw[: size - 2]) if 2 < size <= LONGEST_NAME else ""


@lru_cache(maxsize=256)
def _decoded(name: bytes) -> str:
    """A name of UTF-16; a file has hundreds of elements of a few kinds."""
    return name.decode("utf-16-le", "replace")


def cell_spans(cell: int) -> tuple[int, int]:
    """How many rows and columns a cell's attributes say that it covers; 1 where they don't."""
    count = _attribute_count(cell)
    if count <= 0:
        return 1, 1
    attributes = [_attribute(cell, index) for index in range(count)]
    return _span(attributes, _ROWS), _span(attributes, _COLUMNS)


def _span(attributes: list[int], name: c_char_p) -> int:
    for handle in attributes:
        value = _attribute_value(handle, name)
        if value and _attribute_number(value, _NUMBER.place):
            (number,) = _NUMBER.read()
            return int(number) if 1 <= number <= WIDEST_SPAN else 1
    return 1


def text_drawn(text: Any, handle: int) -> str:
    """What a text object draws, as far as pdfium counts it among the page's characters."""
    size = pdfium.FPDFTextObj_GetText(as_object(handle), text, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(as_object(handle), text, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace").strip()


def texts_drawn(text: Any) -> dict[int, str]:
    """What each of a page's text objects draws, without what pdfium adds between its words.

    Asked for one by one, each takes pdfium as long as all together do here.
    """
    over = handed_over(text)
    letters: dict[int, list[str]] = {}
    for index in range(max(pdfium.FPDFText_CountChars(text), 0)):
        letter = chr(min(pdfium.FPDFText_GetUnicode(text, index), 0x10FFFF))
        letters.setdefault(text_object(over, index), []).append(letter)
    return {handle: "".join(drawn) for handle, drawn in letters.items()}


def has_actual_text(handle: int, text: bytes) -> bool:
    """True if the file says that what the object shows stands for this text (ActualText)."""
    longest = len(text) + 1
    return bool(handle) and any(actual_text(mark, longest) == text for mark in marks_of(handle))
