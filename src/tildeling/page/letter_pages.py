"""A document's pages as the rooms after this one see them: lines of text, without marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tildeling.page.lines import Line, lines_of, modal_size
from tildeling.page.marks import marks_on, text_area
from tildeling.page.sideways import readable
from tildeling.page.stamp_boxes import without_stamp_boxes
from tildeling.read.page import Page, Word
from tildeling.read.words import in_order


def pages_of_text(pages: Sequence[Page]) -> list[tuple[Page, list[Line]]]:
    """Each page with what a reader reads on it: its words without marks, and their lines."""
    upright = [_upright(page) for page in pages]
    found = [(page, lines_of(page)) for page in upright]
    area = text_area(found, modal_size([line for _, lines in found for line in lines]))
    return [_without(page, lines, marks_on(page, lines, area)) for page, lines in found]


def _upright(page: Page) -> Page:
    if all(word.direction == 0 for word in page.words):
        return page
    words = readable(page)
    return replace(page, words=in_order(words), rulings=without_stamp_boxes(page, words))


def _without(page: Page, lines: list[Line], marks: set[Word]) -> tuple[Page, list[Line]]:
    if not marks:
        return page, lines
    words = [word for word in page.words if word not in marks]
    page = replace(page, words=tuple(words), rulings=without_stamp_boxes(page, words))
    return page, lines_of(page)
