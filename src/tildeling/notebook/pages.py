"""Pictures of a letter's pages: all that was read from one, or where one thing stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw, ImageFont

from tildeling.export.items import KINDS, with_parts
from tildeling.export.picture import COLOURS, RESOLUTION, boxed_page, evidence_of
from tildeling.letter import Evidence, Evidenced, Letter

Marked = tuple[str, Evidence]

# Height of the strip under a picture, in its dots.
LEGEND = 34
GAP = 12
# Points of the page that are shown around a place: two lines of text.
AROUND = 30


def shown_pages(pdf: bytes, letter: Letter, page: int | None, of: Evidenced | None) -> Image.Image:
    """The pages as `Letter.show` shows them, with a strip that says what each colour means."""
    marked = list(evidence_of(letter)) if of is None else list(_evidence(of))
    if page is not None:
        pages = [page]
    elif of is None:
        pages = [1]
    else:
        pages = sorted({piece.page for _, piece in marked if piece.page is not None})
    if not pages:
        raise ValueError("It says no page where it was read.")
    pictures = [boxed_page(pdf, marked, number) for number in pages]
    kinds = {kind for kind, piece in marked if piece.page in pages}
    return _with_legend(_beside(pictures), [kind for kind in COLOURS if kind in kinds])


def shown_place(pdf: bytes, item: Evidenced) -> Image.Image:
    """The part of each page where an item stands, one under another, with its boxes.

    Raises `ValueError` where it says no page.
    """
    marked = list(_evidence(item))
    places = {
        number: [
            piece.bbox for _, piece in marked if piece.page == number and piece.bbox is not None
        ]
        for number in sorted({piece.page for _, piece in marked if piece.page is not None})
    }
    parts = [
        boxed_page(pdf, marked, number).crop(_around(boxes))
        for number, boxes in places.items()
        if boxes
    ]
    if not parts:
        raise ValueError("It says no place on a page where it was read.")
    width = max(part.width for part in parts)
    joined = Image.new("RGB", (width, sum(part.height + GAP for part in parts) - GAP), "#808080")
    top = 0
    for part in parts:
        joined.paste(part, (0, top))
        top += part.height + GAP
    return joined


def _around(boxes: Sequence[tuple[float, float, float, float]]) -> tuple[int, int, int, int]:
    """The boxes with what stands close around them, in the dots of a picture."""
    dots = RESOLUTION / 72
    sides = (
        min(box[0] for box in boxes) - AROUND,
        min(box[1] for box in boxes) - AROUND,
        max(box[2] for box in boxes) + AROUND,
        max(box[3] for box in boxes) + AROUND,
    )
    left, top, right, bottom = (round(max(side, 0) * dots) for side in sides)
    return left, top, right, bottom


def _evidence(item: Evidenced) -> Iterator[Marked]:
    """The evidence of an item and its parts, each with its kind."""
    for part in with_parts(item):
        yield from ((KINDS[type(part)], piece) for piece in part.evidence)


def _beside(pictures: Sequence[Image.Image]) -> Image.Image:
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) - 1)
    joined = Image.new("RGB", (width, max(picture.height for picture in pictures)), "#808080")
    left = 0
    for picture in pictures:
        joined.paste(picture, (left, 0))
        left += picture.width + GAP
    return joined


def _with_legend(picture: Image.Image, kinds: Sequence[str]) -> Image.Image:
    """The picture with a strip under it: a square of each colour, and what it stands for."""
    whole = Image.new("RGB", (picture.width, picture.height + LEGEND), "white")
    whole.paste(picture)
    draw = ImageDraw.Draw(whole)
    font = ImageFont.load_default(16)
    left, middle = 12.0, picture.height + LEGEND // 2
    draw.line((0, picture.height, picture.width, picture.height), "#c0c0c0")
    for kind in kinds:
        draw.rectangle((left, middle - 6, left + 12, middle + 6), COLOURS[kind])
        words = kind.replace("_", " ")
        draw.text((left + 18, middle), words, "#303030", font, anchor="lm")
        left += 18 + draw.textlength(words, font) + 20
    return whole
