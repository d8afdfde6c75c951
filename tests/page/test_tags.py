"""What a PDF's tags settle of a page: a head that does not come back, footnotes, list labels."""

from __future__ import annotations

import pytest

from made_words import line
from tildeling.page.furniture import find_furniture
from tildeling.page.lines import Line
from tildeling.page.markers import split_marker
from tildeling.page.notes import Marks, take_notes
from tildeling.read.page import ARTIFACT, Element, Page

PARAGRAPH = Element("P")


def tagged(untagged: Line, element: Element | None, first: Element | None = None) -> Line:
    """The line with its words under an element, or its first word under another."""
    words = [word._replace(element=element) for word in untagged.words]
    if first is not None:
        words[0] = words[0]._replace(element=first)
    return Line(untagged.page, tuple(words))


def set_at(untagged: Line, top: float, page: int = 2, size: float = 11.0) -> Line:
    """The line at a height of a page."""
    words = [word._replace(top=top, bottom=top + size, size=size) for word in untagged.words]
    return Line(page, tuple(words))


def page_of(found: list[Line], number: int = 2) -> Page:
    return Page(number, 595.0, 842.0, tuple(word for line in found for word in line.words))


HEAD = set_at(line("Tillegg nr. 2 til tildelingsbrev for 2026"), 60.0)
BODY = [
    set_at(line("Departementet viser til brevet og ber om svar"), 120.0 + 14 * at)
    for at in range(9)
]


def furniture(*found: Line, number: int = 2) -> set[Line]:
    return find_furniture([(page_of(list(found), number), list(found))], 11.0)


def test_a_head_that_does_not_come_back_is_furniture_where_tags_say_so() -> None:
    head = tagged(HEAD, ARTIFACT)
    body = [tagged(each, PARAGRAPH) for each in BODY]
    assert furniture(head, *body) == {head}
    assert furniture(HEAD, *BODY) == set()


def test_a_letterhead_stays_whatever_tags_say() -> None:
    head = tagged(HEAD, ARTIFACT)
    assert furniture(head, *(tagged(each, PARAGRAPH) for each in BODY), number=1) == set()


def test_a_line_between_others_stays_whatever_tags_say() -> None:
    body = [tagged(each, PARAGRAPH) for each in BODY]
    body[4] = tagged(body[4], ARTIFACT)
    assert furniture(*body) == set()


def test_a_tables_heading_at_the_top_of_a_page_stays_whatever_tags_say() -> None:
    heads = tagged(set_at(line("Kap.     Post     Betegnelse     Bevilgning"), 60.0), ARTIFACT)
    assert furniture(heads, *(tagged(each, PARAGRAPH) for each in BODY)) == set()


def test_a_heading_of_columns_printed_again_stays_whatever_tags_say() -> None:
    """Word marks what it repeats at the top of a page as no part of the text."""
    words = line("Område     Ramme     Omtale")
    before = [tagged(each, PARAGRAPH) for each in (*BODY, set_at(words, 300.0))]
    first = [Line(1, each.words) for each in before]
    again = tagged(set_at(words, 60.0), ARTIFACT)
    second = [again, *(tagged(each, PARAGRAPH) for each in BODY)]
    pages = [(page_of(first, 1), first), (page_of(second), second)]
    assert again not in find_furniture(pages, 11.0)


def test_tags_that_leave_nothing_of_a_page_are_not_believed() -> None:
    assert furniture(HEAD, *(tagged(each, ARTIFACT) for each in BODY)) == set()


NOTE = Element("Note", PARAGRAPH)
FOOTNOTE = line("1 Av dette er 2 mill. kroner flyttet fra kap. 900")


def notes(footnote: Line, seen: set[str]) -> int:
    """How many footnotes a page has that ends in this line."""
    found = [*BODY, footnote]
    return len(take_notes(page_of(found), found, Marks(seen, {}), 11.0)[1])


@pytest.mark.parametrize(("size", "seen"), [(11.0, {"1"}), (8.5, set())])
def test_tags_stand_for_a_footnotes_type_or_for_its_mark_at_a_word(
    size: float, seen: set[str]
) -> None:
    footnote = set_at(FOOTNOTE, 700.0, size=size)
    assert notes(footnote, seen) == 0
    assert notes(tagged(footnote, NOTE), seen) == 1


def test_tags_alone_make_no_footnote() -> None:
    assert notes(tagged(set_at(FOOTNOTE, 700.0), NOTE), set()) == 0
    assert notes(tagged(set_at(FOOTNOTE, 300.0, size=8.5), NOTE), set()) == 0


LABEL = Element("Lbl", Element("LI"))
BODY_OF_ITEM = Element("LBody", Element("LI"))


@pytest.mark.parametrize("symbol", ["Ø", "§", "q", "»"])
def test_a_letter_that_tags_say_is_a_label_is_a_bullet(symbol: str) -> None:
    item = line(f"{symbol} Kartlegge omfanget")
    assert split_marker(item)[0] is None
    marker, rest = split_marker(tagged(item, BODY_OF_ITEM, first=LABEL))
    assert (marker, rest.text) == (symbol, "Kartlegge omfanget")


@pytest.mark.parametrize("words", ["Oppdrag om omfanget", "4.1 Omfanget", "I Innledning"])
def test_words_and_numbers_are_no_bullets_whatever_tags_say(words: str) -> None:
    assert split_marker(tagged(line(words), BODY_OF_ITEM, first=LABEL))[0] is None


def test_a_label_that_holds_the_whole_line_is_none() -> None:
    assert split_marker(tagged(line("q Kartlegge omfanget"), LABEL))[0] is None
