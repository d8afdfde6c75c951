"""The finds of a text, asked for by their place."""

from tildeling.text.found import Found

TEXT = (
    "Innledning.\nPost 21 får 5 mill. kroner. Frist er 1. mai 2026.\nKap. 291\t21\t2 mill. kroner"
)


def test_finds_count_from_where_the_asked_part_starts() -> None:
    start = TEXT.index("Post 21")
    end = TEXT.index("Kap. 291")
    found = Found(TEXT)
    part = TEXT[start:end]
    assert [part[m.start : m.end] for m in found.money(start, end)] == ["5 mill. kroner"]
    assert [part[p.start : p.end] for p in found.posts(start, end)] == ["Post 21"]
    assert [part[first:last] for first, last in found.sentences(start, end)] == [
        "Post 21 får 5 mill. kroner.",
        "Frist er 1. mai 2026.",
    ]


def test_a_sentence_that_a_part_cuts_is_given_as_far_as_it_lies_there() -> None:
    start = TEXT.index("får")
    found = Found(TEXT)
    assert found.sentences(start, start + 8) == [(0, 8)]
    assert TEXT[slice(*found.sentence_at(start))] == "Post 21 får 5 mill. kroner."


def test_nothing_found_reaches_from_one_cell_into_the_next() -> None:
    assert Found("21\t500 000 kroner").all_money[0].kroner == 500_000
    assert Found("kap. 291\tpost 21").all_posts[0].post is None


def test_dates_are_read_as_all_that_the_asked_part_says() -> None:
    text = "Frist\t2026"
    found = Found(text)
    assert [date.year for date in found.dates(6, 10)] == [2026]
    assert found.dates(6, 10) is found.dates(6, 10)
