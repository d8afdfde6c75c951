"""Ink that no word was read from is seen where it is as high as figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pictured import Told, scanned, set_words
from tildeling.ocr.reader import rendered, seen_page
from tildeling.read.view import Box


def unread(body: str, read: int) -> list[Box]:
    """What is left of a page where only so many words of each line were read."""
    pdf, lines = set_words(body)
    kept = [line[:read] for line in lines]
    engine = Told(kept, [" ".join(word.text for word in line) for line in kept])
    picture = rendered(pdf, 1)
    return seen_page(engine, replace(picture, grey=scanned(picture.grey)), engine).unread


def test_a_number_that_was_not_read_is_one_place() -> None:
    body = "Driftsutgifter #h(40pt) 14~500"
    _, ((_, first, last),) = set_words(body)
    ((x0, top, x1, bottom),) = unread(body, 1)
    assert [x0, x1] == pytest.approx([first.x0, last.x1], abs=2)
    assert first.top < top < bottom < first.bottom


@pytest.mark.parametrize(
    "body",
    [
        "Driftsutgifter #h(40pt) \u2013",
        "Driftsutgifter #h(40pt) .....",
        "Driftsutgifter #line(length: 100pt)",
        "Driftsutgifter #rect(width: 60pt, height: 40pt, fill: black)",
    ],
)
def test_dashes_dots_lines_and_areas_are_no_figures(body: str) -> None:
    assert unread(body, 1) == []
