"""Two wordings word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.export import word_diff as module
from tildeling.export.word_diff import Piece, one_side, word_diff

WORDS = st.lists(st.sampled_from(["en", "ny", "frist", "1.", "mai"]), max_size=12).map(" ".join)


def test_a_changed_word_stands_between_those_that_stay() -> None:
    assert word_diff("Frist 1. mai 2026", "Frist 1. juni 2026") == [
        Piece("same", "Frist 1. "),
        Piece("old", "mai "),
        Piece("new", "juni "),
        Piece("same", "2026"),
    ]


def test_texts_with_little_in_common_are_replaced_whole() -> None:
    pieces = word_diff("Oppdraget skal gjennomføres nå", "Det er utsatt på ubestemt tid")
    assert [piece.kind for piece in pieces] == ["old", "new"]


def test_very_long_texts_are_not_matched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_COMPARISONS", 3)
    assert [piece.kind for piece in word_diff("en to tre", "en to fire")] == ["old", "new"]


@given(WORDS, WORDS)
def test_each_side_is_its_own_wording(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    after = "".join(piece.text for piece in one_side(pieces, "new"))
    before = "".join(piece.text for piece in one_side(pieces, "old"))
    assert after == new
    assert before == old
