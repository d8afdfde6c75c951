"""Areas that are painted or outlined, as both readers find them; the page is 300 points high."""

from __future__ import annotations

import pytest

from pdf_builder import PdfPage, pdf
from tildeling.limits import Limits
from tildeling.read.page import Reader

Sides = tuple[float, float, float, float]

ROUND = (
    "46 200 m 234 200 l 237 200 240 197 240 194 c 240 106 l 240 103 237 100 234 100 c "
    "46 100 l 43 100 40 103 40 106 c 40 194 l 40 197 43 200 46 200 c h"
)
BOX = (40, 100, 240, 200)

DRAWN: dict[str, tuple[str, list[Sides]]] = {
    "a background": ("0.9 g 40 100 200 100 re f", [BOX]),
    "a round background": (f"0.9 g {ROUND} f", [BOX]),
    "a round outline": (f"{ROUND} S", [BOX]),
    "a round outline on a background": (f"0.9 g {ROUND} f {ROUND} S", [BOX]),
    "a border that is painted and clipped": (
        f"q {ROUND} W n 0.5 g 40 100 200 100 re f 40 100 200 100 re f Q",
        [BOX],
    ),
    "a bar": ("0.5 g 40 100 3 100 re f", [(40, 100, 43, 200)]),
    "a frame of straight lines": ("40 100 200 100 re S", []),
    "a thin filled rectangle": ("40 199.75 200 0.5 re f", []),
    "a badge": ("0.5 g 40 190 60 12 re f", []),
    "a shape never painted": (f"{ROUND} n", []),
    "a page's background": ("1 g 0 0 300 300 re f", []),
}


@pytest.mark.parametrize("kind", DRAWN)
def test_a_drawing_gives_its_areas(reader: Reader, kind: str) -> None:
    content, expected = DRAWN[kind]
    (found,) = reader.read(pdf(PdfPage(content)), Limits())[1]
    boxes = [tuple(map(round, box)) for box in found.panels]
    near = [
        all(abs(one - other) <= 1 for one, other in zip(box, wanted, strict=True))
        for box, wanted in zip(boxes, expected, strict=True)
    ]
    assert all(near), boxes
