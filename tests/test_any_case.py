"""Patterns sought in text of any case."""

from tildeling.any_case import AnyCase, small_letters


def test_a_letter_whose_small_form_is_two_moves_no_place() -> None:
    found = AnyCase("frist").search("\u0130\u0130 FRIST")
    assert found is not None
    assert found.span() == (3, 8)


def test_a_search_is_bounded_by_places_of_the_text() -> None:
    pattern = AnyCase("^frist|mars")
    assert pattern.search("Frist: 1. Mars", 1, 12) is None
    assert [match.span() for match in pattern.finditer("Frist: 1. Mars")] == [(0, 5), (10, 14)]


def test_small_letters_keep_the_length_of_a_text() -> None:
    text = "KAP. 3 \u0130 \u1e9e"
    assert len(small_letters(text)) == len(text)
