"""Money that goes from one post to another, and the words in which a letter says so."""

from collections.abc import Mapping

import pytest

import tildeling
from tildeling.letter import FinancingLine

HEAD = "Tillegg nr. 2 til tildelingsbrev for 2026 til Kystdirektoratet\n\n1. Budsjett\n\n"
BASE = "Tildelingsbrev for 2026 til Kystdirektoratet\n\n1. Budsjett\n\n"
POST = "Kap. 290 Kystdirektoratet\n\nPost 21 Spesielle driftsutgifter\n\n"
Told = tuple[str, int | None, int | None, int | None, int | None, int | None]


def told(found: tuple[FinancingLine, ...]) -> list[Told]:
    return [(x.kind, x.amount, x.chapter, x.post, x.counter_chapter, x.counter_post) for x in found]


def moved(text: str) -> list[Told]:
    """What an addendum says, under no heading of a post."""
    return told(tildeling.parse_text(f"{HEAD}{text}\n").financing)


def budget_after(text: str, granted: Mapping[str, int]) -> list[tuple[int, int | None]]:
    """What posts that were granted so many millions come to after an addendum."""
    given = (
        f"Det stilles {millions} mill. kroner til disposisjon på {post}.\n\n"
        for post, millions in granted.items()
    )
    letters = (f"{BASE}{''.join(given)}", f"{HEAD}{text}\n")
    budget = tildeling.consolidate([tildeling.parse_text(letter) for letter in letters]).budget
    return [(post.post, post.amount) for post in budget]


@pytest.mark.parametrize(
    "text",
    [
        "Det omdisponeres 3,5 mill. kroner fra kap. 290, post 01 til kap. 290, post 45.",
        "3,5 mill. kroner omdisponeres fra post 01 til post 45 under kap. 290.",
        "Det blir flytta 3,5 mill. kroner frå post 01 til post 45 på kap. 290.",
        "Departementet overfører 3,5 mill. kroner fra kap. 290, post 01 til kap. 290, post 45.",
        "Det gjennomføres en rammeoverføring på 3,5 mill. kroner fra kap. 290, post 01 til kap. "
        "290, post 45.",
        "Det trekkes 3,5 mill. kroner fra kap. 290, post 01, som legges til kap. 290, post 45.",
        "Bevilgningen på kap. 290, post 01 reduseres med 3,5 mill. kroner, mens post 45 økes "
        "tilsvarende.",
        "Bevilgningen på kap. 290, post 01 reduseres med 3,5 mill. kroner, og kap. 290, post 45 "
        "økes med samme beløp.",
        "Løyvinga på kap. 290, post 01 blir sett ned med 3,5 mill. kroner mot at kap. 290, post 45 "
        "blir auka tilsvarande.",
        "Kap. 290 Kystdirektoratet\n\nFor å dekke nye master flyttes 3,5 mill. kroner fra post 01 "
        "til post 45.",
    ],
)
def test_what_is_taken_from_a_post_is_told_with_where_it_goes(text: str) -> None:
    assert moved(text) == [("decrease", 3_500_000, 290, 1, 290, 45)]


@pytest.mark.parametrize(
    "rest",
    [
        " ved omdisponering fra kap. 290, post 01.",
        ", som dekkes inn ved å redusere kap. 290, post 01 tilsvarende.",
        ", med motpost på kap. 290, post 01.",
        ", hentet fra kap. 290, post 01.",
        ". Økningen dekkes inn ved en tilsvarende reduksjon på kap. 290, post 01.",
        ". Motposten er kap. 290, post 01.",
        ". Samtidig reduseres bevilgningen på kap. 290, post 01 tilsvarende.",
    ],
)
def test_what_is_added_to_a_post_is_told_with_where_it_comes_from(rest: str) -> None:
    assert moved(f"Kap. 290, post 45 økes med 3,5 mill. kroner{rest}") == [
        ("increase", 3_500_000, 290, 45, 290, 1)
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Posten tilføres 2 mill. kroner fra post 01.", ("increase", 290, 21, 290, 1)),
        ("Videre flyttes 2 mill. kroner til posten fra post 01.", ("increase", 290, 21, 290, 1)),
        ("Det blir flytta 2 mill. kroner hit frå post 01.", ("increase", 290, 21, 290, 1)),
        ("Fra posten flyttes 2 mill. kroner til post 01.", ("decrease", 290, 21, 290, 1)),
        (
            "Det trekkes inn 2 mill. kroner fra posten, som legges til post 01.",
            ("decrease", 290, 21, 290, 1),
        ),
    ],
)
def test_a_move_may_be_told_from_the_post_that_the_text_stands_under(
    text: str, line: tuple[str, int, int, int, int]
) -> None:
    found = tildeling.parse_text(f"{HEAD}{POST}{text}\n").financing
    assert told(found) == [(line[0], 2_000_000, *line[1:])]


@pytest.mark.parametrize(
    "text",
    [
        "Ved behov kan inntil 1 mill. kroner omdisponerast frå post 45 til post 01.",
        "Direktoratet kan etter avtale flytte inntil 1 mill. kroner fra post 01 til post 21.",
        "Fra 2026 er 1 mill. kroner flyttet fra post 21 til post 01 for å dekke to stillinger.",
    ],
)
def test_what_may_be_moved_and_what_the_budget_has_moved_already_is_told_and_no_line(
    text: str,
) -> None:
    letter = tildeling.parse_text(f"{BASE}{POST}{text}\n")
    assert letter.financing == ()
    is_told = any("1 000 000" in one.message for one in letter.findings)
    assert is_told or [one.amount for one in letter.authorisations] == [1_000_000]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Departementet øker bevilgningen med 2 mill. kroner.", "increase"),
        ("Rammen utvides med 2 mill. kroner.", "increase"),
        ("Det gis et tillegg på 2 mill. kroner på posten.", "increase"),
        ("Departementet trekker tilbake 2 mill. kroner av tildelingen.", "decrease"),
        ("2 mill. kroner av bevilgningen inndras.", "decrease"),
        ("Overslaget blir justert opp med 2 mill. kroner til 20 mill. kroner.", "increase"),
        ("På posten blir det løyvt 2 mill. kroner ekstra.", "increase"),
        ("Direktoratet får 2 mill. kroner mer på posten til los.", "increase"),
        (
            "Bevilgningen økes fra 10 til 12 mill. kroner, det vil si med 2 mill. kroner.",
            "increase",
        ),
        (
            "Netto økes posten med 2 mill. kroner, etter en økning på 3 mill. kroner til vern og "
            "et uttrekk på 1 mill. kroner.",
            "increase",
        ),
    ],
)
def test_a_change_is_said_in_many_words(text: str, kind: str) -> None:
    found = tildeling.parse_text(f"{HEAD}{POST}{text}\n").financing
    assert told(found) == [(kind, 2_000_000, 290, 21, None, None)]


def test_both_sides_of_a_move_count_though_the_other_post_is_changed_in_its_own_right() -> None:
    found = budget_after(
        "Det flyttes 3 mill. kroner fra kap. 290, post 01 til kap. 290, post 45.\n\n"
        "Kap. 290, post 45 økes i tillegg med 12 mill. kroner til master.",
        {"kap. 290, post 01": 50, "kap. 290, post 45": 20},
    )
    assert found == [(1, 47_000_000), (45, 35_000_000)]


def test_a_move_told_from_both_sides_counts_once() -> None:
    found = budget_after(
        "Kap. 290, post 01 reduseres med 3 mill. kroner mot tilsvarende økning på kap. 290, post "
        "45.\n\nKap. 290, post 45 økes med 3 mill. kroner mot tilsvarende reduksjon på kap. 290, "
        "post 01.",
        {"kap. 290, post 01": 50, "kap. 290, post 45": 20},
    )
    assert found == [(1, 47_000_000), (45, 23_000_000)]


@pytest.mark.parametrize(
    "rest",
    [
        ", jf. omtale i Prop. 117 S (2025–2026) under kap. 291, post 60.",
        ", som følge av at oppgaver finansiert over kap. 572, post 60 legges til direktoratet.",
    ],
)
def test_a_post_told_of_behind_the_change_is_not_the_one_that_is_changed(rest: str) -> None:
    assert moved(f"Bevilgningen på kap. 290, post 01 økes med 3 mill. kroner{rest}") == [
        ("increase", 3_000_000, 290, 1, None, None)
    ]


def test_what_depends_on_a_vote_to_come_is_told_and_no_line() -> None:
    letter = tildeling.parse_text(
        f"{HEAD}{POST}Dersom Stortinget vedtar forslaget, økes bevilgningen med 2 mill. kroner.\n"
    )
    assert letter.financing == ()
    assert any("2 000 000" in one.message for one in letter.findings)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Følgende bevilgninger økes:\n\n• Kap. 290, post 01 med 3 mill. kroner til lønn\n"
            "• Kap. 291, post 21 med 2 mill. kroner til los",
            "increase",
        ),
        (
            "Løyvingane blir sette ned slik:\n\n• 3 mill. kroner på kap. 290, post 01\n"
            "• 2 mill. kroner på kap. 291, post 21",
            "decrease",
        ),
        (
            "Følgende bevilgninger stilles til disposisjon:\n\nKap. 290, post 01: 3 mill. kroner"
            "\n\nKap. 291, post 21: 2 mill. kroner",
            "grant",
        ),
    ],
)
def test_the_sentence_over_a_list_says_what_happens_to_its_sums(text: str, kind: str) -> None:
    assert moved(text) == [
        (kind, 3_000_000, 290, 1, None, None),
        (kind, 2_000_000, 291, 21, None, None),
    ]


def test_items_under_another_heading_are_none_of_the_list_before() -> None:
    found = moved(
        "Følgende bevilgninger økes:\n\n• Kap. 290, post 01 med 3 mill. kroner\n\n"
        "Dette er meir enn venta.\n\n• 5 mill. kroner var overslaget på kap. 291, post 21"
    )
    assert found == [("increase", 3_000_000, 290, 1, None, None)]


def test_a_list_of_payments_has_no_sums_of_its_own() -> None:
    assert (
        moved(
            "Tilskuddene bevilges og utbetales i terminer:\n\n• 3 mill. kroner på kap. 290, post 70"
        )
        == []
    )


def test_a_part_that_another_post_gives_is_all_that_is_taken_from_there() -> None:
    text = (
        "Kap. 1320, post 22 økes samlet med 118 mill. kroner, hvorav 100 mill. kroner kommer fra "
        "post 30 Investeringer og 18 mill. kroner er nye midler."
    )
    found = tildeling.parse_text(f"{HEAD}{text}\n").financing
    assert told(found) == [
        ("increase", 118_000_000, 1320, 22, None, None),
        ("increase", 100_000_000, 1320, 22, 1320, 30),
    ]
    assert [line.part_of for line in found] == [None, 118_000_000]
    granted = {"kap. 1320, post 22": 500, "kap. 1320, post 30": 900}
    assert budget_after(text, granted) == [(22, 618_000_000), (30, 800_000_000)]


def test_two_posts_of_a_sentence_are_changed_each_in_its_own_way() -> None:
    found = tildeling.parse_text(
        f"{HEAD}Kap. 4320, post 01 nedjusteres fra 220 mill. kroner til 175 mill. kroner, og kap. "
        "4320, post 02 oppjusteres med 4 mill. kroner.\n"
    ).financing
    assert [(x.kind, x.amount, x.post, x.replaces) for x in found] == [
        ("total", 175_000_000, 1, 220_000_000),
        ("increase", 4_000_000, 2, None),
    ]
