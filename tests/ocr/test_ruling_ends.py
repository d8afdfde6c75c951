"""Lines down end where their table does."""

from __future__ import annotations

import pytest

from tildeling.ocr.ruling_ends import ended
from tildeling.read.page import Ruling

ACROSS = [Ruling(70, y, 500, y) for y in (330, 342, 354)]


def down(x: float, top: float = 330, bottom: float = 354) -> Ruling:
    return Ruling(x, top, x, bottom)


def ends(*lines: Ruling) -> list[tuple[float, float]]:
    return [(line.top, line.bottom) for line in ended([*ACROSS, *lines]) if not line.is_horizontal]


@pytest.mark.parametrize("stem", [down(110, top=317.5), down(110, bottom=365)])
def test_a_line_down_does_not_go_on_into_a_letters_stem(stem: Ruling) -> None:
    assert ends(stem, down(70), down(300, top=329), down(500)) == [
        (330, 354),
        (330, 354),
        (329, 354),
        (330, 354),
    ]


def test_a_line_down_goes_on_where_another_does() -> None:
    lines = [down(110, top=317.5), down(70, top=317.5), down(300), down(500)]
    assert ends(*lines) == [(317.5, 354), (317.5, 354), (330, 354), (330, 354)]


def test_a_line_down_goes_on_to_a_line_across_that_is_its_own() -> None:
    lines = [Ruling(70, 317.5, 500, 317.5), down(110, top=317.5), down(70), down(500)]
    assert ends(*lines) == [(317.5, 354), (330, 354), (330, 354)]


def test_a_line_down_that_goes_far_over_a_table_is_no_stem() -> None:
    assert ends(down(110, top=300), down(70), down(500))[0] == (300, 354)


def test_one_line_down_shows_no_end() -> None:
    assert ends(down(110, top=317.5))[0] == (317.5, 354)


def test_a_line_between_columns_ends_under_a_row_that_is_one_cell_in_a_frame() -> None:
    frame = [down(70, top=310), down(500, top=310), Ruling(70, 310, 500, 310)]
    assert ends(down(110, top=321), *frame)[0] == (330, 354)
