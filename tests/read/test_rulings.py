"""Ruled lines, as geometry and as both readers find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdf_builder import PdfPage, pdf
from tildeling.limits import Limits
from tildeling.read.page import Reader, Ruling
from tildeling.read.rulings import join

Sides = tuple[float, float, float, float]

DRAWN: dict[str, tuple[str, list[Sides]]] = {
    "a line": ("40 200 m 240 200 l S", [(40, 100, 240, 100)]),
    "a line down": ("40 200 m 40 100 l S", [(40, 100, 40, 200)]),
    "a slanting line": ("40 200 m 240 100 l S", []),
    "a stroked rectangle": (
        "40 100 200 100 re S",
        [(40, 100, 240, 100), (40, 100, 40, 200), (240, 100, 240, 200), (40, 200, 240, 200)],
    ),
    "a filled and stroked rectangle": (
        "0.9 g 40 100 200 100 re B",
        [(40, 100, 240, 100), (40, 100, 40, 200), (240, 100, 240, 200), (40, 200, 240, 200)],
    ),
    "a thin filled rectangle": ("40 199.75 200 0.5 re f", [(40, 100, 240, 100)]),
    "a background": ("0.9 g 40 100 200 100 re f", []),
    "a curve": ("40 200 m 80 250 120 250 160 200 c S", []),
    "a tick": ("40 200 m 42 200 l S", []),
    "a path never painted": ("40 200 m 240 200 l n", []),
    "borders drawn cell by cell": (
        "40 200 m 140 200 l S 140.5 200 m 240 200 l S",
        [(40, 100, 240, 100)],
    ),
    "a scaled line": ("q 2 0 0 2 0 0 cm 20 100 m 120 100 l S Q", [(40, 100, 240, 100)]),
    "corners joined by lines": (
        "40 200 m 240 200 l 240 100 l S",
        [(40, 100, 240, 100), (240, 100, 240, 200)],
    ),
    "a line off the page": ("40 900 m 240 900 l S", []),
}


def rulings(reader: Reader, page: PdfPage) -> list[Sides]:
    (found,) = reader.read(pdf(page), Limits())[1]
    assert found.problem is None
    return [(round(r.x0), round(r.top), round(r.x1), round(r.bottom)) for r in found.rulings]


@pytest.mark.parametrize("kind", DRAWN)
def test_a_drawing_gives_its_rulings(reader: Reader, kind: str) -> None:
    content, expected = DRAWN[kind]
    assert rulings(reader, PdfPage(content)) == expected


def test_lines_in_a_form_are_placed_by_its_matrix(reader: Reader) -> None:
    page = PdfPage("q 1 0 0 1 10 20 cm /X Do Q", forms={"X": "30 180 m 230 180 l S"})
    assert rulings(reader, page) == [(40, 100, 240, 100)]


def test_lines_on_a_turned_page_are_placed_as_seen(reader: Reader) -> None:
    page = PdfPage("40 200 m 240 200 l S", extra="/Rotate 90")
    assert rulings(reader, page) == [(200, 40, 200, 240)]


pieces = st.builds(
    lambda x, top, length, across: (
        Ruling(x, top, x + length, top) if across else Ruling(x, top, x, top + length)
    ),
    st.floats(0, 90),
    st.floats(0, 90),
    st.floats(0, 60),
    st.booleans(),
)


@given(st.lists(pieces, max_size=30))
def test_joining_loses_no_line(given_pieces: list[Ruling]) -> None:
    joined = join(given_pieces, 100, 100)
    for piece in given_pieces:
        length = piece.x1 - piece.x0 + piece.bottom - piece.top
        if length > 3.1:
            assert any(
                line.x0 - 1.01 <= piece.x0
                and line.x1 + 1.01 >= piece.x1
                and line.top - 1.01 <= piece.top
                and line.bottom + 1.01 >= piece.bottom
                for line in joined
            )


@given(st.lists(pieces, max_size=30))
def test_joining_does_not_depend_on_the_order_drawn(given_pieces: list[Ruling]) -> None:
    assert join(given_pieces, 100, 100) == join(reversed(given_pieces), 100, 100)
