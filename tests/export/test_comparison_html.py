"""A diff and a consolidated letter as one HTML file."""

import re
from html.parser import HTMLParser

import pytest

from export.comparisons import chain, everything, hostile_letters, step
from made_letters import assignment, letter
from tildeling import ConsolidatedLetter, LetterDiff, consolidate, diff
from tildeling.export.chart import Bar, chart_of
from tildeling.export.comparison_html import comparison_html

VOID = {"meta", "link", "br", "img", "input", "hr", "rect", "line"}


class Page(HTMLParser):
    """The tags, attributes and words of a page; fails on a tag that is closed out of order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def comparisons() -> list[LetterDiff | ConsolidatedLetter]:
    return [
        step(1),
        step(2),
        step(3),
        chain(),
        everything(),
        diff(*hostile_letters()),
        consolidate(hostile_letters()),
    ]


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return [Page(comparison_html(comparison)) for comparison in comparisons()]


def test_both_wordings_stand_side_by_side_with_the_changed_words_marked() -> None:
    text = comparison_html(step(2))
    assert "<del>01.09.2025</del>" in text
    assert "<ins>01.12.2025</ins>" in text


def test_words_inside_a_text_are_marked_where_they_differ() -> None:
    old = assignment(description="Lag en plan for vei innen sommeren.")
    new = assignment(description="Lag en plan for bane innen sommeren.")
    letters = [letter(kind="base", addendum_number=None, assignments=(one,)) for one in (old, new)]
    text = comparison_html(diff(*letters))
    assert "Lag en plan for <del>vei </del>innen sommeren." in text
    assert "Lag en plan for <ins>bane </ins>innen sommeren." in text


def test_a_change_is_linked_to_its_page_in_both_letters() -> None:
    links = Page(comparison_html(step(2))).values("href")
    assert "0-tildelingsbrev.pdf#page=1" in links
    assert "2-tillegg.pdf#page=1" in links


def test_a_step_of_the_history_is_linked_to_its_own_letter() -> None:
    links = Page(comparison_html(chain())).values("href")
    assert {f"{number}-tillegg.pdf#page=1" for number in (1, 2, 3)} <= set(links)


def test_the_page_fetches_nothing_and_runs_nothing(pages: list[Page]) -> None:
    for page in pages:
        assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags)
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        assert all(re.match(r"#|[^/:?#]+\.pdf(#page=\d+)?$", link) for link in page.values("href"))


def test_links_inside_the_page_lead_somewhere(pages: list[Page]) -> None:
    for page in pages:
        anchors = page.values("id")
        assert len(anchors) == len(set(anchors))
        inside = {link[1:] for link in page.values("href") if link.startswith("#")}
        assert inside <= set(anchors)


def test_text_of_a_letter_is_shown_and_never_markup() -> None:
    for comparison in (diff(*hostile_letters()), consolidate(hostile_letters())):
        text = comparison_html(comparison)
        page = Page(text)
        assert any("<script>alert('x')</script>" in words for words in page.words)
        assert "<script" not in text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", text)


def test_a_chart_tells_its_amounts_in_words() -> None:
    labels = Page(comparison_html(chain())).values("aria-label")
    assert any("Tillegg 1: 13 500 000 kroner" in label for label in labels)


def test_bars_are_as_high_as_their_amounts() -> None:
    chart = chart_of([Bar("Før", 50), Bar("Nå", 100, doubt=75)])
    assert chart is not None
    low, high = chart.shapes
    assert low.height * 2 == high.height
    assert high.doubt_y == chart.base - high.height * 0.75


def test_one_amount_makes_no_chart() -> None:
    assert chart_of([Bar("Nå", 100)]) is None
