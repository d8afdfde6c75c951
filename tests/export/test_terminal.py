from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.export.terminal import REPLACEMENT, printable


@given(st.text(st.characters()))
def test_nothing_that_acts_on_a_terminal_is_left(text: str) -> None:
    shown = printable(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert printable(shown) == shown


@pytest.mark.parametrize(
    "text", ["Øvre Årdal – «§ 3»", "1\u00a0000\u202f000", "soft\u00adhyphen", "日本"]
)
def test_words_are_left_alone(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize("code", [0x1B, 0x9B, 0x07, 0x7F, 0x200E, 0x202E, 0x2066, 0xD800])
def test_a_character_that_is_taken_out_leaves_a_mark(code: int) -> None:
    assert printable(f"a{chr(code)}b") == f"a{REPLACEMENT}b"
