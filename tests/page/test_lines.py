"""Lines and the pieces they fall into."""

from __future__ import annotations

from made_words import line


def pieces(text: str) -> list[str]:
    return [piece.text for piece in line(text).segments]


def test_a_wide_gap_parts_a_line() -> None:
    assert pieces("Deres ref    Vår ref") == ["Deres ref", "Vår ref"]


def test_single_words_far_apart_are_each_a_piece_however_unlike_their_gaps() -> None:
    heads = "Postadresse   Kontoradresse        Telefon            Avdeling   Saksbehandler"
    assert pieces(heads) == heads.split()


def test_gaps_of_a_loosely_justified_line_part_nothing() -> None:
    assert len(pieces("Direktoratet    for    forvaltning    og    utvikling    skal")) == 1
