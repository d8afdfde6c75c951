"""A number or label that stands by itself is read, though an engine looked for no line there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pictured import Told, scanned, set_words
from tildeling.ocr.pictures import Grey
from tildeling.ocr.reader import rendered, seen_page
from tildeling.ocr.seen import SeenPage

HEADING = "5 #h(14pt) Økonomiske rammer"


class Reading(Told):
    """An engine that says the same of each line that it is given, and then the same of the other
    scale, or else.
    """

    def __init__(self, body: str, text: str, other: str, sure: float) -> None:
        self.pdf, lines = set_words(body)
        rest = [line[1:] for line in lines]
        super().__init__(rest, [" ".join(word.text for word in line) for line in rest])
        self.answers = [(text, sure), (other, sure)]
        self.asked = 0

    def read_line(self, line: Grey) -> tuple[str, float]:
        self.asked += 1
        return self.answers[(self.asked - 1) % 2]


def seen(body: str, text: str, other: str | None = None, sure: float = 0.9) -> SeenPage:
    """The page of which each line's first word was left out."""
    engine = Reading(body, text, text if other is None else other, sure)
    picture = rendered(engine.pdf, 1)
    return seen_page(engine, replace(picture, grey=scanned(picture.grey)), engine)


def test_a_number_before_a_heading_is_read_by_itself_and_sure() -> None:
    page = seen(HEADING, "5")
    number = page.lines[-1][0]
    assert (number.text, number.doubt, page.unread) == ("5", None, [])
    assert number.x1 < page.lines[0][0].x0


@pytest.mark.parametrize(
    ("text", "other", "sure"), [("5", "6", 0.9), ("5", "5", 0.3), ("", "", 0.0), ("う", "", 0.9)]
)
def test_what_two_readings_do_not_share_or_are_not_sure_of_stays_unread(
    text: str, other: str, sure: float
) -> None:
    page = seen(HEADING, text, other, sure)
    assert len(page.lines) == 1
    assert len(page.unread) == 1


def test_a_stroke_that_may_be_a_ruling_s_is_no_figure() -> None:
    stroke = "#box(rect(width: 1.2pt, height: 8pt, fill: black))"
    page = seen(f"x #h(20pt) Økonomiske rammer #h(20pt) {stroke}", "1")
    assert [word.text for word in page.lines[-1]] == ["Økonomiske", "rammer"]
    assert len(page.unread) == 1


def test_a_piece_of_a_word_is_not_read_as_a_word() -> None:
    page = seen("7#h(3pt)mål for året", "7")
    assert len(page.lines) == 1
    assert len(page.unread) == 1
