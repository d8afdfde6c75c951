"""The tree that a letter's headings make of its blocks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from laid_letters import Heading, Printed, letter
from tildeling.scope.headings import budget_heading, numbered_heading
from tildeling.scope.tree import Place, read_tree
from tildeling.text.blocks import Paragraph, Table

ROW = [["01", "Drift", "5"]]


def places(*body: Printed) -> list[Place]:
    """The place of each table of a letter."""
    reading = letter(body=body)
    tree = read_tree(reading.laid)
    pairs = zip(reading.blocks, tree.places, strict=True)
    return [place for block, place in pairs if isinstance(block, Table)]


Slots = tuple[str, str | None, int | None, int | None, str | None]


def around(place: Place) -> Sequence[Slots]:
    """Kind, number, chapter, post and side of the places around one, from the inside."""
    return [(p.kind, p.number, p.chapter, p.post, p.side) for p in place.outward()][:-1]


def test_a_section_holds_its_subsections() -> None:
    (place,) = places(Heading("5 Budsjett"), Heading("5.1 Utgifter i 2026"), ROW)
    assert [p.number for p in place.outward()] == ["5.1", "5", None]


def test_a_heading_ends_what_an_equal_or_higher_one_began() -> None:
    first, second = places(
        Heading("5 Budsjett"), Heading("5.1 Drift"), ROW, Heading("6 Rapportering"), ROW
    )
    assert first.section.number == "5.1"
    assert [p.number for p in second.outward()] == ["6", None]


def test_sides_hold_chapters() -> None:
    first, second = places(
        Heading("1 Vedtak"), "Utgifter", "Kap. 326 Språk", ROW, "Inntekter", "Kap. 3326 Språk", ROW
    )
    chapter: Slots = ("chapter", None, 326, None, None)
    assert around(first)[:2] == [chapter, ("side", None, None, None, "expenditure")]
    chapter = ("chapter", None, 3326, None, None)
    assert around(second)[:2] == [chapter, ("side", None, None, None, "revenue")]


def test_a_chapter_holds_the_sides_right_under_it() -> None:
    first, second = places("Kap. 1115 Mattilsynet", "Utgifter:", ROW, "Inntekter:", ROW)
    assert [p.kind for p in first.outward()] == ["side", "chapter", "letter"]
    assert (second.side, second.parent and second.parent.chapter) == ("revenue", 1115)


def test_a_post_stands_under_the_chapter_over_it() -> None:
    (place,) = places(
        "Kap. 290 Integrering", "Post 01 Drift", "Kap. 291 Bosetting", "Post 21 X", ROW
    )
    assert around(place) == [("post", None, None, 21, None), ("chapter", None, 291, None, None)]


def test_a_sections_heading_may_name_chapter_and_post() -> None:
    (place,) = places(Heading("3.1 Tildeling over kap. 260, post 50"), ROW)
    assert around(place) == [("section", "3.1", 260, 50, "expenditure")]


def test_an_unnumbered_heading_like_the_numbered_ones_parts_a_section() -> None:
    (place,) = places(Heading("5. Budsjett"), Heading("Tilskudd"), ROW)
    assert [p.number for p in place.outward()] == [None, "5", None]


def test_an_appendix_ends_every_section() -> None:
    (place,) = places(Heading("5. Budsjett"), Heading("Vedlegg 1 Fullmakter"), ROW)
    assert [p.kind for p in place.outward()] == ["section", "letter"]


@pytest.mark.parametrize(
    "words", ["1. mars 2026", "31. desember", "2. kvartal 2026", "1. tertial", "2. halvår 2026"]
)
def test_a_date_in_bold_is_no_section(words: str) -> None:
    reading = letter(body=[Heading(words)])
    assert numbered_heading(reading.laid, reading.blocks[-1]) is None


def test_a_chapters_name_may_end_in_an_abbreviation() -> None:
    reading = letter(body=["Kap. 1150 Gjennomføring av jordbruksavtalen m.m."])
    block = reading.blocks[-1]
    assert isinstance(block, Paragraph)
    heading = budget_heading(reading.laid, block)
    assert heading is not None
    assert heading.chapter == 1150


def test_under_two_chapters_tables_a_post_is_of_the_one_that_has_it() -> None:
    utgifter = [["01", "Driftsutgifter", "5"], ["71", "Tilskot", "3"]]
    inntekter = [["01", "Driftsinntekter", "2"], ["02", "Refusjonar", "1"]]
    reading = letter(
        body=(
            *("Kap. 554 Utgifter", utgifter, "Kap. 3554 Inntekter", inntekter),
            *("Post 01 Driftsutgifter", "Løn.", "Post 71 Tilskot", "Nettverk."),
        )
    )
    tree = read_tree(reading.laid)
    posts = [place for place in dict.fromkeys(tree.places) if place.kind == "post"]
    assert [place.parent and place.parent.chapter for place in posts] == [554, 554]


def test_a_post_under_the_last_chapters_table_is_of_that_chapter() -> None:
    reading = letter(
        body=(
            *(
                "Kap. 554 Senteret",
                [["01", "Drift", "5"]],
                "Kap. 555 Rådet",
                [["01", "Drift", "2"]],
            ),
            *("Post 01 Drift", "Løn."),
        )
    )
    tree = read_tree(reading.laid)
    assert [p.parent and p.parent.chapter for p in tree.places if p.kind == "post"] == [555, 555]
