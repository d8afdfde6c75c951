"""Pages that lie askew, as on a scanner's glass: read as if they were set straight."""

from __future__ import annotations

from math import cos, radians, sin

import pytest

from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.read.page import Page, Reader

A4 = (0, 0, 595, 842)
MIDDLE = 297.5, 421.0
PROSE = "".join(
    show(f"Linje {at} om havner og kaier som ligger utsatt til for vind og sjø", 72, 700 - 14 * at)
    for at in range(9)
)
TABLE = ".5 w 72 500 m 522 500 l 522 460 l 72 460 l h S 300 460 m 300 500 l S " + show(
    "Post 01", 80, 475
)


def turned(degrees: float, content: str, around: tuple[float, float] = MIDDLE) -> str:
    """The content turned anticlockwise about a point."""
    a, b = cos(radians(degrees)), sin(radians(degrees))
    x, y = around
    e, f = x - a * x + b * y, y - b * x - a * y
    return f"q {a:.6f} {b:.6f} {-b:.6f} {a:.6f} {e:.4f} {f:.4f} cm {content} Q "


def read(reader: Reader, content: str, extra: str = "") -> Page:
    _, (page,) = reader.read(pdf(PdfPage(content, media_box=A4, extra=extra)), Limits())
    assert page.problem is None
    return page


def places(page: Page) -> list[tuple[str, tuple[object, ...]]]:
    """The words and rulings of a page, with their places."""
    words = [(word.text, word[1:5]) for word in page.words]
    rules = sorted(
        tuple(round(side) for side in (rule.x0, rule.top, rule.x1, rule.bottom))
        for rule in page.rulings
    )
    found = [*words, *(("", rule) for rule in rules)]
    return [(text, tuple(pytest.approx(side, abs=0.3) for side in box)) for text, box in found]


@pytest.mark.parametrize("degrees", [0.5, 1, -1.5, 2, -2, 5])
def test_a_page_askew_has_its_words_and_rulings_where_they_are_on_a_straight_one(
    reader: Reader, degrees: float
) -> None:
    straight = read(reader, PROSE + TABLE)
    assert len(straight.rulings) == 5
    assert places(read(reader, turned(degrees, PROSE + TABLE))) == places(straight)


@pytest.mark.parametrize("degrees", [1, -2])
def test_a_page_sideways_and_askew_is_read_as_one_lays_it(reader: Reader, degrees: float) -> None:
    straight = read(reader, PROSE + TABLE)
    sideways = read(reader, turned(degrees, PROSE + TABLE), extra="/Rotate 90")
    assert places(sideways) == places(straight)


def test_a_word_of_a_page_askew_is_shown_where_it_stands(reader: Reader) -> None:
    page = read(reader, turned(2, PROSE))
    word = page.words[0]
    left, _, _, bottom = page.shown((word.x0, word.top, word.x1, word.bottom))
    # Its baseline begins at 72, 700: 225.5 left of the middle and 279 over it.
    assert left == pytest.approx(297.5 - 225.5 * cos(radians(2)) - 279 * sin(radians(2)), abs=0.6)
    baseline = 842 - (421 + 279 * cos(radians(2)) - 225.5 * sin(radians(2)))
    assert bottom == pytest.approx(baseline + 2.2, abs=0.6)


def test_what_is_hidden_is_told_where_it_stands_on_a_page_askew(reader: Reader) -> None:
    page = read(reader, turned(2, PROSE + "1 g " + show("hemmelig", 72, 560)))
    assert [word.text for word in page.hidden] == ["hemmelig"]
    assert page.hidden[0].bottom == pytest.approx(842 - 552 + 2.2, abs=2)
    assert "hemmelig" not in [word.text for word in page.words]


def test_a_box_painted_askew_over_words_hides_them(reader: Reader) -> None:
    box = show("hemmelig", 500, 560) + "1 g 480 550 80 24 re f "
    page = read(reader, turned(-2, PROSE + box))
    assert [word.text for word in page.hidden] == ["hemmelig"]


def test_a_stamp_askew_leaves_the_straight_page_as_it_is(reader: Reader) -> None:
    page = read(reader, PROSE + turned(3, show("Mottatt 3. mai", 400, 760)))
    assert page.patches == ()
    assert places(page)[-9:] == places(read(reader, PROSE))[-9:]


@pytest.mark.parametrize("angle", [45, 90])
def test_what_is_turned_on_purpose_stays_turned_on_a_page_askew(reader: Reader, angle: int) -> None:
    turn = turned(angle, show("Elektronisk godkjent", 300, 300), (300, 300))
    straight, askew = read(reader, PROSE + turn), read(reader, turned(1.5, PROSE + turn))
    assert [word.direction for word in askew.words] == [word.direction for word in straight.words]
    assert {word.direction for word in askew.words} != {0}


def test_a_page_number_set_straight_under_text_askew_is_kept(reader: Reader) -> None:
    page = read(reader, turned(1, PROSE) + show("Side 1 av 3", 270, 40))
    assert [word.text for word in page.words][-4:] == ["Side", "1", "av", "3"]


def test_an_annotation_over_words_askew_hides_them_and_is_where_it_is_shown(reader: Reader) -> None:
    # Low at the right, where two degrees move a word by nine points: 500, 100 before it is turned.
    a, b = cos(radians(-2)), sin(radians(-2))
    x, y = 297.5 + a * 202.5 + b * 321, 421 + b * 202.5 - a * 321
    note = (
        f"/Annots [<< /Type /Annot /Subtype /Square /Rect [{x - 2} {y - 6} {x + 60} {y + 12}] "
        "/C [0 0 0] /IC [0 0 0] >> << /Type /Annot /Subtype /FreeText "
        "/Rect [400 780 500 800] /Contents (sett) /DA (/F1 10 Tf) >>]"
    )
    page = read(reader, turned(-2, PROSE + show("hemmelig", 500, 100)), note)
    assert [word.text for word in page.hidden] == ["hemmelig"]
    (word,) = page.notes
    assert word.text == "sett"
    assert word.x0 == pytest.approx(400, abs=2)
    assert 40 <= (word.top + word.bottom) / 2 <= 64


PASTED = "".join(
    show(f"Limt inn linje {at} om kaier som skal rustes opp", 72, 500 - 14 * at) for at in range(3)
)
PASTED += ".5 w 72 440 m 300 440 l 300 420 l 72 420 l h S " + show("Post 22", 80, 426)
UNDER = show("Etter det som er limt inn", 72, 370)


@pytest.mark.parametrize("degrees", [1, -2, 3])
def test_lines_pasted_in_askew_among_straight_ones_are_straightened_in_their_place(
    reader: Reader, degrees: float
) -> None:
    straight = read(reader, PROSE + PASTED + UNDER)
    page = read(reader, PROSE + turned(degrees, PASTED, (186, 463)) + UNDER)
    assert [word.text for word in page.words] == [word.text for word in straight.words]
    assert len(page.rulings) == len(straight.rulings) == 4
    for one, other in zip(page.words, straight.words, strict=True):
        assert one[1:5] == pytest.approx(other[1:5], abs=3)
    pasted = next(word for word in page.words if word.text == "Limt")
    left, _, _, bottom = page.shown(pasted[1:5])
    # Its baseline begins 114 left of the middle of what is pasted in, and 37 over it.
    a, b = cos(radians(degrees)), sin(radians(degrees))
    assert left == pytest.approx(186 - 114 * a - 37 * b, abs=0.8)
    assert bottom == pytest.approx(842 - (463 - 114 * b + 37 * a) + 2.2, abs=0.8)
    last = page.words[-1]
    assert page.shown(last[1:5]) == last[1:5]


def test_lines_askew_beside_straight_ones_are_left_as_they_are(reader: Reader) -> None:
    beside = "".join(show(f"Linje {at}", 400, 500 - 14 * at) for at in range(5))
    page = read(reader, PROSE + turned(2, PASTED, (186, 463)) + beside)
    assert page.patches == ()
    assert [word.text for word in page.words].count("Limt") == 3


def test_what_is_hidden_in_lines_pasted_in_askew_is_told(reader: Reader) -> None:
    content = turned(2, PASTED + "1 g " + show("hemmelig", 290, 486) + "0 g", (186, 463))
    page = read(reader, PROSE + content + UNDER)
    assert [word.text for word in page.hidden] == ["hemmelig"]
    assert "hemmelig" not in [word.text for word in page.words]
