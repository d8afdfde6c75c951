"""Tables for a terminal: words stay whole, whatever room there is."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from export.comparisons import chain, step
from tildeling.export.comparison_text import comparison_text
from tildeling.export.listing import listing
from tildeling.words import words_in

ROWS = (
    ("1545/21", "Spesielle driftsutgifter", "12 000 000", "14 000 000"),
    ("", "", "2 000 000", "16 000 000"),
    ("1545/70", "Tilskudd", "9 400 000", "10 400 000"),
)


def told(renderable: object, width: int) -> list[str]:
    console = Console(width=width, record=True, file=io.StringIO())
    console.print(renderable)
    return [line.rstrip() for line in console.export_text().split("\n")]


def test_a_column_with_room_stands_among_the_others() -> None:
    lines = told(listing(("Post", "Navn", ">Før", ">Etter"), ROWS, 1), 80)
    assert lines[2].split("  ") == [
        "1545/21",
        "Spesielle driftsutgifter",
        "12 000 000",
        "14 000 000",
    ]


def test_a_column_whose_words_would_break_stands_over_the_rows() -> None:
    lines = told(listing(("Post", "Navn", ">Før", ">Etter"), ROWS, 1), 40)
    assert lines[:1] == ["Post            Før       Etter"]
    assert lines[2:7] == [
        "Spesielle driftsutgifter",
        "1545/21  12 000 000  14 000 000",
        "          2 000 000  16 000 000",
        "Tilskudd",
        "1545/70   9 400 000  10 400 000",
    ]


@pytest.mark.parametrize("width", [80, 100])
def test_no_name_of_a_post_is_broken_in_a_comparison(width: int) -> None:
    for about in (chain(), step(3)):
        words = " ".join(told(comparison_text(about, words_in("nb")), width)).split()
        for name in ("Driftsutgifter", "Spesielle", "driftsutgifter", "Tilskudd"):
            assert name in words
