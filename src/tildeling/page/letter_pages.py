"""A document's pages as the rooms after this one see them: lines of text, without marks."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from operator import attrgetter

from tildeling.page.lines import Line, lines_of, modal_size
from tildeling.page.marks import marks_on, text_area
from tildeling.page.notes import Marks, Note, join_over_pages, take_notes
from tildeling.page.raised import without_raised
from tildeling.page.sideways import readable
from tildeling.page.stamp_boxes import without_stamp_boxes
from tildeling.read.page import Page, Word
from tildeling.read.words import in_order

_DIRECTION = attrgetter("direction")


@dataclass(frozen=True, slots=True)
class PageText:
    """What a reader reads on a page."""

    page: Page
    """The page, its words without marks."""
    lines: list[Line]
    """Its lines but for the footnotes'."""
    notes: list[Note]


def pages_of_text(pages: Sequence[Page]) -> list[PageText]:
    """Each page without what is no part of its text, its footnotes apart."""
    upright = [_upright(page) for page in pages]
    found = [(page, lines_of(page)) for page in upright]
    size = modal_size([line for _, lines in found for line in lines])
    area = text_area(found, size)
    clear = [_without(page, lines, marks_on(page, lines, area)) for page, lines in found]
    texts: list[PageText] = []
    before: Set[str] = frozenset()
    for printed, printed_lines in clear:
        marked = without_raised(printed.words, printed_lines)
        page, lines = printed, printed_lines
        if marked.changed:
            page = replace(printed, words=tuple(marked.words))
            lines = lines_of(page)
        marks = Marks(before | marked.marks, marked.notes)
        before = marked.marks
        texts.append(PageText(page, *take_notes(page, lines, marks, size)))
    join_over_pages([(text.lines, text.notes) for text in texts], size)
    return texts


def _upright(page: Page) -> Page:
    if not any(map(_DIRECTION, page.words)):
        return page
    words = readable(page)
    return replace(page, words=in_order(words), rulings=without_stamp_boxes(page, words))


def _without(page: Page, lines: list[Line], marks: set[Word]) -> tuple[Page, list[Line]]:
    if not marks:
        return page, lines
    words = [word for word in page.words if word not in marks]
    page = replace(page, words=tuple(words), rulings=without_stamp_boxes(page, words))
    return page, lines_of(page)
