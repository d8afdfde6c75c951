"""Pages that are shown otherwise than they are read: sideways, upside down, scaled, with a part
turned on them."""

from __future__ import annotations

import pytest

from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.read.page import SLANTED, Page, Reader

A4 = (0, 0, 595, 842)
PROSE = "".join(show(f"Linje {at} om havner og kaier", 72, 700 - 14 * at) for at in range(9))
MATRICES = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0", 40: ".766 .643 -.643 .766"}


def at_angle(text: str, x: float, y: float, angle: int, size: float = 10) -> str:
    """Operators that print a line from x, y on, rising by so many degrees."""
    return f"BT /F1 {size} Tf {MATRICES[angle]} {x} {y} Tm ({text}) Tj ET\n"


def read(reader: Reader, content: str, **keywords: object) -> Page:
    page = PdfPage(content, media_box=A4, **keywords)  # type: ignore[arg-type]
    _, (found,) = reader.read(pdf(page), Limits())
    assert found.problem is None
    return found


def lines(page: Page) -> list[str]:
    """The words, those with one bottom joined."""
    rows: dict[int, list[str]] = {}
    for word in page.words:
        rows.setdefault(round(word.bottom), []).append(word.text)
    return [" ".join(row) for row in rows.values()]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_shown_sideways_is_read_as_one_turns_it(reader: Reader, angle: int) -> None:
    upright = read(reader, PROSE)
    turned = read(reader, PROSE, extra=f"/Rotate {angle}")
    assert lines(turned) == lines(upright)
    assert [word.direction for word in turned.words] == [0] * len(turned.words)
    assert (turned.width, turned.height) == (595, 842)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_drawn_sideways_is_read_as_one_turns_it(reader: Reader, angle: int) -> None:
    drawn = {90: (300, 72, -14, 0), 180: (500, 300, 0, 14), 270: (200, 700, 14, 0)}
    x, y, across, down = drawn[angle]
    content = "".join(
        at_angle(f"Linje {at} om havner", x - across * at, y + down * at, angle) for at in range(9)
    )
    assert lines(read(reader, content)) == [f"Linje {at} om havner" for at in range(9)]


def test_a_word_of_a_turned_page_has_its_place_on_the_page_as_shown(reader: Reader) -> None:
    page = read(reader, PROSE, extra="/Rotate 90")
    first = page.words[0]
    shown = page.shown((first.x0, first.top, first.x1, first.bottom))
    # Baseline 700 up and 72 in, turned clockwise: 700 from the left, 72 from the top.
    assert shown == pytest.approx((697.8, 72, 707.8, 93.1), abs=1.5)


@pytest.mark.parametrize("scale", [0.1, 0.5, 2.0])
def test_a_page_drawn_larger_or_smaller_than_paper_is_read_at_its_size(
    reader: Reader, scale: float
) -> None:
    media_box = tuple(side * scale for side in A4)
    content = f"{scale} 0 0 {scale} 0 0 cm {PROSE}"
    _, (page,) = reader.read(
        pdf(PdfPage(content, media_box=media_box)),  # type: ignore[arg-type]
        Limits(),
    )
    assert lines(page) == lines(read(reader, PROSE))
    word = page.words[0]
    assert word.size == pytest.approx(10, abs=0.1)
    shown = page.shown((word.x0, word.top, word.x1, word.bottom))
    assert shown[0] == pytest.approx(72 * scale, abs=0.2)


def test_a_small_page_with_type_of_ordinary_size_is_read_as_it_is(reader: Reader) -> None:
    content = "".join(show(f"Linje {at}", 20, 250 - 14 * at) for at in range(9))
    _, (page,) = reader.read(pdf(PdfPage(content)), Limits())
    assert (page.width, page.patches) == (400, ())


@pytest.mark.parametrize(("angle", "direction"), [(90, 1), (270, 3), (40, SLANTED)])
def test_a_word_says_which_way_it_runs(reader: Reader, angle: int, direction: int) -> None:
    page = read(reader, PROSE + at_angle("stempel", 300, 300, angle))
    # What runs slantwise is no part of any line: whether its letters are joined is left open.
    letters = "".join(word.text for word in page.words if word.direction == direction)
    assert sorted(letters) == sorted("stempel")
    assert page.patches == ()


ROWS = [
    ("Kap.", "Post", "Bevilgning"),
    ("1401", "01", "186"),
    ("1401", "21", "13"),
    ("Sum", "", "199"),
]


def turned_table(angle: int) -> str:
    """Four rows in three columns, 18 points apart, 170 points long, around x 250 to 320."""
    pieces = []
    for at, row in enumerate(ROWS):
        x, y = (250 + 18 * at, 380) if angle == 90 else (320 - 18 * at, 560)
        for column, text in enumerate(row):
            along = 70 * column
            if text:
                pieces.append(at_angle(text, x, y + along if angle == 90 else y - along, angle))
    return "".join(pieces)


@pytest.mark.parametrize("angle", [90, 270])
def test_a_table_turned_on_an_upright_page_is_read_between_what_is_over_and_under_it(
    reader: Reader, angle: int
) -> None:
    over = "".join(show(f"Over {at} tabellen", 72, 700 - 14 * at) for at in range(3))
    page = read(reader, over + turned_table(angle) + show("Under tabellen", 72, 200))
    assert lines(page) == [
        "Over 0 tabellen",
        "Over 1 tabellen",
        "Over 2 tabellen",
        "Kap. Post Bevilgning",
        "1401 01 186",
        "1401 21 13",
        "Sum 199",
        "Under tabellen",
    ]
    under = page.words[-1]
    assert page.shown((under.x0, under.top, under.x1, under.bottom))[3] == pytest.approx(
        644.2, abs=1
    )
    total = next(word for word in page.words if word.text == "199")
    shown = page.shown((total.x0, total.top, total.x1, total.bottom))
    assert shown[0] == pytest.approx(296 if angle == 90 else 264, abs=2)
    assert shown[3] - shown[1] > shown[2] - shown[0]


def test_turned_headings_over_upright_columns_stay_where_they_are(reader: Reader) -> None:
    heads = "".join(at_angle(f"Bevilgning {2024 + at}", 200 + 60 * at, 500, 90) for at in range(4))
    body = "".join(
        show(str(100 + row), 195 + 60 * at, 480 - 14 * row) for at in range(4) for row in range(6)
    )
    page = read(reader, PROSE + heads + body)
    assert page.patches == ()
