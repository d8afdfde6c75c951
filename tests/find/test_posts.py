"""Budget chapters and posts in running text and in table cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find.posts import find_posts, parse_post_cell

Pair = tuple[int | None, int | None]

ONE_POST: list[tuple[str, Pair]] = [
    ("kap. 291, post 21", (291, 21)),
    ("kap. 0291 post 01", (291, 1)),
    ("Kap 291 post 21", (291, 21)),
    ("kap. 291\u00a0post\u00a021", (291, 21)),
    ("kapittel 701, post 70", (701, 70)),
    ("kap. 61 post 01", (61, 1)),
    ("kap. 291.60", (291, 60)),
    ("kap./post 290/01", (290, 1)),
    ("kap./post 3291/03", (3291, 3)),
    ("post 71 på kap. 291", (291, 71)),
    ("post 21 under kap. 290", (290, 21)),
    ("post 21", (None, 21)),
    ("posten 21", (None, 21)),
    ("post 21.1", (None, 21)),
    ("underpost 21.10", (None, 21)),
    ("kap. 1541", (1541, None)),
    ("kap. 3400", (3400, None)),
    ("Kap. 291 Bosetting av flyktninger og tiltak for innvandrere, post 60", (291, 60)),
]

SEVERAL_POSTS: list[tuple[str, list[Pair]]] = [
    ("kap. 701, post 21, 70 og 74", [(701, 21), (701, 70), (701, 74)]),
    ("kap. 701 post 21 og kap. 702 post 21", [(701, 21), (702, 21)]),
    ("kap. 701 post 21 og post 70", [(701, 21), (701, 70)]),
    ("postane 60 og 61 på kap. 291", [(291, 60), (291, 61)]),
    ("postene 21, 45 og 60 under kap. 290", [(290, 21), (290, 45), (290, 60)]),
    ("kap. 290 og 291", [(290, None), (291, None)]),
    ("kap. 291/60 og 291/61", [(291, 60), (291, 61)]),
    ("kap. 291, postene 60–62", [(291, 60), (291, 62)]),
    ("kap. 291, post 60, og post 01 på kap. 290", [(291, 60), (290, 1)]),
    ("kap. 1541 og kap. 760, post 21", [(1541, None), (760, 21)]),
    ("Kap. 291 Bosetting\nPost 60 Tilskudd", [(291, None), (None, 60)]),
    ("post 21 og 70 mill. kroner", [(None, 21)]),
    ("post 21, 10 mill. kroner", [(None, 21)]),
    ("post 21, 10 nye stillinger", [(None, 21)]),
    ("post 21 500 000 kroner", [(None, 21)]),
    ("post 60 og 15. mars", [(None, 60)]),
    ("kap. 291 i 2020", [(291, None)]),
    ("kap. 291 og 2020", [(291, None)]),
    ("291/60 Integreringstilskudd", [(291, 60)]),
    ("Kap. post\n702.21 24 000", [(702, 21)]),
]

NO_POST = [
    "Postboks 21",
    "e-post 21",
    "postnummer 0032",
    "rundskriv 8/2020",
    "25/2306",
    "15.03",
    "skoleåret 2024/25",
    "et blodtrykk på 120/80",
    "kapittel 4",
    "kap. 5.1",
    "kap. 10.12",
    "per post 1. mars",
    "på posten økes",
    "bevilgningen på posten 6 mill. kroner",
    "bevilgningen på posten 10 mill. kroner",
    "bevilgningen på posten 40 000 kroner",
]

CELLS: list[tuple[str, Pair]] = [
    ("290/01", (290, 1)),
    ("702.21", (702, 21)),
    ("2756.70", (2756, 70)),
    ("0291.60", (291, 60)),
    ("291 60", (291, 60)),
    ("291, 60", (291, 60)),
    (" 291–60 ", (291, 60)),
    ("Kap. 291 post 60", (291, 60)),
]


@pytest.mark.parametrize(("text", "pair"), ONE_POST)
def test_reads_a_post_in_every_notation(text: str, pair: Pair) -> None:
    found = find_posts(f"Midlene går over {text} i år")
    assert [(p.chapter, p.post) for p in found] == [pair]
    assert (found[0].start, found[0].end) == (17, 17 + len(text))


@pytest.mark.parametrize(("text", "pairs"), SEVERAL_POSTS)
def test_reads_each_post_with_the_chapter_it_belongs_to(text: str, pairs: list[Pair]) -> None:
    assert [(p.chapter, p.post) for p in find_posts(text)] == pairs


@pytest.mark.parametrize("text", NO_POST)
def test_what_is_no_post_is_left_alone(text: str) -> None:
    assert find_posts(text) == ()


@pytest.mark.parametrize(("text", "pair"), CELLS)
def test_reads_a_post_cell(text: str, pair: Pair) -> None:
    found = parse_post_cell(text)
    assert found is not None
    assert (found.chapter, found.post) == pair


@pytest.mark.parametrize("text", ["290", "15.03", "1 200", "68 100", "Sum", "8/2020"])
def test_another_cell_names_no_post(text: str) -> None:
    assert parse_post_cell(text) is None


@given(
    st.integers(100, 9999),
    st.integers(1, 99),
    st.sampled_from(
        [
            "kap. {c}, post {p:02}",
            "kapittel {c} post {p:02}",
            "kap./post {c}/{p:02}",
            "kap. {c}.{p:02}",
        ]
    ),
)
def test_any_post_survives_its_notation(chapter: int, post: int, notation: str) -> None:
    text = notation.format(c=chapter, p=post)
    assert [(p.chapter, p.post) for p in find_posts(text)] == [(chapter, post)]


@given(st.text(alphabet="kap. post0123456789,og/på\n", max_size=200))
def test_spans_are_in_order_apart_and_within_a_block(text: str) -> None:
    found = find_posts(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not any("\n" in text[p.start : p.end] for p in found)
